"""The whole process, from its start to its end, beside what it must do at least and beside the analyst's script."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.measuring import REFRESH, ROOT, Command, Cost, Reaches, costs, exponent
from tests.benchmarks.plan_workbooks import a_plan_workbook

pytest.importorskip("resource", reason="the operating system does not tell what a process took")

IN_HAND = "2025-10 EDI Combined Action Plan 2025-26 v3 FINAL.xlsx"
ANALYST = ROOT / "tests" / "benchmarks" / "analyst.py"
SCRIPT = "from edi_reports.cli import main; main()"  # as the installed command has it
LIBRARIES = "import click, docx, filelock, lxml.etree, msgspec, rapidfuzz, xlsxwriter"
BASE, KILOBYTE = 65e6, 1000
READING_BOTH = """
import sys
from pathlib import Path
from edi_reports.recipe import read_plan
from edi_reports.settings import Settings
for name in sys.argv[1:]:
    read_plan(Path(name), Settings())
"""


def edi_reports(*arguments: object, folder: tuple[str, ...] | None = None, exits: tuple[int, ...] = (0, 1)) -> Command:
    return Command(("-c", SCRIPT, *map(str, arguments)), exits, folder)


def month(workbook: Path, *options: object) -> Command:
    """The month of a workbook; without an input folder there are no earlier versions."""
    return edi_reports("month", workbook, "--as-at", "2025-11-30", "--quiet", *options, folder=("--output",))


def analyst(workbook: Path, *options: str) -> Command:
    return Command((str(ANALYST), *options, str(workbook)), folder=())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


def plan_of(actions: int, desk: Path, *, reworded: bool = False) -> Path:
    path = desk / f"{actions} actions{' reworded' if reworded else ''}.xlsx"
    if not path.exists():
        path.write_bytes(a_plan_workbook(actions, reworded=reworded))
    return path


def test_starting(reaches: Reaches, desk: Path) -> None:
    refused = desk / "refused.xlsx"
    refused.write_bytes(b"%PDF-1.4")
    nothing, help_, refusal = costs(
        [
            Command(("-c", "pass")),
            edi_reports("--help"),
            edi_reports("month", refused, exits=(3,)),
        ],
        desk,
        rounds=20,
    )
    at_most(reaches, "`edi-reports --help` beside `python -c pass`", help_, nothing, 5)
    at_most(reaches, "a refused file beside `python -c pass`", refusal, nothing, 8)


def test_the_plan_in_hand(reaches: Reaches, desk: Path) -> None:
    workbook = ROOT / "input" / IN_HAND
    libraries, ours, alone, theirs = costs(
        [Command(("-c", LIBRARIES)), month(workbook), month(workbook, "--input", desk), analyst(workbook)],
        desk,
        rounds=7,
    )
    at_most(
        reaches, "the month in hand, with its two earlier versions, beside importing its libraries", ours, libraries, 3
    )
    at_least(reaches, "the analyst's script beside the month in hand", theirs, ours, 6)
    reaches.told("the analyst's script beside that month without earlier versions", theirs.cpu / alone.cpu)


def at_most(reaches: Reaches, what: str, ours: Cost, other: Cost, wanted: float) -> None:
    reaches.at_most(what, ours.cpu / other.cpu, wanted, clock=ours.wall / other.wall)


def at_least(reaches: Reaches, what: str, other: Cost, ours: Cost, wanted: float) -> None:
    reaches.at_least(what, other.cpu / ours.cpu, wanted, clock=other.wall / ours.wall)


def test_growing_plans(reaches: Reaches, desk: Path) -> None:
    small, thousand, ten_thousand = plan_of(35, desk), plan_of(1_000, desk), plan_of(10_000, desk)
    base, as_written = costs([month(small), analyst(small)], desk, rounds=5)
    reaches.told("35 actions: the analyst's script beside the month", as_written.cpu / base.cpu)
    middle, repaired = costs([month(thousand), analyst(thousand, "--repaired")], desk, rounds=3)
    reaches.told("1,000 actions: the same with its table access repaired", repaired.cpu / middle.cpu)
    if REFRESH:  # it grows with the square: 1,000 actions take it ten minutes
        ours, as_written = costs([month(plan_of(200, desk)), analyst(plan_of(200, desk))], desk, rounds=1)
        reaches.told("200 actions: the same as people write it", as_written.cpu / ours.cpu)
    large, repaired = costs([month(ten_thousand), analyst(ten_thousand, "--repaired")], desk, rounds=1)
    at_least(reaches, "10,000 actions: the same with its table access repaired", repaired, large, 9)
    reaches.at_most("memory of the month of 35 actions", base.peak / 1e6, BASE / 1e6, "MB")
    grown(reaches, 10_000, base, middle, large)
    if REFRESH:
        (huge,) = costs([month(plan_of(100_000, desk))], desk, rounds=1)
        grown(reaches, 100_000, base, middle, huge)


def grown(reaches: Reaches, actions: int, base: Cost, thousand: Cost, large: Cost) -> None:
    """Note how the month grows from 1,000 actions, above what 35 take, and the memory of each action above the base."""
    power = exponent(thousand.cpu - base.cpu, large.cpu - base.cpu, actions / 1_000)
    reaches.at_most(f"growth of the month, 1,000 to {actions:,} actions: power of the size", power, 1.1, "")
    kilobytes = (large.peak - BASE) / actions / KILOBYTE
    reaches.at_most(f"{actions:,} actions: memory of each above 65 MB", kilobytes, 10, "kB")


def test_auditing(reaches: Reaches, desk: Path) -> None:
    taken = {}
    for actions in (1_000, 10_000):
        both = versions_of(actions, desk)
        taken[actions] = costs([audit_of(both), Command(("-c", READING_BOTH, *both))], desk, rounds=2)
    thousand, (large, reading) = taken[1_000][0], taken[10_000]
    at_most(reaches, "the audit of 10,000 reworded actions beside reading both", large, reading, 4)
    audit_grown(reaches, 10_000, thousand, large)
    if REFRESH:
        (huge,) = costs([audit_of(versions_of(100_000, desk))], desk, rounds=1)
        audit_grown(reaches, 100_000, thousand, huge)


def versions_of(actions: int, desk: Path) -> list[str]:
    return [str(plan_of(actions, desk)), str(plan_of(actions, desk, reworded=True))]


def audit_of(both: list[str]) -> Command:
    return edi_reports("audit", *both, "--format", "json")


def audit_grown(reaches: Reaches, actions: int, thousand: Cost, large: Cost) -> None:
    power = exponent(thousand.cpu, large.cpu, actions / 1_000)
    reaches.at_most(f"growth of the audit, 1,000 to {actions:,} actions: power of the size", power, 1.2, "")
