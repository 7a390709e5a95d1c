"""What each row under the headings is: an action, part of one, a line that stands above actions, or none of these."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.raw import Field
from edi_reports.reading.carried import carries_on
from edi_reports.reading.evidence import (
    is_neutral,
    looks_like_commitment,
    looks_like_owner,
    looks_like_progress,
    looks_like_rag,
    looks_like_ref,
    looks_like_target,
    parted_action_and_owner,
)
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.keys import explains_short_forms
from edi_reports.reading.summed import sums_up

LONGEST_SECTION = 220

_IGNORE = re.IGNORECASE | re.VERBOSE | re.DOTALL
_SEPARATOR = re.compile(r"^[\s\-–—_=*.~•|/\\]+$")
_TOTAL = re.compile(
    r"^(?: (?:grand|sub|overall)?[\s-]*totals?\b | count\s+of\b | number\s+of\s+actions\b | sum\b )", _IGNORE
)
# Sums only where nothing but figures stands beside them.
_SUM = re.compile(r"^(?:overall\s+)?(?:average|mean|median|number\s+of|no\.?\s+of|percent(?:age)?|%)(?:\b|\s)", _IGNORE)
# "Recruitment: 2 of 2 complete" counts the actions above it.
_COUNTED = re.compile(
    r"^.{0,60}?\b\d+\s*(?:of|out\s+of|/)\s*\d+\s+(?:actions?\s+)?(?:completed?|closed|done|delivered|achieved)\W*$",
    _IGNORE,
)
# "Red = 0, Amber = 1, Green = 1" counts them too.
_TALLIED = re.compile(
    r"\W*(?:(?:red|amber|green|blue|completed?|in\s+progress|not\s+started|overdue)\s*[=:–-]\s*\d+\W*){2,}", _IGNORE
)
_FIGURE = re.compile(r"[£\d.,\s]*\d\s?%?")
_NO_ACTION = re.compile(
    r"""\W*(?: (?:none | nil)(?:\s+(?:required|needed|identified|planned|proposed|at\s+present))? | n/?a
    | not\s+applicable
    | no\s+(?:further\s+|new\s+|additional\s+|specific\s+)?actions?(?:\s+(?:is\s+|are\s+)?(?:required|needed|planned
    | identified | proposed | necessary))?(?:\s+at\s+(?:this|present)(?:\s+(?:time|stage|point))?)? )\W*""",
    _IGNORE,
)
_ONE_MORE = re.compile(r"[.\-/]\d|[.\-/]?[a-z]\b", re.IGNORECASE)
_LETTER = re.compile(r"\(?[a-z][.)]?", re.IGNORECASE)
_CONTINUED = re.compile(r"\W*\(?\bcont(?:inued|inues|['’]?d|\.)?\)?\W*$", re.IGNORECASE)
_NOTE = re.compile(
    r"""^\s*(?: notes?\b | n\.?b\.?\b | \* | † | © | source\b
    | (?:last\s+|date\s+)?(?:updated|reviewed|amended|printed)\b
    | last\s+(?:review|update) | sign(?:ed|[\s-]off)\b | (?:prepared|approved|agreed)\s+by | version\b
    | page\s+\d | please\b
    | key\b | legend\b | for\s+(?:more|further) | end\s+of\b | this\s+(?:plan|document|table) | next\s+review
    | review\s+date
    | document | completed\s+by: | author\b | contact\b | guidance\b | print )""",
    _IGNORE,
)
_SIGNED = re.compile(
    r"""^\W*(?: sign(?:ed|[\s-]off) | date | name | approved | agreed | prepared | reviewed | version | author
    | last\s+updated
    | next\s+review )\b.{0,25}:\s*$""",
    _IGNORE,
)
_GROUP = re.compile(
    r"""^\W*(?:(?:nhse?|edi|trust|strategic|equality|key|high|wres|wdes|eds|corporate)\W+)*
    (?: impact\s+action | hia | objective | aim | goal | priority(?:\s+area)? | theme | domain | metric
    | indicator | standard
    | outcome | campaign | pillar | work\s?stream | strand | section | part | area | ambition | action\s+area
    | programme | risk
    | commitment )s?\W*(?: \d{1,2}\b | [a-h]\b | [ivx]+\b )""",
    _IGNORE,
)
_POINTER = re.compile(
    r"""^\W*(?:please\s+)?(?: see | refer\s+to | as\s+(?:per|in|for|above) | covered\s+(?:in|by|under)
    | duplicate\s+of
    | same\s+as | merged\s+(?:with|into) | links?\s+to | linked\s+to | cross[\s-]?ref\w* )\b.{0,40}$""",
    _IGNORE,
)
_GUIDANCE = re.compile(
    r"""^\W*(?: e\.?g\.?\b | i\.?e\.?\b | please\b | describe\b | insert\b | enter\b | list\b | what\b | who\b
    | when\b | how\b
    | which\b | why\b | where\b | dd[/.\-]mm | select\b | choose\b | free\s+text | drop[\s-]?down | state\b
    | name\s+(?:of|and)\b
    | job\s+title | smart\b | date\s+(?:by|when) | brief\b | use\s+(?:the\s+)?drop
    | (?:red|r)\s*/\s*(?:amber|a)\b | b?rag\b
    | month\s+and\s+year | numbered | be\s+specific | summar(?:y|ise)\b | one\s+(?:line|person)\b | example\b
    | to\s+be\s+completed )
    | \?\s*$ | ^\(.*\)$ | ^\[.*\]$""",
    _IGNORE,
)
# "HIA1.2" is the second action of a group and no group.
_PART_NUMBER = re.compile(r"\d\s?[./-]\s?\d|\d[a-z]\b")
_NUMBERING = re.compile(r"^\(?(?:\d{1,2}|[a-z])\)?\.?$", re.IGNORECASE)
_OWN = (
    Field.OWNER,
    Field.SUPPORT,
    Field.TARGET,
    Field.REVISED_TARGET,
    Field.ORIGINAL_TARGET,
    Field.PROGRESS,
    Field.STATED_RAG,
    Field.UPDATE,
    Field.START,
)


def starts_a_group(text: str) -> bool:
    """Whether a text begins as what stands above actions does: "Objective 1", "High Impact Action 2"."""
    return bool(_GROUP.match(text))


def goes_on_with(text: str, group: str) -> bool:
    """Whether a line only says that a group goes on, as at the top of a page: "Objective 2 (continued)"."""
    told = _CONTINUED.sub("", text)
    return told != text and bool(told) and group.casefold().startswith(told.casefold())


class RowKind(Enum):
    """What a row is."""

    ACTION = "action"
    CONTINUATION = "continuation"
    CARRIED = "carried on"
    SECTION = "section"
    GROUP_LINE = "group line"
    PARENT = "parent"
    UNPLACED = "unplaced"


class Row(Struct, frozen=True, gc=False):
    """A row with its kind, the cells that begin in it, and, when it is unplaced, why."""

    number: int
    kind: RowKind
    cells: tuple[GridCell, ...]
    why: str = ""


class Layout(Struct, frozen=True):
    """Which column holds which field, how far the table reaches, its headings' fill, and columns that hold two things.

    These are owners with dates, and actions that end in who owns them.
    """

    fields: Mapping[int, Field | None]
    first_column: int
    last_column: int
    heading_fill: str | None = None
    dated_owners: frozenset[int] = frozenset()
    owned_actions: frozenset[int] = frozenset()

    def column_of(self, field: Field) -> int | None:
        """The first column of a field, or None."""
        return min([column for column, held in self.fields.items() if held is field], default=None)

    def field_at(self, column: int) -> Field | None:
        """The field a column holds, or None."""
        return self.fields.get(column)


def classify_rows(
    sheet: Sheet, layout: Layout, rows: Mapping[int, Sequence[GridCell]], heading_row: int
) -> tuple[Row, ...]:
    """Say what each row is; `rows` hold the text cells by row without those of the key."""
    first = _classified(sheet, layout, rows, heading_row, usual=False)
    if all(row.kind is not RowKind.CARRIED for row in first):
        return first
    return _classified(sheet, layout, rows, heading_row, usual=True)


def _classified(
    sheet: Sheet, layout: Layout, rows: Mapping[int, Sequence[GridCell]], heading_row: int, *, usual: bool
) -> tuple[Row, ...]:
    classified: list[Row] = []
    group: list[Sequence[GridCell]] = []
    above: dict[int, GridCell] = {}
    last_action_row = 0
    another_table = False
    for number in sorted(rows):
        cells = tuple(rows[number])
        another_table = another_table or _heads_another_table(cells, layout)
        if another_table:
            classified.append(Row(number, RowKind.UNPLACED, cells, "another table on the sheet"))
            continue
        kind, why = _kind(sheet, layout, number, cells, heading_row, last_action_row)
        follows = last_action_row > 0 and number == last_action_row + 1
        if follows and carries_on(cells, above, layout.fields, usual=usual):
            kind, why = RowKind.CARRIED, ""
        if kind is RowKind.CONTINUATION and sums_up(cells, group, layout.fields):
            kind, why = RowKind.UNPLACED, "sums up the rows above it"
        if kind in (RowKind.ACTION, RowKind.CONTINUATION, RowKind.CARRIED):
            group.append(cells)
            last_action_row = _reach(sheet, layout, number)
            above = {} if kind is RowKind.ACTION else above
            above.update((cell.column, cell) for cell in cells)
        group = [] if kind is RowKind.SECTION else group
        classified.append(Row(number, kind, cells, why))
    return _with_parents(sheet, layout, classified)


def _with_parents(sheet: Sheet, layout: Layout, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Tell the rows that nobody owns and that the owned rows below carry on, by number ("2", "2.1") or by dates."""
    ref = layout.column_of(Field.REF)
    if layout.column_of(Field.OWNER) is None:
        return tuple(rows)
    if ref is None:
        return tuple(
            replace(row, kind=RowKind.PARENT) if _spans_the_rows_below(sheet, layout, rows, place) else row
            for place, row in enumerate(rows)
        )
    numbers = [sheet.text_at(row.number, ref).strip() if row.kind is RowKind.ACTION else "" for row in rows]
    return tuple(
        replace(row, kind=RowKind.PARENT) if _is_parent(sheet, layout, rows, numbers, place) else row
        for place, row in enumerate(rows)
    )


