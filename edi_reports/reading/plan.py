"""A file becomes a raw plan: which sheets hold it, what every cell was used for, and what could not be placed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path, PurePath

from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.limits import LIMITS, Limits
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry, Unplaced
from edi_reports.model.raw import RawAction, RawCell, RawPlan, ShortForm, Tally
from edi_reports.reading.beside import parted
from edi_reports.reading.copies import earlier_copies
from edi_reports.reading.grid import GridCell, Sheet, Workbook
from edi_reports.reading.heading_table import HeadingNames
from edi_reports.reading.headings import (
    HeadingRow,
    best_candidate,
    find_heading_rows,
    heading_row_naming,
)
from edi_reports.reading.keys import FoundKey, explains_short_forms, find_key
from edi_reports.reading.opening import FileKind, OpenedFile, open_file
from edi_reports.reading.sheet_plan import PLAN_TITLE, SheetPlan, read_sheet
from edi_reports.reading.short_forms import find_short_forms
from edi_reports.reading.tracker import TRACKER_FIELDS, without_derived_sheets

# Why a sheet that holds a plan is left alone, and the finding that tells so.
_EARLIER_MONTH = "its name says that it is an earlier month of the same actions"
_NOT_IN_USE = "its name says that it is not the plan in use"
_HIDDEN_PLAN = "a hidden sheet that holds a plan"
_TOLD = {_EARLIER_MONTH: "sheet-set-aside", _NOT_IN_USE: "sheet-set-aside", _HIDDEN_PLAN: "hidden-sheet"}
_SET_ASIDE = re.compile(
    r"""(?:^|[\W_])(?: old | archived? | archive | superseded | obsolete | backup | do\s+not\s+use | not\s+used | blank
    | template | example | previous(?:\s+\w+)? | last\s+year )(?:$|[\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
# What a program calls a sheet or a table that nobody has named.
_BY_DEFAULT = re.compile(
    r"(?:(?:work)?sheet|(?:task_)?table|page|tasks?|work items|query|export|extract|report|owssvr)\s*\d*", re.IGNORECASE
)
_OF_A_PART = re.compile(
    r"\W*(?:\b(?:action|aim|domain|goal|indicator|metric|objective|part|priority|theme|year)\W*)?$", re.IGNORECASE
)


def read_plan(path: Path, names: HeadingNames) -> RawPlan:
    """Read the plan in a file.

    Raises CannotContinue when the file cannot be opened, or holds no plan that can be read with confidence.
    """
    return read_opened(open_file(path), names)


def read_opened(file: OpenedFile, names: HeadingNames, limits: Limits = LIMITS) -> RawPlan:
    """Read the plan in a file that is already in memory; raises as `read_plan` does."""
    return find_plan(_workbook(file, limits), names)


def _workbook(file: OpenedFile, limits: Limits) -> Workbook:
    if file.kind is FileKind.DELIMITED:
        from edi_reports.reading.delimited import read_delimited

        return read_delimited(file, limits)
    from edi_reports.reading.workbook import read_workbook

    return read_workbook(file, limits)


def find_plan(workbook: Workbook, names: HeadingNames) -> RawPlan:
    """Find the plan sheets of a workbook and read them; the other sheets are named with the reason."""
    if workbook.tracker:
        names = HeadingNames(names.table, TRACKER_FIELDS, "a column of the tracker", own_only=True)
        workbook = without_derived_sheets(workbook)
    name = workbook.source.name
    shown = [sheet for sheet in workbook.sheets if not sheet.hidden]
    headed = {sheet.name: _heading_rows(sheet, names, tracker=workbook.tracker) for sheet in workbook.sheets}
    candidates = [sheet for sheet in shown if headed[sheet.name]] or [s for s in workbook.sheets if headed[s.name]]
    candidates = [sheet for sheet in candidates if not _SET_ASIDE.search(sheet.name)] or candidates
    elsewhere = _key_elsewhere([sheet for sheet in shown if sheet not in candidates], name)
    parts = [part for sheet in candidates for part in parted(sheet, headed[sheet.name], names.table)]
    read = [read_sheet(part, name, rows, names, elsewhere) for part, rows in parts]
    plans = [sheet for sheet in read if sheet.actions] or _of_cards(shown, name, names, tracker=workbook.tracker)
    if not plans:
        raise _nothing_found(workbook, names, read)
    earlier = earlier_copies(plans)
    plans = [plan for plan in plans if plan.sheet.name not in earlier]
    taken = {plan.sheet.name for plan in plans}
    left = [_left_alone(sheet, headed, earlier) for sheet in workbook.sheets if sheet.name not in taken]
    return _joined(workbook, plans, elsewhere, tuple(left))


def _heading_rows(sheet: Sheet, names: HeadingNames, *, tracker: bool) -> tuple[HeadingRow, ...]:
    if tracker:
        return heading_row_naming(sheet, names.own, names.table)
    return find_heading_rows(sheet, names.table)


def _of_cards(sheets: Sequence[Sheet], name: str, names: HeadingNames, *, tracker: bool) -> list[SheetPlan]:
    """The sheets that hold a form or a column for each action, for a workbook without a table of actions."""
    if tracker:
        return []
    from edi_reports.reading.cards import read_cards, read_turned

    cards = [plan for sheet in sheets if (plan := read_cards(sheet, name, names)) is not None]
    return cards or [plan for sheet in sheets if (plan := read_turned(sheet, name, names)) is not None]


def _key_elsewhere(sheets: Sequence[Sheet], workbook: str) -> FoundKey:
    """The key on a sheet of its own, for plan sheets that hold none."""
    keys = [find_key(sheet, workbook, sheet.cells.values()) for sheet in sheets]
    explained = (cell.text for sheet in sheets for cell in sheet.with_text() if explains_short_forms(cell.text))
    words = FoundKey(text="; ".join(dict.fromkeys((*(key.text for key in keys if key.text), *explained))))
    return next((key for key in keys if key.entries), words)


def _joined(
    workbook: Workbook,
    plans: Sequence[SheetPlan],
    elsewhere: FoundKey,
    left: tuple[tuple[str, str], ...],
) -> RawPlan:
    name = workbook.source.name
    several = len({plan.sheet.name for plan in plans}) > 1
    actions = tuple(action for plan in plans for action in _grouped(plan, several))
    key = _unique_key([entry for plan in plans for entry in plan.key.entries]) or elsewhere.entries
    unplaced = tuple(_unplaced(plan, name, cell) for plan in plans for cell in _left_cells(plan))
    title = workbook.title or next((plan.title for plan in plans if plan.title), "")
    cover = _cover(workbook, plans)
    headings = [plan.heading for plan in plans]
    return RawPlan(
        source=workbook.source,
        title=_called(workbook, plans, cover),
        year_text=(
            *workbook.covers,
            title,
            *headings,
            *(plan.sheet.name for plan in plans),
            name,
            *cover,
        ),
        tables=tuple(table for plan in plans for table in plan.tables),
        key=key,
        actions=actions,
        unplaced=unplaced,
        tally=_tally(plans),
        findings=(
            *_set_aside(workbook, left),
            *_about_sheets(workbook, plans),
            *(finding for plan in plans for finding in _about(plan, name)),
        ),
        left_alone=left,
        tracker=workbook.tracker,
        key_counts=tuple(count for plan in plans for count in plan.key.counts) or elsewhere.counts,
        key_text="; ".join(key.text for key in (*(plan.key for plan in plans), elsewhere) if key.text),
        sheet_texts=tuple((plan.sheet.name, (plan.title, plan.sheet.name)) for plan in plans),
        short_forms=() if workbook.tracker else tuple(_short_forms(workbook, plans, left)),
    )


def _short_forms(
    workbook: Workbook, plans: Sequence[SheetPlan], left: Iterable[tuple[str, str]]
) -> Iterator[ShortForm]:
    """What the sheets of the plan explain outside its columns, and the others that are no plan set aside."""
    name, not_read = workbook.source.name, {plan.sheet.name for plan in plans} | {s for s, why in left if why in _TOLD}
    for plan in plans:
        known = frozenset(c.place.column for table in plan.tables for c in table.columns if c.field is not None)
        yield from find_short_forms(plan.sheet, name, plan.account.parts, known)
    for sheet in workbook.sheets:
        if sheet.name not in not_read and not sheet.hidden:
            yield from find_short_forms(sheet, name)


def _called(workbook: Workbook, plans: Sequence[SheetPlan], cover: Sequence[str]) -> str:
    """What a plan is called: by its titles, its cover, its one sheet, or its file.

    A name that a program gave, or that is a single word, does not tell a plan from others where its file's does.
    """
    file, sheets = PurePath(workbook.source.name).stem, list(dict.fromkeys(plan.sheet.name for plan in plans))
    titles = [plan.title for plan in plans if plan.title]
    names = [workbook.title, _shared(titles) if len(sheets) > 1 else next(iter(titles), ""), *cover]
    if len(sheets) == 1 and (len(sheets[0].split()) > 1 or len(file.split()) == 1):
        names += sheets
    return next((name for name in names if name and not _BY_DEFAULT.fullmatch(name)), file)


def _shared(titles: Sequence[str]) -> str:
    """The title of all sheets: the only one, the only one of a plan, or the words with which all begin."""
    of_plans = [title for title in titles if PLAN_TITLE.search(title)]
    if len(set(titles)) == 1 or (of_plans[:1] == titles[:1] and len(set(of_plans)) == 1):
        return titles[0]
    words = takewhile(lambda same: len(set(same)) == 1, zip(*map(str.split, titles), strict=False))
    beginning = _OF_A_PART.sub("", " ".join(first for first, *_ in words))
    return beginning if len(beginning.split()) > 2 else ""


def _cover(workbook: Workbook, plans: Sequence[SheetPlan]) -> Sequence[str]:
    """The title of the plan on a first sheet that holds no actions: a cover or a summary."""
    first = next((sheet for sheet in workbook.sheets if not sheet.hidden), None)
    if first is None or any(plan.sheet is first for plan in plans):
        return ()
    title = next((cell.text for cell in first.with_text()), "")
    return (title,) if PLAN_TITLE.search(title) else ()


def _grouped(plan: SheetPlan, several: bool) -> Iterable[RawAction]:
    """Where each sheet is a group of its own, the sheet's name is the group of actions that have no other."""
    if not several or all(action.group is not None for action in plan.actions):
        return plan.actions
    sheet_group = RawCell(plan.sheet.name, Place(plan.actions[0].place.workbook, plan.sheet.name))
    return [action if action.group is not None else replace(action, group=sheet_group) for action in plan.actions]


def _unique_key(entries: Iterable[KeyEntry]) -> tuple[KeyEntry, ...]:
    by_fill: dict[str, KeyEntry] = {}
    for entry in entries:
        by_fill.setdefault(entry.fill, entry)
    return tuple(by_fill.values())


def _left_cells(plan: SheetPlan) -> list[GridCell]:
    return [cell for cell in plan.sheet.with_text() if plan.account.parts[cell.row, cell.column] == "unplaced"]


def _unplaced(plan: SheetPlan, workbook: str, cell: GridCell) -> Unplaced:
    why = plan.account.reasons.get((cell.row, cell.column), "not part of a table")
    return Unplaced(Place(workbook, plan.sheet.name, cell.row, cell.column), cell.text, why)


def _tally(plans: Sequence[SheetPlan]) -> Tally:
    used = Counter(plan.account.parts.get((cell.row, cell.column)) for plan in plans for cell in plan.sheet.with_text())
    parts = ("title", "key", "heading", "group", "action", "unplaced")
    return Tally(used.total(), *(used[part] for part in parts))


def _left_alone(sheet: Sheet, headed: Mapping[str, Sequence[HeadingRow]], earlier: frozenset[str]) -> tuple[str, str]:
    if sheet.name in earlier:
        return sheet.name, _EARLIER_MONTH
    if sheet.hidden:
        return sheet.name, _HIDDEN_PLAN if headed[sheet.name] else "a hidden sheet"
    if headed[sheet.name] and _SET_ASIDE.search(sheet.name):
        return sheet.name, _NOT_IN_USE
    if not any(cell.text for cell in sheet.cells.values()):
        return sheet.name, "an empty sheet"
    if not headed[sheet.name]:
        return sheet.name, "no row of headings that name an action beside an owner, a date or a state"
    return sheet.name, "no actions under its headings"


def _set_aside(workbook: Workbook, left: Iterable[tuple[str, str]]) -> Iterable[Finding]:
    """Say of each sheet that holds a plan and was not read, because it is hidden or for its name's sake."""
    return [finding(_TOLD[why], Place(workbook.source.name, sheet)) for sheet, why in left if why in _TOLD]


def _about_sheets(workbook: Workbook, plans: Sequence[SheetPlan]) -> Iterable[Finding]:
    names = {plan.sheet.name for plan in plans}
    # In a tracker the calculated columns follow from the others and are not part of the plan.
    met = [found for found in workbook.findings if not (workbook.tracker and found.code == "never-calculated")]
    return [found for found in met if found.place is None or found.place.sheet in names]


def _about(plan: SheetPlan, workbook: str) -> Iterable[Finding]:
    """What a keeper should know of a sheet: what is hidden but was read, and rows that say who or when but not what."""
    sheet = plan.sheet
    hidden = sorted({action.place.row for action in plan.actions if action.hidden})
    if hidden:
        rows = ", ".join(map(str, hidden))
        yield finding("hidden-rows", Place(workbook, sheet.name, hidden[0]), rows=rows, count=len(hidden))
    for table in plan.tables:
        for column in table.columns:
            if column.place.column in sheet.hidden_columns:
                yield finding("hidden-column", column.place, heading=column.heading)
    yield from _about_layout(plan, workbook)
    seen: set[int] = set()
    for (row, column_number), why in sorted(plan.account.reasons.items()):
        if why == "no action text in this row" and row not in seen:
            seen.add(row)
            text = sheet.text_at(row, column_number)
            yield finding("row-without-action", Place(workbook, sheet.name, row, column_number), text=text[:80])


def _about_layout(plan: SheetPlan, workbook: str) -> Iterable[Finding]:
    """Lines carried on in the next row, and columns of marks in place of dates."""
    sheet = plan.sheet
    if plan.cards:
        yield finding("read-as-cards", Place(workbook, sheet.name), count=plan.cards)
    if plan.carried:
        rows = ", ".join(map(str, plan.carried))
        yield finding("carried-on", Place(workbook, sheet.name, plan.carried[0]), rows=rows)
    for strip, first in plan.strips:
        place = Place(workbook, sheet.name, first.row, first.column)
        facts = {"first": strip.periods[0][1], "last": strip.periods[-1][1]}
        yield finding("time-by-marks" if strip.read else "marks-not-read", place, **facts)


def _nothing_found(workbook: Workbook, names: HeadingNames, read: Sequence[SheetPlan]) -> Exception:
    """The refusal, with what was looked for and what came closest."""
    place = Place(workbook.source.name)
    if read:
        rows = ", ".join(f'"{plan.sheet.name}"' for plan in read)
        return cannot_continue("no-actions", place, sheets=rows)
    best: tuple[HeadingRow, Sheet] | None = None
    for sheet in workbook.sheets:
        found = best_candidate(sheet, names.table)
        if found is not None and (best is None or found.strength > best[0].strength):
            best = found, sheet
    if best is None or not best[0].fields:
        sheets = ", ".join(f'"{sheet.name}"' for sheet in workbook.sheets[:8])
        return cannot_continue("no-plan", place, sheets=sheets, closest="No row names any of these.")
    row, sheet = best
    fields = ", ".join(sorted(str(f).replace("_", " ") for f in row.fields))
    closest = f'The closest is row {row.rows[-1]} of "{sheet.name}", which names only: {fields}.'
    return cannot_continue("no-plan", place, sheets=f'"{sheet.name}"', closest=closest)
