"""A check that calls a driver's function speaks to the student in the student's own names."""

from textwrap import dedent

import pytest

from cnnlab.course import Certificate, Outcome
from cnnlab.messages import Language, render, text

CASES = {
    "reference": ("", Outcome.PASSED),
    "missing": ("del SimpleCNN", Outcome.ERROR),
    "raises": (
        "class SimpleCNN(SimpleCNN):\n    def forward(self, x):\n        raise ValueError('no')\n",
        Outcome.ERROR,
    ),
    "random": (
        "import random\n"
        "class SimpleCNN(SimpleCNN):\n    def forward(self, x):\n        return super().forward(x) + random.random() * 5e-6\n",
        Outcome.FAILED,
    ),
    "own_logits": ("def logits(*_):\n    return 'the student decides'\n", Outcome.PASSED),
    "wrong": (
        "class SimpleCNN(SimpleCNN):\n    def forward(self, x):\n        return -super().forward(x)\n",
        Outcome.FAILED,
    ),
}


@pytest.fixture(scope="module")
def reports(shared_network_course):
    from cnnlab.grading.certifying import Certifier

    course = shared_network_course
    with pytest.MonkeyPatch.context() as patch:
        # Training is another test's business.
        refused = Certificate("stand-in", "cpu", refusal=text("Not trained."))
        patch.setattr(Certifier, "certify", lambda *_: refused)
        return course.grade_all({name: course.reference + "\n" + dedent(extra) for name, (extra, _) in CASES.items()})


def logits_of(report):
    return next(check for check in report.checks if check.id == "test_logits")


@pytest.mark.parametrize("name", CASES)
def test_logits_are_asked_through_the_driver(reports, name):
    check = logits_of(reports[name])
    assert check.outcome is CASES[name][1], render(check.message, Language.ENGLISH) if check.message else ""


@pytest.mark.parametrize("name", ["missing", "raises", "random"])
def test_messages_call_a_function_of_the_driver_by_what_it_stands_for(reports, name):
    said = render(logits_of(reports[name]).message, Language.ENGLISH)
    assert "SimpleCNN" in said
    assert "logits" not in said
