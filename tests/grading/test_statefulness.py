"""An answer may depend on nothing but its arguments: what is right once and different later loses its check."""

import pytest

from cnnlab.messages import Language, render

SHIFT = "\ndef shift(x, by=1):\n    if by < 0:\n        raise ValueError('by')\n    return x + float(by)\n"
STATEFUL = {
    "counter": "calls = 0\ndef double(x):\n    global calls\n    calls += 1\n    return x * 2.0 if calls % 2 else x * 3.0",
    "counter in an attribute": "def double(x):\n    double.n = getattr(double, 'n', 0) + 1\n    return x * (2.0 if double.n % 2 else 0.0)",
    "counter in a default": "def double(x, seen=[]):\n    seen.append(1)\n    return x * (2.0 + (len(seen) % 2 == 0) * 1e-8)",
    "random numbers": "import random\ndef double(x):\n    return x * (2.0 + random.random() * 1e-8)",
    "numpy's random numbers": "import numpy as np\ndef double(x):\n    return x * (2.0 + np.random.standard_normal() * 1e-9)",
    "the clock": "import time\ndef double(x):\n    return x * (2.0 + (time.perf_counter_ns() % 1000003) * 1e-13)",
    "raises the second time": "calls = []\ndef double(x):\n    calls.append(1)\n    if len(calls) % 2 == 0:\n        raise ValueError\n    return x * 2.0",
    "exits the second time": "calls = []\ndef double(x):\n    calls.append(1)\n    if len(calls) % 2 == 0:\n        raise SystemExit\n    return x * 2.0",
    "another type the second time": "calls = []\ndef double(x):\n    calls.append(1)\n    return x * 2.0 if len(calls) % 2 else (x * 2.0).tolist()",
    "another last digit the second time": "calls = []\ndef double(x):\n    calls.append(1)\n    return x * 2.0 if len(calls) % 2 else x * 2.0 * (1 + 1e-9)",
    "changes its argument the second time": "calls = []\ndef double(x):\n    calls.append(1)\n    y = x * 2.0\n    if len(calls) % 2 == 0:\n        x[:] = 0\n    return y",
}  # fmt: skip
STATELESS = {
    "a cache": "import functools\n@functools.cache\ndef factor():\n    return 2.0\ndef double(x):\n    return x * factor()",
    "a seeded generator": "import numpy as np\ndef double(x):\n    return x * 2.0 + 0 * np.random.default_rng(0).standard_normal()",
    "a counter nobody sees": "calls = 0\ndef double(x):\n    global calls\n    calls += 1\n    return x * 2.0",
    "not a number": "import numpy as np\ndef double(x):\n    np.nan\n    return x * 2.0",
}  # fmt: skip


@pytest.fixture(scope="module")
def reports(shared_course):
    """All of them, graded in one session."""
    return shared_course.grade_all(**{name: source + SHIFT for name, source in (STATEFUL | STATELESS).items()})


@pytest.mark.parametrize("kind", STATEFUL)
def test_a_stateful_answer_loses_its_checks_and_is_told_why(reports, kind):
    checks = [check for check in reports[kind].checks if "double" in check.id]
    messages = [render(check.message, Language.ENGLISH) for check in checks if check.message]
    assert reports[kind].score == 50
    assert any("double gave two different answers to the same call." in message for message in messages), messages


@pytest.mark.parametrize("kind", STATELESS)
def test_state_that_no_answer_shows_costs_nothing(reports, kind):
    assert reports[kind].score == 100
