"""Every finding is worded in one place, and every call gives the words the facts they need."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from edi_reports.model.finding import Finding, Severity, in_sheet_order
from edi_reports.model.messages import CATALOGUE, finding
from edi_reports.model.place import Place

HOUSE = Path(__file__).parent.parent / "edi_reports"
DOCUMENTATION = Path(__file__).parent.parent / "docs" / "findings.md"


def facts_needed(code: str) -> set[str]:
    wording = CATALOGUE[code]
    text = f"{wording.found} {wording.means} {wording.remedy}"
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def calls() -> list[tuple[str, str, set[str]]]:
    found = []
    for module in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in ("finding", "cannot_continue") and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and all(keyword.arg for keyword in node.keywords):
                    facts = {keyword.arg for keyword in node.keywords if keyword.arg} - {"place", "ref"}
                    found.append((f"{module.name}:{node.lineno}", str(code.value), facts))
    return found


@pytest.mark.parametrize(
    ("where", "code", "facts"), [pytest.param(*call, id=f"{call[0]} {call[1]}") for call in calls()]
)
def test_every_call_gives_exactly_the_facts_that_its_words_need(where: str, code: str, facts: set[str]) -> None:
    assert code in CATALOGUE, where
    assert facts == facts_needed(code), where


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_finding_is_documented(code: str) -> None:
    assert f"`{code}`" in DOCUMENTATION.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_finding_says_what_was_found_what_it_means_and_what_to_do(code: str) -> None:
    wording = CATALOGUE[code]
    for sentence in (wording.found, wording.means, wording.remedy):
        assert sentence.rstrip().endswith((".", "}", "”", '"')), f"{code}: {sentence}"


def test_no_code_is_left_that_nothing_uses() -> None:
    source = "\n".join(
        module.read_text(encoding="utf-8") for module in HOUSE.rglob("*.py") if module.stem != "messages"
    )
    assert [code for code in CATALOGUE if f'"{code}"' not in source] == []


def test_a_finding_reads_place_found_means_remedy() -> None:
    place = Place("plan.xlsx", "Plan", 14, 5)
    text = str(Finding("unknown-owner", Severity.WARNING, "Nobody knows A.", "Ask A.", place, "2.03"))
    assert text.splitlines() == [
        "warning: unknown-owner   plan.xlsx, Plan!E14 (action 2.03)",
        "  Nobody knows A.",
        "  To fix: Ask A.",
    ]


def test_findings_stand_in_the_order_of_the_sheets_then_rows_then_columns() -> None:
    places = [Place("p", "B", 2, 1), Place("p", "A", 9, 1), Place("p", "B", 1, 5), Place("p", "B", 1, 2)]
    ordered = in_sheet_order(tuple(finding("cell-comment", place, text="x") for place in places))
    assert [found.place.cell if found.place else "" for found in ordered] == ["B1", "E1", "A2", "A9"]
