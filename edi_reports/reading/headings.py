"""Which rows of a sheet hold the headings of a plan, two-row headings joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.raw import Field
from edi_reports.reading.evidence import (
    looks_like_framework,
    looks_like_owner,
    looks_like_progress,
    looks_like_rag,
    looks_like_target,
    parted_action_and_owner,
)
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.heading_table import IN_BRACKETS, HeadingTable
from edi_reports.reading.heading_times import when_of_heading, without_time
from edi_reports.reading.marked_states import MARKS, find_marked_states

_MOST_HEADINGS = 1_000
_LONGEST_HEADING = 90
_LOOK_DOWN = 8
_FAR_DOWN = 100
# How surely a heading names a field: it is one that plans have, its whole text names it, it is no value for certain.
_KNOWN, _SURE, _NAMED = 0.5, 0.79, 0.75
_BEYOND_DOUBT, _FEW_CELLS = 3, 3
_KEY_TITLE = re.compile(r"^(?:b?ragg?|colour|status)?\s*(?:key|legend)\W*$", re.IGNORECASE)
# States that also stand over columns of states, and what makes any state a heading.
_STATE_HEADINGS = frozenset(
    (
        *(
            "complete",
            "completed",
            "closed",
            "open",
            "planned",
            "done",
            "started",
            "resolved",
            "new",
            "active",
            "pending",
        ),
        *("cancelled", "withdrawn", "superseded", "deferred", "blocked", "rag", "brag", "bragg"),
    )
)
_NUMBER_OF_A_ROW = re.compile(r"(?:[A-Z]{1,4}[-.]?)?\d{1,3}(?:[./-]\d{1,3})*[a-z]?[.)]?")
_IN_BRACKETS = re.compile(r"\([^()]*/[^()]*\)")
_ASKS = re.compile(r"\?\W*$|\by(?:es)?\s*/\s*n(?:o)?\b", re.IGNORECASE)


class HeadingCell(Struct, frozen=True):
    """The heading of one column: its text, what each field scores, and the cells it was put together from."""

    column: int
    text: str
    scores: Mapping[Field | None, float]
    cells: tuple[GridCell, ...]

    @property
    def names_who_does_it(self) -> bool:
        """Whether it names actions and, in brackets behind them, owners: "Action (lead)"."""
        return Field.ACTION in self.scores and self.scores.get(Field.OWNER) == IN_BRACKETS


class HeadingRow(Struct, frozen=True):
    """A row that may hold headings. `strength` is how many different fields it names, weighted by how surely."""

    rows: tuple[int, ...]
    headings: tuple[HeadingCell, ...]
    strength: float
    fields: frozenset[Field]
    known: float = 1.0
    sure: int = 0

    @property
    def convincing(self) -> bool:
        """Whether the row names an action beside something that actions have, or most of what a plan has.

        `known` is the share of its cells that are headings plans have, `sure` the number of fields that a whole
        heading names: in a row of a plan's own text both are small.
        """
        rest = self.fields - {Field.ACTION, Field.REF, Field.GROUP}
        enough = (Field.ACTION in self.fields and len(rest) >= 1) or len(rest) >= 3
        known = self.known >= 0.5 or self.sure >= 3
        return self.strength >= 1.3 and enough and known and (self.sure >= 2 or len(self.fields) >= 3)


def find_heading_rows(sheet: Sheet, table: HeadingTable) -> tuple[HeadingRow, ...]:
    """Find every row of a sheet that reads as headings of a plan, two-row headings joined, top to bottom."""
    by_row = _judged(sheet)
    states = _marked_states(by_row)
    rows = [row for row, cells in by_row.items() if _could_be_headings(_without(cells, states.get(row)), table)]
    judged = [_candidate(sheet, row, by_row, table, states) for row in rows]
    found = [candidate for candidate in judged if candidate.convincing]
    if not found and (lone := _lone_heading(by_row, table)) is not None:
        return (lone,)
    found = found or [right for one in judged if (right := _judged_respelled(one, table, states)).convincing]
    clearest = max((candidate.strength for candidate in found), default=0.0)
    strong = [candidate for candidate in found if candidate.strength >= 0.5 * clearest]
    kept = [one for one in strong if one.strength == clearest or _begins_a_table(one, by_row)]
    return tuple(_respelled(one, table) for one in _without_neighbours(kept))


def _respelled(found: HeadingRow, table: HeadingTable) -> HeadingRow:
    """The row with what its headings say once slips of the finger are put right, where that says more."""
    headings = tuple(
        replace(heading, scores=right)
        if (right := table.scores_respelled(heading.cells[-1].text)) and _best(right) > _best(heading.scores)
        else heading
        for heading in found.headings
    )
    return replace(found, headings=headings)


def _judged_respelled(found: HeadingRow, table: HeadingTable, states: Mapping[int, frozenset[int]]) -> HeadingRow:
    """The row judged anew once slips of the finger are put right: "Activty" beside "Timescale"."""
    right = _respelled(found, table)
    return (
        found if right == found else _of_headings(found.rows, right.headings, states.get(found.rows[-1], frozenset()))
    )


def _best(scores: Mapping[Field | None, float]) -> float:
    return max(scores.values(), default=0.0)


def _begins_a_table(candidate: HeadingRow, by_row: Mapping[int, Sequence[GridCell]]) -> bool:
    """Whether a row parts itself from the rows above it, by its look or by space, or is headings beyond doubt.

    Between the rows of a table stand its own, and their words may be those of headings: "Nobody to do them".
    """
    cells = by_row[candidate.rows[0]]
    dressed = all(cell.bold for cell in cells) or all(cell.fill for cell in cells)
    beyond_doubt = candidate.sure >= _BEYOND_DOUBT and bool({Field.ACTION, Field.GROUP} & candidate.fields)
    return dressed or beyond_doubt or len(by_row.get(candidate.rows[0] - 1, ())) < _FEW_CELLS


def _lone_heading(by_row: Mapping[int, Sequence[GridCell]], table: HeadingTable) -> HeadingRow | None:
    """The row of a single heading that names actions and who owns them, over actions that mostly end in an owner."""
    for row, cells in by_row.items():
        if len(cells) != 1 or len(cells[0].text) > _LONGEST_HEADING:
            continue
        (cell,) = cells
        heading = HeadingCell(cell.column, " ".join(cell.text.split()), table.scores(cell.text), (cell,))
        below = [c.text for number in by_row if number > row for c in by_row[number] if c.column == cell.column]
        owned = sum(bool(parted_action_and_owner(text)[1]) for text in below[:_FAR_DOWN])
        if heading.names_who_does_it and owned > 1 and owned >= 0.5 * len(below[:_FAR_DOWN]):
            fields = frozenset({Field.ACTION, Field.OWNER})
            return HeadingRow((row,), (heading,), sum(map(heading.scores.__getitem__, fields)), fields)
    return None


def heading_row_naming(sheet: Sheet, names: Mapping[str, Field | None], table: HeadingTable) -> tuple[HeadingRow, ...]:
    """Find the first row whose every cell is one of these names, as headings that are known to be there."""
    by_row = sheet.rows_with_text()
    for row, cells in by_row.items():
        known = frozenset(cell.column for cell in cells if cell.text.lower() in names)
        if len(known) >= 3:
            return (_candidate(sheet, row, by_row, table, {row: known}),)
    return ()


def best_candidate(sheet: Sheet, table: HeadingTable) -> HeadingRow | None:
    """The row that came closest to being headings, for saying what was found where no plan was."""
    by_row = _judged(sheet)
    rows = [row for row in by_row if _could_be_headings(by_row[row], table)]
    return max((_candidate(sheet, row, by_row, table) for row in rows), key=lambda c: c.strength, default=None)


def _judged(sheet: Sheet) -> dict[int, tuple[GridCell, ...]]:
    """The texts of each row by which it is judged: the first ones of a row that is wider than any plan."""
    return {row: cells[:_MOST_HEADINGS] for row, cells in sheet.rows_with_text().items()}


def _could_be_headings(cells: Sequence[GridCell], table: HeadingTable) -> bool:
    """Whether a row is short texts, most of which are no values: "Complete" or "31 March 2026" heads no column."""
    short = [cell for cell in cells if len(cell.text) <= _LONGEST_HEADING]
    if len(short) < 2 or len(short) < 0.6 * len(cells):
        return False
    values = sum(cell.day is not None or cell.number or _is_value(cell.text, table) for cell in short)
    return values < 0.4 * len(cells) or _names_a_plan(short, table)


def _without(cells: Sequence[GridCell], columns: frozenset[int] | None) -> Sequence[GridCell]:
    return [cell for cell in cells if cell.column not in columns] if columns else cells


def _marked_states(by_row: Mapping[int, Sequence[GridCell]]) -> dict[int, frozenset[int]]:
    """The columns of marks by the row of states that heads them: "R | A | G" with a tick under one of them."""
    marked = [row for row, cells in by_row.items() if any(cell.text in MARKS for cell in cells)]
    heads = {row for first in marked for row in range(first - _LOOK_DOWN, first) if row in by_row}
    found = {row: find_marked_states(by_row[row], _rows_below(row, by_row)) for row in heads}
    return {row: states.columns for row, states in found.items() if states}


def _rows_below(row: int, by_row: Mapping[int, Sequence[GridCell]]) -> list[Sequence[GridCell]]:
    return [by_row[number] for number in range(row + 1, row + 1 + _LOOK_DOWN) if number in by_row]


def _names_a_plan(cells: Sequence[GridCell], table: HeadingTable) -> bool:
    """Whether whole headings name an action and two things more, whatever else the row holds: months, quarters."""
    best = (max(table.scores(cell.text).items(), key=lambda item: item[1], default=(None, 0.0)) for cell in cells)
    fields = {field for field, score in best if field is not None and score >= _SURE}
    return Field.ACTION in fields and len(fields) >= 3


@lru_cache(maxsize=10_000)
def _is_value(text: str, table: HeadingTable) -> bool:
    if looks_like_progress(text) or looks_like_rag(text):
        return not _heads_states(text)
    if _NUMBER_OF_A_ROW.fullmatch(text):
        return True
    dated = looks_like_target(text) and any(char.isdigit() for char in text)
    alike = dated or looks_like_framework(text) or (looks_like_owner(text) and " " in text)
    scores = table.scores(text)
    names_actions = scores.get(Field.ACTION, 0.0) >= _KNOWN and not text[0].isdigit()
    # "Q1 status" heads the states of a quarter; "Q1" alone may be a value.
    spoken = {**scores, **table.scores(without_time(text))} if when_of_heading(text) else scores
    return alike and not names_actions and max(spoken.values(), default=0.0) < _NAMED


def _candidate(
    sheet: Sheet,
    row: int,
    by_row: Mapping[int, Sequence[GridCell]],
    table: HeadingTable,
    marked: Mapping[int, frozenset[int]] = MappingProxyType({}),
) -> HeadingRow:
    band = _band_row(row, by_row, table)
    if band is None and (below := _row_of_parts(row, by_row)) is not None:
        band, row = row, below
    columns = sorted({column for cell in by_row[row] for column in range(cell.column, cell.last_column + 1)})
    if band is not None:
        columns = sorted({*columns, *(c for cell in by_row[band] for c in range(cell.column, cell.last_column + 1))})
    states = marked.get(max(row, band or 0), frozenset())
    headings = tuple(
        heading for column in columns if (heading := _heading(sheet, row, band, column, table, states)) is not None
    )
    return _of_headings((row,) if band is None else (band, row), headings, states)


def _of_headings(rows: tuple[int, ...], headings: tuple[HeadingCell, ...], states: frozenset[int]) -> HeadingRow:
    """What a row of headings names, and how surely."""
    # One merged heading over several columns is one heading, on the first of them.
    best: dict[Field, float] = {}
    known = 0
    for heading in headings:
        # "Objective and action" names both alike, and no plan is without actions.
        rank = ((score, field is Field.ACTION, field) for field, score in heading.scores.items())
        score, _, field = max(rank, key=lambda item: item[:2], default=(0.0, False, None))
        known += score >= _KNOWN or heading.column in states
        if field is not None and score > best.get(field, 0.45):
            best[field] = score
        if heading.names_who_does_it:
            best.setdefault(Field.OWNER, IN_BRACKETS)
    sure = sum(score >= _SURE for score in best.values())
    return HeadingRow(rows, headings, sum(best.values()), frozenset(best), known / max(len(headings), 1), sure)


def _band_row(row: int, by_row: Mapping[int, Sequence[GridCell]], table: HeadingTable) -> int | None:
    """The row above, when it is the upper half of a two-row heading: a band over several of this row's headings."""
    above = row - 1
    if above not in by_row or not _could_be_headings(by_row[above], table):
        return None
    columns = {cell.column for cell in by_row[row]}
    over = [cell for cell in by_row[above] if cell.columns > 1 and len(columns & _span(cell)) > 1]
    reaching = [cell for cell in by_row[above] if cell.last_row >= row]
    beside = [cell for cell in by_row[above] if not columns & _span(cell)]
    return above if over and (reaching or beside or len(over) > 1) else None


