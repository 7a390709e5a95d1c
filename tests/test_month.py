"""The monthly batch: one folder, one manifest, all outputs or none; the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from edi_reports.cli import cli
from edi_reports.manifest import verify_output
from edi_reports.model.action import Action
from edi_reports.model.committee import Committee
from edi_reports.model.finding import CannotContinue
from edi_reports.month import Account, Issue, Order, file_name, issue_month
from edi_reports.writing import delivery
from edi_reports.writing.delivery import only_one_run
from tests.desk_making import (
    BOARD_ONLY,
    NOVEMBER,
    PAY_GAP,
    TRAINING,
    a_desk,
    at,
    files_in,
    issue,
    reports_in,
    save_plan,
)
from tests.killing import killed_at_every_call
from tests.paper_reading import as_prose
from tests.plan_making import a_plan, an_action, rated

ROOT = Path(__file__).parent.parent
MONTH = "2025-11"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def run_at(desk_folder: Path, *arguments: str | Path) -> Result:
    places = [word for name in ("input", "output", "templates") for word in (f"--{name}", desk_folder / name)]
    return run("month", "--as-at", "2025-11-30", *places, *arguments)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# What a month holds


def test_a_month_holds_tracker_papers_plan_log_manifest_and_an_exact_copy_of_the_workbook(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    workbook = save_plan(desk.input / "2025-10 plan.xlsx")
    issued = issue(desk)
    files = files_in(desk.output / MONTH)
    assert (
        files.keys()
        == issued.files.keys()
        == {
            "2025-11 EDI tracker.xlsx",
            "2025-11 Trust Board paper.docx",
            "plan.json",
            "run.log",
            "manifest.json",
            "source/2025-10 plan.xlsx",
        }
    )
    assert files["source/2025-10 plan.xlsx"] == workbook.read_bytes()


def test_the_manifest_names_every_input_and_output_with_its_sha256(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    earlier = save_plan(desk.input / "2025-05 plan.xlsx", PAY_GAP)
    july = issue(desk, NOVEMBER.replace(month=7, day=31))
    workbook = save_plan(desk.input / "2025-10 plan.xlsx")
    settings = desk.settings
    assert run("init", "-o", settings).exit_code == 0
    assert run_at(tmp_path).exit_code == 0
    files = files_in(desk.output / MONTH)
    manifest = json.loads(files["manifest.json"])
    inputs = {each["name"]: each["sha256"] for each in manifest["inputs"]}
    assert inputs.pop("templates/committee_paper.docx")
    assert inputs == {
        "2025-10 plan.xlsx": sha256(workbook.read_bytes()),
        "settings.xlsx": sha256(settings.read_bytes()),
        "2025-07/plan.json": sha256(july.files["plan.json"]),
    }
    assert sha256(earlier.read_bytes()) in {
        each["sha256"] for each in json.loads(july.files["manifest.json"])["inputs"]
    }
    outputs = {each["name"]: each["sha256"] for each in manifest["outputs"]}
    assert outputs == {name: sha256(data) for name, data in files.items() if name != "manifest.json"}
    assert (manifest["as_at"], manifest["actions"], manifest["rag"]["red"]) == ("2025-11-30", 2, 1)
    assert manifest["versions"].keys() >= {"edi_reports", "python", "openpyxl"}


def test_each_manifest_holds_the_hash_of_the_one_before(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "2025-05 plan.xlsx")
    for month in (9, 10, 11):
        issue(desk, NOVEMBER.replace(month=month))
    manifests = [(desk.output / f"2025-{month:02d}" / "manifest.json").read_bytes() for month in (9, 10, 11)]
    followed = [json.loads(manifest)["previous_manifest"] for manifest in manifests]
    assert followed == [None, sha256(manifests[0]), sha256(manifests[1])]


def test_the_log_holds_the_findings_for_people_or_for_programs(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx", PAY_GAP, ("Open a prayer room", "", "soonish", "", ""))
    for_people = issue(desk).files["run.log"].decode()
    for_programs = issue(desk, replace=True, log_as_json=True).files["run.jsonl"].decode()
    found = [json.loads(line) for line in for_programs.splitlines()]
    assert [each["code"] for each in found if each["severity"] != "note"] == ["owner-missing", "unreadable-date"]
    for each in found:
        assert f"{each['severity']}: {each['code']}" in for_people
        assert each["remedy"] in for_people


def test_what_is_found_in_a_template_stands_in_the_log_and_in_no_report(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx", PAY_GAP)
    desk.templates.mkdir()
    template = docx.Document()
    template.add_paragraph("{{chair_name}}")
    template.save(str(desk.templates / "committee_paper.docx"))
    issued = issue(desk)
    assert b"template-unknown-placeholder" in issued.files["run.log"]
    assert issued.rated.findings == ()
    assert "Nothing was found in the workbook" in as_prose(issued.files["2025-11 Trust Board paper.docx"])


def test_nothing_is_ever_written_into_the_input_folder(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    workbook = save_plan(desk.input / "plan.xlsx")
    workbook.chmod(0o444)
    before, written = workbook.read_bytes(), workbook.stat().st_mtime_ns
    issue(desk)
    assert (workbook.read_bytes(), workbook.stat().st_mtime_ns) == (before, written)
    assert [path.name for path in desk.input.iterdir()] == ["plan.xlsx"]


# Again


def test_a_month_that_comes_out_the_same_is_left_as_it_is(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    issue(desk, hour=9)
    before = files_in(desk.output)
    assert issue(desk, hour=10).unchanged
    assert files_in(desk.output) == before


def test_a_month_that_would_come_out_differently_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    run_at(tmp_path)
    before = files_in(desk.output)
    save_plan(desk.input / "plan.xlsx", PAY_GAP)
    for arguments in ((), ("--dry-run",)):
        refused = run_at(tmp_path, *arguments)
        assert (refused.exit_code, "already-issued" in refused.stderr) == (3, True)
        assert "--replace" in refused.stderr
        assert files_in(desk.output) == before


def test_a_replaced_month_is_kept_under_a_dated_name_and_both_can_still_be_proved(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    issue(desk, NOVEMBER.replace(month=10))
    issue(desk, hour=9)
    first = files_in(desk.output / MONTH)
    for hour, action in ((10, PAY_GAP), (10, TRAINING), (11, PAY_GAP)):
        save_plan(desk.input / "plan.xlsx", action)
        issue(desk, hour=hour, replace=True)
    kept = ["2025-11 replaced 2025-12-01 100000", "2025-11 replaced 2025-12-01 100000 (2)"]
    shown = sorted(path.name for path in desk.output.iterdir() if not path.name.startswith("."))
    assert shown == ["2025-10", "2025-11", *kept, "2025-11 replaced 2025-12-01 110000"]
    assert files_in(desk.output / kept[0]) == first
    assert list(verify_output(desk.output)) == []


def test_a_month_after_one_that_was_replaced_can_still_be_proved(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    for month in (10, 11):
        issue(desk, NOVEMBER.replace(month=month))
    save_plan(desk.input / "plan.xlsx", PAY_GAP)
    issue(desk, NOVEMBER.replace(month=10), replace=True)
    assert list(verify_output(desk.output)) == []


# Nothing at all


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    before = sorted(tmp_path.rglob("*"))
    result = run_at(tmp_path, "--dry-run")
    assert result.exit_code == 0
    assert "Would write" in result.stdout
    assert "2025-11 Trust Board paper.docx" in result.stdout
    assert sorted(tmp_path.rglob("*")) == before


def test_a_dry_run_changes_nothing_in_an_output_folder_that_a_killed_run_left_untidy(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    (desk.output / ".2025-11.partial-1").mkdir(parents=True)
    assert issue(desk, dry_run=True).files
    assert sorted(path.name for path in desk.output.iterdir()) == [".2025-11.partial-1"]


def test_a_second_run_at_the_same_time_says_so_and_stops(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    with only_one_run(desk.output):
        before = sorted(desk.output.rglob("*"))
        refused = run_at(tmp_path)
        assert (refused.exit_code, "already-running" in refused.stderr) == (3, True)
        assert sorted(desk.output.rglob("*")) == before
    assert run_at(tmp_path).exit_code == 0


def test_an_output_that_is_a_file_is_one_message_and_left_as_it_is(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    desk.output.write_text("minutes")
    result = run_at(tmp_path)
    assert (result.exit_code, "cannot-write" in result.stderr) == (3, True)
    assert desk.output.read_text() == "minutes"


def test_a_plan_that_cannot_be_read_leaves_no_folder(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    (desk.input / "plan.xlsx").write_bytes(b"%PDF-1.4")
    assert run_at(tmp_path).exit_code == 3
    assert not desk.output.exists()


# Killed


def made(*actions: Action, copies: int = 1) -> Issue:
    """An issue of a plan of these actions, before it is delivered, with some bytes for its files."""
    files = {"paper.docx": b"Dear all, " * copies, "plan.json": b"{}", "source/plan.xlsx": b"Q4" * copies}
    return Issue(Account(rated(a_plan(*actions))), Path(MONTH), files, inputs={"plan.xlsx": "0" * 64})


FIRST, CORRECTED = made(an_action()), made(an_action(), an_action(ref="1.02"), copies=9)


def issue_first(output: Path) -> None:
    deliver(FIRST, output, hour=9)


def issue_corrected(output: Path) -> None:
    deliver(CORRECTED, output, hour=10)


def deliver(issued: Issue, output: Path, hour: int) -> None:
    order = Order(NOVEMBER, replace=True)
    issue_month(output, lambda: replace(issued, folder=output / MONTH), order, at(hour), lambda _: None)


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot fork")
def test_killed_at_any_moment_the_old_month_or_the_new_one_can_be_proved_and_the_next_run_tidies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    old, new = FIRST.files, CORRECTED.files
    for output in killed_at_every_call(issue_corrected, issue_first, tmp_path):
        assert reports_in(output / MONTH) in (old, new)
        assert list(verify_output(output)) == []
        issue_corrected(output)
        assert reports_in(output / MONTH) == new
        kept = [reports_in(folder) for folder in output.iterdir() if folder.name.startswith("2025-11 replaced")]
        assert kept in ([old], [old, new], [new, old])
        assert list(verify_output(output)) == []
        assert [path.name for path in output.iterdir() if path.name.startswith(".")] == [".edi-reports.lock"]


# The same bytes

LATER = """
import datetime, pandas, sys, time
moment = datetime.datetime(2031, 3, 1, 3, 7, 9, tzinfo=datetime.timezone.utc)
class Later(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls(2031, 3, 1, 3, 7, 9, tzinfo=tz))
    utcnow = today = now
