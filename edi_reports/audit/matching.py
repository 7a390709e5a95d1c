"""Which action of one version is which of the other: one to one, by the meaning of the text.

Passes, each over what the earlier ones left: what a person decided; the same text, standing once in either version; the
same text standing more than once, told apart by what stands around it; texts that are alike; and, as the last resort,
the same place. A pair is certain when it is alike enough and clearly ahead of every rival; all other likely pairs are
left for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from edi_reports.audit.alike import Likely, alike_pairs
from edi_reports.audit.carrying_on import carried_on
from edi_reports.audit.pairs import Pair, Positions, Versions, around, decided, without
from edi_reports.audit.parting import find_parts
from edi_reports.audit.same_place import same_place_pairs
from edi_reports.audit.same_text import standing_often, standing_once
from edi_reports.model.action import Action
from edi_reports.model.change import Decision, Match, Matching, Parting, PartingKind
from edi_reports.model.plan import ActionPlan


class Pairing(Struct, frozen=True):
    """The pairs of two versions in the old order, and what was split or merged: a whole and its parts, by position."""

    pairs: tuple[Pair, ...]
    splits: Mapping[int, list[int]]
    mergers: Mapping[int, list[int]]


def match_actions(old: ActionPlan, new: ActionPlan, decisions: tuple[Decision, ...] = ()) -> Matching:
    """Match the counted actions of two versions; `decisions` are what people have said about uncertain pairs."""
    return matching_of(old, new, pair_actions(old, new, decisions))


def pair_actions(
    old: ActionPlan, new: ActionPlan, decisions: tuple[Decision, ...] = (), known: Iterable[Pair] = ()
) -> Pairing:
    """Pair the counted actions of two versions by position, beside the pairs that are `known` already."""
    versions = Versions.of(old.counted, new.counted, decided(decisions, same=False))
    pairs = list(known)
    same = decided(decisions, same=True)
    pairs += _decided_pairs(versions, without(versions.positions, pairs), same) if same else []
    pairs += standing_once(versions, without(versions.positions, pairs))
    standing = around(versions, [(pair.old, pair.new) for pair in pairs])
    pairs += standing_often(versions, without(versions.positions, pairs), standing)
    splits: dict[int, list[int]] = {}
    mergers: dict[int, list[int]] = {}
    if any(without(versions.positions, pairs)):
        likely = Likely.of(versions, pairs)
        pairs += [pair for pair in alike_pairs(versions, likely, pairs) if pair.certain]
        pairs += alike_pairs(versions, likely, pairs)
        pairs += same_place_pairs(versions, likely.texts, pairs)
        splits, mergers = _parted(versions, likely, pairs)
        pairs = carried_on(versions, likely.texts, pairs, splits, mergers)
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.old)), splits, mergers)


def _parted(
    versions: Versions, likely: Likely, pairs: Sequence[Pair]
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """What was split and what was merged: each whole with its parts."""
    olds, news = map(frozenset, without(versions.positions, pairs))
    old, new = likely.texts
    found = likely.by_what_they_share(olds, news)
    return (
        find_parts(old, new, {pair.old: pair.new for pair in pairs}, found, news),
        find_parts(new, old, {pair.new: pair.old for pair in pairs}, [(new, old) for old, new in found], olds),
    )


def matching_of(old: ActionPlan, new: ActionPlan, pairing: Pairing) -> Matching:
    """The actions themselves for the positions of a pairing."""
    before, after = old.counted, new.counted
    olds, news = without((list(range(len(before))), list(range(len(after)))), pairing.pairs)
    matches = [Match(before[p.old], after[p.new], p.likeness, p.certain, p.why) for p in pairing.pairs]
    return Matching(
        tuple(match for match in matches if match.certain),
        tuple(match for match in matches if not match.certain),
        tuple(before[position] for position in olds),
        tuple(after[position] for position in news),
        tuple(_partings(before, after, pairing)),
    )


def _decided_pairs(versions: Versions, free: Positions, same: frozenset[tuple[str, str]]) -> Iterator[Pair]:
    olds, news = (_by_text(words, some) for words, some in zip(versions.words, free, strict=True))
    for old, new in sorted(same):
        while olds[old] and news[new]:
            yield Pair(olds[old].pop(0), news[new].pop(0), 1.0, certain=True, why="decided by a person")


def _by_text(words: Sequence[str], positions: Iterable[int]) -> defaultdict[str, list[int]]:
    found = defaultdict[str, list[int]](list)
    for position in positions:
        found[words[position]].append(position)
    return found


def _partings(old: Sequence[Action], new: Sequence[Action], pairing: Pairing) -> Iterator[Parting]:
    for whole, parts in pairing.splits.items():
        yield Parting(PartingKind.SPLIT, old[whole], tuple(new[part] for part in parts))
    for whole, parts in pairing.mergers.items():
        yield Parting(PartingKind.MERGED, new[whole], tuple(old[part] for part in parts))
