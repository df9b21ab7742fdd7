"""`cnnlab`: which commands there are, in which language, and how a run ends."""

import errno
import gettext
import os
import sys

import click

from cnnlab import __version__
from cnnlab.cli import options
from cnnlab.cli.console import FAULT, WRONG_USAGE, fail
from cnnlab.cli.localized import LazyGroup, LocalOption
from cnnlab.errors import CnnlabError, UsageError
from cnnlab.messages import Language, preferred_language, render, text
from cnnlab.messages.catalogue import DOMAIN, LOCALES

COMMANDS = (
    "list",
    "start",
    "check",
    "train",
    "grade",
    "gradebook",
    "verify",
    "calibrate",
    "demo",
    "gradescope",
    "data",
    "site",
    "doctor",
)


@click.group(
    cls=LazyGroup,
    modules={name: f"cnnlab.cli.{name}" for name in COMMANDS},
    help="Lessons and graded exercises for a course on convolutional neural networks.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="cnnlab", message="%(prog)s %(version)s", cls=LocalOption)
@options.lang
def group() -> None:
    """The root of all commands."""


def main() -> None:
    """Run the command line, and say in one sentence whatever ends it."""
    language = preferred_language(_language_typed(sys.argv[1:]))
    _speak(language)
    try:
        group.main(obj=language, standalone_mode=False, prog_name="cnnlab")
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        fail(render(text("Stopped."), language), 130)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EPIPE, errno.EIO):
            raise
        # What is left in the buffer cannot be written either, and must not be tried again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(render(text("The output cannot be written: {reason}.", reason=error.strerror), language), WRONG_USAGE)
    except UsageError as error:
        fail(render(error.message, language), WRONG_USAGE)
    except CnnlabError as error:
        fail(render(error.message, language), FAULT)


def _language_typed(arguments: list[str]) -> str | None:
    """The value of `--lang`, wherever it stands: `--help` has to know it before click has read it."""
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def _speak(language: Language) -> None:
    """Let click's own words come from our catalogue too, and let no terminal's encoding stop a sentence."""
    os.environ["LANGUAGE"] = language.value
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
