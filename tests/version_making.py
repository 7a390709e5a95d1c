"""Large made-up plans and later versions of them, with the truth of what became of each action.

The sentences are put together from parts, so that a plan is full of siblings that differ in a word or two, as real
plans are. A version is made by one kind of edit, or by a mixture of all.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from edi_reports.model.action import Action, Group
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan
from edi_reports.model.target import Target, TargetKind
from tests.plan_making import a_plan, an_action, due

_VERBS = "Develop|Review|Launch|Publish|Embed|Commission|Evaluate|Co-design|Promote|Refresh|Monitor|Establish"
_THINGS = (
    "an inclusive leadership programme|a reciprocal mentoring scheme|guidance on reasonable adjustments|"
    "an anti-racism framework|a sexual safety charter|the flexible working policy|a talent management plan|"
    "the exit interview process|a listening event series|cultural intelligence training|an equality impact toolkit|"
    "the recruitment panel guidance|a career development pathway|a menopause support offer|the interpreter contract|"
    "a freedom to speak up campaign|the appraisal documentation|an onboarding pack|a hate crime reporting route|"
    "the health passport|a carers' passport|the staff network handbook|an inclusive language guide|"
    "the disciplinary triage process|a violence prevention plan|the accessible information standard audit"
)
_FOR = (
    "for ward managers and matrons|for internationally recruited nurses|for bank and agency staff|"
    "for resident doctors|for estates and facilities colleagues|for community teams|for the senior leadership team|"
    "for newly qualified midwives|for therapists and pharmacists|for administrative staff|for band 8a and above|"
    "for recruiting managers|for consultants|for apprentices and trainees|for volunteers and governors"
)
_WITH = (
    "working with the staff networks|in partnership with the integrated care board|with trade union colleagues|"
    "using findings of the staff survey|through divisional performance reviews|"
    "with support from the Deputy Chief Nurse|drawing on exit data and grievances|"
    "alongside the communications team|building on the pilot in surgery|"
    "in line with national guidance|with quarterly reports to the People Committee|and measure uptake every month|"
    "and agree three priorities for improvement|with an independent evaluation|supported by a small delivery group"
)
_SYNONYMS = (
    "Develop=Create|Review=Re-examine|Launch=Introduce|Publish=Issue|Embed=Make routine|Commission=Procure|"
    "Evaluate=Assess|Promote=Champion|Refresh=Update|Monitor=Keep track of|Establish=Set up|"
    "programme=course|scheme=initiative|"
    "guidance=advice|policy=procedure|staff=colleagues|managers=leaders|partnership=collaboration|"
    "training=learning|support=help|pack=materials|process=procedure|plan=strategy|using=drawing upon"
)
_OWNERS = "Head of EDI|Chief Nurse|Medical Director|Head of Resourcing|Director of People|Head of Wellbeing"
_SITES = "at Northgate|at Elm Park|at St Anne's|in surgery|in medicine|in maternity|in mental health|in the community"

VERBS, THINGS, FOR, WITH, OWNERS, SITES = (
    tuple(words.split("|")) for words in (_VERBS, _THINGS, _FOR, _WITH, _OWNERS, _SITES)
)
SYNONYMS = dict(pair.split("=") for pair in _SYNONYMS.split("|"))


@dataclass(frozen=True)
class Version:
    """Two versions of a plan, and the truth: which row of the old became which row of the new."""

    old: ActionPlan
    new: ActionPlan
    truth: frozenset[tuple[int, int]]


def a_large_plan(size: int, rng: random.Random) -> ActionPlan:
    """A plan of `size` different actions in groups of about eight."""
    texts: dict[str, None] = {}
    while len(texts) < size:
        parts = [rng.choice(VERBS), rng.choice(THINGS), rng.choice(FOR), rng.choice(WITH)]
        if size > 500 or rng.random() < 0.3:
            parts.append(rng.choice(SITES))
        texts[" ".join(parts)] = None
    return a_plan(*(_made(text, position, rng) for position, text in enumerate(texts)))


def _made(text: str, position: int, rng: random.Random) -> Action:
    number = position // 8 + 1
    return an_action(
        text,
        ref=f"{number}.{position % 8 + 1:02d}",
        row=5 + position,
        group=Group(f"High Impact Action {number}", f"Aim number {number} of the plan", number),
        owners=tuple(rng.sample(OWNERS, rng.choice((1, 1, 2)))),
        target=due(date(2025, 6, 30) + timedelta(days=91 * rng.randrange(4))),
    )


def edited(old: ActionPlan, rng: random.Random, edit: Callable[[str, random.Random], str], share: float) -> Version:
    """A version in which a `share` of the texts was edited and nothing else."""
    new = [replace(action, text=edit(action.text, rng)) if rng.random() < share else action for action in old.actions]
    return _numbered(old, [(action.place.row, action) for action in new])


def with_coming_and_going(version: Version, rng: random.Random, share: float) -> Version:
    """The version after a `share` of its actions was removed and as many others were added, at any row."""
    came_from = {new: old for old, new in version.truth}
    kept = [(came_from[a.place.row], a) for a in version.new.actions if rng.random() >= share]
    there = {action.text for action in version.old.actions}
    others = [a for a in a_large_plan(len(version.old.actions) * 2, rng).actions if a.text not in there]
    for action in rng.sample(others, int(share * len(version.old.actions))):
        kept.insert(rng.randrange(len(kept) + 1), (0, action))
    return _numbered(version.old, kept)


def with_moves(version: Version, rng: random.Random, share: float) -> Version:
    """The version after a `share` of its rows was moved to anywhere."""
    came_from = {new: old for old, new in version.truth}
    rows = [(came_from.get(action.place.row, 0), action) for action in version.new.actions]
    for _ in range(int(share * len(rows))):
        rows.insert(rng.randrange(len(rows)), rows.pop(rng.randrange(len(rows))))
    return _numbered(version.old, rows)


def rolled_over(version: Version) -> Version:
    """The version a year on: every date 365 days later, every group with another number and a longer title."""
    rows = {new: old for old, new in version.truth}
    return _numbered(version.old, [(rows.get(a.place.row, 0), _a_year_on(a)) for a in version.new.actions])


def _a_year_on(action: Action) -> Action:
    group = action.group
    assert group is not None
    assert group.number is not None
    number = group.number % 9 + 1
    later = Group(f"High Impact Action {number}", f"{group.title} for 2026-27", number)
    return replace(action, group=later, target=_later(action))


def _later(action: Action) -> Target:
    target = action.target
    assert target.kind is TargetKind.DATED
    assert target.due is not None
    return due(target.due + timedelta(days=365))


def _numbered(old: ActionPlan, rows: list[tuple[int, Action]]) -> Version:
    actions = tuple(
        replace(action, place=Place("plan.xlsx", "Plan", 5 + position, 4)) for position, (_, action) in enumerate(rows)
    )
    truth = frozenset((row, 5 + position) for position, (row, _) in enumerate(rows) if row)
    return Version(old, a_plan(*actions, title="EDI Action Plan 2026-27"), truth)


def mistyped(text: str, rng: random.Random) -> str:
    """One slip of the keys in a word of five letters or more."""
    words = text.split()
    at = rng.choice([i for i, word in enumerate(words) if len(word) > 4])
    spot = rng.randrange(1, len(words[at]) - 1)
    slip = rng.choice((words[at][spot] * 2, "", "x"))
    words[at] = words[at][:spot] + slip + words[at][spot + 1 :]
    return " ".join(words)


def lightly_edited(text: str, rng: random.Random) -> str:
    """What an editor does to a sentence: a word in, a word out, a clause behind it, capitals, "&" for "and"."""
    words = text.split()
    for edit in rng.sample(("in", "out", "behind", "capitals"), 2):
        if edit == "in":
            words.insert(rng.randrange(len(words)), rng.choice(("all", "further", "regular", "key")))
        elif edit == "out":
            words.pop(rng.randrange(1, len(words)))
        elif edit == "behind":
            words.append("by the end of the year.")
        else:
            words[0] = words[0].upper()
    return " ".join(words).replace(" and ", " & ")


def with_synonyms(text: str, rng: random.Random) -> str:
    """Every word that has a synonym replaced by it, and the two halves of the sentence turned round."""
    words = [SYNONYMS.get(word, word) for word in text.split()]
    middle = len(words) // 2
    return " ".join(words[middle:] + words[:middle]) if rng.random() < 0.5 else " ".join(words)


def heavily_reworded(text: str, rng: random.Random) -> str:
    """Four words in ten replaced by words of other sentences, and the order turned over."""
    words = text.split()
    for at in rng.sample(range(len(words)), round(0.4 * len(words))):
        words[at] = rng.choice(rng.choice((*THINGS, *FOR, *WITH)).split())
    rng.shuffle(words)
    return " ".join(words)
