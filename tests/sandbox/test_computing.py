"""Confinement leaves alone what a student needs: the standard library, NumPy, threads, files of one's own."""

import numpy as np

from cnnlab.sandbox.replies import Returned

NUMPY = """
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
def f(a):
    rng = np.random.default_rng(3)
    noise = rng.standard_normal(a.shape)
    u, s, vt = np.linalg.svd(a + noise)
    q, r = np.linalg.qr(a @ a.T)
    solved = np.linalg.solve(a @ a.T + np.eye(len(a)), noise)
    values, vectors = np.linalg.eigh(a @ a.T)
    back = np.fft.irfft2(np.fft.rfft2(a), a.shape)
    windows = sliding_window_view(a, (3, 3)).sum()
    counted = np.ma.masked_less(a, 0).count()
    contracted = np.einsum("ij,kj->ik", a, a)
    np.save("a.npy", a)
    loaded = np.load("a.npy")
    np.random.seed(0)
    return [s, np.abs(r), solved, values, back, windows, int(counted), contracted, loaded, np.random.rand(3)]
"""


def test_numpy_computes_the_same_as_outside(run):
    a = np.random.default_rng(1).standard_normal((160, 160))
    scope: dict[str, object] = {}
    exec(NUMPY.replace('np.save("a.npy", a)', "").replace('np.load("a.npy")', "a"), scope)
    reply = run(NUMPY, a)
    assert isinstance(reply, Returned), reply
    for ours, theirs in zip(scope["f"](a), reply.value, strict=True):
        np.testing.assert_allclose(theirs, ours, rtol=1e-6, atol=1e-8)


STANDARD = """
array bisect cmath collections.abc concurrent.futures contextlib copy csv dataclasses datetime decimal difflib enum fractions
functools gzip heapq inspect io itertools json logging math numbers operator os pathlib pprint queue random re string struct
textwrap time timeit tomllib typing unittest uuid warnings xml.etree.ElementTree zipfile
"""
IMPORT_EACH = """
import importlib
def f(names):
    missing = []
    for name in names.split():
        try:
            importlib.import_module(name)
        except ImportError:
            missing.append(name)
    return missing
"""


def test_the_standard_library_is_imported(run):
    assert run(IMPORT_EACH, STANDARD) == Returned([])


def test_numpy_submodules_that_were_not_loaded_beforehand_are_imported(run):
    source = "def f():\n    import numpy.polynomial, numpy.testing\n    return numpy.polynomial.Polynomial([1, 2])(3).item()\n"
    assert run(source) == Returned(7.0)


def test_text_of_any_language_is_printed_and_returned(student):
    code = student("def f(x):\n    print('특징 맵')\n    return x + '합성곱'\n")
    assert code.call("f", ("é",), {}) == Returned("é합성곱")
    assert code.printed() == "특징 맵\n"


def test_a_source_as_large_as_may_be_handed_in_is_loaded(run):
    line = "# a comment that explains what the next line of the program does\n"
    assert run(line * 10_000 + "def f():\n    return 1\n") == Returned(1)


def test_an_array_passed_in_may_be_changed_and_the_reply_says_so(student):
    code = student("def f(x):\n    x += 1\n    return x\ndef g(x):\n    return x + 1\n")
    array = np.zeros(3)
    assert code.call("f", (array,), {}).mutated
    assert not code.call("g", (array,), {}).mutated
    assert not array.any()


def test_the_loop_adds_no_name_of_ours_to_the_students_module(run):
    source = "def f():\n    return sorted(name for name in globals() if not name.startswith('__'))\n"
    assert run(source) == Returned(["f"])
