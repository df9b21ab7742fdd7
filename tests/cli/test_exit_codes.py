"""Exit codes: 0 graded, 1 below `--fail-under`, 2 wrong usage, 3 a fault of ours; and each with a sentence."""

import pytest

NOTHING = "def double(x):\n    return None\n"


@pytest.fixture
def graded(ran_inside, shared_course, student_file):
    """Grade a source in the tiny course with further arguments."""

    def graded(source, *arguments):
        return ran_inside("grade", "tiny", student_file(source), "--course", shared_course.root, *arguments)

    return graded


def test_grading_is_0_whatever_the_score(graded, right_answer):
    for source, score in ((right_answer, 100), ("def broken(", 0)):
        code, said = graded(source)
        assert (code, f"Score: {score} of 100" in said) == (0, True)


def test_below_the_mark_is_1_and_at_the_mark_0(graded, right_answer):
    half = right_answer.replace("x * 2.0", "x * 3.0")
    assert graded(half, "--fail-under", "50")[0] == 0
    code, said = graded(half, "--fail-under", "50.5")
    assert code == 1
    assert said.endswith("The score is below 50.5.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["grade"], "Missing argument 'ASSIGNMENT'"),
        (["grade", "tinny"], "There is no assignment tinny. Did you mean tiny?"),
        (["start", "homework"], "There is no assignment homework. There are: tiny."),
        (["check", "tiny", "no/such/file.py"], "no/such/file.py does not exist."),
        (["grade", "tiny", "--sead", "1"], "No such option"),
        (["grade", "tiny", "--seed", "one"], "'one' is not a valid integer"),
        (["grade", "tiny", "--fail-under", "101"], "101.0 is not in the range"),
        (["grade", "tiny", "--sandbox", "off"], "'off' is not one of"),
        (["grade", "tiny", "--lang", "fr"], "'fr' is not one of"),
        (["grade", "tiny", "--lang"], "requires an argument"),
        (["verify", "tinny"], "There is no assignment tinny. Did you mean tiny?"),
        (["demo", "tinny"], "There is no assignment tinny. Did you mean tiny?"),
        (["grdae", "tiny"], "There is no command grdae. Did you mean grade?"),
        (["list", "--course", "/tmp"], "/tmp is not a course: it has no course.toml."),
    ],
)
def test_wrong_usage_is_2_with_a_sentence(ran_inside, shared_course, arguments, words):
    code, said = ran_inside(*arguments, cwd=shared_course.root)
    assert (code, words in said) == (2, True), said


def test_no_course_is_2(ran_inside, tmp_path):
    code, said = ran_inside("list", cwd=tmp_path)
    assert code == 2
    assert said.startswith("There is no course here: no folder from")


def test_a_fault_of_the_grader_is_3_with_the_report(ran_inside, tiny_course, student_file, right_answer):
    tiny_course.edit(
        "solutions/tiny/grader/test_tiny.py", "assert_same(student.double(x), reference.double(x))", "1 / 0"
    )
    code, said = ran_inside("grade", "tiny", student_file(right_answer), "--fail-under", "100", cwd=tiny_course.root)
    assert code == 3
    assert "No score: the grader failed, which is not the student's fault." in said
    assert "✓ Shifting, hidden 25/25" in said


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("assignments/tiny/assignment.toml", "", "The key lesson is missing"),
        ("course.toml", "[", "course.toml is not valid TOML"),
        ("solutions/tiny/reference/tiny.py", "import nothing_at_all", "cannot be imported: ModuleNotFoundError"),
        ("solutions/tiny/grader/test_tiny.py", "def test_x(", "cannot be collected"),
        ("solutions/tiny/misconceptions/squares/tiny.py", "", "the docstring has no section en:"),
        ("assignments/tiny/test_public.py", "raise SystemExit", "cannot be collected"),
    ],
)
def test_a_broken_course_is_3_with_a_sentence(ran_inside, tiny_course, student_file, path, content, words):
    tiny_course.write(path, content)
    code, said = ran_inside("grade", "tiny", student_file(NOTHING), cwd=tiny_course.root)
    assert (code, words in said) == (3, True), said


def test_a_machine_that_cannot_confine_is_3_and_says_what_is_missing(
    ran_inside, shared_course, student_file, right_answer, monkeypatch
):
    monkeypatch.setattr("cnnlab.sandbox.landlock.abi", lambda: 0)
    folder = student_file(right_answer)
    code, said = ran_inside("grade", "tiny", folder, cwd=shared_course.root)
    assert code == 3
    assert "Student code cannot be confined here. The kernel has no Landlock" in said
    assert "--sandbox none" in said
    code, said = ran_inside("grade", "tiny", folder, "--sandbox", "none", cwd=shared_course.root)
    assert (code, "Score: 100 of 100 (without a sandbox)" in said) == (0, True)
    assert ran_inside("check", "tiny", folder, cwd=shared_course.root)[0] == 0
    assert ran_inside("doctor", cwd=shared_course.root)[0] == 3


def test_check_is_0_where_all_public_checks_pass_and_1_where_not(ran_inside, shared_course, student_file, right_answer):
    code, said = ran_inside("check", "tiny", student_file(right_answer), cwd=shared_course.root)
    assert code == 0
    assert "Score: 30 of 30" in said
    assert "Hidden ones, worth 70 points, follow when your teacher grades." in said
    assert "Hidden checks" not in said
    assert ran_inside("check", "tiny", student_file(NOTHING), cwd=shared_course.root)[0] == 1


def test_verify_is_0_where_all_is_proven_and_1_where_not(ran_inside, tiny_course):
    code, said = ran_inside("verify", "--seeds", "1", cwd=tiny_course.root)
    assert code == 0
    assert said.endswith(
        "tiny is proven: right answers earn 100 over 1 seeds, and all 3 misconceptions lose points and are named."
    )
    tiny_course.edit("solutions/tiny/grader/small_inputs.py", "def double(rng)", "def doubles(rng)")
    code, said = ran_inside("verify", "tiny", "--seeds", "1", cwd=tiny_course.root)
    assert code == 1
    assert said.endswith("The misconception squares loses points but is not diagnosed.")


def test_the_codes_are_those_of_the_process_too(cnnlab, shared_course, student_file):
    folder = student_file(NOTHING)
    ran = cnnlab("grade", "tiny", folder, "--fail-under", "10", cwd=shared_course.root)
    assert (ran.code, "Traceback" in ran.said) == (1, False)
    ran = cnnlab("list", "--course", "/nowhere")
    assert (ran.code, ran.out, ran.err) == (2, "", "/nowhere is not a course: it has no course.toml.\n")
