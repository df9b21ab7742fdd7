"""Reshapes in a way that mixes the images of a batch

en: Where you flatten, the numbers of different images get mixed. reshape and view never move a number:
they read all of them in order, image after image, and cut that row anew. Cut into 1,600 rows and turned
over, row 0 of a batch of two holds every second number of the whole batch. A single image hides it.
Keep the batch as the first axis throughout: x.flatten(1).

ko: 평탄화하는 곳에서 서로 다른 이미지의 값이 섞입니다. reshape와 view는 값을 옮기지 않습니다. 모든 값을
이미지 순서대로 한 줄로 읽은 다음 새로 자를 뿐입니다. 1,600행으로 자른 뒤 전치하면, 이미지가 두 장일 때
첫 행에는 배치 전체의 값이 하나 건너 하나씩 들어갑니다. 이미지가 한 장이면 드러나지 않습니다. 배치는
언제나 첫 축에 두고 x.flatten(1)을 쓰세요.

lesson: 08-fully-connected#flatten
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = F.relu(self.fc1(x.reshape(64 * 5 * 5, -1).T))
        return self.fc2(x)
