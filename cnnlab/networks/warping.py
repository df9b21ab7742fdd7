"""Digits turned by a few degrees and moved by a pixel: what no table of known images has, and what training should bear."""

import math
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from cnnlab.networks.digits import MEAN, SIDE, STD

BATCH = 5000


@dataclass(frozen=True)
class Warp:
    """At most so many degrees and so many pixels, each image by its own."""

    degrees: float
    pixels: float


# Training sees a little more than what is graded, as a margin.
GRADED, TRAINED = Warp(5.0, 1.0), Warp(6.0, 1.5)


def to_pixels(images: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Pixels from 0 to 255 of normalised images: what `digits.split` began with."""
    pixels: NDArray[np.uint8] = (
        np.rint((images * np.float32(STD) + np.float32(MEAN)) * 255).clip(0, 255).astype(np.uint8)
    )
    return pixels


def warp(pixels: NDArray[np.uint8], amount: Warp, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Turn and move each image of shape (1, 28, 28), with bilinear interpolation and an empty border."""
    count = len(pixels)
    angle = rng.uniform(-amount.degrees, amount.degrees, count) * math.pi / 180
    shift = rng.uniform(-amount.pixels, amount.pixels, (count, 2)) * 2 / SIDE
    turn = np.stack([np.cos(angle), -np.sin(angle), shift[:, 0], np.sin(angle), np.cos(angle), shift[:, 1]], axis=1)
    matrices = torch.from_numpy(turn.reshape(count, 2, 3).astype(np.float32))
    warped = np.empty_like(pixels)
    # In pieces: the grid of all 55,000 images would take 345 MB.
    for start in range(0, count, BATCH):
        part = slice(start, start + BATCH)
        images = torch.from_numpy(pixels[part]).float()
        grid = F.affine_grid(matrices[part], list(images.shape), align_corners=False)
        warped[part] = F.grid_sample(images, grid, align_corners=False).round_().clamp_(0, 255).to(torch.uint8).numpy()
    return warped
