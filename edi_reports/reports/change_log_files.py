"""The change log as a Word document and as a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from edi_reports.model.rag import Rag
from edi_reports.reports import sheets
from edi_reports.reports.change_log import STATEMENT, ChangeLog
from edi_reports.reports.change_words import cell_in_words
from edi_reports.reports.long_refs import with_room_for_refs
from edi_reports.reports.parts import Bullets, Cell, Column, Document, Heading, Paragraph, Part, Placeholder, Table

SUMMARY, ALL_CHANGES, SIGN_OFF = "Summary", "All changes", "Sign-off"
_WIDTH_OF_A_SHARE = 9.0
_NARROWEST = 8.0


def compose_change_log_paper(log: ChangeLog, as_at: date, author: str = "") -> Document:
    """The change log for Word; `as_at` is the day that the file says it was made."""
    return Document(log.title, log.subject, author, as_at, with_room_for_refs(_parts(log)))


def _parts(log: ChangeLog) -> Iterator[Part]:
    yield Heading("Summary")
    yield from map(Paragraph, log.summary)
    yield log.account
    for section in log.sections:
        yield Heading(section.heading)
        yield Paragraph(section.told)
        yield section.table
    yield Heading("Not compared")
    yield Bullets(log.not_compared)
    yield Heading("What was compared")
    yield log.versions
    yield _made_with(log)
    yield Heading(SIGN_OFF)
    yield Paragraph(STATEMENT)
    yield log.sign_off


def _made_with(log: ChangeLog) -> Table:
    return Table("What this log was made with", (Column("Item", 4), Column("Entry", 12)), log.made_with)


def compose_change_log_workbook(log: ChangeLog, as_at: date) -> sheets.Workbook:
    """The change log for Excel: a summary, all changes in one table, and a sheet for all else that there is to tell.

    `as_at` is the day that the file says it was made.
    """
    rows = (_sheet(section.heading, section.table, section.told) for section in log.sections if not section.of_fields)
    made = (
        _summary_sheet(log),
        *([_sheet(ALL_CHANGES, log.all_changes, log.subject, sheets.Paper.A3)] if log.all_changes.rows else []),
        *rows,
        _sheet("Not compared", _list(log.not_compared), "What this comparison left out."),
        _sheet("Versions", log.versions, "The workbooks, each with the fingerprint (SHA-256) of its file."),
        _sheet(SIGN_OFF, log.sign_off, STATEMENT),
    )
    return sheets.Workbook(log.title, log.subject, as_at, made)


def _summary_sheet(log: ChangeLog) -> sheets.Sheet:
    """What changed in sentences, where every action stands, and with what the log was made."""
    told = sheets.Pairs("What changed", tuple(sheets.Pair(str(n), words) for n, words in enumerate(log.summary, 1)))
    account = sheets.Pairs(
        log.account.caption,
        tuple(
            sheets.Pair(what, f"{old} in the old version, {new} in the new")
            for what, old, new in (map(cell_in_words, row) for row in log.account.rows)
        ),
    )
    made_with = sheets.Pairs("What this log was made with", tuple(sheets.Pair(*each) for each in log.made_with))
    return sheets.Sheet(SUMMARY, log.title, (told, account, *([made_with] if log.made_with else [])), (log.subject,))


def _list(lines: tuple[str, ...]) -> Table:
    return Table("Not compared", (Column("What was not compared", 12),), tuple((line,) for line in lines))


def _sheet(name: str, table: Table, told: str, paper: sheets.Paper = sheets.Paper.A4) -> sheets.Sheet:
    columns = tuple(_column(table, place) for place in range(len(table.columns)))
    rows = tuple(tuple(map(_content, row, columns)) for row in table.rows)
    made = sheets.Table("".join(filter(str.isalnum, name.title())), columns, sheets.in_rows(columns, rows))
    return sheets.Sheet(name, name, (made,), (told,), paper=paper)


def _column(table: Table, place: int) -> sheets.Column:
    column = table.columns[place]
    if column.heading == "Ref":
        return sheets.ref_column(str(row[place]) for row in table.rows)
    look = sheets.Look.NUMBER if column.numbers else sheets.Look.TEXT
    choices = (cell.choices for cell in (row[place] for row in table.rows) if isinstance(cell, Placeholder))
    width = max(_NARROWEST, column.share * _WIDTH_OF_A_SHARE)
    return sheets.Column(column.heading, width, look, choices=next(choices, ()))


def _content(cell: Cell, column: sheets.Column) -> sheets.Content:
    """The cell as a workbook holds it; a gap to fill in is left empty."""
    if isinstance(cell, Placeholder):
        return ""
    if column.look is sheets.Look.NUMBER and isinstance(cell, str) and cell.isdecimal():
        return int(cell)
    return cell.word if isinstance(cell, Rag) else cell
