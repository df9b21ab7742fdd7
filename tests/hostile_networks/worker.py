"""The trusted side in a process of its own, so that an attack that ends it or holds it up ends no test session.

It certifies what it is asked to, with one fork server for all: one JSON line in, one JSON line out.

    {"file": path}  ->  {"refusal", "accuracy", "fault", "grown_mb", "children", "folders", "seconds"}
"""

import json
import os
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

MEGABYTE = 1024 * 1024
# Far beyond what a certification takes, and far below what would hold the machine up.
DATA_LIMIT = 6 * 1024 * MEGABYTE


def main() -> None:
    """Run the worker: `python worker.py ROOT FOLDERS`."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    resource.setrlimit(resource.RLIMIT_DATA, (DATA_LIMIT, DATA_LIMIT))
    os.environ["OMP_WAIT_POLICY"] = "passive"
    root, tempfile.tempdir = Path(sys.argv[1]), sys.argv[2]

    from cnnlab.course import Levels, Training, catalogue
    from cnnlab.grading.certifying import Certifier, TrainingSettings
    from cnnlab.grading.session import WORKBENCH
    from cnnlab.networks.location import Place
    from cnnlab.sandbox.server import ForkServer

    assignment = catalogue.find(catalogue.read_course(root), "assignment4")
    training = Training(
        epochs=1, parts=4, batch_size=16, images_per_epoch=720, max_images_per_epoch=720, seconds=12.0, part_seconds=6.0
    )
    settings = TrainingSettings(Place(Path(tempfile.tempdir), named=False), Levels((0.5, 0.8), 1.1))
    with ForkServer(assignment.imports, preload=[WORKBENCH]) as server:
        certifier = Certifier(assignment, training, server, "a secret of tests", settings)
        # Loading torch and the digits is nobody's growth.
        first = _certified(certifier, assignment, catalogue.reference_source(assignment))
        print(json.dumps(first), file=answers, flush=True)
        for line in sys.stdin:
            answer = _certified(certifier, assignment, Path(json.loads(line)["file"]).read_text(encoding="utf-8"))
            print(json.dumps(answer), file=answers, flush=True)


def _certified(certifier: Any, assignment: Any, source: str) -> dict[str, Any]:
    from cnnlab.course import Group
    from cnnlab.grading.explanation import Circumstances
    from cnnlab.messages import Language, render

    before = _peak_mb()
    started = time.monotonic()
    answer: dict[str, Any] = {"refusal": None, "accuracy": 0.0, "fault": None}
    try:
        certificate = certifier.certify(source, Circumstances(assignment, Group.HIDDEN, source))
        answer["accuracy"] = certificate.accuracy
        answer["refusal"] = None if certificate.refusal is None else render(certificate.refusal, Language.ENGLISH)
        answer["notes"] = [render(note, Language.ENGLISH) for note in certificate.notes]
        answer["curve"] = [each.held_out for each in certificate.curve]
        answer["parameters"] = certificate.parameters
    except BaseException:  # whatever it is, it came out of the trusted side
        answer["fault"] = traceback.format_exc()[-1500:]
    answer["seconds"] = time.monotonic() - started
    answer["grown_mb"] = _peak_mb(reset=False) - before
    answer["children"] = _grandchildren()
    answer["folders"] = _folders_of_children()
    return answer


def _peak_mb(reset: bool = True) -> int:
    """Peak memory since the last reset; after one, that is what is used now."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def _folders_of_children() -> list[str]:
    """What is left of children; torch keeps a cache of its own beside them."""
    found = Path(tempfile.gettempdir()).glob("cnnlab-*/*")
    return [each.name for each in found if not each.name.startswith("torchinductor")]


def _grandchildren() -> list[str]:
    own = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    return [pid for server in own for pid in Path(f"/proc/{server}/task/{server}/children").read_text().split()]


if __name__ == "__main__":
    main()
