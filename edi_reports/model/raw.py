"""What was typed, and where: the value that reading hands to normalising. Nothing here has been interpreted."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from edi_reports.model.finding import Finding
from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry, Source, Unplaced


class Field(StrEnum):
    """What a column of a plan can hold. Columns that hold none of these are kept under their own heading."""

    REF = "ref"
    GROUP = "group"
    CONTEXT = "context"
    ACTION = "action"
    OWNER = "owner"
    SUPPORT = "support"
    START = "start"
    TARGET = "target"
    ORIGINAL_TARGET = "original_target"
    REVISED_TARGET = "revised_target"
    COMPLETED = "completed"
    PROGRESS = "progress"
    STATED_RAG = "stated_rag"
    UPDATE = "update"
    FRAMEWORKS = "frameworks"
    COMMITTEE = "committee"


class RawCell(Struct, frozen=True, gc=False):
    """A cell as typed.

    `text` is what a person sees, without mark-up. `day` is set for a true date cell, `whole_month` when its format
    shows only month and year. `fill` is the resolved colour (RRGGBB) or None. `struck` means all of it is struck
    through; where only some words are, those are the `struck_part` and the others are `standing`.
    """

    text: str
    place: Place
    day: date | None = None
    whole_month: bool = False
    fill: str | None = None
    struck: bool = False
    struck_part: str = ""
    standing: str = ""


class RawAction(Struct, frozen=True, gc=False):
    """The cells of one action by field, with the group and section lines it stands under.

    A field may have several cells: an action typed over several rows. `other` is heading to text.
    """

    place: Place
    fields: tuple[tuple[Field, tuple[RawCell, ...]], ...]
    group: RawCell | None = None
    context: str | None = None
    other: tuple[tuple[str, str], ...] = ()
    hidden: bool = False

    def cells(self, field: Field) -> tuple[RawCell, ...]:
        """The cells of a field, top to bottom; empty when the plan has none."""
        for held, cells in self.fields:
            if held is field:
                return cells
        return ()

    def cell(self, field: Field) -> RawCell | None:
        """The first cell of a field, or None."""
        return next(iter(self.cells(field)), None)

    def text(self, field: Field) -> str:
        """The text of a field, one line a cell; empty when there is none."""
        return "\n".join(cell.text for cell in self.cells(field) if cell.text)


class Column(Struct, frozen=True):
    """A column of a plan table: where its heading stands, what it says, what it was taken for and why."""

    place: Place
    heading: str
    field: Field | None
    why: str


class Table(Struct, frozen=True):
    """One table of actions on a sheet: its heading rows (1-based) and its columns."""

    sheet: str
    heading_rows: tuple[int, ...]
    columns: tuple[Column, ...]


class ShortForm(Struct, frozen=True):
    """A short form that the workbook explains, its words and where; `plain` where no other meaning is at hand.

    `initials` when the short form is made of the first letters of the words.
    """

    short: str
    words: str
    place: Place
    plain: bool
    initials: bool


class Tally(Struct, frozen=True):
    """How every non-empty cell of the plan sheets was used; the parts add up to `cells`, or reading has a fault."""

    cells: int
    title: int
    key: int
    heading: int
    group: int
    action: int
    unplaced: int

    @property
    def unaccounted(self) -> int:
        """Non-empty cells that ended nowhere. Always 0."""
        return self.cells - (self.title + self.key + self.heading + self.group + self.action + self.unplaced)


class RawPlan(Struct, frozen=True):
    """A workbook as read: its tables, actions and everything that is no action, with the problems met on the way.

    `year_text` is every title or sheet name that may say which period the plan covers, most telling first;
    `sheet_texts` are each sheet's own: its title and its name. `tracker`
    tells a tracker made from a plan (see `model.tracker`) from a plan as people keep it. `key_counts` are the numbers
    that a key gives beside its meanings, `key_text` all its words; `short_forms` what it explains of short forms.
    """

    source: Source
    title: str
    year_text: tuple[str, ...]
    tables: tuple[Table, ...]
    key: tuple[KeyEntry, ...]
    actions: tuple[RawAction, ...]
    unplaced: tuple[Unplaced, ...]
    tally: Tally
    findings: tuple[Finding, ...] = ()
    left_alone: tuple[tuple[str, str], ...] = ()
    tracker: bool = False
    key_counts: tuple[tuple[str, int, Place], ...] = ()
    key_text: str = ""
    sheet_texts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    short_forms: tuple[ShortForm, ...] = ()
