"""Several plans as one: every action under its plan's name, with refs that stay unique, rated by one yardstick."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.action import Action, Group
from edi_reports.model.change import PlanChanges
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.period import Period
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, RatedAction, RatedPlan, Source
from edi_reports.model.rag import RagSettings
from edi_reports.month import Account
from edi_reports.reports.wording import how_many, listed
from edi_reports.rules.rating import rate, rules_in_words
from edi_reports.rules.routing import check_routing, route
from edi_reports.settings import Settings

PLAN = "Plan"
"""The column of an action that names its plan."""

MOST_NAMED = 12
_IN_A_TITLE = 3


class Part(Struct, frozen=True):
    """One of several plans: its name, the code with which its refs begin, and the account of its month."""

    name: str
    code: str
    account: Account

    @property
    def rated(self) -> RatedPlan:
        """The plan as rated."""
        return self.account.rated


def codes_of(names: Sequence[str]) -> dict[str, str]:
    """A short code for each name: "ND" for North Division, "NOR" for North; names that would share one stay whole."""
    short = {name: _initials(name) for name in names}
    taken = Counter([*short.values(), *(name for name in names if short[name] != name)])
    return {name: code if code and taken[code] == 1 else name for name, code in short.items()}


def _initials(name: str) -> str:
    words = re.findall(r"[^\W_]+", name)
    letters = words[0][:3] if len(words) == 1 else "".join(word if word.isdigit() else word[0] for word in words)
    return str(letters).upper()


def labelled(part: Part) -> Part:
    """The part with every action, place and finding in it under its plan's name, and refs that begin with its code."""
    made: dict[int, Action] = {}

    def under(value: Any) -> Any:
        if isinstance(value, Action):
            if id(value) not in made:
                made[id(value)] = _labelled_action(value, part)
            return made[id(value)]
        if isinstance(value, Finding):
            return labelled_finding(value, part.name, part.code)
        if isinstance(value, Place):
            return _labelled_place(value, part.name)
        if isinstance(value, tuple):
            return tuple(map(under, value))
        if isinstance(value, Struct):
            return replace(value, **{name: under(getattr(value, name)) for name in value.__struct_fields__})
        return value

    return replace(part, account=under(part.account))


def labelled_finding(found: Finding, name: str, code: str) -> Finding:
    """The finding under the name of its plan, with a ref that begins with its code."""
    place = _labelled_place(found.place, name) if found.place else Place(name)
    return replace(found, place=place, ref=found.ref and f"{code} {found.ref}")


def _labelled_action(action: Action, part: Part) -> Action:
    group = action.group
    return replace(
        action,
        ref=f"{part.code} {action.ref}",
        place=_labelled_place(action.place, part.name),
        group=Group(f"{part.name}: {group.label}", group.title) if group else Group(part.name),
        other=((PLAN, part.name), *action.other),
        pointer_to=action.pointer_to and f"{part.code} {action.pointer_to}",
        cells=tuple((field, _labelled_place(place, part.name)) for field, place in action.cells),
    )


def _labelled_place(place: Place, name: str) -> Place:
    if place.sheet:
        return replace(place, sheet=f"{name}: {place.sheet}")
    return replace(place, workbook=f"{name}/{place.workbook}")


def consolidate(parts: Sequence[Part], as_at: date, settings: Settings, source: Source) -> Account:
    """Make one account of several labelled parts; `source` is what the reports name as what they were made from.

    All actions are rated by one yardstick, the settings' own; without a settings workbook it is that of the plans,
    where they agree. Where a plan's own papers rate otherwise, that is a finding.
    """
    rag = _yardstick(parts, settings)
    actions = tuple(_rated(each, as_at, rag, settings) for part in parts for each in part.rated.actions)
    counted = [each.action for each in actions]
    findings = (
        *_rated_otherwise(parts, actions),
        *check_routing(counted, [route(action, settings.committees) for action in counted], settings.committees),
        *chain.from_iterable(part.rated.findings for part in parts),
    )
    plan = _joined([part.rated.plan for part in parts], source, title_of([part.name for part in parts]))
    rated = RatedPlan(plan, as_at, actions, findings, rules_in_words(rag), rag)
    return Account(rated, _changes(parts, source), _earlier(parts, settings))


