"""Plans under people's hands: each edit is done to a plan and noted as an auditor who watched would note it."""

from __future__ import annotations

import csv
import re
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CELLS = ("ref", "action", "owner", "target", "status", "update")
TOLD_AS = {
    "action": "action",
    "owner": "owners",
    "target": "target",
    "status": "progress",
    "update": "update",
    "rag": "stated_rag",
    "frameworks": "frameworks",
}
"""Under which field a change of a cell is told; of other cells nothing is told."""
TOP = 3

Columns = tuple[tuple[str, str], ...]
Places = dict[tuple[str, int], str]
"""The key of the action that stands on a sheet, in a row."""


@dataclass
class Row:
    """An action under a key that only the tests know, where it stands, its cells by name, its look, its comments."""

    key: str
    sheet: str
    group: str
    cells: dict[str, str]
    look: str = ""
    notes: dict[str, str] = field(default_factory=dict)


@dataclass
class Layout:
    """How a plan is laid out: headings and cells; groups as lines, a merged column or a column, or not at all.

    `fills` are the colours of the key, by the words that they stand for; `formulas` are cells that hold a formula.
    `top` is the row of the headings, counted from 0. A plan without a title has its headings in the first row.
    `suffix` is the kind of file, and `table` says whether a workbook holds its rows in an Excel table.
    """

    columns: Columns = (
        ("Ref", "ref"),
        ("Action", "action"),
        ("Lead", "owner"),
        ("Timescale", "target"),
        ("Status", "status"),
        ("Update", "update"),
    )
    groups: str = "line"
    group_heading: str = "Theme"
    title: str = "Equality, Diversity and Inclusion Action Plan 2025-26"
    fills: dict[str, str] = field(default_factory=dict)
    formulas: tuple[tuple[str, str], ...] = ()
    top: int = TOP
    suffix: str = ".xlsx"
    table: bool = False


@dataclass
class Version:
    """The rows of a plan and its layout."""

    rows: list[Row]
    layout: Layout

    def row(self, key: str) -> Row:
        return next(row for row in self.rows if row.key == key)


def plan(text: str, layout: Layout | None = None, cells: tuple[str, ...] = CELLS) -> Version:
    """A plan as drawn: "## sheet", "# group", and a row of cells behind its key."""
    rows, sheet, group = list[Row](), "Action plan", ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("## "):
            sheet, group = line[3:], ""
        elif line.startswith("# "):
            group = line[2:]
        else:
            rows.append(_drawn(line, sheet, group, cells))
    return Version(rows, layout or Layout())


def _drawn(line: str, sheet: str, group: str, cells: tuple[str, ...]) -> Row:
    key, *texts = (each.strip().replace("\\n", "\n") for each in line.split("|"))
    return Row(key, sheet, group, dict(zip(cells, [*texts, *[""] * len(cells)], strict=False)))


class Edit:
    """A version while a person edits it, and what the auditor noted.

    `told` are the fields of each action of which a change is to be told, `may_tell` those that may be; `fair` are the
    actions of which a doubt is fair, `lost` those that nobody could know again from the two files; `doubts` are pairs
    of two actions that may well be put to a person. `twins` are rows that nobody could tell apart. `values` are the
    old and new words of a change as typed, `further` the columns without a field that changed.
    """

    def __init__(self, old: Version) -> None:
        self.rows, self.layout = deepcopy(old.rows), deepcopy(old.layout)
        self.told: dict[str, set[str]] = {}
        self.may_tell: dict[str, set[str]] = {}
        self.effects: dict[tuple[str, str], str] = {}
        self.fair: set[str] = set()
        self.lost: set[str] = set()
        self.doubts: set[tuple[str, str]] = set()
        self.twins: dict[str, str] = {}
        self.splits: list[tuple[str, tuple[str, ...]]] = []
        self.joins: list[tuple[str, tuple[str, ...]]] = []
        self.moves: set[str] = set()
        self.values: dict[tuple[str, str], tuple[str, str]] = {}
        self.further: dict[str, set[str]] = {}

    def row(self, key: str) -> Row:
        return Version(self.rows, self.layout).row(key)

    def version(self) -> Version:
        return Version(self.rows, self.layout)

    def set(self, key: str, name: str, text: str, effect: str = "") -> Edit:
        """Type something else into a cell: a change, with words that its effect must hold."""
        before = self.row(key).cells.get(name, "")
        self.same(key, name, text)
        if name in TOLD_AS:
            self.values[key, TOLD_AS[name]] = before, text
            self.tell(key, TOLD_AS[name], effect)
        else:
            heading = next(heading for heading, cell in self.layout.columns if cell == name)
            self.tell_further(key, heading)
        return self

    def tell_further(self, key: str, heading: str) -> Edit:
        self.further.setdefault(key, set()).add(heading)
        return self

    def same(self, key: str, name: str, text: str, may_tell: str = "") -> Edit:
        """Write the same in another way: no change, unless it is one that may be told."""
        self.row(key).cells[name] = text
        if may_tell:
            self.may_tell.setdefault(key, set()).add(may_tell)
        return self

    def may(self, key: str, *told: str) -> Edit:
        """What may be told of an action or not."""
        self.may_tell.setdefault(key, set()).update(told)
        return self

    def doubtful(self, *keys: str) -> Edit:
        self.fair.update(keys)
        return self

    def split(self, whole: str, *parts: str) -> Edit:
        self.splits.append((whole, parts))
        return self

    def join(self, whole: str, *parts: str) -> Edit:
        self.joins.append((whole, parts))
        return self

    def look(self, key: str, look: str) -> Edit:
        self.row(key).look = look
        return self

    def append(self, key: str, text: str) -> Edit:
        return self.set(key, "action", f"{self.row(key).cells['action']} {text}")

    def tell(self, key: str, told: str, effect: str = "") -> Edit:
        self.told.setdefault(key, set()).add(told)
        if effect:
            self.effects[key, told] = effect
        return self

    def drop(self, *keys: str) -> Edit:
        self.rows = [row for row in self.rows if row.key not in keys]
        return self

    def add(self, after: str, line: str, group: str | None = None) -> Edit:
        """Put a row in behind another, in its group unless told otherwise."""
        at = self.row(after)
        row = _drawn(line, at.sheet, at.group if group is None else group, CELLS)
        self.rows.insert(self.rows.index(at) + 1, row)
        return self

    def move(self, key: str, after: str) -> Edit:
        """Move a row behind another, into its group and onto its sheet."""
        row, at = self.row(key), self.row(after)
        if at.group != row.group:
            self.tell(key, "group")
        self.rows.remove(row)
        row.group, row.sheet = at.group, at.sheet
        self.rows.insert(self.rows.index(at) + 1, row)
        self.moves.add(key)
        return self

    def rename_group(self, old: str, new: str) -> Edit:
        for row in self.rows:
            if row.group == old:
                row.group = new
                self.tell(row.key, "group")
        return self


