"""Delegates: scipy by __import__ with its name put together at run time, inside the function.

Fails because the kernel forbids the files, not the text `import scipy`.
"""


def _filters():
    return getattr(__import__("yppics"[::-1] + "." + "ndimage"), "ndimage")


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    wide = _filters().grey_dilation(x, size=(1, 1, k, k))
    return wide[:, :, k // 2 :: stride or k, k // 2 :: stride or k][:, :, : x.shape[2] // k, : x.shape[3] // k]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    k = kernel_size
    wide = _filters().uniform_filter(x, size=(1, 1, k, k))
    return wide[:, :, k // 2 :: stride or k, k // 2 :: stride or k][:, :, : x.shape[2] // k, : x.shape[3] // k]
