"""Train the network of draw-a-digit, and write what the page and the figures need of it.

    CNNLAB_DATA=/path/to/mnist python site/figures/data/train.py            # about five minutes on one core
    CNNLAB_DATA=/path/to/mnist python site/figures/data/train.py --measure  # measure the weights that are there once more

It is the lecture's PyTorch network with the reference's own training loop (solutions/assignment4), on MNIST, and on digits that
bending.py bends: turned, scaled, slanted, moved, thinner and thicker. The weights go in eight bits each into
widgets/draw-a-digit-weights.js, and everything measured is measured with these.
"""

import argparse
import base64
import itertools
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bending import DRAWN, bent, redrawn
from numpy.typing import NDArray

from cnnlab.lectures.computing.packing import packed, unpacked
from cnnlab.networks.digits import CLASSES, Digits, Source, Split, split
from cnnlab.networks.history import Plan, Point
from cnnlab.networks.learner import learner_of
from cnnlab.networks.loading import load
from cnnlab.networks.location import find_place
from cnnlab.networks.measuring import confusion
from cnnlab.networks.schedule import learning_rates
from cnnlab.networks.scoring import guesses_of, misread_of, score
from cnnlab.networks.students_fault import module_of
from cnnlab.networks.torch_learner import TorchLearner
from cnnlab.networks.warping import to_pixels
from cnnlab.networks.workbench.weights import give_weights

HERE = Path(__file__).resolve().parent
SITE = HERE.parents[1]
REFERENCE = SITE.parent / "solutions" / "assignment4" / "reference" / "mnist_cnn.py"
WEIGHTS = SITE / "widgets" / "draw-a-digit-weights.js"
SAMPLES = SITE / "widgets" / "draw-a-digit-samples.js"
PLAN = Plan(epochs=12, batch_size=96, learning_rate=0.003, device="cpu", seed=16)
POINTS, MISREAD_SHOWN = 4, 8
MEASURED = 500
MADE = "Made by site/figures/data/train.py: MNIST, the network of solutions/assignment4, weights in eight bits."


def train(learner: TorchLearner, digits: Digits) -> list[Point]:
    """Every epoch sees the training digits anew, each bent in another way."""
    rng = np.random.default_rng(PLAN.seed)
    pixels, count = to_pixels(digits.train.images), len(digits.train.images)
    per_epoch = -(-count // PLAN.batch_size)
    rates = learning_rates(PLAN.learning_rate, per_epoch * PLAN.epochs)
    edges = [per_epoch * part // POINTS for part in range(POINTS + 1)]
    points = []
    for epoch in range(PLAN.epochs):
        order = rng.permutation(count)
        for begin, end in itertools.pairwise(edges):
            chosen = order[begin * PLAN.batch_size : end * PLAN.batch_size]
            part = split(bent(pixels[chosen], rng)[:, 0], digits.train.labels[chosen].astype(np.uint8))
            now = slice(epoch * per_epoch + begin, epoch * per_epoch + end)
            loss = learner.train(part.images, part.labels, rates[now], lambda _: None)
            held_out = score(learner.logits(digits.held_out.images), digits.held_out.labels)
            points.append(Point(epoch + end / per_epoch, loss, held_out))
            print(f"epoch {points[-1].epochs:.2f}: loss {loss:.4f}, held out {held_out.accuracy:.4f}", flush=True)
    return points


def measure(model: torch.nn.Module, weights: dict[str, Any], test: Split) -> None:
    """What the figures show: of the packed weights, on the test digits as they are, and drawn elsewhere and otherwise."""
    give_weights(model, weights)
    logits, pixels = logits_of(model, test.images), to_pixels(test.images)[:, 0]
    conv1 = {"weight": weights["conv1.weight"][:, 0].round(5).tolist(), "bias": weights["conv1.bias"].round(5).tolist()}
    _write("learned-filters", conv1)
    example = {"digit": int(test.labels[0]), "image": pixels[0].tolist(), "logits": logits[0].round(3).tolist()}
    _write("digit-through-network", example | conv1)
    _write("confusion-matrix", {"confusion": confusion(guesses_of(logits), test.labels)})
    wrong = misread_of(logits, test.labels)[:MISREAD_SHOWN]
    _write("misread-digits", {"misread": [asdict(each) | {"image": pixels[each.number].tolist()} for each in wrong]})
    found = {"given": score(logits, test.labels).accuracy}
    for name, drawn in DRAWN.items():
        found[name] = score(logits_of(model, redrawn(pixels, drawn)), test.labels).accuracy
        print(f"{name}: {found[name]:.4f}", flush=True)
    _write("digit-robustness", {"images": len(pixels), "accuracy": found})


def logits_of(model: torch.nn.Module, images: NDArray[np.float32]) -> NDArray[np.float32]:
    """Answers (N, 10) to images (N, 1, 28, 28), part by part."""
    model.eval()
    with torch.no_grad():
        parts = [model(part).numpy() for part in torch.from_numpy(images).split(MEASURED)]
    return np.concatenate(parts)


def write_samples(digits: Digits) -> None:
    """The first test digit of each kind, for the page's buttons; the network has never learned from it."""
    pixels = to_pixels(digits.test.images)[:, 0]
    first = [pixels[int(np.argmax(digits.test.labels == digit))] for digit in range(CLASSES)]
    images = json.dumps([base64.b64encode(image.tobytes()).decode("ascii") for image in first], indent=0)
    SAMPLES.write_text(
        f"// {MADE}\n// The digits are MNIST's, by LeCun, Cortes and Burges.\nexport const SAMPLES = {images};\n",
        encoding="utf-8",
    )


def _write(name: str, content: dict[str, object]) -> None:
    words = json.dumps({"made": MADE, **content}, separators=(",", ":"))
    (HERE / f"{name}.json").write_text(words + "\n", encoding="utf-8")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--measure", action="store_true", help="only measure the weights that are there")
    torch.set_num_threads(1)
    digits = load(find_place())
    if digits.source is not Source.MNIST:
        asked.error("these weights are for MNIST; name its folder in CNNLAB_DATA")
    module = module_of("mnist_cnn", REFERENCE.read_text(encoding="utf-8"))
    learner = learner_of("torch", module, REFERENCE.name, PLAN)
    assert isinstance(learner, TorchLearner)
    if not asked.parse_args().measure:
        started = time.monotonic()
        points = train(learner, digits)
        plan = asdict(PLAN) | {"images": len(digits.train.images), "seconds": round(time.monotonic() - started)}
        _write("learning-curves", {"plan": plan, "points": [asdict(point) for point in points]})
        WEIGHTS.write_text(packed(learner.weights(), MADE), encoding="utf-8")
    write_samples(digits)
    measure(module.SimpleCNN(), unpacked(WEIGHTS.read_text(encoding="utf-8")), digits.test)


if __name__ == "__main__":
    main()
