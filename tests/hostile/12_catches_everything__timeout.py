"""Time: a loop that catches BaseException, so that nothing raised inside ends it (a minute at most).

Fails because the child is killed from outside, not asked by an exception.
"""

import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            while time.monotonic() < end:
                time.sleep(0.01)
        except BaseException:
            continue
        finally:
            end = end + 0


avg_pool2d = max_pool2d
