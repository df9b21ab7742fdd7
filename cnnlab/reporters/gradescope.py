"""Report to the `results.json` that a Gradescope autograder leaves."""

import json

from cnnlab.course import Check, Outcome, Report
from cnnlab.messages import Language, printable, render
from cnnlab.reporters.explaining import explanation


def to_gradescope(report: Report, language: Language) -> str:
    """The file's content. What it shows of hidden checks is what a student may see: titles, messages, counterexamples."""
    fields = {
        "score": float(report.score),
        "execution_time": round(report.seconds),
        "output": "\n".join([render(note, language) for note in report.notes] + _printed(report)),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(check, number, language) for number, check in enumerate(report.checks, start=1)],
    }
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _printed(report: Report) -> list[str]:
    return [printable(line) for line in report.printed.strip().splitlines()]


def _test(check: Check, number: int, language: Language) -> dict[str, object]:
    passed = check.outcome is Outcome.PASSED
    return {
        "name": render(check.title, language),
        "number": str(number),
        "score": float(check.points),
        "max_score": float(check.max_points),
        "status": "passed" if passed else "failed",
        "output": "" if passed else "\n".join(explanation(check, language)),
        "visibility": "visible",
    }
