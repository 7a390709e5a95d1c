"""The fields that are compared: how each is shown, what it means, and what a change of it amounts to.

Two values differ when their meanings do; values that are only written differently are told apart from changes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from msgspec import Struct

from edi_reports.audit.effects import (
    first_due,
    group_effect,
    owners_effect,
    progress_effect,
    stated_rag_effect,
    tags_effect,
    target_effect,
    text_effect,
)
from edi_reports.audit.surroundings import group_name, in_words, meaning_of, owner_names
from edi_reports.audit.words import laid_out_alike
from edi_reports.model.action import Action, ProgressSource, ProgressState
from edi_reports.model.change import Change, ChangedField
from edi_reports.model.owner import Part
from edi_reports.model.period import long_date

MOST_LETTERS_SHOWN = 60
"""Words of a state that are longer are an update, which is told for itself."""
SAME_MEANING = "written differently, the same in meaning"
SAME_COLOUR = "another colour, the same in meaning"

Renamed = Mapping[str, str]


class Compared(Struct, frozen=True):
    """A field that is compared: how a reader sees it, how it is written, what it means, the effect of a change.

    `typed` is all that the others are made of: where that is the same, nothing else needs to be looked at. `fuller` is
    how a reader sees it where a change does not show otherwise.
    """

    field: ChangedField
    typed: Callable[[Action], Hashable]
    shown: Callable[[Action], str]
    written: Callable[[Action], str]
    meaning: Callable[[Action], Hashable]
    effect: Callable[[Action, Action, Renamed], str]
    fuller: Callable[[Action], str] | None = None


def differences_of(old: Action, new: Action, renamed: Renamed) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The fields in which an action differs, and those that are written differently and mean the same.

    `renamed` leads from an old group's name to the one it has now.
    """
    changes, restated = list[Change](), list[Change]()
    for compared in FIELDS:
        if compared.typed(old) == compared.typed(new) or _stood_elsewhere(compared.field, old, new):
            continue
        if compared.meaning(old) != compared.meaning(new):
            effect = compared.effect(old, new, renamed)
            changes.append(Change(compared.field, *_both_shown(compared, old, new), effect))
        elif (before := compared.written(old)) != (after := compared.written(new)):
            by_fill = compared.field is ChangedField.PROGRESS and new.progress.source is ProgressSource.FILL
            restated.append(Change(compared.field, before, after, SAME_COLOUR if by_fill else SAME_MEANING))
    return tuple(changes), tuple(restated)


def _both_shown(compared: Compared, old: Action, new: Action) -> tuple[str, str]:
    before, after = compared.shown(old), compared.shown(new)
    if before == after and compared.fuller:
        return compared.fuller(old), compared.fuller(new)
    return before, after


def _stood_elsewhere(field: ChangedField, old: Action, new: Action) -> bool:
    """Whether an update came or went only because its column was taken for a further one in the other version."""
    if field is not ChangedField.UPDATE or (old.update and new.update):
        return False
    text, others = (old.update, new.other) if old.update else (new.update, old.other)
    return any(text == other for _, other in others)


def _owners_shown(action: Action) -> str:
    return "; ".join(f"{o.name} (support)" if o.part is Part.SUPPORT else o.name for o in action.owners)


def _owners_written(action: Action) -> str:
    return "; ".join(sorted(owner.as_written for owner in action.owners))


def _frameworks(action: Action) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(framework) for framework in action.frameworks))


def _progress_shown(action: Action) -> str:
    """The state, with the words of the cell where these are others: "Completed (“Done”)"."""
    state, written = action.progress.state.words, laid_out_alike(action.progress.as_written or "")
    if action.cancelled:
        return f"Cancelled (“{written}”)" if _words_of_no_state(action) else "Cancelled"
    if _words_of_no_state(action):
        return f"{state}: {written}"
    is_short = action.progress.source is ProgressSource.TEXT and 0 < len(written) <= MOST_LETTERS_SHOWN
    return f"{state} (“{written}”)" if is_short and in_words(written) != in_words(state) else state


