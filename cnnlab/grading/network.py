"""What a check may assert about a network: its exported graph, and the certificate of its training."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.course import Certificate, LayerOfNetwork, Outcome
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.proxy import Student
from cnnlab.messages import Text, text

# What `networks.operations` calls a layer, for people.
KINDS = {
    "convolution": text("convolution"),
    "max pooling": text("max pooling"),
    "average pooling": text("average pooling"),
    "global pooling": text("global pooling"),
    "fully connected": text("fully connected"),
    "ReLU": text("ReLU"),
    "activation": text("activation"),
    "softmax": text("softmax"),
    "normalisation": text("normalisation"),
    "dropout": text("dropout"),
    "flatten": text("flatten"),
}


@dataclass(frozen=True)
class Network:
    """A network as its graph shows it: layers in the order of computing, and how many numbers training may change.

    `sliding` counts the convolutions whose kernel is larger than a pixel and visits more than one place.
    """

    layers: tuple[LayerOfNetwork, ...]
    parameters: int
    sliding: int

    def shapes(self, kind: str) -> list[tuple[int, ...]]:
        """What one image looks like behind each layer of a kind, such as `convolution`."""
        return [layer.shape for layer in self.layers if layer.kind == kind]


def network_of(student: Student) -> Network:
    """The student's network from its exported graph.

    Raises:
        CheckFailure: where it cannot be exported, or is none that could be certified.
    """
    from cnnlab.networks.demands import parameter_count, sliding
    from cnnlab.networks.description import describe
    from cnnlab.networks.graph import Unacceptable
    from cnnlab.networks.reading import read_graph, read_weights
    from cnnlab.networks.replay import measure

    value = student.exported(False)
    try:
        value = _table(value)
        graph = read_graph(value.get("graph"))
        shapes = {name: array.shape for name, array in read_weights(value.get("weights")).items()}
        steps = measure(graph, shapes)
        return Network(
            describe(graph, steps, shapes), parameter_count(graph, shapes), len(sliding(graph, steps, shapes))
        )
    except Unacceptable as refused:
        raise CheckFailure(refused.reason, Outcome.REFUSED) from refused


def assert_shapes(network: Network, kind: str, expected: Sequence[tuple[int, ...]]) -> None:
    """Demand the shapes behind every layer of a kind.

    Raises:
        CheckFailure: with both lists.
    """
    demand_shapes(kind, network.shapes(kind), expected)


def demand_shapes(kind: str, found: Sequence[tuple[int, ...]], expected: Sequence[tuple[int, ...]]) -> None:
    """Demand the shapes behind every layer of a kind, wherever they were found.

    Raises:
        CheckFailure: with both lists.
    """
    if list(found) != list(expected):
        raise CheckFailure(
            text(
                "Behind its {kind} layers an image has the shapes {found}, where {expected} are due.",
                kind=KINDS.get(kind, Text(kind)),
                found=shown_shapes(found),
                expected=shown_shapes(expected),
            )
        )


def assert_parameters(network: Network, exact: int, budget: int) -> None:
    """Demand the parameters of the lecture's network, or for one's own network at most a budget.

    Raises:
        CheckFailure: with the number of each layer.
    """
    if network.parameters != exact and network.parameters > budget:
        counts = " + ".join(f"{layer.parameters:,}" for layer in network.layers if layer.parameters)
        raise CheckFailure(
            text(
                "Your network has {count} parameters ({counts}). The lecture's has {exact}; a network of your own may have {budget}.",
                count=f"{network.parameters:,}",
                counts=counts,
                exact=f"{exact:,}",
                budget=f"{budget:,}",
            )
        )


def assert_convolutional(network: Network) -> None:
    """Demand at least one convolution that slides over the image.

    Raises:
        CheckFailure: where there is none.
    """
    if not network.sliding:
        raise CheckFailure(
            text(
                "There is no convolution in your network that slides over the image: use nn.Conv2d with a kernel such as 3×3."
            )
        )


def assert_fits(
    student: Student,
    pixels: NDArray[np.uint8],
    labels: NDArray[np.int64],
    passes: int,
    learning_rate: float,
    rng: np.random.Generator,
    share: float,
) -> None:
    """Demand that the student's loop can teach the student's network a few images by heart.

    Args:
        pixels: uint8 images of shape (N, 1, 28, 28), one batch.
        passes: how often the loop meets that batch.
        learning_rate: the peak; it rises and falls once.
        rng: where the first weights come from.
        share: how many of the images must be known in the end, in [0, 1].

    Raises:
        CheckFailure: where it knows fewer. What is counted is what the exported network computes here from the trained weights.
    """
    from cnnlab.networks.framework import FRAMEWORKS
    from cnnlab.networks.graph import Unacceptable
    from cnnlab.networks.initial import initial_weights
    from cnnlab.networks.measuring import accuracy, answers
    from cnnlab.networks.reading import read_graph, read_weights
    from cnnlab.networks.replay import measure
    from cnnlab.networks.schedule import learning_rates

    try:
        evaluating, learning = (_table(student.exported(training)) for training in (False, True))
        graph, given = read_graph(learning.get("graph")), read_weights(learning.get("weights"))
        measure(graph, {name: array.shape for name, array in given.items()})
        before = initial_weights(graph, given, rng)
        batches = np.tile(pixels, (passes, 1, 1, 1)), np.tile(labels, passes)
        trained = _table(student.trained(before, *batches, len(labels), learning_rates(learning_rate, passes), seed=0))
        after = read_weights(trained.get("weights"), like=before)
        known = accuracy(answers(read_graph(evaluating.get("graph")), after, pixels, FRAMEWORKS["torch"]), labels)
    except Unacceptable as refused:
        raise CheckFailure(refused.reason, Outcome.REFUSED) from refused
    if known < share:
        raise CheckFailure(
            text(
                "After {passes} rounds with the same {count} images your network knows {known} of them; at least {due} are due. "
                "A network and a loop that work learn a handful by heart.",
                passes=passes,
                count=len(labels),
                known=round(known * len(labels)),
                due=int(np.ceil(share * len(labels))),
            )
        )


def assert_reaches(certificate: Certificate, step: int) -> None:
    """Demand that the trained network reaches a step of accuracy (0 is the lowest).

    Raises:
        CheckFailure: with what it reached, or why no accuracy is certified.
    """
    if certificate.refusal is not None:
        raise CheckFailure(certificate.refusal, Outcome.REFUSED)
    due = certificate.steps[step]
    if certificate.accuracy < due:
        raise CheckFailure(
            text(
                "After training, your network recognised {reached} % of {count} digits that it had never seen; "
                "this step is at {due} %.",
                reached=f"{100 * certificate.accuracy:.2f}",
                count=f"{certificate.images:,}",
                due=f"{100 * due:.2f}",
            )
        )


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise CheckFailure(text("What came back as the exported network is none."), Outcome.REFUSED)
    return value


def shown_shapes(shapes: Sequence[tuple[int, ...]]) -> str:
    """Shapes as a person writes them: 32×26×26, 64×11×11."""
    return ", ".join("×".join(map(str, shape)) for shape in shapes) or "–"
