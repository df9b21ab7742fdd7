"""The only place that prints and decides exit codes."""

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from cnnlab.errors import UsageError
from cnnlab.messages import Language, Text, render

WRONG_USAGE, FAULT = 2, 3
REPLACED = "replace"


def language() -> Language:
    """The language of this run, decided once by `main`."""
    found = click.get_current_context().find_root().obj
    assert isinstance(found, Language)
    return found


def say(message: Text) -> None:
    """Print a sentence."""
    click.echo(render(message, language()))


def show(renderable: Any) -> None:
    """Print what rich can draw; without colours where nobody sees them."""
    from rich.console import Console

    Console(soft_wrap=False, highlight=False).print(renderable)


def write_file(path: Path, content: str) -> None:
    """Write a result.

    Raises:
        UsageError: where the disk does not take it.
    """
    from cnnlab.messages import text

    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error


def fail(message: str, code: int) -> NoReturn:
    """Say what went wrong on stderr, and end."""
    click.echo(message, err=True)
    sys.exit(code)
