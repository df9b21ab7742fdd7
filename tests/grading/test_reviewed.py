"""What a reviewer found by grading real files: fairness in Korean, large answers, and honest values that do not travel."""

import numpy as np
import pytest

from cnnlab.course import Outcome
from cnnlab.grading.assertions import _names
from cnnlab.grading.diagnosis import MAX_KEPT, _bounded
from cnnlab.messages import Language, render
from cnnlab.sandbox.replies import Returned


@pytest.mark.parametrize(
    "message",
    [
        "stride는 1 이상이어야 합니다",
        "잘못된 stride",
        "`stride` is 0",
        "stride=0",
        "Stride must be positive",
        "stride_h is 0",
        "strides",
    ],
)
def test_a_message_names_its_argument_in_any_language(message: str) -> None:
    assert _names(message, "stride")


@pytest.mark.parametrize(
    ("message", "argument"), [("max_pool2d failed", "x"), ("mystride", "stride"), ("", "stride"), ("padding", "stride")]
)
def test_a_part_of_another_word_names_nothing(message: str, argument: str) -> None:
    assert not _names(message, argument)


def test_answers_to_small_inputs_are_kept_small() -> None:
    large = np.zeros(MAX_KEPT // 8 + 1)
    kept = _bounded(Returned(large))
    assert isinstance(kept, Returned)
    assert render(kept.value, Language.ENGLISH) == f"an array of shape {large.shape}"
    small = Returned(np.zeros(MAX_KEPT // 8))
    assert _bounded(small) is small


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"numpy.zeros({(1 << 20) // 8 + 1})", "arrays of more than 1 MiB"),
        ("list(range(21_000))", "a text or a list that is too long"),
        ("'x' * 300_000", "a text or a list that is too long"),
        ("numpy.zeros((1,) * 33)", "an array of more than 32 axes"),
        ("numpy.zeros(3, numpy.longdouble)", "an array of dtype float"),
    ],
)
def test_an_honest_value_that_is_too_large_is_not_called_an_attack(body: str, words: str, shared_course) -> None:
    report = shared_course.grade(f"import numpy\ndef double(x):\n    return {body}\n")
    wrong = [check for check in report.checks if check.message and check.id.endswith("double")]
    assert wrong
    for check in wrong:
        assert check.outcome is Outcome.FAILED
        assert words in render(check.message, Language.ENGLISH)
