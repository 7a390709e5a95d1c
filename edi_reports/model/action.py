"""One commitment in the plan."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from edi_reports.model.owner import Owner
from edi_reports.model.place import Place
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target


class ProgressState(StrEnum):
    """What the owner reports."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PROPOSED_FOR_CLOSURE = "proposed_for_closure"
    COMPLETED = "completed"
    NOT_STATED = "not_stated"

    @property
    def words(self) -> str:
        """As people write it: "In progress"."""
        return self.value.replace("_", " ").capitalize()


class ProgressSource(StrEnum):
    """Whether progress was read from a fill, from words, or not at all."""

    FILL = "fill"
    TEXT = "text"
    NONE = "none"


class Held(StrEnum):
    """What words say of an action that does not fare as it should. Being called off is less than being held up."""

    UP = "held up"
    OFF = "called off"


class Progress(Struct, frozen=True, gc=False):
    """The reported state, where it was read from, and the words or the fill (RRGGBB) as written.

    `on` is the first day on which a completion is said to have been, where the plan names one.
    """

    state: ProgressState
    source: ProgressSource
    as_written: str | None = None
    on: date | None = None


class Hindrance(Struct, frozen=True):
    """Words of the plan by which an action is held up or called off, and where they stand."""

    held: Held
    words: str
    place: Place


class Group(Struct, frozen=True):
    """What stands above actions: "High Impact Action 1", its title, and its number if it has one."""

    label: str
    title: str = ""
    number: int | None = None

    @property
    def name(self) -> str:
        """What to call it in short: its label, with the title where the label is only a number or a letter."""
        return f"{self.label}. {self.title}" if self.title and len(self.label) <= 2 else self.label

    def __str__(self) -> str:
        return f"{self.label}: {self.title}" if self.title and len(self.label) > 2 else self.name


class Framework(Struct, frozen=True):
    """A national framework that the plan says the action serves, such as WRES, or EDS22 with its domain."""

    name: str
    domain: str = ""

    def __str__(self) -> str:
        return f"{self.name} Domain {self.domain}" if self.domain else self.name


class Action(Struct, frozen=True, gc=False):
    """One commitment, as the plan states it and as it was understood.

    `row` (in `place`) is the sheet row where the action's own text stands.
    `committee` is what the plan itself says of its committee; routing is a rule and stands elsewhere.
    `other` holds every further column, heading to text. `pointer_to` marks a row that only refers to another action.
    `hindrance` is what the plan says of an action that is held up or called off, whatever its progress.
    `cells` are the places, by field name, that a person would correct.
    """

    ref: str
    place: Place
    group: Group | None
    text: str
    owners: tuple[Owner, ...]
    target: Target
    progress: Progress
    frameworks: tuple[Framework, ...] = ()
    stated_rag: Rag | None = None
    update: str | None = None
    committee: str | None = None
    context: str | None = None
    cancelled: bool = False
    pointer_to: str | None = None
    other: tuple[tuple[str, str], ...] = ()
    hindrance: Hindrance | None = None
    cells: tuple[tuple[str, Place], ...] = ()

    @property
    def leads(self) -> tuple[Owner, ...]:
        """The owners who answer for the action, supporters left out."""
        return tuple(owner for owner in self.owners if owner.part == "lead")

    @property
    def further(self) -> tuple[tuple[str, str], ...]:
        """The further columns with each heading on one line and once: where one stands twice, "KPI" and "KPI (2)"."""
        found: dict[str, str] = {}
        for heading, text in self.other:
            name = first = " ".join(heading.split()) or "No heading"
            number = 1
            while name in found:
                number += 1
                name = f"{first} ({number})"
            found[name] = text
        return tuple(found.items())

    def place_of(self, name: str) -> Place:
        """Where a field ("target", "owner", "progress" …) stands; the action's own cell when it has none."""
        return dict(self.cells).get(name, self.place)
