"""Divides the input by the stride and leaves the kernel out

en: You divide the (padded) input by the stride, so the size of the kernel plays no part. That is right by
luck for 2×2 pooling with stride 2, but not elsewhere: on 7 pixels a kernel of 3 with stride 1 cannot start on
the last two pixels, so there are 5 positions and not 7. Take away what the kernel itself covers before you
count strides.

ko: (패딩한) 입력을 스트라이드로 나누기만 해서 커널 크기가 계산에 들어가지 않았습니다. 2×2 풀링을 스트라이드
2로 할 때는 우연히 맞지만 다른 경우에는 맞지 않습니다. 입력 7칸에서 크기 3인 커널을 스트라이드 1로 옮기면
마지막 두 칸에서는 시작할 수 없으므로 자리는 7곳이 아니라 5곳입니다. 걸음을 세기 전에 커널이 차지하는 길이를
빼세요.

lesson: 05-output-size#formula
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return (input_size + 2 * padding) // stride
