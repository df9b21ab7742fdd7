"""Steals: opens the reference at its known place and executes it.

Fails because that place is not readable to the child; the refusal is left uncaught.
"""

with open("/work/main/solutions/assignment3/reference/pooling.py", encoding="utf-8") as _file:
    exec(compile(_file.read(), "pooling.py", "exec"))
