"""A cell as stored becomes a cell as seen: by its type, its value and its look (ECMA-376 Part 1, 18.3.1.4)."""

from __future__ import annotations

from edi_reports.reading.grid import GridCell
from edi_reports.reading.limits import Allowance
from edi_reports.reading.rich_text import Text, words_of
from edi_reports.reading.styles import Look
from edi_reports.reading.values import Seen, iso_seen, number_seen, text_seen
from edi_reports.reading.xml_parts import is_on


class SeenCells:
    """Makes the cells of a sheet that hold a value or a text of their own, and counts the texts."""

    def __init__(self, since_1904: bool, allowance: Allowance) -> None:
        self._since_1904, self._allowance = since_1904, allowance

    def own_text(self, row: int, column: int, text: Text, look: Look) -> GridCell:
        """A cell with a text of its own."""
        self._allowance.hold(1, len(words_of(text)))
        return text_cell(row, column, text, look)

    def value(self, row: int, column: int, kind: str, value: str, look: Look) -> GridCell:
        """A cell of any type but shared text (ECMA-376 Part 1, 18.18.11)."""
        if not value:
            seen = Seen("")
        elif kind in ("", "n"):
            seen = number_seen(value, look.number_format, self._since_1904)
        elif kind == "d":
            seen = iso_seen(value, look.number_format)
        elif kind == "b":
            seen = Seen("TRUE" if is_on(value.strip()) else "FALSE")
        else:
            self._allowance.hold(1, len(value))
            seen = Seen(text_seen(value))
        return GridCell(row, column, *seen, look.fill, look.bold, look.italic, look.struck)


def text_cell(row: int, column: int, text: Text, look: Look) -> GridCell:
    """A cell that shows a text, or none; runs may look otherwise than their cell."""
    if isinstance(text, str):
        return GridCell(row, column, text, *after_text(look))
    bold = look.bold if text.bold is None else text.bold
    struck = look.struck if text.struck is None else text.struck
    parts = text.parted(look.struck) if text.runs else ("", "")
    return GridCell(row, column, text.text, None, False, False, look.fill, bold, look.italic, struck, *parts)


def after_text(look: Look) -> tuple[None, bool, bool, str | None, bool, bool, bool]:
    """What a cell that shows a plain text holds after it."""
    return None, False, False, look.fill, look.bold, look.italic, look.struck
