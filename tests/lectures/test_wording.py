"""Words in the wrong language, wherever a reader meets them."""

import pytest

IN_ENGLISH = "There is Korean in this English section."
FIGURE = """
from cnnlab.lectures.drawing import Figure, label, picture


def draw(language):
    return Figure(picture(100, 40, label(50, 20, "{label}")), "{alt}")
"""


@pytest.mark.parametrize(
    "more",
    ["::: remark 제목\nWords.\n:::", "::: figure word\n그림\n:::", "[a](#first)\n\n| a |\n| --- |\n| 가 |"],
    ids=["title", "caption", "table"],
)
def test_korean_in_an_english_lesson_is_told(put, told, more):
    put("en", more=more)
    assert f"01-one.md:8: {IN_ENGLISH}" in told(deep=True)


def test_korean_code_and_korean_names_in_an_english_lesson_are_not(put, told):
    for language, words in (("ko", "용어입니다."), ("en", "Terms.")):
        put(language, more=f"```text\n풀링\n```\n\n::: glossary\n{words}\n:::")
    assert told(deep=True) == []


@pytest.mark.parametrize(
    ("label", "alt", "expected"),
    [
        ("3", "그림이다.", [f"01-one.md:8: {IN_ENGLISH}"]),
        ("글", "A picture of it.", ["01-one.md:8: This section is not in Korean.", f"01-one.md:8: {IN_ENGLISH}"]),
        ("3", "A picture of it.", ["01-one.md:8: This section is not in Korean."]),
    ],
)
def test_a_figure_that_speaks_one_language_is_told(course, put, told, label, alt, expected):
    (course.root / "site" / "figures" / "word.py").write_text(FIGURE.format(label=label, alt=alt), encoding="utf-8")
    put("ko", more="::: figure word\n그림\n:::")
    put("en", more="::: figure word\nA word.\n:::")
    assert told(deep=True) == expected


@pytest.mark.parametrize(
    ("file", "line", "key", "source"),
    [
        (
            "widgets/one.toml",
            2,
            "sum",
            'title = { ko = "하나", en = "One" }\nsum = { ko = "The sum of it", en = "Sum" }\n',
        ),
        ("widgets/one.toml", 2, "sum", 'title = { ko = "하나", en = "One" }\nsum.ko = "합"\nsum.en = "합"\n'),
        ("glossary.toml", 2, "z", '\n[z]\nko = "지"\nen = "지"\ndefinition.ko = "가"\ndefinition.en = "a"\n'),
        ("glossary.toml", 1, "z", '[z]\nko = "지"\nen = "z"\ndefinition.ko = "The last of all"\ndefinition.en = "a"\n'),
    ],
)
def test_words_in_the_other_language_are_told(course, put, told, file, line, key, source):
    path = course.root / "site" / file
    path.write_text(source, encoding="utf-8")
    (course.root / "site" / "widgets" / "one.js").write_text("export function mount() {}\n", encoding="utf-8")
    for language in ("ko", "en"):
        lesson = (course.root / "site" / "lessons" / language / "01-one.md").read_text(encoding="utf-8")
        put(language, lesson.replace("(term:stride)", "(#first)"))
    if "widgets" not in file:
        (course.root / "site" / "widgets" / "one.js").unlink()
    assert told(deep=True) == [f"{path.name}:{line}: The languages of `{key}` are mixed up."]


def test_words_of_the_site_itself_are_held_to_it_too(course, told):
    path = course.root / "site" / "words.toml"
    source = path.read_text(encoding="utf-8").replace('en = "Search"', 'en = "검색"')
    path.write_text(source, encoding="utf-8")
    line = next(at for at, words in enumerate(source.splitlines(), 1) if words.startswith("search ="))
    assert told(deep=True) == [f"words.toml:{line}: The languages of `page.search` are mixed up."]
