"""Adds one before dividing by the stride

en: Your + 1 is divided by the stride along with the rest. The first position is there whatever the stride, so
it must not be divided: on 7 pixels a kernel of 3 with stride 2 has 4/2 = 2 steps and so 3 positions, while
5/2 rounded down is 2. With stride 1 the two agree, which hides the slip. Divide first, then count the first
position.

ko: 더해 준 1까지 스트라이드로 나누고 있습니다. 첫 위치는 스트라이드와 상관없이 있으므로 나누면 안 됩니다.
입력 7칸에서 크기 3인 커널을 스트라이드 2로 옮기면 4/2 = 2걸음이므로 세 자리이지만, 5/2를 내림하면 2가 됩니다.
스트라이드가 1이면 두 값이 같아서 실수가 드러나지 않습니다. 먼저 나눈 다음 첫 위치를 더하세요.

lesson: 05-output-size#formula
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return (input_size - kernel_size + 2 * padding + 1) // stride
