"""A small site of one's own, in a course of one's own, that tests break in one place."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from cnnlab.course import catalogue
from cnnlab.lectures.assembly import assemble
from cnnlab.lectures.checking import check
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.reading import read_sources
from cnnlab.messages import Language, render

# A loaded machine is slow, not wrong: no example has to be done in time.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parents[2]

LESSON = """+++
title = "{title}"
summary = "{summary}"
+++

{hello}

## {first} {{#first}}

[{term}](term:stride) $k = 2$ [{first}](#first)

```python
print(1 + 1)
```

```output
2
```
"""
KOREAN = LESSON.format(title="하나", summary="첫 강의", hello="안녕하세요.", first="처음", term="스트라이드")
ENGLISH = LESSON.format(title="One", summary="The first lesson", hello="Hello.", first="Start", term="stride")
FIGURE = """
from cnnlab.lectures.drawing import Figure, label, picture


def draw(language):
    return Figure(picture(100, 40, label(50, 20, language.value)), "A word.")
"""


@pytest.fixture
def course(tmp_path):
    """A course whose site has one lesson in two languages, and the shell of this repository's site."""
    root = tmp_path / "course"
    for folder in ("assignments", "site/figures", "site/widgets"):
        (root / folder).mkdir(parents=True)
    (root / "course.toml").write_text('[name]\nko = "과목"\nen = "Course"\n', encoding="utf-8")
    for folder in ("templates", "styles", "scripts"):
        shutil.copytree(ROOT / "site" / folder, root / "site" / folder)
    for name in ("words.toml", "glossary.toml"):
        shutil.copy(ROOT / "site" / name, root / "site" / name)
    glossary = root / "site" / "glossary.toml"
    lines = [line for line in glossary.read_text(encoding="utf-8").splitlines() if not line.startswith("lesson =")]
    glossary.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (root / "site" / "figures" / "word.py").write_text(FIGURE, encoding="utf-8")
    write(root, "ko", KOREAN)
    write(root, "en", ENGLISH)
    return catalogue.find_course(root)


def write(root, language, source, name="01-one.md"):
    path = root / "site" / "lessons" / language / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return path


@pytest.fixture
def put(course):
    """`put("ko", source)` writes a lesson; `put("ko", more="…")` adds to it."""

    def add(language, source=None, more="", name="01-one.md"):
        path = course.root / "site" / "lessons" / language / name
        known = source if source is not None else path.read_text(encoding="utf-8")
        return write(course.root, language, f"{known}\n{more}", name)

    return add


@pytest.fixture
def built(course):
    """`built()` assembles the site as it lies there now."""
    return lambda memory=None: assemble(read_sources(course), memory or Memory())


@pytest.fixture
def told(course, built):
    """`told()` answers every problem as `file:line: sentence`; `told(deep=True)` those of `site check`."""

    def sentences(deep=False):
        site = built()
        found = check(course, read_sources(course), site) if deep else site.problems
        return [f"{each.path.name}:{each.line}: {render(each.message, Language.ENGLISH)}" for each in found]

    return sentences
