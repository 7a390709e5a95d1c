"""Each room on plans of growing size, in the shape of a trust's own: the figures grow in step with the actions."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from edi_reports.model.committee import Committee
from edi_reports.model.paper import PaperSettings
from edi_reports.model.plan import ActionPlan
from edi_reports.reports.paper import compose_paper
from edi_reports.reports.tracker import compose_tracker
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.excel import write_workbook
from edi_reports.writing.word import write_document
from tests.plan_making import a_plan, an_action, due, rated

SIZES = (35, 1_000, 10_000)
BOARD = Committee("Trust Board")


def a_plan_of(number: int) -> ActionPlan:
    actions = (
        an_action(
            f"Work with network {i % 40} to review how {i} colleagues are supported, and publish what was found. " * 2,
            ref=f"{i % 6 + 1}.{i:05d}",
            row=i + 5,
            owners=("Head of EDI", f"Head of Service {i % 60}"),
            target=due(date(2025, i % 12 + 1, i % 28 + 1)),
        )
        for i in range(number)
    )
    return a_plan(*actions)


@pytest.mark.parametrize("size", SIZES)
def test_rating(benchmark: BenchmarkFixture, size: int) -> None:
    plan = a_plan_of(size)
    assert len(benchmark(rated, plan).actions) == size


@pytest.mark.parametrize("size", SIZES)
def test_writing_a_tracker(benchmark: BenchmarkFixture, size: int) -> None:
    plan = rated(a_plan_of(size))
    assert benchmark(lambda: write_workbook(compose_tracker(plan)))


@pytest.mark.parametrize("size", SIZES[:2])
def test_writing_a_paper_with_its_full_list(benchmark: BenchmarkFixture, size: int) -> None:
    plan, template = rated(a_plan_of(size)), write_default_template()

    def paper() -> bytes:
        return write_document(compose_paper(plan, BOARD, PaperSettings(), appendix=True), template)

    assert benchmark(paper)
