"""The tracker: the workbook in which action owners work all month.

`compose_tracker` makes it of a rated plan. RAG, reason and days are live formulas of the progress and dates beside them
and of the "As at" cell on About; every figure and colour elsewhere follows. How a tracker is recognised and what its
columns are called, so that it can be read back as a plan, stands in `model.tracker`.
"""

from __future__ import annotations

from collections.abc import Iterator

from edi_reports.model.change import PlanChanges
from edi_reports.model.finding import in_sheet_order
from edi_reports.model.period import long_date
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.tracker import (
    ABOUT,
    ACTIONS,
    AMBER_DAYS,
    AS_AT,
    COMPLETED_AS,
    PLAN_DUE,
    PLAN_START,
    POINTERS,
    PROPERTY,
    VERSION,
    Heading,
)
from edi_reports.reports.figures import count_all
from edi_reports.reports.live_rating import all_of, long_date_of
from edi_reports.reports.sheets import Content, Formula, Link, Look, Pair, Pairs, Sheet, Workbook
from edi_reports.reports.tracker_actions import (
    PLAN_TEXT,
    actions_sheet,
    day,
    plan_text_sheet,
    pointers_sheet,
    texts_cut,
)
from edi_reports.reports.tracker_people import (
    BY_OWNER,
    TIMELINE,
    by_owner_sheet,
    can_be_looked_up,
    timeline_sheet,
)
from edi_reports.reports.tracker_quality import (
    CHANGES,
    DATA_QUALITY,
    RAG_COMPARED,
    changes_sheet,
    data_quality_sheet,
    rag_compared_sheet,
)
from edi_reports.reports.tracker_summary import SUMMARY, summary_sheet
from edi_reports.reports.wording import capital, how_many, moment_in_words, of_plans, one_or_several, sentence

_MEANINGS = {
    Rag.RED: "Overdue: the due day is past and the action is not completed.",
    Rag.AMBER: "At risk: due soon, not started though it should have been, or its date was moved.",
    Rag.NOT_RATED: "Cannot be rated: no day is given, or too little is known. The reason says what is missing.",
    Rag.GREEN: "On time by the dates in the plan.",
    Rag.BLUE: "Completed.",
}
_NOTE = "Action tracker. RAG says how delivery stands against the dates of the plan; it is worked out, never entered."
_HELP = (
    ("Report progress", "On Actions, choose from the list in the Progress column. The RAG beside it follows at once."),
    ("Change a date", "On Actions, enter a day under Start or Due. Leave Original due: a moved date is then shown."),
    ("See another day", "Change the As at cell above: every RAG, reason, count, chart and bar follows."),
    ("Find your actions", "Use the filter arrows in the headings of Actions, or the sheet By owner."),
    (
        "Add an action",
        "Type in the row below the last action: the table grows and rates it. Fill in Ref and Target kind.",
    ),
    ("Print", "Each sheet prints across the page and repeats its headings. Actions prints its first columns on A3."),
    (
        "Read it back",
        "Keep the headings of Actions as they are: this workbook can itself be read as a plan.",
    ),
)
_SHEETS = {
    SUMMARY: "Counts by RAG, group, quarter due, owner and framework, with charts",
    ACTIONS: "The plan: a row an action",
    TIMELINE: "A bar an action over the months of the plan",
    BY_OWNER: "What each owner has, overdue first",
    PLAN_TEXT: "Further columns and long texts of the plan, in full",
    POINTERS: "Rows of the plan that only refer to another action",
    RAG_COMPARED: "Where the RAG stated in the plan and the RAG by the rules differ",
    DATA_QUALITY: "What the keeper of the workbook should know or correct",
    CHANGES: "What differs from the earlier version of the plan",
}


def compose_tracker(rated: RatedPlan, changes: PlanChanges | None = None) -> Workbook:
    """Compose the tracker of a rated plan; `changes` from an earlier version give it a sheet of their own.

    The findings of the result are those that the tracker itself adds: texts too long for a cell.
    """
    cut = texts_cut(rated)
    headline = _headline(rated)
    actions = actions_sheet(rated, headline)
    first_row = (actions.heading_row or 0) + 1
    found = in_sheet_order((*rated.findings, *cut))
    sheets = (
        summary_sheet(rated, headline),
        actions,
        timeline_sheet(rated, headline),
        by_owner_sheet(rated, headline),
        plan_text_sheet(rated),
        pointers_sheet(rated),
        rag_compared_sheet(rated),
        data_quality_sheet(rated, found, first_row),
        changes_sheet(changes) if changes else None,
    )
    following = tuple(sheet for sheet in sheets if sheet is not None)
    about = _about_sheet(rated, changes, following, len(found))
    subject = f"Tracker as at {long_date(rated.as_at)}"
    properties = (
        (PROPERTY, VERSION),
        ("source_name", rated.plan.source.name),
        ("source_sha256", rated.plan.source.sha256),
    )
    return Workbook(rated.plan.title, subject, rated.as_at, (about, *following), properties, cut)


def _headline(rated: RatedPlan) -> Formula:
    """The as-at day and the counts in a sentence that follows every change."""
    counts = count_all(rated)
    rags = all_of(Heading.RAG)
    live = '&", "&'.join(f'COUNTIF({rags},"{rag.word}")&" {rag.word}"' for rag in Rag)
    told = ", ".join(f"{number} {rag.word}" for rag, number in zip(Rag, counts.by_rag, strict=True))
    return Formula(
        f'"As at "&{long_date_of(AS_AT)}&": "&{live}&", of "&SUMPRODUCT(({rags}<>"")*1)&" in all"',
        f"As at {long_date(rated.as_at)}: {told}, of {counts.total} in all",
    )


