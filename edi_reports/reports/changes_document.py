"""What changed as the JSON document `edi-reports/changes/1`, a public interface: keys are never renamed or dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from edi_reports.model.action import Action
from edi_reports.model.change import (
    Audit,
    Change,
    ChangedAction,
    ChangedField,
    IfSame,
    Interlude,
    Match,
    Parting,
    PlanChanges,
    cell_of,
)
from edi_reports.model.plan import Redating, Source
from edi_reports.reports.change_fates import Fates
from edi_reports.reports.change_references import renumbered
from edi_reports.reports.change_taken_back import TakenBack, taken_back

SCHEMA = "edi-reports/changes/1"

Document = dict[str, Any]


def compose_changes_document(changes: PlanChanges) -> Document:
    """Compose the document of two versions: an unknown is null, actions come in the order of the plan."""
    fates = Fates.of(changes)
    return {
        "schema": SCHEMA,
        "old": _source(changes.old, changes.titles[0]),
        "new": _source(changes.new, changes.titles[1]),
        "added": [_added(action, fates) for action in changes.added],
        "removed": [_removed(action, fates) for action in changes.removed],
        "changed": [_changed(each) for each in changes.changed],
        "moved": [_pair(match) for match in changes.moved],
        "uncertain": [_uncertain(each) for each in changes.if_same],
        "unchanged": len(changes.unchanged),
        "split_or_merged": [_parting(parting) for parting in changes.partings],
        "same_meaning": [_changed(each) for each in changes.restated],
        "further_columns": [
            {**_pair(each.match), "column": each.column, "old": each.old or None, "new": each.new or None}
            for each in changes.further
        ],
        "renumbered": [_pair(match) for match in renumbered(changes)],
        "not_compared": list(changes.not_compared),
    }


def compose_audit_document(audit: Audit) -> Document:
    """Compose the document of two or more versions: first against last, the steps between, and every re-dating."""
    return {
        **compose_changes_document(audit.whole),
        "steps": [compose_changes_document(step) for step in audit.steps] if len(audit.steps) > 1 else [],
        "redated": [_redated(action, redating) for action, redating in audit.redated],
        "taken_back": [_taken_back(each) for each in taken_back(audit.steps)],
        "in_between": [_interlude(each) for each in audit.interludes],
    }


def _source(source: Source, title: str) -> Document:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "saved_by": source.saved_by,
        "saved_at": source.saved_at,
        "title": title or None,
    }


def _place(action: Action) -> Document:
    return {"sheet": action.place.sheet, "row": action.place.row}


def _added(action: Action, fates: Fates) -> Document:
    return {"ref": action.ref, **_place(action), "action": action.text, "how": fates.of_added(action)}


def _removed(action: Action, fates: Fates) -> Document:
    state = "cancelled" if action.cancelled else action.progress.state.value
    return {
        "ref": action.ref,
        **_place(action),
        "action": action.text,
        "state": state,
        "how": fates.of_left(action),
    }


def _pair(match: Match) -> Document:
    return {"ref": match.old.ref, "new_ref": match.new.ref, **_places(match)}


def _places(match: Match) -> Document:
    old, new = match.old.place, match.new.place
    return {"old_sheet": old.sheet, "old_row": old.row, "new_sheet": new.sheet, "new_row": new.row}


def _changed(each: ChangedAction) -> Document:
    return {
        **_pair(each.match),
        "certain": each.match.certain,
        "likeness": each.match.likeness,
        "changes": [_change(change, each.match) for change in each.changes],
    }


def _change(change: Change, match: Match) -> Document:
    plain = _PLAIN.get(change.field)
    old, new = (plain(match.old), plain(match.new)) if plain else (change.old, change.new)
    if old == new:
        old, new = change.old, change.new
    return {
        "field": change.field.value,
        "old": old or None,
        "new": new or None,
        "effect": change.effect,
        "old_cell": cell_of(match.old, change.field) or None,
        "new_cell": cell_of(match.new, change.field) or None,
        **(_dues(match) if change.field is ChangedField.TARGET else {}),
    }


def _dues(match: Match) -> Document:
    """The days that a change of a target is about, which its words need not say."""
    old, new = match.old.target.due, match.new.target.due
    return {"old_due": old.isoformat() if old else None, "new_due": new.isoformat() if new else None}


_PLAIN: dict[ChangedField, Callable[[Action], str]] = {
    ChangedField.PROGRESS: lambda action: "cancelled" if action.cancelled else action.progress.state.value,
    ChangedField.STATED_RAG: lambda action: action.stated_rag.value if action.stated_rag else "",
}


def _uncertain(each: IfSame) -> Document:
    match = each.match
    return {
        "old_ref": match.old.ref,
        **_places(match),
        "likeness": match.likeness,
        "why": match.why,
        "old_action": match.old.text,
        "new_action": match.new.text,
        "if_same": [
            *(_change(change, match) for change in each.changes),
            *({"column": more.column, "old": more.old or None, "new": more.new or None} for more in each.further),
        ],
    }


def _parting(parting: Parting) -> Document:
    return {
        "kind": parting.kind.value,
        "whole": {"ref": parting.whole.ref, **_place(parting.whole)},
        "parts": [{"ref": part.ref, **_place(part)} for part in parting.parts],
    }


def _taken_back(each: TakenBack) -> Document:
    return {"version": each.version, **_pair(each.match), **_change(each.change, each.match)}


def _interlude(each: Interlude) -> Document:
    """What the first and the last version do not show, with the workbooks that took the action out and put it in."""
    return {
        "ref": each.action.ref,
        "action": each.action.text,
        "left": each.left,
        "came": each.came,
        "came_back": each.came_back,
    }


def _redated(action: Action, redating: Redating) -> Document:
    return {
        "ref": action.ref,
        "first_due": redating.first_due.isoformat(),
        "moves": [{"version": version, "due": due.isoformat()} for version, due in redating.moves],
        "days": redating.days,
    }
