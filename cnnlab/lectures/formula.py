"""From TeX to MathML, which browsers draw without a script. Every result is parsed as XML before it is believed."""

import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree

from cnnlab.lectures.memory import Memory
from cnnlab.messages import Text, text

SPLIT_WORD = re.compile(r"\\mathrm\{([A-Za-z]{2,})\}")
# How many children MathML wants: the converter gives fewer where TeX lacks an argument.
CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
BRACE = re.compile(r"(?<!\\)[{}]")
UNKNOWN = re.compile(r"\\[A-Za-z]+")
NAMESPACE = "http://www.w3.org/1998/Math/MathML"
NAME = re.compile(r"[A-Za-z]{2,}")
SCRIPTS = ("msub", "msup", "msubsup", "munder", "mover", "munderover")
THIN = "0.1667em"
# Formulas are remembered as long as they are made in the same way.
EDITION = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
ElementTree.register_namespace("", NAMESPACE)


class FormulaError(Exception):
    """TeX that cannot be drawn; the message says what to write instead."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message


def to_mathml(tex: str, display: bool, memory: Memory) -> str:
    """One formula as a `<math>` element.

    Raises:
        FormulaError: where the result would not be valid.
    """
    key = f"formula {EDITION} {'block' if display else 'inline'} {tex}"
    known = memory.recall(key)
    if known is None:
        known = _converted(tex, display)
        memory.keep(key, known)
    return known


def _converted(tex: str, display: bool) -> str:
    word = SPLIT_WORD.search(tex)
    if word:
        raise FormulaError(
            text("`\\mathrm` splits a word into letters; write `\\operatorname` around {word}.", word=word[1])
        )
    if "\\begin{aligned}" in tex or "\\begin{align}" in tex:
        raise FormulaError(text("`aligned` and `align` give broken MathML; write `align*`."))
    from latex2mathml.converter import convert

    try:
        mathml = convert(tex, display="block" if display else "inline")
        root = ElementTree.fromstring(mathml)
    # The converter raises many kinds of errors of its own, and IndexError and others besides.
    except Exception as error:
        reason = type(error).__name__
        raise FormulaError(
            text("This TeX cannot be drawn ({reason}); look for an open brace or a stray &.", reason=reason)
        ) from error
    opened = BRACE.findall(tex)
    if opened.count("{") != opened.count("}"):
        raise FormulaError(text("The braces of this TeX are not in pairs."))
    for element in root.iter():
        wanted = CHILDREN.get(element.tag.rpartition("}")[2])
        if wanted is not None and len(element) != wanted:
            raise FormulaError(text("Something is missing in this TeX: a fraction, an index or an exponent is empty."))
        unknown = UNKNOWN.search(element.text or "")
        if unknown:
            raise FormulaError(text("{command} is not known here; write it in another way.", command=unknown[0]))
        if element.tag.endswith("menclose"):
            raise FormulaError(text("Browsers do not draw `\\boxed`; leave it out."))
    for element in list(root.iter()):
        _space_names(element)
    return ElementTree.tostring(root, encoding="unicode")


def _space_names(row: ElementTree.Element) -> None:
    """Space as TeX sets it around ln, max and the like: thin, and none before a bracket or a sign. Browsers set none, or far too much."""
    if row.tag.rpartition("}")[2] in (*CHILDREN, *SCRIPTS):
        return
    for child in list(row):
        name = child[0] if child.tag.rpartition("}")[2] in SCRIPTS else child
        if name.tag.rpartition("}")[2] not in ("mi", "mo") or not NAME.fullmatch(name.text or ""):
            continue
        name.tag = f"{{{NAMESPACE}}}mi"
        place = list(row).index(child)
        if place + 1 < len(row) and not _is_sign(row[place + 1]):
            row.insert(place + 1, _thin_space())
        if place and not _is_sign(row[place - 1]):
            row.insert(place, _thin_space())


def _is_sign(element: ElementTree.Element) -> bool:
    return element.tag.rpartition("}")[2] in ("mo", "mspace")


def _thin_space() -> ElementTree.Element:
    return ElementTree.Element(f"{{{NAMESPACE}}}mspace", {"width": THIN})
