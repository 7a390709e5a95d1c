"""A table of actions becomes raw actions, each with its group, and an account of what every cell was used for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from edi_reports.model.place import Place, column_letters
from edi_reports.model.raw import Field, RawAction, RawCell
from edi_reports.reading.columns import Assigned
from edi_reports.reading.evidence import is_neutral, parted_action_and_owner, parted_owner_and_date
from edi_reports.reading.grid import Address, GridCell, Sheet
from edi_reports.reading.heading_times import when_of_heading
from edi_reports.reading.marked_states import MarkedStates
from edi_reports.reading.markup import single_spaced
from edi_reports.reading.rows import Layout, Row, RowKind, classify_rows, goes_on_with, starts_a_group
from edi_reports.reading.shares import share_column, tells_more
from edi_reports.reading.strips import Strip

_STATES = (Field.PROGRESS, Field.STATED_RAG)
# Only here do runs of spaces mean something: they part the owners of one cell.
_SPACES_KEPT = frozenset({Field.OWNER, Field.SUPPORT})


class Account(Struct):
    """What each cell of a sheet was used for: its part by address, and the reasons for what was not placed."""

    parts: dict[Address, str] = field(default_factory=dict)
    reasons: dict[Address, str] = field(default_factory=dict)

    def use(self, cells: Iterable[GridCell], part: str) -> None:
        """Note the part that cells play; a cell keeps the first part it was given."""
        for cell in cells:
            self.parts.setdefault((cell.row, cell.column), part)

    def leave(self, cells: Iterable[GridCell], why: str) -> None:
        """Note that cells are no part of the plan, and why."""
        for cell in cells:
            if self.parts.setdefault((cell.row, cell.column), "unplaced") == "unplaced":
                self.reasons.setdefault((cell.row, cell.column), why)


class Above(Struct, frozen=True):
    """The lines that stand above the next action: its group, and a heading within the group."""

    group: GridCell | None = None
    context: GridCell | None = None
    idle: bool = True

    def joined_by(self, line: GridCell, in_group_column: bool) -> Above:
        """Take in one more line, as a new group or as a heading within the present one, by its look."""
        if self.group is None:
            return Above(line)
        if goes_on_with(line.text, self.group.text):
            return self
        if in_group_column:
            return Above(self.group, line)
        if self.idle and self.context is None and _look(line) != _look(self.group):
            return Above(self.group, line)
        if self.context is not None and _look(line) == _look(self.context):
            return Above(self.group, line)
        if _look(line) != _look(self.group) and line.column > self.group.column:
            return Above(self.group, line)
        return Above(line)


def _look(line: GridCell) -> tuple[object, ...]:
    keyword = "".join(char for char in line.text.split(" ")[0].lower() if char.isalpha())
    numbered = keyword if any(char.isdigit() for char in line.text[:40]) else ""
    return line.bold, line.fill, line.columns > 2, line.column, numbered


class ReadTable(Struct, frozen=True):
    """The actions of a table, and the lines after its last action, which may belong to the next table."""

    actions: tuple[RawAction, ...]
    above: Above
    trailing: tuple[GridCell, ...] = ()
    columns: tuple[Assigned, ...] = ()
    carried: tuple[int, ...] = ()


def read_table(
    sheet: Sheet,
    workbook: str,
    columns: Sequence[Assigned],
    rows: Mapping[int, Sequence[GridCell]],
    heading_row: int,
    above: Above,
    key_fills: frozenset[str],
    account: Account,
    strip: Strip | None = None,
    states: MarkedStates | None = None,
) -> ReadTable:
    """Read the rows under one heading row into raw actions; `above` is what the lines before the table said.

    `strip` are the columns, if any, whose marks show when an action is planned, `states` those that show how it fares.
    """
    layout = _layout(columns)
    classified = classify_rows(sheet, layout, rows, heading_row)
    if _lines_are_the_groups(sheet, layout, classified):
        columns = [_without_group(column) for column in columns]
        layout = _layout(columns)
        classified = classify_rows(sheet, layout, rows, heading_row)
    reader = _TableReader(sheet, workbook, columns, layout, classified, key_fills, account, strip, states)
    return reader.read(above)


def _layout(columns: Sequence[Assigned]) -> Layout:
    fields = {assigned.column: assigned.field for assigned in columns}
    for assigned in columns:
        span = max((cell.columns for cell in assigned.heading_cells[-1:]), default=1)
        for column in range(assigned.column, assigned.column + span):
            fields.setdefault(column, assigned.field)
    last = max(fields)
    heads = [cell for assigned in columns for cell in assigned.heading_cells]
    alike = bool(heads) and all(cell.bold and cell.fill == heads[0].fill for cell in heads)
    dated_owners = frozenset(assigned.column for assigned in columns if assigned.also_dates)
    owned_actions = frozenset(assigned.column for assigned in columns if assigned.also_owners)
    return Layout(fields, min(fields), last, heads[0].fill if alike else None, dated_owners, owned_actions)


def _lines_are_the_groups(sheet: Sheet, layout: Layout, rows: Sequence[Row]) -> bool:
    """Whether lines across the table part the actions, while the group column says something new in every row."""
    column = layout.column_of(Field.GROUP)
    actions = [row for row in rows if row.kind is RowKind.ACTION]
    lines = [row for row in rows if row.kind is RowKind.SECTION]
    if column is None or not lines or not actions:
        return False
    texts = [cell.text for row in actions if (cell := sheet.own(row.number, column)) is not None and cell.text]
    merged = any((cell := sheet.at(row.number, column)) is not None and cell.text for row in actions)
    if not merged:
        return True
    return len(texts) == len(actions) and len(set(texts)) == len(texts)


def _without_group(column: Assigned) -> Assigned:
    if column.field is not Field.GROUP:
        return column
    return replace(column, field=None, why="differs in every row; the lines across the table are the groups")


class _TableReader:
    """Walks the classified rows of one table once, top to bottom."""

    def __init__(
        self,
        sheet: Sheet,
        workbook: str,
        columns: Sequence[Assigned],
        layout: Layout,
        rows: Sequence[Row],
        key_fills: frozenset[str],
        account: Account,
        strip: Strip | None,
        states: MarkedStates | None,
    ) -> None:
        self.strip, self.states = strip, states
        self.sheet, self.workbook, self.layout, self.rows, self.account = sheet, workbook, layout, rows, account
        self.described = columns
        self.told_before = [column for column in columns if column.earlier]
        self.group_column = layout.column_of(Field.GROUP)
        self.names = _unique_names(columns, layout, rows)
        self.carried = self._group_level_columns()
        self.state_column = self._state_column(key_fills)
        self.share_column = share_column(sheet, columns, [row.number for row in rows if row.kind is RowKind.ACTION])

    def read(self, above: Above) -> ReadTable:
        actions: list[RawAction] = []
        lines: list[GridCell] = []
        beside_group: dict[int, GridCell] = {}
        index = 0
        while index < len(self.rows):
            row = self.rows[index]
            index += 1
            if row.kind is RowKind.UNPLACED:
                self.account.leave([cell for cell in row.cells if not self._is_group_below(cell)], row.why)
            elif row.kind is RowKind.PARENT:
                above = self._parent(row, above, lines)
            elif row.kind is RowKind.SECTION:
                above = self._section(row, above, lines)
            elif row.kind is RowKind.GROUP_LINE:
                above, beside_group = self._group_line(row, lines)
            else:
                above = self._group_of(row, above, beside_group)
                self._settle(lines, above)
                rows = [row]
                while index < len(self.rows) and self.rows[index].kind in (RowKind.CONTINUATION, RowKind.CARRIED):
                    rows.append(self.rows[index])
                    above = self._group_carried_on(self.rows[index], above)
                    index += 1
                actions.append(self._action(rows, above, beside_group))
                above = replace(above, idle=False) if above.idle else above
        carried = tuple(row.number for row in self.rows if row.kind is RowKind.CARRIED)
        return ReadTable(tuple(actions), above, tuple(lines), tuple(self.described), carried)

    def _group_carried_on(self, row: Row, above: Above) -> Above:
        """The lines above, with what a row carries on of the group."""
        cell = next((c for c in row.cells if self.layout.field_at(c.column) is Field.GROUP), None)
        if row.kind is not RowKind.CARRIED or cell is None or above.group is None:
            return above
        self.account.use([cell], "group")
        return replace(above, group=replace(above.group, text=f"{above.group.text} {cell.text}"))

    def _settle(self, lines: list[GridCell], above: Above) -> None:
        """Place the lines before an action: those that stand above it, and headings that had no action of their own."""
        rows = {line.row for line in (above.group, above.context) if line is not None}
        self.account.use([cell for cell in lines if cell.row in rows], "group")
        self.account.leave([cell for cell in lines if cell.row not in rows], "a heading without actions")
        lines.clear()

    def _is_group_below(self, cell: GridCell) -> bool:
        """Whether a cell is merged down in the column of groups: it is the group of the rows below too."""
        return cell.rows > 1 and self._in_group_column(cell)

    def _parent(self, row: Row, above: Above, lines: list[GridCell]) -> Above:
        """A row whose number the rows below carry on: its text stands above them, what it sums up is left."""
        named = [cell for cell in row.cells if self.layout.field_at(cell.column) in (Field.REF, Field.ACTION)]
        lines.extend(named)
        self.account.leave([cell for cell in row.cells if cell not in named], "summed over the rows below it")
        return above.joined_by(named[-1], self.group_column is not None)

    def _section(self, row: Row, above: Above, lines: list[GridCell]) -> Above:
        """A line across the table; what stands beyond its columns is left."""
        line, taken = _section_line([c for c in row.cells if c.column <= self.layout.last_column] or row.cells)
        joined = above.joined_by(line, self.group_column is not None)
        # A line that only says that the group goes on is part of the group as it stands.
        self.account.use(taken if joined is above else (), "group")
        lines.extend(taken)
        self.account.leave([cell for cell in row.cells if cell not in taken], "beside a heading")
        return joined

    def _group_line(self, row: Row, lines: list[GridCell]) -> tuple[Above, dict[int, GridCell]]:
        """A row with a group and no action: its further cells belong to every action of the group."""
        group = next(cell for cell in row.cells if self.layout.field_at(cell.column) is Field.GROUP)
        lines.extend(row.cells)
        return Above(group), {cell.column: cell for cell in row.cells if cell is not group}

    def _group_of(self, row: Row, above: Above, beside_group: dict[int, GridCell]) -> Above:
        if self.group_column is None:
            return above
        cell = self.sheet.at(row.number, self.group_column)
        if cell is None or not cell.text or cell is above.group:
            return above
        self.account.use([cell], "group")
        beside_group.clear()
        if above.group is not None and above.group.text == cell.text:
            return above
        return Above(cell, self._lasting_context(above))

    def _lasting_context(self, above: Above) -> GridCell | None:
        """A line across the table outlasts the groups below it; a heading in the action column ends with its group."""
        if above.group is not None and above.idle and not self._in_group_column(above.group):
            return above.group
        line = above.context
        if line is None or line.columns > 2 or line.column != self.layout.column_of(Field.ACTION):
            return line
        return line if above.idle else None

    def _in_group_column(self, cell: GridCell) -> bool:
        return cell.column == self.group_column

    def _told(
        self, rows: Sequence[Row], above: Above, beside_group: Mapping[int, GridCell]
    ) -> tuple[dict[Field, list[RawCell]], dict[str, list[str]]]:
        """What the columns say over the rows of an action: by field, and under their own headings."""
        fields: dict[Field, list[RawCell]] = {}
        other: dict[str, list[str]] = {}
        updates: list[tuple[str, Sequence[GridCell]]] = []
        numbers = [row.number for row in rows]
        carried = {row.number for row in rows if row.kind is RowKind.CARRIED}
        for column in self._columns(rows):
            held = self.layout.field_at(column)
            cells = self._cells(column, numbers, above, beside_group) if held is not Field.GROUP else ()
            if not cells:
                continue
            self.account.use([cell for cell in cells if cell.text], "action")
            cells = _carried_on(cells, carried) if carried else cells
            if held is Field.UPDATE:
                updates.append((self.names[column], cells))
            elif column in self.layout.dated_owners:
                self._part(cells, fields, (Field.OWNER, Field.TARGET), parted_owner_and_date)
            elif column in self.layout.owned_actions:
                self._part(cells, fields, (Field.ACTION, Field.OWNER), parted_action_and_owner)
            elif held is not None:
                fields.setdefault(held, []).extend([self._raw(cell, held) for cell in cells])
            if held is None or held is Field.COMPLETED:
                other.setdefault(self.names[column], []).extend([single_spaced(c.text) for c in cells if c.text])
        self._place_updates(updates, fields, other)
        return fields, other

    def _action(self, rows: Sequence[Row], above: Above, beside_group: Mapping[int, GridCell]) -> RawAction:
        fields, other = self._told(rows, above, beside_group)
        self._add_states_told_before(rows[0].number, fields)
        self._add_share(rows[0].number, fields, other)
        self._add_state_by_fill(rows[0].number, fields)
        self._add_time_by_marks(rows[0].number, fields)
        self._add_state_by_marks([row.number for row in rows], fields)
        first = self.sheet.at(rows[0].number, self.layout.column_of(Field.ACTION) or 0)
        row = first.row if first is not None and first.text else rows[0].number
        return RawAction(
            place=Place(self.workbook, self.sheet.name, row, first.column if first else 0),
            fields=tuple((name, tuple(cells)) for name, cells in fields.items()),
            group=self._raw(above.group, Field.GROUP) if above.group else None,
            context=single_spaced(above.context.text) if above.context else None,
            other=tuple((name, "\n".join(texts)) for name, texts in other.items() if texts),
            hidden=any(r.number in self.sheet.hidden_rows for r in rows),
        )

    def _columns(self, rows: Sequence[Row]) -> list[int]:
        own = {cell.column for row in rows for cell in row.cells}
        return sorted(own | set(self.layout.fields))

    def _cells(
        self, column: int, rows: Sequence[int], above: Above, beside_group: Mapping[int, GridCell]
    ) -> Sequence[GridCell]:
        """The cells of a column over the rows of an action, each merged block once, with what its group carries."""
        found: dict[Address, GridCell] = {}
        states = self.layout.field_at(column) in _STATES
        for row in rows:
            cell = self.sheet.at(row, column)
            if cell is None or cell.column != column or not (cell.text or (states and cell.fill)):
                continue
            if self.account.parts.get((cell.row, column)) != "key":
                found[cell.row, column] = cell
        if not found and column in self.carried and above.group is not None:
            carried = self.sheet.own(above.group.row, column)
            return (carried,) if carried is not None and carried.text else ()
        if not found and column in beside_group:
            return (beside_group[column],)
        return tuple(found.values())

    def _part(
        self,
        cells: Sequence[GridCell],
        fields: dict[Field, list[RawCell]],
        both: tuple[Field, Field],
        parted: Callable[[str], tuple[str, str]],
    ) -> None:
        """Part the cells of a column that says two things in one, such as who and when."""
        for cell in cells:
            for held, text in zip(both, parted(cell.text), strict=True):
                if text:
                    fields.setdefault(held, []).append(replace(self._raw(cell, held), text=text))

    def _place_updates(
        self,
        updates: Sequence[tuple[str, Sequence[GridCell]]],
        fields: dict[Field, list[RawCell]],
        other: dict[str, list[str]],
    ) -> None:
        """The last update that says something is the latest, by the time that all their headings name or by its place.

        The earlier ones stay under their own headings.
        """
        telling = [(name, cells) for name, cells in updates if any(cell.text for cell in cells)]
        times = {name: when_of_heading(name) for name, _ in updates}
        if all(times.values()):
            telling.sort(key=lambda update: times[update[0]] or (0, 0))
        if telling:
            fields[Field.UPDATE] = [self._raw(cell, Field.UPDATE) for cell in telling[-1][1]]
        for name, cells in telling[:-1]:
            other.setdefault(name, []).extend(single_spaced(cell.text) for cell in cells)

    def _add_states_told_before(self, row: int, fields: dict[Field, list[RawCell]]) -> None:
        """Where the latest of the columns that tell a state is blank, what was told last before it still stands."""
        for assigned in self.told_before:
            if assigned.field is None or assigned.field in fields:
                continue
            told = (self.sheet.own(row, column) for column in assigned.earlier)
            last = next((cell for cell in told if cell is not None and (cell.text or _is_coloured(cell))), None)
            if last is not None:
                fields[assigned.field] = [self._raw(last, assigned.field)]

    def _add_share(self, row: int, fields: dict[Field, list[RawCell]], other: dict[str, list[str]]) -> None:
        """How far an action has come is said by its share where the column of progress answers only yes or no."""
        share = self.sheet.own(row, self.share_column) if self.share_column is not None else None
        answers = fields.get(Field.PROGRESS, [])
        if share is not None and share.text and tells_more(share.text, [answer.text for answer in answers]):
            fields[Field.PROGRESS] = [self._raw(share, Field.PROGRESS)]
            for answer in answers:
                other.setdefault(self.names[answer.place.column], []).append(answer.text)

    def _add_state_by_fill(self, row: int, fields: dict[Field, list[RawCell]]) -> None:
        if self.state_column is None:
            return
        cell = self.sheet.at(row, self.state_column)
        if cell is not None and cell.fill:
            fields[Field.PROGRESS] = [replace(self._raw(cell, Field.PROGRESS), text="")]

    def _add_time_by_marks(self, row: int, fields: dict[Field, list[RawCell]]) -> None:
        marked = self.strip.marked(self.sheet, row) if self.strip else None
        if marked is not None:
            cell, words = marked
            fields[Field.TARGET] = [RawCell(words, Place(self.workbook, self.sheet.name, cell.row, cell.column))]

    def _add_state_by_marks(self, rows: Sequence[int], fields: dict[Field, list[RawCell]]) -> None:
        if self.states is None:
            return
        for marked in [found for row in rows if (found := self.states.marked(self.sheet, row))]:
            place = Place(self.workbook, self.sheet.name, marked[0].row, marked[0].column)
            fields.setdefault(self.states.field, []).append(RawCell(marked[1], place))

    def _raw(self, cell: GridCell, held: Field) -> RawCell:
        text = cell.text if held in _SPACES_KEPT else single_spaced(cell.text)
        place = Place(self.workbook, self.sheet.name, cell.row, cell.column)
        parts = (cell.struck_part, cell.standing)
        return RawCell(text, place, cell.day, cell.whole_month, cell.fill, cell.struck, *parts)

    def _group_level_columns(self) -> frozenset[int]:
        """Columns written only in the first row of each group, as extracts without merged cells have them."""
        if self.group_column is None or any(self.sheet.covered):
            return frozenset()
        actions = [row for row in self.rows if row.kind is RowKind.ACTION]
        written = [cell for row in actions for cell in row.cells if cell.column == self.group_column]
        starts = {cell.row for cell in written}
        repeated = any(cell.text == above.text for above, cell in pairwise(written))
        if not starts or len(starts) == len(actions) or repeated:
            return frozenset()
        filled: dict[int, set[int]] = {}
        for row in actions:
            for cell in row.cells:
                filled.setdefault(cell.column, set()).add(row.number)
        return frozenset(
            column
            for column, rows in filled.items()
            if rows <= starts and self.layout.field_at(column) is None and len(rows) > 1
        )

    def _state_column(self, key_fills: frozenset[str]) -> int | None:
        """The column whose fills speak the key's colours, where no column of states says anything."""
        numbers = [row.number for row in self.rows if row.kind is RowKind.ACTION]
        states = [column for column, held in self.layout.fields.items() if held in _STATES]
        said = any((c := self.sheet.at(n, s)) is not None and (c.text or c.fill) for n in numbers for s in states)
        if said or not key_fills:
            return None
        counts: Counter[int] = Counter()
        for number in numbers:
            for column in range(self.layout.first_column, self.layout.last_column + 1):
                cell = self.sheet.at(number, column)
                if cell is not None and cell.fill in key_fills and not is_neutral(cell.fill):
                    counts[column] += 1
        return min((c for c, n in counts.items() if n == max(counts.values()) and n > 1), default=None)