datetime.datetime = Later
local, utc = time.localtime, time.gmtime
time.time = moment.timestamp
time.localtime = lambda seconds=None: local(moment.timestamp() if seconds is None else seconds)
time.gmtime = lambda seconds=None: utc(moment.timestamp() if seconds is None else seconds)
from edi_reports.cli import main
main()
"""


def manifest_without_moments(folder: Path) -> dict[str, object]:
    manifest = json.loads((folder / "manifest.json").read_bytes())
    return {key: value for key, value in manifest.items() if key not in ("started", "ended")}


def test_the_same_input_gives_the_same_bytes_on_any_day_in_any_zone_locale_and_folder(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there" / "on another drive"
    for folder in (here, there):
        folder.mkdir(parents=True)
        (folder / "input").symlink_to(ROOT / "input")
    month = ["month", "--as-at", "2025-11-30", "--quiet"]
    ours = os.environ | {"PYTHONPATH": str(ROOT)}
    settings = {"TZ": "Europe/London", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
    one = subprocess.Popen([sys.executable, "-m", "edi_reports", *month], cwd=here, env=ours | settings)
    settings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4321", "PYTHONUTF8": "0"}
    places = [word for name in ("input", "output") for word in (f"--{name}", str(there / name))]
    code = [sys.executable, "-c", LATER, *month, *places]
    other = subprocess.Popen(code, cwd=ROOT / "tests", env=ours | settings)
    assert (one.wait(), other.wait()) == (1, 1)
    first, second = here / "output" / MONTH, there / "output" / MONTH
    assert reports_in(first) == reports_in(second)
    assert manifest_without_moments(first) == manifest_without_moments(second)
    assert json.loads((second / "manifest.json").read_bytes())["started"] == "2031-03-01T03:07:09+00:00"


def test_a_workbook_open_on_somebodys_screen_is_a_note_of_the_run_and_changes_no_report(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    closed = issue(desk)
    (desk.input / "~$plan.xlsx").write_bytes(b"\x0bHead of EDI")
    again = issue(desk)
    assert again.unchanged
    assert [found.code for found in again.findings if found not in closed.findings] == ["open-elsewhere"]
    replaced = issue(desk, replace=True)
    assert b"open-elsewhere" in replaced.files["run.log"]
    differ = {name for name, data in replaced.files.items() if closed.files[name] != data}
    assert differ == {"run.log", "manifest.json"}


# Names


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ('plan: "final"? <v2>|*.xlsx', "plan final v2.xlsx"),
        ("plan\u202exslx.\x07exe.xlsx", "plan xslx. exe.xlsx"),
        ("план дій.xlsx", "план дій.xlsx"),
        ("plan\udcff.xlsx", "plan.xlsx"),
        ("???.xlsx", "unnamed.xlsx"),
        (f"{'long ' * 40}.xlsx", f"{'long ' * 23}long.xlsx"),
    ],
    ids=["forbidden on Windows", "turned round", "Cyrillic", "not UTF-8", "only signs", "long"],
)
def test_a_copy_of_the_workbook_has_a_name_that_any_system_can_hold(name: str, copy: str, tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    workbook = save_plan(tmp_path / "plan.xlsx", PAY_GAP).rename(desk.input / name)
    issued = issue(desk)
    assert files_in(issued.folder)[f"source/{copy}"] == workbook.read_bytes()
    manifest = json.loads(issued.files["manifest.json"])
    assert name in {each["name"] for each in manifest["inputs"]}
    assert list(verify_output(desk.output)) == []


def test_committees_whose_names_make_the_same_file_name_each_get_their_paper(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    names = ("Quality/Safety", "quality:safety", "Quality?Safety")
    settings = replace(BOARD_ONLY, committees=tuple(Committee(name) for name in names))
    papers = sorted(name for name in issue(desk, settings=settings).files if name.endswith(".docx"))
    assert (
        papers
        == [
            "2025-11 Quality Safety paper (2).docx",
            "2025-11 Quality Safety paper.docx",
            "2025-11 quality safety paper (2).docx",
        ]
        or len({paper.casefold() for paper in papers}) == 3
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "", "\x00", "a" * 999, "委" * 99, " . "])
def test_no_name_leads_out_of_the_folder_or_is_too_long_for_one(name: str) -> None:
    made = file_name(name)
    assert made.strip(". ") == made
    assert made
    assert not set(made) & set("/\\:\x00")
    assert len(f"2025-11 {made} paper.docx".encode()) < 200


def test_a_damaged_plan_of_an_earlier_month_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx", PAY_GAP, TRAINING)
    issue(desk, NOVEMBER.replace(month=10))
    (desk.output / "2025-10" / "plan.json").write_text("{")
    with pytest.raises(CannotContinue) as refused:
        issue(desk)
    assert refused.value.finding.code == "damaged-plan-json"
    assert not (desk.output / MONTH).exists()


def changed(plan: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("2026-03-31", "2026-03-30"), encoding="utf-8")


@pytest.mark.parametrize("harm", [Path.unlink, changed])
def test_without_the_plan_that_was_issued_a_date_that_moved_is_not_green_in_silence(
    harm: Callable[[Path], None], tmp_path: Path
) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv", PAY_GAP)
    issue(desk, NOVEMBER.replace(month=10))
    harm(desk.output / "2025-10" / "plan.json")
    with pytest.raises(CannotContinue) as refused:
        issue(desk)
    assert str(refused.value).startswith("error: issued-plan-changed   2025-10/plan.json")
    assert not (desk.output / MONTH).exists()


# Again, and after the swap


def test_replacing_a_month_that_comes_out_the_same_changes_nothing(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    issue(desk)
    before = files_in(desk.output)
    assert issue(desk, hour=10, replace=True, dry_run=True).unchanged
    assert issue(desk, hour=10, replace=True).unchanged
    assert files_in(desk.output) == before


@pytest.mark.parametrize("harm", ["plan.json", "manifest.json", "run.log", "source/plan.csv"])
def test_replacing_a_month_that_is_no_longer_whole_issues_it_again(harm: str, tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    whole = issue(desk).files
    (desk.output / MONTH / harm).unlink()
    replaced = issue(desk, hour=10, replace=True)
    assert not replaced.unchanged
    assert set(files_in(desk.output / MONTH)) == set(whole)
    assert len([path for path in desk.output.iterdir() if " replaced " in path.name]) == 1


def test_replacing_a_month_whose_month_before_was_replaced_mends_the_proof(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv", PAY_GAP, TRAINING)
    for month in (10, 11):
        issue(desk, NOVEMBER.replace(month=month))
    shutil.rmtree(desk.output / "2025-10")
    issue(desk, NOVEMBER.replace(month=10), hour=10)
    assert [found.code for found in verify_output(desk.output)] == ["chain-broken"]
    assert not issue(desk, hour=11, replace=True).unchanged
    verified = {found.place.workbook for found in verify_output(desk.output) if found.place}
    assert MONTH not in verified


def test_what_fails_after_the_new_month_stands_is_told_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    first = issue(desk).files
    save_plan(desk.input / "plan.csv", PAY_GAP)
    flush = delivery._flush_folder

    def unplugged(folder: Path) -> None:
        flush(folder)
        if folder == desk.output:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(delivery, "_flush_folder", unplugged)
    replaced = issue(desk, hour=10, replace=True)
    assert [found.code for found in replaced.noticed] == ["written-unconfirmed"]
    assert "written whole" in replaced.noticed[0].message
    assert "input/output error" in replaced.noticed[0].message
    assert files_in(desk.output / MONTH) == replaced.files
    (kept,) = (path for path in desk.output.iterdir() if " replaced " in path.name)
    assert files_in(kept) == first


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere folders are not swapped in one step")
def test_an_old_month_that_cannot_be_put_away_stays_under_its_hidden_name_until_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    first = issue(desk).files
    save_plan(desk.input / "plan.csv", PAY_GAP)
    rename = os.rename

    def refused(source: Path, target: Path) -> None:
        if " replaced " in str(target) and ".swap-" not in str(target):
            raise PermissionError(13, "Permission denied")
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refused)
        replaced = issue(desk, hour=10, replace=True)
    assert [found.code for found in replaced.noticed] == ["written-unconfirmed"]
    assert files_in(desk.output / MONTH) == replaced.files
    assert issue(desk, hour=11).unchanged
    (kept,) = (path for path in desk.output.iterdir() if path.name.startswith("2025-11 replaced "))
    assert files_in(kept) == first


def test_an_issued_file_that_has_grown_beyond_the_memory_is_not_read(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    issue(desk)
    with (desk.output / MONTH / "plan.json").open("r+b") as grown:
        grown.truncate(2**42)
    with pytest.raises(CannotContinue, match="already-issued"):
        issue(desk)


@pytest.mark.parametrize("name", ["../a.docx", "sub/../../a.docx", "/etc/passwd", r"\\server\a.docx", r"C:\a.docx"])
def test_a_template_named_in_a_cell_is_taken_from_the_templates_folder_alone(name: str, tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    astray = replace(BOARD_ONLY, committees=(Committee("Trust Board", template=name),))
    with pytest.raises(CannotContinue, match="template-elsewhere"):
        issue(desk, settings=astray)
    assert not desk.output.exists()
