"""Steals: goes through its own file descriptors for a file or folder of the grader's that was left open.

Fails because every descriptor but the channel, and the pipe for output, is closed before student code is seen.
"""

import os
import stat

SOURCE = b""
for _fd in range(3, 1024):
    try:
        _mode = os.fstat(_fd).st_mode
        if stat.S_ISDIR(_mode):
            _deeper = os.open("solutions/assignment3/reference/pooling.py", os.O_RDONLY, dir_fd=_fd)
            SOURCE = os.read(_deeper, 1 << 20)
        elif stat.S_ISREG(_mode) and b"def max_pool2d" in (_text := os.pread(_fd, 1 << 20, 0)):
            SOURCE = _text if b"NotImplementedError" not in _text else SOURCE
    except OSError:
        continue

max_pool2d = avg_pool2d = lambda *args, **kwargs: None  # noqa: E731
exec(SOURCE)
