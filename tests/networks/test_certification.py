"""Certifying from end to end on a few digits: what counts is found out on the trusted side, whatever the student's side says."""

import itertools
import math
import types
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnlab.course import Levels, Training
from cnnlab.messages import Language, render, text
from cnnlab.networks import certification
from cnnlab.networks.certification import certify
from cnnlab.networks.framework import FRAMEWORKS
from cnnlab.networks.task import prepare, rehearse
from cnnlab.sandbox import wire
from cnnlab.sandbox.replies import Exited, Raised, Returned, TimedOut
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import Driver, StudentCode, Times

ROOT = Path(__file__).resolve().parents[2]
DRIVER = (ROOT / "assignments/assignment4/driver.py").read_text(encoding="utf-8")
REFERENCE = (ROOT / "solutions/assignment4/reference/mnist_cnn.py").read_text(encoding="utf-8")
PLAN = Training(epochs=2, parts=4, batch_size=32, learning_rate=0.004, images_per_epoch=384, max_images_per_epoch=384)
NEVER = Levels((0.5, 0.9), 0.9999)


def generate(purpose):
    return np.random.default_rng(list(purpose.encode()))


def module_of(name, source):
    module = types.ModuleType(name)
    exec(compile(source, name, "exec"), module.__dict__)
    return module


def travelled(value):
    """What is left of a value that went through the channel."""
    frame = wire.encode({"kind": "returned"}, value)
    header, _ = wire.lengths(frame[:8])
    return wire.decode(frame[8 : 8 + header], frame[8 + header :])["value"]


class InProcess:
    """Asks the driver without a sandbox, and remembers what was asked and answered."""

    def __init__(self, source=REFERENCE):
        self.driver, self.student = module_of("driver", DRIVER), module_of("student", source)
        self.asked = []
        self.answers = []

    def __call__(self, function, *args):
        self.asked.append((function, args))
        value = getattr(self.driver, function)(self.student, *travelled(list(args)))
        self.answers.append(travelled(value))
        return Returned(self.answers[-1])

    @property
    def parts(self):
        return [args for function, args in self.asked if function == "trained"]


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def task(few_digits):
    return prepare(few_digits, PLAN, NEVER, generate)


def certified(ask, task):
    return certify(ask, task, generate, lambda reply: text("{kind}", kind=type(reply).__name__))


@pytest.fixture(scope="module")
def honest(task):
    ask = InProcess()
    return ask, certified(ask, task)


def said(certificate):
    return render(certificate.refusal, Language.ENGLISH) if certificate.refusal else ""


def test_the_reference_is_certified_with_everything_there_is_to_know(honest, task):
    ask, certificate = honest
    assert said(certificate) == ""
    assert (certificate.source, certificate.images, certificate.parameters) == ("stand-in", 150, 225_034)
    assert certificate.accuracy > 0.6
    assert certificate.steps == NEVER.steps
    assert sum(map(sum, certificate.confusion)) == 150
    assert sum(certificate.confusion[n][n] for n in range(10)) == round(150 * certificate.accuracy)
    assert [row and sum(row) for row in certificate.confusion] == np.bincount(
        task.digits.test.labels, minlength=10
    ).tolist()
    kinds = [(layer.kind, layer.shape, layer.parameters) for layer in certificate.layers if layer.kind != "ReLU"]
    assert kinds == [
        ("convolution", (32, 26, 26), 320), ("max pooling", (32, 13, 13), 0),
        ("convolution", (64, 11, 11), 18_496), ("max pooling", (64, 5, 5), 0),
        ("flatten", (1600,), 0), ("fully connected", (128,), 204_928), ("fully connected", (10,), 1_290),
    ]  # fmt: skip
    assert sum(layer.parameters for layer in certificate.layers) == certificate.parameters
    assert [point.epochs for point in certificate.curve] == pytest.approx([0.25 * n for n in range(1, 9)])
    assert all(math.isfinite(point.loss) and 0 <= point.held_out <= 1 for point in certificate.curve)
    assert set(certificate.seconds) == {"export", "loading", "training", "audit", "measuring"}
    assert len(ask.parts) == 8


