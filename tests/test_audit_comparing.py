"""What differs between two versions of an action, and what that means."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from edi_reports.audit.comparing import compare_plans, compare_versions
from edi_reports.model.action import Action, Group, Progress, ProgressSource, ProgressState
from edi_reports.model.change import Change, ChangedField, Mark, PlanChanges
from edi_reports.model.owner import Owner, Part
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, Redating, Unplaced
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.marking import marked
from tests.plan_making import a_plan, an_action, due

Q3 = Target("Q3", TargetKind.DATED, date(2025, 10, 1), date(2025, 12, 31))
Q4 = Target("Q4", TargetKind.DATED, date(2026, 1, 1), date(2026, 3, 31))
TBC = Target("TBC", TargetKind.UNDECIDED)
ONGOING = Target("Ongoing", TargetKind.ONGOING)
ALL_YEAR = Target("Throughout 2025/2026", TargetKind.RANGE, date(2025, 4, 1), date(2026, 3, 31))
BOARD = Group("High Impact Action 1", "Measurable objectives on EDI", 1)


def compared(old: Action, new: Action) -> PlanChanges:
    return compare_plans(a_plan(old), a_plan(new))


def changes(old: Action, new: Action) -> tuple[Change, ...]:
    return tuple(change for each in compared(old, new).changed for change in each.changes)


def effect(old: Action, new: Action) -> str:
    (change,) = changes(old, new)
    return change.effect


def filled(state: ProgressState, fill: str, update: str | None = None) -> Action:
    return replace(an_action(update=update), progress=Progress(state, ProgressSource.FILL, fill))


# ---- target --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "effect_in_words"),
    [
        (Q3, Q4, "re-dated 90 days later"),
        (Q4, Q3, "brought forward 90 days"),
        (due(date(2025, 12, 31)), due(date(2026, 1, 1)), "re-dated 1 day later"),
        (Q3, TBC, "date removed, now still to be decided"),
        (Q3, Target("", TargetKind.BLANK), "date removed, now left blank"),
        (Q3, ONGOING, "date removed, now ongoing"),
        (TBC, Q3, "now dated"),
        (TBC, ONGOING, "was still to be decided, now ongoing"),
        (ALL_YEAR, Q4, "the same due day, now without a range"),
        (Q4, ALL_YEAR, "the same due day, now over a range of days"),
        (
            ALL_YEAR,
            replace(ALL_YEAR, as_written="Q3-Q4", start=date(2025, 10, 1)),
            "the same due day, the start 183 days later",
        ),
        (
            Target("Q3 onwards", TargetKind.ONGOING, date(2025, 10, 1)),
            Target("Q3 onwards", TargetKind.ONGOING, date(2026, 10, 1)),
            "still ongoing, the start 365 days later",
        ),
        (
            Target("When staff change", TargetKind.CONDITIONAL),
            Target("When funds allow", TargetKind.CONDITIONAL),
            "still waiting for an event, said in other words",
        ),
    ],
)
def test_a_target_that_changes_says_by_how_much(old: Target, new: Target, effect_in_words: str) -> None:
    assert effect(an_action(target=old), an_action(target=new)) == effect_in_words


def test_the_same_quarter_of_the_next_year_is_a_year_later_though_written_the_same() -> None:
    next_year = replace(Q3, start=date(2026, 10, 1), due=date(2026, 12, 31))

    assert effect(an_action(target=Q3), an_action(target=next_year)) == (
        "re-dated 365 days later, though written the same"
    )


@pytest.mark.parametrize("written", ["Q3 2025/26", "31/12/2025", "end of December 2025"])
def test_the_same_day_written_differently_is_no_change_and_is_told_apart(written: str) -> None:
    found = compared(an_action(target=Q3), an_action(target=due(date(2025, 12, 31), written=written)))

    assert not found.differ
    (restated,) = found.restated
    assert [(change.field, change.old, change.new) for change in restated.changes] == [
        (ChangedField.TARGET, "Q3", written)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            replace(Q3, start=date(2025, 10, 1)),
            Target("Oct - Dec 2025", TargetKind.RANGE, date(2025, 10, 1), date(2025, 12, 31)),
        ),
        (ONGOING, replace(ONGOING, as_written="On-going")),
        (Target("Quarterly", TargetKind.RECURRING), Target("Each quarter", TargetKind.RECURRING)),
    ],
)
def test_a_quarter_said_by_its_months_or_a_habit_in_other_words_is_no_change(old: Target, new: Target) -> None:
    found = compared(an_action(target=old), an_action(target=new))

    assert not found.differ
    assert [change.new for each in found.restated for change in each.changes] == [new.as_written]


def test_another_frequency_is_a_change() -> None:
    old, new = (Target(often, TargetKind.RECURRING) for often in ("Quarterly", "Monthly"))

    assert effect(an_action(target=old), an_action(target=new)) == "still recurring, said in other words"


def test_tbc_and_to_be_confirmed_are_the_same_undecided_target() -> None:
    assert changes(an_action(target=TBC), an_action(target=replace(TBC, as_written="To be confirmed"))) == ()


# ---- progress ------------------------------------------------------------------------------------------------------

STATES = ProgressState


def in_no_state(written: str, stated: Rag | None = None) -> Action:
    return replace(an_action(stated=stated), progress=Progress(STATES.NOT_STATED, ProgressSource.NONE, written))


def test_a_rag_in_a_word_is_told_as_the_rag_and_not_once_more_as_progress() -> None:
    (change,) = changes(in_no_state("Amber", Rag.AMBER), in_no_state("Green", Rag.GREEN))

    assert (change.field, change.effect) == (ChangedField.STATED_RAG, "from Amber to Green")


def test_a_state_is_told_with_the_words_of_its_cell_where_these_are_others() -> None:
    underway, done = (
        replace(an_action(), progress=Progress(state, ProgressSource.TEXT, words))
        for state, words in ((ProgressState.IN_PROGRESS, "In Progress"), (ProgressState.COMPLETED, "Done"))
    )
    (change,) = changes(underway, done)

    assert (change.old, change.new, change.effect) == ("In progress", "Completed (“Done”)", "completed")


def test_words_that_are_no_state_are_quoted_when_they_change() -> None:
    (change,) = changes(in_no_state("On hold"), in_no_state("Awaiting funds"))

    assert (change.old, change.new) == ("Not stated: On hold", "Not stated: Awaiting funds")
    assert change.effect == "said in other words"


@pytest.mark.parametrize(
    ("old", "new", "effect_in_words"),
    [
        (STATES.NOT_STARTED, STATES.IN_PROGRESS, "started"),
        (STATES.IN_PROGRESS, STATES.COMPLETED, "completed"),
        (STATES.PROPOSED_FOR_CLOSURE, STATES.COMPLETED, "completed"),
        (STATES.COMPLETED, STATES.IN_PROGRESS, "reopened"),
        (STATES.COMPLETED, STATES.NOT_STATED, "no longer stated as completed"),
        (STATES.IN_PROGRESS, STATES.PROPOSED_FOR_CLOSURE, "proposed for closure"),
        (STATES.PROPOSED_FOR_CLOSURE, STATES.IN_PROGRESS, "no longer proposed for closure"),
        (STATES.IN_PROGRESS, STATES.NOT_STARTED, "set back to not started"),
        (STATES.NOT_STATED, STATES.IN_PROGRESS, "now stated as in progress"),
        (STATES.IN_PROGRESS, STATES.NOT_STATED, "no longer stated"),
    ],
)
def test_progress_says_what_became_of_the_action(old: STATES, new: STATES, effect_in_words: str) -> None:
    assert effect(an_action(state=old), an_action(state=new)) == effect_in_words


def test_a_fill_that_changes_without_a_word_is_called_fill_only() -> None:
    red, amber = filled(STATES.NOT_STARTED, "FF0000"), filled(STATES.IN_PROGRESS, "FFC000")

    assert effect(red, amber) == "started (fill-only)"


def test_a_fill_that_changes_with_the_update_text_is_not_fill_only() -> None:
    red = filled(STATES.NOT_STARTED, "FF0000")
    amber = filled(STATES.IN_PROGRESS, "FFC000", update="First meeting held")

    assert [(change.field, change.effect) for change in changes(red, amber)] == [
        (ChangedField.PROGRESS, "started"),
        (ChangedField.UPDATE, "added"),
    ]


def test_another_shade_of_the_same_meaning_is_no_change() -> None:
    found = compared(filled(STATES.IN_PROGRESS, "FFC000"), filled(STATES.IN_PROGRESS, "FFBF00"))

    assert not found.differ
    assert [change.effect for change in found.restated[0].changes] == ["another colour, the same in meaning"]


def test_an_action_struck_through_is_cancelled() -> None:
    (change,) = changes(an_action(), replace(an_action(cancelled=True), progress=in_no_state("Withdrawn").progress))

    assert (change.field, change.new) == (ChangedField.PROGRESS, "Cancelled (“Withdrawn”)")
    assert change.effect == "cancelled"


def test_a_stated_rag_that_changes_says_from_what_to_what() -> None:
    assert effect(an_action(stated=Rag.RED), an_action(stated=Rag.GREEN)) == "from Red to Green"
    assert effect(an_action(), an_action(stated=Rag.GREEN)) == "now stated"
    assert effect(an_action(stated=Rag.RED), an_action()) == "no longer stated"


# ---- owners and frameworks -----------------------------------------------------------------------------------------


def test_owners_that_come_and_go_are_named() -> None:
    old, new = an_action(owners=("Head of EDI", "Chief Nurse")), an_action(owners=("Chief Nurse", "Medical Director"))

    assert effect(old, new) == "added: Medical Director; removed: Head of EDI"


def test_an_action_that_loses_its_last_owner_says_so() -> None:
    assert effect(an_action(), an_action(owners=())) == "removed: Head of EDI; no owner is named any more"


@pytest.mark.parametrize("spelling", ["Head of edi", "Head  of EDI", "Head of E.D.I"])
def test_another_spelling_of_an_owner_is_no_change(spelling: str) -> None:
    old = an_action(owners=("Head of EDI",))
    new = replace(old, owners=(Owner("Head of EDI", Part.LEAD, spelling, known=True),))

    assert changes(old, new) == ()


def test_the_order_of_owners_and_frameworks_is_not_compared_and_that_is_said() -> None:
    old = an_action(owners=("Head of EDI", "Chief Nurse"), frameworks=("WRES", "WDES"))
    found = compared(old, replace(old, owners=old.owners[::-1], frameworks=old.frameworks[::-1]))

    assert not found.differ
    assert "the order in which owners and frameworks are named" in found.not_compared


def test_a_lead_who_becomes_a_supporter_is_a_change() -> None:
    old = an_action()
    new = replace(old, owners=(replace(old.owners[0], part=Part.SUPPORT),))

    assert effect(old, new) == "now supporting: Head of EDI"


def test_a_framework_that_comes_is_named() -> None:
    assert effect(an_action(frameworks=("WRES",)), an_action(frameworks=("WRES", "WDES"))) == "added: WDES"


# ---- text, update and group ----------------------------------------------------------------------------------------


def test_words_that_came_and_went_are_marked() -> None:
    old = an_action("Support the Working Careers Network to implement a plan for the year")
    (change,) = changes(old, replace(old, text="Support the Working Carers Network to deliver a plan for the year"))

    assert [(stretch.mark, stretch.text) for stretch in marked(change)] == [
        (Mark.KEPT, "Support the Working "),
        (Mark.REMOVED, "Careers"),
        (Mark.ADDED, "Carers"),
        (Mark.KEPT, " Network to "),
        (Mark.REMOVED, "implement"),
        (Mark.ADDED, "deliver"),
        (Mark.KEPT, " a plan for the year"),
    ]


@pytest.mark.parametrize(
    ("new", "effect_in_words"),
    [
        ("publish the Pay Gap report!", "capitals or punctuation only"),
        ("The pay gap report: publish", "the same words in another order"),
        ("Publish the pay gap report and an action plan", "added to"),
        ("New: publish the pay gap report", "added to"),
        ("Publish the pay gap", "shortened"),
        ("Publish the annual pay gap report", "reworded"),
    ],
)
def test_an_edit_of_the_text_says_what_it_amounts_to(new: str, effect_in_words: str) -> None:
    assert effect(an_action("Publish the pay gap report"), an_action(new)) == effect_in_words


@pytest.mark.parametrize("new", ["Publish  the pay\ngap report", "• Publish the pay gap report"])
def test_another_layout_of_the_text_is_no_change(new: str) -> None:
    assert changes(an_action("Publish the pay gap report"), an_action(new)) == ()


def test_an_update_that_stood_in_a_further_column_of_the_other_version_is_no_change() -> None:
    assert not changes(an_action(other=(("Comment", "Drafted"),)), an_action(update="Drafted"))
    assert not changes(an_action(update="Drafted"), an_action(other=(("Comment", "Drafted"),)))
    assert effect(an_action(other=(("Comment", "Drafted"),)), an_action(update="Sent")) == "added"


def test_an_update_text_is_added_reworded_and_removed() -> None:
    assert effect(an_action(), an_action(update="Drafted")) == "added"
    assert effect(an_action(update="Drafted"), an_action(update="Sent to the Board")) == "reworded"
    assert effect(an_action(update="Drafted"), an_action()) == "removed"


def test_a_group_that_was_renamed_is_told_from_an_action_that_moved() -> None:
    renamed, other = Group("High Impact Action 1", "Objectives for the board", 1), Group("Aim 2", "Pay", 2)
    old = tuple(an_action(text, row=5 + n, group=BOARD) for n, text in enumerate(("Draft it", "Sign it", "Print it")))
    new = (*(replace(action, group=renamed) for action in old[:2]), replace(old[2], group=other))
    found = compare_plans(a_plan(*old), a_plan(*new))

    assert [each.changes[0].effect for each in found.changed] == [
        "its group was renamed",
        "its group was renamed",
        "moved to another group",
    ]


def test_a_group_with_another_number_and_the_same_title_was_renumbered() -> None:
    assert (
        effect(an_action(group=BOARD), an_action(group=replace(BOARD, label="High Impact Action 3", number=3)))
        == "its group was renumbered"
    )


def test_another_spelling_of_a_group_is_no_change() -> None:
    assert changes(an_action(group=BOARD), an_action(group=replace(BOARD, label="High impact Action 1"))) == ()


# ---- rows ----------------------------------------------------------------------------------------------------------

TEXTS = ("Train panel chairs", "Publish the pay gap", "Mentor new matrons", "Survey bank staff", "Open a prayer room")


def rows(*order: int) -> tuple[Action, ...]:
    return tuple(an_action(TEXTS[n], ref=f"1.{n + 1:02d}", row=5 + place) for place, n in enumerate(order))


def test_a_row_put_in_moves_nothing_below_it() -> None:
    found = compare_plans(a_plan(*rows(0, 1, 2, 3)), a_plan(*rows(0, 4, 1, 2, 3)))

    assert [action.place.row for action in found.added] == [6]
    assert found.moved == ()
    assert len(found.unchanged) == 4


def test_of_two_rows_that_changed_places_one_moved() -> None:
    found = compare_plans(a_plan(*rows(0, 1, 2, 3)), a_plan(*rows(0, 2, 1, 3)))

    assert [(pair.old.ref, pair.old.place.row, pair.new.place.row) for pair in found.moved] == [("1.02", 6, 7)]


def test_a_block_that_moved_is_the_smaller_part() -> None:
    found = compare_plans(a_plan(*rows(0, 1, 2, 3, 4)), a_plan(*rows(3, 4, 0, 1, 2)))

    assert [pair.old.ref for pair in found.moved] == ["1.04", "1.05"]


def on_sheet(action: Action, sheet: str) -> Action:
    return replace(action, place=replace(action.place, sheet=sheet))


def test_an_action_that_went_to_another_sheet_moved_though_its_place_among_the_others_is_the_same() -> None:
    old = rows(0, 1, 2, 3)
    found = compare_plans(a_plan(*old), a_plan(*old[:3], on_sheet(old[3], "Completed")))

    assert [match.new.place.sheet for match in found.moved] == ["Completed"]


def test_a_sheet_that_was_renamed_moves_nothing() -> None:
    old = rows(0, 1, 2, 3)
    found = compare_plans(a_plan(*old), a_plan(*(on_sheet(action, "Plan for November") for action in old)))

    assert not found.differ


def test_an_action_that_moved_and_changed_stands_among_the_changed_only() -> None:
    old = rows(0, 1, 2, 3)
    new = rows(3, 0, 1, 2)
    found = compare_plans(a_plan(*old), a_plan(replace(new[0], stated_rag=Rag.RED), *new[1:]))

    assert found.moved == ()
    assert [(each.match.old.place.row, each.match.new.place.row) for each in found.changed] == [(8, 5)]


def test_refs_are_those_of_the_old_plan_and_new_actions_have_new_ones() -> None:
    new = tuple(replace(action, ref=f"1.{n:02d}") for n, action in enumerate(rows(4, 2, 3), 1))
    found = compare_plans(a_plan(*rows(0, 2, 3)), a_plan(*new))

    assert [pair.new.ref for pair in found.unchanged] == ["1.03", "1.04"]
    assert [action.ref for action in found.added] == ["1.05"]


# ---- what was left out ---------------------------------------------------------------------------------------------


def test_a_further_column_that_both_versions_have_is_compared_beside_the_fields() -> None:
    old = an_action(other=(("KPI", "30 workshops"), ("Priority", "High")))
    found = compared(old, replace(old, other=(("KPI", "24 workshops"), ("Priority", " High"))))

    assert [(each.column, each.old, each.new) for each in found.further] == [("KPI", "30 workshops", "24 workshops")]
    assert found.differ
    assert len(found.unchanged) == 1
    assert not any("further columns" in words for words in found.not_compared)


def test_a_column_that_only_one_version_has_is_told_cell_by_cell() -> None:
    old, new = an_action(other=(("KPI", "30 workshops"),)), an_action(other=(("Budget", "£45,000"),))

    assert [(each.column, each.old, each.new) for each in compared(old, new).further] == [
        ("KPI", "30 workshops", ""),
        ("Budget", "", "£45,000"),
    ]


def test_a_column_under_another_heading_is_one_column_and_only_what_it_says_otherwise_is_told() -> None:
    measures = ("30 workshops", "Four meetings", "90% trained", "A signed charter")
    before = [replace(each, other=(("KPI", said),)) for each, said in zip(rows(0, 1, 2, 3), measures, strict=True)]
    after = [replace(each, other=(("Evidence", each.other[0][1].replace("90", "80")),)) for each in before]
    found = compare_plans(a_plan(*before), a_plan(*after))

    assert [(each.column, each.old, each.new) for each in found.further] == [
        ("KPI, now Evidence", "90% trained", "80% trained")
    ]
    assert "the headings of columns: “KPI” is now “Evidence”" in found.not_compared


def test_what_another_cell_of_the_other_version_says_is_no_change_of_a_further_column() -> None:
    split = an_action(other=(("KPI", "30 workshops held"), ("Evidence", "Sign-in sheets")))
    joined = an_action(other=(("Measures", "30 workshops held; sign-in sheets"),))

    assert not compared(split, joined).further
    assert not compared(joined, split).further
    assert not compared(an_action(other=(("Latest news", "Drafted"),)), an_action(update="Drafted")).further
    assert compared(an_action(other=(("Priority", "Pay"),)), an_action(other=(("Rank", "First"),))).further


def test_another_committee_is_told() -> None:
    found = compared(
        replace(an_action(), committee="People Committee"), replace(an_action(), committee="Quality Committee")
    )

    assert [(each.column, each.old, each.new) for each in found.further] == [
        ("Committee", "People Committee", "Quality Committee")
    ]


def first_due(target: Target, first: date | None) -> Action:
    return an_action(target=replace(target, original_due=first))


def test_a_first_date_that_was_rewritten_is_told_though_the_due_day_is_the_same() -> None:
    october, november = date(2025, 10, 31), date(2025, 11, 30)
    (change,) = changes(first_due(Q4, october), first_due(Q4, november))

    assert change.field is ChangedField.TARGET
    assert change.effect == "the first date is now given as 30 November 2025, it was 31 October 2025"
    assert change.old.endswith("(due 31 March 2026, first 31 October 2025)")
    assert change.new.endswith("(due 31 March 2026, first 30 November 2025)")
    assert effect(first_due(Q4, october), first_due(Q4, None)) == (
        "no earlier first date is given any more, it was 31 October 2025"
    )


def test_a_first_date_is_told_beside_a_move_only_where_it_is_another() -> None:
    october, november = date(2025, 10, 31), date(2025, 11, 30)

    assert effect(first_due(Q3, None), first_due(Q4, Q3.due)) == "re-dated 90 days later"
    assert effect(first_due(Q3, october), first_due(Q4, october)) == "re-dated 90 days later"
    assert effect(first_due(Q3, october), first_due(Q4, november)).startswith("re-dated 90 days later; the first date")


def test_a_group_that_is_no_longer_given_is_not_another_group() -> None:
    assert effect(an_action(group=BOARD), an_action(group=None)) == "stands in no group any more"
    assert effect(an_action(group=None), an_action(group=BOARD)) == "now stands in a group"


@pytest.mark.parametrize("new", ["Train the \ufb01rst 50 staff", "Train the\u00a0first 50 staff"])
def test_a_ligature_or_a_hard_space_is_no_change(new: str) -> None:
    assert changes(an_action("Train the first 50 staff"), an_action(new)) == ()


def test_what_was_not_compared_is_named() -> None:
    pointer = an_action("See 1.02", row=9, pointer_to="1.02")
    old = a_plan(an_action())
    new = replace(
        a_plan(an_action(), pointer),
        unplaced=(Unplaced(Place("plan.xlsx", "Notes", 1, 1), "Meeting notes", "not part of the plan"),),
    )
    named = "\n".join(compare_plans(old, new).not_compared)

    assert "rows that only refer to another action (0 in the old version, 1 in the new)" in named
    assert "cells of the new version that belong to no action: 1 on sheet Notes" in named


# ---- more than two versions ----------------------------------------------------------------------------------------


def version(month: str, *actions: Action) -> ActionPlan:
    plan = a_plan(*(replace(action, ref=f"1.{n:02d}") for n, action in enumerate(actions, 1)))
    return replace(plan, source=replace(plan.source, name=f"{month}.xlsx"))


def test_two_versions_have_one_step_which_is_the_whole() -> None:
    audit = compare_versions((version("May", *rows(0, 1)), version("July", *rows(1, 2))))

    assert audit.steps == (audit.whole,)
    assert audit.whole == compare_plans(version("May", *rows(0, 1)), version("July", *rows(1, 2)))


def test_an_action_whose_words_drift_away_is_followed_through_the_versions_between() -> None:
    texts = (
        "Run a mentoring scheme for ward managers with quarterly reviews by the Board",
        "Run a reciprocal mentoring scheme for ward managers and matrons with quarterly reviews",
        "Offer reciprocal mentoring to matrons and newly qualified staff with quarterly reviews",
    )
    plans = tuple(version(f"month {n}", an_action(text)) for n, text in enumerate(texts))
    (changed,) = compare_versions(plans).whole.changed

    assert (changed.match.old.text, changed.match.new.text) == (texts[0], texts[2])
    assert changed.match.certain


def test_every_move_of_a_date_is_told_with_its_workbook_and_the_days_in_all() -> None:
    plans = (
        version("May", an_action(target=Q3)),
        version("July", an_action(target=Q4)),
        version("October", an_action(target=due(date(2026, 4, 30)))),
    )
    ((action, redating),) = compare_versions(plans).redated

    assert action.target.due == date(2026, 4, 30)
    assert redating == Redating(
        date(2025, 12, 31), (("July.xlsx", date(2026, 3, 31)), ("October.xlsx", date(2026, 4, 30)))
    )
    assert redating.days == 120


def test_an_action_that_came_and_left_in_between_is_told_by_the_steps_only() -> None:
    audit = compare_versions(
        (version("May", *rows(0, 1)), version("July", *rows(0, 1, 2)), version("October", *rows(0, 1)))
    )

    assert not audit.whole.differ
    assert [len(step.added) for step in audit.steps] == [1, 0]
    assert [len(step.removed) for step in audit.steps] == [0, 1]


def test_an_action_that_was_gone_or_there_for_a_time_is_told_with_the_workbooks_that_did_it() -> None:
    audit = compare_versions(
        (version("May", *rows(0, 1)), version("July", *rows(0, 2)), version("October", *rows(0, 1)))
    )

    assert [(each.action.text, each.words) for each in audit.interludes] == [
        (rows(1)[0].text, "left in “July.xlsx”, came back in “October.xlsx”"),
        (rows(2)[0].text, "came in “July.xlsx”, left in “October.xlsx”"),
    ]


def test_an_action_that_came_back_in_other_words_is_told_to_have_been_gone() -> None:
    text = "Offer interview coaching to internal applicants from {} backgrounds"
    before, after = (an_action(text.format(f"{whose}global majority"), row=9) for whose in ("", "all "))
    audit = compare_versions(
        (version("May", *rows(0), before), version("July", *rows(0)), version("October", *rows(0), after))
    )

    assert [each.words for each in audit.interludes] == ["left in “July.xlsx”, came back in “October.xlsx”"]


def test_an_action_of_which_a_person_has_to_say_whether_it_left_is_not_said_to_have_left() -> None:
    gender, race = (an_action(f"Publish the {whose} pay gap report") for whose in ("gender", "ethnicity"))
    audit = compare_versions(
        (version("May", *rows(0)), version("July", *rows(0), gender), version("October", *rows(0), race))
    )

    assert audit.steps[1].uncertain
    assert not audit.interludes


def test_refs_are_the_same_in_every_step_and_in_the_whole() -> None:
    audit = compare_versions(
        (version("May", *rows(0, 1)), version("July", *rows(2, 1)), version("October", *rows(3, 2, 1)))
    )

    assert [action.ref for action in audit.steps[0].added] == ["1.03"]
    assert [action.ref for action in audit.steps[1].added] == ["1.04"]
    assert [action.ref for action in audit.whole.added] == ["1.04", "1.03"]


def test_two_rows_that_changed_places_do_not_move_the_one_between() -> None:
    actions = [
        an_action(text, ref=f"1.0{row}", row=row)
        for row, text in enumerate(("Publish the pay gap report", "Review the policy on leave", "Train mediators"), 1)
    ]
    swapped = [replace(actions[at], place=replace(actions[at].place, row=row)) for row, at in enumerate((2, 1, 0), 1)]
    changes = compare_plans(a_plan(*actions), a_plan(*swapped))

    assert [(pair.old.place.row, pair.new.place.row) for pair in changes.moved] == [(1, 3), (3, 1)]
    assert [pair.old.place.row for pair in changes.unchanged] == [2]
