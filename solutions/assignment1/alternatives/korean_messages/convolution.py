"""윈도우를 행렬의 행으로 펼쳐(im2col) 행렬 곱 한 번으로 모든 합을 구합니다."""

import numpy as np


def match_score(patch, kernel):
    """같은 칸끼리 곱한 값의 평균입니다."""
    patch, kernel = np.asarray(patch), np.asarray(kernel)
    if patch.ndim != 2 or patch.size == 0:
        raise ValueError("patch는 비어 있지 않은 2차원 배열이어야 합니다")
    if kernel.shape != patch.shape:
        raise ValueError(f"kernel은 patch와 모양이 같아야 합니다. {patch.shape}로 맞추세요")
    return float(np.average(np.multiply(patch, kernel, dtype=np.float64)))


def cross_correlate2d(image, kernel, stride=1, padding=0):
    """이미지 한 장과 필터 하나로 된 배치로 보고 계산합니다."""
    image, kernel = plane("image", image), plane("kernel", kernel)
    step = whole_pair("stride", stride, 1)
    margin = whole_pair("padding", padding, 0)
    padded = np.pad(image, [(margin_of, margin_of) for margin_of in margin])
    return unfold_and_multiply("kernel", padded[None, None], kernel[None, None], step)[0, 0]


def convolve2d(image, kernel, stride=1, padding=0):
    """행과 열의 순서를 거꾸로 한 커널로 교차상관을 구합니다."""
    return cross_correlate2d(image, plane("kernel", kernel)[::-1, ::-1], stride, padding)


def conv2d(x, weight, bias=None, stride=1, padding=0):
    """필터마다 모든 채널의 합을 구하고 편향을 한 번 더합니다."""
    x, weight = np.asarray(x), np.asarray(weight)
    for name, array in (("x", x), ("weight", weight)):
        if array.ndim != 4 or array.size == 0:
            raise ValueError(f"{name}에는 비어 있지 않은 4차원 배열을 주세요")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"weight의 입력 채널 수는 {x.shape[1]}이어야 합니다. 지금은 {weight.shape[1]}입니다")
    if bias is not None and np.shape(bias) != (weight.shape[0],):
        raise ValueError(f"bias는 필터마다 하나씩, 모두 {weight.shape[0]}개여야 합니다")
    step = whole_pair("stride", stride, 1)
    padded = np.pad(x, [(0, 0), (0, 0), *borders_of(padding, weight.shape[2:], step)])
    maps = unfold_and_multiply("weight", padded, weight, step)
    return maps if bias is None else maps + np.reshape(bias, (1, -1, 1, 1))


def unfold_and_multiply(name, x, weight, step):
    """윈도우 하나가 행 하나, 필터 하나가 열 하나인 두 행렬을 곱합니다."""
    float_type = np.result_type(x, weight)
    float_type = float_type if float_type.kind == "f" else np.dtype(np.float64)
    images, _, height, width = x.shape
    filters, _, kernel_height, kernel_width = weight.shape
    if kernel_height > height or kernel_width > width:
        raise ValueError(f"{name}의 크기가 패딩한 이미지 {height}x{width}보다 큽니다")
    rows = np.arange(0, height - kernel_height + 1, step[0])
    columns = np.arange(0, width - kernel_width + 1, step[1])
    m = rows[:, None, None, None] + np.arange(kernel_height)[:, None]
    n = columns[:, None, None] + np.arange(kernel_width)
    windows = np.moveaxis(x[:, :, m, n], 1, 3).astype(float_type)
    sums = windows.reshape(images * len(rows) * len(columns), -1) @ weight.reshape(filters, -1).T.astype(float_type)
    return np.moveaxis(sums.reshape(images, len(rows), len(columns), filters), 3, 1)


def borders_of(padding, kernel_size, step):
    """((위, 아래), (왼쪽, 오른쪽))에 더할 0의 개수입니다."""
    if not isinstance(padding, str):
        return [(margin, margin) for margin in whole_pair("padding", padding, 0)]
    if padding == "valid":
        return [(0, 0), (0, 0)]
    if padding != "same":
        raise ValueError(f"padding은 정수, 쌍, 'valid', 'same' 가운데 하나여야 합니다. {padding!r}은 모르는 말입니다")
    if step != (1, 1):
        raise ValueError("padding을 'same'으로 하려면 스트라이드가 1이어야 합니다")
    return [((size - 1) // 2, size - 1 - (size - 1) // 2) for size in kernel_size]


def plane(name, value):
    array = np.asarray(value)
    if array.ndim != 2 or array.size == 0:
        raise ValueError(f"{name}에는 비어 있지 않은 2차원 배열을 주세요")
    return array


def whole_pair(name, value, least):
    pair = tuple(value) if isinstance(value, tuple | list) else (value, value)
    if len(pair) != 2 or any(type(number) is not int and not isinstance(number, np.integer) for number in pair):
        raise ValueError(f"{name}는 정수이거나 정수 두 개의 쌍이어야 합니다")
    if min(pair) < least:
        raise ValueError(f"{name}는 {least} 이상이어야 합니다")
    return pair
