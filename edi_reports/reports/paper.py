"""The paper for one committee, as parts: figures first, then what needs attention, then where all of it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from edi_reports.model.change import PlanChanges
from edi_reports.model.committee import Committee
from edi_reports.model.paper import CoverField, PaperSettings
from edi_reports.model.period import ReportingMonth, long_date
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.reports.assurance import alert_advise_assure
from edi_reports.reports.exceptions import exceptions_of
from edi_reports.reports.figures import Counts, by_group, by_quarter, count_all, most_pressing
from edi_reports.reports.long_refs import with_room_for_refs
from edi_reports.reports.parts import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Placeholder,
    Series,
    Table,
)
from edi_reports.reports.provenance import about_the_paper
from edi_reports.reports.redated import MOST_SHOWN, dates_moved, put_back
from edi_reports.reports.share import Share, share_of
from edi_reports.reports.summary import summary_of
from edi_reports.reports.wording import (
    NO_GROUP,
    beside_its_rag,
    capital,
    group_word,
    how_many,
    listed,
    one_line,
    one_or_several,
    owners_in_words,
    so_many,
    target_in_words,
)

MOST_LABEL = 80
"""Characters of a group's label and title in the table of progress."""

MOST_WORDS = 60
"""Characters of an action whose stated RAG differs."""

MOST_GROUPS = 15
"""Groups of which a paper tells the progress."""


def compose_paper(
    rated: RatedPlan,
    committee: Committee,
    cover: PaperSettings,
    changes: PlanChanges | None = None,
    appendix: bool = False,
    earlier: RatedPlan | None = None,
    preface: tuple[str, ...] = (),
    group: str = "",
) -> Document:
    """The paper for one committee, from the actions that are routed to it.

    `changes` is what differs from an earlier version of the plan; `earlier` is that version as it was rated then,
    which tells the day to count from and what has turned Red since. `appendix` adds the full list. `preface` are
    sentences that the summary must begin with; `group` is the word for what stands above actions, where the groups'
    own labels would not tell.
    """
    share = share_of(rated, committee, changes, earlier)
    told = summary_of(share)
    summary = (*preface, *told)
    facts = _facts(share, cover, (*preface, *told[:2]))
    return Document(
        title=next((line.value for line in cover.cover if line.name == "title" and line.value), facts["title"]),
        subject=facts["subject"],
        author=cover.organisation,
        as_at=rated.as_at,
        parts=with_room_for_refs(
            (
                Heading("Summary"),
                *map(Paragraph, summary),
                *(_body(share, group) if share.actions else ()),
                *about_the_paper(share),
                *(_appendix(share) if appendix and share.actions else ()),
            )
        ),
        cover=tuple((line.label, _entry(line, facts)) for line in cover.cover),
        facts=tuple(facts.items()),
    )


def _facts(share: Share, cover: PaperSettings, opening: tuple[str, ...]) -> dict[str, str]:
    plan, month = share.whole.plan, ReportingMonth.of(share.whole.as_at)
    return {
        "title": f"{plan.title or 'EDI action plan'}: progress report, {month}",
        "subject": f"Paper for the {share.committee.name}",
        "committee": share.committee.name,
        "summary": " ".join(opening),
        "as_at": long_date(share.whole.as_at),
        "month": str(month),
        "plan": plan.title,
        "workbook": plan.source.name,
        "sha256": plan.source.sha256,
        "organisation": cover.organisation,
    }


def _entry(line: CoverField, facts: dict[str, str]) -> Cell:
    known = line.value or facts.get(line.name, "")
    return known or Placeholder(line.prompt or _asked(line.label), line.choices)


def _asked(label: str) -> str:
    """The label in the middle of a sentence: "meeting date", but "CQC domain"."""
    return label if label[:2].isupper() else f"{label[:1].lower()}{label[1:]}"


def _body(share: Share, group: str) -> tuple[Part, ...]:
    return (
        *alert_advise_assure(share.actions, put_back(share.moves), share.plans),
        *exceptions_of(share),
        *_progress(share.own, group),
        *dates_moved(share.moves, share.movement is not None, share.plans),
        *_differences(share.actions, share.plans),
    )


# Progress by group

_SOME_GROUPS = (
    "To keep the paper short {shown} of {all} are shown, those with most Red, then with most actions; "
    "the sheet Summary of the tracker has them all."
)


