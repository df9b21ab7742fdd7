"""계층의 종류마다 클래스 하나: 모양을 바꾸는 일과 수용야를 넓히는 일을 계층이 스스로 압니다."""

from itertools import accumulate
from math import prod
from operator import mul


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    """커널이 시작할 수 있는 자리를 range로 늘어놓고 셉니다."""
    for name, value in (("input_size", input_size), ("kernel_size", kernel_size), ("stride", stride)):
        whole(name, value)
    whole("padding", padding, least=0)
    starts = range(-padding, input_size + padding - kernel_size + 1, stride)
    if not starts:
        raise ValueError(f"kernel_size가 패딩한 입력보다 큽니다. {input_size + 2 * padding} 이하여야 합니다")
    return len(starts)


def same_padding(kernel_size):
    """가운데 칸의 왼쪽에 있는 칸의 수입니다."""
    half, middle = divmod(whole("kernel_size", kernel_size), 2)
    if not middle:
        raise ValueError("kernel_size는 홀수여야 합니다")
    return half


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    """필터 하나가 배우는 수에 필터의 수를 곱합니다."""
    whole("in_channels", in_channels)
    whole("out_channels", out_channels)
    return out_channels * (in_channels * prod(pair_of("kernel_size", kernel_size)) + bool(bias))


def linear_parameter_count(in_features, out_features, bias=True):
    """뉴런 하나가 배우는 수에 뉴런의 수를 곱합니다."""
    return whole("out_features", out_features) * (whole("in_features", in_features) + bool(bias))


def trace_shapes(input_shape, layers):
    """입력의 모양에서 시작해 계층을 하나씩 적용한 모양을 모읍니다."""
    if not isinstance(input_shape, tuple | list) or len(input_shape) != 3:
        raise ValueError("input_shape는 (C, H, W)여야 합니다")
    for size in input_shape:
        whole("input_shape", size)
    return list(
        accumulate(each_layer(layers), lambda shape, layer: layer.shape_after(shape), initial=tuple(input_shape))
    )


def receptive_field(layers):
    """1에 (커널 - 1) · (앞선 스트라이드의 곱)을 모두 더합니다."""
    kernels, strides = [], []
    for layer in each_layer(layers):
        if layer.sees_all:
            break
        size, step = layer.side()
        kernels.append(size)
        strides.append(step)
    jumps = accumulate(strides, mul, initial=1)
    return 1 + sum((size - 1) * step for size, step in zip(kernels, jumps, strict=False))


class Unchanged:
    """relu, 그리고 다른 계층의 바탕: 아무것도 바꾸지 않습니다."""

    sees_all = False

    def __init__(self, keys):
        self.keys = keys
        self.kind = keys["type"]

    def shape_after(self, shape):
        return shape

    def side(self):
        return 1, 1


class Flatten(Unchanged):
    sees_all = True

    def shape_after(self, shape):
        return (prod(shape),)


class Linear(Unchanged):
    sees_all = True

    def shape_after(self, shape):
        if len(shape) != 1:
            raise ValueError(f"linear는 평탄한 입력을 받습니다. {shape} 뒤에 flatten을 먼저 두세요")
        return (whole("out_features", self.keys.get("out_features")),)


class Window(Unchanged):
    def step(self):
        raise NotImplementedError

    def side(self):
        return whole("kernel_size", self.keys.get("kernel_size")), whole("stride", self.step())

    def size(self):
        return pair_of("kernel_size", self.keys.get("kernel_size"))

    def padding(self):
        return pair_of("padding", self.keys.get("padding", 0), least=0)

    def slide(self, shape):
        if len(shape) != 3:
            raise ValueError(f"{self.kind}는 (C, H, W)를 받습니다. flatten보다 앞에 두세요")
        return map(conv_output_size, shape[1:], self.size(), pair_of("stride", self.step()), self.padding())


class Pooling(Window):
    def step(self):
        return self.keys.get("stride", self.keys.get("kernel_size"))

    def shape_after(self, shape):
        for margin, size in zip(self.padding(), self.size(), strict=True):
            if margin > size - margin:
                raise ValueError(f"padding은 커널의 절반인 {size // 2}까지만 쓸 수 있습니다")
        return shape[0], *self.slide(shape)


class Convolution(Window):
    def step(self):
        return self.keys.get("stride", 1)

    def shape_after(self, shape):
        return whole("out_channels", self.keys.get("out_channels")), *self.slide(shape)


KINDS = {
    "conv": Convolution,
    "max_pool": Pooling,
    "avg_pool": Pooling,
    "relu": Unchanged,
    "flatten": Flatten,
    "linear": Linear,
}


def each_layer(layers):
    if not isinstance(layers, list | tuple) or any(not isinstance(keys, dict) for keys in layers):
        raise ValueError("layers는 딕셔너리의 리스트여야 합니다")
    for keys in layers:
        if keys.get("type") not in KINDS:
            raise ValueError(f"type을 알 수 없습니다: {keys.get('type')!r}")
        yield KINDS[keys["type"]](keys)


def pair_of(name, value, least=1):
    pair = tuple(value) if isinstance(value, tuple | list) else (value, value)
    if len(pair) != 2:
        raise ValueError(f"{name}는 정수 하나이거나 (h, w) 쌍이어야 합니다")
    return tuple(whole(name, number, least) for number in pair)


def whole(name, value, least=1):
    if type(value) is not int:
        raise ValueError(f"{name}는 정수여야 합니다. {value!r}은 정수가 아닙니다")
    if value < least:
        raise ValueError(f"{name}는 {least} 이상이어야 합니다")
    return value
