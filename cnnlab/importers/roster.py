"""`roster.csv`: who is in the class, as teachers write it and as Canvas, Moodle, Gradescope and GitHub Classroom export it."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cnnlab.course import Student
from cnnlab.errors import UsageError
from cnnlab.importers.student_key import as_key, with_unique_keys
from cnnlab.messages import text

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "key": ("key",),
    "name": ("name", "full name", "student", "student name", "이름", "성명", "학생", "학생 이름"),
    "first": ("first name", "given name", "preferred name", "first name(s)"),
    "last": ("last name", "surname", "family name", "성"),
    "email": ("email", "email address", "e-mail", "이메일", "이메일 주소", "전자메일", "메일"),
    "number": ("number", "sis user id", "id number", "student id", "student number", "sid", "학번", "학생 번호"),
    "login": ("login", "login id", "sis login id", "username", "github_username", "github username", "아이디"),
    "lms_id": ("lms_id", "canvas id", "participant", "참가자"),
    "section": ("section", "section name", "group", "분반", "반"),
}
# Columns that mean something else in another program's file: Canvas counts users in ID, Moodle participants in Identifier.
ID, IDENTIFIER = "id", "identifier"
PARTICIPANT = ("participant ", "참가자 ", "참여자 ")
NOBODY = ("points possible", "student, test", "test student")
BY = ("lms_id", "number", "login", "email", "key", "name")


@dataclass(frozen=True)
class Roster:
    """The students of a class, in the order of the file."""

    students: tuple[Student, ...] = ()


def read_roster(path: Path) -> Roster:
    """Read the file, in UTF-8 or CP949, with commas, semicolons or tabs.

    Raises:
        UsageError: where it cannot be read, or no column says who the students are.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(text("{path} cannot be read: {reason}.", path=path, reason=error.strerror or "?")) from error
    return parse_roster(raw, path.name)


def parse_roster(raw: bytes, filename: str) -> Roster:
    """The students of a roster's bytes.

    Raises:
        UsageError: where it is no text, or no column says who the students are.
    """
    rows = _rows(raw, filename)
    heads = [unicodedata.normalize("NFC", cell).strip().casefold() for cell in rows[0]] if rows else []
    places = {field: heads.index(each) for field, names in COLUMNS.items() for each in reversed(names) if each in heads}
    if "이름" in heads and "성" in heads:
        places["first"] = heads.index("이름")
        del places["name"]
    students = [_student(row, places, heads) for row in rows[1:]]
    found = [each for each in students if each.key and not each.name.strip().casefold().startswith(NOBODY)]
    if not {"key", "name", "last", "email", "number", "login"} & set(places) and IDENTIFIER not in heads:
        raise UsageError(
            text(
                "{file} has no column that says who the students are. Name one of them name, email, number or login.",
                file=filename,
            )
        )
    return Roster(with_unique_keys(found))


def on_roster(student: Student, index: Mapping[tuple[str, str], Student | None]) -> Student | None:
    """Who of the roster this is, by the surest thing that both know; None where it is nobody, or could be two."""
    for field in BY:
        value = _folded(getattr(student, field))
        if not value:
            continue
        # What a folder is called may be any of these.
        wanted = BY if field in ("key", "name") else (field,)
        for each in wanted:
            known = index.get((each, value))
            if known is not None:
                return replace(known, lms_id=known.lms_id or student.lms_id, email=known.email or student.email)
    return None


def indexed(students: Iterable[Student]) -> dict[tuple[str, str], Student | None]:
    """Students by everything that names them; None where it names two."""
    found: dict[tuple[str, str], Student | None] = {}
    for student in students:
        for field in BY:
            value = _folded(getattr(student, field))
            if value:
                found[field, value] = None if (field, value) in found else student
    return found


def _folded(value: str) -> str:
    return unicodedata.normalize("NFC", value).strip().casefold()


def _rows(raw: bytes, filename: str) -> list[list[str]]:
    for encoding in ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp949"):
        try:
            content = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UsageError(text("{file} is neither UTF-8 nor CP949 text. Save it as UTF-8.", file=filename))
    head = content.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UsageError(text("{file} is not a table: {reason}.", file=filename, reason=str(error))) from error
    return [row for row in rows if any(cell.strip() for cell in row)]


def _student(row: list[str], places: Mapping[str, int], heads: list[str]) -> Student:
    def cell(field: str) -> str:
        place = places.get(field)
        return _plain(row[place]) if place is not None and place < len(row) else ""

    def headed(head: str) -> str:
        return _plain(row[heads.index(head)]) if head in heads and heads.index(head) < len(row) else ""

    first, last = cell("first"), cell("last")
    # A Korean family name stands first and without a space.
    joined = f"{last}{first}" if _is_korean(last + first) else f"{first} {last}".strip()
    name = cell("name") or joined
    lms_id, number = cell("lms_id"), cell("number")
    identifier = headed(IDENTIFIER)
    participant = next((identifier[len(word) :] for word in PARTICIPANT if identifier.casefold().startswith(word)), "")
    if participant:
        lms_id = lms_id or participant
    else:
        number = number or identifier
    # Canvas writes its own number next to a Section; elsewhere ID is the school's.
    if "section" in heads and "student" in heads:
        lms_id = lms_id or headed(ID)
    else:
        number = number or headed(ID)
    # Of an anonymous assignment Moodle tells nothing but the participant.
    key = as_key(cell("key") or cell("login") or number or cell("email") or name or (identifier if participant else ""))
    return Student(key, name or key, cell("email"), number, cell("login"), lms_id, cell("section"))


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).strip()


def _is_korean(name: str) -> bool:
    return name != "" and all("가" <= letter <= "힣" for letter in name)
