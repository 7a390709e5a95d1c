"""What became of actions that left, and where actions that came are from, where the versions themselves say."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from msgspec import Struct

from edi_reports.model.action import Action
from edi_reports.model.change import PartingKind, PlanChanges
from edi_reports.model.place import Place
from edi_reports.reports.change_words import is_accounted_for, leaving_in_words


class Fates(Struct, frozen=True):
    """Which other action one that left was merged into, or one that came was split from, or either is a copy of.

    The others are named by their refs, those that left or came are known by their places.
    """

    merged: Mapping[Place, str]
    split: Mapping[Place, str]
    copies_left: Mapping[Place, str]
    copies_added: Mapping[Place, str]

    @classmethod
    def of(cls, changes: PlanChanges) -> Fates:
        """The fates that splits, mergers and copies of actions that stay account for."""
        merged, split = (
            {part.place: _named(each.whole) for each in changes.partings if each.kind is kind for part in each.parts}
            for kind in (PartingKind.MERGED, PartingKind.SPLIT)
        )
        return cls(
            merged,
            split,
            _copies(changes.removed, (match.new for match in changes.matched)),
            _copies(changes.added, (match.old for match in changes.matched)),
        )

    def of_left(self, action: Action) -> str:
        """How an action left: "left while in progress", "merged into 3.02 (row 14)"."""
        if action.place in self.merged:
            return f"merged into {self.merged[action.place]}"
        return _copy_of(self.copies_left.get(action.place)) or leaving_in_words(action)

    def of_added(self, action: Action) -> str:
        """How an action came: "new", "split from 3.02 (row 14)"."""
        if action.place in self.split:
            return f"split from {self.split[action.place]}"
        return _copy_of(self.copies_added.get(action.place)) or "new"

    def is_new(self, action: Action) -> bool:
        """Whether an action that came is neither part nor copy of one that was there."""
        return action.place not in self.split and action.place not in self.copies_added

    def is_gone(self, action: Action) -> bool:
        """Whether an action that left is neither part nor copy of one that stays."""
        return action.place not in self.merged and action.place not in self.copies_left

    def accounts_for(self, action: Action) -> bool:
        """Whether it is said why an action left."""
        return is_accounted_for(action) or not self.is_gone(action)


def _copies(actions: Iterable[Action], stay: Iterable[Action]) -> dict[Place, str]:
    """The ref of the action of those that `stay` of which each of the `actions` is a copy."""
    copies = tuple(actions)
    texts = {action.text for action in copies}
    refs = {_in_full(action): action.ref for action in stay if action.text in texts} if texts else {}
    return {action.place: refs[_in_full(action)] for action in copies if _in_full(action) in refs}


def _copy_of(ref: str | None) -> str:
    return f"a copy of {ref}, which stays" if ref else ""


def _named(whole: Action) -> str:
    return f"{whole.ref} (row {whole.place.row})"


def _in_full(action: Action) -> Hashable:
    """What two rows have in common that say the same twice."""
    return action.text, str(action.group), action.owners, action.target.as_written
