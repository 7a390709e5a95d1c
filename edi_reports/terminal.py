"""Tables and sentences for a terminal; plain text where the output is not a terminal, so that it can be kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from edi_reports.reports.change_log import ChangeLog
from edi_reports.reports.change_words import cell_in_words
from edi_reports.reports.parts import Table
from edi_reports.writing.characters import printable

_PLAIN_WIDTH = 140
_NARROWEST = 60
"""In a narrower terminal lines run on: to fit them in, whole columns would be left out."""


def show_change_log(log: ChangeLog) -> None:
    """Print a change log: the summary, then each section with its table."""
    console = _console()
    _say(console, [log.title, log.subject, ""], bold=1)
    _say(console, log.summary)
    for section in log.sections:
        _say(console, ["", section.heading, section.told], bold=2)
        console.print(_table(section.table))
    _say(console, ["", "Not compared:", *(f"  {words}" for words in log.not_compared)])


def show_tables(title: str, sentences: Iterable[str], tables: Sequence[Table]) -> None:
    """Print a title, sentences, and tables under their captions."""
    console = _console()
    _say(console, [title, ""], bold=1)
    _say(console, sentences)
    for table in tables:
        _say(console, ["", table.caption], bold=2)
        console.print(_table(table))


def _console() -> Console:
    console = Console(width=None if sys.stdout.isatty() else _PLAIN_WIDTH, highlight=False)
    console.width = max(console.width, _NARROWEST)
    return console


def _say(console: Console, lines: Iterable[str], bold: int = 0) -> None:
    """Print lines as they are; the one of number `bold`, counted from 1, stands out."""
    for number, line in enumerate(lines, start=1):
        console.print(Text(printable(line), style="bold" if number == bold else ""))


def _table(table: Table) -> RichTable:
    shown = RichTable(show_lines=False, expand=False, pad_edge=False)
    for column in table.columns:
        shown.add_column(
            Text(printable(column.heading)), ratio=None, overflow="fold", justify="right" if column.numbers else "left"
        )
    for row in table.rows:
        shown.add_row(*(Text(printable(cell_in_words(cell))) for cell in row))
    return shown
