"""The figures of a class: against SciPy and NumPy, and what they do where there is nothing to say."""

import numpy as np
import pytest
import scipy.stats
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.course import Grade, Hint, Outcome, Student
from cnnlab.messages import Language
from cnnlab.reporters import class_statistics as figures_of

POINTS = st.lists(st.floats(0, 100, allow_nan=False), min_size=2, max_size=40)
MARKS = st.lists(st.tuples(st.booleans(), st.integers(0, 100)), min_size=2, max_size=40)


@pytest.fixture
def hint():
    return lambda name: Hint(name, dict.fromkeys(Language, f"You believe in {name}."))


def grade(report, name="alice"):
    return Grade(Student(name, name), report)


@settings(deadline=None, max_examples=60)
@given(MARKS)
def test_discrimination_is_scipys_point_biserial(marks):
    passed, rest = [mark[0] for mark in marks], [float(mark[1]) for mark in marks]
    found = figures_of.point_biserial(passed, rest)
    if len(set(passed)) < 2 or len(set(rest)) < 2:
        assert found is None
    else:
        assert found == pytest.approx(scipy.stats.pointbiserialr(passed, rest).statistic, abs=1e-9)


@settings(deadline=None, max_examples=60)
@given(POINTS)
def test_mean_median_and_spread_are_numpys(points):
    found = figures_of.summary(points)
    expected = (len(points), np.mean(points), np.median(points), np.std(points))
    assert (found.count, found.mean, found.median, found.spread) == pytest.approx(expected, abs=1e-9)


@settings(deadline=None, max_examples=60)
@given(POINTS)
def test_everybody_is_somewhere_in_the_distribution(points):
    counts = figures_of.distribution(points, 100)
    assert (len(counts), sum(counts)) == (10, len(points))


def test_the_distribution_has_the_full_score_in_its_last_part():
    assert figures_of.distribution([0, 9.9, 10, 99, 100, 104], 100) == (2, 1, 0, 0, 0, 0, 0, 0, 0, 3)
    assert figures_of.summary([]).count == 0


def test_a_check_that_only_the_weak_pass_discriminates_below_zero(make_check, make_report):
    def answered(good, odd):
        outcomes = {True: Outcome.PASSED, False: Outcome.FAILED}
        return make_report(
            *(make_check(f"test_{i}", outcomes[i < good]) for i in range(4)), make_check("odd", outcomes[odd])
        )

    found = {each.check.id: each for each in figures_of.figures([answered(g, odd=g < 2) for g in range(5)])}
    assert found["odd"].discrimination < -0.8
    assert found["test_1"].discrimination > 0
    assert (found["test_1"].asked, found["test_1"].passed, found["test_1"].rate) == (5, 3, 0.6)


def test_a_check_that_everybody_passes_has_no_discrimination(make_check, make_report):
    reports = [
        make_report(make_check("easy"), make_check("b", outcome)) for outcome in (Outcome.PASSED, Outcome.FAILED)
    ]
    easy, _ = figures_of.figures(reports)
    assert (easy.rate, easy.discrimination) == (1.0, None)


def test_a_fault_of_ours_counts_for_nobody(make_check, make_report):
    fault = make_report(make_check("a", Outcome.FAULT), make_check("b"))
    assert figures_of.graded([grade(fault), grade(None), grade(make_report(make_check("a")))]) == [
        make_report(make_check("a"))
    ]
    assert [each.check.id for each in figures_of.figures([fault])] == ["b"]


def test_a_misconception_counts_once_for_each_student_and_the_frequent_one_stands_first(make_check, make_report, hint):
    def wrong(name, *misconceptions):
        checks = (make_check(f"test_{i}", Outcome.FAILED, hint=hint(each)) for i, each in enumerate(misconceptions))
        return make_report(*checks, submission=name)

    found = figures_of.beliefs([wrong("a", "rare", "often", "often"), wrong("b", "often"), wrong("c")])
    assert [(each.hint.misconception, each.students) for each in found] == [("often", ("a", "b")), ("rare", ("a",))]


def test_what_ended_a_program_is_counted(make_check, make_report):
    report = make_report(
        make_check("a", Outcome.CRASHED), make_check("b", Outcome.CRASHED), make_check("c", Outcome.FAILED)
    )
    assert figures_of.ended([report, make_report(make_check())]) == [(report, {Outcome.CRASHED: 2})]


def test_the_slowest_stand_first(make_check, make_report):
    reports = [make_report(make_check(), seconds=each) for each in (1.0, 3.0, 2.0)]
    assert [each.seconds for each in figures_of.slowest(reports, 2)] == [3.0, 2.0]
