"""The reference of assignment 6 against plain PyTorch; its driver against the grader's own training; the handout against what is computed."""

import ast
import importlib.util
import os
import re
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

# Read when Keras is imported for the first time.
os.environ.setdefault("KERAS_BACKEND", "torch")
torch, keras = pytest.importorskip("torch"), pytest.importorskip("keras")

import torch.nn.functional as F  # noqa: E402

from cnnlab.networks import audit  # noqa: E402
from cnnlab.networks.framework import FRAMEWORKS  # noqa: E402
from cnnlab.networks.initial import initial_weights  # noqa: E402
from cnnlab.networks.reading import read_graph, read_weights  # noqa: E402

ROOT = Path(__file__).parents[2]
HANDOUT, SOLUTION = ROOT / "assignments" / "assignment6", ROOT / "solutions" / "assignment6"
READMES = [HANDOUT / "README.md", HANDOUT / "README.ko.md"]
PLAN = tomllib.loads((HANDOUT / "assignment.toml").read_text(encoding="utf-8"))["training"]
BLOCK = re.compile(r"^```python\n(import keras\n.*?)^```", re.MULTILINE | re.DOTALL)
# Adam as Keras has it: Kingma and Ba's second form (arXiv:1412.6980, section 2), whose epsilon stands beside the uncorrected root.
LEARNING_RATE, BETA_1, BETA_2, EPSILON = 0.001, 0.9, 0.999, 1e-7


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


mnist_keras = load(SOLUTION / "reference" / "mnist_keras.py", "assignment6_reference")
driver = load(HANDOUT / "driver.py", "assignment6_driver")


def digits(count, seed=0):
    rng = np.random.default_rng(seed)
    return rng.random((count, 28, 28, 1), dtype=np.float32), rng.integers(0, 10, count)


def weights_of(model):
    return [torch.tensor(each) for each in model.get_weights()]


def log_probabilities(weights, images):
    """The network in PyTorch: channels in front, and back again where the maps are flattened."""
    maps = images.permute(0, 3, 1, 2)
    for kernel, bias, pools in zip(weights[0:6:2], weights[1:6:2], (True, True, False), strict=True):
        maps = F.relu(F.conv2d(maps, kernel.permute(3, 2, 0, 1), bias))
        maps = F.max_pool2d(maps, 2) if pools else maps
    hidden = F.relu(maps.permute(0, 2, 3, 1).flatten(1) @ weights[6] + weights[7])
    return F.log_softmax(hidden @ weights[8] + weights[9], dim=1)


def trained_by_hand(weights, images, labels):
    """One epoch of Adam on batches of 64, and each batch's mean loss."""
    weights = [each.clone().requires_grad_() for each in weights]
    means = [(torch.zeros_like(each), torch.zeros_like(each)) for each in weights]
    losses = []
    for step, start in enumerate(range(0, len(labels), 64), start=1):
        batch = slice(start, start + 64)
        loss = F.nll_loss(log_probabilities(weights, images[batch]), labels[batch])
        losses.append(loss.item() * len(labels[batch]))
        gradients = torch.autograd.grad(loss, weights)
        rate = LEARNING_RATE * (1 - BETA_2**step) ** 0.5 / (1 - BETA_1**step)
        with torch.no_grad():
            for weight, gradient, (first, second) in zip(weights, gradients, means, strict=True):
                first.lerp_(gradient, 1 - BETA_1)
                second.lerp_(gradient**2, 1 - BETA_2)
                weight.sub_(rate * first / (second.sqrt() + EPSILON))
    return weights, sum(losses) / len(labels)


def test_the_network_is_the_lectures():
    model = mnist_keras.build_model()
    images, _ = digits(5)
    due = log_probabilities(weights_of(model), torch.tensor(images)).exp()
    np.testing.assert_allclose(model.predict(images, verbose=0), due, atol=1e-6)


def test_training_is_adam_on_the_first_nine_tenths_in_batches_of_64():
    model = mnist_keras.build_model()
    images, labels = digits(150)
    before = weights_of(model)
    history = mnist_keras.train(model, images, labels, 1)
    x, y = torch.tensor(images), torch.tensor(labels)
    due, loss = trained_by_hand(before, x[:135], y[:135])
    for found, weight in zip(model.get_weights(), due, strict=True):
        # Three steps of 0.001; where a gradient is next to nothing, rounding turns some of them.
        np.testing.assert_allclose(found, weight.detach(), atol=2e-4)
    held_out = F.nll_loss(log_probabilities(due, x[135:]), y[135:]).item()
    assert list(history) == ["accuracy", "loss", "val_accuracy", "val_loss"]
    np.testing.assert_allclose(history["loss"], [loss], rtol=1e-5)
    np.testing.assert_allclose(history["val_loss"], [held_out], rtol=1e-4)


def test_training_is_repeatable_to_the_digit():
    images, labels = digits(90)
    trained = []
    for _ in range(2):
        keras.utils.set_random_seed(3)
        model = mnist_keras.build_model()
        history = mnist_keras.train(model, images, labels, 2)
        trained.append([*model.get_weights(), *(np.array(each) for each in history.values())])
    assert all(np.array_equal(one, other) for one, other in zip(*trained, strict=True))


