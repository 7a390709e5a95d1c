"""The sheets of a tracker that say what to check: Data quality, RAG compared, and Changes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from edi_reports.model.action import Action
from edi_reports.model.change import ChangedAction, PlanChanges
from edi_reports.model.finding import Finding
from edi_reports.model.place import Place, column_letters
from edi_reports.model.plan import RatedAction, RatedPlan, Unplaced
from edi_reports.model.tracker import ACTIONS, Heading
from edi_reports.reports.change_fates import Fates
from edi_reports.reports.change_places import Places
from edi_reports.reports.sheets import Column, Content, Link, Look, Sheet, Table, in_rows, ref_column
from edi_reports.reports.tracker_actions import columns_of
from edi_reports.reports.wording import as_heading, how_many, of_plans, one_line, one_or_several, so_many

DATA_QUALITY = "Data quality"
RAG_COMPARED = "RAG compared"
CHANGES = "Changes"
LEFT_OUT = "Left out"

_HEADING_OF = {
    "owner": Heading.OWNERS,
    "support": Heading.SUPPORT,
    "target": Heading.TARGET,
    "start": Heading.START,
    "original_target": Heading.ORIGINAL_DUE,
    "progress": Heading.PROGRESS,
    "stated_rag": Heading.STATED_RAG,
    "update": Heading.UPDATE,
    "frameworks": Heading.FRAMEWORKS,
    "group": Heading.GROUP,
    "action": Heading.ACTION,
}


def data_quality_sheet(rated: RatedPlan, findings: tuple[Finding, ...], first_row: int) -> Sheet:
    """Every finding in sheet order, then every cell of the plan's sheets that is no part of the plan.

    `first_row` is the row of the first action on Actions, to which the links lead.
    """
    shown = _shown(rated, first_row)
    rows = (*(_finding_row(each, shown) for each in findings), *map(_unplaced_row, rated.plan.unplaced))
    columns = (
        Column("What it is", 11, Look.SEVERITY),
        ref_column(str(row[1] or "") for row in rows),
        Column("Where in the workbook", 28),
        Column("What was found and what it means", 60),
        Column("What to do", 48),
        Column("In this tracker", 16),
        Column("Code", 21),
    )
    left_out = of_plans(f"{how_many(len(rated.plan.unplaced), 'cell')} left out of the plan", rated.plan.plans)
    told = f"{how_many(len(findings), 'finding')}; {left_out}."
    workbook = one_or_several(rated.plan.plans, f"the workbook “{rated.plan.source.name}”", "each plan's own workbook")
    where_to = f"Correct cells in {workbook}, or here if you go on working with this tracker."
    title = f"Data quality: {as_heading(rated.plan.title)}"
    return Sheet(
        DATA_QUALITY,
        title,
        (Table("DataQuality", columns, in_rows(columns, rows)),),
        (_capital(told), where_to),
        frozen=3,
    )


def rag_compared_sheet(rated: RatedPlan) -> Sheet | None:
    """The actions whose RAG in the plan is not the one that the rules give; None where the plan states no RAG."""
    stated = [each for each in rated.actions if each.action.stated_rag is not None]
    differ = [each for each in stated if each.action.stated_rag is not each.rating.rag]
    columns = (
        ref_column(each.action.ref for each in differ),
        Column("Action", 56),
        Column("Stated in the plan", 18),
        Column("Why: the plan", 36),
        Column("By the rules", 14, Look.RAG),
        Column("Why: the rules", 40),
    )
    table = Table("RagCompared", columns, tuple(map(_compared_row, differ)))
    agree = so_many(len(stated) - len(differ), "agrees", "agree")
    note = (
        f"Of {how_many(len(stated), 'RAG')} stated in the plan, {agree} with the rules. Those that differ are listed "
        "as they were when this tracker was written."
    )
    title = "RAG stated in the plan and RAG by the rules"
    note, title = (of_plans(words, rated.plan.plans) for words in (note, title))
    return Sheet(RAG_COMPARED, title, (table,), (note,)) if stated else None


def changes_sheet(changes: PlanChanges) -> Sheet:
    """What differs from an earlier version, a row a field."""
    rows = tuple(_change_rows(changes))
    columns = (
        Column("What happened", 15, Look.STRONG),
        ref_column(str(row[1] or "") for row in rows),
        Column("Action", 50),
        Column("Field", 13),
        Column("Before", 42),
        Column("After", 42),
        Column("Effect", 30),
    )
    note = (
        f"From “{changes.old.name}” to “{changes.new.name}”: {len(changes.added)} added, "
        f"{len(changes.removed)} removed, {len(changes.changed)} changed, {len(changes.moved)} moved only, "
        f"{len(changes.uncertain)} to be decided by a person, {len(changes.unchanged)} unchanged."
    )
    table = Table("Changes", columns, in_rows(columns, rows))
    return Sheet(CHANGES, "Changes since the earlier version", (table,), (note,), frozen=2)


class _Shown(Struct, frozen=True):
    """Where this tracker shows the actions and fields of the plan, as rows and columns of Actions."""

    by_ref: dict[str, tuple[Action, int]]
    by_row: dict[tuple[str, int], tuple[Action, int]]
    columns: dict[Heading, int]


def _shown(rated: RatedPlan, first_row: int) -> _Shown:
    actions = [(each.action, row) for row, each in enumerate(rated.actions, first_row)]
    by_ref = {action.ref: (action, row) for action, row in reversed(actions)}
    by_row = {(action.place.sheet, action.place.row): (action, row) for action, row in reversed(actions)}
    return _Shown(by_ref, by_row, columns_of(rated))


def _about(finding: Finding, shown: _Shown) -> tuple[Action, int] | None:
    """The action that a finding is about and its row, by its place or else by its ref."""
    place = finding.place
    found = shown.by_row.get((place.sheet, place.row)) if place else None
    return found or shown.by_ref.get(finding.ref or "")


def _link(action: Action, row: int, place: Place | None, shown: _Shown) -> Link:
    """To the cell of Actions that shows what stands in a place of the plan."""
    cell = f"{column_letters(shown.columns[_heading(action, place)])}{row}"
    return Link(f"{ACTIONS}!{cell}", ACTIONS, cell)


def _heading(action: Action, place: Place | None) -> Heading:
    """The heading under which the tracker shows the cell; that of the ref where the cell is none of the action's."""
    name = next((name for name, cell in action.cells if cell == place), "")
    return _HEADING_OF.get(name, Heading.REF)


