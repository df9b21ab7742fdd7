"""The reference of assignment 4 against NumPy and the references of earlier assignments; the handout against what is computed."""

import ast
import importlib.util
import re
import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

torch = pytest.importorskip("torch")

ROOT = Path(__file__).parents[2]
HANDOUT, SOLUTION = ROOT / "assignments" / "assignment4", ROOT / "solutions" / "assignment4"
READMES = [HANDOUT / "README.md", HANDOUT / "README.ko.md"]
PLAN = tomllib.loads((HANDOUT / "assignment.toml").read_text(encoding="utf-8"))["training"]


def load(slug, module):
    path = ROOT / "solutions" / slug / "reference" / f"{module}.py"
    spec = importlib.util.spec_from_file_location(f"{slug}_reference", path)
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


mnist_cnn = load("assignment4", "mnist_cnn")
convolution, output_size, pooling = (
    load("assignment1", "convolution"),
    load("assignment2", "output_size"),
    load("assignment3", "pooling"),
)
LAYERS = [
    {"type": "conv", "out_channels": 32, "kernel_size": 3},
    {"type": "max_pool", "kernel_size": 2, "stride": 2},
    {"type": "conv", "out_channels": 64, "kernel_size": 3},
    {"type": "max_pool", "kernel_size": 2, "stride": 2},
    {"type": "flatten"},
    {"type": "linear", "out_features": 128},
    {"type": "linear", "out_features": 10},
]


@st.composite
def classified(draw):
    """Images of two or three pixels, labels of two to four classes, and a batch size that need not divide them."""
    count, pixels, classes = draw(st.integers(1, 9)), draw(st.integers(2, 3)), draw(st.integers(2, 4))
    numbers = st.floats(-3, 3, width=32)
    return {
        "images": draw(arrays(np.float32, (count, pixels), elements=numbers)),
        "labels": draw(arrays(np.int64, count, elements=st.integers(0, classes - 1))),
        "weight": draw(arrays(np.float32, (classes, pixels), elements=numbers)),
        "batch_size": draw(st.integers(1, 5)),
    }


def loader(images, labels, batch_size):
    pairs = torch.utils.data.TensorDataset(torch.from_numpy(images), torch.from_numpy(labels))
    return torch.utils.data.DataLoader(pairs, batch_size)


def layer(weight):
    model = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=False)
    model.weight.data = torch.from_numpy(weight.copy())
    return model


def probabilities(logits):
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def losses(logits, labels):
    return -np.log(probabilities(logits)[np.arange(len(labels)), labels])


def test_the_network_is_made_of_what_the_earlier_assignments_build():
    torch.manual_seed(0)
    model = mnist_cnn.SimpleCNN()
    weights = {name: value.detach().double().numpy() for name, value in model.named_parameters()}
    images = np.random.default_rng(0).standard_normal((2, 1, 28, 28))
    maps = images
    for name in ("conv1", "conv2"):
        maps = convolution.conv2d(maps, weights[f"{name}.weight"], weights[f"{name}.bias"])
        maps = pooling.max_pool2d(np.maximum(maps, 0), 2)
    hidden = np.maximum(maps.reshape(2, -1) @ weights["fc1.weight"].T + weights["fc1.bias"], 0)
    logits = hidden @ weights["fc2.weight"].T + weights["fc2.bias"]
    found = model(torch.from_numpy(images).float()).detach().numpy()
    np.testing.assert_allclose(found, logits, atol=1e-5)


