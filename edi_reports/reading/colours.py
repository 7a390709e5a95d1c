"""Fills as people see them: theme colours with their tint, indexed colours and plain RGB, all as RRGGBB."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.styles.fills import PatternFill

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# A theme lists dark 1 before light 1; colours in cells count light 1 before dark 1 (ECMA-376 18.8.3).
_CELL_ORDER = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_OFFICE_THEME = (
    *("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D"),
    *("9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"),
)


def read_theme(xml: bytes | None) -> tuple[str, ...]:
    """Read the twelve theme colours in the order in which cells count them; Office's own when there is no theme."""
    if not xml:
        return _OFFICE_THEME
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        scheme = etree.fromstring(xml, parser).find(f".//{_DRAWING}clrScheme")
    except etree.XMLSyntaxError:
        return _OFFICE_THEME
    if scheme is None:
        return _OFFICE_THEME
    found = {etree.QName(slot).localname: _slot_colour(slot) for slot in scheme if isinstance(slot.tag, str)}
    return tuple(found.get(name) or standard for name, standard in zip(_CELL_ORDER, _OFFICE_THEME, strict=True))


def _slot_colour(slot: etree._Element) -> str | None:
    for colour in slot:
        value = colour.get("lastClr") or colour.get("val") or ""
        if len(value) == 6:
            return value.upper()
    return None


def fill_colour(fill: PatternFill | None, theme: Sequence[str]) -> str | None:
    """Resolve the colour of a cell's fill; None for no fill, a pattern, a gradient, or automatic."""
    if fill is None or fill.fill_type != "solid":
        return None
    return resolve(fill.fgColor, theme)


def resolve(colour: Color | None, theme: Sequence[str]) -> str | None:
    """Resolve a colour given as RGB, theme or index, tint applied; None for automatic or unknown."""
    if colour is None:
        return None
    base = _base(colour, theme)
    return _tinted(base, colour.tint or 0.0) if base else None


def _base(colour: Color, theme: Sequence[str]) -> str | None:
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper()
    if colour.type == "theme" and isinstance(colour.theme, int) and 0 <= colour.theme < len(theme):
        return theme[colour.theme]
    if colour.type == "indexed" and isinstance(colour.indexed, int) and 0 <= colour.indexed < len(COLOR_INDEX):
        return COLOR_INDEX[colour.indexed][-6:].upper()
    return None


def _tinted(rgb: str, tint: float) -> str:
    """Lighten (tint above 0) or darken (below) the luminance, as ECMA-376 18.8.19 says."""
    if not tint:
        return rgb
    hue, light, saturation = colorsys.rgb_to_hls(*(int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    channels = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)
