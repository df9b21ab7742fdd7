"""Forges a result: never computes, hands out a coroutine and a generator that is truthy and never empty.

Fails because neither is data; the grader awaits and iterates nothing.
"""


async def max_pool2d(x, kernel_size, stride=None, padding=0):
    return True


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    while True:
        yield True
