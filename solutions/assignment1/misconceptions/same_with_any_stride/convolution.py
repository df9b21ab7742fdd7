"""Accepts "same" with a stride

en: Your layer takes "same" together with a larger stride. Yet "same" promises a map as large as the input,
and a stride of 2 halves it whatever the zeros: six pixels, padded for a kernel of three, leave only three
windows. The promise holds for stride 1 alone, so raise a ValueError that names `padding`, and let the caller
give the padding as numbers.

ko: "same"을 1보다 큰 스트라이드와 함께 받아들였습니다. "same"은 특징 맵이 입력과 같은 크기임을 약속하는데,
스트라이드가 2이면 0을 채워도 크기가 절반으로 줄어듭니다. 픽셀이 여섯 개인 축을 크기 3인 커널에 맞추어
패딩해도 윈도우는 세 개뿐입니다. 이 약속은 스트라이드가 1일 때만 지킬 수 있으므로 메시지에 `padding`을 적은
ValueError를 일으키고, 패딩을 수로 지정하게 하세요.

lesson: 05-output-size#same
"""


def _borders(padding, kernel_size, stride):
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding == "same":
        height, width = kernel_size
        return ((height - 1) // 2, height // 2), ((width - 1) // 2, width // 2)
    rows, columns = _pair("padding", padding, at_least=0)
    return (rows, rows), (columns, columns)
