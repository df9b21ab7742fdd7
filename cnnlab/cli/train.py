"""`cnnlab train`."""

import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cnnlab.cli import options
from cnnlab.cli.console import fail, language, say
from cnnlab.cli.localized import LocalCommand
from cnnlab.errors import PackageUnavailable, UsageError
from cnnlab.messages import printable, render, text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnlab.course import Assignment, Training
    from cnnlab.networks import Digits
    from cnnlab.networks.history import History, Plan, Point
    from cnnlab.networks.learner import Learner

STUDENTS_FAULT, STOPPED = 1, 130
EXTRAS = {"keras": "keras"}


@click.command(
    cls=LocalCommand,
    name="train",
    help="Train your network on this machine and draw how it went. "
    "Your file runs as it is, with your rights and without a sandbox: for your own code only.",
    example="cnnlab train assignment4\ncnnlab train assignment4 homework/mnist_cnn.py --epochs 1 --device cpu",
)
@click.argument("assignment")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@options.option(
    "--epochs",
    type=click.IntRange(1, 10_000),
    help="How often training goes through all digits (default: about as long as the grader's).",
)
@options.option(
    "--batch-size", type=click.IntRange(1, 60_000), help="Digits in a step of training (default: the grader's)."
)
@options.option(
    "--learning-rate",
    type=options.NumberRange(0, 10, min_open=True),
    help="The highest learning rate of the training (default: the grader's).",
)
@options.option(
    "--seed",
    type=click.IntRange(0, 2**31 - 1),
    default=0,
    show_default=True,
    help="What the first weights and the order of the digits are drawn from.",
)
@options.device
@options.option(
    "--out",
    "out_path",
    type=click.Path(path_type=Path),
    help="Folder for weights, history and pictures (default: <assignment>-training beside your file).",
)
@options.data
@options.course
@options.lang
def command(
    assignment: str,
    path: Path | None,
    epochs: int | None,
    batch_size: int | None,
    learning_rate: float | None,
    seed: int,
    device: str,
    out_path: Path | None,
    data_path: Path | None,
    course_path: Path | None,
) -> None:
    """Exit code 0 where training came to its end, 1 where the student's code did not do, 130 where Ctrl-C ended it early."""
    from cnnlab.course import catalogue
    from cnnlab.importers.file import default_path, read_submission

    course = catalogue.find_course(course_path)
    found = catalogue.find(course, assignment)
    training = _training_of(found)
    if training.framework == "keras" and (batch_size or learning_rate):
        raise UsageError(
            text(
                "--batch-size and --learning-rate are for assignments in PyTorch; in {slug} your own compile and fit say them.",
                slug=found.slug,
            )
        )
    _demand_packages(found)

    from cnnlab.networks.device import choose_device
    from cnnlab.networks.history import Plan
    from cnnlab.networks.learner import learner_of
    from cnnlab.networks.loading import load
    from cnnlab.networks.location import find_place
    from cnnlab.networks.practice import epochs_of
    from cnnlab.networks.students_fault import StudentFault, module_of
    from cnnlab.networks.training_folder import claimed
    from cnnlab.reporters.wording import SOURCES

    chosen_device = choose_device(device)
    # Read by Keras when the student's file imports it.
    os.environ.setdefault("KERAS_BACKEND", "torch")
    os.environ["KERAS_TORCH_DEVICE"] = chosen_device
    file = path or default_path(course, found, Path.cwd())
    submission = read_submission(file, found)
    for note in submission.notes:
        say(note)
    if submission.problem is not None:
        fail(render(submission.problem, language()), STUDENTS_FAULT)
    out = out_path or (file if file.is_dir() else file.parent) / f"{found.slug}-training"
    with claimed(out):
        digits = load(find_place(data_path))
        plan = Plan(
            epochs=epochs or epochs_of(training, digits),
            batch_size=batch_size or training.batch_size,
            learning_rate=learning_rate or training.learning_rate,
            device=chosen_device,
            seed=seed,
        )
        say(text("Training on {device} with {source}.", device=plan.device, source=SOURCES[digits.source.value]))
        try:
            learner = learner_of(training.framework, module_of(found.module, submission.source), found.filename, plan)
            history, weights = _practise(learner, digits, plan, found)
            _keep(out, history, weights, digits)
            _tell_disagreement(learner, digits, history)
        except StudentFault as fault:
            lines = [printable(line) for line in fault.lines.splitlines()]
            fail("\n".join([render(fault.message, language()), *lines]), STUDENTS_FAULT)
    if history.epochs < plan.epochs:
        sys.exit(STOPPED)


