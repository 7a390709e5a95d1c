"""The target of an action: the latest date that its columns give, with the first one kept."""

from __future__ import annotations

import re

from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.model.raw import Field, RawAction, RawCell
from edi_reports.model.target import Target, TargetKind
from edi_reports.normalising.known import Known
from edi_reports.normalising.month_first import read_month_first
from edi_reports.normalising.spelling import single_spaced
from edi_reports.normalising.targets import combine_targets, normalise_target

_YEAR_ALONE = re.compile(r"\s*(?:20\d\d|\d\d/\d\d|20\d\d/\d\d)\s*")


def target_of(raw: RawAction, struck: tuple[RawCell, ...], known: Known) -> tuple[Target, tuple[Finding, ...]]:
    """The target of an action, and what to say of it; `struck` are the cells whose date is struck through."""
    target, found = _stated(raw, known)
    return _moved_from(target, struck, known), found


def _stated(raw: RawAction, known: Known) -> tuple[Target, tuple[Finding, ...]]:
    """The latest date that the plan gives; earlier columns keep the first date."""
    columns = [
        *_latest_first(raw.cells(Field.REVISED_TARGET)),
        raw.cells(Field.TARGET),
        raw.cells(Field.ORIGINAL_TARGET),
    ]
    read = [_one_target(cells, raw.place, known) for cells in columns if cells]
    stated = [one for one in read if one[0].kind is not TargetKind.BLANK]
    if not stated:
        return read[0] if read else (Target("", TargetKind.BLANK), ())
    target = stated[0][0]
    for earlier, _ in stated[1:]:
        target = combine_targets(target, earlier)
    return _started(target, raw, known), tuple(found for _, findings in stated for found in findings)


def _latest_first(cells: tuple[RawCell, ...]) -> list[tuple[RawCell, ...]]:
    """The cells of each column, the last one first: a date that is revised again stands at the right."""
    columns = sorted({cell.place.column for cell in cells}, reverse=True)
    return [tuple(cell for cell in cells if cell.place.column == column) for column in columns]


def _moved_from(target: Target, struck: tuple[RawCell, ...], known: Known) -> Target:
    """The target with the date that is struck through as its first one; that date alone is no target."""
    dates = [_one_target((cell,), cell.place, known)[0] for cell in struck]
    for date in dates if target.kind is not TargetKind.BLANK else ():
        target = combine_targets(target, date)
    return target


def _with_years_joined(cells: tuple[RawCell, ...]) -> tuple[RawCell, ...]:
    """A year alone belongs to the month or quarter before it, "Sept", then "2026", or else to the one after it."""
    joined: list[RawCell] = []
    for cell in cells:
        if joined and _YEAR_ALONE.fullmatch(cell.text):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {cell.text}", day=None)
        elif len(joined) == 1 and _YEAR_ALONE.fullmatch(joined[0].text):
            joined[0] = replace(cell, text=f"{cell.text} {joined[0].text}", day=None)
        else:
            joined.append(cell)
    return tuple(joined)


def _one_target(cells: tuple[RawCell, ...], place: Place, known: Known) -> tuple[Target, tuple[Finding, ...]]:
    cells = _with_years_joined(cells)
    written = next((cell.place for cell in cells if cell.text.strip()), place)
    why = known.day_order.why_either(cells)
    if why:
        typed = "\n".join(cell.text for cell in cells if cell.text.strip())
        found = finding("ambiguous-date", written, written=single_spaced(typed), why=why)
        return Target(typed, TargetKind.AMBIGUOUS), (found,)
    period, said = known.heading_years.get((written.sheet, written.column), (known.period, known.period_said))
    target, met = normalise_target(cells, written, period, said)
    if written.sheet in known.day_order.american and (read := read_month_first(cells)):
        return replace(target, assumed=(*target.assumed, *read)), met
    return target, met


def _started(target: Target, raw: RawAction, known: Known) -> Target:
    """The target with the first day that a start column gives, where it has none of its own."""
    start = _one_target(raw.cells(Field.START), raw.place, known)[0].start if raw.cells(Field.START) else None
    if start is None or (target.due is not None and start > target.due):
        return target
    if target.kind is TargetKind.DATED:
        return replace(target, kind=TargetKind.RANGE, start=start)
    return replace(target, start=start) if target.kind is TargetKind.ONGOING and target.start is None else target
