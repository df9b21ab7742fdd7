"""Leaks: returns an object whose class is named after the hidden input.

Fails (as a leak) where the kind of an answer is told only if it is a common one.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return type(f"LEAK {x.ravel()[:15].tolist()}", (), {})()


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return {"a": [type("Answer", (), {"__module__": f"LEAK {x.ravel()[:15].tolist()}"})()]}