def _training_of(assignment: "Assignment") -> "Training":
    if assignment.training is None:
        raise UsageError(
            text(
                "There is nothing to train in {slug}: `cnnlab train` is for assignments that have [training] in their "
                "assignment.toml. Try your file with `cnnlab check {slug}`.",
                slug=assignment.slug,
            )
        )
    return assignment.training


def _demand_packages(assignment: "Assignment") -> None:
    """Say what is missing before anything is trained."""
    for package in (*assignment.imports, "torch", "matplotlib"):
        if importlib.util.find_spec(package) is None:
            raise PackageUnavailable(
                text(
                    "`cnnlab train` needs the package {package}, which is not installed here. "
                    "Install it with: pip install 'cnnlab[{extra}]'",
                    package=package,
                    extra=EXTRAS.get(package, "torch"),
                )
            )


def _practise(
    learner: "Learner", digits: "Digits", plan: "Plan", assignment: "Assignment"
) -> "tuple[History, Mapping[str, NDArray[Any]]]":
    """Train behind a bar that moves with every batch, and says loss and accuracy several times in an epoch."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from cnnlab.networks.practice import batches_per_epoch, practise

    per_epoch = batches_per_epoch(digits, plan)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(render(text("Training"), language()), total=plan.epochs * per_epoch)

        def on_point(point: "Point") -> None:
            description = text(
                "Epoch {epochs}: loss {loss}, accuracy {accuracy} % on held-out digits",
                epochs=f"{point.epochs:.2f}",
                loss=f"{point.training_loss:.4f}",
                accuracy=f"{100 * point.held_out.accuracy:.2f}",
            )
            bar.update(task, description=render(description, language()))

        return practise(learner, digits, plan, assignment.slug, lambda done: bar.update(task, completed=done), on_point)


def _keep(out: Path, history: "History", weights: "Mapping[str, NDArray[Any]]", digits: "Digits") -> None:
    """Write the folder, and say what came of it all."""
    from cnnlab.networks.history import images_in, mistakes_in
    from cnnlab.networks.pictures import draw_all, lettering
    from cnnlab.networks.training_folder import keep

    letters = lettering(language())
    keep(out, history, weights, draw_all(history, digits.test, letters))
    if history.epochs < history.plan.epochs:
        say(text("Stopped after {epochs} epochs; what was reached is kept.", epochs=f"{history.epochs:.2f}"))
    say(
        text(
            "After epoch {epochs} ({seconds} s) the network recognises {accuracy} % of the test digits; {mistakes} of {images} are misread.",
            epochs=f"{history.epochs:.4g}",
            seconds=f"{history.seconds:.1f}",
            accuracy=f"{100 * history.test.accuracy:.2f}",
            mistakes=f"{mistakes_in(history):,}",
            images=f"{images_in(history):,}",
        )
    )
    if letters.language is not language():
        say(
            text(
                "The pictures are labelled in English, because no font here has Hangul. "
                "Install one, such as Noto Sans CJK or NanumGothic, for Korean labels."
            )
        )
    say(
        text(
            "{folder} holds weights.npz, history.json, and as SVG and PNG: curves, confusion, misread.",
            folder=out,
        )
    )


def _tell_disagreement(learner: "Learner", digits: "Digits", history: "History") -> None:
    from cnnlab.networks.scoring import disagreement

    told = disagreement(learner, digits.test, history.test)
    if told is not None:
        say(told)
