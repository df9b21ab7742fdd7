"""A page for one student: the score, what each check found and how to go on, and what became of the network."""

from dataclasses import dataclass

from cnnlab.course import Check, Counterexample, Grade, Group, Outcome, Report, Status, Student
from cnnlab.messages import Language, Text, printable, render, text
from cnnlab.reporters.certificate_drawing import drawing_of
from cnnlab.reporters.grids import Grids, grids_of
from cnnlab.reporters.pages import fill, lesson_address, lines_of
from cnnlab.reporters.wording import GROUPS, OUTCOMES

WORDS = {
    "feedback": text("Feedback"),
    "score": text("Score"),
    "checks": text("Checks"),
    "example": text("A small example"),
    "call": text("The call"),
    "input": text("Input"),
    "expected": text("Expected"),
    "yours": text("Yours"),
    "difference": text("Difference (yours − expected)"),
    "marked": text("A thick frame marks a wrong value."),
    "likely": text("What probably happened"),
    "read": text("Read again"),
    "lesson": text("lesson"),
    "as_above": text("As above"),
    "printed": text("What the program printed (outside hidden checks)"),
    "notes": text("Notes"),
    "unsafe": text("Graded without a sandbox."),
    "fault": text("No score: the grader failed, which is not your fault. Your teacher will grade it again."),
    "shape": text("shape"),
    "network": text("Your network"),
    "layer": text("Layer"),
    "output": text("Output for one image"),
    "parameters": text("Parameters"),
    "together": text("Together"),
    "curve": text("How training went"),
    "loss": text("Loss"),
    "held_out": text("Held-out digits recognised (%)"),
    "epochs": text("Epochs"),
    "confusion": text("Which digit was taken for which"),
    "digit": text("Digit"),
    "guess": text("taken for"),
    "seconds": text("Time for each part"),
}

# What came back and nothing more, such as that the array was changed.
VALUE = "{value}"


@dataclass(frozen=True)
class Shown:
    """A check as the page shows it. What was said of a check before is not said again: `above` is that check's place, else 0."""

    check: Check
    place: int
    title: str
    outcome: str
    message: str
    above: int
    hint: str
    lesson: str | None
    example: Counterexample | None
    got: str
    grids: Grids | None

    @property
    def drawn(self) -> bool:
        """Whether the grid says all that there is to say of what came back."""
        return bool(self.grids and self.grids.got and self.example and self.example.got.template == VALUE)


def student_page(
    report: Report, language: Language, *, title: str = "", site: str = "", grade: Grade | None = None
) -> str:
    """The page as HTML.

    Args:
        report: what to show.
        language: of everything on it.
        title: of the assignment; its name where nobody says it.
        site: where the lectures are, as seen from the page, such as `../site`; without it lessons are named and not linked.
        grade: what policy and teacher made of the report.
    """
    counted = (grade or Grade(Student(report.submission, ""), report)).points
    said: dict[str, int] = {}
    checks = [_shown(check, place, language, site, said) for place, check in enumerate(_in_order(report), 1)]
    groups = [
        (render(GROUPS[group], language), [each for each in checks if each.check.group is group]) for group in Group
    ]
    return fill(
        "student.html",
        language,
        WORDS,
        report=report,
        name=printable(grade.student.name or report.submission) if grade else printable(report.submission),
        title=title or report.assignment,
        fault=report.status is Status.FAULT,
        points=None if counted is None else say_points(counted),
        adjustments=[render(each, language) for each in _adjustments(grade)],
        share=min(max((counted or 0.0) / (report.max_score or 1), 0.0), 1.0),
        groups=[(heading, shown) for heading, shown in groups if shown],
        checks=checks,
        notes=[render(note, language) for note in report.notes],
        printed=lines_of(report.printed.strip("\n")) if report.printed.strip() else "",
        network=drawing_of(report.certificate, language) if report.certificate else None,
    )


def say_points(points: float) -> str:
    """Points without decimals that say nothing."""
    return f"{points:g}" if points == round(points) else f"{points:.2f}"


def _adjustments(grade: Grade | None) -> list[Text]:
    """Why the points are not those that the checks add up to."""
    found = []
    if grade is not None and grade.override is not None:
        found.append(
            text(
                "Your teacher set these points: {why} The checks add up to {earned}.",
                why=grade.override.why,
                earned="–" if grade.earned is None else say_points(grade.earned),
            )
        )
    elif grade is not None and grade.deduction and grade.earned is not None:
        found.append(
            text(
                "The checks add up to {earned}; {deduction} points less for handing in {hours} h late.",
                earned=say_points(grade.earned),
                deduction=say_points(grade.deduction),
                hours=f"{grade.late_by.total_seconds() / 3600:.1f}",
            )
        )
    return found


def _in_order(report: Report) -> list[Check]:
    return [check for group in Group for check in report.checks if check.group is group]


def _shown(check: Check, place: int, language: Language, site: str, said: dict[str, int]) -> Shown:
    message = render(check.message, language) if check.message and check.outcome is not Outcome.PASSED else ""
    misconception = check.hint.misconception if check.hint else ""
    example = check.counterexample if check.counterexample and check.counterexample.call not in said else None
    above = said.get(misconception, said.get(message, 0))
    hint = check.hint.feedback[language] if check.hint and misconception not in said else ""
    shown = "" if message in said else message
    for each in (message, misconception, example.call if example else ""):
        if each:
            said.setdefault(each, place)
    return Shown(
        check=check,
        place=place,
        title=render(check.title, language),
        outcome=render(OUTCOMES[check.outcome], language),
        message=shown,
        above=above,
        hint=hint,
        lesson=lesson_address(check.lesson, language, site),
        example=example,
        got=render(example.got, language) if example else "",
        grids=grids_of(example.arrays) if example and example.arrays else None,
    )