def _row_of_parts(row: int, by_row: Mapping[int, Sequence[GridCell]]) -> int | None:
    """The row below, when all it holds are short parts of headings that are merged across: Milestones over Q1 to Q4."""
    bands = [cell for cell in by_row[row] if cell.columns > 1 and cell.last_row == row]
    parts = by_row.get(row + 1, ())
    below = all(any(cell.column in _span(band) for band in bands) for cell in parts)
    return row + 1 if bands and len(parts) > 1 and below and all(len(cell.text) <= 24 for cell in parts) else None


def _span(cell: GridCell) -> set[int]:
    return set(range(cell.column, cell.last_column + 1))


def _heading(
    sheet: Sheet, row: int, band: int | None, column: int, table: HeadingTable, states: frozenset[int]
) -> HeadingCell | None:
    lower = sheet.at(row, column)
    upper = sheet.at(band, column) if band is not None else None
    if lower is not None and (not lower.text or (_explains_colours(lower.text) and column not in states)):
        lower = None
    if lower is None and (upper is None or not upper.text):
        return None
    cell = lower or upper
    assert cell is not None
    if cell.column != column:
        return None
    if lower is None or upper is None or upper is lower or not upper.text:
        return HeadingCell(column, " ".join(cell.text.split()), table.scores(cell.text), (cell,))
    text = " ".join(lower.text.split())
    scores = dict(table.scores(text))
    for field, score in table.scores(f"{upper.text} {text}").items():
        scores[field] = max(scores.get(field, 0.0), 0.9 * score)
    return HeadingCell(column, f"{' '.join(upper.text.split())}: {text}", scores, (upper, lower))


