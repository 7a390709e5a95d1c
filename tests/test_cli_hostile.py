"""What stands where a file should, or bears a name that no file can: one message in words, and nothing written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from edi_reports.cli import cli
from edi_reports.reports.parts import Column, Table
from edi_reports.terminal import show_tables
from tests.desk_making import TRAINING, a_desk, files_in, save_plan

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and broken links are made so on POSIX systems only")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def a_pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


@posix
@pytest.mark.parametrize("command", ["export", "history"])
def test_a_pipe_in_the_place_of_a_workbook_is_refused_and_not_waited_for(command: str, tmp_path: Path) -> None:
    pipe = a_pipe(tmp_path / "plan.xlsx")
    done = subprocess.run(
        [sys.executable, "-m", "edi_reports", command, pipe], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 3
    assert "it is a device or a pipe, not a file" in done.stderr
    assert "To fix:" in done.stderr


@posix
def test_a_pipe_among_the_workbooks_is_named_and_not_waited_for(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.xlsx")
    a_pipe(desk.input / "zz.xlsx")
    done = subprocess.run(
        [sys.executable, "-m", "edi_reports", "month", "--as-at", "2025-11-30"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1, 3)
    assert "Traceback" not in done.stderr


def test_a_file_that_may_not_be_read_is_told_in_the_tools_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = save_plan(tmp_path / "plan.csv")

    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(os, "access", lambda *_: False)
    refused = run("export", plan)
    assert refused.exit_code == 3
    assert "cannot-open   plan.csv" in refused.stderr
    assert "permission denied" in refused.stderr


def edi_reports_from_a_shell(redirected: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run the tool with streams as a shell redirects them."""
    command = ["sh", "-c", f'exec "$0" "$@" {redirected}', sys.executable, "-m", "edi_reports", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, check=False)


@posix
@pytest.mark.parametrize("command", ["export", "check", "audit", "month"])
def test_a_stream_that_is_closed_stops_no_command(command: str, tmp_path: Path) -> None:
    plan = save_plan(tmp_path / "plan.csv")
    month = ["--as-at", "2025-11-30", "--output", tmp_path / "out"]
    more = [plan] if command == "audit" else month if command == "month" else []
    for closed in (">&-", "2>&-", "<&- >&- 2>&-"):
        done = edi_reports_from_a_shell(closed, command, plan, *more)
        assert (done.returncode in (0, 1), b"fault" in done.stderr) == (True, False)
    assert (tmp_path / "out" / "2025-11").exists() or command != "month"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the device that is always full is one of Linux")
def test_results_are_given_whole_where_nobody_can_be_told_of_findings(tmp_path: Path) -> None:
    plan = save_plan(tmp_path / "plan.csv", ("A3", "Train the panel", "Head of EDI", "soon", "In progress", "WRES"))
    told, untold = edi_reports_from_a_shell("", "export", plan), edi_reports_from_a_shell("2>/dev/full", "export", plan)
    assert b"unreadable-date" in told.stderr
    assert (untold.returncode, untold.stdout) == (told.returncode, told.stdout)


def test_a_run_that_is_stopped_says_so_and_is_not_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("edi_reports.recipe.read_bytes", stopped)
    refused = run("check", save_plan(tmp_path / "plan.csv"))
    assert (refused.exit_code, "error: interrupted" in refused.stderr) == (3, True)


LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", f"{LONG}.xlsx"),
        ("export", "plan.csv", "--settings", f"{LONG}.xlsx"),
        ("tracker", "plan.csv", "-o", f"{LONG}.xlsx"),
        ("month", "plan.csv", "--output", LONG),
        ("month", "plan.csv", "--templates", LONG),
        ("verify", LONG),
        ("draft", "2025-11", "--output", LONG),
        ("init", "-o", f"{LONG}.xlsx"),
    ],
)
def test_a_name_that_no_file_can_have_is_one_message(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_plan(tmp_path / "plan.csv")
    before = files_in(tmp_path)
    refused = run(*arguments)
    assert refused.exit_code == 3
    assert refused.stderr.count("error: ") == 1
    assert "error: fault" not in refused.stderr
    assert files_in(tmp_path) == before


@posix
def test_a_broken_link_in_the_place_of_an_output_is_not_written_over(tmp_path: Path) -> None:
    plan, tracker = save_plan(tmp_path / "plan.csv"), tmp_path / "tracker.xlsx"
    tracker.symlink_to("nowhere")
    refused = run("tracker", plan, "-o", tracker)
    assert (refused.exit_code, "file-exists" in refused.stderr) == (3, True)
    assert tracker.is_symlink()


def test_settings_that_are_named_and_not_there_are_not_replaced_by_the_defaults(tmp_path: Path) -> None:
    refused = run("export", save_plan(tmp_path / "plan.csv"), "--settings", tmp_path / "mistyped.xlsx")
    assert (refused.exit_code, 'There is no file "mistyped.xlsx"' in refused.stderr) == (3, True)
    assert refused.stdout == ""


@posix
def test_settings_on_a_drive_that_is_not_there_are_missed(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    save_plan(desk.input / "plan.csv")
    desk.settings.symlink_to(tmp_path / "unplugged")
    refused = run("month", "--as-at", "2025-11-30", "--input", desk.input, "--output", desk.output)
    assert (refused.exit_code, "no-such-file   settings.xlsx" in refused.stderr) == (3, True)


def test_a_narrow_terminal_leaves_out_no_column(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "5")
    columns = tuple(Column(heading, 1) for heading in ("Ref", "Action", "Owner", "Before", "After", "Effect"))
    show_tables("Changes", (), [Table("All", columns, (("1.01", "Publish", "Head", "Q1", "Q2", "later"),))])
    shown = capsys.readouterr().out
    assert all(words in shown for words in ("Effect", "1.01", "Publish", "Head", "Q1", "Q2", "later"))


ODD_NAME = "[b] \x1b[31m\x07 \x9b2J \u202exslx.csv"


@posix
@pytest.mark.parametrize("command", ["check", "audit", "history", "month"])
def test_a_name_of_a_file_cannot_act_on_the_terminal(command: str, tmp_path: Path) -> None:
    plan, other = tmp_path / ODD_NAME, tmp_path / "other" / ODD_NAME
    other.parent.mkdir()
    save_plan(plan)
    save_plan(other, TRAINING)
    more = [other] if command in ("audit", "history") else ["--output", tmp_path / "out"] if command == "month" else []
    said = run(command, plan, *more)
    assert said.exit_code in (0, 1)
    assert "[b] ␛[31m␇ [U+009B]2J [U+202E]xslx.csv" in " ".join(said.output.split())
    logs = [log.read_text(encoding="utf-8") for log in tmp_path.rglob("run.log")]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", "".join([said.output, *logs]))
