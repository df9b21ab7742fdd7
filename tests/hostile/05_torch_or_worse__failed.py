"""Delegates: tries torch, jax, keras, tensorflow, cupy, pandas and scikit-image in turn, each import caught.

Fails because none of them can be imported, and the answer of last resort is wrong.
"""

import contextlib

LIBRARY = {}
for _name in ("torch", "jax", "keras", "tensorflow", "cupyx.scipy.ndimage", "scipy.ndimage", "skimage.measure", "pandas"):
    with contextlib.suppress(Exception):
        LIBRARY[_name.split(".")[-1]] = __import__(_name, fromlist=["x"])


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    if "torch" in LIBRARY:
        torch = LIBRARY["torch"]
        return torch.nn.functional.max_pool2d(torch.from_numpy(x), k, s, padding).numpy()
    if "ndimage" in LIBRARY:
        return LIBRARY["ndimage"].maximum_filter(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]
    if "measure" in LIBRARY:
        return LIBRARY["measure"].block_reduce(x, (1, 1, k, k), max)
    return list(LIBRARY)


avg_pool2d = max_pool2d
