"""One action, from its cells as typed, through each reading, to its rating: so that any figure can be traced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from edi_reports.model.action import Action
from edi_reports.model.finding import Finding
from edi_reports.model.period import long_date
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.raw import Field, RawAction, RawCell, RawPlan
from edi_reports.model.target import Target

SCHEMA = "edi-reports/explain/1"
SCHEMA_OF_SEVERAL = "edi-reports/explain-several/1"


def find_by_ref(rated: RatedPlan, ref: str) -> tuple[RatedAction, ...]:
    """Find the actions of that reference; several where the plan uses it more than once."""
    wanted = ref.strip().casefold()
    return tuple(each for each in rated.actions if each.action.ref.casefold() == wanted)


def compose_explanation(raw: RawPlan, rated: RatedPlan, each: RatedAction) -> tuple[str, ...]:
    """Compose the explanation as lines for a terminal."""
    action, rating = each.action, each.rating
    typed = next(source for source in raw.actions if source.place == action.place)
    return (
        f"Action {action.ref} of {rated.plan.source.name}, as at {long_date(rated.as_at)}",
        "",
        *(line for step in _steps(typed, action) for line in step),
        *_step(
            "Kept as typed", (), [f"{heading}: {_one_line(text)}" for heading, text in action.other] or ["nothing else"]
        ),
        "",
        f"Rule {rating.rule} applies: {rated.rules[rating.rule]}",
        *(f"  {what}: {long_date(day)}" for what, day in rating.dates),
        f"RAG  {rating.rag.word}: {rating.reason}",
        f"Seen by  {', '.join(each.committees)}" + (f" ({each.routed_because})" if each.routed_because else ""),
        *_findings(rated.findings, action),
    )


def compose_explanation_document(raw: RawPlan, rated: RatedPlan, found: Sequence[RatedAction]) -> dict[str, Any]:
    """Compose the same as JSON: one action as it is, several of the same reference in a list of such documents."""
    each = [_explanation_document(raw, rated, one) for one in found]
    if len(each) == 1:
        return each[0]
    ref, as_at = found[0].action.ref, rated.as_at.isoformat()
    return {"schema": SCHEMA_OF_SEVERAL, "ref": ref, "as_at": as_at, "actions": each}


def _explanation_document(raw: RawPlan, rated: RatedPlan, each: RatedAction) -> dict[str, Any]:
    """The cells of an action by field, as typed and where, and its rating."""
    typed = next(source for source in raw.actions if source.place == each.action.place)
    cells = {
        field.value: [
            {"sheet": c.place.sheet, "cell": c.place.cell, "text": c.text, "fill": c.fill} for c in typed.cells(field)
        ]
        for field, _ in typed.fields
    }
    rating = each.rating
    return {
        "schema": SCHEMA,
        "ref": each.action.ref,
        "row": each.action.place.row,
        "as_at": rated.as_at.isoformat(),
        "cells": cells,
        "rule": {"number": rating.rule, "words": rated.rules[rating.rule]},
        "dates": {what: day.isoformat() for what, day in rating.dates},
        "rag": rating.rag.value,
        "reason": rating.reason,
        "committees": list(each.committees),
    }


def _steps(typed: RawAction, action: Action) -> Iterable[tuple[str, ...]]:
    yield _step("Action", typed.cells(Field.ACTION), [])
    if typed.group is not None and action.group is not None:
        yield _step("Group", (typed.group,), [str(action.group)])
    owners = [f"{owner.name} ({owner.part}{'' if owner.known else ', to confirm'})" for owner in action.owners]
    yield _step("Owner", (*typed.cells(Field.OWNER), *typed.cells(Field.SUPPORT)), owners or ["no owner"])
    dates = (Field.START, Field.ORIGINAL_TARGET, Field.TARGET, Field.REVISED_TARGET)
    yield _step("Target", tuple(c for field in dates for c in typed.cells(field)), _target(action.target))
    states = (Field.PROGRESS, Field.STATED_RAG, Field.COMPLETED)
    stated = [f"stated RAG {action.stated_rag.word}"] if action.stated_rag else []
    yield _step(
        "Progress",
        tuple(c for field in states for c in typed.cells(field)),
        [f"{action.progress.state.words.lower()}{_source(action)}", *stated],
    )
    yield _step("Frameworks", typed.cells(Field.FRAMEWORKS), [", ".join(map(str, action.frameworks)) or "none"])
    yield _step("Update", typed.cells(Field.UPDATE), [])


def _step(label: str, cells: Iterable[RawCell], meant: Iterable[str]) -> tuple[str, ...]:
    typed = [f"{cell.place.cell or cell.place.sheet:<7}{_as_typed(cell)}" for cell in cells]
    lines = [*typed, *(f"→ {words}" for words in meant)] or ["nothing typed"]
    return tuple(f"{label if i == 0 else '':<14}{line}" for i, line in enumerate(lines))


def _as_typed(cell: RawCell) -> str:
    words = [f'"{_one_line(cell.text)}"' if cell.text else ""]
    words += [f"fill {cell.fill}" if cell.fill else "", "struck through" if cell.struck else ""]
    return ", ".join(filter(None, words)) or "empty"


def _one_line(text: str) -> str:
    return " ⏎ ".join(text.split("\n"))


def _source(action: Action) -> str:
    progress = action.progress
    told = {"fill": f", from the fill {progress.as_written}", "text": f', from "{progress.as_written}"'}
    return told.get(progress.source, "")


def _target(target: Target) -> list[str]:
    days = [long_date(day) for day in (target.start, target.due) if day]
    lines = [f"{target.kind}{': ' if days else ''}{' to '.join(dict.fromkeys(days))}"]
    lines += [f"originally due {long_date(target.original_due)}"] if target.original_due else []
    return [*lines, *(f"assumed: {what}" for what in target.assumed)]


def _findings(findings: Iterable[Finding], action: Action) -> tuple[str, ...]:
    about = [found for found in findings if found.ref == action.ref]
    return ("", *(str(found) for found in about)) if about else ()
