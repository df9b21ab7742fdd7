"""The autograder's zip, unpacked and run where Gradescope would have it: it grades there as here, and fails closed."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


@pytest.fixture
def packed(ran_inside, tiny_course, tmp_path):
    """The zip of the tiny assignment, made by the command."""
    code, said = ran_inside("gradescope", "tiny", "--out", tmp_path / "auto.zip", cwd=tiny_course.root)
    assert (code, "is ready: upload it to Gradescope" in said) == (0, True), said
    return tmp_path / "auto.zip"


@pytest.fixture
def autograder(packed, tmp_path):
    """Gradescope's folder as its image has it after setup.sh, which here found all packages in the tests' interpreter."""
    root = tmp_path / "autograder"
    for name in ("source", "submission", "results"):
        (root / name).mkdir(parents=True)
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(root / "source")
        for info in archive.infolist():
            (root / "source" / info.filename).chmod(info.external_attr >> 16)
    (root / "source" / "run_autograder").rename(root / "run_autograder")
    venv.create(root / "venv", with_pip=False, symlinks=True)
    [packages] = (root / "venv" / "lib").glob("python*/site-packages")
    (packages / "cnnlab.pth").write_text(f"{root / 'source'}\n", encoding="utf-8")
    # A path in a .pth file adds the folder, not the .pth files in it: the editable cnnlab stays out of sight.
    needed = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "needs.pth").write_text("\n".join(needed), encoding="utf-8")

    def run(files, **variables):
        for name, content in files.items():
            place = root / "submission" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content.encode() if isinstance(content, str) else content)
        done = subprocess.run(
            [root / "run_autograder"],
            cwd=root,
            env={"PATH": os.environ["PATH"], "AUTOGRADER_ROOT": str(root), **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        results = root / "results" / "results.json"
        found = json.loads(results.read_text(encoding="utf-8")) if results.exists() else None
        return done.returncode, found, done.stdout + done.stderr

    run.root = root
    return run


def test_the_scripts_lie_at_the_root_and_can_be_run(packed):
    with zipfile.ZipFile(packed) as archive:
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
    assert (modes["setup.sh"] & 0o111, modes["run_autograder"] & 0o111) == (0o111, 0o111)


@pytest.mark.parametrize("script", ["setup.sh", "run_autograder"])
def test_the_scripts_are_bash(script):
    from cnnlab.grading.gradescope import packing

    path = packing.HERE / script
    assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n", path], check=True, timeout=60)


def test_a_right_answer_earns_all_points_there(autograder, right_answer):
    code, found, said = autograder({"tiny.py": right_answer})
    assert code == 0, said
    assert (found["score"], {test["status"] for test in found["tests"]}) == (100, {"passed"})
    assert sum(test["max_score"] for test in found["tests"]) == 100
    assert "Score: 100 of 100" in said


def test_it_is_this_very_grader_and_no_other(autograder, right_answer):
    """The code that runs is the zip's: where it is broken, nothing is graded."""
    (autograder.root / "source" / "cnnlab" / "errors.py").write_text("raise SystemExit(77)\n", encoding="utf-8")
    code, found, _ = autograder({"tiny.py": right_answer})
    assert (code, found) == (77, None)


def test_a_wrong_answer_is_explained_in_the_language_of_the_zip(autograder):
    graded = autograder.root / "source" / "graded"
    graded.write_text("tiny ko\n", encoding="utf-8")
    code, found, _ = autograder(
        {"tiny.py": "def double(x):\n    return x * x\n\n\ndef shift(x, by=1):\n    return x + by\n"}
    )
    assert (code, found["score"] < 100) == (0, True)
    failed = [test for test in found["tests"] if test["status"] == "failed"]
    assert all(any("가" <= letter <= "힣" for letter in test["output"]) for test in failed)


def test_a_misnamed_file_is_graded_and_nothing_is_a_score_of_zero(autograder, right_answer):
    _, found, _ = autograder({"homework/Tiny (1).py": right_answer})
    assert (found["score"], "hand it in as tiny.py" in found["output"]) == (100, True)


def test_nothing_to_grade_is_a_score_of_zero_with_a_reason(autograder):
    code, found, _ = autograder({"notes.txt": "hello"})
    assert (code, found["score"]) == (0, 0)
    assert all(
        "There is no tiny.py in what was handed in. There is: notes.txt." in test["output"] for test in found["tests"]
    )


def test_student_code_cannot_read_the_grader_there(autograder):
    secret = autograder.root / "source" / "course" / "solutions" / "secret.txt"
    assert secret.exists()
    spy = f"def double(x):\n    return open({str(secret)!r}).read()\n"
    _, found, said = autograder({"tiny.py": spy})
    assert found["score"] == 0
    assert "a tiny secret" not in json.dumps(found) + said
    assert any("read" in test["output"] for test in found["tests"])


def test_a_fault_of_ours_leaves_no_results(autograder, right_answer):
    grader = autograder.root / "source" / "course" / "solutions" / "tiny" / "grader" / "test_tiny.py"
    grader.write_text("import nowhere_to_be_found\n", encoding="utf-8")
    code, found, said = autograder({"tiny.py": right_answer})
    assert (code, found) == (3, None)
    assert "nowhere_to_be_found" in said
    assert "Traceback" not in said


def test_the_zip_holds_this_assignment_and_nothing_of_the_others(packed, ran_inside, tiny_course, tmp_path):
    tiny_course.write("solutions/tiny/alternatives/plain/tiny.py", "x = 1")
    tiny_course.write("solutions/other/reference/other.py", "x = 1")
    tiny_course.write("solutions/extensions.toml", "[kim]\n")
    course = tiny_course.root / "course.toml"
    course.write_text(course.read_text("utf-8") + "[due]\ntiny = 2026-03-20T23:59:00Z\n", encoding="utf-8")
    code, _ = ran_inside("gradescope", "tiny", "--out", tmp_path / "again.zip", cwd=tiny_course.root)
    with zipfile.ZipFile(tmp_path / "again.zip") as archive:
        names = archive.namelist()
    assert code == 0
    assert {name.split("/")[0] for name in names} == {
        "setup.sh",
        "run_autograder",
        "graded",
        "requirements.txt",
        "cnnlab",
        "course",
    }
    assert not [name for name in names if "other" in name.split("/") or "alternatives" in name or "extensions" in name]
    assert "cnnlab/locale/ko/LC_MESSAGES/cnnlab.mo" in names
    # The same course is the same zip, to the last byte.
    assert packed.read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_what_pip_installs_are_the_packages_that_grading_needs():
    from cnnlab.grading.gradescope.packing import requirements

    plain, torch = requirements(("numpy",)), requirements(("numpy", "torch"))
    assert any(line.startswith("numpy>=") for line in plain)
    assert any(line.startswith("pyseccomp>=") for line in plain)
    assert not any(line.startswith("torch") for line in plain)
    assert any(line.startswith("torch>=") for line in torch)
    assert all(";" not in line for line in torch)


def test_a_zip_that_cannot_be_written_is_said(ran_inside, tiny_course, tmp_path):
    code, said = ran_inside("gradescope", "tiny", "--out", tmp_path / "no" / "where.zip", cwd=tiny_course.root)
    assert (code, "cannot be written" in said) == (2, True)
    assert not Path("gradescope-tiny.zip").exists()
