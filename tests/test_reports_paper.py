"""What a committee's paper says, before it is a file."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from edi_reports.model.action import Group, ProgressState
from edi_reports.model.committee import Committee
from edi_reports.model.finding import Finding, Severity
from edi_reports.model.paper import CoverField, PaperSettings
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan, Redating, Unplaced
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.paper import compose_paper
from edi_reports.reports.parts import Chart, Heading, Paragraph, Placeholder, Table
from edi_reports.rules.rating import RULES
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.word import write_document
from tests.paper_making import PEOPLE, QUALITY, a_paper, section, sentences, table
from tests.paper_reading import opened
from tests.plan_making import AS_AT, a_plan, an_action, due, rated

OVERDUE = due(date(2025, 9, 30))
SOON = due(date(2025, 12, 15), start=date(2025, 11, 1))
LATER = due(date(2026, 3, 31), start=date(2025, 11, 1))
TBC = Target("TBC", TargetKind.UNDECIDED)


def a_rated_plan(*targets: Target) -> RatedPlan:
    """A plan with an action for each target, numbered 1.01, 1.02 and so on."""
    return rated(a_plan(*(an_action(ref=f"1.{n:02d}", row=4 + n, target=each) for n, each in enumerate(targets, 1))))


def route(plan: RatedPlan, ref: str, *committees: str, because: str = "") -> RatedPlan:
    """The plan with one action routed otherwise."""
    actions = (
        replace(each, committees=committees, routed_because=because) if each.action.ref == ref else each
        for each in plan.actions
    )
    return replace(plan, actions=tuple(actions))


# Cover


def test_the_cover_asks_for_every_judgement_instead_of_inventing_it() -> None:
    cover = dict(a_paper(a_rated_plan(LATER)).cover)
    asked = {label for label, entry in cover.items() if isinstance(entry, Placeholder)}
    judged = {"Assurance level", "Recommendation", "Previously considered by", "Risk and Board Assurance Framework"}
    assert judged <= asked
    assert str(cover["CQC domain"]) == "[To be completed: CQC domain]"


def test_the_cover_is_filled_with_what_the_paper_knows() -> None:
    cover = dict(a_paper(a_rated_plan(LATER)).cover)
    assert cover["Title"] == "EDI Action Plan 2025-26: progress report, November 2025"
    assert cover["Committee"] == "People Committee"
    assert cover["Summary"] == (
        "As at 30 November 2025, this paper covers the one action in the plan. The one action is Green."
    )


def test_a_purpose_is_chosen_from_the_four_that_committees_know() -> None:
    purpose = dict(a_paper(a_rated_plan(LATER)).cover)["Purpose"]
    assert isinstance(purpose, Placeholder)
    assert purpose.choices == ("Approval", "Assurance", "Discussion", "Information")


def test_a_trust_has_its_own_cover_lines_and_values() -> None:
    lines = (
        CoverField("As at"),
        CoverField("Sponsor", value="Chief People Officer"),
        CoverField("BAF", prompt="risk number"),
    )
    cover = compose_paper(a_rated_plan(LATER), PEOPLE, PaperSettings(lines, "Anytown NHS Trust")).cover
    assert cover == (
        ("As at", "30 November 2025"),
        ("Sponsor", "Chief People Officer"),
        ("BAF", Placeholder("risk number")),
    )


def test_a_meeting_date_can_be_put_on_the_cover() -> None:
    settings = PaperSettings((CoverField("Meeting date", "6 August 2018"),))
    assert dict(compose_paper(a_rated_plan(LATER), PEOPLE, settings).cover)["Meeting date"] == "6 August 2018"


def test_a_trusts_own_title_is_that_of_the_cover_the_heading_and_the_file() -> None:
    settings = PaperSettings((CoverField("Title", "Inclusion report of the Trust"),))
    paper = compose_paper(a_rated_plan(LATER), PEOPLE, settings)
    assert (paper.title, dict(paper.cover)["Title"]) == ("Inclusion report of the Trust",) * 2
    word = opened(write_document(paper, write_default_template()))
    assert (word.core_properties.title, word.paragraphs[0].text) == ("Inclusion report of the Trust",) * 2


def test_a_plan_without_title_still_gives_the_paper_one() -> None:
    assert a_paper(rated(a_plan(title=""))).title == "EDI action plan: progress report, November 2025"


# Summary


def test_the_summary_counts_every_rag_and_says_zero_as_none() -> None:
    summary = sentences(a_paper(a_rated_plan(OVERDUE, OVERDUE, SOON, TBC, LATER)), "Summary")
    assert summary[:3] == [
        "As at 30 November 2025, this paper covers all 5 actions in the plan.",
        "Of 5 actions, 2 are Red, 1 is Amber, 1 is Not rated, 1 is Green and none is Blue.",
        "2 actions are overdue: none by up to 30 days, 2 by 31 to 90 days and none by more than 90 days. "
        "The longest overdue is 1.01, by 61 days.",
    ]


def test_one_overdue_action_is_said_in_the_singular() -> None:
    assert "1 action is overdue: 1.01, by 61 days." in sentences(a_paper(a_rated_plan(OVERDUE, LATER)), "Summary")


@pytest.mark.parametrize(
    ("due_day", "band"),
    [
        (date(2025, 10, 31), "1 by up to 30 days"),
        (date(2025, 10, 30), "1 by 31 to 90 days"),
        (date(2025, 8, 31), "1 by more than 90 days"),
    ],
)
def test_overdue_actions_are_aged_with_each_band_to_its_last_day(due_day: date, band: str) -> None:
    other = due(date(2025, 9, 1)) if "31 to 90" not in band else due(date(2025, 11, 29))
    assert band in " ".join(sentences(a_paper(a_rated_plan(due(due_day), other)), "Summary"))


def test_progress_is_told_as_the_owners_report_it() -> None:
    states = (ProgressState.COMPLETED, ProgressState.IN_PROGRESS, ProgressState.IN_PROGRESS, ProgressState.NOT_STATED)
    plan = rated(a_plan(*(an_action(state=state, row=n) for n, state in enumerate(states, 5))))
    assert (
        "Owners report none as not started, 2 as in progress, none as proposed for closure and 1 as completed; "
        "for 1 the plan states no progress."
    ) in sentences(a_paper(plan), "Summary")


@pytest.mark.parametrize(("number", "told"), [(2, "Owners report both as"), (3, "Owners report all 3 as")])
def test_progress_that_is_the_same_everywhere_is_said_in_one(number: int, told: str) -> None:
    plan = rated(a_plan(*(an_action(state=ProgressState.COMPLETED, row=n) for n in range(5, 5 + number))))
    assert f"{told} completed." in sentences(a_paper(plan), "Summary")


def test_a_plan_without_progress_is_not_said_to_have_none_started() -> None:
    plan = rated(a_plan(an_action(state=ProgressState.NOT_STATED)))
    assert "The plan states no progress for any of them." in sentences(a_paper(plan), "Summary")


def test_a_cancelled_action_is_not_among_those_without_progress() -> None:
    silent, struck = an_action(state=ProgressState.NOT_STATED), an_action(row=6, cancelled=True)
    withdrawn = replace(struck, progress=silent.progress)
    paper = a_paper(rated(a_plan(an_action(row=7), silent, withdrawn)))
    assert "for 1 the plan states no progress" in " ".join(sentences(paper, "Summary"))


def test_the_summary_ends_with_what_somebody_has_to_decide() -> None:
    plan = rated(
        a_plan(
            an_action(ref="1.01", row=5, target=TBC),
            an_action(ref="1.02", row=6, target=LATER, state=ProgressState.PROPOSED_FOR_CLOSURE),
            an_action(ref="1.03", row=7, target=TBC, state=ProgressState.COMPLETED),
            an_action(ref="1.04", row=8, target=TBC, cancelled=True),
        )
    )
    told = "Waiting for a decision: 1 action proposed for closure (1.02) and 1 target date still to be set (1.01)."
    assert sentences(a_paper(plan), "Summary")[-1] == told


def test_where_nothing_waits_for_a_decision_nothing_is_said_of_it() -> None:
    assert "decision" not in " ".join(sentences(a_paper(a_rated_plan(OVERDUE, LATER)), "Summary"))


def test_cancelled_actions_are_mentioned_by_ref() -> None:
    plan = rated(a_plan(an_action(ref="1.07", cancelled=True)))
    told = "1 action is struck through or withdrawn in the plan, taken as cancelled and not rated (1.07)."
    assert told in sentences(a_paper(plan), "Summary")


def test_without_an_earlier_version_the_paper_says_that_it_cannot_tell_what_moved() -> None:
    told = "No earlier version of the plan was compared, so this paper cannot say what has moved since."
    assert told in sentences(a_paper(a_rated_plan(LATER)), "Summary")


def test_only_the_committees_own_actions_are_counted() -> None:
    plan = route(a_rated_plan(OVERDUE, LATER), "1.01", "Trust Board")
    summary = sentences(a_paper(plan), "Summary")
    assert summary[0].endswith(
        "this paper covers 1 of the 2 actions in the plan: those routed to the People Committee."
    )
    assert summary[2] == "No action is overdue."


# No actions


def test_a_committee_without_actions_gets_a_paper_that_says_so() -> None:
    paper = a_paper(a_rated_plan(OVERDUE, LATER), QUALITY, appendix=True)
    assert sentences(paper, "Summary") == [
        "As at 30 November 2025, none of the 2 actions in the plan is routed to the Quality Committee, "
        "so there is nothing to report to it."
    ]
    headings = [part.text for part in paper.parts if isinstance(part, Heading)]
    assert headings == ["Summary", "What is not in this paper", "Key", "Source"]


def test_a_plan_without_actions_gives_a_paper_that_says_so() -> None:
    told = ["As at 30 November 2025, the plan holds no actions, so there is nothing to report."]
    assert sentences(a_paper(rated(a_plan())), "Summary") == told


# Alert, advise, assure


def test_the_rules_of_alert_advise_assure_are_stated() -> None:
    assert sentences(a_paper(a_rated_plan(LATER)), "Alert, advise, assure")[0].startswith(
        "Drafted from the ratings by rule"
    )


def test_red_actions_are_alerts_the_longest_overdue_first() -> None:
    worse = due(date(2025, 6, 30))
    assert sentences(a_paper(a_rated_plan(OVERDUE, worse)), "Alert") == [
        "1.02 – Publish the pay gap report: overdue by 153 days (Head of EDI).",
        "1.01 – Publish the pay gap report: overdue by 61 days (Head of EDI).",
    ]


def test_an_alert_says_how_many_share_it_and_when_nobody_answers_for_it() -> None:
    owners: tuple[tuple[str, ...], ...] = (("Chief Nurse", "Head of EDI", "Board Members"), ())
    plan = rated(a_plan(*(an_action(row=5 + n, target=OVERDUE, owners=each) for n, each in enumerate(owners))))
    alerts = sentences(a_paper(plan), "Alert")
    assert [alert.partition(" (")[2] for alert in alerts] == ["Chief Nurse and 2 others).", "no owner given)."]


def test_more_than_five_alerts_are_counted_rather_than_listed() -> None:
    alerts = sentences(a_paper(a_rated_plan(*[OVERDUE] * 8)), "Alert")
    assert len(alerts) == 6
    assert alerts[-1] == "3 further Red actions, listed under Exceptions."


def test_advice_names_why_actions_are_amber_or_not_rated() -> None:
    late_start = due(date(2026, 3, 31), start=date(2025, 10, 1))
    moved = due(date(2026, 3, 31), original=date(2025, 9, 30))
    plan = rated(
        a_plan(
            an_action(ref="1.01", row=5, target=SOON),
            an_action(ref="1.02", row=6, target=late_start, state=ProgressState.NOT_STARTED),
            an_action(ref="1.03", row=7, target=moved),
            an_action(ref="1.04", row=8, target=TBC),
            an_action(ref="1.05", row=9, target=LATER, state=ProgressState.PROPOSED_FOR_CLOSURE),
        )
    )
    assert sentences(a_paper(plan), "Advise") == [
        "Amber, not started, though the start day is past: 1 action (1.02).",
        "Amber, due soon: 1 action (1.01).",
        "Amber, re-dated, and the first due day is past: 1 action (1.03).",
        "Not rated, the target gives no day that can be rated: 1 action (1.04).",
        "Proposed for closure, to be decided: 1 action (1.05).",
        "Target dates put back since first set: 1 action (1.03).",
    ]


def test_the_reasons_for_amber_are_those_of_the_rules_in_force() -> None:
    words = {rule.number: rule.words for rule in RULES}
    assert "not started" in words[4].lower()
    assert "start day is past" in words[5]
    assert "due soon" in words[6]
    assert "Re-dated" in words[7]


@pytest.mark.parametrize("shown_as", [Rag.BLUE, Rag.GREEN])
def test_completed_actions_assure_whatever_colour_they_have(shown_as: Rag) -> None:
    done = an_action(state=ProgressState.COMPLETED)
    plan = rated(a_plan(done, an_action(ref="1.02", row=6, target=LATER)), settings=RagSettings(completed_as=shown_as))
    assert sentences(a_paper(plan), "Assure") == [
        "Completed: 1 action (1.01).",
        "Green, on time or under way: 1 action (1.02).",
    ]


def test_a_cancelled_action_gives_no_assurance() -> None:
    plan = rated(a_plan(an_action(state=ProgressState.COMPLETED, cancelled=True)))
    assert sentences(a_paper(plan), "Assure") == ["No action is completed or Green, so the ratings give no assurance."]


def test_empty_lists_say_so() -> None:
    calm = a_paper(a_rated_plan(LATER))
    assert sentences(calm, "Alert") == ["No action is Red, so there is nothing to alert to."]
    assert sentences(calm, "Advise") == ["No action is Amber or Not rated, so there is nothing to advise on."]


# Exceptions


def test_exceptions_stand_red_then_amber_then_not_rated_with_all_that_a_committee_asks() -> None:
    quarter = Target("Q2 ", TargetKind.DATED, date(2025, 7, 1), date(2025, 9, 30))
    plan = rated(
        a_plan(
            an_action(ref="1.01", row=5, target=TBC, owners=()),
            an_action(ref="1.02", row=6, target=SOON, owners=("Head of EDI", "Staff Networks")),
            an_action(ref="1.03", row=7, target=quarter, update="Draft with the Board"),
            an_action(ref="1.04", row=8, target=LATER),
        )
    )
    found = table(a_paper(plan), "Exceptions")
    assert [column.heading for column in found.columns] == [
        "Ref", "RAG", "Action and latest update", "Owner", "Target", "Reason",
    ]  # fmt: skip
    text = "Publish the pay gap report\nLatest update: "
    assert found.rows == (
        ("1.03", Rag.RED, f"{text}Draft with the Board", "Head of EDI", "Q2 2025/26",
         "Overdue by 61 days (due 30 September 2025)"),
        ("1.02", Rag.AMBER, f"{text}none given", "Head of EDI; Staff Networks", "15 December 2025",
         "Due in 15 days (15 December 2025)"),
        ("1.01", Rag.NOT_RATED, f"{text}none given", "No owner given", "TBC",
         'The target date is still to be decided ("TBC")'),
    )  # fmt: skip


def test_a_plan_without_updates_says_so_once_and_not_in_each_row() -> None:
    paper = a_paper(a_rated_plan(OVERDUE))
    assert table(paper, "Exceptions").rows[0][2] == "Publish the pay gap report"
    assert sentences(paper, "Exceptions") == ["The one exception is Red. The plan holds no update for it."]


@pytest.mark.parametrize(("number", "them"), [(1, "it"), (2, "either of them"), (3, "any of them")])
def test_that_there_are_no_updates_is_said_of_the_right_number(number: int, them: str) -> None:
    told = sentences(a_paper(a_rated_plan(*[OVERDUE] * number)), "Exceptions")[0]
    assert told.endswith(f"The plan holds no update for {them}.")


def exceptions(plan: RatedPlan, committee: Committee = PEOPLE) -> tuple[str, list[Table]]:
    """What a paper says above its exceptions, and the tables of them."""
    parts = section(a_paper(plan, committee), "Exceptions")
    told = next(part.text for part in parts if isinstance(part, Paragraph))
    return told, [part for part in parts if isinstance(part, Table)]


def test_of_many_exceptions_the_most_pressing_are_shown_in_full_and_the_rest_in_brief() -> None:
    text, update = "Train managers:\n• in person\n• online", "Six trained.\nMore in May."
    actions = (an_action(text, ref=f"1.{n:02d}", row=n, target=OVERDUE, update=update) for n in range(1, 13))
    told, (in_full, in_brief) = exceptions(rated(a_plan(*actions, an_action(ref="1.13", row=14, target=TBC))))
    assert told == (
        "Of 13 exceptions, 12 are Red, none is Amber and 1 is Not rated. To keep the paper short the 10 most pressing "
        "are shown in full and the others in brief."
    )
    assert {row[2] for row in in_full.rows} == {f"{text}\nLatest update: {update}"}
    assert in_brief.rows[1:] == (
        ("1.12", Rag.RED, "Train managers", "Head of EDI", "Overdue by 61 days"),
        ("1.13", Rag.NOT_RATED, "Publish the pay gap report", "Head of EDI", "The target date is still to be decided"),
    )
    assert [row[0] for found in (in_full, in_brief) for row in found.rows] == [f"1.{n:02d}" for n in range(1, 14)]


def test_exceptions_that_a_paper_has_no_room_for_are_counted_with_where_to_find_them() -> None:
    told, tables = exceptions(a_rated_plan(*[OVERDUE] * 40, *[SOON] * 1, *[TBC] * 3))
    assert told.startswith("Of 44 exceptions, 40 are Red, 1 is Amber and 3 are Not rated. ")
    assert "the 10 most pressing are shown in full and the next 30 in brief; 4 more are in the tracker alone" in told
    assert "(1 Amber and 3 Not rated)" in told
    assert [len(found.rows) for found in tables] == [10, 30]


@pytest.mark.parametrize(
    ("in_full", "told", "rows"),
    [
        (0, "To keep the paper short all are shown in brief.", [11]),
        (1, "the 1 most pressing is shown in full and the others in brief.", [1, 10]),
        (11, "All 11 exceptions are Red. The plan", [11]),
    ],
)
def test_a_committee_has_as_many_exceptions_in_full_as_it_wants(in_full: int, told: str, rows: list[int]) -> None:
    committee = replace(PEOPLE, exceptions_in_full=in_full)
    said, tables = exceptions(a_rated_plan(*[OVERDUE] * 11), committee)
    assert told in said
    assert [len(found.rows) for found in tables] == rows


def test_a_long_update_is_cut_at_a_word_and_that_is_said() -> None:
    plan = rated(a_plan(an_action(target=OVERDUE, update="Networks met. " * 100)))
    told, (in_full,) = exceptions(plan)
    assert told.endswith("Texts that end in “…” go on in the tracker.")
    words = str(in_full.rows[0][2])
    assert len(words) < 450
    assert words.endswith(("met.…", "Networks…"))


def test_without_exceptions_the_section_says_so() -> None:
    assert sentences(a_paper(a_rated_plan(LATER)), "Exceptions") == ["No action is Red, Amber or Not rated."]


# Progress


def test_progress_is_shown_under_the_plans_own_word_as_chart_and_table() -> None:
    parts = section(a_paper(a_rated_plan(OVERDUE, LATER)), "Progress by High Impact Action")
    chart, counts = (part for part in parts if not isinstance(part, Heading))
    assert isinstance(chart, Chart)
    assert chart.categories == ("High Impact Action 1",)
    assert {series.name: series.values for series in chart.series} == {
        "Red": (1,), "Amber": (0,), "Not rated": (0,), "Green": (1,), "Blue": (0,),
    }  # fmt: skip
    assert chart.alt == (
        "Stacked bar chart of actions by High Impact Action and RAG. High Impact Action 1: 1 Red and 1 Green."
    )
    assert table(a_paper(a_rated_plan(OVERDUE, LATER)), "Progress by High Impact Action") == counts


def test_the_progress_table_ends_with_all_actions() -> None:
    plan = rated(a_plan(an_action(group=None), an_action(row=6)))
    found = table(a_paper(plan), "Progress by High Impact Action")
    assert [row[:2] for row in found.rows] == [
        ("No group given", "1"),
        ("High Impact Action 1: Measurable objectives on EDI", "1"),
        ("All actions", "2"),
    ]


def test_a_plan_without_groups_tells_progress_by_the_quarter_due() -> None:
    actions = (an_action(group=None, row=5 + n, target=each) for n, each in enumerate((LATER, OVERDUE, TBC)))
    found = table(a_paper(rated(a_plan(*actions))), "Progress by quarter due")
    assert [row[:2] for row in found.rows] == [
        ("Q2 2025/26", "1"), ("Q4 2025/26", "1"), ("No due day", "1"), ("All actions", "3"),
    ]  # fmt: skip


def test_a_plan_without_groups_and_dates_has_no_progress_to_part() -> None:
    paper = a_paper(rated(a_plan(an_action(group=None, target=TBC))))
    assert not [part for part in paper.parts if isinstance(part, Chart)]


def test_of_many_groups_a_paper_shows_the_most_pressing_in_the_order_of_the_plan() -> None:
    actions = (
        an_action(group=Group(f"Aim {n}"), row=n, target=OVERDUE if n in (3, 20) else LATER) for n in range(1, 21)
    )
    paper = a_paper(rated(a_plan(*actions)))
    assert sentences(paper, "Progress by Aim") == [
        "To keep the paper short 15 of 20 are shown, those with most Red, then with most actions; the sheet Summary of "
        "the tracker has them all."
    ]
    shown = [row[0] for row in table(paper, "Progress by Aim").rows]
    assert shown == [*(f"Aim {n}" for n in range(1, 15)), "Aim 20", "All actions"]


# Long refs


def test_long_refs_stand_above_their_actions_where_no_narrow_column_holds_them() -> None:
    ref = "EDI/2025-26/WRES-WDES/HIA1/ACT-001"
    found = table(a_paper(rated(a_plan(an_action(ref=ref, target=OVERDUE)))), "Exceptions")
    assert [column.heading for column in found.columns] == ["RAG", "Ref and action", "Owner", "Target", "Reason"]
    assert found.rows[0][:2] == (Rag.RED, f"{ref}\nPublish the pay gap report")


def test_refs_that_fit_keep_their_column() -> None:
    paper = a_paper(rated(a_plan(an_action(ref="WRES action 12", target=OVERDUE))))
    assert table(paper, "Exceptions").rows[0][:2] == ("WRES action 12", Rag.RED)


def test_of_long_refs_a_sentence_names_a_few() -> None:
    refs = [f"EDI/2025-26/WRES-WDES/HIA1/ACT-{n:03d}" for n in range(1, 9)]
    plan = rated(a_plan(*(an_action(ref=ref, row=row, target=LATER) for row, ref in enumerate(refs, 5))))
    assert sentences(a_paper(plan), "Assure") == [
        f"Green, on time or under way: 8 actions ({refs[0]}, {refs[1]} and 6 others)."
    ]


# Dates moved


def test_a_moved_date_is_shown_with_its_whole_slippage() -> None:
    plan = a_rated_plan(LATER)
    moves = (("October 2025", date(2025, 12, 31)), ("November 2025", date(2026, 3, 31)))
    plan = replace(plan, actions=(replace(plan.actions[0], redating=Redating(date(2025, 10, 1), moves)),))
    assert table(a_paper(plan), "Dates moved").rows == (
        ("1.01", "Publish the pay gap report", "1 October 2025", "31 March 2026",
         "Moved 2 times, 181 days in all"),
    )  # fmt: skip


def test_an_original_date_in_the_plan_itself_shows_as_a_move() -> None:
    brought_forward = due(date(2026, 1, 1), original=date(2026, 1, 31))
    put_back = due(date(2026, 3, 31), original=date(2025, 9, 30))
    rows = table(a_paper(a_rated_plan(brought_forward, put_back)), "Dates moved").rows
    assert [(row[0], row[-1]) for row in rows] == [
        ("1.02", "Moved by 182 days"),
        ("1.01", "Brought forward by 30 days"),
    ]


def test_without_moves_the_section_says_so_and_how_far_it_could_look() -> None:
    assert sentences(a_paper(a_rated_plan(LATER)), "Dates moved") == [
        "As far as the plan itself tells, no target date of these actions has moved. No earlier version was compared."
    ]


# Stated and calculated


def test_disagreeing_rags_are_listed_with_the_reason() -> None:
    plan = rated(a_plan(an_action(target=OVERDUE, stated=Rag.GREEN), an_action(row=6, target=LATER, stated=Rag.GREEN)))
    found = table(a_paper(plan), "Stated and calculated RAG differ")
    assert found.caption == "Of 2 actions with a RAG of the plan's own, 1 differs"
    assert [row[2:] for row in found.rows] == [(Rag.GREEN, Rag.RED, "Overdue by 61 days (due 30 September 2025)")]


def test_of_many_disagreeing_rags_a_paper_shows_those_that_the_plan_flatters_most() -> None:
    stated = [*[Rag.RED] * 14, Rag.BLUE, Rag.AMBER]
    actions = (an_action(ref=f"{n}", row=4 + n, target=LATER, stated=rag) for n, rag in enumerate(stated, 1))
    paper = a_paper(rated(a_plan(*actions)))
    assert "12 of these 16 actions" in sentences(paper, "Stated and calculated RAG differ")[0]
    found = table(paper, "Stated and calculated RAG differ")
    assert found.caption == "Of 16 actions with a RAG of the plan's own, 16 differ"
    assert [row[0] for row in found.rows] == ["15", "16", *map(str, range(1, 11))]


def test_of_many_moved_dates_a_paper_shows_those_put_back_furthest() -> None:
    moved = (replace(LATER, original_due=date(2026, 3, day)) for day in range(1, 15))
    paper = a_paper(a_rated_plan(*moved))
    assert "12 of 14 moved dates" in sentences(paper, "Dates moved")[0]
    assert [row[4] for row in table(paper, "Dates moved").rows][::11] == ["Moved by 30 days", "Moved by 19 days"]


def test_agreeing_rags_are_said_to_agree() -> None:
    plan = rated(a_plan(an_action(target=OVERDUE, stated=Rag.RED)))
    assert sentences(a_paper(plan), "Stated and calculated RAG differ") == [
        "None: the plan states a RAG for 1 action, and it is the same."
    ]


def test_a_plan_that_states_no_rag_is_not_compared() -> None:
    paper = a_paper(a_rated_plan(LATER))
    told = "The plan states no RAG of its own for these actions, so none is compared with the calculated one."
    assert told in sentences(paper, "What is not in this paper")
    assert "Stated and calculated RAG differ" not in [part.text for part in paper.parts if isinstance(part, Heading)]


# What is left out


def test_what_the_paper_leaves_out_is_counted_with_where_to_look() -> None:
    plan = a_plan(
        an_action(ref="1.01", target=LATER),
        an_action(ref="1.02", row=6),
        an_action(ref="1.03", row=7),
        an_action("See 4b", ref="4.01", row=24, pointer_to="4b"),
    )
    spacer, note = (
        Unplaced(Place("p", "Plan", 9, 1), "***", "separator row"),
        Unplaced(Place("p", "Plan", 9, 9), "x", "note"),
    )
    found = Finding("c", Severity.WARNING, "m", "r")
    whole = replace(rated(replace(plan, unplaced=(spacer, spacer, note))), findings=(found, found))
    whole = route(route(whole, "1.02", "Trust Board"), "1.03")
    assert sentences(a_paper(whole), "What is not in this paper") == [
        "2 actions of the plan are not routed to this committee; 1 goes to no committee at all (1.03).",
        "The plan states no RAG of its own for these actions, so none is compared with the calculated one.",
        "1 row of the plan only points to another action and is not counted (row 24, see 4b).",
        "3 cells of the plan's sheets belong to no action (separator row: 2 and note: 1); "
        "the Data quality sheet of the tracker names the cell of each.",
        "Reading the workbook gave no errors, 2 warnings and no notes; "
        "the Data quality sheet of the tracker names the cell of each.",
    ]


def test_a_complete_paper_says_that_nothing_is_left_out() -> None:
    assert sentences(a_paper(a_rated_plan(LATER)), "What is not in this paper") == [
        "No action of the plan is left out.",
        "The plan states no RAG of its own for these actions, so none is compared with the calculated one.",
        "Every cell of the plan's sheets has its place in the plan.",
        "Nothing was found in the workbook that its keeper should look at.",
    ]


# Key and source


def test_the_key_gives_the_rules_in_force_in_words() -> None:
    plan = a_rated_plan(LATER)
    assert "as at the end of 30 November 2025. The first rule" in sentences(a_paper(plan), "Key")[0]
    assert tuple(row[1] for row in table(a_paper(plan), "Key").rows) == plan.rules


def test_the_source_can_be_proved() -> None:
    plan = a_rated_plan(LATER)
    assert table(a_paper(plan), "Source").rows == (
        ("Workbook", "plan.xlsx"),
        ("SHA-256 of the workbook", "0" * 64),
        ("As at", "30 November 2025"),
        ("Plan period", "1 April 2025 to 31 March 2026"),
        ("Rules version", plan.rules_version),
    )


def test_a_changed_threshold_changes_the_rules_version() -> None:
    plan = a_plan(an_action())
    assert rated(plan).rules_version != rated(plan, settings=RagSettings(amber_within_days=31)).rules_version


def test_a_routing_that_needs_explaining_is_explained_once_with_its_refs() -> None:
    why = "EDS22 names no domain, so it is shown to both the People Committee and the Quality Committee."
    plan = a_rated_plan(LATER, LATER, LATER)
    for ref in ("1.01", "1.03"):
        plan = route(plan, ref, "People Committee", "Quality Committee", because=why)
    assert sentences(a_paper(plan), "Source") == [f"{why[:-1]} (1.01 and 1.03)."]


# Appendix


def test_the_full_list_stands_in_an_appendix_on_request() -> None:
    plan = a_rated_plan(OVERDUE, LATER)
    assert "Appendix: all actions of this committee" not in [
        part.text for part in a_paper(plan).parts if isinstance(part, Heading)
    ]
    found = table(a_paper(plan, appendix=True), "Appendix: all actions of this committee")
    assert [row[:2] for row in found.rows] == [("1.01", Rag.RED), ("1.02", Rag.GREEN)]


def test_the_as_at_day_is_the_plans_and_no_other() -> None:
    paper = a_paper(a_rated_plan(LATER), Committee("Board"))
    assert paper.as_at == AS_AT