def title_of(names: Sequence[str]) -> str:
    """The title of several plans."""
    return f"EDI action plan{'' if len(names) == 1 else 's'} of {listed(names, _IN_A_TITLE)}"


def preface(parts: Sequence[Part], missing: Sequence[Finding]) -> tuple[str, ...]:
    """What a reader must know first: which plans are in, which are not and why, and which have no past."""
    plans = [f"{part.name} ({how_many(len(part.rated.actions), 'action')}, {part.code})" for part in parts]
    new = [part.name for part in parts if part.account.changes is None]
    told = (
        f"This paper brings together {how_many(len(parts), 'plan')}, each with the letters before its refs: "
        f"{listed(plans, MOST_NAMED)}.",
        *(found.message for found in missing),
        f"No earlier version was there to compare for {listed(new, MOST_NAMED)}.",
    )
    return told if 0 < len(new) < len(parts) else told[:-1]


def by_plan(rated: RatedPlan) -> RatedPlan:
    """The same with plans as groups, for a paper that tells progress plan by plan."""
    return replace(rated, actions=tuple(replace(each, action=_in_plan(each.action)) for each in rated.actions))


def _in_plan(action: Action) -> Action:
    name = next(text for heading, text in action.other if heading == PLAN)
    return replace(action, group=Group(name))


def _yardstick(parts: Sequence[Part], settings: Settings) -> RagSettings:
    theirs = {part.rated.rag for part in parts}
    return theirs.pop() if len(theirs) == 1 and not settings.sha256 else settings.rag


def _rated(each: RatedAction, as_at: date, rag: RagSettings, settings: Settings) -> RatedAction:
    seen = route(each.action, settings.committees)
    return replace(each, rating=rate(each.action, as_at, rag), committees=seen.committees, routed_because=seen.because)


def _rated_otherwise(parts: Sequence[Part], actions: Sequence[RatedAction]) -> Iterator[Finding]:
    before = [(part, each) for part in parts for each in part.rated.actions]
    refs: dict[str, list[str]] = {}
    for (part, each), now in zip(before, actions, strict=True):
        if each.rating.rag is not now.rating.rag:
            refs.setdefault(part.name, []).append(each.action.ref)
    for name, differing in refs.items():
        yield finding("rated-otherwise", Place(name), plan=name, refs=listed(differing, MOST_NAMED))


def _joined(plans: Sequence[ActionPlan], source: Source, title: str) -> ActionPlan:
    periods = [plan.period for plan in plans if plan.period]
    return ActionPlan(
        source,
        title,
        Period(min(each.start for each in periods), max(each.due for each in periods)) if periods else None,
        tuple(chain.from_iterable(plan.actions for plan in plans)),
        tuple(chain.from_iterable(plan.unplaced for plan in plans)),
        plans=len(plans),
    )


def _changes(parts: Sequence[Part], source: Source) -> PlanChanges | None:
    """The changes of all parts that have any past, one after the other."""
    found = {part.name: part.account.changes for part in parts if part.account.changes}
    if not found:
        return None
    own = ("old", "new", "titles")
    joined = {
        name: tuple(chain.from_iterable(getattr(changes, name) for changes in found.values()))
        for name in PlanChanges.__struct_fields__
        if name not in own
    }
    before = listed([f"{name}: {changes.old.name}" for name, changes in found.items()], MOST_NAMED)
    return PlanChanges(old=Source(before, ""), new=source, **joined)


def _earlier(parts: Sequence[Part], settings: Settings) -> RatedPlan | None:
    """The versions before as one, where they are of one day; else a reader could not be told since when."""
    found = [part.account.earlier for part in parts if part.account.earlier]
    if len({rated.as_at for rated in found}) != 1:
        return None
    plan = _joined([rated.plan for rated in found], found[0].plan.source, "")
    actions = chain.from_iterable(rated.actions for rated in found)
    routed = tuple(replace(each, committees=route(each.action, settings.committees).committees) for each in actions)
    return replace(found[0], plan=plan, actions=routed)
