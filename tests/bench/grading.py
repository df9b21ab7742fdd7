"""How fast grading is, as ratios measured in one run: `make bench`. Nothing here is asserted; machines are noisy."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from cnnlab.course import Report, Submission, catalogue
from cnnlab.grading.session import grade_each
from cnnlab.sandbox.confinement import Budget
from cnnlab.sandbox.process import ChildProcess
from cnnlab.sandbox.server import ForkServer

ROOT = Path(__file__).resolve().parents[2]
CNNLAB = Path(sys.executable).with_name("cnnlab")
SLUG = "assignment3"
ROUNDS = 7
BARE_FIXTURES = """
import importlib.util
from pathlib import Path

import numpy
import pytest


def _module():
    spec = importlib.util.spec_from_file_location("pooling", Path(__file__).with_name("pooling.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Student:
    calls = ()

    def __init__(self):
        self._module = _module()

    def __getattr__(self, name):
        function = getattr(self._module, name)
        return Bare(function)


class Bare:
    def __init__(self, function):
        self._function = function

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def reply(self, *args, **kwargs):
        from cnnlab.sandbox.replies import Raised, Returned

        try:
            return Returned(self._function(*args, **kwargs))
        except ValueError as error:
            return Raised("ValueError", ("ValueError",), str(error))


@pytest.fixture
def student():
    return Student()


@pytest.fixture
def reference():
    return _module()


@pytest.fixture
def rng():
    return numpy.random.default_rng(0)
"""


def median_seconds(action: Callable[[], object]) -> float:
    """The median over a few rounds, after one that is not counted."""
    action()
    return statistics.median(_seconds(action) for _ in range(ROUNDS))


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def run(*command: object) -> None:
    """Run a command without showing what it says."""
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    subprocess.run([str(part) for part in command], check=True, capture_output=True, cwd=ROOT, env=environment)


def bare_pytest(folder: Path) -> float:
    """A plain pytest process over the very same checks, student and grader in one process, no sandbox."""
    (folder / "conftest.py").write_text(BARE_FIXTURES)
    shutil.copy(ROOT / "solutions" / SLUG / "reference" / "pooling.py", folder)
    for file in (
        *(ROOT / "solutions" / SLUG / "grader").glob("test_*.py"),
        ROOT / "assignments" / SLUG / "test_public.py",
    ):
        shutil.copy(file, folder)
    return median_seconds(
        lambda: run(sys.executable, "-m", "pytest", "-q", "-W", "ignore", "-p", "no:cacheprovider", folder)
    )


def further_submissions() -> float:
    """Seconds per submission in a session that is warm, from one report to the next."""
    course = catalogue.find_course(ROOT)
    assignment = catalogue.find(course, SLUG)
    source = catalogue.reference_source(assignment)
    times: list[float] = []

    def note(report: Report) -> None:
        assert report.score == report.max_score
        times.append(time.perf_counter())

    grade_each(course, assignment, [Submission(f"{number}", source) for number in range(4 * ROUNDS)], note)
    return statistics.median(np.diff(times)[2:])


def call_overhead() -> tuple[float, float]:
    """Median seconds that a call pays for the sandbox, and megabytes that a child holds for itself."""
    x = np.zeros((1, 1, 8, 8))
    with ForkServer(["numpy"]) as server:
        child = ChildProcess(server, Budget(memory_mb=512, cpu_seconds=60))
        child.load("pooling", "def same(x):\n    return x\n", 10)
        for _ in range(50):
            child.call("same", (x,), {}, 10)
        seconds = statistics.median(_seconds(lambda: child.call("same", (x,), {}, 10)) for _ in range(1000))
        megabytes = _private_megabytes(child.pid)
        child.close()
    return seconds, megabytes


def _private_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def main() -> None:
    """Measure and print."""
    click = median_seconds(lambda: run(sys.executable, "-c", "import click"))
    helped = median_seconds(lambda: run(CNNLAB, "--help"))
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_pytest(Path(folder))
    graded = median_seconds(lambda: run(CNNLAB, "grade", SLUG, f"solutions/{SLUG}/reference"))
    further = further_submissions()
    call, megabytes = call_overhead()
    rows = (
        ("cnnlab --help / python -c 'import click'", f"{helped / click:.2f}", "2", f"{helped:.3f} s / {click:.3f} s"),
        ("one submission / bare pytest process", f"{graded / bare:.2f}", "2", f"{graded:.3f} s / {bare:.3f} s"),
        ("each further one / bare pytest process", f"{further / bare:.2f}", "0.25", f"{further:.3f} s / {bare:.3f} s"),
        ("a call's overhead, ms", f"{1000 * call:.2f}", "0.5", "1x1x8x8 there and back, median"),
        ("memory per extra submission, MB", f"{megabytes:.0f}", "60", "private memory of a child"),
    )
    print(f"{'measure':42} {'value':>6} {'goal':>6}   detail")
    for name, value, goal, detail in rows:
        print(f"{name:42} {value:>6} {goal:>6}   {detail}")


if __name__ == "__main__":
    main()
