"""An issued plan.json becomes the plan that it was written from, with the day and the ratings it was issued with."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from edi_reports.model.action import Action, Framework, Group, Progress, ProgressSource, ProgressState
from edi_reports.model.messages import cannot_continue
from edi_reports.model.owner import Owner, Part
from edi_reports.model.period import Period
from edi_reports.model.place import Place, cell_address
from edi_reports.model.plan import ActionPlan, RatedAction, RatedPlan, Source
from edi_reports.model.rag import Rag, Rating
from edi_reports.model.target import Target, TargetKind

_Json = dict[str, Any]


def read_plan_document(data: bytes, name: str) -> RatedPlan:
    """Read a document `edi-reports/plan/1`.

    Raises CannotContinue when it is damaged or of another kind; `name` is the file's name for the message.
    """
    try:
        document = json.loads(data)
        if document["schema"] != "edi-reports/plan/1":
            raise ValueError("another schema")
        return _rated_plan(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise cannot_continue("damaged-plan-json", Place(name)) from error


def _rated_plan(document: _Json) -> RatedPlan:
    said = document["workbook"]
    source = Source(said["name"], said["sha256"], said.get("saved_by"), _moment(said.get("saved_at")))
    period = said["period"] and Period(_day(said["period"]["start"]), _day(said["period"]["due"]))
    pairs = [(_action(each, source.name), each) for each in document["actions"]]
    actions = tuple(action for action, _ in pairs)
    plan = ActionPlan(source, said["title"], period, actions, retired_refs=tuple(document.get("retired_refs", ())))
    rated = tuple(
        RatedAction(action, Rating(Rag(each["rag"]), 0, each["reason"]), tuple(each["committees"]))
        for action, each in pairs
        if each["rag"]
    )
    return RatedPlan(plan, _day(document["as_at"]), rated, (), ())


def _action(each: _Json, workbook: str) -> Action:
    place = Place(workbook, each["sheet"], each["row"], 0)
    cells = {name: cell_address(cell) for name, cell in each.get("cells", {}).items() if cell}
    places = {name: Place(workbook, each["sheet"], *address) for name, address in cells.items()}
    group = each["group"]
    progress = each["progress"]
    return Action(
        ref=each["ref"],
        place=places.get("action", place),
        group=Group(group["label"], group["title"], group["number"]) if group else None,
        text=each["action"],
        owners=tuple(Owner(o["name"], Part(o["part"]), o["as_written"], known=True) for o in each["owners"]),
        target=_target(each["target"]),
        progress=Progress(ProgressState(progress["state"]), ProgressSource(progress["from"]), progress["as_written"]),
        frameworks=tuple(map(_framework, each["frameworks"])),
        stated_rag=Rag(each["stated_rag"]) if each["stated_rag"] else None,
        update=each["update"],
        committee=each.get("committee"),
        context=each.get("context"),
        cancelled=each.get("cancelled", False),
        pointer_to=each["pointer_to"],
        other=tuple(each["other"].items()),
        cells=tuple(places.items()),
    )


def _target(said: _Json) -> Target:
    start, due, first = (_day(said[key]) if said[key] else None for key in ("start", "due", "original_due"))
    return Target(said["as_written"], TargetKind(said["kind"]), start, due, first, tuple(said["assumed"]))


def _framework(shown: str) -> Framework:
    name, domain, number = shown.partition(" Domain ")
    return Framework(name, number) if domain else Framework(shown)


def _moment(iso: str | None) -> str | None:
    return datetime.fromisoformat(iso).isoformat() if iso else None


def _day(iso: str) -> date:
    return date.fromisoformat(iso)
