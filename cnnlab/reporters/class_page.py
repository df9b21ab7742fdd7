"""A page for the teacher: how a class did, what it misunderstood, which checks are worth their points, and who needs a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cnnlab.course import Grade, Outcome, Report, Status
from cnnlab.messages import Language, Text, printable, render, text
from cnnlab.reporters import class_statistics
from cnnlab.reporters.class_statistics import CheckFigures
from cnnlab.reporters.pages import SORTING, fill, lesson_address
from cnnlab.reporters.similarity import Alike
from cnnlab.reporters.student_page import say_points
from cnnlab.reporters.wording import GROUPS, OUTCOMES

WORDS = {
    "class": text("Report on the class"),
    "distribution": text("Distribution of points"),
    "points": text("Points"),
    "teach": text("What to teach again tomorrow"),
    "nobody": text("No misconception was recognised."),
    "alone": text("One student each"),
    "read": text("lesson"),
    "who": text("Who"),
    "checks": text("Checks"),
    "check": text("Check"),
    "worth": text("Worth"),
    "passed": text("Passed"),
    "discrimination": text("Discrimination"),
    "discrimination_is": text(
        "Discrimination is the point-biserial correlation of passing a check with the rest of the points: near 0 the check does not tell "
        "good work from bad, below 0 the better students fail it. Then look at the check before you look at the students."
    ),
    "look": text("look at this check"),
    "ended": text("Stopped or refused programs"),
    "faults": text("Faults of the grader: grade these again"),
    "missing": text("Nothing handed in"),
    "slowest": text("Slowest"),
    "alike": text("Nearly identical submissions"),
    "alike_is": text(
        "Names, comments, layout and order do not count, and the starter is left out. Likeness is a reason to talk, and no proof."
    ),
    "all": text("All students"),
    "sort": text("Click on a heading to sort."),
    "student": text("Student"),
    "score": text("Points"),
    "late": text("Late (h)"),
    "outcomes": text("Outcomes"),
    "misconceptions": text("Misconceptions"),
    "note": text("Note"),
    "set": text("set by the teacher"),
    "unsafe": text("without a sandbox"),
}
# A check below this does not tell good work from bad (Ebel 1972 calls 0.2 marginal); below a few students nothing does.
LOW, FEW = 0.1, 8
# So many names are no longer looked through: the page says how many they are, and lists them where that is opened.
MANY = 12
# The histogram in its own units.
WIDTH, HEIGHT, FOOT, HEAD = 640, 190, 34, 18


@dataclass(frozen=True)
class Column:
    """A column of the histogram."""

    x: float
    y: float
    width: float
    height: float
    count: int
    label: str


@dataclass(frozen=True)
class Believed:
    """A misconception as the page shows it."""

    name: str
    feedback: str
    lesson: str
    link: str | None
    number: int
    share: float
    students: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A student in the table. What is sorted by stands apart from what is read: `order` is -1 where there are no points."""

    name: str
    link: str
    points: str
    order: float
    late: float
    outcomes: str
    passed: int
    misconceptions: tuple[str, ...]
    notes: tuple[str, ...]


