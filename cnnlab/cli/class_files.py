"""What a class is written into: one JSON object per line."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cnnlab.cli.console import write_lines
from cnnlab.course import Grade
from cnnlab.errors import UsageError
from cnnlab.messages import Language, text

Grades = Callable[[], Iterable[Grade]]
REPORTS = "reports.jsonl"


def write_class(grades: Grades, out: Path | None, json: Path | None, language: Language) -> None:
    """Write what was asked for; grades are gone through once for each file.

    Raises:
        UsageError: where a file cannot be written.
    """
    if json is not None:
        write_lines(json, json_lines(grades(), language))
    if out is not None:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(text("{path} cannot be written: {reason}.", path=out, reason=reason)) from error
        write_lines(out / REPORTS, json_lines(grades(), language))


def json_lines(grades: Iterable[Grade], language: Language) -> Iterator[str]:
    """The reports that count, a line for each."""
    from cnnlab.reporters.json_lines import to_json

    for grade in grades:
        if grade.report is not None:
            yield to_json(grade.report, language) + "\n"
