"""What the teacher's side knows of an assignment: the reference, the misconceptions, and small inputs to try them on."""

import copy
import functools
import inspect
import types
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np

from cnnlab.course import Assignment, Misconception, catalogue
from cnnlab.grading.agreement import agreement_for
from cnnlab.grading.arguments import Arguments, fingerprint
from cnnlab.grading.seeding import generator
from cnnlab.grading.trusted_module import module_from_file, module_from_source, signatures
from cnnlab.sandbox.replies import Raised, Reply, Returned

MAX_SMALL_INPUTS = 80


@dataclass(frozen=True)
class Trial:
    """One small call and what the teacher's side makes of it; `telling` are the misconceptions that are wrong on it."""

    arguments: Arguments
    answers: "Answers"
    telling: frozenset[str]


class Answers:
    """What the reference and the misconceptions make of one call, each worked out when it is first asked for."""

    def __init__(self, work_out: Callable[[str | None], Reply]) -> None:
        self._work_out = functools.cache(work_out)

    @property
    def right(self) -> Reply:
        """The reference's."""
        return self._work_out(None)

    def mistaken(self, name: str) -> Reply:
        """A misconception's."""
        return self._work_out(name)


class Solution:
    """Loaded once for any number of submissions."""

    def __init__(self, assignment: Assignment, seed: str) -> None:
        self.assignment = assignment
        self._seed = seed
        source = catalogue.reference_source(assignment)
        self.reference = module_from_source(assignment.module, source, f"reference/{assignment.filename}")
        self.signatures = signatures(self.reference)
        self.driver = module_from_file(assignment.driver) if assignment.driver.is_file() else None
        self.misconceptions = {each.name: each for each in catalogue.misconceptions(assignment)}
        self.agree = agreement_for(assignment)
        self._answers: dict[tuple[object, ...], Answers] = {}
        self._trials: dict[str, list[Trial]] = {}

    @cached_property
    def _mistaken(self) -> dict[str, types.ModuleType]:
        return {each.name: self._module(each) for each in self.misconceptions.values()}

    @cached_property
    def _small_inputs(self) -> types.ModuleType:
        return module_from_file(catalogue.solution_folder(self.assignment) / "grader" / "small_inputs.py")

    def answers(self, function: str, call: Arguments) -> "Answers":
        """What the teacher's side makes of a call. A class of students asks the same again and again, so it is kept."""
        key = function, fingerprint(call)
        if key not in self._answers:
            self._answers[key] = Answers(lambda name: answer(self._known(name), function, call, self.driver))
        return self._answers[key]

    def _known(self, name: str | None) -> types.ModuleType:
        return self.reference if name is None else self._mistaken[name]

    def named(self, function: str, call: Arguments) -> Mapping[str, Any]:
        """The arguments of a call by name; by number where the reference cannot be called so."""
        try:
            signature = inspect.signature(_callable(self.reference, function, self.driver))
            return signature.bind(*call.args, **call.kwargs).arguments
        except (TypeError, ValueError):
            return {**{str(number): value for number, value in enumerate(call.args, 1)}, **call.kwargs}

    def trials(self, function: str) -> list[Trial]:
        """The small calls of a function, answered by the reference and by every misconception."""
        if function not in self._trials:
            calls = islice(self._calls(function), MAX_SMALL_INPUTS)
            self._trials[function] = [self._trial(function, call) for call in calls]
        return self._trials[function]

    def _trial(self, function: str, call: Arguments) -> Trial:
        answers = self.answers(function, call)
        telling = (name for name in self.misconceptions if not self.agree(answers.mistaken(name), answers.right))
        return Trial(call, answers, frozenset(telling))

    def _calls(self, function: str) -> Iterator[Arguments]:
        generate: Callable[[np.random.Generator], Iterator[Arguments]] | None = getattr(
            self._small_inputs, function, None
        )
        if generate is None:
            return iter(())
        return generate(generator(self._seed, self.assignment.slug, f"small inputs of {function}"))

    def _module(self, misconception: Misconception) -> types.ModuleType:
        path = f"misconceptions/{misconception.name}/{self.assignment.filename}"
        return module_from_source(self.assignment.module, misconception.source, path)


class Reference:
    """The fixture `reference`: the functions of the reference, called by the driver where there is one."""

    def __init__(self, solution: "Solution") -> None:
        self._solution = solution

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return _callable(self._solution.reference, name, self._solution.driver)


def _callable(module: types.ModuleType, function: str, driver: types.ModuleType | None) -> Callable[..., Any]:
    """A function of a module, or the driver's that stands for it."""
    driving = getattr(driver, function, None)
    found: Callable[..., Any] = functools.partial(driving, module) if driving else getattr(module, function)
    return found


def answer(module: types.ModuleType, function: str, call: Arguments, driver: types.ModuleType | None = None) -> Reply:
    """What a function of a trusted module makes of a call, in the terms in which a student's code answers."""
    given = copy.deepcopy(call)
    try:
        # What a library has to say about a wrong belief is no news to a teacher.
        with warnings.catch_warnings(action="ignore"):
            value = _callable(module, function, driver)(*given.args, **given.kwargs)
    except Exception as error:
        families = tuple(kind.__name__ for kind in type(error).__mro__)
        return Raised(type(error).__name__, families, str(error))
    return Returned(_plain(value), mutated=not _unchanged(given, call))


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def _unchanged(given: Arguments, call: Arguments) -> bool:
    pairs = zip((*given.args, *given.kwargs.values()), (*call.args, *call.kwargs.values()), strict=True)
    return all(one.tobytes() == other.tobytes() for one, other in pairs if isinstance(one, np.ndarray))
