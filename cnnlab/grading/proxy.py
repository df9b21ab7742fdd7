"""The fixture `student`: looks like the student's module, runs in another process, remembers its calls."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

import numpy as np

from cnnlab.course import Group
from cnnlab.grading.arguments import Arguments, arguments
from cnnlab.grading.explanation import Circumstances, explain, name_of
from cnnlab.grading.failure import CheckFailure
from cnnlab.messages import text
from cnnlab.sandbox.replies import Raised, Reply, Returned
from cnnlab.sandbox.student import StudentCode


@dataclass(frozen=True)
class Call:
    """One call of a check and what came of it."""

    function: str
    arguments: Arguments
    reply: Reply


class Student:
    """`student.max_pool2d(x, 2)` returns the student's value or ends the check with what went wrong."""

    def __init__(self, code: StudentCode, circumstances: Circumstances) -> None:
        self._code = code
        self._circumstances = circumstances
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> "StudentFunction":
        if name.startswith("_"):
            raise AttributeError(name)
        return StudentFunction(name, self._run, self._circumstances)

    def replay(self) -> None:
        """Ask questions of this check once more: a function answers the same question in the same way.

        The first, the middle and the last one are enough: what depends on earlier calls or on chance shows in them.

        Raises:
            CheckFailure: where an answer changed.
        """
        places = sorted({0, len(self.calls) // 2, len(self.calls) - 1} & set(range(len(self.calls))))
        for call in (self.calls[place] for place in places):
            again = self._code.call(call.function, call.arguments.args, call.arguments.kwargs)
            if not same_reply(again, call.reply):
                raise CheckFailure(
                    text(
                        "{function} gave two different answers to the same call. Its answer may depend on nothing but its "
                        "arguments: not on random numbers, earlier calls or global variables.",
                        function=self.shown(call.function),
                    )
                )

    def shown(self, function: str) -> str:
        """What the student calls a function: a driver's stands for one of theirs."""
        return self._circumstances.assignment.stands_for.get(function, function)

    def _run(self, function: str, call: Arguments) -> Reply:
        reply = self._code.call(function, call.args, call.kwargs)
        # A copy: what a check does to its arrays afterwards must not change what was asked.
        self.calls.append(Call(function, _copied(call), reply))
        return reply


def _copied(call: Arguments) -> Arguments:
    return Arguments(
        tuple(map(_copied_value, call.args)), {name: _copied_value(each) for name, each in call.kwargs.items()}
    )


def _copied_value(value: Any) -> Any:
    if isinstance(value, (int, float, str, type(None))):
        return value
    return value.copy() if isinstance(value, np.ndarray) else copy.deepcopy(value)


class StudentFunction:
    """One function of the student's module."""

    def __init__(self, name: str, run: Callable[[str, Arguments], Reply], circumstances: Circumstances) -> None:
        self._name = name
        self._run = run
        self._circumstances = circumstances
        self._last = arguments()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The value that the student's function returns.

        Raises:
            CheckFailure: where it does not return.
        """
        reply = self.reply(*args, **kwargs)
        if not isinstance(reply, Returned):
            self.fail(reply)
        return reply.value

    def reply(self, *args: Any, **kwargs: Any) -> Reply:
        """What came of the call, as data."""
        self._last = arguments(*args, **kwargs)
        return self._run(self._name, self._last)

    def fail(self, reply: Reply) -> NoReturn:
        """End the check with what went wrong in the last call.

        Raises:
            CheckFailure: always.
        """
        outcome, message = explain(reply, self._name, self._last, self._circumstances)
        raise CheckFailure(message, outcome)

    def name_of(self, raised: Raised) -> str:
        """The name of an exception, as far as it may be shown."""
        return name_of(raised, self._circumstances.group is Group.PUBLIC)


def same_reply(one: Reply, other: Reply) -> bool:
    """Whether two replies are the same to the last bit."""
    if isinstance(one, Raised) and isinstance(other, Raised):
        return one.families == other.families
    if isinstance(one, Returned) and isinstance(other, Returned):
        return one.mutated == other.mutated and _identical(one.value, other.value)
    return type(one) is type(other)


def _identical(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.shape, one.dtype.str, one.tobytes()) == (other.shape, other.dtype.str, other.tobytes())
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(_identical, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(_identical(one[key], other[key]) for key in one)
    if isinstance(one, float):
        return np.float64(one).tobytes() == np.float64(other).tobytes()
    same: bool = one == other
    return same
