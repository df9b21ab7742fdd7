"""`cnnlab train` leaves weights, a history and pictures; whatever goes wrong is one sentence that says what to do."""

import importlib.util
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnlab.cli.train import STOPPED
from cnnlab.networks.stand_in import read_stand_in

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = (ROOT / "solutions" / "assignment4" / "reference" / "mnist_cnn.py").read_text(encoding="utf-8")
FILES = {"weights.npz", "history.json"} | {
    f"{name}.{kind}" for name in ("curves", "confusion", "misread") for kind in ("svg", "png")
}
STAND_IN = "Training on cpu with scikit-learn's digits in place of MNIST"


@pytest.fixture(autouse=True)
def quick(monkeypatch, tmp_path):
    """A user whose cache is empty, so that the stand-in is used; one thread, which is quickest for so few digits."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def homework(tmp_path):
    """A student's file: the reference, with some words replaced."""

    def homework(*pairs, name="mnist_cnn.py"):
        source = REFERENCE
        for old, new in pairs:
            assert old in source
            source = source.replace(old, new)
        (tmp_path / name).write_text(source, encoding="utf-8")
        return tmp_path / name

    return homework


@pytest.fixture
def train(ran_inside):
    """Train a file for an epoch: (exit code, what was said)."""
    return lambda *arguments: ran_inside("train", "assignment4", "--epochs", 1, "--course", ROOT, *arguments)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A folder that a training has left, and what was said; run as a student does, in the folder of the file."""
    folder = tmp_path_factory.mktemp("kim")
    (folder / "mnist_cnn.py").write_text(REFERENCE, encoding="utf-8")
    arguments = ["train", "assignment4", "--epochs", "2", "--seed", "5", "--course", str(ROOT)]
    ran = subprocess.run(
        [sys.executable, "-c", "from cnnlab.cli.main import main; main()", *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(folder), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    return folder / "assignment4-training", ran.stdout


def test_everything_lies_beside_the_students_file(trained):
    folder, said = trained
    assert {each.name for each in folder.iterdir()} == FILES
    assert said.startswith(STAND_IN)
    assert "After epoch 2 (" in said
    assert said.rstrip().endswith("holds weights.npz, history.json, and as SVG and PNG: curves, confusion, misread.")


def test_the_weights_have_the_accuracy_of_the_history(trained):
    """An oracle without any of ours: numpy's reader, a network written out here, the digits."""
    folder, said = trained
    with np.load(folder / "weights.npz", allow_pickle=False) as weights:
        w = {name: torch.from_numpy(weights[name]) for name in weights.files}
    assert set(w) == {f"{layer}.{kind}" for layer in ("conv1", "conv2", "fc1", "fc2") for kind in ("weight", "bias")}
    digits = read_stand_in().test
    x = torch.from_numpy(digits.images)
    for layer in ("conv1", "conv2"):
        x = torch.conv2d(x, w[f"{layer}.weight"], w[f"{layer}.bias"]).relu()
        x = torch.max_pool2d(x, 2)
    x = (x.flatten(1) @ w["fc1.weight"].T + w["fc1.bias"]).relu()
    guesses = (x @ w["fc2.weight"].T + w["fc2.bias"]).argmax(1).numpy()
    history = json.loads((folder / "history.json").read_text(encoding="utf-8"))
    assert history["test"]["accuracy"] == (guesses == digits.labels).mean()
    assert f"recognises {100 * history['test']['accuracy']:.2f} % of the test digits" in said
    for digit in range(10):
        assert history["confusion"][digit] == np.bincount(guesses[digits.labels == digit], minlength=10).tolist()


def test_the_history_says_how_it_came_about(trained):
    history = json.loads((trained[0] / "history.json").read_text(encoding="utf-8"))
    assert history["plan"] == {"epochs": 2, "batch_size": 96, "learning_rate": 0.003, "device": "cpu", "seed": 5}
    assert (history["assignment"], history["source"], history["epochs"]) == ("assignment4", "stand-in", 2)
    assert history["seconds"] > 0
    assert history["versions"]["torch"] == torch.__version__
    assert [point["epochs"] for point in history["points"]] == [1, 2]
    assert history["points"][1]["training_loss"] < history["points"][0]["training_loss"]
    counts = np.bincount(read_stand_in().test.labels, minlength=10)
    assert [sum(row) for row in history["confusion"]] == counts.tolist()


