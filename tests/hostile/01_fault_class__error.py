"""Forges a fault: raises exceptions named and placed like the grader's own, which would never cost a point.

Fails because whatever student code raises is an error of the student's, by whatever name.
"""


def _forged(name, module):
    return type(name, (BaseException,), {"__module__": module, "outcome": "fault", "__qualname__": name})


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise _forged("fault", "cnnlab.errors")("the grader is broken, no points lost", {"outcome": "fault"})


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    for name in ("Fault", "GraderFault", "SandboxFault", "ChildFault", "ProtocolError"):
        try:
            raise _forged(name, "cnnlab.sandbox")("fault")
        except BaseException as forged:
            forged.__class__.__module__ = "cnnlab.grading"
            raise forged from None
