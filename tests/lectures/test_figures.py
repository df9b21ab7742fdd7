"""Figures are drawn anew when anything changes that they are drawn with, and only then."""

import shutil

import pytest

from cnnlab.lectures import figures
from cnnlab.lectures.memory import Memory
from cnnlab.messages import Language


@pytest.fixture
def kits(monkeypatch, tmp_path):
    """A copy of our modules, so that one can be changed."""

    def changed(name=None):
        folder = tmp_path / f"kits-{name}"
        shutil.copytree(figures.KITS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        if name:
            (folder / name).write_text("# other\n", encoding="utf-8")
        monkeypatch.setattr(figures, "KITS", folder)

    return changed


def draw(course, memory):
    return figures.draw(course.root / "site", "word", Language.ENGLISH, memory)


def remembered(memory):
    return memory.packed().count(b"figure word")


@pytest.mark.parametrize("name", ["drawing.py", "shading.py", "greys.py", "stacking.py", "computing/pooling.py"])
def test_another_kit_is_another_picture(course, kits, name):
    memory = Memory()
    kits()
    draw(course, memory)
    kits(name)
    draw(course, memory)
    assert remembered(memory) == 2


def test_the_same_kits_are_the_same_picture(course, kits):
    memory = Memory()
    kits()
    assert draw(course, memory) == draw(course, memory)
    assert remembered(memory) == 1


def test_other_data_are_another_picture(course):
    memory = Memory()
    draw(course, memory)
    (course.root / "site" / "figures" / "data").mkdir()
    (course.root / "site" / "figures" / "data" / "word.json").write_text("{}", encoding="utf-8")
    draw(course, memory)
    assert remembered(memory) == 2


def test_a_figure_that_exits_is_told_and_ends_nothing(course, put, told):
    (course.root / "site" / "figures" / "word.py").write_text("import sys\n\nsys.exit(4)\n", encoding="utf-8")
    put("en", more="::: figure word\nA word.\n:::")
    assert told() == ["01-one.md:20: The figure word fails in word.py, line 3: SystemExit: 4."]
