"""Puts the extra zero of "same" at the start

en: An even kernel needs an odd number of zeros to keep the size, and you put the extra one at the top and on
the left. In this course, as in PyTorch, it goes to the end: the row [5, 7] under a kernel of two cells is
padded to 5, 7, 0, not to 0, 5, 7. With your choice the whole feature map is shifted by one pixel. Give the
start the smaller half and the end the rest.

ko: 크기가 짝수인 커널에서 크기를 유지하려면 0이 홀수 개 필요한데, 남는 하나를 위쪽과 왼쪽에 넣었습니다. 이
강의에서는 PyTorch와 같이 남는 0을 끝에 넣습니다. 크기가 2인 커널을 쓸 때 행 [5, 7]은 0, 5, 7이 아니라 5, 7,
0으로 패딩됩니다. 앞쪽에 넣으면 특징 맵 전체가 한 픽셀 밀립니다. 앞쪽에 작은 쪽 절반을, 뒤쪽에 나머지를
넣으세요.

lesson: 05-output-size#same
"""


def _borders(padding, kernel_size, stride):
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding == "same":
        if stride != (1, 1):
            raise ValueError("padding='same' needs stride 1")
        height, width = kernel_size
        return (height // 2, (height - 1) // 2), (width // 2, (width - 1) // 2)
    rows, columns = _pair("padding", padding, at_least=0)
    return (rows, rows), (columns, columns)
