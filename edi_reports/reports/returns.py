"""What owners returned, as a workbook of proposed changes for the person who keeps the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from edi_reports.model.owner_pack import Proposal, Returns, Verdict
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.reports.sheets import Column, Content, Look, Paper, Sheet, Table, Workbook, ref_column
from edi_reports.reports.wording import how_many, listed

FieldColumns = dict[tuple[str, str], set[int]]


def compose_returns(returns: Returns, rated: RatedPlan) -> Workbook:
    """What came back, as a workbook: each proposed change with the cell of the plan that a person would change."""
    title = "What owners returned"
    note = f"Held against {rated.plan.source.name} as it is now. Nothing has been written into the plan."
    return Workbook(
        title=title,
        subject=rated.plan.title,
        as_at=rated.as_at,
        sheets=(
            Sheet("Proposed changes", title, (_proposed(returns, rated),), (note,), frozen=2, paper=Paper.A3),
            Sheet("Replies", "Who has replied", (_replied(returns),), (note,), frozen=1),
            *_doubts(returns),
        ),
    )


def returns_in_words(returns: Returns) -> tuple[str, ...]:
    """What came back, in two lines: the changes by what they mean for the plan, and who has not replied."""
    verdicts = Counter(each.verdict for each in returns.proposals)
    told = [f"{number} {_counted(verdict, number)}" for verdict in Verdict if (number := verdicts[verdict])]
    changes = how_many(len(returns.proposals), "change")
    silent = listed(returns.silent, 12) or "nobody"
    return f"{changes[:1].upper()}{changes[1:]}{': ' if told else ''}{', '.join(told)}", f"Not replied: {silent}"


def _counted(verdict: Verdict, number: int) -> str:
    return f"{verdict[:1].lower()}{verdict[1:]}{'s' if verdict is Verdict.CONFLICT and number > 1 else ''}"


def _proposed(returns: Returns, rated: RatedPlan) -> Table:
    columns = (
        ref_column(each.ref for each in returns.proposals),
        Column("Verdict", 20),
        Column("Action", 44),
        Column("Owner", 24),
        Column("What", 11),
        Column("As sent", 30),
        Column("Returned", 30),
        Column("In the plan now", 30),
        Column("Why", 28),
        Column("Cell to change", 22),
        Column("Returned in", 34),
    )
    fields = _columns_of_fields(rated)
    return Table("Proposed_changes", columns, tuple(_proposal(each, fields) for each in returns.proposals))


def _columns_of_fields(rated: RatedPlan) -> FieldColumns:
    """The columns in which each sheet of the plan keeps a field, such as the update."""
    found: FieldColumns = {}
    for each in rated.actions:
        for field, place in each.action.cells:
            found.setdefault((place.sheet, field), set()).add(place.column)
    return found


def _proposal(each: Proposal, fields: FieldColumns) -> tuple[Content, ...]:
    values = (each.sent or "Nothing", each.returned or "Nothing", each.now or "Nothing")
    cells = (_cell_to_change(each.plan_cell, each.field, fields), str(each.pack_cell))
    return each.ref, each.verdict, each.action, each.owner, each.field.capitalize(), *values, each.why, *cells


def _replied(returns: Returns) -> Table:
    columns = (
        Column("Owner", 40, Look.STRONG),
        Column("Replied", 12),
        Column("Actions", 10, Look.NUMBER),
        Column("Changes", 10, Look.NUMBER),
        Column("File", 50),
    )
    rows = [(reply.owner, "Yes", reply.actions, reply.changes, reply.file) for reply in returns.replies]
    return Table("Replies", columns, (*rows, *((name, "Not yet", None, None, None) for name in returns.silent)))


def _doubts(returns: Returns) -> Iterator[Sheet]:
    """A sheet of what could not be taken as it came; none where there is nothing."""
    columns = (
        Column("Severity", 12, Look.SEVERITY),
        Column("Place", 40),
        Column("What was found", 70),
        Column("To do", 50),
    )
    rows = tuple(
        (each.severity.capitalize(), str(each.place or ""), each.message, each.remedy) for each in returns.findings
    )
    if rows:
        yield Sheet("Data quality", "What could not be taken as it came", (Table("Doubts", columns, rows),), frozen=1)


def _cell_to_change(place: Place | None, field: str, fields: FieldColumns) -> str:
    """The cell that holds the field, or that would hold it where the plan has left it empty; else only the row."""
    if place is None:
        return "None"
    columns = fields.get((place.sheet, field), set())
    if place.column not in columns:
        if len(columns) != 1:
            return f"{place.sheet}, row {place.row}"
        place = replace(place, column=min(columns))
    return f"{place.sheet}!{place.cell}"
