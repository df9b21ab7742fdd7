"""The pure parts of the scripts under Node, against values computed in Python."""

import json
import os
import runpy
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from cnnlab.lectures.computing.pooling import Pooling, pooled, shifted

SCRIPTS = Path(__file__).parent / "scripts"
NODE = shutil.which("node")


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    """A file of cases: arguments, and what Python makes of them."""
    rng = np.random.default_rng(7)
    cases = []
    for _ in range(60):
        height, width, kernel = (int(rng.integers(*bounds)) for bounds in ((3, 8), (3, 8), (1, 4)))
        stride, values = int(rng.integers(1, 4)), rng.integers(-9, 10, (height, width)).astype(float).tolist()
        down, right = (int(each) for each in rng.integers(-2, 3, 2))
        cases.append(
            {
                "map": values,
                "kernel": kernel,
                "stride": stride,
                "max": pooled(values, Pooling.MAX, kernel, stride),
                "average": pooled(values, Pooling.AVERAGE, kernel, stride),
                "down": down,
                "right": right,
                "shifted": shifted(values, down, right),
            }
        )
    path = tmp_path_factory.mktemp("expected") / "pooling.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    return path


@pytest.mark.skipif(NODE is None, reason="node is not installed")
@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.test.mjs")), ids=lambda path: path.stem)
def test_under_node(path, expected, tmp_path):
    """`<name>.test.mjs` reads what `cases()` of `<name>.py` beside it computes, where there is one."""
    own = path.with_name(path.name.replace(".test.mjs", ".py"))
    if own.is_file():
        expected = tmp_path / "cases.json"
        expected.write_text(json.dumps(runpy.run_path(str(own))["cases"]()), encoding="utf-8")
    done = subprocess.run(
        [NODE, "--test", str(path)],
        env={**os.environ, "EXPECTED": str(expected)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
