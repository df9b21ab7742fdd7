"""Formulas and terms stay on one line with what touches them: a full stop, a bracket, a Korean particle.

Browsers break a line on either side of a formula or a button, whatever stands there, and Chromium does so even beside a word joiner
(CSS Text 3, section 5.1). What touches it is held by a span instead; one letter is enough, since no line breaks within a word.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from cnnlab.lectures.nodes import Node

# Stars are left alone: a pair of them may be emphasis that failed, and is told of.
HEAD = re.compile("[”’)]*[^\\s*]")
TAIL = re.compile("[^\\s*]\\Z")
Piece = tuple[bool, Node]


def join(nodes: list[Node]) -> list[Node]:
    """Put each formula or term that something touches into a span, with what touches it."""
    # Most paragraphs hold neither, and stay as they are.
    return list(_joined(nodes)) if any(_is_held(node) for node in nodes) else nodes


def _joined(nodes: list[Node]) -> Iterator[Node]:
    for held, run in groupby(_pieces(nodes), key=lambda piece: piece[0]):
        inside = [node for _, node in run]
        touched = held and len(inside) > 1
        yield from [Node("joined", inside[0].line, children=inside)] if touched else inside


def _pieces(nodes: list[Node]) -> Iterator[Piece]:
    """Formulas, terms and the letters beside them are held; everything else is not."""
    for place, node in enumerate(nodes):
        if node.kind != "text":
            yield _is_held(node), node
            continue
        words = node.content
        head = HEAD.match(words) if place and _is_held(nodes[place - 1]) else None
        start = head.end() if head else 0
        tail = TAIL.search(words, start) if nodes[place + 1 : place + 2] and _is_held(nodes[place + 1]) else None
        end = tail.start() if tail else len(words)
        for touches, part in ((True, words[:start]), (False, words[start:end]), (True, words[end:])):
            if part:
                yield touches, Node("text", node.line, part)


def _is_held(node: Node) -> bool:
    return node.kind == "formula" or node.is_term
