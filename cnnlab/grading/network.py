"""What a check may assert about a network: its exported graph, and the certificate of its training."""

from collections.abc import Sequence
from dataclasses import dataclass

from cnnlab.course import Certificate, LayerOfNetwork, Outcome
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.proxy import Student
from cnnlab.messages import text


@dataclass(frozen=True)
class Network:
    """A network as its graph shows it: layers in the order of computing, and how many numbers training may change."""

    layers: tuple[LayerOfNetwork, ...]
    parameters: int

    def shapes(self, kind: str) -> list[tuple[int, ...]]:
        """What one image looks like behind each layer of a kind, such as `convolution`."""
        return [layer.shape for layer in self.layers if layer.kind == kind]


def network_of(student: Student) -> Network:
    """The student's network from its exported graph.

    Raises:
        CheckFailure: where it cannot be exported, or is none that could be certified.
    """
    from cnnlab.networks.certification import describe
    from cnnlab.networks.demands import parameter_count
    from cnnlab.networks.graph import Unacceptable
    from cnnlab.networks.reading import read_graph, read_weights
    from cnnlab.networks.replay import measure

    value = student.exported(False)
    try:
        if not isinstance(value, dict):
            raise Unacceptable(text("What came back as the exported network is none."))
        graph = read_graph(value.get("graph"))
        shapes = {name: array.shape for name, array in read_weights(value.get("weights")).items()}
        return Network(describe(graph, measure(graph, shapes), shapes), parameter_count(graph, shapes))
    except Unacceptable as refused:
        raise CheckFailure(refused.reason, Outcome.REFUSED) from refused


def assert_shapes(network: Network, kind: str, expected: Sequence[tuple[int, ...]]) -> None:
    """Demand the shapes behind every layer of a kind.

    Raises:
        CheckFailure: with both lists.
    """
    found = network.shapes(kind)
    if found != list(expected):
        raise CheckFailure(
            text(
                "Behind its {kind} layers an image has the shapes {found}, where {expected} are due.",
                kind=text(kind),
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


def _shapes(shapes: Sequence[tuple[int, ...]]) -> str:
    return ", ".join("×".join(map(str, shape)) for shape in shapes) or "–"
