"""Ten thousand actions matched with ten thousand: how long it takes, and how many are found."""

from __future__ import annotations

import random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from edi_reports.audit.matching import match_actions
from tests.version_making import Version, a_large_plan, edited, heavily_reworded, lightly_edited, with_coming_and_going

SIZE = 10_000


def recall(version: Version) -> float:
    found = match_actions(version.old, version.new)
    pairs = {(match.old.place.row, match.new.place.row) for match in (*found.matches, *found.uncertain)}
    return len(pairs & version.truth) / len(version.truth)


@pytest.mark.parametrize("share", [0.0, 0.1, 1.0])
def test_ten_thousand_lightly_edited_actions(benchmark: BenchmarkFixture, share: float) -> None:
    rng = random.Random(1)
    version = with_coming_and_going(edited(a_large_plan(SIZE, rng), rng, lightly_edited, share), rng, 0.05)

    found = benchmark.pedantic(recall, (version,), rounds=1)  # type: ignore[no-untyped-call]
    assert found >= 0.99


def test_ten_thousand_heavily_reworded_actions(benchmark: BenchmarkFixture) -> None:
    rng = random.Random(1)
    version = edited(a_large_plan(SIZE, rng), rng, heavily_reworded, 1.0)

    found = benchmark.pedantic(recall, (version,), rounds=1)  # type: ignore[no-untyped-call]
    assert found >= 0.975
