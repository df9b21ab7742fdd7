"""What a student writes, prints, raises or names can neither draw on the teacher's terminal nor style what it says."""

import io
import json

import pytest
from rich.console import Console

from cnnlab.messages import Language
from cnnlab.reporters.json_lines import to_json
from cnnlab.reporters.terminal import to_terminal

ESCAPE = "\x1b[2J\x1b[31m\x1b]0;owned\x07\x9b1m\r\x08"
MARKUP = "[bold red]Score: 100 of 100[/bold red] [/] [link=http://evil]x[/link] :smile:"
WORDS = f"{MARKUP} {ESCAPE}"

SOURCES = {
    "printed": f"print({WORDS!r})\n",
    "printed to stderr": f"import sys\nprint({WORDS!r}, file=sys.stderr)\n",
    "raised": f"def double(x):\n    raise ValueError({WORDS!r})\n",
    "raised at the top": f"raise RuntimeError({WORDS!r})\n",
    "name of an exception": f"def double(x):\n    raise type({WORDS[:50]!r}, (Exception,), {{}})\n",
    "name of a type": f"def double(x):\n    return type({WORDS[:50]!r}, (), {{}})()\n",
    "returned text": f"def double(x):\n    return {WORDS!r}\n",
    "line of code": f"def double(x):\n    raise ValueError  # {WORDS}\n".replace("\r", ""),
    "syntax error": f"def double(x:  # {WORDS}\n".replace("\r", ""),
    "name of a module": f"raise ImportError('no', name={WORDS!r})\n",
    "name of a function": f"globals()['doubled' + {ESCAPE!r}] = print\n",
    "small inputs": f"def double(x):\n    if x[0] == 1.0: return x * 2.0\n    raise ValueError({WORDS!r})\n",
}


def strange(said):
    """The control characters in what was said."""
    return sorted({letter for letter in said if not letter.isprintable() and letter not in "\n"})


@pytest.fixture(scope="module")
def reports(shared_course):
    """All of them, graded in one session."""
    return shared_course.grade_all(**SOURCES)


@pytest.mark.parametrize("place", SOURCES)
@pytest.mark.parametrize("language", Language)
def test_a_submission_cannot_draw(reports, place, language):
    stream = io.StringIO()
    Console(file=stream, width=200, highlight=False).print(to_terminal(reports[place], language))
    said = stream.getvalue()
    assert strange(said) == []
    assert "100 of 100" not in said.splitlines()[-1]
    assert strange("".join(_texts(json.loads(to_json(reports[place], language))))) == []


def test_a_submission_cannot_draw_through_the_command(ran_inside, shared_course, student_file):
    source = SOURCES["printed"] + SOURCES["small inputs"]
    code, said = ran_inside("grade", "tiny", student_file(source), cwd=shared_course.root)
    assert code == 0
    assert strange(said) == []
    assert said.count(MARKUP) >= 2
    assert "Score: 20 of 100" in said or "Score: 0 of 100" in said


def _texts(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


@pytest.mark.parametrize("name", [f"tiny{ESCAPE}.py", "tiny [bold]1.py", "tiny\n.py"])
def test_the_name_of_a_file_cannot_draw(ran_inside, shared_course, tmp_path, name):
    folder = tmp_path / "kim"
    folder.mkdir()
    (folder / name).write_text("def double(x):\n    return None\n", encoding="utf-8")
    for path in (folder, folder / name, folder / f"{name}x"):
        code, said = ran_inside("grade", "tiny", path, cwd=shared_course.root)
        assert code in {0, 2}
        assert strange(said) == []


def test_the_name_of_a_folder_cannot_draw(ran_inside, shared_course, student_file, tmp_path):
    folder = student_file("def double(x):\n    return None\n", name=f"kim{ESCAPE}")
    code, said = ran_inside("grade", "tiny", folder, "--json", tmp_path / "out.json", cwd=shared_course.root)
    assert code == 0
    assert strange(said) == []
    (folder / "tiny.py").unlink()
    code, said = ran_inside("grade", "tiny", folder, cwd=shared_course.root)
    assert code == 2
    assert strange(said) == []


def test_a_colourful_terminal_gets_our_colours_only(ran_inside, shared_course, student_file, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    _, said = ran_inside("grade", "tiny", student_file(SOURCES["printed"]), cwd=shared_course.root)
    assert "\x1b[" in said
    assert "[bold red]Score: 100 of 100[/bold red]" in said
    assert not {"\x07", "\x9b", "\r", "\x08"} & set(said)
    assert "\x1b[2J" not in said
    assert "\x1b]" not in said
