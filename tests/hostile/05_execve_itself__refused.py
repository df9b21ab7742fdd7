"""Delegates: replaces the child by a fresh interpreter that inherits the channel and has all packages.

Fails because exec is denied.
"""

import os
import sys

CODE = "import scipy.ndimage, time; open('/tmp/cnnlab-canary/pwned-execve', 'w').close(); time.sleep(5)"
for _fd in range(3, 64):
    try:
        os.set_inheritable(_fd, True)
    except OSError:
        continue
os.execv(sys.executable, [sys.executable, "-I", "-c", CODE])
