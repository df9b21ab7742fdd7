"""What a check may assert about a network: its exported graph, and the certificate of its training."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.course import Certificate, LayerOfNetwork, Outcome
from cnnlab.grading.comparison import describe_kind
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.proxy import Student
from cnnlab.messages import Text, text


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


# What a driver's outline calls a layer.
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
OUTLINED = {"convolution": "conv2d", "max pooling": "max_pool2d", "fully connected": "linear"}


def assert_outline(outline: Any, kind: str, expected: Sequence[tuple[int, ...]]) -> None:
    """Demand the shapes behind every layer of a kind, of a network that was only watched: [[operation, [N, C, H, W]], …].

    Raises:
        CheckFailure: with both lists.
    """
    rows = outline if isinstance(outline, list) else []
    found = [
        tuple(row[1][1:])
        for row in rows
        if isinstance(row, list)
        and len(row) == 2
        and isinstance(row[0], str)
        and row[0] == OUTLINED[kind]
        and isinstance(row[1], list)
        and all(type(size) is int for size in row[1])
    ]
    _demand_shapes(kind, found, expected)


def assert_shapes(network: Network, kind: str, expected: Sequence[tuple[int, ...]]) -> None:
    """Demand the shapes behind every layer of a kind.

    Raises:
        CheckFailure: with both lists.
    """
    _demand_shapes(kind, network.shapes(kind), expected)


def _demand_shapes(kind: str, found: Sequence[tuple[int, ...]], expected: Sequence[tuple[int, ...]]) -> None:
    if list(found) != list(expected):
        raise CheckFailure(
            text(
                "Behind its {kind} layers an image has the shapes {found}, where {expected} are due.",
                kind=KINDS.get(kind, Text(kind)),
                found=_shapes(found),
                expected=_shapes(expected),
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


def assert_logits(value: Any, images: int, classes: int = 10) -> None:
    """Demand finite logits in float32, one row for each image, that are neither probabilities nor their logarithms.

    Raises:
        CheckFailure: saying what came in their place.
    """
    if not isinstance(value, np.ndarray) or value.shape != (images, classes) or value.dtype != np.float32:
        raise CheckFailure(
            text(
                "For {images} images it gave {kind}; give float32 logits of shape {due}, one row for each image.",
                images=images,
                kind=describe_kind(value),
                due=(images, classes),
            )
        )
    if not np.isfinite(value).all():
        raise CheckFailure(text("There is NaN (not a number) or an infinity among the logits."))
    # The chance that logits of random weights add up like this is nil.
    with np.errstate(over="ignore"):
        probabilities = value if (value >= 0).all() else np.exp(value.astype(np.float64))
    if np.allclose(probabilities.sum(axis=1), 1, atol=1e-4):
        raise CheckFailure(
            text(
                "What comes out adds up to 1 for every image, as probabilities do (or does so behind exp, as their logarithms do). "
                "Logits are due: the loss takes the softmax itself."
            )
        )


def assert_gradients(value: Any) -> None:
    """Demand that gradients arrived at every parameter, given as [[shape, largest entry or None], …].

    Raises:
        CheckFailure: naming the shape of a parameter that was not reached.
    """
    left_out = _left_out(value)
    if left_out is not None:
        raise CheckFailure(
            text(
                "No useful gradient arrived at the parameters of shape {shape}. Either `forward` never uses them, or something "
                "between them and the loss cuts the way back.",
                shape=_shapes([left_out]),
            )
        )


def assert_moved(value: Any) -> None:
    """Demand that training moved every parameter, given as [[shape, largest change], …].

    Raises:
        CheckFailure: naming the shape of a parameter that stayed.
    """
    left_out = _left_out(value)
    if left_out is not None:
        raise CheckFailure(
            text("Training left the parameters of shape {shape} where they were.", shape=_shapes([left_out]))
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


def _left_out(value: Any) -> tuple[int, ...] | None:
    """The shape of the first parameter for which a driver gives nothing, or no number.

    Raises:
        CheckFailure: where the value is not of the form [[shape, number or None], …], or there are no parameters.
    """
    rows = value if isinstance(value, list) else []
    found = [
        (tuple(row[0]), row[1])
        for row in rows
        if isinstance(row, list)
        and len(row) == 2
        and isinstance(row[0], list)
        and all(type(size) is int for size in row[0])
        and (row[1] is None or type(row[1]) is float)
    ]
    if not found or len(found) < len(rows):
        raise CheckFailure(text("Your network has no parameters that training could change."))
    for shape, largest in found:
        # In front of a normalisation a bias has no effect, and its gradient is zero up to rounding.
        if largest is None or not np.isfinite(largest) or (largest == 0 and len(shape) > 1):
            return shape
    return None


def _shapes(shapes: Sequence[tuple[int, ...]]) -> str:
    return ", ".join("×".join(map(str, shape)) for shape in shapes) or "–"
