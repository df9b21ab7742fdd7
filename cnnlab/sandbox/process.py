"""One confined child, seen from the trusted side: frames with deadlines, and every way of dying as a value."""

import os
import secrets
import select
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.errors import Fault, SandboxUnavailable
from cnnlab.messages import text
from cnnlab.sandbox import wire
from cnnlab.sandbox.confinement import MEGABYTE, Budget
from cnnlab.sandbox.replies import (
    Exited,
    Garbled,
    Loaded,
    Missing,
    OutOfDisk,
    OutOfMemory,
    Raised,
    Reply,
    Returned,
    TimedOut,
    Unsendable,
)
from cnnlab.sandbox.server import Forked, ForkServer

KEEP_PRINTED = 4096
CHUNK = 1 << 18
WATCH_SECONDS = 0.1
CONFINE_SECONDS = 20.0
MAX_DISK_MB = 32
MAX_DISK_FILES = 2000


class _Ended(Exception):
    """The child is dead or has to die; carries what to answer."""

    def __init__(self, reply: Reply | None) -> None:
        super().__init__(reply)
        self.reply = reply


class ChildProcess:
    """A child that has confined itself. After a deadly reply it is gone, and `alive` says so."""

    def __init__(self, server: ForkServer, budget: Budget) -> None:
        self._server = server
        self._budget = budget
        self._forked: Forked = server.fork(budget)
        self._channel = self._forked.channel.fileno()
        self._poll = select.poll()
        self._poll.register(self._channel, select.POLLIN)
        self._poll.register(self._forked.printed, select.POLLIN)
        self._buffer = bytearray()
        self._deadline = time.monotonic() + CONFINE_SECONDS
        self._next_watch = time.monotonic() + WATCH_SECONDS
        self.alive = True
        self.printed = bytearray()
        self._await_confinement()

    @property
    def pid(self) -> int:
        """The process id, for looking at only: what ends a child is its handle."""
        return self._forked.pid

    def drive(self, source: str) -> None:
        """Give the child a driver, before it sees a byte of student code; so its answer can be believed.

        Raises:
            Fault: where the driver cannot be run.
        """
        reply = self._ask({"kind": "drive"}, _letters(source), CONFINE_SECONDS)
        if not isinstance(reply, Returned):
            self.close()
            reason = f"{reply.type}: {reply.text}" if isinstance(reply, Raised) else type(reply).__name__
            raise Fault(text("The assignment's driver.py cannot be run: {reason}.", reason=reason))

    def load(self, module: str, source: str, seconds: float) -> Reply:
        """Run a submission's top level."""
        return self._ask({"kind": "load", "module": module}, _letters(source), seconds)

    def call(self, function: str, args: tuple[object, ...], kwargs: Mapping[str, object], seconds: float) -> Reply:
        """Call one of the student's functions."""
        return self._ask({"kind": "call", "function": function}, [args, dict(kwargs)], seconds)

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self.alive:
            self._end()

    def _await_confinement(self) -> None:
        # No student code has run yet, so what the child says of its confinement can be believed.
        try:
            fields = wire.decode(*self._receive())
        except (_Ended, wire.WireError):
            fields = {"what": "?"}
        if fields.get("kind") != "confined":
            self.close()
            raise SandboxUnavailable(
                text(
                    "The sandbox could not confine the student's process: {reason}. "
                    "Run `cnnlab doctor` to see what this machine lacks.",
                    reason=fields.get("what"),
                )
            )

    def _ask(self, fields: dict[str, Any], value: object, seconds: float) -> Reply:
        nonce = secrets.token_hex(8)
        frame = wire.encode({**fields, "nonce": nonce}, value)
        self._deadline = time.monotonic() + seconds
        try:
            self._watch_now_and_then()
            self._send(frame)
            reply = _interpret(wire.decode(*self._receive()), nonce)
        except wire.WireError as error:
            reply = Garbled(str(error))
        except _Ended as ended:
            if ended.reply is None:
                return self._end()
            reply = ended.reply
        if isinstance(reply, (Garbled, TimedOut, OutOfMemory, OutOfDisk)):
            self._end()
        return reply

    def _send(self, frame: bytes) -> None:
        view = memoryview(frame)
        while view:
            try:
                view = view[self._forked.channel.send(view) :]
            except BlockingIOError:
                self._wait(select.POLLOUT)
            except OSError as error:
                raise _Ended(None) from error

    def _receive(self) -> tuple[bytes, bytes]:
        header, payload = wire.lengths(self._take(wire.LENGTHS.size), self._budget.reply_mb << 20)
        return self._take(header), self._take(payload)

    def _take(self, size: int) -> bytes:
        while len(self._buffer) < size:
            self._wait(select.POLLIN)
            try:
                piece = self._forked.channel.recv(CHUNK)
            except BlockingIOError:
                continue
            except OSError as error:
                raise _Ended(None) from error
            if not piece:
                raise _Ended(None)
            self._buffer += piece
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        return taken

    def _wait(self, event: int) -> None:
        """Until the channel is ready. Meanwhile keep what is printed, and watch the clock, memory and disk."""
        poll = self._poll
        poll.modify(self._channel, event)
        while True:
            left = self._deadline - time.monotonic()
            if left <= 0:
                raise _Ended(TimedOut(0.0))
            ready = dict(poll.poll(1000 * min(left, WATCH_SECONDS)))
            if self._forked.printed in ready and not self._keep_printed():
                poll.unregister(self._forked.printed)
            self._watch_now_and_then()
            if self._channel in ready:
                return

    def _keep_printed(self) -> bool:
        try:
            piece = os.read(self._forked.printed, CHUNK)
        except BlockingIOError:
            return True
        self.printed += piece
        del self.printed[:-KEEP_PRINTED]
        return bool(piece)

    def _watch_now_and_then(self) -> None:
        """Across calls, so that many short ones are watched like a long one."""
        if time.monotonic() >= self._next_watch:
            self._next_watch = time.monotonic() + WATCH_SECONDS
            self._watch()

    def _watch(self) -> None:
        # RLIMIT_DATA stops most of it at once; this catches what it does not count.
        try:
            pages = int(Path(f"/proc/{self._forked.pid}/statm").read_text(encoding="ascii").split()[1])
        except (OSError, IndexError):
            return
        if pages * os.sysconf("SC_PAGE_SIZE") > 2 * (self._budget.memory_mb + 512) * MEGABYTE:
            raise _Ended(OutOfMemory(self._budget.memory_mb))
        if _exceeds_disk(self._forked.folder):
            raise _Ended(OutOfDisk(MAX_DISK_MB))

    def _end(self) -> Reply:
        """Kill, collect, and say how the process ended."""
        self.alive = False
        waiting = select.poll()
        waiting.register(self._forked.handle, select.POLLIN)
        # A child that closed its channel by exiting is a moment from its end; let it say how.
        if not waiting.poll(0):
            grace = 100 if self._channel_is_closed() else 0
            if not waiting.poll(grace):
                signal.pidfd_send_signal(self._forked.handle, signal.SIGKILL)
                waiting.poll(1000 * CONFINE_SECONDS)
        self._keep_printed_rest()
        ended = self._server.reap(self._forked)
        if os.WIFSIGNALED(ended.status):
            return Exited(0, os.WTERMSIG(ended.status))
        return Exited(os.WEXITSTATUS(ended.status))

    def _channel_is_closed(self) -> bool:
        poll = select.poll()
        poll.register(self._forked.channel, select.POLLHUP)
        return bool(poll.poll(0))

    def _keep_printed_rest(self) -> None:
        with suppress(BlockingIOError):
            while piece := os.read(self._forked.printed, CHUNK):
                self.printed += piece
                del self.printed[:-KEEP_PRINTED]


