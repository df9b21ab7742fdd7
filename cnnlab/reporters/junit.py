"""Grades to JUnit XML, which CI systems draw: a suite for each student, a case for each check."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from cnnlab.course import Check, Grade, Outcome
from cnnlab.messages import Language, printable, render, text
from cnnlab.reporters.explaining import explanation


def to_junit(grades: Iterable[Grade], language: Language) -> Iterator[str]:
    """The pieces of the document. What a student got wrong is a failure; a fault of ours is an error; nothing handed in is skipped."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="cnnlab">\n'
    for grade in grades:
        suite = _suite(grade, language)
        yield tostring(suite, encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _suite(grade: Grade, language: Language) -> Element:
    checks = grade.report.checks if grade.report is not None else ()
    faults = sum(check.outcome is Outcome.FAULT for check in checks)
    wrong = sum(check.outcome not in (Outcome.PASSED, Outcome.FAULT) for check in checks)
    suite = Element(
        "testsuite",
        name=_clean(grade.student.key),
        tests=str(len(checks) or 1),
        failures=str(wrong),
        errors=str(faults),
        skipped=str(int(grade.report is None)),
        time=f"{grade.report.seconds if grade.report is not None else 0:.3f}",
    )
    if grade.submitted_at is not None:
        suite.set("timestamp", grade.submitted_at.isoformat(timespec="seconds"))
    properties = SubElement(suite, "properties")
    for name, value in _properties(grade):
        SubElement(properties, "property", name=name, value=_clean(value))
    if grade.report is None:
        case = SubElement(suite, "testcase", classname=_clean(grade.student.key), name="missing", time="0")
        SubElement(case, "skipped", message=render(text("Nothing was handed in."), language))
    for check in checks:
        suite.append(_case(check, grade, language))
    return suite


def _properties(grade: Grade) -> Iterator[tuple[str, str]]:
    yield "attempt", str(grade.attempt)
    if grade.points is not None:
        yield "points", f"{grade.points:g}"
    if grade.deduction:
        yield "deduction", f"{grade.deduction:g}"
    if grade.override is not None:
        yield "override", f"{grade.override.points:g}"
        yield "why", grade.override.why


def _case(check: Check, grade: Grade, language: Language) -> Element:
    assignment = grade.report.assignment if grade.report is not None else ""
    case = Element(
        "testcase", classname=f"{assignment}.{check.group.value}", name=_clean(render(check.title, language)), time="0"
    )
    if check.outcome is not Outcome.PASSED:
        kind = "error" if check.outcome is Outcome.FAULT else "failure"
        message = render(check.message, language) if check.message else ""
        found = SubElement(case, kind, type=check.outcome.value, message=_clean(message))
        found.text = "\n".join(_clean(line) for line in explanation(check, language))
    return case


def _clean(words: str) -> str:
    """Without letters that XML cannot hold."""
    return printable(words.encode("utf-8", "replace").decode("utf-8"))
