"""Markdown is read into nodes that know their lines; directives stand wherever blocks do, and in code they are text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.markdown import RULES
from cnnlab.lectures.nodes import words_of
from cnnlab.lectures.parsing import parse
from cnnlab.messages import Language

PIECES = (
    "단어", "word", "**", "*", "`", "$x$", "$$", "[a](term:b)", "![a](b.png)", "| a | b |", "| - | - |", "- ", "1. ", "> ", ":::", "::: try",
    ":::: quiz", "```", "```python", "    ", "\n", "\n\n", " ", "## ", "{#here}", "<b>", "<!--", "-->", "&amp;", "\\", "---",
)  # fmt: skip


def shape(nodes):
    """Kinds of blocks within kinds of blocks."""
    return [(node.kind, shape(node.children)) if node.children and node.kind in BLOCKS else node.kind for node in nodes]


BLOCKS = ("directive", "bullets", "item", "quotation")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("above\n::: try\nwords\n:::\nbelow\n", ["paragraph", ("directive", ["paragraph"]), "paragraph"]),
        ("- a\n\n  ::: try\n  b\n  :::\n- c\n", [("bullets", [("item", ["paragraph", ("directive", ["paragraph"])]), ("item", ["paragraph"])])]),
        ("- a\n  ::: try\n  b\n  :::\n", [("bullets", [("item", ["words", ("directive", ["words"])])])]),
        ("> ::: try\n> a\n> :::\n", [("quotation", [("directive", ["paragraph"])])]),
        ("::: try\n::: remark\na\n:::\nb\n:::\nc\n", [("directive", [("directive", ["paragraph"]), "paragraph"]), "paragraph"]),
        (":::: try\n::: remark\na\n:::\n::::\n", [("directive", [("directive", ["paragraph"])])]),
        ("::: try\n- a\n:::\nb\n", [("directive", [("bullets", [("item", ["words"])])]), "paragraph"]),
        ("- ::: try\n  a\n\nb\n", [("bullets", [("item", [("directive", ["words"])])]), "paragraph"]),
        ("```text\n::: try\n```\n", ["code"]),
        ("words\n$$\nx\n$$\nmore\n", ["paragraph", "formula-block", "paragraph"]),
    ],
)  # fmt: skip
def test_directives_and_formulas_stand_wherever_blocks_do(source, expected):
    assert shape(parse(source)) == expected


@pytest.mark.parametrize(
    "source", ["```text\n::: try\n:::\n```\n", "    ::: try\n    :::\n", "- ```text\n  ::: try\n  :::\n  ```\n"]
)
def test_in_code_they_are_text(source):
    assert "".join(child.content for child in _only(parse(source), "code").children) == "::: try\n:::\n"


def _only(nodes, kind):
    (found,) = [each for node in nodes for each in _all(node) if each.kind == kind]
    return found


def _all(node):
    yield node
    for child in node.children:
        yield from _all(child)


def test_nodes_know_their_lines_whatever_the_letters_take():
    nodes = parse("필터는\n**작은** 표\n\n::: try 해 보기\n| 가 | 나 |\n| - | - |\n| 다 | $x$ |\n:::\n")
    assert [(node.kind, node.line) for node in nodes] == [("paragraph", 0), ("directive", 3)]
    assert (_only(nodes, "strong").line, _only(nodes, "formula").line, nodes[1].last) == (1, 6, 7)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_is_written_is_read_into_nodes_that_can_be_rendered(source):
    lines = source.count("\n") + 1
    for node in parse(source):
        for each in _all(node):
            assert each.kind in RULES or each.kind in ("head", "row", "cell")
            assert 0 <= each.line < lines
            assert "<!--:::" not in each.content or "<!--" in source
        words_of([node])


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (":::\n", "Write ::: and a directive with its words"),
        (":::: try\na\n:::\n", "Write ::: and a directive with its words"),
        (":::: try\na\n", "write a line with :::: below it"),
        ("- ::: try\n  a\n\n:::\n", "write a line with ::: below it"),
        ("````text\na\n```\n", "write a line with ```` below it"),
        ("> " * 5000 + "x\n", "nested too deeply"),
        ("::: try\n" * 5000, "nested too deeply"),
        ("a <b>word</b>\n", "Lessons hold no HTML"),
        ("<div>\n::: try\n</div>\n", "Lessons hold no HTML"),
    ],
)
def test_what_has_no_end_and_what_is_no_markdown_is_told(put, told, source, message):
    put("en", more=source)
    assert any(message in each for each in told())


def test_html_is_shown_as_it_was_written(put, built):
    put("en", more="<p>\n::: try\n</p>\n")
    assert "&lt;p&gt;\n::: try\n&lt;/p&gt;" in built().pages[Language.ENGLISH, "01-one"].html
