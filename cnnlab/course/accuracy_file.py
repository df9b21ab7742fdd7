"""`solutions/<slug>/accuracy.toml`: the accuracies that earn points, written by `cnnlab calibrate`."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnlab.course.assignment_file import Key, read_table
from cnnlab.errors import CourseError
from cnnlab.messages import text

BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Levels:
    """Accuracies in [0, 1], from the lowest: each is worth the points of a check. Training ends at `stop_at` on held-out digits.

    `trained` says how the reference fared over how many seeds: the mean, the standard deviation and the lowest.
    """

    steps: tuple[float, ...]
    stop_at: float
    trained: str = ""


def _is_share(value: Any) -> bool:
    return isinstance(value, float) and 0 < value < 1


def _are_steps(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 0 and all(map(_is_share, value)) and value == sorted(value)


LEVELS = {
    "steps": Key(text("a list of numbers between 0 and 1, from the lowest"), _are_steps),
    "stop_at": Key(text("a number between 0 and 1"), _is_share),
    "trained": Key(text("a text"), lambda value: isinstance(value, str), required=False),
}


def read_levels(path: Path, source: str) -> Levels:
    """The levels for digits of a source, such as `mnist`.

    Raises:
        CourseError: where the file is missing, broken, or has none for this source.
    """
    if not path.is_file():
        raise CourseError(
            text("{path} is missing. Write it with: cnnlab calibrate {slug}", path=path, slug=path.parent.name)
        )
    if source not in read_table(path, {}, {}, free=True):
        raise CourseError(
            text(
                "{path} has no levels for {source}. Add them with: cnnlab calibrate {slug}",
                path=path,
                source=source,
                slug=path.parent.name,
            )
        )
    found = _read(path, source)[source]
    return Levels(tuple(found["steps"]), found["stop_at"], found.get("trained", ""))


def read_tables(path: Path) -> dict[str, Any]:
    """Every table of the file, by the source of its digits; none where there is no file.

    Raises:
        CourseError: where the file is broken.
    """
    return _read(path, *read_table(path, {}, {}, free=True)) if path.is_file() else {}


def _read(path: Path, *sources: str) -> dict[str, Any]:
    """The file, of which the tables of these sources are right."""
    table = Key(text("a table"), lambda value: isinstance(value, dict))
    return read_table(path, dict.fromkeys(sources, table), dict.fromkeys(sources, LEVELS), free=True)


def write_levels(path: Path, source: str, levels: Levels) -> None:
    """Set the levels for digits of a source; those of other sources stay.

    Raises:
        CourseError: where the file that is there is broken, or cannot be written.
    """
    tables = read_tables(path)
    tables[source] = {"steps": list(levels.steps), "stop_at": levels.stop_at, "trained": levels.trained}
    lines = ["# Written by `cnnlab calibrate`: what share of the graded digits earns points, for each kind of digits."]
    for name, table in sorted(tables.items()):
        steps = ", ".join(str(step) for step in table["steps"])
        lines += [
            "",
            f"[{name if BARE.fullmatch(name) else json.dumps(name)}]",
            f"steps = [{steps}]",
            f"stop_at = {table['stop_at']}",
            f"trained = {json.dumps(table.get('trained', ''))}",
        ]
    try:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise CourseError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error
