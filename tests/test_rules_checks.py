"""What a rated plan should be asked about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from edi_reports.model.action import Held, Hindrance, ProgressState
from edi_reports.model.place import Place
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.target import Target, TargetKind
from edi_reports.recipe import export_plan
from edi_reports.rules.checks import check_hindrances, check_stated_rags
from tests.desk_making import save_plan
from tests.plan_making import a_plan, an_action, due, rated

LATE = due(date(2025, 9, 30))
IN_TIME = due(date(2026, 3, 31))
STATUS = Place("plan.xlsx", "Plan", 5, 7)
OFF_TRACK = Hindrance(Held.UP, "Off track", STATUS)
WITHDRAWN = Hindrance(Held.OFF, "Withdrawn", STATUS)


def test_a_stated_rag_that_the_rules_do_not_give_is_told_with_both_sides() -> None:
    (found,) = check_stated_rags(rated(a_plan(an_action(ref="2.03", target=LATE, stated=Rag.GREEN))).actions)
    assert found.ref == "2.03"
    assert "The plan shows Green; by the rules it is Red: Overdue by 61 days" in found.message


def test_that_an_action_is_not_rated_is_said_once() -> None:
    to_be_set = Target("TBC", TargetKind.UNDECIDED)
    (found,) = check_stated_rags(rated(a_plan(an_action(target=to_be_set, stated=Rag.AMBER))).actions)
    assert 'by the rules it is Not rated: the target date is still to be decided ("TBC")' in found.message


def test_a_stated_rag_that_agrees_or_is_missing_is_nothing_to_tell() -> None:
    plan = a_plan(an_action(target=LATE, stated=Rag.RED), an_action(target=LATE))
    assert list(check_stated_rags(rated(plan).actions)) == []


def test_green_by_its_date_alone_beside_words_that_hold_it_up_is_told_at_those_words() -> None:
    (found,) = check_hindrances(rated(a_plan(an_action(ref="2.03", target=IN_TIME, hindrance=OFF_TRACK))).actions)
    assert (found.code, found.ref, found.place) == ("held-up-but-green", "2.03", STATUS)
    assert 'The plan says "Off track"; by the rules the action is Green: Due 31 March 2026' in found.message


def test_words_that_hold_up_are_nothing_to_tell_where_the_rag_shows_it_already() -> None:
    plan = a_plan(
        an_action(target=LATE, hindrance=OFF_TRACK),
        an_action(target=IN_TIME, stated=Rag.AMBER, hindrance=OFF_TRACK),
        an_action(hindrance=OFF_TRACK),
    )
    assert list(check_hindrances(rated(plan).actions)) == []


def test_an_action_that_words_call_off_is_told_for_as_long_as_it_is_rated_as_one_that_stands() -> None:
    plan = a_plan(an_action(target=IN_TIME, hindrance=WITHDRAWN), an_action(target=LATE, hindrance=WITHDRAWN))
    found = list(check_hindrances(rated(plan).actions))
    assert [one.code for one in found] == ["called-off-in-words"] * 2
    assert "rated as one that still stands: Red, Overdue by 61 days" in found[1].message


def test_what_is_completed_struck_through_or_not_rated_is_neither_held_up_nor_called_off() -> None:
    done = an_action(target=IN_TIME, state=ProgressState.COMPLETED, hindrance=OFF_TRACK)
    plan = a_plan(done, an_action(target=LATE, cancelled=True, hindrance=WITHDRAWN), an_action(hindrance=WITHDRAWN))
    assert list(check_hindrances(rated(plan).actions)) == []
    assert list(check_hindrances(rated(a_plan(done), settings=RagSettings(completed_as=Rag.GREEN)).actions)) == []


def test_a_plan_that_says_off_track_beside_a_date_to_come_says_so_among_its_findings(tmp_path: Path) -> None:
    plan = save_plan(tmp_path / "plan.xlsx", ("Publish the pay gap", "Head of EDI", "31/03/2026", "Off track", ""))
    document = export_plan(plan, date(2025, 11, 30))
    assert ("held-up-but-green", "D3") in [(found["code"], found["cell"]) for found in document["findings"]]
    assert document["actions"][0]["rag"] == "green"
