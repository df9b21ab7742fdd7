"""Adds the window up and does not divide

en: You add the values of a window up, but a mean also divides by how many there are. For 1, 3, 5 and 7
you return 16 where 16 / 4 = 4 is due. Without the division a larger kernel makes a brighter map; with it
the values stay in the range of the input. Divide by the number of places in the kernel.

ko: 윈도우의 값을 더하기만 하고 개수로 나누지 않았습니다. 1, 3, 5, 7이면 16 / 4 = 4가
되어야 하는데 16이 나옵니다. 나누지 않으면 커널이 클수록 특징 맵의 값이 커지고, 나누면 입력과 같은
범위에 머뭅니다. 커널의 칸 수로 나누세요.

lesson: 07-pooling#average-pooling
"""


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=0.0).sum(axis=(4, 5))
