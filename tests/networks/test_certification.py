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
from cnnlab.networks import audit, certification
from cnnlab.networks.certification import certify
from cnnlab.networks.framework import FRAMEWORKS
from cnnlab.networks.task import prepare, rehearse
from cnnlab.sandbox import wire
from cnnlab.sandbox.replies import Exited, Raised, Returned, TimedOut
from cnnlab.sandbox.server import ForkServer
from cnnlab.sandbox.student import Driver, StudentCode, Times

pytestmark = pytest.mark.usefixtures("one_thread")
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


@pytest.fixture(scope="module")
def task(few_digits):
    return prepare(few_digits, PLAN, NEVER, generate)


def certified(ask, task, seed=0):
    """The certificate; parts that the student's code repeats are chosen by the seed."""
    own = np.random.default_rng(seed)
    return certify(ask, task, generate, own, lambda reply: text("{kind}", kind=type(reply).__name__))


def chosen(parts, seed=0):
    """Which of the parts the student's code repeats, the first among them."""
    return [0, *audit.chosen(parts, np.random.default_rng(seed))]


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
    assert set(certificate.seconds) == {"export", "loading", "training", "student's code", "measuring"}
    assert certificate.notes == ()
    assert len(ask.parts) == 3


class Watched:
    """What is trained on the trusted side, part by part: (weights before, part, weights after)."""

    def __init__(self, task, source=REFERENCE, seed=0):
        self.trained, self.ask = [], InProcess(source)
        train = audit.train

        def watching(graph, weights, part, framework):
            after, loss = train(graph, weights, part, framework)
            self.trained.append((weights, part, after))
            return after, loss

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(audit, "train", watching)
            self.certificate = certified(self.ask, task, seed)


@pytest.fixture(scope="module")
def watched(task):
    return Watched(task)


def test_accuracy_is_what_plain_pytorch_measures_of_the_weights_that_were_trained_here(watched, task):
    model = watched.ask.student.SimpleCNN()
    model.load_state_dict({name: torch.from_numpy(each) for name, each in watched.trained[-1][2].items()})
    model.eval()
    with torch.no_grad():
        guesses = model(FRAMEWORKS["torch"].to_images(task.graded)).argmax(1).numpy()
    assert watched.certificate.accuracy == (guesses == task.digits.test.labels).mean()
    with torch.no_grad():
        held_out = model(FRAMEWORKS["torch"].to_images(task.held_out)).argmax(1).numpy()
    assert watched.certificate.curve[-1].held_out == (held_out == task.digits.held_out.labels).mean()


def test_two_runs_give_the_same_certificate_but_for_seconds(honest, watched):
    assert replace(watched.certificate, seconds={}) == replace(honest[1], seconds={})


@pytest.mark.parametrize("seed", [1, 2])
def test_which_parts_are_repeated_makes_no_difference_to_the_certificate(honest, task, seed):
    assert replace(certified(InProcess(), task, seed), seconds={}) == replace(honest[1], seconds={})


def test_every_part_begins_where_the_one_before_ended_and_the_first_with_weights_of_ours(watched):
    trained = watched.trained
    assert len(trained) == 8
    for (_, _, after), (before, _, _) in itertools.pairwise(trained):
        for name, each in after.items():
            np.testing.assert_array_equal(before[name], each)
    given = watched.ask.answers[0]["weights"]
    assert not any(np.array_equal(trained[0][0][name], given[name]) for name in given)


def test_the_students_code_repeats_the_first_part_at_once_and_two_by_chance(watched):
    """Each from the weights that training here began it with, on the same images and by the same seed."""
    assert [function for function, _ in watched.ask.asked] == ["exported", "exported", "trained", "trained", "trained"]
    for number, (weights, pixels, labels, batch_size, rates, seed) in zip(chosen(8), watched.ask.parts, strict=True):
        before, part, _ = watched.trained[number]
        for name, each in before.items():
            np.testing.assert_array_equal(weights[name], each)
        np.testing.assert_array_equal(pixels, part.pixels)
        np.testing.assert_array_equal(labels, part.labels)
        assert (batch_size, rates, seed) == (part.batch_size, list(part.learning_rates), part.seed)


