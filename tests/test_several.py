"""Many desks in one run: one failure stops no other, and however the work is spread the bytes are the same."""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import signal
import sys
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from edi_reports.cli import cli
from edi_reports.manifest import verify_output
from edi_reports.month import Desk, Order
from edi_reports.reading.collector import left_alone_by_collector
from edi_reports.several import Errand, Several, find_desks, run_desks, run_plans
from edi_reports.spreading import Workers, spread
from edi_reports.writing.delivery import only_one_run
from tests.desk_making import NETWORKS, NOVEMBER, PAY_GAP, TRAINING, a_desk, files_in, nine, save_plan
from tests.paper_reading import as_prose

MONTH = "2025-11"
PAPER = "2025-11 Equality Group paper.docx"
NORTH, SOUTH, WEST = "North Division", "South", "West"


def three_desks(folder: Path) -> Path:
    """Three desks, the last with an empty input folder."""
    for name, rows in ((NORTH, (PAY_GAP, NETWORKS)), (SOUTH, (TRAINING,)), (WEST, ())):
        desk = a_desk(folder / name)
        if rows:
            save_plan(desk.input / "plan.csv", *rows)
    return folder


def run(folder: Path, jobs: int = 1, scheduler: str = "") -> Several:
    return run_plans(folder, Order(NOVEMBER), Workers(jobs, scheduler), nine, lambda _: None)


def month(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["month", "--plans", str(folder), "--as-at", "2025-11-30", *arguments])


def reports_in(folder: Path) -> dict[str, bytes | dict[str, object]]:
    """Every file under a folder, manifests without the moments of the run."""
    files: dict[str, bytes | dict[str, object]] = dict(files_in(folder))
    for name, data in files_in(folder).items():
        if name.endswith("manifest.json"):
            said = json.loads(data)
            files[name] = {key: value for key, value in said.items() if key not in ("started", "ended")}
    return files


# Each desk


def test_a_desk_is_every_folder_that_has_an_input_folder_of_its_own(tmp_path: Path) -> None:
    three_desks(tmp_path)
    for name in ("archive", "input", "output/2025-11/source", ".hidden/input"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "notes.txt").write_text("mine")
    desks = find_desks(tmp_path)
    assert list(desks) == [NORTH, SOUTH, WEST]
    north = tmp_path / NORTH
    assert desks[NORTH] == Desk(north / "input", north / "output", north / "templates")


