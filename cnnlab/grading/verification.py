"""Proving an assignment: right answers earn everything, wrong ones lose and are named, cheap ones earn next to nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cnnlab.course import Assignment, Course, Group, Outcome, Report, Submission, catalogue
from cnnlab.grading.session import FULL_SCORE, Settings, grade_each
from cnnlab.grading.trusted_module import module_from_file, signatures
from cnnlab.messages import Text, text

SEEDS = 20
CHEAP_SCORE = 10
Progress = Callable[[Text], None]

# What a student might return who hopes for luck; none may earn much or confuse a grader.
CHEAP_BODIES = {
    "nothing": "return None",
    "its_argument": "return args[0] if args else None",
    "zero": "return 0",
    "zero_point_zero": "return 0.0",
    "a_text": 'return "passed"',
    "a_dict": 'return {"outcome": "passed"}',
    "an_empty_list": "return []",
    "a_ragged_list": "return [1, [2.0, None], ()]",
    "a_scalar_array": "import numpy; return numpy.array(1.0)",
    "an_empty_array": "import numpy; return numpy.zeros((0, 3))",
    "nans": "import numpy; return numpy.full((1, 1, 2, 2), numpy.nan)",
    "texts": "import numpy; return numpy.array(['1'])",
    "always_an_error": "raise ValueError(' '.join('x kernel kernel_size stride padding weight bias input_size type linear layers'.split()))",
}


@dataclass(frozen=True)
class KillMatrix:
    """Which hidden check fails for which misconception: `killed[check]` holds the names."""

    checks: tuple[str, ...]
    misconceptions: tuple[str, ...]
    killed: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Proof:
    """The kill matrix of an assignment and whatever keeps it from being proven."""

    assignment: str
    matrix: KillMatrix
    problems: tuple[Text, ...]


def verify(course: Course, assignment: Assignment, progress: Progress, seeds: int = SEEDS) -> Proof:
    """Grade everything the course knows about an assignment, and say what does not hold.

    Raises:
        CourseError: where the grader is broken.
        Fault: where the sandbox fails.
    """
    problems: list[Text] = []
    right = _right_answers(assignment)
    for seed in range(seeds):
        progress(
            text(
                "{slug}: right answers, seed {seed} of {seeds}",
                slug=assignment.slug,
                seed=seed + 1,
                seeds=seeds,
            )
        )
        # Networks are trained in earnest once; `cnnlab calibrate` is what trains the reference over many seeds.
        for report in _grade(course, assignment, right, seed, rehearsal=seed > 0):
            problems += _imperfect(report, seed)
    progress(text("{slug}: starter and cheap answers", slug=assignment.slug))
    starter = Submission("starter", (assignment.handout / assignment.filename).read_text(encoding="utf-8"))
    for report in _grade(course, assignment, [starter, *cheap_answers(assignment)], 0):
        problems += _too_good(report, allowed=0 if report.submission == "starter" else CHEAP_SCORE)
    progress(text("{slug}: misconceptions", slug=assignment.slug))
    mistaken = [Submission(each.name, each.source) for each in catalogue.misconceptions(assignment)]
    reports = list(_grade(course, assignment, mistaken, 0))
    for report in reports:
        problems += _undiagnosed(report)
    matrix = _kill_matrix(reports)
    problems += [
        text("{check} kills no misconception: it may prove nothing.", check=check)
        for check in matrix.checks
        if not matrix.killed[check]
    ]
    return Proof(assignment.slug, matrix, tuple(problems))


def cheap_answers(assignment: Assignment) -> list[Submission]:
    """Submissions whose functions all do the same cheap thing."""
    names = signatures(module_from_file(assignment.handout / assignment.filename))
    return [
        Submission(
            f"returns_{label}",
            "\n".join(f"def {name}(*args, **kwargs):\n    {body}" for name in names),
        )
        for label, body in CHEAP_BODIES.items()
    ]


def _right_answers(assignment: Assignment) -> list[Submission]:
    answers = [Submission("reference", catalogue.reference_source(assignment))]
    return answers + [
        Submission(name, path.read_text(encoding="utf-8")) for name, path in catalogue.alternatives(assignment).items()
    ]


def _grade(
    course: Course, assignment: Assignment, submissions: Iterable[Submission], seed: int, rehearsal: bool = True
) -> list[Report]:
    reports: list[Report] = []
    grade_each(course, assignment, submissions, reports.append, Settings(seed=seed, rehearsal=rehearsal))
    return reports


def _imperfect(report: Report, seed: int) -> list[Text]:
    return [
        text(
            "{name} loses {check} with seed {seed}: {message}",
            name=report.submission,
            check=check.id,
            seed=seed,
            message=check.message,
        )
        for check in report.checks
        if check.outcome is not Outcome.PASSED
    ]


def _too_good(report: Report, allowed: int) -> list[Text]:
    found = _faults(report)
    if report.score > allowed:
        found.append(
            text(
                "{name} earns {score} points, where at most {allowed} are due: {checks}.",
                name=report.submission,
                score=report.score,
                allowed=allowed,
                checks=", ".join(check.id for check in report.checks if check.points),
            )
        )
    return found


def _faults(report: Report) -> list[Text]:
    return [
        text(
            "{name} makes {check} fail itself: {message}",
            name=report.submission,
            check=check.id,
            message=check.message,
        )
        for check in report.checks
        if check.outcome is Outcome.FAULT
    ]


def _undiagnosed(report: Report) -> list[Text]:
    found = _faults(report)
    name = report.submission
    if report.score == FULL_SCORE:
        found.append(text("The misconception {name} loses no points: no check sees it.", name=name))
        return found
    named = {check.hint.misconception for check in report.checks if check.hint}
    if name not in named:
        found.append(text("The misconception {name} loses points but is not diagnosed.", name=name))
    for other in sorted(named - {name}):
        found.append(text("The misconception {name} is taken for {other}.", name=name, other=other))
    return found


def _kill_matrix(reports: list[Report]) -> KillMatrix:
    hidden = [check for check in (reports[0].checks if reports else ()) if check.group is Group.HIDDEN]
    killed = {
        check.id: frozenset(
            report.submission
            for report in reports
            if any(each.id == check.id and each.outcome is not Outcome.PASSED for each in report.checks)
        )
        for check in hidden
    }
    return KillMatrix(
        checks=tuple(check.id for check in hidden),
        misconceptions=tuple(report.submission for report in reports),
        killed=killed,
    )
