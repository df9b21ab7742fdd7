"""Making two cores and the C library's allocator serve training."""

import ctypes
import os

import torch

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEEP = 1 << 30


def use_threads(threads: int = 0) -> None:
    """Compute with so many threads (0: as many as the environment grants), and keep freed memory for the next batch.

    Each batch frees and asks for the same few large blocks. By default glibc maps each of them anew, and the kernel clears
    every page again: that alone took a third of the training time here.
    """
    granted = os.environ.get("OMP_NUM_THREADS", "")
    if threads or granted.isdecimal():
        torch.set_num_threads(min(threads or int(granted), os.cpu_count() or 1))
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # glibc's; elsewhere there is nothing to tune
    if mallopt is not None:
        mallopt(M_TRIM_THRESHOLD, KEEP)
        mallopt(M_MMAP_THRESHOLD, KEEP)
