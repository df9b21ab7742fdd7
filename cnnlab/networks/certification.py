"""Certifying a network: everything that counts is found out here.

    exported graph -> demands -> initial weights of ours -> training, here, part by part -> accuracy, here
                                                               the student's code repeats some parts: the same weights?

What crosses to the student's process is training images, labels and weights. What comes back is compared and then forgotten: the
weights that are measured are ours. Neither the graded images nor any label of theirs leaves this process.
"""

import itertools
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.course.certificate import Certificate, LayerOfNetwork, Measured
from cnnlab.messages import Text, text
from cnnlab.networks import audit, measuring
from cnnlab.networks.audit import Part
from cnnlab.networks.demands import demand, layers_of, parameter_count
from cnnlab.networks.description import describe
from cnnlab.networks.framework import Framework
from cnnlab.networks.graph import Graph, Unacceptable
from cnnlab.networks.initial import initial_weights
from cnnlab.networks.plan import parts_of
from cnnlab.networks.reading import read_graph, read_weights
from cnnlab.networks.replay import measure
from cnnlab.networks.task import Generate, Task
from cnnlab.sandbox.replies import Reply, Returned

Weights = Mapping[str, NDArray[Any]]
History = list[tuple[Weights, Weights, Part]]
MAX_BATCHES = 1_000_000

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
    history: History = field(default_factory=list)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        started = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - started


def certify(
    ask: Ask,
    task: Task,
    generate: Generate,
    own: np.random.Generator,
    explain: Callable[[Reply], Text],
    tell: Tell = lambda _: None,
) -> Certificate:
    """Train a student's network as the student's code does, and measure it.

    Args:
        ask: calls a function of the assignment's driver, `exported` or `trained`, in the student's process.
        task: digits and plan.
        generate: random numbers of ours for a purpose, the same for the whole class.
        own: random numbers for this submission alone: which parts its code repeats.
        explain: what to tell a student whose code did not return.
        tell: is told how training goes.
    """
    trial = _Trial()
    try:
        with trial.timed("export"):
            graph, learning, given = _exported(ask, task, trial)
        _train(ask, task, trial, learning, given, generate, tell)
        for number in audit.chosen(len(trial.history), own):
            _repeat(ask, trial, learning, number, task.framework)
        with trial.timed("measuring"):
            return _measured(graph, task, trial)
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
    if layers_of(graphs[0]) != layers_of(graphs[1]):
        raise Unacceptable(
            text(
                "Your network has other layers in training than in evaluation; only dropout and normalisation may differ."
            )
        )
    return graphs[0], graphs[1], given


def _train(ask: Ask, task: Task, trial: _Trial, graph: Graph, given: Weights, generate: Generate, tell: Tell) -> None:
    """Train part by part until the held-out digits are known well enough, or the plan or the time is over."""
    plan = task.training
    weights: Weights = initial_weights(graph, given, generate("initial weights"))
    plan_ahead = parts_of(task, generate)
    for number in itertools.count():
        with trial.timed("loading"):
            part = next(plan_ahead, None)
        if part is None:
            break
        if trial.history and sum(trial.seconds.values()) > plan.seconds:
            # What was reached before counts.
            trial.notes.append(text("Training was stopped after {seconds} s.", seconds=f"{plan.seconds:g}"))
            break
        with trial.timed("training"):
            after, loss = audit.train(graph, weights, part, task.framework)
        trial.history.append((weights, after, part))
        weights = after
        if number == 0:
            # At once: a loop that is wrong is wrong from its first batches on, and need not be waited for.
            _repeat(ask, trial, graph, 0, task.framework)
        done = (number + 1) / plan.parts
        if (number + 1) % max(plan.parts // 4, 1) == 0:
            with trial.timed("measuring"):
                guesses = measuring.answers(graph, weights, task.held_out, task.framework, task.device)
            trial.curve.append(Measured(done, loss, measuring.accuracy(guesses, task.digits.held_out.labels)))
            tell(trial.curve[-1])
            if trial.curve[-1].held_out >= task.levels.stop_at:
                break


def _repeat(ask: Ask, trial: _Trial, graph: Graph, number: int, framework: Framework) -> None:
    """Let the student's code train a part.

    Raises:
        Unacceptable: where its weights come out differently.
    """
    before, due, part = trial.history[number]
    with trial.timed("student's code"):
        reply = ask("trained", before, part.pixels, part.labels, part.batch_size, list(part.learning_rates), part.seed)
    theirs = _trained(_returned(reply), before, part.first)
    if not audit.agrees(graph, before, due, theirs, framework):
        raise Unacceptable(
            text(
                "Trained by your code, the weights of your network did not follow the gradient of the loss from batch to batch "
                "(in part {part} of the training), so its accuracy is not certified. {advice}",
                advice=framework.advice,
                part=number + 1,
            )
        )


def _trained(value: Any, before: Weights, batches: int) -> Weights:
    """The weights of a part, as the student's process has them.

    Raises:
        Unacceptable: where they are none.
    """
    if not isinstance(value, dict):
        raise Unacceptable(text("What came back as the trained weights is none."))
    broken = value.get("broken")
    after = read_weights(value.get("weights"), before)
    if type(broken) is int and 0 <= broken < MAX_BATCHES:
        step = batches + broken + 1
        raise Unacceptable(text("The weights became NaN (not a number) in step {step} of training.", step=step))
    if not _finite(after):
        raise Unacceptable(text("The weights became NaN (not a number) in training."))
    return after


def _finite(weights: Weights) -> bool:
    return all(bool(np.isfinite(each).all()) for each in weights.values())


def _returned(reply: Reply) -> Any:
    if not isinstance(reply, Returned):
        raise Ended(reply)
    return reply.value


def _measured(graph: Graph, task: Task, trial: _Trial) -> Certificate:
    _, weights, _ = trial.history[-1]
    labels = task.digits.test.labels
    guesses = measuring.answers(graph, weights, task.graded, task.framework, task.device)
    return _certificate(
        task,
        trial,
        accuracy=measuring.accuracy(guesses, labels),
        confusion=measuring.confusion(guesses, labels),
    )
