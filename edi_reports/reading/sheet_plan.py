"""One sheet of a plan: its title and key, its tables with their columns, and what every cell was used for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from edi_reports.model.place import Place
from edi_reports.model.raw import Column, Field, RawAction, Table
from edi_reports.reading.columns import (
    Assigned,
    assign_columns,
    find_unheaded_actions,
    find_unheaded_refs,
    parted_spans,
)
from edi_reports.reading.evidence import is_neutral, looks_like_ref
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.heading_table import HeadingNames
from edi_reports.reading.headings import HeadingRow
from edi_reports.reading.keys import FoundKey, explains_colours, find_key, is_key_line, is_key_text
from edi_reports.reading.marked_states import MarkedStates, find_marked_states
from edi_reports.reading.rows import LONGEST_SECTION
from edi_reports.reading.short_forms import rows_of_short_forms
from edi_reports.reading.strips import Strip, as_marks, find_strip
from edi_reports.reading.tables import Above, Account, read_table

_TITLE = re.compile(
    r"\b(?:plan|programme|program|strategy|tracker|actions?|wres|wdes|eds|edi|equality|nhs|trust|20\d\d)\b",
    re.IGNORECASE,
)
PLAN_TITLE = re.compile(r"\b(?:plan|programme|program|tracker|strategy|action log)\b", re.IGNORECASE)
_LONGEST_SAMPLE = 60
_TITLE_LABEL = re.compile(r"(?:(?:plan|project|board|sheet|list|tracker) )?(?:name|title)\s*:?", re.IGNORECASE)
_GROUP_TITLE = re.compile(
    r"""^\W*(?:(?:wres|wdes|eds|strategic|equality|key|high)\W+)*
    (?: impact\s+action | metric | indicator | objective | domain | theme | aim | goal | priority | outcome
    | standard | pillar
    | workstream | risk | section )s?\W*\d{1,2}\b""",
    re.IGNORECASE | re.VERBOSE,
)


class SheetPlan(Struct):
    """What one sheet gave: filled in while it is read, and only read after."""

    sheet: Sheet
    account: Account
    tables: list[Table] = field(default_factory=list)
    actions: list[RawAction] = field(default_factory=list)
    key: FoundKey = field(default_factory=FoundKey)
    title: str = ""
    heading: str = ""
    strips: list[tuple[Strip, GridCell]] = field(default_factory=list)
    carried: list[int] = field(default_factory=list)
    cards: int = 0


def read_sheet(
    sheet: Sheet, workbook: str, heading_rows: Sequence[HeadingRow], names: HeadingNames, elsewhere: FoundKey
) -> SheetPlan:
    """Read the tables under the heading rows of a sheet; `elsewhere` is the key of another sheet, for one without."""
    plan = SheetPlan(sheet, Account())
    rows = sheet.rows_with_text()
    numbers = sorted(rows)
    last_row = numbers[-1]
    bounds = [(found, _end(heading_rows, i, last_row)) for i, found in enumerate(heading_rows)]
    assigned = _assigned(sheet, bounds, names)
    plan.key = find_key(sheet, workbook, _outside_tables(sheet, rows, bounds, assigned))
    plan.account.use((sheet.cells[address] for address in plan.key.addresses), "key")
    plan.account.use(rows_of_short_forms(rows[number] for number in numbers), "key")
    fills = frozenset(entry.fill for entry in (plan.key.entries or elsewhere.entries))
    fills = fills or _fills_told_in_words(sheet, rows, heading_rows[0])
    above = read_preamble(plan, rows, heading_rows[0].rows[0], _line_of_its_own(rows, heading_rows))
    pending: tuple[GridCell, ...] = ()
    for (found, end), columns in zip(bounds, assigned, strict=True):
        for heading in found.headings:
            plan.account.use(heading.cells, "heading")
        body = _body(rows, numbers, (found.rows[-1] + 1, end), plan.account)
        if not _is_of_actions(columns, names):
            plan.account.leave((cell for cells in body.values() for cell in cells), "under headings without actions")
            continue
        strip = find_strip(sheet, columns, range(found.rows[-1] + 1, end + 1), fills)
        plan.strips.extend([(strip, sheet.cells[found.rows[-1], strip.periods[0][0]])] if strip else [])
        columns = as_marks(columns, strip)
        states = find_marked_states(rows[found.rows[-1]], body.values())
        columns, states = as_states(columns, states)
        table = read_table(sheet, workbook, columns, body, found.rows[-1], above, fills, plan.account, strip, states)
        plan.account.use(pending if table.actions else (), "group")
        plan.actions.extend(table.actions)
        plan.carried.extend(table.carried)
        plan.tables.append(Table(sheet.name, found.rows, _described(table.columns, sheet, workbook)))
        # A line between two tables heads the second one; without such a line the group goes on.
        above, pending = (table.above, table.trailing) if table.trailing else (Above(table.above.group), ())
    plan.account.leave(sheet.with_text(), "not part of a table")
    return plan


def _end(heading_rows: Sequence[HeadingRow], index: int, last_row: int) -> int:
    return heading_rows[index + 1].rows[0] - 1 if index + 1 < len(heading_rows) else last_row


def _assigned(
    sheet: Sheet, bounds: Sequence[tuple[HeadingRow, int]], names: HeadingNames
) -> list[tuple[Assigned, ...]]:
    """The columns of each table; headings that are repeated mean what they meant the first time."""
    assigned: list[tuple[Assigned, ...]] = []
    first: dict[tuple[tuple[int, str], ...], tuple[Assigned, ...]] = {}
    for found, end in bounds:
        headings = tuple((heading.column, heading.text.casefold()) for heading in found.headings)
        columns = first.setdefault(headings, _columns(sheet, found, end, names))
        cells = {heading.column: heading.cells for heading in found.headings}
        assigned.append(tuple(replace(column, heading_cells=cells.get(column.column, ())) for column in columns))
    return assigned


def _columns(sheet: Sheet, found: HeadingRow, end: int, names: HeadingNames) -> tuple[Assigned, ...]:
    columns = parted_spans(sheet, assign_columns(sheet, found, end, names), found, end)
    if all(column.field is not Field.ACTION for column in columns) and not names.own_only:
        actions = find_unheaded_actions(sheet, found, end, columns)
        columns = columns if actions is None else tuple(sorted((*columns, actions), key=lambda each: each.column))
    if any(column.field is Field.REF for column in columns):
        return columns
    unheaded = find_unheaded_refs(sheet, found, end)
    return columns if unheaded is None else (unheaded, *columns)


def _is_of_actions(columns: Sequence[Assigned], names: HeadingNames) -> bool:
    """Whether a table holds actions and something that actions have, or is known to be of a tracker."""
    telling = {Field.OWNER, Field.TARGET, Field.REVISED_TARGET, Field.PROGRESS, Field.STATED_RAG, Field.UPDATE}
    fields = {column.field for column in columns}
    owned = any(column.also_owners for column in columns)
    return Field.ACTION in fields and (bool(fields & telling) or owned or names.own_only)


def as_states(
    columns: tuple[Assigned, ...], states: MarkedStates | None
) -> tuple[tuple[Assigned, ...], MarkedStates | None]:
    """The columns with those of marked states kept under their own headings, unless another column tells the same."""
    if states is None or any(c.field is states.field and c.column not in states.columns for c in columns):
        return columns, None
    why = "a mark in it says that this state holds"
    return tuple(replace(c, field=None, why=why) if c.column in states.columns else c for c in columns), states


def _described(columns: Sequence[Assigned], sheet: Sheet, workbook: str) -> tuple[Column, ...]:
    return tuple(
        Column(_heading_place(column, sheet, workbook), column.heading, column.field, column.why) for column in columns
    )


def _heading_place(column: Assigned, sheet: Sheet, workbook: str) -> Place:
    row = column.heading_cells[-1].row if column.heading_cells else 0
    return Place(workbook, sheet.name, row, column.column)


def _body(
    rows: Mapping[int, Sequence[GridCell]], numbers: Sequence[int], bounds: tuple[int, int], account: Account
) -> dict[int, tuple[GridCell, ...]]:
    """The text cells of each row between two rows (inclusive), without those of the key; `numbers` are sorted."""
    first, last = bounds
    body = {}
    for row in numbers[bisect_left(numbers, first) : bisect_left(numbers, last + 1)]:
        kept = tuple(cell for cell in rows[row] if (cell.row, cell.column) not in account.parts)
        if kept:
            body[row] = kept
    return body


def _outside_tables(
    sheet: Sheet,
    rows: Mapping[int, Sequence[GridCell]],
    bounds: Sequence[tuple[HeadingRow, int]],
    assigned: Sequence[Sequence[Assigned]],
) -> list[GridCell]:
    """The cells that may be a key: above and below the tables, and beside them."""
    inside: set[int] = set()
    wide = 0
    for (found, end), columns in zip(bounds, assigned, strict=True):
        action = next((c.column for c in columns if c.field is Field.ACTION), None)
        ref = next((c.column for c in columns if c.field is Field.REF), None)
        for row in range(found.rows[0], end + 1):
            cell = sheet.at(row, action) if action is not None else None
            # A row of the table is one with text under the heading "Action", and not a line across it.
            is_action = cell is not None and cell.text and cell.columns <= 2 and not is_key_text(cell.text)
            has_ref = ref is not None and looks_like_ref(sheet.text_at(row, ref))
            sampled = row - 1 not in inside and _is_sample(rows.get(row, ()))
            if row in found.rows or ((is_action or has_ref) and not sampled and not is_key_line(rows.get(row, ()))):
                inside.add(row)
        wide = max(wide, max((h.cells[-1].last_column for h in found.headings), default=0))
    return [cell for cell in sheet.cells.values() if cell.row not in inside or cell.column > wide]


def _fills_told_in_words(sheet: Sheet, rows: Mapping[int, Sequence[GridCell]], first: HeadingRow) -> frozenset[str]:
    """The fills of the rows below, where a line above the headings says in words what such colours mean."""
    above = (cell.text for row, cells in rows.items() if row < first.rows[0] for cell in cells)
    if not any(map(explains_colours, above)):
        return frozenset()
    below = (cell.fill for cell in sheet.cells.values() if cell.row > first.rows[-1] and cell.fill)
    return frozenset(fill for fill in below if not is_neutral(fill))


def _is_sample(cells: Sequence[GridCell]) -> bool:
    """Whether a row holds one short filled cell and no more, as the lines of a key do."""
    return len(cells) == 1 and cells[0].fill is not None and len(cells[0].text) <= _LONGEST_SAMPLE


def _line_of_its_own(rows: Mapping[int, Sequence[GridCell]], heading_rows: Sequence[HeadingRow]) -> GridCell | None:
    """The line right above the first headings, below a title, where every table of the sheet has one: its group."""
    above = [rows.get(found.rows[0] - 1, ()) for found in heading_rows]
    titled = any(row < heading_rows[0].rows[0] - 1 for row in rows)
    return above[0][0] if titled and len(above) > 1 and all(len(cells) == 1 for cells in above) else None


def read_preamble(
    plan: SheetPlan, rows: Mapping[int, Sequence[GridCell]], first: int, group: GridCell | None = None
) -> Above:
    """Place the lines above the first row of headings: title, key, a group for the table, and notes."""
    lines = [
        cell
        for row, cells in rows.items()
        if row < first
        for cell in cells
        if (cell.row, cell.column) not in plan.account.parts
    ]
    group = next((cell for cell in reversed(lines) if _GROUP_TITLE.match(cell.text) or cell is group), None)
    titles = [cell for cell in lines if cell is not group]
    lone = [cell for cell in titles[:6] if len(rows[cell.row]) <= 2]
    likely = [cell for pattern in (PLAN_TITLE, _TITLE) for cell in lone if pattern.search(cell.text)]
    title = next(iter((*likely, *titles)), None)
    beside = plan.sheet.own(title.row, title.last_column + 1) if title and _TITLE_LABEL.fullmatch(title.text) else None
    title = beside if beside in titles else title
    for cell in titles:
        like_title = cell.bold or cell is titles[0] or bool(_TITLE.search(cell.text))
        is_title = cell is title or (like_title and len(cell.text) < LONGEST_SECTION and len(rows[cell.row]) <= 2)
        if is_title:
            plan.account.use([cell], "title")
        else:
            plan.account.leave([cell], "note above the table")
    plan.title = " ".join(title.text.split()) if title else ""
    plan.heading = " ".join(" ".join(cell.text.split()) for cell in titles[:8])
    if group is None:
        return Above()
    plan.account.use([group], "group")
    plan.title = plan.title or group.text
    return Above(group)
