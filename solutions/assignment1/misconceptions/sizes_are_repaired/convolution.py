"""Quietly replaces an impossible stride or padding

en: Where a stride is 0 or a padding is negative or not a whole number, you replace it by the nearest value
that works and go on. The caller then gets a map of a size that was never asked for, and the mistake shows up
later, far from its cause. A stride of 0 never moves and a padding of -1 adds nothing: both are errors in the
call. Raise a ValueError that names `stride` or `padding`.

ko: 스트라이드가 0이거나 패딩이 음수 또는 정수가 아닌 수일 때, 쓸 수 있는 값으로 말없이 바꾸어 계산을 이어
갑니다. 그러면 호출한 쪽은 요청한 적 없는 크기의 특징 맵을 받고, 실수는 원인에서 멀리 떨어진 곳에서
드러납니다. 스트라이드가 0이면 움직이지 않고, 패딩 -1은 더할 것이 없으므로 둘 다 잘못된 호출입니다. 메시지에
`stride` 또는 `padding`을 적은 ValueError를 일으키세요.

lesson: 05-output-size#stride
"""

import numpy as np


def _pair(name, value, at_least):
    pair = tuple(value) if isinstance(value, tuple | list) else (value, value)
    if len(pair) != 2 or not all(isinstance(number, int | float | np.number) for number in pair):
        raise ValueError(f"{name} is neither a number nor a pair")
    return tuple(max(at_least, int(number)) for number in pair)
