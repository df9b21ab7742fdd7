"""`cnnlab demo`."""

from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import language, say, show
from cnnlab.cli.localized import LocalCommand
from cnnlab.course import Assignment
from cnnlab.errors import UsageError
from cnnlab.messages import text


@click.command(
    cls=LocalCommand,
    name="demo",
    help="Grade a sample class: right answers, misconceptions, the untouched starter, and attackers. With --students, write a class of that size instead.",
    example="cnnlab demo assignment3\ncnnlab demo assignment3 --students 300 --out class",
)
@click.argument("assignment", default="assignment3")
@options.option(
    "--attackers",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder of hostile files to add to the class.",
)
@options.option(
    "--students", type=click.IntRange(1, 100_000), help="Write a synthetic class of so many, and grade nothing."
)
@options.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-class"),
    show_default=True,
    help="Folder for that class.",
)
@options.course
@options.lang
def command(assignment: str, attackers: Path | None, students: int | None, out: Path, course_path: Path | None) -> None:
    """Stage the class in a temporary folder as students would hand it in, grade it, show a table."""
    import tempfile

    from rich.console import Console
    from rich.progress import track

    from cnnlab.course import Report, catalogue
    from cnnlab.grading.sample_class import stage
    from cnnlab.grading.session import Settings, grade_each, sandbox_name
    from cnnlab.importers.file import read_submission
    from cnnlab.messages import render
    from cnnlab.reporters.terminal import to_table
    from cnnlab.sandbox.support import required_layers

    course = catalogue.find_course(course_path)
    found = catalogue.find(course, assignment)
    if students is not None:
        _write_class(found, students, out)
        return
    layers = required_layers()
    reports: list[Report] = []
    with tempfile.TemporaryDirectory(prefix="cnnlab-demo-") as folder:
        staged = stage(found, Path(folder), attackers)
        submissions = track(
            [read_submission(student, found) for student in staged],
            description=render(text("Grading"), language()),
            console=Console(stderr=True),
            transient=True,
        )
        grade_each(course, found, submissions, reports.append, Settings(layers=layers))
    show(to_table(reports, language()))
    say(
        text(
            "{count} submissions to {slug} graded in {seconds} s, each in a sandbox ({sandbox}).",
            count=len(reports),
            slug=found.slug,
            seconds=f"{sum(report.seconds for report in reports):.1f}",
            sandbox=sandbox_name(layers),
        )
    )


def _write_class(assignment: Assignment, count: int, out: Path) -> None:
    from cnnlab.grading.synthetic_class import stage_class

    if out.exists() and any(out.iterdir()):
        raise UsageError(text("{path} is not empty. Name a new folder with --out.", path=out))
    try:
        stage_class(assignment, out, count)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(text("{path} cannot be written: {reason}.", path=out, reason=reason)) from error
    say(
        text(
            "{count} students are in {path}. Grade them with: cnnlab grade {slug} {path}",
            count=count,
            path=out,
            slug=assignment.slug,
        )
    )