def _about_sheet(rated: RatedPlan, changes: PlanChanges | None, sheets: tuple[Sheet, ...], found: int) -> Sheet:
    plans = rated.plan.plans

    def told(words: str) -> str:
        return of_plans(words, plans)

    meanings = (Pair(rag.word, told(_MEANINGS[rag]), label_look=Look.RAG) for rag in Rag)
    parts = (
        Pairs("Change these cells and every sheet follows", _settings(rated)),
        Pairs(told("The plan"), tuple(_facts(rated, changes, found))),
        Pairs("What the ratings mean", tuple(meanings)),
        Pairs("The rules, in order: the first that applies rates the action", tuple(_rules(rated))),
        Pairs("How to use this workbook", tuple(Pair(label, told(words)) for label, words in _HELP)),
        Pairs("Sheets", tuple(Pair(Link(sheet.name, sheet.name), told(_SHEETS[sheet.name])) for sheet in sheets)),
        Pairs(told("Groups of the plan"), tuple(_groups(rated))),
        Pairs(told("Colours in the plan's own key"), tuple(_colours(rated))),
    )
    return Sheet(ABOUT, rated.plan.title, tuple(part for part in parts if part.lines), (told(_NOTE),))


def _colours(rated: RatedPlan) -> Iterator[Pair]:
    return (Pair(f"#{key.fill}", key.meaning, label_look=Look.SWATCH) for key in rated.plan.key)


def _settings(rated: RatedPlan) -> tuple[Pair, ...]:
    days, completed = rated.rag.amber_within_days, rated.rag.completed_as.word
    as_at = "The day for which every rating is true. Enter a day, such as 30/11/2025."
    return (
        Pair("As at", day(rated.as_at), Look.DAY, AS_AT, prompt=as_at),
        Pair("Amber this many days before due", days, Look.NUMBER, AMBER_DAYS, prompt="A whole number of days."),
        Pair("Completed shows as", completed, Look.INPUT, COMPLETED_AS, (Rag.BLUE.word, Rag.GREEN.word)),
    )


def _facts(rated: RatedPlan, changes: PlanChanges | None, found: int) -> Iterator[Pair]:
    plan = rated.plan
    source = one_or_several(plan.plans, "workbook", "list of the plans")
    yield Pair(capital(source), plan.source.name)
    yield Pair(f"SHA-256 of the {source}", plan.source.sha256)
    if plan.source.saved_by or plan.source.saved_at:
        saved_at = plan.source.saved_at and moment_in_words(plan.source.saved_at)
        yield Pair("Last saved", " by ".join(words for words in (saved_at, plan.source.saved_by) if words))
    if plan.period:
        covers = one_or_several(plan.plans, "Plan covers", "Plans cover")
        yield Pair(f"{covers} from", day(plan.period.start), Look.DAY, PLAN_START)
        yield Pair(f"{covers} until", day(plan.period.due), Look.DAY, PLAN_DUE)
    else:
        do_not_say = "The plan does not say which period it covers.", "The plans do not say which period they cover."
        yield Pair("Period", one_or_several(plan.plans, *do_not_say))
    pointers = len(plan.actions) - len(plan.counted)
    rows = how_many(pointers, "row that only points to another action", "rows that only point to another action")
    more = f", and {rows}" if pointers else ""
    yield Pair("Size", sentence(f"{how_many(len(rated.actions), 'action')}{more}, when this was written"))
    yield Pair("To look at", sentence(f"{how_many(found, 'finding')} on Data quality"))
    yield Pair(one_or_several(plan.plans, "Earlier version", "Earlier versions"), _comparison(changes, plan.plans))
    if not can_be_looked_up(rated):
        yield Pair("Not live", _NOT_LIVE)
    yield Pair("Rules version", rated.rules_version)


_NOT_LIVE = (
    "Some refs are missing or stand more than once, so Timeline and By owner show what was true when this workbook was "
    "written; Actions and Summary are live."
)


def _comparison(changes: PlanChanges | None, plans: int) -> str:
    if changes:
        return f"Compared with “{changes.old.name}”: see the sheet Changes."
    itself = one_or_several(plans, "the plan itself names", "a plan itself names")
    return (
        "None was given, so this tracker cannot say what has changed, and a date that was moved is shown as moved only "
        f"where {itself} the original date."
    )


def _rules(rated: RatedPlan) -> Iterator[Pair]:
    for number, words in enumerate(rated.rules):
        yield Pair(f"Rule {number}", _live_rule(of_plans(words, rated.plan.plans), rated))


def _live_rule(words: str, rated: RatedPlan) -> Content:
    """The words of a rule; those that name a setting follow its cell."""
    days, completed = f"within {rated.rag.amber_within_days} days", f"Completed: {rated.rag.completed_as.word}"
    if days in words:
        before, after = words.split(days)
        return Formula(f'"{before}within "&{AMBER_DAYS}&" days{after}"', words)
    return Formula(f'"Completed: "&{COMPLETED_AS}', words) if words == completed else words


def _groups(rated: RatedPlan) -> Iterator[Pair]:
    groups = dict.fromkeys(each.action.group for each in rated.actions if each.action.group and each.action.group.title)
    return (Pair(group.label, group.title) for group in groups if group)
