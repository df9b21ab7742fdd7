"""A batch grades everything once, few at a time, and survives what happens to its workers."""

import os
import signal
from concurrent.futures import Executor, Future

import pytest

from cnnlab.batch.due import Grader, due
from cnnlab.batch.local import LocalWorkers, WorkerLost
from cnnlab.batch.running import Flight, run
from cnnlab.course import Outcome, Report, Status
from cnnlab.errors import CourseError, Fault
from cnnlab.gradebook.reading import attempts
from cnnlab.messages import Language, render, text

HALF = "def double(x):\n    return x * 2.0\n"


class Scripted(Executor):
    """Answers at once, from a list of results for each name, and counts what is in flight."""

    def __init__(self, script=None):
        self.script, self.asked, self.flying, self.most = script or {}, [], 0, 0

    def submit(self, fn, /, job, submission):
        self.asked.append(submission.name)
        results = self.script.get(submission.name, [])
        result = results.pop(0) if results else Report("tiny", submission.name, (), "none", 0.1)
        future = Future()
        if isinstance(result, Exception):
            future.set_exception(result)
        else:
            future.set_result(result)
        return future


def test_every_submission_is_graded_as_it_is_alone(job, book, results, shared_course, right_answer):
    sources = {"kim": right_answer, "lee": HALF, "park": "1 / 0", "cho": "import os\nos._exit(0)\n"}
    with LocalWorkers(2, patience=60) as workers:
        found = results(workers, job, book, sources)
    for name, source in sources.items():
        alone = shared_course.grade(source)
        assert [each.outcome for each in found[name].checks] == [each.outcome for each in alone.checks]
        assert attempts(book, "tiny", name)[0].earned == alone.score


def test_what_is_known_is_not_graded_again(job, book, results):
    sources = dict.fromkeys(("kim", "lee"), HALF) | {"park": "1 / 0"}
    results(Scripted(), job, book, sources, at_once=1)
    again = Scripted()
    assert results(again, job, book, {**sources, "cho": HALF, "lee": "x = 1"}).keys() == {"lee"}
    assert again.asked == ["lee"]
    assert len(attempts(book, "tiny", "lee")) == 2
    assert attempts(book, "tiny", "cho")[0].report is not None


def test_a_loss_is_retried_once_and_then_a_fault_that_ends_nothing(job, book, results):
    report = Report("tiny", "kim", (), "none", 0.1)
    executor = Scripted(
        {
            "kim": [WorkerLost("exit code -9"), report],
            "lee": [WorkerLost("exit code -9"), WorkerLost("exit code -9")],
            "park": [Fault(text("The sandbox ended.")), Fault(text("The sandbox ended."))],
        }
    )
    found = results(executor, job, book, {"kim": "a", "lee": "b", "park": "c", "cho": "d"})
    assert {name: each.status for name, each in found.items()} == {
        "kim": Status.GRADED,
        "lee": Status.FAULT,
        "park": Status.FAULT,
        "cho": Status.GRADED,
    }
    assert (executor.asked.count("lee"), executor.asked.count("cho")) == (2, 1)
    (check,) = found["lee"].checks
    assert (check.outcome, found["lee"].score) == (Outcome.FAULT, 0)
    assert "the worker that was at it ended by itself" in render(check.message, Language.ENGLISH)
    assert "The sandbox ended." in render(found["park"].checks[0].message, Language.ENGLISH)
    assert attempts(book, "tiny", "lee")[0].points is None
    assert results(Scripted(), job, book, {"kim": "a", "lee": "b", "park": "c"}).keys() == {"lee", "park"}


def test_what_would_befall_all_ends_the_batch(job, book, results):
    executor = Scripted({"lee": [CourseError(text("The grader is broken."))]})
    with pytest.raises(CourseError, match="The grader is broken"):
        results(executor, job, book, {"kim": "a", "lee": "b", "park": "c"}, at_once=1)
    assert attempts(book, "tiny", "kim")[0].report is not None


def test_no_more_are_read_than_can_be_in_flight(job, book, reads):
    read = []

    def counted(each):
        def reading():
            submission, handed = each()
            read.append(submission.name)
            return submission, handed

        return reading

    sources = {f"student{number}": f"x = {number}" for number in range(200)}
    tasks = due(book, Grader("tiny", "v", "e"), map(counted, reads(sources)), lambda: None)
    for done, _ in enumerate(run(Scripted(), job, tasks, 5, Flight()), 1):
        assert len(read) <= done + 5
    assert len(read) == 200


def test_a_worker_killed_at_work_costs_one_retry(job, book, results, right_answer):
    sources = {f"student{number}": right_answer + f"# {number}\n" for number in range(6)}
    killed = []
    with LocalWorkers(2, patience=60) as workers:

        def kill_one(name):
            if len(killed) < 2:
                killed.append(workers.pids[0])
                os.kill(killed[-1], signal.SIGKILL)

        found = results(workers, job, book, sources, between=kill_one)
    assert len(killed) == 2
    assert {name: each.score for name, each in found.items()} == dict.fromkeys(sources, 100)


def test_a_fork_server_killed_at_work_costs_one_retry(job, book, results, right_answer, fork_servers):
    sources = {f"student{number}": right_answer + f"# {number}\n" for number in range(4)}
    killed = []
    with LocalWorkers(1, patience=60) as workers:

        def kill_server(name):
            if not killed:
                killed.extend(fork_servers(workers.pids[0]))
                os.kill(killed[0], signal.SIGKILL)

        found = results(workers, job, book, sources, between=kill_server)
    assert len(killed) == 1
    assert {name: each.score for name, each in found.items()} == dict.fromkeys(sources, 100)
