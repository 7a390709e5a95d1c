"""Many desks in one run: each its own month, one after the other or at the same time, and one account of them all.

How the work is spread changes no byte of what comes out. A desk that fails stops no other.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.consolidated import Part, by_plan, codes_of, consolidate, labelled, labelled_finding, preface
from edi_reports.defaults import COMMITTEES
from edi_reports.manifest import sha256_of
from edi_reports.model.committee import Committee
from edi_reports.model.fault import fault
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.plan import Source
from edi_reports.month import (
    Clock,
    Desk,
    Issue,
    Order,
    Tell,
    compose_files,
    compose_papers,
    inputs_of,
    issue_month,
    load_templates,
    run_month,
    with_log,
)
from edi_reports.recipe import with_findings
from edi_reports.settings import Settings, load_settings
from edi_reports.spreading import Workers, spread
from edi_reports.writing.json_text import json_bytes

SOURCES = "plans.json"
SCHEMA = "edi-reports/plans/1"
CONSOLIDATED_FOR: tuple[Committee, ...] = tuple(committee for committee in COMMITTEES if committee.sees_all)[:1]
"""Without settings of their own, several plans go to the one body that monitors all plans."""


class Errand(Struct, frozen=True):
    """One desk's month, as it is handed to whoever runs it."""

    name: str
    desk: Desk
    order: Order
    clock: Clock


class DeskRun(Struct, frozen=True):
    """What came of one desk: what it issued, or the finding that says why it issued nothing."""

    name: str
    issue: Issue | None = None
    refused: Finding | None = None


class Several(Struct, frozen=True):
    """What came of each desk, and of all together; `findings` name the desk that each is about."""

    runs: tuple[DeskRun, ...]
    consolidated: DeskRun
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether anything that was asked for could not be issued."""
        return any(run.refused for run in (*self.runs, self.consolidated))


def run_plans(folder: Path, order: Order, workers: Workers, clock: Clock, tell: Tell) -> Several:
    """Run the month of every desk in a folder, and issue one tracker and one paper of them all in its own output.

    Raises CannotContinue, before anything is run, when there is no desk, another run is at work there, or the cluster
    cannot be used.
    """
    home = _desk(folder)
    errands = [Errand(name, desk, order, clock) for name, desk in find_desks(folder).items()]
    runs: list[DeskRun] = []

    def make() -> Issue:
        runs.extend(run_desks(errands, workers, tell))
        return _consolidated(home, runs, order, tell)

    try:
        together = DeskRun("Consolidated", issue_month(home.output, make, order, clock, tell))
    except CannotContinue as error:
        if not runs:
            raise
        together = DeskRun("Consolidated", refused=error.finding)
    return Several(tuple(runs), together, tuple(_findings(runs, together)))


def find_desks(folder: Path) -> dict[str, Desk]:
    """The desks in a folder by name: every folder in it that has a folder `input` of its own.

    Raises CannotContinue when there is none.
    """
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    desks = {path.name: _desk(path) for path in found if _is_desk(path)}
    if not desks:
        raise cannot_continue("no-desks", folder=folder)
    return desks


def _is_desk(path: Path) -> bool:
    """Whether a folder is a desk; one behind a link to a drive that is not there is, so that its plan is missed."""
    leads_nowhere = path.is_symlink() and not path.exists()
    return (os.path.lexists(path / "input") or leads_nowhere) and not path.name.startswith(".")


def _desk(folder: Path) -> Desk:
    place = folder.absolute()
    return Desk(place / "input", place / "output", place / "templates")


# Each desk


def run_desk(errand: Errand) -> DeskRun:
    """Run the month of one desk with its own settings; whatever goes wrong is told, never raised."""
    try:
        settings, problems = load_settings(errand.desk.settings)
        issue = run_month(errand.desk, settings, problems, errand.order, errand.clock, lambda _: None)
        return DeskRun(errand.name, issue)
    except CannotContinue as error:
        return DeskRun(errand.name, refused=error.finding)
    except Exception as error:
        return DeskRun(errand.name, refused=fault(error))


def run_desks(errands: Sequence[Errand], workers: Workers, tell: Tell) -> list[DeskRun]:
    """Run every errand; what comes back stands in their order, however they were spread.

    Raises CannotContinue, before any is run, when the cluster cannot be used.
    """
    done = spread(run_desk, errands, workers, lambda number: tell(f"{number} of {len(errands)} plans done"))
    return [_found(errand, outcome) for errand, outcome in zip(errands, done, strict=True)]


def _found(errand: Errand, outcome: DeskRun | Exception) -> DeskRun:
    if isinstance(outcome, DeskRun):
        return outcome
    return DeskRun(errand.name, refused=finding("worker-lost", reason=type(outcome).__name__))


# All together


def _consolidated(home: Desk, runs: Sequence[DeskRun], order: Order, tell: Tell) -> Issue:
    """The issue of all plans together, up to the bytes of each file; nothing is written."""
    codes = codes_of([run.name for run in runs])
    parts = [labelled(Part(run.name, codes[run.name], run.issue.account)) for run in runs if run.issue]
    if not parts:
        raise cannot_continue("nothing-to-consolidate")
    settings, problems = _settings(home)
    templates, met = load_templates(home, settings)
    missing = [finding("plan-missing", Place(run.name), plan=run.name) for run in runs if run.refused]
    sources = json_bytes({"schema": SCHEMA, "plans": [_source(run, codes[run.name]) for run in runs]})
    account = consolidate(parts, order.as_at, settings, Source(SOURCES, sha256_of(sources)))
    account = replace(account, rated=with_findings(account.rated, (*missing, *problems)))
    papers = compose_papers(replace(account, rated=by_plan(account.rated)), settings, preface(parts, missing), "plan")
    files = compose_files(account, papers, templates, tell) | {SOURCES: sources}
    month = ReportingMonth.of(order.as_at).folder
    issued = {f"{run.name}/{month}/plan.json": sha256_of(run.issue.files["plan.json"]) for run in runs if run.issue}
    issue = Issue(account, home.output / month, files, issued | inputs_of(settings, templates), met)
    return with_log(issue, as_json=order.log_as_json)


def _settings(home: Desk) -> tuple[Settings, tuple[Finding, ...]]:
    settings, problems = load_settings(home.settings)
    return (settings if settings.sha256 else replace(settings, committees=CONSOLIDATED_FOR)), problems


def _source(run: DeskRun, code: str) -> dict[str, Any]:
    """Compose what `plans.json` says of one plan; `missing` is the code of the finding that stopped it."""
    if run.issue is None:
        return {"plan": run.name, "code": code, "missing": run.refused and run.refused.code}
    rated = run.issue.rated
    return {
        "plan": run.name,
        "code": code,
        "workbook": rated.plan.source.name,
        "sha256": rated.plan.source.sha256,
        "title": rated.plan.title,
        "as_at": rated.as_at.isoformat(),
        "rules_version": rated.rules_version,
        "actions": len(rated.actions),
        "missing": None,
    }


def _findings(runs: Sequence[DeskRun], together: DeskRun) -> Iterator[Finding]:
    """All that was found, under the name of the plan it is about."""
    codes = codes_of([run.name for run in runs])
    for run in runs:
        found = (run.refused,) if run.refused else run.issue.findings if run.issue else ()
        yield from (labelled_finding(each, run.name, codes[run.name]) for each in found)
    if together.refused:
        yield together.refused
