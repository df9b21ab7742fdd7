"""Where a batch computes: processes of this machine, or a Dask cluster."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass

from cnnlab.batch.local import LocalWorkers
from cnnlab.course import Assignment

# For each submission that is being graded one more waits, so that no worker does.
AHEAD = 2
STARTING_SECONDS = 120.0


@dataclass(frozen=True)
class Place:
    """An executor, and how many submissions it should hold at once."""

    executor: Executor
    at_once: int


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def on_this_machine(jobs: int, assignment: Assignment) -> Iterator[Place]:
    """Workers of our own. Whatever ends the batch, none of them outlives it."""
    training = assignment.training.seconds if assignment.training else 0.0
    workers = LocalWorkers(jobs, STARTING_SECONDS + 4 * (assignment.limits.submission_seconds + training))
    try:
        yield Place(workers, AHEAD * jobs)
    finally:
        workers.shutdown(cancel_futures=True)
