"""Leaks: removes its functions and defines others whose names are made of the hidden input, to be told "did you mean".

Fails (as a leak) where only names that stand in the submission are shown.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    scope = globals()
    function = scope.pop("max_pool2d", None)
    scope.pop("avg_pool2d", None)
    for kind in ("max", "avg"):
        scope[f"{kind}_pool2d_424" + str(int(abs(x.ravel()[0] * 100)))] = function


avg_pool2d = max_pool2d
