"""What student code raises, returns or lacks comes back as data that says so, whatever its objects do."""

import pytest

from cnnlab.sandbox.replies import Exited, Loaded, Missing, NotLoaded, Raised, Returned, Unsendable


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("sys.exit(3)", "SystemExit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("raise GeneratorExit", "GeneratorExit"),
        ("return f(0)", "RecursionError"),
        ("input()", "EOFError"),
        ("raise type('Odd', (BaseException,), {})", "BaseException"),
        ("raise ExceptionGroup('g', [ValueError()])", "ExceptionGroup"),
        ("return undefined", "NameError"),
        ("raise NotImplementedError", "NotImplementedError"),
        ("sys.setrecursionlimit(60); return f(0)", "RecursionError"),
    ],
)
def test_whatever_is_raised_is_told_with_its_built_in_families(attack, attack_source, lines, name):
    reply = attack(lines)
    assert isinstance(reply, Raised)
    assert name in reply.families
    assert reply.reached
    # The line itself, or where a call that calls itself got to.
    assert 0 <= attack_source.count("\n") + 1 - reply.number <= 2


@pytest.mark.parametrize("text", ["'a' * 10**6", "'\\ud800'", "Odd()", "b'\\xff'"])
def test_an_exception_with_an_odd_message_is_still_an_exception(attack, text):
    odd = "class Odd:\n    def __str__(self): sys.exit(1)\n"
    reply = attack(f"{odd}raise ValueError({text})")
    assert isinstance(reply, Raised)
    assert reply.type == "ValueError"
    assert len(reply.text) <= 1000


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("lambda: 0", "function"),
        ("{1, 2}", "set"),
        ("1j", "complex"),
        ("np.array([None])", "an array of dtype object"),
        ("np.ma.masked_array([1], [True])", "a masked array"),
        ("(n for n in [])", "generator"),
        ("[[f]]", "function"),
        ("sys", "module"),
        ("np.zeros(2**23 + 1)", "arrays of more than 1 MiB"),
    ],
)
def test_a_value_that_does_not_travel_is_named(attack, value, what):
    assert attack(f"return {value}") == Unsendable(what)


@pytest.mark.parametrize(
    "methods",
    [
        "def __getattribute__(self, name): sys.exit()",
        "@property\n    def dtype(self): os._exit(1)",
        "def tobytes(self, *a): raise KeyboardInterrupt",
        "def __reduce_ex__(self, n): return os.abort, ()",
    ],
)
def test_a_value_whose_methods_lie_comes_back_plain_or_not_at_all(attack, methods):
    reply = attack(f"class Liar(np.ndarray):\n    {methods}\nreturn np.ones(2).view(Liar)")
    assert isinstance(reply, (Returned, Unsendable, Exited))
    assert not isinstance(reply, Returned) or type(reply.value).__name__ == "ndarray"


def test_a_function_that_is_missing_or_no_function_is_told_with_those_there_are(student):
    code = student("def f():\n    pass\ng = 3\n")
    assert code.call("h", (), {}) == Missing(("f",), "h")
    assert code.call("g", (), {}) == Missing(("f",), "g")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import sys\nsys.exit()\n", "SystemExit"),
        ("def f(:\n", "SyntaxError"),
        ("x = (1,\n", "SyntaxError"),
        ("a\tb\0c", "Exception"),
        ("import nowhere\n", "ModuleNotFoundError"),
        ("1 / 0\n", "ZeroDivisionError"),
        ("(" * 1000, "Exception"),
    ],
)
def test_a_module_that_cannot_be_run_is_told_as_such_at_every_call(run, source, expected):
    reply = run(source)
    assert isinstance(reply, NotLoaded)
    assert isinstance(reply.reply, Raised)
    assert expected in reply.reply.families


def test_nothing_is_remembered_after_a_restart(student):
    code = student("n = []\ndef f():\n    n.append(1)\n    return len(n)\n")
    assert isinstance(code.load(), Loaded)
    assert [code.call("f", (), {}).value for _ in range(2)] == [1, 2]
    code.restart()
    assert code.call("f", (), {}) == Returned(1)
