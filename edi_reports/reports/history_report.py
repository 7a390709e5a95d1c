"""The history of a plan: the trend of the whole, and each action's dates, progress and RAG through its versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from edi_reports.model.history import History, Life, Sighting, Standing
from edi_reports.model.period import ReportingMonth, long_date
from edi_reports.model.rag import Rag
from edi_reports.reports.long_refs import with_room_for_refs
from edi_reports.reports.parts import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Series,
    Table,
)
from edi_reports.reports.wording import (
    by_days,
    how_many,
    listed,
    moved_in_words,
    one_line,
    sentence,
    so_many,
    with_refs,
)

SCHEMA = "edi-reports/history/1"
_RAG_WORDS = tuple(rag.word for rag in Rag)
NEVER_DATED = "Never dated"


def version_names(history: History) -> tuple[str, ...]:
    """What each version is called: its month, or its file where two are of one month, or its number too."""
    months = [str(ReportingMonth.of(standing.as_at)) for standing in history.standings]
    often = Counter(months)
    names = tuple(
        month if often[month] == 1 else f"{month}, {one_line(standing.source.name, 60)}"
        for month, standing in zip(months, history.standings, strict=True)
    )
    if len({name.casefold() for name in names}) == len(names):
        return names
    return tuple(f"{number}: {name}" for number, name in enumerate(names, 1))


def summarise_history(history: History) -> tuple[str, ...]:
    """The trend and the slippage, in sentences."""
    if not history.standings:
        return ("There are no versions to tell of.",)
    told = (_span(history), _slipped(history), _uncertain(history))
    return tuple(sentence(words) for words in told if words)


def _span(history: History) -> str:
    first, last = history.standings[0], history.standings[-1]
    names = version_names(history)
    return (
        f"{how_many(len(names), 'version')}, from {names[0]} with {how_many(first.actions, 'action')} to {names[-1]} "
        f"with {how_many(last.actions, 'action')}; {so_many(_reds(last), 'is', 'are')} Red now, {_reds(first)} at first"
    )


def _reds(standing: Standing) -> int:
    return dict(standing.ratings).get(Rag.RED, 0)


def _slipped(history: History) -> str:
    slipped = [life for life in history.lives if life.days_slipped > 0]
    if not slipped:
        return "no due day is later than it was at first"
    are, days = so_many(len(slipped), "action is", "actions are"), by_days([life.days_slipped for life in slipped])
    return with_refs(f"{are} due later than at first, {days}", [life.latest.action.ref for life in slipped])


def _uncertain(history: History) -> str:
    if not history.uncertain:
        return ""
    pairs = so_many(len(history.uncertain), "pair of actions may be one", "pairs of actions may each be one")
    return f"{pairs}: until a person decides, they count as different actions"


def trend_table(history: History) -> Table:
    """The actions of each version by RAG, a row a version."""
    columns = (Column("Version", 3), *(Column(word, 1.6, numbers=True) for word in ("Actions", *_RAG_WORDS)))
    rows = tuple(
        (name, str(standing.actions), *(str(count) for _, count in standing.ratings))
        for name, standing in zip(version_names(history), history.standings, strict=True)
    )
    return Table("Actions by RAG, version by version", columns, rows)


def movement_table(history: History) -> Table:
    """What came, left and slipped up to each version, a row a version."""
    headings = ("Added", "Left", "Due on another day than first", "Days slipped in all")
    columns = (Column("Version", 3), *(Column(heading, 2.6, numbers=True) for heading in headings))
    rows = tuple(
        (name, *map(str, (standing.added, standing.left, standing.redated, standing.days_slipped)))
        for name, standing in zip(version_names(history), history.standings, strict=True)
    )
    return Table("What came, left and slipped, version by version", columns, rows)


def trend_chart(history: History) -> Chart:
    """The actions of each version by RAG."""
    names = version_names(history)
    ratings = [dict(standing.ratings) for standing in history.standings]
    series = tuple(Series(rag.word, tuple(rated[rag] for rated in ratings), rag) for rag in Rag)
    told = (
        f"{name}: {listed([f'{count} {rag.word}' for rag, count in standing.ratings if count]) or 'no actions'}"
        for name, standing in zip(names, history.standings, strict=True)
    )
    alt = f"Stacked column chart of actions by RAG in each version. {'. '.join(told)}."
    return Chart(ChartKind.STACKED_COLUMN, "Actions by RAG in each version", names, series, alt)


def lives_table(history: History) -> Table:
    """Each action's life, worst slippage first."""
    columns = (
        Column("Ref", 1.2),
        Column("Action", 4.4),
        Column("First seen", 2),
        Column("Due days in turn", 3),
        Column("Slipped", 2.2),
        Column("Progress and RAG", 6),
    )
    names = version_names(history)
    rows = tuple(_life_row(life, names) for life in history.lives)
    return Table("Each action, worst slippage first", columns, rows)


