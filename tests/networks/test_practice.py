"""A training tells what PyTorch by itself would tell, stops where the numbers end, and names what a student's code does wrong."""

import dataclasses
import json
import math
from pathlib import Path
from textwrap import dedent

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from cnnlab.errors import Fault, UsageError
from cnnlab.messages import Language, render
from cnnlab.networks.digits import Digits, Source, Split
from cnnlab.networks.history import Plan, Score, images_in, is_history, mistakes_in, to_json
from cnnlab.networks.learner import KINDS, learner_of
from cnnlab.networks.practice import epochs_of, practise
from cnnlab.networks.scoring import SHOWN, disagreement, misread_of, score
from cnnlab.networks.students_fault import StudentFault, module_of
from cnnlab.networks.torch_learner import TorchLearner

REFERENCE = Path(__file__).parents[2] / "solutions" / "assignment4" / "reference" / "mnist_cnn.py"
PLAN = Plan(epochs=2, batch_size=50, learning_rate=0.003, device="cpu", seed=3)


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    """Networks this small are trained fastest by one, and where others compute too, threads wait for one another."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def changed():
    """The source of the reference with some words replaced, each of which must be there."""

    def changed(*pairs):
        source = REFERENCE.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in source
            source = source.replace(old, new)
        return source

    return changed


@pytest.fixture
def training(few_digits):
    """Train a source on few digits: the history and the weights."""

    def training(source, plan=PLAN, digits=few_digits, **told):
        learner = learner_of("torch", module_of("mnist_cnn", source), "mnist_cnn.py", plan)
        return practise(learner, digits, plan, "assignment4", **told)

    return training


@pytest.fixture
def fault_of(training):
    """What a student is told whose source cannot be trained, and in which lines of theirs."""

    def fault_of(*arguments, **settings):
        with pytest.raises(StudentFault) as stopped:
            training(*arguments, **settings)
        return render(stopped.value.message, Language.ENGLISH), stopped.value.lines

    return fault_of


@pytest.fixture(scope="module")
def trained(few_digits):
    """The reference's history and weights."""
    learner = learner_of("torch", module_of("mnist_cnn", REFERENCE.read_text(encoding="utf-8")), "mnist_cnn.py", PLAN)
    return practise(learner, few_digits, PLAN, "assignment4")


def rebuilt(weights):
    """The reference network with these weights: plain PyTorch, nothing of ours."""
    model = module_of("mnist_cnn", REFERENCE.read_text(encoding="utf-8")).SimpleCNN()
    model.load_state_dict({name: torch.from_numpy(each) for name, each in weights.items()})
    return model.eval()


def test_the_history_tells_what_pytorch_finds_for_the_weights(trained, few_digits):
    history, weights = trained
    with torch.no_grad():
        logits = rebuilt(weights)(torch.from_numpy(few_digits.test.images))
    labels = torch.from_numpy(few_digits.test.labels)
    guesses = logits.argmax(1)
    assert history.test.loss == pytest.approx(F.cross_entropy(logits, labels).item(), rel=1e-4)
    assert history.test.accuracy == (guesses == labels).double().mean().item()
    counts = torch.zeros(10, 10, dtype=torch.int64)
    for digit, guess in zip(labels, guesses, strict=True):
        counts[digit, guess] += 1
    assert history.confusion == tuple(map(tuple, counts.tolist()))
    assert images_in(history) == len(labels)
    assert mistakes_in(history) == int((guesses != labels).sum())
    shares = logits.softmax(1)
    for each in history.misread:
        assert (each.digit, each.guess) == (labels[each.number], guesses[each.number])
        assert each.probability == pytest.approx(shares[each.number].max().item(), rel=1e-4)
    assert [each.probability for each in history.misread] == sorted(
        (each.probability for each in history.misread), reverse=True
    )
    assert len(history.misread) == min(SHOWN, mistakes_in(history))


def test_the_last_point_is_of_the_held_out_digits(trained, few_digits):
    history, weights = trained
    with torch.no_grad():
        logits = rebuilt(weights)(torch.from_numpy(few_digits.held_out.images))
    labels = torch.from_numpy(few_digits.held_out.labels)
    assert history.points[-1].held_out.loss == pytest.approx(F.cross_entropy(logits, labels).item(), rel=1e-4)
    assert history.points[-1].held_out.accuracy == (logits.argmax(1) == labels).double().mean().item()
    assert history.points[-1].epochs == history.epochs == PLAN.epochs


