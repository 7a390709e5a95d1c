"""Sheets that hold a form for each action, labels with their answers beside them, or a column for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from edi_reports.model.place import Place
from edi_reports.model.raw import Column, Field, RawAction, RawCell, Table
from edi_reports.reading.evidence import looks_like_progress, looks_like_rag, looks_like_target
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.heading_table import HeadingNames, said
from edi_reports.reading.markup import single_spaced
from edi_reports.reading.sheet_plan import SheetPlan, read_preamble
from edi_reports.reading.tables import Account

_NUMBERED = re.compile(r"(?:\s+(?:no\.?|number)?\s*#?\d{1,3}[a-z]?)?\s*[:.)–-]*\s*$", re.IGNORECASE)
_SURE = 0.75
_TELLING = frozenset({Field.OWNER, Field.TARGET, Field.PROGRESS, Field.STATED_RAG})
_STATES = (Field.PROGRESS, Field.STATED_RAG)
_FEWEST = 2
_MOST = 0.6


class _Answer(Struct, frozen=True):
    """A label of a form with the field it names (None: kept under its own name) and the cell beside it, if any."""

    label: GridCell
    words: str
    field: Field | None
    value: GridCell | None

    def place_in(self, start: int) -> tuple[int, int, str]:
        """Where the label stands in its form, and what it says."""
        return self.label.row - start, self.label.column, self.words


def read_cards(sheet: Sheet, workbook: str, names: HeadingNames) -> SheetPlan | None:
    """Read a sheet of forms; None unless there are two or more, alike to the last label, that say who, when or how far.

    A form begins at the label that names the action and reaches to the next such label.
    """
    rows = sheet.rows_with_text()
    starts = [row for row, cells in rows.items() if _labelled(cells[0], names)[1] is Field.ACTION]
    if len(starts) < _FEWEST:
        return None
    ends = [*(start - 1 for start in starts[1:]), max(rows)]
    forms = [_answers(sheet, rows, range(start, end + 1), names) for start, end in zip(starts, ends, strict=True)]
    shapes = {tuple(one.place_in(start) for one in form) for start, form in zip(starts, forms, strict=True)}
    if len(shapes) > 1 or not _is_a_form(forms[0]):
        return None
    return _plan(sheet, workbook, rows, forms)


def read_turned(sheet: Sheet, workbook: str, names: HeadingNames) -> SheetPlan | None:
    """Read a sheet whose labels stand below one another, with a column for each action; None unless it plainly is one.

    Two or more columns must say what is to be done, and most of them when it is due or how far it is.
    """
    rows = sheet.rows_with_text()
    first = min((cells[0].column for cells in rows.values()), default=0)
    labels = {row: (cells[0], *_labelled(cells[0], names)) for row, cells in rows.items() if cells[0].column == first}
    known = [row for row, (_, _, _, is_label) in labels.items() if is_label]
    start = next((row for row in known if labels[row][2] is Field.ACTION), None)
    if start is None:
        return None
    body = [row for row in sorted(labels) if min(known) <= row <= max(known)]
    columns = [cell.column for cell in rows[start] if cell.column > first and cell.columns == 1]
    forms = [[_answer(sheet, labels[row], column) for row in body] for column in columns]
    if len(forms) < _FEWEST or not _is_a_form(forms[0]) or sum(map(_tells, forms)) < _MOST * len(forms):
        return None
    heads = [cell for cell in rows.get(min(known) - 1, ()) if cell.column in columns]
    return _plan(sheet, workbook, rows, forms, heads)


def _tells(form: Sequence[_Answer]) -> bool:
    """Whether an answer of a form is a date or a state, as in a plan, and not words about them, as in a glossary."""
    return any(
        one.value.day is not None
        or (one.field is Field.TARGET and looks_like_target(one.value.text))
        or (one.field in _STATES and (looks_like_progress(one.value.text) or looks_like_rag(one.value.text)))
        for one in form
        if one.value is not None
    )


def _answer(sheet: Sheet, label: tuple[GridCell, str, Field | None, bool], column: int) -> _Answer:
    cell, words, field, _ = label
    value = sheet.own(cell.row, column)
    kept = value is not None and (value.text or (field in _STATES and value.fill))
    return _Answer(cell, words, field, value if kept else None)


def _labelled(cell: GridCell, names: HeadingNames) -> tuple[str, Field | None, bool]:
    """What a label says without its number, the field that it names, and whether it names one, or a further column."""
    words = said(_NUMBERED.sub("", cell.text))
    if names.knows(words):
        return words, names.stands_for(words), True
    scores = names.table.scores(words) if words else {}
    field, score = max(scores.items(), key=lambda item: item[1], default=(None, 0.0))
    return words, field if score >= _SURE else None, score >= _SURE


def _answers(
    sheet: Sheet, rows: Mapping[int, Sequence[GridCell]], numbers: range, names: HeadingNames
) -> tuple[_Answer, ...]:
    answers: list[_Answer] = []
    for number in numbers:
        after = 0
        for cell in rows.get(number, ()):
            words, field, known = _labelled(cell, names)
            if cell.column < after or not known:
                continue
            value = sheet.own(number, cell.last_column + 1)
            value = value if value is not None and (value.text or (field in _STATES and value.fill)) else None
            answers.append(_Answer(cell, words, field, value))
            after = cell.last_column + 2
    return tuple(answers)


def _is_a_form(form: Sequence[_Answer]) -> bool:
    fields = [answer.field for answer in form if answer.field is not None]
    return len(set(fields)) == len(fields) and len(fields) > _FEWEST and bool(_TELLING & set(fields))


def _plan(
    sheet: Sheet,
    workbook: str,
    rows: Mapping[int, Sequence[GridCell]],
    forms: Sequence[Sequence[_Answer]],
    heads: Sequence[GridCell] = (),
) -> SheetPlan | None:
    plan = SheetPlan(sheet, Account())
    plan.account.use(heads, "heading")
    for form in forms:
        action = _action(sheet, workbook, form)
        if action is None:
            plan.account.leave((one.value for one in form if one.value is not None), "no action text in this row")
        else:
            plan.actions.append(action)
            plan.account.use((one.value for one in form if one.value is not None), "action")
        plan.account.use((one.label for one in form), "heading")
    above = read_preamble(plan, rows, forms[0][0].label.row)
    plan.account.leave([above.group] if above.group else [], "a heading without actions")
    plan.account.leave(sheet.with_text(), "not part of a form")
    columns = tuple(
        Column(Place(workbook, sheet.name, one.label.row, one.label.column), one.label.text, one.field, "by its label")
        for one in forms[0]
    )
    plan.tables.append(Table(sheet.name, (forms[0][0].label.row,), columns))
    plan.cards = len(plan.actions)
    return plan if plan.actions else None


def _action(sheet: Sheet, workbook: str, form: Sequence[_Answer]) -> RawAction | None:
    answered = [(one, one.value) for one in form if one.value is not None]
    own = next((value for one, value in answered if one.field is Field.ACTION and value.text), None)
    if own is None:
        return None
    fields = tuple((one.field, (_raw(sheet, workbook, value),)) for one, value in answered if one.field is not None)
    other = tuple((one.label.text.rstrip(" :"), single_spaced(value.text)) for one, value in answered if not one.field)
    hidden = any(value.row in sheet.hidden_rows for _, value in answered)
    return RawAction(Place(workbook, sheet.name, own.row, own.column), fields, other=other, hidden=hidden)


def _raw(sheet: Sheet, workbook: str, cell: GridCell) -> RawCell:
    place = Place(workbook, sheet.name, cell.row, cell.column)
    parts = (cell.struck_part, cell.standing)
    return RawCell(cell.text, place, cell.day, cell.whole_month, cell.fill, cell.struck, *parts)
