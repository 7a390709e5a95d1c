"""Columns that tell progress by the numbers of a scale, "1" to "5": they mean what the plan's own key says, or nothing.

Which end of a scale is the good one is never guessed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.raw import Column, Field, RawCell, RawPlan
from edi_reports.normalising.spelling import single_spaced

FIGURES = frozenset(map(str, range(11)))


Scale = tuple[Column, frozenset[str]]
"""A column and the figures in it."""


def find_unexplained_scales(raw: RawPlan, legend: Container[str]) -> tuple[Scale, ...]:
    """The columns of progress or RAG that hold nothing but figures of which the legend explains none, with those."""
    columns = {
        (column.place.sheet, column.place.column): column
        for table in raw.tables
        for column in table.columns
        if column.field in (Field.PROGRESS, Field.STATED_RAG)
    }
    told: dict[tuple[str, int], set[str]] = {}
    for action in raw.actions:
        for cell in (*action.cells(Field.PROGRESS), *action.cells(Field.STATED_RAG)):
            if cell.text.strip():
                told.setdefault(_column_of(cell), set()).add(single_spaced(cell.text))
    return tuple(
        (columns[at], frozenset(texts))
        for at, texts in told.items()
        if at in columns and texts <= FIGURES and not any(text in legend for text in texts)
    )


def check_scales(scales: Iterable[Scale]) -> tuple[Finding, ...]:
    """A finding for each scale that nothing explains."""
    return tuple(
        finding("scale-not-explained", column.place, heading=single_spaced(column.heading), numbers=_listed(texts))
        for column, texts in scales
    )


def without_figures(findings: Iterable[Finding], scales: Iterable[Scale]) -> tuple[Finding, ...]:
    """The findings without those that say of each figure of such a scale that it cannot be read."""
    columns = {(column.place.sheet, column.place.column) for column, _ in scales}
    return tuple(
        one
        for one in findings
        if one.code != "unreadable-progress" or one.place is None or (one.place.sheet, one.place.column) not in columns
    )


def _column_of(cell: RawCell) -> tuple[str, int]:
    return cell.place.sheet, cell.place.column


def _listed(texts: frozenset[str]) -> str:
    return ", ".join(sorted(texts, key=int))