def class_page(
    grades: Sequence[Grade],
    language: Language,
    *,
    title: str = "",
    site: str = "",
    links: Mapping[str, str] | None = None,
    alike: Sequence[Alike] = (),
) -> str:
    """The page as HTML.

    Args:
        grades: one for each student, in the order of the class.
        language: of everything on it.
        title: of the assignment; its name where nobody says it.
        site: where the lectures are, as seen from the page.
        links: the path of each student's page, as seen from this one, by the student's key.
        alike: groups of near-identical submissions, as `similarity.alike` finds them among keys.
    """
    reports = [grade.report for grade in grades if grade.report is not None]
    trusted = class_statistics.graded(grades)
    points = [grade.points for grade in grades if grade.points is not None]
    full = max((report.max_score for report in reports), default=0)
    names = {grade.student.key: _name(grade) for grade in grades}

    def name(report: Report) -> str:
        return names.get(report.submission) or printable(report.submission)

    beliefs = [
        Believed(
            name=belief.hint.misconception,
            feedback=belief.hint.feedback[language],
            lesson=belief.lesson,
            link=lesson_address(belief.lesson, language, site),
            number=len(belief.students),
            share=len(belief.students) / len(trusted),
            students=tuple(names.get(each) or printable(each) for each in belief.students),
        )
        for belief in class_statistics.beliefs(trusted)
    ]
    common = any(belief.number > 1 for belief in beliefs)
    figures = class_statistics.figures(trusted)
    return fill(
        "class.html",
        language,
        WORDS,
        title=title or next((report.assignment for report in reports), ""),
        facts=[render(each, language) for each in _facts(grades, reports, points)],
        count=len(points),
        full=full,
        columns=columns_of(class_statistics.distribution(points, full), full),
        beliefs=[belief for belief in beliefs if belief.number > 1 or not common],
        lone=[belief for belief in beliefs if belief.number == 1 and common],
        figures=[
            (each, render(each.check.title, language), render(GROUPS[each.check.group], language), _doubtful(each))
            for each in figures
        ],
        ended=[(name(report), _counts(counts, language)) for report, counts in class_statistics.ended(trusted)],
        faults=[name(report) for report in reports if report.status is Status.FAULT],
        missing=[_name(grade) for grade in grades if grade.report is None],
        slowest=[(name(report), f"{report.seconds:.1f} s") for report in class_statistics.slowest(trusted)],
        alike=[
            ([names.get(each) or printable(each) for each in group.students], _percent(group), _count(group, language))
            for group in alike
        ],
        rows=[_row(grade, language, links or {}) for grade in grades],
        sorting=SORTING,
    )


def columns_of(counts: Sequence[int], full: float) -> tuple[Column, ...]:
    """Lay out a histogram."""
    highest, width = max(counts, default=0) or 1, WIDTH / max(len(counts), 1)
    room = HEIGHT - FOOT - HEAD
    found = []
    for place, count in enumerate(counts):
        height = room * count / highest
        label = f"{full * place / len(counts):g}"
        found.append(Column(place * width, HEAD + room - height, width, height, count, label))
    return tuple(found)


def _facts(grades: Sequence[Grade], reports: Sequence[Report], points: Sequence[float]) -> list[Text]:
    found = [text("Students: {count}", count=len(grades)), text("handed in: {count}", count=len(reports))]
    if points:
        of_points = class_statistics.summary(points)
        found += [
            text("mean {points}", points=f"{of_points.mean:.1f}"),
            text("median {points}", points=f"{of_points.median:.1f}"),
            text("standard deviation {points}", points=f"{of_points.spread:.1f}"),
        ]
    return found


def _row(grade: Grade, language: Language, links: Mapping[str, str]) -> Row:
    report = grade.report
    counts = class_statistics.outcomes(report) if report else {}
    hints = (check.hint.misconception for check in report.checks if check.hint) if report else ()
    notes: list[Text] = []
    if grade.override is not None:
        notes.append(text("{set}: {why}", set=WORDS["set"], why=grade.override.why))
    if report is not None and report.sandbox == "none":
        notes.append(WORDS["unsafe"])
    return Row(
        name=_name(grade),
        link=links.get(grade.student.key, ""),
        points="–" if grade.points is None else say_points(grade.points),
        order=-1.0 if grade.points is None else grade.points,
        late=round(grade.late_by.total_seconds() / 3600, 1),
        outcomes=_counts(counts, language),
        passed=counts.get(Outcome.PASSED, 0),
        misconceptions=tuple(dict.fromkeys(hints)),
        notes=tuple(render(each, language) for each in (*notes, *(report.notes if report else ()))),
    )


def _name(grade: Grade) -> str:
    return printable(grade.student.name or grade.student.key)


def _counts(counts: Mapping[Outcome, int], language: Language) -> str:
    return ", ".join(f"{render(OUTCOMES[outcome], language)} {count}" for outcome, count in counts.items())


def _doubtful(figures: CheckFigures) -> bool:
    discrimination = figures.discrimination
    return figures.asked >= FEW and discrimination is not None and discrimination < LOW


def _count(group: Alike, language: Language) -> str:
    """How many hang together, where they are too many to be read through."""
    count = len(group.students)
    return render(text("{count} students together", count=count), language) if count > MANY else ""


def _percent(group: Alike) -> str:
    least, most = (int(100 * each) for each in (group.least, group.most))
    return f"{least} %" if least == most else f"{least}–{most} %"