@pytest.mark.parametrize("name", ["reference", *sorted(each.name for each in (SOLUTION / "alternatives").iterdir())])
def test_train_arrives_where_the_graders_training_does(name):
    folder = SOLUTION / name if name == "reference" else SOLUTION / "alternatives" / name
    student = load(folder / "mnist_keras.py", f"assignment6_{name}")
    value = driver.exported(student, True)
    graph, given = read_graph(value["graph"]), read_weights(value["weights"])
    rng = np.random.default_rng(1)
    before = initial_weights(graph, given, rng)
    pixels, labels = rng.integers(0, 256, (320, 1, 28, 28), dtype=np.uint8), rng.integers(0, 10, 320)
    part = audit.Part(pixels, labels, PLAN["batch_size"], [PLAN["learning_rate"]] * 5, seed=7)
    due, _ = audit.train(graph, before, part, FRAMEWORKS["keras"])
    found = driver.trained(student, before, pixels, labels, part.batch_size, part.learning_rates, part.seed)["weights"]
    assert audit.agrees(graph, before, due, found, FRAMEWORKS["keras"])


def test_the_driver_gives_the_same_answers_to_the_same_questions():
    images, labels = digits(4)
    lesson = {"weight": np.ones((1, 10)), "bias": np.zeros(10), "brightness": np.arange(20) / 20}
    for ask in (
        lambda: driver.answers(mnist_keras, images, 1).tolist(),
        lambda: driver.evaluated(mnist_keras, images, labels, 1),
        lambda: driver.moves(mnist_keras, images, labels, 1),
        lambda: driver.moves_by_train(mnist_keras, images, labels, 1),
        lambda: driver.train(mnist_keras, **lesson, labels=np.arange(20) % 10, epochs=2, learning_rate=0.5)["history"],
    ):
        assert ask() == ask()


def test_nothing_is_said_against_the_reference():
    assert driver.complaint(mnist_keras) == driver.training_complaint(mnist_keras) == ""


def test_the_starter_has_the_signatures_of_the_reference():
    def signatures(path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        return [
            (node.name, ast.unparse(node.args), ast.unparse(node.returns))
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
        ]

    assert signatures(HANDOUT / "mnist_keras.py") == signatures(SOLUTION / "reference" / "mnist_keras.py")


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_table_of_the_handout_is_what_the_network_is(readme):
    rows = re.findall(r"^\| `(\w+)`[^|]*\| ([\d ×]+) \| ([^|]+) \|$", readme.read_text(encoding="utf-8"), re.MULTILINE)
    layers = mnist_keras.build_model().layers
    assert [kind for kind, *_ in rows] == ["Input", *(type(layer).__name__ for layer in layers)]
    for (_, shape, words), layer in zip(rows[1:], layers, strict=True):
        assert tuple(int(size) for size in shape.split("×")) == layer.output.shape[1:]
        terms, _, count = words.rpartition("=")
        assert int(count.replace(",", "")) == layer.count_params()
        if terms:
            product, bias = terms.split("+")
            assert np.prod([int(factor) for factor in product.split("·")]) + int(bias) == layer.count_params()


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_numbers_of_the_handout_are_computed(readme):
    words = readme.read_text(encoding="utf-8")
    assert f"**{mnist_keras.build_model().count_params():,}**" in words
    for number in (PLAN["max_parameters"], PLAN["batch_size"], PLAN["learning_rate"], PLAN["epochs"]):
        assert re.search(rf"(?<![\d.]){number:,}(?![\d])", words), number
    found = driver.batches(mnist_keras, 150, 1)
    sizes = [len(each) for each in found["learned_from"]]
    assert all(str(each) in words for each in (*sizes, sum(sizes), len(found["watched"])))
    assert f"{np.log(10):.2f}" in words


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_program_of_the_handout_runs(readme, monkeypatch, capsys):
    (program,) = BLOCK.findall(readme.read_text(encoding="utf-8"))
    rng = np.random.default_rng(0)
    split = rng.integers(0, 256, (40, 28, 28), dtype=np.uint8), rng.integers(0, 10, 40, dtype=np.uint8)
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: (split, split))
    monkeypatch.setitem(sys.modules, "mnist_keras", mnist_keras)
    names = {}
    exec(compile(program, readme.name, "exec"), names)
    assert len(names["history"]["val_accuracy"]) == 3
    assert names["images"].max() <= 1
    assert "93,322" in capsys.readouterr().out


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_published_accuracies_are_at_least_as_strict_as_the_graded_ones(readme):
    rows = re.findall(r"^\| ([\d.]+) % \| (\d)", readme.read_text(encoding="utf-8"), re.MULTILINE)
    published = [float(accuracy) / 100 for accuracy, _ in rows]
    graded = tomllib.loads((SOLUTION / "accuracy.toml").read_text(encoding="utf-8"))["mnist"]["steps"]
    assert len(published) == len(graded)
    assert all(0 <= one - other < 0.005 for one, other in zip(published, graded, strict=True))
    grader = (SOLUTION / "grader" / "test_mnist_keras.py").read_text(encoding="utf-8")
    points = re.findall(r'points\((\d)\)\n@pytest.mark.lesson\("13-keras#accuracy"\)', grader)
    assert [int(each) for _, each in rows] == [int(each) for each in points]


def test_both_handouts_publish_the_same_numbers():
    english, korean = (set(re.findall(r"\d[\d,.]+\d", path.read_text(encoding="utf-8"))) for path in READMES)
    assert english == korean
