"""Transposes the kernel instead of flipping it

en: You transpose the kernel, which swaps its rows and columns. Flipping keeps every row a row and reverses
the order along both axes: [[1, 2], [3, 4]] becomes [[4, 3], [2, 1]], while its transpose is [[1, 3], [2, 4]].
A transposed 1x3 kernel would even become 3x1, so the map gets another shape. Reverse the order of the rows
and of the columns instead.

ko: 커널을 전치하여 행과 열을 맞바꾸었습니다. 뒤집기는 행을 행으로 둔 채 두 축의 순서를 거꾸로 하는 것입니다.
[[1, 2], [3, 4]]를 뒤집으면 [[4, 3], [2, 1]]이지만, 전치하면 [[1, 3], [2, 4]]가 됩니다. 1x3 커널을 전치하면
3x1이 되어 특징 맵의 모양까지 달라집니다. 전치하지 말고 행의 순서와 열의 순서를 각각 거꾸로 하세요.

lesson: 03-convolution#definition
"""


def convolve2d(image, kernel, stride=1, padding=0):
    return _slide(image, _array("kernel", kernel, axes=2).T, stride, padding)
