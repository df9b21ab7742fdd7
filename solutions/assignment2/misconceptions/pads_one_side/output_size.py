"""Counts the padding on one side only

en: You add the padding once, as if only one end of the axis grew. Padding is put at both ends: 5 pixels with
padding 1 become 7, so a kernel of 3 has 5 positions and the size is kept, while you get 4. Count the padding
for the left and for the right.

ko: 패딩을 한 번만 더해서 한쪽 끝만 늘어난 것으로 계산했습니다. 패딩은 양쪽 끝에 모두 붙습니다. 5칸에 패딩 1을
두르면 7칸이 되어 크기 3인 커널이 놓일 자리는 5곳이고 크기가 유지되지만, 지금은 4가 나옵니다. 왼쪽과 오른쪽의
패딩을 모두 세세요.

lesson: 05-output-size#padding
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return max(input_size - kernel_size + padding, 0) // stride + 1
