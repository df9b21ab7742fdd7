"""A part of training is trained here; an honest loop arrives at the same weights, and a loop that does anything else does not."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from cnnlab.networks import audit
from cnnlab.networks.audit import BY_CHANCE, Part, agrees, chosen, train
from cnnlab.networks.framework import FRAMEWORKS
from cnnlab.networks.graph import Feed, Unacceptable
from cnnlab.networks.reading import read_graph, read_weights
from cnnlab.networks.workbench.training import train_part
from cnnlab.networks.workbench.weights import take_weights

TORCH = FRAMEWORKS["torch"]
BATCH = 16
RATES = [0.004, 0.006, 0.006, 0.004, 0.003, 0.001]


def network(*extra):
    torch.manual_seed(1)
    return nn.Sequential(
        nn.Conv2d(1, 6, 3), *extra, nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(8 * 25, 16), nn.ReLU(), nn.Linear(16, 10),
    )  # fmt: skip


def plain():
    return network()


def with_dropout():
    return network(nn.Dropout(0.3))


def with_batch_norm():
    return network(nn.BatchNorm2d(6))


def with_both():
    return network(nn.BatchNorm2d(6), nn.Dropout2d(0.3))


class Lecture(nn.Module):
    """Spelt as in the lecture: functions, and a view."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(1)
        self.conv1, self.conv2, self.fc = nn.Conv2d(1, 6, 3), nn.Conv2d(6, 8, 3), nn.Linear(8 * 25, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc(F.dropout(x.view(-1, 8 * 5 * 5), 0.2, self.training))


@pytest.fixture(scope="module")
def part(few_digits):
    from cnnlab.networks.warping import to_pixels

    split = few_digits.train
    # The last batch is smaller.
    return Part(to_pixels(split.images[:90]), split.labels[:90], BATCH, RATES, 99)


def by(loop, make, weights, part):
    """The weights that a student's loop makes of a part."""
    given = part.pixels, part.labels, part.batch_size, part.learning_rates, part.seed
    return train_part(make(), loop, weights, *given)["weights"]


@pytest.fixture(scope="module")
def due(exported, part):
    """What a part comes to on the trusted side: graph, weights before and after, loss."""
    known = {}

    def due(make=plain):
        if make not in known:
            graph, weights, _ = exported(make(), training=True)
            known[make] = (graph, weights, *train(graph, weights, part, TORCH))
        return known[make]

    return due


@pytest.fixture
def judged(due, part):
    """Train a part with a loop and judge it; answers whether it arrived where training here does."""

    def judged(loop, make=plain):
        graph, before, after, _ = due(make)
        return agrees(graph, before, after, by(loop, make, before, part), TORCH)

    return judged


def honest(model, loader, optimizer, device):
    model.train()
    for images, labels in loader:
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
    return 0.0


@pytest.mark.parametrize("make", [plain, with_dropout, with_batch_norm, with_both, Lecture])
def test_an_honest_loop_arrives_where_training_here_does(judged, make):
    assert judged(honest, make)


@pytest.mark.parametrize("make", [plain, with_batch_norm, Lecture])
def test_training_here_is_pytorchs_own(due, part, make):
    """Weights and the mean loss of every image, against a loop of plain PyTorch on the same batches."""
    _, before, after, loss = due(make)
    losses = []

    def watched(model, loader, optimizer, device):
        model.train()
        for images, labels in loader:
            optimizer.zero_grad()
            found = F.cross_entropy(model(images), labels)
            found.backward()
            optimizer.step()
            losses.append(found.item() * len(labels))

    theirs = by(watched, make, before, part)
    assert set(theirs) == set(after)
    for name, each in after.items():
        if name.endswith("num_batches_tracked"):
            continue
        np.testing.assert_allclose(theirs[name], each, rtol=0.02, atol=2e-3, err_msg=name)
    assert loss == pytest.approx(sum(losses) / 90, rel=1e-3)


def test_a_moving_average_is_trained_here_too(due):
    _, before, after, _ = due(with_batch_norm)
    for name in ("1.running_mean", "1.running_var"):
        assert not np.array_equal(before[name], after[name])


def test_training_leaves_the_weights_and_images_it_was_given(exported, part):
    graph, weights, _ = exported(with_both(), training=True)
    kept, pixels = {name: each.copy() for name, each in weights.items()}, part.pixels.copy()
    after, _ = train(graph, weights, part, TORCH)
    np.testing.assert_array_equal(part.pixels, pixels)
    for name, each in weights.items():
        np.testing.assert_array_equal(each, kept[name])
        assert not np.shares_memory(each, after[name])


@pytest.mark.parametrize("make", [plain, with_both])
def test_training_twice_gives_the_same_weights_whatever_was_drawn_before(exported, part, make):
    graph, weights, _ = exported(make(), training=True)
    torch.manual_seed(1)
    one, loss = train(graph, weights, part, TORCH)
    torch.manual_seed(2)
    other, again = train(graph, weights, part, TORCH)
    assert loss == again
    for name, each in one.items():
        np.testing.assert_array_equal(each, other[name])
        assert (each.shape, each.dtype) == (weights[name].shape, weights[name].dtype)


def test_a_loss_that_is_no_number_is_refused_by_its_step(exported, part):
    from dataclasses import replace

    graph, weights, _ = exported(plain(), training=True)
    spoilt = dict(weights, **{"0.bias": np.full_like(weights["0.bias"], np.nan)})
    with pytest.raises(Unacceptable) as refused:
        train(graph, spoilt, replace(part, first=30), TORCH)
    assert refused.value.reason.values["step"] == 31
    with pytest.raises(Unacceptable) as refused:
        train(graph, weights, replace(part, learning_rates=[1e30] * 6), TORCH)
    assert "NaN" in refused.value.reason.template


def test_a_graph_without_a_way_back_is_refused_in_pytorchs_words(exported, part):
    class Cut(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 10, 28)

        def forward(self, x):
            return self.conv(x).flatten(1).detach()

    graph, weights, _ = exported(Cut(), training=True)
    with pytest.raises(Unacceptable) as refused:
        train(graph, weights, part, TORCH)
    assert "does not require grad" in refused.value.reason.values["words"]


def test_other_spellings_of_the_same_loop_follow_it(judged):
    def other(model, loader, optimizer, device):
        model.train()
        criterion = nn.CrossEntropyLoss()
        for images, labels in loader:
            loss = criterion(model(images.to(device)), labels.to(device))
            loss.backward()
            optimizer.step()
            for each in model.parameters():
                each.grad = None
        return loss.item()

    assert judged(other)

    def by_hand(model, loader, optimizer, device):
        model.train()
        for images, labels in loader:
            model.zero_grad(set_to_none=False)
            loss = -F.log_softmax(model(images), 1)[torch.arange(len(labels)), labels].mean()
            loss.backward()
            optimizer.step()
        return 0.0

    assert judged(by_hand)


def no_zero_grad(model, loader, optimizer, device):
    for images, labels in loader:
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()


def double_step(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
        optimizer.step()


def another_rate(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.param_groups[0]["lr"] *= 1.5
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()


def own_sgd(model, loader, optimizer, device):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    honest(model, loader, optimizer, device)


def every_other_batch(model, loader, optimizer, device):
    honest(model, list(loader)[::2], optimizer, device)


def last_batch_left_out(model, loader, optimizer, device):
    honest(model, list(loader)[:-2], optimizer, device)


def other_order(model, loader, optimizer, device):
    honest(model, list(loader)[::-1], optimizer, device)


def shuffled(model, loader, optimizer, device):
    images, labels = (torch.cat(each) for each in zip(*loader, strict=True))
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(5))
    batches = [(images[each], labels[each]) for each in order.split(BATCH)]
    honest(model, batches, optimizer, device)


def jump(model, loader, optimizer, device):
    honest(model, loader, optimizer, device)
    torch.manual_seed(77)
    with torch.no_grad():
        for each in model.parameters():
            each.copy_(torch.randn_like(each) * 0.1)


def partial_jump(model, loader, optimizer, device):
    honest(model, loader, optimizer, device)
    torch.manual_seed(77)
    with torch.no_grad():
        for each in model.parameters():
            each.lerp_(torch.randn_like(each) * 0.1, 0.3)


def frozen_layer(model, loader, optimizer, device):
    model[-3].weight.requires_grad_(False)
    honest(model, loader, optimizer, device)


def nothing(model, loader, optimizer, device):
    return 0.0


def summed_loss_with_own_scale(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        (F.cross_entropy(model(images), labels) + sum(each.square().sum() for each in model.parameters())).backward()
        optimizer.step()


def wrong_labels(model, loader, optimizer, device):
    honest(model, [(images, (labels + 1) % 10) for images, labels in loader], optimizer, device)


def softmax_before_the_loss(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        F.cross_entropy(model(images).softmax(1), labels).backward()
        optimizer.step()


def ascent(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        (-F.cross_entropy(model(images), labels)).backward()
        optimizer.step()


def two_epochs(model, loader, optimizer, device):
    honest(model, loader, optimizer, device)
    honest(model, loader, optimizer, device)


@pytest.mark.parametrize(
    "loop",
    [no_zero_grad, double_step, another_rate, own_sgd, every_other_batch, last_batch_left_out, other_order, shuffled, jump,
     partial_jump, frozen_layer, nothing, summed_loss_with_own_scale, wrong_labels, softmax_before_the_loss, ascent, two_epochs],
)  # fmt: skip
def test_any_other_loop_does_not_follow_it(judged, loop):
    assert not judged(loop)


def test_a_loop_that_forgot_training_mode_does_not_follow_it(judged):
    def evaluating(model, loader, optimizer, device):
        model.eval()
        for images, labels in loader:
            optimizer.zero_grad()
            F.cross_entropy(model(images), labels).backward()
            optimizer.step()

    assert not judged(evaluating, with_dropout)


def test_a_sum_in_place_of_the_mean_makes_no_difference_to_adam(judged):
    """Adam divides by the gradient's size: a summed loss trains alike, and the epoch's loss is another check's business."""

    def summed(model, loader, optimizer, device):
        for images, labels in loader:
            optimizer.zero_grad()
            F.cross_entropy(model(images), labels, reduction="sum").backward()
            optimizer.step()

    assert judged(summed)


def test_weights_that_stayed_where_they_were_do_not_agree(due):
    graph, before, after, _ = due()
    assert not agrees(graph, before, after, take_weights(plain()), TORCH)
    assert agrees(graph, before, after, after, TORCH)


@pytest.mark.parametrize(("share", "due_to_agree"), [(0.05, True), (0.2, False), (-0.05, True), (-0.2, False)])
def test_a_share_of_the_way_is_forgiven(due, share, due_to_agree):
    """The tolerance is a tenth of the way from the weights before to those after."""
    graph, before, after, _ = due()
    theirs = {name: each + share * (each - before[name]) for name, each in after.items()}
    assert agrees(graph, before, after, theirs, TORCH) is due_to_agree


def test_buffers_are_not_compared(due):
    """A moving average is the student's in no way: what is measured has ours."""
    graph, before, after, _ = due(with_batch_norm)
    theirs = {**after, "1.running_mean": after["1.running_mean"] + 100}
    assert agrees(graph, before, after, theirs, TORCH)


def test_distance_is_the_length_over_all_named_weights():
    one = {"a": np.array([3.0], np.float32), "b": np.array([[4.0]], np.float32), "c": np.array([100.0], np.float32)}
    other = {name: np.zeros_like(each) for name, each in one.items()}
    assert audit.distance(one, other, ["a", "b"]) == pytest.approx(5)


@pytest.mark.parametrize("parts", range(10))
def test_two_parts_after_the_first_are_chosen_and_every_one_by_chance(parts):
    reached = set()
    for seed in range(150):
        found = chosen(parts, np.random.default_rng(seed))
        assert found == sorted(set(found))
        assert len(found) == min(BY_CHANCE, max(parts - 1, 0)) <= 2
        assert found == chosen(parts, np.random.default_rng(seed))
        reached |= set(found)
    assert reached == set(range(1, parts))


@pytest.fixture(scope="module")
def keras_network(one_thread):
    """A Keras network with batch normalisation as the trusted side knows it: (make, graph, weights)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KERAS_BACKEND", "torch")
        keras = pytest.importorskip("keras")
    if keras.backend.backend() != "torch":
        pytest.skip("Keras runs on another backend here")
    from cnnlab.networks.workbench.export import export
    from cnnlab.networks.workbench.keras_network import Stateless, take_variables

    def make():
        keras.utils.set_random_seed(1)
        layers = keras.layers
        model = keras.Sequential(
            [
                layers.Input((28, 28, 1)), layers.Conv2D(6, 3, strides=2, activation="relu"), layers.BatchNormalization(),
                layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(10, activation="softmax"),
            ]
        )  # fmt: skip
        model.compile(keras.optimizers.Adam(), "sparse_categorical_crossentropy", metrics=["accuracy"])
        return model

    model = make()
    graph = read_graph(export(Stateless(model, True), True, (28, 28, 1)))
    return make, graph, read_weights(take_variables(model))


@pytest.fixture(scope="module")
def keras_part(few_digits):
    from cnnlab.networks.warping import to_pixels

    split = few_digits.train
    return Part(to_pixels(split.images[:180]), split.labels[:180], 32, [0.001] * 6, 5)


def test_a_keras_graph_names_what_its_moving_averages_become(keras_network):
    _, graph, weights = keras_network
    assert graph.ends_in_softmax
    assert set(graph.updates) == {each.target for each in graph.weights if each.feed is Feed.BUFFER}
    assert {weights[name].shape for name in graph.updates} >= {(6,)}


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_keras_graph_is_trained_as_keras_itself_trains_it(keras_network, keras_part, rounds):
    """Keras's fit on the same images is the oracle, its moving averages too. A tenth of them is held out, the last ones."""
    from cnnlab.networks.workbench.keras_network import take_variables

    make, graph, weights = keras_network
    framework, part = FRAMEWORKS["keras"], keras_part
    model = make()
    images = part.pixels.reshape(-1, 28, 28, 1).astype(np.float32) / 255
    before = take_variables(model)
    for name, each in before.items():
        np.testing.assert_array_equal(each, weights[name])
    for _ in range(rounds):
        due, loss = train(graph, before, part, framework)
        # A part begins with a fresh optimiser.
        fresh = make()
        fresh.set_weights(model.get_weights())
        history = fresh.fit(
            images, part.labels, batch_size=32, epochs=1, shuffle=False, validation_split=0.1, verbose=0
        )
        model, theirs = fresh, take_variables(fresh)
        assert agrees(graph, before, due, theirs, framework)
        assert loss == pytest.approx(history.history["loss"][0], rel=1e-3)
        for name in graph.updates:
            assert not np.array_equal(due[name], before[name]) or due[name].dtype.kind == "i"
            np.testing.assert_allclose(theirs[name], due[name], rtol=1e-3, atol=1e-5)
        before = theirs
    shuffled = make()
    shuffled.fit(images, part.labels, batch_size=32, epochs=2, shuffle=True, validation_split=0.1, verbose=0)
    assert not agrees(graph, weights, train(graph, weights, part, framework)[0], take_variables(shuffled), framework)
