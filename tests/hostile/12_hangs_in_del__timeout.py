"""Time: a finaliser that sleeps for a minute as soon as the answer is let go.

Fails because the child is killed, finalisers or not.
"""

import time


class Clinging:
    def __del__(self):
        time.sleep(60)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    Clinging()
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    held = Clinging()
    return [held][:0]
