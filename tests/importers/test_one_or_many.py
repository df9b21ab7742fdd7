"""What is one submission and what is a class."""

import pytest

from cnnlab.importers.one_or_many import holds_a_class


@pytest.mark.parametrize(
    ("paths", "many"),
    [
        (["tiny.py"], False),
        (["tiny.py", "other/tiny.py"], False),
        (["tinny.py"], False),
        (["tiny.py/inside.py"], False),
        (["notes.txt"], False),
        (["__pycache__/tiny.py", ".git/config", "notes.txt"], False),
        (["kim/tiny.py"], True),
        (["kim.py", "tina.py"], True),
        (["kim.ipynb"], True),
        (["kim.zip"], True),
    ],
)
def test_a_folder_is_a_class_unless_it_holds_the_file_itself(shared_course, tmp_path, paths, many):
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x = 1\n", encoding="utf-8")
    assert holds_a_class(tmp_path, shared_course.assignment()) is many


def test_a_zip_is_a_class_and_a_file_is_not(shared_course, tmp_path):
    assert holds_a_class(tmp_path / "Submissions.ZIP", shared_course.assignment())
    assert not holds_a_class(tmp_path / "kim.py", shared_course.assignment())
