"""Hidden inputs stay hidden: whatever a submission does with them, no report shows a digit of one.

The tiny course draws nine-digit inputs, so that a digit run of one in a report is no accident. What a check compares may be
shown (the first wrong value beside the right one), so these submissions leak by every other way there is.
"""

import json

import pytest

from cnnlab.grading.seeding import generator
from cnnlab.messages import Language
from cnnlab.reporters.json_lines import to_json

REST = "\ndef shift(x, by=1):\n    return None\n"
SECRET = "str(int(x.ravel()[0]))"

LEAKS = {
    "print": f"def double(x):\n    print({SECRET})\n    return None",
    "print to stderr": f"import sys\ndef double(x):\n    print({SECRET}, file=sys.stderr, flush=True)\n    return None",
    "text of an exception": f"def double(x):\n    raise RuntimeError({SECRET})",
    "text of a value error": f"def double(x):\n    raise ValueError('x ' + {SECRET})",
    "name of an exception": f"def double(x):\n    raise type('E' + {SECRET}, (Exception,), {{}})",
    "name of a value error": f"def double(x):\n    raise type('E' + {SECRET}, (ValueError,), {{}})",
    "name that poses as built in": f"import builtins\ndef double(x):\n    kind = type('E' + {SECRET}, (Exception,), {{}})\n"
    "    setattr(builtins, kind.__name__, kind)\n    raise kind",
    "name of a returned type": f"def double(x):\n    return type('T' + {SECRET}, (), {{}})()",
    "name of a returned dtype": f"import numpy as np\ndef double(x):\n    return np.zeros(2, [('f' + {SECRET}, 'f8')])",
    "module of an import error": f"def double(x):\n    raise ImportError('no', name='m' + {SECRET})",
    "module that is really imported": f"import importlib\ndef double(x):\n    importlib.import_module('m' + {SECRET})",
    "text of a syntax error": f"def double(x):\n    compile('1 +* ' + {SECRET}, 'tiny.py', 'exec')",
    "shown source line": "import linecache\ndef double(x):\n    linecache.cache['tiny.py'] = (1, None, ["
    f"{SECRET} + '\\n'] * 99, 'tiny.py')\n    raise RuntimeError",
    "shown line number": f"def double(x):\n    exec(compile('\\n' * (int({SECRET}) % 90000) + 'raise RuntimeError', 'tiny.py', 'exec'))",
    "name of a function": f"def shift(x, by=1):\n    if x.ndim == 2:\n        globals()['shift' + {SECRET}[:6]] = globals().pop('shift')\n"
    "    return x + float(by)",
    "exit code": f"import os\ndef double(x):\n    os._exit(int({SECRET}) % 199 + 50)",
    "notes of an exception": f"def double(x):\n    error = RuntimeError('a')\n    error.add_note({SECRET})\n    raise error",
    "cause of an exception": f"def double(x):\n    raise RuntimeError('a') from ValueError({SECRET})",
    "stashed in a global": f"kept = []\ndef double(x):\n    kept.append({SECRET})\n    raise RuntimeError(max(kept, key=len))",
    "stashed and returned": "kept = []\ndef double(x):\n    kept.append(float(x.ravel()[0]))\n    return x * 0 + max(kept)",
    "stashed in a file": f"import glob, os\ndef double(x):\n    with open('kept', 'a') as f: f.write({SECRET} + ' ')\n"
    "    raise RuntimeError(open('kept').read())",
    "stashed in the environment": f"import os\ndef double(x):\n    os.environ['KEPT'] = os.environ.get('KEPT', '') + ' ' + {SECRET}\n"
    "    raise RuntimeError(os.environ['KEPT'])",
    "printed at the end": f"import atexit\nkept = []\natexit.register(lambda: print(kept))\ndef double(x):\n    kept.append({SECRET})",
    "asked for with one name": f"def double(x):\n    raise NotImplementedError({SECRET})",
    "permission": f"def double(x):\n    raise PermissionError(1, {SECRET}, {SECRET})",
    "memory": f"def double(x):\n    raise MemoryError({SECRET})",
}  # fmt: skip
# The values of "stashed and returned" are compared, so the check itself shows one; what must not is the counterexample.
COMPARED = "stashed and returned"


@pytest.fixture(scope="module")
def reports(shared_course):
    """All of them, graded in one session."""
    return shared_course.grade_all(**{name: REST + source for name, source in LEAKS.items()})


@pytest.fixture(scope="module")
def hidden_inputs():
    """The first numbers that the hidden checks of the tiny course draw, in the forms in which they could be shown."""
    checks = {"test_hidden_double": 5, "test_hidden_shift": (2, 3)}
    drawn = [generator("a tiny secret", "tiny", each).integers(10**8, 10**9, size) for each, size in checks.items()]
    return [form for numbers in drawn for form in (str(numbers.ravel()[0])[:6], f"{float(numbers.ravel()[0]):.7g}")]


@pytest.fixture(scope="module")
def first_input():
    """The first number that `test_hidden_double` draws."""
    return generator("a tiny secret", "tiny", "test_hidden_double").integers(10**8, 10**9, 5)[0]


def shown(report):
    """Everything that leaves the grader, in both languages."""
    return "\n".join(to_json(report, language) for language in Language)


@pytest.mark.parametrize("way", [way for way in LEAKS if way not in (COMPARED, "exit code", "shown line number")])
def test_no_report_holds_a_hidden_input(reports, hidden_inputs, way):
    words = shown(reports[way])
    assert "test_hidden_double" in words
    assert not [number for number in hidden_inputs if number in words]


def test_the_first_hidden_input_would_be_recognised(shared_course, hidden_inputs):
    """The test of the tests: what a check compares may be shown, and there the digits are the drawn ones."""
    [report] = shared_course.grade_all(given_back=REST + "def double(x):\n    return x\n").values()
    message = next(
        check for check in json.loads(shown(report).splitlines()[0])["checks"] if check["id"] == "test_hidden_double"
    )
    assert hidden_inputs[1] in message["message"]


def test_a_number_that_a_student_chooses_is_not_shown_as_exit_code(reports, first_input):
    code = str(int(first_input) % 199 + 50)
    check = hidden_check(reports["exit code"])
    assert check["outcome"] == "crashed"
    assert code not in check["message"]


def test_a_number_that_a_student_chooses_is_not_shown_as_line_number(reports, first_input):
    line = str(int(first_input) % 90000 + 1)
    check = hidden_check(reports["shown line number"])
    assert check["outcome"] == "error"
    assert line not in check["message"]


def test_a_counterexample_is_answered_by_a_process_that_saw_no_hidden_input(reports):
    check = hidden_check(reports[COMPARED])
    assert check["counterexample"] is not None
    assert all(len(part) < 80 for part in check["counterexample"].values())
    digits = [word for word in check["counterexample"]["got"].replace(".", " ").split() if len(word) > 3]
    assert digits == []


def hidden_check(report):
    """The check of the doubled hidden array, as a reader of the JSON sees it."""
    checks = json.loads(to_json(report, Language.ENGLISH))["checks"]
    return next(check for check in checks if check["id"] == "test_hidden_double")
