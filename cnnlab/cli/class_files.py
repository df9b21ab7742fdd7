"""What a class is written into: a file for each format, and a page for each student."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from cnnlab.cli.console import write_file, write_lines
from cnnlab.course import Assignment, Grade
from cnnlab.errors import UsageError
from cnnlab.messages import Language, text

Grades = Callable[[], Iterable[Grade]]
Format = Callable[[Iterable[Grade]], Iterator[str]]
FEEDBACK = "feedback"
FORMATS = ("jsonl", "csv", "canvas", "moodle", "junit")
FILES = {
    "jsonl": "reports.jsonl",
    "csv": "grades.csv",
    "canvas": "canvas.csv",
    "moodle": "moodle.csv",
    "junit": "junit.xml",
}


def formats(assignment: Assignment, language: Language) -> Mapping[str, Format]:
    """How grades are written, by the name of the format."""
    from cnnlab.reporters.canvas import to_canvas
    from cnnlab.reporters.json_lines import to_json_lines
    from cnnlab.reporters.junit import to_junit
    from cnnlab.reporters.moodle import to_moodle
    from cnnlab.reporters.spreadsheet import to_csv

    return {
        "jsonl": partial(to_json_lines, language=language),
        "csv": partial(to_csv, language=language),
        "canvas": partial(to_canvas, column=assignment.title[language]),
        "moodle": partial(to_moodle, language=language),
        "junit": partial(to_junit, language=language),
    }


def write_class(
    grades: Grades, sources: Mapping[str, str], assignment: Assignment, out: Path, language: Language, site: str = ""
) -> None:
    """Write every format, the feedback page of each student, and the teacher's page. `sources` by key tell who wrote alike.

    Pages link to the lessons of `site`, where it is known.

    Raises:
        UsageError: where a file cannot be written.
    """
    try:
        (out / FEEDBACK).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(text("{path} cannot be written: {reason}.", path=out, reason=reason)) from error
    for name, write in formats(assignment, language).items():
        write_lines(out / FILES[name], write(grades()))
    _write_pages(grades, sources, assignment, out, language, site)


def _write_pages(
    grades: Grades, sources: Mapping[str, str], assignment: Assignment, out: Path, language: Language, site: str
) -> None:
    from cnnlab.cli.lesson_links import seen_from
    from cnnlab.importers.student_key import as_key
    from cnnlab.reporters.class_page import class_page
    from cnnlab.reporters.fingerprints import fingerprints
    from cnnlab.reporters.similarity import alike
    from cnnlab.reporters.student_page import student_page

    title = assignment.title[language]
    every = list(grades())
    links = {}
    for grade in every:
        if grade.report is not None:
            links[grade.student.key] = f"{FEEDBACK}/{as_key(grade.student.key)}.html"
            path = out / links[grade.student.key]
            write_file(path, student_page(grade.report, language, title=title, site=seen_from(site, path), grade=grade))
    starter = (assignment.handout / assignment.filename).read_text(encoding="utf-8")
    prints = {key: fingerprints(source) for key, source in sources.items()}
    path = out / "class.html"
    groups = alike(prints, fingerprints(starter))
    write_file(path, class_page(every, language, title=title, site=seen_from(site, path), links=links, alike=groups))
