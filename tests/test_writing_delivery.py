"""Onto the disk whole or not at all: killed at any moment, out of space, out of permission, two at once."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.writing import delivery
from edi_reports.writing.delivery import LOCK, clear_interrupted, deliver_file, deliver_folder, only_one_run
from tests.killing import CALLS, killed_at_every_call

OLD = {"paper.docx": b"the paper of May", "source/plan.xlsx": b"the plan of May", "manifest.json": b"{}"}
NEW = {"paper.docx": b"the paper, corrected" * 9, "source/plan.xlsx": b"the plan, corrected", "tracker.xlsx": b"new"}
MONTH, KEPT = "2025-05", "2025-05 replaced 2025-06-01 090000"

posix = pytest.mark.skipif(os.name != "posix", reason="Windows knows no fork, no umask and no limit on files")

Folders = dict[str, dict[str, bytes]]
NOTHING: Folders = {}
ISSUED: Folders = {MONTH: OLD}
ISSUED_AGAIN: Folders = {MONTH: NEW, KEPT: OLD}


def standing_in(output: Path) -> Folders:
    """Every folder of an output folder, the hidden ones too, with all its files."""
    return {
        folder.name: {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in output.iterdir()
    }


def shown_in(output: Path) -> Folders:
    return {name: files for name, files in standing_in(output).items() if not name.startswith(".")}


@pytest.fixture(autouse=True)
def _a_disk_that_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


def nothing_yet(output: Path) -> None:
    assert not any(output.iterdir())


def issue(output: Path) -> None:
    deliver_folder(output / MONTH, OLD)


def issue_again(output: Path) -> None:
    deliver_folder(output / MONTH, NEW, keep_old_as=output / KEPT)


def issue_again_without_exchange(output: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delivery, "_exchange", no_exchange)
        issue_again(output)


def no_exchange(_one: Path, _other: Path) -> bool:
    return False


def tidy(output: Path) -> None:
    clear_interrupted(output)


# Killed


@posix
def test_killed_at_any_moment_a_new_month_is_whole_or_not_there(tmp_path: Path) -> None:
    for output in killed_at_every_call(issue, nothing_yet, tmp_path):
        assert shown_in(output) in (NOTHING, ISSUED)
        clear_interrupted(output)
        assert standing_in(output) in (NOTHING, ISSUED)


@posix
def test_killed_at_any_moment_of_replacing_the_old_month_or_the_new_one_stands_whole(tmp_path: Path) -> None:
    seen = []
    for output in killed_at_every_call(issue_again, issue, tmp_path):
        assert shown_in(output)[MONTH] in (OLD, NEW)
        clear_interrupted(output)
        seen.append(standing_in(output))
    assert all(state in (ISSUED, ISSUED_AGAIN) for state in seen)
    assert (seen[0], seen[-1]) == (ISSUED, ISSUED_AGAIN)


@posix
def test_where_folders_cannot_be_swapped_the_next_run_finishes_the_move(tmp_path: Path) -> None:
    seen = []
    for output in killed_at_every_call(issue_again_without_exchange, issue, tmp_path):
        assert shown_in(output).get(MONTH, OLD) in (OLD, NEW)
        clear_interrupted(output)
        seen.append(standing_in(output))
    assert all(state in (ISSUED, ISSUED_AGAIN) for state in seen)
    assert (seen[0], seen[-1]) == (ISSUED, ISSUED_AGAIN)


def killed_after_the_swap(output: Path) -> None:
    """What a kill between the swap and the last rename leaves, with the rest of another run that was killed earlier."""
    issue(output)
    delivery._fill(output / f".{MONTH}.partial-1", NEW)
    delivery._fill(output / "new", NEW)
    swap = output / f".{KEPT}.swap-{(output / 'new').stat().st_ino}"
    (output / "new").rename(swap)
    assert delivery._exchange(swap, output / MONTH)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders are swapped in one step on Linux only")
def test_killed_while_tidying_up_nothing_is_lost(tmp_path: Path) -> None:
    for output in killed_at_every_call(tidy, killed_after_the_swap, tmp_path):
        clear_interrupted(output)
        assert standing_in(output) == ISSUED_AGAIN


# Refused by the system


def failing_at(number: int, monkeypatch: pytest.MonkeyPatch, error: int) -> Callable[[], int]:
    """Let the n-th call to the disk fail; gives how many calls there were."""
    calls = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*given: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                raise OSError(error, os.strerror(error))
            return call(*given, **named)

        return counting

    for owner, name in CALLS:
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))
    return lambda: calls


@pytest.mark.parametrize("swap", [True, False], ids=["with swap", "without swap"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES], ids=["full disk", "no permission"])
def test_whatever_the_system_refuses_the_month_is_whole_and_nothing_lies_about(
    error: int, swap: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 200):
        output = tmp_path / str(number)
        issue(output)
        with monkeypatch.context() as patch:
            if not swap:
                patch.setattr(delivery, "_exchange", no_exchange)
            calls = failing_at(number, patch, error)
            with suppress(CannotContinue):
                issue_again(output)
            made = calls()
        assert standing_in(output) in (ISSUED, ISSUED_AGAIN)
        if made < number:
            break
    assert standing_in(output) == ISSUED_AGAIN
    assert number > 10


@posix
def test_when_the_disk_takes_no_more_the_message_says_so_and_nothing_is_left(tmp_path: Path) -> None:
    issue(tmp_path)
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from pathlib import Path; from edi_reports.writing.delivery import deliver_folder\n"
        f"place = Path({str(tmp_path)!r})\n"
        f"deliver_folder(place / {MONTH!r}, {{'paper.docx': bytes(5000)}}, keep_old_as=place / {KEPT!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "file too large" in done.stderr
    assert "what was there before is still there" in done.stderr
    assert standing_in(tmp_path) == ISSUED


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is read-only for the superuser")
def test_a_read_only_output_folder_is_named_in_the_message(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(CannotContinue, match="permission denied"), only_one_run(tmp_path):
            pass
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize("call", ["mkdir", "open"], ids=["the folder", "its lock"])
def test_an_output_folder_that_cannot_be_made_or_locked_is_named_in_the_message(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_given: object, **_named: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, call, refusing)
    with pytest.raises(CannotContinue, match="read-only file system") as refused, only_one_run(tmp_path / "output"):
        pass
    assert refused.value.finding.code == "cannot-write"


def test_an_output_folder_that_is_a_file_is_left_as_it_is(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.write_text("minutes")
    with pytest.raises(CannotContinue, match="file exists"), only_one_run(output):
        pass
    with pytest.raises(CannotContinue, match=r"file exists|not a directory"):
        issue(output)
    assert output.read_text() == "minutes"


def test_a_drive_that_cannot_flush_a_folder_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = []

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            refused.append(descriptor)
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "fsync", files_only)
    issue(tmp_path)
    assert standing_in(tmp_path) == ISSUED
    assert refused


def test_every_file_and_folder_is_flushed_before_it_is_moved_into_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str | int] = []
    rename = os.rename

    def renaming(old: Path, new: Path) -> None:
        done.append("moved")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", lambda descriptor: done.append(os.fstat(descriptor).st_ino))
    monkeypatch.setattr(os, "rename", renaming)
    issue(tmp_path)
    month = tmp_path / MONTH
    assert set(done[: done.index("moved")]) == {path.stat().st_ino for path in (month, *month.rglob("*"))}
    assert done[-2:] == ["moved", tmp_path.stat().st_ino]


# Replacing and tidying


def test_an_old_folder_is_not_replaced_unless_it_is_told_where_to_keep_it(tmp_path: Path) -> None:
    issue(tmp_path)
    with pytest.raises(CannotContinue, match="not empty"):
        deliver_folder(tmp_path / MONTH, NEW)
    assert standing_in(tmp_path) == ISSUED


def test_a_file_or_a_link_in_the_place_of_the_month_is_kept_too(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    issue(elsewhere)
    (tmp_path / MONTH).symlink_to(elsewhere / MONTH)
    issue_again(tmp_path)
    assert (tmp_path / KEPT).is_symlink()
    assert standing_in(elsewhere) == ISSUED
    assert shown_in(tmp_path)[MONTH] == NEW


def test_tidying_leaves_alone_what_no_run_has_left(tmp_path: Path) -> None:
    issue(tmp_path)
    (tmp_path / ".Trash-1000").mkdir()
    (tmp_path / "notes.ready").mkdir()
    (tmp_path / ".DS_Store").write_bytes(b"1")
    for name in ("..swap-1", ".swap-", "..ready", ".notes.swap-1", ".notes.partial-by hand", f".{MONTH}.ready"):
        (tmp_path / name).write_bytes(b"somebody else's")
    before = sorted(path.name for path in tmp_path.iterdir())
    clear_interrupted(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_tidying_follows_no_link_out_of_the_folder(tmp_path: Path) -> None:
    issue(tmp_path / "elsewhere")
    output = tmp_path / "output"
    output.mkdir()
    (output / f".{MONTH}.partial-1").symlink_to(tmp_path / "elsewhere" / MONTH)
    clear_interrupted(output)
    assert standing_in(output) == NOTHING
    assert standing_in(tmp_path / "elsewhere") == ISSUED


@posix
def test_a_folder_of_an_issue_may_be_read_by_whoever_may_read_the_one_above(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        issue(tmp_path)
    finally:
        os.umask(mask)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / MONTH, *(tmp_path / MONTH).rglob("*"))}
    assert modes == {MONTH: 0o750, "source": 0o750, "plan.xlsx": 0o640, "paper.docx": 0o640, "manifest.json": 0o640}


# One file


def test_a_single_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tracker.xlsx"
    refusals = []
    for number in range(1, 9):
        deliver_file(path, b"old")
        with monkeypatch.context() as patch:
            failing_at(number, patch, errno.ENOSPC)
            try:
                deliver_file(path, b"new")
            except CannotContinue as refused:
                refusals.append(str(refused))
        assert path.read_bytes() in (b"old", b"new")
        assert [each.name for each in tmp_path.iterdir()] == ["tracker.xlsx"]
    assert len(refusals) > 3
    assert all("no space left" in refusal for refusal in refusals)


# Two at once

HOLDING = """
import sys, pathlib
from edi_reports.writing.delivery import only_one_run
with only_one_run(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_second_of_two_runs_says_so_and_a_killed_run_holds_nothing_back(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDING, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CannotContinue) as refused, only_one_run(tmp_path):
            pass
        assert refused.value.finding.code == "already-running"
        other.kill()
    with only_one_run(tmp_path):
        pass


@posix
def test_a_colleague_may_run_after_somebody_else_did(tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        with only_one_run(tmp_path):
            pass
    finally:
        os.umask(mask)
    assert (tmp_path / LOCK).stat().st_mode & 0o777 == 0o666
