"""Fixtures of all tests: the course of this repository, a tiny course of one's own, and the command line in a process."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

from cnnlab.course import Assignment, Course, Report, Submission, catalogue
from cnnlab.grading.session import Settings, grade, grade_each

ROOT = Path(__file__).resolve().parents[1]
# No example has a deadline, since machines are shared; in CI the same examples come every time.
settings.register_profile("cnnlab", deadline=None, derandomize="CI" in os.environ, print_blob=False)
settings.load_profile("cnnlab")
# Whoever starts the tests in the background has SIGINT ignored, and so would every process that is started here.
signal.signal(signal.SIGINT, signal.default_int_handler)
# Read by Keras when it is imported; there is no TensorFlow here.
os.environ.setdefault("KERAS_BACKEND", "torch")

FAILING_STREAM = Path("/dev/full")

RIGHT = '''
import numpy as np


def double(x):
    """Twice the array."""
    return x * 2.0


def shift(x, by=1):
    """The array with `by` added."""
    if by < 0:
        raise ValueError(f"by={by} is negative; use 0 or more")
    return x + float(by)
'''

TINY = {
    "course.toml": """
        [name]
        ko = "작은 과목"
        en = "A tiny course"
    """,
    "solutions/secret.txt": "a tiny secret",
    "assignments/tiny/assignment.toml": """
        lesson = "01-tiny"
        module = "tiny"
        imports = ["numpy"]

        [title]
        ko = "작은 과제"
        en = "A tiny assignment"

        [limits]
        call_seconds = 0.6
        submission_seconds = 6.0
        memory_mb = 256
    """,
    "assignments/tiny/README.md": "# Tiny\n",
    "assignments/tiny/README.ko.md": "# 작음\n",
    "assignments/tiny/tiny.py": '''
        """The starter."""

        import numpy as np


        def double(x: np.ndarray) -> np.ndarray:
            """Twice the array."""
            raise NotImplementedError


        def shift(x: np.ndarray, by: int = 1) -> np.ndarray:
            """The array with `by` added."""
            raise NotImplementedError
    ''',
    "assignments/tiny/test_public.py": '''
        import numpy as np
        import pytest

        from cnnlab.grading import assert_same


        @pytest.mark.points(20)
        def test_public_double(student):
            """Doubling, in public"""
            assert_same(student.double(np.array([1.0, -2.5])), np.array([2.0, -5.0]))


        @pytest.mark.points(10)
        def test_public_shift(student):
            """Shifting, in public"""
            assert_same(student.shift(np.array([1.0, -2.5]), 3), np.array([4.0, 0.5]), cause="by")
    ''',
    "solutions/tiny/reference/tiny.py": RIGHT,
    "solutions/tiny/grader/test_tiny.py": '''
        import numpy as np
        import pytest

        from cnnlab.grading import assert_rejects, assert_same, assert_unchanged


        @pytest.mark.points(30)
        @pytest.mark.lesson("01-tiny#double")
        def test_hidden_double(student, reference, rng):
            """Doubling, hidden"""
            x = rng.integers(10**8, 10**9, 5).astype(float)
            assert_same(student.double(x), reference.double(x))
            assert_unchanged(student)


        @pytest.mark.points(25)
        def test_hidden_shift(student, reference, rng):
            """Shifting, hidden"""
            x = rng.integers(10**8, 10**9, (2, 3)).astype(float)
            for by in (0, 40_000, 900_000_000):
                assert_same(student.shift(x, by), reference.shift(x, by), cause="by")


        @pytest.mark.points(15)
        def test_hidden_refusal(student):
            """A negative shift is refused"""
            assert_rejects(student.shift, np.ones(2), -1, naming="by")
    ''',
    "solutions/tiny/grader/small_inputs.py": """
        import numpy as np

        from cnnlab.grading import arguments


        def double(rng):
            for size in (1, 2, 3, 4):
                yield arguments(rng.integers(3, 10, size).astype(float))


        def shift(rng):
            for size in (1, 2, 3):
                for by in (0, 2, 3):
                    yield arguments(rng.integers(-9, 10, size).astype(float), by)
            yield arguments(np.ones(1), -1)
            yield arguments(np.ones(2), -3)
    """,
    "solutions/tiny/misconceptions/squares/tiny.py": '''
        """Squares

        en: You square. Twice is not the square.

        ko: 제곱했습니다.

        lesson: 01-tiny#squares
        """


        def double(x):
            return x**2
    ''',
    "solutions/tiny/misconceptions/ignores_by/tiny.py": '''
        """Always shifts by one

        en: You always shift by one.

        ko: 항상 1을 더했습니다.

        lesson: 01-tiny#by
        """


        def shift(x, by=1):
            if by < 0:
                raise ValueError("by")
            return x + 1.0
    ''',
    "solutions/tiny/misconceptions/accepts_negatives/tiny.py": '''
        """Takes negative shifts

        en: You accept a negative shift.

        ko: 음수를 받아들였습니다.

        lesson: 01-tiny#negative
        """


        def shift(x, by=1):
            return x + float(by)
    ''',
}


@dataclass(frozen=True)
class OwnCourse:
    """A course in a temporary folder, with assignments of one or more slugs."""

    root: Path

    def write(self, path: str, content: str) -> Path:
        """Write a file of the course, indentation removed."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(dedent(content).lstrip("\n"), encoding="utf-8")
        return place

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace words of a file of the course, which must be there."""
        before = (self.root / path).read_text(encoding="utf-8")
        assert old in before
        (self.root / path).write_text(before.replace(old, new), encoding="utf-8")

    @property
    def course(self) -> Course:
        """The course, read anew."""
        return catalogue.read_course(self.root)

    def assignment(self, slug: str = "tiny") -> Assignment:
        """An assignment, read anew."""
        return catalogue.find(self.course, slug)

    def grade(self, source: str, slug: str = "tiny", **settings: object) -> Report:
        """Grade one source."""
        return grade(self.course, self.assignment(slug), Submission("someone", dedent(source)), Settings(**settings))

    def grade_all(self, **sources: str) -> dict[str, Report]:
        """Grade several sources in one session, in the order given."""
        reports: dict[str, Report] = {}
        grade_each(
            self.course,
            self.assignment(),
            [Submission(name, dedent(source)) for name, source in sources.items()],
            lambda report: reports.update({report.submission: report}),
        )
        return reports


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything it said, its lines joined: a terminal breaks sentences where it likes."""
        return " ".join(f"{self.out} {self.err}".split())