def test_training_is_adam_over_shuffled_batches_with_one_cycle(trained, few_digits):
    """The same by a loop that is written out here."""
    history, weights = trained
    torch.manual_seed(PLAN.seed)
    model = module_of("mnist_cnn", REFERENCE.read_text(encoding="utf-8")).SimpleCNN()
    model.to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(model.parameters())
    rng = np.random.default_rng(PLAN.seed)
    steps = 2 * math.ceil(384 / 50)
    losses, step = [], 0
    for _ in range(2):
        order, total = rng.permutation(384), 0.0
        for start in range(0, 384, 50):
            share = step / (steps - 1)
            height = share / 0.15 if share < 0.15 else (1 - share) / 0.85
            optimizer.param_groups[0]["lr"] = 0.003 * max(height, 0.01)
            some = order[start : start + 50]
            images = torch.from_numpy(few_digits.train.images[some]).contiguous(memory_format=torch.channels_last)
            optimizer.zero_grad()
            loss = F.cross_entropy(model(images), torch.from_numpy(few_digits.train.labels[some]))
            loss.backward()
            optimizer.step()
            total += loss.item() * len(some)
            step += 1
        losses.append(total / 384)
    assert [point.training_loss for point in history.points] == pytest.approx(losses, rel=1e-3)
    for name, value in model.state_dict().items():
        np.testing.assert_allclose(weights[name], value.numpy(), atol=2e-4)


def test_the_same_seed_gives_the_same_history_and_weights(trained, training, changed):
    (first, weights), (second, again) = trained, training(changed())
    assert dataclasses.replace(first, seconds=0) == dataclasses.replace(second, seconds=0)
    assert all(np.array_equal(weights[name], again[name]) for name in weights)


def test_points_come_several_times_in_an_epoch_of_many_digits(few_digits, changed, training):
    def many(split, times):
        return Split(np.tile(split.images, (times, 1, 1, 1)), np.tile(split.labels, times))

    digits = Digits(Source.STAND_IN, many(few_digits.train, 22), few_digits.held_out, few_digits.test)
    plan = dataclasses.replace(PLAN, epochs=1, batch_size=1000)
    told, batches = [], []
    history, _ = training(changed(), plan, digits, on_point=told.append, on_batch=batches.append)
    assert [point.epochs for point in told] == pytest.approx([2 / 9, 4 / 9, 6 / 9, 1])
    assert history.points == tuple(told)
    assert sorted(set(batches)) == list(range(10))


def test_few_digits_are_gone_through_more_often(few_digits, course):
    from cnnlab.course import catalogue

    plan = catalogue.find(course, "assignment4").training
    assert epochs_of(plan, few_digits) == plan.epochs * math.ceil(plan.images_per_epoch / 384)


def test_a_view_over_channels_as_in_the_lecture_is_trained_too(training, changed):
    history, _ = training(changed(("x.flatten(1)", "x.view(-1, 64 * 5 * 5)")))
    assert history.points[-1].training_loss < history.points[0].training_loss


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        # The first batch makes the weights NaN; it is noticed before the second.
        ("loss.backward()", "(loss * float('nan')).backward()", "step 1, which is batch 1 of epoch 1"),
        (
            "loss.backward()",
            "optimizer.n = getattr(optimizer, 'n', 0) + 1; (loss * (float('nan') if optimizer.n == 11 else 1)).backward()",
            "step 11, which is batch 3 of epoch 2",
        ),
        # In the last batch of an epoch there is no next one to notice it.
        (
            "loss.backward()",
            "optimizer.n = getattr(optimizer, 'n', 0) + 1; (loss * (float('nan') if optimizer.n == 8 else 1)).backward()",
            "step 8, which is batch 8 of epoch 1",
        ),
    ],
)
def test_weights_that_become_nan_stop_training_and_the_step_is_named(fault_of, changed, old, new, where):
    said, lines = fault_of(changed((old, new)))
    assert f"the weights became NaN (not a number) in {where}." in said
    assert lines == ""


def test_a_loss_that_is_no_number_stops_training(fault_of, changed):
    said, _ = fault_of(changed(("return total / count\n", "return float('inf')\n")))
    assert said.startswith("Training was stopped after step 8: the loss is no number any more (inf in training")


