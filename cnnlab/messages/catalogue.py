"""From a Text to a sentence in Korean or English, through one gettext catalogue."""

import gettext
import locale
import os
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path

from cnnlab.messages.text import Text, printable

LOCALES = Path(__file__).resolve().parents[1] / "locale"
DOMAIN = "cnnlab"


class Language(Enum):
    """The languages everything is said in."""

    KOREAN = "ko"
    ENGLISH = "en"


@cache
def translation(language: Language) -> gettext.NullTranslations:
    """The catalogue of a language. English is its own key, so it needs none."""
    if language is Language.ENGLISH:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALES, [language.value])


def render(message: Text, language: Language) -> str:
    """Say a message in a language."""
    # gettext answers the empty key with the catalogue's own header.
    template = translation(language).gettext(message.template) if message.template else ""
    values = {name: _said(value, language) for name, value in message.values.items()}
    return template.format_map(values) if values else template


def _said(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return render(value, language)
    return printable(str(value)) if isinstance(value, (str, Path)) else value


def preferred_language(chosen: str | None = None, environment: Mapping[str, str] = os.environ) -> Language:
    """The language of `--lang`, else of CNNLAB_LANG, else of the locale, else English."""
    wanted = chosen or environment.get("CNNLAB_LANG") or _locale_language(environment)
    return Language.KOREAN if wanted.lower().startswith("ko") else Language.ENGLISH


def _locale_language(environment: Mapping[str, str]) -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return environment[variable]
    return locale.getlocale()[0] or ""
