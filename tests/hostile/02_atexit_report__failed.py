"""Tampers: at exit writes a full-marks report over every place where a report might be expected.

Fails because the report is made by the grader from its own records; these paths are out of reach.
"""

import atexit
import json
import os

REPORT = json.dumps({"schema": 1, "status": "graded", "score": 100.0, "max_score": 100.0, "checks": []})


@atexit.register
def _write():
    for path in ("report.json", "results.json", "/tmp/pwned-cnnlab-report.json", "/tmp/cnnlab-canary/pwned-report.json"):
        try:
            with open(path, "x") as file:
                file.write(REPORT)
        except OSError:
            continue
    for descriptor in (1, 2):
        os.write(descriptor, REPORT.encode() + b"\n")


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return REPORT


avg_pool2d = max_pool2d
