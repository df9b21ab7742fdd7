"""`cnnlab grade` through its files: where it reads, what it writes, and what it says where it can do neither."""

import json
import re
import sys

import pytest

from cnnlab.course import Outcome

NOTHING = "def double(x):\n    return None\n"


@pytest.fixture
def grade(ran_inside, shared_course):
    """Grade a path in the tiny course."""
    return lambda *arguments: ran_inside("grade", "tiny", *arguments, "--course", shared_course.root)


def test_json_is_one_object_with_what_the_terminal_says(grade, student_file, tmp_path):
    code, said = grade(student_file(NOTHING, "이서연"), "--json", "out.json")
    raw = (tmp_path / "out.json").read_text(encoding="utf-8")
    fields = json.loads(raw)
    assert code == 0
    assert raw.endswith("}\n")
    assert raw.count("\n") == 1
    assert (fields["schema"], fields["assignment"], fields["submission"]) == (1, "tiny", "이서연")
    assert (fields["status"], fields["score"], fields["max_score"]) == ("graded", 0.0, 100.0)
    assert {check["outcome"] for check in fields["checks"]} <= {outcome.value for outcome in Outcome}
    for check in fields["checks"]:
        assert check["title"] in said
        assert " ".join(check["message"].split()) in said
    assert "Score: 0 of 100" in said


def test_a_report_of_before_is_replaced(grade, student_file, right_answer, tmp_path):
    for source, score in ((NOTHING, 0.0), (right_answer, 100.0)):
        assert grade(student_file(source), "--json", "out.json")[0] == 0
        assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["score"] == score


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("no/such/folder/out.json", "No such file or directory"),
        ("/dev/full", "No space left on device"),
        ("/proc/out.json", "No such file or directory"),
        ("kim/tiny.py/out.json", "Not a directory"),
        ("kim", "is a directory"),
    ],
)
def test_a_json_that_cannot_be_written_is_2_and_the_report_is_shown_all_the_same(grade, student_file, target, reason):
    code, said = grade(student_file(NOTHING), "--json", target)
    assert (code, reason in said, target in said) == (2, True, True), said
    assert "is a directory" in reason or "Score: 0 of 100" in said


def test_korean_is_spoken_on_the_terminal_and_in_the_json(grade, student_file, tmp_path):
    code, said = grade(student_file(NOTHING), "--lang", "ko", "--json", "out.json")
    fields = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert code == 0
    assert fields["language"] == "ko"
    assert all(re.search("[가-힣]", check["message"]) for check in fields["checks"])
    assert not re.search("Score|Public checks|It returned", said)


@pytest.mark.parametrize(("language", "title"), [("en", "A tiny assignment"), ("ko", "작은 과제")])
def test_the_page_for_the_student_says_what_the_terminal_says(grade, student_file, tmp_path, language, title):
    code, said = grade(student_file(NOTHING, "이서연"), "--html", "out.html", "--lang", language)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert code == 0
    assert f"<title>이서연 · {title}</title>" in page
    assert f'<html lang="{language}">' in page
    assert re.findall(r"0/\d+", said) == re.findall(r"0/\d+", page)


def test_a_page_that_cannot_be_written_is_2(grade, student_file):
    code, said = grade(student_file(NOTHING), "--html", "no/such/folder/out.html")
    assert (code, "No such file or directory" in said) == (2, True)


def test_a_seed_is_the_same_again_and_another_seed_is_not(grade, student_file, tmp_path):
    folder = student_file("def double(x):\n    return x\n")

    def first_value(*arguments):
        grade(folder, *arguments, "--json", "out.json")
        checks = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["checks"]
        return next(check["message"] for check in checks if check["id"] == "test_hidden_double")

    assert first_value("--seed", "7") == first_value("--seed", "7")
    assert first_value("--seed", "7") != first_value("--seed", "8")


def test_without_a_path_the_own_file_of_the_course_is_graded(ran_inside, tiny_course, right_answer):
    code, said = ran_inside("grade", "tiny", cwd=tiny_course.root)
    assert (code, "double is not written yet" in said) == (0, True)
    tiny_course.write("assignments/tiny/tiny.py", right_answer)
    assert "Score: 100 of 100" in ran_inside("grade", "tiny", cwd=tiny_course.root / "assignments")[1]


def test_a_file_a_folder_and_the_current_folder_are_graded_alike(grade, student_file, right_answer, tmp_path):
    folder = student_file(right_answer)
    for path in (folder / "tiny.py", "./kim/../kim"):
        code, said = grade(path)
        assert (code, "Score: 100 of 100" in said) == (0, True), path


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x7fELF\xff\xfe\x80\x81", "tiny.py is neither UTF-8 nor CP949 text."),
        ("# 두 배\ndef double(x):\n    return None\n".encode("cp949"), "tiny.py is written in CP949, not in UTF-8."),
    ],
)
def test_a_bad_file_is_graded_with_a_sentence(grade, student_file, content, words):
    folder = student_file("")
    (folder / "tiny.py").write_bytes(content)
    code, said = grade(folder)
    assert (code, words in said, "Score: 0 of 100" in said) == (0, True, True), said


def test_a_folder_called_like_the_file_is_wrong_usage(grade, tmp_path):
    (tmp_path / "kim" / "tiny.py").mkdir(parents=True)
    code, said = grade("kim")
    assert (code, "kim has no tiny.py;" in said) == (2, True)


def test_output_into_a_full_disk_is_no_traceback(cnnlab, shared_course, unwritable, run):
    for command in ("list", "grade tiny --seed 1"):
        ran = run(
            [
                "sh",
                "-c",
                f'exec "$0" -c "from cnnlab.cli.main import main; main()" {command} > {unwritable}',
                sys.executable,
            ],
            cwd=shared_course.root,
        )
        assert ran.code in {2, 3}, ran.said
        assert "No space left on device" in ran.err
        assert "Traceback" not in ran.err


def test_a_reader_that_has_gone_is_no_traceback(shared_course, run):
    program = f'"{sys.executable}" -c "from cnnlab.cli.main import main; main()" grade tiny | true'
    assert run(["sh", "-c", program], cwd=shared_course.root).err == ""


@pytest.mark.parametrize(("option", "value"), [("--fail-under", "nan"), ("--timeout", "nan"), ("--timeout", "inf")])
def test_what_is_no_number_is_no_limit(cnnlab, shared_course, option, value):
    """NaN lies within any bounds, as far as comparing goes: a score below it would be let through in silence."""
    ran = cnnlab(
        "grade", "tiny", shared_course.root / "solutions/tiny/reference", option, value, "--course", shared_course.root
    )
    assert (ran.code, f"'{value}' is not a valid float." in ran.said) == (2, True), ran.said
