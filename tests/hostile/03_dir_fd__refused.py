"""Steals: opens / as a bare O_PATH handle and walks down to the reference relative to descriptors.

Fails because Landlock judges the file that is opened, not the way to it.
"""

import os

_at = os.open("/", os.O_PATH | os.O_DIRECTORY)
for _part in ("work", "main", "solutions", "assignment3", "reference"):
    _at = os.open(_part, os.O_PATH | os.O_DIRECTORY, dir_fd=_at)
exec(os.read(os.open("pooling.py", os.O_RDONLY, dir_fd=_at), 1 << 20))
