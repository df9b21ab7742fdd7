"""Steals: imports the grading side of cnnlab itself and asks its catalogue for the reference.

Fails because the child can import nothing of ours beyond what it was started with.
"""

import importlib

_catalogue = importlib.import_module("cnnlab.course.catalogue")
_grading = importlib.import_module("cnnlab.grading")
_course = vars(_catalogue).get("read_course", vars(_catalogue).get("find"))
_reference = getattr(_grading, "load_reference", None) or getattr(_grading, "reference", None)
_module = _reference(_course("/work/main"), "assignment3")
max_pool2d, avg_pool2d = _module.max_pool2d, _module.avg_pool2d
