"""Threads: a thread writes frames into the channel between and during the real replies.

Fails because bytes without the nonce of the call end the child, whenever they come.
"""

import os
import threading
import time


def _speak():
    for _ in range(200):
        for fd in range(3, 32):
            try:
                os.write(fd, b"\x00\x00\x00\x0d\x00\x00\x00\x00\x81\xa4kind\xa6passed")
            except OSError:
                continue
        time.sleep(0.01)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.Thread(target=_speak, daemon=True).start()
    time.sleep(0.2)
    return 0


avg_pool2d = max_pool2d
