"""A student finds the score, why each point was lost, and where to read on, in either language."""

import math
import re
from datetime import timedelta

import pytest

from cnnlab.course import (
    Arrays,
    Certificate,
    Counterexample,
    Grade,
    Group,
    LayerOfNetwork,
    Measured,
    Numbers,
    Outcome,
    Override,
    Student,
)
from cnnlab.messages import Language, text
from cnnlab.reporters.certificate_drawing import drawing_of, plot
from cnnlab.reporters.student_page import student_page

KIM = Student("kim", "김하늘")


@pytest.fixture
def said(read):
    """The words of a page."""
    return lambda report, language=Language.ENGLISH, **fields: read(student_page(report, language, **fields)).text


@pytest.fixture
def certificate():
    return Certificate(
        source="mnist",
        device="cpu",
        images=10_000,
        accuracy=0.9876,
        parameters=1290,
        layers=(LayerOfNetwork("convolution", (32, 26, 26), 320), LayerOfNetwork("fully connected", (10,), 970)),
        curve=(Measured(0.5, 2.0, 0.6), Measured(1.0, math.nan, 0.7), Measured(2.0, 0.25, 0.98)),
        confusion=tuple(tuple(98 if row == column else int(row == 3) for column in range(10)) for row in range(10)),
        steps=(0.9, 0.98),
        seconds={"training": 12.34},
    )


def test_a_page_shows_all_that_a_report_says(said, full_report):
    shown = said(full_report)
    for words in (
        "alice",
        "10 / 20",
        "Public checks",
        "✓ Title of test_a 10/10",
        "Hidden checks",
        "✗ Title of test_b 0/10 · failed",
        "It returned None. Is there a return at the end",
        "What probably happened Zeros win.",
        "max_pool2d([[-1.]], 1)",
        "Input x shape (1, 1), float64 −1",
        "Expected shape (1, 1), float64 −1",
        "Yours shape (1, 1), float64 NaN",
        "Difference (yours − expected) ≠",
        "Read again: lesson 07-pooling",
        "What the program printed (outside hidden checks) step 1",
        "a.py is empty.",
    ):
        assert words in shown


def test_a_lesson_is_linked_where_the_site_is_known(full_report, make_check, make_report):
    report = make_report(make_check("a", Outcome.FAILED, lesson="07-pooling#stride"))
    for language in Language:
        page = student_page(report, language, site="../site/")
        assert f'href="../site/{language.value}/07-pooling.html#stride"' in page
    assert "07-pooling.html" not in student_page(report, Language.ENGLISH)


def test_korean_is_shown_in_korean(said, full_report, certificate):
    report = type(full_report)(**{**vars(full_report), "certificate": certificate})
    shown = said(report, Language.KOREAN)
    assert "0이 이깁니다." in shown
    assert not re.search(r"checks|Expected|Yours|Difference|Input|It |Layer|Loss|Read", shown)
    assert '<html lang="ko">' in student_page(report, Language.KOREAN)


def test_without_colour_a_wrong_value_has_a_frame_and_a_number(full_report, read):
    page = read(student_page(full_report, Language.ENGLISH))
    cells = [value.split() for tag, name, value in page.attributes if (tag, name) == ("td", "class")]
    assert sum("wrong" in cell for cell in cells) == 2
    assert "A thick frame marks a wrong value." in page.text


def test_answers_of_another_shape_are_shown_without_a_difference(said, make_check, make_report):
    arrays = Arrays({}, Numbers((2,), "float64", (1.0, 2.0)), Numbers((1,), "float64", (1.0,)))
    example = Counterexample("f()", "[1. 2.]", text("{value}", value="[1.]"), arrays)
    shown = said(make_report(make_check("a", Outcome.FAILED, counterexample=example)))
    assert "Expected shape (2,), float64 1 2" in shown
    assert "Yours shape (1,), float64 1" in shown
    assert "Difference" not in shown


def test_what_cannot_be_drawn_is_said_in_words(said, make_check, make_report):
    example = Counterexample("f()", "ValueError: padding", text("{value}, and more", value="[1.]"))
    shown = said(make_report(make_check("a", Outcome.FAILED, counterexample=example)))
    assert "Expected ValueError: padding" in shown
    assert "Yours [1.], and more" in shown


