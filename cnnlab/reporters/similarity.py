"""Groups of submissions that are nearly the same, the starter left out."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

import numpy as np

THRESHOLD = 0.8
# Less than this of one's own is what the exercise itself makes everybody write.
OWN = 20


@dataclass(frozen=True)
class Alike:
    """Students whose programs hang together by pairs that are alike; `least` and `most` are the similarities of those pairs, in [0, 1]."""

    students: tuple[str, ...]
    least: float
    most: float


def alike(
    prints: Mapping[str, Set[int]], starter: Set[int] = frozenset(), threshold: float = THRESHOLD
) -> tuple[Alike, ...]:
    """The groups, the largest first.

    Two are alike where the one with fewer fingerprints shares at least `threshold` of them, so padding a copy does not hide it.
    """
    same: dict[frozenset[int], list[str]] = {}
    for student, found in prints.items():
        own = frozenset(found - starter)
        if len(own) >= OWN:
            same.setdefault(own, []).append(student)
    distinct, names = list(same), list(same.values())
    parents = list(range(len(distinct)))
    linked: list[tuple[int, float]] = [(place, 1.0) for place, students in enumerate(names) if len(students) > 1]
    for one, other, similarity in _pairs(distinct):
        if similarity >= threshold:
            parents[_root(parents, one)] = _root(parents, other)
            linked.append((one, similarity))
    groups: dict[int, list[str]] = {}
    for place, students in enumerate(names):
        groups.setdefault(_root(parents, place), []).extend(students)
    links: dict[int, list[float]] = {}
    for place, similarity in linked:
        links.setdefault(_root(parents, place), []).append(similarity)
    found_groups = [
        Alike(tuple(sorted(groups[root])), min(similarities), max(similarities)) for root, similarities in links.items()
    ]
    return tuple(sorted(found_groups, key=lambda group: (-len(group.students), group.students)))


def _pairs(prints: list[frozenset[int]]) -> Iterator[tuple[int, int, float]]:
    """Every two that share something, and their similarity."""
    holders: dict[int, list[int]] = {}
    for place, found in enumerate(prints):
        for each in found:
            holders.setdefault(each, []).append(place)
    arrays = {each: np.array(places) for each, places in holders.items() if len(places) > 1}
    for one, found in enumerate(prints):
        shared = [arrays[each] for each in found if each in arrays]
        if not shared:
            continue
        counts = np.bincount(np.concatenate(shared), minlength=len(prints))
        for other in map(int, np.flatnonzero(counts[:one])):
            yield one, other, float(counts[other] / min(len(found), len(prints[other])))


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place
