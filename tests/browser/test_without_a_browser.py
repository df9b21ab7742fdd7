"""Where no browser is found these tests are skipped with a sentence, or fail where one is required."""

import sys

import pytest

from .conftest import NONE_FOUND, REQUIRED, ROOT

ONE = "tests/browser/test_keyboard.py::test_the_next_lesson_is_one_key_away"


@pytest.mark.parametrize(("required", "verdict"), [({}, "2 skipped"), ({REQUIRED: "required"}, "2 errors")])
def test_without_a_browser(run, tmp_path, required, verdict):
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", ONE]
    done = run(command, cwd=ROOT, env={"PATH": str(tmp_path), **required})
    assert verdict in done.said
    assert NONE_FOUND in done.said
