"""Time: ignores and blocks every signal that can be, then sleeps for a minute.

Fails because SIGKILL can be neither ignored nor blocked.
"""

import signal
import time

for _number in signal.valid_signals():
    try:
        signal.signal(_number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def max_pool2d(x, kernel_size, stride=None, padding=0):
    time.sleep(60)


avg_pool2d = max_pool2d
