"""Copies are found whatever was renamed, reordered or added; independent answers and the starter alone are not."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.reporters.fingerprints import GRAM, WINDOW, fingerprints, tokens_of
from cnnlab.reporters.similarity import OWN, alike

ROOT = Path(__file__).resolve().parents[2]
STARTER = (ROOT / "assignments/assignment3/pooling.py").read_text(encoding="utf-8")
ANSWERS = {
    path.parent.name: path.read_text(encoding="utf-8")
    for path in (
        ROOT / "solutions/assignment3/reference/pooling.py",
        *sorted((ROOT / "solutions/assignment3/alternatives").glob("*/pooling.py")),
    )
}
ORIGINAL = ANSWERS["plain_loops"]


def reordered(source):
    head, *functions = source.split("\n\n\ndef ")
    return "\n\n\ndef ".join([head, *reversed(functions)])


DISGUISES = {
    "as it is": lambda source: source,
    "renamed": lambda source: re.sub(r"\b(x|padded|kernel_size|height|width)\b", r"my_\1_2", source),
    "commented": lambda source: "\n".join(
        f"{line}  # thought about it" for line in source.splitlines() if '"""' not in line
    ),
    "laid out anew": lambda source: source.replace("    ", "\t").replace("(", "( ").replace("\n", "\n\n"),
    "functions in another order": reordered,
    "padded with more": lambda source: (
        source + "\n\ndef extra(a):\n    " + "\n    ".join(f"a = a * {i} - [a, {i}][1]" for i in range(90))
    ),
}


def groups(**sources):
    found = alike({name: fingerprints(source) for name, source in sources.items()}, fingerprints(STARTER))
    return [group.students for group in found]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_copy_is_found_in_disguise(disguise):
    disguised = DISGUISES[disguise](ORIGINAL)
    assert groups(kim=ORIGINAL, lee=disguised, park=ANSWERS["shifted_slices"]) == [("kim", "lee")]


def test_independent_answers_are_not_alike():
    assert groups(**ANSWERS) == []


def test_who_handed_in_the_starter_copied_nobody():
    assert groups(kim=STARTER, lee=STARTER, park=STARTER) == []


def test_a_group_says_how_alike_its_pairs_are():
    prints = {
        "a": frozenset(range(100)),
        "b": frozenset(range(100)),
        "c": frozenset(range(5, 105)),
        "d": frozenset(range(200, 300)),
    }
    [found] = alike(prints)
    assert (found.students, found.least, found.most) == (("a", "b", "c"), 0.95, 1.0)


def test_the_threshold_is_kept_and_little_of_ones_own_is_no_copy():
    prints = {"a": frozenset(range(100)), "b": frozenset(range(25, 125))}
    assert alike(prints) == ()
    assert alike(prints, threshold=0.7)[0].students == ("a", "b")
    few = {"a": frozenset(range(OWN - 1)), "b": frozenset(range(OWN - 1))}
    assert alike(few) == ()
    assert len(alike({name: each | {OWN} for name, each in few.items()})) == 1


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_words_have_fingerprints_and_tokens(source):
    assert len(fingerprints(source)) <= max(len(tokens_of(source)) - GRAM + 1, 0)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from("+-*/()[]"), min_size=WINDOW + GRAM - 1, max_size=60),
    st.text("+-*/", max_size=20),
    st.text("+-*/", max_size=20),
)
def test_a_common_passage_of_enough_tokens_is_never_missed(common, before, after):
    one, other = " ".join(common), " ".join([*before, *common, *after])
    assert fingerprints(one) & fingerprints(other)


@pytest.mark.parametrize(
    ("source", "due"),
    [('\\"' * 3, ["\\", "text"]), ("'" + "\\'" * 3 + "\na", ["text", "name"]), ('a """ b\nc " d', ["name", "text"])],
)
def test_a_text_that_is_never_closed_is_looked_through_once(source, due):
    """Else a megabyte of them would hold the teacher's page up for hours."""
    assert tokens_of(source) == due
