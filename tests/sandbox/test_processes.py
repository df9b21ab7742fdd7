"""seccomp alone, without Landlock: no new process by any call, no signal to another; threads as ever."""

import os

import pytest

from cnnlab.sandbox.replies import Raised, Returned

PRELUDE = """
import asyncio, ctypes, errno, mmap, multiprocessing, os, pty, resource, select, signal, socket, subprocess, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
def checked(result):
    if result == -1:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
"""


def attempt(line):
    return f"{PRELUDE}def f(*args):\n    {line}\n"


def refused(reply):
    return isinstance(reply, Raised) and "PermissionError" in reply.families


@pytest.mark.parametrize(
    "how",
    [
        "os.fork()",
        "os.forkpty()",
        "pty.fork()",
        "os.posix_spawn('/bin/touch', ['touch', *args], {})",
        "os.execv('/bin/touch', ['touch', *args])",
        "os.execve(os.open('/bin/touch', os.O_RDONLY), ['touch', *args], {})",
        "subprocess.run(['/bin/touch', *args])",
        "subprocess.run('touch ' + args[0], shell=True)",
        "subprocess.Popen(['/bin/touch', *args], preexec_fn=lambda: None)",
        "multiprocessing.get_context('fork').Process(target=open, args=(args[0], 'w')).start()",
        "checked(-(os.system('touch ' + args[0]) != 0))or checked(libc.fork())",
        "checked(libc.fork())",
        "checked(libc.syscall(56, signal.SIGCHLD, 0, 0, 0, 0))",
        "checked(libc.syscall(56, 0x100 | signal.SIGCHLD, 0, 0, 0, 0))",
        "checked(libc.syscall(56, 0x4000 | 0x100, 0, 0, 0, 0))",
    ],
)
def test_no_process_is_made(run_with_seccomp, tmp_path, how):
    marker = tmp_path / "marker"
    reply = run_with_seccomp(attempt(how), str(marker))
    assert isinstance(reply, Raised)
    assert {"OSError"} <= set(reply.families)
    assert not marker.exists()


def test_clone3_is_unknown_so_that_glibc_falls_back(run_with_seccomp):
    reply = run_with_seccomp(attempt("return libc.syscall(435, 0, 0), errno.errorcode[ctypes.get_errno()]"))
    assert reply == Returned((-1, "ENOSYS"))


@pytest.mark.parametrize("number", [0, 10, 15])
@pytest.mark.parametrize(
    "how",
    [
        "os.kill(args[0], args[1])",
        "os.kill(os.getppid(), args[1])",
        "os.kill(os.getpid(), args[1])",
        "os.killpg(os.getpgid(0), args[1])",
        "checked(libc.syscall(200, args[0], args[1]))",
        "checked(libc.syscall(234, args[0], args[0], args[1]))",
        "checked(libc.syscall(129, args[0], args[1], 0))",
        "signal.pidfd_send_signal(os.pidfd_open(args[0]), args[1])",
    ],
)
def test_no_other_process_is_signalled(run_with_seccomp, how, number):
    assert refused(run_with_seccomp(attempt(how), os.getpid(), number))


def test_it_may_signal_its_own_threads(run_with_seccomp):
    source = attempt(
        "signal.signal(signal.SIGUSR1, lambda *_: seen.append(1)); signal.raise_signal(signal.SIGUSR1); return seen"
    )
    assert run_with_seccomp(source + "seen = []\n") == Returned([1])


def test_threads_work(run_with_seccomp):
    source = """
from concurrent.futures import ThreadPoolExecutor
import threading
def f():
    with ThreadPoolExecutor(8) as pool:
        total = sum(pool.map(lambda n: n * n, range(100)))
    thread = threading.Thread(target=threading.current_thread)
    thread.start()
    thread.join(5)
    return total, thread.is_alive()
"""
    assert run_with_seccomp(source) == Returned((sum(n * n for n in range(100)), False))
