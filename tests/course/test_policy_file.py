"""Due dates, late policy and extensions: read with their time zones, or answered with file, key and what is allowed."""

import re
from datetime import datetime, timedelta, timezone

import pytest

from cnnlab.course import Attempts, LatePolicy, Student, catalogue
from cnnlab.course.policy_file import due_for
from cnnlab.errors import CourseError

SEOUL = timezone(timedelta(hours=9))
NAME = "[name]\nko = '가'\nen = 'x'\n"
TIME = "a date and time with a time zone, such as 2026-03-20T23:59:00+09:00"


def test_a_course_without_a_policy_has_none(tiny_course):
    assert (tiny_course.course.due, tiny_course.course.late) == ({}, LatePolicy())
    assert catalogue.extensions(tiny_course.course) == {}


def test_due_dates_and_policy_are_read(tiny_course):
    (tiny_course.root / "course.toml").write_text(
        NAME
        + "[due]\ntiny = 2026-03-20T23:59:00+09:00\n"
        + "[late]\ngrace_minutes = 15\npercent_per_day = 12.5\nfloor_percent = 40\nattempts = 'last'\n",
        encoding="utf-8",
    )
    course = tiny_course.course
    assert course.due == {"tiny": datetime(2026, 3, 20, 23, 59, tzinfo=SEOUL)}
    assert course.late == LatePolicy(timedelta(minutes=15), 12.5, 40, Attempts.LAST)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("[due]\ntiny = 2026-03-20", f"The key due.tiny is 2026-03-20; it must be {TIME}."),
        ("[due]\ntiny = 2026-03-20T23:59:00", f"The key due.tiny is 2026-03-20T23:59:00; it must be {TIME}."),
        ("[due]\ntiny = 23:59:00", f"The key due.tiny is 23:59:00; it must be {TIME}."),
        ("[due]\ntiny = 'Friday'", f"The key due.tiny is 'Friday'; it must be {TIME}."),
        ("[due]\nteeny = 2026-03-20T23:59:00Z", "The key due.teeny is unknown; allowed are: due.tiny."),
        ("[late]\npercent = 3", "The key late.percent is unknown; allowed are: late.grace_minutes,"),
        ("[late]\npercent_per_day = 101", "The key late.percent_per_day is 101; it must be a number from 0 to 100."),
        ("[late]\nfloor_percent = true", "The key late.floor_percent is True; it must be a number from 0 to 100."),
        ("[late]\nfloor_percent = nan", "The key late.floor_percent is nan; it must be a number from 0 to 100."),
        ("[late]\ngrace_minutes = -1", "The key late.grace_minutes is -1; it must be a number of minutes from 0"),
        ("[late]\nattempts = 'first'", 'The key late.attempts is \'first\'; it must be "best" or "last".'),
    ],
)
def test_each_problem_of_the_policy_is_said(tiny_course, table, words):
    (tiny_course.root / "course.toml").write_text(NAME + table, encoding="utf-8")
    with pytest.raises(CourseError, match=re.escape(words)) as caught:
        catalogue.find_course(tiny_course.root)
    assert str(caught.value).startswith(str(tiny_course.root / "course.toml"))


def test_an_extension_is_found_by_whatever_names_the_student(tiny_course):
    (tiny_course.root / "course.toml").write_text(NAME + "[due]\ntiny = 2026-03-20T23:59:00+09:00\n", encoding="utf-8")
    tiny_course.write(
        "solutions/extensions.toml",
        """
        [kim]
        tiny = 2026-03-22T23:59:00+09:00
        ["Lee@x.kr"]
        tiny = 2026-03-23T23:59:00+09:00
        ["박영희"]
        tiny = 2026-03-01T23:59:00+09:00
        """,
    )
    course = tiny_course.course
    extensions = catalogue.extensions(course)

    def day(student):
        return due_for(course.due, extensions, "tiny", student).day

    assert day(Student("kim", "김민지")) == 22
    assert day(Student("Kim", "Lee", email="lee@X.kr")) == 23
    assert day(Student("other", "other")) == 20
    assert day(Student("3", "박영희")) == 20
    assert due_for({}, extensions, "other", Student("kim", "김민지")) is None
    assert due_for({}, extensions, "tiny", Student("kim", "김민지")).day == 22


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("[kim]\ntiny = 3", f"The key kim.tiny is 3; it must be {TIME}."),
        ("[kim]\nteeny = 2026-03-20T23:59:00Z", "The key kim.teeny is unknown; allowed are: kim.tiny."),
        ("kim = 3", "The key kim is 3; it must be a table of due dates."),
        ("[kim", "is not valid TOML"),
    ],
)
def test_each_problem_of_an_extension_is_said(tiny_course, table, words):
    path = tiny_course.write("solutions/extensions.toml", table)
    with pytest.raises(CourseError, match=re.escape(words)) as caught:
        catalogue.extensions(tiny_course.course)
    assert str(caught.value).startswith(str(path))
