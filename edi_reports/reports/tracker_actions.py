"""The sheets of a tracker that hold the plan itself: Actions, the texts too long for it, and rows that only point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from edi_reports.model.action import Action, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.owner import Part
from edi_reports.model.period import long_date
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import WHY_UNRATED, TargetKind
from edi_reports.model.tracker import ACTIONS, CLASH, POINTERS, YES, Heading
from edi_reports.reports import live_rating
from edi_reports.reports.sheets import (
    CELL_LIMIT,
    FIRST_DAY,
    Column,
    Content,
    Formula,
    Look,
    MadeRows,
    Paper,
    Row,
    Sheet,
    Table,
    cell_length,
    fits_a_row,
    in_rows,
    ref_column,
)
from edi_reports.reports.wording import as_heading, listed, moved_in_words, of_plans

PLAN_TEXT = "Plan text"

_LONG_NAME = 80

Reader = Callable[[RatedAction], Content]
Columns = tuple[tuple[Column, Reader], ...]

_PROGRESS = tuple(state.words for state in ProgressState)
_RAGS = tuple(rag.word for rag in Rag)
_KINDS = tuple(live_rating.kind_word(kind) for kind in TargetKind)
_DAY_PROMPT = "Enter a day, such as 30/09/2025. The RAG, its reason and the days follow at once."


def actions_sheet(rated: RatedPlan, note: Content) -> Sheet:
    """A row an action, in the order of the plan, with live RAG, reason and days."""
    printed, further = _printed(rated), _further(rated)
    columns = (*printed, *_working(rated))

    def row(each: RatedAction) -> Row:
        return *(read(each) for _, read in columns), *_further_texts(each.action, further)

    headed = (*(column for column, _ in columns), *further.values())
    table = Table(ACTIONS, headed, MadeRows(row, rated.actions))
    title = as_heading(rated.plan.title)
    return Sheet(ACTIONS, title, (table,), (note,), frozen=3, printed=len(printed), paper=Paper.A3)


def pointers_sheet(rated: RatedPlan) -> Sheet | None:
    """The rows of the plan that only point to another action; None where there are none."""
    rows = tuple(
        (action.ref, _label(action), action.text, action.pointer_to, _source(action.place))
        for action in rated.plan.actions
        if action.pointer_to is not None
    )
    columns = (
        ref_column(row[0] for row in rows),
        Column(Heading.GROUP, 28),
        Column(Heading.ACTION, 70),
        Column(Heading.POINTS_TO, 14),
        Column(Heading.SOURCE, 30),
    )
    note = "These rows of the plan only refer to another action. They are kept, not counted and not rated."
    note = of_plans(note, rated.plan.plans)
    title = "Rows that point to another action"
    return Sheet(POINTERS, title, (Table(POINTERS, columns, rows),), (note,), frozen=1) if rows else None


def plan_text_sheet(rated: RatedPlan) -> Sheet | None:
    """Every text of the plan that Actions does not print whole, once, with the actions it belongs to."""
    widths = {column.heading: column.width for column, _ in _printed(rated)}
    refs: dict[tuple[str, str], list[str]] = {}
    for each in rated.actions:
        for name, text in _unprinted(each.action, widths):
            refs.setdefault((name, text), []).append(each.action.ref)
    columns = (Column("Actions", 24), Column("Column", 26), Column("Text", 110))
    rows = in_rows(columns, ((listed(those, most=12), name, text) for (name, text), those in refs.items()))
    note = "Further columns of the plan, and texts too long for a row of Actions, for reading and printing."
    note, title = (of_plans(words, rated.plan.plans) for words in (note, "Texts of the plan in full"))
    table = Table("PlanText", columns, rows)
    return Sheet(PLAN_TEXT, title, (table,), (note,), frozen=1) if rows else None


def texts_cut(rated: RatedPlan) -> tuple[Finding, ...]:
    """A finding for each text that is longer than a cell can hold."""
    return tuple(
        finding("text-too-long", action.place_of(name), action.ref, column=heading, length=f"{cell_length(text):,}")
        for action in (each.action for each in rated.actions)
        for name, heading, text in _texts(action)
        if cell_length(text) > CELL_LIMIT
    )


def columns_of(rated: RatedPlan) -> dict[Heading, int]:
    """The 1-based column of each heading of Actions; of one that this tracker does not need, the first."""
    columns = (*_printed(rated), *_working(rated))
    places = {column.heading: n for n, (column, _) in enumerate(columns, 1)}
    return {heading: places.get(heading, 1) for heading in Heading}


def _printed(rated: RatedPlan) -> Columns:
    supporting = any(owner.part is Part.SUPPORT for each in rated.actions for owner in each.action.owners)
    return (
        (ref_column(each.action.ref for each in rated.actions), lambda each: each.action.ref),
        (Column(Heading.GROUP, _group_width(rated)), lambda each: _label(each.action)),
        (Column(Heading.ACTION, 52), lambda each: each.action.text),
        (Column(Heading.OWNERS, 29), lambda each: _names(each.action, Part.LEAD)),
        *(((_SUPPORT, lambda each: _names(each.action, Part.SUPPORT)),) if supporting else ()),
        (Column(Heading.FRAMEWORKS, 17), lambda each: _lines(map(str, each.action.frameworks))),
        (Column(Heading.COMMITTEES, 21), lambda each: _lines(each.committees)),
        (Column(Heading.TARGET, 17), lambda each: each.action.target.as_written),
        (Column(Heading.START, 12.5, Look.DAY, prompt=_DAY_PROMPT), lambda each: day(each.action.target.start)),
        (Column(Heading.DUE, 12.5, Look.DAY, prompt=_DAY_PROMPT), lambda each: day(each.action.target.due)),
        (Column(Heading.ORIGINAL_DUE, 12.5, Look.DAY), lambda each: day(each.action.target.original_due)),
        (
            Column(Heading.PROGRESS, 15, Look.INPUT, choices=_PROGRESS, prompt="Choose what the owner reports."),
            lambda each: each.action.progress.state.words,
        ),
        (Column(Heading.STATED_RAG, 11, choices=_RAGS), lambda each: _stated(each.action)),
        (Column(Heading.RAG, 10.5, Look.RAG, live_rating.rag_formula()), lambda each: each.rating.rag.word),
        (Column(Heading.REASON, 28, formula=live_rating.reason_formula()), lambda each: each.rating.reason),
        (Column(Heading.DAYS, 11, Look.DAYS_LATE, live_rating.days_formula()), lambda each: each.rating.days),
        (Column(Heading.UPDATE, 34), lambda each: each.action.update),
        (Column(Heading.SOURCE, 21), lambda each: _source(each.action.place)),
    )


_SUPPORT = Column(Heading.SUPPORT, 24)


def _working(rated: RatedPlan) -> Columns:
    """The columns to the right of the printed ones: what the formulas work from, and what few plans have."""
    always: Columns = (
        (
            Column(Heading.KIND, 14, choices=_KINDS, prompt="What sort of target it is. Days count where it is dated."),
            lambda each: _kind(each.action),
        ),
        (Column(Heading.RULE, 7, Look.NUMBER, live_rating.rule_formula()), lambda each: each.rating.rule),
        (
            Column(Heading.DECIDING_DAY, 13, Look.DAY, live_rating.deciding_day_formula()),
            lambda each: day(_deciding_day(each)),
        ),
        (Column(Heading.CANCELLED, 11, choices=(YES,)), lambda each: YES if each.action.cancelled else None),
        (Column(Heading.GROUP_TITLE, 40), lambda each: each.action.group.title if each.action.group else None),
    )
    seldom: Columns = (
        (Column(Heading.REDATED, 26), _redated),
        (Column(Heading.CONTEXT, 40), lambda each: each.action.context),
        (Column(Heading.PLAN_COMMITTEE, 24), lambda each: each.action.committee),
    )
    return (*always, *(pair for pair in seldom if any(pair[1](each) for each in rated.actions)))


def _group_width(rated: RatedPlan) -> float:
    """Wider where the names of groups are whole sentences: else each row would be as tall as its group's name."""
    groups = {each.action.group for each in rated.actions}
    return 36 if any(group and len(group.name) > _LONG_NAME for group in groups) else 22


