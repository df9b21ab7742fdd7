"""What of a class has to be graded: whatever the gradebook does not know already."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cnnlab.batch.running import Task
from cnnlab.course import Submission
from cnnlab.gradebook.key import Key
from cnnlab.gradebook.store import Gradebook, Handed

Read = Callable[[], tuple[Submission, Handed]]


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
