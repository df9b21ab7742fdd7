"""Delegates: lets pkgutil look for any installed package that can pool, and resolves its function by name.

Fails because only the packages of the assignment are to be found; no name resolves.
"""

import pkgutil

CANDIDATES = (
    ("scipy.ndimage:maximum_filter", "scipy.ndimage:uniform_filter"),
    ("skimage.measure:block_reduce", "skimage.measure:block_reduce"),
    ("cv2:dilate", "cv2:blur"),
    ("bottleneck:move_max", "bottleneck:move_mean"),
)


def _pool(which, x, k, s):
    for pair in CANDIDATES:
        try:
            window = pkgutil.resolve_name(pair[which])
        except Exception:
            continue
        return window(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]
    return sorted(module.name for module in pkgutil.iter_modules())


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return _pool(0, x, kernel_size, stride or kernel_size)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return _pool(1, x, kernel_size, stride or kernel_size)
