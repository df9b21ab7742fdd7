"""Forges a result: returns what the grader's own records might look like (a fault here, a pass there).

Fails because a return value is only ever a value, whatever its keys are called.
"""

CLAIM = {"schema": 1, "status": "fault", "score": 100.0, "max_score": 100.0, "fault": True, "ok": True}


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return {"outcome": "fault", "kind": "fault", "type": "fault", "points": 100, "max_points": 100, **CLAIM}


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return {"outcome": "passed", "kind": "value", "dtype": "<f8", "shape": [1], "value": True, **CLAIM}
