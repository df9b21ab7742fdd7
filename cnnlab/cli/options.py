"""Options that several commands share."""

import math
from collections.abc import Callable
from gettext import gettext
from pathlib import Path
from typing import Any

import click

from cnnlab.cli.localized import LocalOption

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class NumberRange(click.FloatRange):
    """A number within bounds. NaN is within any, as far as comparing goes, and infinity where there is no upper one; neither is meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            said = gettext("{value!r} is not a valid {number_type}.")
            self.fail(said.format(value=value, number_type="float"), param, ctx)
        return number


def _option(*names: str, help: str, **settings: Any) -> Decorator:
    return click.option(*names, cls=LocalOption, help=help, **settings)


option = _option
lang = _option(
    "--lang",
    type=click.Choice(["ko", "en"]),
    expose_value=False,
    help="Language of messages (default: CNNLAB_LANG, else the locale).",
)
course = _option(
    "--course",
    "course_path",
    type=click.Path(path_type=Path),
    help="Folder of the course (default: CNNLAB_COURSE, else found upwards).",
)
seed = _option("--seed", type=int, help="Draw the hidden inputs from this number, not from the course's secret.")
data = _option(
    "--data",
    "data_path",
    type=click.Path(path_type=Path),
    help="Folder that holds MNIST/raw (default: CNNLAB_DATA, else your cache).",
)
device = _option(
    "--device",
    type=click.Choice(["auto", "cpu", "cuda", "mps"]),
    default="auto",
    show_default=True,
    help="Where to compute; auto takes a GPU where there is one.",
)
