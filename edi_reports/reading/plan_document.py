"""An issued plan.json becomes the plan that it was written from, with the day and the ratings it was issued with."""

from __future__ import annotations

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
from edi_reports.reading.opening import parse_json

_Json = dict[str, Any]


def read_plan_document(data: bytes, name: str) -> RatedPlan:
    """Read a document `edi-reports/plan/1`.

    Raises CannotContinue when it is damaged or of another kind; `name` is the file's name for the message.
    """
    try:
        document = parse_json(data)
        if document["schema"] != "edi-reports/plan/1":
            raise ValueError("another schema")
        return _rated_plan(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise cannot_continue("damaged-plan-json", Place(name)) from error


def _rated_plan(document: _Json) -> RatedPlan:
    said = document["workbook"]
    source = Source(
        _text(said["name"]), _text(said["sha256"]), _perhaps(said.get("saved_by")), _moment(said.get("saved_at"))
    )
    period = said["period"] and Period(_day(said["period"]["start"]), _day(said["period"]["due"]))
    pairs = [(_action(each, source.name), each) for each in document["actions"]]
    actions = tuple(action for action, _ in pairs)
    retired = _texts(document.get("retired_refs", []))
    plan = ActionPlan(source, _text(said["title"]), period, actions, retired_refs=retired)
    rated = tuple(
        RatedAction(action, Rating(Rag(each["rag"]), 0, _text(each["reason"])), _texts(each["committees"]))
        for action, each in pairs
        if each["rag"]
    )
    return RatedPlan(plan, _day(document["as_at"]), rated, (), ())


def _action(each: _Json, workbook: str) -> Action:
    sheet = _text(each["sheet"])
    place = Place(workbook, sheet, _number(each["row"]), 0)
    cells = {name: cell_address(cell) for name, cell in each.get("cells", {}).items() if cell}
    places = {name: Place(workbook, sheet, *address) for name, address in cells.items()}
    return Action(
        ref=_text(each["ref"]),
        place=places.get("action", place),
        group=_group(each["group"]) if each["group"] else None,
        text=_text(each["action"]),
        owners=tuple(
            Owner(_text(o["name"]), Part(o["part"]), _text(o["as_written"]), known=True) for o in each["owners"]
        ),
        target=_target(each["target"]),
        progress=_progress(each["progress"]),
        frameworks=tuple(map(_framework, _texts(each["frameworks"]))),
        stated_rag=Rag(each["stated_rag"]) if each["stated_rag"] else None,
        update=_perhaps(each["update"]),
        committee=_perhaps(each.get("committee")),
        context=_perhaps(each.get("context")),
        cancelled=each.get("cancelled", False) is True,
        pointer_to=_perhaps(each["pointer_to"]),
        other=tuple((heading, _text(text)) for heading, text in each["other"].items()),
        cells=tuple(places.items()),
    )


def _owner(said: _Json) -> Owner:
    return Owner(_text(said["name"]), Part(said["part"]), _text(said["as_written"]), known=True)


def _group(said: _Json) -> Group:
    number = said["number"]
    return Group(_text(said["label"]), _text(said["title"]), None if number is None else _number(number))


def _progress(said: _Json) -> Progress:
    return Progress(ProgressState(said["state"]), ProgressSource(said["from"]), _perhaps(said["as_written"]))


def _target(said: _Json) -> Target:
    start, due, first = (_day(said[key]) if said[key] else None for key in ("start", "due", "original_due"))
    return Target(_text(said["as_written"]), TargetKind(said["kind"]), start, due, first, _texts(said["assumed"]))


def _framework(shown: str) -> Framework:
    name, domain, number = shown.partition(" Domain ")
    return Framework(name, number) if domain else Framework(shown)


def _moment(iso: str | None) -> str | None:
    return datetime.fromisoformat(iso).isoformat() if iso else None


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _perhaps(value: object) -> str | None:
    return None if value is None else _text(value)


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError("no list")
    return tuple(map(_text, values))


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("no whole number")
    return value
