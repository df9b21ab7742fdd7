"""Where the steps of accuracy should be: the reference is trained over many seeds, and the steps leave it room."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cnnlab.course import Assignment, Certificate, Group, Levels, Measured, catalogue
from cnnlab.course.accuracy_file import read_tables, write_levels
from cnnlab.errors import CourseError, UsageError
from cnnlab.grading.certifying import ACCURACY_FILE, Certifier, TrainingSettings
from cnnlab.grading.explanation import Circumstances
from cnnlab.grading.session import fork_server
from cnnlab.messages import text
from cnnlab.networks.location import Place

# The error that is allowed at each step, in units of that at the last one: at 1 % they are 97, 98, 98.5 and 99 %.
ERRORS = (3.0, 2.0, 1.5, 1.0)
SPARE = 3.0
GRAIN = 0.001
# A handout asks for a little more than is graded.
STRICTER = 0.001


@dataclass(frozen=True)
class Calibration:
    """What became of the reference, seed by seed, and the levels that follow. `published` are the steps for the handout."""

    source: str
    accuracies: tuple[float, ...]
    seconds: tuple[float, ...]
    levels: Levels
    published: tuple[float, ...]


def calibrate(
    assignment: Assignment,
    seeds: int,
    stop_at: float,
    place: Place | None,
    tell: Callable[[int, Measured], None],
    done: Callable[[int, float, float], None],
) -> Calibration:
    """Train the reference over seeds, as a student's network is trained, and write the levels beside the hidden grader.

    Args:
        assignment: one with [training].
        seeds: how many; 0, 1, 2 …
        stop_at: accuracy on held-out digits at which training ends, in calibration as in grading.
        place: where the digits are.
        tell: hears seed and progress.
        done: hears seed, accuracy and seconds.

    Raises:
        UsageError: where nothing is trained in this assignment.
        CourseError: where the reference is not certified, or the file that is there is broken.
    """
    if assignment.training is None:
        raise UsageError(text("Nothing is trained in {slug}: it has no [training].", slug=assignment.slug))
    path = catalogue.solution_folder(assignment) / ACCURACY_FILE
    read_tables(path)  # what is broken is said before anything is trained
    reference = catalogue.reference_source(assignment)
    circumstances = Circumstances(assignment, Group.HIDDEN, reference)
    certificates: list[Certificate] = []
    with fork_server(assignment) as server:
        for seed in range(seeds):
            levels = Levels(tuple(0.0 for _ in ERRORS), stop_at)
            settings = TrainingSettings(place, levels, partial(tell, seed))
            certifier = Certifier(assignment, assignment.training, server, str(seed), settings)
            certificate = certifier.certify(reference, circumstances)
            if certificate.refusal is not None:
                raise CourseError(
                    text("The reference of {slug} is not certified: no steps can be set by it.", slug=assignment.slug)
                )
            certificates.append(certificate)
            done(seed, certificate.accuracy, certificate.seconds["training"])
    accuracies = tuple(each.accuracy for each in certificates)
    source = certificates[0].source
    found = levels_for(accuracies, stop_at)
    write_levels(path, source, found)
    return Calibration(
        source,
        accuracies,
        tuple(each.seconds["training"] for each in certificates),
        found,
        tuple(round(step + STRICTER, 4) for step in found.steps),
    )


def levels_for(accuracies: Sequence[float], stop_at: float) -> Levels:
    """Steps that every one of these accuracies clears with three standard deviations to spare."""
    mean, lowest = statistics.fmean(accuracies), min(accuracies)
    deviation = statistics.stdev(accuracies) if len(accuracies) > 1 else 0.0
    # Even where the reference knows every digit: a step is less than 1, and so is what a handout asks for.
    last = min(int((lowest - SPARE * deviation) / GRAIN + 1e-9) * GRAIN, 1 - 2 * GRAIN)
    steps = tuple(round(1 - error * (1 - last), 4) for error in ERRORS)
    if steps[0] <= 0:
        raise CourseError(
            text("The reference reaches {accuracy} % only: no steps can be set by it.", accuracy=f"{100 * lowest:.1f}")
        )
    trained = f"{len(accuracies)} seeds: mean {mean:.4f}, standard deviation {deviation:.4f}, lowest {lowest:.4f}"
    return Levels(steps, stop_at, trained)


def path_of_levels(assignment: Assignment) -> Path:
    """Where the levels of an assignment are written."""
    return catalogue.solution_folder(assignment) / ACCURACY_FILE
