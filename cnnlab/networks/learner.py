"""What a student's module brings to a training, whatever it is written with."""

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from cnnlab.errors import UsageError
from cnnlab.messages import text
from cnnlab.networks.history import Plan, Score
from cnnlab.networks.students_fault import StudentFault

Images = NDArray[np.float32]
Labels = NDArray[np.int64]
BeforeBatch = Callable[[int], None]


class Learner(Protocol):
    """A network of the student's with the loops that train and measure it.

    Each method raises StudentFault where the student's code raises, or returns what it should not.
    """

    def train(self, images: Images, labels: Labels, rates: Sequence[float], before_batch: BeforeBatch) -> float:
        """Train with one pass over the images, with a learning rate for each batch, and return the mean loss per image.

        Raises:
            NotANumber: with the number of the batch that made the weights NaN.
        """

    def evaluate(self, images: Images, labels: Labels) -> Score | None:
        """What the student's own code says about these images; nothing where the assignment asks for no such function."""

    def logits(self, images: Images) -> NDArray[np.float32]:
        """What the network answers: shape (N, 10), in evaluation mode."""

    def weights(self) -> Mapping[str, NDArray[Any]]:
        """Every parameter and buffer, by name."""


def _torch_learner(module: ModuleType, filename: str, plan: Plan) -> Learner:
    from cnnlab.networks.torch_learner import TorchLearner

    return TorchLearner(module, filename, plan)


def _keras_learner(module: ModuleType, filename: str, plan: Plan) -> Learner:
    from cnnlab.networks.keras_learner import KerasLearner

    return KerasLearner(module, filename, plan)


Make = Callable[[ModuleType, str, Plan], Learner]
# For each framework, what a student's module has to define, and what makes a learner of it.
KINDS: Mapping[str, tuple[tuple[str, ...], Make]] = {
    "torch": (("SimpleCNN", "train_epoch", "evaluate"), _torch_learner),
    "keras": (("build_model", "train"), _keras_learner),
}


def learner_of(framework: str, module: ModuleType, filename: str, plan: Plan) -> Learner:
    """The learner of a student's module.

    Raises:
        UsageError: where there is none for the framework.
        StudentFault: where the module lacks what its framework needs, or its network cannot be made.
    """
    if framework not in KINDS:
        raise UsageError(
            text(
                "`cnnlab train` cannot train networks of {framework}; it can those of {known}.",
                framework=framework,
                known=", ".join(KINDS),
            )
        )
    names, make = KINDS[framework]
    missing = [name for name in names if not callable(getattr(module, name, None))]
    if missing:
        raise StudentFault(
            text(
                "{file} does not define {missing}. `cnnlab train` needs {names}.",
                file=filename,
                missing=", ".join(missing),
                names=", ".join(names),
            )
        )
    return make(module, filename, plan)
