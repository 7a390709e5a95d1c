"""The history of a plan for readers."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
from msgspec.structs import replace

from edi_reports.audit.history import history
from edi_reports.model.action import Action
from edi_reports.model.history import History, Version
from edi_reports.model.rag import RagSettings, Rating
from edi_reports.reports.history_report import (
    compose_history_document,
    compose_history_paper,
    lives_table,
    movement_table,
    summarise_history,
    trend_chart,
    trend_table,
    version_names,
)
from edi_reports.reports.history_workbook import compose_history_workbook
from edi_reports.rules.rating import rate
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.excel import write_workbook
from edi_reports.writing.word import write_document
from tests.plan_making import a_plan, an_action, due

MAY, OCTOBER = date(2025, 5, 31), date(2025, 10, 31)
AUTUMN, SPRING = date(2025, 9, 30), date(2026, 3, 31)
PANELS, PAY, MENTOR = "Train panel chairs in fair shortlisting", "Publish the pay gap report", "Mentor new matrons"


def by_default_rules(action: Action, as_at: date) -> Rating:
    return rate(action, as_at, RagSettings())


def version(day: date, name: str, *actions: Action) -> Version:
    plan = a_plan(*(replace(action, ref=f"1.{n:02d}") for n, action in enumerate(actions, 1)))
    return Version(day, replace(plan, source=replace(plan.source, name=name)))


def the_history() -> History:
    first = version(MAY, "may.xlsx", an_action(PANELS, target=due(AUTUMN)), an_action(PAY, row=6, target=due(AUTUMN)))
    then = version(OCTOBER, "oct.xlsx", an_action(MENTOR), an_action(PANELS, row=6, target=due(SPRING)))
    return history((first, then), by_default_rules)


def test_the_summary_tells_the_trend_and_who_slipped() -> None:
    assert summarise_history(the_history()) == (
        "2 versions, from May 2025 with 2 actions to October 2025 with 2 actions; none is Red now, 0 at first.",
        "1 action is due later than at first, by 182 days (1.01).",
    )


def test_each_action_tells_its_dates_in_turn_and_its_standing_month_by_month() -> None:
    assert lives_table(the_history()).rows == (
        (
            "1.01",
            PANELS,
            "May 2025",
            "30 September 2025\n31 March 2026",
            "Moved by 182 days.",
            "May 2025: in progress, Green\nOctober 2025: in progress, Amber",
        ),
        (
            "1.02",
            PAY,
            "May 2025\nLast seen May 2025",
            "30 September 2025",
            "Not moved.",
            "May 2025: in progress, Green",
        ),
        ("1.03", MENTOR, "October 2025", "Never dated", "Not moved.", "October 2025: in progress, Not rated"),
    )


def test_the_whole_plan_is_told_version_by_version() -> None:
    assert trend_table(the_history()).rows == (
        ("May 2025", "2", "0", "0", "0", "2", "0"),
        ("October 2025", "2", "0", "1", "1", "0", "0"),
    )
    assert movement_table(the_history()).rows == (
        ("May 2025", "0", "0", "0", "0"),
        ("October 2025", "1", "1", "1", "182"),
    )


def test_the_chart_says_its_numbers_in_words() -> None:
    chart = trend_chart(the_history())

    assert chart.categories == ("May 2025", "October 2025")
    assert "May 2025: 2 Green. October 2025: 1 Amber and 1 Not rated." in chart.alt


def test_two_versions_of_one_month_are_told_apart_by_their_files() -> None:
    found = history(
        (version(MAY, "may v1.xlsx", an_action(PANELS)), version(MAY, "may v2.xlsx", an_action(PANELS))),
        by_default_rules,
    )

    assert version_names(found) == ("May 2025, may v1.xlsx", "May 2025, may v2.xlsx")


def test_versions_of_one_month_in_files_of_one_name_are_told_apart_by_number_in_the_workbook_too() -> None:
    found = history(
        (version(MAY, "plan\x07.xlsx", an_action(PANELS)), version(MAY, "PLAN\x07.xlsx", an_action(PANELS))),
        by_default_rules,
    )
    made = write_workbook(compose_history_workbook(found, "EDI plan", MAY))
    sheet = openpyxl.load_workbook(BytesIO(made))["Actions"]
    headings = [cell.value for cell in sheet[sheet.tables["Actions"].ref][0]]

    assert version_names(found) == ("1: May 2025, PLAN\x07.xlsx", "2: May 2025, plan\x07.xlsx")
    assert headings[-2:] == ["RAG, 1: May 2025, PLAN␇.xlsx", "RAG, 2: May 2025, plan␇.xlsx"]


def test_the_document_tells_every_version_of_every_action() -> None:
    document = compose_history_document(the_history())
    first = document["actions"][0]

    assert document["schema"] == "edi-reports/history/1"
    assert first["moves"] == [{"version": "October 2025", "due": "2026-03-31"}]
    assert [(seen["as_at"], seen["rag"]) for seen in first["versions"]] == [
        ("2025-05-31", "green"),
        ("2025-10-31", "amber"),
    ]


def test_the_workbook_has_a_row_an_action_and_a_column_a_version() -> None:
    made = write_workbook(compose_history_workbook(the_history(), "EDI plan", OCTOBER))
    sheet = openpyxl.load_workbook(BytesIO(made))["Actions"]
    table = [[cell.value for cell in row] for row in sheet[sheet.tables["Actions"].ref]]

    assert table[0][-4:] == ["Progress, May 2025", "Progress, October 2025", "RAG, May 2025", "RAG, October 2025"]
    assert [row[0] for row in table[1:]] == ["1.01", "1.02", "1.03"]
    assert table[2][-3:] == ["Not in the plan", "Green", ""]
    assert made == write_workbook(compose_history_workbook(the_history(), "EDI plan", OCTOBER))


def test_the_paper_can_be_written_even_without_a_version() -> None:
    nothing = compose_history_paper(history((), by_default_rules), "EDI plan", OCTOBER)

    assert write_document(nothing, write_default_template())
    assert write_document(compose_history_paper(the_history(), "EDI plan", OCTOBER), write_default_template())
