"""Leaves the stride out of the size

en: Your size is the same for every stride. A stride of 2 skips every other start: on 7 pixels a kernel of 3
starts at 0, 2 and 4, which makes 3 positions, while you count all 5. The distance that the kernel can travel
has to be measured in strides.

ko: 스트라이드가 얼마이든 같은 크기가 나옵니다. 스트라이드가 2이면 시작 위치를 하나씩 건너뜁니다. 입력 7칸에서
크기 3인 커널은 0, 2, 4번 칸에서 시작하므로 세 자리이지만, 지금은 다섯 자리를 모두 세고 있습니다. 커널이
움직일 수 있는 거리를 스트라이드 단위로 재세요.

lesson: 05-output-size#stride
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return input_size - kernel_size + 2 * padding + 1
