"""The life of each action through many versions."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from edi_reports.audit.history import history, redatings
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.change import Decision
from edi_reports.model.history import History, Version
from edi_reports.model.plan import Redating
from edi_reports.model.rag import Rag, RagSettings, Rating
from edi_reports.model.target import Target, TargetKind
from edi_reports.rules.rating import rate
from tests.plan_making import a_plan, an_action, due

PANELS, PAY, MENTOR = "Train panel chairs in fair shortlisting", "Publish the pay gap report", "Mentor new matrons"
MAY, JULY, OCTOBER = date(2025, 5, 31), date(2025, 7, 31), date(2025, 10, 31)
AUTUMN, WINTER, SPRING = date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31)


def by_default_rules(action: Action, as_at: date) -> Rating:
    return rate(action, as_at, RagSettings())


def version(day: date, *actions: Action) -> Version:
    numbered = (replace(action, ref=f"1.{n:02d}") for n, action in enumerate(actions, 1))
    return Version(day, a_plan(*numbered))


def told(*versions: Version, decisions: tuple[Decision, ...] = ()) -> History:
    return history(versions, by_default_rules, decisions)


def dated(day: date, target: Target) -> Version:
    return version(day, an_action(PANELS, target=target))


def test_an_action_tells_its_dates_in_turn_and_how_far_it_slipped() -> None:
    (life,) = told(dated(MAY, due(AUTUMN)), dated(JULY, due(WINTER)), dated(OCTOBER, due(SPRING))).lives

    assert life.redating == Redating(AUTUMN, (("July 2025", WINTER), ("October 2025", SPRING)))
    assert life.days_slipped == 182
    assert life.first_seen == MAY


def test_the_order_in_which_versions_come_does_not_matter() -> None:
    versions = (dated(MAY, due(AUTUMN)), dated(JULY, due(WINTER)), dated(OCTOBER, due(SPRING)))

    assert told(*versions) == told(*reversed(versions))
    assert redatings(versions) == redatings(versions[::-1])


def saved(found: Version, name: str, moment: str | None) -> Version:
    return replace(found, plan=replace(found.plan, source=replace(found.plan.source, name=name, saved_at=moment)))


def test_versions_of_one_month_come_in_the_order_in_which_they_were_saved() -> None:
    first = saved(dated(MAY, due(AUTUMN)), "v2 final.xlsx", "2025-05-02T09:00:00+00:00")
    then = saved(dated(MAY, due(WINTER)), "v2 FINAL final.xlsx", "2025-05-09T09:00:00+00:00")
    assert [each.source.name for each in told(then, first).standings] == ["v2 final.xlsx", "v2 FINAL final.xlsx"]
    unknown = [saved(each, each.plan.source.name, None) for each in (first, then)]
    assert [each.source.name for each in told(*unknown).standings] == ["v2 FINAL final.xlsx", "v2 final.xlsx"]


def test_a_rating_knows_the_date_that_an_earlier_version_gave() -> None:
    (life,) = told(dated(MAY, due(AUTUMN)), dated(OCTOBER, due(SPRING))).lives

    assert [seen.rating.rag for seen in life.sightings] == [Rag.GREEN, Rag.AMBER]
    assert life.latest.rating.reason == "Re-dated from 30 September 2025, which is past"


def test_the_original_date_that_the_plan_states_is_the_first() -> None:
    (life,) = told(dated(MAY, due(WINTER, original=AUTUMN)), dated(JULY, due(WINTER))).lives

    assert life.redating == Redating(AUTUMN, (("May 2025", WINTER),))


def test_a_date_taken_away_and_given_again_counts_by_its_days() -> None:
    undecided = Target("TBC", TargetKind.UNDECIDED)
    (life,) = told(dated(MAY, due(AUTUMN)), dated(JULY, undecided), dated(OCTOBER, due(WINTER))).lives

    assert life.redating == Redating(AUTUMN, (("October 2025", WINTER),))


def test_an_action_without_any_date_has_not_slipped() -> None:
    (life,) = told(dated(MAY, Target("Ongoing", TargetKind.ONGOING))).lives

    assert life.redating is None
    assert life.days_slipped == 0


def test_the_worst_slippers_come_first() -> None:
    first = version(
        MAY,
        an_action(PANELS, target=due(AUTUMN)),
        an_action(PAY, row=6, target=due(AUTUMN)),
        an_action(MENTOR, row=7, target=due(WINTER)),
    )
    then = version(
        JULY,
        an_action(PANELS, target=due(WINTER)),
        an_action(PAY, row=6, target=due(SPRING)),
        an_action(MENTOR, row=7, target=due(AUTUMN)),
    )

    assert [(life.latest.action.text, life.days_slipped) for life in told(first, then).lives] == [
        (PAY, 182),
        (PANELS, 92),
        (MENTOR, -92),
    ]


def test_an_action_that_comes_back_in_the_same_words_takes_up_its_earlier_life() -> None:
    both = (an_action(PANELS, target=due(AUTUMN)), an_action(PAY, row=6))
    found = told(version(MAY, *both), version(JULY, both[1]), version(OCTOBER, *both))
    (life,) = (life for life in found.lives if life.latest.action.text == PANELS)

    assert [seen.as_at for seen in life.sightings] == [MAY, OCTOBER]
    assert [(standing.added, standing.left) for standing in found.standings] == [(0, 0), (0, 1), (1, 0)]


def test_two_actions_that_may_be_one_are_two_lives_until_a_person_decides() -> None:
    old, new = "Publish the gender pay gap report", "Publish the ethnicity pay gap report"
    versions = version(MAY, an_action(old)), version(JULY, an_action(new))

    assert len(told(*versions).lives) == 2
    assert len(told(*versions).uncertain) == 1
    assert len(told(*versions, decisions=(Decision(old, new, same=True),)).lives) == 1


def test_the_whole_plan_is_counted_version_by_version() -> None:
    first = version(MAY, an_action(PANELS, target=due(AUTUMN)), an_action(PAY, row=6, state=ProgressState.COMPLETED))
    then = version(OCTOBER, an_action(PANELS, target=due(WINTER)), an_action(MENTOR, row=6, target=due(SPRING)))
    may, october = told(first, then).standings

    assert dict(may.ratings) == {Rag.RED: 0, Rag.AMBER: 0, Rag.NOT_RATED: 0, Rag.GREEN: 1, Rag.BLUE: 1}
    assert dict(may.progress)[ProgressState.COMPLETED] == 1
    assert (october.actions, october.added, october.left) == (2, 1, 1)
    assert (october.redated, october.days_slipped) == (1, 92)


def test_redatings_are_told_by_the_refs_of_the_latest_version() -> None:
    versions = (
        version(MAY, an_action(PANELS, target=due(AUTUMN)), an_action(PAY, row=6)),
        version(JULY, an_action(MENTOR), an_action(PANELS, row=6, target=due(WINTER))),
    )

    assert redatings(versions) == {"1.02": Redating(AUTUMN, (("July 2025", WINTER),))}


def test_no_versions_have_no_history() -> None:
    assert told() == History((), (), ())
    assert redatings(()) == {}