@settings(deadline=None)
@given(classified(), st.sampled_from([0.0, 0.1, 1.0]))
def test_training_follows_the_gradient_of_each_batch_in_turn(case, learning_rate):
    images, labels, batch_size = case["images"].astype(float), case["labels"], case["batch_size"]
    weight, total = case["weight"].astype(float), 0.0
    for start in range(0, len(labels), batch_size):
        x, y = images[start : start + batch_size], labels[start : start + batch_size]
        logits = x @ weight.T
        total += losses(logits, y).sum()
        error = probabilities(logits)
        error[np.arange(len(y)), y] -= 1
        weight = weight - learning_rate * error.T @ x / len(y)
    model = layer(case["weight"])
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    loss = mnist_cnn.train_epoch(model, loader(case["images"], labels, batch_size), optimizer, "cpu")
    assert type(loss) is float
    np.testing.assert_allclose(loss, total / len(labels), rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(model.weight.detach().numpy(), weight, rtol=1e-4, atol=1e-4)


@settings(deadline=None)
@given(classified())
def test_evaluation_counts_images_whatever_the_batches(case):
    images, labels = case["images"], case["labels"]
    model = layer(case["weight"])
    found = mnist_cnn.evaluate(model, loader(images, labels, case["batch_size"]), "cpu")
    assert type(found) is tuple
    assert [type(each) for each in found] == [float, float]
    logits = model(torch.from_numpy(images)).detach().numpy()
    assert found[1] == (logits.argmax(axis=1) == labels).mean()
    np.testing.assert_allclose(found[0], losses(logits.astype(float), labels).mean(), rtol=1e-4, atol=1e-4)


def test_both_loops_choose_their_mode_and_leave_gradients_on():
    images, labels = np.ones((3, 1, 28, 28), np.float32), np.array([1, 2, 3])
    model = mnist_cnn.SimpleCNN()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    mnist_cnn.evaluate(model.train(), loader(images, labels, 2), "cpu")
    assert not model.training
    assert torch.is_grad_enabled()
    assert all(torch.equal(value, before[name]) for name, value in model.state_dict().items())
    mnist_cnn.train_epoch(model, loader(images, labels, 2), torch.optim.Adam(model.parameters()), "cpu")
    assert model.training
    assert not any(torch.equal(value, before[name]) for name, value in model.state_dict().items())


def test_the_starter_has_the_signatures_of_the_reference():
    def signatures(path):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        return [
            (node.name, ast.unparse(node.args), ast.unparse(node.returns or ast.Constant(None)))
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
        ]

    assert signatures(HANDOUT / "mnist_cnn.py") == signatures(SOLUTION / "reference" / "mnist_cnn.py")


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_table_of_the_handout_is_what_the_network_is(readme):
    rows = re.findall(r"^\|[^|]+\| ([\d ×]+) \| ([^|]+) \|$", readme.read_text(encoding="utf-8"), re.MULTILINE)
    shapes = [tuple(int(size) for size in shape.split("×")) for shape, _ in rows]
    assert shapes == output_size.trace_shapes((1, 28, 28), LAYERS)[-len(LAYERS) :]
    counts = []
    for _, sum_of_products in rows:
        terms, _, count = sum_of_products.rpartition("=")
        counts.append(int(count.replace(",", "")))
        if terms:
            product, bias = terms.split("+")
            assert np.prod([int(factor) for factor in product.split("·")]) + int(bias) == counts[-1]
    model = mnist_cnn.SimpleCNN()
    of_layers = [sum(value.numel() for value in module.parameters()) for module in model.children()]
    assert [count for count in counts if count] == [count for count in of_layers if count]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_numbers_of_the_handout_are_computed(readme):
    words = readme.read_text(encoding="utf-8")
    model = mnist_cnn.SimpleCNN()
    count = sum(value.numel() for value in model.parameters())
    assert f"{count:,}" in words
    share = sum(value.numel() for value in model.fc1.parameters()) / count
    assert f"{100 * share:.0f} %" in words
    assert f"{PLAN['max_parameters']:,}" in words
    one, other = np.log(4), np.log(4 / 3)
    assert f"({one:.3f} + {one:.3f} + {other:.3f}) / 3 = {(2 * one + other) / 3:.3f}" in words
    assert f"({one:.3f} + {other:.3f}) / 2 = {(one + other) / 2:.3f}" in words
    assert f"{np.log(10):.2f}" in words


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_handout_tells_how_the_grader_trains(readme):
    words = readme.read_text(encoding="utf-8")
    for number in (PLAN["batch_size"], PLAN["learning_rate"], PLAN["epochs"]):
        assert re.search(rf"(?<![\d.]){re.escape(str(number))}(?![\d])", words.split("1. ")[1]), number


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_published_accuracies_are_at_least_as_strict_as_the_graded_ones(readme):
    rows = re.findall(r"^\| ([\d.]+) % \| (\d)", readme.read_text(encoding="utf-8"), re.MULTILINE)
    published = [float(accuracy) / 100 for accuracy, _ in rows]
    graded = tomllib.loads((SOLUTION / "accuracy.toml").read_text(encoding="utf-8"))["mnist"]["steps"]
    assert len(published) == len(graded)
    assert all(one >= other for one, other in zip(published, graded, strict=True))
    assert all(one - other < 0.005 for one, other in zip(published, graded, strict=True))
    grader = (SOLUTION / "grader" / "test_mnist_cnn.py").read_text(encoding="utf-8")
    points = re.findall(r'points\((\d)\)\n@pytest.mark.lesson\("14-pytorch#accuracy"\)', grader)
    assert [int(each) for _, each in rows] == [int(each) for each in points]


def test_both_handouts_publish_the_same_numbers():
    english, korean = (set(re.findall(r"\d[\d,.]+\d", path.read_text(encoding="utf-8"))) for path in READMES)
    assert english == korean
