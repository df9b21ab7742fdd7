"""Diagnosis: the right misconception or none, and a small true example that is none of the hidden inputs."""

import re

import numpy as np

from cnnlab.course import Numbers
from cnnlab.messages import Language, render

SHIFT = "\ndef shift(x, by=1):\n    if by < 0:\n        raise ValueError('by')\n    return x + float(by)\n"
SQUARES = "def double(x):\n    return x * x\n" + SHIFT


def hints(report):
    """The misconceptions named, by check."""
    return {check.id: check.hint.misconception for check in report.checks if check.hint}


def check_of(report, name):
    return next(check for check in report.checks if check.id == name)


def look_alike(course, name, body):
    """Add a misconception of `double`."""
    course.write(
        f"solutions/tiny/misconceptions/{name}/tiny.py",
        f'"""{name}\n\nen: {name}.\n\nko: {name}.\n\nlesson: 01-tiny\n"""\n\n\ndef double(x):\n    {body}\n',
    )


def test_a_misconception_written_in_another_way_is_named_with_its_feedback_and_lesson(shared_course):
    report = shared_course.grade(SQUARES)
    assert hints(report) == {"test_public_double": "squares", "test_hidden_double": "squares"}
    check = check_of(report, "test_hidden_double")
    assert check.hint.feedback == {
        Language.ENGLISH: "You square. Twice is not the square.",
        Language.KOREAN: "제곱했습니다.",
    }
    assert check.lesson == "01-tiny#squares"


def test_two_misconceptions_in_one_file_are_both_named(shared_course):
    report = shared_course.grade("def double(x):\n    return x ** 2\ndef shift(x, by=1):\n    return x + by * 1.0\n")
    assert set(hints(report).values()) == {"squares", "accepts_negatives"}


OTHER_MISTAKES = [
    "return x * 3.0",
    "return x * 0",
    "return x * x + 1e-3",
    "return x",
    "raise ValueError",
    "return None",
]
CONSTANTS = ["0", "1.0", "np.zeros(2)", "np.array([1.0, 6.25])", "[]", "'squares'"]


def test_a_mistake_that_nobody_described_gets_no_hint(shared_course):
    reports = shared_course.grade_all(**{body: f"def double(x):\n    {body}\n{SHIFT}" for body in OTHER_MISTAKES})
    assert {name: hints(report) for name, report in reports.items()} == {name: {} for name in OTHER_MISTAKES}


def test_a_constant_gets_no_hint(shared_course):
    """Not even the one whose answer to the public check is the misconception's: [1, -2.5] squared."""
    source = "import numpy as np\ndef double(x):\n    return {0}\ndef shift(x, by=1):\n    return {0}\n"
    reports = shared_course.grade_all(**{constant: source.format(constant) for constant in CONSTANTS})
    assert {name: hints(report) for name, report in reports.items()} == {name: {} for name in CONSTANTS}


def test_two_that_look_alike_on_a_check_are_told_apart_by_further_inputs(tiny_course):
    """On the public check's [1, -2.5] and on the large hidden numbers both square; below 6 the second one does not."""
    look_alike(tiny_course, "squares_large_ones", "import numpy as np; return np.where(abs(x - 5) < 1, x + 9.0, x**2)")
    squares = tiny_course.grade(SQUARES)
    assert set(hints(squares).values()) == {"squares"}
    other = "import numpy as np\ndef double(x):\n    return np.where(abs(x - 5) < 1, 9.0 + x, x * x)\n" + SHIFT
    assert set(hints(tiny_course.grade(other)).values()) == {"squares_large_ones"}


def test_two_that_agree_everywhere_are_not_told_apart(tiny_course):
    look_alike(tiny_course, "multiplies_by_itself", "return x * x")
    assert hints(tiny_course.grade(SQUARES)) == {}


def test_who_changes_the_argument_too_is_not_taken_for_who_does_not(shared_course):
    report = shared_course.grade("def double(x):\n    y = x * x\n    x[:] = 0\n    return y\n" + SHIFT)
    assert hints(report) == {}