def _progress(own: RatedPlan, group: str) -> tuple[Part, ...]:
    """Progress by group, or by the quarter in which actions fall due where the plan has no groups."""
    names = {str(group): group.name for group in dict.fromkeys(each.action.group for each in own.actions) if group}
    word, counts = group or group_word(tuple(names.values())), by_group(own)
    if not names:
        word, counts = "quarter due", by_quarter(own)
        if len(counts) == 1:
            return ()
    shown = most_pressing(counts, MOST_GROUPS)
    labels = tuple(one_line(names.get(each.label, each.label), 40) for each in shown)
    columns = (Column(capital(word), 8), Column("Actions", 1.7, numbers=True))
    some = _SOME_GROUPS.format(shown=len(shown), all=len(counts))
    return (
        Heading(f"Progress by {word}"),
        *((Paragraph(some),) if len(shown) < len(counts) else ()),
        _chart(word, labels, shown),
        Table(
            f"Actions by {word} and RAG",
            (*columns, *(Column(rag.word, 1.5, numbers=True) for rag in Rag)),
            tuple(map(_count_row, (*shown, count_all(own)))),
        ),
    )


def _count_row(counts: Counts) -> tuple[str, ...]:
    return one_line(counts.label, MOST_LABEL), str(counts.total), *map(str, counts.by_rag)


def _chart(word: str, labels: tuple[str, ...], counts: tuple[Counts, ...]) -> Chart:
    numbers = zip(*(each.by_rag for each in counts), strict=True)
    series = tuple(Series(rag.word, values, rag) for rag, values in zip(Rag, numbers, strict=True))
    told = (f"{label}: {_counted(each)}" for label, each in zip(labels, counts, strict=True))
    alt = f"Stacked bar chart of actions by {word} and RAG. {'. '.join(told)}."
    return Chart(ChartKind.STACKED_BAR, f"Actions by {word} and RAG", labels, series, alt)


def _counted(counts: Counts) -> str:
    return listed([f"{number} {rag.word}" for rag, number in zip(Rag, counts.by_rag, strict=True) if number])


# Stated and calculated

_SOME_DIFFERENCES = (
    "To keep the paper short {shown} of these {all} actions are shown, those first that the plan shows in the best "
    "light; the sheet RAG compared of the tracker has them all."
)
_DIFFERENCE_COLUMNS = (
    Column("Ref", 1.3),
    Column("Action", 6.6),
    Column("Stated", 1.7),
    Column("Calculated", 2.2),
    Column("Reason for the calculated RAG", 5.6),
)


def _differences(actions: tuple[RatedAction, ...], plans: int) -> tuple[Part, ...]:
    heading = Heading("Stated and calculated RAG differ")
    stating = [each for each in actions if each.action.stated_rag is not None]
    differing = sorted((each for each in stating if _flattered(each)), key=_flattered, reverse=True)
    if not stating:
        return ()
    number = how_many(len(stating), "action")
    if not differing:
        states = one_or_several(plans, "the plan states", "the plans state")
        return heading, Paragraph(f"None: {states} a RAG for {number}, and it is the same.")
    own = one_or_several(plans, "a RAG of the plan's own", "a RAG of their plan's own")
    of_all = f"Of {number} with {own}, {so_many(len(differing), 'differs', 'differ')}"
    rows = tuple(map(_difference_row, differing[:MOST_SHOWN]))
    left = (
        (Paragraph(_SOME_DIFFERENCES.format(shown=MOST_SHOWN, all=len(differing))),)
        if len(rows) < len(differing)
        else ()
    )
    return heading, *left, Table(of_all, _DIFFERENCE_COLUMNS, rows)


def _flattered(each: RatedAction) -> int:
    """By how many colours the plan's own RAG is better than the calculated one; below 0 where it is worse."""
    order, stated = list(Rag), each.action.stated_rag
    return order.index(stated) - order.index(each.rating.rag) if stated else 0


def _difference_row(each: RatedAction) -> tuple[Cell, ...]:
    words, stated = one_line(each.action.text, MOST_WORDS), each.action.stated_rag or ""
    return each.action.ref, words, stated, each.rating.rag, beside_its_rag(each.rating)


# Appendix

_FULL_COLUMNS = (
    Column("Ref", 1.3),
    Column("RAG", 1.6),
    Column("Action", 6.6),
    Column("Owner", 3.4),
    Column("Target", 2.3),
    Column("Progress", 2.2),
)


def _appendix(share: Share) -> tuple[Part, ...]:
    groups: dict[str, list[RatedAction]] = {}
    for each in share.actions:
        groups.setdefault(str(each.action.group or NO_GROUP), []).append(each)
    parts = (part for label, some in groups.items() for part in (Heading(label, 2), _full_list(label, some)))
    return Heading("Appendix: all actions of this committee"), *parts


def _full_list(label: str, actions: Iterable[RatedAction]) -> Table:
    return Table(f"All actions: {one_line(label, 60)}", _FULL_COLUMNS, tuple(map(_full_row, actions)))


def _full_row(each: RatedAction) -> tuple[Cell, ...]:
    action = each.action
    owners = "\n".join(owners_in_words(action.owners))
    return action.ref, each.rating.rag, action.text, owners, target_in_words(action.target), action.progress.state.words
