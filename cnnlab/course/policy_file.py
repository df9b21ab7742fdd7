"""Due dates and late policy in `course.toml`, and extensions in `solutions/extensions.toml`, which is not published."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cnnlab.course.assignment_file import Key, problems, read_table
from cnnlab.course.late import Attempts, LatePolicy
from cnnlab.course.student import Student
from cnnlab.errors import CourseError
from cnnlab.messages import text

Extensions = Mapping[str, Mapping[str, datetime]]


def _is_time(value: Any) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None


def _is_percent(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 100


def _is_minutes(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 525_600


LATE = {
    "grace_minutes": Key(text("a number of minutes from 0 to 525600"), _is_minutes, required=False),
    "percent_per_day": Key(text("a number from 0 to 100"), _is_percent, required=False),
    "floor_percent": Key(text("a number from 0 to 100"), _is_percent, required=False),
    "attempts": Key(text('"best" or "last"'), lambda value: value in ("best", "last"), required=False),
}


def due_keys(slugs: Iterable[str]) -> dict[str, Key]:
    """What a table of due dates may hold: a time for each assignment there is."""
    allowed = text("a date and time with a time zone, such as 2026-03-20T23:59:00+09:00")
    return {slug: Key(allowed, _is_time, required=False) for slug in slugs}


def late_policy(table: Mapping[str, Any]) -> LatePolicy:
    """The policy of a table that has been checked; without one, lateness costs nothing and the best attempt counts."""
    return LatePolicy(
        grace=timedelta(minutes=table.get("grace_minutes", 0)),
        percent_per_day=float(table.get("percent_per_day", 0)),
        floor_percent=float(table.get("floor_percent", 0)),
        attempts=Attempts(table.get("attempts", Attempts.BEST.value)),
    )


def read_extensions(path: Path, slugs: Iterable[str]) -> Extensions:
    """A table for each student (by key, number, e-mail address or name) with due dates of their own; nothing where there is no file.

    Raises:
        CourseError: naming the file, the key and what is allowed.
    """
    if not path.is_file():
        return {}
    table, keys = read_table(path, {}, {}, free=True), due_keys(slugs)
    found: dict[str, Mapping[str, datetime]] = {}
    for name, dates in table.items():
        if isinstance(dates, dict):
            wrong = problems(dates, keys, prefix=f"{name}.")
        else:
            wrong = problems({name: dates}, {name: Key(text("a table of due dates"), lambda _: False)})
        if wrong:
            raise CourseError(text("{path}: {problem}", path=path, problem=wrong[0]))
        found[_folded(name)] = {**found.get(_folded(name), {}), **dates}
    return found


def due_for(due: Mapping[str, datetime], extensions: Extensions, slug: str, student: Student) -> datetime | None:
    """When an assignment is due for a student: the latest date that applies; None where there is none."""
    names = {_folded(name) for name in (student.key, student.number, student.email, student.name) if name}
    dates = [each[slug] for name in names if (each := extensions.get(name)) and slug in each]
    if slug in due:
        dates.append(due[slug])
    return max(dates, default=None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()
