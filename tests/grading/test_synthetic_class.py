"""A synthetic class is of the size that was asked for, the same each time, and of every kind."""

import ast

from cnnlab.grading.synthetic_class import ATTACKS, stage_class


def content(folders):
    return {folder.name: (folder / "tiny.py").read_bytes() for folder in folders}


def test_a_class_is_the_same_again_and_everybody_is_somebody_else(shared_course, tmp_path):
    one = content(stage_class(shared_course.assignment(), tmp_path / "one", 200))
    assert content(stage_class(shared_course.assignment(), tmp_path / "two", 200)) == one
    assert content(stage_class(shared_course.assignment(), tmp_path / "three", 200, seed=1)) != one
    assert len(one) == 200
    written = [each for each in one.values() if each]
    assert len(set(written)) == len(written)


def test_a_large_class_has_everything_in_it(shared_course, tmp_path):
    files = list(content(stage_class(shared_course.assignment(), tmp_path, 600)).values())
    words = [each.decode("utf-8", "replace") for each in files]
    for sign in (
        "NotImplementedError",
        "x**2",
        "x * 2.0",
        "input(",
        *(attack.splitlines()[-1] for attack in ATTACKS.values()),
    ):
        assert any(sign.replace("**", " ** ") in each or sign in each for each in words), sign
    assert b"" in files
    assert any(not runs(each) for each in words if each)
    assert any("\ufffd" in each for each in words)


def runs(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def test_more_students_than_names_are_all_there(shared_course, tmp_path):
    assert len(set(stage_class(shared_course.assignment(), tmp_path, 4300))) == 4300
