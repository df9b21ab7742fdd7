"""How a batch is watched: a bar with counts where somebody looks on, a line for each report where it is a log."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from cnnlab.cli.console import language
from cnnlab.course import Outcome, Report, Status
from cnnlab.messages import Text, printable, render, text

if TYPE_CHECKING:
    from rich.progress import Progress

    from cnnlab.batch.due import Watch
    from cnnlab.batch.running import Flight

# The worst thing that befell a submission is what it is counted by.
WORST_FIRST = (
    Outcome.FAULT,
    Outcome.CRASHED,
    Outcome.MEMORY,
    Outcome.TIMEOUT,
    Outcome.REFUSED,
    Outcome.ERROR,
    Outcome.FAILED,
    Outcome.PASSED,
)


@dataclass
class Tally:
    """How far a batch has come."""

    total: int
    known: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)

    @property
    def graded(self) -> int:
        """How many were graded in this run."""
        return self.outcomes.total()

    @property
    def done(self) -> int:
        """How many have a report."""
        return self.graded + self.known

    def add(self, report: Report) -> None:
        """Count a report."""
        found = {check.outcome for check in report.checks}
        self.outcomes[next(each for each in WORST_FIRST if each in found)] += 1


@contextmanager
def watched(tally: Tally, flight: "Flight", verbose: bool) -> "Iterator[Watch]":
    """Show progress on stderr until the batch ends."""
    if not sys.stderr.isatty():
        yield _Lines(tally)
        return
    bar = _bar(flight, verbose)
    task = bar.add_task(render(text("Grading"), language()), total=tally.total, counts="")
    with bar:
        yield _Bar(tally, lambda: bar.update(task, completed=tally.done, counts=_counts(tally)))


@dataclass
class _Lines:
    tally: Tally

    def known(self) -> None:
        self.tally.known += 1

    def graded(self, report: Report) -> None:
        self.tally.add(report)
        click.echo(render(_line(self.tally, report), language()), err=True)


class _Bar:
    def __init__(self, tally: Tally, update: Callable[[], None]) -> None:
        self._tally, self._update = tally, update

    def known(self) -> None:
        self._tally.known += 1
        self._update()

    def graded(self, report: Report) -> None:
        self._tally.add(report)
        self._update()


def _line(tally: Tally, report: Report) -> Text:
    if report.status is Status.FAULT:
        return text("[{done}/{total}] {name}: no score", done=tally.done, total=tally.total, name=report.submission)
    return text(
        "[{done}/{total}] {name}: {score} of {max_score}",
        done=tally.done,
        total=tally.total,
        name=report.submission,
        score=report.score,
        max_score=report.max_score,
    )


def counted_outcomes(tally: Tally) -> Iterator[tuple[str, int]]:
    """The outcomes that occurred, the best first, in words."""
    from cnnlab.reporters.wording import OUTCOMES

    for outcome in reversed(WORST_FIRST):
        if tally.outcomes[outcome]:
            yield render(OUTCOMES[outcome], language()), tally.outcomes[outcome]


def _counts(tally: Tally) -> str:
    words = [f"{word} {count}" for word, count in counted_outcomes(tally)]
    if tally.known:
        words.append(render(text("known {count}", count=tally.known), language()))
    return ", ".join(words)


def _bar(flight: "Flight", verbose: bool) -> "Progress":
    from rich.console import Console, RenderableType
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text as Styled

    class Rate(ProgressColumn):
        """Submissions per second."""

        def render(self, task: Task) -> Styled:
            return Styled(f"{task.speed:.1f}/s" if task.speed else "", "dim")

    class Watching(Progress):
        """The bar, and below it who is being graded."""

        def get_renderables(self) -> Iterable[RenderableType]:
            yield from super().get_renderables()
            if verbose:
                yield from (Styled("  … " + printable(name), "dim") for name in flight.running())

    return Watching(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        Rate(),
        TextColumn("{task.fields[counts]}", markup=False),
        console=Console(stderr=True),
        expand=True,
    )
