"""Whatever a student writes, prints or is called, the pages are made of the same elements, and ask nobody for anything."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cnnlab.course import Counterexample, Grade, Hint, Outcome, Override, Student
from cnnlab.messages import Language, text, title
from cnnlab.reporters.class_page import class_page
from cnnlab.reporters.similarity import Alike
from cnnlab.reporters.student_page import student_page

ATTACKS = [
    "<script>alert(1)</script>",
    "</pre></section></main><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "<!--",
    "]]><svg/onload=alert(1)>",
    "</title><base href=//evil>",
    "</style><link rel=stylesheet href=//evil>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "&lt;b&gt; &#60;script&#62;",
    "`<b>` `</code><i>`",
    "javascript:alert(1)",
    "//evil.example/x",
    "\x1b[2J\x00\u202e\u2028\ud800",
]
WORDS = st.one_of(st.sampled_from(ATTACKS), st.text(st.characters(), min_size=1, max_size=60))


@pytest.fixture
def pages(make_check, make_report, full_report):
    """Both pages of a student whose every word is given."""
    arrays = full_report.checks[1].counterexample.arrays

    def pages(words, language=Language.ENGLISH):
        said = text("{path} does not exist.", path=words)
        checks = [
            make_check(
                f"test_{place}",
                Outcome.FAILED,
                title=title("A check"),
                message=replace(said, template="{path} " + str(place)),
                hint=Hint(words, dict.fromkeys(Language, words)),
                lesson=words,
                counterexample=Counterexample(words, words, said, replace(arrays, inputs={words: arrays.expected})),
            )
            for place in range(2)
        ]
        report = make_report(*checks, submission=words, printed=words, notes=(said,), sandbox="none")
        grade = Grade(Student(words, words), report, override=Override(3.0, words))
        links = {words: words + ".html"}
        alike = [Alike((words, words), 0.9, 1.0)]
        return (
            student_page(report, language, grade=grade, title=words, site="../site"),
            class_page([grade, grade], language, title=words, site="../site", links=links, alike=alike),
        )

    return pages


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(WORDS)
@example("".join(ATTACKS))
def test_nobodys_words_become_markup(pages, read, words):
    """Printed spaces alone are no words to show, so a letter goes in front."""
    for hostile, plain in zip(pages("x" + words), pages("x"), strict=True):
        assert read(hostile).skeleton == read(plain).skeleton
        hostile.encode("utf-8")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(WORDS)
def test_every_address_stays_here(pages, read, words):
    for page in pages("x" + words) + pages(words):
        for tag, name, value in read(page).attributes:
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "action", "formaction", "data", "background"}
            if name == "href":
                assert tag == "a"
                assert re.match(r"#check-|\./|\.\./site/", value)


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_was_said_can_be_read(pages, attack, read):
    shown = re.sub(r"[^\S ]|[\x00-\x1f\ud800-\udfff\u202e\u2028]", "", attack).replace("`", "")
    for page in pages(attack):
        said = re.sub("[�`]", "", read(page).text)
        assert " ".join(shown.split()) in said or shown.replace("`", "") in said.replace(" ", "")


@pytest.mark.parametrize("language", Language)
def test_the_policy_allows_our_script_alone_and_no_request(pages, language, read):
    for page in pages("kim", language):
        found = read(page)
        [policy] = [value for tag, name, value in found.attributes if name == "content" and "default-src" in value]
        assert "default-src 'none'" in policy
        for script in found.scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"script-src 'sha256-{digest}'" in policy
        assert "script-src 'unsafe-inline'" not in policy
        assert not re.search(r"url\(|@import|https?://", page)
