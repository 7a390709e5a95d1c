"""Actions that stand word for word in two places, as on a summary for the board: each is kept, and that is told.

Nothing here decides that two rows are one action: one that is lost is worse than one that is counted twice and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from msgspec import Struct

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.model.target import TargetKind
from edi_reports.normalising.spelling import as_key, single_spaced

_LEAST_WORDS = 3
_MOST_CELLS = 12
_REPEATED, _OF_OTHERS = "action-repeated", "same-words-other-owner"


class _Repeat(Struct, frozen=True):
    """An action, the earlier one of the same words, and in what the two differ where both say something."""

    first: Action
    again: Action
    differ: tuple[str, ...]

    @property
    def kind(self) -> tuple[str, str, str]:
        """What is told together: repeats of one sheet on another, those of the same owners apart from the others."""
        code = _OF_OTHERS if "owner" in self.differ else _REPEATED
        return code, self.again.place.sheet, self.first.place.sheet


def check_repeats(actions: Sequence[Action]) -> Iterator[Finding]:
    """A finding for each two sheets of which one repeats actions of the other, and for rows repeated on a sheet."""
    repeats = sorted(_repeats(actions), key=lambda one: (one.kind, one.again.place))
    for kind, alike in groupby(repeats, key=lambda one: one.kind):
        yield _told(kind, list(alike))


def _told(kind: tuple[str, str, str], alike: Sequence[_Repeat]) -> Finding:
    code, sheet, first = kind
    ref = alike[0].again.ref if len(alike) == 1 else None
    listed = "; ".join(map(_in_words, alike[:_MOST_CELLS])) + ("; and others" if len(alike) > _MOST_CELLS else "")
    facts = {
        "what": "An action of this sheet stands" if ref else f"{len(alike)} actions of this sheet stand",
        "where": "in another row of it" if sheet == first else f'on "{first}" too',
        "cells": listed,
    }
    return finding(code, alike[0].again.place, ref, **facts)


def _in_words(one: _Repeat) -> str:
    differ = [name for name in one.differ if name != "owner"]
    but = f", with another {' and '.join(differ)}" if differ else ""
    return f"{one.again.place.cell} as in {one.first.place.cell}{but}"


def _repeats(actions: Sequence[Action]) -> Iterator[_Repeat]:
    alike: dict[str, list[Action]] = {}
    # Rows that were copied on a sheet are the same to the letter, and need no closer look at long texts.
    words_of = _words if len({action.place.sheet for action in actions}) > 1 else _as_it_is
    for action in actions:
        alike.setdefault(words_of(action), []).append(action)
    repeated = [same for words, same in alike.items() if len(same) > 1 and len(words.split()) >= _LEAST_WORDS]
    return (repeat for same in repeated for repeat in _among(one for one in same if not one.pointer_to))


def _words(action: Action) -> str:
    return " ".join(action.text.split()).casefold()


def _as_it_is(action: Action) -> str:
    return action.text


def _among(actions: Iterable[Action]) -> Iterator[_Repeat]:
    """Each of the actions of the same words with an earlier one: of its owners on another sheet, else any there.

    On its own sheet, where the same words may be meant for each group or owner, only one that is the same in all.
    """
    elsewhere: dict[object, dict[str, Action]] = {}
    here: dict[object, Action] = {}
    for action in actions:
        sheet, said = action.place.sheet, _said(action)
        same = here.setdefault((sheet, action.group, said), action)
        # Of the first two sheets one at least is not this one.
        met = [found for key in (said[0], None) for found in islice(elsewhere.get(key, {}).items(), 2)]
        first = next((other for at, other in met if at != sheet), same)
        if first is not action:
            yield _Repeat(first, action, _differing(first, action))
        for key in (said[0], None):
            elsewhere.setdefault(key, {}).setdefault(sheet, action)


def _differing(first: Action, again: Action) -> tuple[str, ...]:
    return tuple(
        name
        for (name, one), (_, other) in zip(_said(first), _said(again), strict=True)
        if one and other and one != other
    )


def _said(action: Action) -> tuple[tuple[str, object], ...]:
    """What an action says besides its text, by name; nothing where it says nothing."""
    target, state = action.target, action.progress.state
    return (
        ("owner", frozenset(as_key(owner.name) for owner in action.owners)),
        ("target", None if target.kind is TargetKind.BLANK else (target.kind, target.start, target.due)),
        ("progress", None if state is ProgressState.NOT_STATED else state),
        ("RAG", action.stated_rag),
        ("update", single_spaced(action.update or "").casefold()),
    )


def where(place: Place, beside: Place) -> str | None:
    """The cell as one who looks at another place needs it: with its sheet where that is another."""
    return place.cell if place.sheet == beside.sheet else f"{place.sheet}!{place.cell}"