@pytest.fixture(autouse=True)
def english_and_no_course(monkeypatch: pytest.MonkeyPatch) -> None:
    """No wish of whoever runs the tests reaches them."""
    for name in ("CNNLAB_COURSE", "CNNLAB_DATA", "CNNLAB_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture(scope="session")
def course() -> Course:
    """The course of this repository."""
    return catalogue.read_course(ROOT)


@pytest.fixture(scope="session")
def assignment3(course: Course) -> Assignment:
    """The assignment on pooling."""
    return catalogue.find(course, "assignment3")


@pytest.fixture(scope="session")
def right_answer() -> str:
    """What earns 100 in the tiny course."""
    return RIGHT


@pytest.fixture
def tiny_course(tmp_path: Path) -> OwnCourse:
    """A course with one assignment, `tiny`, whose functions are `double` and `shift`."""
    own = OwnCourse(tmp_path / "course")
    for path, content in TINY.items():
        own.write(path, content)
    return own


@pytest.fixture(scope="session")
def shared_course(tmp_path_factory: pytest.TempPathFactory) -> OwnCourse:
    """The tiny course for tests that do not change it."""
    own = OwnCourse(tmp_path_factory.mktemp("shared") / "course")
    for path, content in TINY.items():
        own.write(path, content)
    return own


@pytest.fixture(scope="session")
def run() -> Callable[..., Ran]:
    """Run a program: `run([...], cwd=…, env={…})`; the variables are added to an English environment."""

    def run(arguments: list[object], cwd: Path = ROOT, env: dict[str, str] | None = None, **settings: object) -> Ran:
        clean = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        done = subprocess.run(
            [str(each) for each in arguments],
            cwd=cwd,
            env={**clean, "LANG": "C.UTF-8", **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
            **settings,
        )
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return run


@pytest.fixture(scope="session")
def cnnlab(run: Callable[..., Ran]) -> Callable[..., Ran]:
    """Run the command line: `cnnlab("grade", "tiny", path, cwd=…, env={…})`."""
    script = [sys.executable, "-c", "from cnnlab.cli.main import main; main()"]
    return lambda *arguments, **settings: run([*script, *arguments], **settings)


@pytest.fixture
def no_traceback() -> Callable[[Ran], None]:
    """Demand that a run showed no traceback."""

    def check(ran: Ran) -> None:
        assert "Traceback" not in ran.said, ran.err

    return check


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A file on a disk that is full: writing to it fails, for root too."""
    assert FAILING_STREAM.exists()
    yield FAILING_STREAM