def test_a_counterexample_is_small_right_and_no_hidden_input(shared_course):
    for check in shared_course.grade(SQUARES).checks:
        if "double" not in check.id:
            continue
        example = check.counterexample
        x = np.array(eval(re.fullmatch(r"double\((\[.*\])\)", example.call)[1]), float)
        assert np.array_equal(np.array(eval(example.expected)), 2 * x)
        assert np.array_equal(np.array(eval(render(example.got, Language.ENGLISH))), x**2)
        assert x.size <= 4
        assert 3 <= x.min() <= x.max() < 10  # what small_inputs draws; hidden inputs have nine digits
        assert not np.array_equal(2 * x, x**2)


def test_a_counterexample_names_the_arguments_as_they_are_typed(shared_course):
    report = shared_course.grade("def double(x):\n    return x * 2.0\ndef shift(x, by=1):\n    return x + 1.0\n")
    example = check_of(report, "test_hidden_shift").counterexample
    match = re.fullmatch(r"shift\(\[(.*)\], ([023])\)", example.call)
    assert match
    assert float(eval(example.expected)[0]) == float(match[1]) + int(match[2])


def test_small_arrays_of_a_counterexample_come_as_numbers_by_the_names_of_the_arguments(shared_course):
    for check in shared_course.grade(SQUARES).checks:
        if "double" in check.id:
            arrays = check.counterexample.arrays
            x = arrays.inputs["x"]
            assert list(arrays.inputs) == ["x"]
            assert (x.dtype, x.shape) == ("float64", (len(x.values),))
            assert arrays.expected == Numbers(x.shape, "float64", tuple(2 * value for value in x.values))
            assert arrays.got == Numbers(x.shape, "float64", tuple(value**2 for value in x.values))


def test_what_is_no_array_has_no_numbers(shared_course):
    report = shared_course.grade("def double(x):\n    return 'twice'\ndef shift(x, by=1):\n    return x + float(by)\n")
    words = check_of(report, "test_hidden_double").counterexample.arrays
    assert (words.expected is not None, words.got) == (True, None)
    refused = check_of(report, "test_hidden_refusal").counterexample.arrays
    assert (refused.expected, refused.got) == (None, Numbers((1,), "float64", (0.0,)))


def test_a_refused_call_as_counterexample_says_what_is_due(shared_course):
    report = shared_course.grade("def double(x):\n    return x * 2.0\ndef shift(x, by=1):\n    return x + float(by)\n")
    example = check_of(report, "test_hidden_refusal").counterexample
    assert example.call == "shift([1.], -1)"
    assert example.expected == "ValueError: by=-1 is negative; use 0 or more"
    assert render(example.got, Language.ENGLISH) == "[0.]"


def test_small_inputs_that_are_a_checks_own_are_passed_over(tiny_course):
    tiny_course.edit(
        "solutions/tiny/grader/small_inputs.py",
        "for size in (1, 2, 3, 4):",
        "yield arguments(np.array([1.0, -2.5]))\n    for size in (1, 2):",
    )
    report = tiny_course.grade(SQUARES)
    assert (
        check_of(report, "test_public_double").counterexample.call
        != check_of(report, "test_hidden_double").counterexample.call
    )
    assert check_of(report, "test_hidden_double").counterexample.call == "double([ 1. , -2.5])"


def test_without_small_inputs_there_is_neither_hint_nor_example(tiny_course):
    tiny_course.edit("solutions/tiny/grader/small_inputs.py", "def double(rng)", "def doubles(rng)")
    check = check_of(tiny_course.grade(SQUARES), "test_hidden_double")
    assert (check.hint, check.counterexample) == (None, None)


def test_a_passed_check_carries_neither_hint_nor_example(shared_course):
    passed = [check for check in shared_course.grade(SQUARES).checks if check.points]
    assert passed
    assert all((check.hint, check.counterexample) == (None, None) for check in passed)


def test_a_file_that_cannot_be_run_gets_no_example(shared_course):
    reports = shared_course.grade_all(syntax="def double(x", exits="raise SystemExit")
    for report in reports.values():
        assert all((check.hint, check.counterexample) == (None, None) for check in report.checks)


def test_an_empty_array_is_said_in_words(shared_course):
    report = shared_course.grade("def double(x):\n    return x[:0]\n" + SHIFT)
    example = check_of(report, "test_hidden_double").counterexample
    assert render(example.got, Language.ENGLISH) == "an empty array"