RENAMED = (
    REFERENCE
    + """
class SimpleCNN(nn.Module):
    \"\"\"The lecture's network with other names, other weights and its layers made in another order.\"\"\"
    def __init__(self):
        super().__init__()
        self.last, self.first = nn.Linear(128, 10), nn.Conv2d(1, 32, 3)
        self.third, self.second = nn.Linear(1600, 128), nn.Conv2d(32, 64, 3)
        with torch.no_grad():
            for each in self.parameters(): each.fill_(0.25)
    def forward(self, x):
        x = F.max_pool2d(F.relu(self.first(x)), 2)
        x = F.max_pool2d(torch.relu(self.second(x)), 2)
        return self.last(F.relu(self.third(torch.flatten(x, 1))))
"""
)


def test_the_same_network_begins_with_the_same_weights_whatever_its_source_says(watched, task):
    """So its accuracy is that of its layers and of its loop, and no file is luckier than another."""
    few = replace(task, training=replace(PLAN, epochs=1, parts=2))
    one, other = Watched(few), Watched(few, RENAMED, seed=5)
    assert said(other.certificate) == ""
    pairs = {"conv1": "first", "conv2": "second", "fc1": "third", "fc2": "last"}
    for number in (0, -1):
        for (name, renamed), kind in itertools.product(pairs.items(), ["weight", "bias"]):
            place = 0 if number == 0 else 2
            due, found = one.trained[number][place], other.trained[number][place]
            np.testing.assert_allclose(found[f"{renamed}.{kind}"], due[f"{name}.{kind}"], rtol=1e-4, atol=1e-6)
    assert other.certificate.accuracy == one.certificate.accuracy
    for (_, part, _), (_, same, _) in zip(one.trained, other.trained, strict=True):
        np.testing.assert_array_equal(part.pixels, same.pixels)
        assert part.seed == same.seed


def forging(change, when):
    """Asks the honest reference and changes its trained weights in the repeated parts for which `when` says so."""
    honest = InProcess()

    def ask(function, *args):
        reply = honest(function, *args)
        if function == "trained" and when(len(honest.parts) - 1):
            reply.value["weights"] = {name: change(each) for name, each in reply.value["weights"].items()}
        return reply

    return ask


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize(
    "change", [lambda each: each + np.float32(0.02), lambda each: each * 0, lambda each: -each], ids=["moved", "0", "-"]
)
def test_weights_that_are_wrong_in_a_repeated_part_are_refused_and_name_the_part(task, number, change):
    few = replace(task, training=replace(PLAN, epochs=1))
    certificate = certified(forging(change, lambda repeated: repeated == number), few)
    assert "did not follow the gradient" in said(certificate)
    assert certificate.refusal.values["part"] == chosen(4)[number] + 1
    assert certificate.accuracy == 0
    assert len(certificate.curve) == (0 if number == 0 else 4)


def test_the_students_weights_never_count(honest, task):
    """What it answers is compared and forgotten: forged within the tolerance, every one of them, it changes nothing."""
    certificate = certified(forging(lambda each: each * np.float32(1.0003), lambda _: True), task)
    assert replace(certificate, seconds={}) == replace(honest[1], seconds={})


BROUGHT_ALONG = """
class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        with torch.no_grad():
            for each in self.parameters(): each.copy_(torch.full_like(each, 9.0))
"""


def test_weights_that_the_network_is_exported_with_never_count(honest, task):
    certificate = certified(InProcess(REFERENCE + BROUGHT_ALONG), task)
    assert replace(certificate, seconds={}) == replace(honest[1], seconds={})


