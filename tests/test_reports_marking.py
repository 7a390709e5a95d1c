"""How one text became another, word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from edi_reports.model.change import Mark
from edi_reports.reports.marking import MOST_WORDS, mark_words

TEXTS = st.lists(
    st.sampled_from(("plan", "the", "a", "network", ",", "(draft)", "\n• ", "don't", "R&D")), max_size=12
).map(" ".join)


def marks(old: str, new: str) -> list[tuple[str, str]]:
    return [(stretch.mark.value, stretch.text) for stretch in mark_words(old, new)]


def test_a_replaced_word_is_removed_then_added() -> None:
    assert marks("Deliver the plan", "Deliver a strategy") == [
        ("kept", "Deliver "),
        ("removed", "the plan"),
        ("added", "a strategy"),
    ]


def test_an_inserted_word_is_added_alone() -> None:
    assert marks("Deliver plan", "Deliver every plan") == [("kept", "Deliver "), ("added", "every"), ("kept", " plan")]


def test_a_lone_little_word_between_two_changes_is_part_of_the_change() -> None:
    assert marks("develop and implement a plan", "create and deliver a plan") == [
        ("removed", "develop and implement"),
        ("added", "create and deliver"),
        ("kept", " a plan"),
    ]


def test_line_breaks_and_bullets_that_stay_are_not_marked() -> None:
    assert ("kept", "\n• ") in marks("Work of the Network.\n• Identifying aims", "Work of the Network\n• Agreeing aims")


def test_a_very_long_text_is_shown_as_replaced_whole() -> None:
    old, new = "word " * (MOST_WORDS + 1), "other " * 3

    assert marks(old, new) == [("removed", old.rstrip(" ")), ("added", new.rstrip(" ")), ("kept", " ")]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_kept_and_removed_make_the_old_text_and_kept_and_added_the_new(old: str, new: str) -> None:
    stretches = mark_words(old, new)
    before = "".join(stretch.text for stretch in stretches if stretch.mark is not Mark.ADDED)
    after = "".join(stretch.text for stretch in stretches if stretch.mark is not Mark.REMOVED)

    assert before.split() == old.split()
    assert after.split() == new.split()
