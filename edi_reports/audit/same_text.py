"""Pairs of actions whose texts read the same; where a text stands often, told apart by what stands around it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from edi_reports.audit.pairs import Around, Pair, Positions, Versions, without
from edi_reports.audit.surroundings import Surroundings, owner_names
from edi_reports.model.action import Action

Key = Callable[[Surroundings], Hashable]

BY_REFERENCE: tuple[tuple[str, Key], ...] = (
    ("sheet, group, owners and reference", lambda around: (around.sheet, around.group, around.owners, around.ref)),
    ("group, owners and reference", lambda around: (around.group, around.owners, around.ref)),
    ("group and reference", lambda around: (around.group, around.ref)),
)
BY_DATE: tuple[tuple[str, Key], ...] = (
    ("sheet, group, owners and date", lambda around: (around.sheet, around.group, around.owners, around.target)),
    ("group, owners and date", lambda around: (around.group, around.owners, around.target)),
)
BY_THE_REST: tuple[tuple[str, Key], ...] = (
    ("group and owners", lambda around: (around.group, around.owners)),
    ("group", lambda around: around.group),
    ("owners", lambda around: around.owners),
    ("being the only ones left", lambda around: None),
)
MOST_NAMED = 3


def standing_once(versions: Versions, free: Positions) -> list[Pair]:
    """Pairs whose text stands once in either version, of the `free` positions."""
    buckets = _buckets(versions, free, lambda old: None, lambda new: None)
    return [
        Pair(olds[0], news[0], 1.0, certain=True, why="the same text, standing once in either version")
        for olds, news in buckets
        if len(olds) == len(news) == 1
    ]


def standing_often(versions: Versions, free: Positions, around: Around) -> list[Pair]:
    """Pairs whose text stands more than once, of the `free` positions; uncertain where nothing tells them apart."""
    free = _in_both(versions, free)
    pairs = list(_twins(versions, free, around))
    for what, key in BY_REFERENCE:
        pairs += _undisputed(versions, without(free, pairs), around, what, key)
    for what, key in BY_DATE:
        left = without(free, pairs)
        pairs += _leaving_no_others(versions, left, _undisputed(versions, left, around, what, key))
    for what, key in BY_THE_REST:
        pairs += _told_apart(versions, without(free, pairs), around, what, key)
    for olds, news in _buckets(versions, without(free, pairs), lambda old: None, lambda new: None):
        why = _standing_often(versions, olds, news)
        pairs += [Pair(old, new, 1.0, certain=False, why=why) for old, new in zip(olds, news, strict=False)]
    return pairs


def _in_both(versions: Versions, free: Positions) -> Positions:
    """The free positions whose text stands in both versions, so that there is something to tell apart."""
    buckets = _buckets(versions, free, lambda old: None, lambda new: None)
    olds, news = ([position for bucket in buckets for position in bucket[side]] for side in (0, 1))
    return sorted(olds), sorted(news)


def _twins(versions: Versions, free: Positions, around: Around) -> Iterator[Pair]:
    """Pairs that are the same in every field, unless they would change places with copies that are not."""
    for olds, news in _keyed(versions, free, around, lambda around: (around.group, around.owners, around.ref)):
        twins = list(_same_in_all(versions, olds, news))
        place_of_old, place_of_new = ({position: at for at, position in enumerate(side)} for side in (olds, news))
        in_place = all(place_of_old[old] == place_of_new[new] for old, new in twins)
        if in_place or len(twins) == min(len(olds), len(news)):
            for old, new in twins:
                yield Pair(old, new, 1.0, certain=True, why="the same in every field")


def _told_apart(versions: Versions, free: Positions, around: Around, what: str, key: Key) -> list[Pair]:
    why = f"the same text, told apart by {what}"
    buckets = _keyed(versions, free, around, key)
    return [Pair(olds[0], news[0], 1.0, certain=True, why=why) for olds, news in buckets if len(olds) == len(news) == 1]


def _undisputed(versions: Versions, free: Positions, around: Around, what: str, key: Key) -> list[Pair]:
    """Those told apart of which neither the reference nor the date says that another copy is meant.

    Where copies were given new references, or their dates moved on, one bears what another bore.
    """
    found = _told_apart(versions, free, around, what, key)
    borne = [_borne(words, some, side) for words, some, side in zip(versions.words, free, around, strict=True)]
    return [pair for pair in found if not _is_disputed(versions.words[0][pair.old], pair, around, borne)]


Borne = Mapping[str, tuple[set[Hashable], set[Hashable]]]
"""The dates and the references that the copies of each text bear."""


def _borne(words: Sequence[str], positions: Iterable[int], around: Sequence[Surroundings]) -> Borne:
    found: dict[str, tuple[set[Hashable], set[Hashable]]] = defaultdict(lambda: (set(), set()))
    for at in positions:
        dates, references = found[words[at]]
        dates.add(around[at].target)
        references.add(around[at].ref)
    return found


def _is_disputed(words: str, pair: Pair, around: Around, borne: Sequence[Borne]) -> bool:
    old, new = around[0][pair.old], around[1][pair.new]
    values = ((old.target, new.target), (old.ref, new.ref))
    there, here = borne[0][words], borne[1][words]
    return any(
        before != after and (before in here[which] or after in there[which])
        for which, (before, after) in enumerate(values)
    )


def _leaving_no_others(versions: Versions, free: Positions, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs of texts of which one version has no copy left: where both have, a date may have moved on."""
    words = versions.words[0]
    paired = Counter(words[pair.old] for pair in pairs)
    olds, news = (Counter(map(side.__getitem__, some)) for side, some in zip(versions.words, free, strict=True))
    return (pair for pair in pairs if paired[words[pair.old]] == min(olds[words[pair.old]], news[words[pair.old]]))


