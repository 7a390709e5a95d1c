"""The Summary of a tracker: live counts of the Actions sheet, with charts that read well in print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from edi_reports.model.period import Period, Quarter
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.tracker import Heading
from edi_reports.reports.figures import (
    ALL_ACTIONS,
    NO_DUE_DAY,
    NO_FRAMEWORK,
    NO_OWNER,
    Counts,
    by_framework,
    by_label,
    by_owner,
    by_quarter,
    count_all,
)
from edi_reports.reports.live_rating import all_of
from edi_reports.reports.parts import Chart, ChartKind, Series
from edi_reports.reports.sheets import Column, Content, Formula, Look, Sheet, Table
from edi_reports.reports.wording import NO_GROUP, as_heading, group_word, how_many, listed

SUMMARY = "Summary"
MOST_OWNERS = 25
MOST_BARS = 12
AGES = (("1 to 30 days", 1, 30), ("31 to 90 days", 31, 90), ("Over 90 days", 91, None))

_LABEL_WIDTH, _COUNT_WIDTH = 38, 10
_RAG_CELLS = all_of(Heading.RAG)
_OVERLAP = "An action with several of them counts under each, so these figures overlap."


def summary_sheet(rated: RatedPlan, note: Content) -> Sheet:
    """Counts by RAG, by age, by group, by quarter due, by owner and by framework."""
    parts = (
        _by_rag(rated),
        _by_age(rated),
        _by_group(rated),
        _by_quarter(rated),
        *((_by_framework(rated),) if any(each.action.frameworks for each in rated.actions) else ()),
        _by_owner(rated),
    )
    return Sheet(
        SUMMARY, f"Summary: {as_heading(rated.plan.title)}", tuple(part for part in parts if part.rows), (note,)
    )


def day_formula(day: date) -> str:
    """A day as a formula."""
    return f"DATE({day.year},{day.month},{day.day})"


def _by_rag(rated: RatedPlan) -> Table:
    counts = count_all(rated)
    rows: list[tuple[Content, ...]] = [
        (rag.word, Formula(f'COUNTIF({_RAG_CELLS},"{rag.word}")', number))
        for rag, number in zip(Rag, counts.by_rag, strict=True)
    ]
    rows.append((ALL_ACTIONS, Formula(f'SUMPRODUCT(({_RAG_CELLS}<>"")*1)', counts.total)))
    words = tuple(rag.word for rag in Rag)
    told = listed([f"{number} {word}" for word, number in zip(words, counts.by_rag, strict=True)])
    chart = Chart(
        ChartKind.COLUMN,
        "Actions by RAG",
        words,
        (Series("Actions", counts.by_rag),),
        f"Column chart of {how_many(counts.total, 'action')} by RAG: {told}.",
    )
    columns = (Column("RAG", _LABEL_WIDTH, Look.RAG), Column("Actions", _COUNT_WIDTH, Look.NUMBER))
    return Table("ByRag", columns, tuple(rows), "By RAG", chart=chart)


def _by_age(rated: RatedPlan) -> Table:
    days = [each.rating.days or 0 for each in rated.actions if each.rating.rag is Rag.RED]
    rows = tuple(
        (words, Formula(_age_formula(least, most), sum(least <= late <= (most or late) for late in days)))
        for words, least, most in AGES
    )
    columns = (Column("Overdue by", _LABEL_WIDTH), Column("Actions", _COUNT_WIDTH, Look.NUMBER))
    return Table("ByAge", columns, rows, "How long overdue")


def _age_formula(least: int, most: int | None) -> str:
    days = all_of(Heading.DAYS)
    upper = "" if most is None else f',{days},"<={most}"'
    return f'COUNTIFS({_RAG_CELLS},"{Rag.RED.word}",{days},">={least}"{upper})'


def _by_group(rated: RatedPlan) -> Table:
    counts = by_label(rated, lambda each: (each.action.group.name if each.action.group else NO_GROUP,))
    word = group_word([count.label for count in counts if count.label != NO_GROUP])
    if not word.replace(" ", "").isalnum():
        word = "group"  # formulas name the column, so it must have a plain name
    heading = word[:1].upper() + word[1:]
    label = f"ByGroup[[#This Row],[{heading}]]"
    test = f'({all_of(Heading.GROUP)}=IF({label}="{NO_GROUP}","",{label}))'
    return _cross_table("ByGroup", heading, f"By {word}", counts, test)


def _by_owner(rated: RatedPlan) -> Table:
    counts = by_owner(rated)
    rest = how_many(len(counts) - MOST_OWNERS, "owner")
    notes = (
        "Owners who answer for the action; supporters are left out.",
        _OVERLAP,
        *((f"Those with most Red; {rest} more on the sheet By owner.",) if len(counts) > MOST_OWNERS else ()),
    )
    test = _one_of_the_lines(Heading.OWNERS, "ByOwnerCount[[#This Row],[Owner]]", NO_OWNER)
    return _cross_table("ByOwnerCount", "Owner", "By owner", counts[:MOST_OWNERS], test, notes)


def _by_framework(rated: RatedPlan) -> Table:
    test = _one_of_the_lines(Heading.FRAMEWORKS, "ByFramework[[#This Row],[Framework]]", NO_FRAMEWORK)
    return _cross_table("ByFramework", "Framework", "By framework", by_framework(rated), test, (_OVERLAP,))


def _one_of_the_lines(heading: Heading, label: str, none: str) -> str:
    """The condition that a cell of several lines has the label as one of them, or is empty where the label says so."""
    cells = all_of(heading)
    named = f'ISNUMBER(FIND("\n"&{label}&"\n","\n"&{cells}&"\n"))'
    return f'(({label}="{none}")*({cells}="")+{named})'


def _by_quarter(rated: RatedPlan) -> Table:
    quarters = {str(quarter): quarter.period for quarter in _quarters(rated)}
    found = {count.label: count for count in by_quarter(rated)}
    empty = (0,) * len(Rag)
    counts = tuple(found.get(label, Counts(label, empty)) for label in (*quarters, NO_DUE_DAY))
    rows: tuple[tuple[Content, ...], ...] = tuple(_quarter_row(count, quarters.get(count.label)) for count in counts)
    notes = ("The quarter in which the due day falls. Q1 is April to June.",)
    return Table(
        "ByQuarter", _columns("Quarter due"), rows, "By quarter due", notes, chart=_chart("Quarter due", counts)
    )


def _quarters(rated: RatedPlan) -> list[Quarter]:
    """The quarters of the plan's period and every other quarter in which an action falls due."""
    days = {due for each in rated.actions if (due := each.action.target.due)}
    quarters = {Quarter.containing(day) for day in days}
    period = rated.plan.period
    if period and (period.due - period.start).days < 5 * 366:
        day = period.start
        while day <= period.due:
            quarters.add(Quarter.containing(day))
            day = date.fromordinal(Quarter.containing(day).period.due.toordinal() + 1)
    return sorted(quarters)


