"""A small course on PyTorch: assignment 4's driver and reference, a plan of a few seconds, checks of our own."""

import shutil
from pathlib import Path

import pytest

from cnnlab.course import Submission, catalogue
from cnnlab.grading.session import Settings, grade_each
from cnnlab.networks.location import Place

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "course.toml": '[name]\nko = "작은 과목"\nen = "A tiny course"\n',
    "solutions/secret.txt": "a tiny secret",
    "assignments/nets/assignment.toml": """
lesson = "14-pytorch"
module = "mnist_cnn"
imports = ["torch", "numpy"]

[title]
ko = "작은 신경망"
en = "A tiny network"

[limits]
call_seconds = 20.0
submission_seconds = 120.0
memory_mb = 2048
threads = 1
reply_mb = 4

[stands_for]
logits = "SimpleCNN"
exported = "SimpleCNN"
trained = "train_epoch"

[training]
epochs = 1
parts = 4
batch_size = 32
learning_rate = 0.004
max_parameters = 300000
images_per_epoch = 400
max_images_per_epoch = 400
seconds = 60.0
part_seconds = 30.0
""",
    "assignments/nets/test_public.py": '''
import numpy as np
import pytest

from cnnlab.grading import assert_parameters, network_of


@pytest.mark.points(10)
def test_parameters(student):
    """The network has the parameters of the lecture"""
    assert_parameters(network_of(student), 225_034, budget=300_000)
''',
    "solutions/nets/grader/test_nets.py": '''
import numpy as np
import pytest

from cnnlab.grading import assert_reaches, assert_same


@pytest.mark.points(20)
def test_logits(student, reference, rng):
    """Logits are those of the reference"""
    x = rng.standard_normal((2, 1, 28, 28)).astype(np.float32)
    assert_same(student.logits(x, 3), reference.logits(x, 3), rtol=1e-4, atol=1e-5)


@pytest.mark.points(30)
def test_first_step(certificate):
    """Accuracy reaches the first step"""
    assert_reaches(certificate, 0)


@pytest.mark.points(40)
def test_last_step(certificate):
    """Accuracy reaches the last step"""
    assert_reaches(certificate, 1)
''',
    "solutions/nets/grader/small_inputs.py": '"""Small inputs."""\n',
    "solutions/nets/accuracy.toml": "[stand-in]\nsteps = [0.2, 0.99]\nstop_at = 0.999\n",
}


class NetworkCourse:
    """The course, and grading in it on the stand-in digits."""

    def __init__(self, root):
        self.root = root
        for path, content in FILES.items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, encoding="utf-8")
        for name in ("driver.py", "mnist_cnn.py"):
            shutil.copy(ROOT / "assignments/assignment4" / name, root / "assignments/nets" / name)
        (root / "solutions/nets/reference").mkdir()
        shutil.copy(ROOT / "solutions/assignment4/reference/mnist_cnn.py", root / "solutions/nets/reference")
        # Where nothing is, and nobody named it: the stand-in is taken.
        self.place = Place(root / "no data", named=False)

    @property
    def course(self):
        return catalogue.read_course(self.root)

    @property
    def assignment(self):
        return catalogue.find(self.course, "nets")

    @property
    def reference(self):
        return catalogue.reference_source(self.assignment)

    def grade_all(self, sources, **settings):
        """Grade sources by name in one session; answers the reports by name."""
        reports = {}
        grade_each(
            self.course,
            self.assignment,
            [Submission(name, source) for name, source in sources.items()],
            lambda report: reports.update({report.submission: report}),
            Settings(place=self.place, **{"device": "cpu", **settings}),
        )
        return reports

    def grade(self, source, **settings):
        return self.grade_all({"someone": source}, **settings)["someone"]


@pytest.fixture
def network_course(tmp_path):
    """A course of one's own, to be changed."""
    return NetworkCourse(tmp_path / "course")


@pytest.fixture(scope="session")
def shared_network_course(tmp_path_factory):
    """The course for tests that do not change it."""
    return NetworkCourse(tmp_path_factory.mktemp("networks") / "course")
