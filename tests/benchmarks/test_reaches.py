"""Rooms beside the least that anyone must do for the same files: inflate and parse them, or deflate them."""

from __future__ import annotations

import io
import zipfile
import zlib
from datetime import date

import openpyxl
import pytest

from edi_reports.model.committee import Committee
from edi_reports.model.paper import PaperSettings
from edi_reports.model.plan import RatedPlan
from edi_reports.reading.opening import FileKind, OpenedFile
from edi_reports.reading.workbook import read_workbook
from edi_reports.recipe import rate_plan, read_bytes
from edi_reports.reports.paper import compose_paper
from edi_reports.reports.tracker import compose_tracker
from edi_reports.settings import Settings
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.excel import write_workbook
from edi_reports.writing.word import write_document
from tests.benchmarks.measuring import Reaches, seconds
from tests.benchmarks.plan_workbooks import a_plan_workbook
from tests.benchmarks.test_reading import inflate_and_parse

BOARD, SETTINGS = Committee("Trust Board"), Settings()


def opened(data: bytes) -> OpenedFile:
    return OpenedFile("plan.xlsx", data, FileKind.WORKBOOK)


def rated(actions: int) -> RatedPlan:
    return rate_plan(read_bytes(opened(a_plan_workbook(actions)), SETTINGS), date(2025, 11, 30), SETTINGS)


def xml_in(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def deflate(parts: list[bytes]) -> None:
    for part in parts:
        zlib.compress(part)


@pytest.mark.parametrize("actions", [1_000, 10_000])
def test_reading(reaches: Reaches, actions: int) -> None:
    data = a_plan_workbook(actions)
    reading, parsing = seconds(lambda: read_workbook(opened(data)), lambda: inflate_and_parse(data))
    reaches.at_most(f"reading {actions:,} actions beside inflating and parsing", reading / parsing, 3)


@pytest.mark.parametrize("actions", [1_000, 10_000])
def test_writing_a_tracker(reaches: Reaches, actions: int) -> None:
    plan = rated(actions)
    parts = xml_in(write_workbook(compose_tracker(plan)))
    writing, deflating = seconds(
        lambda: write_workbook(compose_tracker(plan)), lambda: deflate(parts), rounds=4_000 // actions + 1
    )
    reaches.at_most(f"the tracker of {actions:,} actions beside deflating its XML", writing / deflating, 12.5)


def test_writing_a_paper(reaches: Reaches) -> None:
    plan, template = rated(500), write_default_template()

    def paper() -> bytes:
        return write_document(compose_paper(plan, BOARD, PaperSettings(), appendix=True), template)

    parts = xml_in(paper())
    writing, deflating = seconds(paper, lambda: deflate(parts))
    reaches.at_most("a paper with a list of 500 actions beside deflating its XML", writing / deflating, 4.5)


def test_two_hundred_workbooks(reaches: Reaches) -> None:
    files = [a_plan_workbook(60, seed) for seed in range(200)]
    reading, understanding, openpyxl_ = seconds(
        lambda: [read_workbook(opened(data)) for data in files],
        lambda: [read_bytes(opened(data), SETTINGS) for data in files],
        lambda: [openpyxl.load_workbook(io.BytesIO(data), rich_text=True) for data in files],
        rounds=4,
    )
    reaches.at_least("loading 200 workbooks of 60 actions with openpyxl beside reading them", openpyxl_ / reading, 15)
    reaches.told("the same beside reading and understanding them", openpyxl_ / understanding)
