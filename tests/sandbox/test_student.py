"""Time and printing have an end over one call and over a whole submission, and reaching it is a reply."""

import pytest

from cnnlab.sandbox.process import KEEP_PRINTED
from cnnlab.sandbox.replies import Returned, TimedOut
from cnnlab.sandbox.student import MAX_TIMEOUTS


def test_endless_printing_keeps_the_last_part_only(student):
    code = student("def f():\n    n = 0\n    while True:\n        print(n)\n        n += 1\n", call=0.3)
    assert isinstance(code.call("f", (), {}), TimedOut)
    printed = code.printed()
    assert 0 < len(printed) <= KEEP_PRINTED
    assert printed.splitlines()[-2].isdigit()


def test_the_end_of_a_long_text_is_kept_and_shown_once(student):
    code = student("def f():\n    print('x' * 10**6 + 'end')\n")
    assert code.call("f", (), {}) == Returned(None)
    printed = code.printed()
    assert len(printed) == KEEP_PRINTED
    assert printed.endswith("xend\n")
    assert code.printed() == ""


@pytest.mark.parametrize(
    "line",
    [
        "while True: pass",
        "time.sleep(60)",
        "10 ** 10 ** 9",
        "re.match('(a+)+$', 'a' * 60 + 'b')",
        "[signal.signal(n, signal.SIG_IGN) for n in (2, 14, 15)]; time.sleep(60)",
        "signal.raise_signal(signal.SIGSTOP)",
        "lock = threading.Lock(); lock.acquire(); lock.acquire()",
        "os.read(3, 1)",
        "while True: os.sched_yield()",
        "a = np.ones((900, 900)); [a @ a for _ in itertools.count()]",
        "a = []; [a.append(a) or a for _ in itertools.count() if len(a) < 9]",
    ],
)
def test_a_call_that_does_not_end_is_stopped_after_its_seconds(reply_to, line):
    assert reply_to(line, call=0.3) == TimedOut(0.3)


def test_a_module_that_does_not_end_is_stopped_too(run):
    reply = run("while True:\n    pass\n", call=0.2)
    assert reply.reply == TimedOut(0.2)


def test_a_submission_that_used_up_its_time_is_asked_no_more(student):
    code = student("def f():\n    while True:\n        pass\ndef g():\n    return 1\n", call=0.2, submission=0.3)
    assert code.call("g", (), {}) == Returned(1)
    assert isinstance(code.call("f", (), {}), TimedOut)
    assert not code.call("f", (), {}).whole
    assert code.call("g", (), {}) == TimedOut(0.3, whole=True)


def test_a_function_that_never_ends_is_called_a_few_times_only(student):
    code = student("def f():\n    while True:\n        pass\ndef g():\n    return 1\n", call=0.1)
    assert [code.call("f", (), {}).whole for _ in range(MAX_TIMEOUTS)] == [False] * MAX_TIMEOUTS
    assert code.call("f", (), {}).whole
    assert code.call("g", (), {}) == Returned(1)
