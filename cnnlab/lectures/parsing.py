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
# Nobody reads what is nested deeper, and to render it takes a call for each level.
DEEPEST = 60
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
WITH_WORDS = frozenset(("paragraph", "heading", "cell", "emphasis", "strong", "link"))


def parse(body: str) -> list[Node]:
    """The blocks of a lesson's text."""
    shown = DIRECTIVE.sub(r"\1<!--\2-->", body)
    starts = list(accumulate((len(line) + 1 for line in shown.encode().split(b"\n")), initial=0))
    whole = Node("lesson", 0)
    around = [whole]
    line = 0
    for event, place in READER.events_with_range(shown, merge_text=True):
        what, value = (event, "") if isinstance(event, str) else next(iter(event.items()))
        if what == "End":
            _end(place["end"], around, starts)
            continue
        while starts[line + 1] <= place["start"]:
            line += 1
        inside = around[-1]
        if what == "Start":
            if len(around) > DEEPEST:
                return [Node("too-deep", line)]
            node = _begun(value, line)
            inside.children.append(node)
            around.append(node)
        elif what == "Html":
            inside.content += str(value)
        elif inside.kind == "code":
            inside.children.append(Node("text", line, _unshown(str(value))))
        else:
            inside.children.append(Node(LEAVES[what], line, str(value)))
    return whole.children


def _begun(tag: Any, line: int) -> Node:
    value: Any
    name, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
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


def _end(place: int, around: list[Node], starts: Sequence[int]) -> None:
    """All of a node is known."""
    while around[-1].kind == "directive":  # without an end of its own
        _put_into_paragraphs(around.pop())
    node = around.pop()
    if node.kind in WITH_WORDS:
        node.children = _tidy(node.children)
        if node.kind == "paragraph" and any(child.kind == "formula-block" for child in node.children):
            around[-1].children[-1:] = _apart("paragraph", node.children)
    elif node.kind == "html":
        _take_for_directive(node, around)
    elif node.kind == "item":
        _put_into_paragraphs(node)
    elif node.kind == "code":
        node.last = bisect_right(starts, place - 1) - 1
    elif node.kind == "image":
        node.children = [Node("text", node.line, words_of(node.children))]


def _tidy(nodes: list[Node]) -> list[Node]:
    kinds = {node.kind for node in nodes}
    if "formula" in kinds or "link" in kinds:
        nodes = join(nodes)
    return list(_beside_code(nodes)) if "code-inline" in kinds else nodes


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
            each for inline, run in runs for each in (_apart("words", _tidy(list(run))) if inline else run)
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
