"""`cnnlab gradebook show`, `export`, `history` and `override`."""

import difflib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cnnlab.cli import options
from cnnlab.cli.class_files import FORMATS, formats
from cnnlab.cli.console import language, say, show, write_lines
from cnnlab.cli.localized import LocalCommand, LocalGroup
from cnnlab.course import Course
from cnnlab.errors import UsageError
from cnnlab.messages import text

if TYPE_CHECKING:
    from cnnlab.gradebook.store import Gradebook

FILE = options.option(
    "--gradebook",
    "place",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File of the gradebook (default: gradebook.sqlite in the course).",
)
ASSIGNMENT = options.option("--assignment", help="Which assignment; not needed where the gradebook has only one.")


@click.group(
    cls=LocalGroup,
    name="gradebook",
    help="What was graded: show it, export it, look one student up, or give points by hand.",
    example="cnnlab gradebook show assignment3\ncnnlab gradebook override alice --points 80 --why 'Explained it in class'",
)
@options.lang
def command() -> None:
    """The SQLite file that `cnnlab grade` keeps reports in."""


@command.command(cls=LocalCommand, name="show", help="Show the grades that count.", example="cnnlab gradebook show")
@click.argument("assignment", required=False)
@FILE
@options.course
@options.lang
def show_command(assignment: str | None, place: Path | None, course_path: Path | None) -> None:
    """A table for each assignment."""
    from cnnlab.gradebook.counting import grades
    from cnnlab.gradebook.reading import assignments
    from cnnlab.reporters.grades_table import to_grades_table

    with _opened(place, course_path) as (book, course):
        for slug in [_only(book, assignment)] if assignment else assignments(book):
            show(to_grades_table(slug, grades(book, course, slug), language()))


@command.command(
    cls=LocalCommand,
    name="export",
    help="Write the grades that count, for a spreadsheet, an LMS or a program.",
    example="cnnlab gradebook export assignment3 --format csv --out grades.csv",
)
@click.argument("assignment", required=False)
@options.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="Form of the export.",
)
@options.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write (default: standard output)."
)
@FILE
@options.course
@options.lang
def export_command(
    assignment: str | None, form: str, out: Path | None, place: Path | None, course_path: Path | None
) -> None:
    """With overrides and lateness; nothing of the gradebook is changed."""
    from cnnlab.course import catalogue
    from cnnlab.gradebook.counting import grades

    with _opened(place, course_path) as (book, course):
        slug = _only(book, assignment)
        write = formats(catalogue.find(course, slug), language())[form]
        lines = write(grades(book, course, slug))
        if out is not None:
            write_lines(out, lines)
            say(text("{path} holds the grades of {slug}.", path=out, slug=slug))
            return
        for line in lines:
            click.echo(line, nl=False)


@command.command(
    cls=LocalCommand,
    name="history",
    help="Everything that happened to one student: attempts, gradings, points by hand.",
    example="cnnlab gradebook history alice",
)
@click.argument("student")
@FILE
@options.course
@options.lang
def history_command(student: str, place: Path | None, course_path: Path | None) -> None:
    """In the order in which it happened, whatever the clocks said."""
    from cnnlab.gradebook.reading import histories
    from cnnlab.reporters.grades_table import to_history

    with _opened(place, course_path) as (book, _):
        key = _known(book, student)
        for history in histories(book, key):
            for line in to_history(history):
                say(line)


@command.command(
    cls=LocalCommand,
    name="override",
    help="Give points by hand. They count in place of the computed ones, which stay beside them.",
    example="cnnlab gradebook override alice --points 80 --why 'Explained it in class'",
)
@click.argument("student")
@options.option("--points", type=options.NumberRange(0, 100), required=True, help="The points that count from now on.")
@options.option("--why", required=True, help="The reason; it is shown wherever the points are.")
@ASSIGNMENT
@FILE
@options.course
@options.lang
def override_command(
    student: str, points: float, why: str, assignment: str | None, place: Path | None, course_path: Path | None
) -> None:
    """The latest override counts; earlier ones stay in the history."""
    from cnnlab.course import Override

    if not why.strip():
        raise UsageError(text("--why is empty. Say why the points are given by hand; the student may ask."))
    with _opened(place, course_path) as (book, _):
        slug, key = _only(book, assignment), _known(book, student)
        book.override(slug, key, Override(points, why.strip()))
        say(
            text(
                "{student} has {points} points in {slug}: {why}",
                student=key,
                points=f"{points:g}",
                slug=slug,
                why=why.strip(),
            )
        )


@contextmanager
def _opened(place: Path | None, course_path: Path | None) -> "Iterator[tuple[Gradebook, Course]]":
    """A gradebook that is there already.

    Raises:
        UsageError: where there is none.
    """
    from cnnlab.course import catalogue
    from cnnlab.gradebook.store import FILENAME, open_gradebook

    course = catalogue.find_course(course_path)
    path = place or course.root / FILENAME
    if not path.exists():
        raise UsageError(
            text("There is no gradebook {path} yet; `cnnlab grade` makes it when it grades a class.", path=path)
        )
    with open_gradebook(path) as book:
        yield book, course


def _only(book: "Gradebook", named: str | None) -> str:
    """The assignment that was named, or the only one there is.

    Raises:
        UsageError: where that is not clear.
    """
    from cnnlab.gradebook.reading import assignments

    found = assignments(book)
    if named in found:
        return str(named)
    if named is None and len(found) == 1:
        return found[0]
    known = ", ".join(found) or "–"
    if named is None:
        raise UsageError(text("Which assignment? This gradebook has: {known}.", known=known))
    raise UsageError(text("Nothing of {slug} is in this gradebook. It has: {known}.", slug=named, known=known))


def _known(book: "Gradebook", student: str) -> str:
    """A student's key as the gradebook has it.

    Raises:
        UsageError: where there is no such student; the message suggests the nearest.
    """
    import unicodedata

    from cnnlab.gradebook.reading import assignments, students

    key = unicodedata.normalize("NFC", student)
    known = {each for slug in assignments(book) for each in students(book, slug)}
    if key in known:
        return key
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.3)
    if near:
        raise UsageError(text("Nobody is called {name} here. Did you mean {near}?", name=student, near=near[0]))
    raise UsageError(text("Nobody is called {name} here.", name=student))
