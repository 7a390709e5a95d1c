"""Reading a workbook into its grid, beside what any reader must do, and beside openpyxl.

The baselines run in the same process on the same workbooks: inflating its XML and running it through expat without
looking at anything, inflating and building elements, and openpyxl.
"""

from __future__ import annotations

import io
import math
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

import openpyxl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from edi_reports.reading.grid import Workbook
from edi_reports.reading.opening import FileKind, OpenedFile
from edi_reports.reading.workbook import read_workbook
from tests.benchmarks.plan_workbooks import a_plan_workbook

SIZES = (35, 1_000, 10_000)
REPOSITORY = Path(__file__).parent.parent.parent


def read(data: bytes) -> Workbook:
    return read_workbook(OpenedFile("plan.xlsx", data, FileKind.WORKBOOK))


def inflated(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(part) for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")]


def inflate_and_parse(data: bytes) -> None:
    for part in inflated(data):
        expat.ParserCreate().Parse(part, True)


def inflate_and_build_elements(data: bytes) -> None:
    for part in inflated(data):
        ElementTree.fromstring(part)


def load_with_openpyxl(data: bytes) -> None:
    openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", [read, inflate_and_parse, inflate_and_build_elements, load_with_openpyxl])
def test_reading(benchmark: BenchmarkFixture, way: Callable[[bytes], object], size: int) -> None:
    data = a_plan_workbook(size)
    benchmark.group = f"reading {size:,} actions"
    rounds = 3 if way is load_with_openpyxl else 15 if size < 10_000 else 7
    benchmark.pedantic(way, (data,), rounds=rounds, warmup_rounds=1)  # type: ignore[no-untyped-call]


def seconds(call: Callable[[bytes], object], data: bytes, rounds: int = 3) -> float:
    """The shortest of some runs, in seconds of this process."""
    best = math.inf
    for _ in range(rounds):
        began = time.process_time()
        call(data)
        best = min(best, time.process_time() - began)
    return best


def test_sixty_actions_are_read_many_times_faster_than_openpyxl_loads_them() -> None:
    data = a_plan_workbook(60)
    assert seconds(load_with_openpyxl, data) > 8 * seconds(read, data, 20)


def test_ten_thousand_actions_take_at_most_ten_times_inflating_and_parsing() -> None:
    data = a_plan_workbook(10_000)
    assert seconds(read, data, 5) < 10 * seconds(inflate_and_parse, data, 5)


def test_time_grows_in_step_with_the_actions() -> None:
    small, large = (seconds(read, a_plan_workbook(size)) for size in (1_000, 100_000))
    assert math.log(large / small, 100) <= 1.1


MEASURED = """
import sys, resource
from pathlib import Path
from edi_reports.reading.opening import open_file
from edi_reports.reading.workbook import read_workbook
workbook = read_workbook(open_file(Path(sys.argv[1])))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_a_hundred_thousand_actions_need_less_than_ten_kilobytes_each(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    peaks = []
    for size in (1, 100_000):
        path = tmp_path / f"{size}.xlsx"
        path.write_bytes(a_plan_workbook(size))
        run = subprocess.run(
            [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True, cwd=REPOSITORY
        )
        peaks.append(int(run.stdout))
    assert (peaks[1] - peaks[0]) / 100_000 < 10
