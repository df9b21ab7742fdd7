"""Warm fork servers, one for each set of layers, and short ways to run a source on them."""

import os
import select
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import indent

import pytest

from cnnlab.sandbox import wire
from cnnlab.sandbox.confinement import Layer
from cnnlab.sandbox.replies import Loaded, Reply, Returned
from cnnlab.sandbox.server import Ended, Forked, ForkServer
from cnnlab.sandbox.student import StudentCode, Times

Run = Callable[..., Reply]


@pytest.fixture(scope="session")
def server() -> Iterator[ForkServer]:
    """A server with every layer, as a grader uses it."""
    with ForkServer(["numpy"]) as running:
        yield running


@pytest.fixture(scope="session")
def landlock_server() -> Iterator[ForkServer]:
    with ForkServer(["numpy"], frozenset({Layer.LANDLOCK})) as running:
        yield running


@pytest.fixture(scope="session")
def seccomp_server() -> Iterator[ForkServer]:
    with ForkServer(["numpy"], frozenset({Layer.SECCOMP})) as running:
        yield running


@pytest.fixture
def student(server: ForkServer) -> Iterator[Callable[..., StudentCode]]:
    """Make the one submission of a test, loaded: `student(source, call=…, submission=…, memory_mb=…)`."""
    made: list[StudentCode] = []

    def make(source: str, call: float = 5.0, submission: float = 30.0, memory_mb: int = 256) -> StudentCode:
        code = StudentCode(server, "attempt", source, Times(call, submission), memory_mb)
        made.append(code)
        assert isinstance(code.load(), Loaded), code.load()
        return code

    yield make
    for code in made:
        code.close()


def _runner(server: ForkServer) -> Run:
    def run(source: str, *args: object, memory_mb: int = 256, call: float = 5.0) -> Reply:
        with StudentCode(server, "attempt", source, Times(call, 30.0), memory_mb) as code:
            return code.call("f", args, {})

    return run


@pytest.fixture
def run(server: ForkServer) -> Run:
    """Call the `f` of a source, once, in a child with every layer."""
    return _runner(server)


@pytest.fixture
def run_with_landlock(landlock_server: ForkServer) -> Run:
    """The same in a child that has Landlock and no seccomp."""
    return _runner(landlock_server)


@pytest.fixture
def run_with_seccomp(seccomp_server: ForkServer) -> Run:
    """The same in a child that has seccomp and no Landlock."""
    return _runner(seccomp_server)


class StubServer:
    """Stands in for a ForkServer: its 'child' is a socket that a test writes to, and no process at all."""

    def __init__(self, folder: Path, first: bytes = wire.encode({"kind": "confined", "nonce": 0})) -> None:
        self._folder = folder
        self._first = first
        self.theirs: socket.socket
        self.reaped = 0

    def fork(self, _: object) -> Forked:
        ours, self.theirs = socket.socketpair()
        self.theirs.sendall(self._first)
        if not self._first:
            self.theirs.close()
        ours.setblocking(False)
        printed, printing = os.pipe()
        os.close(printing)
        # An eventfd that can be read looks like the handle of a process that has ended: nothing is ever killed.
        return Forked(os.getpid(), os.eventfd(1), ours, printed, self._folder)

    def reap(self, child: Forked) -> Ended:
        self.reaped += 1
        os.close(child.handle)
        os.close(child.printed)
        child.channel.close()
        self.theirs.close()
        return Ended(0, 0)


@pytest.fixture
def stub_server(tmp_path: Path) -> Callable[..., StubServer]:
    return lambda *first: StubServer(tmp_path, *first)


@pytest.fixture
def ends() -> Callable[[int], bool]:
    """Whether the process of a pidfd ends within ten seconds."""

    def wait(handle: int) -> bool:
        return bool(select.select([handle], [], [], 10.0)[0])

    return wait


ATTACK = """
import builtins, ctypes, os, signal, struct, sys, threading, time
import msgpack
import numpy as np
def request():
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"]
def write(nonce, value, descriptor=3):
    header = msgpack.packb({"kind": "returned", "nonce": nonce, "mutated": False, "value": value})
    os.write(descriptor, struct.pack(">II", len(header), 0) + header)
def f(x):
    if x:
        return x
"""


@pytest.fixture
def attack(student: Callable[..., StudentCode]) -> Run:
    """The reply to an attack; the next call, and the one after it, must be answered as if nothing had happened."""

    def ask(lines: str, call: float = 5.0, next_is: type = Returned) -> Reply:
        code = student(ATTACK + indent(lines, "    "), call=call)
        reply = code.call("f", (0,), {})
        following = code.call("f", (41,), {})
        assert isinstance(following, next_is)
        assert not isinstance(following, Returned) or following.value == 41
        assert code.call("f", (42,), {}) == Returned(42)
        return reply

    return ask


@pytest.fixture
def attack_source() -> str:
    """A module with what attacks need; its `f(0)` runs the lines that are put behind it, any other `f(x)` returns x."""
    return ATTACK


LINE = """
import ctypes, itertools, mmap, os, re, signal, sys, threading, time
import numpy as np
def f(*args):
    if args:
        return 42
    {}
"""


@pytest.fixture
def reply_to(student: Callable[..., StudentCode]) -> Run:
    """The reply to one line, after which the next call has to be right again."""

    def ask(line: str, **limits: float) -> Reply:
        code = student(LINE.format(line), **limits)
        reply = code.call("f", (), {})
        assert code.call("f", (1,), {}) == Returned(42)
        return reply

    return ask
