"""Pads the convolutions

en: Your convolutions pad by one pixel and keep the size: 28, 14, 14, 7. The lecture's do not pad: 28
becomes 26, and then 13, 11 and 5. Both are sound designs, but with 7×7 maps fc1 takes 3,136 features
and the network has 421,642 parameters, more than a network of your own may have here. Leave the padding
out, or make the layers narrower.

ko: 컨볼루션에 패딩을 한 픽셀씩 붙여 크기가 28, 14, 14, 7로 이어집니다. 강의의 신경망은 패딩을 하지 않아
28이 26이 되고, 이어서 13, 11, 5가 됩니다. 둘 다 쓸 만한 구조이지만, 특징 맵이 7×7이면 fc1에 특징
3,136개가 들어가 파라미터가 모두 421,642개가 됩니다. 이 과제에서 직접 설계한 신경망에 허용하는 수를
넘습니다. 패딩을 빼거나 계층의 폭을 줄이세요.

lesson: 05-output-size#padding
"""

from torch import nn


class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
