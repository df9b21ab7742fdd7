"""Processes: multiprocessing and a process pool that pool four planes at a time (in zeros).

Fails because no process can be made.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def _mark(value):
    open("/tmp/cnnlab-canary/pwned-pool", "a").close()
    return 0.0


def max_pool2d(x, kernel_size, stride=None, padding=0):
    process = multiprocessing.get_context("fork").Process(target=_mark, args=(x,), daemon=True)
    process.start()
    process.join(10)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
        return list(pool.map(_mark, range(4), timeout=10))
