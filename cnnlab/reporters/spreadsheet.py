"""Grades to CSV for Excel and its like: Korean shows, and no cell is ever computed."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from cnnlab.course import Grade, Status
from cnnlab.messages import Language, Text, printable, render, text

BYTE_ORDER_MARK = "\ufeff"
# Spreadsheets compute a cell that begins with one of these, or with their wide forms.
COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
HOUR = 3600
COLUMNS: Sequence[Text] = (
    text("Student"),
    text("Name"),
    text("E-mail"),
    text("Student number"),
    text("Section"),
    text("Assignment"),
    text("Status"),
    text("Points"),
    text("Points possible"),
    text("Points earned"),
    text("Deducted for lateness"),
    text("Hours late"),
    text("Handed in"),
    text("Attempt"),
    text("Points by hand"),
    text("Why"),
    text("Misconceptions"),
)
STATUSES = {Status.GRADED: text("graded"), Status.FAULT: text("fault")}
Cell = str | float | int | None


def to_csv(grades: Iterable[Grade], language: Language) -> Iterator[str]:
    """The lines of a CSV file in UTF-8, which a byte-order mark makes Excel recognise. Headings are in the given language."""
    yield BYTE_ORDER_MARK + csv_line([render(column, language) for column in COLUMNS])
    for grade in grades:
        yield csv_line(_cells(grade, language))


def csv_line(cells: Iterable[Cell]) -> str:
    """One line; numbers as they are, texts so that no program computes them."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow([safe(cell) for cell in cells])
    return stream.getvalue()


def safe(cell: Cell) -> str:
    """A cell's text: at most two decimals, nothing for None, and an apostrophe before what would be computed."""
    if cell is None:
        return ""
    if isinstance(cell, (int, float)):
        return f"{cell:.2f}".rstrip("0").rstrip(".")
    words = cell.encode("utf-8", "replace").decode("utf-8")
    guarded = "'" if words.lstrip(" ").startswith(COMPUTED) else ""
    return guarded + "\n".join(map(printable, words.splitlines()))


def _cells(grade: Grade, language: Language) -> list[Cell]:
    student, report, override = grade.student, grade.report, grade.override
    known = report is not None
    hints = sorted({check.hint.misconception for check in report.checks if check.hint}) if report is not None else []
    return [
        student.key,
        student.name,
        student.email,
        student.number,
        student.section,
        report.assignment if report is not None else "",
        render(STATUSES[report.status] if report is not None else text("missing"), language),
        grade.points,
        report.max_score if report is not None else None,
        grade.earned,
        grade.deduction if known else None,
        grade.late_by.total_seconds() / HOUR if known else None,
        grade.submitted_at.isoformat(sep=" ", timespec="seconds") if grade.submitted_at else "",
        grade.attempt if known else None,
        override.points if override else None,
        override.why if override else "",
        ", ".join(hints),
    ]
