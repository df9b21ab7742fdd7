"""Every kind of bad code gets its outcome and the sentence that helps; none raises anything on our side."""

import pytest

from cnnlab.course import Status
from cnnlab.messages import Language, render

SHIFT = "\ndef shift(x, by=1):\n    if by < 0:\n        raise ValueError('by')\n    return x + float(by)\n"
LATER = "raise NotImplementedError"

# Source, then outcome of the checks of `double` and the sentence of the public one. `{}` is the rest of the file.
BAD = {
    "syntax error": ("def double(x)\n    return x{}", "error", "Python cannot read tiny.py, line 1: expected ':'. The line is: def double(x)"),
    "bad indentation": ("def double(x):\nreturn x{}", "error", "Python cannot read tiny.py, line 2: expected an indented block"),
    "nul byte": ("def double(x):\n    return x\0{}", "error", "Python cannot read tiny.py, line 2: source code cannot contain null bytes"),
    "unclosed text": ("s = '''\ndef double(x): return x", "error", "Python cannot read tiny.py, line 1: unterminated triple-quoted"),
    "nothing defined": ("# I will do it tomorrow\n", "error", "There is no function double in tiny.py; its signature is double(x)."),
    "misspelt function": ("def doubel(x):\n    return 2 * x{}", "error", "There is no function double in tiny.py, but there is doubel. Did you misspell it?"),
    "name that is no function": ("double = 3{}", "error", "There is no function double in tiny.py"),
    "no argument": ("def double():\n    return 1.0{}", "error", "double cannot be called as the exercise says; its signature must be double(x)."),
    "one argument too many": ("def double(x, y):\n    return x{}", "error", "double cannot be called as the exercise says; its signature must be double(x)."),
    "type error inside": ("def double(x):\n    return x + 'a' + len(3){}", "error", "double raised "),
    "returns None": ("def double(x):\n    x * 2.0{}", "failed", "It returned None. Is there a `return` at the end of every path?"),
    "returns a list": ("def double(x):\n    return (x * 2.0).tolist(){}", "failed", "It returned a list, where an array of shape (2,) is due."),
    "returns a number": ("def double(x):\n    return 2.0{}", "failed", "It returned a float, where an array of shape (2,) is due."),
    "returns a lambda": ("def double(x):\n    return lambda: x * 2.0{}", "failed", "double returned function; it must return NumPy arrays, numbers"),
    "returns itself": ("def double(x):\n    return double{}", "failed", "double returned function; it must return"),
    "returns a generator": ("def double(x):\n    yield x * 2.0{}", "failed", "double returned generator; it must return"),
    "is asynchronous": ("async def double(x):\n    return x * 2.0{}", "failed", "double returned coroutine; it must return"),
    "object dtype": ("def double(x):\n    return (x * 2.0).astype(object){}", "failed", "double returned an array of dtype object; it must return"),
    "complex dtype": ("def double(x):\n    return x * (2 + 0j){}", "failed", "double returned an array of dtype complex128; it must return"),
    "masked array": ("import numpy as np\ndef double(x):\n    return np.ma.array(x * 2.0){}", "failed", "double returned a masked array; it must return"),
    "own class": ("class Result: pass\ndef double(x):\n    return Result(){}", "failed", "double returned tiny.Result; it must return"),
    "set": ("def double(x):\n    return set(x){}", "failed", "double returned set; it must return"),
    "module": ("import numpy\ndef double(x):\n    return numpy{}", "failed", "double returned module; it must return"),
    "list without end": ("def double(x):\n    a = []\n    a.append(a)\n    return a{}", "failed", "double returned a value nested too deeply; it must return"),
    "not implemented": (f"def double(x):\n    {LATER}{{}}", "error", "double is not written yet: `raise NotImplementedError` is still in it."),
    "import at the top": ("import scipy\ndef double(x):\n    return x * 2.0{}", "refused", "`scipy` cannot be imported here: tiny allows numpy and Python's standard library. See tiny.py, line 1: import scipy"),
    "import inside": ("def double(x):\n    from rich.text import Text\n    return x{}", "refused", "`rich` cannot be imported here: tiny allows numpy"),
    "misspelt import": ("import nunpy as np\ndef double(x):\n    return x{}", "refused", "`nunpy` cannot be imported. Did you mean numpy?"),
    "the grader": ("import cnnlab.grading\ndef double(x):\n    return x * 2.0{}", "refused", "tiny allows numpy"),
    "endless loop": ("def double(x):\n    while True:\n        pass{}", "timeout", "double(array(2,)) was stopped after 0.6 s. Look for a loop that never ends"),
    "endless loop at import": ("while True: pass{}", "timeout", "tiny.py was stopped after 0.6 s"),
    "endless recursion": ("def double(x):\n    return double(x){}", "error", "double raised RecursionError. It says: maximum recursion depth exceeded See tiny.py, line 2: return double(x) A function keeps calling itself; look for the case that ends it."),
    "endless printing": ("def double(x):\n    while True:\n        print('hello'){}", "timeout", "double(array(2,)) was stopped after 0.6 s"),
    "input()": ("def double(x):\n    return x * float(input('factor? ')){}", "error", "double raised EOFError. It says: EOF when reading a line See tiny.py, line 2: return x * float(input('factor? ')) Leave out input(): nobody is there to type"),
    "input() at the top": ("factor = input()\ndef double(x):\n    return x * 2.0{}", "error", "Leave out input(): nobody is there to type"),
    "exit at import": ("import sys\ndef double(x):\n    return x * 2.0\nsys.exit(0){}", "error", "tiny.py raised SystemExit."),
    "exit inside": ("def double(x):\n    exit(){}", "error", "double raised "),
    "hard exit": ("import os\ndef double(x):\n    os._exit(0){}", "crashed", "double ended the whole program (exit code 0) instead of returning."),
    "error at import": ("table = [1, 2][3]\ndef double(x):\n    return x * 2.0{}", "error", "tiny.py raised IndexError. It says: list index out of range See tiny.py, line 1: table = [1, 2][3]"),
    "error inside": ("def double(x):\n    return x[99]{}", "error", "double raised IndexError. It says: index 99 is out of bounds for axis 0 with size 2 See tiny.py, line 2: return x[99]"),
    "a name that is not there": ("def double(x):\n    return y * 2.0{}", "error", "double raised NameError. It says: name 'y' is not defined See tiny.py, line 2: return y * 2.0"),
    "interrupt": ("def double(x):\n    raise KeyboardInterrupt{}", "error", "Leave out signals and interrupts."),
    "own base exception": ("class E(BaseException): pass\ndef double(x):\n    raise E{}", "error", "double raised E."),
    "too much memory": ("def double(x):\n    return [0.0] * 10**10{}", "memory", "double used more than the 256 MB of memory it may have."),
    "memory bit by bit": ("import numpy as np\ndef double(x):\n    kept = []\n    while True:\n        kept.append(np.empty(10**6)){}", "memory", "double used more than the 256 MB of memory it may have."),
    "crash of the interpreter": ("import ctypes\ndef double(x):\n    return ctypes.string_at(0){}", "crashed", "double made the Python interpreter itself crash (Segmentation fault)."),
    "opens a file": ("def double(x):\n    return open('/etc/passwd').read(){}", "refused", "The program tried something it may not do here"),
    "starts a program": ("import os\ndef double(x):\n    os.fork(){}", "refused", "The program tried something it may not do here"),
    "asks the network": ("import socket\ndef double(x):\n    return socket.socket(){}", "refused", "The program tried something it may not do here"),
    "integers for floats": ("import numpy as np\ndef double(x):\n    return (x * 2.0).astype(int){}", "failed", "The dtype is int64, where float64 is due"),
    "wrong shape": ("import numpy as np\ndef double(x):\n    return np.append(x, x){}", "failed", "The shape is (4,), where (2,) is due."),
    "not a number": ("def double(x):\n    return x * float('nan'){}", "failed", "There is NaN (not a number) in it."),
}  # fmt: skip
FINE = {
    "prints": "def double(x):\n    print('step', x)\n    return x * 2.0{}",
    "prints to stderr": "import sys\ndef double(x):\n    print('step', file=sys.stderr)\n    return x * 2.0{}",
    "prints without end": "print('x' * 10**7)\ndef double(x):\n    print('y' * 10**6)\n    return x * 2.0{}",
    "warns": "import warnings\ndef double(x):\n    warnings.warn('careful')\n    return x * 2.0{}",
    "divides by zero": "import numpy as np\ndef double(x):\n    np.ones(2) / 0\n    return x * 2.0{}",
    "subclass of ndarray": "import numpy as np\nclass A(np.ndarray): pass\ndef double(x):\n    return (x * 2.0).view(A){}",
    "matrix order": "import numpy as np\ndef double(x):\n    return np.asfortranarray(x * 2.0){}",
    "closes its streams": "import sys\nsys.stdout.close()\nsys.stderr.close()\ndef double(x):\n    return x * 2.0{}",
    "main block": "def double(x):\n    return x * 2.0\nif __name__ == '__main__':\n    input(){}",
    "a lambda": "double = lambda x: x * 2.0{}",
    "a decorator": "import functools\n@functools.cache\ndef f(): return 2.0\ndef double(x):\n    return x * f(){}",
    "a dataclass": "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: float\ndef double(x):\n    return P(x).x * 2.0{}",
    "from __future__": "from __future__ import annotations\ndef double(x: Undefined):\n    return x * 2.0{}",
    "no last newline": "def double(x):\n    return x * 2.0{}# end",
    "Korean names": "def 두배(x):\n    return x * 2.0\ndouble = 두배{}",
    "threads": "import threading\ndef double(x):\n    t = threading.Thread(target=print)\n    t.start(); t.join()\n    return x * 2.0{}",
    "typing and collections": "import typing, collections, itertools, math, random\ndef double(x):\n    return x * 2.0{}",
}  # fmt: skip


