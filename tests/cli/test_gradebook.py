"""`cnnlab gradebook`: what it shows, and that points by hand stand beside what was computed."""

import json
import re

import pytest

HALF = "def double(x):\n    return x * 2.0\n"


@pytest.fixture
def gradebook(ran_inside, tiny_course, tmp_path):
    """Grade a class of two, then ask its gradebook."""
    for name, source in (("김하늘", HALF), ("lee", "x = 1\n")):
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "tiny.py").write_text(source, encoding="utf-8")
    assert ran_inside("grade", "tiny", tmp_path / "class", "--course", tiny_course.root)[0] == 0
    return lambda *arguments: ran_inside("gradebook", *arguments, "--course", tiny_course.root)


def test_points_by_hand_count_and_the_computed_ones_stay(gradebook):
    assert gradebook("override", "김하늘", "--points", "80", "--why", "Explained it") == (
        0,
        "김하늘 has 80 points in tiny: Explained it",
    )
    code, said = gradebook("show")
    assert (code, "80 │ 50" in " ".join(said.split()), "by hand: Explained it" in said) == (0, True, True), said
    code, said = gradebook("history", "김하늘")
    assert code == 0
    assert ": 50 of 100, by grader" in said
    assert "80 points. Explained it" in said
    assert "lee" not in said
    assert re.search(r"handed in \S+T\d\d:\d\d:\d\d\+\d\d:\d\d:", said), said


def test_the_export_is_a_line_for_each_student(gradebook, tmp_path):
    code, said = gradebook("export", "tiny")
    assert (code, said.count('"schema": 1')) == (0, 2)
    assert gradebook("export", "--out", "all.jsonl") == (0, "all.jsonl holds the grades of tiny.")
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert {each["submission"]: each["score"] for each in map(json.loads, lines)} == {"김하늘": 50.0, "lee": 0.0}


@pytest.mark.parametrize("form", ["csv", "canvas", "moodle", "junit"])
def test_every_format_can_be_exported(gradebook, form):
    code, said = gradebook("export", "--format", form)
    assert (code, "김하늘" in said, "50" in said) == (0, True, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "tinny"), "Nothing of tinny is in this gradebook. It has: tiny."),
        (("history", "lea"), "Nobody is called lea here. Did you mean lee?"),
        (("override", "lee", "--points", "5", "--why", " "), "--why is empty."),
        (("override", "lee", "--points", "101", "--why", "x"), "101.0 is not in the range"),
        (("override", "lee", "--points", "nan", "--why", "x"), "'nan' is not a valid float."),
        (("override", "lee", "--points", "5"), "Missing option '--why'"),
        (("show", "--gradebook", "no.sqlite"), "There is no gradebook no.sqlite yet"),
    ],
)
def test_wrong_usage_is_2_with_a_sentence(gradebook, arguments, words):
    code, said = gradebook(*arguments)
    assert (code, words in said) == (2, True), said
