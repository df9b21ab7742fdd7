"""한 번에 한 방향씩 하는 풀링: 먼저 가로로, 그다음 세로로.

윈도우의 최댓값은 행마다 구한 최댓값 가운데 가장 큰 값이고, 평균은 행마다 구한 평균의 평균입니다.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    """윈도우마다 가장 큰 값을 남깁니다. (N, C, H, W) -> (N, C, outH, outW)"""
    x, axes = checked(x, kernel_size, stride, padding)
    for axis, size, step, margin in axes:
        x = reduce_axis(x, axis, size, step, margin, border=-np.inf, summary=np.max)
    return x


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    """윈도우마다 평균을 구합니다. 테두리의 0도 셉니다. (N, C, H, W) -> (N, C, outH, outW)"""
    x, axes = checked(x, kernel_size, stride, padding)
    for axis, size, step, margin in axes:
        x = reduce_axis(x, axis, size, step, margin, border=0, summary=np.mean)
    return x


def reduce_axis(x, axis, size, step, margin, *, border, summary):
    """한 축을 따라 윈도우에 드는 칸의 번호를 표로 만들고, 표의 행마다 값 하나를 구합니다."""
    borders = [(margin, margin) if each == axis else (0, 0) for each in range(4)]
    padded = np.pad(x, borders, constant_values=border)
    starts = np.arange(0, padded.shape[axis] - size + 1, step)
    places = starts[:, np.newaxis] + np.arange(size)
    return summary(np.take(padded, places, axis=axis), axis=axis + 1)


def checked(x, kernel_size, stride, padding):
    """실수로 바꾼 x, 그리고 가로와 세로의 (축, 커널 크기, 스트라이드, 패딩)을 반환합니다."""
    x = np.asarray(x)
    if x.ndim != 4:
        raise ValueError(f"x는 (N, C, H, W)의 네 축이어야 합니다. 지금은 {x.ndim}개입니다")
    kernel = pair_of("kernel_size", kernel_size)
    step = kernel if stride is None else pair_of("stride", stride)
    margin = pair_of("padding", padding, least=0)
    if x.dtype.kind in "iub":
        x = x.astype(np.float64)
    axes = list(zip((2, 3), kernel, step, margin, strict=True))
    for axis, size, _, margin in axes:
        if margin * 2 > size:
            raise ValueError(f"padding이 커널의 절반을 넘습니다. {size // 2} 이하로 줄이세요")
        if size > x.shape[axis] + margin * 2:
            raise ValueError(f"kernel_size가 패딩한 이미지보다 큽니다. {x.shape[axis] + margin * 2} 이하로 줄이세요")
    return x, axes[::-1]


def pair_of(name, value, least=1):
    pair = value if isinstance(value, tuple | list) else (value,) * 2
    if len(pair) != 2:
        raise ValueError(f"{name}는 정수 하나이거나 (세로, 가로) 쌍이어야 합니다")
    for number in pair:
        if isinstance(number, bool | np.bool_) or not isinstance(number, int | np.integer) or number < least:
            raise ValueError(f"{name}는 {least} 이상의 정수여야 합니다. 지금은 {number!r}입니다")
    return tuple(pair)
