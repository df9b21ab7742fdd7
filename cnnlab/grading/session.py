"""Grading: one pytest session per grader, any number of submissions, a Report for each."""

import importlib.util
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from cnnlab.course import (
    Assignment,
    Check,
    Course,
    Group,
    Hint,
    Outcome,
    Report,
    Submission,
    catalogue,
)
from cnnlab.errors import CourseError, PackageUnavailable
from cnnlab.grading.certifying import Certifier, TrainingSettings, driver_of
from cnnlab.grading.diagnosis import Diagnosis
from cnnlab.grading.plugin import Finding, GradingPlugin, Question
from cnnlab.grading.solution import Reference, Solution
from cnnlab.grading.trusted_module import module_from_file, signatures
from cnnlab.messages import printable, text
from cnnlab.sandbox.confinement import INNER_LAYERS, Layer
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import StudentCode, Times

FULL_SCORE = 100
EXTRAS = {"torch": "torch", "torchvision": "torch", "keras": "keras"}
WORKBENCH = "cnnlab.networks.workbench"
# Plugins that a grader has no use for; without them a session starts in half the time.
SILENCED = [
    "cacheprovider",
    "debugging",
    "doctest",
    "faulthandler",
    "junitxml",
    "logging",
    "pastebin",
    "recwarn",
    "setuponly",
    "setupplan",
    "stepwise",
    "subtests",
    "terminal",
    "threadexception",
    "tmpdir",
    "unraisableexception",
    "warnings",
]
Deliver = Callable[[Report], None]


@dataclass(frozen=True)
class Settings(TrainingSettings):
    """How to grade. `seed` None takes the course's secret; no layers means no sandbox."""

    seed: int | None = None
    layers: frozenset[Layer] = INNER_LAYERS
    public_only: bool = False


def sandbox_name(layers: frozenset[Layer]) -> str:
    """What reports say about the sandbox."""
    return "+".join(sorted(layer.value for layer in layers)) or "none"


def grade(course: Course, assignment: Assignment, submission: Submission, settings: Settings | None = None) -> Report:
    """Grade one submission. Never raises for a student's fault.

    Raises:
        CourseError: where the grader is broken.
        Fault: where the sandbox fails.
    """
    reports: list[Report] = []
    grade_each(course, assignment, [submission], reports.append, settings)
    return reports[0]


def grade_each(
    course: Course,
    assignment: Assignment,
    submissions: Iterable[Submission],
    deliver: Deliver,
    settings: Settings | None = None,
) -> None:
    """Grade submissions as they come, with one warm fork server and one collected grader; deliver each report at once.

    Raises:
        CourseError: where the grader is broken.
        Fault: where the sandbox fails.
    """
    settings = settings or Settings()
    folders = [assignment.handout]
    if not settings.public_only:
        folders.append(catalogue.solution_folder(assignment) / "grader")
    with fork_server(assignment, settings.layers) as server:
        solution, certifier = None, None
        if not settings.public_only:
            seed = catalogue.secret(course) if settings.seed is None else str(settings.seed)
            solution = Solution(assignment, seed)
            if assignment.training is not None:
                certifier = Certifier(assignment, assignment.training, server, seed, settings)

        def work(plugin: GradingPlugin) -> None:
            _check_questions(assignment, plugin.questions, settings)
            for submission in submissions:
                deliver(_grade(assignment, submission, plugin, server, solution, settings))

        plugin = GradingPlugin(
            assignment,
            reference=Reference(solution) if solution else None,
            signatures=solution.signatures if solution else _starter_signatures(assignment),
            seed=seed if solution else "",
            certifier=certifier,
            work=work,
        )
        try:
            _run_pytest(course.root, folders, plugin)
        finally:
            if certifier is not None:
                certifier.forget()


def fork_server(assignment: Assignment, layers: frozenset[Layer] = INNER_LAYERS) -> ForkServer:
    """A fork server for student code of this assignment; this process is made ready for the packages as well.

    Raises:
        PackageUnavailable: naming a package that is not installed.
    """
    _demand_packages(assignment)
    # Read by OpenMP when torch is imported: threads that spin while they wait hold other programs up, and each other.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("KERAS_BACKEND", "torch")
    return ForkServer(assignment.imports, layers, [WORKBENCH] if assignment.driver.is_file() else [])


def _demand_packages(assignment: Assignment) -> None:
    """Say which extra holds a package that is not installed, before a process fails over it.

    Raises:
        PackageUnavailable: naming it.
    """
    for package in assignment.imports:
        if importlib.util.find_spec(package) is None:
            raise PackageUnavailable(
                text(
                    "{slug} needs the package {package}, which is not installed here. Install it with: pip install 'cnnlab[{extra}]'",
                    slug=assignment.slug,
                    package=package,
                    extra=EXTRAS.get(package, package),
                )
            )


