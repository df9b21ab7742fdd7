"""What touches a formula or a term is held on its line by a span; where nothing touches it there is none."""

import re

import pytest

from cnnlab.messages import Language

HELD = re.compile(r'<span class="joined">(.*?)</span>')
TAGS = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("source", "held"),
    [
        ("$k$입니다.", ["k입"]),
        ("so ($k$), and [stride](term:stride).", ["(k),", "stride."]),
        ("‘[스트라이드](term:stride)’가 크면", ["‘스트라이드’\u2060가"]),
        ("$i$/$j$와 $k$", ["i/j와"]),
        ("$k$ [stride](term:stride) [here](#first).", []),
        ("- **$k$입**\n- $j$", ["k입"]),
        ("| $k$개 | b |\n| --- | --- |\n| ($j$) | |\n", ["k개", "(j)"]),
    ],
)
def test_what_touches_a_formula_or_a_term_is_held(put, built, source, held):
    put("en", more=source)
    assert [TAGS.sub("", each) for each in HELD.findall(built().pages[Language.ENGLISH, "01-one"].html)] == held


def test_a_particle_is_joined_to_code(put, built):
    put("en", more="`f()`로 `g` 와")
    assert "</code>\u2060로 <code>g</code> 와" in built().pages[Language.ENGLISH, "01-one"].html


def test_stars_beside_a_formula_are_told_all_the_same(put, told):
    put("en", more="**($k$)**라고")
    assert any("These stars are no emphasis" in each for each in told())


def test_a_number_stays_with_its_unit(put, built):
    put("en", more="91 % of 3 × 4 at 560 nm, 5 meals and 50 km/h")
    assert (
        "91\u00a0% of 3\u00a0×\u00a04 at 560\u00a0nm, 5 meals and 50\u00a0km/h"
        in built().pages[Language.ENGLISH, "01-one"].html
    )
