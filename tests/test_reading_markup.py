"""Text as a person sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_reports.reading.markup import clean_text, single_spaced


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("<p>Head of EDI</p> <p>Staff Networks</p>", "Head of EDI\nStaff Networks"),
        ("<b>High Impact Action 1</b>  Chief executives", "High Impact Action 1  Chief executives"),
        ("Plan including: <ul><li>Events</li><li>Networks</li></ul>", "Plan including:\n• Events\n• Networks"),
        ('<ul style="x"><li>• Every board</li></ul>', "• Every board"),
        ("The Trust to act  •Ensure that roles widen", "The Trust to act\n• Ensure that roles widen"),
        ("cohort 1 &amp;2 participants", "cohort 1 &2 participants"),
        ("Train in <each> division; report R&D = 100%", "Train in <each> division; report R&D = 100%"),
        ("a < b and c > d", "a < b and c > d"),
        ("line one\r\nline two_x000D_\n\n\nline three", "line one\nline two\nline three"),
        ("\uf0b7 Wingdings bullet", "• Wingdings bullet"),
        ("Lead · Support", "Lead · Support"),
        ("no\xa0break", "no break"),
        ("•", "•"),
        ("  \n \t ", ""),
        ("=Review of incidents", "=Review of incidents"),
    ],
)
def test_text_is_read_as_a_person_sees_it(typed: str, seen: str) -> None:
    assert clean_text(typed) == seen


def test_runs_of_spaces_stay_until_they_are_no_longer_needed() -> None:
    assert clean_text("Head of EDI  Staff Networks") == "Head of EDI  Staff Networks"
    assert single_spaced("Head of EDI  Staff Networks") == "Head of EDI Staff Networks"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more_unless_it_uncovers_markup(typed: str) -> None:
    once = clean_text(typed)
    if "<" not in once and "&" not in once and "_x" not in once:
        assert clean_text(once) == once


@given(st.text(alphabet="abc XYZ.,;:!?£€äß", max_size=100))
def test_no_letter_of_plain_text_is_lost(typed: str) -> None:
    assert [c for c in clean_text(typed) if not c.isspace()] == [c for c in typed if not c.isspace()]
