"""Text files in columns are read as a stream, whatever their encoding and length, or refused in words."""

from __future__ import annotations

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.reading.delimited import read_delimited
from edi_reports.reading.grid import Workbook
from edi_reports.reading.limits import LIMITS, Limits
from edi_reports.reading.opening import FileKind, OpenedFile
from tests.raw_workbooks import texts

SMALL = Limits(cells=100, cell=1000, record=5000, text=20_000)


def read(data: bytes, limits: Limits = LIMITS) -> Workbook:
    return read_delimited(OpenedFile("plan.csv", data, FileKind.DELIMITED), limits)


def refusal(data: bytes) -> str:
    with pytest.raises(CannotContinue) as refused:
        read(data, SMALL)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_separator_and_line_end_gives_the_same(encoding: str, separator: str, line_end: str) -> None:
    lines = (separator.join(("Action", "Café – £5")), separator.join(('"Two\nlines"', "Owner")), "")
    shown = texts(read(line_end.join(lines).encode(encoding)))
    assert shown == {"A1": "Action", "B1": "Café – £5", "A2": "Two\nlines", "B2": "Owner"}


_MANY = "; ".join(f"Department {number}" for number in range(20))


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(f'"{_MANY}"', id="quoted"),
        pytest.param(_MANY, id="not quoted"),
        pytest.param('"' + _MANY.replace("; ", ";\n") + '"', id="over many lines"),
        pytest.param(f'"She said ""{_MANY}"""', id="with quotation marks inside"),
    ],
)
def test_semicolons_in_a_few_cells_do_not_separate_columns(cell: str) -> None:
    rows = ("Action,Owner,Target date,Status,Update", *(f"Publish,{cell},Q4,In progress,{cell}" for _ in range(2)))
    shown = texts(read("\n".join(rows).encode()))
    assert [shown[f"{column}1"] for column in "ABCDE"] == ["Action", "Owner", "Target date", "Status", "Update"]
    assert shown["C3"] == "Q4"
    assert "Department 19" in shown["B2"]


def test_commas_in_the_prose_of_a_file_with_semicolons_do_not_separate_columns() -> None:
    prose = "First, second, third, fourth, fifth, sixth, seventh and last"
    shown = texts(read(f"Action;Owner\n{prose};HR\n{prose};HR\nTrain;HR".encode()))
    assert (shown["A2"], shown["B2"]) == (prose, "HR")


def test_a_character_at_the_edge_of_a_piece_does_not_decide_the_encoding() -> None:
    data = ("Action,Owner\n" + "x" * (2**20 - 14) + ",é\n").encode()
    assert texts(read(data, Limits(cell=2**21)))["B2"] == "é"


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    shown = texts(read(b"Action,Owner\nA\x00B\x07,C\x1b[31m\n"))
    assert shown == {"A1": "Action", "B1": "Owner", "A2": "A␀B␇", "B2": "C␛[31m"}


def test_empty_lines_and_columns_cost_nothing() -> None:
    data = b"Action,Owner" + b"," * 20_000 + b"\n" * 5000 + b"x" + b"\n" * 5000
    shown = read(data).sheets[0].cells
    assert [(cell.row, cell.column) for cell in shown.values()] == [(1, 1), (1, 2), (5001, 1)]


def test_more_rows_than_anybody_keeps_in_a_plan_are_refused() -> None:
    with pytest.raises(CannotContinue, match="larger than the limit of 100 rows with text"):
        read(b"a,b\n" * 101, Limits(rows=100))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"a,b\n" + b"c,d\n" * 100, "larger than the limit of 100 cells"),
        (b"a,b\n" + b"x" * 2000 + b",y\n", "1,000 characters in one cell"),
        (b"a,b\n" * 40 + b'"' + b"never closed,\n" * 1000, "5,000 characters in one row"),
        (b"a,b\n" * 40 + b"ab," * 5000 + b"\n", "5,000 characters in one row"),
        (b"a,b\n" * 40 + b'"\n",' * 5000, "5,000 characters in one row"),
        (b"a,b\n" + (b"x" * 900 + b"," + b"y" * 900 + b"\n") * 30, "20,000 characters of text"),
        (b"no columns at all\n" * 9, "plain text without columns"),
    ],
    ids=["cells", "cell", "quotation mark", "columns", "lines in a record", "text", "no columns"],
)
def test_what_nobody_keeps_in_a_plan_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)
