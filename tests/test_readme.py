"""The READMEs cannot drift: every command in them is run, and what they show is what it says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
READMES = {"README.md": "en", "README.ko.md": "ko"}


def sessions(readme: str) -> list[list[tuple[str, list[str]]]]:
    """The console blocks: commands, each with the lines it is shown to say."""
    found = []
    for block in BLOCK.findall((ROOT / readme).read_text(encoding="utf-8")):
        commands: list[tuple[str, list[str]]] = []
        for line in block.splitlines():
            if line.startswith("$ "):
                commands.append((line[2:], []))
            else:
                commands[-1][1].append(line)
        found.append(commands)
    return found


def shown_in(lines: list[str], said: str) -> bool:
    """Whether the lines stand in what was said, in their order; `…` stands for any lines, or for the rest of one."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…" else re.escape(line.rstrip()).replace("…", ".*") + r" *\n" for line in lines
    )
    return re.search(rf"^{pattern}", said + "\n", re.MULTILINE) is not None


@pytest.mark.parametrize(("readme", "language"), READMES.items())
def test_every_command_says_what_the_readme_shows(readme: str, language: str, tmp_path: Path) -> None:
    (tmp_path / "solutions").symlink_to(ROOT / "solutions")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    environment = {
        **os.environ,
        "CNNLAB_COURSE": str(ROOT),
        "CNNLAB_LANG": language,
        "COLUMNS": "80",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    run = [command for commands in sessions(readme) for command in commands if command[0].startswith("cnnlab")]
    assert len(run) >= 6
    for command, lines in run:
        done = subprocess.run(
            shlex.split(command), cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode in (0, 1), (command, done.stderr)
        assert not lines or shown_in(lines, done.stdout), (command, lines, done.stdout)


@pytest.mark.parametrize("readme", READMES)
def test_every_make_target_of_the_readme_exists(readme: str) -> None:
    targets = re.findall(r"^make (\w+)", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert targets
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
