"""What a paper leaves out, how to read its ratings, and what it was made from."""

from __future__ import annotations

from collections import Counter

from edi_reports.model.finding import Severity
from edi_reports.model.period import long_date
from edi_reports.model.plan import RatedPlan
from edi_reports.reports.parts import Column, Heading, Paragraph, Part, Table
from edi_reports.reports.share import Share
from edi_reports.reports.wording import how_many, listed, of_plans, one_or_several, refs, sentence, so_many, with_refs

WHERE_TO_LOOK = "the Data quality sheet of the tracker names the cell of each"


def about_the_paper(share: Share) -> tuple[Part, ...]:
    """The closing sections: what is not in the paper, the key in words, and the source with its fingerprint."""
    return *_left_out(share), *_key(share), *_source(share)


def _left_out(share: Share) -> tuple[Part, ...]:
    told = (
        _elsewhere(share),
        _no_stated_rag(share),
        _pointers(share.whole),
        _unplaced(share.whole),
        _findings(share.whole),
    )
    return Heading("What is not in this paper"), *(Paragraph(words) for words in told if words)


def _elsewhere(share: Share) -> str:
    others = [each for each in share.whole.actions if share.committee.name not in each.committees]
    nowhere = refs(each for each in others if not each.committees)
    if not others:
        return f"No action of {_the_plan(share.whole)} is left out." if share.actions else ""
    of = f"of {_the_plan(share.whole)}"
    are = so_many(len(others), f"action {of} is", f"actions {of} are")
    none = with_refs(f"; {so_many(len(nowhere), 'goes', 'go')} to no committee at all", nowhere) if nowhere else ""
    return f"{are} not routed to this committee{none}."


def _no_stated_rag(share: Share) -> str:
    if any(each.action.stated_rag for each in share.actions) or not share.actions:
        return ""
    none = one_or_several(share.plans, "The plan states no RAG of its own", "The plans state no RAG of their own")
    return f"{none} for these actions, so none is compared with the calculated one."


def _pointers(rated: RatedPlan) -> str:
    pointers = [action for action in rated.plan.actions if action.pointer_to is not None]
    if not pointers:
        return ""
    rows = tuple(f"row {action.place.row}, see {action.pointer_to}" for action in pointers)
    of = f"of {_the_plan(rated)}"
    are = so_many(len(pointers), f"row {of} only points", f"rows {of} only point")
    return sentence(with_refs(f"{are} to another action and {'is' if len(rows) == 1 else 'are'} not counted", rows))


def _unplaced(rated: RatedPlan) -> str:
    why = Counter(cell.why for cell in rated.plan.unplaced)
    if not why:
        its = one_or_several(rated.plan.plans, "the plan", "its plan")
        return f"Every cell of {_the_plan(rated)}{_s(rated)} sheets has its place in {its}."
    sheets = f"of {_the_plan(rated)}{_s(rated)} sheets"
    are = so_many(why.total(), f"cell {sheets} belongs", f"cells {sheets} belong")
    reasons = listed([f"{reason}: {number}" for reason, number in why.most_common()], 4, "for other reasons")
    return sentence(f"{are} to no action ({reasons}); {WHERE_TO_LOOK}")


def _findings(rated: RatedPlan) -> str:
    found = Counter(each.severity for each in rated.findings)
    if not found:
        return one_or_several(
            rated.plan.plans,
            "Nothing was found in the workbook that its keeper should look at.",
            "Nothing was found in the workbooks that their keepers should look at.",
        )
    workbook = one_or_several(rated.plan.plans, "workbook", "workbooks")
    parts = [how_many(found[severity], severity.value) for severity in Severity]
    return sentence(f"reading the {workbook} gave {listed(parts)}; {WHERE_TO_LOOK}")


def _key(share: Share) -> tuple[Part, ...]:
    as_at = long_date(share.whole.as_at)
    told = f"RAG rates delivery against the target date as at the end of {as_at}. The first rule that applies decides."
    rules = tuple((str(number), of_plans(rule, share.plans)) for number, rule in enumerate(share.whole.rules))
    return (
        Heading("Key"),
        Paragraph(told),
        Table(
            "The rules in force, in the order in which they are tried",
            (Column("Rule", 1), Column("What it says", 11)),
            rules,
        ),
    )


def _the_plan(rated: RatedPlan) -> str:
    return one_or_several(rated.plan.plans, "the plan", "the plans")


def _s(rated: RatedPlan) -> str:
    return one_or_several(rated.plan.plans, "'s", "'")


def _silent(rated: RatedPlan) -> str:
    return one_or_several(rated.plan.plans, "The plan does not say", "The plans do not say")


def _source(share: Share) -> tuple[Part, ...]:
    whole = share.whole
    routed: dict[str, list[str]] = {}
    for each in share.actions:
        if each.routed_because:
            routed.setdefault(each.routed_because, []).append(each.action.ref)
    period = whole.plan.period
    source = one_or_several(whole.plan.plans, "workbook", "list of the plans")
    rows = [
        (source[:1].upper() + source[1:], whole.plan.source.name),
        (f"SHA-256 of the {source}", whole.plan.source.sha256),
        ("As at", long_date(whole.as_at)),
        ("Plan period", f"{long_date(period.start)} to {long_date(period.due)}" if period else _silent(whole)),
        ("Rules version", whole.rules_version),
    ]
    reasons = (Paragraph(sentence(with_refs(why.rstrip("."), tuple(some)))) for why, some in routed.items())
    return (
        Heading("Source"),
        *reasons,
        Table("What this paper was made from", (Column("Item", 4), Column("Detail", 13)), tuple(rows)),
    )
