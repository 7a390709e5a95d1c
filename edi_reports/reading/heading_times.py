"""When a heading says that its column was written: "Status Nov 25", "Q2 RAG"; the newest column may stand first."""

from __future__ import annotations

import re

_MONTHS = ("apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?(?:[\s-]*['’]?(?:20)?(\d\d)\b)?", re.IGNORECASE)
_QUARTER = re.compile(r"\bq(?:tr|uarter)?\.?\s?([1-4])\b(?:\s*(?:fy\s?)?(?:20)?(\d\d)\b)?", re.IGNORECASE)


def when_of_heading(text: str) -> tuple[int, int] | None:
    """The financial year (0 where none is named) and the month of it that a heading names; None when it names none."""
    if match := _QUARTER.search(text):
        return int(match[2] or 0), 3 * int(match[1])
    if match := _MONTH.search(text):
        month = _MONTHS.index(match[1].lower()) + 1
        return int(match[2] or 0) - (month > 9 and match[2] is not None), month
    return None


def without_time(text: str) -> str:
    """A heading without the time that it names, as other headings of its kind read too."""
    return " ".join(re.findall("[a-z]+", _MONTH.sub(" ", _QUARTER.sub(" ", text)).lower()))