def _heads_states(text: str) -> bool:
    """Whether a state is a heading rather than a value: "Done", or one that asks: "On track?", "Complete (Y/N)"."""
    named = re.findall(r"[a-z]+", _IN_BRACKETS.sub(" ", text).casefold())
    return bool(_ASKS.search(text)) or " ".join(named) in _STATE_HEADINGS


def _explains_colours(text: str) -> bool:
    """Whether a cell level with the headings belongs to a key beside the table."""
    state = (looks_like_progress(text) or looks_like_rag(text)) and len(text) > 4 and "%" not in text
    return bool(_KEY_TITLE.match(text)) or (state and not _heads_states(text))


def _without_neighbours(found: Sequence[HeadingRow]) -> tuple[HeadingRow, ...]:
    """Of candidates on touching rows keep the strongest: a data row may repeat words of the headings above it."""
    kept: list[HeadingRow] = []
    for candidate in found:
        if kept and candidate.rows[0] <= kept[-1].rows[-1] + 1:
            names_actions = Field.ACTION in candidate.fields or Field.ACTION not in kept[-1].fields
            stronger = candidate.strength > kept[-1].strength + 0.01 and names_actions
            if stronger or len(candidate.rows) > len(kept[-1].rows):
                kept[-1] = candidate
        else:
            kept.append(candidate)
    return tuple(kept)
