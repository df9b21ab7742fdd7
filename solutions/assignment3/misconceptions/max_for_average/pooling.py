"""Takes the maximum in average pooling too

en: Your average pooling returns the largest value of each window, just like max pooling. The average lets
every value have its say: 1, 3, 5 and 7 give (1 + 3 + 5 + 7) / 4 = 4, not 7. Keep the windows as they are
and change what you compute from each of them.

ko: 평균 풀링이 맥스 풀링처럼 각 윈도우의 가장 큰 값을 반환하고 있습니다. 평균에는 윈도우의 모든 값이
들어갑니다. 1, 3, 5, 7의 평균은 7이 아니라 (1 + 3 + 5 + 7) / 4 = 4입니다. 윈도우를 나누는 방법은
그대로 두고, 윈도우마다 무엇을 계산하는지를 고치세요.

lesson: 07-pooling#average-pooling
"""


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=0.0).max(axis=(4, 5))
