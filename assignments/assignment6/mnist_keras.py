"""Assignment 6: the CNN of the lecture in Keras, and the function that trains it."""

import keras
import numpy as np


def build_model() -> keras.Model:
    """Build and compile the network of the lecture. Channels come last, and every convolution is 3×3 without padding.

    image 28×28×1 -> Conv2D (32 filters) -> ReLU -> max pooling 2×2
                  -> Conv2D (64 filters) -> ReLU -> max pooling 2×2
                  -> Conv2D (64 filters) -> ReLU
                  -> flatten (576) -> Dense (64) -> ReLU -> Dense (10) -> softmax

    Returns:
        A new keras.Model (Sequential or Functional), compiled with Adam at its default learning rate, the cross-entropy loss
        for labels that are whole numbers, and the metric "accuracy".
    """
    raise NotImplementedError


def train(model: keras.Model, images: np.ndarray, labels: np.ndarray, epochs: int) -> dict[str, list[float]]:
    """Train `model` with its `fit`, as it was compiled.

    Takes 64 images per batch, in the order in which they come (whoever calls has shuffled them), and holds the last tenth out to watch.

    Args:
        model: a compiled Keras model.
        images: float32 array of shape (N, 28, 28, 1) with values between 0 and 1.
        labels: array of shape (N,), whole numbers from 0 to 9.
        epochs: how often to go through the images.

    Returns:
        The dict of the history: under "loss", "accuracy", "val_loss" and "val_accuracy" a list with one float per epoch.
    """
    raise NotImplementedError
