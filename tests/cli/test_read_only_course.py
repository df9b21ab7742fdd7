"""A course that nobody may write into, as on a server's disk or an image: it grades, and says what it cannot do there."""

import sys

import pytest

from cnnlab.sandbox import jail

# Root may write wherever a mode forbids it, so the course is mounted read-only. Where that is not to be had these tests have nothing to prove.
MOUNTS = ["bwrap"] if jail.available() else []
pytestmark = pytest.mark.parametrize("mounted", MOUNTS)


@pytest.fixture
def inside(run, tiny_course, tmp_path, right_answer):
    """Run the command line in the class's folder, with the tiny course mounted read-only."""
    for name, source in {"kim": right_answer, "lee": "def double(x):\n    return x**2\n"}.items():
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "tiny.py").write_text(source, encoding="utf-8")

    def inside(mounted, *arguments):
        command = [mounted, "--dev-bind", "/", "/", "--ro-bind", tiny_course.root, tiny_course.root, "--"]
        program = [sys.executable, "-c", "from cnnlab.cli.main import main; main()"]
        return run([*command, *program, *arguments, "--course", tiny_course.root], cwd=tmp_path)

    return inside


def files(folder):
    """Every file of a folder, with what it holds."""
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_class_is_graded_where_everything_is_kept_elsewhere(mounted, inside, tiny_course, tmp_path):
    before = files(tiny_course.root)
    there = ("grade", "tiny", "class", "--gradebook", "book.sqlite", "--out", "results")
    ran = inside(mounted, *there)
    assert (ran.code, "2 graded now" in ran.said) == (0, True), ran.said
    assert {path.name for path in (tmp_path / "results" / "feedback").iterdir()} == {"kim.html", "lee.html"}
    assert "0 graded now, 2 known already" in inside(mounted, *there).said
    shown = inside(mounted, "gradebook", "show", "tiny", "--gradebook", "book.sqlite")
    assert (shown.code, "kim" in shown.said) == (0, True), shown.said
    assert files(tiny_course.root) == before


def test_the_gradebook_in_the_course_is_a_sentence_that_names_the_way_out(
    mounted, inside, tiny_course, cnnlab, tmp_path
):
    expected = f"The gradebook {tiny_course.root}/gradebook.sqlite cannot be written"
    for _ in range(2):
        ran = inside(mounted, "grade", "tiny", "class")
        assert (ran.code, expected in ran.said, "--gradebook" in ran.said) == (3, True, True), ran.said
        assert "kim" not in ran.said
        # The second time there is one already, which was written while that was allowed.
        assert cnnlab("grade", "tiny", tmp_path / "class", "--course", tiny_course.root).code == 0


def test_results_in_the_course_are_a_sentence(mounted, inside, tiny_course):
    ran = inside(mounted, "grade", "tiny", "class", "--gradebook", "book.sqlite", "--out", tiny_course.root / "results")
    assert (ran.code, f"{tiny_course.root}/results cannot be written: Read-only file system." in ran.said) == (2, True)


def test_a_missing_secret_cannot_be_written_there_and_a_seed_needs_none(mounted, inside, tiny_course):
    (tiny_course.root / "solutions" / "secret.txt").unlink()
    ran = inside(mounted, "grade", "tiny", "class", "--gradebook", "book.sqlite")
    assert (ran.code, "secret.txt is missing, and nothing can be written there." in ran.said) == (3, True), ran.said
    assert "whoever keeps the course has to write a line" in ran.said
    ran = inside(mounted, "grade", "tiny", "class", "--gradebook", "book.sqlite", "--seed", "1")
    assert (ran.code, "2 graded now" in ran.said) == (0, True), ran.said
