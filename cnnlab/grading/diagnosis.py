"""Which misconception, if any, explains a failed check; and a small example of the failure.

A misconception explains a check when it gives the student's very answers to the check's calls, is wrong on them, and keeps
agreeing with the student on further small inputs. Two that agree there as well are not told apart: silence is better
than a wrong hint.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from cnnlab.course import Counterexample
from cnnlab.grading.arguments import Arguments, show_call, show_value
from cnnlab.grading.comparison import describe_kind, difference
from cnnlab.grading.explanation import cut, name_of
from cnnlab.grading.numbering import arrays_of
from cnnlab.grading.proxy import Call
from cnnlab.grading.solution import Solution, Trial
from cnnlab.messages import Text, text
from cnnlab.sandbox.replies import Deadly, Raised, Reply, Returned

MIN_AGREEMENT = 0.9
MIN_WITNESSES = 2
MAX_KEPT = 64 * 1024

Ask = Callable[[str, Arguments], Reply]


class Diagnosis:
    """Looks into one submission's failures. Its answers to small inputs are asked for once."""

    def __init__(self, solution: Solution, ask: Ask) -> None:
        self._solution = solution
        self._ask = ask
        self._answers: dict[str, list[tuple[Trial, Reply]]] = {}
        self._mistakes: dict[str, list[tuple[Trial, Reply]]] = {}
        self._agree = solution.agree

    def misconception(self, calls: Sequence[Call]) -> str | None:
        """The name of the one misconception that explains the calls of a failed check."""
        asked = [(call.reply, self._solution.answers(call.function, call.arguments)) for call in calls]
        if all(self._agree(reply, answers.right) for reply, answers in asked):
            return None
        explaining = [
            name
            for name in self._solution.misconceptions
            # The student's very answers, wrong ones among them.
            if all(self._agree(reply, answers.mistaken(name)) for reply, answers in asked)
        ]
        agreement = {name: self._agreement(name, {call.function for call in calls}) for name in explaining}
        return _clear_winner(agreement)

    def counterexample(self, calls: Sequence[Call]) -> Counterexample | None:
        """A small call, none of the check's, on which the student differs from the reference."""
        if not calls:
            return None
        failing = calls[-1]
        if not isinstance(failing.reply, (Returned, Raised)):
            return None
        found = self._wrong(failing.function)
        form = _form(failing.arguments)
        others = (
            pair
            for pair in sorted(found, key=lambda pair: _form(pair[0].arguments) != form)
            if not any(_same_call(pair[0].arguments, call.arguments) for call in calls)
        )
        trial, reply = next(others, (None, None))
        if trial is None or reply is None:
            return None
        shown = self._solution.assignment.stands_for.get(failing.function, failing.function)
        return Counterexample(
            call=show_call(shown, trial.arguments),
            expected=_show_expected(trial.answers.right),
            got=_show_got(reply, self._solution.assignment.filename),
            arrays=arrays_of(self._solution.named(failing.function, trial.arguments), trial.answers.right, reply),
        )

    def _agreement(self, name: str, functions: set[str]) -> float:
        """The share of the misconception's mistakes on small inputs that the student makes too."""
        witnesses = [
            (trial, reply)
            for function in functions
            for trial, reply in self._answered(function)
            if name in trial.telling
        ]
        if len(witnesses) < MIN_WITNESSES:
            return 0.0
        return sum(self._agree(reply, trial.answers.mistaken(name)) for trial, reply in witnesses) / len(witnesses)

    def _wrong(self, function: str) -> list[tuple[Trial, Reply]]:
        """The small inputs that the student's function answers, and wrongly."""
        if function not in self._mistakes:
            self._mistakes[function] = [
                (trial, reply)
                for trial, reply in self._answered(function)
                if not self._agree(reply, trial.answers.right)
                and not (isinstance(reply, Raised) and "NotImplementedError" in reply.families)
            ]
        return self._mistakes[function]

    def _answered(self, function: str) -> list[tuple[Trial, Reply]]:
        if function not in self._answers:
            pairs: list[tuple[Trial, Reply]] = []
            for trial in self._solution.trials(function):
                reply = _bounded(self._ask(function, trial.arguments))
                pairs.append((trial, reply))
                if isinstance(reply, Deadly):
                    break
            self._answers[function] = pairs
        return self._answers[function]


def _bounded(reply: Reply) -> Reply:
    """A reply that can be kept: answers to small inputs are small, and a large one is wrong whatever it holds."""
    if isinstance(reply, Returned) and isinstance(reply.value, np.ndarray) and reply.value.nbytes > MAX_KEPT:
        return replace(reply, value=text("an array of shape {shape}", shape=reply.value.shape))
    return reply


def _clear_winner(agreement: Mapping[str, float]) -> str | None:
    ranked = sorted(agreement.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < MIN_AGREEMENT:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]


def _form(call: Arguments) -> tuple[int, tuple[str, ...]]:
    return len(call.args), tuple(sorted(call.kwargs))


def _same_call(one: Arguments, other: Arguments) -> bool:
    values, others = ((*call.args, *call.kwargs.values()) for call in (one, other))
    same = [difference(a, b) is None for a, b in zip(values, others, strict=False)]
    return _form(one) == _form(other) and all(same)


def _show_expected(reply: Reply) -> str:
    if isinstance(reply, Raised):
        return f"{reply.type}: {reply.text}"
    return show_value(reply.value) if isinstance(reply, Returned) else ""


def _show_got(reply: Reply, file: str) -> Text:
    match reply:
        case Returned(mutated=True):
            return text(
                "{value}, and it changed the array it was given",
                value=cut(show_value(reply.value), 600),
            )
        case Returned(value=Text() as shape):
            return shape
        case Returned(value=np.ndarray() as value) if not value.size:
            return describe_kind(value)
        case Returned():
            return text("{value}", value=cut(show_value(reply.value), 600))
        case Raised():
            return text(
                "{type}: {words} ({file}, line {number})",
                type=name_of(reply, own_words=True),
                words=cut(reply.text),
                file=file,
                number=reply.number,
            )
        case _:
            return text("no answer: the program was stopped or ended")
