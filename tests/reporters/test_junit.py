"""JUnit XML, read by junitparser: suites, cases, failures and errors are what the grades say."""

import io
from xml.etree import ElementTree

import junitparser
import pytest

from cnnlab.messages import Language
from cnnlab.reporters.junit import to_junit


@pytest.fixture
def suites(grades):
    """The suites of the class by student, as junitparser reads them."""
    document = "".join(to_junit(grades, Language.ENGLISH))
    return {suite.name: suite for suite in junitparser.JUnitXml.fromstring(document.encode())}


def test_each_student_is_a_suite_and_each_check_a_case(suites, grades):
    assert list(suites) == [grade.student.key for grade in grades]
    assert [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites.values()] == [
        (1, 0, 0, 0),
        (2, 1, 0, 0),
        (2, 1, 0, 0),
        (1, 0, 0, 1),
        (1, 0, 1, 0),
        (2, 1, 0, 0),
    ]


def test_the_counts_are_those_of_the_cases(suites):
    for suite in suites.values():
        kinds = [type(result).__name__ for case in suite for result in case.result]
        assert suite.failures == kinds.count("Failure")
        assert suite.errors == kinds.count("Error")
        assert suite.skipped == kinds.count("Skipped")
        assert suite.tests == len(list(suite))


def test_a_failure_explains_itself(suites):
    passed, failed = suites["bob"]
    assert (passed.classname, passed.name, passed.result) == ("assignment3.public", "Title of test_a", [])
    assert failed.classname == "assignment3.hidden"
    [result] = failed.result
    assert (result.type, result.message) == (
        "failed",
        "It returned None. Is there a `return` at the end of every path?",
    )
    for words in (
        "Zeros win.",
        "for example: max_pool2d([[-1.]], 1)",
        "yours: [[0.]]",
        "Read again: lesson 07-pooling",
    ):
        assert words in result.text


def test_points_by_hand_are_kept_with_their_reason(suites):
    properties = {each.name: each.value for each in suites["ill"].properties()}
    assert (properties["points"], properties["override"]) == ("18", "18")
    assert properties["why"].startswith("was ill, see mail")


@pytest.mark.parametrize("language", Language)
def test_the_document_is_well_formed_whatever_students_wrote(grades, language):
    content = "".join(to_junit(grades, language)).encode("utf-8")
    ElementTree.parse(io.BytesIO(content))
