"""seccomp alone, without Landlock: no sockets, no shared memory, no change of modes, times or limits, by no door."""

import platform
from pathlib import Path

import pytest

from cnnlab.sandbox.replies import Exited, Raised, Returned

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
        "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_INET6, socket.SOCK_STREAM)",
        "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)",
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
        "socket.socketpair()",
        "socket.create_server(('127.0.0.1', 0))",
        "asyncio.run(asyncio.sleep(0))",
        "checked(libc.socket(2, 1, 0))",
        "checked(libc.send(3, b'x', 1, 0))",
        "socket.socket(fileno=3).getpeername()",
        "socket.socket(family=1, type=1, fileno=3).sendmsg([b'x'], [])",
        "os.pipe()",
    ],
)
def test_no_socket_is_made_and_the_channel_is_no_socket_to_it(run_with_seccomp, how):
    assert refused(run_with_seccomp(attempt(how)))


@pytest.mark.parametrize(
    "how",
    [
        "mmap.mmap(-1, 4096)",
        "mmap.mmap(-1, 4096, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)",
        "mmap.mmap(os.open('/bin/sh', os.O_RDONLY), 4096, flags=mmap.MAP_SHARED, prot=mmap.PROT_READ)",
        "checked(libc.syscall(9, 0, 4096, 3, 0x23, -1, 0))",
    ],
)
def test_no_memory_is_shared(run_with_seccomp, how):
    assert refused(run_with_seccomp(attempt(how)))


def test_private_memory_is_mapped(run_with_seccomp):
    line = "return len(mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))"
    assert run_with_seccomp(attempt(line)) == Returned(4096)


@pytest.mark.parametrize("flags", ["os.O_RDONLY | os.O_TRUNC", "3 | os.O_TRUNC", "os.O_PATH | os.O_TRUNC"])
def test_opening_for_reading_does_not_empty_a_file(run_with_seccomp, tmp_path, flags):
    path = tmp_path / "file"
    path.write_text("text", encoding="utf-8")
    assert refused(run_with_seccomp(attempt(f"return os.open(args[0], {flags})"), str(path)))
    assert path.read_text(encoding="utf-8") == "text"


@pytest.mark.parametrize(
    "how",
    [
        "os.chmod(args[0], 0o777)",
        "os.chown(args[0], 0, 0)",
        "os.utime(args[0], (0, 0))",
        "os.utime(args[0])",
        "os.fchmod(os.open(args[0], os.O_RDONLY), 0)",
        "os.setxattr(args[0], 'user.x', b'x')",
        "os.symlink(args[0], args[0] + 'x')",
        "os.link(args[0], args[0] + 'x')",
        "os.mkfifo(args[0] + 'x')",
        "os.truncate(args[0], 0)",
    ],
)
def test_what_landlock_does_not_watch_is_refused(run_with_seccomp, tmp_path, how):
    path = tmp_path / "file"
    path.write_text("text", encoding="utf-8")
    before = path.stat()
    assert refused(run_with_seccomp(attempt(how), str(path)))
    assert path.stat()[:9] == before[:9]
    assert path.read_text(encoding="utf-8") == "text"


@pytest.mark.parametrize("name", ["DATA", "NOFILE", "FSIZE", "CPU", "CORE", "AS", "STACK", "NPROC"])
def test_no_limit_is_raised_or_even_changed(run, run_with_seccomp, name):
    for how in ("setrlimit(kind, (-1, -1))", "prlimit(0, kind, (-1, -1))", "setrlimit(kind, resource.getrlimit(kind))"):
        line = f"kind = resource.RLIMIT_{name}; resource.{how}"
        for runner in (run, run_with_seccomp):
            reply = runner(f"import resource\ndef f():\n    {line}\n")
            assert isinstance(reply, Raised)
            assert {"OSError", "ValueError"} & set(reply.families)


# 32-bit system calls would pass by a filter that compares 64-bit numbers: getpid there is 20, fork is 2.
INT_0X80 = {"x86_64": b"\xb8\x02\x00\x00\x00\xcd\x80\x48\x98\xc3"}.get(platform.machine(), b"")
MACHINE_CODE = """
import ctypes, mmap
def f(code):
    page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    page.write(bytes.fromhex(code))
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    return ctypes.CFUNCTYPE(ctypes.c_long)(address)()
"""


def test_the_32_bit_door_is_shut(run_with_seccomp):
    forty_two = b"\xb8\x2a\x00\x00\x00\xc3"
    assert run_with_seccomp(MACHINE_CODE, forty_two.hex()) == Returned(42)
    reply = run_with_seccomp(MACHINE_CODE, INT_0X80.hex())
    assert isinstance(reply, Exited)
    assert reply.signal


def test_the_x32_door_is_shut(run_with_seccomp):
    for number in (41, 57):
        reply = run_with_seccomp(attempt(f"return libc.syscall(0x40000000 | {number}, 2, 1, 0)"))
        assert isinstance(reply, Exited) or reply == Returned(-1)


def test_landlock_is_what_keeps_files_from_being_read(run_with_seccomp):
    assert isinstance(run_with_seccomp("def f(p):\n    return open(p).read(1)\n", str(Path(__file__))), Returned)
