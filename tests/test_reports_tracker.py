"""What a tracker says, sheet by sheet, before it is a file."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from edi_reports.model.action import Action, Group, ProgressState
from edi_reports.model.change import Change, ChangedAction, ChangedField, Match, PlanChanges
from edi_reports.model.finding import Finding, Severity
from edi_reports.model.messages import finding
from edi_reports.model.owner import Owner, Part
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan, Redating, Source, Unplaced
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.target import Target, TargetKind
from edi_reports.model.tracker import ABOUT, ACTIONS, AS_AT, POINTERS, PROPERTY, VERSION, Heading
from edi_reports.reports.sheets import (
    CELL_LIMIT,
    MOST_LINES,
    Content,
    Formula,
    Link,
    Pair,
    Pairs,
    Sheet,
    Table,
    Workbook,
    in_rows,
    lines_needed,
)
from edi_reports.reports.tracker import compose_tracker
from edi_reports.reports.tracker_actions import PLAN_TEXT
from edi_reports.reports.tracker_people import BY_OWNER, MOST_MONTHS, TIMELINE, timeline_months
from edi_reports.reports.tracker_quality import CHANGES, DATA_QUALITY, LEFT_OUT, RAG_COMPARED
from edi_reports.reports.tracker_summary import SUMMARY
from tests.plan_making import a_plan, an_action, due, rated

LATE = due(date(2025, 9, 30), start=date(2025, 7, 1), written="Q2 2025/26")
COMING = due(date(2026, 3, 31), start=date(2026, 1, 1))


def tracker(*actions: Action) -> Workbook:
    return compose_tracker(rated(a_plan(*actions)))


def sheet_of(workbook: Workbook, name: str) -> Sheet:
    return next(sheet for sheet in workbook.sheets if sheet.name == name)


def names(workbook: Workbook) -> list[str]:
    return [sheet.name for sheet in workbook.sheets]


def table_of(workbook: Workbook, name: str, title: str = "") -> Table:
    tables = [part for part in sheet_of(workbook, name).parts if isinstance(part, Table)]
    return next(table for table in tables if table.title == title)


def shown(content: Content) -> object:
    """What a person sees in a cell."""
    return content.result if isinstance(content, Formula) else content.text if isinstance(content, Link) else content


def rows_of(table: Table) -> list[dict[str, object]]:
    headings = [column.heading for column in table.columns]
    return [dict(zip(headings, map(shown, row), strict=True)) for row in table.rows]


def about(workbook: Workbook) -> dict[object, Pair]:
    parts = [part for part in sheet_of(workbook, ABOUT).parts if isinstance(part, Pairs)]
    return {shown(pair.label): pair for part in parts for pair in part.lines}


# the workbook


def test_a_tracker_has_its_sheets_in_the_order_in_which_people_read_them() -> None:
    assert names(tracker(an_action())) == [ABOUT, SUMMARY, ACTIONS, TIMELINE, BY_OWNER, PLAN_TEXT, DATA_QUALITY]


def test_a_tracker_says_that_it_is_one_and_what_it_was_made_from() -> None:
    properties = dict(tracker(an_action()).properties)
    assert properties[PROPERTY] == VERSION
    assert (properties["source_name"], properties["source_sha256"]) == ("plan.xlsx", "0" * 64)


def test_every_sheet_but_about_is_listed_there_with_a_link() -> None:
    workbook = tracker(an_action(stated=Rag.RED), an_action(pointer_to="1.01"))
    links = [pair.label for pair in about(workbook).values() if isinstance(pair.label, Link)]
    assert [link.sheet for link in links] == names(workbook)[1:]


def test_an_empty_plan_makes_a_tracker_without_actions() -> None:
    assert rows_of(table_of(tracker(), ACTIONS)) == []


# About


def test_when_and_by_whom_the_plan_was_saved_is_said_in_words() -> None:
    plan = replace(a_plan(), source=Source("plan.xlsx", "0" * 64, "PMO officer", "2025-08-06T09:30:00"))
    assert about(compose_tracker(rated(plan)))["Last saved"].content == "6 August 2025 at 09:30 UTC by PMO officer"


def test_about_tells_the_as_at_day_the_settings_and_the_source() -> None:
    facts = about(compose_tracker(rated(a_plan(an_action()), settings=RagSettings(14, Rag.GREEN))))
    assert (facts["As at"].content, facts["As at"].name) == (date(2025, 11, 30), AS_AT)
    assert facts["Amber this many days before due"].content == 14
    assert facts["Completed shows as"].content == "Green"
    assert facts["SHA-256 of the workbook"].content == "0" * 64


def test_about_tells_every_rule_in_force_and_those_with_a_setting_follow_its_cell() -> None:
    plan = rated(a_plan(an_action()))
    facts = about(compose_tracker(plan))
    assert tuple(shown(facts[f"Rule {number}"].content) for number in range(len(plan.rules))) == plan.rules
    assert facts["Rule 6"].content == Formula(
        '"Due within "&Amber_days&" days (inclusive): Amber, due soon"', plan.rules[6]
    )


def test_about_admits_that_without_an_earlier_version_nothing_is_known_of_changes() -> None:
    workbook = tracker(an_action())
    assert CHANGES not in names(workbook)
    assert str(about(workbook)["Earlier version"].content).startswith("None was given, so this tracker cannot say")


# Actions


def test_a_row_of_actions_holds_all_that_the_plan_says_of_an_action() -> None:
    (row,) = rows_of(
        table_of(
            tracker(
                an_action(
                    "Publish the report",
                    ref="2.03",
                    owners=("Head of EDI", "Staff Networks"),
                    target=LATE,
                    frameworks=("WRES", "WDES"),
                    stated=Rag.GREEN,
                    update="Nearly there",
                    other=(("Success metrics", "60%"),),
                )
            ),
            ACTIONS,
        )
    )
    assert (row[Heading.REF], row[Heading.GROUP], row[Heading.ACTION]) == (
        "2.03",
        "High Impact Action 1",
        "Publish the report",
    )
    assert (row[Heading.OWNERS], row[Heading.FRAMEWORKS]) == ("Head of EDI\nStaff Networks", "WRES\nWDES")
    assert row[Heading.COMMITTEES] == "People Committee\nTrust Board"
    assert (row[Heading.TARGET], row[Heading.KIND]) == ("Q2 2025/26", "Dated")
    assert (row[Heading.START], row[Heading.DUE]) == (date(2025, 7, 1), date(2025, 9, 30))
    assert (row[Heading.PROGRESS], row[Heading.STATED_RAG]) == ("In progress", "Green")
    assert (row[Heading.UPDATE], row[Heading.SOURCE]) == ("Nearly there", "Plan!D5")
    assert row["Success metrics"] == "60%"


def test_the_results_that_formulas_carry_are_the_ratings() -> None:
    plan = rated(a_plan(an_action(target=LATE), an_action(target=COMING), an_action()))
    found = rows_of(table_of(compose_tracker(plan), ACTIONS))
    ratings = [each.rating for each in plan.actions]
    assert [row[Heading.RAG] for row in found] == [rating.rag.word for rating in ratings]
    assert [row[Heading.REASON] for row in found] == [rating.reason for rating in ratings]
    assert [row[Heading.DAYS] for row in found] == [rating.days for rating in ratings]
    assert [row[Heading.DECIDING_DAY] for row in found] == [date(2025, 9, 30), date(2026, 3, 31), None]


def test_columns_that_few_plans_fill_are_there_only_then() -> None:
    plain = an_action()
    helped = replace(plain, owners=(*plain.owners, Owner("Staff Networks", Part.SUPPORT, "Staff Networks", known=True)))
    assert Heading.SUPPORT not in rows_of(table_of(tracker(plain), ACTIONS))[0]
    assert rows_of(table_of(tracker(helped), ACTIONS))[0][Heading.SUPPORT] == "Staff Networks"


def test_headings_are_unique_whatever_the_plan_calls_its_own_columns() -> None:
    other = (("RAG", "a"), ("rag", "b"), ("Reason", "c"), ("KPI", "d"), ("KPI", "e"), ("", "f"), ("x\ny", "g"))
    table = table_of(tracker(an_action(other=other)), ACTIONS)
    headings = [column.heading for column in table.columns]
    assert len({heading.casefold() for heading in headings}) == len(headings)
    assert headings[-7:] == ["Plan: RAG", "rag (2)", "Plan: Reason", "KPI", "KPI (2)", "No heading", "x y"]


def test_headings_stay_short_enough_for_excel_however_many_are_alike() -> None:
    other = tuple((f"{'Measure ' * 30}{number}", "a") for number in range(300))
    headings = [column.heading for column in table_of(tracker(an_action(other=other)), ACTIONS).columns]
    assert len({heading.casefold() for heading in headings}) == len(headings)
    assert max(map(len, headings)) <= 255


def test_a_moved_date_says_how_often_and_by_how_much() -> None:
    plan = rated(a_plan(an_action(target=COMING)))
    moves = (("June", date(2025, 12, 31)), ("October", date(2026, 3, 31)))
    moved = replace(plan.actions[0], redating=Redating(date(2025, 10, 1), moves))
    (row,) = rows_of(table_of(compose_tracker(replace(plan, actions=(moved,))), ACTIONS))
    assert row[Heading.REDATED] == "Moved 2 times, 181 days in all; first due 1 October 2025"


def test_a_target_without_a_day_becomes_dated_when_somebody_enters_one() -> None:
    table = table_of(tracker(an_action(target=Target("TBC", TargetKind.UNDECIDED))), ACTIONS)
    kind = table.rows[0][[column.heading for column in table.columns].index(Heading.KIND)]
    assert isinstance(kind, Formula)
    assert kind.result == "Undecided"
    assert '"Dated"' in kind.text


def test_a_day_before_those_that_spreadsheets_count_stands_in_words() -> None:
    (row,) = rows_of(table_of(tracker(an_action(target=due(date(1850, 1, 1)))), ACTIONS))
    assert row[Heading.DUE] == "1 January 1850"


def test_rows_that_only_point_to_another_action_are_kept_on_a_sheet_of_their_own() -> None:
    workbook = tracker(an_action(), an_action("See 4b", ref="4c", pointer_to="4b"))
    assert [row[Heading.POINTS_TO] for row in rows_of(table_of(workbook, POINTERS))] == ["4b"]
    assert len(table_of(workbook, ACTIONS).rows) == 1


# texts that are too long


def test_a_text_too_long_for_a_cell_is_a_finding_and_stands_whole_on_plan_text() -> None:
    text = " ".join(f"word{number}" for number in range(5000))
    workbook = tracker(an_action(text, ref="1.01"))
    (found,) = workbook.findings
    assert (found.code, found.ref) == ("text-too-long", "1.01")
    assert "text-too-long" in [row["Code"] for row in rows_of(table_of(workbook, DATA_QUALITY))]
    pieces = [str(row["Text"]) for row in rows_of(table_of(workbook, PLAN_TEXT)) if row["Column"] in ("Action", None)]
    assert " ".join(pieces).split() == text.split()
    assert max(map(len, pieces)) < CELL_LIMIT


def test_what_actions_does_not_print_stands_on_plan_text_once_with_its_actions() -> None:
    shared = (("Description", "National text"),)
    workbook = tracker(an_action(ref="1.01", other=shared), an_action(ref="1.02", other=shared))
    rows = rows_of(table_of(workbook, PLAN_TEXT))
    assert [(row["Actions"], row["Text"]) for row in rows if row["Column"] == "Description"] == [
        ("1.01 and 1.02", "National text")
    ]


@pytest.mark.parametrize("text", ["line\n" * 500, "w" * 20_000, "short words " * 3000, "", "\n\n"])
def test_a_text_taller_than_a_row_goes_on_in_the_next_and_nothing_is_lost(text: str) -> None:
    columns = table_of(tracker(an_action()), PLAN_TEXT).columns
    rows = in_rows(columns, [("1.01", "Action", text)])
    pieces = [str(row[2]) for row in rows]
    assert all(lines_needed(piece, columns[2].width) <= MOST_LINES for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


# Summary


def test_the_summary_counts_by_rag_age_group_quarter_framework_and_owner() -> None:
    workbook = tracker(
        an_action(target=LATE),
        an_action(target=due(date(2025, 11, 29)), group=Group("High Impact Action 2")),
        an_action(target=due(date(2025, 6, 30)), owners=("Staff Networks",), frameworks=()),
    )
    counted = {row["RAG"]: row["Actions"] for row in rows_of(table_of(workbook, SUMMARY, "By RAG"))}
    assert (counted["Red"], counted["Green"], counted["All actions"]) == (3, 0, 3)
    ages = [row["Actions"] for row in rows_of(table_of(workbook, SUMMARY, "How long overdue"))]
    assert ages == [1, 1, 1]
    groups = rows_of(table_of(workbook, SUMMARY, "By High Impact Action"))
    assert [(row["High Impact Action"], row["Red"]) for row in groups] == [
        ("High Impact Action 1", 2),
        ("High Impact Action 2", 1),
    ]
    quarters = rows_of(table_of(workbook, SUMMARY, "By quarter due"))
    assert [(row["Quarter due"], row["Total"]) for row in quarters] == [
        ("Q1 2025/26", 1),
        ("Q2 2025/26", 1),
        ("Q3 2025/26", 1),
        ("Q4 2025/26", 0),
        ("No due day", 0),
    ]
    owners = rows_of(table_of(workbook, SUMMARY, "By owner"))
    assert [(row["Owner"], row["Red"]) for row in owners] == [("Head of EDI", 2), ("Staff Networks", 1)]
    frameworks = rows_of(table_of(workbook, SUMMARY, "By framework"))
    assert [(row["Framework"], row["Total"]) for row in frameworks] == [("WRES", 2), ("No framework given", 1)]


@pytest.mark.parametrize(("days", "band"), [(1, 0), (30, 0), (31, 1), (90, 1), (91, 2)])
def test_overdue_actions_are_aged_by_1_to_30_31_to_90_and_over_90_days(days: int, band: int) -> None:
    day = date.fromordinal(date(2025, 11, 30).toordinal() - days)
    ages = rows_of(table_of(tracker(an_action(target=due(day))), SUMMARY, "How long overdue"))
    assert [row["Actions"] for row in ages] == [int(number == band) for number in range(3)]


def test_a_chart_is_told_in_words_with_its_numbers() -> None:
    chart = table_of(tracker(an_action(target=LATE)), SUMMARY, "By RAG").chart
    assert chart is not None
    assert chart.alt == "Column chart of 1 action by RAG: 1 Red, 0 Amber, 0 Not rated, 0 Green and 0 Blue."


def test_a_group_word_that_a_formula_could_not_name_is_replaced() -> None:
    workbook = tracker(an_action(group=Group("Aim [x] 1")), an_action(group=Group("Aim [x] 2")))
    assert table_of(workbook, SUMMARY, "By group").columns[0].heading == "Group"


# Timeline


def test_a_bar_runs_from_start_to_due_and_what_follows_is_late_until_the_as_at_month() -> None:
    (row,) = rows_of(table_of(tracker(an_action(target=LATE)), TIMELINE))
    months = {month: row[month] for month in ("Jun 25", "Jul 25", "Sep 25", "Oct 25", "Nov 25", "Dec 25")}
    assert months == {"Jun 25": "", "Jul 25": "■", "Sep 25": "Due", "Oct 25": "late", "Nov 25": "late", "Dec 25": ""}


def test_an_ongoing_action_runs_through_all_months_and_an_undated_one_has_no_bar() -> None:
    ongoing, undated = rows_of(
        table_of(tracker(an_action(target=Target("Ongoing", TargetKind.ONGOING)), an_action(ref="1.02")), TIMELINE)
    )
    assert (ongoing["To"], ongoing["Apr 25"], ongoing["Mar 26"]) == ("ongoing", "■", "■")
    assert {undated[month] for month in undated if month[-2:] in ("25", "26")} == {""}


def test_the_as_at_month_is_marked() -> None:
    table = table_of(tracker(an_action()), TIMELINE)
    marked = [column.heading for column, mark in zip(table.columns, table.above, strict=False) if shown(mark) == "▼"]
    assert marked == ["Nov 25"]


def test_the_months_widen_to_the_actions_days_but_not_without_end() -> None:
    near = rated(a_plan(an_action(target=due(date(2026, 6, 30)))))
    far = rated(
        a_plan(
            an_action(target=due(date(2026, 6, 30))), an_action(target=due(date.max)), an_action(target=due(date.min))
        )
    )
    assert timeline_months(near)[-1].due == date(2026, 6, 30)
    assert timeline_months(far) == timeline_months(near)
    endless = replace(a_plan(), period=replace(timeline_months(near)[0], due=date(2099, 3, 31)))
    assert len(timeline_months(rated(endless))) == MOST_MONTHS


# By owner


def test_each_owner_has_what_is_most_overdue_first_and_unknown_owners_stand_last() -> None:
    stranger = Owner("A Kahn", Part.LEAD, "A Kahn", known=False)
    workbook = tracker(
        an_action(ref="1.01", target=COMING),
        an_action(ref="1.02", target=LATE),
        an_action(ref="1.03", target=due(date(2025, 6, 30))),
        an_action(ref="1.04", owners=()),
        replace(an_action(ref="1.05"), owners=(stranger,)),
    )
    assert [(row["Owner"], row["Ref"]) for row in rows_of(table_of(workbook, BY_OWNER))] == [
        ("Head of EDI", "1.03"),
        ("Head of EDI", "1.02"),
        ("Head of EDI", "1.01"),
        ("No owner given", "1.04"),
        ("Owner to confirm: A Kahn", "1.05"),
    ]


def test_where_no_register_is_kept_no_owner_is_called_unconfirmed() -> None:
    stranger = Owner("A Kahn", Part.LEAD, "A Kahn", known=False)
    (row,) = rows_of(table_of(tracker(replace(an_action(), owners=(stranger,))), BY_OWNER))
    assert row["Owner"] == "A Kahn"


@pytest.mark.parametrize("refs", [("1.01", "1.01"), ("", "1"), ("1*", "2")])
def test_where_refs_do_not_tell_actions_apart_other_sheets_say_that_they_are_not_live(refs: tuple[str, str]) -> None:
    workbook = tracker(*(an_action(ref=ref, target=LATE) for ref in refs))
    assert "Not live" in about(workbook)
    assert not any(column.formula for column in table_of(workbook, BY_OWNER).columns)
    assert [row["RAG"] for row in rows_of(table_of(workbook, BY_OWNER))] == ["Red", "Red"]


# Data quality


def with_findings(plan: RatedPlan, *findings: Finding) -> Workbook:
    return compose_tracker(replace(plan, findings=findings))


def test_a_finding_leads_to_the_cell_of_the_tracker_that_shows_what_it_is_about() -> None:
    cell = Place("plan.xlsx", "Plan", 7, 6)
    action = replace(an_action(ref="1.02", row=7), cells=(("target", cell),))
    plan = rated(a_plan(an_action(), action))
    workbook = with_findings(
        plan, Finding("unreadable-date", Severity.ERROR, "Not a date.", "Correct it.", cell, "1.02")
    )
    table = table_of(workbook, DATA_QUALITY)
    link = next(content for content in table.rows[0] if isinstance(content, Link))
    headings = [column.heading for column in table_of(workbook, ACTIONS).columns]
    heading_row = sheet_of(workbook, ACTIONS).heading_row
    assert heading_row is not None
    assert link.sheet == ACTIONS
    assert link.cell == f"{chr(ord('A') + headings.index(Heading.TARGET))}{heading_row + 2}"
    assert rows_of(table)[0]["Where in the workbook"] == "Plan!F7"


def test_a_finding_about_no_action_has_no_link() -> None:
    workbook = with_findings(rated(a_plan(an_action())), finding("text-too-long", None, None, column="x", length="1"))
    assert rows_of(table_of(workbook, DATA_QUALITY))[0]["In this tracker"] is None


def test_every_cell_left_out_of_the_plan_is_listed_with_the_reason() -> None:
    plan = rated(replace(a_plan(), unplaced=(Unplaced(Place("plan.xlsx", "Plan", 44, 1), "Notes", "separator row"),)))
    (row,) = rows_of(table_of(compose_tracker(plan), DATA_QUALITY))
    assert (row["What it is"], row["Where in the workbook"]) == (LEFT_OUT, "Plan!A44")
    assert "separator row" in str(row["What was found and what it means"])


# RAG compared and Changes


def test_where_the_stated_rag_and_the_rules_differ_both_reasons_stand_side_by_side() -> None:
    workbook = tracker(an_action(target=LATE, stated=Rag.GREEN), an_action(target=LATE, stated=Rag.RED))
    (row,) = rows_of(table_of(workbook, RAG_COMPARED))
    assert (row["Stated in the plan"], row["Why: the plan"]) == ("Green", "Shown in Plan!D5")
    assert (row["By the rules"], row["Why: the rules"]) == ("Red", "Overdue by 61 days (due 30 September 2025)")


def test_changes_are_told_a_row_a_field() -> None:
    old, new = an_action(ref="1.01"), an_action(ref="1.01", state=ProgressState.COMPLETED)
    changed = ChangedAction(
        Match(old, new, 1, certain=True),
        (
            Change(ChangedField.PROGRESS, "In progress", "Completed", "completed"),
            Change(ChangedField.STATED_RAG, "", "Blue"),
        ),
    )
    earlier = Source("earlier.xlsx", "1" * 64)
    changes = PlanChanges(earlier, a_plan().source, (an_action(ref="2.01"),), (), (changed,), (), (), ())
    workbook = compose_tracker(rated(a_plan(new)), changes)
    rows = rows_of(table_of(workbook, CHANGES))
    assert [(row["What happened"], row["Ref"], row["Field"], row["After"]) for row in rows] == [
        ("Added", "2.01", None, None),
        ("Changed", "1.01", "Progress", "Completed"),
        ("Changed", "1.01", "Stated RAG", "Blue"),
    ]
    assert about(workbook)["Earlier version"].content == "Compared with “earlier.xlsx”: see the sheet Changes."


def test_a_word_too_long_for_its_column_is_counted_as_broken_behind_hyphens_and_strokes() -> None:
    assert lines_needed("EDI/2025-26/WRES-WDES/HIA1/ACT-001", 8) >= 7
    assert lines_needed("x" * 34, 8) == 6
    assert lines_needed("EDI/2025-26", 20) == 1


@pytest.mark.parametrize(("pointers", "told"), [(1, "1 row that only points to"), (2, "2 rows that only point to")])
def test_rows_that_point_elsewhere_are_counted_in_the_right_number(pointers: int, told: str) -> None:
    rows = (an_action("See 1.01", row=5 + n, ref=f"1.0{n}", pointer_to="1.01") for n in range(2, 2 + pointers))
    lines = (part.lines for part in sheet_of(tracker(an_action(), *rows), ABOUT).parts if isinstance(part, Pairs))
    assert any(told in str(pair.content) for some in lines for pair in some)
