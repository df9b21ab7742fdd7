"""Find the figure that a lesson names, and let its module draw it; what is drawn once is remembered."""

import hashlib
import importlib.util
import os
import re
from functools import cache
from pathlib import Path

from cnnlab.lectures.drawing import Figure
from cnnlab.lectures.memory import Memory
from cnnlab.messages import Language

NAME = re.compile(r"[\w-]+")
KITS = Path(__file__).parent


class FigureError(Exception):
    """A figure's module failed: in which line, and why."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.line = line
        self.reason = reason


def names(root: Path) -> list[str]:
    """Every figure there is."""
    return sorted(path.stem for path in (root / "figures").glob("*.py"))


def exists(root: Path, name: str) -> bool:
    """Whether there is such a figure."""
    return bool(NAME.fullmatch(name)) and (root / "figures" / f"{name}.py").is_file()


def draw(root: Path, name: str, language: Language, memory: Memory) -> Figure:
    """Draw `figures/<name>.py`. It is drawn anew when it, its data in `figures/data/<name>.*`, or a module of ours changes.

    Raises:
        FigureError: where the module fails, or returns no Figure.
    """
    path = root / "figures" / f"{name}.py"
    key = f"figure {name} {language.value} {_fingerprint(root, path)}"
    known = memory.recall(key)
    if known is not None:
        alt, _, svg = known.partition("\n")
        return Figure(svg, alt)
    drawn = _drawn(path, language)
    figure = Figure(drawn.svg.strip(), " ".join(drawn.alt.split()))
    memory.keep(key, f"{figure.alt}\n{figure.svg}")
    return figure


def _fingerprint(root: Path, path: Path) -> str:
    folder = root / "figures" / "data"
    names = sorted(os.listdir(folder)) if folder.is_dir() else []  # noqa: PTH208 (names are enough, and there are many)
    data = [folder / name for name in names if name.startswith(f"{path.stem}.")]
    total = hashlib.sha256(_fingerprint_of_kits(KITS))
    for each in (path, *data):
        total.update(hashlib.sha256(each.read_bytes()).digest())
    return total.hexdigest()[:20]


@cache
def _fingerprint_of_kits(folder: Path) -> bytes:
    """Of every module that a figure may draw with, directly or not. Once: what a process has imported does not change."""
    total = hashlib.sha256()
    for each in sorted(folder.rglob("*.py")):
        total.update(each.read_bytes())
    return total.digest()


def _drawn(path: Path, language: Language) -> Figure:
    spec = importlib.util.spec_from_file_location(f"cnnlab_figure_{path.stem.replace('-', '_')}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        figure = module.draw(language)
    # A figure is the author's own program: whatever it raises is told to the author, with the line. One that exits would end us unheard.
    except (Exception, SystemExit) as error:
        raise FigureError(path, _line_in(path, error), f"{type(error).__name__}: {error}") from error
    if not isinstance(figure, Figure):
        raise FigureError(path, 1, f"draw() returned {type(figure).__name__}, not Figure")
    return figure


def _line_in(path: Path, error: BaseException) -> int:
    if isinstance(error, SyntaxError) and error.lineno:
        return error.lineno
    line, frame = 1, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == str(path):
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
