"""What was understood of a workbook, for the person who keeps it: every column, the key, the groups, the tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from edi_reports.model.action import ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.period import long_date
from edi_reports.model.place import column_letters
from edi_reports.model.plan import ActionPlan
from edi_reports.model.raw import RawPlan, Table, Tally
from edi_reports.model.target import TargetKind
from edi_reports.reports.plan_document import finding_document

SCHEMA = "edi-reports/check/1"
_WIDEST = 44
_MOST_NAMED = 12


def compose_check_lines(raw: RawPlan, plan: ActionPlan) -> tuple[str, ...]:
    """Compose the account of a workbook as lines for a terminal, without its findings."""
    actions = plan.counted
    return (
        _line("Workbook", plan.source.name),
        _line("Title", plan.title),
        _line("Period", _period(plan)),
        *(line for table in raw.tables for line in _table_lines(table)),
        *_listed("Other sheets", [f'"{sheet}" was left alone: {why}' for sheet, why in raw.left_alone]),
        *_listed("Key", [f"{entry.fill}  {entry.meaning}{_understood(entry.state)}" for entry in plan.key]),
        _line("Actions", _actions(raw, plan)),
        *_listed("Groups", [f"{name} ({count})" for name, count in _groups(plan).items()]),
        _line("Targets", _counted({kind.value: count for kind, count in _targets(plan).items()})),
        _line(
            "Progress", _counted({s.words.lower(): n for s, n in Counter(a.progress.state for a in actions).items()})
        ),
        _line("Owners", _owners(plan)),
        _line("Cells", _tally(raw.tally)),
    )


def compose_check_document(raw: RawPlan, plan: ActionPlan, findings: Iterable[Finding]) -> dict[str, Any]:
    """Compose the same account as JSON, findings included."""
    known, confirm = _owner_names(plan)
    return {
        "schema": SCHEMA,
        "workbook": {"name": plan.source.name, "sha256": plan.source.sha256, "title": plan.title},
        "tables": [
            {
                "sheet": table.sheet,
                "heading_rows": list(table.heading_rows),
                "columns": [
                    {
                        "column": column_letters(column.place.column),
                        "heading": column.heading,
                        "taken_for": column.field.value if column.field else None,
                        "why": column.why,
                    }
                    for column in table.columns
                ],
            }
            for table in raw.tables
        ],
        "left_alone": [{"sheet": sheet, "why": why} for sheet, why in raw.left_alone],
        "key": [
            {"fill": entry.fill, "meaning": entry.meaning, "state": entry.state, "rag": entry.rag} for entry in plan.key
        ],
        "groups": _groups(plan),
        "actions": len(plan.counted),
        "targets": {kind.value: count for kind, count in _targets(plan).items()},
        "owners": {"known": known, "to_confirm": confirm},
        "tally": {part: getattr(raw.tally, part) for part in (*_PARTS, "cells", "unaccounted")},
        "findings": [finding_document(found) for found in findings],
    }


_PARTS = ("title", "key", "heading", "group", "action", "unplaced")


def _line(label: str, text: str) -> str:
    return f"{label:<13}{text}"


def _listed(label: str, items: Iterable[str]) -> tuple[str, ...]:
    return tuple(_line(label if i == 0 else "", item) for i, item in enumerate(items))


def _period(plan: ActionPlan) -> str:
    if plan.period is None:
        return "the plan does not say which period it covers"
    return f"{long_date(plan.period.start)} to {long_date(plan.period.due)}"


def _table_lines(table: Table) -> tuple[str, ...]:
    rows = " and ".join(str(row) for row in table.heading_rows)
    widest = min(max((len(column.heading) for column in table.columns), default=0), _WIDEST)
    columns = [
        f"{column_letters(column.place.column):<4}{_short(column.heading):<{widest + 2}}"
        f"{str(column.field or 'kept as it is').replace('_', ' '):<17}{column.why}"
        for column in table.columns
    ]
    heads = "row" if len(table.heading_rows) == 1 else "rows"
    return (_line("Sheet", f'"{table.sheet}", headings in {heads} {rows}'), *_listed("", columns))


def _short(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _understood(state: ProgressState | None) -> str:
    return f" → {state.words.lower()}" if state else ""


def _actions(raw: RawPlan, plan: ActionPlan) -> str:
    said = {
        "only point to another": len(plan.actions) - len(plan.counted),
        "cancelled": sum(action.cancelled for action in plan.counted),
        "in hidden rows": sum(action.hidden for action in raw.actions),
    }
    more = ", ".join(f"{count} {what}" for what, count in said.items() if count)
    return f"{len(plan.counted)}" + (f" ({more})" if more else "")


def _groups(plan: ActionPlan) -> dict[str, int]:
    return dict(Counter(action.group.name if action.group else "(no group)" for action in plan.counted))


def _targets(plan: ActionPlan) -> Counter[TargetKind]:
    return Counter(action.target.kind for action in plan.counted)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _owner_names(plan: ActionPlan) -> tuple[list[str], list[str]]:
    owners = [owner for action in plan.counted for owner in action.owners]
    known = sorted({owner.name for owner in owners if owner.known})
    return known, sorted({owner.name for owner in owners if not owner.known})


def _owners(plan: ActionPlan) -> str:
    known, confirm = _owner_names(plan)
    named = "; ".join(confirm[:_MOST_NAMED]) + (" …" if len(confirm) > _MOST_NAMED else "")
    return f"{len(known)} known, {len(confirm)} to confirm" + (f": {named}" if confirm else "")


def _tally(tally: Tally) -> str:
    parts = " + ".join(f"{getattr(tally, part)} {part}" for part in _PARTS)
    return f"{tally.cells} non-empty cells = {parts}; {tally.unaccounted} unaccounted for"
