"""The plan that a tracker means: what was understood once is taken as it stands, what people changed counts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from edi_reports.model.action import Action, Framework, Group
from edi_reports.model.owner import Owner, Part
from edi_reports.model.raw import Field, RawAction
from edi_reports.model.target import Target, TargetKind
from edi_reports.model.tracker import CLASH, YES, Heading

_OWN_HEADINGS = frozenset(heading.casefold() for heading in Heading)
_KINDS = {kind.value: kind for kind in TargetKind}


def as_kept(action: Action, raw: RawAction) -> Action:
    """Give an action of a tracker back as the plan had it; `action` is what its texts alone would mean.

    A row that a person added has no target kind: its target is then read from its words like any other.
    """
    said = {name.casefold(): text for name, text in raw.other}
    kind = _KINDS.get(said.get(Heading.KIND.casefold(), "").casefold())
    return replace(
        action,
        target=_target(raw, kind) if kind else action.target,
        owners=_owners(action, raw),
        frameworks=tuple(map(_framework, raw.text(Field.FRAMEWORKS).split("\n"))) if raw.text(Field.FRAMEWORKS) else (),
        group=_group(action.group, said.get(Heading.GROUP_TITLE.casefold(), "")),
        cancelled=said.get(Heading.CANCELLED.casefold(), "").casefold() == YES.casefold(),
        context=said.get(Heading.CONTEXT.casefold()) or None,
        pointer_to=said.get(Heading.POINTS_TO.casefold()) or action.pointer_to,
        other=tuple(
            (name.removeprefix(CLASH), text) for name, text in raw.other if name.casefold() not in _OWN_HEADINGS
        ),
    )


def _target(raw: RawAction, kind: TargetKind) -> Target:
    start, due, first = (
        cell.day if (cell := raw.cell(field)) is not None else None
        for field in (Field.START, Field.REVISED_TARGET, Field.ORIGINAL_TARGET)
    )
    return Target(raw.text(Field.TARGET), kind, start, due, first)


def _owners(action: Action, raw: RawAction) -> tuple[Owner, ...]:
    """One owner a line, as a tracker shows them, whatever commas and "and" the names themselves hold."""
    lines = [
        (" ".join(line.split()), part)
        for field, part in ((Field.OWNER, Part.LEAD), (Field.SUPPORT, Part.SUPPORT))
        for line in raw.text(field).split("\n")
        if line.strip()
    ]
    if len(lines) == len(action.owners):
        return tuple(replace(owner, as_written=" ".join(owner.as_written.split())) for owner in action.owners)
    return tuple(Owner(name, part, name, known=True) for name, part in lines)


def _framework(shown: str) -> Framework:
    name, domain, number = shown.partition(" Domain ")
    return Framework(name, number) if domain else Framework(shown)


def _group(group: Group | None, title: str) -> Group | None:
    if group is None:
        return None
    number = int(group.label) if re.fullmatch(r"[0-9]{1,9}", group.label) else group.number
    return replace(group, title=title or group.title, number=number)
