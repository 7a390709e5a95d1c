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
        ("● one", "• one"),
        (" ● ", "●"),
        ("○", "○"),
        ("○ not started ◐ under way ● done", "○ not started ◐ under way ● done"),
        ("● one\n○ part of it", "• one\n• part of it"),
        ("  \n \t ", ""),
        ("=Review of incidents", "=Review of incidents"),
    ],
)
def test_text_is_read_as_a_person_sees_it(typed: str, seen: str) -> None:
    assert clean_text(typed) == seen


@pytest.mark.parametrize(
    "typed",
    [
        "fewer than <5 staff>",
        "Move staff from band <b> to band <a>",
        "Name: <a few staff> and <i think so>",
        "see <table> 3 and <p value of 0.05>",
        "=IF(A1<b>2,1,0)",
        "<u know who>",
        "R&Dept; and Policies&notes;",
        "item &#5; of the list",
        "a<b and b>c",
        "<name>, <date>, <b.smith@trust.nhs.uk>",
    ],
)
def test_what_only_looks_like_a_tag_or_an_entity_is_kept_as_somebody_typed_it(typed: str) -> None:
    assert clean_text(typed) == typed


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("as <b>bold</b>", "as bold"),
        ("<span style='color: red'>Late", "Late"),
        ('<a href="https://nhs.uk">the policy</a>', "the policy"),
        ("<font color=red size=2>Late</font>", "Late"),
        ("one<br/>two<BR />three", "one\ntwo\nthree"),
        ("<table><tr><td nowrap>a</td></tr></table>", "a"),
        ("&lt;5 staff&gt; &amp; more &eacute;&#8217;", "<5 staff> & more é’"),
    ],
)
def test_mark_up_goes_and_every_word_in_it_stays(typed: str, seen: str) -> None:
    assert clean_text(typed) == seen


@given(st.lists(st.sampled_from(["staff", "<", ">", "<b", "<5", "a", "<p", " ", "&", ";", "if x<y"]), max_size=30))
def test_without_a_whole_tag_nothing_typed_is_lost(pieces: list[str]) -> None:
    typed = "".join(pieces)
    if not any(tag in typed for tag in ("<p>", "<p ")):
        assert [c for c in clean_text(typed) if not c.isspace()] == [c for c in typed if not c.isspace()]


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