def _is_coloured(cell: GridCell) -> bool:
    return cell.fill is not None and not is_neutral(cell.fill)


def _section_line(cells: Sequence[GridCell]) -> tuple[GridCell, tuple[GridCell, ...]]:
    """One cell for a line above actions, and the cells it is made of: a number and its title go together."""
    first = cells[0]
    if first.columns > 2 or len(cells) == 1:
        return first, (first,)
    last = cells[-1]
    # "1 | Objective 1: Culture" needs no number in front; "1 | Culture" does.
    text = last.text if starts_a_group(last.text) else " ".join(cell.text for cell in cells)
    return replace(first, text=text), tuple(cells)


def _carried_on(cells: Sequence[GridCell], carried: set[int]) -> list[GridCell]:
    """The cells of a column with lines that were carried on joined to the line above."""
    joined: list[GridCell] = []
    for cell in cells:
        if joined and cell.row in carried:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {cell.text}", day=None)
        else:
            joined.append(cell)
    return joined


def _unique_names(columns: Sequence[Assigned], layout: Layout, rows: Sequence[Row]) -> dict[int, str]:
    """Name every column by its heading; a second one of that name gets its letters, so that nothing is overwritten."""
    headings = {assigned.column: assigned.heading for assigned in columns}
    used = {cell.column for row in rows for cell in row.cells} | set(layout.fields)
    names: dict[int, str] = {}
    taken: set[str] = set()
    for column in sorted(used):
        name = headings.get(column) or f"Column {column_letters(column)}"
        names[column] = f"{name} ({column_letters(column)})" if name in taken else name
        taken.add(names[column])
    return names
