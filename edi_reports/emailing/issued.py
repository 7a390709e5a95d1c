"""An issued month, read back: nothing passes that is not byte for byte what its manifest says was issued."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from edi_reports.emailing.draft import Attachment
from edi_reports.model.action import ProgressState
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.rag import Rag

MANIFEST = "manifest.json"
PLAN = "plan.json"


@dataclass(frozen=True, slots=True)
class IssuedAction:
    """An action as the month's plan.json has it: what its owners and committees need to see."""

    ref: str
    text: str
    rag: Rag
    reason: str
    due: date | None
    state: ProgressState
    leads: tuple[str, ...]
    supporters: tuple[str, ...]
    committees: tuple[str, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """All who lead or support it."""
        return (*self.leads, *self.supporters)


@dataclass(frozen=True, slots=True)
class IssuedMonth:
    """A month as issued: its folder, the SHA-256 of each of its files by name, and the rated plan in it."""

    month: ReportingMonth
    folder: Path
    hashes: Mapping[str, str]
    as_at: date
    workbook: str
    actions: tuple[IssuedAction, ...]

    def file(self, name: str) -> Attachment | Finding:
        """A file of the month, or the finding that says why it may not be used."""
        return _issued_file(self.folder, self.hashes, name)


def read_issued(output: Path, month: ReportingMonth) -> IssuedMonth:
    """Read an issued month of an output folder.

    Raises CannotContinue when the month was not issued, or its manifest or plan.json is not as it was written.
    """
    folder = output / month.folder
    hashes = _hashes(folder)
    plan = _issued_file(folder, hashes, PLAN)
    if isinstance(plan, Finding):
        raise CannotContinue(plan)
    document = json.loads(plan.data)
    rated = (action for action in document["actions"] if action["rag"])
    actions = tuple(_action(action) for action in rated)
    as_at = date.fromisoformat(document["as_at"])
    return IssuedMonth(month, folder, hashes, as_at, document["workbook"]["name"], actions)


def _hashes(folder: Path) -> dict[str, str]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        return {output["name"]: output["sha256"] for output in manifest["outputs"]}
    except OSError as error:
        raise cannot_continue("not-issued", folder=folder) from error
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise cannot_continue("issue-damaged", Place(f"{folder.name}/{MANIFEST}")) from error


def _issued_file(folder: Path, hashes: Mapping[str, str], name: str) -> Attachment | Finding:
    place = Place(f"{folder.name}/{name}")
    if name not in hashes:
        return finding("not-in-issue", place, file=name)
    try:
        file = Attachment(name, (folder / name).read_bytes())
    except OSError:
        return finding("issued-file-missing", place, file=name)
    return file if file.sha256 == hashes[name] else finding("issued-file-changed", place, file=name)


def _action(action: Mapping[str, Any]) -> IssuedAction:
    due = action["target"]["due"]
    return IssuedAction(
        ref=action["ref"],
        text=action["action"],
        rag=Rag(action["rag"]),
        reason=action["reason"],
        due=date.fromisoformat(due) if due else None,
        state=ProgressState(action["progress"]["state"]),
        leads=_owners(action, "lead"),
        supporters=_owners(action, "support"),
        committees=tuple(action["committees"]),
    )


def _owners(action: Mapping[str, Any], part: str) -> tuple[str, ...]:
    return tuple(owner["name"] for owner in action["owners"] if owner["part"] == part)
