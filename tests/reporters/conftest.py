"""Reports to be rendered: a good one, a bad one that says everything, and one whose every text is hostile."""

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest

from cnnlab.course import (
    Arrays,
    Check,
    Counterexample,
    Grade,
    Group,
    Hint,
    Numbers,
    Outcome,
    Override,
    Report,
    Student,
)
from cnnlab.messages import Language, text, title

VOID = {"meta", "br", "img", "input", "link", "hr"}
# Words in `backticks` are set as code, whoever wrote them; that element does nothing.
HARMLESS = {"code"}


HOSTILE = "[bold red]100 of 100[/] \x1b[2J\x1b]0;owned\x07\x9b31m\r\x08[link=http://x]y[/link] [/nothing]"


@pytest.fixture
def make_check():
    """A check of which only what matters has to be said."""

    def make(name="test_a", outcome=Outcome.PASSED, **fields):
        fields.setdefault(
            "message",
            None
            if outcome is Outcome.PASSED
            else text("It returned None. Is there a `return` at the end of every path?"),
        )
        defaults = {"title": title(f"Title of {name}"), "group": Group.PUBLIC, "max_points": 10, "lesson": "07-pooling"}
        return Check(id=name, outcome=outcome, **{**defaults, **fields})

    return make


@pytest.fixture
def make_report():
    """A report of checks."""
    return lambda *checks, **fields: Report(
        "assignment3",
        **{"submission": "alice", "checks": checks, "sandbox": "landlock+seccomp", "seconds": 0.12345, **fields},
    )


@pytest.fixture
def full_report(make_check, make_report):
    """A failed check with all there is to say, and a passed one."""
    hint = Hint("zero_padding", {Language.ENGLISH: "Zeros win.", Language.KOREAN: "0이 이깁니다."})
    one = Numbers((1, 1), "float64", (-1.0,))
    arrays = Arrays({"x": one}, expected=one, got=Numbers((1, 1), "float64", (math.nan,)))
    example = Counterexample("max_pool2d([[-1.]], 1)", "[[-1.]]", text("{value}", value="[[0.]]"), arrays)
    failed = make_check("test_b", Outcome.FAILED, group=Group.HIDDEN, hint=hint, counterexample=example)
    return make_report(
        make_check(),
        failed,
        printed="step 1",
        notes=(
            text(
                "{file} is empty. Start from the file that `cnnlab start {slug}` gives you.",
                file="a.py",
                slug="assignment3",
            ),
        ),
    )


@pytest.fixture
def hostile_report(make_check, make_report):
    """Every place where words of a student, or a name that a student chose, can stand."""
    hint = Hint("zero_padding", {Language.ENGLISH: "Zeros win.", Language.KOREAN: "0이 이깁니다."})
    example = Counterexample(f"max_pool2d({HOSTILE})", HOSTILE, text("{value}", value=HOSTILE))
    message = text("{path} does not exist.", path=HOSTILE)
    failed = make_check("test_b", Outcome.FAILED, message=message, hint=hint, counterexample=example)
    return make_report(make_check(), failed, submission=HOSTILE, printed=HOSTILE, notes=(message,))


@pytest.fixture
def grades(make_check, make_report, full_report, hostile_report):
    """A class: all right, late, by hand, nothing handed in, a fault of ours, and a name and words that are hostile."""
    minji = Student("minji", "김민지", "kim@x.kr", "2023001", "minji", "1201", "CNN-1")
    late = {"deduction": 2.5, "late_by": timedelta(hours=30)}
    when = datetime(2026, 3, 22, 5, 59, tzinfo=timezone(timedelta(hours=9)))
    fault = make_report(make_check("test_f", Outcome.FAULT))
    return [
        Grade(minji, make_report(make_check()), submitted_at=when),
        Grade(Student("bob", "Lee, Bob", number="2023002"), full_report, **late, submitted_at=when, attempt=2),
        Grade(
            Student("ill", "이철수", login="ill"), full_report, 2.5, override=Override(18, "was ill, see mail\nof May")
        ),
        Grade(Student("gone", "박영희", lms_id="1204"), None),
        Grade(Student("faulty", "Faulty", "f@x.kr"), fault),
        Grade(Student("eve", '=HYPERLINK("http://x","y")\x00\ud800', "@x", "-1+1", "+1", "", "\t=1"), hostile_report),
    ]


@dataclass
class Page(HTMLParser):
    """A page as a browser takes it apart: elements with the names of their attributes, the attributes themselves, and the words outside of styles and scripts."""

    skeleton: list = field(default_factory=list)
    attributes: list = field(default_factory=list)
    said: list = field(default_factory=list)
    scripts: list = field(default_factory=list)
    inside: list = field(default_factory=list)

    def __post_init__(self):
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag, attrs):
        if tag not in HARMLESS:
            self.skeleton.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if tag not in HARMLESS:
            self.skeleton.append(("/", tag))
        assert self.inside.pop() == tag

    def handle_data(self, data):
        if self.inside and self.inside[-1] == "script":
            self.scripts.append(data)
        elif not self.inside or self.inside[-1] != "style":
            self.said.append(data)

    def handle_comment(self, data):
        self.skeleton.append(("comment",))

    def handle_decl(self, decl):
        self.skeleton.append(("declaration", decl))

    @property
    def text(self):
        return " ".join(" ".join(self.said).split())


@pytest.fixture(scope="session")
def read():
    """Take a page apart; its elements must be closed in order."""

    def read(html):
        page = Page()
        page.feed(html)
        page.close()
        assert page.inside == []
        return page

    return read
