"""Certifying a network: the student's code trains it in its own process, and everything that counts is found out here.

    exported graph -> demands -> initial weights of ours -> parts of training (student) -> some parts again (here)
                                                         -> accuracy on digits that no student's process has seen (here)

What crosses to the student's process is training images, labels and weights; what comes back is weights. Neither the graded
images nor any label of theirs leaves this process.
"""

import itertools
import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.course.certificate import Certificate, LayerOfNetwork, Measured
from cnnlab.messages import Text, text
from cnnlab.networks import audit, measuring
from cnnlab.networks.audit import Part
from cnnlab.networks.demands import MAX_BLIND, blinded, demand, parameter_count, sliding
from cnnlab.networks.description import describe
from cnnlab.networks.framework import Framework
from cnnlab.networks.graph import Feed, Graph, Unacceptable
from cnnlab.networks.initial import initial_weights
from cnnlab.networks.plan import parts_of
from cnnlab.networks.reading import read_graph, read_weights
from cnnlab.networks.replay import measure
from cnnlab.networks.task import Generate, Task
from cnnlab.sandbox.replies import Reply, Returned

Weights = Mapping[str, NDArray[Any]]
History = list[tuple[Weights, Weights, Part]]
Ask = Callable[..., Reply]
Tell = Callable[[Measured], None]


