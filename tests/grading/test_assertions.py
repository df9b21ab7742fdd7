"""What a check may assert, as a student's submission meets it: refusals that name the argument, arrays left alone."""

import pytest

from cnnlab.messages import Language, render

DOUBLE = "def double(x):\n    return x * 2.0\n"


NAMING = [
    "raise ValueError('by is negative')",
    "raise ValueError('BY: 0 or more')",
    "raise type('Mine', (ValueError,), {})('by')",
]
POSING = "raise type('ValueError', (Exception,), {})('by')"
WRONG = {
    "pass": ("failed", "It accepted a wrong `by` and returned an array of shape (2,); raise a ValueError"),
    "return None": ("failed", "It accepted a wrong `by` and returned None;"),
    "raise ValueError('no')": ("failed", "It raised a ValueError, but its message does not name `by`"),
    "raise TypeError('by')": ("error", "For a wrong `by` it raised TypeError, where a ValueError"),
    "assert False, 'by'": ("error", "For a wrong `by` it raised AssertionError, where a ValueError"),
    "raise NotImplementedError": ("error", "shift is not written yet"),
    "while True: pass": ("timeout", "shift was stopped after 0.6 s"),
    "return lambda: 0": ("failed", "shift returned function; it must return NumPy arrays"),
    POSING: ("error", "For a wrong `by` it raised Exception, where a ValueError"),
}


@pytest.fixture(scope="module")
def refusals(shared_course):
    """Outcome and sentence of the check that demands a ValueError which names `by`, by the body of the refusal."""
    source = DOUBLE + "def shift(x, by=1):\n    if by < 0:\n        {}\n    return x + float(by)\n"
    bodies = [*NAMING, *WRONG]
    reports = shared_course.grade_all(**{body: source.replace("{}", body, 1) for body in bodies})
    found = {
        body: next(check for check in reports[body].checks if check.id == "test_hidden_refusal") for body in bodies
    }
    return {
        body: (check.outcome.value, render(check.message, Language.ENGLISH) if check.message else "")
        for body, check in found.items()
    }


@pytest.mark.parametrize("body", NAMING)
def test_a_refusal_that_names_the_argument_passes(refusals, body):
    assert refusals[body] == ("passed", "")


@pytest.mark.parametrize("body", WRONG)
def test_each_wrong_refusal_has_its_sentence(refusals, body):
    outcome, words = WRONG[body]
    assert refusals[body][0] == outcome
    assert words in refusals[body][1]


def test_a_function_that_cannot_be_called_does_not_pass_as_a_refusal(shared_course):
    report = shared_course.grade(f"{DOUBLE}def shift(x):\n    return x + 1.0\n")
    check = next(check for check in report.checks if check.id == "test_hidden_refusal")
    message = render(check.message, Language.ENGLISH)
    assert message == "shift cannot be called as the exercise says; its signature must be shift(x, by=1)."


def test_a_changed_argument_is_told(shared_course):
    report = shared_course.grade("def double(x):\n    x *= 2.0\n    return x\ndef shift(x, by=1):\n    return x + by\n")
    check = next(check for check in report.checks if check.id == "test_hidden_double")
    message = render(check.message, Language.ENGLISH)
    assert message == "double changed the array it was given. Whoever calls it still needs it: work on a copy."
    assert "changed the array it was given" in render(check.counterexample.got, Language.ENGLISH)
