"""Accuracy and confusion are counted here, against the plainest way of counting."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnlab.networks.framework import FRAMEWORKS
from cnnlab.networks.measuring import BATCH, accuracy, answers, confusion

TORCH = FRAMEWORKS["torch"]


def test_answers_are_those_of_the_module_across_batches(exported):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(1, 4, 5), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(4 * 24 * 24, 10)
    ).eval()
    graph, weights, _ = exported(model)
    pixels = np.random.default_rng(0).integers(0, 256, (BATCH + 7, 1, 28, 28), dtype=np.uint8)
    with torch.no_grad():
        due = model(TORCH.to_images(pixels)).argmax(1).numpy()
    np.testing.assert_array_equal(answers(graph, weights, pixels, TORCH), due)


def test_logits_that_are_no_numbers_are_no_answer(exported):
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
    graph, weights, _ = exported(model)
    weights["1.bias"] = np.array([0, 0, np.nan] + [0] * 7, np.float32)
    found = answers(graph, weights, np.zeros((3, 1, 28, 28), np.uint8), TORCH)
    assert found.tolist() == [-1, -1, -1]
    assert accuracy(found, np.array([2, 0, 2])) == 0
    assert np.sum(confusion(found, np.array([2, 0, 2]))) == 0


def test_the_weights_are_not_changed_by_measuring(exported):
    class Counts(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 10, 28)
            self.register_buffer("seen", torch.zeros(10))

        def forward(self, x):
            self.seen.add_(1)
            return self.conv(x).flatten(1) + self.seen

    graph, weights, _ = exported(Counts())
    before = {name: each.copy() for name, each in weights.items()}
    answers(graph, weights, np.zeros((BATCH + 1, 1, 28, 28), np.uint8), TORCH)
    for name, each in weights.items():
        np.testing.assert_array_equal(each, before[name])


def test_rows_are_digits_and_columns_are_guesses():
    labels, guesses = np.array([3, 3, 3, 7]), np.array([3, 5, -1, 7])
    table = confusion(guesses, labels)
    assert (table[3][3], table[3][5], table[7][7]) == (1, 1, 1)
    assert sum(map(sum, table)) == 3
    assert len(table) == 10
    assert all(len(row) == 10 for row in table)
    assert accuracy(guesses, labels) == pytest.approx(0.5)
