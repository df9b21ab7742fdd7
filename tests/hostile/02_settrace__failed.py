"""Tampers: sys.settrace on every frame below, rewriting locals called outcome, result, passed and the like.

Fails because below this frame there is only the child's loop, which holds no outcome.
"""

import ctypes
import sys

CLAIMS = {"outcome": "passed", "passed": True, "ok": True, "kind": "passed", "status": "graded", "points": 100.0}


def _trace(frame, event, argument):
    for name in CLAIMS.keys() & frame.f_locals.keys():
        frame.f_locals[name] = CLAIMS[name]
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), 0)
    return _trace


def max_pool2d(x, kernel_size, stride=None, padding=0):
    frame = sys._getframe(1)
    while frame is not None:
        frame.f_trace = _trace
        frame.f_trace_opcodes = True
        frame = frame.f_back
    sys.settrace(_trace)
    return None


avg_pool2d = max_pool2d