def _further(rated: RatedPlan) -> dict[str, Column]:
    """The plan's own further columns by name, in the order in which they are first met."""
    met = Counter(heading.casefold() for heading in Heading)
    found = {}
    for name in dict.fromkeys(name for each in rated.actions for name, _ in each.action.further):
        printable = "".join(letter for letter in name[:200] if letter.isprintable())
        heading = printable.replace("_x", "x") or "No heading"  # Excel takes "_x000D_" in a heading for a line end
        while times := met[heading.casefold()]:
            met[heading.casefold()] += 1
            heading = f"{CLASH}{heading}" if times == 1 else f"{heading} ({times})"
        met[heading.casefold()] += 1
        found[name] = Column(heading, 40)
    return found


def _further_texts(action: Action, names: Iterable[str]) -> Iterator[Content]:
    texts = dict(action.further)
    return (texts.get(name) for name in names)


def _unprinted(action: Action, widths: dict[str, float]) -> Iterator[tuple[str, str]]:
    """The texts, with their headings, that stand in no printed column or are too long for one."""
    for _, heading, text in _texts(action):
        if heading not in widths or not fits_a_row(text, widths[heading]):
            yield heading, text


def _texts(action: Action) -> Iterator[tuple[str, str, str]]:
    """Every text of an action: the name of its field, its heading in the tracker, and the text."""
    named = (
        ("action", Heading.ACTION, action.text),
        ("owner", Heading.OWNERS, _names(action, Part.LEAD)),
        ("owner", Heading.SUPPORT, _names(action, Part.SUPPORT)),
        ("target", Heading.TARGET, action.target.as_written),
        ("update", Heading.UPDATE, action.update),
        ("group", Heading.GROUP_TITLE, action.group.title if action.group else None),
        ("context", Heading.CONTEXT, action.context),
        ("committee", Heading.PLAN_COMMITTEE, action.committee),
    )
    yield from ((name, str(heading), text) for name, heading, text in named if text)
    yield from (("other", heading, text) for heading, text in action.further if text)


