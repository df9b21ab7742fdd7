"""`cnnlab check`."""

import sys
from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import language, say, show
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import text


@click.command(
    cls=LocalCommand,
    name="check",
    help="Run the public checks of an assignment on your file.",
    example="cnnlab check assignment3\ncnnlab check assignment3 homework/pooling.py",
)
@click.argument("assignment")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.course
@options.lang
def command(assignment: str, path: Path | None, course_path: Path | None) -> None:
    """Exit code 0 where every public check passed, 1 where one did not."""
    from cnnlab.course import Status, catalogue
    from cnnlab.grading.session import FULL_SCORE, Settings, grade
    from cnnlab.importers.file import default_path, read_submission
    from cnnlab.reporters.terminal import to_terminal
    from cnnlab.sandbox.support import available_layers

    course = catalogue.find_course(course_path)
    found = catalogue.find(course, assignment)
    submission = read_submission(path or default_path(course, found, Path.cwd()), found)
    # It is the student's own code on the student's own machine: without a sandbox it runs all the same.
    settings = Settings(layers=available_layers(), public_only=True)
    report = grade(course, found, submission, settings)
    show(to_terminal(report, language()))
    say(
        text(
            "These are the public checks. Hidden ones, worth {rest} points, follow when your teacher grades.",
            rest=FULL_SCORE - report.max_score,
        )
    )
    if report.status is Status.FAULT:
        sys.exit(3)
    sys.exit(0 if report.score == report.max_score else 1)
