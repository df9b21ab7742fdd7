"""`cnnlab grade`."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cnnlab.cli import options
from cnnlab.cli.class_grading import Wishes, grade_class
from cnnlab.cli.console import FAULT, clear_line, language, say, show, tell_training, write_file
from cnnlab.cli.localized import LocalCommand
from cnnlab.course import Assignment, Course, Report, Status
from cnnlab.errors import UsageError
from cnnlab.messages import text

if TYPE_CHECKING:
    from cnnlab.batch.job import Job

UNMET = 1


@click.command(
    cls=LocalCommand,
    name="grade",
    help="Grade a file, or the folder that holds it, with the public and the hidden checks; or a whole class: a folder of students, or an LMS's zip.",
    example="cnnlab grade assignment3 alice/pooling.py\ncnnlab grade assignment3 submissions.zip --out results",
)
@click.argument("assignment")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.option(
    "--json",
    "json_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report as JSON too; of a class, one line for each.",
)
@options.option(
    "--html",
    "html_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page for the student too: one file that needs no network.",
)
@options.seed
@options.option(
    "--fail-under", type=options.NumberRange(0, 100), help="Exit with code 1 where the score is below this."
)
@options.option(
    "--sandbox",
    type=click.Choice(["strict", "none"]),
    default="strict",
    help="`none` runs student code unconfined, with your rights: for your own code only.",
)
@options.option(
    "--timeout",
    type=options.NumberRange(0, min_open=True),
    help="Seconds that a submission may take in all, in place of the assignment's limit.",
)
@options.option(
    "--jobs", type=click.IntRange(1), help="For a class: how many worker processes (default: one for each core)."
)
@options.option("--dask", metavar="ADDRESS", help="For a class: grade on the Dask cluster whose scheduler is there.")
@options.option(
    "--gradebook",
    type=click.Path(path_type=Path, dir_okay=False),
    help="For a class: where reports are kept (default: gradebook.sqlite in the course).",
)
@options.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="For a class: folder to write the results into."
)
@options.option(
    "--only", metavar="STUDENT", multiple=True, help="For a class: grade this student; may be given more than once."
)
@options.option(
    "--site",
    metavar="URL",
    help="Where the lectures are: pages link to their lessons (default: site in course.toml). An address, or a folder.",
)
@options.option("--regrade", is_flag=True, help="For a class: grade again what has a report already.")
@options.option("-v", "--verbose", is_flag=True, help="For a class: show who is being graded.")
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
    timeout: float | None,
    jobs: int | None,
    dask: str | None,
    gradebook: Path | None,
    out: Path | None,
    only: tuple[str, ...],
    site: str | None,
    regrade: bool,
    verbose: bool,
    data_path: Path | None,
    device: str,
    course_path: Path | None,
) -> None:
    """Exit code 0 where grading was done, 1 below `--fail-under`, 3 on a fault of ours."""
    from cnnlab.batch.job import Job
    from cnnlab.cli.lesson_links import chosen_site
    from cnnlab.course import catalogue
    from cnnlab.importers.file import default_path
    from cnnlab.importers.one_or_many import holds_a_class
    from cnnlab.networks.location import find_place
    from cnnlab.sandbox.support import required_layers

    course = catalogue.find_course(course_path)
    found = catalogue.find(course, assignment)
    catalogue.solution_folder(found)
    path = path or default_path(course, found, Path.cwd())
    many = holds_a_class(path, found)
    if not many and path.exists():
        _refuse_for_one(dask=dask, gradebook=gradebook, jobs=jobs, only=only, out=out, regrade=regrade)
    pages = out is not None or html_path is not None
    if site is not None and not pages:
        raise UsageError(text("--site is for pages: --out writes those of a class, --html that of one submission."))
    lessons = chosen_site(site, course) if pages else ""
    layers = required_layers() if sandbox == "strict" else frozenset()
    job = Job(course.root, found.slug, layers, seed, timeout, find_place(data_path), device)
    if many:
        if html_path is not None:
            raise UsageError(text("--html is for one submission; for a class, --out writes a page for each student."))
        wishes = Wishes(jobs, dask, gradebook, out, json_path, only, regrade, verbose, lessons)
        summary = grade_class(course, found, path, job, wishes)
        faulty, lowest = bool(summary.faults), min(summary.points, default=None)
    else:
        report = _grade_one(course, found, path, job, json_path, html_path, lessons)
        faulty, lowest = report.status is Status.FAULT, float(report.score)
    if faulty:
        sys.exit(FAULT)
    if fail_under is not None and lowest is not None and lowest < fail_under:
        say(text("The score is below {limit}.", limit=f"{fail_under:g}"))
        sys.exit(UNMET)


def _grade_one(
    course: Course,
    assignment: Assignment,
    path: Path,
    job: "Job",
    json_path: Path | None,
    html_path: Path | None,
    site: str,
) -> Report:
    from cnnlab.batch.job import limited, settings_of
    from cnnlab.grading.session import grade
    from cnnlab.importers.file import read_submission
    from cnnlab.reporters.json_lines import to_json
    from cnnlab.reporters.terminal import to_terminal

    submission = read_submission(path, assignment)
    settings = replace(settings_of(job), tell=tell_training)
    report = grade(course, limited(assignment, job.seconds), submission, settings)
    clear_line()
    show(to_terminal(report, language()))
    if json_path is not None:
        write_file(json_path, to_json(report, language()) + "\n")
    if html_path is not None:
        from cnnlab.cli.lesson_links import seen_from
        from cnnlab.reporters.student_page import student_page

        title = assignment.title[language()]
        write_file(html_path, student_page(report, language(), title=title, site=seen_from(site, html_path)))
    return report


def _refuse_for_one(**wishes: object) -> None:
    """An option that one submission has no use for was meant for something else.

    Raises:
        UsageError: naming it.
    """
    for name, value in wishes.items():
        if value:
            raise UsageError(
                text("--{name} is for a class: a folder of students, or a zip. This is one submission.", name=name)
            )
