"""Gives even kernels half their size as padding

en: You halve the kernel whether it is odd or even. An even kernel has no middle pixel, so equal padding at
both ends never keeps the size: a kernel of 4 on 8 pixels gives 9 with padding 2 and 7 with padding 1. Say so
with an error instead of returning a number that misses by one.

ko: 커널이 홀수이든 짝수이든 크기를 반으로 나누고 있습니다. 짝수 커널에는 한가운데 칸이 없으므로 양쪽에 같은
패딩을 붙여서는 크기를 유지할 수 없습니다. 8칸에서 크기 4인 커널은 패딩이 2이면 9, 1이면 7이 됩니다. 하나
어긋나는 수를 반환하지 말고 오류로 알리세요.

lesson: 05-output-size#same
"""


def same_padding(kernel_size):
    _check_ints("same_padding", 1, kernel_size=kernel_size)
    return kernel_size // 2