def _is_parent(sheet: Sheet, layout: Layout, rows: Sequence[Row], numbers: Sequence[str], place: int) -> bool:
    row, number = rows[place], numbers[place].rstrip(".)")
    if not number or _is_owned(sheet, layout, row) or _tells(layout, row, Field.UPDATE):
        return False
    children = list(takewhile(lambda below: _carries_on(number, numbers[below]), range(place + 1, len(rows))))
    return len(children) > 1 and all(_is_owned(sheet, layout, rows[child]) for child in children)


def _spans_the_rows_below(sheet: Sheet, layout: Layout, rows: Sequence[Row], place: int) -> bool:
    """Whether a bold row that nobody owns reaches from the first start to the last end of plain, owned rows below."""
    action, row = layout.column_of(Field.ACTION), rows[place]
    if row.kind is not RowKind.ACTION or not _is_bold(row, action) or _is_owned(sheet, layout, row):
        return False
    children = list(takewhile(lambda below: not _is_bold(below, action), rows[place + 1 :]))
    owned = [child for child in children if child.kind is RowKind.ACTION and _is_owned(sheet, layout, child)]
    ends = [cell for cell in row.cells if layout.field_at(cell.column) in (Field.START, Field.TARGET)]
    alike = len(owned) > 1 and len(owned) == len(children)
    return alike and sums_up(ends, [child.cells for child in owned], layout.fields)


