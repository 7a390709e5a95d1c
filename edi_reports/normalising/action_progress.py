"""The progress of an action: what its columns say, what stands beside them, and what that puts in doubt."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from msgspec.structs import replace

from edi_reports.model.action import Held, Progress, ProgressSource, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.period import Period
from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.raw import Field, RawAction
from edi_reports.model.target import Target
from edi_reports.normalising.cells import places_of
from edi_reports.normalising.completion import completed_on, day_of_completion, says_completed
from edi_reports.normalising.known import Known
from edi_reports.normalising.progress import combine_steps, normalise_progress, read_words, shortened
from edi_reports.normalising.spelling import single_spaced

_MOST_STATE_WORDS = 2
_TOLD = (Field.UPDATE, Field.PROGRESS, Field.STATED_RAG)
_DATES = (Field.REVISED_TARGET, Field.TARGET, Field.ORIGINAL_TARGET)
# A date and then "complete" may tell or order.
_DONE_AFTER = re.compile(r"\d\W+(?:now |all )?(?:completed?|done|closed|achieved|delivered)\W*$", re.IGNORECASE)
_SHARE_DONE = re.compile(
    r"\W*(?:%|per ?cent(?:age)?)\s*(?:of\s+)?(?:actions?\s+)?(?:completed?|completion|done|progress)\W*"
    r"|\W*(?:completed?|completion|done|progress)\s*\(?(?:%|per ?cent(?:age)?)\W*",
    re.IGNORECASE,
)
_HOW_IT_ENDED = re.compile(r"\b(?:resolution|outcome|closure|reason closed|result)\b", re.IGNORECASE)
_IN_PART = re.compile(r"\d{1,2}(?:\.\d+)?\s?%|0\.\d+")


def progress_of(raw: RawAction, target: Target, known: Known) -> tuple[Progress, Rag | None, tuple[Finding, ...]]:
    """What an action's columns of progress and RAG say, and what to say of them."""
    cells = raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG)
    answers = [known.answers.get((cell.place.sheet, cell.place.column), {}) for cell in cells]
    legend = reduce(or_, answers, known.legend)
    key = _key_of(raw.place.sheet, known.key)
    rows = dict.fromkeys(cell.place.row for cell in cells)
    parts = [tuple(c for c in cells if c.place.row == row) for row in rows] if len(rows) > 1 else [cells]
    steps = [normalise_progress(part, key, legend) for part in parts]
    steps = [(_with_day(progress, known.period), rag, found) for progress, rag, found in steps]
    progress, rag, found = combine_steps(steps) if len(steps) > 1 else steps[0]
    if progress.state is ProgressState.NOT_STATED:
        elsewhere, met = _completed_elsewhere(raw, target, known.period)
        in_update, met_there = (None, ()) if elsewhere else _in_update(raw, known)
        progress, found = elsewhere or in_update or progress, (*found, *met, *met_there)
    elif progress.state is ProgressState.COMPLETED:
        progress, doubt = _as_beside(progress, raw, known.period)
        found = (*found, *doubt)
    denied = _denied(progress, raw)
    if denied is not None:
        unsure = Progress(ProgressState.NOT_STATED, ProgressSource.NONE, progress.as_written)
        return unsure, rag, (*found, denied)
    return progress, rag, found


def _denied(progress: Progress, raw: RawAction) -> Finding | None:
    """What to say of a completion that words beside it deny, an update or another state; None where it stands."""
    told = (cell for field in _TOLD for cell in raw.cells(field) if cell.text.strip())
    words = tuple(told) if progress.state is ProgressState.COMPLETED else ()
    if not words:
        return None
    from edi_reports.normalising.denials import denies_completion  # its patterns take a hundredth of a month to compile

    cell = next((cell for cell in words if denies_completion(cell.text)), None)
    if cell is None:
        return None
    said = f"{'the colour ' if progress.source is ProgressSource.FILL else ''}{shortened(progress.as_written or '')}"
    facts = {"written": said, "other": cell.place.cell, "update": shortened(cell.text)}
    return finding("completion-denied", _where_completed(progress, raw), **facts)


