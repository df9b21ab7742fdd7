"""Markup: direction overrides, zero-width and combining characters that make a line read otherwise than it is.

Fails because such characters are taken out or made visible.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError("\u202e001 / 0.001\u202c \u2066points\u2069\u200b\u200f\ufeff" + "Z" + "\u0300" * 500)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise type("Err\u202edessap", (Exception,), {})("\u2028\u2029\u0085\u000b\u000c passed \U000e0041\U000e0042")
