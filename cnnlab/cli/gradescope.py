"""`cnnlab gradescope`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cnnlab.cli import options
from cnnlab.cli.console import FAULT, language, say, write_file
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import text

if TYPE_CHECKING:
    from cnnlab.course import Assignment, Course


@click.command(
    cls=LocalCommand,
    name="gradescope",
    help="Pack an autograder for Gradescope: a zip that grades an assignment there as it is graded here.",
    example="cnnlab gradescope assignment3\ncnnlab gradescope assignment3 --out pooling.zip --lang ko",
)
@click.argument("assignment")
@options.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The zip to write (default: gradescope-ASSIGNMENT.zip).",
)
@options.option(
    "--run",
    "root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="What the autograder does there: grade DIRECTORY/submission, write DIRECTORY/results/results.json.",
)
@options.course
@options.lang
def command(assignment: str, out: Path | None, root: Path | None, course_path: Path | None) -> None:
    """Exit code 3 on a fault of ours, without results: Gradescope then shows an error and no score."""
    from cnnlab.course import catalogue

    course = catalogue.find_course(course_path)
    found = catalogue.find(course, assignment)
    catalogue.solution_folder(found)
    if root is not None:
        _run(course, found, root)
        return
    from cnnlab.grading.gradescope.packing import pack

    path = out or Path(f"gradescope-{found.slug}.zip")
    size = pack(course, found, language(), path)
    say(
        text(
            "{path} ({size} kB) is ready: upload it to Gradescope under Configure Autograder, and show it to no student: "
            "the hidden checks are in it.",
            path=path,
            size=round(size / 1000),
        )
    )


def _run(course: "Course", assignment: "Assignment", root: Path) -> None:
    from cnnlab.course import Outcome, Status
    from cnnlab.grading.session import Settings, grade
    from cnnlab.importers.class_folder import read_upload
    from cnnlab.networks.location import find_place
    from cnnlab.reporters.gradescope import to_gradescope
    from cnnlab.sandbox.support import required_layers

    submission = read_upload(root / "submission", assignment)
    report = grade(course, assignment, submission, Settings(layers=required_layers(), place=find_place()))
    if report.status is Status.FAULT:
        for check in report.checks:
            if check.outcome is Outcome.FAULT and check.message is not None:
                say(check.message)
        sys.exit(FAULT)
    (root / "results").mkdir(exist_ok=True)
    write_file(root / "results" / "results.json", to_gradescope(report, language()))
    say(text("Score: {score} of {max_score}", score=report.score, max_score=report.max_score))
