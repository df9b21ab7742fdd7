"""Worker processes of this machine as an executor. One that dies costs only what it was at, and another takes its place."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any

LAST_SECONDS = 30.0


class WorkerLost(Exception):
    """The worker died, or did not answer for too long, while it was at this call."""


@dataclass(frozen=True)
class _Task:
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...]]


@dataclass(frozen=True)
class _Worker:
    process: "subprocess.Popen[bytes]"
    channel: "Connection[Any, Any]"
    life: int


class LocalWorkers(Executor):
    """`jobs` fresh interpreters, each fed by a thread of its own; they are started when there is something to do.

    `patience` is how long a call may take, in seconds, before its worker is taken for hung. Calls limit themselves long before.
    """

    def __init__(self, jobs: int, patience: float) -> None:
        self._patience = patience
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._workers: dict[threading.Thread, _Worker] = {}
        self._stopped = False
        self._threads = [threading.Thread(target=self._feed, daemon=True) for _ in range(jobs)]
        for thread in self._threads:
            thread.start()

    @property
    def pids(self) -> list[int]:
        """The processes that are up."""
        return [worker.process.pid for worker in list(self._workers.values())]

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have `fn(*args)` called in a worker; function, arguments and result are pickled."""
        assert not kwargs
        future: Future[Any] = Future()
        self._tasks.put(_Task(future, (fn, args)))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers: when they are through with what was submitted, or at once."""
        if cancel_futures:
            self._stopped = True
            for worker in list(self._workers.values()):
                worker.process.kill()
        for _ in self._threads:
            self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _feed(self) -> None:
        me = threading.current_thread()
        while (task := self._tasks.get()) is not None:
            if self._stopped:
                task.future.cancel()
            elif task.future.set_running_or_notify_cancel():
                if me not in self._workers:
                    self._workers[me] = _start()
                self._ask(self._workers[me], task)
                if self._workers[me].process.poll() is not None:
                    _end(self._workers.pop(me))
        if me in self._workers:
            _end(self._workers.pop(me))

    def _ask(self, worker: _Worker, task: _Task) -> None:
        try:
            worker.channel.send(task.call)
            if not wait([worker.channel], self._patience):
                raise WorkerLost("no answer")
            result, error = worker.channel.recv()
        except (OSError, EOFError, WorkerLost):
            worker.process.kill()
            worker.process.wait()
            task.future.set_exception(WorkerLost(f"exit code {worker.process.returncode}"))
            return
        if error is not None:
            task.future.set_exception(error)
        else:
            task.future.set_result(result)


def _start() -> _Worker:
    ours, theirs = Pipe()
    life, held = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-sP", "-m", "cnnlab.batch.worker", str(theirs.fileno()), str(life)],
        pass_fds=[theirs.fileno(), life],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is the parent's business
    )
    theirs.close()  # so that its death closes the channel
    os.close(life)
    return _Worker(process, ours, held)


def _end(worker: _Worker) -> None:
    worker.channel.close()  # which is what a worker ends on
    try:
        worker.process.wait(LAST_SECONDS)
    except subprocess.TimeoutExpired:
        worker.process.kill()
        worker.process.wait()
    os.close(worker.life)
