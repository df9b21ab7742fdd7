"""`cnnlab demo`."""

from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import language, say, show
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import text


@click.command(
    cls=LocalCommand,
    name="demo",
    help="Grade a sample class: right answers, misconceptions, the untouched starter, and attackers.",
    example="cnnlab demo assignment3",
)
@click.argument("assignment", default="assignment3")
@options.option(
    "--attackers",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder of hostile files to add to the class.",
)
@options.course
@options.lang
def command(assignment: str, attackers: Path | None, course_path: Path | None) -> None:
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
    layers = required_layers()
    reports: list[Report] = []
    with tempfile.TemporaryDirectory(prefix="cnnlab-demo-") as folder:
        students = stage(found, Path(folder), attackers)
        submissions = track(
            [read_submission(student, found) for student in students],
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
