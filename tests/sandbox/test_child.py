"""Whatever student code does to its own process and channel is a reply, and the next call is answered by a fresh child."""

import select
import signal

import pytest

from cnnlab.sandbox.replies import Exited, Garbled, Returned, TimedOut


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ctypes.string_at(0)", Exited(0, signal.SIGSEGV)),
        ("os.abort()", Exited(0, signal.SIGABRT)),
        ("os._exit(7)", Exited(7)),
        ("os._exit(0)", Exited(0)),
        ("signal.raise_signal(signal.SIGKILL)", Exited(0, signal.SIGKILL)),
        ("ctypes.CDLL(None).exit(5)", Exited(5)),
        ("signal.signal(signal.SIGALRM, lambda *_: os._exit(9)); signal.setitimer(0, 0.01); time.sleep(9)", Exited(9)),
        ("threading.Thread(target=os._exit, args=(3,)).start(); time.sleep(9)", Exited(3)),
    ],
)
def test_the_way_in_which_a_process_ended_is_told(attack, lines, expected):
    assert attack(lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "os.close(3)",
        "os.closerange(0, 64)",
        "os.dup2(1, 3)",
        "os.dup2(os.open('/dev/null', os.O_RDWR), 3)",
        "keep = os.dup(3); os.close(3); os.close(keep)",
    ],
)
def test_a_channel_that_is_taken_away_ends_the_child(attack, lines):
    assert isinstance(attack(lines), Exited)


def test_a_channel_that_is_hidden_from_the_loop_ends_the_child_too(attack):
    assert isinstance(attack("os.dup2(3, 40); os.dup2(1, 3)", call=0.5), (Exited, TimedOut))


@pytest.mark.parametrize(
    "lines",
    [
        "os.write(3, b'garbage' * 10)",
        "os.write(3, bytes(64))",
        "os.write(3, b'\\xff' * 64)",
        'os.write(3, b\'{"kind": "returned", "score": 100}\')',
        "write(0, 100)",
        "write('0' * 16, 100)",
        "write(None, 100)",
        "write([request()['nonce']], 100)",
        "os.write(3, struct.pack('>II', 2, 0) + b'\\x81\\xc0')",
    ],
)
def test_garbage_on_the_channel_is_garbled(attack, lines):
    assert isinstance(attack(lines), Garbled)


def test_a_forged_reply_ahead_of_the_real_one_is_only_a_value_and_spoils_the_next(attack):
    assert attack("write(request()['nonce'], 100)", next_is=Garbled) == Returned(100)


def test_a_reply_written_between_two_calls_answers_neither(student, attack_source):
    lines = "    threading.Timer(0.01, write, (request()['nonce'], 100)).start()\n    return 1\n"
    code = student(attack_source + lines)
    assert code.call("f", (0,), {}) == Returned(1)
    assert select.select([code._child._forked.channel], [], [], 10.0)[0]
    assert isinstance(code.call("f", (41,), {}), Garbled)
    assert code.call("f", (42,), {}) == Returned(42)


@pytest.mark.parametrize(
    "stream", ["None", "0", "open('out', 'w')", "type('S', (), {'flush': lambda self: sys.exit(1)})()"]
)
def test_a_replaced_stdout_does_not_matter(attack, stream):
    assert attack(f"sys.stdout = sys.stderr = {stream}\nreturn 1") == Returned(1)


def test_closed_standard_streams_do_not_matter(attack):
    assert attack("sys.stdout.close(); sys.stderr.close(); sys.stdin.close()\nreturn 1") == Returned(1)
