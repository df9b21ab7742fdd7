"""Steals: links the reference into its own, granted folder and opens the link.

Fails because Landlock judges the target.
"""

import os
import tempfile

_link = os.path.join(tempfile.mkdtemp(dir="."), "mine.py")
os.symlink("/work/main/solutions/assignment3/reference/pooling.py", _link)
with open(_link) as _file:
    exec(_file.read())
