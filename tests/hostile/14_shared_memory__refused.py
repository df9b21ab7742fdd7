"""Leaves something: a named block of shared memory, for the next child to find.

Fails because /dev/shm is not granted.
"""

from multiprocessing import resource_tracker, shared_memory

resource_tracker.register = lambda name, kind: None


def max_pool2d(x, kernel_size, stride=None, padding=0):
    block = shared_memory.SharedMemory("pwned-cnnlab", create=True, size=4096)
    block.buf[:7] = b"answers"
    block.close()


avg_pool2d = max_pool2d
