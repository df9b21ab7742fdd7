"""The pytest plugin: collects a grader once and runs its checks for one submission after another."""

import traceback
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest

from cnnlab.course import Assignment, Certificate, Group, Outcome
from cnnlab.errors import CnnlabError, CourseError
from cnnlab.grading.certifying import Certifier
from cnnlab.grading.explanation import Circumstances
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.proxy import Call, Student
from cnnlab.grading.seeding import generator
from cnnlab.messages import Text, text, title
from cnnlab.sandbox.student import StudentCode

MARKERS = (
    "points(n): what a check is worth",
    "lesson(section): the section of the lecture that explains it, such as 07-pooling#stride",
)


@dataclass(frozen=True)
class Question:
    """A collected check: everything about it but a submission's answer."""

    item: pytest.Item
    id: str
    title: Text
    group: Group
    max_points: int
    lesson: str


@dataclass(frozen=True)
class Finding:
    """What became of a question for one submission."""

    outcome: Outcome
    message: Text | None
    calls: tuple[Call, ...] = ()


class GradingPlugin:
    """Gives a grader its fixtures, and hands the collected questions to `work` in place of pytest's own loop."""

    def __init__(
        self,
        assignment: Assignment,
        reference: object,
        signatures: dict[str, str],
        seed: str,
        work: Callable[["GradingPlugin"], None],
        certifier: Certifier | None = None,
    ) -> None:
        self._assignment = assignment
        self._reference = reference
        self._signatures = signatures
        self._seed = seed
        self._work = work
        self._certifier = certifier
        self._code: StudentCode | None = None
        self._source = ""
        self._student: Student | None = None
        self._error: BaseException | None = None
        self.certified: Certificate | None = None
        self.questions: list[Question] = []
        self.failure: BaseException | None = None

    def begin(self, source: str) -> None:
        """Forget the submission before; `source` is that of the next one."""
        self._source, self.certified = source, None

    def ask(self, question: Question, code: StudentCode) -> Finding:
        """Run one check against one submission.

        Raises:
            CnnlabError: where the sandbox fails; a defect of the grader is a Finding, `fault`.
        """
        self._code, self._student, self._error = code, None, None
        question.item.ihook.pytest_runtest_protocol(item=question.item, nextitem=None)
        calls = tuple(self._student.calls) if self._student else ()
        error = self._error
        if isinstance(error, CheckFailure):
            return Finding(error.outcome, error.message, calls)
        if isinstance(error, (CnnlabError, KeyboardInterrupt)):
            raise error
        if error is not None:
            return Finding(Outcome.FAULT, _grader_defect(error), calls)
        return Finding(Outcome.PASSED, None, calls)

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Student:
        """The student's functions, in their own process."""
        assert self._code is not None
        group = _group(request.node, self._assignment)
        circumstances = Circumstances(self._assignment, group, self._source, self._signatures)
        self._student = Student(self._code, circumstances)
        return self._student

    @pytest.fixture
    def reference(self, request: pytest.FixtureRequest) -> object:
        """The correct functions, in this process."""
        if _group(request.node, self._assignment) is Group.PUBLIC:
            raise CourseError(text("{check}: a public check writes its expected numbers out.", check=request.node.name))
        return self._reference

    @pytest.fixture
    def certificate(self, request: pytest.FixtureRequest) -> Certificate:
        """What became of training the student's network; it is trained once, for the first check that asks."""
        group = _group(request.node, self._assignment)
        if self._certifier is None or self._code is None or group is Group.PUBLIC:
            raise CourseError(
                text(
                    "{check}: a network is trained for hidden checks of an assignment with [training].",
                    check=request.node.name,
                )
            )
        if self.certified is None:
            self._code.restart()  # one child lives at a time
            circumstances = Circumstances(self._assignment, group, self._source, self._signatures)
            self.certified = self._certifier.certify(self._source, circumstances)
        return self.certified

    @pytest.fixture
    def rng(self, request: pytest.FixtureRequest) -> np.random.Generator:
        """Random numbers of this check, the same for every submission."""
        return generator(self._seed, self._assignment.slug, request.node.name)

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the markers known."""
        for marker in MARKERS:
            config.addinivalue_line("markers", marker)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A grader that cannot be imported is its author's fault."""
        if report.failed and self.failure is None:
            last = str(report.longrepr).strip().splitlines()[-1]
            self.failure = CourseError(text("{path} cannot be collected: {reason}.", path=report.nodeid, reason=last))

    @pytest.hookimpl(tryfirst=True)
    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> bool:
        """Whatever a grader does to pytest itself is its author's fault too; say it in one sentence."""
        reason = f"{type(excinfo.value).__name__}: {excinfo.value}"
        path = self._assignment.slug
        self.failure = self.failure or CourseError(
            text("{path} cannot be collected: {reason}.", path=path, reason=reason)
        )
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Let the session's work ask the questions, as often as it has submissions."""
        try:
            if self.failure is None:
                self.questions = [_question(item, self._assignment) for item in session.items]
                self._work(self)
        except BaseException as error:  # carried out of pytest.main, and raised there
            self.failure = error
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self) -> Generator[None, object, object]:
        """After a check has passed, ask the same questions again: the answers must not have changed."""
        result = yield
        if self._student is not None:
            self._student.replay()
        return result

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Keep the first thing that went wrong. Nobody reads pytest's own account of it, which takes longer than most checks."""
        if call.excinfo is not None and self._error is None:
            self._error = call.excinfo.value
        outcome: Literal["passed", "failed"] = "failed" if call.excinfo else "passed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)  # type: ignore[arg-type]  # never "collect" here


def _question(item: pytest.Item, assignment: Assignment) -> Question:
    points = item.get_closest_marker("points")
    worth = points.args[0] if points and points.args else None
    function = getattr(item, "function", None)
    heading = (getattr(function, "__doc__", None) or "").strip().splitlines()
    if type(worth) is not int or worth < 1 or not heading:
        raise CourseError(
            text(
                "{check}: a check needs a docstring and @pytest.mark.points(n) with a whole n of 1 or more.",
                check=item.nodeid,
            )
        )
    lesson = item.get_closest_marker("lesson")
    return Question(
        item=item,
        id=item.name,
        title=title(heading[0]),
        group=_group(item, assignment),
        max_points=worth,
        lesson=lesson.args[0] if lesson else assignment.lesson,
    )


def _group(node: Any, assignment: Assignment) -> Group:
    inside = Path(node.path).is_relative_to(assignment.handout)
    return Group.PUBLIC if inside else Group.HIDDEN


def _grader_defect(error: BaseException) -> Text:
    place = traceback.extract_tb(error.__traceback__)[-1]
    return text(
        "The grader itself failed ({type} in {file}, line {line}). This is not the student's fault and costs no points; "
        "mend the grader and grade again.",
        type=type(error).__name__,
        file=Path(place.filename).name,
        line=place.lineno,
    )
