"""The replay computes what PyTorch computes: its own modules are the oracle, in evaluation and in training."""

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import nn

from cnnlab.networks.graph import Feed, Graph, Input, Node, Ref, Unacceptable
from cnnlab.networks.replay import measure, run, to_tensors

few = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
ACTIVATIONS = [
    nn.ReLU, nn.LeakyReLU, nn.ELU, nn.GELU, nn.SiLU, nn.Hardtanh, nn.ReLU6, nn.Hardswish, nn.Mish, nn.PReLU, nn.Sigmoid,
    nn.Tanh, nn.Softplus, nn.SELU, lambda: nn.ReLU(inplace=True),
]  # fmt: skip


@st.composite
def networks(draw):
    """Layers on 28×28 images with random sizes, a fully connected layer at the end."""
    torch.manual_seed(draw(st.integers(0, 2**16)))
    layers, channels, side = [], 1, 28
    for _ in range(draw(st.integers(1, 3))):
        kernel, stride, padding = (
            draw(st.integers(1, 5)),
            draw(st.integers(1, 2)),
            draw(st.sampled_from([0, 1, "same"])),
        )
        stride = 1 if padding == "same" else stride
        after = side if padding == "same" else (side + 2 * padding - kernel) // stride + 1
        if after < 2:
            break
        filters = draw(st.integers(1, 6))
        bias = draw(st.booleans())
        layers.append(nn.Conv2d(channels, filters, kernel, stride, padding, bias=bias))
        channels, side = filters, after
        if draw(st.booleans()):
            layers.append(nn.BatchNorm2d(channels, momentum=draw(st.sampled_from([0.1, 0.5]))))
        layers.append(draw(st.sampled_from(ACTIVATIONS))())
        if draw(st.booleans()) and side >= 4:
            pool = draw(st.sampled_from([nn.MaxPool2d, nn.AvgPool2d]))
            layers.append(pool(2))
            side //= 2
        if draw(st.booleans()):
            layers.append(draw(st.sampled_from([nn.Dropout, nn.Dropout2d]))(draw(st.sampled_from([0.2, 0.5]))))
    if draw(st.booleans()):
        layers.append(nn.AdaptiveAvgPool2d(2))
        side = 2
    layers.append(nn.Flatten())
    features = channels * side * side
    if draw(st.booleans()):
        hidden = draw(st.integers(8, 20))
        layers += [nn.Linear(features, hidden), nn.LayerNorm(hidden), nn.Dropout(0.3)]
        features = hidden
    return nn.Sequential(*layers, nn.Linear(features, 10))


def images_of(count, seed=0):
    return torch.randn(count, 1, 28, 28, generator=torch.Generator().manual_seed(seed))


@few
@given(model=networks(), seed=st.integers(0, 99))
def test_logits_in_evaluation_are_those_of_the_module(exported, model, seed):
    graph, weights, shapes = exported(model)
    measure(graph, shapes)
    for count in range(1, 6):
        with torch.no_grad():
            due = model.eval()(images_of(count, seed))
            found = run(graph, to_tensors(weights), images_of(count, seed))
        torch.testing.assert_close(found, due, rtol=1e-3, atol=1e-4)


@few
@given(model=networks(), seed=st.integers(0, 99))
def test_logits_buffers_and_gradients_in_training_are_those_of_the_module(exported, model, seed):
    """With the same seed dropout drops the same; batch normalisation moves the same running averages."""
    graph, weights, shapes = exported(model, training=True)
    measure(graph, shapes)
    # What PyTorch writes into buffers in place is written here too, but for its count of batches, which nothing computes with.
    tensors = to_tensors(weights, trained=False)
    parameters = [each.target for each in graph.weights if each.feed is Feed.PARAMETER]
    for name in parameters:
        tensors[name].requires_grad_()
    model.to(memory_format=torch.channels_last).train()
    for count in range(2, 6):
        images = images_of(count, seed).contiguous(memory_format=torch.channels_last)
        torch.manual_seed(seed)
        due = model(images.clone())
        torch.manual_seed(seed)
        found = run(graph, tensors, images.clone())
        torch.testing.assert_close(found, due, rtol=1e-3, atol=1e-4)
    due.square().sum().backward()
    found.square().sum().backward()
    named = dict(model.named_parameters())
    assert set(parameters) == set(named)
    largest = max(float(each.grad.abs().max()) for each in named.values())
    for name, each in named.items():
        torch.testing.assert_close(tensors[name].grad, each.grad, rtol=1e-2, atol=1e-3 * max(largest, 1))
    for name, each in model.named_buffers():
        if not each.is_floating_point():
            continue
        torch.testing.assert_close(tensors[name].to(each.dtype), each, rtol=1e-3, atol=1e-4)


