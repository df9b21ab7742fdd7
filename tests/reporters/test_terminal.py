"""The terminal shows the whole report once, in the language asked for, and no student's word can draw on it."""

import io
import re

import pytest
from rich.console import Console

from cnnlab.course import Group, Outcome
from cnnlab.messages import Language, text
from cnnlab.reporters.terminal import to_table, to_terminal

OUR_STYLES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def drawn():
    """What a terminal would get."""

    def drawn(renderable, **settings):
        stream = io.StringIO()
        Console(file=stream, width=100, highlight=False, **settings).print(renderable)
        return stream.getvalue()

    return drawn


def test_a_report_shows_titles_points_messages_hint_and_example(drawn, full_report):
    shown = drawn(to_terminal(full_report, Language.ENGLISH))
    for words in (
        "a.py is empty.",
        "Public checks",
        "✓ Title of test_a  10/10",
        "Hidden checks",
        "✗ Title of test_b  0/10",
        "It returned None.",
        "Zeros win.",
        "Read again: lesson 07-pooling",
        "max_pool2d([[-1.]], 1)",
        "What the program printed (outside hidden checks):",
        "step 1",
        "Score: 10 of 20",
    ):
        assert words in shown
    assert re.search(r"expected +\[\[-1\.\]\] *\n +yours +\[\[0\.\]\]", shown)


def test_korean_is_shown_in_korean(drawn, full_report):
    shown = drawn(to_terminal(full_report, Language.KOREAN))
    assert "0이 이깁니다." in shown
    assert not re.search(r"Public checks|Hidden checks|Score|expected|yours|It returned", shown)


def test_an_explanation_is_given_once(drawn, make_check, make_report, full_report):
    failed = full_report.checks[1]
    again = make_check(
        "test_c", Outcome.FAILED, message=failed.message, hint=failed.hint, counterexample=failed.counterexample
    )
    shown = drawn(to_terminal(make_report(failed, again, again), Language.ENGLISH))
    for words in ("It returned None.", "Zeros win.", "max_pool2d([[-1.]], 1)"):
        assert shown.count(words) == 1
    assert shown.count("As above.") == 2


def test_the_public_checks_stand_first_and_apart(drawn, make_check, make_report):
    report = make_report(make_check("test_h", group=Group.HIDDEN), make_check("test_p"))
    shown = drawn(to_terminal(report, Language.ENGLISH))
    assert shown.index("Public checks") < shown.index("test_p") < shown.index("Hidden checks") < shown.index("test_h")
    assert "Hidden checks" not in drawn(to_terminal(make_report(make_check()), Language.ENGLISH))


def test_a_fault_of_ours_shows_no_score(drawn, make_check, make_report):
    report = make_report(make_check(), make_check("test_f", Outcome.FAULT))
    shown = drawn(to_terminal(report, Language.ENGLISH))
    assert "! Title of test_f" in shown
    assert "No score: the grader failed, which is not the student's fault." in shown
    assert "Score:" not in shown
    assert "│ –" in drawn(to_table([report], Language.ENGLISH))


def test_a_missing_sandbox_is_said(drawn, make_check, make_report):
    assert "(without a sandbox)" in drawn(to_terminal(make_report(make_check(), sandbox="none"), Language.ENGLISH))
    assert "(without a sandbox)" not in drawn(to_terminal(make_report(make_check()), Language.ENGLISH))


@pytest.mark.parametrize("terminal", [True, False])
def test_no_word_of_a_student_draws_on_the_terminal(drawn, hostile_report, terminal):
    """Markup stays text, and control characters do not get through: neither ESC nor the one-byte CSI nor a carriage return."""
    settings = {"force_terminal": terminal, "color_system": "standard" if terminal else None}
    for renderable in (to_terminal(hostile_report, Language.ENGLISH), to_table([hostile_report], Language.ENGLISH)):
        shown = OUR_STYLES.sub("", drawn(renderable, **settings))
        assert "[bold red]" in shown
        assert [letter for letter in shown if not letter.isprintable() and letter != "\n"] == []


def test_the_table_counts_outcomes_and_names_misconceptions(drawn, full_report, make_report, make_check):
    shown = drawn(to_table([full_report, make_report(make_check(), submission="bob")], Language.ENGLISH))
    assert re.search(r"alice +│ 10 +│ passed 1, failed 1 +│ zero_padding", shown)
    assert re.search(r"bob +│ 10 +│ passed 1 +│", shown)


def test_a_long_word_is_folded_and_not_cut(drawn, make_check, make_report):
    report = make_report(make_check("test_b", Outcome.FAILED, message=text("{path} does not exist.", path="q" * 500)))
    assert drawn(to_terminal(report, Language.ENGLISH)).count("q") == 500
