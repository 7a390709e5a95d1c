"""Numbers as a person sees them in the cell, so that a reference typed 001 or 1.10 stays what it is."""

from __future__ import annotations

import re

_DECIMALS = re.compile(r"^#?,?#*(0+)(?:\.(0+))?(%?)$")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def number_as_seen(value: float, number_format: str) -> str:
    """Write a number as its format shows it; formats beyond digits, decimals and per cent show the number itself."""
    match = _DECIMALS.match(_QUOTED.sub("", number_format.split(";")[0]).strip())
    if match is None:
        return _plain(value)
    digits, decimals, percent = match[1], len(match[2] or ""), match[3]
    shown = value * 100 if percent else value
    whole = f"{abs(shown):.{decimals}f}"
    return ("-" if shown < 0 else "") + whole.zfill(len(digits) + (decimals + 1 if decimals else 0)) + percent


def shows_whole_month(number_format: str) -> bool:
    """Tell whether a date format shows month and year but no day, such as mmm-yy."""
    letters = _QUOTED.sub("", number_format.split(";")[0]).lower()
    return "d" not in letters and "m" in letters and "y" in letters and "h" not in letters


def _plain(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return f"{value:.10g}"