def _same_in_all(versions: Versions, olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for new in reversed(news):
        waiting[_all_fields(versions.new[new])].append(new)
    for old in olds:
        same = waiting[_all_fields(versions.old[old])]
        if same:
            yield old, same.pop()


def _all_fields(action: Action) -> Hashable:
    return (
        action.text,
        str(action.group),
        owner_names(action),
        action.target,
        (action.progress.state, action.cancelled, action.stated_rag),
        action.update,
        action.frameworks,
        action.other,
    )


def _keyed(
    versions: Versions,
    free: Positions,
    around: Around,
    key: Callable[[Surroundings], Hashable],
) -> list[tuple[list[int], list[int]]]:
    olds, news = around
    return _buckets(versions, free, lambda old: key(olds[old]), lambda new: key(news[new]))


def _buckets(
    versions: Versions,
    free: Positions,
    key_of_old: Callable[[int], Hashable],
    key_of_new: Callable[[int], Hashable],
) -> list[tuple[list[int], list[int]]]:
    """The free positions whose text and key are the same, where there are any on both sides."""
    found: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for old in free[0]:
        found[versions.words[0][old], key_of_old(old)][0].append(old)
    for new in free[1]:
        found[versions.words[1][new], key_of_new(new)][1].append(new)
    return [(olds, news) for olds, news in found.values() if olds and news and versions.may_pair(olds[0], news[0])]


def _standing_often(versions: Versions, olds: list[int], news: list[int]) -> str:
    return (
        "the same text stands more than once and nothing tells the copies apart: "
        f"old {_rows(versions.old, olds)}, new {_rows(versions.new, news)}"
    )


def _rows(actions: Sequence[Action], positions: Iterable[int]) -> str:
    places = [actions[position].place for position in positions]
    sheets = {place.sheet for place in places}
    rows = [f"{place.row} of {place.sheet}" if len(sheets) > 1 else str(place.row) for place in places]
    more = f" and {len(rows) - MOST_NAMED} more" if len(rows) > MOST_NAMED else ""
    return f"{'row' if len(rows) == 1 else 'rows'} {', '.join(rows[:MOST_NAMED])}{more}"