def day(value: date | None) -> Content:
    """A day as a date cell; in words where it lies before the days that a spreadsheet counts."""
    return value if value is None or value >= FIRST_DAY else long_date(value)


def _deciding_day(each: RatedAction) -> date | None:
    name = {2: "due", 5: "start", 6: "due", 7: "original due", 8: "due"}.get(each.rating.rule, "")
    return dict(each.rating.dates).get(name)


def _kind(action: Action) -> Content:
    target = action.target
    word = live_rating.kind_word(target.kind)
    return (
        Formula(live_rating.kind_formula(target.kind), word) if target.kind in WHY_UNRATED and not target.due else word
    )


def _label(action: Action) -> str | None:
    return action.group.name if action.group else None


def _names(action: Action, part: Part) -> str | None:
    return _lines(" ".join(owner.name.split()) for owner in action.owners if owner.part is part)


def _lines(words: Iterable[str]) -> str | None:
    return "\n".join(words) or None


def _stated(action: Action) -> str | None:
    return action.stated_rag.word if action.stated_rag else None


def _redated(each: RatedAction) -> str | None:
    if each.redating is None or not each.redating.times:
        return None
    moved = moved_in_words(each.redating.days, each.redating.times)
    return f"{moved[0].upper()}{moved[1:]}; first due {long_date(each.redating.first_due)}"


def _source(place: Place) -> str:
    return f"{place.sheet}!{place.cell}" if place.cell else place.sheet