def _starter_signatures(assignment: Assignment) -> dict[str, str]:
    return signatures(module_from_file(assignment.handout / assignment.filename))


def _run_pytest(root: Path, folders: list[Path], plugin: GradingPlugin) -> None:
    arguments = [
        "--rootdir",
        str(root),
        "--config-file",
        os.devnull,
        "--noconftest",
        "--import-mode=importlib",
    ]
    arguments += ["--assert=plain", "--capture=no", *(f"-pno:{name}" for name in SILENCED)]
    with _clean_pytest(folders):
        pytest.main([*arguments, *map(str, folders)], plugins=[plugin])
    if plugin.failure is not None:
        raise plugin.failure
    if not plugin.questions:
        raise CourseError(text("There are no checks in {folder}.", folder=folders[-1]))


@contextmanager
def _clean_pytest(folders: list[Path]) -> Iterator[None]:
    """No plugin from outside, and no module of this grader left for the next one."""
    kept = {name: os.environ.pop(name, None) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")}
    kept["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = writes
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        for name, module in list(sys.modules.items()):
            origin = getattr(module, "__file__", None)
            if origin and any(Path(origin).is_relative_to(folder) for folder in folders):
                del sys.modules[name]


def _check_questions(assignment: Assignment, questions: list[Question], settings: Settings) -> None:
    ids = [question.id for question in questions]
    twice = {each for each in ids if ids.count(each) > 1}
    if twice:
        raise CourseError(text("{slug}: two checks are called {name}.", slug=assignment.slug, name=min(twice)))
    total = sum(question.max_points for question in questions)
    if not settings.public_only and total != FULL_SCORE:
        raise CourseError(
            text(
                "{slug}: the checks are worth {total} points together; they must be worth {full}.",
                slug=assignment.slug,
                total=total,
                full=FULL_SCORE,
            )
        )


def _grade(
    assignment: Assignment,
    submission: Submission,
    plugin: GradingPlugin,
    server: ForkServer,
    solution: Solution | None,
    settings: Settings,
) -> Report:
    started = time.monotonic()
    questions = sorted(plugin.questions, key=lambda question: question.group is Group.HIDDEN)
    printed = ""
    plugin.begin(submission.source)
    if submission.problem is not None:
        checks = [_check(question, Finding(Outcome.ERROR, submission.problem)) for question in questions]
    else:
        with _start(assignment, submission, server) as code:
            code.load()
            findings = [(each, plugin.ask(each, code)) for each in questions if each.group is Group.PUBLIC]
            # Whatever is printed later may hold hidden inputs and is not shown.
            printed = code.printed()
            findings += [(each, plugin.ask(each, code)) for each in questions if each.group is Group.HIDDEN]
            # A fresh child answers the small inputs: it cannot have kept a hidden one.
            code.restart()
            diagnosis = (
                Diagnosis(solution, lambda name, call: code.call(name, call.args, call.kwargs)) if solution else None
            )
            checks = [_check(question, finding, diagnosis, solution) for question, finding in findings]
    return Report(
        assignment=assignment.slug,
        submission=submission.name,
        checks=tuple(checks),
        sandbox=sandbox_name(settings.layers),
        seconds=time.monotonic() - started,
        printed="\n".join(printable(line) for line in printed.splitlines()),
        notes=submission.notes,
        certificate=plugin.certified,
    )


def _start(assignment: Assignment, submission: Submission, server: ForkServer) -> StudentCode:
    limits = assignment.limits
    times = Times(limits.call_seconds, limits.submission_seconds)
    return StudentCode(server, assignment.module, submission.source, times, limits.memory_mb, driver_of(assignment))


def _check(
    question: Question,
    finding: Finding,
    diagnosis: Diagnosis | None = None,
    solution: Solution | None = None,
) -> Check:
    hint, counterexample, lesson = None, None, question.lesson
    explicable = finding.outcome in (Outcome.FAILED, Outcome.ERROR) and finding.calls
    if diagnosis and solution and explicable:
        name = diagnosis.misconception(finding.calls)
        if name is not None:
            misconception = solution.misconceptions[name]
            hint, lesson = Hint(name, misconception.feedback), misconception.lesson
        counterexample = diagnosis.counterexample(finding.calls)
    return Check(
        id=question.id,
        title=question.title,
        group=question.group,
        max_points=question.max_points,
        outcome=finding.outcome,
        message=finding.message,
        lesson=lesson,
        hint=hint,
        counterexample=counterexample,
    )
