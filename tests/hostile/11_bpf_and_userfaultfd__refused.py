"""Kernel: bpf, userfaultfd and perf_event_open, the usual first steps of kernel exploits.

Fails because all three are denied.
"""

import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
BPF, USERFAULTFD, PERF = {"x86_64": (321, 323, 298), "aarch64": (280, 282, 241)}[platform.machine()]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    attributes = ctypes.create_string_buffer(b"\x02\0\0\0\x04\0\0\0\x04\0\0\0\x01", 128)
    made = [libc.syscall(BPF, 0, attributes, 128), libc.syscall(USERFAULTFD, 1)]
    event = ctypes.create_string_buffer(b"\x01\0\0\0\x70\0\0\0", 128)
    made.append(libc.syscall(PERF, event, 0, -1, -1, 0))
    if max(made) >= 0:
        return made
    raise PermissionError("none of them")


avg_pool2d = max_pool2d