def _where_completed(progress: Progress, raw: RawAction) -> Place:
    """The cell whose colour or words say completed."""
    cells = raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG)
    said = (cell.place for cell in cells if progress.as_written in (cell.fill, single_spaced(cell.text)))
    places = dict(places_of(raw))
    return next(said, None) or places.get("progress") or places["target"]


def _as_beside(progress: Progress, raw: RawAction, period: Period | None) -> tuple[Progress, tuple[Finding, ...]]:
    """A completion with the day of its column; in doubt beside a share of less than all, or an end of another kind."""
    beside = next((text for name, text in raw.other if _SHARE_DONE.fullmatch(name) and _IN_PART.fullmatch(text)), None)
    beside = beside or next(
        (text for name, text in raw.other if _HOW_IT_ENDED.search(name) and _is_called_off(text)), None
    )
    if beside is not None:
        place = next(cell.place for cell in raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG))
        told = f"{progress.as_written or ''}, {beside}"
        unstated = Progress(ProgressState.NOT_STATED, ProgressSource.NONE, progress.as_written)
        return unstated, (finding("completion-in-doubt", place, written=told),)
    days = [cell.day or day_of_completion(cell.text, period) for cell in raw.cells(Field.COMPLETED)]
    day = next((day for day in days if day), None)
    return (replace(progress, on=day) if progress.on is None and day else progress), ()


def _is_called_off(text: str) -> bool:
    said = read_words(text)
    return said.held is Held.OFF and said.whole


def _with_day(progress: Progress, period: Period | None) -> Progress:
    """A completion that is told in words, with the day that they name."""
    told = progress.state is ProgressState.COMPLETED and progress.source is ProgressSource.TEXT
    return replace(progress, on=completed_on(progress.as_written or "", period)) if told else progress


def _completed_elsewhere(
    raw: RawAction, target: Target, period: Period | None
) -> tuple[Progress | None, tuple[Finding, ...]]:
    """Completed by a day in a column of completion dates, or by words in place of the target date."""
    cells = [cell for cell in raw.cells(Field.COMPLETED) if any(map(str.isdigit, cell.text)) or cell.day]
    for cell in cells:
        day = cell.day or day_of_completion(cell.text, period)
        if day is None:
            return None, (finding("completion-in-doubt", cell.place, written=single_spaced(cell.text)),)
        return Progress(ProgressState.COMPLETED, ProgressSource.TEXT, single_spaced(cell.text), day), ()
    if says_completed(target.as_written, period):
        written = single_spaced(target.as_written)
        return Progress(ProgressState.COMPLETED, ProgressSource.TEXT, written, completed_on(written, period)), ()
    if target.due and _DONE_AFTER.search(target.as_written):
        place = next(cell.place for field in _DATES for cell in raw.cells(field) if cell.text.strip())
        return None, (finding("completion-in-doubt", place, written=single_spaced(target.as_written)),)
    return None, ()


def _in_update(raw: RawAction, known: Known) -> tuple[Progress | None, tuple[Finding, ...]]:
    """The state with which an update begins, on a sheet without a column for it; completed only if it says no more."""
    if known.here & {Field.PROGRESS, Field.STATED_RAG}:
        return None, ()
    text = raw.text(Field.UPDATE)
    said = read_words(text)
    if said.doubtful or (said.state is ProgressState.COMPLETED and not said.whole):
        return None, (finding("completion-in-doubt", raw.cells(Field.UPDATE)[0].place, written=shortened(text)),)
    if said.state is None:
        return None, ()
    return _with_day(Progress(said.state, ProgressSource.TEXT, single_spaced(text)), known.period), ()


def _key_of(sheet: str, key: tuple[KeyEntry, ...]) -> tuple[KeyEntry, ...]:
    """The sheet's own key and the settings; where the sheet has no key of its own, every key of the workbook."""
    own = tuple(entry for entry in key if entry.place and entry.place.sheet == sheet)
    settings = tuple(entry for entry in key if entry.place is None)
    return own + settings if own else key


def told_as_progress(progress: Progress, known: Known) -> str | None:
    """What a column of progress tells in sentences, where the sheet has no column of updates."""
    told = progress.source is ProgressSource.NONE and Field.UPDATE not in known.here
    return (
        progress.as_written
        if told and len(re.findall(r"[^\W\d]+", progress.as_written or "")) > _MOST_STATE_WORDS
        else None
    )
