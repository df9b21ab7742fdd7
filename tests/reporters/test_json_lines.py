"""The JSON of a report has the fields of the design, on one line, in the language asked for."""

import json

import pytest

from cnnlab.course import Outcome
from cnnlab.messages import Language
from cnnlab.reporters.json_lines import to_json, to_json_lines

DESIGNED = {"schema", "assignment", "submission", "status", "score", "max_score", "sandbox", "seconds", "checks"}
DESIGNED_CHECK = {"id", "title", "group", "points", "max_points", "outcome", "message", "hint", "lesson"}
MORE = {"certificate", "cnnlab", "language", "notes", "printed"}
MORE_CHECK = {"misconception", "counterexample"}


@pytest.mark.parametrize("language", Language)
def test_a_report_has_the_fields_of_the_design_and_schema_1(full_report, language):
    fields = json.loads(to_json(full_report, language))
    assert set(fields) == DESIGNED | MORE
    assert all(set(check) == DESIGNED_CHECK | MORE_CHECK for check in fields["checks"])
    assert fields["schema"] == 1


def test_each_field_says_what_the_report_holds(full_report):
    fields = json.loads(to_json(full_report, Language.ENGLISH))
    assert fields["assignment"] == "assignment3"
    assert fields["submission"] == "alice"
    assert fields["status"] == "graded"
    assert (fields["score"], fields["max_score"]) == (10.0, 20.0)
    assert fields["sandbox"] == "landlock+seccomp"
    assert fields["seconds"] == 0.123
    passed, failed = fields["checks"]
    assert (passed["points"], passed["outcome"], passed["message"], passed["hint"]) == (10.0, "passed", None, None)
    assert (passed["group"], failed["group"]) == ("public", "hidden")
    assert (failed["points"], failed["max_points"], failed["outcome"]) == (0.0, 10.0, "failed")
    assert failed["message"] == "It returned None. Is there a `return` at the end of every path?"
    assert (failed["hint"], failed["misconception"]) == ("Zeros win.", "zero_padding")
    numbers = {"shape": [1, 1], "dtype": "float64"}
    assert failed["counterexample"] == {
        "call": "max_pool2d([[-1.]], 1)",
        "expected": "[[-1.]]",
        "got": "[[0.]]",
        "arrays": {
            "inputs": {"x": {**numbers, "values": [-1.0]}},
            "expected": {**numbers, "values": [-1.0]},
            "got": {**numbers, "values": ["nan"]},
        },
    }


@pytest.mark.parametrize("field", ["score", "max_score", "seconds"])
def test_numbers_are_numbers_with_a_point(full_report, field):
    assert isinstance(json.loads(to_json(full_report, Language.ENGLISH))[field], float)


def test_the_language_decides_the_words_and_nothing_else(full_report):
    korean, english = (json.loads(to_json(full_report, language)) for language in (Language.KOREAN, Language.ENGLISH))
    assert korean["checks"][1]["hint"] == "0이 이깁니다."
    assert korean["checks"][1]["message"] != english["checks"][1]["message"]
    assert (korean["language"], english["language"]) == ("ko", "en")
    assert [check["outcome"] for check in korean["checks"]] == [check["outcome"] for check in english["checks"]]
    assert set(korean) == set(english)


def test_a_report_is_one_line_whatever_a_student_says(hostile_report):
    for printed in ("a\nb\r\nc", "\u2028\u2029\x85", '"}\n{'):
        fields = json.loads(to_json(hostile_report, Language.ENGLISH))
        line = to_json(type(hostile_report)(**{**vars(hostile_report), "printed": printed}), Language.ENGLISH)
        assert "\n" not in line
        assert json.loads(line)["printed"] == printed
        assert fields["submission"] == hostile_report.submission


def test_a_lone_surrogate_does_not_keep_a_report_from_being_written(make_check, make_report):
    """A folder's name that is no UTF-8 comes from the file system as one."""
    to_json(make_report(make_check(), submission="\udcff"), Language.ENGLISH).encode("utf-8")


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_word(make_check, make_report, outcome):
    fields = json.loads(to_json(make_report(make_check(outcome=outcome)), Language.ENGLISH))
    assert fields["checks"][0]["outcome"] == outcome.value
    assert fields["status"] == ("fault" if outcome is Outcome.FAULT else "graded")


def test_a_class_is_one_object_a_line_with_what_policy_made_of_it(grades):
    lines = list(to_json_lines(grades, Language.KOREAN))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    found = [json.loads(line) for line in lines]
    assert [each["status"] for each in found] == ["graded", "graded", "graded", "missing", "fault", "graded"]
    assert [each["grade"]["points"] for each in found] == [10, 7.5, 18, None, None, 10]
    first, late, by_hand, gone, _, hostile = found
    assert set(first) == DESIGNED | MORE | {"grade"}
    assert (first["grade"]["student"]["name"], first["grade"]["submitted_at"]) == (
        "김민지",
        "2026-03-22T05:59:00+09:00",
    )
    assert (late["grade"]["deduction"], late["grade"]["late_seconds"], late["grade"]["attempt"]) == (2.5, 108_000, 2)
    assert by_hand["grade"]["override"] == {"points": 18, "why": "was ill, see mail\nof May"}
    assert (gone["submission"], gone["schema"]) == ("gone", 1)
    assert hostile["grade"]["student"]["key"] == "eve"
