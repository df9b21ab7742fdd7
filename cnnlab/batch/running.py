"""Running a batch over an executor: few submissions at a time, each report as soon as it is there, a loss retried once."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice

from cnnlab.batch.job import Job
from cnnlab.batch.local import WorkerLost
from cnnlab.batch.warm import grade_warm
from cnnlab.course import Check, Group, Outcome, Report, Submission
from cnnlab.errors import CnnlabError, Fault
from cnnlab.gradebook.key import Key
from cnnlab.gradebook.store import Handed
from cnnlab.messages import Text, text

FULL_SCORE = 100
TRIES = 2


@dataclass(frozen=True)
class Task:
    """A submission that has to be graded, and what the gradebook has to know of it."""

    handed: Handed
    submission: Submission
    key: Key


@dataclass
class Flight:
    """What has been handed to the executor and has not come back."""

    tasks: dict[Future[Report], tuple[Task, int]] = field(default_factory=dict)

    def running(self) -> list[str]:
        """The students whose submissions are being graded right now."""
        return [task.submission.name for future, (task, _) in list(self.tasks.items()) if future.running()]


def run(
    executor: Executor, job: Job, tasks: Iterable[Task], at_once: int, flight: Flight
) -> Iterator[tuple[Task, Report]]:
    """Grade every task. No more than `at_once` are in memory, however many there are.

    Raises:
        CnnlabError: what would befall every submission alike: a broken grader, a machine that cannot confine.
    """
    coming = iter(tasks)
    flying = flight.tasks
    while True:
        for task in islice(coming, at_once - len(flying)):
            flying[executor.submit(grade_warm, job, task.submission)] = (task, 1)
        if not flying:
            return
        for future in wait(flying, return_when=FIRST_COMPLETED).done:
            task, tries = flying.pop(future)
            error = future.exception()
            if error is None:
                yield task, future.result()
            elif isinstance(error, CnnlabError) and type(error) is not Fault:
                raise error
            elif tries < TRIES:
                flying[executor.submit(grade_warm, job, task.submission)] = (task, tries + 1)
            else:
                yield task, _fault(job.slug, task, error)


def _fault(assignment: str, task: Task, error: BaseException) -> Report:
    """A report that holds no points but says why there are none."""
    reason = Text(f"{type(error).__name__}: {error}.")
    if isinstance(error, CnnlabError):
        reason = error.message
    elif isinstance(error, WorkerLost):
        reason = text("the worker that was at it ended by itself.")
    message = text(
        "It could not be graded, in {tries} tries: {reason} This is not the student's fault; "
        "the same command tries again, and leaves alone what is graded.",
        tries=TRIES,
        reason=reason,
    )
    check = Check("grading", text("Grading"), Group.HIDDEN, FULL_SCORE, Outcome.FAULT, message, "")
    return Report(assignment, task.submission.name, (check,), "none", 0.0, notes=task.submission.notes)
