"""Strips of narrow columns, one a quarter or month, where a cross or a bar of fill shows when an action is planned.

They are read only where a table has no column of dates, and only where the marks can mean nothing else: crosses alone,
words for the start and the finish alone, or one colour that is no colour of a rating or of the key. A tick may mean
done, a green cell may be a rating.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from edi_reports.model.raw import Field
from edi_reports.reading.columns import Assigned
from edi_reports.reading.evidence import is_neutral
from edi_reports.reading.grid import GridCell, Sheet

_QUARTER = r"q(?:tr|uarter)?\.?\s?[1-4]"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:[\s-]?['’]?(?:20)?\d\d)?"
_YEARS = r"(?:fy\s?)?(?:20)?\d\d\s?[/-]\s?(?:20)?\d\d|20\d\d"
_PERIOD = re.compile(rf"(?:(?P<band>[^:]*):\s)?(?P<part>(?:{_QUARTER}|{_MONTH})(?:\s(?:{_YEARS}))?)", re.IGNORECASE)
_YEAR = re.compile(rf"(?<!\d)(?:{_YEARS})(?!\d)", re.IGNORECASE)
_OF_STATES = re.compile(r"\b(?:b?ragg?|status|progress|updates?|rating|review\w*|position|actual)\b", re.IGNORECASE)
_DATES = frozenset({Field.TARGET, Field.REVISED_TARGET, Field.ORIGINAL_TARGET})
_FEWEST = 2
_STARTS = frozenset({"start", "starts", "begin", "begins", "launch", "commence", "kick-off", "kick off"})
_ENDS = frozenset({"finish", "finishes", "end", "ends", "due", "deadline"})
_BETWEEN = frozenset({"review", "interim review", "milestone", "checkpoint"})


class Strip(Struct, frozen=True):
    """The columns of a strip, left to right, each with its period in words: "Q3 2025/26". `fill` is the bar's colour.

    `read` is False where it cannot be told for certain what the marks mean.
    """

    periods: tuple[tuple[int, str], ...]
    fill: str | None = None
    read: bool = True
    worded: bool = False

    def marked(self, sheet: Sheet, row: int) -> tuple[GridCell, str] | None:
        """The first marked cell of a row and the time that the marks span; None where nothing is marked."""
        marked = [
            (place, column) for place, (column, _) in enumerate(self.periods) if self._marks(sheet.at(row, column))
        ]
        if not marked or not self.read:
            return None
        if self.worded:
            return self._from_start_to_end(sheet, row)
        runs: list[list[int]] = []
        for place, _ in marked:
            runs[-1].append(place) if runs and runs[-1][-1] == place - 1 else runs.append([place])
        words = (self.periods[run[0]][1] if len(run) == 1 else self._span(run) for run in runs)
        first = sheet.at(row, marked[0][1])
        assert first is not None
        return first, " and ".join(words)

    def _from_start_to_end(self, sheet: Sheet, row: int) -> tuple[GridCell, str] | None:
        """The cell that says when an action ends, with the time from its start; None where no cell says so."""
        told = [
            (cell, period)
            for column, period in self.periods
            if (cell := sheet.at(row, column)) is not None and cell.text
        ]
        start = next((period for cell, period in told if _said(cell.text) in _STARTS), "")
        end = next(((cell, period) for cell, period in reversed(told) if _said(cell.text) in _ENDS), None)
        if end is None:
            return None
        return end[0], f"{start} to {end[1]}" if start and start != end[1] else end[1]

    def _span(self, run: Sequence[int]) -> str:
        return f"{self.periods[run[0]][1]} to {self.periods[run[-1]][1]}"

    def _marks(self, cell: GridCell | None) -> bool:
        if cell is None:
            return False
        return cell.fill == self.fill if self.fill else _is_cross(cell.text) or (self.worded and bool(cell.text))


def find_strip(
    sheet: Sheet, columns: Sequence[Assigned], rows: Iterable[int], key_fills: frozenset[str]
) -> Strip | None:
    """The strip of a table whose columns hold no date; `rows` are the rows below its headings."""
    headed = {column.column: match for column in columns if (match := _PERIOD.fullmatch(column.heading))}
    dated = any(column.field in _DATES and column.column not in headed for column in columns)
    bands = {match["band"] or "" for match in headed.values()}
    if dated or len(headed) < _FEWEST or any(_OF_STATES.search(band) for band in bands):
        return None
    periods = tuple((column, _in_words(match)) for column, match in sorted(headed.items()))
    if len({words.casefold() for _, words in periods}) < len(periods):
        return None
    cells = [cell for row in rows for column in headed if (cell := sheet.at(row, column)) is not None]
    return _strip(periods, cells, key_fills)


def _strip(periods: tuple[tuple[int, str], ...], cells: Sequence[GridCell], key_fills: frozenset[str]) -> Strip | None:
    texts = [cell.text for cell in cells if cell.text]
    if texts and all(map(_is_cross, texts)):
        return Strip(periods)
    words = {*map(_said, texts)}
    if words & _ENDS and words <= _STARTS | _ENDS | _BETWEEN:
        return Strip(periods, worded=True)
    fills = {cell.fill for cell in cells if cell.fill and not is_neutral(cell.fill)}
    if any(len(text) > 2 for text in texts) or not (texts or fills):
        return None
    sure = not texts and len(fills) == 1 and not fills & key_fills and not _is_of_rating(next(iter(fills)))
    return Strip(periods, next(iter(fills)) if sure else None, read=sure)


def as_marks(columns: Sequence[Assigned], strip: Strip | None) -> tuple[Assigned, ...]:
    """The columns with those of the strip kept under their own headings, whatever else they were taken for."""
    inside = {column for column, _ in strip.periods} if strip else set()
    why = "a cross or a bar in it shows when the action is planned"
    return tuple(
        Assigned(column.column, column.heading, None, why, column.heading_cells) if column.column in inside else column
        for column in columns
    )


def _in_words(match: Mapping[str, str] | re.Match[str]) -> str:
    year = _YEAR.search(match["band"] or "")
    part = match["part"]
    return part if year is None or _YEAR.search(part) else f"{part} {year.group()}"


def _said(text: str) -> str:
    return text.strip().casefold()


def _is_cross(text: str) -> bool:
    return _said(text) in {"x", "xx", "■", "█", "▇"}


def _is_of_rating(fill: str) -> bool:
    """Whether a fill is red, amber, yellow or green: a colour in which people rate."""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, _, strength = colorsys.rgb_to_hls(red, green, blue)
    return strength > 0.2 and (hue * 360 < 170 or hue * 360 > 330)
