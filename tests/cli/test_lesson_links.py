"""Pages link to the lessons of the site that was named, in their own language, and to nothing else."""

import re
from urllib.parse import unquote

import pytest

NOTHING = "def double(x):\n    return None\n"
LINK = re.compile(r'href="([^"#][^"]*)"')


@pytest.fixture
def grade(ran_inside, tiny_course):
    """Grade something of the tiny course."""
    return lambda *arguments: ran_inside("grade", "tiny", *arguments, "--course", tiny_course.root)


@pytest.fixture
def lecture(tmp_path):
    """A built site, as far as links are concerned."""
    folder = tmp_path / "my lecture"
    for name in ("index.html", "ko/01-tiny.html", "en/01-tiny.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<p>", encoding="utf-8")
    return folder


@pytest.fixture
def class_folder(tmp_path):
    """Two students, one of whom has a misconception."""
    for name, source in {"kim": "def double(x):\n    return x**2\n", "lee": NOTHING}.items():
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "tiny.py").write_text(source, encoding="utf-8")
    return tmp_path / "class"


def links(page):
    """The links of a page that lead out of it."""
    return set(LINK.findall(page.read_text(encoding="utf-8")))


def followed(page, link):
    """The file that a relative link of a page leads to."""
    return (page.parent / unquote(link.partition("#")[0])).resolve()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_links_to_a_folder_lead_to_the_lessons_in_the_pages_language(grade, class_folder, lecture, tmp_path, language):
    code, said = grade(class_folder, "--out", "results", "--site", "my lecture", "--lang", language)
    assert code == 0, said
    pages = [tmp_path / "results" / "class.html", tmp_path / "results" / "feedback" / "lee.html"]
    for page in pages:
        found = {link for link in links(page) if "01-tiny" in link}
        assert {followed(page, link) for link in found} == {(lecture / language / "01-tiny.html").resolve()}
    assert any(link.endswith("#double") for link in links(pages[1]))


def test_an_address_stands_before_every_lesson_of_one_page(grade, student_file, tmp_path):
    code, _ = grade(student_file(NOTHING), "--html", "kim.html", "--site", "https://example.org/cnn/")
    assert code == 0
    assert links(tmp_path / "kim.html") == {
        "https://example.org/cnn/en/01-tiny.html",
        "https://example.org/cnn/en/01-tiny.html#double",
    }


def test_the_course_names_its_site_and_the_option_goes_before(grade, student_file, tiny_course, tmp_path):
    grade(student_file(NOTHING), "--html", "kim.html")
    assert links(tmp_path / "kim.html") == set()
    assert "lesson 01-tiny#double" in (tmp_path / "kim.html").read_text(encoding="utf-8")
    tiny_course.edit("course.toml", "[name]", 'site = "https://example.org/a"\n[name]')
    grade(student_file(NOTHING), "--html", "kim.html")
    assert "https://example.org/a/en/01-tiny.html" in links(tmp_path / "kim.html")
    grade(student_file(NOTHING), "--html", "kim.html", "--site", "http://localhost:8000")
    assert {link.partition("/en/")[0] for link in links(tmp_path / "kim.html")} == {"http://localhost:8000"}


def test_a_folder_in_the_courses_file_is_the_courses(grade, student_file, tiny_course, tmp_path):
    tiny_course.edit("course.toml", "[name]", 'site = "build/site"\n[name]')
    (tiny_course.root / "build" / "site").mkdir(parents=True)
    (tiny_course.root / "build" / "site" / "index.html").write_text("<p>", encoding="utf-8")
    grade(student_file(NOTHING), "--html", "kim.html")
    expected = (tiny_course.root / "build" / "site" / "en" / "01-tiny.html").resolve()
    assert {followed(tmp_path / "kim.html", link) for link in links(tmp_path / "kim.html")} == {expected}


@pytest.mark.parametrize(
    ("site", "words"),
    [
        ("javascript:alert(1)", "'javascript:alert(1)' is no address of a lecture site."),
        ("https://example.org/#x", "'https://example.org/#x' is no address of a lecture site."),
        ("nowhere", "There is no lecture site in nowhere. Make it with: cnnlab site build --out nowhere"),
    ],
)
def test_what_is_no_site_is_said_before_anything_is_graded(grade, class_folder, tiny_course, site, words):
    code, said = grade(class_folder, "--out", "results", "--site", site)
    assert (code, words in said) == (2, True), said
    assert not (tiny_course.root / "gradebook.sqlite").exists()


def test_a_site_is_for_pages(grade, class_folder):
    code, said = grade(class_folder, "--site", "https://example.org")
    assert (code, said.startswith("--site is for pages: --out writes those of a class")) == (2, True)