def test_the_plan_covers_every_digit_once_in_an_epoch(watched, task):
    parts = [part for _, part, _ in watched.trained]
    for epoch in (parts[:4], parts[4:]):
        labels = np.concatenate([part.labels for part in epoch])
        assert np.bincount(labels).tolist() == np.bincount(task.digits.train.labels).tolist()
        assert all(len(part.learning_rates) == -(-len(part.pixels) // part.batch_size) for part in epoch)
    assert [part.first for part in parts] == [3 * number for number in range(8)]


def test_graded_and_held_out_digits_are_shuffled_by_the_secret(few_digits, task):
    """Their order is not that of the files, so a list of known labels is of no use; labels follow their images."""

    def other(purpose):
        return np.random.default_rng([1, *purpose.encode()])

    elsewhere = prepare(few_digits, PLAN, NEVER, other)
    for name in ("test", "held_out"):
        due, found = getattr(few_digits, name), getattr(task.digits, name)
        assert found.labels.tolist() != due.labels.tolist() != getattr(elsewhere.digits, name).labels.tolist()
        assert found.labels.tolist() != getattr(elsewhere.digits, name).labels.tolist()
        pairs = [sorted((i.tobytes(), int(n)) for i, n in zip(s.images, s.labels, strict=True)) for s in (due, found)]
        assert pairs[0] == pairs[1]
    np.testing.assert_array_equal(task.digits.train.labels, few_digits.train.labels)
    again = prepare(few_digits, PLAN, NEVER, generate)
    np.testing.assert_array_equal(again.graded, task.graded)
    np.testing.assert_array_equal(again.digits.test.labels, task.digits.test.labels)


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
    assert seen == 3 * 96


def test_training_ends_when_the_held_out_digits_are_known(task):
    ask = InProcess()
    certificate = certified(ask, replace(task, levels=Levels((0.1,), 0.01)))
    assert len(ask.parts) == 1
    assert len(certificate.curve) == 1
    assert certificate.refusal is None


def clock(monkeypatch, start=0):
    """A clock that goes on by a second with every look at it."""
    ticks = itertools.count(start)
    monkeypatch.setattr(certification, "time", types.SimpleNamespace(monotonic=lambda: float(next(ticks))))


@pytest.mark.parametrize("seconds", [4.0, 8.0, 12.0])
def test_a_training_whose_time_is_over_scores_what_was_reached(task, monkeypatch, seconds):
    clock(monkeypatch)
    ask = InProcess()
    certificate = certified(ask, replace(task, training=replace(PLAN, seconds=seconds)))
    assert said(certificate) == ""
    assert 1 <= len(certificate.curve) < 8
    assert len(ask.parts) == min(3, len(certificate.curve))
    assert certificate.images == 150
    assert sum(map(sum, certificate.confusion)) == 150
    words = f"Training was stopped after {seconds:g} s."
    assert [render(note, Language.ENGLISH) for note in certificate.notes] == [words]


def test_one_part_is_trained_however_little_time_there_is(task, monkeypatch):
    clock(monkeypatch)
    ask = InProcess()
    certificate = certified(ask, replace(task, training=replace(PLAN, seconds=0.0)))
    assert said(certificate) == ""
    assert (len(certificate.curve), len(ask.parts), len(certificate.notes)) == (1, 1, 1)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("reply", [Exited(1), TimedOut(9.0), Raised("ValueError", ("ValueError",), "no")])
def test_a_child_that_does_not_repeat_a_part_is_refused_with_what_came_of_it(task, reply, number):
    """Code that ends where it ought to be watched has not been seen to train."""
    honest = InProcess()

    def ask(function, *args):
        return reply if function == "trained" and len(honest.parts) == number else honest(function, *args)

    certificate = certified(ask, replace(task, training=replace(PLAN, epochs=1)))
    assert said(certificate) == type(reply).__name__
    assert certificate.accuracy == 0
    assert certificate.parameters == 225_034
    assert len(certificate.curve) == (0 if number == 0 else 4)


@pytest.mark.parametrize("function", ["exported", "trained"])
def test_a_child_that_ends_at_once_has_no_accuracy(task, function):
    honest = InProcess()
    certificate = certified(lambda name, *args: Exited(0, 9) if name == function else honest(name, *args), task)
    assert said(certificate) == "Exited"
    assert certificate.accuracy == 0
    assert certificate.steps == NEVER.steps


BREAKS = """
import math
parts = 0
def train_epoch(model, loader, optimizer, device):
    global parts
    model.train()
    parts += 1
    for number, (images, labels) in enumerate(loader):
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
        if parts == {part} and number == {number}:
            with torch.no_grad():
                model.fc2.bias.fill_({value})
    return 0.0
"""


@pytest.mark.parametrize("value", ["math.nan", "math.inf"])
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("part", [1, 2, 3])
def test_weights_that_become_nan_in_the_students_code_name_the_step(task, part, number, value):
    few = replace(task, training=replace(PLAN, epochs=1))
    ask = InProcess(REFERENCE + BREAKS.format(part=part, number=number, value=value))
    certificate = certified(ask, few)
    # Three batches of 32 in each part before.
    step = 3 * chosen(4)[part - 1] + number + 1
    assert said(certificate) == f"The weights became NaN (not a number) in step {step} of training."
    assert len(ask.parts) == part


def test_weights_that_become_nan_in_the_last_batch_of_a_part_are_found_too(task):
    certificate = certified(InProcess(REFERENCE + BREAKS.format(part=1, number=2, value="math.nan")), task)
    assert said(certificate) == "The weights became NaN (not a number) in training."


def test_a_step_is_counted_from_the_parts_before_whatever_their_length(task):
    """384 digits in five parts: 77, 77, 77, 77 and 76 of them, in batches of 19: five, five, five, five and four steps."""
    plan = replace(PLAN, parts=5, batch_size=19, epochs=1)
    seed = next(seed for seed in range(50) if chosen(5, seed)[1:] == [1, 4])
    source = REFERENCE + BREAKS.format(part=3, number=1, value="math.nan")
    certificate = certified(InProcess(source), replace(task, training=plan), seed)
    assert said(certificate) == "The weights became NaN (not a number) in step 22 of training."


def test_a_loss_that_becomes_nan_here_is_refused_with_its_step(task):
    certificate = certified(InProcess(), replace(task, training=replace(PLAN, learning_rate=1e20)))
    assert said(certificate) == "The loss became NaN (not a number) in step 2 of training."
    assert certificate.accuracy == 0


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


@pytest.fixture(scope="module")
def tiny_task(task):
    return replace(task, training=replace(PLAN, epochs=1, parts=1, images_per_epoch=64, max_images_per_epoch=64))


@pytest.mark.parametrize("broken", [None, "no", 1.5, True, -1, 10**6, pytest.param(10**30, id="enormous")])
@pytest.mark.parametrize("loss", [None, math.nan, pytest.param(10**400, id="enormous")])
def test_what_the_students_code_says_of_its_loss_never_counts(tiny_task, loss, broken):
    honest = InProcess()

    def ask(name, *args):
        reply = honest(name, *args)
        return Returned({**reply.value, "loss": loss, "broken": broken}) if name == "trained" else reply

    certificate = certified(ask, tiny_task)
    assert said(certificate) == ""
    assert all(math.isfinite(point.loss) for point in certificate.curve)


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
    assert len(certificate.curve) == 1
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
            np.random.default_rng(0),
            lambda reply: text("{r}", r=repr(reply)),
            told.append,
        )
    assert said(found) == ""
    assert tuple(told) == found.curve
    assert replace(found, seconds={}, curve=()) == replace(due, seconds={}, curve=())
    for one, other in zip(found.curve, due.curve, strict=True):
        assert one.held_out == other.held_out
        assert one.loss == pytest.approx(other.loss, rel=1e-5)
