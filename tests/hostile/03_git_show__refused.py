"""Steals: asks git itself for the reference of the last commit.

Fails because no process can be started, and git could not read the repository either.
"""

import subprocess

_source = subprocess.check_output(
    ["git", "-C", "/work/main", "show", "HEAD:solutions/assignment3/reference/pooling.py"], timeout=20
)
exec(_source)
