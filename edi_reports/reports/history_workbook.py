"""The history of a plan as a workbook: the trend with its chart, and a row an action with a column a version."""

from __future__ import annotations

from datetime import date

from edi_reports.model.history import History, Life
from edi_reports.reports import parts
from edi_reports.reports.history_report import (
    dues_in_turn,
    movement_table,
    slippage_in_words,
    summarise_history,
    trend_chart,
    trend_table,
    version_names,
)
from edi_reports.reports.parts import Chart
from edi_reports.reports.sheets import (
    Column,
    Content,
    Look,
    Pair,
    Pairs,
    Paper,
    Sheet,
    Table,
    Workbook,
    in_rows,
    ref_column,
)
from edi_reports.reports.wording import NO_GROUP, one_line

SUMMARY, TREND, ACTIONS = "Summary", "Trend", "Actions"


def compose_history_workbook(history: History, title: str, as_at: date) -> Workbook:
    """The history for Excel; `as_at` is the day that the file says it was made."""
    sheets = (_summary_sheet(history, title), _trend_sheet(history), _actions_sheet(history))
    return Workbook(f"{title}: history", "History of the plan", as_at, sheets)


def _summary_sheet(history: History, title: str) -> Sheet:
    told = tuple(Pair(str(number), words) for number, words in enumerate(summarise_history(history), 1))
    versions = tuple(
        Pair(name, f"{standing.source.name}\nSHA-256 {standing.source.sha256}")
        for name, standing in zip(version_names(history), history.standings, strict=True)
    )
    return Sheet(SUMMARY, f"{title}: history", (Pairs("What became of the plan", told), Pairs("Versions", versions)))


def _trend_sheet(history: History) -> Sheet:
    tables = (
        _counts("Trend", trend_table(history), trend_chart(history)),
        _counts("Movement", movement_table(history)),
    )
    return Sheet(TREND, "The plan version by version", tables)


def _counts(name: str, table: parts.Table, chart: Chart | None = None) -> Table:
    columns = tuple(
        Column(column.heading, 16 if column.numbers else 30, Look.NUMBER if column.numbers else Look.TEXT)
        for column in table.columns
    )
    rows: tuple[tuple[Content, ...], ...] = tuple(
        (str(version), *(int(str(count)) for count in counts)) for version, *counts in table.rows
    )
    return Table(name, columns, rows, title=table.caption, chart=chart)


def _actions_sheet(history: History) -> Sheet:
    names = version_names(history)
    columns = (
        ref_column(life.latest.action.ref for life in history.lives),
        Column("Action", 56),
        Column("Group", 30),
        Column("First seen", 14),
        Column("Last seen", 14),
        Column("Due days in turn", 20),
        Column("Days slipped", 12, Look.NUMBER),
        Column("How it moved", 24),
        *(Column(f"Progress, {name}", 18) for name in names),
        *(Column(f"RAG, {name}", 13, Look.RAG) for name in names),
    )
    rows = (_row(life, names) for life in history.lives)
    return Sheet(
        ACTIONS,
        "Each action, worst slippage first",
        (Table("Actions", columns, in_rows(columns, rows)),),
        ("RAG is as at the day of each version, knowing the earliest due day that earlier versions gave.",),
        frozen=2,
        paper=Paper.A3,
    )


def _row(life: Life, names: tuple[str, ...]) -> tuple[Content, ...]:
    action = life.latest.action
    sightings = {seen.version: seen for seen in life.sightings}
    seen = [sightings.get(number) for number in range(len(names))]
    return (
        action.ref,
        action.text,
        one_line(str(action.group), 60) if action.group else NO_GROUP,
        names[life.sightings[0].version],
        names[life.latest.version],
        dues_in_turn(life),
        life.days_slipped,
        slippage_in_words(life),
        *(each.action.progress.state.words if each else "Not in the plan" for each in seen),
        *(each.rating.rag.word if each else "" for each in seen),
    )
