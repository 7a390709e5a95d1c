"""What yes, no and numbers mean under a heading that asks whether an action is completed, and where states end."""

from __future__ import annotations

import re
from functools import cache

from edi_reports.model.action import Held, ProgressState
from edi_reports.model.raw import Field, RawPlan
from edi_reports.normalising.progress import Said, read_words
from edi_reports.normalising.spelling import single_spaced

_ASKS_COMPLETED = re.compile(r"\b(?:completed?|done|closed|achieved|delivered)\b", re.IGNORECASE)
_ASKS_ON_TRACK = re.compile(r"\bon (?:track|target|schedule)\b.*\?|\bon (?:track|target) ?\(?y", re.IGNORECASE)
_ASKS_HOW_FAR = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_ANSWERS = {
    **dict.fromkeys(("y", "yes", "true"), Said(state=ProgressState.COMPLETED, known=True, whole=True)),
    **dict.fromkeys(("n", "no", "not yet", "false", "✗", "✘", "❌"), Said(known=True, whole=True)),
}
_RESOLVED = {"resolved": Said(state=ProgressState.COMPLETED, known=True, whole=True)}
# What is on track, or not, may be begun or not.
_WHETHER_ON_TRACK = {
    **dict.fromkeys(("y", "yes"), Said(known=True, whole=True)),
    **dict.fromkeys(("n", "no"), Said(held=Held.UP, known=True, whole=True)),
}


def find_answers(raw: RawPlan) -> dict[tuple[str, int], dict[str, Said]]:
    """What each answer means, by sheet and column; nothing under a heading that asks nothing."""
    last = _ends_with_resolved(raw)
    return {
        place: _answers_to(column.heading) | (_RESOLVED if place in last else {})
        for table in raw.tables
        for column in table.columns
        for place in [(column.place.sheet, column.place.column)]
    }


def _ends_with_resolved(raw: RawPlan) -> set[tuple[str, int]]:
    """The columns where "Resolved" is the last state: where others say "Closed", it only waits for that."""
    cells = [cell for action in raw.actions for cell in action.cells(Field.PROGRESS)]
    states: dict[tuple[str, int], set[str]] = {}
    for cell in cells if any("esolved" in cell.text or "RESOLVED" in cell.text for cell in cells) else ():
        states.setdefault((cell.place.sheet, cell.place.column), set()).add(single_spaced(cell.text).lower())
    return {
        place
        for place, words in states.items()
        if "resolved" in words and all(read_words(word).state is not ProgressState.COMPLETED for word in words)
    }


def _answers_to(heading: str) -> dict[str, Said]:
    whether = _ANSWERS if _ASKS_COMPLETED.search(heading) else {}
    whether = _WHETHER_ON_TRACK if not whether and _ASKS_ON_TRACK.search(heading) else whether
    return whether | _hundredths() if _ASKS_HOW_FAR.search(heading) else whether


@cache
def _hundredths() -> dict[str, Said]:
    """What a share done means that is written in hundredths, or as a part of 1; 1 may be one per cent or all."""
    shares = {str(number): read_words(f"{number}%") for number in (0, *range(2, 101))}
    return shares | {f"{number / 100:g}": read_words(f"{number}%") for number in range(1, 100)}
