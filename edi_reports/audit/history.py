"""Many versions of a plan become the life of each action and the trend of the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from edi_reports.audit.matching import matching_of
from edi_reports.audit.succession import Chain, follow, redating_of
from edi_reports.model.action import ProgressState
from edi_reports.model.change import Decision
from edi_reports.model.history import History, Life, Rate, Sighting, Standing, Version
from edi_reports.model.period import ReportingMonth
from edi_reports.model.plan import Redating
from edi_reports.model.rag import Rag


def history(versions: Sequence[Version], rate: Rate, decisions: tuple[Decision, ...] = ()) -> History:
    """The lives of all actions through the versions, in whatever order these come; `rate` rates as at each one's day.

    Every version is rated knowing the earliest due day that earlier versions gave.
    """
    ordered = in_order(versions)
    followed = follow([version.plan for version in ordered], decisions)
    names = _months(ordered)
    lives = tuple(_life(chain, ordered, names, rate) for chain in followed.chains)
    seen = _by_version(lives, len(ordered))
    matchings = (
        matching_of(old, new, pairing)
        for (old, new), pairing in zip(pairwise(followed.plans), followed.pairings, strict=True)
    )
    return History(
        tuple(sorted(lives, key=lambda life: (-life.days_slipped, life.latest.action.ref))),
        tuple(
            _standing(version, here, before)
            for version, here, before in zip(ordered, seen, (*seen[:1], *seen[:-1]), strict=True)
        ),
        tuple(match for matching in matchings for match in matching.uncertain),
    )


def redatings(versions: Sequence[Version], decisions: tuple[Decision, ...] = ()) -> dict[str, Redating]:
    """How the due day of each action of the latest version has moved, by the ref that it has there as given."""
    ordered = in_order(versions)
    followed = follow([version.plan for version in ordered], decisions)
    latest = ordered[-1].plan.counted if ordered else ()
    lasting = (chain for chain in followed.chains if followed.lasts(chain))
    names = _months(ordered)
    found = ((chain[-1].position, redating_of(chain, names)) for chain in lasting)
    return {latest[position].ref: redating for position, redating in found if redating}


def in_order(versions: Sequence[Version]) -> list[Version]:
    """The versions, oldest first."""
    return sorted(versions, key=lambda version: (version.as_at, version.plan.source.order))


def _months(versions: Sequence[Version]) -> list[str]:
    return [str(ReportingMonth.of(version.as_at)) for version in versions]


def _life(chain: Chain, versions: Sequence[Version], names: Sequence[str], rate: Rate) -> Life:
    days = [versions[seen.version].as_at for seen in chain]
    return Life(
        tuple(
            Sighting(seen.version, day, seen.action, rate(seen.action, day))
            for seen, day in zip(chain, days, strict=True)
        ),
        redating_of(chain, names),
    )


_Here = dict[int, tuple[Life, Sighting]]
"""The lives that a version has, by their numbers, each with what it was then."""


def _by_version(lives: Sequence[Life], versions: int) -> list[_Here]:
    here: list[_Here] = [{} for _ in range(versions)]
    for number, life in enumerate(lives):
        for seen in life.sightings:
            here[seen.version][number] = (life, seen)
    return here


def _standing(version: Version, here: _Here, before: _Here) -> Standing:
    """How the whole plan stands in a version, `before` being what the version before it has, or the first itself."""
    ratings = Counter(seen.rating.rag for _, seen in here.values())
    states = Counter(seen.action.progress.state for _, seen in here.values())
    moved = [days for life, seen in here.values() if (days := _days_moved(life, seen))]
    return Standing(
        version.as_at,
        version.plan.source,
        tuple((rag, ratings[rag]) for rag in Rag),
        tuple((state, states[state]) for state in ProgressState),
        added=len(here.keys() - before.keys()),
        left=len(before.keys() - here.keys()),
        redated=len(moved),
        days_slipped=sum(days for days in moved if days > 0),
    )


def _days_moved(life: Life, seen: Sighting) -> int:
    due = seen.action.target.due
    return (due - life.redating.first_due).days if due and life.redating else 0
