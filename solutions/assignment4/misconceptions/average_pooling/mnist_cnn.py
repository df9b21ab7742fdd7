"""Pools by the mean where the maximum is due

en: Your network pools with the mean of each window. The lecture's takes the maximum: it asks whether a
pattern is found anywhere in the window, and one strong response is enough, whereas a mean waters it
down with the three places around it. Neither has parameters, so the count does not give it away. Use
nn.MaxPool2d.

ko: 윈도우의 평균으로 풀링하고 있습니다. 강의의 신경망은 최댓값을 씁니다. 맥스 풀링은 무늬가 윈도우 안
어디에든 있는지를 묻기 때문에 강한 반응 하나면 충분하지만, 평균을 내면 주변의 세 값과 섞여 반응이
묽어집니다. 어느 쪽에도 파라미터가 없어서 파라미터 수로는 드러나지 않습니다. nn.MaxPool2d를 쓰세요.

lesson: 07-pooling#max-pooling
"""

from torch import nn


class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.pool = nn.AvgPool2d(kernel_size=2, stride=2)
