"""Rounds the number of steps to the nearest whole number

en: You round the quotient to the nearest whole number, so a step that is more than half possible counts as a
whole one. The kernel either fits in a position or it does not. On 7 pixels a kernel of 2 with stride 3 starts
at pixels 0 and 3; a start at pixel 6 would need an eighth pixel, so the size is 2 although 5/3 is nearer to 2
steps than to 1. Always go down to the whole steps that are complete.

ko: 몫을 가장 가까운 정수로 반올림하고 있습니다. 절반 넘게 갈 수 있는 걸음을 온전한 걸음으로 센 것입니다.
그러나 커널은 그 자리에 들어가거나 들어가지 못하거나 둘 중 하나입니다. 입력 7칸에서 크기 2인 커널을 스트라이드
3으로 옮기면 0번과 3번 칸에서 시작하고, 6번 칸에서 시작하려면 여덟째 칸이 있어야 합니다. 5/3이 1보다 2에
가깝더라도 크기는 2이므로, 언제나 온전히 끝난 걸음만 남도록 내림하세요.

lesson: 05-output-size#floor
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return round((input_size - kernel_size + 2 * padding) / stride) + 1
