"""The script for schedulers: the month that has just ended, as at its last day, and the exit code passed on."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "scheduling"
SCRIPT = FOLDER / "run-month.sh"

has_gnu_date = shutil.which("date") and subprocess.run(["date", "-d", "yesterday"], capture_output=True).returncode == 0
pytestmark = pytest.mark.skipif(os.name != "posix" or not has_gnu_date, reason="the script is for Linux")


def a_tool(folder: Path, month: int, verify: int) -> Path:
    """A stand-in for the tool that ends with these exit codes and notes what it was asked for."""
    tool = folder / ".venv" / "bin" / "edi-reports"
    tool.parent.mkdir(parents=True)
    tool.write_text(f'#!/bin/sh\necho "$PWD: $*" >> asked.txt\n[ "$1" = month ] && exit {month}\nexit {verify}\n')
    tool.chmod(0o755)
    return folder


def run(folder: Path) -> int:
    return subprocess.run([SCRIPT, folder], cwd="/").returncode


@pytest.mark.parametrize(
    ("month", "verify", "code"),
    [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1), (3, 0, 3), (2, 0, 2), (0, 3, 3), (137, 0, 137)],
)
def test_a_scheduler_is_told_the_worse_of_the_two_exit_codes(
    month: int, verify: int, code: int, tmp_path: Path
) -> None:
    assert run(a_tool(tmp_path, month, verify)) == code


def test_the_month_is_the_one_that_has_just_ended_as_at_its_last_day(tmp_path: Path) -> None:
    assert run(a_tool(tmp_path / "an office", 0, 0)) == 0
    last_day = date.today().replace(day=1) - timedelta(days=1)  # noqa: DTZ011 - the script asks for the local day
    place = tmp_path / "an office"
    assert (place / "asked.txt").read_text().splitlines() == [
        f"{place}: month --as-at {last_day.isoformat()} --quiet",
        f"{place}: verify",
    ]


def test_nothing_is_proved_when_nothing_was_issued(tmp_path: Path) -> None:
    run(a_tool(tmp_path, 3, 0))
    assert len((tmp_path / "asked.txt").read_text().splitlines()) == 1


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_understands_the_timer_and_the_service(tmp_path: Path) -> None:
    for name in ("edi-month.timer", "edi-month.service"):
        words = (FOLDER / name).read_text().replace("/srv/edi/run-month.sh", str(SCRIPT))
        (tmp_path / name).write_text(words)
    done = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / "edi-month.timer", tmp_path / "edi-month.service"],
        capture_output=True,
        text=True,
    )
    assert "edi-month" not in done.stderr