@pytest.mark.parametrize(
    ("old", "new", "expected", "line"),
    [
        ("self.fc2 = nn.Linear(128, 10)", "self.fc2 = nn.Linear(64, 10)", "RuntimeError: mat1 and mat2", "in forward"),
        ("optimizer.step()", "optimizer.stepp()", "AttributeError: ", "in train_epoch"),
        ("total += F.cross_entropy", "total += G.cross_entropy", "NameError: name 'G'", "in evaluate"),
        ("super().__init__()", "raise ValueError('no')", "ValueError: no", "in __init__"),
        ("import torch\n", "import torch\nraise SystemExit('bye')\n", "SystemExit: bye", "in <module>"),
        ("def evaluate(model, loader, device):", "def evaluate(model, loader):", "TypeError: evaluate() takes 2", ""),
        ("    for images, labels in loader:", "    for images labels in loader:", "SyntaxError: invalid syntax", "^"),
    ],
)
def test_what_a_student_raises_is_told_in_the_students_lines_only(fault_of, changed, old, new, expected, line):
    said, lines = fault_of(changed((old, new)))
    assert said == "Your code ended with an error."
    assert lines.splitlines()[-1].startswith(expected)
    assert line in lines
    assert {part.split('"')[1] for part in lines.splitlines() if part.startswith("  File ")} <= {"mnist_cnn.py"}


def test_what_is_not_written_yet_is_named_with_its_line(fault_of, changed):
    starter = (REFERENCE.parents[3] / "assignments" / "assignment4" / "mnist_cnn.py").read_text(encoding="utf-8")
    number = starter.splitlines().index("        raise NotImplementedError") + 1
    said, lines = fault_of(starter)
    assert said.startswith(f"SimpleCNN.__init__ in mnist_cnn.py is not written yet (line {number}).")
    assert lines == ""
    said, _ = fault_of(changed(("    total, right, count = 0.0, 0, 0\n", "    raise NotImplementedError\n")))
    assert said.startswith("evaluate in mnist_cnn.py is not written yet")


def test_a_missing_forward_is_no_unwritten_function(fault_of, changed):
    said, lines = fault_of(changed(("def forward(", "def forwards(")))
    assert said == "Your code ended with an error."
    assert 'missing the required "forward" function' in lines


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("def train_epoch", "def train", "mnist_cnn.py does not define train_epoch."),
        (
            "class SimpleCNN(nn.Module):",
            "class SimpleCNN:\n    __init__ = object.__init__\n\n\nclass Other(nn.Module):",
            "SimpleCNN in mnist_cnn.py must be a torch.nn.Module.",
        ),
        ("    return total / count\n", "\n", "train_epoch returned None; it must return the mean loss"),
        ("    return total / count\n", "    return loss\n", "train_epoch returned tensor("),
        ("return total / count, right / count", "return right / count", "evaluate returned 0."),
        ("return total / count, right / count", "return loader, None", "evaluate returned (<cnnlab"),
        (
            "return self.fc2(x)",
            "return x",
            "SimpleCNN answers 96 images with (96, 128); it must be logits of shape (96, 10)",
        ),
        ("return self.fc2(x)", "return [self.fc2(x)]", "SimpleCNN answers 96 images with list;"),
        (
            "    with torch.no_grad():",
            "    torch.set_grad_enabled(False)\n    if True:",
            "evaluate leaves gradients switched off",
        ),
    ],
)
def test_what_is_missing_or_wrongly_returned_is_named(fault_of, changed, old, new, expected):
    # Loops of which the network is not asked for its logits are needed to come so far.
    loops = [("F.cross_entropy(model(images), labels)", "model(images).sum() * 0")] if "return x" in new else []
    if "[self" in new:
        loops = [("F.cross_entropy(model(images), labels)", "model(images)[0].sum()")]
    if loops:
        loops += [
            ("logits = model(images)", "logits = torch.zeros(len(labels), 10)"),
        ]
    said, lines = fault_of(changed((old, new), *loops))
    assert said.startswith(expected)
    assert lines == ""
    assert torch.is_grad_enabled()


def test_a_framework_that_cannot_be_trained_is_named(changed):
    with pytest.raises(UsageError, match="cannot train networks of abacus; it can those of torch"):
        learner_of("abacus", module_of("mnist_cnn", changed()), "mnist_cnn.py", PLAN)
    assert "torch" in KINDS


@pytest.mark.parametrize(
    "raised",
    [
        "torch.cuda.OutOfMemoryError('CUDA out of memory. Tried to allocate 2 GiB')",
        "RuntimeError('MPS backend out of memory')",
    ],
)
def test_a_gpu_without_memory_is_the_machines_fault_with_a_way_out(training, changed, raised):
    with pytest.raises(Fault, match=r"has no memory left .* smaller --batch-size, or --device cpu"):
        training(changed(("        loss.backward()\n", f"        raise {raised}\n")))


