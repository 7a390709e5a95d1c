"""A forecast in words and for programs."""

from __future__ import annotations

import json
from datetime import date

from edi_reports.model.rag import Rag
from edi_reports.reports.forecast import forecast_as_json, forecast_in_words
from edi_reports.rules.forecast import forecast
from tests.plan_making import AS_AT, a_plan, an_action, due, rated

PLAN = a_plan(
    an_action("Publish the pay gap report", ref="1.02", target=due(date(2025, 12, 31))),
    an_action("Train the panel", ref="2.01", owners=("Head of EDI", "Staff Networks"), target=due(date(2026, 1, 15))),
)


def test_each_month_begins_with_its_counts() -> None:
    lines = forecast_in_words(forecast(rated(PLAN), date(2026, 1, 31)))
    assert "December 2025: none turns Red and 2 turn Amber" in lines
    assert "January 2026: 2 turn Red and none turns Amber" in lines


def test_a_turn_says_the_day_the_reason_who_answers_for_it_and_what_it_is_about() -> None:
    text = "\n".join(forecast_in_words(forecast(rated(PLAN), date(2026, 1, 31))))
    assert "16  Red    2.01   Overdue by 1 day (due 15 January 2026); was Amber" in text
    assert "Head of EDI and Staff Networks: Train the panel" in text


def test_where_nothing_turns_one_sentence_says_so() -> None:
    (line,) = forecast_in_words(forecast(rated(a_plan()), date(2026, 1, 31)))
    assert line.endswith("no action turns Red or Amber from 30 November 2025 to 31 January 2026.")


def test_programs_get_iso_dates_and_the_rule_that_applies() -> None:
    found = forecast(rated(PLAN), date(2025, 12, 1))
    document = forecast_as_json(found, PLAN.source)
    assert json.loads(json.dumps(document)) == document
    assert (document["schema"], document["as_at"]) == ("edi-reports/forecast/1", AS_AT.isoformat())
    assert document["turns"] == [
        {
            "day": "2025-12-01",
            "ref": "1.02",
            "sheet": "Plan",
            "row": 5,
            "action": "Publish the pay gap report",
            "owners": ["Head of EDI"],
            "before": Rag.GREEN.value,
            "rag": Rag.AMBER.value,
            "rule": 6,
            "reason": "Due in 30 days (31 December 2025)",
        }
    ]
