"""Pads with zeros before taking the maximum

en: Your padded border holds zeros, and in max pooling a zero can win. In a window with -3, -5 and two
border pixels your answer is 0, a value that stands nowhere in the image; it should be -3. Fill the border
of max pooling with something that is smaller than every number. Zeros belong to average pooling only.

ko: 패딩한 가장자리를 0으로 채웠습니다. 맥스 풀링에서는 이 0이 최댓값으로 뽑힐 수 있습니다. 예를
들어 윈도우에 −3과 −5, 그리고 패딩 두 칸이 있으면 답은 −3이어야 하는데, 이미지 어디에도 없는 0이
나옵니다. 맥스 풀링의 가장자리는 어떤 수보다도 작은 값으로 채우세요. 0으로 채우는 것은 평균 풀링에서만
맞습니다.

lesson: 07-pooling#padding
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=0.0).max(axis=(4, 5))
