"""The confined process: runs student code and answers calls, one at a time, until its channel closes.

Where an assignment has a driver, its functions are called in place of the student's: they take the student's module first,
and turn what cannot travel, such as a network or a loader, into plain values.
Whatever it says is only data to the trusted side; nothing here is relied on for a score.
"""

import builtins
import errno
import functools
import linecache
import os
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from cnnlab.sandbox import wire
from cnnlab.sandbox.confinement import CHANNEL

MAX_TEXT = 500
# How a refusal looks: by seccomp, by Landlock, and by the jail's read-only disk.
FORBIDDEN = frozenset({errno.EPERM, errno.EACCES, errno.EROFS, errno.EXDEV})
RESERVE = 2 * 1024 * 1024


class SourceModule:
    """A module made from source: a submission, or the driver of its assignment."""

    def __init__(self, name: str, source: str) -> None:
        self.filename = f"{name}.py"
        self.module = types.ModuleType(name)
        self.module.__file__ = self.filename
        self._source = source

    def execute(self) -> None:
        """Run the module's top level. Whatever it raises goes up."""
        lines = self._source.splitlines(keepends=True)
        linecache.cache[self.filename] = (len(self._source), None, lines, self.filename)
        sys.modules[self.module.__name__] = self.module
        before, nul, _ = self._source.partition("\0")
        if nul:  # which Python before 3.11.4 calls a ValueError, as if the student's lines had raised it
            number = before.count("\n") + 1
            raise SyntaxError("source code cannot contain null bytes", (self.filename, number, 1, lines[number - 1]))
        exec(compile(self._source, self.filename, "exec"), self.module.__dict__)

    def names(self) -> list[str]:
        """What it defines that can be called."""
        found = [name for name, value in vars(self.module).items() if callable(value) and not name.startswith("_")]
        return found[:100]


def serve(max_reply: int) -> None:
    """Answer frames until the channel closes; a reply holds arrays of at most `max_reply` bytes."""
    student: SourceModule | None = None
    driver: types.ModuleType | None = None
    reserve = bytearray(RESERVE)
    while (request := _receive()) is not None:
        nonce = request["nonce"]
        if request["kind"] == "drive":
            own = SourceModule("driver", request["value"].tobytes().decode("utf-8"))
            reply = _attempt(own, nonce, own.execute, [])
            driver = own.module
        elif request["kind"] == "load":
            student = SourceModule(request["module"], request["value"].tobytes().decode("utf-8"))
            reply = _attempt(student, nonce, student.execute, [])
            if reply["kind"] == "returned":
                reply["names"] = student.names()
        else:
            reply = _call(student, driver, request)
        try:
            _send(reply, max_reply)
        except MemoryError:
            # With memory full to the brim, even saying so takes some.
            reserve.clear()
            reply = {"nonce": nonce, **_describe(MemoryError(), student.filename if student else "")}
            _send(reply, max_reply)
            reserve = bytearray(RESERVE)


def _call(student: SourceModule | None, driver: types.ModuleType | None, request: dict[str, Any]) -> dict[str, Any]:
    nonce, name = request["nonce"], request["function"]
    args, kwargs = request["value"]
    function = getattr(driver, name, None)
    if student and function is not None:
        function = functools.partial(function, student.module)
    elif student:
        function = getattr(student.module, name, None)
    if student is None or not callable(function):
        return {"kind": "missing", "nonce": nonce, "names": student.names() if student else [], "name": name}
    arrays = [value for value in (*args, *kwargs.values()) if isinstance(value, np.ndarray)]
    return _attempt(student, nonce, lambda: function(*args, **kwargs), arrays)


def _attempt(
    student: SourceModule, nonce: int, action: Callable[[], object], arrays: list[np.ndarray[Any, Any]]
) -> dict[str, Any]:
    before = [array.tobytes() for array in arrays]
    try:
        value = action()
    except BaseException as error:  # a student may raise anything, SystemExit and KeyboardInterrupt too
        if isinstance(error, AttributeError) and error.obj is student.module:
            return {"kind": "missing", "nonce": nonce, "names": student.names(), "name": str(error.name)}
        return {"nonce": nonce, **_describe(error, student.filename)}
    mutated = any(array.tobytes() != old for array, old in zip(arrays, before, strict=True))
    return {"kind": "returned", "nonce": nonce, "mutated": mutated, "value": value}


def _describe(error: BaseException, filename: str) -> dict[str, Any]:
    """What was raised and in which of the student's lines."""
    number, depth = 0, 0
    place = error.__traceback__
    while place is not None:
        if place.tb_frame.f_code.co_filename == filename:
            number, depth = place.tb_lineno, depth + 1
        place = place.tb_next
    if isinstance(error, SyntaxError) and error.filename == filename:
        number = error.lineno or 0
    families = [kind.__name__ for kind in type(error).__mro__ if getattr(builtins, kind.__name__, None) is kind]
    return {
        "kind": "raised",
        "type": str(type(error).__name__)[:60],
        "families": families,
        "text": _text_of(error),
        "number": number,
        "reached": depth > 0,
        "forbidden": isinstance(error, PermissionError) or getattr(error, "errno", None) in FORBIDDEN,
        "module": str(error.name)[:60] if isinstance(error, ImportError) and error.name else "",
    }


def _text_of(error: BaseException) -> str:
    try:
        return str(error.msg if isinstance(error, SyntaxError) else error)[:MAX_TEXT]
    except BaseException:  # a student's __str__ may raise anything as well
        return ""


def _receive() -> dict[str, Any] | None:
    prefix = _read(wire.LENGTHS.size)
    if prefix is None:
        return None
    header, payload = wire.lengths(prefix)
    return wire.decode(_read(header) or b"", _read(payload) or b"")


def _read(size: int) -> bytes | None:
    pieces = []
    while size:
        piece = os.read(CHANNEL, size)
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _send(reply: dict[str, Any], max_reply: int) -> None:
    value = reply.pop("value", None)
    try:
        frame = wire.encode(reply, value, max_reply)
    except MemoryError:
        raise
    except BaseException as error:  # the value's own methods may raise anything
        what = str(error) if isinstance(error, wire.WireError) else type(value).__name__
        frame = wire.encode({"kind": "unsendable", "nonce": reply["nonce"], "what": what[:80]})
    _flush()
    view = memoryview(frame)
    while view:
        view = view[os.write(CHANNEL, view) :]


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # a student may have replaced or closed it
            continue
