"""A submission that can be called: a fresh child whenever the last one died, and limits over the whole of it."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cnnlab.sandbox.confinement import Budget
from cnnlab.sandbox.process import KEEP_PRINTED, ChildProcess
from cnnlab.sandbox.replies import Deadly, Loaded, NotLoaded, Reply, TimedOut
from cnnlab.sandbox.server import ForkServer

MAX_TIMEOUTS = 3


@dataclass(frozen=True)
class Times:
    """How long one call and a whole submission may take, in seconds."""

    call: float
    submission: float


@dataclass(frozen=True)
class Driver:
    """Functions that are called in place of the student's, and what they need: threads, and room for what they return."""

    source: str = ""
    threads: int = 1
    reply_mb: int = 1


class StudentCode:
    """Calls a submission's functions. Never raises for a student's fault: every end is a Reply."""

    def __init__(
        self,
        server: ForkServer,
        module: str,
        source: str,
        times: Times,
        memory_mb: int,
        driver: Driver = Driver(),
    ) -> None:
        self._server = server
        self._module = module
        self._source = source
        self._times = times
        self._driver = driver.source
        cpu_seconds = driver.threads * int(times.submission) + 60
        self._budget = Budget(memory_mb, cpu_seconds, driver.threads, driver.reply_mb)
        self._left = times.submission
        self._timeouts: Counter[str] = Counter()
        self._child: ChildProcess | None = None
        self._printed = bytearray()
        self._loaded: Reply | None = None

    def __enter__(self) -> "StudentCode":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def load(self) -> Reply:
        """Run the top level, once: what it came to is remembered, so that a bad import is not paid for at every check."""
        if self._loaded is None:
            self._loaded = self._start()
        return self._loaded

    def call(self, function: str, args: tuple[object, ...], kwargs: Mapping[str, object]) -> Reply:
        """Call a function of the submission."""
        loaded = self.load()
        if not isinstance(loaded, Loaded):
            return NotLoaded(loaded)
        if self._timeouts[function] >= MAX_TIMEOUTS or self._left <= 0:
            return TimedOut(self._times.submission, whole=True)
        if self._child is None:
            again = self._start()
            if not isinstance(again, Loaded):
                self.close()
                return NotLoaded(again)
        assert self._child is not None
        child = self._child
        reply = self._timed(lambda seconds: child.call(function, args, kwargs, seconds))
        if isinstance(reply, TimedOut):
            self._timeouts[function] += 1
        return reply

    def printed(self) -> str:
        """What was printed since the last time this was asked."""
        if self._child is not None:
            self._collect(self._child)
        said = self._printed.decode("utf-8", "replace")
        self._printed.clear()
        return said

    def restart(self) -> None:
        """Forget everything that calls so far have left behind: the next call is answered by a fresh child."""
        self.close()

    def close(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.close()
            self._collect(self._child)
            self._child = None

    def _start(self) -> Reply:
        child = self._child = ChildProcess(self._server, self._budget)
        if self._driver:
            child.drive(self._driver)
        return self._timed(lambda seconds: child.load(self._module, self._source, seconds))

    def _timed(self, ask: Callable[[float], Reply]) -> Reply:
        started = time.monotonic()
        seconds = min(self._times.call, max(self._left, 0.05))
        reply = ask(seconds)
        self._left -= time.monotonic() - started
        if isinstance(reply, TimedOut):
            reply = replace(reply, seconds=seconds)
        if isinstance(reply, Deadly):
            self.close()
        return reply

    def _collect(self, child: ChildProcess) -> None:
        self._printed += child.printed
        child.printed.clear()
        del self._printed[:-KEEP_PRINTED]
