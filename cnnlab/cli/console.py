"""The only place that prints and decides exit codes."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from cnnlab.errors import UsageError
from cnnlab.messages import Language, Text, render

if TYPE_CHECKING:
    from cnnlab.course import Measured

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
    write_lines(path, [content])


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a result that comes line by line.

    Raises:
        UsageError: where the disk does not take it.
    """
    from cnnlab.messages import text

    try:
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(lines)
    except OSError as error:
        raise UsageError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error


def say_over(message: Text) -> None:
    """One line on stderr that the next one writes over, where somebody watches."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K" + render(message, language()), nl=False, err=True)


def clear_line() -> None:
    """Take the line of `say_over` away."""
    say_over(Text(""))


def tell_training(point: "Measured") -> None:
    """How the training of a network goes."""
    from cnnlab.messages import text

    say_over(
        text(
            "Training: epoch {epochs}, loss {loss}, {accuracy} % of the held-out digits",
            epochs=f"{point.epochs:.2f}",
            loss=f"{point.loss:.4f}",
            accuracy=f"{100 * point.held_out:.2f}",
        )
    )


def fail(message: str, code: int) -> NoReturn:
    """Say what went wrong on stderr, and end."""
    click.echo(message, err=True)
    sys.exit(code)
