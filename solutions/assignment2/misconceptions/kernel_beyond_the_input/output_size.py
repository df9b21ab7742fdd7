"""Computes a size for a kernel that does not fit

en: Your formula is right where the kernel fits, but you use it where the kernel is larger than the padded
input as well. A kernel of 5 has no place at all on 3 pixels, and the formula then says -1: a number that no
feature map can have, and that would travel on through the network unnoticed. Refuse such a call, and remember
that padding can make room.

ko: 커널이 들어가는 경우의 식은 맞습니다. 그러나 커널이 패딩한 입력보다 클 때에도 같은 식을 쓰고 있습니다.
입력 3칸에 크기 5인 커널은 놓일 자리가 없는데 식은 -1을 내놓습니다. 특징 맵의 크기가 될 수 없는 이 값이 눈에
띄지 않은 채 다음 계층으로 넘어갑니다. 이런 호출은 거부하세요. 다만 패딩을 하면 자리가 생길 수도 있습니다.

lesson: 05-output-size#formula
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_ints("conv_output_size", 1, input_size=input_size, kernel_size=kernel_size, stride=stride)
    _check_ints("conv_output_size", 0, padding=padding)
    return (input_size - kernel_size + 2 * padding) // stride + 1