def _life_row(life: Life, names: tuple[str, ...]) -> tuple[Cell, ...]:
    action = life.latest.action
    gone = "" if life.latest.version == len(names) - 1 else f"\nLast seen {names[life.latest.version]}"
    told = "\n".join(f"{names[seen.version]}: {_standing_of(seen)}" for seen in life.sightings)
    first_seen = f"{names[life.sightings[0].version]}{gone}"
    return action.ref, one_line(action.text), first_seen, dues_in_turn(life), slippage_in_words(life), told


def _standing_of(seen: Sighting) -> str:
    state = "cancelled" if seen.action.cancelled else seen.action.progress.state.words.lower()
    return f"{state}, {seen.rating.rag.word}"


def dues_in_turn(life: Life) -> str:
    """The first due day and each later one, a line each."""
    if life.redating is None:
        return NEVER_DATED
    return "\n".join(long_date(day) for day in (life.redating.first_due, *(due for _, due in life.redating.moves)))


def slippage_in_words(life: Life) -> str:
    """How far the due day has moved: "Moved 2 times, 181 days in all.", "Not moved."."""
    if life.redating is None or not life.redating.times:
        return "Not moved."
    if not life.days_slipped:
        return "Moved, and moved back."
    return sentence(moved_in_words(life.days_slipped, life.redating.times))


def compose_history_paper(history: History, title: str, as_at: date, author: str = "") -> Document:
    """The history for Word; `as_at` is the day that the file says it was made."""
    return Document(f"{title}: history", _subject(history), author, as_at, with_room_for_refs(_parts(history)))


def _subject(history: History) -> str:
    names = version_names(history)
    return f"From {names[0]} to {names[-1]}" if names else "No versions"


def _parts(history: History) -> Iterator[Part]:
    yield Heading("Summary")
    yield from map(Paragraph, summarise_history(history))
    if history.standings:
        yield Heading("Trend")
        yield trend_chart(history)
        yield trend_table(history)
        yield movement_table(history)
        yield Heading("Actions")
        yield lives_table(history)


def compose_history_document(history: History) -> dict[str, Any]:
    """The history as JSON: days as YYYY-MM-DD, an unknown as null, worst slippage first."""
    return {
        "schema": SCHEMA,
        "versions": [_standing_document(standing) for standing in history.standings],
        "actions": [_life_document(life) for life in history.lives],
        "uncertain": [
            {
                "old_row": match.old.place.row,
                "new_row": match.new.place.row,
                "likeness": match.likeness,
                "why": match.why,
            }
            for match in history.uncertain
        ],
    }


def _standing_document(standing: Standing) -> dict[str, Any]:
    return {
        "name": standing.source.name,
        "sha256": standing.source.sha256,
        "as_at": standing.as_at.isoformat(),
        "actions": standing.actions,
        "rag": {rag.value: count for rag, count in standing.ratings},
        "progress": {state.value: count for state, count in standing.progress},
        "added": standing.added,
        "left": standing.left,
        "redated": standing.redated,
        "days_slipped": standing.days_slipped,
    }


def _life_document(life: Life) -> dict[str, Any]:
    moves = life.redating.moves if life.redating else ()
    return {
        "ref": life.latest.action.ref,
        "action": life.latest.action.text,
        "first_seen": life.first_seen.isoformat(),
        "last_seen": life.latest.as_at.isoformat(),
        "first_due": life.redating.first_due.isoformat() if life.redating else None,
        "moves": [{"version": version, "due": due.isoformat()} for version, due in moves],
        "days_slipped": life.days_slipped,
        "versions": [
            {
                "as_at": seen.as_at.isoformat(),
                "row": seen.action.place.row,
                "due": seen.action.target.due.isoformat() if seen.action.target.due else None,
                "progress": seen.action.progress.state.value,
                "rag": seen.rating.rag.value,
                "reason": seen.rating.reason,
            }
            for seen in life.sightings
        ],
    }
