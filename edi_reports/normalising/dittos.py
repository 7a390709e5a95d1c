"""Ditto marks: a cell that says no more than "as above" says who or when the action above does, and that is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.raw import Field, RawAction, RawCell
from edi_reports.normalising.spelling import single_spaced

# How far an action is stands for itself: rows are sorted, and a completion is never taken from the row above.
_REPEATED = (Field.OWNER, Field.SUPPORT, Field.TARGET)
_DITTO = re.compile(r"(?:[\"'〃]+|''|-\s?[\"'〃]+\s?-|ditto|do\.|(?:same )?as above|see above|same)", re.IGNORECASE)


def without_dittos(actions: Iterable[RawAction]) -> tuple[tuple[RawAction, ...], tuple[Finding, ...]]:
    """The actions with what ditto marks repeat in their place, and a finding for each mark; in plan order."""
    spelled: list[RawAction] = []
    findings: list[Finding] = []
    for action in actions:
        above = spelled[-1] if spelled and spelled[-1].place.sheet == action.place.sheet else None
        repeated, met = _spelled_out(action, above) if above else (action, [])
        spelled.append(repeated)
        findings.extend(met)
    return tuple(spelled), tuple(findings)


def _spelled_out(action: RawAction, above: RawAction) -> tuple[RawAction, list[Finding]]:
    fields: list[tuple[Field, tuple[RawCell, ...]]] = []
    findings = []
    for name, cells in action.fields:
        said = above.cells(name)
        if name in _REPEATED and len(cells) == 1 and _DITTO.fullmatch(single_spaced(cells[0].text)) and said:
            facts = {"mark": single_spaced(cells[0].text), "repeated": single_spaced(above.text(name))}
            findings.append(finding("ditto", cells[0].place, **facts))
            cells = tuple(replace(cell, place=cells[0].place) for cell in said)
        fields.append((name, cells))
    return (replace(action, fields=tuple(fields)), findings) if findings else (action, [])
