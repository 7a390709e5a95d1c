"""What differs between versions of a plan."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from edi_reports.model.action import Action
from edi_reports.model.place import Place
from edi_reports.model.plan import Redating, Source

REWRITTEN = "first date"
"""What the effect of a change names when the date is another from which slippage is told."""
FILL_ONLY = "fill-only"
"""What the effect of a change says when a colour changed and no word did."""


class ChangedField(StrEnum):
    """The fields that are compared."""

    ACTION = "action"
    OWNERS = "owners"
    TARGET = "target"
    FRAMEWORKS = "frameworks"
    PROGRESS = "progress"
    STATED_RAG = "stated_rag"
    UPDATE = "update"
    GROUP = "group"


_CELLS = {ChangedField.OWNERS: "owner"}
"""What the cell of a field is called where that is not the name of the field."""


def cell_of(action: Action, field: ChangedField) -> str:
    """The address of the cell that tells a field of an action; empty where it has none, as a group seldom has."""
    places = dict(action.cells)
    name = _CELLS.get(field, field.value)
    return (places[name].cell or "") if name in places else ""


class Mark(StrEnum):
    """Whether a stretch of text stands in both versions, only in the old, or only in the new."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class MarkedText(Struct, frozen=True):
    """A stretch of text with its mark.

    The kept and removed stretches make the old text, the kept and added ones the new, runs of spaces aside.
    """

    text: str
    mark: Mark

    @property
    def words(self) -> str:
        """The stretch with its mark said in words: "[removed: Careers]"."""
        return self.text if self.mark is Mark.KEPT else f"[{self.mark.value}: {self.text}]"


class Change(Struct, frozen=True):
    """One field that differs: the old and new value as a reader would see them, and the effect in words."""

    field: ChangedField
    old: str
    new: str
    effect: str = ""

    @property
    def fill_only(self) -> bool:
        """Whether a colour changed and no word did."""
        return self.field is ChangedField.PROGRESS and FILL_ONLY in self.effect


class Match(Struct, frozen=True):
    """An action of the old plan and the same action in the new: likeness 0 to 1, and whether that is certain."""

    old: Action
    new: Action
    likeness: float
    certain: bool
    why: str = ""


class Decision(Struct, frozen=True):
    """What a person decided about an uncertain pair: the texts of both actions, and whether they are the same one."""

    old: str
    new: str
    same: bool


class PartingKind(StrEnum):
    """Whether one action became several, or several became one."""

    SPLIT = "split"
    MERGED = "merged"


class Parting(Struct, frozen=True):
    """An action that was split into parts, or that parts were merged into.

    `whole` is of the old plan for a split and of the new plan for a merger; the `parts` are of the other plan.
    """

    kind: PartingKind
    whole: Action
    parts: tuple[Action, ...]


class Matching(Struct, frozen=True):
    """Which action of one version is which of the other. Every counted action of both stands in exactly one place.

    `matches` are certain; `uncertain` are pairs that a person has to decide. `partings` only comment on the rest.
    """

    matches: tuple[Match, ...]
    uncertain: tuple[Match, ...]
    removed: tuple[Action, ...]
    added: tuple[Action, ...]
    partings: tuple[Parting, ...] = ()


class ChangedAction(Struct, frozen=True):
    """A matched action and the fields in which it differs."""

    match: Match
    changes: tuple[Change, ...]


class FurtherChange(Struct, frozen=True):
    """What a column for which there is no field said of a matched action, and says now."""

    match: Match
    column: str
    old: str
    new: str


class IfSame(Struct, frozen=True):
    """What beside the text of an uncertain pair changed, if a person decides that the two are one action."""

    match: Match
    changes: tuple[Change, ...]
    further: tuple[FurtherChange, ...]


class PlanChanges(Struct, frozen=True):
    """All that differs between two versions of a plan. Every action of both sides stands in exactly one place.

    `moved` are pairs that differ only in where they stand; `uncertain` are pairs that a person has to decide.
    `unchanged` counts the pairs without any difference. `titles` are the old plan's and the new plan's.
    Beside that account stand `partings` (actions split or merged), `restated`: what is written differently and means
    the same, such as another spelling of an owner, `further`: changes in columns for which there is no field, and
    `if_same`: what changed in each uncertain pair if it is one action.
    """

    old: Source
    new: Source
    added: tuple[Action, ...]
    removed: tuple[Action, ...]
    changed: tuple[ChangedAction, ...]
    moved: tuple[Match, ...]
    uncertain: tuple[Match, ...]
    unchanged: tuple[Match, ...]
    not_compared: tuple[str, ...] = ()
    partings: tuple[Parting, ...] = ()
    restated: tuple[ChangedAction, ...] = ()
    titles: tuple[str, str] = ("", "")
    further: tuple[FurtherChange, ...] = ()
    if_same: tuple[IfSame, ...] = ()

    @property
    def matched(self) -> tuple[Match, ...]:
        """Every pair of an old and a new action that is certain."""
        return (*(each.match for each in self.changed), *self.moved, *self.unchanged)

    @property
    def changed_elsewhere(self) -> frozenset[Place]:
        """Where in the new plan those pairs stand that differ in columns without a field, and in no field."""
        in_fields = {each.match.new.place for each in self.changed}
        return frozenset(each.match.new.place for each in self.further) - in_fields

    @property
    def differ(self) -> bool:
        """Whether the versions differ in anything that was compared."""
        return bool(self.added or self.removed or self.changed or self.moved or self.uncertain or self.further)


class Interlude(Struct, frozen=True):
    """An action that left and came back, or came and left again, so that the first and the last version do not show it.

    `left` and `came` are the names of the workbooks that are the first without it and the first with it.
    """

    action: Action
    left: str
    came: str
    came_back: bool

    @property
    def words(self) -> str:
        """What happened: "left in “July.xlsx”, came back in “October.xlsx”"."""
        left, came = f"left in “{self.left}”", f"in “{self.came}”"
        return f"{left}, came back {came}" if self.came_back else f"came {came}, {left}"


class Audit(Struct, frozen=True):
    """Two or more versions compared: the first with the last, and each with the next.

    `redated` are the actions of the last version whose due day was ever moved, with every move by the name of the
    workbook that made it; most days first. `interludes` are what only the versions between the first and the last show.
    """

    whole: PlanChanges
    steps: tuple[PlanChanges, ...]
    redated: tuple[tuple[Action, Redating], ...]
    interludes: tuple[Interlude, ...] = ()