def _quarter_row(count: Counts, period: Period | None) -> tuple[Content, ...]:
    due = all_of(Heading.DUE)
    test = f"(1-ISNUMBER({due}))"
    if period:
        test = f"ISNUMBER({due})*({due}>={day_formula(period.start)})*({due}<={day_formula(period.due)})"
    cells: list[Content] = [
        Formula(_count_formula(test, rag), number) for rag, number in zip(Rag, count.by_rag, strict=True)
    ]
    return (count.label, *cells, count.total)


def _cross_table(
    name: str, heading: str, title: str, counts: tuple[Counts, ...], test: str, notes: tuple[str, ...] = ()
) -> Table:
    """A row a label, a column a RAG, each cell counting the actions that pass the test and bear the RAG."""
    rows: tuple[tuple[Content, ...], ...] = tuple((count.label, *count.by_rag, count.total) for count in counts)
    formulas = {rag: _count_formula(test, rag) for rag in Rag}
    return Table(name, _columns(heading, name, formulas), rows, title, notes, chart=_chart(heading, counts))


def _columns(heading: str, name: str = "ByQuarter", formulas: dict[Rag, str] | None = None) -> tuple[Column, ...]:
    found = formulas or {}
    total = f"SUM({name}[[#This Row],[{Rag.RED.word}]:[{Rag.BLUE.word}]])"
    return (
        Column(heading, _LABEL_WIDTH),
        *(Column(rag.word, _COUNT_WIDTH, Look.NUMBER, found.get(rag, "")) for rag in Rag),
        Column("Total", _COUNT_WIDTH, Look.NUMBER, total),
    )


def _count_formula(test: str, rag: Rag) -> str:
    return f'SUMPRODUCT({test}*({_RAG_CELLS}="{rag.word}"))'


def _chart(heading: str, counts: Iterable[Counts]) -> Chart | None:
    shown = [count for count in counts if count.label != NO_DUE_DAY][:MOST_BARS]
    if not shown:
        return None
    series = tuple(Series(rag.word, tuple(count.of(rag) for count in shown), rag) for rag in Rag)
    told = "; ".join(f"{count.label}: {_told(count)}" for count in shown)
    kind = ChartKind.STACKED_COLUMN if heading == "Quarter due" else ChartKind.STACKED_BAR
    by = heading if heading.istitle() and " " in heading else heading[:1].lower() + heading[1:]
    labels = tuple(count.label for count in shown)
    return Chart(kind, f"Actions by {by} and RAG", labels, series, f"Stacked bar chart of actions by {by}. {told}.")


def _told(count: Counts) -> str:
    words = [f"{number} {rag.word}" for rag, number in zip(Rag, count.by_rag, strict=True) if number]
    return listed(words) or "none"
