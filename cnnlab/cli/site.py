"""`cnnlab site build`, `cnnlab site check` and `cnnlab site serve`."""

import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cnnlab.cli import options
from cnnlab.cli.console import FAULT, language, say
from cnnlab.cli.localized import LocalCommand, LocalGroup
from cnnlab.messages import render, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cnnlab.course import Course
    from cnnlab.lectures.assembly import Assembled
    from cnnlab.lectures.memory import Memory
    from cnnlab.lectures.model import Problem

PROBLEMS_FOUND = 1
NEEDED = ("jinja2", "latex2mathml", "pygments", "pyromark")


@click.group(
    cls=LocalGroup,
    name="site",
    help="Make the lecture site from the lessons in site/, check it, or show it while you write.",
    example="cnnlab site build\ncnnlab site check\ncnnlab site serve",
)
@options.lang
def command() -> None:
    """The lessons of a course, in Korean and English."""


@command.command(
    cls=LocalCommand,
    name="build",
    help="Write the site in both languages. Files that did not change are left as they are.",
    example="cnnlab site build\ncnnlab site build --out ~/lecture",
)
@options.option(
    "--out", type=click.Path(path_type=Path), help="Folder to write into (default: build/site in the course)."
)
@options.course
@options.lang
def build_command(out: Path | None, course_path: Path | None) -> None:
    """Exit code 0 where the site was written, 3 where a source is broken; then nothing is written."""
    from cnnlab.course import catalogue

    _require_packages()
    from cnnlab.lectures.writing import recall, write_site

    started = time.perf_counter()
    course = catalogue.find_course(course_path)
    folder = out or course.root / "build" / "site"
    memory = recall(folder)
    site = _assembled(course, memory)
    if site.problems:
        _tell(site.problems, course)
        sys.exit(FAULT)
    done = write_site(folder, site.files, memory)
    for name in done.kept:
        say(text("{path} is no longer part of the site, but you have changed it: it stays.", path=folder / name))
    say(
        text(
            "{pages} pages in {path}: {written} files written, {unchanged} unchanged, {removed} removed, in {seconds} s.",
            pages=sum(name.endswith(".html") for name in site.files),
            path=folder,
            written=len(done.written),
            unchanged=done.unchanged,
            removed=len(done.removed),
            seconds=f"{time.perf_counter() - started:.2f}",
        )
    )
    say(text("Open {path} in a browser.", path=folder / "index.html"))


@command.command(
    cls=LocalCommand,
    name="check",
    help="Check links, anchors, both languages, pages, formulas, and what the snippets print.",
    example="cnnlab site check",
)
@options.course
@options.lang
def check_command(course_path: Path | None) -> None:
    """Exit code 0 where all is well, 1 where something has to be mended."""
    from cnnlab.course import catalogue

    _require_packages()
    from cnnlab.lectures.checking import check
    from cnnlab.lectures.memory import Memory
    from cnnlab.lectures.reading import read_sources

    course = catalogue.find_course(course_path)
    found = check(course, read_sources(course), _assembled(course, Memory()))
    if found:
        _tell(found, course)
        sys.exit(PROBLEMS_FOUND)
    say(text("Links, anchors, languages, pages and snippets hold."))


@command.command(
    cls=LocalCommand,
    name="serve",
    help="Show the site on this machine, and reload the page whenever a source changes.",
    example="cnnlab site serve\ncnnlab site serve --port 8001",
)
@options.option("--port", type=click.IntRange(0, 65535), default=8000, help="Port of the server.", show_default=True)
@options.course
@options.lang
def serve_command(port: int, course_path: Path | None) -> None:
    """Runs until it is stopped."""
    from cnnlab.course import catalogue
    from cnnlab.errors import UsageError

    _require_packages()
    from watchfiles import watch

    from cnnlab.lectures.memory import Memory
    from cnnlab.lectures.serving import Showing, server

    course = catalogue.find_course(course_path)
    memory = Memory()
    site = _assembled(course, memory)
    _tell(site.problems, course)
    showing = Showing(site.files)
    try:
        running = server(showing, port)
    except OSError as error:
        raise UsageError(text("Port {port} is taken; name another with --port.", port=port)) from error
    threading.Thread(target=running.serve_forever, daemon=True).start()
    say(text("The site is at {address} until you press Ctrl+C.", address=f"http://127.0.0.1:{running.server_port}/"))
    for _ in watch(course.root / "site"):
        try:
            site = _assembled(course, memory)
        except UsageError as error:
            click.echo(render(error.message, language()), err=True)
            continue
        _tell(site.problems, course)
        showing.show(site.files)


def _assembled(course: "Course", memory: "Memory") -> "Assembled":
    from cnnlab.lectures.assembly import assemble
    from cnnlab.lectures.reading import read_sources

    return assemble(read_sources(course), memory)


def _tell(problems: "Iterable[Problem]", course: "Course") -> None:
    for problem in problems:
        path = problem.path.relative_to(course.root) if problem.path.is_relative_to(course.root) else problem.path
        click.echo(f"{path}:{problem.line}: {render(problem.message, language())}", err=True)
        if problem.excerpt:
            click.echo(f"    {render(text('{excerpt}', excerpt=problem.excerpt[:160]), language())}", err=True)


def _require_packages() -> None:
    """The site's packages are an extra: say so, instead of a traceback.

    Raises:
        UsageError: where one is missing.
    """
    import importlib.util

    from cnnlab.errors import UsageError

    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(
            text("The site needs {packages}: pip install 'cnnlab[site]'", packages=", ".join(sorted(missing)))
        )
