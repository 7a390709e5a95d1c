"""A .csv, .tsv or tab-separated extract becomes a grid with one sheet, read as a stream."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import PurePath
from typing import TextIO

from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place
from edi_reports.model.plan import Source
from edi_reports.reading.grid import Address, GridCell, Sheet, Workbook
from edi_reports.reading.limits import LAST_ROW, LIMITS, Allowance, Limits, TooLarge, too_large
from edi_reports.reading.markup import clean_text
from edi_reports.reading.opening import OpenedFile
from edi_reports.reading.values import controls_shown

_ALL_BOLD = re.compile(
    r"^\s*(?:<(?:p|div)[^>]*>\s*)?<(b|strong)>(?:(?!</\1>).)*</\1>\s*(?:</(?:p|div)>\s*)?$", re.IGNORECASE | re.S
)
_SAMPLE = 200_000
_SHORT = 100
_MOST_TELLING = 12
_SAYS_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE).match
_OPENS = re.compile(r'[\t;,|]\s*"').search
_CHUNK = 2**20


def read_delimited(file: OpenedFile, limits: Limits = LIMITS) -> Workbook:
    """Read a delimited text file, UTF-8, UTF-16 or Windows-1252, whatever its separator.

    Raises CannotContinue when it is not laid out in columns, is damaged, or is larger than the limits.
    """
    place, encoding = Place(file.name), _encoding(file.data)
    csv.field_size_limit(limits.record)
    separator = _separator(_text(file.data, encoding).read(_SAMPLE))
    if separator is None:
        raise cannot_continue("not-a-workbook", place, what="plain text without columns")
    try:
        cells = _cells(_Lines(_text(file.data, encoding), limits.record), separator, Allowance(limits))
    except csv.Error as error:
        reason = "its quotation marks or line ends do not fit together"
        raise cannot_continue("damaged-workbook", place, reason=reason) from error
    except TooLarge as error:
        raise too_large(place, str(error), error.limit) from error
    return Workbook(Source(file.name, file.sha256), (Sheet(PurePath(file.name).stem, cells),))


def _cells(lines: _Lines, separator: str, allowance: Allowance) -> dict[Address, GridCell]:
    cells: dict[Address, GridCell] = {}
    counted = 0
    for row, values in enumerate(csv.reader(lines, delimiter=separator), start=1):
        lines.begin_record()
        if row == 1 and [value.lower() for value in values] == ["sep=", ""]:
            continue  # it tells a program how to read the others, and no program shows it
        if row > max(LAST_ROW, allowance.limits.rows):
            raise TooLarge(f"{LAST_ROW:,} rows", "rows")
        length = 0
        for column, value in enumerate(values, start=1):
            text, bold = (_seen_before if len(value) < _SHORT else _seen)(value)
            if text:
                allowance.hold(1, len(text))
                length += len(text)
                cells[row, column] = GridCell(row, column, text, bold=bold)
        allowance.show(len(cells) - counted, length)
        counted = len(cells)
    return cells


def _seen(value: str) -> tuple[str, bool]:
    """A value as a person sees it, and whether all of it is bold."""
    return clean_text(controls_shown(value)), "<" in value and _ALL_BOLD.match(value) is not None


_seen_before = lru_cache(maxsize=1000)(_seen)  # owners, days and states come again and again, and are kept once


class _Lines:
    """The lines of a text; TooLarge when a record is longer than anybody writes, as an open quotation mark makes it."""

    def __init__(self, text: TextIO, longest: int) -> None:
        self._text, self._longest, self._length = text, longest, 0

    def begin_record(self) -> None:
        """Tell that the lines given so far were whole records."""
        self._length = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(self._longest + 1):
            self._length += len(line)
            if self._length > self._longest:
                raise TooLarge(f"{self._longest:,} characters in one row", "record")
            yield line


def _text(data: bytes, encoding: str) -> TextIO:
    return io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline="")


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), _CHUNK):
            decoder.decode(data[at : at + _CHUNK], final=at + _CHUNK >= len(data))
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _separator(sample: str) -> str | None:
    """The sign that the first line says, else that separates most into the same number of columns and cuts no cell."""
    if said := _SAYS_SEPARATOR(sample):
        return said[1]
    best: tuple[float, str] | None = None
    for separator in "\t;,|":
        rows = [row for row in _lenient_rows(sample, separator) if any(row)]
        widths = Counter(len(row) for row in _uncut(rows) if len(row) > 1)
        if widths:
            width, lines = widths.most_common(1)[0]
            score = lines * min(width, _MOST_TELLING) * (lines / len(rows)) ** 2
            best = max(best or (0.0, separator), (score, separator))
    return best[1] if best else None


def _uncut(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows that are not cut out of quoted cells: where the separator is right, the marks around those are gone."""
    inside = False
    for row in rows:
        odd = sum(value.count('"') for value in row) % 2 == 1
        if not inside and not odd:
            yield row
        inside = inside != odd if inside else odd and any(map(_OPENS, row))


def _lenient_rows(sample: str, separator: str) -> list[list[str]]:
    rows: list[list[str]] = []
    with suppress(csv.Error):
        rows.extend(csv.reader(io.StringIO(sample, newline=""), delimiter=separator))
    return rows
