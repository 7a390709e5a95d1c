"""How much of a file is read before it is refused: the limits, and the names by which a trust raises them.

The limits leave room for a plan of 100,000 actions, and keep reading below 1 GiB and 20 seconds whatever a file holds.
"""

from __future__ import annotations

from msgspec import Struct

MEGABYTE = 2**20


class Limits(Struct, frozen=True):
    """What a file may hold at most; sizes in bytes, the rest as counts.

    `elements` is how many rows, styles or the like one part may have, `element` how large one of them may be, `silence`
    how long XML may run without a new one. `shown` is how much text its cells may show in all when a text that is
    stored once counts each time; `fills` how many coloured cells without text may stand between two texts. Of findings
    of the same kind beyond `same_findings` only the number is told.
    """

    file: int = 100 * 2**20
    parts: int = 20_000
    sheets: int = 1_000
    inflated: int = 256 * 2**20
    depth: int = 100
    elements: int = 3_000_000
    element: int = 8 * 2**20
    silence: int = 2**20
    cells: int = 1_250_000
    cell: int = 100_000
    texts: int = 2_000_000
    text: int = 100_000_000
    shown: int = 300_000_000
    fills: int = 250_000
    merges: int = 200_000
    merged_cells: int = 1_000_000
    styles: int = 100_000
    rules: int = 20_000
    rule_tests: int = 5_000_000
    comments: int = 100_000
    same_findings: int = 1_000
    record: int = 8 * 2**20
    rows: int = 125_000
    template: int = 48 * 2**20
    template_markup: int = 6 * 2**20
    template_parts: int = 2_000
    template_elements: int = 50_000
    placeholders: int = 1_000


LIMITS = Limits()

SETTINGS: dict[str, tuple[str, str]] = {
    "file": ("File in MB", "How large a file may be."),
    "inflated": ("Unpacked file in MB", "How much the text and formats of a workbook may unpack to."),
    "parts": ("Parts of a file", "How many parts, such as sheets and pictures, a workbook may consist of."),
    "sheets": ("Sheets", "How many sheets a workbook may have."),
    "rows": ("Rows with text", "How many rows with text all sheets may have together."),
    "cells": ("Cells", "How many cells all sheets may have together."),
    "cell": ("Characters in a cell", "How long the text of one cell may be."),
    "record": ("Characters in a line", "How long one line of a text file may be."),
    "texts": ("Texts", "How many texts a workbook may store."),
    "text": ("Characters of text", "How long all texts that a workbook stores may be together."),
    "shown": ("Characters shown", "The same, counting a text as often as cells show it."),
    "fills": ("Coloured cells", "How many coloured cells without text may stand between two texts."),
    "merges": ("Merged blocks", "How many merged blocks a sheet may have."),
    "merged_cells": ("Merged cells", "How many cells may lie in merged blocks."),
    "styles": ("Styles", "How many formats of cells a workbook may have."),
    "elements": ("Elements of a part", "How many elements one part of a workbook may have."),
    "element": ("Element in MB", "How large one row or style may be."),
    "rules": ("Formatting rules", "How many rules of conditional formatting are read on a sheet."),
    "rule_tests": ("Formatting tests", "How many cells those rules are tried on; beyond that they are left out."),
    "comments": ("Comments", "How many comments a sheet may have."),
    "same_findings": ("Findings of a kind", "How many findings of the same kind are listed for a sheet."),
    "template": ("Unpacked template in MB", "How much a Word template may unpack to."),
    "template_markup": ("Template text in MB", "How much of that may be text and formats."),
    "template_parts": ("Parts of a template", "How many parts a Word template may consist of."),
    "template_elements": ("Elements of a template", "How many elements its text, headers and footers may have."),
    "placeholders": ("Placeholders", "How many placeholders a Word template may have."),
}
"""What each limit is called on the Limits sheet of the settings, and what it does; names in MB are set in megabytes."""


def in_settings(limit: str, value: int) -> int:
    """The value of a limit as the settings give it: a size in megabytes, a number as it is."""
    return value // MEGABYTE if SETTINGS[limit][0].endswith("in MB") else value


def from_settings(limit: str, value: int) -> int:
    """The limit that a value of the settings means."""
    return value * MEGABYTE if SETTINGS[limit][0].endswith("in MB") else value


def megabytes(size: int) -> str:
    """A number of bytes in words: "256 MB"."""
    return f"{size // MEGABYTE} MB"