def test_the_pictures_show_the_numbers_of_the_history(trained):
    folder, _ = trained
    history = json.loads((folder / "history.json").read_text(encoding="utf-8"))
    words = {
        name: [
            "".join(each.itertext()) for each in ET.parse(folder / f"{name}.svg").iter() if each.tag.endswith("}text")
        ]
        for name in ("curves", "confusion", "misread")
    }
    counts = np.array(history["confusion"])
    for count in np.unique(counts):
        assert words["confusion"].count(str(count)) >= np.count_nonzero(counts == count)
    assert f"Test digits, at the end: {100 * history['test']['accuracy']:.2f} %" in words["curves"]
    for each in history["misread"]:
        assert f"{each['digit']} → {each['guess']}" in words["misread"]
    from matplotlib.image import imread

    for name in words:
        assert imread(io.BytesIO((folder / f"{name}.png").read_bytes())).shape[2] == 4


def test_a_second_training_takes_the_place_of_the_first(train, homework, trained, tmp_path):
    folder = Path(shutil.copytree(trained[0], tmp_path / "assignment4-training"))
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert train(homework(), "--seed", 1)[0] == 0
    after = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert set(after) == FILES | {"notes.txt"}
    assert {name for name in after if after[name] == before[name]} == {"notes.txt"}


@pytest.mark.parametrize("name", ["thesis.txt", "history.json"])
def test_a_folder_of_somebody_elses_is_left_alone(train, homework, tmp_path, name):
    foreign = tmp_path / "thesis"
    foreign.mkdir()
    (foreign / name).write_text("{}", encoding="utf-8")
    code, said = train(homework(), "--out", foreign)
    assert code == 2
    assert said == f"{foreign} holds files that are not from a training. Name a folder with --out that is new or empty."
    assert [each.name for each in foreign.iterdir()] == [name]


def test_a_file_in_place_of_the_folder_is_2(train, homework, tmp_path):
    file = homework()
    code, said = train(file, "--out", file)
    assert (code, said) == (2, f"{file} is not a folder. Name one with --out that is new or empty.")


def test_a_folder_that_cannot_be_made_is_2_before_training(train, homework):
    code, said = train(homework(), "--out", "/proc/nowhere/training")
    assert code == 2
    assert said.startswith("/proc/nowhere/training cannot be written: ")


def test_a_training_that_fails_leaves_no_folder(train, homework, tmp_path):
    code, _ = train(homework(("optimizer.step()", "optimizer.stepp()")), "--out", tmp_path / "new")
    assert code == 1
    assert not (tmp_path / "new").exists()


def test_a_students_error_is_1_with_the_students_lines_only(train, homework):
    code, said = train(homework(("optimizer.step()", "optimizer.stepp()")))
    assert code == 1
    assert "Your code ended with an error." in said
    assert 'File "mnist_cnn.py", line ' in said
    assert "optimizer.stepp()" in said
    assert said.endswith("AttributeError: 'Adam' object has no attribute 'stepp'")
    assert said.count("File ") == 1
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("return self.fc2(x)", "raise NotImplementedError", "SimpleCNN.forward in mnist_cnn.py is not written yet"),
        ("def evaluate", "def measure", "mnist_cnn.py does not define evaluate. `cnnlab train` needs SimpleCNN,"),
        ("loss.backward()", "(loss * float('nan')).backward()", "the weights became NaN (not a number) in step 1,"),
        ("import torch\n", "import torch\n  x\n", "IndentationError: unexpected indent"),
    ],
)
def test_what_keeps_a_file_from_training_is_1_and_said(train, homework, old, new, expected):
    code, said = train(homework((old, new)))
    assert code == 1
    assert expected in said
    assert "Traceback" not in said


def test_the_starter_is_not_written_yet(train):
    code, said = train(ROOT / "assignments" / "assignment4" / "mnist_cnn.py")
    assert code == 1
    assert "SimpleCNN.__init__ in mnist_cnn.py is not written yet" in said
    assert not (ROOT / "assignments" / "assignment4" / "assignment4-training").exists()


def test_an_empty_file_is_1(train, tmp_path):
    (tmp_path / "mnist_cnn.py").write_text("\n", encoding="utf-8")
    code, said = train()
    assert code == 1
    assert said.startswith("mnist_cnn.py is empty.")


def test_an_evaluate_that_is_wrong_is_warned_about_and_what_a_loop_prints_is_shown(train, homework):
    prints = ("    model.train()\n", "    model.train()\n    print('an epoch begins')\n")
    code, said = train(homework((', reduction="sum"', ""), prints))
    assert code == 0
    assert "an epoch begins" in said
    assert "Your evaluate says loss 0." in said
    assert said.count("Your evaluate") == 1


