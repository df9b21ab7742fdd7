"""`cnnlab start` copies a handout, never overwrites work, and says what it did, what it kept and what comes next."""

import os

import pytest

PUBLISHED = ["README.ko.md", "README.md", "test_public.py", "tiny.py"]


@pytest.fixture
def start(ran_inside, shared_course):
    """Start the tiny assignment."""
    return lambda *arguments: ran_inside("start", "tiny", *arguments, "--course", shared_course.root)


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_handout_is_copied_into_a_folder_of_its_name(start, shared_course, tmp_path):
    code, said = start()
    assert code == 0
    assert names(tmp_path / "tiny") == PUBLISHED
    for name in PUBLISHED:
        assert (tmp_path / "tiny" / name).read_bytes() == (shared_course.root / "assignments/tiny" / name).read_bytes()
    assert "tiny/tiny.py is new." in said
    assert said.endswith(
        "Read tiny/README.md, write your answer into tiny/tiny.py, and try it with: cnnlab check tiny tiny"
    )


def test_the_command_that_it_ends_with_works(start, ran_inside, shared_course):
    _, said = start("homework/one")
    _, _, command = said.partition("try it with: cnnlab ")
    code, said = ran_inside(*command.split(), "--course", shared_course.root)
    assert (code, "double is not written yet" in said) == (1, True)


def test_a_korean_starts_with_the_korean_handout(start):
    assert "README.ko.md" in start("--lang", "ko")[1].split(".py")[-2] + start("again", "--lang", "ko")[1]


def test_work_is_never_overwritten(start, tmp_path):
    start()
    (tmp_path / "tiny" / "tiny.py").write_text("my work", encoding="utf-8")
    (tmp_path / "tiny" / "README.md").unlink()
    code, said = start()
    assert code == 0
    assert (tmp_path / "tiny" / "tiny.py").read_text(encoding="utf-8") == "my work"
    assert "tiny/tiny.py is already there; it was left as it is." in said
    assert "tiny/README.md is new." in said


@pytest.mark.parametrize("target", ["precious", "nowhere"])
def test_a_link_is_left_alone_even_where_it_leads_nowhere(start, tmp_path, target):
    (tmp_path / "precious").write_text("precious", encoding="utf-8")
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "tiny.py").symlink_to(tmp_path / target)
    code, said = start()
    assert (code, "tiny/tiny.py is already there; it was left as it is." in said) == (0, True)
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "precious"
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_in_the_place_of_a_file_is_left_alone(start, tmp_path):
    (tmp_path / "tiny" / "tiny.py").mkdir(parents=True)
    code, said = start()
    assert (code, "tiny/tiny.py is already there" in said) == (0, True)


def test_starting_into_a_file_is_wrong_usage(start, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    code, said = start("taken")
    assert (code, "taken" in said, "file" in said) == (2, True, True)
    (tmp_path / "tiny").write_text("mine", encoding="utf-8")
    code, said = start()
    assert code == 2
    assert said.endswith("tiny cannot be written: File exists.") or said.endswith(
        "tiny cannot be written: Not a directory."
    )
    assert (tmp_path / "tiny").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("target", ["/proc/homework", "/dev/null/homework", "/dev/full"])
def test_a_place_that_cannot_be_written_is_said(start, target):
    code, said = start(target)
    assert code == 2
    assert target in said


def test_the_current_folder_can_be_started_into(start, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    os.chdir(folder)
    assert start(folder)[0] == 0
    assert names(folder) == PUBLISHED


def test_what_the_grader_needs_and_what_python_leaves_is_not_handed_out(start, tiny_course, ran_inside, tmp_path):
    tiny_course.write("assignments/tiny/__pycache__/tiny.cpython-311.pyc", "")
    assert ran_inside("start", "tiny", "other", "--course", tiny_course.root)[0] == 0
    assert names(tmp_path / "other") == PUBLISHED
