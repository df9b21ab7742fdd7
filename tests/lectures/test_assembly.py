"""Within a process, only what changed is rendered anew."""

import pytest

from cnnlab.lectures.memory import Memory
from cnnlab.messages import Language

KOREAN, ENGLISH = (Language.KOREAN, "01-one"), (Language.ENGLISH, "01-one")


@pytest.fixture
def before(built, put):
    put("ko", more="::: figure word\n가\n:::")
    memory = Memory()
    return built(memory).pages, memory


def test_only_the_lesson_that_changed_is_rendered_anew(before, built, put):
    pages, memory = before
    put("en", more="More.")
    after = built(memory)
    assert after.pages[KOREAN] is pages[KOREAN]
    assert "More." in after.pages[ENGLISH].html
    assert dict(after.files) == dict(built(Memory()).files)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("figures/word.py", "language.value", "language.value + '!'"),
        ("glossary.toml", 'ko = "스트라이드"', 'ko = "걸음"'),
        ("words.toml", 'output = { ko = "출력"', 'output = { ko = "나온 것"'),
    ],
)
def test_what_a_lesson_leans_on_is_rendered_anew_too(before, built, course, path, old, new):
    pages, memory = before
    file = course.root / "site" / path
    source = file.read_text(encoding="utf-8")
    assert old in source
    file.write_text(source.replace(old, new), encoding="utf-8")
    after = built(memory)
    assert after.pages[KOREAN] is not pages[KOREAN]
    assert dict(after.files) == dict(built(Memory()).files)
