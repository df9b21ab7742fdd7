"""What the teacher's side works out once for a class, and what nobody reads."""

from pathlib import Path

import numpy as np
import pytest

from cnnlab.course import Outcome, Submission, catalogue
from cnnlab.grading.arguments import arguments
from cnnlab.grading.session import Settings, grade
from cnnlab.grading.solution import Solution, answer
from cnnlab.grading.trusted_module import module_from_source
from cnnlab.sandbox.replies import Returned

ROOT = Path(__file__).resolve().parents[2]


def test_a_call_is_answered_once_for_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    solution = Solution(catalogue.find(catalogue.find_course(ROOT), "assignment3"), "0")
    x = np.arange(16.0).reshape(1, 1, 4, 4)
    asked: list[str | None] = []
    monkeypatch.setattr(solution, "_known", lambda name: asked.append(name) or solution.reference)
    first, again = (solution.answers("max_pool2d", arguments(each, 2)) for each in (x, x.copy()))
    assert asked == []
    right = again.right
    assert first.right is right and isinstance(right, Returned)
    name = next(iter(solution.misconceptions))
    first.mistaken(name)
    again.mistaken(name)
    assert asked == [None, name]
    solution.answers("max_pool2d", arguments(x.astype(int), 2)).mistaken(name)
    assert asked == [None, name, name]


def test_a_mistake_that_warns_is_no_news_to_a_teacher(recwarn: pytest.WarningsRecorder) -> None:
    source = "import warnings\n\n\ndef f(x):\n    warnings.warn('odd', stacklevel=1)\n    return x\n"
    reply = answer(module_from_source("m", source, "m.py"), "f", arguments(1))
    assert reply == Returned(1) and not recwarn.list


def test_a_failed_check_is_not_written_up_by_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    course = catalogue.find_course(ROOT)
    assignment = catalogue.find(course, "assignment3")
    written: list[object] = []
    monkeypatch.setattr(pytest.Item, "repr_failure", lambda *arguments, **_: written.append(arguments) or "")
    monkeypatch.setattr(pytest.Function, "repr_failure", lambda *arguments, **_: written.append(arguments) or "")
    mistaken = catalogue.misconceptions(assignment)[0]
    report = grade(course, assignment, Submission("a", mistaken.source), Settings())
    assert any(check.outcome is Outcome.FAILED and check.hint for check in report.checks)
    assert written == []
