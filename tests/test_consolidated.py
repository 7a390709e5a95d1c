"""Several plans as one: whose each action is, refs that stay unique, one yardstick, and what a reader must know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace

from edi_reports.audit.comparing import compare_plans
from edi_reports.consolidated import Part, by_plan, codes_of, consolidate, labelled, preface
from edi_reports.model.action import ProgressState
from edi_reports.model.committee import Committee
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan, Redating, Source, Unplaced
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.month import Account
from edi_reports.reports.paper import compose_paper
from edi_reports.reports.plan_document import compose_plan_document
from edi_reports.reports.sheets import Pairs, Table, Workbook
from edi_reports.reports.tracker import compose_tracker
from edi_reports.settings import Settings
from tests.paper_making import sentences, table
from tests.plan_making import AS_AT, a_plan, an_action, due, rated

SOURCE = Source("plans.json", "1" * 64)
GROUP = Committee("Equality Group")
_HEADINGS = (
    "Summary",
    "Alert, advise, assure",
    "Dates moved",
    "What is not in this paper",
)
SETTINGS = replace(Settings(), committees=(GROUP,))
SOON = due(date(2025, 12, 20))
LATE = due(date(2025, 9, 30))


def a_part(name: str, plan: RatedPlan, earlier: RatedPlan | None = None) -> Part:
    changes = compare_plans(earlier.plan, plan.plan) if earlier else None
    return labelled(Part(name, codes_of([name])[name], Account(plan, changes, earlier)))


def consolidated(*parts: Part, settings: Settings = SETTINGS) -> Account:
    return consolidate(parts, AS_AT, settings, SOURCE)


def one_each() -> Account:
    """Two plans with the same action under the same ref, in the same cell of workbooks of the same name."""
    return consolidated(
        a_part("North Division", rated(a_plan(an_action(target=LATE)))),
        a_part("South", rated(a_plan(an_action(target=SOON)))),
    )


# Names


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (("North Division", "South"), ("ND", "SOU")),
        (("RX1", "R0A"), ("RX1", "R0A")),
        (("Site 12", "Site 13"), ("S12", "S13")),
        (("North Division", "New Deal"), ("North Division", "New Deal")),
        (("St. Mary's & All Saints",), ("SMSAS",)),
        (("—",), ("—",)),
        (("ABCD", "ABCE", "A B C D"), ("ABCD", "ABCE", "A B C D")),
    ],
    ids=str,
)
def test_a_plan_has_a_short_code_where_that_is_its_own(names: tuple[str, ...], codes: tuple[str, ...]) -> None:
    assert tuple(codes_of(names).values()) == codes


def test_a_code_depends_on_no_other_plan_unless_the_two_would_share_it() -> None:
    assert codes_of(["North Division", "South"])["South"] == codes_of(["West", "South", "East"])["South"]


def test_refs_stay_unique_and_every_action_names_its_plan() -> None:
    actions = [each.action for each in one_each().rated.actions]
    assert [action.ref for action in actions] == ["ND 1.01", "SOU 1.01"]
    assert [dict(action.other)["Plan"] for action in actions] == ["North Division", "South"]
    assert [str(action.group).split(":")[0] for action in actions] == ["North Division", "South"]


def test_an_action_without_a_group_stands_under_its_plan() -> None:
    account = consolidated(a_part("South", rated(a_plan(an_action(group=None)))))
    assert [str(each.action.group) for each in account.rated.actions] == ["South"]


def test_places_in_workbooks_of_the_same_name_are_told_apart() -> None:
    places = [each.action.place for each in one_each().rated.actions]
    assert [str(place) for place in places] == ["plan.xlsx, North Division: Plan!D5", "plan.xlsx, South: Plan!D5"]


def test_what_was_found_in_a_plan_says_which_plan_it_was() -> None:
    place = Place("plan.xlsx", "Plan", 5, 4)
    found = (
        finding("target-missing", place, "1.01"),
        finding("open-elsewhere", Place("plan.xlsx")),
        finding("nobody-to-write-to"),
    )
    plan = replace(rated(a_plan(an_action())), findings=found)
    told = [(str(each.place), each.ref) for each in consolidated(a_part("South", plan)).rated.findings]
    assert told == [("plan.xlsx, South: Plan!D5", "SOU 1.01"), ("South/plan.xlsx", None), ("South", None)]


def test_rows_that_point_elsewhere_and_cells_without_a_place_come_along() -> None:
    pointer = an_action("See 1.01", ref="1.02", row=6, pointer_to="1.01")
    plan = replace(a_plan(an_action(), pointer), unplaced=(Unplaced(Place("plan.xlsx", "Plan", 9, 1), "x", "a note"),))
    account = consolidated(a_part("South", rated(plan)))
    assert [action.pointer_to for action in account.rated.plan.actions] == [None, "SOU 1.01"]
    assert [str(cell.place) for cell in account.rated.plan.unplaced] == ["plan.xlsx, South: Plan!A9"]
    assert len(account.rated.actions) == 1


def test_the_period_is_that_of_all_plans_together() -> None:
    period = one_each().rated.plan.period
    assert period is not None
    assert (period.start, period.due) == (date(2025, 4, 1), date(2026, 3, 31))


# Ratings


def test_an_action_has_the_rag_of_its_own_papers_where_the_thresholds_agree() -> None:
    weekly = RagSettings(amber_within_days=7)
    parts = [a_part(name, rated(a_plan(an_action(target=SOON)), settings=weekly)) for name in ("North", "South")]
    account = consolidated(*parts)
    assert [each.rating.rag for each in account.rated.actions] == [Rag.GREEN, Rag.GREEN]
    assert account.rated.rag == weekly
    assert account.rated.findings == ()


def test_plans_with_other_thresholds_are_rated_by_one_yardstick_and_it_is_said_where_that_matters() -> None:
    usual = rated(a_plan(an_action(target=SOON)))
    weekly = rated(a_plan(an_action(target=SOON), an_action(ref="1.02", target=LATE)), settings=RagSettings(7))
    account = consolidated(a_part("North", usual), a_part("South", weekly))
    assert [each.rating.rag for each in account.rated.actions] == [Rag.AMBER, Rag.AMBER, Rag.RED]
    (found,) = account.rated.findings
    assert (found.code, str(found.place)) == ("rated-otherwise", "South")
    assert "SOU 1.01." in found.message
    assert account.rated.rules[6] == "Due within 30 days (inclusive): Amber, due soon"


def test_a_settings_workbook_of_their_own_decides_for_all() -> None:
    own = replace(SETTINGS, rag=RagSettings(7), sha256="2" * 64)
    account = consolidated(a_part("North", rated(a_plan(an_action(target=SOON)))), settings=own)
    assert [each.rating.rag for each in account.rated.actions] == [Rag.GREEN]
    assert [found.code for found in account.rated.findings] == ["rated-otherwise"]


def test_how_often_a_date_moved_is_still_known() -> None:
    moved = Redating(LATE.due or AS_AT, (("October 2025", date(2025, 12, 20)),))
    plan = rated(a_plan(an_action(target=SOON)))
    plan = replace(plan, actions=(replace(plan.actions[0], redating=moved),))
    assert [each.redating for each in consolidated(a_part("South", plan)).rated.actions] == [moved]


# What changed


def test_what_changed_in_each_plan_is_told_of_all() -> None:
    before = rated(
        a_plan(an_action(target=LATE), an_action("Open a prayer room", ref="1.02", row=6)), date(2025, 10, 31)
    )
    done = rated(a_plan(an_action(target=LATE, state=ProgressState.COMPLETED)))
    account = consolidated(a_part("North Division", done, before), a_part("South", rated(a_plan(an_action())), before))
    told = sentences(
        compose_paper(account.rated, GROUP, SETTINGS.paper, account.changes, earlier=account.earlier), "Summary"
    )
    assert (
        "Since 31 October 2025: 1 action completed (ND 1.01), none turned Red, none added and 2 taken out of the plans "
        "(ND 1.02 and SOU 1.02)." in told
    )


def test_versions_before_of_different_days_are_told_by_name() -> None:
    now = rated(a_plan(an_action()))
    parts = [
        a_part(name, now, rated(a_plan(an_action()), date(2025, month, 1)))
        for month, name in ((9, "North"), (10, "South"))
    ]
    account = consolidated(*parts)
    assert account.earlier is None
    assert account.changes is not None
    assert account.changes.old.name == "North: plan.xlsx and South: plan.xlsx"


def test_without_any_past_nothing_is_said_to_have_changed() -> None:
    assert (one_each().changes, one_each().earlier) == (None, None)


# What readers see


def test_a_paper_begins_with_whose_plans_it_holds_and_whose_are_missing() -> None:
    now = rated(a_plan(an_action()))
    parts = (a_part("North Division", now, now), a_part("South", now))
    missing = finding("plan-missing", Place("West"), plan="West", why="no-workbook")
    first, second, third = preface(parts, [missing])
    assert first.endswith("its refs: North Division (1 action, ND) and South (1 action, SOU).")
    assert 'The plan of "West" is missing' in second
    assert third == "No earlier version was there to compare for South."
    account = consolidated(*parts)
    paper = compose_paper(account.rated, GROUP, SETTINGS.paper, preface=(first, second))
    assert sentences(paper, "Summary")[:2] == [first, second]
    assert dict(paper.facts)["summary"].startswith(f"{first} {second} As at 30 November 2025")


def test_a_paper_of_several_plans_speaks_of_plans() -> None:
    plan = a_plan(an_action(target=LATE), an_action(ref="1.02", row=6, target=LATE, cancelled=True))
    account = consolidated(a_part("North Division", rated(plan)), a_part("South", rated(a_plan(an_action()))))
    shared = Committee("Equality Group")
    several = compose_paper(by_plan(account.rated), shared, SETTINGS.paper)
    alone = compose_paper(rated(plan, committees=(shared.name,)), shared, SETTINGS.paper)
    assert "this paper covers all 3 actions in the plans." in sentences(several, "Summary")[0]
    assert "struck through or withdrawn in the plans, taken as cancelled" in " ".join(sentences(several, "Advise"))
    assert table(several, "Source").rows[0] == ("List of the plans", "plans.json")
    prose = " ".join(words for heading in _HEADINGS for words in sentences(several, heading))
    assert "the plan " not in prose.casefold()
    assert "the plans" not in " ".join(words for heading in _HEADINGS for words in sentences(alone, heading)).casefold()


def test_what_moved_in_several_plans_is_told_of_plans() -> None:
    old, new = rated(a_plan(an_action(), an_action("Train staff", ref="1.02", row=6))), rated(a_plan(an_action()))
    account = consolidated(a_part("North Division", new, old), a_part("South", new, old))
    for earlier, said in ((account.earlier, "taken out of the plans"), (None, 'Since the earlier versions "North')):
        paper = compose_paper(account.rated, GROUP, SETTINGS.paper, account.changes, earlier=earlier)
        assert said in " ".join(sentences(paper, "Summary"))


def test_a_paper_counts_plan_by_plan() -> None:
    paper = compose_paper(by_plan(one_each().rated), GROUP, SETTINGS.paper, group="plan")
    counted = table(paper, "Progress by plan")
    assert [row[:3] for row in counted.rows] == [
        ("North Division", "1", "1"),
        ("South", "1", "0"),
        ("All actions", "2", "1"),
    ]


def test_a_plan_that_has_a_column_called_plan_keeps_it() -> None:
    account = consolidated(a_part("South", rated(a_plan(an_action(other=(("Plan", "Anti-racism plan"),))))))
    (each,) = account.rated.actions
    assert each.action.further == (("Plan", "South"), ("Plan (2)", "Anti-racism plan"))
    assert [str(action.action.group) for action in by_plan(account.rated).actions] == ["South"]


def test_tracker_and_plan_document_are_made_as_of_one_plan() -> None:
    account = one_each()
    actions = next(sheet for sheet in compose_tracker(account.rated).sheets if sheet.name == "Actions")
    (shown,) = actions.parts
    assert isinstance(shown, Table)
    assert [row[0] for row in shown.rows] == ["ND 1.01", "SOU 1.01"]
    document = compose_plan_document(account.rated)
    assert [(action["ref"], action["rag"]) for action in document["actions"]] == [
        ("ND 1.01", "red"),
        ("SOU 1.01", "amber"),
    ]
    assert document["workbook"]["name"] == "plans.json"


def test_a_tracker_of_several_plans_speaks_of_plans() -> None:
    account = one_each()
    several, alone = (compose_tracker(plan) for plan in (account.rated, rated(a_plan(an_action(target=LATE)))))
    told, said = (" ".join(_static_words(book)).casefold() for book in (several, alone))
    assert not re.findall(r"the plan\b", told)
    assert "list of the plans plans.json" in told
    assert "the plans" not in said


def _static_words(book: Workbook) -> Iterator[str]:
    """What a tracker says of itself: the titles and notes of its sheets, and the lines of About."""
    for sheet in book.sheets:
        yield from (str(words) for words in (sheet.title, *sheet.notes))
        for part in sheet.parts:
            if isinstance(part, Pairs):
                yield part.title
                yield from (f"{pair.label} {pair.content}" for pair in part.lines)
