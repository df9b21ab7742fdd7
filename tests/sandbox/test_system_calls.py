"""seccomp alone: each dangerous system call, by its number, is answered by EPERM, and by the filter rather than by its arguments."""

import errno

import pyseccomp
import pytest

from cnnlab.sandbox import system_calls
from cnnlab.sandbox.replies import Returned

CALL = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
def f(number, args):
    result = libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, args))
    return result, ctypes.get_errno() if result == -1 else 0
"""
# None of these arguments does any harm, and for nearly all of them the bare kernel would answer something else than EPERM.
DANGEROUS = {
    "ptrace": (0x4206, 1, 0, 0),
    "process_vm_readv": (-1, 0, 0, 0, 0, 0),
    "process_vm_writev": (-1, 0, 0, 0, 0, 0),
    "process_madvise": (-1, 0, 0, 0, 0),
    "pidfd_open": (-1, 0),
    "pidfd_getfd": (-1, 0, 0),
    "pidfd_send_signal": (-1, 0, 0, 0),
    "kcmp": (-1, -1, 0, 0, 0),
    "mount": (0, 0, 0, 0, 0),
    "umount2": (0, 0),
    "pivot_root": (0, 0),
    "chroot": (0,),
    "fsopen": (0, 0),
    "open_tree": (-1, 0, 0),
    "move_mount": (-1, 0, -1, 0, 0),
    "unshare": (0,),
    "setns": (-1, 0),
    "bpf": (-1, 0, 0),
    "perf_event_open": (0, 0, -1, -1, 0),
    "io_uring_setup": (0, 0),
    "io_uring_enter": (-1, 0, 0, 0, 0, 0),
    "io_uring_register": (-1, 0, 0, 0),
    "io_setup": (0, 0),
    "keyctl": (0, -1, 0, 0, 0),
    "add_key": (0, 0, 0, 0, 0),
    "request_key": (0, 0, 0, 0),
    "userfaultfd": (-1,),
    "memfd_create": (0, 0),
    "memfd_secret": (-1,),
    "name_to_handle_at": (-1, 0, 0, 0, 0),
    "open_by_handle_at": (-1, 0, 0),
    "openat2": (-1, 0, 0, 0),
    "creat": (0, 0),
    "truncate": (0, 0),
    "chmod": (0, 0),
    "fchmod": (-1, 0),
    "fchmodat": (-1, 0, 0),
    "fchmodat2": (-1, 0, 0, 0),
    "chown": (0, 0, 0),
    "utime": (0, 0),
    "utimes": (0, 0),
    "utimensat": (-1, 0, 0, 0),
    "setxattr": (0, 0, 0, 0, 0),
    "mknod": (0, 0, 0),
    "symlink": (0, 0),
    "linkat": (-1, 0, -1, 0, 0),
    "fallocate": (-1, 0, 0, 0),
    "vfork": (),
    "execve": (0, 0, 0),
    "execveat": (-1, 0, 0, 0, 0),
    "kill": (-1, 100),
    "tkill": (-1, 0),
    "tgkill": (1, 1, 0),
    "rt_sigqueueinfo": (1, 0, 0),
    "socket": (2, 1, 0),
    "socketpair": (1, 1, 0, 0),
    "connect": (-1, 0, 0),
    "bind": (-1, 0, 0),
    "sendto": (3, 0, 0, 0, 0, 0),
    "sendmsg": (3, 0, 0),
    "recvmsg": (3, 0, 0),
    "setsockopt": (3, 1, 7, 0, 0),
    "shutdown": (3, 9),
    "pipe2": (0, 0),
    "eventfd2": (0, 0),
    "signalfd4": (-1, 0, 0, 0),
    "timerfd_create": (0, 0),
    "timer_create": (0, 0, 0),
    "inotify_init1": (0,),
    "fanotify_init": (0, 0),
    "epoll_create1": (0,),
    "splice": (-1, 0, -1, 0, 0, 0),
    "sendfile": (-1, -1, 0, 0),
    "copy_file_range": (-1, 0, -1, 0, 0, 0),
    "shmget": (0, 0, 0),
    "msgget": (0, 0),
    "semget": (0, 0, 0),
    "mq_open": (0, 0, 0, 0),
    "personality": (0xFFFFFFFF,),
    "setsid": (),
    "setpgid": (-1, 0),
    "setuid": (0,),
    "setresuid": (-1, -1, -1),
    "setgroups": (-1, 0),
    "capset": (0, 0),
    "setrlimit": (-1, 0),
    "prlimit64": (1, 7, 0, 0),
    "setpriority": (-1, 0, 0),
    "sched_setaffinity": (0, 0, 0),
    "ioprio_set": (-1, 0, 0),
    "seccomp": (-1, 0, 0),
    "landlock_create_ruleset": (0, 0, 1),
    "mlockall": (0,),
    "mbind": (0, 0, 0, 0, 0, 0),
    "remap_file_pages": (0, 0, 0, 0, 0),
    "syslog": (-1, 0, 0),
    "sethostname": (0, -1),
    "settimeofday": (0, 0),
    "init_module": (0, 0, 0),
    "kexec_load": (0, -1, 0, 0),
    "quotactl": (-1, 0, 0, 0),
    "flock": (-1, 0),
}


@pytest.mark.parametrize("name", DANGEROUS)
def test_a_dangerous_call_is_refused(run_with_seccomp, name):
    number = pyseccomp.resolve_syscall(pyseccomp.system_arch(), name)
    assert number >= 0
    assert run_with_seccomp(CALL, number, DANGEROUS[name]) == Returned((-1, errno.EPERM))


# Option 1 is PR_SET_PDEATHSIG, 4 PR_SET_DUMPABLE, 22 PR_SET_SECCOMP, 59 PR_SET_SYSCALL_USER_DISPATCH.
@pytest.mark.parametrize("option", [1, 4, 22, 59])
def test_no_process_attribute_is_changed(run_with_seccomp, option):
    number = pyseccomp.resolve_syscall(pyseccomp.system_arch(), "prctl")
    assert run_with_seccomp(CALL, number, (option, 0, 0, 0, 0)) == Returned((-1, errno.EPERM))


# F_SETLK, F_SETOWN, F_SETSIG, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ, F_ADD_SEALS.
@pytest.mark.parametrize("command", [6, 8, 10, 1024, 1026, 1031, 1033])
def test_no_lock_lease_or_owner_is_set_on_a_descriptor(run_with_seccomp, command):
    number = pyseccomp.resolve_syscall(pyseccomp.system_arch(), "fcntl")
    assert run_with_seccomp(CALL, number, (1, command, 0)) == Returned((-1, errno.EPERM))


# TIOCSTI, TIOCSCTTY, FIONREAD, FIOASYNC, SIOCGIFCONF.
@pytest.mark.parametrize("request_number", [0x5412, 0x540E, 0x541B, 0x5452, 0x8912])
def test_no_device_is_controlled(run_with_seccomp, request_number):
    number = pyseccomp.resolve_syscall(pyseccomp.system_arch(), "ioctl")
    assert run_with_seccomp(CALL, number, (3, request_number, 0)) == Returned((-1, errno.EPERM))


def test_no_dangerous_call_is_on_the_list_of_allowed_ones():
    assert not set(DANGEROUS) - {"tgkill", "prlimit64"} & set(system_calls.ALLOWED)
