"""What a graph with its weights makes of images: the only word on accuracy that counts."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnlab.networks.digits import CLASSES
from cnnlab.networks.framework import Framework
from cnnlab.networks.graph import Graph
from cnnlab.networks.replay import measure_batches, run, to_tensors

BATCH = 500


def answers(
    graph: Graph,
    weights: Mapping[str, NDArray[Any]],
    pixels: NDArray[np.uint8],
    framework: Framework,
    device: str = "cpu",
) -> NDArray[np.int64]:
    """The digit that the network takes each image for; -1 where its logits are no numbers."""
    tensors = {name: each.to(device) for name, each in to_tensors(weights).items()}
    measure_batches(graph, tensors, framework.shape, len(pixels), BATCH)
    found = []
    torch.manual_seed(0)  # dropout that stays on in evaluation is by chance, but by the same chance every time
    with torch.inference_mode():
        for start in range(0, len(pixels), BATCH):
            logits = run(graph, tensors, framework.to_images(pixels[start : start + BATCH]).to(device))
            guesses = logits.argmax(1)
            guesses[~torch.isfinite(logits).all(1)] = -1
            found.append(guesses.cpu().numpy())
    return np.concatenate(found)


def accuracy(guesses: NDArray[np.int64], labels: NDArray[np.int64]) -> float:
    """The share of images that were taken for what they are, in [0, 1]."""
    return float((guesses == labels).mean())


def confusion(guesses: NDArray[np.int64], labels: NDArray[np.int64]) -> tuple[tuple[int, ...], ...]:
    """How often a digit (row) was taken for a digit (column)."""
    counts = np.zeros((CLASSES, CLASSES), np.int64)
    known = guesses >= 0
    np.add.at(counts, (labels[known], guesses[known]), 1)
    return tuple(tuple(int(each) for each in row) for row in counts)
