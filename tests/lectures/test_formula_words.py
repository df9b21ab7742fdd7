"""Formulas as the search shows them: no TeX."""

import pytest

from cnnlab.lectures.formula_words import in_words


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        (r"14{,}400 \times 2", "14,400 × 2"),
        (r"\operatorname{ReLU}(x)", "ReLU(x)"),
        (r"-\ln\frac{e^2}{e^2 + 2} \approx 0.24", "−ln e^2/(e^2 + 2) ≈ 0.24"),
        (r"z_1, \ldots, z_K", "z_1, …, z_K"),
        (r"\left\lfloor (W - F + 2P) / S \right\rfloor + 1", "⌊(W − F + 2P) / S⌋ + 1"),
        (r"C_\text{in} \cdot k", "C_in · k"),
        (r"\{1,\,2\}", "{1, 2}"),
    ],
)
def test_a_formula_is_read_as_words(tex, words):
    assert in_words(tex) == words


def test_the_search_and_the_contents_show_no_tex(built, put):
    put("en", more="## A map of $3 \\times 3$ {#size}\n\nIt has $1{,}600 \\cdot 2$ values.")
    files = built().files
    assert '"A map of 3 × 3","It has 1,600 · 2 values."' in files["assets/search-en.js"].decode()
    assert '<a href="#size">A map of 3 × 3</a>' in files["en/01-one.html"].decode()
