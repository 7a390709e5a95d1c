"""Packs to owners and back: one workbook each to fill in, and one of what came back, with the cells to change.

Nothing is ever written into the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.limits import LIMITS, Limits
from edi_reports.model.owner import OwnerKind, RegisteredOwner
from edi_reports.model.owner_pack import ReturnedPack, Returns
from edi_reports.model.plan import RatedPlan

NUMBERED = re.compile(r"owner \d+ ")
"""How the name of a file begins that shows no owner's name."""


def make_packs(owned: Mapping[str, RatedPlan]) -> dict[str, bytes]:
    """The pack of each owner, by name, of the plan of its actions."""
    from edi_reports.reports.owner_pack import compose_owner_pack
    from edi_reports.writing.excel import write_workbook

    return {owner: write_workbook(compose_owner_pack(rated, owner)) for owner, rated in owned.items()}


def file_names(owners: Iterable[str], register: Iterable[RegisteredOwner], ending: str) -> dict[str, str]:
    """A file name for each owner: posts and bodies of the register show, everybody else is "owner 3"."""
    from edi_reports.month import file_name

    shown = {owner.name for owner in register if owner.kind is not OwnerKind.PERSON}
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, owner in enumerate(owners, 1):
        name = f"{file_name(owner)} {ending}" if owner in shown else ""
        names[owner] = name if name and name not in taken else f"owner {number} {ending}"
        taken.add(names[owner])
    return names


def collect_packs(packs: Iterable[Path], rated: RatedPlan, limits: Limits = LIMITS) -> tuple[Returns, bytes]:
    """What came back in these files, held against the plan as it is now, and the report on it as a workbook.

    A file that is no pack is a finding among the others; it never stops the rest.
    """
    from edi_reports.audit.returns import collect_returns
    from edi_reports.reports.returns import compose_returns
    from edi_reports.writing.excel import write_workbook

    read, problems = _read(packs, limits)
    returns = collect_returns(read, rated.plan, problems)
    return returns, write_workbook(compose_returns(returns, rated))


def _read(packs: Iterable[Path], limits: Limits) -> tuple[list[ReturnedPack], tuple[Finding, ...]]:
    from edi_reports.reading.opening import open_file
    from edi_reports.reading.owner_pack import read_owner_pack

    read: list[ReturnedPack] = []
    problems: list[Finding] = []
    for path in packs:
        try:
            read.append(read_owner_pack(open_file(path, limits), limits))
        except CannotContinue as refused:
            problems.append(refused.finding)
    return read, tuple(problems)
