"""A small class for the tiny course, and a batch over it."""

from pathlib import Path

import pytest

from cnnlab.batch.due import Grader, due
from cnnlab.batch.job import Job
from cnnlab.batch.running import Flight, run
from cnnlab.course import Student, Submission
from cnnlab.gradebook.key import content_of
from cnnlab.gradebook.store import Handed
from cnnlab.sandbox.confinement import INNER_LAYERS


@pytest.fixture
def job(shared_course):
    """A job of the tiny course."""
    return Job(shared_course.root, "tiny", INNER_LAYERS)


@pytest.fixture
def reads():
    """Submissions by name and source, as a batch reads them."""

    def reads(sources):
        def reading(name, source):
            submission = Submission(name, source)
            return lambda: (submission, Handed(Student(name, name), content_of(submission)))

        return [reading(name, source) for name, source in sources.items()]

    return reads


@pytest.fixture
def results(reads):
    """Run sources through an executor and a gradebook; answers the reports by name."""

    def results(executor, job, book, sources, at_once=4, between=lambda name: None):
        found = {}
        tasks = due(book, Grader("tiny", "v", "e"), reads(sources), lambda: None)
        for task, report in run(executor, job, tasks, at_once, Flight()):
            book.keep(report, task.key, task.handed)
            found[report.submission] = report
            between(report.submission)
        return found

    return results


@pytest.fixture
def book(tmp_path):
    """An empty gradebook."""
    from cnnlab.gradebook.store import open_gradebook

    with open_gradebook(tmp_path / "gradebook.sqlite") as opened:
        yield opened


@pytest.fixture
def fork_servers():
    """The fork servers that a process has started."""

    def fork_servers(pid):
        children = [one for each in Path(f"/proc/{pid}/task").glob("*/children") for one in each.read_text().split()]
        return [int(one) for one in children if "cnnlab.sandbox.forkserver" in Path(f"/proc/{one}/cmdline").read_text()]

    return fork_servers
