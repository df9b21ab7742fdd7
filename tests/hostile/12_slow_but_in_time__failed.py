"""Time: each call takes most of its time and answers wrongly, so that the whole submission takes for ever.

Fails because the submission has a deadline besides the call's (then `timeout`), and the answers are wrong.
"""

import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    time.sleep(1.2)
    return 0


avg_pool2d = max_pool2d
