"""Leaks: raises a SyntaxError, from a function of another file, whose text and line hold the hidden input.

Fails (as a leak) where a SyntaxError in a call is not told in the student's own words.
"""

CODE = """
def max_pool2d(x, kernel_size, stride=None, padding=0):
    leak = f"LEAK {x.ravel()[:20].tolist()} {kernel_size} {stride} {padding}"
    raise SyntaxError(leak, ("pooling.py", 7, 1, leak))
"""
exec(compile(CODE, "another.py", "exec"))
avg_pool2d = max_pool2d  # noqa: F821
