"""From a Jupyter notebook to Python source: its code cells in their order, without what only Jupyter understands."""

import importlib.util
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cnnlab.errors import PackageUnavailable
from cnnlab.importers.source_text import SourceText
from cnnlab.messages import text

VERSION = 4
# A cell of another language: the whole cell is not Python. These magics only wrap Python.
WRAPPING = frozenset(["capture", "time", "timeit", "prun"])
CELL_MAGIC = re.compile(r"\s*%%(\w+)")
LINE_MAGIC = re.compile(r"\s*(?:[%!?]|[\w.]+\?{1,2}\s*$|[\w, ]{1,200}= *[%!])")
PIECE = re.compile(r"""\\.|\"{3}|'{3}|["'#()\[\]{}]""")


def notebook_source(raw: bytes, filename: str) -> SourceText:
    """The code cells of a notebook, whatever version it is of, with a note where magics were dropped.

    Raises:
        PackageUnavailable: where nbformat is not installed.
    """
    cells, damaged = _code_cells(raw)
    if damaged:
        return SourceText("", problem=text("{file} is not a notebook that can be read. Save it again.", file=filename))
    pieces, dropped = [], 0
    for cell in cells:
        source, count = _python_of(cell)
        dropped += count
        pieces.append(source)
    note = text(
        "{file}: lines that only Jupyter understands were left out: {count}.",
        file=filename,
        count=dropped,
    )
    return SourceText("\n\n".join(piece for piece in pieces if piece.strip()), note if dropped else None)


def has_nbformat() -> bool:
    """Whether notebooks can be read here."""
    return importlib.util.find_spec("nbformat") is not None


def demand_nbformat() -> None:
    """Say what is missing.

    Raises:
        PackageUnavailable: where nbformat is not installed.
    """
    if not has_nbformat():
        raise PackageUnavailable(
            text("Notebooks need the package nbformat. Install it with: pip install 'cnnlab[lms]'")
        )


def _code_cells(raw: bytes) -> tuple[list[str], bool]:
    """The sources of the code cells, and whether the notebook is damaged."""
    demand_nbformat()
    import nbformat

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reads: Callable[..., Any] = nbformat.reads
            notebook = reads(raw.decode("utf-8-sig"), as_version=VERSION)
            return [_joined(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"], False
        # What a broken notebook raises depends on where it is broken; whatever it is, the file is the student's.
        except Exception:
            return [], True


def _joined(source: object) -> str:
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _python_of(cell: str) -> tuple[str, int]:
    """A cell without magics, and how many lines were dropped. Lines within a string or a bracket are never magics."""
    lines = cell.split("\n")
    first = next((line for line in lines if line.strip()), "")
    magic = CELL_MAGIC.match(first)
    if magic and magic[1] not in WRAPPING:
        return "", len([line for line in lines if line.strip()])
    kept, dropped, within = [], 0, Within()
    for line in lines:
        if within == Within() and LINE_MAGIC.match(line):
            dropped += 1
            # The body of an `if` may be magics only; everywhere else `pass` does nothing.
            kept.append(line[: len(line) - len(line.lstrip())] + "pass")
        else:
            kept.append(line)
            within = _after(line, within)
    return "\n".join(kept), dropped


@dataclass(frozen=True)
class Within:
    """What is open at the end of a line: a string's quotes, brackets, a continued line."""

    quotes: str = ""
    brackets: int = 0
    continued: bool = False


def _after(line: str, before: Within) -> Within:
    quotes, brackets = before.quotes, before.brackets
    for found in PIECE.finditer(line):
        piece = found[0]
        if quotes:
            quotes = "" if piece == quotes else quotes
        elif piece == "#":
            return Within("", brackets)
        elif piece[0] in "\"'":
            quotes = piece
        elif piece in "([{":
            brackets += 1
        elif piece in ")]}":
            brackets = max(0, brackets - 1)
    continued = line.endswith("\\")
    # A string in single quotes ends with its line, whatever is wrong with it.
    return Within(quotes if len(quotes) == 3 or continued else "", brackets, continued)
