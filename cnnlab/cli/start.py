"""`cnnlab start`."""

import shutil
from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import language, say
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import Language, text

SKIPPED = shutil.ignore_patterns("__pycache__", "assignment.toml")


@click.command(
    cls=LocalCommand,
    name="start",
    help="Copy an assignment's handout into a folder. Work that is already there is never overwritten.",
    example="cnnlab start assignment3\ncnnlab start assignment3 homework/pooling",
)
@click.argument("assignment")
@click.argument("directory", required=False, type=click.Path(path_type=Path, file_okay=False))
@options.course
@options.lang
def command(assignment: str, directory: Path | None, course_path: Path | None) -> None:
    """Copy what is missing, and say what was kept."""
    from cnnlab.course import catalogue
    from cnnlab.errors import UsageError

    found = catalogue.find(catalogue.find_course(course_path), assignment)
    target = directory or Path(found.slug)
    try:
        for source in sorted(found.handout.iterdir()):
            if source.name in SKIPPED(str(found.handout), [source.name]) or not source.is_file():
                continue
            place = target / source.name
            if place.exists() or place.is_symlink():
                say(text("{path} is already there; it was left as it is.", path=place))
                continue
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
            say(text("{path} is new.", path=place))
    except OSError as error:
        raise UsageError(
            text("{path} cannot be written: {reason}.", path=target, reason=error.strerror or str(error))
        ) from error
    readme = "README.ko.md" if language() is Language.KOREAN else "README.md"
    say(
        text(
            "Read {readme}, write your answer into {file}, and try it with: cnnlab check {slug} {path}",
            readme=target / readme,
            file=target / found.filename,
            slug=found.slug,
            path=target,
        )
    )
