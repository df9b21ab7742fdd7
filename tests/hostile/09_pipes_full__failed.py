"""Memory: kernel memory, in the shape of full pipes (a thousand of 1 MB at most).

Fails because the number of open files is limited; the answer is wrong.
"""

import fcntl
import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for _ in range(1000):
        try:
            reader, writer = os.pipe()
            os.set_blocking(writer, False)
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 1 << 20)
            os.write(writer, bytes(1 << 20))
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
