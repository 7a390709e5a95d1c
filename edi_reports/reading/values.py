"""Stored values as a person sees them: numbers and dates by the format of their cell, text by its escapes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from edi_reports.reading.markup import clean_text, tidy_lines
from edi_reports.reading.numbers import number_as_seen, shows_date, shows_duration, shows_whole_month

Moment = date | time | timedelta

_NUMBER = re.compile(r"[+-]?\d{1,20}((?:\.\d{0,40})?(?:[eE][+-]?\d{1,3})?)", re.ASCII)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PICTURES = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\v\f\r"} | {127: "␡"}
_DAY = timedelta(days=1)
_DAY_0 = date(1899, 12, 30)
_DAY_0_SINCE_1904 = date(1904, 1, 1)
_LEAP_DAY_THAT_NEVER_WAS = 60
_ISO: tuple[Callable[[str], Moment], ...] = (date.fromisoformat, datetime.fromisoformat, time.fromisoformat)


class Seen(NamedTuple):
    """A value as seen; `day` is set for a date, `whole_month` when its format shows only month and year."""

    text: str
    day: date | None = None
    whole_month: bool = False
    number: bool = False


def text_seen(stored: str) -> str:
    """Text as seen: escapes such as _x000D_ are characters (ECMA-376 Part 1, 22.9.2.19), remnants of mark-up are gone.

    Control characters are shown by their pictures, half a surrogate pair by U+FFFD.
    """
    return clean_text(_unescaped(stored) if "_x" in stored else stored)


def formula_seen(formula: str) -> str:
    """A formula as somebody typed it: in it no sign is mark-up."""
    return tidy_lines("\n".join(controls_shown(f"={formula}").splitlines()))


def controls_shown(text: str) -> str:
    """Text with its control characters as their pictures, such as "␇"; they would else act on a terminal."""
    return text if text.isprintable() else text.translate(_PICTURES)


def _unescaped(stored: str) -> str:
    text = controls_shown(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), stored))
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


@lru_cache(maxsize=10_000)
def number_seen(stored: str, number_format: str, since_1904: bool) -> Seen:
    """A stored number as seen: a date, a time, a duration or a number, whichever its format says.

    What is no number is text. A date that no calendar has, before 1900 or after 9999, is seen as its number.
    """
    match = _NUMBER.fullmatch(stored.strip())
    value = (float(stored) if match[1] else int(stored)) if match else math.inf
    if math.isinf(value):
        return Seen(text_seen(stored))
    if shows_date(number_format):
        moment = _duration(value) if shows_duration(number_format) else _moment(value, since_1904)
        if moment is not None:
            return moment_seen(moment, number_format)
    return Seen(number_as_seen(value, number_format), number=True)


@lru_cache(maxsize=10_000)
def iso_seen(stored: str, number_format: str) -> Seen:
    """A date, time or moment stored in ISO 8601, as strict workbooks do (ECMA-376 Part 1, 18.17.4.1), as seen."""
    for read in _ISO:
        try:
            return moment_seen(read(stored.strip()), number_format)
        except ValueError:
            continue
    return Seen(text_seen(stored))


def moment_seen(moment: Moment, number_format: str) -> Seen:
    """A day as dd/mm/yyyy, or as mmm-yy where the format shows no day; a time or duration as h:mm:ss."""
    if not isinstance(moment, date):
        return Seen(str(moment))
    day = moment.date() if isinstance(moment, datetime) else moment
    whole_month = shows_whole_month(number_format)
    return Seen(day.strftime("%b-%y" if whole_month else "%d/%m/%Y"), day, whole_month)


def _moment(value: float, since_1904: bool) -> Moment | None:
    """The day of a serial number, or the time of a fraction of a day (ECMA-376 Part 1, 18.17.4).

    The system that begins in 1900 counts a 29 February 1900, so the days before it lie one day later than counted.
    """
    since = _duration(value)
    if since is None or value < 0:
        return None
    if since < _DAY:
        minutes, seconds = divmod(since.seconds, 60)
        return time(*divmod(minutes, 60), seconds, since.microseconds)
    try:
        if since_1904:
            return _DAY_0_SINCE_1904 + since
        return _DAY_0 + since + (_DAY if value < _LEAP_DAY_THAT_NEVER_WAS else timedelta())
    except OverflowError:
        return None


def _duration(value: float) -> timedelta | None:
    """So many days, to the millisecond."""
    try:
        return timedelta(milliseconds=round(value * 86_400_000))
    except OverflowError:
        return None
