"""Certifying a submission's network within a session: digits are loaded once for a class, each student gets a fresh child."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cnnlab.course import Assignment, Certificate, Levels, Measured, Training, catalogue
from cnnlab.course.accuracy_file import read_levels
from cnnlab.grading.arguments import arguments
from cnnlab.grading.explanation import Circumstances, explain
from cnnlab.grading.seeding import generator
from cnnlab.messages import Text
from cnnlab.sandbox.replies import Reply
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import Driver, StudentCode, Times

if TYPE_CHECKING:
    import numpy as np

    from cnnlab.networks.location import Place
    from cnnlab.networks.task import Task

ACCURACY_FILE = "accuracy.toml"


def driver_of(assignment: Assignment) -> Driver:
    """What runs beside student code of this assignment."""
    limits = assignment.limits
    source = assignment.driver.read_text(encoding="utf-8") if assignment.driver.is_file() else ""
    return Driver(source, limits.threads, limits.reply_mb)


@dataclass(frozen=True)
class TrainingSettings:
    """How networks are trained and measured. `device` is where the grader measures; the student's process has the CPU. `place` None finds the digits by itself, `levels` None reads those of the course.

    `tell` hears how training goes. In a `rehearsal` a network is trained a little, to see whether it can be.
    """

    place: "Place | None" = None
    levels: Levels | None = None
    tell: Callable[[Measured], None] = lambda _: None
    rehearsal: bool = False
    device: str = "auto"


class Certifier:
    """Trains and measures one submission's network after another."""

    def __init__(
        self,
        assignment: Assignment,
        training: Training,
        server: ForkServer,
        seed: str,
        settings: TrainingSettings,
    ) -> None:
        self._assignment = assignment
        self._training = training
        self._server = server
        self._seed = seed
        self._settings = settings
        self._task: Task | None = None

    def certify(self, source: str, circumstances: Circumstances) -> Certificate:
        """Train a network and measure it. A network that cannot be certified has a certificate too, which says why.

        Raises:
            DataUnavailable: where there are no digits to train on.
            CourseError: where there are no levels of accuracy for these digits.
        """
        from cnnlab.networks.certification import certify

        task = self._prepared()
        plan, limits = self._training, self._assignment.limits
        # Which parts of training a submission's code repeats depends on the submission; the rest is the same for the class.
        fingerprint = hashlib.sha256(source.encode("utf-8", "backslashreplace")).hexdigest()
        times = Times(plan.part_seconds, plan.seconds + plan.part_seconds)
        module = self._assignment.module
        with StudentCode(self._server, module, source, times, limits.memory_mb, driver_of(self._assignment)) as code:
            last = ""

            def ask(function: str, *args: object) -> Reply:
                nonlocal last
                last = function
                return code.call(function, args, {})

            def why(reply: Reply) -> Text:
                return explain(reply, last, arguments(), circumstances)[1]

            return certify(
                ask,
                task,
                self._generate,
                self._generate(f"repeated parts of {fingerprint}"),
                why,
                self._settings.tell,
            )

    def forget(self) -> None:
        """Let go of the digits: pytest keeps what belonged to a session for longer than that."""
        self._task = None

    def _generate(self, purpose: str) -> "np.random.Generator":
        return generator(self._seed, self._assignment.slug, purpose)

    def _prepared(self) -> "Task":
        if self._task is None:
            from cnnlab.networks.device import choose_device
            from cnnlab.networks.loading import load
            from cnnlab.networks.location import find_place
            from cnnlab.networks.task import prepare, rehearse
            from cnnlab.networks.workbench.processor import use_threads

            use_threads(self._assignment.limits.threads)
            digits = load(self._settings.place or find_place())
            path = catalogue.solution_folder(self._assignment) / ACCURACY_FILE
            task = prepare(
                digits,
                self._training,
                self._settings.levels or read_levels(path, digits.source.value),
                self._generate,
                choose_device(self._settings.device),
            )
            self._task = rehearse(task) if self._settings.rehearsal else task
        return self._task
