"""When two spellings are one word, and two layouts one text."""

from __future__ import annotations

import pytest

from edi_reports.audit.words import laid_out_alike, respellings, stem, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("• Bullying & Harassment:", ("bullying", "and", "harassment")),
        ("Women's Network", ("womens", "network")),
        ("Women’s Network", ("womens", "network")),
        ("WRES/WDES (2025-26)", ("wres", "wdes", "2025", "26")),
        ("ﬁrst\xa0aid", ("first", "aid")),
        ("???", ("???",)),
        (" \n", ()),
    ],
)
def test_the_words_of_a_text(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "other"),
    [("promoting", "promote"), ("policies", "policy"), ("networks", "network"), ("processes", "process")],
)
def test_endings_leave_a_word_the_same(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize(("word", "other"), [("race", "racing"), ("plan", "plant"), ("board", "border")])
def test_short_words_and_other_words_stay_apart(word: str, other: str) -> None:
    assert stem(word) != stem(other)


def test_a_slip_of_the_keys_reads_as_the_word_of_the_other_version() -> None:
    assert respellings(["organasational"], ["organisational"]) == {
        "organasational": "organasational",
        "organisational": "organasational",
    }
    assert respellings(["network", "netwrok"], ["network"]) == {"netwrok": "network"}


@pytest.mark.parametrize(
    ("old", "new"), [("2024", "2025"), ("band", "bank"), ("level2", "level3"), ("gender", "tenders")]
)
def test_numbers_short_words_and_other_words_are_no_slips(old: str, new: str) -> None:
    assert respellings([old], [new]) == {}


def test_two_layouts_of_a_text_are_one() -> None:
    assert laid_out_alike("•  Host  events\n– Promote “work”") == laid_out_alike('Host events\n- Promote "work"')
    assert laid_out_alike("Host events") != laid_out_alike("Host event")
