"""A plan as read becomes a plan as understood."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from edi_reports.default_owners import OWNERS
from edi_reports.model.action import Held, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.owner import Part
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, KeyEntry, Source
from edi_reports.model.rag import Rag
from edi_reports.model.raw import Column, Field, RawAction, RawCell, RawPlan, Table, Tally
from edi_reports.model.target import TargetKind
from edi_reports.normalising.plan import NormalisingSettings, normalise_plan

SETTINGS = NormalisingSettings(owners=OWNERS)
COLUMNS = {field: number for number, field in enumerate(Field, start=1)}
TITLE = "EDI Action Plan 2025-26"


def cell(row: int, field: Field, text: str = "", *, fill: str | None = None, struck: bool = False) -> RawCell:
    return RawCell(text, Place("plan.xlsx", "Plan", row, COLUMNS[field]), fill=fill, struck=struck)


def row(number: int, group: str = "Aim 1: Data", other: tuple[tuple[str, str], ...] = (), **texts: str) -> RawAction:
    """A row of a plan, typed as field=text; an action, owner and target unless told otherwise."""
    typed = {"action": f"Publish report {number}", "owner": "Head of EDI", "target": "Q3"} | texts
    fields = tuple((Field(name), (cell(number, Field(name), text),)) for name, text in typed.items() if text)
    heading = RawCell(group, Place("plan.xlsx", "Plan", number, 1)) if group else None
    return RawAction(Place("plan.xlsx", "Plan", number, COLUMNS[Field.ACTION]), fields, heading, other=other)


def a_raw_plan(*rows: RawAction, key: tuple[KeyEntry, ...] = (), years: tuple[str, ...] = (TITLE,)) -> RawPlan:
    return RawPlan(Source("plan.xlsx", "0" * 64), TITLE, years, (), key, rows, (), Tally(0, 0, 0, 0, 0, 0, 0))


def understand(*rows: RawAction, key: tuple[KeyEntry, ...] = ()) -> tuple[ActionPlan, tuple[Finding, ...]]:
    return normalise_plan(a_raw_plan(*rows, key=key), SETTINGS)


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found]


def test_an_action_is_understood_in_all_its_parts() -> None:
    plan, found = understand(
        row(5, progress="Amber - on track", frameworks="WRES", update="Drafted.", support="Staff Networks")
    )
    (action,) = plan.actions
    assert plan.period is not None
    assert plan.period.due == date(2026, 3, 31)
    assert (action.ref, str(action.group), action.text) == ("1.01", "Aim 1: Data", "Publish report 5")
    assert [(owner.name, owner.part) for owner in action.owners] == [
        ("Head of EDI", Part.LEAD),
        ("Staff Networks", Part.SUPPORT),
    ]
    assert (action.target.due, action.progress.state) == (date(2025, 12, 31), ProgressState.IN_PROGRESS)
    assert (action.stated_rag, [str(one) for one in action.frameworks], action.update) == (
        Rag.AMBER,
        ["WRES"],
        "Drafted.",
    )
    assert action.place_of("target").column == COLUMNS[Field.TARGET]
    assert found == ()


def test_the_revised_date_counts_and_the_first_is_kept() -> None:
    plan, _ = understand(row(5, target="Q1", revised_target="Q4"), row(6, target="Q1", revised_target="N/A"))
    moved, kept = (action.target for action in plan.actions)
    assert (moved.due, moved.original_due) == (date(2026, 3, 31), date(2025, 6, 30))
    assert (kept.due, kept.original_due) == (date(2025, 6, 30), None)


def test_a_start_column_gives_the_first_day() -> None:
    plan, _ = understand(row(5, start="April 2025", target="30 September 2025"))
    target = plan.actions[0].target
    assert (target.kind, target.start, target.due) == (TargetKind.RANGE, date(2025, 4, 1), date(2025, 9, 30))


def test_a_start_after_the_due_day_is_left_out() -> None:
    plan, _ = understand(row(5, start="June 2026", target="30 September 2025"))
    assert plan.actions[0].target.start == date(2025, 9, 30)


def test_dates_in_the_text_of_an_action_are_never_due_dates() -> None:
    plan, found = understand(
        row(5, action="Have plans in place by March 2024", update="Due June 2025", target=""), row(6)
    )
    assert plan.actions[0].target.kind is TargetKind.BLANK
    assert codes(found) == ["target-missing"]
    assert found[0].ref == "1.01"


def test_completed_in_the_target_column_is_progress_where_no_other_is_stated() -> None:
    plan, found = understand(row(5, target="Completed June 2025"), row(6, target="Complete", progress="In progress"))
    assert [action.progress.state for action in plan.actions] == [ProgressState.COMPLETED, ProgressState.IN_PROGRESS]
    assert codes(found) == ["progress-in-target", "progress-in-target"]


def test_a_day_in_a_column_of_completion_days_means_completed() -> None:
    plan, _ = understand(row(5, completed="18/06/2025"), row(6, completed="N/A"))
    assert [action.progress.state for action in plan.actions] == [ProgressState.COMPLETED, ProgressState.NOT_STATED]


def test_an_update_tells_the_state_only_where_no_column_does() -> None:
    said = ("Not started - awaiting data", "Started June 2025", "Completed 12/10/2025", "Completed. Next phase in May.")
    plan, _ = understand(*(row(number, update=text) for number, text in enumerate(said, start=5)))
    assert [action.progress.state.value for action in plan.actions] == [
        "not_started",
        "in_progress",
        "completed",
        "not_stated",
    ]
    plan, _ = understand(row(5, update="Completed 12/10/2025"), row(6, progress="In progress"))
    assert plan.actions[0].progress.state is ProgressState.NOT_STATED


def test_an_update_that_begins_with_completed_and_says_more_is_told() -> None:
    told = understand(row(5, update="Completed. Next phase in May."), row(6, update="Workshop held in May."))[1]
    assert [(one.code, one.place and one.place.row) for one in told] == [("completion-in-doubt", 5)]
    assert understand(row(5, update="Completed. Next phase in May."), row(6, progress="In progress"))[1] == ()


def test_words_that_hold_an_action_up_are_kept_with_the_cell_they_stand_in() -> None:
    plan, _ = understand(
        row(5, progress="Off track"),
        row(6, update="On hold. Post vacant."),
        row(7, target="Slipped to Q4"),
        row(8, target="Q4 (revised)"),
    )
    assert [(each.hindrance.words, each.hindrance.place) for each in plan.actions if each.hindrance] == [
        ("Off track", cell(5, Field.PROGRESS).place),
        ("On hold. Post vacant.", cell(6, Field.UPDATE).place),
        ("Slipped to Q4", cell(7, Field.TARGET).place),
        ("Q4 (revised)", cell(8, Field.TARGET).place),
    ]


def test_what_calls_an_action_off_goes_before_what_holds_it_up() -> None:
    plan, _ = understand(row(5, progress="Delayed", update="Superseded by action 3.2"))
    assert plan.actions[0].hindrance
    assert plan.actions[0].hindrance.held is Held.OFF


def test_a_moved_date_holds_an_action_up_only_while_nobody_knows_from_when() -> None:
    plan, _ = understand(row(5, original_target="June 2025", target="Moved to Q4"), row(6, target="Was Q2, now Q4"))
    assert [action.hindrance for action in plan.actions] == [None, None]


def test_an_update_tells_the_state_on_a_sheet_without_a_column_for_it_whatever_other_sheets_have() -> None:
    told = row(5, target="Q1", update="Closed")
    elsewhere = replace(row(6, progress="In progress"), place=Place("plan.xlsx", "Surgery", 6, 1))
    plan, _ = understand(told, elsewhere)
    assert [action.progress.state for action in plan.actions] == [ProgressState.COMPLETED, ProgressState.IN_PROGRESS]


def test_a_row_that_only_points_needs_no_owner_or_date() -> None:
    plan, found = understand(row(5, action="See 1.02", owner="", target=""), row(6))
    assert plan.actions[0].pointer_to == "1.02"
    assert len(plan.counted) == 1
    assert found == ()


def test_an_action_struck_through_is_cancelled_and_kept() -> None:
    struck = cell(5, Field.ACTION, "Publish the report", struck=True)
    raw = RawAction(struck.place, ((Field.ACTION, (struck,)),))
    plan, found = understand(raw)
    assert plan.actions[0].cancelled
    assert codes(found) == ["cancelled-action"]


@pytest.mark.parametrize(
    "status", ["Withdrawn", "Superseded by 4.1", "No longer required", "Red - cancelled", "Duplicate"]
)
def test_an_action_whose_status_calls_it_off_is_cancelled_and_the_cell_is_named(status: str) -> None:
    plan, found = understand(row(5, progress=status), row(6))
    assert [action.cancelled for action in plan.actions] == [True, False]
    assert codes(found) == ["withdrawn-action"]
    assert found[0].place == plan.actions[0].place_of("progress")


def test_a_rag_beside_a_status_that_calls_an_action_off_does_not_keep_it_alive() -> None:
    rows = row(5, progress="Withdrawn", stated_rag="R"), row(6, progress="In progress", stated_rag="Withdrawn")
    plan, found = understand(*rows)
    assert [action.cancelled for action in plan.actions] == [True, False]
    assert codes(found).count("withdrawn-action") == 1


@pytest.mark.parametrize(
    "status", ["On hold", "Withdrawn from the first site, under way at the second", "Deferred", "N/A"]
)
def test_an_action_that_only_rests_or_is_called_off_in_part_is_not_cancelled(status: str) -> None:
    plan, _ = understand(row(5, progress=status))
    assert not plan.actions[0].cancelled


def test_an_update_that_calls_an_action_off_is_told_and_leaves_it_rated() -> None:
    plan, _ = understand(row(5, progress="In progress", update="Withdrawn"))
    assert not plan.actions[0].cancelled
    assert plan.actions[0].hindrance is not None


def test_a_missing_owner_is_found_only_where_the_plan_has_owners() -> None:
    assert codes(understand(row(5, owner=""), row(6))[1]) == ["owner-missing"]
    assert codes(understand(row(5, owner=""))[1]) == []


def test_the_same_reference_twice_is_found() -> None:
    plan, (found,) = understand(row(5, ref="A1"), row(6, ref="A1"))
    assert [action.ref for action in plan.actions] == ["A1", "A1"]
    assert (found.code, found.ref) == ("duplicate-ref", "A1")


def test_an_owner_in_no_register_is_noted_at_most_once() -> None:
    rows = [row(number, owner="Lorem Ipsum Dolor, Head of EDI") for number in (5, 6, 7)]
    assert codes(understand(*rows)[1]) in (["owner-unlisted"], ["unreadable-owner"])


def test_the_plans_own_spelling_of_its_posts_is_one_owner() -> None:
    plan, _ = understand(
        row(5, owner="Head of Belonging"), row(6, owner="head of belonging"), row(7, owner="Head of Belonging / Chair")
    )
    assert [action.owners[0].name for action in plan.actions] == ["Head of Belonging"] * 3


@pytest.mark.parametrize(("sheet", "state"), [("Plan", ProgressState.COMPLETED), ("Other", ProgressState.IN_PROGRESS)])
def test_each_sheet_has_its_own_key(sheet: str, state: ProgressState) -> None:
    green = "00B050"
    key = (
        KeyEntry(green, "Completed", Place("plan.xlsx", "Plan", 1, 8)),
        KeyEntry(green, "On track", Place("plan.xlsx", "Other", 1, 8)),
    )
    place = Place("plan.xlsx", sheet, 5, 1)
    fields = ((Field.ACTION, (RawCell("Do", place),)), (Field.PROGRESS, (RawCell("", place, fill=green),)))
    plan, _ = understand(RawAction(place, fields), key=key)
    assert plan.actions[0].progress.state is state


def test_the_settings_explain_a_fill_where_the_sheet_does_not() -> None:
    place = Place("plan.xlsx", "Plan", 5, 8)
    fields = ((Field.ACTION, (RawCell("Do", place),)), (Field.PROGRESS, (RawCell("", place, fill="7030A0"),)))
    settings = NormalisingSettings(fills=(KeyEntry("7030A0", "Completed"),))
    plan, found = normalise_plan(a_raw_plan(RawAction(place, fields)), settings)
    assert plan.actions[0].progress.state is ProgressState.COMPLETED
    assert found == ()


def test_frameworks_come_from_headings_only_without_a_column_for_them() -> None:
    plan, _ = understand(row(5, group="WRES Indicator 3"))
    assert [str(one) for one in plan.actions[0].frameworks] == ["WRES"]
    plan, _ = understand(row(5, group="WRES Indicator 3"), row(6, frameworks="GPG"))
    assert [list(map(str, action.frameworks)) for action in plan.actions] == [[], ["GPG"]]


@pytest.mark.parametrize(
    "text", ["- " * 16_000, "(" * 32_000, "Q1 " * 8_000, "Head of EDI, " * 2_500, " " * 32_000, "1/" * 9_000]
)
def test_a_cell_stuffed_to_the_brim_is_read_without_harm(text: str) -> None:
    plan, _ = understand(row(5, action=text, owner=text, target=text, progress=text, frameworks=text, group=text))
    assert plan.actions[0].target.due is None


def test_a_plan_that_is_all_of_eds_takes_the_domain_from_the_heading_above() -> None:
    raw = a_raw_plan(row(5, group="Domain 2: Workforce health", action="Offer health passports"))
    plan, _ = normalise_plan(replace(raw, title="EDS 2022 action plan 2025-26"))
    assert [str(one) for one in plan.actions[0].frameworks] == ["EDS22 Domain 2"]


def under(heading: str, *texts: str) -> tuple[list[str], list[str]]:
    """The states of actions whose progress is typed under a heading, and the codes of what was found."""
    column = Column(cell(4, Field.PROGRESS).place, heading, Field.PROGRESS, "by its heading")
    raw = a_raw_plan(*(row(number, progress=text) for number, text in enumerate(texts, start=5)))
    plan, found = normalise_plan(replace(raw, tables=(Table("Plan", (4,), (column,)),)))
    return [action.progress.state.value for action in plan.actions], codes(found)


def test_yes_under_completed_is_completed_and_no_says_only_that_it_is_not() -> None:
    states, found = under("Complete? Y/N", "Y", "N", "TRUE", "FALSE")
    assert states == ["completed", "not_stated", "completed", "not_stated"]
    assert "unreadable-progress" not in found


def test_a_number_under_per_cent_is_so_many_hundredths_but_one_may_be_all() -> None:
    states, found = under("% complete", "75", "100", "0", "1")
    assert states == ["in_progress", "completed", "not_started", "not_stated"]
    assert found.count("unreadable-progress") == 1
    assert under("Status", "75")[0] == ["not_stated"]


def test_a_day_in_a_column_of_progress_is_no_update() -> None:
    plan, found = understand(row(5, progress="01/06/2025"))
    assert plan.actions[0].update is None
    assert codes(found) == ["unreadable-progress"]


def test_a_day_in_figures_is_in_doubt_where_another_of_the_sheet_can_only_be_month_first() -> None:
    plan, found = understand(row(5, target="09/30/2025"), row(6, target="12/05/2025"), row(7, target="11/11/2025"))
    kinds = [action.target.kind for action in plan.actions]
    assert kinds == [TargetKind.UNREADABLE, TargetKind.AMBIGUOUS, TargetKind.DATED]
    (doubt,) = [one for one in found if one.code == "ambiguous-date"]
    assert "12 May 2025 or 5 December 2025" in doubt.message


def test_one_day_that_is_month_first_among_many_that_are_day_first_puts_no_other_in_doubt() -> None:
    plan, _ = understand(*(row(at, target=day) for at, day in enumerate(("30/09/2025", "31/10/2025"), 5)),
                         row(8, target="10/31/2025"), row(9, target="12/05/2025"))  # fmt: skip
    assert [action.target.due for action in plan.actions][-1] == date(2025, 5, 12)


def test_what_other_columns_say_alone_tells_that_a_sheet_writes_days_month_first() -> None:
    plan, _ = understand(row(5, target="12/05/2025", other=(("Created", "04/14/2025"),)))
    assert plan.actions[0].target.kind is TargetKind.AMBIGUOUS


def test_of_dates_that_were_revised_again_and_again_the_last_holds_and_the_first_is_kept() -> None:
    first, second, third = (replace(cell(5, Field.REVISED_TARGET, text), place=Place("plan.xlsx", "Plan", 5, 40 + at))
                            for at, text in enumerate(("29/08/2025", "19/12/2025", "")))  # fmt: skip
    typed = row(5, original_target="30/06/2025", target="")
    typed = replace(typed, fields=(*typed.fields, (Field.REVISED_TARGET, (first, second, third))))
    (action,) = understand(typed)[0].actions
    target = action.target
    assert (target.start, target.due, target.original_due) == (
        date(2025, 12, 19),
        date(2025, 12, 19),
        date(2025, 6, 30),
    )


def true_day(at: int, day: date) -> RawAction:
    typed = replace(cell(at, Field.TARGET, f"{day:%d/%m/%Y}"), day=day)
    return replace(row(at, target=""), fields=(*row(at, target="").fields, (Field.TARGET, (typed,))))


def test_true_dates_up_to_the_12th_among_texts_of_later_days_may_have_been_turned_round() -> None:
    texts = (row(5, target="31/10/2025"), row(6, target="30/01/2026"))
    turned = (true_day(7, date(2025, 5, 12)), true_day(8, date(2026, 2, 2)), true_day(9, date(2026, 1, 3)))
    kinds = [action.target.kind for action in understand(*texts, *turned)[0].actions]
    assert kinds == [TargetKind.DATED] * 2 + [TargetKind.AMBIGUOUS, TargetKind.DATED, TargetKind.AMBIGUOUS]
    later = true_day(10, date(2026, 3, 31))
    kinds = [action.target.kind for action in understand(*texts, *turned, later)[0].actions]
    assert kinds == [TargetKind.DATED] * 6


def test_a_completion_beside_a_share_of_less_than_all_is_in_doubt() -> None:
    done, doubted = (
        row(5, progress="Completed", other=(("% complete", "100%"),)),
        row(6, progress="Completed", other=(("% complete", "60%"),)),
    )
    plan, found = understand(done, doubted)
    states = [action.progress.state for action in plan.actions]
    assert states == [ProgressState.COMPLETED, ProgressState.NOT_STATED]
    assert "completion-in-doubt" in codes(found)


def test_the_day_in_a_column_of_completions_goes_with_the_completion_that_words_tell() -> None:
    (action,) = understand(row(5, progress="Completed", completed="15/01/2026"))[0].actions
    assert action.progress.on == date(2026, 1, 15)


def due_days(*rows: RawAction) -> list[date | None]:
    return [action.target.due for action in understand(*rows)[0].actions]


def test_a_quarter_takes_its_year_from_a_line_above_that_says_nothing_but_the_year() -> None:
    assert due_days(row(5, group="Year 2: 2026/27", target="Q1")) == [date(2026, 6, 30)]
    assert due_days(row(5, group="Actions for 2024/25", target="Q3")) == [date(2024, 12, 31)]
    assert due_days(row(5, group="WRES data 2024/25", target="Q3")) == [date(2025, 12, 31)]
    assert due_days(row(5, group="Year 2: 2026/27", target="Q3 2025/26")) == [date(2025, 12, 31)]


def test_a_quarter_takes_its_year_from_a_column_of_years() -> None:
    assert due_days(row(5, target="Q1", other=(("Year", "2026/27"),))) == [date(2026, 6, 30)]
    assert due_days(row(5, target="Q1", other=(("Baseline", "2024/25"),))) == [date(2025, 6, 30)]


def test_a_quarter_takes_its_year_from_the_heading_of_its_column_before_any_other() -> None:
    heading = Column(Place("plan.xlsx", "Plan", 4, COLUMNS[Field.TARGET]), "Quarter (2024/25)", Field.TARGET, "")
    plan = replace(a_raw_plan(row(5, target="Q3", group="2026/27")), tables=(Table("Plan", (4,), (heading,)),))
    (action,) = normalise_plan(plan, SETTINGS)[0].actions
    assert (action.target.due, action.target.assumed) == (
        date(2024, 12, 31),
        ('financial year 2024/25 from the heading "Quarter (2024/25)"',),
    )


def test_days_that_can_only_be_month_first_are_read_so_where_several_are_and_none_is_day_first() -> None:
    american = (row(5, target="09/30/2025"), row(6, target="12/19/2025"), row(7, target="12/05/2025"))
    targets = [action.target for action in understand(*american)[0].actions]
    assert [target.due for target in targets] == [date(2025, 9, 30), date(2025, 12, 19), None]
    assert [target.kind for target in targets][2] is TargetKind.AMBIGUOUS
    assert (targets[0].as_written, targets[0].assumed) == ("09/30/2025", ("month first, as other days of the sheet",))
    mixed, _ = understand(*american, row(8, target="31/10/2025"))
    assert [action.target.kind for action in mixed.actions][:2] == [TargetKind.UNREADABLE] * 2
