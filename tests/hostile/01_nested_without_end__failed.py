"""Forges a result: a list nested a hundred thousand deep and one that holds itself, to overflow an encoder or a decoder.

Fails because nesting is capped on both sides, and too deep is the student's outcome, not a fault.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    answer = {}
    answer["outcome"] = [answer, (answer,)]
    return answer
