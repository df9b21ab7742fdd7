"""Pools with a stride of 1

en: Your pooling windows move by one pixel, so a map hardly shrinks: 26 becomes 25 instead of 13, and
you had to widen fc1 to 64·22·22 = 30,976 inputs. That makes some four million parameters, where the
lecture's network has 225,034. To halve the map, the window of 2 must move by 2, which is what
nn.MaxPool2d(2) does when no stride is given.

ko: 풀링 윈도우가 한 픽셀씩 움직여 특징 맵이 거의 줄지 않습니다. 26이 13이 아니라 25가 되고, 그에
맞추느라 fc1의 입력이 64·22·22 = 30,976개가 되었습니다. 파라미터가 약 400만 개로, 강의 신경망의
225,034개를 훌쩍 넘습니다. 특징 맵을 반으로 줄이려면 크기 2인 윈도우가 2씩 움직여야 합니다.
nn.MaxPool2d(2)처럼 스트라이드를 쓰지 않으면 그렇게 됩니다.

lesson: 07-pooling#stride
"""

from torch import nn


class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.pool = nn.MaxPool2d(kernel_size=2, stride=1)
        self.fc1 = nn.Linear(64 * 22 * 22, 128)
