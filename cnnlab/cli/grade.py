"""`cnnlab grade`."""

import sys
from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import FAULT, clear_line, language, say, show, tell_training, write_file
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import text

UNMET = 1


@click.command(
    cls=LocalCommand,
    name="grade",
    help="Grade a file, or the folder that holds it, with the public and the hidden checks.",
    example="cnnlab grade assignment3 alice/pooling.py\ncnnlab grade assignment3 alice --json alice.json --fail-under 60",
)
@click.argument("assignment")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.option(
    "--json",
    "json_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report as JSON too.",
)
@options.option(
    "--html",
    "html_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page for the student too: one file that needs no network.",
)
@options.seed
@options.option("--fail-under", type=click.FloatRange(0, 100), help="Exit with code 1 where the score is below this.")
@options.option(
    "--sandbox",
    type=click.Choice(["strict", "none"]),
    default="strict",
    help="`none` runs student code unconfined, with your rights: for your own code only.",
)
@options.data
@options.device
@options.course
@options.lang
def command(
    assignment: str,
    path: Path | None,
    json_path: Path | None,
    html_path: Path | None,
    seed: int | None,
    fail_under: float | None,
    sandbox: str,
    data_path: Path | None,
    device: str,
    course_path: Path | None,
) -> None:
    """Exit code 0 where grading was done, 1 below `--fail-under`, 3 on a fault of ours."""
    from cnnlab.course import Status, catalogue
    from cnnlab.grading.session import Settings, grade
    from cnnlab.importers.file import default_path, read_submission
    from cnnlab.networks.location import find_place
    from cnnlab.reporters.json_lines import to_json
    from cnnlab.reporters.terminal import to_terminal
    from cnnlab.sandbox.support import required_layers

    course = catalogue.find_course(course_path)
    found = catalogue.find(course, assignment)
    catalogue.solution_folder(found)
    submission = read_submission(path or default_path(course, found, Path.cwd()), found)
    layers = required_layers() if sandbox == "strict" else frozenset()
    settings = Settings(seed=seed, layers=layers, place=find_place(data_path), tell=tell_training, device=device)
    report = grade(course, found, submission, settings)
    clear_line()
    show(to_terminal(report, language()))
    if json_path is not None:
        write_file(json_path, to_json(report, language()) + "\n")
    if html_path is not None:
        from cnnlab.reporters.student_page import student_page

        write_file(html_path, student_page(report, language(), title=found.title[language()]))
    if report.status is Status.FAULT:
        sys.exit(FAULT)
    if fail_under is not None and report.score < fail_under:
        say(text("The score is below {limit}.", limit=f"{fail_under:g}"))
        sys.exit(UNMET)
