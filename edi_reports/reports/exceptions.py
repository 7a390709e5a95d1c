"""Exceptions: what a committee should look at, the most pressing with all that it asks of each, the rest in brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from edi_reports.model.plan import RatedAction
from edi_reports.model.rag import EXCEPTIONS
from edi_reports.reports.parts import Cell, Column, Heading, Paragraph, Part, Table
from edi_reports.reports.share import Share
from edi_reports.reports.wording import (
    all_or_so_many,
    beside_its_rag,
    listed,
    one_line,
    one_or_several,
    owners_in_words,
    shortened,
    so_many,
    target_in_words,
    who_answers,
)

MOST_IN_BRIEF = 30
"""Exceptions in brief, about a page and a half; of more than these the paper only says how many there are."""

FEW, LONGEST_OF_FEW, LONGEST_OF_MANY = 6, 400, 200
"""Characters of an action or update in full: where there are few exceptions, and where there are more."""

_FIRST_WORDS = 80
_ORDER = "Red first, then Amber, then Not rated; the longest overdue or next due first"
_IN_BRIEF = (
    Column("Ref", 1.2),
    Column("RAG", 1.5),
    Column("Action", 7.4),
    Column("Owner", 4.2),
    Column("Reason", 3.5),
)


def exceptions_of(share: Share) -> tuple[Part, ...]:
    """The section on what is Red, Amber or Not rated, in this order, the longest overdue first.

    As many as the committee wants in full are shown with target and update, the others in a line or two each.
    """
    ordered, most_in_full = most_overdue_first(share.actions), share.committee.exceptions_in_full
    found = [each for rag in EXCEPTIONS for each in ordered if each.rating.rag is rag]
    if not found:
        return Heading("Exceptions"), Paragraph("No action is Red, Amber or Not rated.")
    in_full, others = found[:most_in_full], found[most_in_full:]
    longest = LONGEST_OF_FEW if len(found) <= FEW else LONGEST_OF_MANY
    return (
        Heading("Exceptions"),
        Paragraph(" ".join(_in_words(found, in_full, longest, share.plans))),
        *((_table_in_full(in_full, longest),) if in_full else ()),
        *((_table_in_brief(others, further=bool(in_full)),) if others else ()),
    )


def most_overdue_first(actions: Iterable[RatedAction]) -> list[RatedAction]:
    """Actions with the longest overdue first; the plan's order where days are equal or not known."""
    return sorted(actions, key=lambda each: (each.rating.days is None, -(each.rating.days or 0)))


# In words


def _in_words(found: Sequence[RatedAction], in_full: Sequence[RatedAction], longest: int, plans: int) -> Iterable[str]:
    rags = Counter(each.rating.rag for each in found)
    told = [(rags[rag], f"is {rag.word}", f"are {rag.word}") for rag in EXCEPTIONS]
    yield f"{all_or_so_many(len(found), 'exception', told)}."
    if len(in_full) < len(found):
        yield f"To keep the paper short {_how_shown(len(in_full), found[len(in_full) + MOST_IN_BRIEF :])}."
    if not any(each.action.update for each in found):
        holds = one_or_several(plans, "The plan holds", "The plans hold")
        yield f"{holds} no update for {({1: 'it', 2: 'either of them'}).get(len(found), 'any of them')}."
    if any(len(text or "") > longest for each in in_full for text in (each.action.text, each.action.update)):
        yield "Texts that end in “…” go on in the tracker."


def _how_shown(in_full: int, left: Sequence[RatedAction]) -> str:
    """How the exceptions are shown, of which so many are in full, and where those are that the paper leaves out."""
    others = f"the {'next' if in_full else 'first'} {MOST_IN_BRIEF}" if left else "the others" if in_full else "all"
    first = so_many(in_full, "most pressing is shown in full", "most pressing are shown in full")
    told = f"the {first} and {others} in brief" if in_full else f"{others} are shown in brief"
    if not left:
        return told
    rags = Counter(each.rating.rag for each in left)
    counts = listed([f"{rags[rag]:,} {rag.word}" for rag in EXCEPTIONS if rags[rag]])
    return f"{told}; {so_many(len(left), 'more is', 'more are')} in the tracker alone ({counts})"


# Tables


def _table_in_full(actions: Sequence[RatedAction], longest: int) -> Table:
    updated = any(each.action.update for each in actions)
    columns = (
        Column("Ref", 1.2),
        Column("RAG", 1.6),
        Column("Action and latest update" if updated else "Action", 5.9),
        Column("Owner", 3.5),
        Column("Target", 2.3),
        Column("Reason", 3.3),
    )
    return Table(f"Exceptions: {_ORDER}", columns, tuple(_row(each, longest, updated) for each in actions))


def _row(each: RatedAction, longest: int, updated: bool) -> tuple[Cell, ...]:
    action, rating = each.action, each.rating
    text = shortened(action.text, longest)
    if updated:
        text = f"{text}\nLatest update: {shortened(action.update or 'none given', longest)}"
    owners = "; ".join(owners_in_words(action.owners))
    return action.ref, rating.rag, text, owners, target_in_words(action.target), beside_its_rag(rating)


def _table_in_brief(others: Sequence[RatedAction], *, further: bool) -> Table:
    caption = "Further exceptions in brief, in the same order" if further else f"Exceptions in brief: {_ORDER}"
    return Table(caption, _IN_BRIEF, tuple(map(_row_in_brief, others[:MOST_IN_BRIEF])))


def _row_in_brief(each: RatedAction) -> tuple[Cell, ...]:
    action = each.action
    words, owner = one_line(action.text, _FIRST_WORDS), who_answers(action.owners)
    return action.ref, each.rating.rag, words, owner, beside_its_rag(each.rating).partition(" (")[0]
