"""Leaks: raises each hidden input as the text of an exception, to be read in the report.

Fails (as a leak) where hidden checks show no student text that could hold an input; earns nothing at all.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError(f"LEAK {x.tolist()!r} {kernel_size} {stride} {padding}")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("LEAK", x.shape, x.ravel()[:50].tolist(), kernel_size, stride, padding)