def _is_bold(row: Row, column: int | None) -> bool:
    return any(cell.bold and cell.column == column for cell in row.cells)


def _carries_on(number: str, longer: str) -> bool:
    if number.isdecimal() and _LETTER.fullmatch(longer):
        return True
    return longer.casefold().startswith(number.casefold()) and _ONE_MORE.match(longer, len(number)) is not None


def _is_owned(sheet: Sheet, layout: Layout, row: Row) -> bool:
    owners = (column for column, field in layout.fields.items() if field in (Field.OWNER, Field.SUPPORT))
    return any(sheet.text_at(row.number, column) for column in owners)


def _tells(layout: Layout, row: Row, field: Field) -> bool:
    return any(layout.field_at(cell.column) is field for cell in row.cells)


def _heads_another_table(cells: Sequence[GridCell], layout: Layout) -> bool:
    """Whether a row looks as the headings do, bold and filled throughout, and says nothing that an action says."""
    if len(cells) < 3 or layout.heading_fill is None:
        return False
    alike = all(cell.bold and cell.fill == layout.heading_fill for cell in cells)
    return alike and not any(cell.day or _states(layout.field_at(cell.column), cell) for cell in cells if cell.number)


def _reach(sheet: Sheet, layout: Layout, number: int) -> int:
    column = layout.column_of(Field.ACTION)
    cell = sheet.at(number, column) if column is not None else None
    return max(number, cell.last_row if cell else number)


