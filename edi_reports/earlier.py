"""What came before this month: earlier versions of the plan, so that refs last and moved dates show."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.manifest import issued_files, issued_folders, sha256_of, was_read_for
from edi_reports.model.change import PlanChanges
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, RatedPlan
from edi_reports.recipe import ReadPlan, rate_plan, read_bytes
from edi_reports.settings import Settings
from edi_reports.workbooks import earlier_workbooks

if TYPE_CHECKING:
    from edi_reports.reading.opening import OpenedFile


class Past(Struct, frozen=True):
    """The earlier versions of a plan, oldest first, each as it was rated then, and what could not be read.

    `inputs` are the files that they were read from, each with its SHA-256.
    """

    versions: tuple[RatedPlan, ...] = ()
    findings: tuple[Finding, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()

    @property
    def latest(self) -> RatedPlan | None:
        """The version that the changes are told from."""
        return self.versions[-1] if self.versions else None


class _Version(Struct, frozen=True):
    """An earlier version and the file it stands in: issued and rated then, or a workbook that is still to be rated."""

    as_at: date
    file: str
    sha256: str
    found: RatedPlan | ReadPlan

    @property
    def plan(self) -> ActionPlan:
        return self.found.plan


def find_past(output: Path, month: ReportingMonth, workbooks: Iterable[tuple[Path, date]], settings: Settings) -> Past:
    """Gather the earlier versions: issued months before this one, and the earlier `workbooks` with their days.

    A workbook that was issued is taken as it was issued. Raises CannotContinue when an issued plan.json is not as it
    was issued: without it, a date that moved would be Green.
    """
    folders = (folder for folder in issued_folders(output) if folder.name < month.folder)
    issued = [version for folder in folders if (version := _issued(folder, settings))]
    known = {version.plan.source.sha256 for version in issued}
    read, findings = _read(workbooks, known, settings)
    versions = sorted([*issued, *read], key=lambda version: (version.as_at, version.plan.source.order))
    inputs = tuple((version.file, version.sha256) for version in versions)
    return Past(tuple(_one_after_the_other(versions, settings)), findings, inputs)


def past_as_issued(
    output: Path, workbook: Path, sha256: str, inputs: Sequence[Path], as_at: date, settings: Settings
) -> Past:
    """What the month of this day knows of a workbook's past, so that whoever asks hears what the papers say.

    Before any month is issued nobody knows of other refs than the workbook's own. A workbook that stands in none of the
    folders that may be the desk's input, and that no month was made from, is a plan of its own.
    """
    folders, place = issued_folders(output), workbook.resolve().parent
    input_ = next((folder for folder in inputs if folder.resolve() == place), None)
    if not folders or not (input_ or any(was_read_for(folder, sha256) for folder in folders)):
        return Past()
    earlier = earlier_workbooks(input_, workbook) if input_ else ()
    return find_past(output, ReportingMonth.of(as_at), earlier, settings)


def _issued(folder: Path, settings: Settings) -> _Version | None:
    """The version that a folder holds; None for one in which no month was issued."""
    from edi_reports.reading.opening import read_file
    from edi_reports.reading.plan_document import read_plan_document

    path, name, known = folder / "plan.json", f"{folder.name}/plan.json", issued_files(folder)
    if not path.is_file():
        if known or os.path.lexists(path):
            raise cannot_continue("issued-plan-changed", Place(name))
        return None
    data = read_file(path, settings.limits)
    rated, sha256 = read_plan_document(data, name), sha256_of(data)
    if known and known.get("plan.json") != sha256:
        raise cannot_continue("issued-plan-changed", Place(name))
    return _Version(rated.as_at, name, sha256, rated)


def _read(
    workbooks: Iterable[tuple[Path, date]], known: set[str], settings: Settings
) -> tuple[list[_Version], tuple[Finding, ...]]:
    from edi_reports.reading.opening import open_file

    versions: list[_Version] = []
    findings: list[Finding] = []
    for path, day in workbooks:
        try:
            file = open_file(path, settings.limits)
            if file.sha256 not in known:
                versions.append(_Version(day, file.name, file.sha256, read_bytes(file, settings)))
        except CannotContinue as error:
            findings.append(finding("earlier-not-read", Place(path.name), reason=error.finding.message))
    return versions, tuple(findings)


def _one_after_the_other(versions: Iterable[_Version], settings: Settings) -> Iterator[RatedPlan]:
    """Each version with what the one before hands down; what was issued keeps its refs and its ratings."""
    before: ActionPlan | None = None
    for version in versions:
        if isinstance(version.found, ReadPlan):
            read = version.found if before is None else _carried(version.found, before, settings)
            rated = rate_plan(read, version.as_at, settings)
        else:
            rated = version.found if before is None else _with_first_dues(version.found, before, settings)
        yield rated
        before = rated.plan


def _carried(read: ReadPlan, before: ActionPlan, settings: Settings) -> ReadPlan:
    from edi_reports.audit.references import carry_refs

    return replace(read, plan=carry_refs(before, read.plan, settings.decisions))


def _with_first_dues(issued: RatedPlan, before: ActionPlan, settings: Settings) -> RatedPlan:
    """An issued version that knows the days of one that is older, but was read or issued after it."""
    from edi_reports.audit.matching import pair_actions
    from edi_reports.audit.references import with_earliest_dues

    plan = with_earliest_dues(before, issued.plan, pair_actions(before, issued.plan, settings.decisions))
    gone = {*before.retired_refs, *(action.ref for action in before.actions)}
    gone -= {action.ref for action in plan.actions}
    return replace(issued, plan=replace(plan, retired_refs=tuple(sorted({*plan.retired_refs, *gone}))))


def read_and_rate(file: OpenedFile, past: Past, as_at: date, settings: Settings) -> tuple[ReadPlan, RatedPlan]:
    """The plan in a file as read, with the refs and the earliest due days of its earlier versions, and as rated.

    Raises CannotContinue as `recipe.read_bytes` does.
    """
    read = read_bytes(file, settings)
    read = _carried(read, past.latest.plan, settings) if past.latest else read
    return read, _with_redatings(rate_plan(read, as_at, settings), past, settings)


def _with_redatings(rated: RatedPlan, past: Past, settings: Settings) -> RatedPlan:
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
