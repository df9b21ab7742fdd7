"""`cnnlab list`."""

from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import language, show
from cnnlab.cli.localized import LocalCommand


@click.command(cls=LocalCommand, name="list", help="List the assignments of the course.", example="cnnlab list")
@options.course
@options.lang
def command(course_path: Path | None) -> None:
    """A line per assignment."""
    from rich.table import Table
    from rich.text import Text

    from cnnlab.course import catalogue

    course = catalogue.find_course(course_path)
    table = Table(title=Text(course.name[language()]), title_justify="left", show_header=False, box=None)
    for slug in catalogue.slugs(course):
        assignment = catalogue.find(course, slug)
        table.add_row(*map(Text, (slug, assignment.title[language()], assignment.filename)))
    show(table)
