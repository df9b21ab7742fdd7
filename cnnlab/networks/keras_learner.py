"""A student's `build_model` and `train` in Keras."""

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.digits import CLASSES, MEAN, STD
from cnnlab.networks.history import Plan
from cnnlab.networks.learner import BeforeBatch, Images, Labels
from cnnlab.networks.students_fault import StudentFault, students_code
from cnnlab.networks.workbench.processor import use_threads
from cnnlab.networks.workbench.training import NotANumber

MEASURED = 500
SUMS_TO_ONE = 1e-3
SMALLEST = 1e-7


class KerasLearner:
    """A Learner whose optimiser and batches are those of the student's own compile and fit, on whichever backend Keras has."""

    def __init__(self, module: ModuleType, filename: str, plan: Plan) -> None:
        import keras

        self._keras, self._module, self._filename = keras, module, filename
        use_threads()
        keras.utils.set_random_seed(plan.seed)
        with students_code(filename):
            self._model = module.build_model()
            if not isinstance(self._model, keras.Model):
                raise StudentFault(text("build_model in {file} must return a Keras model.", file=filename))
            if not self._model.compiled:
                raise StudentFault(
                    text(
                        "build_model in {file} returned a model that is not compiled; call its compile(…) before you return it.",
                        file=filename,
                    )
                )

    def train(self, images: Images, labels: Labels, _: Sequence[float], before_batch: BeforeBatch) -> float:
        """Call the student's train for one epoch; the learning rate is the model's own."""
        step, begun = self._model.train_step, 0

        def counted(*data: Any) -> Any:
            nonlocal begun
            before_batch(begun)
            begun += 1
            return step(*data)

        self._model.train_step = counted
        try:
            with students_code(self._filename):
                history = self._module.train(self._model, _scaled(images), labels, 1)
        finally:
            self._model.train_step = step
        losses = history.get("loss") if isinstance(history, dict) else None
        if not isinstance(losses, list) or not losses:
            raise StudentFault(text("train must return the dict of the history: model.fit(…).history."))
        if not all(bool(np.isfinite(each).all()) for each in self.weights().values()):
            raise NotANumber(max(begun - 1, 0))
        return float(losses[-1])

    def evaluate(self, _: Images, __: Labels) -> None:
        """The assignment asks for no function that measures."""

    def logits(self, images: Images) -> NDArray[np.float32]:
        """What the network answers; of probabilities, their logarithms."""
        found = []
        for start in range(0, len(images), MEASURED):
            some = _scaled(images[start : start + MEASURED])
            with students_code(self._filename):
                answer = np.asarray(self._model.predict_on_batch(some), np.float32)
            if answer.shape != (len(some), CLASSES):
                raise StudentFault(
                    text(
                        "The model of build_model answers {count} images with {shape}; it must be of shape ({count}, {classes}).",
                        count=len(some),
                        shape=answer.shape,
                        classes=CLASSES,
                    )
                )
            found.append(answer)
        answers = np.concatenate(found)
        are_probabilities = bool((answers >= 0).all()) and bool((abs(answers.sum(axis=1) - 1) < SUMS_TO_ONE).all())
        return np.log(np.clip(answers, SMALLEST, 1)) if are_probabilities else answers

    def weights(self) -> Mapping[str, NDArray[Any]]:
        """Copies of every weight, by the path that Keras gives it."""
        convert = self._keras.ops.convert_to_numpy
        return {each.path: np.array(convert(each.value)) for each in self._model.weights}


def _scaled(images: Images) -> NDArray[np.float32]:
    """Normalised images of shape (N, 1, 28, 28) as Keras's have it: from 0 to 1, of shape (N, 28, 28, 1)."""
    return (np.moveaxis(images, 1, -1) * np.float32(STD) + np.float32(MEAN)).clip(0, 1)
