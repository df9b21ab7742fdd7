"""What is read on a page has contrast enough (WCAG 2.2 AA) in both themes and on paper, the darkest shades of a grid included."""

import re
from pathlib import Path

import pytest

from cnnlab.reporters.pages import TEMPLATES
from tests.colours import channels, contrast

SOURCE = (Path(TEMPLATES) / "page.css").read_text(encoding="utf-8")
BLOCKS = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
    for block in re.findall(r":root \{(.*?)\}", SOURCE, re.DOTALL)
]
THEMES = dict(zip(("light", "dark", "print"), BLOCKS, strict=True))
SHADE = int(re.search(r"\.grid \.plus \{[^}]*calc\(var\(--s\) \* (\d+)%\)", SOURCE)[1]) / 100


def mixed(one, other, share):
    return [share * a + (1 - share) * b for a, b in zip(channels(one), channels(other), strict=True)]


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read(theme):
    colours = THEMES[theme]
    read = [(ink, paper) for ink in ("ink", "soft", "link", "good", "bad") for paper in ("paper", "raised")] + [
        ("ink", "hint")
    ]
    ratios = {pair: contrast(*(channels(colours[each]) for each in pair)) for pair in read}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("hue", ["plus", "minus"])
def test_numbers_can_be_read_on_the_deepest_shade(theme, hue):
    colours = THEMES[theme]
    assert contrast(channels(colours["ink"]), mixed(colours[hue], colours["paper"], SHADE)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_bars_and_frames_can_be_seen(theme):
    colours = THEMES[theme]
    for mark in ("plus", "minus", "edge"):
        assert contrast(channels(colours[mark]), channels(colours["paper"])) >= 3


def test_every_colour_is_one_of_the_palette():
    rest = re.sub(r":root \{.*?\}", "", SOURCE, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,6}\b|rgb\(|hsl\(", rest) == []
