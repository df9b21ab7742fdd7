"""`cnnlab calibrate`."""

from pathlib import Path

import click

from cnnlab.cli import options
from cnnlab.cli.console import clear_line, language, say, say_over, show
from cnnlab.cli.localized import LocalCommand
from cnnlab.messages import render, text


@click.command(
    cls=LocalCommand,
    name="calibrate",
    help="Train the reference over many seeds and set the accuracy steps by it.",
    example="cnnlab calibrate assignment4 --seeds 20\ncnnlab calibrate assignment4 --seeds 20 --data ~/datasets",
)
@click.argument("assignment")
@options.option(
    "--seeds", type=click.IntRange(2, 1000), default=20, show_default=True, help="How often the reference is trained."
)
@options.option(
    "--stop-at",
    type=float,
    default=99.3,
    show_default=True,
    help="Accuracy in percent on held-out digits at which training ends.",
)
@options.data
@options.course
@options.lang
def command(assignment: str, seeds: int, stop_at: float, data_path: Path | None, course_path: Path | None) -> None:
    """Write the steps into the solution's accuracy.toml, and say what the handout should publish."""
    from rich.table import Table

    from cnnlab.course import Measured, catalogue
    from cnnlab.errors import UsageError
    from cnnlab.grading.calibration import calibrate, path_of_levels
    from cnnlab.networks.location import find_place
    from cnnlab.sandbox.support import required_layers

    share = round(stop_at / 100, 6)  # as it is written
    if not 0 < share < 1:  # neither is NaN
        raise UsageError(
            text(
                "--stop-at is {value}; give an accuracy in percent, more than 0 and less than 100.",
                value=f"{stop_at:g}",
            )
        )
    required_layers()
    found = catalogue.find(catalogue.find_course(course_path), assignment)
    table = Table()
    for heading in (text("Seed"), text("Accuracy (%)"), text("Seconds of training")):
        table.add_column(render(heading, language()), justify="right")

    def tell(seed: int, point: Measured) -> None:
        say_over(
            text(
                "Seed {seed} of {seeds}: epoch {epochs}, {accuracy} % of the held-out digits",
                seed=seed + 1,
                seeds=seeds,
                epochs=f"{point.epochs:.2f}",
                accuracy=f"{100 * point.held_out:.2f}",
            )
        )

    def done(seed: int, accuracy: float, seconds: float) -> None:
        table.add_row(str(seed), f"{100 * accuracy:.2f}", f"{seconds:.1f}")

    result = calibrate(found, seeds, share, find_place(data_path), tell, done)
    clear_line()
    show(table)
    say(text("On {source}, {trained}.", source=result.source, trained=result.levels.trained))
    say(
        text(
            "{path} now grades {graded} %. Publish {published} % in the handout.",
            path=path_of_levels(found),
            graded=_percent(result.levels.steps),
            published=_percent(result.published),
        )
    )


def _percent(steps: tuple[float, ...]) -> str:
    return ", ".join(f"{100 * step:.2f}" for step in steps)
