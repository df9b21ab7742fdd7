"""`results.json` holds what Gradescope's specification allows, and the points of the report."""

import json

import jsonschema
import pytest

from cnnlab.messages import Language
from cnnlab.reporters.gradescope import to_gradescope

VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
NUMBER, TEXT = {"type": "number"}, {"type": "string"}
TEST = {
    "type": "object",
    "properties": {
        "score": NUMBER,
        "max_score": NUMBER,
        "status": {"enum": ["passed", "failed"]},
        "name": TEXT,
        "name_format": FORMAT,
        "number": TEXT,
        "output": TEXT,
        "output_format": FORMAT,
        "tags": {"type": "array"},
        "visibility": VISIBILITY,
        "extra_data": {"type": "object"},
    },
    "additionalProperties": False,
}
SPECIFIED = {
    "type": "object",
    "properties": {
        "score": NUMBER,
        "execution_time": {"type": "integer"},
        "output": TEXT,
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "tests": {"type": "array", "items": TEST},
        "leaderboard": {"type": "array"},
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize("language", Language)
def test_the_file_is_what_gradescope_specifies(full_report, hostile_report, language):
    for report in (full_report, hostile_report):
        jsonschema.validate(json.loads(to_gradescope(report, language)), SPECIFIED)


def test_points_and_explanations_are_those_of_the_report(full_report):
    fields = json.loads(to_gradescope(full_report, Language.ENGLISH))
    assert (fields["score"], sum(test["score"] for test in fields["tests"])) == (10, 10)
    assert sum(test["max_score"] for test in fields["tests"]) == 20
    passed, failed = fields["tests"]
    assert (passed["status"], passed["output"], failed["status"]) == ("passed", "", "failed")
    assert "Zeros win." in failed["output"]
    assert fields["output"].endswith("step 1")


def test_no_control_character_reaches_the_page(hostile_report):
    fields = json.loads(to_gradescope(hostile_report, Language.ENGLISH))
    words = fields["output"] + "".join(test["output"] + test["name"] for test in fields["tests"])
    assert all(letter.isprintable() or letter == "\n" for letter in words)
