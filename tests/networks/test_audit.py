"""An honest part of training comes out the same when it is repeated; a loop that does anything else does not."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from cnnlab.networks import audit
from cnnlab.networks.audit import Part, chosen, follows_gradient
from cnnlab.networks.framework import FRAMEWORKS
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


@pytest.fixture
def judged(exported, part):
    """Train a part with a loop and judge it; answers whether it followed the gradient."""

    def judged(loop, make=plain):
        model = make()
        graph, weights, _ = exported(model, training=True)
        result = train_part(
            make(), loop, weights, part.pixels, part.labels, part.batch_size, part.learning_rates, part.seed
        )
        return follows_gradient(graph, weights, result["weights"], part, TORCH)

    return judged


def honest(model, loader, optimizer, device):
    model.train()
    for images, labels in loader:
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
    return 0.0


@pytest.mark.parametrize("make", [plain, with_dropout, with_batch_norm, with_both, Lecture])
def test_an_honest_part_follows_the_gradient(judged, make):
    assert judged(honest, make)


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


def test_weights_that_stayed_where_they_were_have_no_way(exported, part):
    model = plain()
    graph, weights, _ = exported(model, training=True)
    assert not follows_gradient(graph, weights, take_weights(plain()), part, TORCH)


def test_distance_is_the_length_over_all_named_weights():
    one = {"a": np.array([3.0], np.float32), "b": np.array([[4.0]], np.float32), "c": np.array([100.0], np.float32)}
    other = {name: np.zeros_like(each) for name, each in one.items()}
    assert audit.distance(one, other, ["a", "b"]) == pytest.approx(5)


@pytest.mark.parametrize("count", range(1, 9))
def test_the_first_and_the_longest_are_always_chosen_and_every_part_by_chance(count):
    moves = [float((7 * number) % 5) for number in range(count)]
    longest = max(range(1, count), key=lambda number: moves[number], default=0)
    reached = set()
    for seed in range(150):
        found = chosen(moves, np.random.default_rng(seed))
        assert {0, longest} <= set(found)
        assert found == sorted(set(found))
        assert len(found) <= 3
        reached |= set(found)
    assert reached == set(range(count))


def test_no_parts_have_none_to_choose():
    assert chosen([], np.random.default_rng(0)) == []
