"""Memory: a list extended by itself, and a text that doubles (4 GB at most).

Fails because the limit comes first.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    grow = [0.0]
    while len(grow) < 1 << 29:
        grow.extend(grow)
    return grow[:3]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    text = "x"
    while len(text) < 1 << 32:
        text = f"{text}{text}"
    return text[:3]
