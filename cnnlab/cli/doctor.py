"""`cnnlab doctor`."""

import importlib.metadata
import os
import platform
import sys
from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import FAULT, language
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import Text, render, text

PACKAGES = ("cnnlab", "numpy", "pytest", "torch")


@click.command(
    cls=LocalCommand,
    name="doctor",
    help="Say what this machine can do: sandbox, packages, course.",
    example="cnnlab doctor",
)
@options.course
@options.lang
def command(course_path: Path | None) -> None:
    """Exit code 0 where student code can be graded, 3 where it cannot be confined."""
    from cnnlab.errors import CnnlabError
    from cnnlab.sandbox.support import available_layers, support

    rows: list[tuple[bool, Text, Text]] = [
        (each.available, text("{layer}", layer=each.layer.value), each.detail) for each in support()
    ]
    confined = bool(available_layers())
    if confined:
        try:
            rows.append((True, text("sandbox"), _try_sandbox()))
        except CnnlabError as error:
            confined = False
            rows.append((False, text("sandbox"), error.message))
    rows += [_package(name) for name in PACKAGES]
    rows.append(
        (
            True,
            text("machine"),
            text(
                "Python {python}, {system}, {cores} cores.",
                python=platform.python_version(),
                system=platform.platform(terse=True),
                cores=os.cpu_count(),
            ),
        )
    )
    rows.append(_course(course_path))
    for good, name, detail in rows:
        sign = click.style("✓", "green") if good else click.style("✗", "red")
        click.echo(f" {sign}  {render(name, language())}: {render(detail, language())}")
    sys.exit(0 if confined else FAULT)


def _try_sandbox() -> Text:
    """Confine a child for real, and let it compute."""
    from cnnlab.errors import SandboxUnavailable
    from cnnlab.sandbox.replies import Returned
    from cnnlab.sandbox.server import ForkServer
    from cnnlab.sandbox.student import StudentCode, Times

    source = "import numpy\ndef three():\n    return int(numpy.ones(3).sum())\n"
    with ForkServer(["numpy"]) as server, StudentCode(server, "trial", source, Times(10, 20), 256) as code:
        reply = code.call("three", (), {})
    if reply != Returned(3):
        raise SandboxUnavailable(text("A confined process does not compute here: {reply}.", reply=reply))
    return text("A confined process computes and answers.")


def _package(name: str) -> tuple[bool, Text, Text]:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return (
            False,
            text("{package}", package=name),
            text("Not installed; only assignments that import it need it."),
        )
    return True, text("{package}", package=name), text("Version {version}.", version=version)


def _course(course_path: Path | None) -> tuple[bool, Text, Text]:
    from cnnlab.course import catalogue
    from cnnlab.errors import CnnlabError

    try:
        course = catalogue.find_course(course_path)
        assignments = [catalogue.find(course, slug) for slug in catalogue.slugs(course)]
    except CnnlabError as error:
        return False, text("course"), error.message
    hidden = sum(each.solution is not None for each in assignments)
    return (
        True,
        text("course"),
        text(
            "{root}: {count} assignments, {hidden} with hidden graders.",
            root=course.root,
            count=len(assignments),
            hidden=hidden,
        ),
    )