def _kind(
    sheet: Sheet, layout: Layout, number: int, cells: Sequence[GridCell], heading_row: int, last_action_row: int
) -> tuple[RowKind, str]:
    if _is_separator([cell for cell in cells if cell.column <= layout.last_column] or cells):
        return RowKind.UNPLACED, "separator row"
    if _is_total(cells):
        return RowKind.UNPLACED, "totals row"
    if _is_of_the_sheet(cells):
        return RowKind.UNPLACED, "note"
    if is_guidance(cells, number, heading_row):
        return RowKind.UNPLACED, "guidance row"
    column = layout.column_of(Field.ACTION)
    assert column is not None
    own = sheet.own(number, column)
    if own is not None and own.text and own in cells and own.columns <= 2:
        return _with_action_text(layout, own, cells, sheet, number, last_action_row)
    covering = sheet.at(number, column)
    wide = next((cell for cell in cells if cell.columns > 2 and cell.column <= column <= cell.last_column), None)
    if wide is not None:
        return _line(wide)
    if covering is not None and covering.text and covering.row < number:
        return RowKind.CONTINUATION, ""
    return _without_action_text(layout, cells, number, last_action_row)


def _is_of_the_sheet(cells: Sequence[GridCell]) -> bool:
    """Whether a row is signed or explains short forms: "R = overdue, A = at risk"."""
    explains = len(cells) <= 2 and any(explains_short_forms(cell.text) for cell in cells)
    return explains or (len(cells) <= 3 and bool(_SIGNED.match(cells[0].text)))


def _is_total(cells: Sequence[GridCell]) -> bool:
    first, *beside = cells
    if all(cell.day is None and _FIGURE.fullmatch(cell.text) for cell in cells):
        return True
    if len(first.text) >= 60:
        return False
    if not beside and (_COUNTED.match(first.text) or _TALLIED.fullmatch(first.text)):
        return True
    summed = beside and _SUM.match(first.text) and all(_FIGURE.fullmatch(cell.text) for cell in beside)
    return bool(summed or _TOTAL.match(first.text))


def _is_separator(cells: Sequence[GridCell]) -> bool:
    """A row of dashes, even when somebody wrote a word beside them."""
    dashes = sum(1 for cell in cells if _SEPARATOR.match(cell.text))
    return dashes == len(cells) or dashes >= max(2, 0.6 * len(cells))


def is_guidance(cells: Sequence[GridCell], number: int, heading_row: int) -> bool:
    """The row under the headings that tells people what to write there, or numbers the columns."""
    if number > heading_row + 2 or len(cells) < 2 or any(cell.day for cell in cells):
        return False
    if len(cells) > 2 and all(_NUMBERING.match(cell.text) for cell in cells):
        return True
    told = sum(1 for cell in cells if _GUIDANCE.search(cell.text) or (cell.italic and not looks_like_target(cell.text)))
    return told >= 0.5 * len(cells) and told >= 2


def _with_action_text(
    layout: Layout, own: GridCell, cells: Sequence[GridCell], sheet: Sheet, number: int, last_action_row: int
) -> tuple[RowKind, str]:
    beside = [cell for cell in cells if cell is not own and cell.column <= layout.last_column]
    if _NO_ACTION.fullmatch(own.text) and not any(_states(layout.field_at(cell.column), cell) for cell in beside):
        return RowKind.UNPLACED, "says that there is no action"
    if beside and all(layout.field_at(cell.column) is Field.REF for cell in beside):
        ref = beside[0].text
        named = starts_a_group(own.text) or own.text.isupper() or (starts_a_group(ref) and not _PART_NUMBER.search(ref))
        points = bool(_POINTER.match(own.text))
        if (
            (named or own.bold)
            and not points
            and _is_heading_like(own)
            and not _states_something(layout, sheet, number)
        ):
            return RowKind.SECTION, ""
    if own.text.startswith("•") and not beside and number == last_action_row + 1:
        return RowKind.CONTINUATION, ""
    telling = [cell for cell in beside if layout.field_at(cell.column) is not Field.GROUP]
    if telling or _POINTER.match(own.text) or _states_something(layout, sheet, number):
        return RowKind.ACTION, ""
    if any(layout.field_at(cell.column) is Field.GROUP for cell in cells):
        return RowKind.ACTION, ""
    if _NOTE.match(own.text):
        return RowKind.UNPLACED, "note"
    return (RowKind.SECTION, "") if _is_heading_like(own) else (RowKind.ACTION, "")


