"""The command line without a new process: the same `main`, a third of the time."""

import gettext
import sys

import pytest

from cnnlab.cli.main import main


@pytest.fixture
def ran_inside(monkeypatch, capsys, tmp_path):
    """`ran_inside("grade", "tiny", path, cwd=…)` answers (exit code, what it said with its lines joined)."""
    monkeypatch.setenv("LANGUAGE", "en")  # `main` sets it; now it is set back
    monkeypatch.setenv("COLUMNS", "200")

    def ran(*arguments, cwd=tmp_path):
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["cnnlab", *map(str, arguments)])
        code = 0
        capsys.readouterr()
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        said = capsys.readouterr()
        return code, " ".join(f"{said.out} {said.err}".split())

    yield ran
    gettext.textdomain("messages")


@pytest.fixture
def student_file(tmp_path):
    """Write a student's `tiny.py`; answers its folder."""

    def write(source, name="kim"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "tiny.py").write_text(source, encoding="utf-8")
        return folder

    return write
