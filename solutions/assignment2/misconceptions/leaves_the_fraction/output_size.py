"""Leaves the quotient a fraction

en: Your size is the result of an ordinary division and stays a float. A size counts positions, and there is
no half position: for 5 pixels, a kernel of 2 and stride 2 you get 2.5, while the kernel stands in just 2
places. Even where the division comes out even, a float such as 13.0 cannot be the side of an array. Keep only
the complete steps, as an int.

ko: 보통의 나눗셈 결과를 그대로 두어 크기가 실수가 되었습니다. 출력 크기는 위치의 개수이므로 반 개짜리 위치는
없습니다. 입력 5칸, 커널 2, 스트라이드 2에서 2.5가 나오지만 커널이 놓이는 자리는 두 곳뿐입니다. 나누어떨어질
때에도 13.0 같은 실수는 배열의 크기가 될 수 없습니다. 온전히 끝난 걸음만 남겨 정수로 반환하세요.

lesson: 05-output-size#floor
"""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    _check_axis(input_size, kernel_size, stride, padding)
    return (input_size - kernel_size + 2 * padding) / stride + 1
