"""Holds an exported plan against the truth, fact by fact. White space is the only thing that is forgiven."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from edi_reports.model.finding import CannotContinue
from tests.other_plans_truth import ANY, ANY_OWNERS, Plan, TrueAction, TrueTarget, Truth

Json = dict[str, Any]
Export = Callable[[Path, date], Json]

AS_AT = date(2025, 11, 30)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was examined: which field, where, what is true, what was read, and whether that is right."""

    field: str
    place: str
    wanted: object
    found: object
    right: bool

    def __str__(self) -> str:
        return f"{self.field} at {self.place}: wanted {self.wanted!r}, found {self.found!r}"


def examine(plan: Plan, folder: Path, export: Export) -> tuple[Fact, ...]:
    """Export one plan from a folder and hold it against its truth; a traceback is a wrong fact of its own."""
    name, content, truth = plan
    path = folder / name
    path.write_bytes(content)
    try:
        document = export(path, AS_AT)
    except CannotContinue as refusal:
        return (Fact("read", name, "refused" if truth.refused else "a plan", str(refusal), truth.refused),)
    except Exception as error:
        return (Fact("traceback", name, "a plan or a refusal", f"{type(error).__name__}: {error}", False),)
    if truth.refused:
        return (Fact("read", name, "refused", f"{len(document['actions'])} actions", False),)
    return tuple(facts_of(document, truth))


def facts_of(document: Json, truth: Truth) -> Iterator[Fact]:
    """Hold every fact of an exported plan against the truth."""
    left = list(document["actions"])
    for true in truth.actions:
        item = _read_for(true, left)
        if item is None:
            yield Fact("action", f"{true.sheet}!{true.row}", true.text, None, False)
        else:
            left.remove(item)
            yield from _facts_of_action(item, true)
    for item in left:
        yield Fact("action", f"{item['sheet']}!{item['row']}", None, item["action"], False)
    yield from _facts_of_plan(document, truth)


def _read_for(true: TrueAction, left: list[Json]) -> Json | None:
    """What was read where the action stands; of two tables side by side, the one that says the same."""
    here = [item for item in left if item["row"] == true.row and true.sheet in (ANY, item["sheet"])]
    return next((item for item in here if tidy(item["action"]) == tidy(true.text)), here[0] if here else None)


def tidy(text: str | None) -> str | None:
    """Single spaces for white space of any length; None stays None."""
    return None if text is None else " ".join(text.split())


def _facts_of_action(item: Json, true: TrueAction) -> Iterator[Fact]:
    place = f"{item['sheet']}!{item['row']}"
    target = item["target"]
    times = (target["kind"], target["start"], target["due"], target["original_due"])
    yield Fact("action", place, true.text, item["action"], True)
    for field, wanted, found, right in (
        ("text", true.text, item["action"], tidy(item["action"]) == tidy(true.text)),
        ("owners", true.owners, _owners(item), _owners_are(item, true)),
        ("target", true.targets, (target["as_written"], *times), any(_is_target(times, t) for t in true.targets)),
        ("state", true.state, item["progress"], _is_one_of(item["progress"]["state"], true.state)),
        ("stated_rag", true.stated_rag, item["stated_rag"], _is_one_of(item["stated_rag"], true.stated_rag)),
        ("frameworks", true.frameworks, item["frameworks"], _frameworks_are(item, true)),
        ("group", true.group, item["group"], _group_is(item["group"], true.group)),
        ("update", true.update, item["update"], true.update == ANY or tidy(item["update"]) == tidy(true.update)),
        ("ref", true.ref, item["ref"], _is_one_of(item["ref"], true.ref)),
        ("pointer_to", true.pointer_to, item["pointer_to"], _is_one_of(item["pointer_to"], true.pointer_to)),
        ("cancelled", true.cancelled, item["reason"], true.cancelled in (None, "cancelled" in (item["reason"] or ""))),
        ("kept", true.kept, item["other"], not _lost(item, true)),
        ("no wrong green", times, (item["rag"], item["reason"]), not _wrong_green(item, true)),
    ):
        yield Fact(field, place, wanted, found, right)


def _is_one_of(found: str | None, wanted: str | None) -> bool:
    if wanted is None or found is None:
        return wanted == ANY or found is wanted
    return wanted == ANY or found in wanted.split("|")


def _is_target(found: tuple[str | None, ...], wanted: TrueTarget) -> bool:
    facts = (wanted.kind, wanted.start, wanted.due, wanted.original_due)
    return all(true in (ANY, read) for read, true in zip(found, facts, strict=True))


