"""Leaks: imports a module whose name is made of the hidden input.

Fails (as a leak) where only names that stand in the submission are shown.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    __import__("LEAK_" + "_".join(f"{value:.0f}" for value in x.ravel()[:20]).replace("-", "m"))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise ModuleNotFoundError(name=f"LEAK {x.ravel()[:10].tolist()}".replace(".", ","))