def test_the_lectures_network_is_measured_as_by_hand(exported, lecture_network):
    graph, _, shapes = exported(lecture_network)
    steps = measure(graph, shapes)
    assert [(step.node.operation.split(".")[1], step.shape) for step in steps] == [
        ("conv2d", (32, 26, 26)), ("relu", (32, 26, 26)), ("max_pool2d", (32, 13, 13)),
        ("conv2d", (64, 11, 11)), ("relu", (64, 11, 11)), ("max_pool2d", (64, 5, 5)),
        ("flatten", (1600,)), ("linear", (128,)), ("relu", (128,)), ("linear", (10,)),
    ]  # fmt: skip
    work = [step.work for step in steps if step.node.operation in ("aten.conv2d.default", "aten.linear.default")]
    assert work == [26 * 26 * 32 * 9, 11 * 11 * 64 * 32 * 9, 1600 * 128, 128 * 10]
    assert work == [194_688, 2_230_272, 204_800, 1_280]


@pytest.mark.parametrize(
    ("layer", "formula"),
    [
        (nn.Conv2d(1, 6, (3, 5), stride=(2, 1), padding=(1, 0)), 6 * 14 * 24 * 15),
        (nn.Conv2d(1, 4, 3, dilation=3), 4 * 22 * 22 * 9),
        (nn.MaxPool2d(3, 2), 13 * 13 * 9),
        (nn.AvgPool2d(2), 14 * 14 * 4),
        (nn.AdaptiveAvgPool2d(1), 28 * 28),
        (nn.ReLU(), 28 * 28),
    ],
    ids=str,
)
def test_the_work_of_a_layer_is_that_of_its_formula(exported, layer, formula):
    model = nn.Sequential(layer, nn.Flatten(), nn.LazyLinear(10))
    model(torch.zeros(1, 1, 28, 28))
    graph, _, shapes = exported(model)
    assert measure(graph, shapes)[0].work == formula


class Grouped(nn.Module):
    """Spelt with functions, methods, a residual and a view."""

    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(1, 8, 3, padding=1)
        self.b = nn.Conv2d(8, 8, 3, padding=1, groups=8, bias=False)
        self.c = nn.Conv2d(8, 8, 1)
        self.fc = nn.Linear(8 * 14 * 14, 10)

    def forward(self, x):
        x = torch.relu(self.a(x))
        x = x + self.c(self.b(x)) * 0.5
        x = torch.cat(torch.chunk(nn.functional.max_pool2d(x, 2), 2, dim=1)[::-1], dim=1)
        return self.fc(x.view(x.size(0), -1))


@pytest.mark.parametrize("count", [1, 4])
def test_functions_methods_groups_and_residuals_are_replayed(exported, count):
    model = Grouped().eval()
    graph, weights, shapes = exported(model)
    steps = measure(graph, shapes)
    grouped = next(step for step in steps if step.node.name == "conv2d_1")
    assert grouped.work == 8 * 28 * 28 * 9  # a kernel sees one channel of its group
    with torch.no_grad():
        torch.testing.assert_close(run(graph, to_tensors(weights), images_of(count)), model(images_of(count)))


def graph_of(*nodes, inputs=(), constants=()):
    return Graph((Input("x", Feed.IMAGES, ""), *inputs), tuple(nodes), nodes[-1].name, dict(constants))


