"""What stands above actions: "High Impact Action 1" with its title, "Objective 3: …", or a plain line."""

from __future__ import annotations

import re
from functools import lru_cache

from edi_reports.model.action import Group

_KINDS = (
    "high impact action|hia|strategic objective|equality objective|objective|priority area|priority|goal|aim|ambition"
    "|domain|theme|metric|indicator|standard|outcome|commitment|campaign|workstream|work stream|pillar|section|part"
    "|area|action|step|recommendation|risk|strand|enabler|programme|project|phase|principle"
)
_TAGGED = r"(?:(?:WRES|WDES|MWRES|BWRES|EDS\s?(?:2022|22|2)?|EDI|NHSE?|PSED|GPG|AIS|PCREF)\s+)?"
_NUMBERED = re.compile(
    rf"(?P<label>{_TAGGED}(?:{_KINDS})s?\s*(?:no\.?|number)?\s*(?P<number>\d{{1,2}})(?P<letter>[a-z])?)(?![\d.]*\d|[a-z])"
    r"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = re.compile(
    r"(?P<label>\(?(?P<number>\d{1,2})(?:\.0)?\)?)\s*(?:[.):]|\s-)\s*(?P<rest>\D.*)", re.IGNORECASE | re.DOTALL
)
_LETTERED = re.compile(r"(?P<label>\(?[A-Z])\s*[.):]\s*(?P<rest>.+)", re.DOTALL)
_NUMBER_ALONE = re.compile(r"[0-9]{1,2}")
_LEAD = " \t\n:.-–—|)"


@lru_cache(maxsize=4096)
def normalise_group(text: str) -> Group:
    """The group that a heading cell names: its label as typed, its title, and its number where it has one."""
    typed = text.strip()
    for shape in (_NUMBERED, _SHORT, _LETTERED):
        match = shape.fullmatch(typed)
        if match:
            return _parted(match)
    return Group(_one_line(typed), number=int(typed) if _NUMBER_ALONE.fullmatch(typed) else None)


def _parted(match: re.Match[str]) -> Group:
    parts = match.groupdict()
    title = _one_line(parts["rest"].lstrip(_LEAD))
    number = int(parts["number"]) if parts.get("number") and not parts.get("letter") else None
    label = _one_line(parts["label"].strip("()"))
    return Group(label, title, number)


def _one_line(text: str) -> str:
    return " ".join(text.split())