@pytest.mark.parametrize("stops_at", [1, 12])
def test_ctrl_c_keeps_what_was_reached(training, changed, stops_at):
    def stop(batches):
        if batches == stops_at:
            raise KeyboardInterrupt

    history, weights = training(changed(), on_batch=stop)
    assert history.epochs == stops_at / 8
    assert len(history.points) == stops_at // 8
    assert images_in(history) == 150
    assert weights["fc2.bias"].shape == (10,)


class Says:
    """A learner whose evaluate says this."""

    def __init__(self, loss, accuracy):
        self.said = Score(loss, accuracy)

    def evaluate(self, images, labels):
        return self.said


@pytest.mark.parametrize(
    ("loss", "accuracy", "agrees"),
    [
        (0.1, 0.9, True),
        (0.10001, 0.91, True),  # one image of 100 on the edge
        (0.1, 90.0, False),
        (0.0001, 0.9, False),
        (0.1, 0.999, False),
        (math.nan, 0.9, False),
        (0.1, math.nan, False),
    ],
)
def test_an_evaluate_that_says_something_else_than_was_measured_is_told(few_digits, loss, accuracy, agrees):
    some = Split(few_digits.test.images[:100], few_digits.test.labels[:100])
    told = disagreement(Says(loss, accuracy), some, Score(0.1, 0.9))
    assert (told is None) == agrees
    if told is not None:
        assert render(told, Language.ENGLISH).startswith(
            f"Your evaluate says loss {loss:.6g} and accuracy {accuracy:.6g}"
        )


def test_the_references_evaluate_agrees_and_the_lectures_does_not(training, changed, few_digits):
    plan = dataclasses.replace(PLAN, epochs=1, batch_size=96)
    lecture = changed((', reduction="sum"', ""))
    for source, agrees in ((changed(), True), (lecture, False)):
        learner = learner_of("torch", module_of("mnist_cnn", source), "mnist_cnn.py", plan)
        history, _ = practise(learner, few_digits, plan, "assignment4")
        assert (disagreement(learner, few_digits.test, history.test) is None) == agrees


def test_score_is_pytorchs_cross_entropy(few_digits):
    rng = np.random.default_rng(0)
    logits = (rng.standard_normal((150, 10)) * 30).astype(np.float32)
    labels = few_digits.test.labels
    found = score(logits, labels)
    assert found.loss == pytest.approx(F.cross_entropy(torch.tensor(logits), torch.tensor(labels)).item(), rel=1e-5)
    assert found.accuracy == (logits.argmax(1) == labels).mean()


def test_logits_that_are_no_numbers_are_no_answer():
    logits = np.zeros((3, 10), np.float32)
    logits[0, 4], logits[1, 4], logits[2, 7] = 1, math.nan, math.inf
    found = score(logits, np.array([4, 4, 7]))
    assert found.accuracy == pytest.approx(1 / 3)
    assert not math.isfinite(found.loss)
    assert misread_of(logits, np.array([4, 4, 7])) == ()


def test_measuring_leaves_the_mode_of_the_network(changed):
    learner = TorchLearner(module_of("mnist_cnn", changed()), "mnist_cnn.py", PLAN)
    for mode in (True, False):
        learner._model.train(mode)
        learner.logits(np.zeros((2, 1, 28, 28), np.float32))
        assert learner._model.training is mode


def test_a_history_is_json_that_tells_itself_from_other_files(trained):
    history, _ = trained
    spoilt = dataclasses.replace(history, test=Score(math.nan, 0.5))
    words = to_json(spoilt)
    assert json.loads(words)["test"] == {"loss": None, "accuracy": 0.5}
    assert json.loads(words)["confusion"] == [list(row) for row in history.confusion]
    assert set(history.versions) == {"cnnlab", "python", "numpy", "torch"}
    assert is_history(words)
    assert not any(map(is_history, ["", "[]", "{}", '{"made_by": "me"}', words[:-9]]))


def test_a_student_module_does_not_see_its_neighbours(tmp_path, monkeypatch):
    """It has to stand alone, as it will when it is handed in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "neighbour.py").write_text("", encoding="utf-8")
    with pytest.raises(StudentFault) as stopped:
        module_of("mnist_cnn", dedent("import neighbour\n"))
    assert "No module named 'neighbour'" in stopped.value.lines
