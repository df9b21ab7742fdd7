"""Messages are data until a language is known; rendering nests them, and never reads a value as a template."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.messages import Language, Text, preferred_language, printable, render, text, title


def test_values_are_put_into_the_template():
    assert render(text("{path} is empty.", path="a.py"), Language.ENGLISH) == "a.py is empty."


def test_a_message_inside_a_message_is_said_in_the_same_language():
    message = text("It returned {actual}, where {expected} is due.", actual=text("a list"), expected=text("an int"))
    assert render(message, Language.ENGLISH) == "It returned a list, where an int is due."
    korean = render(message, Language.KOREAN)
    assert render(text("a list"), Language.KOREAN) in korean
    assert "a list" not in korean


@given(st.text())
def test_a_value_is_never_a_template(words):
    assert render(text("{words}", words=words), Language.ENGLISH) == printable(words)
    assert render(text("<{words}>", words=words), Language.KOREAN) == f"<{printable(words)}>"


@given(st.text())
def test_what_is_said_of_a_value_can_be_printed(words):
    assert render(text("{words}", words=words), Language.KOREAN).isprintable()


@pytest.mark.parametrize("language", Language)
def test_an_empty_message_says_nothing(language):
    """gettext would answer the empty key with the header of the catalogue."""
    assert render(Text(""), language) == ""


def test_braces_of_a_title_without_values_are_left_alone():
    assert render(title("A {set} of braces"), Language.ENGLISH) == "A {set} of braces"


def test_an_unknown_title_is_said_as_it_was_written():
    assert render(title("A check of another course"), Language.KOREAN) == "A check of another course"


def test_a_message_cannot_be_changed():
    with pytest.raises(TypeError):
        text("{a}", a=1).values["a"] = 2


@pytest.mark.parametrize(
    ("chosen", "environment", "language"),
    [
        ("ko", {"CNNLAB_LANG": "en"}, "ko"),
        ("en", {"CNNLAB_LANG": "ko", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"CNNLAB_LANG": "ko", "LANG": "en_US.UTF-8"}, "ko"),
        (None, {"CNNLAB_LANG": "", "LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LANG": "ko_KR.EUC-KR"}, "ko"),
        (None, {"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "ko_KR.UTF-8", "LANG": "en_US.UTF-8"}, "ko"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"CNNLAB_LANG": "fr"}, "en"),
    ],
)
def test_the_language_is_chosen_by_option_variable_and_locale_in_this_order(chosen, environment, language):
    assert preferred_language(chosen, environment).value == language
