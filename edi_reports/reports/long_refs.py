"""Refs that no narrow column holds: they lead the text of their action instead of breaking beside it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from edi_reports.model.change import Mark, MarkedText
from edi_reports.reports.parts import Cell, Column, Part, Table

LONGEST_BESIDE, LONGEST_WORD_BESIDE = 24, 14
"""Characters of a ref that has a column of its own, and of a word in it."""


def with_room_for_refs(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts, in whose tables long refs stand above the text of their action: in all of them, or in none."""
    made = tuple(parts)
    tables = [part for part in made if isinstance(part, Table) and _text_column(part)]
    if not any(is_long(str(row[0])) for table in tables for row in table.rows):
        return made
    return tuple(_refs_above(part) if isinstance(part, Table) and _text_column(part) else part for part in made)


def is_long(ref: str) -> bool:
    """Whether a ref would break in a narrow column."""
    return len(ref) > LONGEST_BESIDE or any(len(word) > LONGEST_WORD_BESIDE for word in ref.split())


def _text_column(table: Table) -> int:
    """The place of the actions, or of another text, in a table that begins with refs; 0 where it has none."""
    headings = [column.heading for column in table.columns]
    found = (place for place, heading in enumerate(headings) if heading.startswith(("Action", "Text")))
    return next(found, 0) if headings[0] == "Ref" else 0


def _refs_above(table: Table) -> Table:
    place = _text_column(table)
    ref, text = table.columns[0], table.columns[place]
    heading = f"Ref and {text.heading[:1].lower()}{text.heading[1:]}"
    columns = (*table.columns[1:place], Column(heading, ref.share + text.share), *table.columns[place + 1 :])
    rows = tuple((*row[1:place], _above(str(row[0]), row[place]), *row[place + 1 :]) for row in table.rows)
    return replace(table, columns=columns, rows=rows)


def _above(ref: str, text: Cell) -> Cell:
    return (MarkedText(f"{ref}\n", Mark.KEPT), *text) if isinstance(text, tuple) else f"{ref}\n{text}"
