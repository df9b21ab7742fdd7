"""The layers that confine a child, put on by the child itself before it sees a byte of student code.

Each layer holds alone: Landlock (files, TCP, signals), seccomp (system calls), resource limits, no capabilities,
no environment, and no file descriptor but the channel and the pipe that keeps what is printed.
"""

import ctypes
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

CHANNEL = 3
MEGABYTE = 1024 * 1024
MAX_FILE = 16 * MEGABYTE
MAX_OPEN_FILES = 64
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
CAPABILITY_VERSION_3 = 0x20080522


class Layer(Enum):
    """The layers that depend on the kernel; the others are always there. Bubblewrap is put around the fork server."""

    BUBBLEWRAP = "bubblewrap"
    LANDLOCK = "landlock"
    SECCOMP = "seccomp"


INNER_LAYERS = frozenset({Layer.LANDLOCK, Layer.SECCOMP})


@dataclass(frozen=True)
class Budget:
    """What one child may use."""

    memory_mb: int
    cpu_seconds: int
    threads: int = 1
    reply_mb: int = 1


class Confinement:
    """Prepared once before the fork; `confine` is called in each child."""

    def __init__(self, layers: frozenset[Layer], packages: list[str], folders: Path) -> None:
        self.layers = layers
        self._landlock: Callable[[Path], None] | None = None
        self._seccomp: Callable[[], None] | None = None
        if Layer.LANDLOCK in layers:
            from cnnlab.sandbox import landlock

            shared = landlock.prepare(landlock.readable_paths(packages), folders)
            self._landlock = lambda folder: landlock.restrict(shared, folder)
        if Layer.SECCOMP in layers:
            from cnnlab.sandbox import seccomp

            rules = seccomp.build_filter()
            self._seccomp = lambda: seccomp.load(rules, os.getpid())

    def confine(self, folder: Path, budget: Budget) -> None:
        """Put every layer on, in an order in which each is still allowed to put on the next.

        Raises:
            OSError: where the kernel refuses one; no student code may run then.
        """
        _set_environment(folder, budget.threads)
        if not self.layers & INNER_LAYERS:
            return
        highest = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        _set_limits(budget)
        _drop_capabilities()
        if self._landlock:
            self._landlock(folder)
        os.closerange(CHANNEL + 1, highest)
        if self._seccomp:
            self._seccomp()


def keep_only(channel: int, printed: int) -> None:
    """Stdin reads nothing, stdout and stderr are kept by the grader, and 3 is the channel."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, target in ((nothing, 0), (printed, 1), (printed, 2), (channel, CHANNEL)):
        if number != target:
            os.dup2(number, target)
        else:
            os.set_inheritable(number, True)


def die_with_server() -> None:
    """Be killed by the kernel as soon as the fork server is gone."""
    _libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _set_environment(folder: Path, threads: int) -> None:
    os.environ.clear()
    # PyTorch would make a folder for its compiler's cache, which a child may not; one that is there will do.
    own = dict.fromkeys(("HOME", "TMPDIR", "TORCHINDUCTOR_CACHE_DIR"), str(folder))
    os.environ.update({**own, "LANG": "C.UTF-8", "OMP_NUM_THREADS": str(threads)})
    os.chdir(folder)


def _set_limits(budget: Budget) -> None:
    # RLIMIT_DATA, not RLIMIT_AS: NumPy and PyTorch reserve far more address space than they use.
    data = _bytes_of_data() + budget.memory_mb * MEGABYTE
    for kind, limit in (
        (resource.RLIMIT_DATA, data),
        (resource.RLIMIT_FSIZE, MAX_FILE),
        (resource.RLIMIT_CPU, budget.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_NOFILE, MAX_OPEN_FILES),
    ):
        resource.setrlimit(kind, (limit, limit))


def _bytes_of_data() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    return pages * resource.getpagesize()


def _drop_capabilities() -> None:
    libc = _libc()
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "no_new_privs cannot be set")
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if libc.capset(header, nothing) != 0:
        raise OSError(ctypes.get_errno(), "capabilities cannot be dropped")
