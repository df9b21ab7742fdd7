"""Grades to a CSV for Moodle: its offline grading worksheet, which its gradebook's import by e-mail or ID number reads too."""

from collections.abc import Iterable, Iterator
from html import escape

from cnnlab.course import Grade, Outcome
from cnnlab.messages import Language, printable, render, text
from cnnlab.reporters.spreadsheet import csv_line

# Moodle looks for these words in the language of whoever imports, who therefore sets it to English for the import.
HEADINGS = (
    "Identifier",
    "Full name",
    "Email address",
    "ID number",
    "Grade",
    "Maximum Grade",
    "Last modified (grade)",
    "Feedback comments",
)
PARTICIPANT = "Participant"
NEVER = ""


def to_moodle(grades: Iterable[Grade], language: Language, max_points: float = 100) -> Iterator[str]:
    """The lines of the file. A grade is empty where there are no points. The feedback is HTML, as Moodle keeps it."""
    yield csv_line(HEADINGS)
    for grade in grades:
        student = grade.student
        yield csv_line(
            [
                f"{PARTICIPANT} {student.lms_id}" if student.lms_id else "",
                student.name,
                student.email,
                student.number,
                grade.points,
                max_points,
                NEVER,
                _feedback(grade, language),
            ]
        )


def _feedback(grade: Grade, language: Language) -> str:
    """What to work on: each check that was not passed, with what went wrong."""
    if grade.report is None or grade.points is None:
        return ""
    lines = [text("{points} of {all} points", points=f"{grade.points:g}", all=grade.report.max_score)]
    if grade.override is not None:
        lines.append(text("Points given by hand: {why}", why=grade.override.why))
    elif grade.deduction:
        lines.append(text("Deducted for lateness: {points}", points=f"{grade.deduction:g}"))
    said = [escape(render(line, language)) for line in lines]
    for check in grade.report.checks:
        if check.outcome is not Outcome.PASSED:
            message = render(check.message, language) if check.message else ""
            said.append(escape(printable(f"✗ {render(check.title, language)} – {message}")))
    return "<br>".join(said)
