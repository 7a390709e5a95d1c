"""Exceptions: what a committee should look at, with all that it asks about each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from edi_reports.model.plan import RatedAction
from edi_reports.model.rag import EXCEPTIONS, Rag
from edi_reports.reports.parts import Cell, Column, Heading, Paragraph, Part, Table
from edi_reports.reports.wording import how_many, listed, one_line, owners_in_words, so_many, target_in_words

MOST_IN_FULL = 12
"""With more exceptions than this, actions are shown by their first words: a paper should be five pages or fewer."""

_FIRST_WORDS = 80


def exceptions_of(actions: tuple[RatedAction, ...]) -> tuple[Part, ...]:
    """The section on what is Red, Amber or Not rated, in this order, the longest overdue first."""
    ordered = most_overdue_first(actions)
    found = [each for rag in EXCEPTIONS for each in ordered if each.rating.rag is rag]
    if not found:
        return Heading("Exceptions"), Paragraph("No action is Red, Amber or Not rated.")
    updated = any(each.action.update for each in found)
    in_full = len(found) <= MOST_IN_FULL
    columns = (
        Column("Ref", 1.2),
        Column("RAG", 1.6),
        Column("Action and latest update" if updated else "Action", 5.5),
        Column("Owner", 4.1 if in_full else 3.6),
        Column("Target", 2.4),
        Column("Reason", 3 if in_full else 3.5),
    )
    caption = "Exceptions: Red first, then Amber, then Not rated; the longest overdue or next due first"
    rows = tuple(_row(each, in_full=in_full, updated=updated) for each in found)
    return Heading("Exceptions"), Paragraph(_in_words(found, updated)), Table(caption, columns, rows)


def most_overdue_first(actions: Iterable[RatedAction]) -> list[RatedAction]:
    """Actions with the longest overdue first; the plan's order where days are equal or not known."""
    return sorted(actions, key=lambda each: (each.rating.days is None, -(each.rating.days or 0)))


def _in_words(found: list[RatedAction], updated: bool) -> str:
    rags = Counter(each.rating.rag for each in found)
    counts = listed([so_many(rags[rag], f"is {rag.word}", f"are {rag.word}") for rag in EXCEPTIONS])
    sentences = [f"Of {how_many(len(found), 'exception')}, {counts}."]
    if len(found) > MOST_IN_FULL:
        sentences.append("To keep the paper short each is shown by its first words; the tracker has the whole.")
    if not updated:
        sentences.append(f"The plan holds no update for {'it' if len(found) == 1 else 'any of them'}.")
    return " ".join(sentences)


def _row(each: RatedAction, in_full: bool, updated: bool) -> tuple[Cell, ...]:
    action, rating = each.action, each.rating
    text = action.text if in_full else one_line(action.text, _FIRST_WORDS)
    if updated and (action.update or in_full):
        update = action.update or "none given"
        text = f"{text}\nLatest update: {update if in_full else one_line(update, _FIRST_WORDS)}"
    owners = "; ".join(owners_in_words(action.owners))
    reason = rating.reason if in_full else _shortened(rating.reason)
    return action.ref, rating.rag, text, owners, target_in_words(action.target), reason


def _shortened(reason: str) -> str:
    """A reason without the rating, which stands beside it."""
    told = reason.removeprefix(f"{Rag.NOT_RATED.word}: ")
    return f"{told[:1].upper()}{told[1:]}"
