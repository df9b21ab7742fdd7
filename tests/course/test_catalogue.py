"""Where a course is found, and what is said where it, an assignment or the teacher's folder is not."""

from pathlib import Path

import pytest

from cnnlab.course import Limits, catalogue
from cnnlab.errors import CourseError, UsageError
from cnnlab.messages import Language


def test_the_root_is_found_upwards(tiny_course):
    deep = tiny_course.root / "assignments" / "tiny" / "a" / "b"
    deep.mkdir(parents=True)
    for start in (tiny_course.root, deep.parent, deep):
        assert catalogue.find_course(start=start, environment={}).root == tiny_course.root


def test_the_nearest_course_is_taken(tiny_course):
    inner = tiny_course.root / "inner"
    (inner / "assignments").mkdir(parents=True)
    (inner / "course.toml").write_text("[name]\nko = '안'\nen = 'Inner'\n", encoding="utf-8")
    assert catalogue.find_course(start=inner / "assignments", environment={}).name[Language.ENGLISH] == "Inner"


def test_a_course_file_without_assignments_is_no_course(tiny_course):
    inner = tiny_course.root / "inner"
    inner.mkdir()
    (inner / "course.toml").write_text("", encoding="utf-8")
    assert catalogue.find_course(start=inner, environment={}).root == tiny_course.root


def test_the_working_folder_is_where_the_search_starts(tiny_course, monkeypatch):
    monkeypatch.chdir(tiny_course.root / "solutions")
    assert catalogue.find_course(environment={}).root == tiny_course.root


def test_the_option_goes_before_the_variable_and_the_variable_before_the_folder(tiny_course, course, tmp_path):
    variable = {"CNNLAB_COURSE": str(tiny_course.root)}
    assert catalogue.find_course(start=course.root, environment=variable).root == tiny_course.root
    assert catalogue.find_course(course.root, tmp_path, variable).root == course.root
    assert catalogue.find_course(start=course.root, environment={"CNNLAB_COURSE": ""}).root == course.root


def test_a_relative_course_becomes_absolute(tiny_course, monkeypatch):
    monkeypatch.chdir(tiny_course.root.parent)
    assert catalogue.find_course(Path(tiny_course.root.name)).root == tiny_course.root


@pytest.mark.parametrize("missing", ["nowhere", "."])
def test_a_named_folder_that_is_no_course_is_refused(tmp_path, missing):
    with pytest.raises(UsageError, match=r"is not a course: it has no course\.toml"):
        catalogue.find_course(tmp_path / missing)


def test_without_a_course_the_ways_to_name_one_are_said(tmp_path):
    with pytest.raises(UsageError, match=r"There is no course here.*--course or CNNLAB_COURSE"):
        catalogue.find_course(start=tmp_path, environment={})


def test_assignments_are_listed_in_order(tiny_course, course):
    assert catalogue.slugs(tiny_course.course) == ["tiny"]
    assert catalogue.slugs(course)[:3] == ["assignment1", "assignment2", "assignment3"]


@pytest.mark.parametrize("typed", ["assignmnet3", "Assignment3", "assignment33", "asignment3"])
def test_an_unknown_assignment_suggests_the_near_one(course, typed):
    with pytest.raises(UsageError, match=rf"There is no assignment {typed}\. Did you mean assignment\d\?"):
        catalogue.find(course, typed)


@pytest.mark.parametrize("typed", ["homework", "", "../tiny", "tiny/", "/etc"])
def test_a_name_near_none_lists_them_all(tiny_course, typed):
    with pytest.raises(UsageError, match=r"There is no assignment .*(There are: tiny|Did you mean tiny)"):
        catalogue.find(tiny_course.course, typed)


def test_an_assignment_knows_its_file_folder_and_limits(tiny_course):
    found = tiny_course.assignment()
    assert (found.slug, found.filename, found.imports, found.lesson) == ("tiny", "tiny.py", ("numpy",), "01-tiny")
    assert found.limits == Limits(0.6, 6.0, 256)
    assert (found.handout, found.solution) == (
        tiny_course.root / "assignments/tiny",
        tiny_course.root / "solutions/tiny",
    )


def test_limits_that_are_not_written_keep_their_default(tiny_course):
    tiny_course.edit("assignments/tiny/assignment.toml", "call_seconds = 0.6\nsubmission_seconds = 6.0\n", "")
    assert tiny_course.assignment().limits == Limits(Limits.call_seconds, Limits.submission_seconds, 256)


def test_a_student_has_no_solution_and_is_told_what_to_do(tiny_course):
    (tiny_course.root / "solutions").rename(tiny_course.root / "hidden")
    found = tiny_course.assignment()
    assert found.solution is None
    with pytest.raises(UsageError, match=r"not here: this installation has handouts only\. Use `cnnlab check tiny`"):
        catalogue.solution_folder(found)


@pytest.mark.parametrize("path", ["solutions/secret.txt", "solutions/tiny/reference/tiny.py"])
def test_a_missing_file_of_the_teacher_is_named(tiny_course, path):
    (tiny_course.root / path).unlink()
    with pytest.raises(CourseError, match=f"{path} is missing"):
        catalogue.secret(tiny_course.course)
        catalogue.reference_source(tiny_course.assignment())


def test_a_misconception_is_laid_over_the_reference(tiny_course):
    [squares] = [each for each in catalogue.misconceptions(tiny_course.assignment()) if each.name == "squares"]
    assert squares.title == "Squares"
    namespace: dict = {}
    exec(squares.source, namespace)
    assert namespace["double"](3) == 9
    assert namespace["shift"](3.0, 2) == 5.0
