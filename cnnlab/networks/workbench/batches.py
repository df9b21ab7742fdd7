"""Batches of digits, as a student's loops meet them."""

from collections.abc import Callable, Iterator

import numpy as np
import torch
from numpy.typing import NDArray

# Mean and standard deviation of MNIST's training pixels; the trusted side normalises with the same numbers.
MEAN, STD = 0.1307, 0.3081


def to_images(pixels: NDArray[np.uint8]) -> torch.Tensor:
    """Normalised float32 images of pixels from 0 to 255, both of shape (N, 1, 28, 28)."""
    return torch.from_numpy(pixels).float().div_(255).sub_(MEAN).div_(STD)


class Loader:
    """Gives batches like a DataLoader without shuffling, but cut from whole tensors: nothing is copied image by image.

    It can be gone through any number of times. `on_batch` is told the number of each batch before it is handed out.
    """

    def __init__(
        self,
        images: torch.Tensor,
        labels: torch.Tensor,
        batch_size: int,
        on_batch: Callable[[int], None] = lambda _: None,
    ) -> None:
        self.dataset = torch.utils.data.TensorDataset(images, labels)
        self.batch_size = batch_size
        self._images, self._labels, self._on_batch = images, labels, on_batch

    def __len__(self) -> int:
        return (len(self._images) + self.batch_size - 1) // self.batch_size

    def __iter__(self) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        for number in range(len(self)):
            self._on_batch(number)
            part = slice(number * self.batch_size, (number + 1) * self.batch_size)
            yield self._images[part], self._labels[part]
