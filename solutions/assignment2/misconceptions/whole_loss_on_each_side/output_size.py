"""Puts the whole loss back at each end

en: A kernel of F costs F - 1 pixels, and you give each end that many back. The loss is shared by the two
ends: a kernel of 3 costs 2 pixels, one on the left and one on the right, and with padding 2 an input of 5
would grow to 7. Check your answer by putting it into the formula for the output size.

ko: 크기 F인 커널은 F - 1칸을 줄이는데, 그만큼을 양쪽 끝에 각각 돌려주고 있습니다. 줄어든 칸은 두 끝이 나누어
채웁니다. 크기 3인 커널은 왼쪽과 오른쪽에서 한 칸씩 모두 2칸을 줄이므로, 패딩을 2로 하면 5칸이 7칸으로
커집니다. 구한 패딩을 출력 크기 식에 넣어 확인하세요.

lesson: 05-output-size#same
"""


def same_padding(kernel_size):
    _check_ints("same_padding", 1, kernel_size=kernel_size)
    if kernel_size % 2 == 0:
        raise ValueError(f"same_padding: kernel_size={kernel_size} is even")
    return kernel_size - 1
