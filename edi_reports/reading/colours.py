"""Fills as people see them: theme colours with their tint, indexed colours and plain RGB, all as RRGGBB."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from msgspec import Struct

from edi_reports.reading.package import Package

# A theme lists dark 1 before light 1; colours in cells count light 1 before dark 1 (ECMA-376 Part 1, 18.8.3).
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_OFFICE_THEME = (
    *("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D"),
    *("9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"),
)
_FIRST_EIGHT = "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF"
_INDEXED = tuple(
    re.findall(
        ".{6}",
        f"{_FIRST_EIGHT}{_FIRST_EIGHT}"
        "800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF"
        "000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99"
        "3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333",
    )
)
"""The colours that cells may name by number where the workbook lists none of its own (ECMA-376 Part 1, 18.8.27)."""

_RGB = re.compile(r"(?:[0-9A-F]{2})?([0-9A-F]{6})", re.ASCII | re.IGNORECASE)


class Palette(Struct, frozen=True):
    """The colours that a workbook names by number: those of its theme, and its indexed ones."""

    theme: tuple[str, ...] = _OFFICE_THEME
    indexed: tuple[str, ...] = _INDEXED

    def colour(self, written: Mapping[str, str]) -> str | None:
        """Resolve a colour by its attributes (rgb, theme or indexed, and tint); None for automatic or unknown."""
        base = self._base(written)
        return _tinted(base, _tint(written.get("tint", "0"))) if base else None

    def _base(self, written: Mapping[str, str]) -> str | None:
        for kind, colours in (("indexed", self.indexed), ("theme", self.theme)):
            if kind in written:
                number = written[kind]
                known = number.isascii() and number.isdigit() and len(number) < 4 and int(number) < len(colours)
                return colours[int(number)] if known else None
        return rgb(written.get("rgb", ""))


def rgb(written: str) -> str | None:
    """RRGGBB of a colour written as RRGGBB or AARRGGBB; None when it is neither."""
    match = _RGB.fullmatch(written)
    return match[1].upper() if match else None


def read_theme(package: Package, workbook_part: str) -> tuple[str, ...]:
    """The twelve colours of the theme in the order in which cells count them; Office's own where it has none."""
    part = package.related(workbook_part, "theme")
    if part is None:
        return _OFFICE_THEME
    schemes = package.elements(part, "theme", "themeElements/clrScheme")
    found = {slot.tag: _slot_colour(slot) for _, scheme in schemes for slot in scheme}
    return tuple(found.get(name) or standard for name, standard in zip(_THEME_ORDER, _OFFICE_THEME, strict=True))


def read_indexed(colours: list[str | None]) -> tuple[str, ...]:
    """The indexed colours, with those that a workbook lists in place of the standard ones."""
    return tuple(own or standard for own, standard in zip(colours, _INDEXED, strict=False)) + _INDEXED[len(colours) :]


def _slot_colour(slot: Element) -> str | None:
    found = (rgb(colour.get("lastClr") or colour.get("val") or "") for colour in slot)
    return next((colour for colour in found if colour), None)


def _tint(written: str) -> float:
    try:
        tint = float(written)
    except ValueError:
        return 0.0
    return tint if -1 <= tint <= 1 else 0.0


def _tinted(colour: str, tint: float) -> str:
    """Lighten (tint above 0) or darken (below) the luminance (ECMA-376 Part 1, 18.8.19)."""
    if not tint:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    channels = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)