def test_a_result_of_another_shape_is_not_taken(exported):
    graph, _, shapes = exported(nn.Sequential(nn.Flatten(), nn.Linear(784, 7)))
    with pytest.raises(Unacceptable) as refused:
        measure(graph, shapes)
    assert refused.value.reason.values == {"count": 3, "shape": "(3, 7)", "due": "(3, 10)"}


def test_operations_that_do_not_fit_are_a_refusal_not_an_error():
    wrong = graph_of(
        Node("y", "aten.matmul.default", (Ref("x"), Ref("w")), {}), inputs=[Input("w", Feed.PARAMETER, "w")]
    )
    with pytest.raises(Unacceptable):
        measure(wrong, {"w": (5, 5)})
    with pytest.raises(Unacceptable):
        run(wrong, to_tensors({"w": np.zeros((5, 5), np.float32)}), torch.zeros(2, 1, 28, 28))


def test_a_weight_without_a_value_is_a_refusal():
    with pytest.raises(Unacceptable):
        measure(graph_of(Node("y", "aten.relu.default", (Ref("w"),), {}), inputs=[Input("w", Feed.PARAMETER, "w")]), {})


@pytest.mark.parametrize(
    "nodes",
    [
        [Node("y", "aten.expand.default", (Ref("x"), [3, 4000, 28, 28]), {})],
        [Node("y", "aten.expand.default", (Ref("x"), [3, 10**8, 28, 28]), {})],
        [Node("y", "aten.pad.default", (Ref("x"), [10**8, 10**8, 10**8, 10**8]), {})],
        [Node("y", "aten.constant_pad_nd.default", (Ref("x"), [9000, 9000]), {})],
        [Node("y", "aten.adaptive_avg_pool2d.default", (Ref("x"), [10_000, 10_000]), {})],
        [Node(f"y{n}", "aten.expand.default", (Ref("x"), [3, 2000, 28, 28]), {}) for n in range(70)],
    ],
    ids=["wide", "enormous", "padded", "padded on one axis", "stretched", "long"],
)
def test_an_enormous_network_is_refused_on_shapes_alone(nodes):
    """On PyTorch's meta device nothing of that size is ever allocated."""
    with pytest.raises(Unacceptable):
        measure(graph_of(*nodes), {})


def test_what_a_replay_trains_wants_gradients_and_whole_numbers_do_not():
    tensors = to_tensors({"w": np.ones((2, 2), np.float32), "n": np.zeros((), np.int64)}, trained=True)
    assert tensors["w"].requires_grad
    assert not tensors["n"].requires_grad


def test_a_replay_leaves_the_arrays_it_was_given(exported):
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(2 * 26 * 26, 10))
    graph, weights, _ = exported(model, training=True)
    before = {name: each.copy() for name, each in weights.items()}
    run(graph, to_tensors(weights), images_of(3))
    for name, each in weights.items():
        np.testing.assert_array_equal(each, before[name])


class InPlace(nn.Module):
    """Changes what it is given, its weight, its buffer and its own values, wherever PyTorch allows it."""

    def __init__(self):
        super().__init__()
        self.conv, self.fc = nn.Conv2d(1, 4, 5, stride=3), nn.Linear(4 * 64, 10)
        self.register_buffer("seen", torch.zeros(10))

    def forward(self, x):
        x.mul_(0.5)
        x.relu_()
        first = self.conv(x)
        kept = first + 1
        first.relu_()
        first.add_(kept)
        nn.functional.leaky_relu_(first, 0.1)
        nn.functional.dropout(first, 0.5, self.training, inplace=True)
        self.seen.add_(2)
        return torch.tanh_(self.fc(first.flatten(1))) + self.seen


@pytest.mark.parametrize("training", [False, True])
def test_what_is_changed_in_place_replays_right_and_leaves_weights_and_images_untouched(exported, training):
    torch.manual_seed(0)
    # A layout decides what dropout drops: the student's process computes with channels last.
    model = InPlace().train(training).to(memory_format=torch.channels_last)
    graph, weights, shapes = exported(model, training)
    measure(graph, shapes)
    tensors, images = to_tensors(weights), images_of(4).contiguous(memory_format=torch.channels_last)
    kept, before = {name: each.clone() for name, each in tensors.items()}, images.clone()
    with torch.no_grad():
        torch.manual_seed(3)
        due = model.train(training)(images.clone())
        for _ in range(2):  # a second run begins as the first did
            torch.manual_seed(3)
            torch.testing.assert_close(run(graph, tensors, images), due)
    assert torch.equal(images, before)
    for name, each in tensors.items():
        assert torch.equal(each, kept[name])


