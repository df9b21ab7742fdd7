"""What a lesson may hold, and what its author is told where something is wrong: file, line, and the mend."""

import pytest

from cnnlab.messages import Language

HEAD = '+++\ntitle = "One"\nsummary = "S"\n+++\n'


def test_a_sound_site_has_no_problem(told):
    assert told(deep=True) == []


def test_a_lesson_is_rendered(built):
    page = built().pages[Language.KOREAN, "01-one"]
    assert '<h2 id="first">' in page.html
    assert "<math" in page.html
    assert 'popovertarget="term-stride"' in page.html
    assert 'href="#first"' in page.html
    assert [section.anchor for section in page.sections] == ["", "first"]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("# no head", "1: A lesson begins with TOML between two lines of +++ ; at least `title` and `summary`."),
        ('+++\ntitle = "a"\n+++\n', "1: `summary` is missing from the head of the lesson."),
        (
            '+++\ntitle = "a"\nsummary = "b"\nminuts = 3\n+++\n',
            "4: There is no key `minuts`; use minutes.",
        ),
        ('+++\ntitle = "a"\nsummary = "b"\nminutes = "3"\n+++\n', "4: `minutes` has to be a whole number."),
        ('+++\ntitle = "a\n+++\n', "2: This is no TOML: "),
    ],
)
def test_a_broken_head_is_told_with_its_line(put, told, source, sentence):
    put("en", source)
    assert any(each.startswith(f"01-one.md:{sentence}") for each in told()), told()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("## Bare", "6: This heading has no anchor; end it with one, such as {#stride}."),
        ("# Title {#title}", "6: The title stands in the head of the lesson; begin sections with ##."),
        ("$\\nonsense$", "6: \\nonsense is not known here; write it in another way."),
        ("$\\frac{1$", "6: The braces of this TeX are not in pairs."),
        ("$\\frac{1}$", "6: Something is missing in this TeX"),
        ("$a & b$", "6: This TeX cannot be drawn"),
        (
            "$\\mathrm{ReLU}$",
            "6: `\\mathrm` splits a word into letters; write `\\operatorname` around ReLU.",
        ),
        ("words\n[x](term:strid)", "7: The glossary has no term strid; see stride."),
        ("[x](elsewhere.html)", "6: (elsewhere.html) is no link: write 07-pooling#stride for a lesson"),
        ("::: figur word\nA\n:::", "6: There is no directive figur; use figure."),
        ("::: figure wor\nA\n:::", "6: There is no figure wor; there are: word."),
        ("::: figure word\n:::", "6: A figure has a caption: write it below ::: figure."),
        ("::: widget nothing\nA\n:::", "6: There is no widget nothing; there are: ."),
        ("::: exercise assignment9\nA\n:::", "6: There is no assignment assignment9; there are: ."),
        ("::: quiz\nA?\n\n- [x] yes\n:::", "6: A quiz has a list of two choices or more"),
        ("::: quiz\nA?\n\n- [x] yes\n- [ ] no\n  > why\n:::", "9: Explain this choice"),
        ("::: quiz\nA?\n\n- yes\n- [x] no\n  > why\n:::", "9: A choice begins with [ ] where it is wrong"),
        ("```\nx\n```", "6: Name the language of the code: python"),
        ("```output\n1\n```", "6: An output block follows the python block that prints it."),
        ("![](a.png)", "6: This image has no words"),
        ("![a](a.png)", "6: There is no image a.png in site/images."),
        ("**(a)**b", "6: These stars are no emphasis"),
    ],
)
def test_a_slip_in_the_text_is_told_with_its_line(put, told, more, sentence):
    put("en", HEAD, more=more)
    assert any(each.startswith(f"01-one.md:{sentence}") for each in told()), told()


def test_the_glossary_is_told_in_both_languages(put, built):
    put("en", HEAD, more="::: glossary\n:::")
    page = built().pages[Language.ENGLISH, "01-one"].html
    assert '<td>stride</td><td lang="ko">스트라이드</td>' in page


def test_a_huge_image_is_refused(course, put, told):
    (course.root / "site" / "images").mkdir()
    (course.root / "site" / "images" / "a.png").write_bytes(bytes(200_000))
    put("en", HEAD, more="![a](a.png)")
    assert "01-one.md:6: a.png has 200 kB; at most 100 are allowed: make it smaller." in told()


def test_two_lessons_of_one_number_are_told(put, told):
    put("en", HEAD, name="01-two.md")
    assert "01-two.md:1: 01-one.md has the same number; give one of them another." in told()


def test_an_anchor_that_is_there_twice_is_told(put, told):
    put("en", HEAD, more="## A {#a}\n\n## B {#a}")
    assert "01-one.md:8: The anchor a is there already; choose another." in told()


def test_a_figure_that_fails_is_told_with_the_line_of_its_module(course, put, told):
    (course.root / "site" / "figures" / "word.py").write_text(
        "def draw(language):\n    return 1 / 0\n", encoding="utf-8"
    )
    put("en", HEAD, more="::: figure word\nA\n:::")
    assert any("word fails in word.py, line 2: ZeroDivisionError" in each for each in told())


def test_a_template_that_is_broken_is_told_with_line_and_excerpt(course, built, told):
    path = course.root / "site" / "templates" / "index.html"
    path.write_text(path.read_text(encoding="utf-8") + "{{ nothing }}\n", encoding="utf-8")
    number = len(path.read_text(encoding="utf-8").splitlines())
    path.write_text(path.read_text(encoding="utf-8").replace("{{ said", "{{ sayd", 1), encoding="utf-8")
    assert any(each.startswith("index.html:3: The template cannot be rendered") for each in told()), (told(), number)
    assert any("sayd" in problem.excerpt for problem in built().problems)


def test_a_word_without_a_language_is_told(course, told):
    path = course.root / "site" / "words.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(', en = "Search"', ""), encoding="utf-8")
    assert any("`page.search` has no words in `en`." in each for each in told())


def test_html_in_a_lesson_is_shown_and_not_obeyed(put, built):
    put("en", HEAD, more="<script>alert(1)</script> a < b & c")
    assert "&lt;script&gt;" in built().pages[Language.ENGLISH, "01-one"].html


def test_the_corner_of_a_table_is_no_heading(put, built):
    put("en", more="| | a |\n| --- | --- |\n| b | 1 |\n")
    page = built().files["en/01-one.html"].decode()
    assert "<th></th>" not in page
    assert "<td></td>\n<th>a</th>" in page