@pytest.mark.parametrize("folder", [".", "nowhere", "a file", NORTH])
def test_a_folder_without_desks_is_named_and_left_as_it_is(folder: str, tmp_path: Path) -> None:
    a_desk(tmp_path / "elsewhere" / NORTH)
    (tmp_path / "elsewhere" / "a file").write_text("mine")
    place = tmp_path if folder == "." else tmp_path / "elsewhere" / folder
    before = sorted(tmp_path.rglob("*"))
    result = month(place)
    assert (result.exit_code, "no-desks" in result.stderr) == (3, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_each_desk_issues_its_own_month_and_one_failure_stops_no_other(tmp_path: Path) -> None:
    result = month(three_desks(tmp_path))
    assert result.exit_code == 3
    lines = result.stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [NORTH, SOUTH, WEST, "Consolidated", "Time"]
    assert "Written" in lines[0]
    assert lines[2].endswith("Not issued: no-workbook")
    assert "error: no-workbook   West" in result.stderr
    for name in (NORTH, SOUTH):
        assert list(verify_output(tmp_path / name / "output")) == []
        assert "2025-11 Trust Board paper.docx" in files_in(tmp_path / name / "output" / MONTH)
    assert not (tmp_path / WEST / "output" / MONTH).exists()


@pytest.mark.skipif(os.name != "posix", reason="links are made so on POSIX systems only")
@pytest.mark.parametrize("link", ["East", "East/input"])
def test_a_desk_on_a_drive_that_is_not_there_is_missed(link: str, tmp_path: Path) -> None:
    folder = three_desks(tmp_path / "plans")
    (folder / "East").mkdir() if link != "East" else None
    (folder / link).symlink_to(tmp_path / "unplugged")
    east = next(found for found in run(folder).runs if found.name == "East")
    assert east.refused is not None
    assert east.refused.code == "no-workbook"
    assert not (tmp_path / "unplugged").exists()


def test_each_desk_has_its_own_settings(tmp_path: Path) -> None:
    three_desks(tmp_path)
    settings = tmp_path / SOUTH / "input" / "settings.xlsx"
    CliRunner().invoke(cli, ["init", "-o", str(settings)])
    run(tmp_path)
    inputs = {
        name: [
            each["name"]
            for each in json.loads((tmp_path / name / "output" / MONTH / "manifest.json").read_bytes())["inputs"]
        ]
        for name in (NORTH, SOUTH)
    }
    assert {name: "settings.xlsx" in names for name, names in inputs.items()} == {NORTH: False, SOUTH: True}


class Leftover:
    """Something that holds itself, as the pages of a workbook hold the workbook."""

    def __init__(self) -> None:
        self.itself = self


def test_what_the_month_of_one_desk_leaves_behind_is_gone_once_the_next_plan_is_read() -> None:
    with left_alone_by_collector():
        pass
    left = weakref.ref(leftover := Leftover())
    gc.collect()  # it grows old while the month is written
    del leftover
    with left_alone_by_collector():
        pass
    assert left() is None


def test_a_fault_in_one_desk_is_told_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("edi_reports.several.run_month", broken)
    several = run(three_desks(tmp_path))
    assert [each.refused and each.refused.code for each in several.runs] == ["fault", "fault", "fault"]
    assert "ZeroDivisionError" in several.findings[0].message
    assert several.consolidated.refused is not None
    assert several.consolidated.refused.code == "nothing-to-consolidate"
    assert not (tmp_path / "output" / MONTH).exists()


# All together


def test_all_plans_together_have_a_tracker_a_paper_and_a_manifest_that_proves_them(tmp_path: Path) -> None:
    run(three_desks(tmp_path))
    files = files_in(tmp_path / "output" / MONTH)
    assert files.keys() == {"2025-11 EDI tracker.xlsx", PAPER, "plan.json", "plans.json", "run.log", "manifest.json"}
    assert list(verify_output(tmp_path / "output")) == []
    actions = json.loads(files["plan.json"])["actions"]
    assert [(action["ref"], action["action"]) for action in actions] == [
        ("ND 01", PAY_GAP[0]),
        ("ND 02", NETWORKS[0]),
        ("SOU 01", TRAINING[0]),
    ]
    manifest = json.loads(files["manifest.json"])
    names = [each["name"] for each in manifest["inputs"]]
    assert names == ["North Division/2025-11/plan.json", "South/2025-11/plan.json", "templates/committee_paper.docx"]
    plans = json.loads(files["plans.json"])["plans"]
    assert [(plan["plan"], plan["code"], plan.get("actions"), plan["missing"]) for plan in plans] == [
        (NORTH, "ND", 2, None),
        (SOUTH, "SOU", 1, None),
        (WEST, "WES", None, "no-workbook"),
    ]


def test_a_paper_says_which_plan_is_missing_and_names_no_folder_of_this_machine(tmp_path: Path) -> None:
    run(three_desks(tmp_path))
    files = files_in(tmp_path / "output" / MONTH)
    paper = as_prose(files[PAPER])
    assert 'The plan of "West" is missing: it could not be issued this time.' in paper
    assert b"plan-missing" in files["run.log"]
    assert str(tmp_path).encode() not in b"".join(files.values())
    assert str(tmp_path) not in paper


def test_several_plans_can_have_settings_and_committees_of_their_own(tmp_path: Path) -> None:
    three_desks(tmp_path)
    (tmp_path / "input").mkdir()
    CliRunner().invoke(cli, ["init", "-o", str(tmp_path / "input" / "settings.xlsx")])
    run(tmp_path)
    papers = [name for name in files_in(tmp_path / "output" / MONTH) if name.endswith(".docx")]
    assert len(papers) == 4


def test_a_plan_that_is_put_right_is_taken_in_and_only_what_differs_is_replaced(tmp_path: Path) -> None:
    run(three_desks(tmp_path))
    first = files_in(tmp_path / "output" / MONTH)
    save_plan(tmp_path / WEST / "input" / "plan.csv", PAY_GAP)
    refused = month(tmp_path)
    assert refused.exit_code == 3
    for line, said in zip(
        refused.stdout.splitlines(), ("Unchanged", "Unchanged", "Written", "already-issued"), strict=False
    ):
        assert said in line
    assert files_in(tmp_path / "output" / MONTH) == first
    again = month(tmp_path, "--replace")
    assert again.exit_code == 0
    assert len(json.loads((tmp_path / "output" / MONTH / "plan.json").read_bytes())["actions"]) == 4
    kept = sorted(path.relative_to(tmp_path).parts[:-1] for path in tmp_path.rglob("2025-11 replaced*"))
    assert kept == [("output",)]
    assert list(verify_output(tmp_path / "output")) == []


def test_a_dry_run_of_many_desks_writes_nothing_at_all(tmp_path: Path) -> None:
    three_desks(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = month(tmp_path, "--dry-run")
    assert "Would write 5 files" in result.stdout
    assert sorted(tmp_path.rglob("*")) == before


def test_a_second_run_of_all_desks_stops_before_any_is_run(tmp_path: Path) -> None:
    three_desks(tmp_path)
    with only_one_run(tmp_path / "output"):
        result = month(tmp_path)
    assert (result.exit_code, "already-running" in result.stderr) == (3, True)
    assert not (tmp_path / NORTH / "output").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--plans", ".", "plan.xlsx"),
        ("--plans", ".", "--input", "input"),
        ("--plans", ".", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"),
        ("--plans", ".", "--jobs", "0"),
        ("--jobs", "2"),
        ("--scheduler", "tcp://127.0.0.1:1"),
    ],
    ids=" ".join,
)
def test_options_that_do_not_go_together_are_a_wrong_command_line(arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(cli, ["month", *arguments]).exit_code == 2


# However the work is spread


def leave_a_mark(path: Path) -> None:
    path.touch()
    time.sleep(0.05)


def test_when_the_run_is_stopped_work_that_was_not_begun_is_left(tmp_path: Path) -> None:
    def stopped(_: int) -> NoReturn:
        raise KeyboardInterrupt

    marks = [tmp_path / str(number) for number in range(40)]
    with pytest.raises(KeyboardInterrupt):
        spread(leave_a_mark, marks, Workers(jobs=2), stopped)
    assert 0 < sum(mark.exists() for mark in marks) < 20


@pytest.fixture(scope="module")
def one_after_the_other(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes | dict[str, object]]:
    folder = three_desks(tmp_path_factory.mktemp("plans"))
    run(folder)
    return reports_in(folder)


def test_in_two_processes_the_bytes_are_the_same(
    one_after_the_other: dict[str, bytes | dict[str, object]], tmp_path: Path
) -> None:
    run(three_desks(tmp_path), jobs=2)
    assert reports_in(tmp_path) == one_after_the_other


def dies() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    raise AssertionError


def test_a_process_that_is_killed_takes_no_other_plan_with_it(tmp_path: Path) -> None:
    desks = find_desks(three_desks(tmp_path))
    clocks = {NORTH: dies, SOUTH: nine}
    errands = [Errand(name, desks[name], Order(NOVEMBER), clock) for name, clock in clocks.items()]
    north, south = run_desks(errands, Workers(jobs=2), lambda _: None)
    assert north.refused is not None
    assert (north.refused.code, "BrokenProcessPool" in north.refused.message) == ("worker-lost", True)
    assert south.issue is not None
    assert list(verify_output(desks[SOUTH].output)) == []


def test_a_cluster_that_does_not_answer_is_one_message_before_anything_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("edi_reports.spreading.SECONDS_TO_ANSWER", 1)
    for address in ("tcp://127.0.0.1:1", "nowhere.invalid:8786", "ftp://127.0.0.1", "tcp://", "x"):
        result = month(three_desks(tmp_path / address.replace("/", "")), "--scheduler", address)
        assert result.exit_code == 3, address
        assert result.stderr.count("error:") == 1
        assert address in result.stderr
    assert not list(tmp_path.rglob("2025-11"))


def test_without_the_library_for_clusters_the_message_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = month(three_desks(tmp_path), "--scheduler", "tcp://127.0.0.1:8786")
    assert (result.exit_code, "no-cluster" in result.stderr) == (3, True)
    assert "pip install '.[cluster]'" in result.stderr
    assert not list(tmp_path.rglob("2025-11"))


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a real scheduler with one worker, over loopback."""
    distributed = pytest.importorskip("distributed")
    settings = {"n_workers": 1, "threads_per_worker": 2, "protocol": "tcp", "dashboard_address": ":0"}
    with distributed.LocalCluster(processes=True, host="127.0.0.1", **settings) as running:
        yield running.scheduler_address


@pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="the extra [cluster] is not installed")
@pytest.mark.filterwarnings("ignore")
def test_on_a_cluster_the_bytes_are_the_same(
    cluster: str, one_after_the_other: dict[str, bytes | dict[str, object]], tmp_path: Path
) -> None:
    run(three_desks(tmp_path), scheduler=cluster)
    assert reports_in(tmp_path) == one_after_the_other
