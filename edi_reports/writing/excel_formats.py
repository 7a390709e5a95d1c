"""The cell formats of a workbook, each made once: what a cell is for, as fill, ink, font and number format."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format

from edi_reports.model.change import Mark
from edi_reports.model.finding import Severity
from edi_reports.model.rag import Rag
from edi_reports.reports.sheets import Look
from edi_reports.writing.house_style import (
    FONT,
    HEADING,
    INPUT,
    NHS_BLUE,
    NHS_DARK_BLUE,
    NHS_LIGHT_BLUE,
    PLAIN,
    RAG_PAINTS,
    RULE,
    SECONDARY_TEXT,
    SEVERITY_PAINTS,
    SHEET,
    WHITE,
    Paint,
    readable_on,
)

DEFAULT = {"font_name": FONT, "font_size": SHEET.body, "font_scheme": ""}

_DAY = "d mmm yyyy"
_DAYS_LATE = '0" late";0" to go";"today"'
_CENTRED = (Look.RAG, Look.SEVERITY, Look.BAR, Look.SWATCH)
_NUMBER_FORMATS = {Look.DAY: _DAY, Look.DAYS_LATE: _DAYS_LATE, Look.NUMBER: "#,##0"}

Properties = dict[str, Any]


def painted(paint: Paint) -> Properties:
    """The properties of a fill with its ink."""
    return {"bg_color": f"#{paint.fill}", "font_color": f"#{paint.ink}"}


class Formats:
    """The formats of one workbook."""

    def __init__(self, book: Book) -> None:
        self._book = book
        title = {"bold": True, "font_color": f"#{NHS_DARK_BLUE}"}
        self.title = self._add({**title, "font_size": SHEET.title})
        self.long_title = self._add({**title, "font_size": SHEET.subheading})
        self.note = self._add({"font_color": f"#{SECONDARY_TEXT}"})
        self.section = self._add({"font_size": SHEET.heading, "bold": True, "font_color": f"#{NHS_BLUE}"})
        self.mark = self._add({"align": "center", "bold": True, "font_color": f"#{NHS_DARK_BLUE}"})
        heading = {"bold": True, "text_wrap": True, "valign": "vcenter", "right": 1, "right_color": f"#{WHITE}"}
        self.heading = self._add({**heading, "align": "left", "indent": 1, **painted(HEADING)})
        self.editable_heading = self._add({**heading, "align": "left", "indent": 1, **painted(Paint(NHS_BLUE, WHITE))})
        self.centred_heading = self._add({**heading, "align": "center", **painted(HEADING)})
        self.cells = {look: self._add(_cell(look)) for look in Look}
        asked = {**painted(INPUT), "bold": True, "align": "left"}
        self.inputs = {look: self._add({**_cell(look), **asked}) for look in Look}
        self.links = self._add({**_cell(Look.TEXT), "font_color": f"#{NHS_BLUE}", "underline": 1})
        centred = {**_cell(Look.TEXT), "bold": True, "align": "center", "valign": "vcenter", "indent": 0}
        self.rags = {rag.word: self._add({**centred, **painted(RAG_PAINTS[rag])}) for rag in Rag}
        self.severities = {
            severity.value.capitalize(): self._add({**centred, **painted(SEVERITY_PAINTS[severity])})
            for severity in Severity
        }
        edge = {"bold": True, "bottom": 1, "bottom_color": f"#{WHITE}"}
        self.marks = {
            Mark.KEPT: self._add({}),
            Mark.REMOVED: self._add({"font_strikeout": True}),
            Mark.ADDED: self._add({"bold": True, "underline": 1}),
        }
        self.rag_when = {rag.word: self._when({**painted(RAG_PAINTS[rag]), **edge}) for rag in Rag}
        self.late_when = self._when({"font_color": f"#{RAG_PAINTS[Rag.RED].fill}", "bold": True})
        sides = {"left": 1, "right": 1, "left_color": f"#{NHS_DARK_BLUE}", "right_color": f"#{NHS_DARK_BLUE}"}
        self.marked_when = self._when(sides)
        self.marked_heading_when = self._when(painted(Paint(NHS_LIGHT_BLUE, PLAIN.ink)))

    def heading_of(self, look: Look, *, editable: bool) -> Format:
        """The format of a column's heading: what people may enter stands under another blue."""
        if look in (*_CENTRED, *_NUMBER_FORMATS) and look is not Look.DAY:
            return self.centred_heading
        return self.editable_heading if editable else self.heading

    def of(self, look: Look, content: object) -> Format:
        """The format of a cell of that look; a severity's own word has its own, and so has a colour that is shown."""
        if look is Look.SEVERITY:
            return self.severities.get(str(content), self.cells[look])
        if look is Look.SWATCH:
            return self._add({**_cell(look), **painted(readable_on(str(content).removeprefix("#")))})
        return self.cells[look]

    def all_of(self, look: Look) -> tuple[Format, ...]:
        """Every format that a cell of a column of that look may have, apart from colours that are shown."""
        return (
            self.cells[look],
            self.cells[Look.TEXT],
            self.links,
            *(self.severities.values() if look is Look.SEVERITY else ()),
        )

    def _add(self, properties: Properties) -> Format:
        return self._book.add_format({**DEFAULT, **properties})

    def _when(self, properties: Properties) -> Format:
        """A format that a condition lays over a cell: it says only what differs."""
        return self._book.add_format(properties)


def _cell(look: Look) -> Properties:
    properties: Properties = {
        "text_wrap": True,
        "align": "left",
        "valign": "top",
        "indent": 1,
        "font_color": f"#{PLAIN.ink}",
        "bottom": 1,
        "bottom_color": f"#{RULE}",
    }
    if look in _NUMBER_FORMATS:
        properties |= {"num_format": _NUMBER_FORMATS[look], "align": "left" if look is Look.DAY else "right"}
    if look in _CENTRED:
        properties |= {"align": "center", "valign": "vcenter", "indent": 0}
    if look is Look.STRONG:
        properties |= {"bold": True}
    if look is Look.ANSWER:
        properties |= {"locked": False, "border": 1, "border_color": f"#{NHS_BLUE}"}
    return properties
