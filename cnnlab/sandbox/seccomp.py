"""The system-call filter, built with libseccomp before the fork and loaded by the child itself."""

import errno

import pyseccomp
from pyseccomp import ALLOW, EQ, ERRNO, MASKED_EQ, Arg, SyscallFilter

from cnnlab.sandbox import system_calls as calls

UNKNOWN = -1


def build_filter() -> SyscallFilter:
    """Allow what computing needs; answer everything else with EPERM."""
    rules = SyscallFilter(ERRNO(errno.EPERM))
    for name in calls.ALLOWED:
        _allow(rules, name)
    _add(rules, ERRNO(errno.ENOSYS), "clone3")
    _allow(rules, "clone", Arg(0, MASKED_EQ, calls.CLONE_THREAD, calls.CLONE_THREAD))
    # Shared memory and stacks that grow by themselves would escape RLIMIT_DATA.
    _allow(rules, "mmap", Arg(3, MASKED_EQ, calls.MAP_TYPE | calls.MAP_GROWSDOWN, calls.MAP_PRIVATE))
    # Before Landlock's third version, opening for reading with O_TRUNC could empty a readable file.
    for name, flags in (("open", 1), ("openat", 2)):
        _allow(rules, name, Arg(flags, MASKED_EQ, calls.O_TRUNC, 0))
        for mode in (calls.O_WRONLY, calls.O_RDWR):
            mask = calls.O_TRUNC | calls.O_ACCMODE
            _allow(rules, name, Arg(flags, MASKED_EQ, mask, calls.O_TRUNC | mode))
    for request in (calls.TCGETS, calls.FIOCLEX, calls.FIONCLEX):
        _allow(rules, "ioctl", Arg(1, EQ, request))
    for command in calls.DUPLICATE_OR_FLAGS:
        _allow(rules, "fcntl", Arg(1, EQ, command))
    for option in (calls.PR_SET_NAME, calls.PR_GET_NAME, calls.PR_SET_VMA):
        _allow(rules, "prctl", Arg(0, EQ, option))
    _allow(rules, "prlimit64", Arg(0, EQ, 0), Arg(2, EQ, 0))
    return rules


def load(rules: SyscallFilter, pid: int) -> None:
    """Confine the calling thread for good. `pid` is its process: the only one it may still signal."""
    _allow(rules, "tgkill", Arg(0, EQ, pid))
    rules.load()


def _allow(rules: SyscallFilter, name: str, *conditions: Arg) -> None:
    _add(rules, ALLOW, name, *conditions)


def _add(rules: SyscallFilter, action: int, name: str, *conditions: Arg) -> None:
    number = pyseccomp.resolve_syscall(pyseccomp.system_arch(), name)
    if number != UNKNOWN:
        rules.add_rule(action, number, *conditions)
