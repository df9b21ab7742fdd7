"""A lecture site is an address of the web, a file, or a folder; nothing that a browser would run."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.course import catalogue
from cnnlab.course.site_address import is_address, is_site


@pytest.mark.parametrize(
    "site",
    [
        "https://example.org/cnn",
        "http://localhost:8000/",
        "HTTPS://example.org/강의",
        "file:///home/kim/lecture",
        "../lecture",
        "/srv/lecture",
        "build/my site",
    ],
)
def test_an_address_or_a_folder_is_a_site(site):
    assert is_site(site)


@pytest.mark.parametrize(
    "site",
    [
        "",
        " ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "java\nscript:alert(1)",
        "ftp://example.org/",
        "vbscript:x",
        "https:example.org",
        "https://",
        "https:///path",
        "https://[::1/",
        "https://example.org/?page=",
        "https://example.org/#top",
        "https://example.org/a b",
        'https://example.org/"onclick="x',
        "file:lecture",
        "https://exam\u202eple.org/",
        "a\x00b",
        3,
        None,
    ],
)
def test_anything_else_is_none(site):
    assert not is_site(site)


@given(st.text() | st.builds("{}:{}".format, st.text(), st.text()) | st.builds("{}://{}".format, st.text(), st.text()))
def test_no_address_that_is_accepted_is_of_another_kind(site):
    if is_site(site) and is_address(site):
        assert urlsplit(site).scheme in ("http", "https", "file")
        assert not set(site) & set("\"'<> ?#\n\t")


def test_a_course_says_where_its_site_is(tiny_course):
    assert tiny_course.course.site == ""
    tiny_course.edit("course.toml", "[name]", 'site = "https://example.org/cnn"\n[name]')
    assert catalogue.read_course(tiny_course.root).site == "https://example.org/cnn"
