"""Click commands whose help is said in the language of the run."""

import difflib
import importlib
from typing import Any

import click

from cnnlab.errors import UsageError
from cnnlab.messages import Language, render, text, title


def _translated(context: click.Context, words: str | None) -> str:
    language = context.find_root().obj
    if not words or not isinstance(language, Language):
        return words or ""
    return render(title(words), language)


class LocalOption(click.Option):
    """An option whose help is translated."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The two columns of the help."""
        english, self.help = self.help, _translated(ctx, self.help)
        try:
            return super().get_help_record(ctx)
        finally:
            self.help = english


class LocalCommand(click.Command):
    """A command or group whose help is translated; `example` is shown as it is typed."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """The line in the list of commands."""
        context = click.get_current_context(silent=True)
        return _translated(context, self.help) if context else self.help or ""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The paragraph and the example."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_translated(ctx, self.help))
        if self.example:
            with formatter.section(_translated(ctx, "Example")):
                for line in self.example.splitlines():
                    formatter.write_text(line)


class LocalGroup(LocalCommand, click.Group):
    """A command whose first word says what it does, such as `cnnlab data fetch`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named.

        Raises:
            UsageError: where there is none; the message suggests the nearest.
        """
        known = self.list_commands(ctx)
        near = difflib.get_close_matches(args[0], known, n=1) if args else []
        if near and args[0] not in known and not args[0].startswith("-"):
            raise UsageError(text("There is no command {name}. Did you mean {near}?", name=args[0], near=near[0]))
        return super().resolve_command(ctx, args)


class LazyGroup(LocalGroup):
    """Imports a command's module only when the command is named or listed."""

    def __init__(self, *args: Any, modules: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._modules = modules

    def list_commands(self, _: click.Context) -> list[str]:
        """In the order in which they are used."""
        return list(self._modules)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a module, which has its name."""
        if cmd_name not in self._modules:
            return None
        found = importlib.import_module(self._modules[cmd_name]).command
        assert isinstance(found, click.Command)
        return found
