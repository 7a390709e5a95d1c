"""The numbers that a key gives, held against the rows of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edi_reports.model.action import Action
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.normalising.progress import read_words


def check_key_counts(counts: Iterable[tuple[str, int, Place]], actions: Sequence[Action]) -> Iterator[Finding]:
    """Report each number of a key that the rows of its sheet do not bear out; a key elsewhere counts all rows."""
    sheets = {action.place.sheet for action in actions}
    for meaning, stated, place in counts:
        said = read_words(meaning)
        counted = sum(
            action.stated_rag is said.rag if said.rag else action.progress.state is said.state
            for action in actions
            if place.sheet not in sheets or action.place.sheet == place.sheet
        )
        if (said.rag or said.state) and counted != stated:
            yield finding("key-count-differs", place, stated=stated, meaning=meaning, counted=counted)
