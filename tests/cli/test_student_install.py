"""What a student installs: a wheel with the handouts and nothing of the teacher's, which lists, starts and checks."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    ]
    done = subprocess.run(list(map(str, build)), capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    [found] = folder.glob("cnnlab-*.whl")
    return found


@pytest.fixture(scope="module")
def names(wheel):
    """What is in it."""
    with zipfile.ZipFile(wheel) as packed:
        return packed.namelist()


@pytest.fixture(scope="module")
def student(wheel, tmp_path_factory):
    """A student's own interpreter: the wheel is installed in it, the packages it needs are the tests'."""
    folder = tmp_path_factory.mktemp("student")
    venv.create(folder / "env", with_pip=False, symlinks=True)
    [site] = (folder / "env" / "lib").glob("python*/site-packages")
    # A path in a .pth file adds the folder, not the .pth files in it: the editable cnnlab stays out of sight.
    (site / "needs.pth").write_text(
        "\n".join(path for path in sys.path if path.endswith("site-packages")), encoding="utf-8"
    )
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel]
    subprocess.run(list(map(str, install)), capture_output=True, check=True, timeout=120)
    home = folder / "home"
    home.mkdir()

    def run(*arguments):
        script = [folder / "env" / "bin" / "python", "-c", "from cnnlab.cli.main import main; main()", *arguments]
        done = subprocess.run(
            list(map(str, script)),
            cwd=home,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "COLUMNS": "200"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return done.returncode, " ".join(f"{done.stdout} {done.stderr}".split())

    run.home = home
    return run


def test_the_wheel_holds_the_handouts_the_licence_and_the_catalogue(names):
    for wanted in (
        "cnnlab/bundled_course/course.toml",
        *(f"cnnlab/bundled_course/assignments/assignment{n}/assignment.toml" for n in (1, 2, 3)),
        *(f"cnnlab/bundled_course/assignments/assignment{n}/test_public.py" for n in (1, 2, 3)),
        "cnnlab/bundled_course/assignments/assignment3/pooling.py",
        "cnnlab/bundled_course/assignments/assignment3/README.ko.md",
        "cnnlab/locale/ko/LC_MESSAGES/cnnlab.mo",
    ):
        assert wanted in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_the_templates_of_the_pages(names):
    templates = {path.name for path in (ROOT / "cnnlab" / "reporters" / "templates").iterdir()}
    assert {"page.html", "page.css", "sorting.js"} <= templates
    assert {f"cnnlab/reporters/templates/{name}" for name in templates} <= set(names)


def test_the_wheel_holds_nothing_of_the_teachers(names, wheel):
    """Neither a file of `solutions/` nor a copy of one under another name."""
    wrong = (
        "solutions",
        "secret",
        "reference",
        "misconception",
        "alternatives",
        "small_inputs",
        "tests/",
        ".ci",
        "hostile",
    )
    allowed = "cnnlab/course/misconception_file.py"
    assert [name for name in names if any(word in name for word in wrong) and name != allowed] == []
    hidden = {path.read_bytes() for path in (ROOT / "solutions").rglob("*") if path.is_file() and path.stat().st_size}
    secret = (ROOT / "solutions" / "secret.txt").read_bytes().strip()
    with zipfile.ZipFile(wheel) as packed:
        for name in names:
            assert packed.read(name) not in hidden, name
            assert secret not in packed.read(name), name
    assert not [name for name in names if "__pycache__" in name]


def test_a_student_lists_starts_and_checks(student):
    code, said = student("list")
    assert (code, [f"assignment{n}" in said for n in (1, 2, 3)]) == (0, [True] * 3)
    code, said = student("start", "assignment3")
    assert code == 0
    assert (student.home / "assignment3" / "pooling.py").is_file()
    code, said = student("check", "assignment3")
    assert (code, "max_pool2d is not written yet" in said) == (1, True)
    reference = (ROOT / "solutions/assignment3/reference/pooling.py").read_text(encoding="utf-8")
    (student.home / "assignment3" / "pooling.py").write_text(reference, encoding="utf-8")
    code, said = student("check", "assignment3", "assignment3/pooling.py")
    assert (code, "Score: 30 of 30" in said) == (0, True), said


def test_a_student_who_grades_is_told_that_hidden_graders_are_not_here(student):
    for command in ("grade", "verify", "demo"):
        code, said = student(command, "assignment3")
        assert code == 2
        assert said == (
            "The hidden graders of assignment3 are not here: this installation has handouts only. "
            "Use `cnnlab check assignment3` for the public checks; your teacher runs `cnnlab grade`."
        )


def test_a_student_is_spoken_to_in_korean(student):
    code, said = student("check", "assignment3", "nowhere.py", "--lang", "ko")
    assert code == 2
    assert "does not exist" not in said


def test_the_doctor_says_that_there_are_handouts_only(student):
    code, said = student("doctor")
    assert (code, "0 with hidden graders" in said) == (0, True)
