"""Grades and their history on a terminal."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from rich.table import Table
from rich.text import Text as Styled

from cnnlab.course import Grade, Status
from cnnlab.gradebook.reading import History
from cnnlab.messages import Language, Text, printable, render, text


def to_grades_table(slug: str, grades: Iterable[Grade], language: Language) -> Table:
    """One line per student: the points that count, and how they came about."""
    table = Table(title=slug, title_justify="left")
    for heading in (text("Student"), text("Points"), text("Earned"), text("Late"), text("Attempt"), text("Remark")):
        table.add_column(render(heading, language), overflow="fold")
    for grade in grades:
        table.add_row(
            Styled(printable(grade.student.key)),
            _number(grade.points),
            _number(grade.earned),
            f"-{grade.deduction:g}" if grade.deduction else "",
            str(grade.attempt),
            Styled(render(_remark(grade), language)),
        )
    return table


def to_history(history: History) -> Iterator[Text]:
    """What became of a student in one assignment, a line for each thing that happened."""
    for number, attempt in enumerate(history.attempts, 1):
        yield text(
            "{slug}, attempt {number} ({content}), handed in {submitted}:",
            slug=history.assignment,
            number=number,
            content=attempt.content[:8],
            submitted=_to_seconds(attempt.submitted) if attempt.submitted else text("at an unknown time"),
        )
        for each in attempt.gradings:
            if each.status == Status.FAULT.value:
                yield text("  {at}: no score, a fault of the grader's", at=each.at)
            else:
                yield text(
                    "  {at}: {score} of {max_score}, by grader {version} ({environment})",
                    at=each.at,
                    score=f"{each.score:g}",
                    max_score=f"{each.max_score:g}",
                    version=each.version[:8],
                    environment=each.environment,
                )
    for decided in history.overrides:
        yield text(
            "{slug}, by hand at {at}: {points} points. {why}",
            slug=history.assignment,
            at=decided.at,
            points=f"{decided.override.points:g}",
            why=decided.override.why,
        )


def _to_seconds(moment: str) -> str:
    return datetime.fromisoformat(moment).isoformat(timespec="seconds")


def _number(points: float | None) -> str:
    return "–" if points is None else f"{points:g}"


def _remark(grade: Grade) -> Text:
    if grade.override is not None:
        return text("by hand: {why}", why=grade.override.why)
    if grade.report is None:
        return text("not graded yet")
    return text("grading failed") if grade.report.status is Status.FAULT else Text("")
