"""Every cell of a plan sheet is accounted for once, whatever the layout; and what is read is exactly what is true."""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from openpyxl import load_workbook

from edi_reports.model.finding import CannotContinue
from edi_reports.recipe import export_plan
from tests.plan_examination import AS_AT, examine
from tests.random_layouts import Grid, Layout, delimited_layouts, grids, layouts, scribbled_layouts
from tests.random_workbooks import build, build_grid

FEW = settings(max_examples=40, deadline=None, derandomize=True)
ESSENTIAL = {"read", "traceback", "action", "text", "owners", "target", "state", "stated_rag", "ref"}
PARTS = ("title", "key", "heading", "group", "action", "unplaced")


def exported(name: str, content: bytes) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return export_plan(path, AS_AT)


@FEW
@given(layouts())
def test_a_random_plan_is_read_exactly(layout: Layout) -> None:
    with tempfile.TemporaryDirectory() as folder:
        facts = examine(build(layout), Path(folder), export_plan)
    assert [str(fact) for fact in facts if not fact.right] == []


@FEW
@given(delimited_layouts())
def test_a_random_plan_saved_as_text_is_read_exactly(layout: Layout) -> None:
    with tempfile.TemporaryDirectory() as folder:
        facts = examine(build(layout), Path(folder), export_plan)
    assert [str(fact) for fact in facts if not fact.right] == []


@FEW
@given(scribbled_layouts())
def test_each_cell_of_a_plan_sheet_is_accounted_for_once_even_with_scribbles_beside_the_table(layout: Layout) -> None:
    plan = build(layout)
    tally = exported(*plan[:2])["tally"]
    assert tally["cells"] == plan[2].cells
    assert sum(tally[part] for part in PARTS) == tally["cells"]


@FEW
@given(scribbled_layouts())
def test_scribbles_beside_the_table_change_no_action_owner_target_or_state(layout: Layout) -> None:
    with tempfile.TemporaryDirectory() as folder:
        facts = examine(build(layout), Path(folder), export_plan)
    assert [str(fact) for fact in facts if not fact.right and fact.field in ESSENTIAL] == []


@FEW
@given(grids())
def test_a_sheet_without_any_layout_is_refused_or_accounted_for(grid: Grid) -> None:
    content, cells = build_grid(grid)
    try:
        tally = exported("Sheet.xlsx", content)["tally"]
    except CannotContinue:
        return
    assert (tally["cells"], sum(tally[part] for part in PARTS)) == (cells, cells)


@FEW
@given(scribbled_layouts())
def test_every_word_typed_below_the_headings_is_in_the_export_as_often_as_it_was_typed(layout: Layout) -> None:
    plan = build(layout)
    sheet = load_workbook(io.BytesIO(plan[1])).worksheets[0]
    headings = {heading for _, heading in layout.columns} | {"Delivery"}
    lines = [[str(cell.value) for cell in row if cell.value] for row in sheet.iter_rows(min_row=layout.heading_row)]
    typed = words_of(text for line in lines if not headings & set(line) for text in line)
    assert typed - words_of(texts_in(exported(*plan[:2]))) == Counter()


def words_of(texts: Iterable[str]) -> Counter[str]:
    """How often each word occurs, the punctuation that separates owners and labels left out."""
    return Counter(stripped for text in texts for word in text.split() if (stripped := word.strip(".,:;/&")))


def texts_in(value: object) -> list[str]:
    """Every text of a JSON document."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts_in(part)]
    return [value] if isinstance(value, str) else []
