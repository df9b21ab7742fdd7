"""What lateness costs: nothing in time, never more than the policy says, and never a student's points twice."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.course import Attempts, Grade, LatePolicy, Override, Student
from cnnlab.course.late import counted, deduction, grade_by, late_by

KIM = Student("kim", "김민지")
DUE = datetime(2026, 3, 20, 23, 59, tzinfo=timezone(timedelta(hours=9)))
POLICY = LatePolicy(timedelta(minutes=10), percent_per_day=10, floor_percent=50)
percents = st.floats(0, 100)
policies = st.builds(LatePolicy, st.timedeltas(timedelta(), timedelta(days=3)), percents, percents)
latenesses = st.timedeltas(timedelta(), timedelta(days=60))
points = st.integers(0, 100).map(float)


@pytest.mark.parametrize(
    ("late", "cost"),
    [
        (timedelta(), 0),
        (timedelta(minutes=10), 0),
        (timedelta(minutes=10, seconds=1), 8),
        (timedelta(hours=24), 8),
        (timedelta(hours=24, seconds=1), 16),
        (timedelta(days=5), 40),
        (timedelta(days=500), 40),
    ],
)
def test_days_that_have_begun_cost_their_share_down_to_the_floor(late, cost):
    assert deduction(80, late, POLICY) == cost


@settings(deadline=None)
@given(points, latenesses, policies)
def test_a_deduction_is_a_share_of_what_was_earned_and_leaves_the_floor(earned, late, policy):
    cost = deduction(earned, late, policy)
    assert 0 <= cost <= earned + 0.005
    assert earned - cost >= earned * policy.floor_percent / 100 - 0.005
    assert cost == round(cost, 2)


@settings(deadline=None)
@given(points, latenesses, latenesses, policies)
def test_later_never_costs_less(earned, one, other, policy):
    assert deduction(earned, min(one, other), policy) <= deduction(earned, max(one, other), policy)


@settings(deadline=None)
@given(points, points, latenesses, policies)
def test_who_earned_more_keeps_no_less(one, other, late, policy):
    low, high = sorted((one, other))
    assert low - deduction(low, late, policy) <= high - deduction(high, late, policy) + 0.011


@settings(deadline=None)
@given(points, st.timedeltas(timedelta(), timedelta(days=3)), policies)
def test_within_the_grace_nothing_is_lost(earned, late, policy):
    if late <= policy.grace:
        assert deduction(earned, late, policy) == 0


@settings(deadline=None)
@given(points, latenesses)
def test_without_a_policy_lateness_costs_nothing(earned, late):
    assert deduction(earned, late, LatePolicy()) == 0


@settings(deadline=None)
@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.integers(-14, 14))
def test_lateness_does_not_depend_on_the_time_zone_it_is_written_in(naive, hours):
    time = naive.replace(tzinfo=UTC)
    elsewhere = time.astimezone(timezone(timedelta(hours=hours)))
    assert late_by(time, DUE) == late_by(elsewhere, DUE) >= timedelta()


def test_a_time_that_nobody_knows_is_in_time():
    assert late_by(None, DUE) == late_by(DUE, None) == timedelta()
    assert late_by(DUE + timedelta(hours=1), DUE) == timedelta(hours=1)


def test_a_fault_of_ours_and_nothing_handed_in_lose_nothing():
    grade = grade_by(POLICY, KIM, None, submitted_at=DUE + timedelta(days=3), due=DUE)
    assert (grade.points, grade.deduction, grade.late_by) == (None, 0, timedelta(days=3))


def attempt(number, points=None, why=""):
    """An attempt with points that need no report."""
    return Grade(KIM, None, override=Override(points, why) if why else None, attempt=number)


def test_the_attempt_that_counts(make_grade):
    grades = [
        make_grade(60, attempt=1),
        make_grade(80, attempt=2),
        make_grade(80, attempt=3),
        make_grade(70, attempt=4),
    ]
    assert counted(grades, Attempts.BEST).attempt == 2
    assert counted(grades[::-1], Attempts.BEST).attempt == 2
    assert counted(grades[::-1], Attempts.LAST).attempt == 4
    assert counted([attempt(5), *grades], Attempts.BEST).attempt == 2
    assert counted([*grades, attempt(0, 10, "cheated")], Attempts.BEST).points == 10


def test_a_late_attempt_may_be_worth_less_than_an_early_one(make_grade):
    grades = [make_grade(70, attempt=1), make_grade(80, attempt=2, deduction=16.0)]
    assert counted(grades, Attempts.BEST).points == 70
    assert counted(grades, Attempts.LAST).points == 64
