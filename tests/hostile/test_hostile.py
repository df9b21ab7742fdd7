"""Every hostile submission gets what its name says and no points, and leaves the world as it found it."""

import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cnnlab.course import Assignment, Course, Limits, Outcome, Report, Status, Submission, catalogue
from cnnlab.grading.session import Settings, grade_each

if TYPE_CHECKING:
    from conftest import Canaries

HERE = Path(__file__).resolve().parent
FILES = sorted(HERE.glob("[0-9]*__*.py"))
# Where it depends on the machine which limit is met first, a name holds two verdicts: `memory_or_timeout`.
NAME = re.compile(r"\d\d_\w+?__(?P<verdicts>[a-z]+(_or_[a-z]+)*)\.py")
LIMITS = Limits(call_seconds=0.5, submission_seconds=2.0, memory_mb=256)


def verdicts(file: Path) -> set[str]:
    """The outcomes that a file's name announces."""
    match = NAME.fullmatch(file.name)
    assert match is not None, f"{file.name} names no verdict"
    return set(match["verdicts"].split("_or_"))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the grader makes its temporary folders, apart from those of other programs."""
    before, place = tempfile.tempdir, tmp_path_factory.mktemp("folders")
    tempfile.tempdir = str(place)
    yield place
    tempfile.tempdir = before


@pytest.fixture(scope="module")
def reports(course: Course, assignment3: Assignment, canaries: "Canaries", folders: Path) -> dict[str, Report]:
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
    assert set().union(*map(verdicts, FILES)) == {outcome.value for outcome in Outcome} - {"passed", "fault"}


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_an_attack_earns_nothing(file: Path, reports: dict[str, Report]) -> None:
    report = reports[file.name]
    assert report.status is Status.GRADED, [check.message for check in report.checks if check.outcome is Outcome.FAULT]
    assert report.score == 0, [check.id for check in report.checks if check.points]


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_an_attack_gets_the_verdict_of_its_name(file: Path, reports: dict[str, Report]) -> None:
    outcomes = Counter(check.outcome.value for check in reports[file.name].checks)
    assert outcomes.most_common(1)[0][0] in verdicts(file), outcomes


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_the_next_student_is_graded_right(file: Path, reports: dict[str, Report]) -> None:
    assert reports[f"after {file.name}"].score == 100


def test_no_attack_left_a_trace(reports: dict[str, Report], canaries: "Canaries") -> None:
    assert len(reports) == 2 * len(FILES)
    assert canaries.traces() == []


def test_no_process_and_no_folder_is_left(reports: dict[str, Report], folders: Path) -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    servers = [pid for pid in children if "forkserver" in Path(f"/proc/{pid}/cmdline").read_text()]
    assert servers == []
    assert list(folders.iterdir()) == []
