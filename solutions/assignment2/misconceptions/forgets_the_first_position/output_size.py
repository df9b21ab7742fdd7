"""Counts the steps and forgets the first position

en: You count how often the kernel moves, but before its first move it already stands somewhere. On 5 pixels a
kernel of 3 can move 2 steps and so it stands in 3 places: starts 0, 1 and 2. Whoever takes two steps has
stood in three places; count the starting place too.

ko: 커널이 움직인 횟수만 세고 있습니다. 그러나 움직이기 전에도 커널은 이미 한 곳에 놓여 있습니다. 입력 5칸에서
크기 3인 커널은 두 걸음 움직일 수 있으므로 0, 1, 2번 칸의 세 곳에 놓입니다. 출발한 자리도 함께 세세요.

lesson: 05-output-size#formula
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return (input_size - kernel_size + 2 * padding) // stride
