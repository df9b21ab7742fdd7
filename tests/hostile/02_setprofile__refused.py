"""Tampers: a profile hook, in this and every later thread, which on each return of an encoder alters what it returned.

Fails because all it can alter is the student's own reply; it holds no expected value to put there.
"""

import sys
import threading


def _profile(frame, event, value):
    if event != "return":
        return
    if isinstance(value, dict):
        value.update({key: "passed" for key in ("outcome", "kind", "type") if key in value})
    elif isinstance(value, bytearray):
        value[:] = value.replace(b"error", b"fault").replace(b"value", b"fault")


sys.setprofile(_profile)
threading.setprofile(_profile)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    sys.setprofile(_profile)
    return []


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    sys.setprofile(_profile)
    raise RuntimeError("error")
