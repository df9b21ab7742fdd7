"""Rosters as teachers write them and as programs export them; keys that are unique and can be file names."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.course import Student
from cnnlab.errors import UsageError
from cnnlab.importers.roster import indexed, on_roster, parse_roster
from cnnlab.importers.student_key import as_key, with_unique_keys


def students(content, encoding="utf-8"):
    return parse_roster(content.encode(encoding), "roster.csv").students


@pytest.mark.parametrize(
    ("content", "student"),
    [
        ("name\n김민지\n", Student("김민지", "김민지")),
        ("학번;이름\n2023001;김민지\n", Student("2023001", "김민지", number="2023001")),
        ("이름\t이메일\n김민지\tkim@x.kr\n", Student("kim@x.kr", "김민지", email="kim@x.kr")),
        ("First name,Last name,ID number\nMinji,Kim,7\n", Student("7", "Minji Kim", number="7")),
        ("성,이름,이메일 주소\n김,민지,k@x.kr\n", Student("k@x.kr", "김민지", email="k@x.kr")),
        (
            "Identifier,Full name,Email address,Grade\nParticipant 98112,김민지,k@x.kr,-\n",
            Student("k@x.kr", "김민지", email="k@x.kr", lms_id="98112"),
        ),
        (
            "identifier,github_username,github_id,name\n2023001,minji,5,김민지\n",
            Student("minji", "김민지", number="2023001", login="minji"),
        ),
        ("Name,SID,Email,Role\nKim,9,k@x.kr,Student\n", Student("9", "Kim", email="k@x.kr", number="9")),
        ("key,name\nkim,김민지\n", Student("kim", "김민지")),
    ],
)
def test_a_roster_of_each_program_is_read(content, student):
    assert students(content) == (student,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_excel_of_any_country_may_have_saved_it(encoding):
    assert students("이름,학번\r\n김민지,1\r\n\r\n", encoding) == (Student("1", "김민지", number="1"),)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no column that says who"),
        (b"points,grade\n1,2\n", "no column that says who"),
        (b"\xff\x80\x81", "neither UTF-8 nor CP949"),
        (b'name\n"' + b"x" * 200_000 + b'"\n', "is not a table"),
    ],
)
def test_what_is_no_roster_is_said(raw, words):
    with pytest.raises(UsageError, match=words):
        parse_roster(raw, "roster.csv")


def test_who_could_be_two_is_nobody():
    index = indexed([Student("1", "김민지", number="1"), Student("2", "김민지", number="2"), Student("3", "Lee")])
    assert on_roster(Student("김민지", "김민지"), index) is None
    assert on_roster(Student("x", "김민지", number="2"), index) == Student("2", "김민지", number="2")
    assert on_roster(Student("LEE", "LEE"), index).key == "3"


def test_an_email_is_found_whatever_its_case():
    index = indexed([Student("kim", "Kim", email="Kim@X.kr")])
    assert on_roster(Student("a", "b", email="kim@x.KR"), index).key == "kim"


@settings(deadline=None)
@given(
    st.lists(st.builds(Student, st.text(max_size=5).map(as_key), st.text(max_size=3), lms_id=st.text("12", max_size=1)))
)
def test_keys_are_unique_whatever_the_names(listed):
    unique = with_unique_keys(listed)
    assert len({student.key.casefold() for student in unique}) == len(listed)
    assert [student.name for student in unique] == [student.name for student in listed]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_a_key_can_be_the_name_of_a_file(name):
    key = as_key(name)
    assert len(key.encode("utf-8", "replace")) <= 255
    assert not set(key) & set("/\\\0\n:") and not key.startswith(".") and key == unicodedata.normalize("NFC", key)
