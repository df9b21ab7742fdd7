"""What runs in a worker: one warm session, asked for one report at a time."""

import queue
import threading

from cnnlab.batch.job import Job, read_job, settings_of
from cnnlab.course import Report, Submission
from cnnlab.grading.session import grade_each

_warm: dict[Job, "WarmSession"] = {}
# A Dask worker may have several threads; pytest has one session at a time.
_one_at_a_time = threading.Lock()


def grade_warm(job: Job, submission: Submission) -> Report:
    """Grade with the session that is warm, or with a new one where there is none or it has failed.

    Raises:
        CourseError: where the grader is broken.
        Fault: where the sandbox fails.
    """
    with _one_at_a_time:
        session = _warm.get(job)
        if session is None:
            forget()
            session = _warm[job] = WarmSession(job)
        try:
            return session.grade(submission)
        except BaseException:
            _warm.pop(job, None)
            raise


def forget() -> None:
    """End the session that is warm."""
    while _warm:
        _warm.popitem()[1].close()


class WarmSession:
    """`grade_each` in a thread of its own, which waits for the next submission with its fork server up and its grader collected."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._asked: queue.SimpleQueue[Submission | None] = queue.SimpleQueue()
        self._answered: queue.SimpleQueue[Report | BaseException] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"session for {job.slug}", daemon=True)
        self._thread.start()

    def grade(self, submission: Submission) -> Report:
        """The report of one submission. After an exception the session has ended."""
        self._asked.put(submission)
        answer = self._answered.get()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def close(self) -> None:
        """End the session and its fork server."""
        self._asked.put(None)
        self._thread.join()

    def _run(self) -> None:
        try:
            course, assignment = read_job(self._job)
            submissions = iter(self._asked.get, None)
            grade_each(course, assignment, submissions, self._answered.put, settings_of(self._job))
        except BaseException as error:  # carried to whoever asked, and raised there
            self._answered.put(error)
