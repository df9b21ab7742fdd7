"""Markup: an exception whose text clears the screen, moves up, and prints a score of its own.

Fails because control characters are taken out or made visible before anything is shown.
"""

TRICK = "\x1b[2J\x1b[H\x1b[32massignment3   100.0 / 100\x1b[0m\x1b[?25l\x1b[8m"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError(TRICK + "\x1b[10A\x1b[K passed \x9b31m\x90q\x9c")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    print(TRICK, flush=True)
    raise RuntimeError("\r" + " " * 200 + "\r\x1b]0;100 points\x07\x1b]52;c;cHduZWQ=\x07\x1b]8;;http://127.0.0.1:47611/\x07passed\x1b]8;;\x07")
