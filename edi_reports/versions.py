"""Several versions of one workbook: what changed between them, and the life of each action through them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from edi_reports import __version__
from edi_reports.model.action import Action
from edi_reports.model.change import Audit, PlanChanges
from edi_reports.model.history import History, Version
from edi_reports.model.plan import ActionPlan
from edi_reports.model.rag import Rating
from edi_reports.recipe import ReadPlan, read_plan
from edi_reports.settings import Settings
from edi_reports.workbooks import day_of


def audit_workbooks(paths: Sequence[Path], settings: Settings) -> Audit:
    """Compare two or more workbooks, oldest first as they are named.

    Raises CannotContinue when one of them cannot be read.
    """
    from edi_reports.audit.comparing import compare_versions
    from edi_reports.reading.collector import left_alone_by_collector

    plans, sheets = zip(*(_without_cells(read_plan(path, settings)) for path in paths), strict=True)
    with left_alone_by_collector():
        audit = compare_versions(plans, settings.decisions)
    steps = tuple(_with_sheets_left(step, *names) for step, names in zip(audit.steps, pairwise(sheets), strict=True))
    whole = _with_sheets_left(audit.whole, sheets[0], sheets[-1])
    return replace(audit, whole=whole, steps=steps)


def _without_cells(read: ReadPlan) -> tuple[ActionPlan, tuple[str, ...]]:
    """The plan, and the names of the sheets that hold none: many versions need not keep every cell."""
    return read.plan, tuple(name for name, _ in read.raw.left_alone)


def _with_sheets_left(changes: PlanChanges, old: tuple[str, ...], new: tuple[str, ...]) -> PlanChanges:
    """Say that the sheets that hold no plan were not compared."""
    names = dict.fromkeys((*old, *new))
    if not names:
        return changes
    said = "sheets that hold no plan: " + ", ".join(f"“{name}”" for name in names)
    return replace(changes, not_compared=(*changes.not_compared, said))


def trace_workbooks(paths: Sequence[Path], as_at: date, settings: Settings) -> tuple[History, str]:
    """Trace each action through the workbooks, in the order of their months, and give the title of the latest plan.

    A workbook without a month is taken to be true as at `as_at`. Raises CannotContinue as `read_plan` does.
    """
    from edi_reports.audit.history import history, in_order
    from edi_reports.reading.collector import left_alone_by_collector
    from edi_reports.rules.rating import rate

    def rated(action: Action, day: date) -> Rating:
        return rate(action, day, settings.rag)

    versions = in_order([Version(day_of(path) or as_at, read_plan(path, settings).plan) for path in paths])
    with left_alone_by_collector():
        return history(versions, rated, settings.decisions), versions[-1].plan.title


def made_with(settings: Settings) -> tuple[tuple[str, str], ...]:
    """With what a change log was made, label and entry, for its sign-off."""
    from edi_reports.rules.rating import rules_in_words

    decided = len(settings.decisions)
    return (
        ("Program", f"edi_reports {__version__}"),
        ("Settings", f"SHA-256 {settings.sha256}" if settings.sha256 else "the built-in defaults"),
        ("Decisions about uncertain pairs", str(decided) if decided else "none"),
        ("Rules", "; ".join(rules_in_words(settings.rag))),
    )
