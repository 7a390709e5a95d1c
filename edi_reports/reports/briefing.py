"""A page for one owner: what is yours, what is late or due soon, what we need from you."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from edi_reports.model.action import ProgressState
from edi_reports.model.owner import Part as OwnersPart
from edi_reports.model.period import long_date
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import TargetKind
from edi_reports.reports.exceptions import most_overdue_first
from edi_reports.reports.long_refs import is_long, with_room_for_refs
from edi_reports.reports.parts import Bullets, Cell, Column, Document, Heading, Paragraph, Part, Table
from edi_reports.reports.wording import (
    as_heading,
    beside_its_rag,
    few,
    how_many,
    listed,
    one_line,
    refs,
    so_many,
    target_in_words,
)

MOST_ROWS, MOST_OF_LONG_REFS = 13, 6
"""Rows that fit on the page in all; what is late or due soon goes first, and what is left out is named.

A long ref takes a line of its own.
"""

_FIRST_WORDS = 75
_ROOM = 20, 100
"""How many refs a sentence names at most, and in how many characters."""

_URGENT = (Rag.RED, Rag.AMBER)
_UNDECIDED = (TargetKind.UNDECIDED, TargetKind.AMBIGUOUS, TargetKind.UNREADABLE, TargetKind.BLANK)
_REF, _RAG, _ACTION, _PART = Column("Ref", 1.2), Column("RAG", 1.6), Column("Action", 7), Column("Your part", 1.7)
_TARGET, _REASON = Column("Target", 2.6), Column("Reason", 3.8)


def compose_briefing(rated: RatedPlan, owner: str) -> Document:
    """The briefing for the owner of that name, as lead or support; one who owns nothing is told that."""
    mine = tuple(each for each in rated.actions if _part(each, owner) is not None and not each.action.cancelled)
    return Document(
        title=f"Your actions in the {as_heading(rated.plan.title) or 'EDI action plan'}",
        subject=f"Briefing for: {owner}",
        author="",
        as_at=rated.as_at,
        parts=with_room_for_refs(
            (
                Heading("What is yours"),
                Paragraph(_in_words(rated, mine, owner), numbered=False),
                *_sections(mine, owner),
            )
        ),
    )


def owners_to_brief(rated: RatedPlan) -> dict[str, RatedPlan]:
    """All who own an open action, in the order in which the plan names them, each with the plan of its actions."""
    open_actions = (each.action for each in rated.actions if not _is_closed(each))
    owned: dict[str, list[RatedAction]] = {owner.name: [] for action in open_actions for owner in action.owners}
    for each in rated.actions:
        for name in {owner.name for owner in each.action.owners} & owned.keys():
            owned[name].append(each)
    return {name: replace(rated, actions=tuple(actions)) for name, actions in owned.items()}


def _sections(mine: tuple[RatedAction, ...], owner: str) -> tuple[Part, ...]:
    if not mine:
        return ()
    ordered = most_overdue_first(mine)
    urgent = [each for rag in _URGENT for each in ordered if each.rating.rag is rag]
    rest = [each for each in ordered if each.rating.rag not in _URGENT and not _is_closed(each)]
    most = MOST_OF_LONG_REFS if any(map(is_long, refs(mine))) else MOST_ROWS
    left = max(most - len(urgent), 0)
    return (
        Heading("Late or due soon"),
        *_listed("Late first, then what is due soon or should have started", urgent, owner, most),
        Heading("What we need from you"),
        Bullets(_needs(mine)),
        Heading("What else is open"),
        *_listed("Next due first", rest, owner, left),
    )


def _in_words(rated: RatedPlan, mine: tuple[RatedAction, ...], owner: str) -> str:
    as_at = f"As at {long_date(rated.as_at)}"
    if not mine:
        return f"{as_at}, no action of the plan names {owner} as an owner."
    leads = sum(_part(each, owner) is OwnersPart.LEAD for each in mine)
    rated_so = Counter(each.rating.rag for each in mine)
    counts = [so_many(rated_so[rag], f"is {rag.word}", f"are {rag.word}") for rag in Rag if rated_so[rag]]
    return f"{as_at}, you lead {how_many(leads, 'action')} and support {len(mine) - leads or 'none'}: {listed(counts)}."


def _listed(caption: str, actions: Sequence[RatedAction], owner: str, most: int) -> tuple[Part, ...]:
    """A table of the first `most` actions, after a sentence that names the others, or says that there are none."""
    if not actions:
        return (Paragraph("None of your actions.", numbered=False),)
    shown, others = actions[:most], refs(actions[most:])
    told = (Paragraph(f"Without room here: {few(others, *_ROOM)}.", numbered=False),) if others else ()
    return *told, *((_table(caption, shown, owner),) if shown else ())


def _table(caption: str, actions: Sequence[RatedAction], owner: str) -> Table:
    """The actions, with the owner's part in each where it does not lead them all."""
    parts = [_part(each, owner) for each in actions]
    told = [] if set(parts) == {OwnersPart.LEAD} else [_PART]
    words = [("Lead" if part is OwnersPart.LEAD else "Support",) if told else () for part in parts]
    rows = tuple(_row(each, part) for each, part in zip(actions, words, strict=True))
    return Table(caption, (_REF, _RAG, _ACTION, *told, _TARGET, _REASON), rows)


def _row(each: RatedAction, part: tuple[str, ...]) -> tuple[Cell, ...]:
    words, target = one_line(each.action.text, _FIRST_WORDS), target_in_words(each.action.target)
    return each.action.ref, each.rating.rag, words, *part, target, beside_its_rag(each.rating)


def _needs(mine: tuple[RatedAction, ...]) -> tuple[str, ...]:
    found = (
        (words, refs(each for each in mine if not _is_closed(each) and applies(each))) for words, applies in _NEEDS
    )
    needs = tuple(f"{words}: {few(some, *_ROOM)}." for words, some in found if some)
    return needs or ("Nothing beyond your usual update.",)


_NEEDS: tuple[tuple[str, Callable[[RatedAction], bool]], ...] = (
    (
        "Say what is left to do and by when, or propose a new date with the reason",
        lambda each: each.rating.rag is Rag.RED,
    ),
    ("Say what would keep it on time", lambda each: each.rating.rag is Rag.AMBER),
    ("Agree a target date", lambda each: each.action.target.kind in _UNDECIDED),
    ("Say whether it has started", lambda each: each.action.progress.state is ProgressState.NOT_STATED),
    ("Send the evidence for closure", lambda each: each.action.progress.state is ProgressState.PROPOSED_FOR_CLOSURE),
)


def _part(each: RatedAction, owner: str) -> OwnersPart | None:
    return next((found.part for found in each.action.owners if found.name == owner), None)


def _is_closed(each: RatedAction) -> bool:
    return each.action.cancelled or each.action.progress.state is ProgressState.COMPLETED
