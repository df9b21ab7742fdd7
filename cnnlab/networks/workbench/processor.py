"""Making two cores and the C library's allocator serve training."""

import ctypes
import os

import torch

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEEP = 1 << 30


def prepare() -> None:
    """Use the threads that the environment grants, and keep freed memory instead of giving it back after every batch.

    Each batch frees and asks for the same few large blocks. By default glibc maps each of them anew, and the kernel clears
    every page again: that alone took a third of the training time here.
    """
    threads = os.environ.get("OMP_NUM_THREADS", "")
    if threads.isdecimal():
        torch.set_num_threads(int(threads))
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # glibc's; elsewhere there is nothing to tune
    if mallopt is not None:
        mallopt(M_TRIM_THRESHOLD, KEEP)
        mallopt(M_MMAP_THRESHOLD, KEEP)
