"""A forecast as people read it in a terminal, and as other programs read it."""

from __future__ import annotations

from collections.abc import Iterator

from edi_reports.model.forecast import Forecast, Turn
from edi_reports.model.period import long_date
from edi_reports.model.plan import Source
from edi_reports.model.rag import Rag
from edi_reports.reports.wording import listed, one_line, so_many

SCHEMA = "edi-reports/forecast/1"


def forecast_in_words(forecast: Forecast) -> tuple[str, ...]:
    """The lines that a person reads: month by month, each turn with its day, RAG, reason, owners and action."""
    span = f"from {long_date(forecast.as_at)} to {long_date(forecast.until)}"
    if not forecast.turns:
        return (f"If progress and dates stay as they are, no action turns Red or Amber {span}.",)
    return (f"What turns Red or Amber {span}, if progress and dates stay as they are:", *_months(forecast))


def forecast_as_json(forecast: Forecast, source: Source) -> dict[str, object]:
    """The same for programs: ISO dates, one entry a turn, in order of time."""
    return {
        "schema": SCHEMA,
        "workbook": {"name": source.name, "sha256": source.sha256},
        "as_at": forecast.as_at.isoformat(),
        "until": forecast.until.isoformat(),
        "turns": [_turn_as_json(turn) for turn in forecast.turns],
    }


def _months(forecast: Forecast) -> Iterator[str]:
    for month, turns in forecast.by_month():
        red, amber = (sum(turn.rating.rag is rag for turn in turns) for rag in (Rag.RED, Rag.AMBER))
        counts = [so_many(number, "turns", "turn") + f" {word}" for number, word in ((red, "Red"), (amber, "Amber"))]
        yield ""
        yield f"{month}: {listed(counts)}"
        for turn in turns:
            yield from _turn_in_words(turn)


def _turn_in_words(turn: Turn) -> Iterator[str]:
    action = turn.action
    owners = listed([owner.name for owner in action.leads]) or "No owner given"
    why = f"{turn.rating.reason}; was {turn.before.word}"
    yield f"  {turn.day.day:>2}  {turn.rating.rag.word:<5}  {action.ref:<6} {why}"
    yield f"                    {owners}: {one_line(action.text)}"


def _turn_as_json(turn: Turn) -> dict[str, object]:
    return {
        "day": turn.day.isoformat(),
        "ref": turn.action.ref,
        "sheet": turn.action.place.sheet,
        "row": turn.action.place.row,
        "action": turn.action.text,
        "owners": [owner.name for owner in turn.action.leads],
        "before": turn.before.value,
        "rag": turn.rating.rag.value,
        "rule": turn.rating.rule,
        "reason": turn.rating.reason,
    }
