"""Memory, file size, disk, and open files each have an end, and reaching it is a reply."""

import pytest

from cnnlab.sandbox import process
from cnnlab.sandbox.replies import OutOfDisk, OutOfMemory, Raised, Returned


@pytest.mark.parametrize(
    "line",
    [
        "np.ones(32 * 2**20)",
        "np.zeros(32 * 2**20)",
        "bytearray(256 * 2**20)",
        "list(range(20_000_000))",
        "[bytearray(2**20) for _ in range(256)]",
        "'x' * 2**40",
        "return len([0] * 10**9)",
        "[b'x' * n for n in itertools.count(1)]",
        "return threading.stack_size(2**28), threading.Thread(target=print).start(), np.zeros(2**25)",
    ],
)
def test_more_memory_than_allowed_is_an_error_of_the_code(reply_to, line):
    reply = reply_to(line, memory_mb=64)
    assert isinstance(reply, (Raised, OutOfMemory))
    assert not isinstance(reply, Raised) or {"MemoryError", "RuntimeError"} & set(reply.families)


def test_memory_within_the_limit_is_given(reply_to):
    assert reply_to("return float(np.ones(6 * 2**20).sum())", memory_mb=128) == Returned(6.0 * 2**20)


@pytest.mark.parametrize(
    "flags",
    ["mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS", "mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x100"],
    ids=["plain", "growsdown"],
)
def test_memory_mapped_by_hand_counts_as_well(reply_to, flags):
    reply = reply_to(
        f"area = mmap.mmap(-1, 256 * 2**20, flags={flags}); [area.write(bytes(2**20)) for _ in range(256)]; return len(area)",
        memory_mb=64,
    )
    assert isinstance(reply, Raised)
    assert {"OSError", "MemoryError"} & set(reply.families)


def test_a_file_has_a_largest_size(reply_to):
    reply = reply_to("open('a', 'wb').write(bytes(17 * 2**20))")
    assert isinstance(reply, Raised)
    assert "OSError" in reply.families


FILL = "[open(str(n), 'wb').write(bytes(15 * 2**20)) for n in range(3)]"


@pytest.mark.parametrize(
    "line",
    [
        f"{FILL}; time.sleep(25)",
        f"[open(str(n), 'w').close() for n in range({process.MAX_DISK_FILES} + 1)]; time.sleep(25)",
        f"threading.Thread(target=lambda: [print('x') for _ in itertools.count()], daemon=True).start(); {FILL}; time.sleep(25)",
    ],
    ids=["size", "files", "while_it_prints_without_end"],
)
def test_a_folder_that_grows_too_large_ends_the_call(reply_to, line):
    assert isinstance(reply_to(line, call=20.0), OutOfDisk)


def test_a_folder_that_grows_by_many_short_calls_ends_one_of_them(student, monkeypatch):
    monkeypatch.setattr(process, "WATCH_SECONDS", 0.5)
    code = student("import time\ndef f(n):\n    open(str(n), 'wb').write(bytes(4 * 2**20))\n    time.sleep(0.04)\n")
    assert any(isinstance(code.call("f", (n,), {}), OutOfDisk) for n in range(30))


def test_open_files_are_counted(reply_to):
    reply = reply_to("return [open('/dev/null') for _ in range(100)] and 0")
    assert isinstance(reply, Raised)
    assert "OSError" in reply.families
