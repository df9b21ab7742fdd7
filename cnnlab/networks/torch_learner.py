"""A student's `SimpleCNN`, `train_epoch` and `evaluate` in PyTorch."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from numbers import Real
from types import ModuleType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.digits import CLASSES, SIDE
from cnnlab.networks.history import Plan, Score
from cnnlab.networks.learner import BeforeBatch, Images, Labels
from cnnlab.networks.students_fault import StudentFault, students_code
from cnnlab.networks.workbench.batches import Loader
from cnnlab.networks.workbench.processor import use_threads
from cnnlab.networks.workbench.training import NotANumber
from cnnlab.networks.workbench.weights import take_weights

MEASURED = 500
LONGEST = 60


class TorchLearner:
    """A Learner with one Adam from the first batch to the last."""

    def __init__(self, module: ModuleType, filename: str, plan: Plan) -> None:
        self._module, self._filename, self._batch_size = module, filename, plan.batch_size
        self._place = torch.device(plan.device)
        use_threads()
        torch.manual_seed(plan.seed)
        with students_code(filename):
            model = module.SimpleCNN()
            if not isinstance(model, torch.nn.Module):
                raise StudentFault(text("SimpleCNN in {file} must be a torch.nn.Module.", file=filename))
            self._model = model.to(self._place)
            self._format = self._fastest_format()
            self._model.to(memory_format=self._format)
            self._optimizer = torch.optim.Adam(self._model.parameters(), lr=plan.learning_rate)

    def _fastest_format(self) -> torch.memory_format:
        """With the channels last, these cores train 1.4 times as fast; but a `view` over channels, as in the lecture, then fails."""
        images = torch.zeros(2, 1, SIDE, SIDE, device=self._place).contiguous(memory_format=torch.channels_last)
        try:
            self._model.to(memory_format=torch.channels_last)
            with _evaluating(self._model):
                self._model(images)
        except RuntimeError:
            return torch.contiguous_format
        return torch.channels_last

    def train(self, images: Images, labels: Labels, rates: Sequence[float], before_batch: BeforeBatch) -> float:
        """Call the student's train_epoch."""

        def before(number: int) -> None:
            if number:
                self._demand_numbers(number - 1)
            for group in self._optimizer.param_groups:
                # A loop that goes through the loader once more than it should goes on with the last rate.
                group["lr"] = rates[min(number, len(rates) - 1)]
            before_batch(number)

        with students_code(self._filename):
            loader = Loader(self._tensor(images), torch.from_numpy(labels), self._batch_size, before)
            loss = self._module.train_epoch(self._model, loader, self._optimizer, self._place)
        self._demand_numbers(len(rates) - 1)
        if not _is_number(loss):
            raise StudentFault(
                text(
                    "train_epoch returned {value}; it must return the mean loss per image, as a float.",
                    value=_shortly(loss),
                )
            )
        return float(loss)

    def _demand_numbers(self, number: int) -> None:
        if not all(bool(torch.isfinite(each).all()) for each in self._model.parameters()):
            raise NotANumber(number)

    def evaluate(self, images: Images, labels: Labels) -> Score:
        """Call the student's evaluate."""
        with students_code(self._filename):
            loader = Loader(self._tensor(images), torch.from_numpy(labels), self._batch_size)
            said = self._module.evaluate(self._model, loader, self._place)
        if not torch.is_grad_enabled():
            torch.set_grad_enabled(True)
            raise StudentFault(
                text(
                    "evaluate leaves gradients switched off, and nothing can be trained any more: use `with torch.no_grad():`."
                )
            )
        if not isinstance(said, (tuple, list)) or len(said) != 2 or not all(map(_is_number, said)):
            raise StudentFault(
                text(
                    "evaluate returned {value}; it must return two floats: the mean loss per image, and the accuracy.",
                    value=_shortly(said),
                )
            )
        return Score(*map(float, said))

    def logits(self, images: Images) -> NDArray[np.float32]:
        """Run the network without the student's loops."""
        found = []
        for start in range(0, len(images), MEASURED):
            some = images[start : start + MEASURED]
            with students_code(self._filename), _evaluating(self._model):
                answer = self._model(self._tensor(some).to(self._place))
            if not isinstance(answer, torch.Tensor) or tuple(answer.shape) != (len(some), CLASSES):
                shape = tuple(answer.shape) if isinstance(answer, torch.Tensor) else type(answer).__name__
                raise StudentFault(
                    text(
                        "SimpleCNN answers {count} images with {shape}; it must be logits of shape ({count}, {classes}).",
                        count=len(some),
                        shape=shape,
                        classes=CLASSES,
                    )
                )
            found.append(answer.detach().float().cpu().numpy())
        return np.concatenate(found)

    def weights(self) -> Mapping[str, NDArray[Any]]:
        """Copies of the state of the network."""
        with students_code(self._filename):
            return take_weights(self._model)

    def _tensor(self, images: Images) -> torch.Tensor:
        return torch.from_numpy(images).contiguous(memory_format=self._format)


@contextmanager
def _evaluating(model: torch.nn.Module) -> Iterator[None]:
    """In evaluation mode and without gradients, and afterwards as it was."""
    was = model.training
    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        model.train(was)


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _shortly(value: object) -> str:
    words = repr(value)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
