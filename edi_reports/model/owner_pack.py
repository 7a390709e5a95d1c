"""Owner packs: what is sent to one owner to be filled in, what comes back, and what that proposes for the plan.

A pack is a workbook with the custom document property `PROPERTY` = `VERSION`. On its sheet `ACTIONS` each row is an
action of that owner; progress and update may be changed, the rest is protected. Hidden columns keep what was sent and a
fingerprint of it, so that a row is known again wherever it has been moved.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum

from msgspec import Struct

from edi_reports.model.finding import Finding
from edi_reports.model.place import Place

PROPERTY = "edi_reports_pack"
VERSION = "owner-pack/1"
ABOUT = "About this pack"
ACTIONS = "Your actions"
OWNER_LABEL = "Owner"
MOST_CHARACTERS = 15_000


class PackHeading(StrEnum):
    """The headings of a pack: what the owner sees, then the hidden ones."""

    REF = "Ref"
    ACTION = "Action"
    PART = "Your part"
    TARGET = "Target"
    RAG = "RAG"
    REASON = "Reason"
    PROGRESS = "Progress"
    UPDATE = "Update"
    SENT_REF = "Sent: ref"
    SENT_PROGRESS = "Sent: progress"
    SENT_UPDATE = "Sent: update"
    FINGERPRINT = "Fingerprint"


def sendable(text: str) -> str:
    """The text as it comes back from a workbook unchanged: without what cannot be printed, and not too long."""
    kept = "".join(letter if letter.isprintable() or letter in "\n\u200d\ufe0f" else " " for letter in text)
    return kept[:MOST_CHARACTERS]


def fingerprint(ref: str, action: str, progress: str, update: str) -> str:
    """A short name for what was sent in a row; spaces and what cannot be printed do not count."""
    sent = "\x1f".join(map(comparable, (ref, action, progress, update)))
    return hashlib.sha256(sent.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def comparable(text: str) -> str:
    """The text as far as it survives a workbook: its printable characters, with spaces in between."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


class ReturnedRow(Struct, frozen=True):
    """A row as it came back: what was sent, what stands there now, and where."""

    ref: str
    action: str
    sent_progress: str
    sent_update: str
    progress: str
    update: str
    progress_place: Place
    update_place: Place


class ReturnedPack(Struct, frozen=True):
    """A pack that came back, with the rows that could be trusted and findings about those that could not."""

    file: str
    owner: str
    rows: tuple[ReturnedRow, ...]
    findings: tuple[Finding, ...] = ()


class Verdict(StrEnum):
    """What a returned value means for the plan as it is now."""

    APPLY = "To apply"
    ALREADY = "Already in the plan"
    CONFLICT = "Conflict"
    GONE = "Not in the plan any more"


class Proposal(Struct, frozen=True):
    """A value that an owner changed: as sent, as returned, and as the plan has it now, with the cells of both."""

    owner: str
    ref: str
    action: str
    field: str
    sent: str
    returned: str
    now: str
    verdict: Verdict
    why: str
    plan_cell: Place | None
    pack_cell: Place


class Reply(Struct, frozen=True):
    """An owner who replied: in which file, and how many actions and changes it holds."""

    owner: str
    file: str
    actions: int
    changes: int


class Returns(Struct, frozen=True):
    """All that came back: proposals in the order of the plan, who replied, and who owns open actions but did not."""

    proposals: tuple[Proposal, ...]
    replies: tuple[Reply, ...]
    silent: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def conflicts(self) -> int:
        """How many of the changes are in conflict with the plan as it is now, or with one another."""
        return sum(each.verdict is Verdict.CONFLICT for each in self.proposals)
