"""Numbers as a person sees them in the cell, so that a reference typed 001 or 1.10 stays what it is."""

from __future__ import annotations

import re
from functools import lru_cache

_DECIMALS = re.compile(r"^#?,?#*(0+)(?:\.(0+))?(%?)$")
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DATE_LETTERS = frozenset("dmyhs")
LONGEST_FORMAT = 255
"""Excel keeps no longer format; a longer one is taken for General."""

GENERAL = "General"
BUILT_IN_FORMATS = {
    1: "0",
    2: "0.00",
    9: "0%",
    10: "0.00%",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    **dict.fromkeys([3, 5, 6, 37, 38, 41, 42], "#,##0"),
    **dict.fromkeys([4, 7, 8, 39, 40, 43, 44], "#,##0.00"),
    **dict.fromkeys([*range(27, 32), 36, *range(50, 55), 57, 58], "yyyy/mm/dd"),
}
"""The formats that a workbook may use by number without writing them down (ECMA-376 Part 1, 18.8.30).

Those that show a number as it is are left out; 27 to 36 and 50 to 58 are the dates of East Asian languages.
"""


def number_as_seen(value: float, number_format: str) -> str:
    """Write a number as its format shows it; formats beyond digits, decimals and per cent show the number itself."""
    match = _decimals(number_format)
    if match is None:
        return _plain(value)
    digits, decimals, percent = match[1], len(match[2] or ""), match[3]
    shown = value * 100 if percent else value
    whole = f"{abs(shown):.{decimals}f}"
    return ("-" if shown < 0 else "") + whole.zfill(len(digits) + (decimals + 1 if decimals else 0)) + percent


def shows_date(number_format: str) -> bool:
    """Tell whether a format shows a number as a date or a time: letters of days or hours stand outside its quotes."""
    return not _DATE_LETTERS.isdisjoint(_first_section(number_format).lower())


def shows_duration(number_format: str) -> bool:
    """Tell whether a format shows hours, minutes or seconds gone by, such as [h]:mm."""
    return _ELAPSED.search(_first_section(number_format)) is not None


def shows_whole_month(number_format: str) -> bool:
    """Tell whether a date format shows month and year but no day, such as mmm-yy."""
    letters = _first_section(number_format).lower()
    return "d" not in letters and "m" in letters and "y" in letters and "h" not in letters


@lru_cache(maxsize=1000)
def _decimals(number_format: str) -> re.Match[str] | None:
    return _DECIMALS.match(_first_section(number_format).strip())


@lru_cache(maxsize=1000)
def _first_section(number_format: str) -> str:
    """The part of a format that is for positive numbers, without colours, padding and literal text."""
    return _LITERAL.sub("", number_format).partition(";")[0]


def _plain(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{value:.10g}"
