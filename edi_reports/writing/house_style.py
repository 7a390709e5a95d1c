"""How everything looks: the only place that knows a colour or a font.

Reports say `Rag.RED`; this module says which fill and which ink that is. Every pair of fill and ink passes WCAG AA
(a contrast of 4.5 to 1), and a colour never stands without its word. Colours are RRGGBB without a "#".
"""

from __future__ import annotations

from msgspec import Struct

from edi_reports.model.finding import Severity
from edi_reports.model.rag import Rag

FONT = "Arial"
LANGUAGE = "en-GB"
PRODUCER = "EDI reports"

NHS_BLUE = "005EB8"
NHS_DARK_BLUE = "003087"
NHS_LIGHT_BLUE = "41B6E6"
TEXT = "212B32"
SECONDARY_TEXT = "4C6272"
WHITE = "FFFFFF"
BLACK = "000000"
RULE = "AEB7BD"
PALE_BLUE = "D9E8F5"


class Paint(Struct, frozen=True):
    """A fill and the ink that can be read on it."""

    fill: str
    ink: str


PLAIN = Paint(WHITE, TEXT)
HEADING = Paint(NHS_DARK_BLUE, WHITE)
SUBHEADING = Paint(PALE_BLUE, TEXT)
INPUT = Paint("FFF6D6", TEXT)

RAG_PAINTS: dict[Rag, Paint] = {
    Rag.RED: Paint("D5281B", WHITE),
    Rag.AMBER: Paint("FFB81C", TEXT),
    Rag.GREEN: Paint("007F3B", WHITE),
    Rag.BLUE: Paint(NHS_BLUE, WHITE),
    Rag.NOT_RATED: Paint(SECONDARY_TEXT, WHITE),
}

SEVERITY_PAINTS: dict[Severity, Paint] = {
    Severity.ERROR: RAG_PAINTS[Rag.RED],
    Severity.WARNING: RAG_PAINTS[Rag.AMBER],
    Severity.NOTE: SUBHEADING,
}


class Size(Struct, frozen=True):
    """Type sizes in points."""

    title: int
    heading: int
    subheading: int
    body: int
    small: int


PAPER = Size(title=22, heading=16, subheading=13, body=12, small=10)
SHEET = Size(title=18, heading=13, subheading=11, body=10, small=9)


def readable_on(fill: str) -> Paint:
    """Any fill with the ink, white or black, that is read best on it: the contrast is never below 4.5 to 1."""
    return max(Paint(fill, WHITE), Paint(fill, BLACK), key=contrast)


def contrast(paint: Paint) -> float:
    """The WCAG contrast of ink on fill, from 1 (none) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(paint.fill), _luminance(paint.ink)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
