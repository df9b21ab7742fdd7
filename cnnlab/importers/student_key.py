"""What gradebook, command line and file names call a student."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from cnnlab.course import Student

# Keys become names of files; what file systems and shells trip over is replaced.
FORBIDDEN = frozenset('/\\:*?"<>|')
LONGEST = 80


def as_key(name: str) -> str:
    """A name in NFC that can be a file's, too."""
    plain = unicodedata.normalize("NFC", name).strip()
    letters = ("-" if letter in FORBIDDEN or not letter.isprintable() else letter for letter in plain)
    return "".join(letters).lstrip(".").strip()[:LONGEST]


def with_unique_keys(students: Iterable[Student]) -> tuple[Student, ...]:
    """The students, each with a key of its own: two of one name get their number, or a count, behind it."""
    listed = list(students)
    # Some file systems do not tell small letters from capitals.
    count = Counter(student.key.casefold() for student in listed)
    taken = {key for key, times in count.items() if times == 1}
    unique = []
    for student in listed:
        key = student.key
        if count[key.casefold()] > 1:
            key = _free(student, taken)
            taken.add(key.casefold())
        unique.append(student if key == student.key else replace(student, key=key))
    return tuple(unique)


def _free(student: Student, taken: set[str]) -> str:
    told = [as_key(each) for each in (student.lms_id, student.number, student.email, student.section) if each]
    for each in told:
        key = f"{student.key} ({each})"
        if key.casefold() not in taken:
            return key
    number = 1
    while f"{student.key} ({number})".casefold() in taken:
        number += 1
    return f"{student.key} ({number})"
