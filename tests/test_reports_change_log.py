"""What an auditor reads, as a value."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from edi_reports.audit.comparing import compare_versions
from edi_reports.model.action import Action, Group, Progress, ProgressSource, ProgressState
from edi_reports.model.change import Audit
from edi_reports.model.period import long_date
from edi_reports.model.plan import ActionPlan, Source
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.change_log import ChangeLog, compose_change_log
from edi_reports.reports.change_words import cell_in_words
from edi_reports.reports.parts import Placeholder
from tests.plan_making import a_plan, an_action, due

AUTUMN, WINTER, SPRING = date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31)
TEXTS = (
    "Train every recruitment panel chair in fair shortlisting",
    "Publish the pay gap report with a narrative",
    "Run reciprocal mentoring for ward managers",
    "Survey bank and agency staff about belonging",
    "Open a multi-faith prayer room on each site",
)


def actions(*numbers: int, **said: object) -> tuple[Action, ...]:
    return tuple(
        an_action(TEXTS[n], ref=f"1.{n + 1:02d}", row=5 + place, **said)  # type: ignore[arg-type]
        for place, n in enumerate(numbers)
    )


def version(name: str, *found: Action, title: str = "EDI Action Plan 2025-26") -> ActionPlan:
    source = Source(f"{name}.xlsx", name.encode().hex().ljust(64, "0"), "Head of EDI", "2025-07-01T09:30:00")
    return replace(a_plan(*found, title=title), source=source)


def an_audit(*plans: ActionPlan) -> Audit:
    return compare_versions(plans)


def the_log(*plans: ActionPlan) -> ChangeLog:
    return compose_change_log(an_audit(*plans), (("Program", "edi-reports"),))


def rows(log: ChangeLog, heading: str) -> list[list[str]]:
    (table,) = (section.table for section in log.sections if section.heading == heading)
    return [[cell_in_words(cell) for cell in row] for row in table.rows]


def headings(log: ChangeLog) -> list[str]:
    return [section.heading for section in log.sections]


def test_versions_that_do_not_differ_say_so_in_one_sentence() -> None:
    log = the_log(version("May", *actions(0, 1)), version("July", *actions(0, 1)))

    assert log.summary == (
        "The versions do not differ in anything that was compared: 2 actions stand unchanged in both.",
    )
    assert log.sections == ()


def test_every_action_of_both_versions_is_accounted_for() -> None:
    old, new = actions(0, 1, 2), actions(0, 2, 3, 4)
    log = the_log(version("May", *old), version("July", replace(new[0], stated_rag=Rag.RED), *new[1:]))

    assert log.account.rows == (
        ("The same, unchanged", "1", "1"),
        ("The same, changed", "1", "1"),
        ("The same, only moved", "0", "0"),
        ("Uncertain", "0", "0"),
        ("Left the plan", "1", "0"),
        ("Added", "0", "2"),
        ("Actions in all", "3", "4"),
    )


def test_the_summary_tells_days_and_refs() -> None:
    old = actions(0, 1, 2, target=due(AUTUMN))
    new = (
        replace(old[0], target=due(WINTER), progress=replace(old[0].progress, state=ProgressState.COMPLETED)),
        replace(old[1], target=Target("TBC", TargetKind.UNDECIDED)),
    )
    log = the_log(version("May", *old), version("July", *new, title="EDI Action Plan, refreshed"))

    assert log.summary == (
        "2 actions stand in both versions for certain: 0 unchanged, 2 changed, 0 only moved; "
        "none was added and 1 has left.",
        "The title changed from “EDI Action Plan 2025-26” to “EDI Action Plan, refreshed”.",
        "1 target date moved later (by 92 days) and 1 target date taken away.",
        "Progress changed for 1 action: 1 completed.",
        "1 action has left though neither completed, cancelled nor proposed for closure (1.03).",
    )


def test_a_plan_whose_dates_all_moved_a_year_is_called_rolled_over() -> None:
    old = actions(0, 1, 2, 3, target=due(AUTUMN))
    new = tuple(replace(action, target=due(AUTUMN + timedelta(days=365))) for action in old)
    log = the_log(version("May", *old), version("next May", *new))

    assert "4 of the 4 dates that moved did so by exactly a year: actions were rolled over." in log.summary


def test_a_moved_date_is_told_as_typed_with_its_day_and_its_effect() -> None:
    old = actions(0, target=Target("Q3", TargetKind.DATED, date(2025, 10, 1), WINTER))
    new = actions(0, target=Target("Q4", TargetKind.DATED, date(2026, 1, 1), SPRING))
    log = the_log(version("May", *old), version("July", *new))

    assert rows(log, "Dates moved") == [
        [
            "1.01",
            "row 5",
            "Train every recruitment panel chair in fair shortlisting",
            "Q3 (due 31 December 2025)",
            "Q4 (due 31 March 2026)",
            "Re-dated 90 days later.",
        ]
    ]


def test_places_are_told_with_their_sheet_where_a_plan_stands_on_several() -> None:
    def of_sheets(first: str, second: str, **said: object) -> tuple[Action, ...]:
        found = zip(actions(0, 1, **said), (first, second), strict=True)
        return tuple(replace(action, place=replace(action.place, sheet=sheet)) for action, sheet in found)

    old = version("May", *of_sheets("Workforce", "Patients", target=due(AUTUMN)))
    new = version("July", *of_sheets("Completed", "Patients", target=due(WINTER)))
    log = the_log(old, new)

    assert [row[1] for row in rows(log, "Dates moved")] == [
        "row 5 of Workforce, now row 5 of Completed",
        "row 6 of Patients",
    ]
    assert [column.heading for column in log.all_changes.columns[1:5]] == [
        "Old sheet",
        "Old row",
        "New sheet",
        "New row",
    ]


def test_progress_told_by_a_colour_alone_has_a_section_of_its_own() -> None:
    def filled(state: ProgressState, fill: str) -> tuple[Action, ...]:
        progress = Progress(state, ProgressSource.FILL, fill)
        return tuple(replace(action, progress=progress) for action in actions(0, 1))

    red = filled(ProgressState.NOT_STARTED, "FF0000")
    green = filled(ProgressState.COMPLETED, "00B050")
    log = the_log(version("May", *red), version("July", green[0], replace(green[1], update="Held on 3 June")))

    assert [row[0] for row in rows(log, "Progress told by a colour alone")] == ["1.01"]
    assert [row[0] for row in rows(log, "Progress")] == ["1.02"]
    assert "1 change of progress is told by a colour alone." in log.summary


def test_what_left_after_proposed_closure_is_not_called_lost_and_comes_last() -> None:
    closing, running = actions(0, 1)
    closing = replace(closing, progress=replace(closing.progress, state=ProgressState.PROPOSED_FOR_CLOSURE))
    log = the_log(version("May", closing, running, *actions(2)), version("July", *actions(2)))

    assert [(row[0], row[-1]) for row in rows(log, "Left the plan")] == [
        ("1.02", "Left while in progress."),
        ("1.01", "Left after proposed closure."),
    ]
    assert "1 action has left though neither completed, cancelled nor proposed for closure (1.02)." in log.summary


def test_reworded_texts_are_marked_in_words() -> None:
    (old,) = actions(0)
    new = replace(old, text="Train each recruitment panel chair in fair shortlisting and scoring")
    log = the_log(version("May", old), version("July", new))

    assert rows(log, "Text of actions")[0][2] == (
        "Train [removed: every][added: each] recruitment panel chair in fair shortlisting [added: and scoring]"
    )


def test_an_uncertain_pair_stands_with_both_texts_its_reason_and_a_gap_for_the_decision() -> None:
    old, new = "Publish the gender pay gap report", "Publish the ethnicity pay gap report"
    log = the_log(version("May", an_action(old)), version("July", an_action(new)))
    (section,) = log.sections
    (row,) = section.table.rows

    assert section.heading == "Uncertain"
    assert (row[1], row[3]) == (old, new)
    assert "the old text is about gender, the new about race" in cell_in_words(row[5]).lower()
    assert isinstance(row[7], Placeholder)
    assert row[7].choices == ("yes", "no")


def test_what_else_differs_between_an_uncertain_pair_is_told_with_it() -> None:
    old = an_action("Publish the gender pay gap report", target=due(AUTUMN), other=(("KPI", "One report"),))
    new = replace(old, text="Publish the ethnicity pay gap report", target=due(WINTER), other=(("KPI", "Two"),))
    ((*_, differs, _),) = rows(the_log(version("May", old), version("July", new)), "Uncertain")

    assert differs == (
        f"Target date: {AUTUMN} (due {long_date(AUTUMN)}) → {WINTER} (due {long_date(WINTER)})\nKPI: One report → Two"
    )


def test_split_moved_and_respelt_actions_are_told_apart_from_changes() -> None:
    whole = an_action(f"{TEXTS[0]}; {TEXTS[1]}", ref="1.01", row=5)
    rest = actions(2, 3, 4)
    (respelt,) = actions(2, target=due(WINTER, written="31/12/2025"))
    old = (whole, replace(respelt, target=due(WINTER)), *rest[1:])
    new = (*actions(0, 1), replace(rest[2], place=replace(rest[2].place, row=7)), respelt, rest[1])
    log = the_log(version("May", *old), version("July", *new))

    assert rows(log, "Split and merged")[0][0] == "Split"
    assert [row[0] for row in rows(log, "Moved")] == ["1.05"]
    assert rows(log, "Written differently")[0][2:] == ["Target date", "2025-12-31", "31/12/2025"]


def test_over_more_than_two_versions_every_move_of_a_date_is_told() -> None:
    plans = (
        version(name, *actions(0, target=due(day)))
        for name, day in (("May", AUTUMN), ("July", WINTER), ("Oct", SPRING))
    )
    log = the_log(*plans)

    assert rows(log, "Dates moved over all versions") == [
        [
            "1.01",
            "Train every recruitment panel chair in fair shortlisting",
            "30 September 2025",
            "to 31 December 2025 in July.xlsx\nto 31 March 2026 in Oct.xlsx",
            "Moved 2 times, 182 days in all.",
        ]
    ]
    assert [row[:2] for row in rows(log, "From version to version")] == [
        ["May.xlsx", "July.xlsx"],
        ["July.xlsx", "Oct.xlsx"],
    ]


def test_two_versions_need_no_section_about_versions_between() -> None:
    log = the_log(version("May", *actions(0, target=due(AUTUMN))), version("July", *actions(0, target=due(WINTER))))

    assert headings(log) == ["Dates moved"]


def test_each_file_is_named_with_its_fingerprint_and_who_saved_it_when() -> None:
    log = the_log(version("May", *actions(0)), version("July", *actions(0)))

    assert log.versions.rows[1] == (
        "July.xlsx",
        "EDI Action Plan 2025-26",
        "Head of EDI",
        "1 July 2025 at 09:30 UTC",
        b"July".hex().ljust(64, "0"),
    )


def test_what_the_file_does_not_record_is_said() -> None:
    plan = a_plan(*actions(0))
    log = the_log(plan, plan)

    assert log.versions.rows[0][2:4] == ("Not recorded", "Not recorded")


def test_the_sign_off_is_left_for_people_to_fill_in() -> None:
    log = the_log(version("May", *actions(0)), version("July", *actions(0)))

    assert len(log.sign_off.rows) == 3
    assert all(isinstance(cell, Placeholder) for row in log.sign_off.rows for cell in row[1:])


def test_a_row_that_was_a_copy_is_not_called_lost_when_it_goes_nor_new_when_it_comes() -> None:
    one, other = actions(0, 1)
    copy = replace(one, ref="1.09", place=replace(one.place, row=9))
    gone = the_log(version("May", one, other, copy), version("July", one, other))
    came = the_log(version("May", one, other), version("July", one, other, copy))

    assert [row[-1] for row in rows(gone, "Left the plan")] == ["A copy of 1.01, which stays."]
    assert gone.summary[-1] == "1 of those that left was a copy of an action that stays (1.09)."
    assert [row[-1] for row in rows(came, "Added")] == ["A copy of 1.01, which stays."]


def test_the_same_words_under_another_owner_are_no_copy() -> None:
    one = actions(0)[0]
    other = an_action(TEXTS[0], ref="1.09", row=9, owners=("Chief Nurse",))
    log = the_log(version("May", one, other), version("July", one))

    assert [row[-1] for row in rows(log, "Left the plan")] == ["Left while in progress."]


def test_a_part_of_another_action_is_told_as_that_where_it_left_or_came() -> None:
    parts, whole = actions(0, 1), an_action(f"{TEXTS[0]}; {TEXTS[1]}", ref="1.01", row=5)
    merged = the_log(version("May", *parts), version("July", whole))
    split = the_log(version("May", whole), version("July", *parts))

    assert [row[-1] for row in rows(merged, "Left the plan")] == ["Merged into 1.03 (row 5)."]
    assert "1 of those that left was merged into another (1.02)." in merged.summary
    assert not any("neither completed" in words for words in merged.summary)
    assert [row[-1] for row in rows(split, "Added")] == ["Split from 1.01 (row 5)."]


def test_a_renamed_group_is_one_change_in_the_summary_however_many_actions_stand_in_it() -> None:
    new = actions(0, 1, 2, group=Group("High Impact Action 1", "Objectives for the board", 1))
    log = the_log(version("May", *actions(0, 1, 2)), version("July", *new))

    assert log.summary[-1] == "1 group was renamed or renumbered."


def test_a_date_set_where_there_was_none_is_counted() -> None:
    log = the_log(version("May", *actions(0)), version("July", *actions(0, target=due(WINTER))))

    assert "1 target date set where there was none." in log.summary


def with_ref(action: Action, ref: str) -> Action:
    return replace(action, ref=ref, cells=(("ref", action.place),))


def test_references_given_anew_and_references_that_stand_for_another_action_are_listed() -> None:
    first, second, third, fourth, _ = actions(0, 1, 2, 3, 4)
    old = with_ref(first, "A1"), with_ref(second, "A2"), with_ref(third, "A3")
    new = with_ref(first, "A2"), with_ref(second, "A1"), with_ref(fourth, "A3")
    log = the_log(version("May", *old), version("July", *new))

    assert [row[:2] for row in rows(log, "References")] == [["A1", "A2"], ["A2", "A1"], ["A3", "A3"]]
    assert rows(log, "References")[2][-1] == "Stood for “Run reciprocal mentoring for ward managers”, which left."
    assert (
        log.summary[-1] == "2 actions were given another reference and 1 reference stands for another action now (A3)."
    )


def test_a_change_is_told_under_both_references() -> None:
    (old,) = actions(0, target=due(AUTUMN))
    new = replace(old, target=due(WINTER))
    log = the_log(version("May", with_ref(old, "1.2")), version("July", with_ref(new, "1.3")))

    assert rows(log, "Dates moved")[0][0] == "1.2, now 1.3"


def test_what_a_later_version_set_back_is_told_with_the_version_that_did() -> None:
    first, second = actions(0, 1, target=due(AUTUMN))
    moved = replace(first, target=due(WINTER)), replace(second, update="Drafted")
    log = the_log(version("May", first, second), version("July", *moved), version("Oct", first, moved[1]))

    assert [row[2:] for row in rows(log, "Taken back")] == [["Target date", "2025-12-31", "2025-09-30", "Oct.xlsx"]]
    assert log.summary[-1] == "“Oct.xlsx” took back 1 change of earlier versions."


def test_what_goes_on_from_version_to_version_is_not_taken_back() -> None:
    found = [version(str(day), *actions(0, target=due(day))) for day in (AUTUMN, WINTER, SPRING)]

    assert "Taken back" not in headings(the_log(*found))


def test_changes_in_further_columns_are_told_under_their_headings() -> None:
    (old,) = actions(0, other=(("KPI", "30 workshops"),))
    log = the_log(version("May", old), version("July", replace(old, other=(("KPI", ""),))))

    assert [row[3:] for row in rows(log, "Further columns")] == [["KPI", "30 workshops", "Not given"]]
    assert "Further columns changed: “KPI” of 1 action." in log.summary


def test_an_action_that_changed_in_a_further_column_only_is_not_counted_as_unchanged() -> None:
    old = actions(0, 1, 2, other=(("KPI", "30 workshops"),))
    new = (
        replace(old[0], other=(("KPI", "24 workshops"),)),
        replace(old[1], other=(("KPI", "9"),), update="Sent"),
        old[2],
    )
    log = the_log(version("May", *old), version("July", *new))

    assert "1 unchanged, 1 changed, 1 changed in further columns only, 0 only moved" in log.summary[0]
    assert [row[:2] for row in log.account.rows][:3] == [
        ("The same, unchanged", "1"),
        ("The same, changed", "1"),
        ("The same, changed in further columns only", "1"),
    ]
    assert log.account.rows[-1] == ("Actions in all", "3", "3")


def test_the_summary_says_that_a_first_date_was_rewritten() -> None:
    (old,) = actions(0, target=replace(due(WINTER), original_due=AUTUMN))
    log = the_log(version("May", old), version("July", replace(old, target=due(WINTER))))

    assert "No target date moved; 1 first date was rewritten." in log.summary


def test_what_only_the_versions_between_show_is_told_in_the_summary_and_in_a_section() -> None:
    log = the_log(version("May", *actions(0, 1)), version("July", *actions(0)), version("October", *actions(0, 1)))

    assert "Between the versions 1 action left and came back (1.03)." in log.summary
    assert rows(log, "Between the versions")[0][2] == "Left in “July.xlsx”, came back in “October.xlsx”."
