"""Steals: reads the reference by way of linecache, tokenize and inspect rather than open.

Fails because all of them end in the same open, which the kernel denies.
"""

import inspect
import linecache
import sys

PATH = "/work/main/solutions/assignment3/reference/pooling.py"
_text = "".join(linecache.getlines(PATH))
for _name, _lines in list(linecache.cache.items()):
    if len(_lines) > 2 and any("def max_pool2d" in line for line in _lines[2] or ()) and _name != __file__:
        _text = "".join(_lines[2])
for _module in list(sys.modules.values()):
    if hasattr(_module, "max_pool2d") and getattr(_module, "__file__", None) not in (None, __file__):
        _text = inspect.getsource(_module)

max_pool2d = avg_pool2d = lambda *args, **kwargs: None  # noqa: E731
exec(_text)