def _owners(item: Json) -> tuple[tuple[str, str, str], ...]:
    return tuple((owner["name"], owner["as_written"], owner["part"]) for owner in item["owners"])


def _owners_are(item: Json, true: TrueAction) -> bool:
    """Each true owner is read once, by canonical name or as written, in the right part."""
    left = list(_owners(item))
    if true.owners == ANY_OWNERS:
        return True
    for name, part in true.owners:
        match = next((o for o in left if tidy(name) in (tidy(o[0]), tidy(o[1])) and part in (ANY, o[2])), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _frameworks_are(item: Json, true: TrueAction) -> bool:
    return true.frameworks is None or sorted(item["frameworks"]) == sorted(true.frameworks)


def _letters(*texts: object) -> str:
    return re.sub(r"\W", "", "".join(str(text) for text in texts if text)).casefold()


def _group_is(found: Json | None, wanted: str | None) -> bool:
    """Label and title together read as the true group, or the label alone does; a number may stand apart."""
    if wanted == ANY or found is None or wanted is None:
        return wanted == ANY or (found is None and wanted is None)
    label, title, number = found["label"], found["title"], found["number"]
    return _letters(wanted) in (_letters(label), _letters(label, title), _letters(number, label, title))


def _lost(item: Json, true: TrueAction) -> tuple[str, ...]:
    """Texts of further columns that no longer stand with the action."""
    held = [*item["other"].values(), item["update"], *(item["group"] or {}).values(), *item["frameworks"]]
    texts = " ".join(tidy(str(text)) or "" for text in held if text)
    return tuple(text for text in true.kept if (tidy(text) or "") not in texts)


def _wrong_green(item: Json, true: TrueAction) -> bool:
    """Green for what is overdue or has no known date, while not completed."""
    late = all(target.due is not None and target.due < AS_AT.isoformat() for target in true.targets)
    unknown = all(target.kind not in ("dated", "range", "ongoing", "recurring") for target in true.targets)
    return item["rag"] == "green" and (late or unknown) and "completed" not in true.state


def _facts_of_plan(document: Json, truth: Truth) -> Iterator[Fact]:
    name = document["workbook"]["name"]
    if truth.period:
        period = document["workbook"]["period"] or {}
        found = (period.get("start"), period.get("due"))
        yield Fact("period", name, truth.period, found, found == truth.period)
    yield from _facts_of_unplaced(document, truth)
    yield from _facts_of_tally(document["tally"], truth, name)
    for sheet, cell in truth.findings_at:
        here = [f["code"] for f in document["findings"] if (f["sheet"], f["cell"]) == (sheet, cell)]
        yield Fact("finding", f"{sheet}!{cell}", "something said of it", here, bool(here))
    messages = " ".join(f"{f['code']} {f['message']}" for f in document["findings"]).casefold()
    if truth.quiet:
        warned = [f"{f['code']} {f['cell']}" for f in document["findings"] if f["severity"] != "note"]
        yield Fact("quiet", name, [], warned, not warned)
    for words in truth.said:
        yield Fact("said", name, words, messages, any(word in messages for word in words.split("|")))


def _facts_of_unplaced(document: Json, truth: Truth) -> Iterator[Fact]:
    loose = any(sheet == ANY for sheet, _ in truth.unplaced) or any(true.sheet == ANY for true in truth.actions)
    found = {(ANY if loose else item["sheet"], item["cell"]): item for item in document["unplaced"]}
    for sheet, cell in sorted(truth.unplaced - set(found)):
        yield Fact("unplaced", f"{sheet}!{cell}", "unplaced", "part of the plan", False)
    for sheet, cell in sorted(truth.unplaced & set(found)):
        yield Fact("unplaced", f"{sheet}!{cell}", "unplaced", found[sheet, cell]["why"], True)
    for sheet, cell in sorted(set(found) - truth.unplaced - truth.perhaps_unplaced):
        item = found[sheet, cell]
        yield Fact("unplaced", f"{sheet}!{cell}", "part of the plan", (item["text"], item["why"]), False)


def _facts_of_tally(tally: Json, truth: Truth, name: str) -> Iterator[Fact]:
    parts = sum(tally[part] for part in ("title", "key", "heading", "group", "action", "unplaced"))
    yield Fact("tally adds up", name, tally["cells"], tally, parts == tally["cells"])
    if truth.cells is not None:
        yield Fact("cells", name, truth.cells, tally["cells"], tally["cells"] == truth.cells)
