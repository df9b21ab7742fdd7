"""The kill matrix shows for every hidden check which misconceptions it kills, and how many kill each."""

from cnnlab.grading.verification import KillMatrix
from cnnlab.messages import Language
from cnnlab.reporters.kill_matrix import to_matrix

MATRIX = KillMatrix(
    checks=("test_one", "test_two"),
    misconceptions=("first", "second", "third"),
    killed={"test_one": frozenset({"first", "third"}), "test_two": frozenset()},
)


def test_a_row_per_check_and_a_column_per_misconception():
    assert to_matrix(MATRIX, Language.ENGLISH).splitlines()[:3] == ["abc", "■·■   2  one", "···   0  two"]


def test_the_legend_names_the_columns_and_counts_their_killers():
    assert to_matrix(MATRIX, Language.ENGLISH).splitlines()[4:] == [
        "a  first: killed by 1",
        "b  second: killed by 0",
        "c  third: killed by 1",
    ]


def test_korean_is_said_in_korean():
    assert "killed" not in to_matrix(MATRIX, Language.KOREAN)


def test_more_misconceptions_than_letters_still_have_a_column_each():
    names = tuple(f"m{number}" for number in range(70))
    lines = to_matrix(KillMatrix(("test_x",), names, {"test_x": frozenset(names)}), Language.ENGLISH).splitlines()
    assert lines[1].startswith("■" * 70)
    assert len(lines) == 2 + 1 + 70
