"""Every cheat against certified accuracy earns nothing, ends nothing, and leaves the grader as it found it."""

import json
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FILES = sorted(HERE.glob("[0-9]*__*.py"))
# refused: no accuracy is certified. chance: a guesser's accuracy. reached: certified with what the training that was done reaches,
# and nothing more: honest networks reach from 0.3 to 0.95 here; one brought along has 0.98.
# Where it depends on the source which parts are repeated, a name holds two verdicts: `refused_or_reached`.
VERDICTS = {"refused", "chance", "reached"}
NAME = re.compile(r"\d\d_\w+?__(?P<verdicts>[a-z]+(_or_[a-z]+)*)\.py")
REFERENCE = ROOT / "solutions" / "assignment4" / "reference" / "mnist_cnn.py"
CANARY = Path("/tmp/cnnlab-canary-of-networks")
SECRET = "the canary's secret\n"
MAX_SECONDS, MAX_GROWTH_MB = 25.0, 1000
EVERY = 30
CHANCE, BROUGHT_ALONG = 0.3, 0.97


@dataclass
class Bench:
    """A worker that certifies; where an attack ends it or holds it up, that is the answer, and there is a new one."""

    folder: Path
    worker: subprocess.Popen[bytes] | None = None
    rest: bytes = b""

    def certify(self, file: Path) -> dict[str, Any]:
        """What came of a submission, or {"fault": how the worker ended}."""
        if self.worker is None:
            command = [sys.executable, str(HERE / "worker.py"), str(ROOT), str(self.folder)]
            self.worker = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            # Its own first certification, of the reference, is waited for here, so that an attack's time is its own.
            if self._line(120.0) is None:
                return {"fault": self._ended()}
        assert self.worker.stdin is not None
        self.worker.stdin.write(json.dumps({"file": str(file)}).encode() + b"\n")
        self.worker.stdin.flush()
        line = self._line(MAX_SECONDS)
        return {"fault": self._ended()} if line is None else json.loads(line)

    def close(self) -> None:
        """End the worker, and wait until its fork server has gone too."""
        if self.worker is not None:
            self.worker.communicate()
            self.worker = None

    def _line(self, seconds: float) -> bytes | None:
        assert self.worker is not None
        assert self.worker.stdout is not None
        ready, _, _ = select.select([self.worker.stdout], [], [], seconds)
        return (self.worker.stdout.readline() or None) if ready else None

    def _ended(self) -> str:
        assert self.worker is not None
        status = self.worker.poll()
        held_up = status is None
        self.worker.kill()
        self.worker.communicate()
        self.worker = None
        # Who is killed tidies nothing up.
        for each in self.folder.iterdir():
            shutil.rmtree(each)
        return f"the trusted side was held up for {MAX_SECONDS} s" if held_up else f"the trusted side ended: {status}"


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """One bench for all of them; now and then, and at the end, the reference."""
    CANARY.mkdir(mode=0o700, exist_ok=True)
    (CANARY / "secret.txt").write_text(SECRET)
    bench = Bench(tmp_path_factory.mktemp("bench"))
    found: dict[str, Any] = {"reference": [bench.certify(REFERENCE)]}
    for number, file in enumerate(FILES, start=1):
        found[file.name] = bench.certify(file)
        if number % EVERY == 0 or number == len(FILES):
            found["reference"].append(bench.certify(REFERENCE))
    bench.close()
    found["left"] = [each.name for each in bench.folder.iterdir()]
    yield found
    (CANARY / "secret.txt").unlink()
    CANARY.rmdir()


def verdicts(file: Path) -> set[str]:
    """What a file's name announces; any of it may come."""
    match = NAME.fullmatch(file.name)
    assert match is not None, f"{file.name} names no verdict"
    return set(match["verdicts"].split("_or_"))


def came_of(answer: dict[str, Any]) -> set[str]:
    """The verdicts that an answer is covered by."""
    if answer["refusal"]:
        return {"refused"}
    bounds = {"chance": CHANCE, "reached": BROUGHT_ALONG}
    return {name for name, bound in bounds.items() if answer["accuracy"] < bound}


def says(file: Path) -> list[str]:
    """What the refusal must say, by the attack's docstring."""
    return re.findall(r"^says: (.+?)(?:\"\"\")?$", file.read_text(encoding="utf-8"), re.MULTILINE)


def test_there_are_enough_attacks() -> None:
    assert len(FILES) >= 120
    assert set().union(*map(verdicts, FILES)) <= VERDICTS


def test_the_reference_is_certified(answers: dict[str, Any]) -> None:
    first = answers["reference"][0]
    assert first["fault"] is None
    assert first["refusal"] is None
    assert first["accuracy"] > 0.7


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_an_attack_earns_nothing(file: Path, answers: dict[str, Any]) -> None:
    answer = answers[file.name]
    assert answer["fault"] is None, answer["fault"]
    assert came_of(answer) & verdicts(file), f"certified with {answer['accuracy']:.4f}; refusal: {answer['refusal']}"


@pytest.mark.parametrize("file", [each for each in FILES if says(each)], ids=lambda file: file.stem)
def test_a_refusal_says_why(file: Path, answers: dict[str, Any]) -> None:
    refusal = answers[file.name].get("refusal") or ""
    assert [words for words in says(file) if words not in refusal] == [], refusal


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_the_trusted_side_bears_it(file: Path, answers: dict[str, Any]) -> None:
    answer = answers[file.name]
    assert answer["fault"] is None, answer["fault"]
    assert answer["grown_mb"] < MAX_GROWTH_MB
    assert answer["children"] == []


def test_the_reference_is_certified_as_before(answers: dict[str, Any]) -> None:
    seen = {(each.get("fault"), each.get("refusal"), each.get("accuracy")) for each in answers["reference"]}
    assert len(answers["reference"]) > len(FILES) // EVERY
    assert len(seen) == 1, seen


def test_nothing_is_left(answers: dict[str, Any]) -> None:
    # torch keeps a cache of its own in whatever folder is for temporary files.
    assert [name for name in answers["left"] if not name.startswith("torchinductor")] == []
    assert [each.name for each in CANARY.iterdir()] == ["secret.txt"]
    assert (CANARY / "secret.txt").read_text() == SECRET
