"""The corridor: a workbook walks through the rooms once. Read this file first.

    read → normalise → rate → report → write

Every step is a plain function of its arguments; the as-at day is one of them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.finding import Finding, in_sheet_order
from edi_reports.model.plan import ActionPlan, RatedAction, RatedPlan
from edi_reports.model.raw import RawPlan
from edi_reports.settings import Settings


class ReadPlan(Struct, frozen=True):
    """A plan with all that was found on the way to it: what was typed, what was meant, and the problems met."""

    raw: RawPlan
    plan: ActionPlan
    findings: tuple[Finding, ...]


def read_plan(path: Path, settings: Settings) -> ReadPlan:
    """Read and normalise the plan in a workbook.

    Raises CannotContinue when the file cannot be opened or holds no plan that can be read with confidence.
    """
    from edi_reports.reading.opening import open_file

    return read_bytes(open_file(path, settings.limits), settings)


def read_bytes(file: Any, settings: Settings) -> ReadPlan:
    """Read and normalise a plan whose file is already in memory; raises as `read_plan` does."""
    from edi_reports.normalising.plan import NormalisingSettings, normalise_plan
    from edi_reports.reading.collector import left_alone_by_collector
    from edi_reports.reading.heading_table import HeadingNames, heading_table
    from edi_reports.reading.plan import read_opened

    names = HeadingNames(heading_table(settings.heading_phrases), dict(settings.headings))
    with left_alone_by_collector():
        raw = read_opened(file, names, settings.limits)
        trust = NormalisingSettings(settings.owners, settings.own_spellings, settings.fills)
        plan, findings = normalise_plan(raw, trust)
    return ReadPlan(raw, plan, (*raw.findings, *findings))


def rate_plan(read: ReadPlan, as_at: date, settings: Settings) -> RatedPlan:
    """Rate every action as at a day (inclusive) and route it to its committees."""
    from edi_reports.rules.checks import check_hindrances, check_stated_rags
    from edi_reports.rules.completion import check_completions, plan_as_told
    from edi_reports.rules.rating import rate, rules_in_words
    from edi_reports.rules.routing import check_routing, route

    plan = plan_as_told(read.plan, as_at)
    routes = [route(action, settings.committees) for action in plan.counted]
    rated = [
        RatedAction(action, rate(action, as_at, settings.rag), way.committees, routed_because=way.because)
        for action, way in zip(plan.counted, routes, strict=True)
    ]
    met = (
        *check_completions(read.plan.counted, as_at),
        *check_routing(plan.counted, routes, settings.committees),
        *check_stated_rags(rated),
        *check_hindrances(rated),
    )
    findings = in_sheet_order((*read.findings, *met))
    return RatedPlan(plan, as_at, tuple(rated), findings, rules_in_words(settings.rag), settings.rag)


def export_plan(path: Path, as_at: date, settings: Settings | None = None) -> dict[str, Any]:
    """Give the plan in a workbook, as at a day, as the document `edi-reports/plan/1`.

    Raises CannotContinue as `read_plan` does.
    """
    from edi_reports.reports.plan_document import compose_plan_document

    settings = settings or Settings()
    read = read_plan(path, settings)
    return compose_plan_document(rate_plan(read, as_at, settings), read.raw.tally)


def with_findings(rated: RatedPlan, findings: tuple[Finding, ...]) -> RatedPlan:
    """Add findings of another source, such as the settings, to those of the plan."""
    return replace(rated, findings=(*findings, *rated.findings)) if findings else rated
