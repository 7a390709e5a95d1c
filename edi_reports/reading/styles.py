"""The look of cells by style number: fill, font and number format (ECMA-376 Part 1, 18.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from edi_reports.reading.colours import Palette, read_indexed, read_theme, rgb
from edi_reports.reading.limits import Damaged, TooLarge
from edi_reports.reading.numbers import BUILT_IN_FORMATS, GENERAL, LONGEST_FORMAT
from edi_reports.reading.package import Package
from edi_reports.reading.rich_text import has_mark
from edi_reports.reading.xml_parts import whole_number

Colour = Mapping[str, str]
"""A colour as written: its attributes."""

_BLACK: Colour = {"rgb": "FF000000"}
_LONGEST_STYLE_NUMBER = 7


class Look(Struct, frozen=True):
    """How a cell looks; `fill` is RRGGBB or None."""

    fill: str | None = None
    bold: bool = False
    italic: bool = False
    struck: bool = False
    number_format: str = GENERAL


class Looks(dict[str, Look]):
    """The look of each style, by its number as cells write it; a cell that writes nothing has style 0.

    In a file that holds no styles every cell is plain.
    """

    def __init__(self, by_number: Sequence[Look | None] = ()) -> None:
        super().__init__()
        self._by_number = by_number

    def __missing__(self, written: str) -> Look:
        """Find a look; Damaged when the file holds styles and not this one."""
        look = self._look(written or "0") if self._by_number else Look()
        if look is None:
            raise Damaged(f'a cell has the style "{written[:20]}", which the file does not hold')
        self[written] = look
        return look

    def _look(self, written: str) -> Look | None:
        if not (written.isascii() and written.isdigit() and len(written) <= _LONGEST_STYLE_NUMBER):
            return None
        return self._by_number[int(written)] if int(written) < len(self._by_number) else None


class Styles(Struct, frozen=True):
    """The looks of cells, and by number the fills (RRGGBB or None) that rules of conditional formatting give."""

    looks: Looks
    rule_fills: tuple[str | None, ...] = ()


def read_styles(package: Package, workbook_part: str) -> Styles:
    """Read the styles that a workbook names. Raises Damaged or TooLarge."""
    part = package.related(workbook_part, "styles")
    if part is None:
        return Styles(Looks())
    written = _Written()
    for taken, (path, element) in enumerate(package.elements(part, "styleSheet", *_TAKE), 1):
        _TAKE[path](written, element)
        if taken > package.limits.styles and written.most() > package.limits.styles:
            raise TooLarge(f"{package.limits.styles:,} styles", "styles")
    theme = read_theme(package, workbook_part) if written.names_theme() else Palette().theme
    palette = Palette(theme, read_indexed(written.indexed))
    fills = [palette.colour(colour) if colour else None for colour in written.fills]
    looks = [_look(style, fills, written) for style in written.cell_styles]
    return Styles(Looks(looks), tuple(palette.colour(colour) if colour else None for colour in written.rule_fills))


class _Written(Struct):
    """The styles part as written, before numbers and colours are resolved."""

    number_formats: dict[int, str] = field(default_factory=dict)
    fonts: list[tuple[bool, bool, bool]] = field(default_factory=list)
    fills: list[Colour | None] = field(default_factory=list)
    cell_styles: list[tuple[int, int, int]] = field(default_factory=list)
    rule_fills: list[Colour | None] = field(default_factory=list)
    indexed: list[str | None] = field(default_factory=list)

    def take_number_format(self, element: Element) -> None:
        code = element.get("formatCode", GENERAL)
        self.number_formats[whole_number(element, "numFmtId")] = code if len(code) <= LONGEST_FORMAT else GENERAL

    def take_font(self, element: Element) -> None:
        self.fonts.append((has_mark(element, "b"), has_mark(element, "i"), has_mark(element, "strike")))

    def take_fill(self, element: Element) -> None:
        pattern = element.find("patternFill")
        solid = pattern is not None and pattern.get("patternType") == "solid"
        self.fills.append((_colour(pattern, "fgColor") or _BLACK) if solid else None)

    def take_cell_style(self, element: Element) -> None:
        numbers = [whole_number(element, name) for name in ("numFmtId", "fontId", "fillId")]
        self.cell_styles.append((numbers[0], numbers[1], numbers[2]))

    def take_rule_style(self, element: Element) -> None:
        """A rule writes the colour of a solid fill where cells write that of the pattern's background (18.8.14)."""
        pattern = element.find("fill/patternFill")
        kind = pattern.get("patternType", "solid") if pattern is not None else "none"
        fore, back = _colour(pattern, "fgColor"), _colour(pattern, "bgColor")
        self.rule_fills.append(None if kind == "none" else (back or fore) if kind == "solid" else (fore or back))

    def take_indexed(self, element: Element) -> None:
        self.indexed.append(rgb(element.get("rgb", "")))

    def most(self) -> int:
        return max(map(len, (self.number_formats, self.fonts, self.fills, self.cell_styles, self.rule_fills)))

    def names_theme(self) -> bool:
        return any("theme" in colour for colour in (*self.fills, *self.rule_fills) if colour)


_TAKE = {
    "numFmts/numFmt": _Written.take_number_format,
    "fonts/font": _Written.take_font,
    "fills/fill": _Written.take_fill,
    "cellXfs/xf": _Written.take_cell_style,
    "dxfs/dxf": _Written.take_rule_style,
    "colors/indexedColors/rgbColor": _Written.take_indexed,
}


def _colour(pattern: Element | None, name: str) -> Colour | None:
    colour = pattern.find(name) if pattern is not None else None
    return colour.attrib if colour is not None else None


def _look(style: tuple[int, int, int], fills: Sequence[str | None], written: _Written) -> Look | None:
    """Put a look together; None when it names a font or fill that the file does not hold."""
    number_format, font, fill = style
    if not (0 <= font < max(len(written.fonts), 1) and 0 <= fill < max(len(fills), 1)):
        return None
    bold, italic, struck = written.fonts[font] if written.fonts else (False, False, False)
    code = written.number_formats.get(number_format) or BUILT_IN_FORMATS.get(number_format, GENERAL)
    return Look(fills[fill] if fills else None, bold, italic, struck, code)