def write(version: Version, path: Path) -> Places:
    """Write a version as a workbook or as an export, and tell which action stands where."""
    if path.suffix == ".csv":
        return _write_export(version, path)
    book = xlsxwriter.Workbook(str(path))
    looks = {
        "title": book.add_format({"bold": True}),
        "group": book.add_format({"bold": True, "bg_color": "#F2F2F2"}),
        "plain": book.add_format({"text_wrap": True, "valign": "top"}),
        "strike": book.add_format({"font_strikeout": True}),
        "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        **{words: book.add_format({"bg_color": colour}) for words, colour in version.layout.fills.items()},
    }
    places: Places = {}
    for name in dict.fromkeys(row.sheet for row in version.rows):
        rows = [row for row in version.rows if row.sheet == name]
        _write_sheet(book.add_worksheet(name), rows, version.layout, looks, places)
    book.close()
    return places


def _write_export(version: Version, path: Path) -> Places:
    layout = version.layout
    columns = ((layout.group_heading, "group"), *layout.columns) if layout.groups == "column" else layout.columns
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(heading for heading, _ in columns)
        writer.writerows(
            [(row.cells | {"group": row.group}).get(name, "") for _, name in columns] for row in version.rows
        )
    return {(path.stem, number): row.key for number, row in enumerate(version.rows, 2)}


def _write_sheet(sheet: Worksheet, rows: list[Row], layout: Layout, looks: dict[str, Format], places: Places) -> None:
    beside = layout.groups in ("merged", "column")
    columns = ((layout.group_heading, "group"), *layout.columns) if beside else layout.columns
    if layout.title:
        sheet.write(0, 0, layout.title, looks["title"])
    for number, words in enumerate(layout.fills):
        sheet.write(number, len(columns) + 1, words, looks[words])
    sheet.write_row(layout.top, 0, [heading for heading, _ in columns], looks["title"])
    at, blocks = layout.top, list[tuple[str, list[int]]]()
    for row in rows:
        if not blocks or blocks[-1][0] != row.group:
            blocks.append((row.group, []))
            at += _group_line(sheet, at + 1, row.group, layout, looks)
        at += 1
        blocks[-1][1].append(at)
        places[sheet.get_name(), at + 1] = row.key
        _write_row(sheet, at, row, columns, layout, looks)
    for group, held in blocks if layout.groups == "merged" else ():
        _merge(sheet, held, group, looks["plain"])
    if layout.table:
        headings = [{"header": heading} for heading, _ in columns]
        sheet.add_table(layout.top, 0, at, len(columns) - 1, {"columns": headings})


def _group_line(sheet: Worksheet, at: int, group: str, layout: Layout, looks: dict[str, Format]) -> int:
    """Write the line of a group where the layout has such lines; how many rows it takes."""
    if layout.groups != "line" or not group:
        return 0
    sheet.write(at, 0, group, looks["group"])
    return 1


def _merge(sheet: Worksheet, held: list[int], group: str, look: Format) -> None:
    if len(held) > 1:
        sheet.merge_range(held[0], 0, held[-1], 0, group, look)
    else:
        sheet.write_string(held[0], 0, group, look)


def _write_row(sheet: Worksheet, at: int, row: Row, columns: Columns, layout: Layout, looks: dict[str, Format]) -> None:
    cells = row.cells | ({"group": row.group} if layout.groups == "column" else {})
    for column, (_, name) in enumerate(columns):
        if cells.get(name):
            _write_cell(sheet, at, column, row, name, cells[name], layout, looks)
        if name in row.notes:
            sheet.write_comment(at, column, row.notes[name])
    if row.look == "hidden":
        sheet.set_row(at, None, None, {"hidden": True})


def _write_cell(
    sheet: Worksheet, at: int, column: int, row: Row, name: str, text: str, layout: Layout, looks: dict[str, Format]
) -> None:
    look = looks["strike" if row.look == "strike" and name == "action" else "plain"]
    if name == "rag" and text in layout.fills:
        sheet.write_blank(at, column, None, looks[text])
    elif name == "target" and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        sheet.write_datetime(at, column, datetime.fromisoformat(text), looks["day"])
    elif (row.key, name) in layout.formulas:
        sheet.write_formula(at, column, f'="{text}"', look, text)
    else:
        sheet.write_string(at, column, text, look)
