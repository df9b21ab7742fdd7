"""What a lesson's Markdown is made of, as a tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cnnlab.lectures.formula_words import in_words

TERM = "term:"


@dataclass(slots=True)
class Node:
    """A paragraph, a table's cell, a formula, a run of words…

    `line` is where it begins, and `last` where a block of code or a directive ends, both counted from 0 in the lesson's text;
    `content` is what a leaf says, where a link leads, and what stands behind the marks of a directive or of a block of code.
    """

    kind: str
    line: int
    content: str = ""
    children: "list[Node]" = field(default_factory=list)
    last: int = -1

    @property
    def is_term(self) -> bool:
        """Whether this is a link into the glossary."""
        return self.kind == "link" and self.content.startswith(TERM)


def words_of(nodes: Sequence[Node]) -> str:
    """What is read there, with formulas in words."""
    words: list[str] = []
    _collect(nodes, words)
    return "".join(words).strip()


def _collect(nodes: Sequence[Node], words: list[str]) -> None:
    for node in nodes:
        if node.kind in ("text", "code-inline"):
            words.append(node.content)
        elif node.kind == "formula":
            words.append(in_words(node.content))
        elif node.kind in ("softbreak", "hardbreak"):
            words.append(" ")
        else:
            _collect(node.children, words)
