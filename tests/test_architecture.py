"""The tree keeps the design's rules: imports go down only, small modules, no drawer for odds and ends."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "cnnlab").rglob("*.py"))
DRAWERS = re.compile(r"^_?(utils?|utilities|helpers?|commons?|misc|miscellaneous|stuff|tools|shared)$")


def test_the_import_contracts_hold():
    lint = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", ROOT / "pyproject.toml"]
    done = subprocess.run(list(map(str, lint)), cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout
    assert int(re.search(r"(\d+) kept", done.stdout)[1]) >= 2


def test_every_package_is_a_layer():
    """The contract is exhaustive: a new folder cannot be forgotten."""
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "exhaustive = true" in contract
    for path in (ROOT / "cnnlab").iterdir():
        if (path / "__init__.py").exists():
            assert f'"{path.name}"' in contract or f"{path.name} :" in contract or f": {path.name}" in contract


def test_no_module_is_a_drawer_for_odds_and_ends():
    assert [path for path in MODULES if DRAWERS.match(path.stem) or DRAWERS.match(path.parent.name)] == []


def test_modules_are_small():
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES if path.name != "__init__.py"]
    assert statistics.median(lengths) <= 130
    assert max(lengths) <= 320


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path):
    assert path.read_text(encoding="utf-8").startswith('"""')


def calls(path):
    """What a module calls, as it is written: `print`, `sys.exit`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def test_only_the_command_line_prints_and_exits():
    forbidden = {"print", "input", "exit", "quit", "sys.exit", "click.echo", "sys.stdout.write", "sys.stderr.write"}
    assert [path.name for path in MODULES if "cli" not in path.parts and calls(path) & forbidden] == []


def test_the_child_imports_nothing_of_ours_but_the_sandbox():
    program = "import sys, cnnlab.sandbox.forkserver; print(*sorted(m for m in sys.modules if m.startswith('cnnlab.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert {name.split(".")[1] for name in done.stdout.split()} == {"sandbox"}


def test_nothing_is_pickled_or_evaluated():
    """`exec` runs the course author's modules in the trusted process, and the student's in the child.

    The lecture site alone is rendered by processes that pickle: forked from the one that reads them, and far from any student's code.
    """
    pickling = re.compile(r"^\s*(import|from) (pickle|dill|marshal|shelve|cloudpickle)\b", re.MULTILINE)
    found = [str(path.relative_to(ROOT)) for path in MODULES if pickling.search(path.read_text(encoding="utf-8"))]
    assert found == ["cnnlab/lectures/rendering.py"]
    assert [path.name for path in MODULES if "eval" in calls(path)] == []
    assert {path.name for path in MODULES if "exec" in calls(path)} == {"child.py", "trusted_module.py"}
