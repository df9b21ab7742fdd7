"""Which letters pictures are labelled with: Korean takes a font that has Hangul, and matplotlib brings none."""

from dataclasses import dataclass

from matplotlib import font_manager

from cnnlab.messages import Language

# Made for Korean first; a CJK font for another language has Hangul too.
KNOWN = (
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Source Han Sans KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
    "NanumBarunGothic",
    "Pretendard",
    "Noto Sans CJK JP",
)
LATIN = "DejaVu Sans"


@dataclass(frozen=True)
class Lettering:
    """The language of the labels and the fonts for them, the first one first."""

    language: Language
    families: tuple[str, ...]


def lettering(wanted: Language) -> Lettering:
    """The wanted language where a font can write it, else English."""
    if wanted is Language.KOREAN:
        family = find_hangul()
        if family is not None:
            return Lettering(wanted, (family, LATIN))
    return Lettering(Language.ENGLISH, (LATIN,))


def find_hangul() -> str | None:
    """The name of a font on this machine that has Hangul: a known one, else any."""
    fonts = font_manager.fontManager.ttflist
    rank = {name: place for place, name in enumerate(KNOWN)}
    for font in sorted(fonts, key=lambda each: (rank.get(each.name, len(KNOWN)), each.name)):
        if _has_hangul(font.fname):
            return font.name
    return None


def _has_hangul(file: str) -> bool:
    try:
        font = font_manager.get_font(file)
    except (OSError, RuntimeError):  # what FreeType cannot read
        return False
    glyphs = {font.get_char_index(ord(letter)) for letter in "한글"}
    # A font of last resort has one glyph, an empty box, for all of them.
    return 0 not in glyphs and len(glyphs) == 2
