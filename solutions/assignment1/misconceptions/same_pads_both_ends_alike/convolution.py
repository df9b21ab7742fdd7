"""Pads half the kernel at both ends for "same"

en: For "same" you add k // 2 zeros at both ends of each axis. That is right for odd kernels, but an even
kernel takes off only k - 1 pixels: with a kernel of two the row [5, 7] becomes 0, 5, 7, 0, and the map has
three values instead of two. Add k - 1 zeros in all; where this number is odd, the two ends get different
shares, and the larger one goes to the end.

ko: "same"에서 각 축의 양쪽 끝에 0을 k // 2개씩 더했습니다. 홀수 크기의 커널에서는 맞지만, 짝수 크기의 커널은
k - 1픽셀만 줄입니다. 커널의 크기가 2이면 행 [5, 7]이 0, 5, 7, 0이 되어 특징 맵의 값이 두 개가 아니라 세 개가
됩니다. 0은 모두 k - 1개를 더하고, 이 개수가 홀수이면 양쪽의 몫을 다르게 하여 큰 쪽을 뒤에 두세요.

lesson: 05-output-size#same
"""


def _borders(padding, kernel_size, stride):
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding == "same":
        if stride != (1, 1):
            raise ValueError("padding='same' needs stride 1")
        height, width = kernel_size
        return (height // 2, height // 2), (width // 2, width // 2)
    rows, columns = _pair("padding", padding, at_least=0)
    return (rows, rows), (columns, columns)
