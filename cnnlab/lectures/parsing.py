"""Reads a lesson's Markdown into nodes: CommonMark with tables and formulas, by pulldown-cmark, and directives, which are ours.

A line that begins with `:::` is shown to the parser as a comment of HTML: that is a block of its own wherever it stands, in a list or right
below a paragraph, and is no more than text in a block of code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Any

from pyromark import Markdown, Options

from cnnlab.lectures.joining import join
from cnnlab.lectures.nodes import Node, words_of

READER = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_MATH)
DIRECTIVE = re.compile(r"^((?:[ >]|[-*+] |[0-9]{1,9}[.)] )*)(:{3,}.*)$", re.MULTILINE)
SHOWN = re.compile(r"<!--(:{3,})(.*)-->\n?")
LEAVES = {
    "Text": "text",
    "Code": "code-inline",
    "InlineMath": "formula",
    "DisplayMath": "formula-block",
    "InlineHtml": "html",
    "SoftBreak": "softbreak",
    "HardBreak": "hardbreak",
    "Rule": "rule",
}
PARENTS = {
    "Paragraph": "paragraph",
    "BlockQuote": "quotation",
    "Item": "item",
    "Table": "table",
    "TableHead": "head",
    "TableRow": "row",
    "TableCell": "cell",
    "Emphasis": "emphasis",
    "Strong": "strong",
    "HtmlBlock": "html",
}
INLINE = frozenset((*LEAVES.values(), "emphasis", "strong", "link", "image")) - {"rule"}
ANCHORED = frozenset(("paragraph", "heading", "cell", "emphasis", "strong", "link"))


def parse(body: str) -> list[Node]:
    """The blocks of a lesson's text."""
    shown = DIRECTIVE.sub(r"\1<!--\2-->", body)
    starts = list(accumulate((len(line) + 1 for line in shown.encode().split(b"\n")), initial=0))
    whole = Node("lesson", 0)
    around = [whole]
    for event, place in READER.events_with_range(shown, merge_text=True):
        line = bisect_right(starts, place["start"]) - 1
        what, value = _named(event)
        if what == "Start":
            node = _begun(value, line)
            around[-1].children.append(node)
            around.append(node)
        elif what == "End":
            while around[-1].kind == "directive":  # without an end of its own
                _put_into_paragraphs(around.pop())
            node = around.pop()
            node.last = bisect_right(starts, place["end"] - 1) - 1
            _end(node, around)
        elif what == "Html":
            around[-1].content += value
        elif what == "Text" and around[-1].kind == "code":
            around[-1].children.append(Node("text", line, _unshown(value)))
        else:
            around[-1].children.append(Node(LEAVES[what], line, value or ""))
    return whole.children


def _named(said: Any) -> tuple[str, Any]:
    """Events and tags are a word, or a word with what belongs to it."""
    return (said, None) if isinstance(said, str) else next(iter(said.items()))


def _begun(tag: Any, line: int) -> Node:
    name, value = _named(tag)
    if name == "Heading":
        return Node("heading", line, value["level"].lower())
    if name in ("Link", "Image"):
        return Node(name.lower(), line, value["dest_url"])
    if name == "CodeBlock":
        return Node("code", line, "" if isinstance(value, str) else value["Fenced"])
    if name == "List":
        return Node("bullets" if value is None else "numbers", line, "" if value is None else str(value))
    if name == "Table":
        return Node("table", line, " ".join(value).lower())
    return Node(PARENTS[name], line)


def _end(node: Node, around: list[Node]) -> None:
    """All of a node is known."""
    if node.kind == "html":
        _take_for_directive(node, around)
    elif node.kind == "item":
        _put_into_paragraphs(node)
    elif node.kind == "image":
        node.children = [Node("text", node.line, words_of(node.children))]
    elif node.kind in ANCHORED:
        node.children = list(_beside_code(join(node.children)))
        if node.kind == "paragraph" and any(child.kind == "formula-block" for child in node.children):
            around[-1].children[-1:] = _apart("paragraph", node.children)


def _take_for_directive(node: Node, around: list[Node]) -> None:
    """What was shown as a comment begins a directive, or ends the one that it stands in."""
    shown = SHOWN.fullmatch(node.content)
    if not shown:
        node.content = _unshown(node.content)
        return
    marks, words = shown[1], shown[2].strip()
    inside = around[-1]
    if words:
        node.kind, node.content, node.last = "directive", f"{marks} {words}", -1
        around.append(node)
    elif inside.kind == "directive" and len(inside.content.split(" ", 1)[0]) <= len(marks):
        inside.children.pop()
        inside.last = node.line
        _put_into_paragraphs(around.pop())
    else:
        node.kind, node.content = "directive", marks


def _put_into_paragraphs(node: Node) -> None:
    """Words of an item without blank lines stand in no paragraph."""
    if any(child.kind in INLINE for child in node.children):
        runs = groupby(node.children, key=lambda child: child.kind in INLINE)
        node.children = [
            each
            for inline, run in runs
            for each in (_apart("words", list(_beside_code(join(list(run))))) if inline else run)
        ]


def _apart(kind: str, nodes: Sequence[Node]) -> Iterator[Node]:
    """Paragraphs, and the formulas that stand in lines of their own between them."""
    for display, run in groupby(nodes, key=lambda node: node.kind == "formula-block"):
        inside = list(run)
        if display:
            yield from inside
            continue
        while inside and inside[-1].kind == "softbreak":
            inside.pop()
        while inside and inside[0].kind == "softbreak":
            inside.pop(0)
        if inside:
            yield Node(kind, inside[0].line, children=inside)


def _beside_code(nodes: Sequence[Node]) -> Iterator[Node]:
    """A line must not break between code and a particle."""
    yield from nodes[:1]
    for before, node in pairwise(nodes):
        if before.kind == "code-inline" and node.kind == "text" and node.content[:1].isalnum():
            yield Node("joiner", node.line)
        yield node


def _unshown(content: str) -> str:
    """Where it was no directive after all, as it was written."""
    return SHOWN.sub(r"\1\2\n", content) if "<!--:::" in content else content
