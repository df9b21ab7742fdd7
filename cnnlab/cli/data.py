"""`cnnlab data fetch` and `cnnlab data status`."""

import sys
from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import language, say
from cnnlab.cli.localized import LocalCommand, LocalGroup
from cnnlab.messages import render, text

NO_MNIST = 1


@click.group(
    cls=LocalGroup,
    name="data",
    help="Fetch the handwritten digits that networks learn from, or say what is there.",
    example="cnnlab data fetch\ncnnlab data status",
)
@options.lang
def command() -> None:
    """MNIST, in the folders that torchvision uses."""


@command.command(
    cls=LocalCommand,
    name="fetch",
    help="Download MNIST. What was begun goes on where it stopped; what is complete is left alone.",
    example="cnnlab data fetch\ncnnlab data fetch --data ~/datasets",
)
@options.data
@options.lang
def fetch_command(data_path: Path | None) -> None:
    """Exit code 0 where MNIST is complete, 3 where it could not be fetched."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    from cnnlab.networks.fetch import fetch
    from cnnlab.networks.location import find_place

    place = find_place(data_path)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def progress(name: str, done: int, total: int | None) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done, total=total)

        fetched = fetch(place, progress)
    for file in fetched:
        say(text("{path} is new.", path=place.raw / file.name))
    say(text("MNIST is complete in {path}.", path=place.raw))


@command.command(
    cls=LocalCommand,
    name="status",
    help="Say where MNIST is looked for, what is there, and which data grading would use.",
    example="cnnlab data status\ncnnlab data status --data ~/datasets",
)
@options.data
@options.lang
def status_command(data_path: Path | None) -> None:
    """Exit code 0 where MNIST is complete, 1 where it is not."""
    from cnnlab.networks import Source
    from cnnlab.networks.files import Condition, examine_all
    from cnnlab.networks.loading import source_of
    from cnnlab.networks.location import find_place

    place = find_place(data_path)
    found = examine_all(place)
    say(text("MNIST is looked for in {path}.", path=place.raw))
    for each in found:
        good = each.condition is Condition.COMPLETE
        sign = click.style("✓", "green") if good else click.style("✗", "red")
        click.echo(f" {sign}  {each.file.name}: {render(each.detail, language())}")
    source = source_of(place, found)
    if source is Source.MNIST:
        say(text("Grading uses MNIST."))
        return
    if place.named:
        say(
            text(
                "Grading stops until all is complete, because this folder was named: `cnnlab data fetch --data {root}`",
                root=place.root,
            )
        )
    elif source is Source.STAND_IN:
        say(text("Grading uses the stand-in, scikit-learn's digits. `cnnlab data fetch` gets MNIST."))
    else:
        say(
            text(
                "Grading has no data: scikit-learn, which has a stand-in, is not installed either. "
                "Install it with: pip install 'cnnlab[torch]'"
            )
        )
    sys.exit(NO_MNIST)
