"""Alert, Advise, Assure: drafted from the ratings by the rules stated here and in the paper, for people to confirm."""

from __future__ import annotations

from collections.abc import Iterable

from edi_reports.model.action import ProgressState
from edi_reports.model.plan import RatedAction
from edi_reports.model.rag import Rag
from edi_reports.reports.exceptions import most_overdue_first
from edi_reports.reports.parts import Bullets, Heading, Paragraph, Part
from edi_reports.reports.wording import how_many, one_line, one_or_several, refs, sentence, who_answers, with_refs

MOST_ALERTS, MOST_LABEL = 5, 80
RULES = (
    "drafted from the ratings by rule, for the executive lead to confirm: alert is what is Red; advise is what is "
    "Amber or Not rated, what is proposed for closure, and target dates put back past their first due day; assure is "
    "what is completed or Green"
)

_AMBER_BECAUSE = {
    4: "ongoing or recurring and not started",
    5: "not started, though the start day is past",
    6: "due soon",
    7: "re-dated, and the first due day is past",
}
_NOT_RATED_BECAUSE = {
    0: "struck through or withdrawn in {plan}, taken as cancelled",
    3: "the target gives no day that can be rated",
    4: "ongoing or recurring, and no progress is stated",
}


def alert_advise_assure(
    actions: tuple[RatedAction, ...], moved_back: tuple[str, ...], plans: int = 1
) -> tuple[Part, ...]:
    """The three lists for a committee's actions, under one heading; `moved_back` are refs whose dates were put back."""
    advice = _advice(actions, moved_back, plans)
    return (
        Heading("Alert, advise, assure"),
        Paragraph(sentence(RULES)),
        Heading("Alert", 2),
        *_bullets(_alerts(_with(actions, Rag.RED)), "No action is Red, so there is nothing to alert to."),
        Heading("Advise", 2),
        *_bullets(advice, "No action is Amber or Not rated, so there is nothing to advise on."),
        Heading("Assure", 2),
        *_bullets(_assurances(actions), "No action is completed or Green, so the ratings give no assurance."),
    )


def _bullets(items: list[str], nothing: str) -> tuple[Part, ...]:
    return (Bullets(tuple(map(sentence, items))),) if items else (Paragraph(nothing),)


def _with(actions: Iterable[RatedAction], rag: Rag) -> list[RatedAction]:
    return [each for each in actions if each.rating.rag is rag]


def _alerts(red: list[RatedAction]) -> list[str]:
    worst = most_overdue_first(red)
    named = [_alert(each) for each in worst[:MOST_ALERTS]]
    rest = len(worst) - len(named)
    return [*named, f"{how_many(rest, 'further Red action')}, listed under Exceptions"] if rest else named


def _alert(each: RatedAction) -> str:
    late = f"overdue by {how_many(each.rating.days, 'day')}" if each.rating.days else each.rating.reason
    who = who_answers(each.action.owners) if each.action.owners else "no owner given"
    return f"{each.action.ref} – {one_line(each.action.text, MOST_LABEL)}: {late} ({who})"


def _advice(actions: tuple[RatedAction, ...], moved_back: tuple[str, ...], plans: int) -> list[str]:
    plan = one_or_several(plans, "the plan", "the plans")
    because = {rule: words.format(plan=plan) for rule, words in _NOT_RATED_BECAUSE.items()}
    proposed = [each for each in actions if each.action.progress.state is ProgressState.PROPOSED_FOR_CLOSURE]
    items = [
        *_by_rule("Amber", _with(actions, Rag.AMBER), _AMBER_BECAUSE),
        *_by_rule("Not rated", _with(actions, Rag.NOT_RATED), because),
    ]
    if proposed:
        items.append(
            with_refs(f"Proposed for closure, to be decided: {how_many(len(proposed), 'action')}", refs(proposed))
        )
    if moved_back:
        items.append(
            with_refs(f"Target dates put back since first set: {how_many(len(moved_back), 'action')}", moved_back)
        )
    return items


def _by_rule(rag: str, actions: list[RatedAction], because: dict[int, str]) -> list[str]:
    rules = dict.fromkeys(each.rating.rule for each in actions)
    return [
        _group_of(rag, [each for each in actions if each.rating.rule == rule], because, rule) for rule in sorted(rules)
    ]


def _group_of(rag: str, actions: list[RatedAction], because: dict[int, str], rule: int) -> str:
    reason = f", {because[rule]}" if rule in because else ""
    return with_refs(f"{rag}{reason}: {how_many(len(actions), 'action')}", refs(actions))


def _assurances(actions: tuple[RatedAction, ...]) -> list[str]:
    done = [each for each in actions if _is_done(each)]
    green = [each for each in _with(actions, Rag.GREEN) if not _is_done(each)]
    found = (("Completed", done), ("Green, on time or under way", green))
    return [with_refs(f"{words}: {how_many(len(some), 'action')}", refs(some)) for words, some in found if some]


def _is_done(each: RatedAction) -> bool:
    return each.action.progress.state is ProgressState.COMPLETED and not each.action.cancelled
