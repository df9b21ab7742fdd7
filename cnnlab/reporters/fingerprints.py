"""What a program looks like whatever its names, comments and layout: fingerprints of its tokens.

Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: Local algorithms for document fingerprinting"): of every WINDOW hashes of
GRAM tokens in a row the smallest is kept, so that two programs with WINDOW + GRAM - 1 tokens in common share one.
"""

import builtins
import keyword
import re
from zlib import crc32

GRAM, WINDOW = 12, 6
KEPT_NAMES = frozenset(keyword.kwlist) | frozenset(dir(builtins))
# A program that Python cannot read has tokens too, so this is no parser: a text that is never closed ends with its line, in triple
# quotes with the program. Were it no text, it would be looked through to its end once more from each of its quotes.
TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n]* )
    | (?P<text> [rRbBuUfF]{0,2} (?: \"{3}.*?(?:\"{3}|\Z) | '{3}.*?(?:'{3}|\Z) | "(?:\\.|[^"\\\n])*"? | '(?:\\.|[^'\\\n])*'? ) )
    | (?P<number> (?: \d[\w.]* | \.\d[\w.]* ) )
    | (?P<name> \w+ )
    | (?P<mark> [^\w\s] )
    """,
    re.VERBOSE | re.DOTALL,
)


def fingerprints(source: str) -> frozenset[int]:
    """The fingerprints of a source, the same in every process; none for a source of fewer than GRAM tokens."""
    tokens = tokens_of(source)
    hashes = [crc32(" ".join(tokens[start : start + GRAM]).encode()) for start in range(len(tokens) - GRAM + 1)]
    return frozenset(min(hashes[start : start + WINDOW]) for start in range(max(len(hashes) - WINDOW + 1, 0))) or (
        frozenset(hashes)
    )


def tokens_of(source: str) -> list[str]:
    """The tokens of a source: names, numbers and texts by their kind only, layout and comments left out."""
    return [_kind(match.lastgroup or "", match[0]) for match in TOKEN.finditer(source) if match.lastgroup != "comment"]


def _kind(group: str, words: str) -> str:
    if group == "name":
        return words if words in KEPT_NAMES else "name"
    return words if group == "mark" else group
