"""Steals: asks the installed package's own records (direct_url.json, editable paths) where the course lies.

Fails because knowing the path is of no use without leave to read it.
"""

import importlib.metadata
import json
import pathlib
import urllib.parse

COURSE = None
try:
    _record = importlib.metadata.distribution("cnnlab").read_text("direct_url.json")
    COURSE = pathlib.Path(urllib.parse.urlparse(json.loads(_record)["url"]).path)
except (importlib.metadata.PackageNotFoundError, OSError, TypeError):
    import sys

    COURSE = pathlib.Path(sys.prefix).parent

SCOPE = {"max_pool2d": str, "avg_pool2d": str}
try:
    exec((COURSE / "solutions/assignment3/reference/pooling.py").read_bytes(), SCOPE)
except OSError:
    SCOPE = {"max_pool2d": lambda *a, **k: "", "avg_pool2d": lambda *a, **k: ""}
max_pool2d, avg_pool2d = SCOPE["max_pool2d"], SCOPE["avg_pool2d"]
