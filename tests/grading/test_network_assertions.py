"""What checks demand of a network, and what they say where it is another."""

import types

import numpy as np
import pytest
import torch
from torch import nn

from cnnlab.course import Certificate, LayerOfNetwork, Outcome
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.network import Network, assert_fits, assert_parameters, assert_reaches, assert_shapes, network_of
from cnnlab.messages import Language, render, text
from cnnlab.networks.workbench.export import export
from cnnlab.networks.workbench.training import train_part
from cnnlab.networks.workbench.weights import take_weights

LECTURE = Network(
    (
        LayerOfNetwork("convolution", (32, 26, 26), 320), LayerOfNetwork("ReLU", (32, 26, 26), 0),
        LayerOfNetwork("max pooling", (32, 13, 13), 0), LayerOfNetwork("convolution", (64, 11, 11), 18_496),
        LayerOfNetwork("fully connected", (10,), 206_218),
    ),
    225_034,
    2,
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """For networks as small as these a second thread is only waited for."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def small():
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(1, 8, 5, stride=2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8 * 36, 10))


def student_of(make, **replies):
    """Stands in for the proxy: the driver's functions on a network in this process."""

    def exported(training):
        model = make()
        return {"graph": export(model, training), "weights": take_weights(model)}

    return types.SimpleNamespace(**{"exported": exported, **replies})


def failure(demand, *args, **kwargs):
    with pytest.raises(CheckFailure) as failed:
        demand(*args, **kwargs)
    return failed.value.outcome, render(failed.value.message, Language.ENGLISH)


def test_a_network_is_known_by_its_layers_and_parameters():
    network = network_of(student_of(small))
    assert network.parameters == 8 * 26 + 8 * 36 * 10 + 10
    assert network.shapes("convolution") == [(8, 12, 12)]
    assert network.shapes("max pooling") == [(8, 6, 6)]
    assert network.shapes("dropout") == []
    assert [layer.kind for layer in network.layers] == [
        "convolution",
        "ReLU",
        "max pooling",
        "flatten",
        "fully connected",
    ]
    assert network.sliding == 1


@pytest.mark.parametrize(
    "value", [None, [], 3, {}, {"graph": {}}, {"graph": {"problem": "x"}}, {"graph": None, "weights": []}]
)
def test_what_is_no_network_is_refused(value):
    assert failure(network_of, types.SimpleNamespace(exported=lambda _: value))[0] is Outcome.REFUSED


def test_a_graph_with_weights_of_other_shapes_is_refused():
    value = student_of(small).exported(False)
    value["weights"]["0.weight"] = np.zeros((8, 3, 5, 5), np.float32)
    assert failure(network_of, types.SimpleNamespace(exported=lambda _: value))[0] is Outcome.REFUSED


def test_shapes_are_demanded_in_order_and_both_lists_are_said():
    assert_shapes(LECTURE, "convolution", [(32, 26, 26), (64, 11, 11)])
    outcome, said = failure(assert_shapes, LECTURE, "convolution", [(64, 11, 11), (32, 26, 26)])
    assert outcome is Outcome.FAILED
    assert "32×26×26, 64×11×11" in said
    assert "64×11×11, 32×26×26" in said
    assert "–" in failure(assert_shapes, LECTURE, "dropout", [(1,)])[1]


@pytest.mark.parametrize(("exact", "budget"), [(225_034, 1), (1, 225_034), (1, 300_000)])
def test_the_lectures_count_or_less_than_the_budget_will_do(exact, budget):
    assert_parameters(LECTURE, exact, budget)


def test_too_many_parameters_are_counted_layer_by_layer():
    outcome, said = failure(assert_parameters, LECTURE, 225_035, 225_033)
    assert outcome is Outcome.FAILED
    for words in ("225,034", "320 + 18,496 + 206,218", "225,035", "225,033"):
        assert words in said


def certificate(**fields):
    return Certificate("mnist", "cpu", images=10_000, **{"steps": (0.97, 0.99), **fields})


@pytest.mark.parametrize("accuracy", [0.97, 0.9701, 1.0])
def test_a_step_is_reached_from_its_accuracy_on(accuracy):
    assert_reaches(certificate(accuracy=accuracy), 0)


def test_a_step_that_was_not_reached_says_both_numbers():
    assert_reaches(certificate(accuracy=0.9899), 0)
    outcome, said = failure(assert_reaches, certificate(accuracy=0.9899), 1)
    assert outcome is Outcome.FAILED
    for words in ("98.99 %", "10,000", "99.00 %"):
        assert words in said


def test_no_certified_accuracy_is_refused_with_its_reason_whatever_the_step():
    refused = certificate(accuracy=1.0, refusal=text("An MLP."), steps=(0.0,))
    assert failure(assert_reaches, refused, 0) == (Outcome.REFUSED, "An MLP.")


def honest(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images), labels).backward()
        optimizer.step()
    return 0.0


def fits(make=small, loop=honest, rng=None, **replies):
    rng = np.random.default_rng(0)
    pixels, labels = rng.integers(0, 256, (16, 1, 28, 28), dtype=np.uint8), np.arange(16) % 10

    def trained(*given, seed):
        return train_part(make(), loop, *given, seed)

    student = student_of(make, **{"trained": trained, **replies})
    return assert_fits, student, pixels, labels, 60, 0.01, np.random.default_rng(1), 0.95


def test_a_network_and_a_loop_that_work_learn_a_handful_by_heart():
    demand, *given = fits()
    demand(*given)


def test_a_loop_that_does_nothing_learns_nothing():
    outcome, said = failure(*fits(loop=lambda *_: 0.0))
    assert outcome is Outcome.FAILED
    assert "After 60 rounds with the same 16 images" in said


@pytest.mark.parametrize(
    "value", [None, {}, {"weights": None}, {"weights": {}}, {"weights": {"0.weight": np.zeros(3)}}]
)
def test_trained_weights_that_are_none_are_refused(value):
    assert failure(*fits(trained=lambda *_, **__: value))[0] is Outcome.REFUSED


@pytest.mark.parametrize(
    "change", [lambda w: w.pop("0.weight"), lambda w: w.update({"0.weight": np.float32([1])}), lambda w: w.clear()]
)
def test_a_graph_whose_weights_are_missing_is_refused_and_no_fault_of_ours(change):
    def exported(training):
        value = student_of(small).exported(training)
        change(value["weights"])
        return value

    assert failure(*fits(exported=exported))[0] is Outcome.REFUSED
