"""What of a class has to be graded: whatever the gradebook does not know already."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from cnnlab.batch.executors import Place
from cnnlab.batch.job import Job
from cnnlab.batch.running import Flight, Task, run
from cnnlab.course import Report, Submission
from cnnlab.gradebook.key import Key
from cnnlab.gradebook.store import Gradebook, Handed

Read = Callable[[], tuple[Submission, Handed]]


class Watch(Protocol):
    """What is told while a batch runs."""

    def known(self) -> None:
        """A submission has its report already."""

    def graded(self, report: Report) -> None:
        """A report has been committed."""


@dataclass(frozen=True)
class Grader:
    """What grades: assignment, version and environment, as keys have them. `regrade` takes nothing for known."""

    assignment: str
    version: str
    environment: str
    regrade: bool = False


def due(gradebook: Gradebook, grader: Grader, reads: Iterable[Read], tell_known: Callable[[], None]) -> Iterator[Task]:
    """Read one submission after another, and give those that have no report yet."""
    for read in reads:
        submission, handed = read()
        key = Key(handed.content, grader.version, grader.environment)
        if grader.regrade or not gradebook.known(grader.assignment, key):
            yield Task(handed, submission, key)
        else:
            gradebook.notice(grader.assignment, handed)
            tell_known()


def grade_due(
    gradebook: Gradebook, grader: Grader, job: Job, reads: Iterable[Read], place: Place, flight: Flight, watch: Watch
) -> None:
    """Grade what is due. A report is committed before it is told of.

    Raises:
        CnnlabError: what would befall every submission alike, and a gradebook that cannot be written.
    """
    tasks = due(gradebook, grader, reads, watch.known)
    for task, report in run(place.executor, job, tasks, place.at_once, flight):
        gradebook.keep(report, task.key, task.handed)
        watch.graded(report)