def _states_something(layout: Layout, sheet: Sheet, number: int) -> bool:
    """Whether a merged owner or date covers the row, or its action names one, or its state is shown by a fill alone."""
    texts = [sheet.text_at(number, column) for column in layout.owned_actions]
    if any(parted_action_and_owner(text)[1] and not starts_a_group(text) for text in texts):
        return True
    for column, field in layout.fields.items():
        cell = sheet.at(number, column) if field in _OWN else None
        if cell is not None and (cell.text or field in (Field.PROGRESS, Field.STATED_RAG)):
            coloured = cell.fill is not None and not is_neutral(cell.fill)
            if cell.text or coloured:
                return True
    return False


def _is_heading_like(cell: GridCell) -> bool:
    text = cell.text
    if len(text) > LONGEST_SECTION or text.count("\n") > 2:
        return False
    if _GROUP.match(text) or text.endswith(":"):
        return True
    if cell.bold or (cell.fill is not None and not is_neutral(cell.fill)):
        return len(text) <= 120
    return len(text) <= 40 and not looks_like_commitment(text) and not text.endswith(".")


def _line(wide: GridCell) -> tuple[RowKind, str]:
    """A line across the table: a section, unless it reads as a note."""
    if _NOTE.match(wide.text) and not _GROUP.match(wide.text):
        return RowKind.UNPLACED, "note"
    if len(wide.text) > LONGEST_SECTION and not _GROUP.match(wide.text):
        return RowKind.UNPLACED, "note"
    return RowKind.SECTION, ""


def _without_action_text(
    layout: Layout, cells: Sequence[GridCell], number: int, last_action_row: int
) -> tuple[RowKind, str]:
    fields = [layout.field_at(cell.column) for cell in cells]
    stated = [cell for cell, field in zip(cells, fields, strict=True) if _states(field, cell)]
    own_ref = Field.REF in fields or any(looks_like_ref(cell.text) for cell in cells if cell not in stated)
    follows = last_action_row > 0 and number == last_action_row + 1 and not own_ref
    if stated and follows:
        return RowKind.CONTINUATION, ""
    if len(cells) == 1 and _NOTE.match(cells[0].text) and not _GROUP.match(cells[0].text):
        return RowKind.UNPLACED, "note"
    if not stated and Field.GROUP in fields:
        return RowKind.GROUP_LINE, ""
    if len(cells) == 1:
        return _single(cells[0], layout)
    if not stated and len(cells) == 2 and all(len(cell.text) <= LONGEST_SECTION for cell in cells):
        # A number and a title side by side: "1 | Leadership".
        return _single(cells[-1] if _NUMBERING.match(cells[0].text) else cells[0], layout)
    return RowKind.UNPLACED, "no action text in this row"


def _states(field: Field | None, cell: GridCell) -> bool:
    """Whether a cell says of an action what its column is for; a line that stands above actions does not."""
    if field not in _OWN or _GROUP.match(cell.text):
        return False
    if field in (Field.OWNER, Field.SUPPORT):
        return looks_like_owner(cell.text)
    if field in (Field.PROGRESS, Field.STATED_RAG):
        return looks_like_progress(cell.text) or looks_like_rag(cell.text)
    return field is Field.UPDATE or cell.day is not None or looks_like_target(cell.text)


def _single(cell: GridCell, layout: Layout) -> tuple[RowKind, str]:
    if _GROUP.match(cell.text):
        return RowKind.SECTION, ""
    if _NOTE.match(cell.text) or len(cell.text) > LONGEST_SECTION:
        return RowKind.UNPLACED, "note"
    if cell.column > layout.last_column:
        return RowKind.UNPLACED, "outside the table"
    if _states(layout.field_at(cell.column), cell):
        return RowKind.UNPLACED, "no action text in this row"
    return RowKind.SECTION, ""
