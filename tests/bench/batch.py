"""How fast a class is graded, as ratios measured in one run: `python tests/bench/batch.py [students]`. Nothing here is asserted."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from cnnlab.batch.due import Grader, due
from cnnlab.batch.job import Job
from cnnlab.batch.running import Flight, run
from cnnlab.course import Report, Student, Submission, catalogue
from cnnlab.gradebook.key import Key, content_of
from cnnlab.gradebook.store import Gradebook, Handed, open_gradebook
from cnnlab.grading.diagnosis import Diagnosis
from cnnlab.grading.plugin import GradingPlugin
from cnnlab.grading.session import grade_each
from cnnlab.grading.synthetic_class import stage_class
from cnnlab.messages import Language
from cnnlab.reporters import student_page
from cnnlab.sandbox.confinement import INNER_LAYERS
from cnnlab.sandbox.process import ChildProcess
from cnnlab.sandbox.student import StudentCode

ROOT = Path(__file__).resolve().parents[2]
SLUG = "assignment3"
COMMAND = [sys.executable, "-c", "from cnnlab.cli.main import main; main()"]
LOOPS = 12
FOREVER = "while True:\n    pass\n"


def graded(folder: Path, book: Path, *arguments: object) -> float:
    """Seconds that `cnnlab grade` takes for a class."""
    started = time.perf_counter()
    command = [*COMMAND, "grade", SLUG, folder, "--gradebook", book, "--course", ROOT, *arguments]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return time.perf_counter() - started


def plain_pytest(students: list[Path], folder: Path) -> float:
    """Seconds that plain pytest takes: a process for each submission, two at a time, over the very same checks."""
    sys.path.insert(0, str(ROOT))
    from tests.bench.grading import BARE_FIXTURES

    def one(student: Path) -> None:
        own = folder / student.name
        own.mkdir()
        (own / "conftest.py").write_text(BARE_FIXTURES)
        files = [*(ROOT / "solutions" / SLUG / "grader").glob("*.py"), ROOT / "assignments" / SLUG / "test_public.py"]
        for file in files:
            shutil.copy(file, own)
        shutil.copy(student / "pooling.py", own)
        command = [sys.executable, "-m", "pytest", "-q", "-W", "ignore", "-p", "no:cacheprovider", str(own)]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, check=False, capture_output=True, timeout=30)

    # The first start reads pytest and its plugins from disk; the others find them in memory, as the grader did.
    first, *others = students
    one(first)
    started = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, others))
    return time.perf_counter() - started


class AtOnce(Executor):
    """Answers with a report of realistic size, so that only the parent's own memory is seen."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def submit(self, fn: object, /, job: Job, submission: Submission) -> "Future[Report]":
        future: Future[Report] = Future()
        future.set_result(self._report)
        return future


class Spent:
    """Seconds by what they are spent on; what is inside of something else counts there alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._since, self._on = time.perf_counter(), ["the rest"]

    def _turn(self) -> None:
        now = time.perf_counter()
        self.seconds[self._on[-1]] += now - self._since
        self._since = now

    def watch(self, owner: object, function: str, name: str) -> None:
        """Count the time of a function, for as long as this program runs."""
        inner = getattr(owner, function)

        def timed(*arguments: object, **options: object) -> object:
            self._turn()
            self._on.append(name)
            try:
                return inner(*arguments, **options)
            finally:
                self._turn()
                self._on.pop()

        setattr(owner, function, timed)


def split(sources: list[str]) -> dict[str, float]:
    """Milliseconds for each submission in one process, by what they are spent on. Waiting is for the student's own code."""
    course = catalogue.find_course(ROOT)
    assignment = catalogue.find(course, SLUG)
    grade_each(course, assignment, [Submission("warm", sources[-1])], lambda _: None)
    spent = Spent()
    spent.watch(StudentCode, "_start", "fork")
    spent.watch(ChildProcess, "_end", "fork")
    spent.watch(ChildProcess, "_wait", "student's code")
    spent.watch(GradingPlugin, "ask", "checks")
    spent.watch(Diagnosis, "misconception", "diagnosis")
    spent.watch(Diagnosis, "counterexample", "diagnosis")
    spent.watch(Gradebook, "keep", "database")
    spent.watch(student_page, "student_page", "rendering")
    with tempfile.TemporaryDirectory() as folder, open_gradebook(Path(folder) / "book.sqlite") as book:

        def deliver(report: Report) -> None:
            if not spent.seconds:  # the session's own start
                spent.seconds["the rest"] = 0.0
            source = sources[int(report.submission)]
            student = Student(report.submission, report.submission)
            key = Key(content_of(Submission(report.submission, source)), "version", "environment")
            book.keep(report, key, Handed(student, key.content))
            student_page.student_page(report, Language.KOREAN, title=SLUG)

        submissions = [Submission(str(number), source) for number, source in enumerate(sources)]
        grade_each(course, assignment, submissions, deliver)
    return {name: 1000 * seconds / len(sources) for name, seconds in spent.seconds.items()}


