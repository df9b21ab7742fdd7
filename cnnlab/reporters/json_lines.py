"""Report to JSON: stable, one object per line. Its form is versioned by `schema`."""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from cnnlab import __version__
from cnnlab.course import Arrays, Certificate, Check, Counterexample, Grade, Numbers, Report
from cnnlab.course.report import SCHEMA
from cnnlab.messages import Language, render

MISSING = "missing"


def to_json(report: Report, language: Language) -> str:
    """One line of JSON, messages in the given language."""
    return _line(_report(report, language))


def to_json_lines(grades: Iterable[Grade], language: Language) -> Iterator[str]:
    """A line for each grade: the report's own fields, and what policy and teacher made of it under `grade`."""
    for grade in grades:
        fields = _missing(grade, language) if grade.report is None else _report(grade.report, language)
        yield _line({**fields, "grade": _grade(grade)}) + "\n"


def _line(fields: dict[str, Any]) -> str:
    # A file name may hold what is no letter; as an escape it is still JSON.
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


def _grade(grade: Grade) -> dict[str, Any]:
    return {
        "student": asdict(grade.student),
        "points": grade.points,
        "earned": grade.earned,
        "deduction": grade.deduction,
        "late_seconds": round(grade.late_by.total_seconds()),
        "submitted_at": grade.submitted_at.isoformat() if grade.submitted_at else None,
        "attempt": grade.attempt,
        "override": asdict(grade.override) if grade.override else None,
    }


def _missing(grade: Grade, language: Language) -> dict[str, Any]:
    """What there is to say where nothing was handed in."""
    return {
        "schema": SCHEMA,
        "cnnlab": __version__,
        "submission": grade.student.key,
        "status": MISSING,
        "language": language.value,
    }


def _report(report: Report, language: Language) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "cnnlab": __version__,
        "assignment": report.assignment,
        "submission": report.submission,
        "status": report.status.value,
        "score": float(report.score),
        "max_score": float(report.max_score),
        "sandbox": report.sandbox,
        "seconds": round(report.seconds, 3),
        "language": language.value,
        "notes": [render(note, language) for note in report.notes],
        "printed": report.printed,
        "checks": [_check(check, language) for check in report.checks],
        "certificate": _certificate(report.certificate, language),
    }


def _check(check: Check, language: Language) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": render(check.title, language),
        "group": check.group.value,
        "points": float(check.points),
        "max_points": float(check.max_points),
        "outcome": check.outcome.value,
        "message": render(check.message, language) if check.message else None,
        "hint": check.hint.feedback[language] if check.hint else None,
        "misconception": check.hint.misconception if check.hint else None,
        "counterexample": _counterexample(check.counterexample, language),
        "lesson": check.lesson,
    }


def _certificate(certificate: Certificate | None, language: Language) -> dict[str, Any] | None:
    if certificate is None:
        return None
    return {
        "source": certificate.source,
        "device": certificate.device,
        "images": certificate.images,
        "accuracy": round(certificate.accuracy, 6),
        "steps": list(certificate.steps),
        "refusal": render(certificate.refusal, language) if certificate.refusal else None,
        "notes": [render(note, language) for note in certificate.notes],
        "parameters": certificate.parameters,
        "layers": [asdict(layer) for layer in certificate.layers],
        # NaN is no JSON.
        "curve": [
            {**asdict(point), "loss": point.loss if math.isfinite(point.loss) else None} for point in certificate.curve
        ],
        "confusion": certificate.confusion,
        "seconds": {name: round(seconds, 3) for name, seconds in certificate.seconds.items()},
    }


def _counterexample(example: Counterexample | None, language: Language) -> dict[str, Any] | None:
    if example is None:
        return None
    return {
        "call": example.call,
        "expected": example.expected,
        "got": render(example.got, language),
        "arrays": _arrays(example.arrays),
    }


def _arrays(arrays: Arrays | None) -> dict[str, Any] | None:
    if arrays is None:
        return None
    return {
        "inputs": {name: _numbers(each) for name, each in arrays.inputs.items()},
        "expected": _numbers(arrays.expected),
        "got": _numbers(arrays.got),
    }


def _numbers(numbers: Numbers | None) -> dict[str, Any] | None:
    if numbers is None:
        return None
    # NaN and the infinities are no JSON: "nan", "inf" and "-inf" stand for them, which Python's float() reads.
    values = [value if math.isfinite(value) else str(value) for value in numbers.values]
    return {"shape": list(numbers.shape), "dtype": numbers.dtype, "values": values}
