"""The trusted end of a channel: whatever bytes a child writes, the answer is a reply, in time, and memory stays bounded."""

import threading
import time
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnnlab.errors import CnnlabError, SandboxUnavailable
from cnnlab.sandbox import process, wire
from cnnlab.sandbox.confinement import Budget
from cnnlab.sandbox.process import ChildProcess
from cnnlab.sandbox.replies import Exited, Garbled, Loaded, Missing, Raised, Returned, TimedOut, Unsendable

REPLIES = (Returned, Loaded, Raised, Unsendable, Missing, TimedOut, Exited, Garbled)
# The stand-in for a child has the number of this very process, whose memory is not what is tested here.
BUDGET = Budget(1 << 20, 60)
NONCE = "0123456789abcdef"
MIB = 1024 * 1024
fuzz = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

RAISED = {"type": "E", "families": ["Exception"], "text": "t", "number": 1, "line": "", "reached": True, "module": ""}
REAL = [
    wire.encode({"kind": "returned", "nonce": NONCE, "mutated": True}, [np.arange(4.0), {"a": (1, "b")}]),
    wire.encode({"kind": "returned", "nonce": NONCE, "names": ["f", "g"]}),
    wire.encode({"kind": "raised", "nonce": NONCE, **RAISED}),
    wire.encode({"kind": "missing", "nonce": NONCE, "name": "g", "names": ["f"]}),
    wire.encode({"kind": "unsendable", "nonce": NONCE, "what": "set"}),
]
JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(), st.text(max_size=3), st.lists(st.text())
)


@pytest.fixture
def known_nonce(monkeypatch):
    """The child knows the nonce, as one that walks its own frames does."""
    monkeypatch.setattr(process.secrets, "token_hex", lambda _: NONCE)


def answer_to(server, said, closes=True, seconds=0.05):
    child = ChildProcess(server, BUDGET)
    server.theirs.sendall(said)
    if closes:
        server.theirs.shutdown(1)
    try:
        return child.call("f", (np.zeros(2),), {}, seconds)
    finally:
        child.close()
        assert server.reaped == 1


@fuzz
@given(said=st.binary(max_size=200), closes=st.booleans())
def test_random_bytes_are_answered_by_a_reply(stub_server, said, closes):
    reply = answer_to(stub_server(), said, closes, seconds=0.01)
    assert isinstance(reply, (Garbled, Exited, TimedOut))


@fuzz
@given(data=st.data())
def test_mutated_replies_are_answered_by_a_reply(stub_server, known_nonce, data):
    frame = bytearray(data.draw(st.sampled_from(REAL)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(8, len(frame) - 1))
        frame[at] = data.draw(st.integers(0, 255))
    assert isinstance(answer_to(stub_server(), bytes(frame)), REPLIES)


@fuzz
@given(
    kind=st.sampled_from(["returned", "raised", "missing", "unsendable", "loaded", ""]),
    fields=st.dictionaries(st.sampled_from([*RAISED, "name", "names", "what", "mutated", "kind", "nonce"]), JUNK),
)
def test_replies_with_any_fields_are_answered_by_a_reply(stub_server, known_nonce, kind, fields):
    reply = answer_to(stub_server(), wire.encode({"nonce": NONCE, "kind": kind, **fields}, [1]))
    assert isinstance(reply, REPLIES)
    assert not isinstance(reply, Raised) or (isinstance(reply.text, str) and isinstance(reply.number, int))


@pytest.mark.parametrize("frame", REAL, ids=lambda frame: str(frame[8:40]))
def test_real_replies_are_understood(stub_server, known_nonce, frame):
    assert not isinstance(answer_to(stub_server(), frame), (Garbled, Exited, TimedOut))


def test_a_reply_without_the_nonce_of_this_call_is_garbled(stub_server):
    assert isinstance(answer_to(stub_server(), REAL[0]), Garbled)


@pytest.mark.parametrize(
    "said", [b"", b"\x00", REAL[0][:-1], wire.LENGTHS.pack(wire.MAX_HEADER, BUDGET.reply_mb << 20)]
)
def test_silence_and_half_a_frame_end_at_the_deadline(stub_server, known_nonce, said):
    assert isinstance(answer_to(stub_server(), said, closes=False), TimedOut)


def test_a_child_that_does_not_read_ends_at_the_deadline(stub_server):
    child = ChildProcess(stub_server(), BUDGET)
    assert isinstance(child.call("f", (np.zeros(4 * MIB),), {}, 0.05), TimedOut)


def _write_until_refused(channel, piece, pause):
    try:
        while True:
            channel.sendall(piece)
            time.sleep(pause)
    except OSError:
        return


@pytest.mark.parametrize(
    ("first", "piece", "pause", "expected"),
    [
        (wire.LENGTHS.pack(wire.MAX_HEADER, 8 * MIB), bytes(1 << 16), 0, Garbled),
        (b"", b"\xff" * (1 << 16), 0, Garbled),
        (wire.LENGTHS.pack(1000, 1000), b"\x00", 0.01, TimedOut),
    ],
    ids=["a_flood_after_true_lengths", "a_flood_of_garbage", "a_drip"],
)
def test_a_flood_or_a_drip_ends_in_time_and_takes_bounded_memory(stub_server, first, piece, pause, expected):
    server = stub_server()
    child = ChildProcess(server, BUDGET)
    server.theirs.sendall(first)
    writer = threading.Thread(target=_write_until_refused, args=(server.theirs, piece, pause))
    tracemalloc.start()
    try:
        writer.start()
        reply = child.call("f", (), {}, 0.2 if expected is TimedOut else 5.0)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        child.close()
        writer.join(10)
    assert isinstance(reply, expected)
    assert peak < 4 * 8 * MIB + 4 * MIB
    assert not writer.is_alive()


def test_no_more_of_what_a_child_prints_is_held_than_is_kept(server):
    child = ChildProcess(server, Budget(256, 60))
    child.load("m", "def f():\n    while True:\n        print('x' * 1000)\n", 5.0)
    try:
        assert isinstance(child.call("f", (), {}, 0.2), TimedOut)
        assert 0 < len(child.printed) <= process.KEEP_PRINTED
    finally:
        child.close()


@pytest.mark.parametrize("value", [1j, np.array([None])], ids=["complex", "objects"])
def test_arguments_that_cannot_travel_are_the_graders_fault_and_not_the_childs(stub_server, value):
    child = ChildProcess(stub_server(), BUDGET)
    try:
        with pytest.raises((wire.WireError, CnnlabError)):
            child.call("f", (value,), {}, 0.05)
        assert child.alive
    finally:
        child.close()


UNCONFINED = wire.encode({"kind": "unconfined", "nonce": 0, "what": "OSError: no seccomp"})


@pytest.mark.parametrize("first", [UNCONFINED, b"", b"garbage of a kind", REAL[0]])
def test_no_child_is_given_code_before_it_says_that_it_is_confined(stub_server, first):
    server = stub_server(first)
    with pytest.raises(SandboxUnavailable, match="doctor"):
        ChildProcess(server, BUDGET)
    assert server.reaped == 1


def test_the_reason_for_which_a_child_is_not_confined_is_passed_on(stub_server):
    with pytest.raises(SandboxUnavailable, match="no seccomp"):
        ChildProcess(stub_server(UNCONFINED), BUDGET)


def test_a_child_that_never_says_whether_it_is_confined_is_refused(stub_server, monkeypatch):
    monkeypatch.setattr(process, "CONFINE_SECONDS", 0.05)
    with pytest.raises(SandboxUnavailable):
        ChildProcess(stub_server(b"\x00"), BUDGET)
