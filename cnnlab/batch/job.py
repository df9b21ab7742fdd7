"""What every worker of a batch has to know, by value: it may sit on another machine."""

from dataclasses import dataclass, replace
from pathlib import Path

from cnnlab.course import Assignment, Course, catalogue
from cnnlab.errors import Fault
from cnnlab.gradebook.key import version_of
from cnnlab.grading.session import Settings
from cnnlab.messages import text
from cnnlab.networks.location import Place
from cnnlab.sandbox.confinement import Layer


@dataclass(frozen=True)
class Job:
    """What to grade with. `seconds` is a limit for each submission in place of the assignment's, `version` what the course must be."""

    course: Path
    slug: str
    layers: frozenset[Layer]
    seed: int | None = None
    seconds: float | None = None
    place: Place | None = None
    device: str = "auto"
    version: str = ""


def settings_of(job: Job) -> Settings:
    """How a session grades."""
    return Settings(seed=job.seed, layers=job.layers, place=job.place, device=job.device)


def limited(assignment: Assignment, seconds: float | None) -> Assignment:
    """The assignment with another limit for a whole submission."""
    if seconds is None:
        return assignment
    limits = assignment.limits
    return replace(
        assignment,
        limits=replace(limits, submission_seconds=seconds, call_seconds=min(limits.call_seconds, seconds)),
    )


def read_job(job: Job) -> tuple[Course, Assignment]:
    """Course and assignment, as they are on this machine.

    Raises:
        Fault: where they are not those that the batch was started with.
    """
    course = catalogue.read_course(job.course)
    assignment = limited(catalogue.find(course, job.slug), job.seconds)
    if job.version and version_of(course, assignment, settings_of(job)) != job.version:
        raise Fault(
            text(
                "{slug} in {path} is not what this batch was started with: its grader or its limits have changed meanwhile, "
                "or a worker sees another course. Run the command again.",
                slug=job.slug,
                path=job.course,
            )
        )
    return course, assignment
