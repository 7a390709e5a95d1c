"""What the plan as a whole should be asked about, once it is rated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.plan import RatedAction


def check_stated_rags(actions: Iterable[RatedAction]) -> Iterator[Finding]:
    """A finding for each action whose RAG in the plan is not the one that the rules give."""
    for each in actions:
        stated, rating = each.action.stated_rag, each.rating
        if stated is not None and stated is not rating.rag:
            place = each.action.place_of("stated_rag")
            facts = {"stated": stated.word, "calculated": rating.rag.word, "reason": rating.reason}
            yield finding("stated-rag-differs", place, each.action.ref, **facts)
