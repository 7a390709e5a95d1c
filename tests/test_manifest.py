"""`edi-reports verify`: what was issued is proved, and every file that changed, went or came is named."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from edi_reports.cli import cli
from edi_reports.manifest import sha256_of, verify_output
from tests.desk_making import NOVEMBER, PAY_GAP, a_desk, issue, save_plan

PAPER = "2025-11 Trust Board paper.docx"


@pytest.fixture(scope="module")
def three_months(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with September, October and November, the last issued twice."""
    desk = a_desk(tmp_path_factory.mktemp("desk"))
    save_plan(desk.input / "plan.xlsx")
    for month in (9, 10, 11):
        issue(desk, NOVEMBER.replace(month=month))
    save_plan(desk.input / "plan.xlsx", PAY_GAP)
    issue(desk, replace=True)
    return desk.output


@pytest.fixture
def output(three_months: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(three_months, tmp_path / "output"))


def told(output: Path) -> list[tuple[str, str]]:
    """The code of each finding, and the month and file that it names."""
    return [(found.code, str(found.place)) for found in verify_output(output)]


def verify(output: Path) -> Result:
    return CliRunner().invoke(cli, ["verify", str(output)])


def test_what_is_as_it_was_issued_is_said_to_be_so(output: Path) -> None:
    result = verify(output)
    assert (result.exit_code, result.stdout) == (0, "4 issued months checked: every file is as it was issued.\n")


def test_where_nothing_was_issued_there_is_nothing_to_prove(tmp_path: Path) -> None:
    for nothing in (tmp_path, tmp_path / "nowhere"):
        result = verify(nothing)
        assert (result.exit_code, "nothing-issued" in result.stderr) == (3, True)


def change_a_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)


def make_a_link(path: Path) -> None:
    """A file elsewhere with the same bytes today can be changed from elsewhere tomorrow."""
    moved = path.rename(path.parents[2] / "elsewhere.docx")
    path.symlink_to(moved)


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (change_a_byte, "file-changed"),
        (make_a_link, "file-changed"),
        (Path.unlink, "file-missing"),
        (make_a_folder, "file-missing"),
        pytest.param(
            make_a_pipe, "file-changed", marks=pytest.mark.skipif(os.name != "posix", reason="no pipes on Windows")
        ),
    ],
)
def test_an_issued_file_that_is_no_longer_what_was_issued_is_named(
    harm: Callable[[Path], None], code: str, output: Path
) -> None:
    harm(output / "2025-11" / PAPER)
    assert told(output) == [(code, "2025-11")]
    result = verify(output)
    assert (result.exit_code, f'"{PAPER}"' in result.stdout) == (1, True)


def test_a_changed_copy_of_the_workbook_is_named_with_its_folder(output: Path) -> None:
    change_a_byte(output / "2025-10" / "source" / "plan.xlsx")
    (found,) = verify_output(output)
    assert (found.code, '"source/plan.xlsx"' in found.message) == ("file-changed", True)


@pytest.mark.parametrize("name", ["notes.txt", "source/plan (2).xlsx", ".hidden", "~$paper.docx", "od\udcffd", "a\nb"])
def test_a_file_that_came_later_is_named(name: str, output: Path) -> None:
    (output / "2025-11" / name).write_text("mine")
    assert told(output) == [("file-added", "2025-11")]
    assert verify(output).exit_code == 1


def test_a_link_that_came_later_is_named_wherever_it_leads(output: Path) -> None:
    month = output / "2025-11"
    (month / "loop").symlink_to(month)
    (month / "nowhere").symlink_to(month / "nothing")
    (month / "paper").symlink_to(month / PAPER)
    assert told(output) == [("file-added", "2025-11")] * 3


def test_what_stands_beside_the_months_is_no_concern_of_the_proof(output: Path) -> None:
    for name in ("2025-11 drafts", "2025-11 my notes", "2025-13", "archive", "2025-1١"):
        (output / name).mkdir()
        (output / name / "notes.txt").write_text("mine")
    (output / "2025-12").write_text("a file, not a month")
    assert told(output) == []


DAMAGE: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a list": lambda manifest: [manifest],
    "no outputs": lambda manifest: manifest | {"outputs": None},
    "outputs that are words": lambda manifest: manifest | {"outputs": ["paper.docx"]},
    "an output without a hash": lambda manifest: manifest | {"outputs": [{"name": "paper.docx"}]},
    "another schema": lambda manifest: manifest | {"schema": "edi-reports/manifest/9"},
    "a word": lambda _: "manifest",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_manifest_of_another_shape_proves_nothing(damage: Callable[[dict[str, Any]], Any], output: Path) -> None:
    path = output / "2025-11" / "manifest.json"
    path.write_text(json.dumps(damage(json.loads(path.read_bytes()))))
    assert told(output) == [("manifest-missing", "2025-11")]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000], ids=["empty", "cut", "bytes", "nested"])
def test_a_manifest_that_is_no_json_proves_nothing(data: bytes, output: Path) -> None:
    (output / "2025-11" / "manifest.json").write_bytes(data)
    assert told(output) == [("manifest-missing", "2025-11")]


def test_a_manifest_that_was_forged_breaks_the_chain_of_the_month_after(output: Path) -> None:
    path = output / "2025-10" / "manifest.json"
    manifest = json.loads(path.read_bytes())
    paper = output / "2025-10" / "2025-10 Trust Board paper.docx"
    paper.write_bytes(b"a kinder paper")
    forged = next(each for each in manifest["outputs"] if each["name"] == paper.name)
    forged["sha256"] = sha256_of(paper.read_bytes())
    path.write_text(json.dumps(manifest))
    assert told(output) == [
        ("chain-broken", "2025-11"),
        ("chain-broken", "2025-11 replaced 2025-12-01 090000"),
    ]


def test_a_month_that_went_breaks_the_chain_of_the_month_after(output: Path) -> None:
    shutil.rmtree(output / "2025-09")
    assert told(output) == [("chain-broken", "2025-10")]


def test_no_name_in_a_manifest_reads_outside_its_folder(output: Path) -> None:
    path = output / "2025-11" / "manifest.json"
    manifest = json.loads(path.read_bytes())
    for name in ("../2025-10/plan.json", "/etc/passwd"):
        digest = "0" * 64
        manifest["outputs"].append({"name": name, "sha256": digest})
    path.write_text(json.dumps(manifest))
    assert told(output) == [("file-missing", "2025-11")] * 2


def test_every_month_is_proved_even_when_an_earlier_one_is_not_as_it_was(output: Path) -> None:
    change_a_byte(output / "2025-09" / "plan.json")
    (output / "2025-10" / "manifest.json").unlink()
    change_a_byte(output / "2025-11" / PAPER)
    assert told(output) == [
        ("file-changed", "2025-09"),
        ("manifest-missing", "2025-10"),
        ("file-changed", "2025-11"),
        ("chain-broken", "2025-11"),
        ("chain-broken", "2025-11 replaced 2025-12-01 090000"),
    ]


def test_the_manifest_names_the_versions_that_are_installed(three_months: Path) -> None:
    told = json.loads((three_months / "2025-11" / "manifest.json").read_text("utf-8"))["versions"]
    libraries = set(told) - {"edi_reports", "python"}
    assert {"python-docx", "xlsxwriter", "lxml"} <= libraries
    assert {name: told[name] for name in libraries} == {name: metadata.version(name) for name in libraries}
