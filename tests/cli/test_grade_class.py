"""`cnnlab grade` for a class: what is said, what is kept, and that nothing is lost whatever ends it."""

import importlib.util
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from cnnlab.sandbox import jail

NOTHING = "def double(x):\n    return None\n"
SLOW = "import time\nwhile True:\n    time.sleep(1)\n"


@pytest.fixture
def own_class(tmp_path):
    """Write a class, one folder for each student; answers its folder."""

    def own_class(**sources):
        for name, source in sources.items():
            (tmp_path / "class" / name).mkdir(parents=True, exist_ok=True)
            (tmp_path / "class" / name / "tiny.py").write_text(source, encoding="utf-8")
        return tmp_path / "class"

    return own_class


@pytest.fixture
def grade(ran_inside, tiny_course):
    """Grade a class of the tiny course."""
    return lambda *arguments: ran_inside("grade", "tiny", *arguments, "--course", tiny_course.root)


def kept(path):
    """Student, content and score of everything that a gradebook holds."""
    query = "SELECT student, attempt.content, score FROM attempt JOIN report USING (content) ORDER BY student"
    with closing(sqlite3.connect(path)) as found:
        return found.execute(query).fetchall()


def count(path):
    """How many reports have been committed."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as found:
        try:
            return found.execute("SELECT count(*) FROM report").fetchone()[0]
        except sqlite3.OperationalError:
            return 0


def test_a_class_is_graded_kept_and_summed_up(grade, own_class, tiny_course, right_answer, tmp_path):
    folder = own_class(kim=right_answer, lee=NOTHING, 박서준="def double(x):\n    return x**2\n")
    code, said = grade(folder, "--out", "results", "--json", "all.jsonl", "--jobs", "1")
    assert code == 0
    assert "] kim: 100 of 100" in said
    assert "tiny: 3 submissions of 3 students; 3 graded now (passed 1, " in said
    assert "1 of 3 have them all." in said
    assert "Misconceptions: squares 1." in said
    lines = (tmp_path / "results" / "reports.jsonl").read_text(encoding="utf-8")
    assert lines == (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert {each["submission"]: each["score"] for each in map(json.loads, lines.splitlines())}["박서준"] == 0.0
    assert len(kept(tiny_course.root / "gradebook.sqlite")) == 3
    results = tmp_path / "results"
    assert {path.name for path in (results / "feedback").iterdir()} == {"kim.html", "lee.html", "박서준.html"}
    for name in ("class.html", "grades.csv", "canvas.csv", "moodle.csv", "junit.xml"):
        assert "kim" in (results / name).read_text(encoding="utf-8"), name


def test_pages_are_of_a_class_or_of_one(grade, own_class):
    code, said = grade(own_class(kim=NOTHING), "--html", "kim.html")
    assert (code, said.startswith("--html is for one submission")) == (2, True)


def test_lateness_and_points_by_hand_count_when_a_class_is_graded_again(
    grade, own_class, tiny_course, right_answer, ran_inside
):
    tiny_course.write(
        "course.toml",
        """
        [name]
        ko = "작은 과목"
        en = "A tiny course"
        [due]
        tiny = 2020-01-01T00:00:00+09:00
        [late]
        percent_per_day = 10
        floor_percent = 30
        """,
    )
    folder = own_class(kim=right_answer, lee=right_answer)
    code, said = grade(folder, "--json", "all.jsonl")
    assert (code, "Points: 30.0 on average" in said, "Points were taken off for lateness: 2." in said) == (
        0,
        True,
        True,
    )
    ran_inside("gradebook", "override", "lee", "--points", "90", "--why", "was ill", "--course", tiny_course.root)
    code, said = grade(folder)
    assert (code, "Points: 60.0 on average" in said, "Points given by hand: 1." in said) == (0, True, True)


def test_only_what_changed_is_graded_again(grade, own_class, tiny_course, right_answer):
    folder = own_class(kim=right_answer, lee=NOTHING)
    assert "2 graded now" in grade(folder)[1]
    assert "0 graded now, 2 known already" in grade(folder)[1]
    own_class(lee=right_answer + "# better\n")
    assert "1 graded now (passed 1), 1 known already" in grade(folder)[1]
    assert "2 graded now (passed 2), 0 known already" in grade(folder, "--regrade")[1]
    tiny_course.edit("solutions/tiny/grader/test_tiny.py", "Doubling, hidden", "Doubling as well")
    assert "2 graded now (passed 2), 0 known already" in grade(folder)[1]


def test_some_students_only_and_a_slip_in_a_name_is_told(grade, own_class, right_answer):
    folder = own_class(kim=right_answer, lee=NOTHING, park=NOTHING)
    code, said = grade(folder, "--only", "kim", "--only", "park")
    assert (code, "lee" in said, "2 submissions of 2 students" in said) == (0, False, True)
    assert grade(folder, "--only", "kin") == (2, f"Nobody is called kin in {folder}. Did you mean kim?")


def test_one_bad_submission_changes_nothing_for_the_others(grade, own_class, right_answer):
    folder = own_class(kim=right_answer, lee="while True: pass\n", park="import os\nos._exit(0)\n", cho="(", empty="")
    code, said = grade(folder)
    assert (code, "] kim: 100 of 100" in said, "timeout 1" in said, "crashed 1" in said) == (0, True, True, True), said


def test_the_limit_of_a_submission_can_be_set_and_makes_another_grading(grade, own_class):
    source = "import time\ndef double(x):\n    time.sleep(0.3)\n    return x * 2.0\n"
    folder = own_class(kim=source)
    assert "] kim: 50 of 100" in grade(folder)[1]
    assert "] kim: 0 of 100" in grade(folder, "--timeout", "0.1")[1]
    assert "0 graded now, 1 known already" in grade(folder)[1]


def test_a_missing_package_for_notebooks_is_said_before_anybody_is_graded(grade, own_class, tiny_course, monkeypatch):
    folder = own_class(kim=NOTHING)
    (folder / "lee").mkdir()
    with zipfile.ZipFile(folder / "lee" / "work.zip", "w") as packed:
        packed.writestr("tiny.ipynb", "{}")
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "nbformat" else find_spec(name))
    code, said = grade(folder)
    assert (code, said) == (3, "Notebooks need the package nbformat. Install it with: pip install 'cnnlab[lms]'")
    assert count(tiny_course.root / "gradebook.sqlite") == 0


def test_exit_codes_are_those_of_one_submission(grade, own_class, tiny_course, right_answer):
    folder = own_class(kim=right_answer, lee=NOTHING)
    assert grade(folder, "--fail-under", "50")[0] == 1
    tiny_course.edit(
        "solutions/tiny/grader/test_tiny.py", "assert_same(student.double(x), reference.double(x))", "1 / 0"
    )
    code, said = grade(folder)
    assert (code, "Without a score, because grading failed, which is not their fault: kim, lee." in said) == (3, True)


def test_options_of_a_class_are_refused_for_one_submission(grade, own_class):
    code, said = grade(own_class(kim=NOTHING) / "kim", "--regrade")
    assert (code, said.startswith("--regrade is for a class")) == (2, True)


def test_a_gradebook_that_cannot_be_used_ends_it_before_anything_is_graded(grade, own_class, tmp_path):
    code, said = grade(own_class(kim=NOTHING), "--gradebook", "/proc/gradebook.sqlite")
    assert (code, "The gradebook /proc/gradebook.sqlite cannot be written" in said, "] kim" in said) == (3, True, False)


def test_a_clock_that_goes_backwards_changes_no_grade(
    grade, own_class, right_answer, ran_inside, tiny_course, monkeypatch
):
    times = (f"{year}-01-01T00:00:00+00:00" for year in range(2040, 1990, -1))
    monkeypatch.setattr("cnnlab.gradebook.store._now", lambda: next(times))
    assert "] kim: 0 of 100" in grade(own_class(kim=NOTHING))[1]
    folder = own_class(kim=right_answer)
    os.utime(folder / "kim" / "tiny.py", (10**9, 10**9))  # long before the first attempt
    tiny_course.edit("course.toml", "[name]", "[late]\nattempts = 'last'\n[name]")
    said = grade(folder)[1]
    assert ("1 graded now (passed 1)" in said, "Points: 100.0 on average" in said) == (True, True), said
    assert "0 graded now, 1 known already" in grade(folder)[1]
    for points in ("50", "60"):
        ran_inside("gradebook", "override", "kim", "--points", points, "--why", "x", "--course", tiny_course.root)
    assert "Points: 60.0 on average" in grade(folder)[1]


@pytest.mark.parametrize("jailed", ["bwrap"] if jail.available() else [])
def test_a_disk_that_becomes_full_costs_nothing_that_was_graded(
    run, own_class, tiny_course, right_answer, tmp_path, jailed
):
    """A real disk, with room for the reports of a few students only until the ballast on it goes."""
    own_class(**{f"student{number:02}": right_answer + f"# {number}\n" for number in range(16)})
    (tmp_path / "disk").mkdir()
    grading = "grade tiny class --gradebook disk/book.sqlite --jobs 1"
    program = f"""
        exec 2>&1
        cnnlab() {{ "$0" -c "from cnnlab.cli.main import main; main()" "$@"; echo "code $?;"; }}
        head -c {700 * 1024} /dev/zero > disk/ballast
        cnnlab {grading}
        rm disk/ballast
        cnnlab {grading}
        cat /dev/zero > disk/ballast 2> /dev/null
        cnnlab grade tiny class --only student00 --gradebook elsewhere.sqlite --out disk/results
    """
    disk = ["--dev-bind", "/", "/", "--size", str(960 * 1024), "--tmpfs", tmp_path / "disk"]
    environment = {"CNNLAB_COURSE": str(tiny_course.root)}
    ran = run([jailed, *disk, "--", "sh", "-c", program, sys.executable], cwd=tmp_path, env=environment)
    full, after, results, _ = (" ".join(part.split()) for part in ran.out.split(";\n"))
    assert full.endswith("make room, and run the same command again. code 3")
    assert "The gradebook disk/book.sqlite cannot be written" in full
    graded = full.count(": 100 of 100")
    assert 0 < graded < 16
    assert f"{16 - graded} graded now (passed {16 - graded}), {graded} known already" in after
    assert after.endswith("code 0")
    assert results.endswith("cannot be written: No space left on device. code 2"), results


def test_two_batches_at_once_on_one_gradebook_lose_nothing(own_class, tiny_course, right_answer):
    folder = own_class(**{f"student{number}": right_answer + f"# {number}\n" for number in range(6)})
    program = [sys.executable, "-c", "from cnnlab.cli.main import main; main()"]
    command = [*program, "grade", "tiny", str(folder), "--course", str(tiny_course.root), "--jobs", "1"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [process.communicate(timeout=100)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    found = kept(tiny_course.root / "gradebook.sqlite")
    assert {(student, score) for student, _, score in found} == {(f"student{n}", 100.0) for n in range(6)}
    with closing(sqlite3.connect(tiny_course.root / "gradebook.sqlite")) as book:
        assert book.execute("SELECT count(*) FROM attempt").fetchone() == (6,)


@pytest.fixture
def started(tiny_course, own_class, right_answer):
    """Start grading a class in a process of its own, whose last students keep their worker busy; answers process and folder."""
    running = []

    def started():
        folder = own_class(**{f"student{number}": right_answer + f"# {number}\n" for number in range(4)}, zzz=SLOW)
        tiny_course.edit("assignments/tiny/assignment.toml", "call_seconds = 0.6", "call_seconds = 30.0")
        tiny_course.edit("assignments/tiny/assignment.toml", "submission_seconds = 6.0", "submission_seconds = 60.0")
        program = [sys.executable, "-c", "from cnnlab.cli.main import main; main()"]
        command = [*program, "grade", "tiny", str(folder), "--course", str(tiny_course.root), "--jobs", "1"]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True))
        deadline = time.monotonic() + 100
        while count(tiny_course.root / "gradebook.sqlite") < 4:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        return running[-1], folder

    yield started
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def workers_of(pid):
    """The processes that a process has started, and theirs."""
    found = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text(encoding="ascii").split():
            found += [int(child), *workers_of(int(child))]
    return found


def assert_all_end(pids):
    """Wait until none of the processes is left; a zombie that nobody reaps has ended too."""
    deadline = time.monotonic() + 60
    while any(is_running(pid) for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_after_kill_9_the_same_command_goes_on_and_comes_to_the_same(started, grade, own_class, tiny_course, tmp_path):
    process, folder = started()
    workers = workers_of(process.pid)
    assert workers
    process.kill()
    process.wait()
    assert_all_end(workers)
    own_class(zzz=NOTHING)
    code, said = grade(folder)
    assert (code, "1 graded now" in said, "4 known already" in said) == (0, True, True), said
    assert "5 graded now" in grade(folder, "--gradebook", tmp_path / "undisturbed.sqlite")[1]
    assert kept(tiny_course.root / "gradebook.sqlite") == kept(tmp_path / "undisturbed.sqlite")


def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(started, tiny_course):
    process, _ = started()
    workers = workers_of(process.pid)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=100)
    assert process.returncode == 130
    path = tiny_course.root / "gradebook.sqlite"
    assert f"Stopped. 4 of 5 are graded and kept in {path}; the same command goes on from there." in said
    assert "Traceback" not in said
    assert_all_end(workers)