def _progress_written(action: Action) -> str:
    told_as_rag = action.progress.state is ProgressState.NOT_STATED and not _words_of_no_state(action)
    written = "" if told_as_rag else action.progress.as_written or ""
    return f"fill {written}" if action.progress.source is ProgressSource.FILL else written


def _progress_meaning(action: Action) -> Hashable:
    return action.progress.state, action.cancelled, _words_of_no_state(action)


def _words_of_no_state(action: Action) -> str:
    """What stands where a state should and is none, such as "On hold"; a word of RAG is told as the RAG."""
    words = in_words(action.progress.as_written or "") if action.progress.state is ProgressState.NOT_STATED else ""
    return "" if action.stated_rag == words else words


def _target_with_days(action: Action) -> str:
    """A target with the days that its words do not say: "Q3 (due 31 December 2025, first 30 September 2025)"."""
    target = action.target
    days = [f"due {long_date(target.due)}"] if target.due else []
    days += [f"first {long_date(target.original_due)}"] if target.original_due else []
    written = laid_out_alike(target.as_written)
    return f"{written} ({', '.join(days)})" if days else written


def _group_shown(action: Action) -> str:
    return str(action.group) if action.group else ""


def _rag_word(action: Action) -> str:
    return action.stated_rag.word if action.stated_rag else ""


FIELDS: tuple[Compared, ...] = (
    Compared(
        ChangedField.ACTION,
        typed=lambda action: action.text,
        shown=lambda action: action.text,
        written=lambda action: action.text,
        meaning=lambda action: laid_out_alike(action.text),
        effect=lambda old, new, _: text_effect(old.text, new.text),
    ),
    Compared(
        ChangedField.OWNERS,
        typed=lambda action: action.owners,
        shown=_owners_shown,
        written=_owners_written,
        meaning=owner_names,
        effect=lambda old, new, _: owners_effect(old, new),
    ),
    Compared(
        ChangedField.TARGET,
        typed=lambda action: action.target,
        shown=lambda action: laid_out_alike(action.target.as_written),
        written=lambda action: laid_out_alike(action.target.as_written),
        meaning=lambda action: (meaning_of(action.target), first_due(action.target)),
        effect=lambda old, new, _: target_effect(old.target, new.target),
        fuller=_target_with_days,
    ),
    Compared(
        ChangedField.PROGRESS,
        typed=lambda action: (action.progress, action.cancelled),
        shown=_progress_shown,
        written=_progress_written,
        meaning=_progress_meaning,
        effect=lambda old, new, _: progress_effect(old, new),
    ),
    Compared(
        ChangedField.STATED_RAG,
        typed=lambda action: action.stated_rag,
        shown=_rag_word,
        written=_rag_word,
        meaning=_rag_word,
        effect=lambda old, new, _: stated_rag_effect(old, new),
    ),
    Compared(
        ChangedField.UPDATE,
        typed=lambda action: action.update,
        shown=lambda action: action.update or "",
        written=lambda action: action.update or "",
        meaning=lambda action: laid_out_alike(action.update or ""),
        effect=lambda old, new, _: text_effect(old.update or "", new.update or ""),
    ),
    Compared(
        ChangedField.FRAMEWORKS,
        typed=lambda action: action.frameworks,
        shown=lambda action: ", ".join(_frameworks(action)),
        written=lambda action: ", ".join(sorted(_frameworks(action))),
        meaning=lambda action: frozenset(map(in_words, _frameworks(action))),
        effect=lambda old, new, _: tags_effect(_frameworks(old), _frameworks(new)),
    ),
    Compared(
        ChangedField.GROUP,
        typed=lambda action: action.group,
        shown=_group_shown,
        written=_group_shown,
        meaning=lambda action: group_name(action.group),
        effect=group_effect,
    ),
)
"""Every field that is compared, in the order in which its changes are told."""
