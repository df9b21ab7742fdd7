"""Processes: starts Python by way of the dynamic linker, for rules that look at the program's name.

Fails because exec is denied, whatever is executed.
"""

import glob
import os
import sys

LINKER = (glob.glob("/lib64/ld-linux-*.so.*") + glob.glob("/lib/ld-linux-*.so.*") + ["/lib64/ld-linux-x86-64.so.2"])[0]
CODE = "open('/tmp/cnnlab-canary/pwned-linker', 'w')"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.execv(LINKER, [LINKER, os.path.realpath(sys.executable), "-c", CODE])


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.spawnv(os.P_NOWAIT, LINKER, [LINKER, "/bin/touch", "/tmp/cnnlab-canary/pwned-linker"])
    os.execvp("python3", ["python3", "-c", CODE])