def test_accuracy_is_what_plain_pytorch_measures_on_the_same_digits(honest, task):
    ask, certificate = honest
    model = ask.student.SimpleCNN()
    model.load_state_dict({name: torch.from_numpy(each) for name, each in ask.answers[-1]["weights"].items()})
    model.eval()
    with torch.no_grad():
        guesses = model(FRAMEWORKS["torch"].to_images(task.graded)).argmax(1).numpy()
    assert certificate.accuracy == (guesses == task.digits.test.labels).mean()
    with torch.no_grad():
        held_out = model(FRAMEWORKS["torch"].to_images(task.held_out)).argmax(1).numpy()
    assert certificate.curve[-1].held_out == (held_out == task.digits.held_out.labels).mean()


def test_the_same_seed_gives_the_same_certificate_but_for_seconds(honest, task):
    again = certified(InProcess(), task)
    assert replace(again, seconds={}) == replace(honest[1], seconds={})


def test_every_part_begins_where_the_one_before_ended_and_the_first_with_weights_of_ours(honest):
    ask, _ = honest
    trained = [answer for (function, _), answer in zip(ask.asked, ask.answers, strict=True) if function == "trained"]
    for answer, (weights, *_) in zip(trained, ask.parts[1:], strict=False):
        for name, each in answer["weights"].items():
            np.testing.assert_array_equal(weights[name], each)
    given = ask.answers[0]["weights"]
    assert not any(np.array_equal(ask.parts[0][0][name], given[name]) for name in given)