def test_an_evaluate_that_fails_at_the_end_costs_no_training(train, homework, tmp_path):
    code, said = train(homework(("    return total / count, right / count", "    return total / (count <= 100), 0.0")))
    assert code == 1
    assert "ZeroDivisionError" in said
    assert {each.name for each in (tmp_path / "assignment4-training").iterdir()} == FILES


@pytest.mark.parametrize("package", ["torch", "matplotlib"])
def test_a_missing_package_is_3_and_the_extra_is_named(train, homework, monkeypatch, package):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == package else find_spec(name))
    code, said = train(homework())
    assert code == 3
    assert said == (
        f"`cnnlab train` needs the package {package}, which is not installed here. "
        "Install it with: pip install 'cnnlab[torch]'"
    )


def test_without_mnist_and_stand_in_it_is_3(train, homework, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    code, said = train(homework())
    assert code == 3
    assert said.startswith("There is no MNIST here, and no stand-in for it either")
    assert not (tmp_path / "assignment4-training").exists()


def test_a_named_folder_without_mnist_is_3(train, homework, tmp_path):
    code, said = train(homework(), "--data", tmp_path / "nothing")
    assert code == 3
    assert f"Run `cnnlab data fetch --data {tmp_path / 'nothing'}`" in said


@pytest.mark.parametrize(("device", "name"), [("cuda", "CUDA"), ("mps", "MPS")])
def test_a_gpu_that_is_not_here_is_2(train, homework, monkeypatch, device, name):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    code, said = train(homework(), "--device", device)
    assert code == 2
    assert name in said
    assert "Use --device cpu" in said


def test_a_gpu_without_memory_is_3_with_a_way_out(train, homework):
    raised = "raise torch.cuda.OutOfMemoryError('CUDA out of memory.')"
    code, said = train(homework(("loss.backward()", raised)))
    assert code == 3
    assert said.endswith("Try a smaller --batch-size, or --device cpu.")


def test_an_assignment_without_training_is_2(ran_inside):
    code, said = ran_inside("train", "assignment3", "--course", ROOT)
    assert code == 2
    assert said == (
        "There is nothing to train in assignment3: `cnnlab train` is for assignments that have [training] in their "
        "assignment.toml. Try your file with `cnnlab check assignment3`."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--epochs", 0), "--epochs"),
        (("--batch-size", 0), "--batch-size"),
        (("--learning-rate", 0), "--learning-rate"),
        (("--learning-rate", "nan"), "Invalid value for '--learning-rate': 'nan' is not a valid float."),
        (("--seed", -1), "--seed"),
        (("--device", "tpu"), "--device"),
    ],
)
def test_a_number_that_cannot_be_is_2(ran_inside, homework, arguments, expected):
    code, said = ran_inside("train", "assignment4", homework(), *arguments, "--course", ROOT)
    assert code == 2
    assert expected in said


def test_korean_without_hangul_says_so_and_labels_in_english(train, homework, monkeypatch, tmp_path):
    monkeypatch.setattr("cnnlab.networks.pictures.fonts.find_hangul", lambda: None)
    (tmp_path / "empty").mkdir()
    code, said = train(homework(), "--lang", "ko", "--out", tmp_path / "empty")
    assert code == 0
    assert "Noto Sans CJK" in said
    assert ">Epochs</text>" in (tmp_path / "empty" / "curves.svg").read_text(encoding="utf-8")


def test_ctrl_c_keeps_what_was_reached(train, homework, tmp_path):
    """The signal itself comes while the third batch after the first epoch is learned."""
    batches = -(-len(read_stand_in().train.labels) // 96)
    presses = f"""
        loss.backward()
        optimizer.n = getattr(optimizer, "n", 0) + 1
        if optimizer.n == {batches + 3}:
            __import__("os").kill({os.getpid()}, {int(signal.SIGINT)})
"""
    code, said = train(homework(("\n        loss.backward()\n", presses)), "--epochs", 9)
    assert code == STOPPED
    assert said.startswith(STAND_IN)
    assert "Stopped after 1." in said
    history = json.loads((tmp_path / "assignment4-training" / "history.json").read_text(encoding="utf-8"))
    assert history["epochs"] == 1 + 2 / batches
    assert len(history["points"]) == 1
    assert {each.name for each in (tmp_path / "assignment4-training").iterdir()} == FILES


@pytest.mark.parametrize("option", ["--batch-size", "--learning-rate"])
def test_what_keras_decides_itself_is_no_option(ran_inside, option):
    code, said = ran_inside("train", "assignment6", option, "1", "--course", ROOT)
    assert code == 2
    assert "your own compile and fit say them" in said
