"""Workbooks mutated at random are read or refused in words; nothing else ever comes of it."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.reading.delimited import read_delimited
from edi_reports.reading.opening import FileKind, OpenedFile, open_file
from edi_reports.reading.workbook import read_workbook
from edi_reports.recipe import export_plan
from tests.feature_workbooks import (
    fills_of_every_kind,
    inline_texts_and_values_of_every_type,
    rules_of_conditional_formatting,
    runs_of_rich_text,
    texts_formulas_and_links,
)
from tests.plan_examination import AS_AT

INPUT = Path(__file__).parent.parent / "input"
OWN_PLANS = tuple(path.read_bytes() for path in sorted(INPUT.glob("2*.xlsx")))
MADE = (
    fills_of_every_kind,
    inline_texts_and_values_of_every_type,
    rules_of_conditional_formatting,
    runs_of_rich_text,
    texts_formulas_and_links,
)
TOKENS = (
    *(
        b"<",
        b">",
        b"&",
        b'"',
        b"'",
        b"/",
        b" ",
        b"",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"0",
        b"9",
        b"-1",
        b"1e999",
        b"NaN",
    ),
    *(b"</row>", b'<row r="1">', b'<c r="A1" t="s"><v>0</v></c>', b"</c>", b"<v>", b"</v>", b"<f/>", b'hidden="1"'),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?x ?>", b"<!DOCTYPE a>", b"&#0;", b"&#xD800;", b"&amp;", b"_x0000_"),
    *(b"_xD83D_", b"999999999999999999999", b"A1:XFD1048576", b"inlineStr", b"rId1", b"../../", b't="e"', b't="d"'),
)


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Some bytes changed, lost, doubled, or replaced by a token that means something to a reader."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        at, length = rng.randrange(len(changed) + 1), int(rng.expovariate(0.05))
        what = rng.randrange(5)
        if what == 0:
            changed[at : at + 1] = rng.randbytes(1)
        elif what == 1:
            del changed[at : at + length]
        elif what == 2:
            changed[at:at] = changed[at - length : at]
        else:
            changed[at : at + (length if what == 3 else 0)] = rng.choice(TOKENS)
    return bytes(changed[: rng.randrange(len(changed) + 1)] if rng.random() < 0.03 else changed)


def mutated_in_a_part(data: bytes, rng: random.Random) -> bytes:
    """One part of the archive mutated, lost, or replaced by another; the archive itself stays sound."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        victim, other = rng.choices(old.namelist(), k=2)
        for name in old.namelist():
            content = old.read(name)
            if name == victim:
                content = old.read(other) if rng.random() < 0.05 else mutated(content, rng)
            if name != victim or rng.random() > 0.05:
                new.writestr(name, content)
    return stream.getvalue()


def outcome(read: Callable[[], object]) -> str:
    """What comes of reading: "read", or the code of the refusal. Anything else is a failure."""
    try:
        read()
    except CannotContinue as refused:
        return refused.finding.code
    return "read"


def examine(data: bytes) -> None:
    """Read a workbook, and hold its grid against what every later step relies on."""
    for sheet in read_workbook(OpenedFile("plan.xlsx", data, FileKind.WORKBOOK)).sheets:
        for address, cell in sheet.cells.items():
            assert address == (cell.row, cell.column)
            assert cell.fill is None or re.fullmatch("[0-9A-F]{6}", cell.fill)
            assert cell.text.encode() or cell.fill


@pytest.mark.parametrize("seed", range(5))
def test_a_workbook_with_a_mutated_part_is_read_or_refused(seed: int) -> None:
    rng = random.Random(seed)
    sources = [*OWN_PLANS, *(make() for make in MADE)]
    mutants = [mutated_in_a_part(rng.choice(sources), rng) for _ in range(80)]
    assert {outcome(partial(examine, data)) for data in mutants} == {"read", "damaged-workbook"}


def test_a_workbook_with_mutated_bytes_is_read_or_refused(tmp_path: Path) -> None:
    rng = random.Random(99)
    path = tmp_path / "plan.xlsx"
    outcomes = set()
    for _ in range(100):
        path.write_bytes(mutated(rng.choice(OWN_PLANS), rng))
        outcomes.add(outcome(lambda: examine(open_file(path).data)))
    assert outcomes <= {"read", "damaged-workbook", "not-a-workbook", "encrypted"}


def test_a_mutated_plan_is_exported_or_refused(tmp_path: Path) -> None:
    rng = random.Random(7)
    path = tmp_path / "plan.xlsx"
    outcomes = set()
    for _ in range(40):
        path.write_bytes(mutated_in_a_part(rng.choice(OWN_PLANS), rng))
        outcomes.add(outcome(lambda: export_plan(path, AS_AT)))
    assert outcomes <= {"read", "damaged-workbook", "no-plan", "no-actions"}


def test_a_mutated_extract_is_read_or_refused() -> None:
    rng = random.Random(3)
    source = 'Ref,Action,Owner\r\n1,"Do it\nsoon","Head of ""EDI"""\r\n2,Café,\r\n'.encode() * 9
    mutants = [OpenedFile("plan.csv", mutated(source, rng), FileKind.DELIMITED) for _ in range(300)]
    assert {outcome(partial(read_delimited, file)) for file in mutants} <= {
        "read",
        "damaged-workbook",
        "not-a-workbook",
    }
