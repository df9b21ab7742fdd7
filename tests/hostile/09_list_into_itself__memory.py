"""Memory: a list repeated by itself, and a text joined of itself (4 GB at most).

Fails because the limit comes first.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    grow = [0.0] * (1 << 20)
    while len(grow) < 1 << 29:
        grow *= 32
    return grow[:3]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    text = "x" * (1 << 22)
    while len(text) < 1 << 32:
        text = "".join([text] * 64)
    return text[:3]
