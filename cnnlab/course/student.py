"""Someone of the class, as the roster and the LMS know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Student:
    """`key` is what gradebook and command line call a student: in NFC, and unique in a class.

    The rest is empty where nobody told it. `number` is the school's (Canvas: SIS User ID, Moodle: ID number, Gradescope: SID),
    `login` a user name (Canvas: SIS Login ID, or GitHub's), `lms_id` what the LMS itself counts (Canvas: ID, Moodle: participant).
    """

    key: str
    name: str
    email: str = ""
    number: str = ""
    login: str = ""
    lms_id: str = ""
    section: str = ""