def memory_program(count: int) -> None:
    """Run in a process of its own: grade `count` submissions and print the peak memory in MB."""
    from cnnlab.grading.session import Settings, grade

    course = catalogue.find_course(ROOT)
    assignment = catalogue.find(course, SLUG)
    source = catalogue.misconceptions(assignment)[0].source
    report = grade(course, assignment, Submission("a", source), Settings())

    def reads() -> Iterator[object]:
        for number in range(count):
            submission = Submission(f"student{number}", f"{source}# {number}\n")
            yield lambda each=submission: (each, Handed(Student(each.name, each.name), content_of(each)))

    with tempfile.TemporaryDirectory() as folder, open_gradebook(Path(folder) / "book.sqlite") as book:
        book.connection.execute("PRAGMA synchronous = OFF")  # memory is measured, not the disk
        job = Job(ROOT, SLUG, INNER_LAYERS)
        tasks = due(book, Grader(SLUG, "v", "e"), reads(), lambda: None)
        for task, found in run(AtOnce(report), job, tasks, 4, Flight()):
            book.keep(found, task.key, task.handed)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def memory(count: int) -> float:
    """The parent's peak memory in MB for a class of so many."""
    done = subprocess.run(
        [sys.executable, __file__, "memory", str(count)], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return float(done.stdout)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    assignment = catalogue.find(catalogue.find_course(ROOT), SLUG)
    limit = assignment.limits.call_seconds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        right = catalogue.reference_source(assignment)
        wrong = [each.source for each in catalogue.misconceptions(assignment)]
        for number in range(count):
            own = folder / "class" / f"student{number}"
            own.mkdir(parents=True)
            source = right if number % 3 == 0 else wrong[number % len(wrong)]
            (own / "pooling.py").write_text(f"{source}# {number}\n", encoding="utf-8")
        two = graded(folder / "class", folder / "two.sqlite", "--jobs", 2)
        again = graded(folder / "class", folder / "two.sqlite", "--jobs", 2)
        one = graded(folder / "class", folder / "one.sqlite", "--jobs", 1)
        stage_class(assignment, folder / "mixed", count)
        mixed = graded(folder / "mixed", folder / "mixed.sqlite", "--jobs", 2)
        for number in range(LOOPS):
            (folder / "loops" / f"student{number}").mkdir(parents=True)
            (folder / "loops" / f"student{number}" / "pooling.py").write_text(f"{FOREVER}# {number}\n")
        loops = graded(folder / "loops", folder / "loops.sqlite", "--jobs", 2)
        (folder / "plain").mkdir()
        few = sorted((folder / "class").iterdir())[: 1 + max(10, count // 10)]
        plain = plain_pytest(few, folder / "plain") * count / (len(few) - 1)
    shares = split([right if number % 3 == 0 else wrong[number % len(wrong)] for number in range(60)])
    thousand, ten_thousand = memory(1_000), memory(10_000)
    rows = (
        (f"{count} students / plain pytest, two at a time", f"{plain / two:.2f}", "5", f"{two:.1f} s / {plain:.1f} s"),
        ("a second worker", f"{one / two:.2f}", "1.8", f"{one:.1f} s / {two:.1f} s"),
        ("unchanged, again (s)", f"{again:.2f}", "2", f"{count} students"),
        ("a mixed class, hostile ones too (s each)", f"{mixed / count:.3f}", "", f"{mixed:.1f} s"),
        (
            "memory at 10,000 / at 1,000",
            f"{ten_thousand / thousand:.2f}",
            "1.2",
            f"{ten_thousand:.0f} MB / {thousand:.0f} MB",
        ),
        ("endless loops / their limits over two workers", f"{loops / (LOOPS * limit / 2):.2f}", "1", f"{loops:.1f} s"),
    )
    print(f"{'measure':50} {'value':>6} {'goal':>6}   detail")
    for measure, value, goal, detail in rows:
        print(f"{measure:50} {value:>6} {goal:>6}   {detail}")
    print(
        "milliseconds for each submission, two thirds of them wrong: "
        + ", ".join(f"{name} {ms:.1f}" for name, ms in shares.items())
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        memory_program(int(sys.argv[2]))
    else:
        main()
