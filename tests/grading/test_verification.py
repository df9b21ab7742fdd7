"""`verify` finds each kind of defect of an assignment, and names no other."""

import pytest

from cnnlab.errors import CnnlabError, CourseError
from cnnlab.grading.verification import verify

GRADER = "solutions/tiny/grader/test_tiny.py"
FEEDBACK = '"""{0}\n\nen: {0}.\n\nko: {0}.\n\nlesson: 01-tiny\n"""\n\n\n'


def proof_of(own, seeds=1):
    """The proof of the tiny course."""
    return verify(own.course, own.assignment(), lambda _: None, seeds)


def sentences(proof):
    return [str(CnnlabError(problem)) for problem in proof.problems]


def misconception(own, name, code):
    own.write(f"solutions/tiny/misconceptions/{name}/tiny.py", FEEDBACK.format(name) + code)


def test_a_sound_assignment_is_proven_and_its_kill_matrix_is_the_true_one(shared_course):
    proof = proof_of(shared_course)
    assert sentences(proof) == []
    assert proof.matrix.checks == ("test_hidden_double", "test_hidden_shift", "test_hidden_refusal")
    assert proof.matrix.misconceptions == ("accepts_negatives", "ignores_by", "squares")
    assert proof.matrix.killed == {
        "test_hidden_double": {"squares"},
        "test_hidden_shift": {"ignores_by"},
        "test_hidden_refusal": {"accepts_negatives"},
    }


def test_defects_of_the_wrong_answers_are_all_named(tiny_course):
    misconception(
        tiny_course,
        "unseen",
        "def shift(x, by=1):\n    if by < 0:\n        raise ValueError('by')\n    return x + by * 1.0\n",
    )
    tiny_course.edit(GRADER, "points(15)", "points(10)")
    tiny_course.write(
        "solutions/tiny/grader/test_tiny_more.py",
        """
        import pytest

        @pytest.mark.points(5)
        def test_kills_nothing(student):
            \"\"\"That nothing is asked\"\"\"
            student.shift(1.0, 0)
        """,
    )
    found = sentences(proof_of(tiny_course))
    assert "The misconception unseen loses no points: no check sees it." in found
    assert "test_kills_nothing kills no misconception: it may prove nothing." in found
    assert not any("squares" in sentence or "ignores_by" in sentence for sentence in found)


def test_misconceptions_that_cannot_be_told_apart_or_tried_are_named(tiny_course):
    """Two that do the same are not diagnosed, nor is one that no small input shows twice."""
    misconception(tiny_course, "multiplies_by_itself", "def double(x):\n    return x * x\n")
    tiny_course.edit("solutions/tiny/grader/small_inputs.py", "yield arguments(np.ones(2), -3)", "pass")
    assert sentences(proof_of(tiny_course)) == [
        f"The misconception {name} loses points but is not diagnosed."
        for name in ("accepts_negatives", "multiplies_by_itself", "squares")
    ]


def test_right_answers_that_lose_points_are_named_with_seed_and_check(tiny_course):
    wrong = "\ndef double(x):\n    return x + x\ndef shift(x, by=1):\n    return x + float(by)\n"
    tiny_course.write("solutions/tiny/alternatives/careless/tiny.py", wrong)
    found = sentences(proof_of(tiny_course, seeds=2))
    assert [sentence.split(":")[0] for sentence in found] == [
        "careless loses test_hidden_refusal with seed 0",
        "careless loses test_hidden_refusal with seed 1",
    ]


def test_a_check_that_only_some_seeds_fail_is_found_by_many_seeds(tiny_course):
    sometimes = "assert_same(student.double(x), x * (2.0 + rng.integers(2)))"
    tiny_course.edit(GRADER, "assert_same(student.double(x), reference.double(x))", sometimes)
    found = sentences(proof_of(tiny_course, seeds=4))
    seeds = {
        seed
        for seed in range(4)
        if any(f"reference loses test_hidden_double with seed {seed}:" in each for each in found)
    }
    assert 0 < len(seeds) < 4


def test_checks_that_pay_for_nothing_or_stumble_over_odd_answers_are_named(tiny_course):
    """One check compares nothing and pays anybody; the other touches a value before it has been compared."""
    tiny_course.edit(GRADER, "assert_same(student.double(x), reference.double(x))", "student.double")
    touching = "assert_same(student.shift(x, by).ravel(), reference.shift(x, by).ravel())"
    tiny_course.edit(GRADER, 'assert_same(student.shift(x, by), reference.shift(x, by), cause="by")', touching)
    found = sentences(proof_of(tiny_course))
    for start in (
        "starter earns 30 points, where at most 0 are due: test_hidden_double",
        "returns_nothing earns 30 points, where at most 10 are due: test_hidden_double",
        "returns_nothing makes test_hidden_shift fail itself: The grader itself",
        "test_hidden_double kills no misconception",
    ):
        assert any(sentence.startswith(start) for sentence in found), start


def test_an_assignment_that_cannot_be_graded_is_not_verified(tiny_course):
    tiny_course.edit(GRADER, "points(30)", "points(31)")
    with pytest.raises(CourseError, match="worth 101 points"):
        proof_of(tiny_course)
    tiny_course.edit(GRADER, "points(31)", "points(15)")
    again = (tiny_course.root / GRADER).read_text(encoding="utf-8").split("@pytest.mark.points(25)")[0]
    tiny_course.write("solutions/tiny/grader/test_again.py", again)
    with pytest.raises(CourseError, match="two checks are called test_hidden_double"):
        proof_of(tiny_course)
