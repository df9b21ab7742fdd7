"""Rounds the last step up

en: You round the number of steps up, as if the kernel could hang over the edge in its last position. It has
to lie inside the padded input altogether. On 5 pixels a kernel of 2 with stride 2 starts at pixel 0 and at
pixel 2, and the fifth pixel is left over: the size is 2, where you get 3. Round the quotient down.

ko: 걸음 수를 올림하고 있습니다. 마지막 위치에서는 커널이 가장자리 밖으로 걸쳐도 된다고 본 셈입니다. 그러나
커널은 패딩한 입력 안에 온전히 놓여야 합니다. 입력 5칸에서 크기 2인 커널을 스트라이드 2로 옮기면 0번 칸과 2번
칸에서 시작하고 다섯째 칸은 남습니다. 따라서 크기는 3이 아니라 2이니 몫을 내림하세요.

lesson: 05-output-size#floor
"""

import math


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return math.ceil((input_size - kernel_size + 2 * padding) / stride) + 1
