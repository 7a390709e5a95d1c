"""The sheets of a tracker for looking ahead and for looking after people: Timeline and By owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from edi_reports.model.owner import Owner, Part
from edi_reports.model.period import FinancialYear, Period, ReportingMonth, month_period
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.target import TargetKind
from edi_reports.model.tracker import AS_AT, Heading
from edi_reports.reports.figures import NO_OWNER
from edi_reports.reports.live_rating import all_of, kind_word
from edi_reports.reports.sheets import Column, Content, Formula, Look, MadeRows, Sheet, Table, ref_column
from edi_reports.reports.tracker_actions import day
from edi_reports.reports.tracker_summary import day_formula
from edi_reports.reports.wording import as_heading, listed, one_line

TIMELINE = "Timeline"
BY_OWNER = "By owner"
TO_CONFIRM = "Owner to confirm"
MOST_MONTHS = 36

_BAR, _DUE, _LATE = "■", "Due", "late"
_ROW = "Row"
_OPEN_ENDED = (TargetKind.ONGOING, TargetKind.RECURRING)


def timeline_sheet(rated: RatedPlan, note: Content) -> Sheet:
    """A bar an action over the months of the plan, with the as-at month marked."""
    months = timeline_months(rated)
    live = can_be_looked_up(rated)
    columns = (
        ref_column(each.action.ref for each in rated.actions),
        Column("Action", 44),
        Column("Owners", 26),
        Column("RAG", 10.5, Look.RAG, _text(TIMELINE, Heading.RAG) if live else ""),
        Column("From", 12.5, Look.DAY, _from_formula(months[0].start) if live else ""),
        Column("To", 12.5, Look.DAY, _to_formula() if live else ""),
        *(_month_column(month) for month in months),
        *((_row_column(TIMELINE),) if live else ()),
    )
    places = _places(rated)
    rows = MadeRows(lambda each: (*_timeline_row(each, months, rated.as_at), *places(each)), rated.actions)
    marks = tuple(_as_at_mark(month, rated.as_at) for month in months)
    table = Table(TIMELINE, columns, rows, above=(None, None, None, None, None, "As at:", *marks))
    title = f"Timeline: {as_heading(rated.plan.title)}"
    key = f'{_BAR} planned, "{_DUE}" the month it must be done by, "{_LATE}" overdue. Colours are those of the RAG.'
    return Sheet(TIMELINE, title, (table,), (note, key), frozen=2, printed=6 + len(months))


def timeline_months(rated: RatedPlan) -> tuple[Period, ...]:
    """The months shown: the plan's, widened to the as-at day and to the actions' days as far as there is room."""
    period = rated.plan.period or FinancialYear.containing(rated.as_at).period
    wanted = [rated.as_at, *(day for each in rated.actions for day in _span(each) if day)]
    first, last = _month(period.start), _month(period.due)
    lengths = sorted({_month(day) for day in wanted}, key=lambda month: max(first - month, month - last))
    for month in lengths:
        if max(last, month) - min(first, month) < MOST_MONTHS:
            first, last = min(first, month), max(last, month)
    last = min(last, first + MOST_MONTHS - 1)
    return tuple(month_period(month // 12, month % 12 + 1) for month in range(first, last + 1))


def by_owner_sheet(rated: RatedPlan, note: Content) -> Sheet:
    """A row for each owner of each action, by owner, what is overdue first."""
    live = can_be_looked_up(rated)

    def column(
        heading: Heading, width: float, formula: Callable[[str, Heading], str], look: Look = Look.TEXT
    ) -> Column:
        return Column(heading, width, look, formula("ByOwner", heading) if live else "")

    columns = (
        Column("Owner", 32, Look.STRONG),
        Column("Part", 10),
        ref_column(each.action.ref for each in rated.actions),
        Column("Action", 56),
        column(Heading.PROGRESS, 15, _text),
        column(Heading.DUE, 12.5, _number, Look.DAY),
        column(Heading.RAG, 10.5, _text, Look.RAG),
        column(Heading.REASON, 36, _text),
        column(Heading.DAYS, 11, _number, Look.DAYS_LATE),
        *((_row_column("ByOwner"),) if live else ()),
    )
    places = _places(rated)
    rows = MadeRows(lambda owned: (*_owner_row(*owned), *places(owned[-1])), _owned(rated))
    table = Table("ByOwner", columns, rows)
    return Sheet(BY_OWNER, f"By owner: {as_heading(rated.plan.title)}", (table,), (note,), frozen=1, printed=9)


def can_be_looked_up(rated: RatedPlan) -> bool:
    """Whether every action can be found by its ref, so that other sheets can follow the Actions sheet live."""
    refs = [each.action.ref for each in rated.actions]
    plain = all(ref and len(ref) < 200 and not set(ref) & set("*?~") and ref.isprintable() for ref in refs)
    return plain and len({ref.casefold() for ref in refs}) == len(refs)


def _row_column(table: str) -> Column:
    """The working column that finds each action among those of Actions, once for all cells of its row."""
    ref = f"{table}[[#This Row],[Ref]]"
    return Column(_ROW, 8, Look.NUMBER, f'IF({ref}="","",MATCH({ref},{all_of(Heading.REF)},0))')


def _places(rated: RatedPlan) -> Callable[[RatedAction], tuple[int, ...]]:
    """What the working column of an action's row shows; nothing where actions cannot be looked up."""
    places = {each.action.ref: number for number, each in enumerate(rated.actions, 1)}
    return (lambda each: (places[each.action.ref],)) if can_be_looked_up(rated) else lambda each: ()


