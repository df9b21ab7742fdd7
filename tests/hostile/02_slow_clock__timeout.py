"""Tampers: stops every clock it can reach and the interpreter's alarms, then works without end (at most 60 s).

Fails because the deadline is the parent's own wall clock.
"""

import signal
import time

_now = time.monotonic
END = _now() + 60

for _name in ("time", "monotonic", "perf_counter", "process_time", "time_ns", "monotonic_ns"):
    setattr(time, _name, lambda: 0)
signal.setitimer(signal.ITIMER_REAL, 0)
signal.alarm(0)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    while _now() < END:
        pass


avg_pool2d = max_pool2d
