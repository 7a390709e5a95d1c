"""Which texts are looked at closely: held against a plain reckoning of what every text shares with every other."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from edi_reports.audit.candidates import Aspect, candidates, candidates_nearby
from edi_reports.audit.likeness import Texts, weigh
from edi_reports.audit.nearby import Nearby
from edi_reports.audit.pairs import Versions
from tests.version_making import (
    Version,
    a_large_plan,
    edited,
    heavily_reworded,
    lightly_edited,
    with_coming_and_going,
)


def two_versions(size: int, edit: Callable[[str, random.Random], str], sentences: int) -> tuple[Texts, Texts]:
    rng = random.Random(size)
    version = edited(a_large_plan(size, rng), rng, edit, 1.0)
    texts = Versions.of(version.old.counted, version.new.counted, frozenset()).words
    old, new = ([" ".join(side[at : at + 1 + at % sentences]) for at in range(size)] for side in texts)
    return weigh(old, new)


def shared(old: Texts, one: int, new: Texts, other: int) -> int:
    return sum(old.weights[word] for word in old.words[one] if word in new.words[other])


def alike(old: Texts, one: int, new: Texts, other: int) -> float:
    return 2 * shared(old, one, new, other) / (old.mass[one] + new.mass[other])


@pytest.mark.parametrize("size", [1, 2, 5, 40, 400])
@pytest.mark.parametrize("edit", [lightly_edited, heavily_reworded])
@pytest.mark.parametrize("sentences", [1, 6])
def test_the_text_that_is_most_alike_of_all_is_a_candidate(
    size: int, edit: Callable[[str, random.Random], str], sentences: int
) -> None:
    old, new = two_versions(size, edit, sentences)
    found = list(candidates(old, range(size), new, range(size)))

    assert all(weight == shared(old, one, new, other) for one, other, weight in found)
    best = dict.fromkeys(range(size), 0.0)
    for one, other, _ in found:
        best[one] = max(best[one], alike(old, one, new, other))
    most = [max(alike(old, one, new, other) for other in range(size)) for one in range(size)]
    missed = [one for one in range(size) if best[one] < most[one]]
    assert len(missed) <= size // 100


def test_what_stands_around_brings_forward_one_of_many_that_share_as_much() -> None:
    old, new = weigh(["review the policy"] + ["other words"] * 49, ["review the policy"] * 50)
    groups = [f"group {number}" for number in range(50)]
    found = candidates(old, [0], new, range(50), [Aspect(0.165, ["group 33"] * 50, groups)])

    assert (0, 33) in {pair[:2] for pair in found}


def test_a_word_that_one_text_in_thousands_holds_leads_to_it() -> None:
    common = ["review the policy for all staff"] * 2000
    old, new = weigh(["menopause pathway for all staff"], [*common, "menopause pathway", *common])

    assert (0, 2000) in {pair[:2] for pair in candidates(old, [0], new, range(4001))}


def test_nothing_shares_no_word() -> None:
    old, new = weigh(["one two", "", "three"], ["four", "", "five six"])

    assert list(candidates(old, range(3), new, range(3))) == []


# ---- nearby ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def a_few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done in a plan of thousands is done in one of hundreds."""
    monkeypatch.setattr("edi_reports.audit.nearby.MANY", 400)


def a_reworded_plan(*, grouped: bool, shuffled: bool = False) -> Version:
    """A plan of which every action was reworded, and which lost actions here and got others there."""
    rng = random.Random(7)
    version = with_coming_and_going(edited(a_large_plan(500, rng), rng, heavily_reworded, 1.0), rng, 0.02)
    if grouped and not shuffled:
        return version
    old, new = ([replace(action, group=None) for action in plan.actions] for plan in (version.old, version.new))
    if shuffled:
        rng.shuffle(new)
    return Version(replace(version.old, actions=tuple(old)), replace(version.new, actions=tuple(new)), version.truth)


def found_nearby(version: Version) -> set[tuple[int, int]]:
    versions = Versions.of(version.old.counted, version.new.counted, frozenset())
    nearby = Nearby.of(*versions.around)
    assert nearby
    old, new = weigh(*versions.words)
    found = candidates_nearby(old, versions.positions[0], new, nearby)
    before, after = version.old.counted, version.new.counted
    return {(before[one].place.row, after[other].place.row) for one, pairs in found.items() for other, _ in pairs}


@pytest.mark.usefixtures("a_few_are_many")
@pytest.mark.parametrize("grouped", [True, False])
def test_in_a_plan_of_thousands_most_texts_are_found_where_they_stood(grouped: bool) -> None:
    version = a_reworded_plan(grouped=grouped)

    assert len(found_nearby(version) & version.truth) > 0.7 * len(version.truth)


@pytest.mark.usefixtures("a_few_are_many")
def test_where_groups_and_order_were_given_up_nothing_counts_as_found_nearby() -> None:
    assert not found_nearby(a_reworded_plan(grouped=False, shuffled=True))


def test_in_a_plan_of_fewer_actions_all_are_looked_at() -> None:
    around = Versions.of(a_large_plan(50, random.Random(1)).counted, (), frozenset()).around[0]

    assert Nearby.of(around, around) is None