def _letters(source: str) -> NDArray[np.uint8]:
    """Source as bytes in the payload: a header holds less than the largest source that may be handed in."""
    return np.frombuffer(source.encode("utf-8", "backslashreplace"), np.uint8)


def _exceeds_disk(folder: Path) -> bool:
    files, size = 0, 0
    with os.scandir(os.fsencode(folder)) as entries:
        for entry in entries:
            files += 1
            try:
                size += entry.stat(follow_symlinks=False).st_blocks * 512
            except FileNotFoundError:
                continue
            if files > MAX_DISK_FILES or size > MAX_DISK_MB * MEGABYTE:
                return True
    return False


def _interpret(fields: dict[str, Any], nonce: str) -> Reply:
    """A reply from the fields of a frame.

    Raises:
        WireError: where they are not those of a reply to this very call.
    """
    if fields.get("nonce") != nonce:
        raise wire.WireError("an answer to a question that was not asked")
    kind = fields.get("kind")
    if kind == "returned" and "names" in fields:
        return Loaded(_words(fields, "names"))
    if kind == "returned":
        return Returned(fields["value"], fields.get("mutated") is True)
    if kind == "raised":
        return Raised(
            type=_word(fields, "type"),
            families=_words(fields, "families"),
            text=_word(fields, "text"),
            number=_number(fields, "number"),
            reached=fields.get("reached") is True,
            module=_word(fields, "module"),
            forbidden=fields.get("forbidden") is True,
        )
    if kind == "unsendable":
        return Unsendable(_word(fields, "what"))
    if kind == "missing":
        return Missing(_words(fields, "names"), _word(fields, "name"))
    raise wire.WireError("an answer of an unknown kind")


def _word(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise wire.WireError(f"an answer without {name}")
    return value[:1000]


def _words(fields: dict[str, Any], name: str) -> tuple[str, ...]:
    value = fields.get(name)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise wire.WireError(f"an answer without {name}")
    return tuple(each[:100] for each in value[:100])


def _number(fields: dict[str, Any], name: str) -> int:
    value = fields.get(name)
    if type(value) is not int or not 0 <= value <= 10**9:
        raise wire.WireError(f"an answer without {name}")
    return value
