"""Which action of one version is which of the other: one to one, by the meaning of the text.

Passes, each over what the earlier ones left: what a person decided; the same text, standing once in either version; the
same text standing more than once, told apart by what stands around it; texts that are alike; and, as the last resort,
the same place. A pair is certain when it is alike enough and clearly ahead of every rival; all other likely pairs are
left for a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edi_reports.audit.alike import alike_pairs
from edi_reports.audit.likeness import Texts, weigh
from edi_reports.audit.pairs import Pair, Positions, Versions, around, decided, without
from edi_reports.audit.parting import find_parts
from edi_reports.audit.same_place import same_place_pairs
from edi_reports.audit.same_text import standing_often, standing_once
from edi_reports.audit.surroundings import in_words
from edi_reports.model.action import Action
from edi_reports.model.change import Decision, Match, Matching, Parting, PartingKind
from edi_reports.model.plan import ActionPlan


@dataclass(frozen=True, slots=True)
class Pairing:
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
    versions = Versions(old.counted, new.counted, decided(decisions, same=False))
    pairs = list(known)
    same = decided(decisions, same=True)
    pairs += _decided_pairs(versions, without(versions.positions, pairs), same) if same else []
    pairs += standing_once(versions, without(versions.positions, pairs))
    pairs += standing_often(versions, without(versions.positions, pairs), around(versions, pairs))
    texts = _weighed(versions) if any(without(versions.positions, pairs)) else ((), ())
    pairs += [pair for pair in alike_pairs(versions, texts, pairs) if pair.certain]
    pairs += alike_pairs(versions, texts, pairs)
    pairs += same_place_pairs(versions, texts, pairs) if all(without(versions.positions, pairs)) else []
    olds, news = without(versions.positions, pairs)
    splits = find_parts(texts[0], texts[1], {pair.old: pair.new for pair in pairs}, news)
    mergers = find_parts(texts[1], texts[0], {pair.new: pair.old for pair in pairs}, olds)
    return Pairing(tuple(sorted(pairs, key=lambda pair: pair.old)), splits, mergers)


def matching_of(old: ActionPlan, new: ActionPlan, pairing: Pairing) -> Matching:
    """The actions themselves for the positions of a pairing."""
    versions = Versions(old.counted, new.counted)
    olds, news = without(versions.positions, pairing.pairs)
    matches = [Match(versions.old[p.old], versions.new[p.new], p.likeness, p.certain, p.why) for p in pairing.pairs]
    return Matching(
        tuple(match for match in matches if match.certain),
        tuple(match for match in matches if not match.certain),
        tuple(versions.old[position] for position in olds),
        tuple(versions.new[position] for position in news),
        tuple(_partings(versions, pairing)),
    )


def _decided_pairs(versions: Versions, free: Positions, same: frozenset[tuple[str, str]]) -> Iterator[Pair]:
    olds, news = _by_text(versions.old, free[0]), _by_text(versions.new, free[1])
    for old, new in sorted(same):
        while olds[old] and news[new]:
            yield Pair(olds[old].pop(0), news[new].pop(0), 1.0, certain=True, why="decided by a person")


def _by_text(actions: Sequence[Action], positions: Iterable[int]) -> defaultdict[str, list[int]]:
    found = defaultdict[str, list[int]](list)
    for position in positions:
        found[in_words(actions[position].text)].append(position)
    return found


def _weighed(versions: Versions) -> tuple[Texts, Texts]:
    return weigh([action.text for action in versions.old], [action.text for action in versions.new])


def _partings(versions: Versions, pairing: Pairing) -> Iterator[Parting]:
    for whole, parts in pairing.splits.items():
        yield Parting(PartingKind.SPLIT, versions.old[whole], tuple(versions.new[part] for part in parts))
    for whole, parts in pairing.mergers.items():
        yield Parting(PartingKind.MERGED, versions.new[whole], tuple(versions.old[part] for part in parts))
