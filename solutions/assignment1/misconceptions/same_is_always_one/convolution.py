"""Takes "same" for a padding of 1

en: You replace "same" by a padding of 1, which keeps the size of the map for a 3x3 kernel only. A 5x5 kernel
takes four pixels off each axis and needs two zeros at either end; a 1x1 kernel takes off none and needs no
padding. Work the number of zeros out from the kernel: k - 1 along each axis, shared out over the two ends.

ko: "same"을 패딩 1로 바꾸었는데, 이렇게 해서 크기가 유지되는 것은 3x3 커널뿐입니다. 5x5 커널은 각 축을 네
픽셀 줄이므로 양쪽 끝에 0이 두 줄씩 필요하고, 1x1 커널은 크기를 줄이지 않으므로 패딩이 필요 없습니다. 0의
개수를 커널에서 구하세요. 축마다 모두 k - 1개가 필요하고, 이것을 양쪽 끝에 나누어 넣습니다.

lesson: 05-output-size#same
"""


def _borders(padding, kernel_size, stride):
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding == "same":
        if stride != (1, 1):
            raise ValueError("padding='same' needs stride 1")
        return (1, 1), (1, 1)
    rows, columns = _pair("padding", padding, at_least=0)
    return (rows, rows), (columns, columns)
