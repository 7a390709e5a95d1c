"""Changes in the columns of a plan for which there is no field, under whatever headings either version has them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from edi_reports.audit.surroundings import in_words
from edi_reports.audit.words import laid_out_alike
from edi_reports.model.action import Action
from edi_reports.model.change import FurtherChange, Match

COMMITTEE, CONTEXT = "Committee", "Context"
"""What the cells are called that tell the committee of an action, and what it is about."""
WORDS_OF_ITS_OWN = 3
"""So many words in a row do not stand in another cell by chance."""
LEAST_KINDS = 2
"""How many different values two columns must have in common to be one column: ticks alone say nothing."""

Headings = Sequence[tuple[str, str]]
"""The heading of each column in the old version and in the new; empty where a version has no such column."""


def further_columns(old: Iterable[Action], new: Iterable[Action], matches: Sequence[Match]) -> Headings:
    """The further columns of two versions, those that were only given another heading as one."""
    before, after = _headings(old), _headings(new)
    left, came = sorted(before - after), sorted(after - before)
    renamed = dict(_renamed(left, came, matches))
    pairs = [(heading, heading) for heading in sorted(before & after)]
    pairs += [(heading, renamed.get(heading, "")) for heading in left]
    return [*pairs, *(("", heading) for heading in came if heading not in renamed.values())]


def further_changes(matches: Sequence[Match], columns: Headings) -> Iterator[FurtherChange]:
    """What differs in the further `columns`, and in the cells that tell a committee or a context."""
    for match in matches:
        before, after = _values(match.old), _values(match.new)
        if before != after:
            for heading, heading_now in (*columns, (COMMITTEE, COMMITTEE), (CONTEXT, CONTEXT)):
                old, new = before.get(heading, ""), after.get(heading_now, "")
                if laid_out_alike(old) != laid_out_alike(new) and not _stood_elsewhere(match, old, new):
                    yield FurtherChange(match, _named(heading, heading_now), old, new)


def renamed_columns(columns: Headings) -> Iterator[str]:
    """The columns that have another heading now, in words."""
    return (f"“{old}” is now “{new}”" for old, new in columns if old and new and old != new)


def _headings(actions: Iterable[Action]) -> frozenset[str]:
    return frozenset(heading for action in actions for heading, _ in action.other)


def _values(action: Action) -> dict[str, str]:
    own = ((COMMITTEE, action.committee), (CONTEXT, action.context))
    return {**{heading: text for heading, text in own if text}, **dict(action.other)}


def _named(old: str, new: str) -> str:
    return f"{old}, now {new}" if old and new and old != new else old or new


def _renamed(left: Sequence[str], came: Sequence[str], matches: Sequence[Match]) -> Iterator[tuple[str, str]]:
    """Columns that say the same of most actions under another heading, the most telling first."""
    filled, kept = _kept_values(left, came, matches) if left and came else (Counter(), {})
    taken: set[str] = set()
    for (old, new), values in sorted(kept.items(), key=lambda each: (-each[1].total(), each[0])):
        most = 2 * values.total() > max(filled[old], filled[new])
        if most and len(values) >= LEAST_KINDS and not taken & {f"old {old}", f"new {new}"}:
            taken |= {f"old {old}", f"new {new}"}
            yield old, new


def _kept_values(
    left: Sequence[str], came: Sequence[str], matches: Sequence[Match]
) -> tuple[Counter[str], Mapping[tuple[str, str], Counter[str]]]:
    """In how many actions each column is filled, and which values two columns have in common how often."""
    filled, kept = Counter[str](), defaultdict[tuple[str, str], Counter[str]](Counter)
    for match in matches:
        before, after = ({heading: laid_out_alike(text) for heading, text in a.other} for a in (match.old, match.new))
        filled.update(heading for heading in left if before.get(heading))
        filled.update(heading for heading in came if after.get(heading))
        for old in left:
            for new in came:
                if before.get(old) and before[old] == after.get(new):
                    kept[old, new][before[old]] += 1
    return filled, kept


def _stood_elsewhere(match: Match, old: str, new: str) -> bool:
    """Whether a text came or went only because the other version has it in another cell, alone or with others."""
    if old and new:
        return False
    text, other = (in_words(old), match.new) if old else (in_words(new), match.old)
    there = sorted({in_words(each) for each in _texts(other)}, key=lambda each: (-len(each), each))
    if len(text.split()) >= WORDS_OF_ITS_OWN and any(f" {text} " in f" {each} " for each in there):
        return True
    left = f" {text} "
    for each in filter(None, there):
        left = left.replace(f" {each} ", "  ")
    return not left.strip()


def _texts(action: Action) -> Iterator[str]:
    """Whatever an action says in any of its cells."""
    group = (str(action.group), action.group.label, action.group.title) if action.group else ()
    said = (action.text, action.target.as_written, action.progress.as_written, action.update, *group)
    owners = (owner.as_written for owner in action.owners)
    tags = ", ".join(map(str, action.frameworks))
    return filter(None, chain(said, owners, [tags], _values(action).values()))