def test_gradients_go_through_what_is_changed_in_place(exported):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(1, 4, 5, stride=3), nn.ReLU(inplace=True), nn.Flatten(), nn.Linear(256, 10), nn.ELU(inplace=True)
    )
    graph, weights, _ = exported(model, training=True)
    tensors = to_tensors(weights, trained=True)
    run(graph, tensors, images_of(3)).square().sum().backward()
    model(images_of(3)).square().sum().backward()
    for name, each in model.named_parameters():
        torch.testing.assert_close(tensors[name].grad, each.grad, rtol=1e-4, atol=1e-5)


def test_a_value_lives_no_longer_than_its_last_use(monkeypatch):
    """A chain of forty values never has more than two of them at once; what is needed later stays."""
    import weakref

    from cnnlab.networks import replay

    living, most = weakref.WeakSet(), []
    step = replay._step

    def watched(node, values):
        result = step(node, values)
        living.add(result)
        most.append(len(living))
        return result

    monkeypatch.setattr(replay, "_step", watched)
    chain = [Node("n0", "aten.relu.default", (Ref("x"),), {})]
    chain += [Node(f"n{n}", "aten.add.Tensor", (Ref(f"n{n - 1}"), 1), {}) for n in range(1, 40)]
    with torch.no_grad():
        found = run(graph_of(*chain), {}, torch.zeros(2, 3))
        assert float(found.sum()) == 6 * 39
        assert max(most) <= 2
        most.clear()
        late = [*chain, Node("sum", "aten.add.Tensor", (Ref("n39"), Ref("n0")), {})]
        assert float(run(graph_of(*late), {}, torch.ones(2, 3)).sum()) == 6 * (40 + 1)
    assert max(most) <= 4


def test_what_training_makes_of_a_buffer_is_handed_back_and_nothing_else():
    inputs = [Input("b", Feed.BUFFER, "mean")]
    nodes = [
        Node("after", "aten.mul.Tensor", (Ref("b"), 0.5), {}),
        Node("logits", "aten.add.Tensor", (Ref("x"), Ref("after")), {}),
    ]
    plain = graph_of(*nodes, inputs=inputs)
    graph = Graph(plain.inputs, plain.nodes, plain.output, {}, {"mean": "after"})
    updated, weights = {}, {"mean": torch.full((3,), 4.0)}
    result = run(graph, weights, torch.zeros(2, 3), updated)
    assert {name: each.tolist() for name, each in updated.items()} == {"mean": [2.0] * 3}
    assert weights["mean"].tolist() == [4.0] * 3
    assert result.tolist() == [[2.0] * 3] * 2


@pytest.mark.parametrize(
    "node",
    [
        Node("y", "aten.slice.Tensor", (Ref("x"), 2, 5, 5), {}),
        Node("y", "aten.slice.Tensor", (Ref("x"), 0, 7, 9), {}),
        Node("y", "aten.reshape.default", (Ref("e"), [0, 10]), {}),
        Node("y", "aten.expand.default", (Ref("k"), [1_000_001]), {}),
        Node("y", "aten.reshape.default", (Ref("x"), [-1, 0]), {}),
    ],
    ids=["no rows", "no images", "no weights", "too long", "no sizes"],
)
def test_a_value_without_elements_or_far_too_long_is_refused(node):
    graph = graph_of(
        node, inputs=[Input("e", Feed.PARAMETER, "e"), Input("k", Feed.CONSTANT, "k")],
        constants={"k": np.ones(1, np.float32)},
    )  # fmt: skip
    with pytest.raises(Unacceptable):
        measure(graph, {"e": (0, 10)})
