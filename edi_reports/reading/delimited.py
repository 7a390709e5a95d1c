"""A .csv, .tsv or tab-separated extract becomes a grid with one sheet."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import PurePath

from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place
from edi_reports.model.plan import Source
from edi_reports.reading.grid import Address, GridCell, Sheet, Workbook
from edi_reports.reading.markup import clean_text
from edi_reports.reading.opening import OpenedFile

_ALL_BOLD = re.compile(
    r"^\s*(?:<(?:p|div)[^>]*>\s*)?<(b|strong)>(?:(?!</\1>).)*</\1>\s*(?:</(?:p|div)>\s*)?$", re.IGNORECASE | re.S
)


def read_delimited(file: OpenedFile) -> Workbook:
    """Read a delimited text file, UTF-8 or Windows-1252, whatever its separator.

    Raises CannotContinue when it is not laid out in columns.
    """
    text = _decoded(file.data)
    separator = _separator(text)
    if separator is None:
        raise cannot_continue("not-a-workbook", Place(file.name), what="plain text without columns")
    csv.field_size_limit(2**24)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        reason = "its quotation marks or line ends do not fit together"
        raise cannot_continue("damaged-workbook", Place(file.name), reason=reason) from error
    cells: dict[Address, GridCell] = {}
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            cleaned = clean_text(value)
            if cleaned:
                cells[row, column] = GridCell(row, column, cleaned, bold=bool(_ALL_BOLD.match(value)))
    return Workbook(Source(file.name, file.sha256), (Sheet(PurePath(file.name).stem, cells),))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> str | None:
    """Choose the sign that separates most lines into the same number of columns."""
    sample = text[:200_000]
    best: tuple[int, str] | None = None
    for separator in "\t;,|":
        widths = Counter(len(row) for row in _lenient_rows(sample, separator) if len(row) > 1)
        if widths:
            width, lines = widths.most_common(1)[0]
            best = max(best or (0, separator), (lines * min(width, 12), separator))
    return best[1] if best else None


def _lenient_rows(sample: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(sample, newline=""), delimiter=separator))
    except csv.Error:
        return []
