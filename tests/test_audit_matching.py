"""Which action of one version is which of the other."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from edi_reports.audit.matching import match_actions
from edi_reports.model.action import Action, Group, ProgressState
from edi_reports.model.change import Decision, Matching, PartingKind
from edi_reports.model.place import Place
from tests.plan_making import a_plan, an_action, due

BOARD = Group("High Impact Action 1", "Measurable objectives on EDI for the board", 1)
RECRUITMENT = Group("High Impact Action 2", "Fair and inclusive recruitment", 2)
PAY = Group("High Impact Action 3", "Eliminate pay gaps", 3)

NETWORKS = "Staff networks to have the opportunity to present to and interact regularly with Board members."
SPONSOR = "All Staff Networks to have an Executive sponsor"
EVENTS = "Board members and senior leaders sponsor religious, cultural or local events and celebrations."
MENTORING = "Run a reciprocal mentoring programme for ward managers and agree three priorities with participants"
PANELS = "Train every recruitment panel chair in fair shortlisting and audit the scores each quarter"
FLEXIBLE = "Expand flexible working, for example by self-rostering on every ward"


def at(row: int, text: str, **said: object) -> Action:
    return an_action(text, row=row, ref=f"1.{row:02d}", **said)  # type: ignore[arg-type]


def matched(matching: Matching) -> set[tuple[int, int]]:
    return {(match.old.place.row, match.new.place.row) for match in matching.matches}


def unsure(matching: Matching) -> set[tuple[int, int]]:
    return {(match.old.place.row, match.new.place.row) for match in matching.uncertain}


def match(old: tuple[Action, ...], new: tuple[Action, ...], *decisions: Decision) -> Matching:
    return match_actions(a_plan(*old), a_plan(*new), decisions)


def test_an_action_is_known_again_wherever_its_row_went() -> None:
    found = match((at(5, NETWORKS), at(6, SPONSOR), at(7, EVENTS)), (at(9, EVENTS), at(12, NETWORKS), at(30, SPONSOR)))

    assert matched(found) == {(5, 12), (6, 30), (7, 9)}


@pytest.mark.parametrize(
    "respelt",
    [
        "ALL STAFF NETWORKS TO HAVE AN EXECUTIVE SPONSOR",
        "All  staff\nnetworks to have an executive sponsor.",
        "• All Staff Networks to have an Executive sponsor",
        "All staff networks, to have an executive-sponsor",
        "All Staff Networks to have an Exective sponsor",
        "All Staff Networks will have an Executive sponsor",
    ],
)
def test_case_punctuation_bullets_and_slips_of_the_keys_leave_an_action_the_same(respelt: str) -> None:
    found = match((at(5, SPONSOR), at(6, EVENTS)), (at(5, EVENTS), at(6, respelt)))

    assert matched(found) == {(5, 6), (6, 5)}


def test_an_ampersand_reads_as_and() -> None:
    found = match((at(5, "Review bullying and harassment data"),), (at(5, "Review bullying & harassment data"),))

    assert [pair.likeness for pair in found.matches] == [1.0]


def test_a_sentence_with_four_words_in_ten_changed_and_turned_round_is_known_again() -> None:
    new = (
        "With participants of the mentoring scheme agree three priorities; ward leaders take part as reciprocal mentors"
    )
    found = match((at(5, PANELS), at(6, MENTORING), at(7, EVENTS)), (at(5, PANELS), at(6, new), at(7, EVENTS)))

    assert matched(found) == {(5, 5), (6, 6), (7, 7)}


def test_an_action_taken_out_and_another_put_in_its_place_are_not_one_action() -> None:
    found = match((at(5, NETWORKS), at(6, PANELS)), (at(5, NETWORKS), at(6, FLEXIBLE)))

    assert [action.text for action in found.removed] == [PANELS]
    assert [action.text for action in found.added] == [FLEXIBLE]
    assert found.uncertain == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Publish the gender pay gap report", "Publish the ethnicity pay gap report"),
        ("Publish the WRES results and an action plan", "Publish the WDES results and an action plan"),
        (
            "Support the Race Equality Network to develop a plan for the year with four events",
            "Support the Faith Network to develop a plan for the year with four events",
        ),
        (
            "Deaf awareness training for all reception and ward staff",
            "Autism awareness training for all reception and ward staff",
        ),
    ],
)
def test_the_same_sentence_for_other_people_is_never_the_same_action_for_certain(old: str, new: str) -> None:
    found = match((at(5, old), at(6, EVENTS)), (at(5, new), at(6, EVENTS)))

    assert (5, 5) not in matched(found)


def test_siblings_that_differ_in_one_word_each_find_their_own() -> None:
    sites = ("Northgate", "Elm Park", "St Anne's", "Riverside")
    old = tuple(at(5 + n, f"Appoint an equality champion for every ward at {site}") for n, site in enumerate(sites))
    new = tuple(replace(action, text=f"{action.text}, by spring") for action in reversed(old))

    assert matched(match(old, new)) == {(row, row) for row in range(5, 9)}


def test_when_a_sibling_goes_and_another_comes_they_are_not_paired_for_certain() -> None:
    def champions(*sites: str) -> tuple[Action, ...]:
        return tuple(
            at(5 + n, f"Appoint an equality champion for every ward at {site}") for n, site in enumerate(sites)
        )

    found = match(champions("Northgate", "Elm Park", "Riverside"), champions("Northgate", "Elm Park", "Lakeside"))

    assert matched(found) == {(5, 5), (6, 6)}


def test_a_rival_that_is_nearly_as_like_leaves_the_pair_to_a_person_and_is_named() -> None:
    old = at(5, "Hold listening events for internationally recruited nurses in each division")
    first = at(8, "Hold listening events for internationally recruited nurses in surgery")
    second = at(9, "Hold listening events for internationally recruited nurses in medicine")
    found = match((old,), (first, second))

    (pair,) = found.uncertain
    assert pair.new is first
    assert "new row 9" in pair.why
    assert found.added == (second,)


def test_the_same_sentence_in_two_groups_is_told_apart_by_its_group() -> None:
    old = (at(5, SPONSOR, group=BOARD), at(6, SPONSOR, group=PAY))
    new = (at(5, SPONSOR, group=PAY), at(6, SPONSOR, group=BOARD))

    assert matched(match(old, new)) == {(5, 6), (6, 5)}


def test_the_same_sentence_in_two_groups_is_told_apart_when_both_groups_were_renamed_and_renumbered() -> None:
    old = (
        at(5, NETWORKS, group=BOARD),
        at(6, SPONSOR, group=BOARD),
        at(7, PANELS, group=RECRUITMENT),
        at(8, SPONSOR, group=RECRUITMENT),
    )
    recruitment, board = Group("Aim 1", "Recruit fairly", 1), Group("Aim 2", "A board that is accountable", 2)
    new = (
        at(5, PANELS, group=recruitment),
        at(6, SPONSOR, group=recruitment),
        at(7, NETWORKS, group=board),
        at(8, SPONSOR, group=board),
    )

    assert matched(match(old, new)) == {(5, 7), (6, 8), (7, 5), (8, 6)}


def test_copies_in_one_group_are_told_apart_by_their_owners() -> None:
    old = (at(5, SPONSOR, owners=("Chief Nurse",)), at(6, SPONSOR, owners=("Head of EDI",)))
    new = (at(5, SPONSOR, owners=("Head of EDI",)), at(6, SPONSOR, owners=("Chief Nurse",)))

    assert matched(match(old, new)) == {(5, 6), (6, 5)}


def test_copies_that_nothing_tells_apart_are_left_to_a_person() -> None:
    old = (at(5, SPONSOR, target=due(date(2025, 6, 30))), at(6, SPONSOR, target=due(date(2025, 9, 30))))
    new = (at(5, SPONSOR, target=due(date(2025, 12, 31))), at(6, SPONSOR, target=due(date(2026, 3, 31))))
    found = match(old, new)

    assert matched(found) == set()
    assert unsure(found) == {(5, 5), (6, 6)}
    assert "rows 5, 6" in found.uncertain[0].why


def test_copies_of_which_one_stayed_as_it_was_are_certain() -> None:
    old = (at(5, SPONSOR, target=due(date(2025, 6, 30))), at(6, SPONSOR, target=due(date(2025, 9, 30))))
    new = (at(5, SPONSOR, target=due(date(2025, 6, 30))), at(6, SPONSOR, target=due(date(2025, 12, 31))))

    assert matched(match(old, new)) == {(5, 5), (6, 6)}


def test_a_sentence_copied_into_another_group_is_added_there() -> None:
    found = match((at(5, SPONSOR, group=BOARD),), (at(5, SPONSOR, group=BOARD), at(9, SPONSOR, group=PAY)))

    assert matched(found) == {(5, 5)}
    assert [action.place.row for action in found.added] == [9]


def test_an_action_that_moved_to_another_group_keeps_its_identity() -> None:
    found = match((at(5, SPONSOR, group=BOARD), at(6, EVENTS)), (at(5, EVENTS), at(6, SPONSOR, group=PAY)))

    assert matched(found) == {(5, 6), (6, 5)}


def test_an_action_split_in_two_is_said_to_be_split() -> None:
    whole = f"{MENTORING}. {PANELS}."
    found = match((at(5, whole), at(6, EVENTS)), (at(5, MENTORING), at(6, PANELS), at(7, EVENTS)))

    (parting,) = found.partings
    assert parting.kind is PartingKind.SPLIT
    assert parting.whole.place.row == 5
    assert {part.place.row for part in parting.parts} == {5, 6}


def test_of_the_parts_of_a_split_the_one_with_the_update_and_the_state_is_the_action() -> None:
    update, reports = (
        "The first report went to the Board",
        "rates by ethnicity and deprivation to the Board twice a year",
    )
    whole = at(5, f"Report stillbirth and neonatal death {reports}", update=update)
    rates = at(5, f"Report neonatal death {reports}", state=ProgressState.NOT_STARTED)
    births = at(6, f"Report stillbirth {reports}", update=update)
    found = match((whole,), (rates, births))

    assert matched(found) == {(5, 6)}
    assert [[part.place.row for part in parting.parts] for parting in found.partings] == [[6, 5]]


def test_two_actions_merged_into_one_are_said_to_be_merged() -> None:
    found = match(
        (at(5, MENTORING), at(6, PANELS), at(7, EVENTS)), (at(5, f"{MENTORING}, and {PANELS}"), at(6, EVENTS))
    )

    (parting,) = found.partings
    assert parting.kind is PartingKind.MERGED
    assert {part.place.row for part in parting.parts} == {5, 6}


def test_a_part_is_found_though_many_other_actions_are_more_like_the_whole() -> None:
    places = ("surgery", "medicine", "maternity", "theatres", "pharmacy")
    siblings = [f"{MENTORING}. {PANELS}, in {place}" for place in places]
    stay = tuple(at(10 + n, text) for n, text in enumerate([*siblings, *(f"{text} at night" for text in siblings)]))
    found = match(
        (at(5, f"{MENTORING}. {PANELS}. {FLEXIBLE}."), *stay),
        (at(5, f"{MENTORING}. {PANELS}."), *stay, at(20, FLEXIBLE)),
    )

    (parting,) = found.partings
    assert {part.place.row for part in parting.parts} == {5, 20}


def test_an_addition_more_like_an_action_that_stayed_is_not_what_became_of_one_that_left() -> None:
    left = "Run a reciprocal mentoring programme for matrons and agree priorities with the divisions"
    came = MENTORING.replace("three", "five")
    found = match((at(5, MENTORING), at(6, left)), (at(5, came), at(6, MENTORING)))

    assert matched(found) == {(5, 6)}
    assert unsure(found) == set()
    assert [action.place.row for action in found.added] == [5]


def test_an_addition_that_borrows_words_from_an_unchanged_action_is_no_split() -> None:
    found = match((at(5, MENTORING),), (at(5, MENTORING), at(6, "Run a reciprocal mentoring programme for matrons")))

    assert found.partings == ()
    assert [action.place.row for action in found.added] == [6]


def test_what_a_person_called_the_same_is_the_same() -> None:
    found = match((at(5, PANELS),), (at(5, FLEXIBLE),), Decision(PANELS, FLEXIBLE, same=True))

    assert matched(found) == {(5, 5)}
    assert "person" in found.matches[0].why


def test_what_a_person_called_different_is_never_paired() -> None:
    reworded = "Train all recruitment panel chairs in fair shortlisting and audit scores every quarter"
    assert matched(match((at(5, PANELS),), (at(5, reworded),))) == {(5, 5)}

    found = match((at(5, PANELS),), (at(5, reworded),), Decision(PANELS, reworded, same=False))

    assert found.matches == found.uncertain == ()


def test_a_decision_about_texts_that_are_gone_does_nothing() -> None:
    found = match((at(5, PANELS),), (at(5, PANELS),), Decision(EVENTS, FLEXIBLE, same=True))

    assert matched(found) == {(5, 5)}


def test_rows_that_only_point_to_another_action_are_not_matched() -> None:
    pointer = at(6, "See 1.05", pointer_to="1.05")
    found = match((at(5, PANELS), pointer), (at(5, PANELS), pointer))

    assert matched(found) == {(5, 5)}
    assert found.removed == found.added == ()


def test_texts_without_a_single_word_are_matched_by_their_signs() -> None:
    found = match((at(5, "???"), at(6, "✓✓")), (at(5, "✓✓"), at(6, "???")))

    assert matched(found) == {(5, 6), (6, 5)}


def test_an_empty_version_removes_or_adds_everything() -> None:
    assert len(match((at(5, PANELS),), ()).removed) == 1
    assert len(match((), (at(5, PANELS),)).added) == 1


def test_a_plan_rolled_over_into_the_next_year_keeps_its_actions() -> None:
    groups = (BOARD, RECRUITMENT, PAY)
    texts = (NETWORKS, PANELS, FLEXIBLE, SPONSOR, MENTORING, EVENTS)
    old = tuple(
        at(5 + n, f"{text} in 2025-26", group=groups[n % 3], target=due(date(2025, 12, 31)))
        for n, text in enumerate(texts)
    )
    new = tuple(
        replace(
            action,
            text=action.text.replace("2025-26", "2026-27"),
            group=Group(f"Aim {number}", f"{action.group.title} in 2026-27" if action.group else "", number),
            target=due(date(2026, 12, 31)),
        )
        for number, action in enumerate(old, 1)
    )

    assert matched(match(old, new)) == {(5 + n, 5 + n) for n in range(6)}


def test_a_row_of_another_sheet_and_workbook_is_the_same_action() -> None:
    old, new = at(5, PANELS), replace(at(40, PANELS), place=Place("v2 FINAL.xlsx", "Plan 2026", 40, 2))

    assert matched(match((old,), (new,))) == {(5, 40)}


def test_an_action_whose_words_were_nearly_all_replaced_in_its_place_is_put_to_a_person() -> None:
    workshop = (
        "Trust Board to hold a development workshop focused on health inequalities to consider how we develop the "
        "governance processes for health inequalities."
    )
    reworded = "Run a workshop for the Board on health inequalities, so that it can settle how they are to be governed."
    found = match((at(5, NETWORKS), at(6, workshop), at(7, EVENTS)), (at(5, NETWORKS), at(6, reworded), at(7, EVENTS)))

    assert unsure(found) == {(6, 6)}
    assert "same place" in found.uncertain[0].why


def referred(row: int, ref: str, **said: object) -> Action:
    return replace(at(row, SPONSOR, **said), ref=ref, cells=(("ref", Place("plan.xlsx", "Plan", row, 1)),))


def test_siblings_of_which_one_left_and_another_took_its_reference_are_not_one_action_for_certain() -> None:
    def review(row: int, where: str, ref: str) -> Action:
        text = f"Review the induction pack used in {where} with staff side"
        return replace(referred(row, ref, target=due(date(2026, int(ref), 1))), text=text)

    others = (review(7, "the laundry", "7"), review(8, "stores", "8"))
    found = match((review(5, "radiology", "5"), *others), (review(5, "pathology", "5"), *others))

    assert matched(found) == {(7, 7), (8, 8)}
    assert "every word that they share stands in" in found.uncertain[0].why


def test_a_copy_on_next_years_sheet_is_added_and_the_action_stays_on_its_own() -> None:
    stayed, copied = referred(5, "A1", target=due(date(2026, 3, 31))), referred(6, "A1", target=due(date(2027, 3, 31)))
    copied = replace(copied, place=Place("plan.xlsx", "2026-27", 6, 4))
    found = match((stayed,), (copied, stayed))

    assert [pair.new.place for pair in found.matches] == [stayed.place]
    assert [action.place for action in found.added] == [copied.place]


def test_copies_given_new_references_are_told_apart_by_their_dates() -> None:
    march, june = due(date(2026, 3, 31)), due(date(2026, 6, 30))
    old = (referred(5, "A1", target=march), referred(6, "B7", target=june))
    found = match(old, (referred(5, "C2", target=june), referred(6, "C3", target=march)))

    assert matched(found) == {(5, 6), (6, 5)}


def test_copies_that_bear_each_others_references_or_dates_are_left_to_a_person() -> None:
    march, june, october = due(date(2026, 3, 31)), due(date(2026, 6, 30)), due(date(2026, 10, 31))
    old = (referred(5, "A1", target=march), referred(6, "A2", target=june))
    moved_down = (referred(5, "A2", target=march), referred(6, "A3", target=june))
    moved_on = (at(5, SPONSOR, target=june), at(6, SPONSOR, target=october))

    assert matched(match(old, moved_down)) == set()
    assert matched(match((at(5, SPONSOR, target=march), at(6, SPONSOR, target=june)), moved_on)) == set()


def test_the_plans_own_reference_tells_copies_apart() -> None:
    found = match((referred(5, "A1"), referred(6, "B7")), (referred(5, "B7"), referred(6, "A1")))

    assert matched(found) == {(5, 6), (6, 5)}


DONE = (
    "Establish a staff network for colleagues who are carers. Update October: chair elected, first meeting held on the"
    " fourth with thirty people there, terms of reference to follow, budget still to be agreed with finance"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DONE.split(".")[0], DONE),
        (DONE, DONE.split(".")[0]),
        ("Training", "Training for managers"),
        ("Dashboard", "Workforce dashboard"),
    ],
)
def test_words_put_to_a_text_or_taken_from_it_leave_the_action_the_same(old: str, new: str) -> None:
    found = match((at(5, NETWORKS), at(6, old), at(7, EVENTS)), (at(5, EVENTS), at(6, NETWORKS), at(8, new)))

    assert matched(found) == {(5, 6), (6, 8), (7, 5)}


def test_a_word_put_to_one_of_several_copies_is_put_to_the_one_in_its_place() -> None:
    def trainings(*texts: str) -> tuple[Action, ...]:
        return tuple(
            at(5 + n, text, group=group, owners=(f"Lead {n}",), target=due(date(2025, 12, 31)))
            for n, (text, group) in enumerate(zip(texts, (BOARD, RECRUITMENT, PAY), strict=True))
        )

    found = match(trainings("Training", "Training", "Training"), trainings("Training for managers", *["Training"] * 2))

    assert matched(found) == {(5, 5), (6, 6), (7, 7)}


def test_a_word_put_to_a_short_text_elsewhere_is_not_the_same_action_for_certain() -> None:
    stayed = at(5, NETWORKS, group=BOARD), at(6, EVENTS, group=PAY)
    found = match((*stayed, at(7, "Training", group=BOARD)), (*stayed, at(7, "Training for managers", group=PAY)))

    assert (7, 7) not in matched(found)


def test_a_word_that_stands_in_a_long_text_is_not_the_same_action_for_certain() -> None:
    new = "Build a dashboard of complaints by ethnicity and age for the Quality Committee and publish it every quarter"
    found = match((at(5, NETWORKS), at(6, "Dashboard"), at(7, EVENTS)), (at(5, NETWORKS), at(6, new), at(7, EVENTS)))

    assert unsure(found) == {(6, 6)}


def test_an_abbreviation_counts_as_the_words_for_which_it_stands() -> None:
    found = match(
        (at(5, EVENTS), at(6, "Review the use of community treatment orders by ethnicity")),
        (at(5, EVENTS), at(6, "Review the use of CTOs by ethnicity")),
    )

    assert matched(found) == {(5, 5), (6, 6)}


def test_what_was_completed_for_one_year_is_not_for_certain_what_is_to_do_for_the_next() -> None:
    old = at(5, "Submit the workforce race equality data for 2025", state=ProgressState.COMPLETED)
    new = at(5, "Submit the workforce race equality data for 2026", state=ProgressState.NOT_STARTED)

    assert unsure(match((old,), (new,))) == {(5, 5)}
    assert matched(match((replace(old, progress=new.progress),), (new,))) == {(5, 5)}


def test_two_neighbours_reworded_are_each_put_to_a_person_where_all_else_of_their_rows_is_the_same() -> None:
    said = {"target": due(date(2025, 12, 31))}
    old = (
        at(6, "Train volunteers in sighted guide techniques", **said),
        at(7, "Pilot text message reminders in community languages", **said),
    )
    new = (
        at(6, "Volunteers who greet patients will be taught how to guide people with sight loss", **said),
        at(7, "Trial SMS appointment reminders in the five most spoken languages other than English", **said),
    )
    found = match((at(5, NETWORKS), *old, at(8, EVENTS)), (at(5, NETWORKS), *new, at(8, EVENTS)))

    assert unsure(found) == {(6, 6), (7, 7)}


def test_reports_that_differ_in_a_word_are_merged_into_one_that_has_both() -> None:
    old = (at(5, "Publish the gender pay gap report"), at(6, "Publish the ethnicity pay gap report"), at(7, EVENTS))
    found = match(old, (at(5, "Publish the gender and ethnicity pay gap reports"), at(6, EVENTS)))

    (parting,) = found.partings
    assert (parting.kind, {part.place.row for part in parting.parts}) == (PartingKind.MERGED, {5, 6})


def test_a_sibling_that_came_far_away_is_no_part_of_an_action_that_lost_a_word() -> None:
    others = tuple(at(20 + n, f"{EVENTS} {MENTORING} at site number {n}") for n in range(8))
    whole = at(5, "Publish the gender and ethnicity pay gap reports")
    parts = at(5, "Publish the gender pay gap reports"), at(40, "Publish the ethnicity pay gap reports")

    assert match((whole, *others), (*parts, *others)).partings
    assert not match((whole, *others), (parts[0], *others, parts[1])).partings


def test_a_longer_text_to_do_is_not_for_certain_the_shorter_one_that_was_completed() -> None:
    old = at(6, "Publish the WRES report", state=ProgressState.COMPLETED)
    new = at(6, "Publish the WRES report for bank staff", state=ProgressState.NOT_STARTED)
    around = at(5, NETWORKS), at(7, EVENTS)

    assert unsure(match((around[0], old, around[1]), (around[0], new, around[1]))) == {(6, 6)}
