"""Tampers: an audit hook, which cannot be removed, that makes every later open, import and exec of the process fail.

Fails because it binds only this child, which is thrown away.
"""

import sys

ARMED = []


def _hook(event, arguments):
    if ARMED and event in {"open", "import", "exec", "compile", "socket.connect", "subprocess.Popen"}:
        raise KeyboardInterrupt("passed")


sys.addaudithook(_hook)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    ARMED.append(True)
    return 0


avg_pool2d = max_pool2d