def test_an_explanation_is_given_once_and_pointed_at(full_report, make_report, make_check, read):
    failed = full_report.checks[1]
    again = type(failed)(**{**vars(failed), "id": "test_c"})
    page = student_page(make_report(failed, again), Language.ENGLISH)
    shown = read(page).text
    for words in ("It returned None.", "Zeros win.", "max_pool2d([[-1.]], 1)"):
        assert shown.count(words) == 1
    assert page.count('<a href="#check-1">As above</a>') == 1


def test_a_passed_check_is_one_line(said, make_check, make_report):
    shown = said(make_report(make_check("a", message=text("It returned None."))))
    assert "It returned" not in shown
    assert "Read again" not in shown


def test_the_public_checks_stand_first(said, make_check, make_report):
    shown = said(make_report(make_check("test_h", group=Group.HIDDEN), make_check("test_p")))
    assert shown.rindex("Title of test_p") < shown.rindex("Title of test_h")


def test_a_fault_of_ours_shows_no_score(said, make_check, make_report):
    shown = said(make_report(make_check("a"), make_check("b", Outcome.FAULT)))
    assert "No score: the grader failed, which is not your fault." in shown
    assert "/ 20" not in shown


def test_a_missing_sandbox_is_said(said, make_check, make_report):
    assert "Graded without a sandbox." in said(make_report(make_check(), sandbox="none"))
    assert "Graded without a sandbox." not in said(make_report(make_check()))


def test_lateness_and_override_are_explained(said, make_check, make_report):
    report = make_report(make_check(), make_check("b"))
    late = said(report, grade=Grade(KIM, report, deduction=2.5, late_by=timedelta(hours=30)))
    assert "김하늘 17.50 / 20" in late
    assert "The checks add up to 20; 2.50 points less for handing in 30.0 h late." in late
    given = said(report, grade=Grade(KIM, report, deduction=2.5, override=Override(19.0, "Was ill.")))
    assert "19 / 20" in given
    assert "Your teacher set these points: Was ill. The checks add up to 20." in given


def test_printed_lines_stay_lines(make_check, make_report):
    page = student_page(make_report(make_check(), printed="one\n  two\x1b[2J\n"), Language.ENGLISH)
    assert "<pre>one\n  two�[2J</pre>" in page


def test_a_network_is_shown_with_layers_curve_and_confusion(said, make_check, make_report, certificate):
    report = make_report(make_check(), certificate=certificate)
    shown = said(report)
    for words in (
        "It recognises 98.76 % of 10,000 graded digits that it had never seen (MNIST).",
        "Accuracies that are worth points: 90 %, 98 %.",
        "convolution 32 × 26 × 26 320",
        "Together 1,290",
        "How training went",
        "3 1 1 1 98 1",
        "training 12.3 s",
    ):
        assert words in shown
    assert student_page(report, Language.ENGLISH).count("<polyline") == 2


def test_a_network_that_was_refused_says_why(said, make_check, make_report):
    refused = Certificate(source="mnist", device="cpu", refusal=text("{path} does not exist.", path="It"))
    shown = said(make_report(make_check(), certificate=refused))
    assert "No accuracy is certified: It does not exist." in shown
    assert "Which digit" not in shown


def test_a_point_whose_loss_is_no_number_is_left_out(certificate):
    drawn = drawing_of(certificate, Language.ENGLISH)
    assert [words for _, _, words in drawn.loss.points] == ["2", "0.25"]


@pytest.mark.parametrize("values", [[0.1, 0.9], [5.0, 5.0], [0.0, 0.0], [12.0, 98.0], [1e-9, 1e9], [-3.0, 2.0]])
def test_a_curve_lies_between_its_outermost_ticks(values):
    drawn = plot([1.0, 2.0], values)
    ticks = [float(words) for _, words in drawn.up]
    assert ticks[0] <= min(values) and max(values) <= ticks[-1]
    assert 2 <= len(ticks) <= 7
    assert all(drawn.up[-1][0] - 1e-6 <= y <= drawn.up[0][0] + 1e-6 for _, y, _ in drawn.points)