def _finding_row(finding: Finding, shown: _Shown) -> tuple[Content, ...]:
    kind = finding.severity.value.capitalize()
    about = _about(finding, shown)
    ref = finding.ref or (about[0].ref if about else None)
    link = _link(*about, finding.place, shown) if about else None
    return kind, ref, _place(finding.place), finding.message, finding.remedy, link, finding.code


def _unplaced_row(cell: Unplaced) -> tuple[Content, ...]:
    told = f"“{cell.text}” is no part of the plan: {cell.why}."
    return LEFT_OUT, None, _place(cell.place), told, "Nothing, unless it is an action.", None, "unplaced"


def _place(place: Place | None) -> str | None:
    if place is None:
        return None
    return f"{place.sheet}!{place.cell}" if place.cell else place.sheet or place.workbook


def _compared_row(each: RatedAction) -> tuple[Content, ...]:
    action, stated = each.action, each.action.stated_rag
    where = f"Shown in {_place(action.place_of('stated_rag'))}"
    return (
        action.ref,
        one_line(action.text, 200),
        stated.word if stated else None,
        where,
        each.rating.rag.word,
        each.rating.reason,
    )


def _change_rows(changes: PlanChanges) -> Iterator[tuple[Content, ...]]:
    places, fates = Places.of(changes), Fates.of(changes)
    for action in changes.added:
        yield "Added", action.ref, action.text, None, None, None, _capital(fates.of_added(action))
    for action in changes.removed:
        yield "Removed", action.ref, action.text, None, None, None, _capital(fates.of_left(action))
    for changed in changes.changed:
        yield from _field_rows(changed)
    for each in changes.further:
        new = each.match.new
        yield "Changed", new.ref, one_line(new.text, 120), each.column, each.old, each.new, None
    for pair in changes.moved:
        moved = tuple(_capital(places.of_action(action)) for action in (pair.old, pair.new))
        yield "Moved", pair.new.ref, pair.new.text, "Place", *moved, "Only its place differs"
    for pair in changes.uncertain:
        texts = (pair.old.text, pair.new.text)
        yield "To be decided", pair.new.ref, one_line(pair.new.text), "Action", *texts, _capital(pair.why)


def _field_rows(changed: ChangedAction) -> Iterator[tuple[Content, ...]]:
    new = changed.match.new
    for change in changed.changes:
        name = change.field.value.replace("_", " ").capitalize().replace("rag", "RAG")
        yield "Changed", new.ref, one_line(new.text, 120), name, change.old, change.new, _capital(change.effect)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
