"""The list of pages for search engines: all of them, in both languages, where the site has an address."""

from xml.etree import ElementTree

import pytest

from cnnlab.course import catalogue
from cnnlab.lectures.assembly import assemble
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.reading import read_sources

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def files(course, site):
    (course.root / "course.toml").write_text(f'site = "{site}"\n[name]\nko = "과목"\nen = "Course"\n', encoding="utf-8")
    return assemble(read_sources(catalogue.read_course(course.root)), Memory()).files


def test_every_page_is_listed_with_its_other_language(course):
    found = files(course, "https://example.org/a&b/")
    urls = ElementTree.fromstring(found["sitemap.xml"]).findall("url", NAMES)
    pages = {url.findtext("loc", namespaces=NAMES): url.findall("xhtml:link", NAMES) for url in urls}
    assert pages.keys() == {f"https://example.org/a&b/{name}" for name in found if name.endswith(".html")}
    others = {link.get("hreflang"): link.get("href") for link in pages["https://example.org/a&b/ko/01-one.html"]}
    assert others == {language: f"https://example.org/a&b/{language}/01-one.html" for language in ("ko", "en")}
    assert pages["https://example.org/a&b/index.html"] == []


@pytest.mark.parametrize("site", ["../elsewhere", "file:///srv/site"])
def test_a_site_without_an_address_of_the_web_has_none(course, site):
    assert "sitemap.xml" not in files(course, site)
