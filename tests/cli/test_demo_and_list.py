"""`demo` grades a whole sample class, `list` names the assignments, `doctor` says what this machine can do."""

import re


def test_the_demo_grades_right_wrong_and_hostile_ones(ran_inside, tiny_course, tmp_path, right_answer):
    tiny_course.write("solutions/tiny/alternatives/plain/tiny.py", right_answer)
    (tmp_path / "attackers").mkdir()
    for name in ("01_exit__error.py", "02_exit__error.py", "conftest.py"):
        (tmp_path / "attackers" / name).write_text("raise SystemExit(0)\n", encoding="utf-8")
    code, said = ran_inside("demo", "tiny", "--attackers", tmp_path / "attackers", cwd=tiny_course.root)
    assert code == 0
    assert re.search(r"reference +│ 100 +│ passed 5", said)
    assert re.search(r"plain +│ 100 +│ passed 5", said)
    assert re.search(r"squares +│ 50 +│ passed 3, failed 2 +│ squares", said)
    assert re.search(r"starter +│ 0 +│ error 5", said)
    assert re.search(r"attacker_01_exit +│ 0 +│ error 5", said)
    assert "conftest" not in said
    assert re.search(
        r"8 submissions to tiny graded in [\d.]+ s, each in a sandbox \([a-z+]*landlock\+seccomp\)\.$", said
    )


def test_assignments_are_listed_in_the_language(ran_inside, tiny_course):
    assert ran_inside("list", cwd=tiny_course.root) == (0, "A tiny course tiny A tiny assignment tiny.py")
    assert ran_inside("list", "--lang", "ko", cwd=tiny_course.root) == (0, "작은 과목 tiny 작은 과제 tiny.py")


def test_a_title_is_no_markup(ran_inside, tiny_course):
    tiny_course.edit("assignments/tiny/assignment.toml", "A tiny assignment", "Arrays [red]x[/red] [3, 4]")
    assert "Arrays [red]x[/red] [3, 4]" in ran_inside("list", cwd=tiny_course.root)[1]


def test_the_doctor_tries_the_sandbox_and_counts_the_assignments(ran_inside, tiny_course):
    code, said = ran_inside("doctor", cwd=tiny_course.root)
    assert code == 0
    for words in ("✓ landlock", "✓ seccomp", "A confined process computes and answers.", "✓ numpy", "✓ course"):
        assert words in said
    assert f"{tiny_course.root}: 1 assignments, 1 with hidden graders." in said


def test_the_doctor_names_what_is_broken_in_the_course(ran_inside, tiny_course):
    tiny_course.write("assignments/tiny/assignment.toml", "")
    said = ran_inside("doctor", cwd=tiny_course.root)[1]
    assert "✗ course" in said
    assert "The key lesson is missing" in said


def test_a_class_of_any_size_is_written_and_can_be_graded(ran_inside, tiny_course, tmp_path):
    code, said = ran_inside("demo", "tiny", "--students", "6", "--course", tiny_course.root)
    assert (code, said) == (0, "6 students are in demo-class. Grade them with: cnnlab grade tiny demo-class")
    code, said = ran_inside("grade", "tiny", "demo-class", "--course", tiny_course.root)
    assert (code, "6 submissions of 6 students" in said) == (0, True), said
    code, said = ran_inside("demo", "tiny", "--students", "6", "--course", tiny_course.root)
    assert (code, "demo-class is not empty." in said) == (2, True)