def test_the_plan_covers_every_digit_once_in_an_epoch(honest, task):
    ask, _ = honest
    for epoch in (ask.parts[:4], ask.parts[4:]):
        labels = np.concatenate([part[2] for part in epoch])
        assert np.bincount(labels).tolist() == np.bincount(task.digits.train.labels).tolist()
        assert all(len(part[4]) == -(-len(part[1]) // part[3]) for part in epoch)


def arrays_in(value):
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict):
        yield from (array for each in value.values() for array in arrays_in(each))
    elif isinstance(value, (list, tuple)):
        yield from (array for each in value for array in arrays_in(each))


def test_no_graded_image_and_no_label_of_one_is_ever_passed_to_the_student(honest, task):
    from cnnlab.networks.warping import to_pixels

    ask, _ = honest
    digits = task.digits
    secret = {
        image.tobytes()
        for images in (task.graded, task.held_out, to_pixels(digits.test.images), to_pixels(digits.held_out.images))
        for image in images
    }
    secret |= {image.tobytes() for split in (digits.test, digits.held_out) for image in split.images}
    seen = 0
    for _, args in ask.asked:
        for array in arrays_in(args):
            if array.ndim == 4 and array.shape[1:] == (1, 28, 28):
                seen += len(array)
                assert not any(image.tobytes() in secret for image in array)
            if array.ndim == 1 and array.dtype.kind in "iu":
                words = array.tobytes()
                for split in (digits.test, digits.held_out):
                    assert split.labels.tobytes() not in words
                    assert split.labels[:30].tobytes() not in words
    assert seen == 2 * 384


def test_training_ends_when_the_held_out_digits_are_known(task):
    ask = InProcess()
    certificate = certified(ask, replace(task, levels=Levels((0.1,), 0.01)))
    assert len(ask.parts) == 1
    assert len(certificate.curve) == 1
    assert certificate.refusal is None


def test_a_training_whose_time_is_over_scores_what_was_reached(task, monkeypatch):
    ticks = itertools.count()
    monkeypatch.setattr(certification, "time", types.SimpleNamespace(monotonic=lambda: float(next(ticks))))
    ask = InProcess()
    certificate = certified(ask, replace(task, training=replace(PLAN, seconds=8.0)))
    assert said(certificate) == ""
    assert 1 <= len(ask.parts) < 8
    assert certificate.images == 150
    assert sum(map(sum, certificate.confusion)) == 150
    assert [render(note, Language.ENGLISH) for note in certificate.notes] == ["Training was stopped after 8 s."]


@pytest.mark.parametrize("reply", [Exited(1), TimedOut(9.0), Raised("ValueError", ("ValueError",), "no")])
def test_a_child_that_ends_in_the_middle_counts_what_was_reached_before(task, reply):
    honest = InProcess()

    def ask(function, *args):
        return reply if function == "trained" and len(honest.parts) == 5 else honest(function, *args)

    certificate = certified(ask, task)
    assert said(certificate) == ""
    assert len(certificate.curve) == 5
    assert certificate.accuracy > 0.3
    assert [note.values["kind"] for note in certificate.notes] == [type(reply).__name__]


@pytest.mark.parametrize("function", ["exported", "trained"])
def test_a_child_that_ends_at_once_has_no_accuracy(task, function):
    honest = InProcess()
    certificate = certified(lambda name, *args: Exited(0, 9) if name == function else honest(name, *args), task)
    assert said(certificate) == "Exited"
    assert certificate.accuracy == 0
    assert certificate.steps == NEVER.steps


BREAKS = """
def train_epoch(model, loader, optimizer, device):
    global parts
    model.train()
    parts += 1
    for number, (images, labels) in enumerate(loader):
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
        if parts == 3 and number == {number}:
            with torch.no_grad():
                model.fc2.bias.fill_({value})
    return 0.0
parts = 0
"""


@pytest.mark.parametrize("value", ["math.nan", "math.inf"])
@pytest.mark.parametrize("number", [0, 1])
def test_weights_that_become_nan_stop_the_training_and_name_the_step(task, number, value):
    ask = InProcess(REFERENCE + "\nimport math\n" + BREAKS.format(number=number, value=value))
    certificate = certified(ask, task)
    # Three batches of 32 in each part before.
    assert said(certificate) == f"The weights became NaN (not a number) in step {2 * 3 + number + 1} of training."
    assert len(ask.parts) == 3


def test_weights_that_become_nan_in_the_last_batch_of_a_part_are_found_too(task):
    certificate = certified(InProcess(REFERENCE + "\nimport math\n" + BREAKS.format(number=2, value="math.nan")), task)
    assert "The weights became NaN" in said(certificate)


def test_a_step_is_counted_from_the_parts_before_whatever_their_length(task):
    """384 digits in five parts: 77, 77, 77, 77 and 76 of them, in batches of 19: five, five, five, five and four steps."""
    plan = replace(PLAN, parts=5, batch_size=19, epochs=1)
    source = (
        REFERENCE + "\nimport math\n" + BREAKS.format(number=1, value="math.nan").replace("parts == 3", "parts == 5")
    )
    certificate = certified(InProcess(source), replace(task, training=plan))
    assert said(certificate) == "The weights became NaN (not a number) in step 22 of training."


@pytest.mark.parametrize(
    "value",
    [
        None, 3, "weights", [], {}, {"weights": None, "loss": 0.0, "broken": -1}, {"weights": {}, "loss": 0.0, "broken": -1},
        {"weights": {"conv1.weight": np.zeros((32, 1, 3, 3), np.float32)}, "loss": 0.0, "broken": -1},
        {"weights": {"conv1.weight": "zeros"}, "loss": 0.0, "broken": -1},
    ],
    ids=str,
)  # fmt: skip
def test_a_reply_that_holds_no_weights_is_refused(task, value):
    honest = InProcess()
    certificate = certified(lambda name, *args: Returned(value) if name == "trained" else honest(name, *args), task)
    assert said(certificate) != ""
    assert certificate.accuracy == 0


@pytest.mark.parametrize("broken", [None, "no", 1.5, True, -1, pytest.param(10**30, id="enormous")])
@pytest.mark.parametrize("loss", [None, "0.1", True, math.nan, pytest.param(10**400, id="enormous")])
def test_a_strange_loss_is_not_a_number_and_no_error(task, loss, broken):
    honest = InProcess()

    def ask(name, *args):
        reply = honest(name, *args)
        return Returned({**reply.value, "loss": loss, "broken": broken}) if name == "trained" else reply

    few = replace(task, training=replace(PLAN, epochs=1, parts=1, images_per_epoch=64, max_images_per_epoch=64))
    certificate = certified(ask, replace(few, digits=task.digits))
    assert (said(certificate) == "") == (broken != 10**30)
    assert all(math.isnan(point.loss) for point in certificate.curve)


@pytest.mark.parametrize("value", [None, [], {}, {"graph": {}}, {"graph": {"problem": "x"}, "weights": {}}])
def test_a_reply_that_holds_no_network_is_refused(task, value):
    certificate = certified(lambda *_: Returned(value), task)
    assert said(certificate) != ""


CHEATS = {
    "weights that came along": """
        def train_epoch(model, loader, optimizer, device):
            for _ in loader: pass
            with torch.no_grad():
                torch.manual_seed(3)
                for each in model.parameters(): each.normal_(0, 0.05)
            return 0.0
    """,
    "an MLP": """
        class SimpleCNN(nn.Sequential):
            def __init__(self):
                super().__init__(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    """,
    "too many parameters": """
        class SimpleCNN(nn.Sequential):
            def __init__(self):
                super().__init__(nn.Conv2d(1, 64, 3), nn.Flatten(), nn.Linear(64 * 676, 10))
    """,
    "a way around the convolution": """
        class SimpleCNN(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv, self.fc = nn.Conv2d(1, 1, 3, padding=1), nn.Linear(784, 10)
            def forward(self, x):
                return self.fc((x + 0 * self.conv(x)).flatten(1))
    """,
    "another network in evaluation": """
        class SimpleCNN(SimpleCNN):
            def forward(self, x):
                return super().forward(x) if self.training else super().forward(x).topk(10).values
    """,
    "a network that looks at its images": """
        class SimpleCNN(SimpleCNN):
            def forward(self, x):
                return super().forward(x) * (2.0 if x.mean() > 0 else 1.0)
    """,
}


@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_earns_no_accuracy(task, name):
    from textwrap import dedent

    certificate = certified(InProcess(REFERENCE + "\n" + dedent(CHEATS[name])), task)
    assert said(certificate) != ""
    assert certificate.accuracy == 0


@pytest.mark.parametrize("layer", ["nn.Dropout(0.3)", "nn.Dropout2d(0.2)", "nn.BatchNorm2d(32)"])
def test_other_honest_networks_are_certified(task, layer):
    """Dropout right behind the first convolution drops the same numbers when a part is repeated."""
    source = (
        REFERENCE
        + f"""
class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.own = {layer}
    def forward(self, x):
        x = self.pool(F.relu(self.own(self.conv1(x))))
        x = self.pool(F.relu(self.conv2(x)))
        return self.fc2(F.relu(self.fc1(x.view(-1, 64 * 5 * 5))))
"""
    )
    certificate = certified(InProcess(source), task)
    assert said(certificate) == ""
    assert certificate.accuracy > 0.3


def test_a_rehearsal_trains_one_part_and_demands_no_accuracy(task):
    ask = InProcess()
    rehearsed = rehearse(task)
    certificate = certified(ask, rehearsed)
    assert len(ask.parts) == 1
    assert set(certificate.steps) == {0.0}
    assert certificate.refusal is None


def test_the_real_sandbox_comes_to_the_same_certificate(task):
    plan = replace(PLAN, epochs=1, parts=2)
    task = replace(task, training=plan)
    due = certified(InProcess(), task)
    told = []
    with (
        ForkServer(["torch", "numpy"], preload=["cnnlab.networks.workbench"]) as server,
        StudentCode(server, "mnist_cnn", REFERENCE, Times(60, 120), 2048, Driver(DRIVER, 1, 16)) as code,
    ):
        found = certify(
            lambda function, *args: code.call(function, args, {}),
            task,
            generate,
            lambda reply: text("{r}", r=repr(reply)),
            told.append,
        )
    assert said(found) == ""
    assert tuple(told) == found.curve
    assert replace(found, seconds={}, curve=()) == replace(due, seconds={}, curve=())
    for one, other in zip(found.curve, due.curve, strict=True):
        assert one.held_out == other.held_out
        assert one.loss == pytest.approx(other.loss, rel=1e-5)