@pytest.fixture(scope="module")
def reports(shared_course):
    """All of them in one session: what one does must not reach the next."""
    sources = {name: source.replace("{}", SHIFT) for name, (source, *_) in BAD.items()}
    sources |= {name: source.replace("{}", SHIFT) for name, source in FINE.items()}
    return shared_course.grade_all(**sources)


def check_of(report, name):
    """Outcome and English message of a check."""
    check = next(check for check in report.checks if check.id == name)
    return check.outcome.value, render(check.message, Language.ENGLISH) if check.message else ""


@pytest.mark.parametrize("kind", BAD)
def test_bad_code_gets_its_outcome_and_its_sentence(reports, kind):
    _, outcome, words = BAD[kind]
    found, message = check_of(reports[kind], "test_public_double")
    assert (found, reports[kind].status) == (outcome, Status.GRADED), message
    assert words in message
    assert "Traceback" not in message


@pytest.mark.parametrize("kind", BAD)
def test_hidden_checks_say_what_is_wrong_too(reports, kind):
    found, message = check_of(reports[kind], "test_hidden_double")
    assert found == BAD[kind][1]
    assert len(message) > 20
    assert "Traceback" not in message


def test_hidden_checks_name_the_kind_and_what_is_allowed(reports):
    """The student's own words are left out, for they could carry a hidden input."""
    assert check_of(reports["error inside"], "test_hidden_double")[1].startswith("double raised IndexError.")
    assert check_of(reports["own base exception"], "test_hidden_double")[1].startswith("double raised BaseException.")
    assert check_of(reports["import inside"], "test_hidden_double")[1].startswith(
        "It imports something that it may not: tiny allows numpy and Python's standard library."
    )
    assert check_of(reports["endless loop"], "test_hidden_double")[1].startswith(
        "double was stopped after 0.6 s on an input of shape 5. Look for a loop that never ends"
    )


@pytest.mark.parametrize("kind", [kind for kind, (source, *_) in BAD.items() if "{}" in source])
def test_what_could_run_keeps_its_points(reports, kind):
    unloadable = {"syntax error", "bad indentation", "nul byte", "import at the top", "misspelt import", "the grader"}
    unloadable |= {"endless loop at import", "input() at the top", "exit at import", "error at import"}
    assert reports[kind].score == (0 if kind in unloadable else 50)


@pytest.mark.parametrize("kind", FINE)
def test_harmless_habits_cost_nothing(reports, kind):
    wrong = [render(check.message, Language.ENGLISH) for check in reports[kind].checks if check.message]
    assert (reports[kind].score, wrong) == (100, [])


def test_what_is_printed_is_kept_to_its_end_only(reports):
    assert len(reports["prints without end"].printed) <= 4096
    assert reports["prints"].printed.startswith("step [ 1.  -2.5]")
