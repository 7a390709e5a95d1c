"""How many pairs are found, and how many are wrong, in made-up plans of which the truth is known."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from edi_reports.audit.matching import match_actions
from tests.version_making import (
    Version,
    a_large_plan,
    edited,
    heavily_reworded,
    lightly_edited,
    mistyped,
    rolled_over,
    with_coming_and_going,
    with_moves,
    with_synonyms,
)

Edit = Callable[[str, random.Random], str]


class Score:
    """The pairs found against the truth."""

    def __init__(self, version: Version) -> None:
        found = match_actions(version.old, version.new)
        certain = {(match.old.place.row, match.new.place.row) for match in found.matches}
        likely = certain | {(match.old.place.row, match.new.place.row) for match in found.uncertain}
        self.certain = len(certain & version.truth) / len(version.truth)
        self.wrong = certain - version.truth
        self.recall = len(likely & version.truth) / len(version.truth)
        self.precision = len(likely & version.truth) / len(likely)


def a_version(size: int, edit: Edit, share: float, seed: int = 1) -> Version:
    """A tenth of the actions gone, as many come, a fifth moved, and a share of the texts edited."""
    rng = random.Random(seed)
    version = edited(a_large_plan(size, rng), rng, edit, share)
    return with_moves(with_coming_and_going(version, rng, 0.1), rng, 0.2)


@pytest.mark.parametrize("size", [30, 300])
@pytest.mark.parametrize("edit", [mistyped, lightly_edited, with_synonyms])
@pytest.mark.parametrize("share", [0.3, 1.0])
def test_edited_sentences_are_found_and_no_certain_pair_is_wrong(size: int, edit: Edit, share: float) -> None:
    score = Score(a_version(size, edit, share))

    assert not score.wrong
    assert score.certain >= 0.99
    assert score.precision >= 0.98


@pytest.mark.parametrize("size", [30, 300])
def test_a_year_later_with_every_date_and_group_changed_all_are_found(size: int) -> None:
    score = Score(rolled_over(a_version(size, lightly_edited, 1.0)))

    assert not score.wrong
    assert score.certain >= 0.99


def test_sentences_with_four_words_in_ten_changed_are_found() -> None:
    score = Score(a_version(300, heavily_reworded, 1.0))

    assert not score.wrong
    assert score.recall >= 0.975
    assert score.precision >= 0.97


def test_long_texts_of_few_words_with_four_in_ten_changed_and_every_row_elsewhere_are_found() -> None:
    rng = random.Random(1)
    plan = a_large_plan(600, rng)
    texts = [". ".join(rng.choice(plan.actions).text for _ in range(5)) for _ in plan.actions]
    long = replace(plan, actions=tuple(replace(a, text=t) for a, t in zip(plan.actions, texts, strict=True)))
    score = Score(with_moves(edited(long, rng, heavily_reworded, 1.0), rng, 1.0))

    assert not score.wrong
    assert score.certain >= 0.99
    assert score.recall >= 0.995


def test_three_thousand_actions_full_of_siblings_are_told_apart() -> None:
    score = Score(a_version(3000, lightly_edited, 0.3))

    assert score.certain >= 0.99
    assert score.precision >= 0.97
    assert len(score.wrong) <= 2
