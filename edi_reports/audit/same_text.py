"""Pairs of actions whose texts read the same; where a text stands often, told apart by what stands around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from edi_reports.audit.pairs import Around, Pair, Positions, Versions, without
from edi_reports.audit.surroundings import Surroundings, owner_names
from edi_reports.model.action import Action

TOLD_APART_BY: tuple[tuple[str, Callable[[Surroundings], Hashable]], ...] = (
    ("group, owners and reference", lambda around: (around.group, around.owners, around.ref)),
    ("group and reference", lambda around: (around.group, around.ref)),
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
    for what, key in TOLD_APART_BY:
        buckets = _keyed(versions, without(free, pairs), around, key)
        pairs += [
            Pair(olds[0], news[0], 1.0, certain=True, why=f"the same text, told apart by {what}")
            for olds, news in buckets
            if len(olds) == len(news) == 1
        ]
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
    for olds, news in _keyed(versions, free, around, TOLD_APART_BY[0][1]):
        twins = list(_same_in_all(versions, olds, news))
        place_of_old, place_of_new = ({position: at for at, position in enumerate(side)} for side in (olds, news))
        in_place = all(place_of_old[old] == place_of_new[new] for old, new in twins)
        if in_place or len(twins) == min(len(olds), len(news)):
            for old, new in twins:
                yield Pair(old, new, 1.0, certain=True, why="the same in every field")


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
