"""Formulas and terms stay on one line with what touches them: a full stop, a bracket, a Korean particle.

Browsers break a line on either side of a formula or a button, whatever stands there, and Chromium does so even beside a word joiner
(CSS Text 3, section 5.1). What touches it is held by a span instead; one letter is enough, since no line breaks within a word.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# Stars are left alone: a pair of them may be emphasis that failed, and is told of.
HEAD = re.compile("[”’)]*[^\\s*]")
TAIL = re.compile("[^\\s*]\\Z")
OPEN, CLOSE = '<span class="joined">', "</span>"
Piece = tuple[bool, list[Token]]


def join(state: StateCore) -> None:
    """A rule for the parser: put spans around each formula or term that something touches."""
    for block in state.tokens:
        # Most paragraphs hold neither, and stay as they are.
        if block.children and any(each.type == "math_inline" or _is_term(each) for each in block.children):
            block.children = list(_joined(block.children))


def _joined(tokens: list[Token]) -> Iterator[Token]:
    for held, run in groupby(_pieces(tokens), key=lambda piece: piece[0]):
        pieces = [piece for _, piece in run]
        inside = [token for piece in pieces for token in piece]
        touched = held and len(pieces) > 1
        yield from (_token("html_inline", OPEN), *inside, _token("html_inline", CLOSE)) if touched else inside


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    """Formulas, terms and the letters beside them are held; everything else is not."""
    units = list(_units(tokens))
    for place, (held, unit) in enumerate(units):
        if unit[0].type != "text":
            yield held, unit
            continue
        words = unit[0].content
        head = HEAD.match(words) if place and units[place - 1][0] else None
        start = head.end() if head else 0
        tail = TAIL.search(words, start) if units[place + 1 : place + 2] and units[place + 1][0] else None
        end = tail.start() if tail else len(words)
        for touches, part in ((True, words[:start]), (False, words[start:end]), (True, words[end:])):
            if part:
                yield touches, [_token("text", part)]


def _units(tokens: list[Token]) -> Iterator[Piece]:
    """Tokens one by one, but a term with all that is in it."""
    inside: list[Token] = []
    for token in tokens:
        if inside or _is_term(token):
            inside.append(token)
            if token.type == "link_close":
                yield True, inside
                inside = []
        else:
            yield token.type == "math_inline", [token]


def _is_term(token: Token) -> bool:
    return token.type == "link_open" and str(token.attrs.get("href", "")).startswith("term:")


def _token(kind: str, content: str) -> Token:
    return Token(kind, "", 0, content=content)
