"""A rated plan as the JSON document `edi-reports/plan/1`, a public interface: keys are never renamed or dropped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from edi_reports.model.action import Action, Group
from edi_reports.model.finding import Finding
from edi_reports.model.period import Period
from edi_reports.model.plan import ActionPlan, RatedAction, RatedPlan, Unplaced
from edi_reports.model.raw import Tally
from edi_reports.model.target import Target

SCHEMA = "edi-reports/plan/1"


def compose_plan_document(rated: RatedPlan, tally: Tally | None = None) -> dict[str, Any]:
    """Compose the document: dates as YYYY-MM-DD, an unknown as null, actions in the order of the workbook."""
    streamed = stream_plan_document(rated, tally)
    return {key: list(value) if isinstance(value, Iterator) else value for key, value in streamed.items()}


def stream_plan_document(rated: RatedPlan, tally: Tally | None = None) -> dict[str, Any]:
    """Compose the same document with its lists as iterators, to be written action by action."""
    ratings = {id(rated_action.action): rated_action for rated_action in rated.actions}
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "workbook": _workbook(rated.plan),
        "as_at": rated.as_at.isoformat(),
        "rules_version": rated.rules_version,
        "actions": (_action(action, ratings.get(id(action))) for action in rated.plan.actions),
        "retired_refs": list(rated.plan.retired_refs),
        "unplaced": map(_unplaced, rated.plan.unplaced),
        "findings": map(finding_document, rated.findings),
    }
    if tally is not None:
        parts = ("cells", "title", "key", "heading", "group", "action", "unplaced")
        document["tally"] = {part: getattr(tally, part) for part in parts}
    return document


def finding_document(found: Finding) -> dict[str, Any]:
    """Compose one finding."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "sheet": (found.place.sheet or None) if found.place else None,
        "cell": found.place.cell if found.place else None,
        "ref": found.ref,
        "message": found.message,
        "remedy": found.remedy,
    }


def _workbook(plan: ActionPlan) -> dict[str, Any]:
    source = plan.source
    return {
        "name": source.name,
        "sha256": source.sha256,
        "title": plan.title,
        "period": _period(plan.period),
        "saved_by": source.saved_by,
        "saved_at": source.saved_at,
    }


def _period(period: Period | None) -> dict[str, str] | None:
    return {"start": period.start.isoformat(), "due": period.due.isoformat()} if period else None


def _action(action: Action, rated: RatedAction | None) -> dict[str, Any]:
    return {
        "ref": action.ref,
        "sheet": action.place.sheet,
        "row": action.place.row,
        "group": _group(action.group),
        "action": action.text,
        "owners": [
            {"name": owner.name, "part": owner.part.value, "as_written": owner.as_written} for owner in action.owners
        ],
        "target": _target(action.target),
        "frameworks": [str(framework) for framework in action.frameworks],
        "progress": {
            "state": action.progress.state.value,
            "from": action.progress.source.value,
            "as_written": action.progress.as_written,
        },
        "stated_rag": action.stated_rag.value if action.stated_rag else None,
        "rag": rated.rating.rag.value if rated else None,
        "reason": rated.rating.reason if rated else None,
        "committees": list(rated.committees) if rated else [],
        "update": action.update,
        "other": dict(action.other),
        "pointer_to": action.pointer_to,
        "context": action.context,
        "cancelled": action.cancelled,
        "committee": action.committee,
        "cells": {name: place.cell for name, place in action.cells},
    }


def _group(group: Group | None) -> dict[str, Any] | None:
    return {"label": group.label, "title": group.title, "number": group.number} if group else None


def _target(target: Target) -> dict[str, Any]:
    return {
        "as_written": target.as_written,
        "kind": target.kind.value,
        "start": _iso(target.start),
        "due": _iso(target.due),
        "original_due": _iso(target.original_due),
        "assumed": list(target.assumed),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _unplaced(cell: Unplaced) -> dict[str, Any]:
    return {"sheet": cell.place.sheet, "cell": cell.place.cell, "text": cell.text, "why": cell.why}
