"""The workbook that one owner fills in: its own actions, progress and update to be changed, all else protected."""

from __future__ import annotations

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.owner import Part
from edi_reports.model.owner_pack import (
    ABOUT,
    ACTIONS,
    OWNER_LABEL,
    PROPERTY,
    VERSION,
    PackHeading,
    fingerprint,
    sendable,
)
from edi_reports.model.period import long_date
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.reports.sheets import Column, Content, Look, Pair, Pairs, Sheet, Table, Workbook, ref_column
from edi_reports.reports.wording import beside_its_rag, target_in_words

_PROGRESS = tuple(state.words for state in ProgressState)
_COLUMNS = (
    Column(PackHeading.ACTION, 60),
    Column(PackHeading.PART, 11),
    Column(PackHeading.TARGET, 18),
    Column(PackHeading.RAG, 11, Look.RAG),
    Column(PackHeading.REASON, 30),
    Column(PackHeading.PROGRESS, 22, Look.ANSWER, choices=_PROGRESS, prompt="Choose how far it is."),
    Column(PackHeading.UPDATE, 50, Look.ANSWER, prompt="Write what was done and what is next."),
    Column(PackHeading.SENT_REF, 9, hidden=True),
    Column(PackHeading.SENT_PROGRESS, 22, hidden=True),
    Column(PackHeading.SENT_UPDATE, 50, hidden=True),
    Column(PackHeading.FINGERPRINT, 20, hidden=True),
)
_HOW = (
    "On the sheet Your actions, choose the progress of each action and write an update.",
    "Only these two columns can be changed; the rest is protected, so that your answers find their place.",
    "Save the workbook and send it back. Nothing is put into the plan before somebody has looked at it.",
)


def compose_owner_pack(rated: RatedPlan, owner: str) -> Workbook:
    """The pack of an owner: the actions it leads or supports, as the plan has them now."""
    mine = tuple(each for each in rated.actions if _part(each.action, owner) and not each.action.cancelled)
    columns = (ref_column((each.action.ref for each in mine), PackHeading.REF), *_COLUMNS)
    rows = tuple(_row(each, owner) for each in mine)
    title = f"Actions of {owner}"
    note = f"As at {long_date(rated.as_at)}. Please choose the progress and write an update for each action."
    return Workbook(
        title=title,
        subject=rated.plan.title,
        as_at=rated.as_at,
        sheets=(
            Sheet(
                ACTIONS, title, (Table("Your_actions", columns, rows),), (note,), frozen=2, printed=8, protected=True
            ),
            Sheet(ABOUT, "About this pack", (_about(rated, owner),)),
        ),
        properties=((PROPERTY, VERSION),),
    )


def _about(rated: RatedPlan, owner: str) -> Pairs:
    source = rated.plan.source
    facts = ((OWNER_LABEL, owner), ("As at", long_date(rated.as_at)), ("Plan", rated.plan.title or source.name))
    made_from = (("Workbook", source.name), ("SHA-256 of the workbook", source.sha256))
    how = (Pair("How to use it" if first else "", text) for first, text in zip((True, False, False), _HOW, strict=True))
    return Pairs("What this is", (*(Pair(*fact) for fact in (*facts, *made_from)), *how))


def _row(each: RatedAction, owner: str) -> tuple[Content, ...]:
    action, progress = each.action, each.action.progress.state.words
    ref, text, update = map(sendable, (action.ref, action.text, action.update or ""))
    shown = (
        ref,
        text,
        _part(action, owner),
        target_in_words(action.target),
        each.rating.rag.word,
        beside_its_rag(each.rating),
    )
    return (*shown, progress, update, ref, progress, update, fingerprint(ref, text, progress, update))


def _part(action: Action, owner: str) -> str | None:
    part = next((found.part for found in action.owners if found.name == owner), None)
    return None if part is None else "Lead" if part is Part.LEAD else "Support"
