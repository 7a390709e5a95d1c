"""The figures of a committee's paper, in sentences."""

from __future__ import annotations

from collections import Counter

from edi_reports.model.action import ProgressState
from edi_reports.model.period import long_date
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import TargetKind
from edi_reports.reports.exceptions import most_overdue_first
from edi_reports.reports.figures import count_all
from edi_reports.reports.movement import movement_in_words
from edi_reports.reports.share import Share
from edi_reports.reports.wording import (
    all_or_so_many,
    how_many,
    listed,
    one_or_several,
    refs,
    sentence,
    so_many,
    with_refs,
)

OVERDUE_BANDS = ((1, 30, "up to 30 days"), (31, 90, "31 to 90 days"), (91, 10**6, "more than 90 days"))


def summary_of(share: Share) -> tuple[str, ...]:
    """What is covered, how it is rated, how late it is, what owners report and what moved: a sentence or two each."""
    if not share.actions:
        return (_coverage(share),)
    return (
        _coverage(share),
        _ratings(share.own),
        _overdue(share.actions),
        _reported(share),
        *_cancelled(share),
        *(movement_in_words(share.movement) if share.movement else (_no_earlier_version(share.plans),)),
        *_waiting(share.actions),
    )


def _no_earlier_version(plans: int) -> str:
    of = one_or_several(plans, "the plan", "the plans")
    return f"No earlier version of {of} was compared, so this paper cannot say what has moved since."


def _coverage(share: Share) -> str:
    number, whole = len(share.actions), len(share.whole.actions)
    plan = one_or_several(share.plans, "the plan", "the plans")
    as_at, of_plan = f"As at {long_date(share.whole.as_at)}", f"of the {how_many(whole, 'action')} in {plan}"
    if not whole:
        hold = one_or_several(share.plans, "holds", "hold")
        return f"{as_at}, {plan} {hold} no actions, so there is nothing to report."
    if not number:
        return f"{as_at}, none {of_plan} is routed to the {share.committee.name}, so there is nothing to report to it."
    if number == whole:
        every = {1: "the one action", 2: "both actions"}.get(whole, f"all {whole} actions")
        return f"{as_at}, this paper covers {every} in {plan}."
    return f"{as_at}, this paper covers {number} {of_plan}: those routed to the {share.committee.name}."


def _ratings(own: RatedPlan) -> str:
    counts = count_all(own)
    told = [(counts.of(rag), f"is {rag.word}", f"are {rag.word}") for rag in Rag]
    return f"{all_or_so_many(counts.total, 'action', told)}."


def _overdue(actions: tuple[RatedAction, ...]) -> str:
    red = most_overdue_first(each for each in actions if each.rating.rag is Rag.RED)
    if not red:
        return "No action is overdue."
    worst = f"{red[0].action.ref}, by {how_many(red[0].rating.days or 0, 'day')}"
    if len(red) == 1:
        return f"1 action is overdue: {worst}."
    days = [each.rating.days or 0 for each in red]
    bands = [(sum(low <= day <= high for day in days), words) for low, high, words in OVERDUE_BANDS]
    parts = [f"{number or 'none'} by {words}" for number, words in bands]
    return f"{len(red)} actions are overdue: {listed(parts)}. The longest overdue is {worst}."


def _reported(share: Share) -> str:
    actions, states_no = share.actions, one_or_several(share.plans, "the plan states no", "the plans state no")
    states = Counter(each.action.progress.state for each in actions)
    if states[ProgressState.NOT_STATED] == len(actions):
        return sentence(f"{states_no} progress for any of them")
    unstated = [each for each in actions if each.action.progress.state is ProgressState.NOT_STATED]
    silent = sum(not each.action.cancelled for each in unstated)
    stated = [state for state in ProgressState if state is not ProgressState.NOT_STATED]
    alike = next((state for state in stated if 1 < states[state] == len(actions)), None)
    if alike:
        return f"Owners report {'both' if len(actions) == 2 else f'all {len(actions):,}'} as {alike.words.lower()}."
    parts = [f"{states[state] or 'none'} as {state.words.lower()}" for state in stated]
    return f"Owners report {listed(parts)}{f'; for {silent} {states_no} progress' if silent else ''}."


def _waiting(actions: tuple[RatedAction, ...]) -> tuple[str, ...]:
    """What somebody has to decide."""
    standing = [each for each in actions if not each.action.cancelled]
    closing = refs(each for each in standing if each.action.progress.state is ProgressState.PROPOSED_FOR_CLOSURE)
    dateless = refs(each for each in standing if each.rating.rag is Rag.NOT_RATED and _is_undecided(each))
    closures = with_refs(f"{how_many(len(closing), 'action')} proposed for closure", closing)
    dates = with_refs(f"{how_many(len(dateless), 'target date')} still to be set", dateless)
    told = [words for words, found in ((closures, closing), (dates, dateless)) if found]
    return (f"Waiting for a decision: {listed(told)}.",) if told else ()


def _is_undecided(each: RatedAction) -> bool:
    return each.action.target.kind is TargetKind.UNDECIDED


def _cancelled(share: Share) -> tuple[str, ...]:
    struck = refs(each for each in share.actions if each.action.cancelled)
    if not struck:
        return ()
    are = so_many(len(struck), "action is", "actions are")
    plan = one_or_several(share.plans, "the plan", "the plans")
    said = f"{are} struck through or withdrawn in {plan}, taken as cancelled and not rated"
    return (sentence(with_refs(said, struck)),)
