"""Does not flip the kernel in the convolution

en: Your `convolve2d` slides the kernel as it is, so it computes the cross-correlation once more. The
definition of convolution flips one of the two functions along both axes before it slides: over the pixels [5,
7] the kernel [1, 0] gives 7, not 5. The two agree only for kernels that look the same after a half turn,
which is why a box blur does not show the difference.

ko: `convolve2d`에서 커널을 그대로 움직였으므로 교차상관을 한 번 더 계산한 셈입니다. 컨볼루션의 정의에서는 두
함수 중 하나를 두 축 모두에 대해 뒤집은 다음 이동시킵니다. 픽셀 [5, 7] 위에서 커널 [1, 0]의 값은 5가 아니라
7입니다. 반 바퀴 돌려도 모양이 같은 커널에서만 두 결과가 같으므로, 모든 값이 같은 커널로 시험하면 차이가
드러나지 않습니다.

lesson: 03-convolution#definition
"""


def convolve2d(image, kernel, stride=1, padding=0):
    return _slide(image, kernel, stride, padding)