class Ended(Exception):
    """The student's code did not return; carries what came of the call."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply)
        self.reply = reply


@dataclass
class _Trial:
    """What is known so far about one network."""

    seconds: dict[str, float] = field(default_factory=dict)
    layers: tuple[LayerOfNetwork, ...] = ()
    parameters: int = 0
    curve: list[Measured] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        started = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - started


def certify(
    ask: Ask, task: Task, generate: Generate, explain: Callable[[Reply], Text], tell: Tell = lambda _: None
) -> Certificate:
    """Train a student's network with the student's code, and measure it.

    Args:
        ask: calls a function of the assignment's driver, `exported` or `trained`, in the student's process.
        task: digits and plan.
        generate: random numbers of ours for a purpose; the same for the same submission.
        explain: what to tell a student whose code did not return.
        tell: is told how training goes.
    """
    trial = _Trial()
    try:
        with trial.timed("export"):
            graph, learning, given = _exported(ask, task, trial)
        weights, history = _train(ask, task, trial, learning, given, generate, explain, tell)
        with trial.timed("audit"):
            _audit(learning, history, _later_parts(learning, history, generate), task.framework)
        with trial.timed("measuring"):
            return _measured(graph, weights, task, trial)
    except Unacceptable as refused:
        return _certificate(task, trial, refusal=refused.reason)
    except Ended as ended:
        return _certificate(task, trial, refusal=explain(ended.reply))


def _certificate(task: Task, trial: _Trial, **found: Any) -> Certificate:
    return Certificate(
        source=task.digits.source.value,
        device=task.device,
        images=len(task.graded),
        parameters=trial.parameters,
        layers=trial.layers,
        curve=tuple(trial.curve),
        seconds=trial.seconds,
        notes=tuple(trial.notes),
        steps=task.levels.steps,
        **found,
    )


def _exported(ask: Ask, task: Task, trial: _Trial) -> tuple[Graph, Graph, Weights]:
    """The network as it computes in evaluation and in training, and its weights, of which names and shapes matter."""
    graphs = []
    given: Weights = {}
    for in_training in (False, True):
        value = _returned(ask("exported", in_training))
        if not isinstance(value, dict):
            raise Unacceptable(text("What came back as the exported network is none."))
        graph = read_graph(value.get("graph"))
        given = read_weights(value.get("weights"))
        shapes = {name: array.shape for name, array in given.items()}
        steps = measure(graph, shapes, task.framework.shape)
        demand(graph, steps, shapes, task.training.max_parameters)
        if not in_training:
            trial.parameters = parameter_count(graph, shapes)
            trial.layers = describe(graph, steps, shapes)
        graphs.append(graph)
    return graphs[0], graphs[1], given


def _train(
    ask: Ask,
    task: Task,
    trial: _Trial,
    graph: Graph,
    given: Weights,
    generate: Generate,
    explain: Callable[[Reply], Text],
    tell: Tell,
) -> tuple[Weights, History]:
    """Train part by part until the held-out digits are known well enough, or the plan or the time is over."""
    plan = task.training
    weights: Weights = initial_weights(graph, given, generate("initial weights"))
    history: History = []
    plan_ahead = parts_of(task, generate)
    for number in itertools.count():
        with trial.timed("loading"):
            part = next(plan_ahead, None)
        if part is None:
            break
        if sum(trial.seconds.values()) > plan.seconds:
            trial.notes.append(text("Training was stopped after {seconds} s.", seconds=f"{plan.seconds:g}"))
            break
        with trial.timed("training"):
            reply = ask(
                "trained", weights, part.pixels, part.labels, part.batch_size, list(part.learning_rates), part.seed
            )
        if not isinstance(reply, Returned) and history:
            # What was reached before counts.
            trial.notes.append(explain(reply))
            break
        after, loss = _trained(_returned(reply), weights, sum(_batches(each) for *_, each in history))
        history.append((weights, after, part))
        weights = after
        if number == 0:
            # At once: a loop that is wrong is wrong from its first batches on, and need not be waited for.
            with trial.timed("audit"):
                _audit(graph, history, [0], task.framework)
        done = (number + 1) / plan.parts
        if (number + 1) % max(plan.parts // 4, 1) == 0:
            with trial.timed("measuring"):
                guesses = measuring.answers(graph, weights, task.held_out, task.framework, task.device)
            trial.curve.append(Measured(done, loss, measuring.accuracy(guesses, task.digits.held_out.labels)))
            tell(trial.curve[-1])
            if trial.curve[-1].held_out >= task.levels.stop_at:
                break
    return weights, history


def _batches(part: Part) -> int:
    return -(-len(part.pixels) // part.batch_size)


def _trained(value: Any, before: Weights, batches: int) -> tuple[Weights, float]:
    """The weights and the loss of a part.

    Raises:
        Unacceptable: where they are none.
    """
    if not isinstance(value, dict):
        raise Unacceptable(text("What came back as the trained weights is none."))
    broken, loss = value.get("broken"), value.get("loss")
    after = read_weights(value.get("weights"), before)
    if (type(broken) is int and broken >= 0) or not _finite(after):
        number = batches + broken + 1 if type(broken) is int and broken >= 0 else None
        raise Unacceptable(
            text("The weights became NaN (not a number) in step {step} of training.", step=number)
            if number is not None
            else text("The weights became NaN (not a number) in training.")
        )
    return after, loss if isinstance(loss, float) else math.nan


def _finite(weights: Weights) -> bool:
    return all(bool(np.isfinite(each).all()) for each in weights.values())


def _returned(reply: Reply) -> Any:
    if not isinstance(reply, Returned):
        raise Ended(reply)
    return reply.value


def _audit(graph: Graph, history: History, numbers: Iterable[int], framework: Framework) -> None:
    """Repeat parts of the training.

    Raises:
        Unacceptable: where one does not come out as it did in the student's process.
    """
    for number in numbers:
        before, after, part = history[number]
        if not audit.follows_gradient(graph, before, after, part, framework):
            raise Unacceptable(
                text(
                    "The weights of your network did not follow the gradient of the loss from batch to batch (part {part} of "
                    "training was repeated and came out differently), so its accuracy is not certified. {advice}",
                    advice=framework.advice,
                    part=number + 1,
                )
            )


def _later_parts(graph: Graph, history: History, generate: Generate) -> list[int]:
    """Which parts to repeat besides the first, which was repeated at once."""
    names = [each.target for each in graph.weights if each.feed is Feed.PARAMETER]
    moves = [audit.distance(before, after, names) for before, after, _ in history]
    return [number for number in audit.chosen(moves, generate("audit")) if number]


def _measured(graph: Graph, weights: Weights, task: Task, trial: _Trial) -> Certificate:
    labels = task.digits.test.labels
    guesses = measuring.answers(graph, weights, task.graded, task.framework, task.device)
    shapes = {name: array.shape for name, array in weights.items()}
    convolutions = sliding(graph, measure(graph, shapes, task.framework.shape), shapes)
    some = slice(0, 1000)
    blind = measuring.answers(blinded(graph, convolutions), weights, task.graded[some], task.framework, task.device)
    if measuring.accuracy(blind, labels[some]) > MAX_BLIND:
        raise Unacceptable(
            text(
                "Your network recognises digits even where its convolutions see nothing, so it is not they that recognise. "
                "Let everything that the last layer gets come through the convolutions."
            )
        )
    return _certificate(
        task,
        trial,
        accuracy=measuring.accuracy(guesses, labels),
        confusion=measuring.confusion(guesses, labels),
    )
