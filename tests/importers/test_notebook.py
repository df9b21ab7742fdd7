"""A notebook becomes Python: its code cells in order, without what only Jupyter understands."""

import ast
import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.importers.file import read_submission
from cnnlab.importers.notebook import notebook_source
from tests.importers.conftest import ANSWER, all_said, said


def notebook(*cells, **more):
    """A notebook of code cells, as nbformat writes it."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells], **more)
    return nbformat.writes(made).encode()


def python(*cells):
    found = notebook_source(notebook(*cells), "pooling.ipynb")
    assert found.problem is None
    return found.source


def test_code_cells_are_read_in_order_and_text_is_not():
    made = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("# not python"),
            nbformat.v4.new_code_cell("a = 1"),
            nbformat.v4.new_raw_cell("raw"),
            nbformat.v4.new_code_cell("b = a + 1", outputs=[nbformat.v4.new_output("stream", text="c = 3")]),
        ]
    )
    found = notebook_source(nbformat.writes(made).encode(), "pooling.ipynb")
    assert (found.source, found.note) == ("a = 1\n\nb = a + 1", None)


def test_old_notebooks_are_read_too():
    cell = {"cell_type": "code", "input": ["a = 1\n", "b = 2"], "language": "python", "outputs": [], "collapsed": False}
    old = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": [cell]}]}
    assert notebook_source(json.dumps(old).encode(), "x.ipynb").source == "a = 1\nb = 2"


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("%matplotlib inline\nimport numpy as np", 1),
        ("!pip install numpy\nx = 1", 1),
        ("%load_ext autoreload\n%autoreload 2\nx = 1", 2),
        ("x = !ls\ny = %timeit -o f()", 2),
        ("np.max?\n?np.max\nnp.max??", 3),
        ("if debug:\n    %pdb on", 1),
        ("%%bash\nls\nrm -rf x", 3),
        ("\n%%html\n<b>hi</b>", 2),
        ("%%time\nx = 1", 1),
        ("%%capture out\nx = 1", 1),
    ],
)
def test_magics_are_dropped_with_a_note_and_what_is_left_is_python(cell, count):
    found = notebook_source(notebook(cell, "z = 1"), "pooling.ipynb")
    ast.parse(found.source)
    assert said(found.note) == f"pooling.ipynb: lines that only Jupyter understands were left out: {count}."
    assert ("x = 1" in found.source) == ("x = 1" in cell)


@pytest.mark.parametrize(
    "cell",
    [
        's = """\n%d items\n!wow\n"""\nx = 1',
        "s = '''\n%d\n''' # it's",
        "x = (a\n% b)",
        "x = a \\\n% b",
        "# '''\nx = {\n'a': 1\n}",
        's = "\\"" # "\nt = [\n# ]\n1]',
        "s = 'it\\'s'\nx = a % b != c",
        'print("%d" % 3)\nassert x != 1, "why?"',
    ],
)
def test_lines_that_only_look_like_magics_are_kept(cell):
    assert python(cell) == cell


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(['"""', "'''", "'", '"', "(", ")", "[", "#", "\\", "%x", "!y", "a = 1", " "]), max_size=12)
)
def test_any_lines_are_read_and_none_is_lost(pieces):
    cell = "\n".join(pieces)
    assert len(python("z = 1\n" + cell).split("\n")) == cell.count("\n") + 2


@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[]", b"{]", b"\xff", b'{"cells": 3}', b'{"nbformat": 4, "cells": [3]}', b"null", b"[" * 100_000],
)
def test_a_broken_notebook_is_a_problem(raw):
    assert said(notebook_source(raw, "x.ipynb").problem) == "x.ipynb is not a notebook that can be read. Save it again."


def test_a_notebook_of_nothing_but_magics_is_read_once_through():
    assert notebook_source(notebook("%\n" * 50_000), "x.ipynb").problem is None


def test_a_notebook_is_handed_in_like_a_file(tmp_path, assignment3):
    (tmp_path / "pooling.ipynb").write_bytes(notebook("%matplotlib inline", ANSWER))
    submission = read_submission(tmp_path, assignment3)
    assert submission.problem is None
    assert "def max_pool2d" in submission.source
    assert len(all_said(submission.notes)) == 1
    (tmp_path / "pooling.ipynb").write_bytes(notebook())
    assert said(read_submission(tmp_path, assignment3).problem).startswith("pooling.ipynb is empty.")


def test_the_python_file_goes_before_the_notebook(tmp_path, assignment3):
    (tmp_path / "pooling.ipynb").write_bytes(notebook("x = 1"))
    (tmp_path / "pooling.py").write_text(ANSWER)
    assert read_submission(tmp_path, assignment3).source == ANSWER