def _text(table: str, heading: Heading) -> str:
    return _if_named(table, f'{_found(table, heading)}&""')


def _number(table: str, heading: Heading) -> str:
    found = _found(table, heading)
    return _if_named(table, f'IF({found}="","",{found})')


def _if_named(table: str, formula: str) -> str:
    return f'IF({table}[[#This Row],[{_ROW}]]="","",{formula})'


def _found(table: str, heading: Heading) -> str:
    return f"INDEX({all_of(heading)},{table}[[#This Row],[{_ROW}]])"


def _open_ended() -> str:
    kind = _found(TIMELINE, Heading.KIND)
    words = ",".join(f'{kind}="{kind_word(each)}"' for each in _OPEN_ENDED)
    return f"OR({words})"


def _from_formula(first: date) -> str:
    start, due = _found(TIMELINE, Heading.START), _found(TIMELINE, Heading.DUE)
    otherwise = f'IF({_open_ended()},{day_formula(first)},"")'
    return _if_named(TIMELINE, f"IF(ISNUMBER({start}),{start},IF(ISNUMBER({due}),{due},{otherwise}))")


def _to_formula() -> str:
    """The due day; where something begins and has none, it goes on."""
    due = _found(TIMELINE, Heading.DUE)
    begins = f"{TIMELINE}[[#This Row],[From]]"
    return _if_named(TIMELINE, f'IF(ISNUMBER({due}),{due},IF({begins}="","","ongoing"))')


def _month_column(month: Period) -> Column:
    """The cells of a month: D is the RAG, E and F the first and last day; words count as later than any day."""
    start, after = day_formula(month.start), day_formula(date.fromordinal(month.due.toordinal() + 1))
    late = f'IF(AND($D{{row}}="{Rag.RED.word}",{AS_AT}>={start}),"{_LATE}","")'
    begun = f'IF($F{{row}}<{start},{late},IF($F{{row}}<{after},"{_DUE}","{_BAR}"))'
    return Column(_month_name(month), 6.5, Look.BAR, f'IF($E{{row}}<{after},{begun},"")', marked=_holds_as_at(month))


def _month_name(month: Period) -> str:
    return f"{str(ReportingMonth.of(month.start))[:3]} {month.start.year % 100:02d}"


def _holds_as_at(month: Period) -> str:
    after = day_formula(date.fromordinal(month.due.toordinal() + 1))
    return f"AND({AS_AT}>={day_formula(month.start)},{AS_AT}<{after})"


def _as_at_mark(month: Period, as_at: date) -> Formula:
    return Formula(f'IF({_holds_as_at(month)},"▼","")', "▼" if as_at in month else "")


def _span(each: RatedAction) -> tuple[date | None, date | None]:
    target = each.action.target
    return target.start or target.due, target.due


def _timeline_row(each: RatedAction, months: tuple[Period, ...], as_at: date) -> tuple[Content, ...]:
    action = each.action
    start, due = _span(each)
    open_ended = action.target.kind in _OPEN_ENDED
    begins = start or (months[0].start if open_ended else None)
    ends = due or (date.max if begins else None)
    owners = listed([owner.name for owner in action.leads])
    to: Content = day(due) if due else ("ongoing" if begins else "")
    bars = (_bar(month, begins, ends, each.rating.rag is Rag.RED and month.start <= as_at) for month in months)
    return action.ref, one_line(action.text, 110), owners, each.rating.rag.word, day(begins) or "", to, *bars


def _bar(month: Period, begins: date | None, ends: date | None, late: bool) -> str:
    if begins is None or ends is None or begins > month.due:
        return ""
    if ends < month.start:
        return _LATE if late else ""
    return _DUE if ends in month else _BAR


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _owned(rated: RatedPlan) -> list[tuple[str, str, RatedAction]]:
    """Owner, part and action, by owner, and for each owner what is most overdue first; unknown owners last."""
    named = any(owner.known for each in rated.actions for owner in each.action.owners)
    found = [(*who, each) for each in rated.actions for who in _who(each, named)]
    last = (TO_CONFIRM, NO_OWNER)
    return sorted(found, key=lambda row: (row[0].startswith(last), row[0].casefold(), _urgency(row[2])))


def _who(each: RatedAction, named: bool) -> Iterator[tuple[str, str]]:
    if not each.action.owners:
        yield NO_OWNER, ""
    for owner in dict.fromkeys(each.action.owners):
        yield _name(owner, named), "Leads" if owner.part is Part.LEAD else "Supports"


def _name(owner: Owner, named: bool) -> str:
    name = " ".join(owner.name.split())
    return name if owner.known or not named else f"{TO_CONFIRM}: {name}"


def _urgency(each: RatedAction) -> tuple[int, int]:
    days = each.rating.days
    return list(Rag).index(each.rating.rag), -days if days is not None else 10**6


def _owner_row(owner: str, part: str, each: RatedAction) -> tuple[Content, ...]:
    action, rating = each.action, each.rating
    progress, due = action.progress.state.words, day(action.target.due) or ""
    days = "" if rating.days is None else rating.days
    return owner, part, action.ref, one_line(action.text, 200), progress, due, rating.rag.word, rating.reason, days
