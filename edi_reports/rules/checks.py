"""What the plan as a whole should be asked about, once it is rated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edi_reports.model.action import Held
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.plan import RatedAction
from edi_reports.model.rag import Rag

_LAST_RULE_FOR_WHAT_IS_OVER = 1
_HELD_UP, _CALLED_OFF = "held-up-but-green", "called-off-in-words"


def check_stated_rags(actions: Iterable[RatedAction]) -> Iterator[Finding]:
    """A finding for each action whose RAG in the plan is not the one that the rules give."""
    for each in actions:
        stated, rating = each.action.stated_rag, each.rating
        if stated is not None and stated is not rating.rag:
            place = each.action.place_of("stated_rag")
            reason = rating.reason.removeprefix(f"{rating.rag.word}: ")
            facts = {"stated": stated.word, "calculated": rating.rag.word, "reason": reason}
            yield finding("stated-rag-differs", place, each.action.ref, **facts)


def check_hindrances(actions: Iterable[RatedAction]) -> Iterator[Finding]:
    """A finding for each action that is Green though the plan's words hold it up, or rated though they call it off."""
    for each in actions:
        said = each.action.hindrance
        if said is None or each.rating.rule <= _LAST_RULE_FOR_WHAT_IS_OVER:
            continue
        code = _CALLED_OFF if said.held is Held.OFF else _HELD_UP if _shows_green_alone(each) else None
        if code and each.rating.rag is not Rag.NOT_RATED:
            facts = {"written": said.words, "calculated": each.rating.rag.word, "reason": each.rating.reason}
            yield finding(code, said.place, each.action.ref, **facts)


def _shows_green_alone(each: RatedAction) -> bool:
    """Whether an action is Green and no other RAG, stated in the plan, stands beside it."""
    return each.rating.rag is Rag.GREEN and each.action.stated_rag in (None, Rag.GREEN)
