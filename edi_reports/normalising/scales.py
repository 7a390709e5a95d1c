"""Columns that tell progress by the numbers of a scale, "1" to "5": they mean what the plan's own key says, or nothing.

Which end of a scale is the good one is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.raw import Column, Field, RawPlan
from edi_reports.normalising.spelling import single_spaced

FIGURES = frozenset(map(str, range(11)))


Scale = tuple[Column, frozenset[str]]
"""A column and the figures in it."""


def find_unexplained_scales(
    raw: RawPlan, legend: Mapping[str, object], answers: Mapping[tuple[str, int], Mapping[str, object]]
) -> tuple[Scale, ...]:
    """The columns of progress or RAG that hold nothing but figures, none of them explained, with those.

    `legend` is what the plan explains, `answers` what the heading of a column does, as "% complete" does.
    """
    columns = {
        (column.place.sheet, column.place.column): column
        for table in raw.tables
        for column in table.columns
        if column.field in (Field.PROGRESS, Field.STATED_RAG)
    }
    told: dict[tuple[str, int], set[str]] = {at: set() for at in columns}
    for action in raw.actions:
        if not told:
            break
        for cell in (*action.cells(Field.PROGRESS), *action.cells(Field.STATED_RAG)):
            at, text = (cell.place.sheet, cell.place.column), cell.text.strip()
            if text in FIGURES and at in told:
                told[at].add(text)
            elif text:
                told.pop(at, None)
    unread = {at: texts - legend.keys() - answers.get(at, {}).keys() for at, texts in told.items() if texts}
    return tuple((columns[at], frozenset(texts)) for at, texts in unread.items() if texts == told[at])


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


def _listed(texts: frozenset[str]) -> str:
    return ", ".join(sorted(texts, key=int))
