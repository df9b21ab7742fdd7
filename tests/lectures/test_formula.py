"""Formulas: names of functions stand apart from what they are applied to, as TeX sets them."""

import re
from xml.etree import ElementTree

import pytest

from cnnlab.lectures.formula import to_mathml
from cnnlab.lectures.memory import Memory


def row(tex):
    """The formula's pieces in order: letters and signs, and `_` for a thin space."""
    root = ElementTree.fromstring(to_mathml(tex, False, Memory()))
    return [
        "_" if piece.tag.endswith("mspace") else "".join(piece.itertext()) for piece in next(iter(root)) if len(root)
    ]


@pytest.mark.parametrize(
    ("tex", "pieces"),
    [
        (r"\ln 10", ["ln", "_", "10"]),
        (r"2\ln x", ["2", "_", "ln", "_", "x"]),
        (r"-\ln p", ["−", "ln", "_", "p"]),
        (r"\ln(10)", ["ln", "(", "10", ")"]),
        (r"\log_2 8", ["log2", "_", "8"]),
        (r"\max(0, x)", ["max", "(", "0", ",", "x", ")"]),
        (r"\operatorname{ReLU}(x)", ["ReLU", "(", "x", ")"]),
        (r"a = b", ["a", "=", "b"]),
    ],
)
def test_a_name_is_set_apart(tex, pieces):
    assert row(tex) == pieces


def test_a_name_is_no_operator():
    """As an operator it would get the space of one, on both sides."""
    mathml = to_mathml(r"\operatorname{softmax}(z) + \max(0, x)", False, Memory())
    assert not re.search(r"<mo[^>]*>[A-Za-z]{2,}</mo>", mathml)
