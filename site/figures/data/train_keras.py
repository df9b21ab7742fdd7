"""Train the lecture's Keras network, the reference of assignment 6, and keep its curves.

    CNNLAB_DATA=/path/to/mnist python site/figures/data/train_keras.py

The last tenth of MNIST's training digits is held out by `validation_split`; the test digits are measured once, at the end.
"""

import json
import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import numpy as np

from cnnlab.networks.digits import Source
from cnnlab.networks.loading import load
from cnnlab.networks.location import find_place

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parents[2] / "solutions" / "assignment6" / "reference" / "mnist_keras.py"
EPOCHS, SEED = 5, 6
MADE = "Made by site/figures/data/train_keras.py: MNIST, the network and the loop of solutions/assignment6."


def reference() -> ModuleType:
    spec = spec_from_file_location("mnist_keras", REFERENCE)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    os.environ["KERAS_BACKEND"] = "torch"
    import keras

    digits = load(find_place())
    if digits.source is not Source.MNIST:
        raise SystemExit("These curves are of MNIST; name its folder in CNNLAB_DATA.")
    keras.utils.set_random_seed(SEED)
    images, labels = (
        np.concatenate(each)
        for each in zip(*((s.images, s.labels) for s in (digits.train, digits.held_out)), strict=True)
    )
    module = reference()
    model = module.build_model()
    history = module.train(model, np.moveaxis(images, 1, -1), labels, EPOCHS)
    loss, accuracy = model.evaluate(np.moveaxis(digits.test.images, 1, -1), digits.test.labels, verbose=0)
    content = {"made": MADE, "images": len(images), "history": history, "test": {"loss": loss, "accuracy": accuracy}}
    (HERE / "keras-curves.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
