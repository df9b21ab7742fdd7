"""Every hostile submission gets what its name says and no points, and leaves the world as it found it."""

import os
import re
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cnnlab.course import Assignment, Course, Limits, Outcome, Report, Status, Submission, catalogue
from cnnlab.grading.session import Settings, grade_each

if TYPE_CHECKING:
    from conftest import Canaries

FOLDERS = Path(tempfile.gettempdir())
HERE = Path(__file__).resolve().parent
FILES = sorted(HERE.glob("[0-9]*__*.py"))
NAME = re.compile(r"\d\d_\w+?__(?P<verdict>[a-z]+)\.py")
# A stateful cheat may be right on its first call in a process; that must never be enough for more than a check or two.
STATEFUL_SCORE = 10
LIMITS = Limits(call_seconds=0.5, submission_seconds=2.0, memory_mb=256)


@pytest.fixture(scope="module")
def reports(course: Course, assignment3: Assignment, canaries: "Canaries") -> dict[str, Report]:
    """One session for all of them, each followed by the reference, which must be graded right."""
    quick = replace(assignment3, limits=LIMITS)
    honest = catalogue.reference_source(assignment3)
    class_list = []
    for file in FILES:
        class_list += [Submission(file.name, file.read_text(encoding="utf-8")), Submission(f"after {file.name}", honest)]
    found: list[Report] = []
    grade_each(course, quick, class_list, found.append, Settings())
    return {report.submission: report for report in found}


def test_there_are_enough_attacks() -> None:
    assert len(FILES) >= 50
    assert {NAME.fullmatch(file.name)["verdict"] for file in FILES} >= {  # type: ignore[index]
        "failed", "error", "timeout", "memory", "crashed", "refused"
    }


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_an_attack_earns_nothing(file: Path, reports: dict[str, Report]) -> None:
    report = reports[file.name]
    allowed = STATEFUL_SCORE if "stateful" in file.name else 0
    assert report.status is Status.GRADED, [check.message for check in report.checks if check.outcome is Outcome.FAULT]
    assert report.score <= allowed, [check.id for check in report.checks if check.points]


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_an_attack_gets_the_verdict_of_its_name(file: Path, reports: dict[str, Report]) -> None:
    match = NAME.fullmatch(file.name)
    assert match is not None
    outcomes = Counter(check.outcome.value for check in reports[file.name].checks)
    assert outcomes.most_common(1)[0][0] == match["verdict"], outcomes


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_the_next_student_is_graded_right(file: Path, reports: dict[str, Report]) -> None:
    assert reports[f"after {file.name}"].score == 100


def test_no_attack_left_a_trace(reports: dict[str, Report], canaries: "Canaries") -> None:
    assert len(reports) == 2 * len(FILES)
    assert canaries.traces() == []


def test_no_process_and_no_folder_is_left(reports: dict[str, Report]) -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    servers = [pid for pid in children if "forkserver" in Path(f"/proc/{pid}/cmdline").read_text()]
    assert servers == []
    assert [path for path in FOLDERS.glob("cnnlab-*/tmp*")] == []
