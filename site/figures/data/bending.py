"""Digits as people might have drawn them otherwise: for training, and on a pad to measure."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from cnnlab.lectures.computing.framing import framed
from cnnlab.networks.digits import MEAN, STD

Pixels = NDArray[np.uint8]
DEGREES, SLANT, SCALE, SHIFT = 12.0, 0.2, 0.15, 1.5
THINNER, THICKER, ROUNDS = 0.7, 1.0, 2
PAD, BATCH = 112, 1000


@dataclass(frozen=True)
class Drawn:
    """How digits are drawn on the pad: from `smallest` to `largest` as a share of it, with strokes so many pixels of the pad thicker."""

    smallest: float
    largest: float
    thicker: int


DRAWN = {"moved": Drawn(0.4, 0.9, 0), "thin": Drawn(0.6, 0.9, -2), "thick": Drawn(0.6, 0.9, 6)}


def bent(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Turn, slant, scale and move digits of shape (N, 1, 28, 28), and make most of them thinner or thicker."""
    count = len(pixels)
    angle, slant = np.deg2rad(rng.uniform(-DEGREES, DEGREES, count)), rng.uniform(-SLANT, SLANT, count)
    wide, high = rng.uniform(1 - SCALE, 1 + SCALE, (2, count))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]).transpose(2, 0, 1)
    shape = np.array([[wide, slant], [np.zeros(count), high]]).transpose(2, 0, 1)
    shift = rng.uniform(-SHIFT, SHIFT, (count, 2, 1)) * 2 / pixels.shape[-1]
    images = _sampled(pixels, np.concatenate([turn @ shape, shift], axis=2), pixels.shape[-1])
    for _ in range(ROUNDS):
        images = _with_another_pen(images, rng.uniform(-THINNER, THICKER, count) * (rng.random(count) < 0.5))
    # The darkest pixel of a framed drawing is 1, however thin the pen.
    return _bytes(images * 255 / images.amax(dim=(1, 2, 3), keepdim=True).clamp(min=1))


def _with_another_pen(images: torch.Tensor, amount: NDArray[np.float64]) -> torch.Tensor:
    """Strokes up to a pixel wider on each side (amount 1), or thinner (below 0)."""
    pen = torch.from_numpy(amount.astype(np.float32)).reshape(-1, 1, 1, 1)
    wider, thinner = F.max_pool2d(images, 3, 1, 1), -F.max_pool2d(-images, 3, 1, 1)
    return images + (torch.where(pen > 0, wider, thinner) - images) * pen.abs()


def redrawn(pixels: Pixels, how: Drawn, seed: int = 0) -> NDArray[np.float32]:
    """What the network sees, (N, 1, 28, 28) and normalised, when digits (N, 28, 28) are drawn somewhere on the pad."""
    pads = thickened(on_a_pad(pixels, how, np.random.default_rng(seed)), how.thicker)
    seen = np.stack([framed(pad / 255) for pad in pads])[:, np.newaxis].astype(np.float32)
    return (seen - np.float32(MEAN)) / np.float32(STD)


def on_a_pad(pixels: Pixels, how: Drawn, rng: np.random.Generator) -> Pixels:
    """Put each digit somewhere on a pad of its own, (N, 112, 112), with nothing of it outside."""
    count = len(pixels)
    scale = rng.uniform(how.smallest, how.largest, count)
    middle = rng.uniform(-1, 1, (count, 2)) * (1 - scale)[:, np.newaxis]
    matrices = np.zeros((count, 2, 3))
    matrices[:, 0, 0] = matrices[:, 1, 1] = 1 / scale
    matrices[:, :, 2] = -middle / scale[:, np.newaxis]
    return _bytes(_sampled(pixels[:, np.newaxis], matrices, PAD))[:, 0]


def thickened(pads: Pixels, by: int) -> Pixels:
    """Strokes that are so many pixels of the pad thicker; thinner where `by` is negative."""
    sign = -1 if by < 0 else 1
    parts = [torch.from_numpy(pads[start : start + BATCH, np.newaxis]).float() for start in range(0, len(pads), BATCH)]
    return np.concatenate([_bytes(sign * F.max_pool2d(sign * part, abs(by) + 1, 1, abs(by) // 2)) for part in parts])[
        :, 0
    ]


def _sampled(pixels: Pixels, matrices: NDArray[np.float64], side: int) -> torch.Tensor:
    parts = []
    for start in range(0, len(pixels), BATCH):
        images = torch.from_numpy(pixels[start : start + BATCH]).float()
        turned = torch.from_numpy(matrices[start : start + BATCH].astype(np.float32))
        grid = F.affine_grid(turned, [len(images), 1, side, side], align_corners=False)
        parts.append(F.grid_sample(images, grid, align_corners=False))
    return torch.cat(parts)


def _bytes(images: torch.Tensor) -> Pixels:
    pixels: Pixels = images.round().clamp(0, 255).to(torch.uint8).numpy()
    return pixels
