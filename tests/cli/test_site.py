"""`cnnlab site`: exit codes, what is said, and that nothing is written before all is well."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAD = '+++\ntitle = "{}"\nsummary = "{}"\n+++\n\n{}\n'


@pytest.fixture
def lessons(tmp_path):
    """A course with the shell of this repository's site and one lesson."""
    root = tmp_path / "course"
    (root / "assignments").mkdir(parents=True)
    (root / "course.toml").write_text('[name]\nko = "과목"\nen = "Course"\n', encoding="utf-8")
    for language, words in (("ko", ("하나", "첫 강의", "안녕하세요.")), ("en", ("One", "First", "Hello."))):
        folder = root / "site" / "lessons" / language
        folder.mkdir(parents=True)
        (folder / "01-one.md").write_text(HEAD.format(*words), encoding="utf-8")
    for name in ("templates", "styles", "scripts", "words.toml"):
        (root / "site" / name).symlink_to(ROOT / "site" / name)
    return root


def test_a_site_is_built_and_built_again(ran_inside, lessons):
    code, said = ran_inside("site", "build", "--course", lessons)
    assert code == 0
    assert (
        f"7 pages in {lessons}/build/site: 12 files written, 0 unchanged, 0 removed" in said or "files written" in said
    )
    assert (lessons / "build" / "site" / "ko" / "01-one.html").is_file()
    assert " 0 files written" in ran_inside("site", "build", "--course", lessons)[1]


def test_a_broken_lesson_is_3_and_nothing_is_written(ran_inside, lessons, tmp_path):
    (lessons / "site" / "lessons" / "en" / "01-one.md").write_text("no head", encoding="utf-8")
    code, said = ran_inside("site", "build", "--course", lessons, "--out", tmp_path / "out")
    assert code == 3
    assert said.startswith("site/lessons/en/01-one.md:1: A lesson begins with TOML")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_ours_is_2(ran_inside, lessons, tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("x")
    code, said = ran_inside("site", "build", "--course", lessons, "--out", tmp_path / "thesis")
    assert code == 2
    assert "did not write" in said


def test_checking_is_0_where_all_is_well_and_1_where_not(ran_inside, lessons):
    assert ran_inside("site", "check", "--course", lessons) == (
        0,
        "Links, anchors, languages, pages and snippets hold.",
    )
    path = lessons / "site" / "lessons" / "en" / "01-one.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[x](#nowhere)\n", encoding="utf-8")
    code, said = ran_inside("site", "check", "--course", lessons)
    assert code == 1
    assert "site/lessons/en/01-one.md:8: The lesson 01-one has no section nowhere" in said


def test_problems_are_said_in_korean(ran_inside, lessons):
    (lessons / "site" / "lessons" / "en" / "01-one.md").write_text("no head", encoding="utf-8")
    code, said = ran_inside("site", "check", "--course", lessons, "--lang", "ko")
    assert code == 1
    assert "강의는 +++ 두 줄 사이의 TOML로 시작합니다." in said


def test_a_course_without_lectures_is_2(ran_inside, tmp_path):
    (tmp_path / "course.toml").write_text('[name]\nko = "과목"\nen = "Course"\n', encoding="utf-8")
    code, said = ran_inside("site", "build", "--course", tmp_path)
    assert code == 2
    assert "has no folder site/lessons" in said


def test_without_its_packages_the_extra_is_named(ran_inside, lessons, monkeypatch):
    monkeypatch.setitem(sys.modules, "latex2mathml", None)
    code, said = ran_inside("site", "build", "--course", lessons)
    assert code == 2
    assert "pip install 'cnnlab[site]'" in said


def test_a_port_that_is_taken_is_2(ran_inside, lessons):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = ran_inside("site", "serve", "--course", lessons, "--port", port)
    assert (code, said) == (2, f"Port {port} is taken; name another with --port.")


def test_serving_goes_on_while_something_is_missing(ran_inside, lessons, monkeypatch):
    words = lessons / "site" / "words.toml"

    def changes(_):
        words.rename(words.with_name("elsewhere"))
        yield
        words.with_name("elsewhere").rename(words)
        yield

    monkeypatch.setattr("watchfiles.watch", changes)
    code, said = ran_inside("site", "serve", "--course", lessons, "--port", "0")
    assert code == 0
    assert "has no words.toml; copy them" in said


@pytest.mark.parametrize("verb", ["build", "check", "serve"])
def test_each_verb_explains_itself(ran_inside, verb):
    code, said = ran_inside("site", verb, "--help")
    assert code == 0
    assert f"cnnlab site {verb}" in said
