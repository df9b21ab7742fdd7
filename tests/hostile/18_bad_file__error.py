"""Breaks the child: a file that cannot be decoded as its own first line says (the cookie names no codec).

Fails because a file that Python cannot read is a student's error, for every check.
"""
# The cookie must stand in the first two lines to count, so this one is compiled from text on import.

exec(compile(b"# -*- coding: pwned -*-\nscore = 100\n", "pooling.py", "exec"))
