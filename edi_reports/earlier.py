"""What came before this month: earlier versions of the plan, so that refs last and moved dates show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from pathlib import Path

from edi_reports.model.change import PlanChanges
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import finding
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.recipe import ReadPlan, rate_plan, read_plan
from edi_reports.settings import Settings

_MONTH_FOLDER = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier versions of a plan, oldest first, each as it was rated then, and what could not be read."""

    versions: tuple[RatedPlan, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def latest(self) -> RatedPlan | None:
        """The version that the changes are told from."""
        return self.versions[-1] if self.versions else None


def find_past(output: Path, month: ReportingMonth, workbooks: Iterable[tuple[Path, date]], settings: Settings) -> Past:
    """Gather the earlier versions: issued months before this one, and the earlier `workbooks` with their days.

    A workbook that was issued is taken as it was issued. Raises CannotContinue when an issued plan.json is damaged.
    """
    issued = [_issued(folder) for folder in _issued_folders(output, month)]
    known = {rated.plan.source.sha256 for rated in issued}
    versions, findings = list(issued), []
    for path, day in workbooks:
        try:
            read = read_plan(path, settings)
        except CannotContinue as error:
            findings.append(finding("earlier-not-read", Place(path.name), reason=error.finding.message))
            continue
        if read.plan.source.sha256 not in known:
            versions.append(rate_plan(read, day, settings))
    return Past(tuple(sorted(versions, key=lambda rated: (rated.as_at, rated.plan.source.name))), tuple(findings))


def _issued_folders(output: Path, month: ReportingMonth) -> list[Path]:
    found = sorted(output.iterdir()) if output.is_dir() else []
    return [
        folder
        for folder in found
        if _MONTH_FOLDER.fullmatch(folder.name) and folder.name < month.folder and (folder / "plan.json").is_file()
    ]


def _issued(folder: Path) -> RatedPlan:
    from edi_reports.reading.opening import read_file
    from edi_reports.reading.plan_document import read_plan_document

    return read_plan_document(read_file(folder / "plan.json"), f"{folder.name}/plan.json")


def carried(read: ReadPlan, past: Past, settings: Settings) -> ReadPlan:
    """Give the plan the refs and the earliest due days of its earlier versions."""
    if not past.versions:
        return read
    from edi_reports.audit.references import carry_refs

    plans = (*(rated.plan for rated in past.versions), read.plan)
    return replace(read, plan=reduce(lambda before, now: carry_refs(before, now, settings.decisions), plans))


def with_redatings(rated: RatedPlan, past: Past, settings: Settings) -> RatedPlan:
    """Say of each action how often, and by how many days in all, its due day has moved."""
    if not past.versions:
        return rated
    from edi_reports.audit.history import redatings
    from edi_reports.model.history import Version

    versions = [Version(each.as_at, each.plan) for each in past.versions]
    moved = redatings([*versions, Version(rated.as_at, rated.plan)], settings.decisions)
    actions = tuple(replace(each, redating=moved.get(each.action.ref)) for each in rated.actions)
    return replace(rated, actions=actions)


def changes_since(rated: RatedPlan, past: Past, settings: Settings) -> PlanChanges | None:
    """What differs from the version before; None where there is none."""
    if past.latest is None:
        return None
    from edi_reports.audit.comparing import compare_plans

    return compare_plans(past.latest.plan, rated.plan, settings.decisions)
