"""Many versions of a plan become the life of each action and the trend of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from edi_reports.audit.matching import Pairing, matching_of, pair_actions
from edi_reports.audit.references import with_earliest_dues, with_lasting_refs
from edi_reports.audit.surroundings import in_words
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import Decision
from edi_reports.model.history import History, Life, Rate, Sighting, Standing, Version
from edi_reports.model.period import ReportingMonth
from edi_reports.model.plan import Redating
from edi_reports.model.rag import Rag

Seen = tuple[int, Action]
"""An action in the version of that number, oldest first."""


def history(versions: Sequence[Version], rate: Rate, decisions: tuple[Decision, ...] = ()) -> History:
    """The lives of all actions through the versions, in whatever order these come; `rate` rates as at each one's day.

    Every version is rated knowing the earliest due day that earlier versions gave.
    """
    ordered = _in_order(versions)
    pairings = _pairings(ordered, decisions)
    carried = _carried(ordered, pairings)
    lives = tuple(_life(chain, carried, rate) for chain in _chains(carried, pairings))
    matchings = (
        matching_of(old.plan, new.plan, pairing)
        for (old, new), pairing in zip(pairwise(carried), pairings, strict=True)
    )
    return History(
        tuple(sorted(lives, key=lambda life: (-life.days_slipped, life.latest.action.ref))),
        tuple(_standing(number, version, lives) for number, version in enumerate(carried)),
        tuple(match for matching in matchings for match in matching.uncertain),
    )


def redatings(versions: Sequence[Version], decisions: tuple[Decision, ...] = ()) -> dict[str, Redating]:
    """How the due day of each action of the latest version has moved, by the ref that it has there as given."""
    ordered = _in_order(versions)
    chains = _chains(ordered, _pairings(ordered, decisions))
    latest = (chain for chain in chains if chain[-1][0] == len(ordered) - 1)
    return {chain[-1][1].ref: found for chain in latest if (found := _redating(chain, ordered))}


def _in_order(versions: Sequence[Version]) -> list[Version]:
    return sorted(versions, key=lambda version: (version.as_at, version.plan.source.name))


def _pairings(ordered: Sequence[Version], decisions: tuple[Decision, ...]) -> list[Pairing]:
    return [pair_actions(old.plan, new.plan, decisions) for old, new in pairwise(ordered)]


def _carried(ordered: Sequence[Version], pairings: Sequence[Pairing]) -> list[Version]:
    carried = list(ordered[:1])
    for version, pairing in zip(ordered[1:], pairings, strict=True):
        previous = carried[-1].plan
        plan = with_earliest_dues(previous, with_lasting_refs(previous, version.plan, pairing), pairing)
        carried.append(Version(version.as_at, plan))
    return carried


def _chains(versions: Sequence[Version], pairings: Sequence[Pairing]) -> list[list[Seen]]:
    """The sightings of each action in turn; one that comes back in the same words takes up its earlier life."""
    chains: list[list[Seen]] = []
    current: dict[int, list[Seen]] = {}
    gone: dict[str, list[Seen]] = {}
    for number, version in enumerate(versions):
        pairs = pairings[number - 1].pairs if number else ()
        lasting = {pair.new: current.pop(pair.old) for pair in pairs if pair.certain}
        ended, current = current, {}
        for position, action in enumerate(version.plan.counted):
            chain = lasting.get(position) or gone.pop(in_words(action.text), None)
            if chain is None:
                chains.append(chain := [])
            chain.append((number, action))
            current[position] = chain
        gone |= {in_words(chain[-1][1].text): chain for chain in ended.values()}
    return chains


def _redating(chain: Sequence[Seen], versions: Sequence[Version]) -> Redating | None:
    """The first due day of an action, and each later one by the month of the version that moved it.

    An original date that the plan itself states is the first.
    """
    first = chain[0][1].target.original_due
    dues = [("", first)] if first else []
    dues += [(_month(versions[number]), action.target.due) for number, action in chain if action.target.due]
    moves = tuple(new for old, new in pairwise(dues) if new[1] != old[1])
    return Redating(dues[0][1], moves) if dues else None


def _month(version: Version) -> str:
    return str(ReportingMonth.of(version.as_at))


def _life(chain: Sequence[Seen], versions: Sequence[Version], rate: Rate) -> Life:
    days = [versions[number].as_at for number, _ in chain]
    return Life(
        tuple(Sighting(n, day, action, rate(action, day)) for (n, action), day in zip(chain, days, strict=True)),
        _redating(chain, versions),
    )


def _standing(number: int, version: Version, lives: Sequence[Life]) -> Standing:
    here = [life for life in lives if life.in_version(number)]
    before = [life for life in lives if life.in_version(number - 1)]
    ratings = Counter(seen.rating.rag for life in here if (seen := life.in_version(number)))
    states = Counter(seen.action.progress.state for life in here if (seen := life.in_version(number)))
    moved = [days for life in here if (days := _days_moved(life, number))]
    return Standing(
        version.as_at,
        version.plan.source,
        tuple((rag, ratings[rag]) for rag in Rag),
        tuple((state, states[state]) for state in ProgressState),
        added=sum(life not in before for life in here) if number else 0,
        left=sum(life not in here for life in before),
        redated=len(moved),
        days_slipped=sum(days for days in moved if days > 0),
    )


def _days_moved(life: Life, number: int) -> int:
    seen = life.in_version(number)
    due = seen.action.target.due if seen else None
    return (due - life.redating.first_due).days if due and life.redating else 0
