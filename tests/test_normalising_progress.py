"""What the progress and RAG columns say, in words and in colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_reports.model.action import Held, Progress, ProgressSource, ProgressState
from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.raw import RawCell
from edi_reports.normalising.colours import difference, rag_of_fill
from edi_reports.normalising.progress import combine_steps, find_legend, normalise_key, normalise_progress, read_words

PLACE = Place("plan.xlsx", "Plan", 5, 8)
KEY = normalise_key(
    (KeyEntry("FF0000", "Not started"), KeyEntry("FFC000", "In progress"), KeyEntry("00B050", "Completed"))
)[0]
BRAG = normalise_key(
    (
        KeyEntry("0070C0", "Blue - complete"),
        KeyEntry("00B050", "Green - on track"),
        KeyEntry("FFC000", "Amber (some risk of delay)"),
        KeyEntry("FF0000", "Red = overdue"),
    )
)[0]


def cell(text: str = "", fill: str | None = None) -> RawCell:
    return RawCell(text, PLACE, fill=fill)


def said(text: str) -> tuple[str | None, str | None]:
    found = read_words(text)
    return found.state and found.state.value, found.rag and found.rag.value


@pytest.mark.parametrize(
    ("text", "state", "rag"),
    [
        ("Not yet begun", "not_started", None),
        ("N/S", "not_started", None),
        ("Working on it", "in_progress", None),
        ("Doing", "in_progress", None),
        ("In backlog", "not_started", None),
        ("Done 👍", "completed", None),
        ("Action closed at EDI Steering Group 14/10/25", "completed", None),
        ("Yellow", None, "amber"),
        ("Not started", "not_started", None),
        ("0%", "not_started", None),
        ("Yet to commence", "not_started", None),
        ("In progress", "in_progress", None),
        ("in-progress", "in_progress", None),
        ("Underway", "in_progress", None),
        ("On track", "in_progress", None),
        ("On track for completion by March", "in_progress", None),
        ("On-going", "in_progress", None),
        ("50%", "in_progress", None),
        ("90% complete", "in_progress", None),
        ("Partially complete", "in_progress", None),
        ("Nearly completed", "in_progress", None),
        ("Proposed for Closure", "proposed_for_closure", None),
        ("Recommended for closure", "proposed_for_closure", None),
        ("Complete", "completed", None),
        ("Done ✔", "completed", None),
        ("Completed - June 2025", "completed", None),
        ("Complete (12/06/2025)", "completed", None),
        ("Complete - toolkit live on the intranet", "completed", None),
        ("100%", "completed", None),
        ("✓", "completed", None),
        ("✅ Complete", "completed", None),
        ("Closed", "completed", None),
        ("Completed Green", "completed", "green"),
        ("Green (Complete)", "completed", "green"),
        ("Amber - on track", "in_progress", "amber"),
        ("🟢 On track", "in_progress", "green"),
        ("BRAG: Blue", None, "blue"),
        ("Green", None, "green"),
        ("A", None, "amber"),
        ("R", None, "red"),
    ],
)
def test_words_say_a_state_a_rag_or_both(text: str, state: str | None, rag: str | None) -> None:
    assert said(text) == (state, rag)


@pytest.mark.parametrize(
    "text", ["At risk", "Delayed", "Overdue", "Off track", "On hold", "Not completed", "N/A", "Not yet due"]
)
def test_how_an_action_fares_does_not_say_whether_it_was_begun(text: str) -> None:
    assert said(text) == (None, None)
    assert read_words(text).known


@pytest.mark.parametrize(
    "text",
    [
        "Completed a review of the policy and will start training",
        "To be completed by March",
        "Incomplete data so far",
        "The group met in June. Completed.",
        "Greener travel plan",
        "Y",
        "Amber/Green",
        "Closed at next committee",
        "Complete 👎",
    ],
)
def test_a_story_is_no_state(text: str) -> None:
    assert said(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Off track", Held.UP),
        ("Stuck", Held.UP),
        ("Delayed due to sickness absence; now expected January", Held.UP),
        ("In progress (delayed)", Held.UP),
        ("On hold - awaiting funding", Held.UP),
        ("At risk of slippage", Held.UP),
        ("Rolled over to 26/27", Held.UP),
        ("Cancelled", Held.OFF),
        ("Superseded by action 3.2", Held.OFF),
        ("Closed - superseded", Held.OFF),
        ("No longer required", Held.OFF),
        ("Not being taken forward", Held.OFF),
        ("Not progressed", Held.UP),
        ("Started but delayed", Held.UP),
        ("Unable to deliver because of vacancies", Held.UP),
        ("Deadline extended to March", Held.UP),
        ("On hold, to be withdrawn", Held.UP),
        ("In progress", None),
        ("No issues", None),
        ("Low risk", None),
        ("Not due yet", None),
        ("Issues raised by the network were discussed", None),
        ("Removed from the plan in October", Held.OFF),
        ("Removed from job adverts: gendered words", None),
        ("Merged with payroll data", None),
        ("Extended to all divisions", None),
        ("Revised to include bank staff", None),
    ],
)
def test_words_may_hold_an_action_up_or_call_it_off(text: str, held: Held | None) -> None:
    assert read_words(text).held is held


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Not started due to capacity", "not_started"),
        ("Work has not yet started on this", "not_started"),
        ("Work has started with the divisions", "in_progress"),
        ("Staff consultation underway", "in_progress"),
        ("No work in progress", None),
        ("Should be in progress by June", None),
        ("Was in progress", None),
        ("Completed early", "completed"),
        ("Delivered and embedded", "completed"),
        ("Propose to close as all objectives are set", "proposed_for_closure"),
    ],
)
def test_a_reason_after_a_state_leaves_it_standing(text: str, state: str) -> None:
    assert said(text) == (state, None)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("compelte", "completed"),
        ("Completd", "completed"),
        ("In progess", "in_progress"),
        ("Not strated", "not_started"),
        ("Not stated", None),
        ("Achieve", None),
        ("Passed", None),
        ("Completes", None),
    ],
)
def test_a_slip_of_the_finger_is_read_as_the_one_word_it_can_be_and_no_other_word_is(
    text: str, state: str | None
) -> None:
    assert said(text) == (state, None)


@pytest.mark.parametrize(
    "text", ["80", "Q4", "2026/27", "March 2026", "Declined", "Marketing complete", "May complete"]
)
def test_a_number_a_time_or_what_only_begins_like_a_month_is_no_progress(text: str) -> None:
    progress, _, found = normalise_progress((cell(text),), ())
    assert progress.state is ProgressState.NOT_STATED
    assert {one.code for one in found} <= {"unreadable-progress", "completion-in-doubt"}
    assert found


def test_of_several_states_told_each_for_its_own_time_none_is_taken() -> None:
    for text in ("Q1 - Not started\nQ2 - In progress", "June: Not started\nOct: In progress"):
        assert said(text) == (None, None)
        assert not read_words(text).known
    assert said("In progress - started June 2025") == ("in_progress", None)


def test_completed_and_proposed_for_closure_is_proposed_for_closure() -> None:
    assert said("Complete - propose to close") == ("proposed_for_closure", None)


@pytest.mark.parametrize(("text", "rag"), [("Amber ↑", "amber"), ("Green ↔", "green"), ("Amber → Green", None)])
def test_an_arrow_beside_a_rag_tells_where_it_is_going_not_what_it_is(text: str, rag: str | None) -> None:
    assert said(text) == (None, rag)


def test_two_rags_in_one_cell_are_told_as_not_known() -> None:
    assert [found.code for found in normalise_progress((cell("Red/Amber"),), ())[2]] == ["unreadable-progress"]


def test_a_colour_that_is_no_rag_is_set_aside_before_the_words_it_stands_for() -> None:
    assert said("Grey - not started") == ("not_started", None)
    assert said("Grey") == (None, None)


def test_some_of_several_parts_done_is_in_progress() -> None:
    assert [said(text)[0] for text in ("2 of 4 complete", "Stage 2 of 4", "4 of 4 complete")] == [
        "in_progress",
        "in_progress",
        None,
    ]


def test_a_text_that_is_not_understood_is_told() -> None:
    progress, rag, (finding,) = normalise_progress((cell("Fabulous"),), KEY)
    assert (progress.state, progress.source, progress.as_written) == (
        ProgressState.NOT_STATED,
        ProgressSource.NONE,
        "Fabulous",
    )
    assert rag is None
    assert finding.code == "unreadable-progress"


def test_a_fill_means_what_the_key_says() -> None:
    progress, rag, found = normalise_progress((cell(fill="00B050"),), KEY)
    assert (progress.state, progress.source, progress.as_written) == (
        ProgressState.COMPLETED,
        ProgressSource.FILL,
        "00B050",
    )
    assert rag is None
    assert found == ()


def test_a_key_that_names_a_colour_states_a_rag() -> None:
    assert [(entry.state, entry.rag) for entry in BRAG] == [
        (ProgressState.COMPLETED, Rag.BLUE),
        (ProgressState.IN_PROGRESS, Rag.GREEN),
        (None, Rag.AMBER),
        (None, Rag.RED),
    ]
    assert normalise_progress((cell(fill="FF0000"),), BRAG)[1] is Rag.RED


@pytest.mark.parametrize(
    ("meaning", "fill", "rag"), [("On track", "00B050", Rag.GREEN), ("At risk", "FFC000", Rag.AMBER)]
)
def test_a_delivery_phrase_beside_a_rag_colour_states_that_rag(meaning: str, fill: str, rag: Rag) -> None:
    ((entry,), _) = normalise_key((KeyEntry(fill, meaning),))
    assert entry.rag is rag


@pytest.mark.parametrize("meaning", ["Complete (12)", "Complete: 4", "Completed - 3", "Complete"])
def test_a_count_in_the_key_does_not_change_its_meaning(meaning: str) -> None:
    ((entry,), found) = normalise_key((KeyEntry("0070C0", meaning),))
    assert (entry.state, entry.rag, found) == (ProgressState.COMPLETED, None, ())


def test_a_key_that_names_neither_is_noted() -> None:
    assert [found.code for found in normalise_key((KeyEntry("7030A0", "Led by the region"),))[1]] == ["unreadable-key"]


@pytest.mark.parametrize(
    ("fill", "state", "code"),
    [
        ("FFBF00", "in_progress", "near-fill"),
        ("92D050", "completed", "different-fill"),
        ("F79646", "in_progress", "different-fill"),
    ],
)
def test_a_near_shade_is_the_key_colour_and_said_so(fill: str, state: str, code: str) -> None:
    progress, _, (finding,) = normalise_progress((cell(fill=fill),), KEY)
    assert (progress.state.value, progress.as_written, finding.code) == (state, fill, code)


@pytest.mark.parametrize("fill", ["ED7D31", "7030A0", "D9D9D9", "000000", "0070C0", "FCE4D6"])
def test_a_colour_near_none_or_near_two_means_nothing(fill: str) -> None:
    progress, rag, (finding,) = normalise_progress((cell(fill=fill),), KEY)
    assert (progress.state, rag, finding.code) == (ProgressState.NOT_STATED, None, "unkeyed-fill")


def test_a_fill_without_any_key_means_nothing() -> None:
    progress, rag, (finding,) = normalise_progress((cell(fill="00B050"),), ())
    assert (progress.state, rag, finding.code) == (ProgressState.NOT_STATED, None, "unkeyed-fill")


def test_a_fill_that_shows_the_rag_of_its_own_words_needs_no_key() -> None:
    progress, rag, found = normalise_progress((cell("Amber", "FFC000"),), ())
    assert (progress.state, rag, found) == (ProgressState.NOT_STATED, Rag.AMBER, ())
    other_colour = normalise_progress((cell("Amber", "00B050"),), ())
    beside_the_words = normalise_progress((cell("Amber"), cell(fill="FFC000")), ())
    assert [[each.code for each in found] for _, _, found in (other_colour, beside_the_words)] == [["unkeyed-fill"]] * 2


@pytest.mark.parametrize("fill", [None, "FFFFFF"])
def test_no_fill_and_white_say_nothing(fill: str | None) -> None:
    progress, rag, found = normalise_progress((cell(fill=fill),), KEY)
    assert (progress.state, rag, found) == (ProgressState.NOT_STATED, None, ())


def test_words_win_over_a_fill_that_disagrees_and_the_keeper_is_told() -> None:
    progress, _, (finding,) = normalise_progress((cell("Not started", "00B050"),), KEY)
    assert (progress.state, progress.source) == (ProgressState.NOT_STARTED, ProgressSource.TEXT)
    assert finding.code == "progress-disagrees"


def test_a_status_column_and_a_rag_column_are_read_together() -> None:
    progress, rag, found = normalise_progress((cell("In progress"), cell("Amber")), KEY)
    assert (progress.state, rag, found) == (ProgressState.IN_PROGRESS, Rag.AMBER, ())


def test_a_fill_means_what_a_key_in_words_says_of_its_colour() -> None:
    legend = find_legend(("Green = on track; Amber = some slippage; Red = off track; Blue = completed",))
    read = [normalise_progress((cell(fill=fill),), (), legend) for fill in ("00B050", "0070C0", "7030A0")]
    assert [rag for _, rag, _ in read] == [Rag.GREEN, Rag.BLUE, None]
    assert [progress.state.value for progress, _, _ in read] == ["in_progress", "completed", "not_stated"]
    assert [finding.code for _, _, found in read for finding in found] == ["unkeyed-fill"]


def test_words_explain_no_fill_where_the_key_has_fills_or_explains_a_colour_twice() -> None:
    legend = find_legend(("Green = completed; Red = off track",))
    keyed = (KeyEntry("FF0000", "Red", PLACE, rag=Rag.RED),)
    assert normalise_progress((cell(fill="00B050"),), keyed, legend)[0].state is ProgressState.NOT_STATED
    twice = find_legend(("Dark green = completed; Light green = on track; Red = off track; Amber = delayed",))
    assert normalise_progress((cell(fill="00B050"),), (), twice)[0].state is ProgressState.NOT_STATED


def test_letters_mean_what_the_plan_says() -> None:
    legend = find_legend(("Key: C = Complete, O = Open, N = Not started",))
    assert normalise_progress((cell("N"),), (), legend)[0].state is ProgressState.NOT_STARTED
    assert normalise_progress((cell("C"),), (), legend)[0].state is ProgressState.COMPLETED
    progress, _, (finding,) = normalise_progress((cell("C"),), ())
    assert (progress.state, finding.code) == (ProgressState.NOT_STATED, "unreadable-progress")
    legend = find_legend(("BRAG: B = complete; R = off track; A = delayed but recoverable; G = on track",))
    progress, rag, found = normalise_progress((cell("B"),), (), legend)
    assert (progress.state, rag, found) == (ProgressState.COMPLETED, Rag.BLUE, ())


def test_a_letter_that_the_plan_explains_otherwise_is_no_rag() -> None:
    legend = find_legend(("A = achieved, P = partially achieved",))
    progress, rag, _ = normalise_progress((cell("A"),), (), legend)
    assert (progress.state, rag) == (ProgressState.COMPLETED, None)


def test_a_colour_word_has_the_state_that_the_key_gives_its_colour() -> None:
    progress, rag, _ = normalise_progress((cell("Blue"),), BRAG)
    assert (progress.state, rag) == (ProgressState.COMPLETED, Rag.BLUE)


def test_pale_and_grey_fills_have_no_rag_colour() -> None:
    fills = ("FF0000", "FFC000", "00B050", "0070C0", "D9D9D9", "FFFFFF", "FCE4D6")
    assert [rag_of_fill(fill) for fill in fills] == [Rag.RED, Rag.AMBER, Rag.GREEN, Rag.BLUE, None, None, None]


a_fill = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


@given(a_fill, a_fill)
def test_difference_is_a_distance(one: str, two: str) -> None:
    assert difference(one, one) == 0
    assert difference(one, two) == pytest.approx(difference(two, one))
    assert 0 <= difference(one, two) < 400


@given(st.text(max_size=60), a_fill)
def test_no_text_or_colour_breaks_the_reading(text: str, fill: str) -> None:
    progress, _, _ = normalise_progress((cell(text, fill),), KEY)
    assert (progress.source is ProgressSource.NONE) == (progress.state is ProgressState.NOT_STATED)


def test_an_action_told_in_steps_is_completed_only_when_every_step_is() -> None:
    done = Progress(ProgressState.COMPLETED, ProgressSource.TEXT, "Complete")
    begun = Progress(ProgressState.IN_PROGRESS, ProgressSource.TEXT, "In progress")
    waiting = Progress(ProgressState.NOT_STARTED, ProgressSource.TEXT, "Not started")
    silent = Progress(ProgressState.NOT_STATED, ProgressSource.NONE)

    def state(*steps: Progress) -> ProgressState:
        return combine_steps([(step, None, ()) for step in steps])[0].state

    assert state(done, done) is ProgressState.COMPLETED
    assert state(done, begun, waiting) is ProgressState.IN_PROGRESS
    assert state(done, waiting) is ProgressState.IN_PROGRESS
    assert state(done, silent) is ProgressState.IN_PROGRESS
    assert state(waiting, waiting) is ProgressState.NOT_STARTED
    assert state(silent, silent) is ProgressState.NOT_STATED


def test_of_the_rags_of_several_steps_the_worst_is_the_actions() -> None:
    step = Progress(ProgressState.IN_PROGRESS, ProgressSource.TEXT, "In progress")
    assert combine_steps([(step, Rag.GREEN, ()), (step, Rag.RED, ()), (step, None, ())])[1] is Rag.RED
