"""Markup: prints the lines that graders print, in the hope that a line of output is read as a result.

Fails because the student's output is never read for results.
"""

import json
import sys

LINES = [
    "##### PASSED [100%]",
    "============================== 12 passed in 0.10s ==============================",
    "Score: 100/100",
    json.dumps({"schema": 1, "status": "graded", "score": 100.0, "max_score": 100.0, "checks": []}),
    json.dumps({"scores": {"pooling": 100}, "tests": [{"score": 100, "max_score": 100}]}),
    "::set-output name=score::100\n##teamcity[testFinished]\nok 1 - pooling\n1..1",
]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for line in LINES:
        print(f"\r\n{line}", file=sys.stdout, flush=True)
        print(f"\x00{line}", file=sys.__stderr__, flush=True)
    return 100.0


avg_pool2d = max_pool2d
