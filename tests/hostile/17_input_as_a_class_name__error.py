"""Leaks: encodes the input in the name of an exception class, of its module, a function, a file and a local variable.

Fails (as a leak) where a class name from hidden checks is not shown unless it is a common one.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    name = "LEAK_" + "_".join(str(int(value * 100)) for value in x.ravel()[:40])
    raise type(name, (Exception,), {"__module__": name})(kernel_size)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    name = "LEAK_" + x.tobytes().hex()[:400]
    exec(compile(f"def leak():\n    {name} = 1\n    raise RuntimeError\nleak()", name, "exec"))
