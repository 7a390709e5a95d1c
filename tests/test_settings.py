"""The settings workbook: written by init, edited by people, read over the defaults."""

from __future__ import annotations

import io
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from openpyxl.styles import PatternFill

from edi_reports.cli import cli
from edi_reports.model.committee import EXCEPTIONS_IN_FULL
from edi_reports.model.finding import CannotContinue
from edi_reports.model.limits import LIMITS, SETTINGS, from_settings, in_settings
from edi_reports.model.rag import Rag
from edi_reports.model.raw import Field
from edi_reports.recipe import export_plan, read_plan
from edi_reports.reports.settings_sheets import compose_settings
from edi_reports.settings import COLUMNS, Settings, load_settings
from edi_reports.writing.excel import write_workbook

PLAN = max((Path(__file__).parent.parent / "input").glob("2025-*.xlsx"))
TEMPLATES = PLAN.parent.parent / "templates"
DAY = date(2025, 11, 30)


def written(path: Path, plan: Path | None = PLAN) -> Path:
    trust = Settings()
    read = read_plan(plan, trust) if plan else None
    raw, understood = (read.raw, read.plan) if read else (None, None)
    composed = compose_settings(
        raw, understood, trust.owners, trust.committees, trust.rag, trust.paper, trust.email, DAY
    )
    path.write_bytes(write_workbook(composed))
    return path


def edited(path: Path, sheet: str, *lines: tuple[Any, ...]) -> Path:
    """Add lines below the headings of a sheet, in place of what stands there."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    heading = next(n for n, row in enumerate(page.values, 1) if sum(value is not None for value in row) > 1)
    page.delete_rows(heading + 1, page.max_row)
    for line in lines:
        page.append(line)
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(data.getvalue())
    return path


def test_without_a_settings_workbook_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.xlsx") == (Settings(), ())
    assert load_settings(None) == (Settings(), ())


def test_what_init_writes_is_read_without_a_finding_and_changes_nothing_of_the_plan(tmp_path: Path) -> None:
    settings, findings = load_settings(written(tmp_path / "settings.xlsx"))
    assert findings == ()
    assert (settings.committees, settings.rag) == (Settings().committees, Settings().rag)
    before, after = export_plan(PLAN, DAY), export_plan(PLAN, DAY, settings)
    assert after["actions"] == before["actions"]


def test_init_without_a_plan_gives_the_sheets_to_fill_in(tmp_path: Path) -> None:
    path = written(tmp_path / "settings.xlsx", plan=None)
    assert tuple(openpyxl.load_workbook(path).sheetnames) == tuple(COLUMNS)
    assert load_settings(path)[1] == ()


def test_init_names_the_owners_that_the_plan_has_with_their_other_spellings(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path / "settings.xlsx"))
    names = {row[0].value: row[1].value for row in book["Owners"].iter_rows() if row[0].value}
    assert names["Deputy Chief Executive"] == "Deputy CEO"
    assert "Head of EDI" in names


def test_a_trusts_own_owner_and_spelling_are_known(tmp_path: Path) -> None:
    path = edited(
        written(tmp_path / "settings.xlsx"),
        "Owners",
        ("Head of Belonging", "HoB; Belonging lead", "belonging@trust.nhs.net", "post"),
    )
    settings, findings = load_settings(path)
    owner = next(owner for owner in settings.owners if owner.name == "Head of Belonging")
    assert (owner.also_written, owner.email, findings) == (("HoB", "Belonging lead"), "belonging@trust.nhs.net", ())


@pytest.mark.parametrize(
    ("sheet", "line", "column", "said"),
    [
        ("RAG", ("Amber within days", "thirty", ""), "B", "thirty"),
        ("RAG", ("Amber within days", "-3", ""), "B", "-3"),
        ("RAG", ("Amber within days", "3²", ""), "B", "3²"),
        ("RAG", ("Amber within days", "9" * 5000, ""), "B", "999"),
        ("RAG", ("Completed shows as", "Purple", ""), "B", "Purple"),
        ("RAG", ("Grace period", "5", ""), "A", "Grace period"),
        ("Owners", ("Head of EDI", "", "not an address", "post"), "C", "not an address"),
        ("Owners", ("Head of EDI", "", "", "robot"), "D", "robot"),
        ("Headings", ("Zeitplan", "sometime", ""), "B", "sometime"),
        ("Fills", ("greenish", "Completed"), "A", "greenish"),
        ("Matches", ("one text", "another", "perhaps"), "C", "perhaps"),
    ],
)
def test_a_mistake_is_a_finding_and_the_default_stands(
    tmp_path: Path, sheet: str, line: tuple[object, ...], column: str, said: str
) -> None:
    settings, findings = load_settings(edited(written(tmp_path / "settings.xlsx"), sheet, line))
    (found,) = findings
    assert found.code == "settings-mistake"
    assert found.place is not None
    assert found.place.sheet == sheet
    assert (found.place.cell or "").startswith(column)
    assert said in found.message
    assert settings.rag == Settings().rag


def test_thresholds_headings_and_fills_are_taken_from_it(tmp_path: Path) -> None:
    path = written(tmp_path / "settings.xlsx")
    edited(path, "RAG", ("Amber within days", 45, ""), ("Completed shows as", "Green", ""))
    edited(path, "Headings", ("Zuständig", "owner", ""), ("Anmerkung", "other", ""))
    edited(path, "Fills", ("00B0F0", "Completed"))
    settings, findings = load_settings(path)
    assert findings == ()
    assert (settings.rag.amber_within_days, settings.rag.completed_as) == (45, Rag.GREEN)
    assert dict(settings.headings) == {"zuständig": Field.OWNER, "anmerkung": None}
    assert [(entry.fill, entry.meaning) for entry in settings.fills] == [("00B0F0", "Completed")]


def test_a_colour_may_be_given_by_filling_the_cell(tmp_path: Path) -> None:
    path = edited(written(tmp_path / "settings.xlsx"), "Fills", ("", "In progress"))
    book = openpyxl.load_workbook(path)
    page = book["Fills"]
    row = next(row for row in page.iter_rows() if row[1].value == "In progress")
    row[0].fill = PatternFill("solid", fgColor="FFFFC000")
    book.save(path)
    assert [entry.fill for entry in load_settings(path)[0].fills] == ["FFC000"]


def test_committees_of_the_trust_replace_the_default_ones(tmp_path: Path) -> None:
    path = edited(
        written(tmp_path / "settings.xlsx"),
        "Committees",
        ("Inclusion Board", "all", "", ""),
        ("Pay Group", "GPG", "", ""),
    )
    settings, _ = load_settings(path)
    assert [(c.name, c.receives) for c in settings.committees] == [
        ("Inclusion Board", ("all",)),
        ("Pay Group", ("GPG",)),
    ]
    action = export_plan(PLAN, DAY, settings)["actions"][0]
    assert action["committees"] == ["Inclusion Board"]


def test_a_settings_workbook_that_cannot_be_opened_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "settings.xlsx").write_bytes(b"not a workbook at all")
    with pytest.raises(CannotContinue, match="not an Excel workbook"):
        load_settings(tmp_path / "settings.xlsx")


# Limits


@pytest.mark.parametrize(("limit", "name"), [(limit, name) for limit, (name, _) in SETTINGS.items()])
def test_every_limit_can_be_set(limit: str, name: str, tmp_path: Path) -> None:
    path = written(tmp_path / "settings.xlsx", plan=None)
    assert load_settings(path)[0].limits == LIMITS
    edited(path, "Limits", (name.upper(), 3, ""))
    settings, findings = load_settings(path)
    assert findings == ()
    assert settings.limits == replace(LIMITS, **{limit: from_settings(limit, 3)})


def test_a_size_is_set_in_megabytes_and_a_number_as_it_is() -> None:
    assert (from_settings("file", 2), in_settings("file", 5 * 2**20)) == (2 * 2**20, 5)
    assert (from_settings("cells", 2), in_settings("cells", 5)) == (2, 5)


@pytest.mark.parametrize("value", ["", "0", "-1", "ten", "1e9", "²", "9" * 11])
def test_a_limit_that_is_no_whole_number_is_a_mistake_and_the_default_stands(value: str, tmp_path: Path) -> None:
    path = edited(written(tmp_path / "settings.xlsx", plan=None), "Limits", ("Cells", value, "x"))
    settings, (found,) = load_settings(path)
    assert (found.code, settings.limits) == ("settings-mistake", LIMITS)


def test_a_limit_that_nobody_knows_is_a_mistake(tmp_path: Path) -> None:
    path = edited(written(tmp_path / "settings.xlsx", plan=None), "Limits", ("Colums", "5", ""))
    assert [found.code for found in load_settings(path)[1]] == ["settings-mistake"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("Cells", ("export",)),
        ("Rows with text", ("check",)),
        ("Characters in a cell", ("tracker", "-o", "tracker.xlsx")),
        ("Unpacked file in MB", ("export",)),
        ("Placeholders", ("paper", "--committee", "Trust Board", "-o", "paper.docx", "--templates", str(TEMPLATES))),
        ("Elements of a template", ("month", "--templates", str(TEMPLATES))),
    ],
)
def test_a_file_beyond_a_limit_is_refused_and_the_message_names_the_setting_that_raises_it(
    name: str, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()
    path = tmp_path / "input" / "settings.xlsx"
    plan = a_large_plan(tmp_path / "plan.xlsx") if name == "Unpacked file in MB" else PLAN
    edited(written(path, plan=None), "Limits", (name, 1, ""))
    refused = CliRunner().invoke(cli, [arguments[0], str(plan), *arguments[1:]])
    assert refused.exit_code == 3
    assert f'raise "{name}" on the Limits sheet of settings.xlsx' in " ".join(refused.stderr.split())
    assert sorted(each.name for each in tmp_path.iterdir() if each != plan) == ["input"]


def a_large_plan(path: Path) -> Path:
    """A plan with a million characters in its rows."""
    book = openpyxl.Workbook()
    for number in range(40):
        book.active.append(["x" * 30_000, number])  # type: ignore[union-attr]
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(data.getvalue())
    return path


@pytest.mark.parametrize("command", [("export",), ("check",), ("month",)])
def test_a_file_beyond_a_limit_is_read_when_the_settings_raise_it(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "input").mkdir()
    shutil.copy(PLAN, tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx", "a") as package:
        for number in range(LIMITS.parts):
            package.writestr(f"custom/{number}.bin", b"")
    refused = CliRunner().invoke(cli, [*command, "plan.xlsx"])
    assert 'raise "Parts of a file"' in refused.stderr
    edited(written(tmp_path / "input" / "settings.xlsx", plan=None), "Limits", ("Parts of a file", 30_000, ""))
    assert CliRunner().invoke(cli, [*command, "plan.xlsx"]).exit_code in (0, 1)


def renamed(path: Path, sheet: str, *, to: str = "", column: str = "", into: str = "") -> Path:
    """A settings workbook in which a sheet, or a column of it, is called otherwise."""
    book = openpyxl.load_workbook(path)
    for row in book[sheet].iter_rows():
        for cell in row:
            cell.value = into if column and cell.value == column else cell.value
    book[sheet].title = to or sheet
    book.save(path)
    return path


@pytest.mark.parametrize(("sheet", "to"), [("Owners", "Owners."), ("E-mail", "Email"), ("RAG", "rag ")])
def test_a_sheet_is_known_in_any_usual_spelling(sheet: str, to: str, tmp_path: Path) -> None:
    assert load_settings(renamed(written(tmp_path / "settings.xlsx"), sheet, to=to))[1] == ()


def test_a_column_is_known_with_any_hyphen_or_apostrophe(tmp_path: Path) -> None:
    path = edited(written(tmp_path / "settings.xlsx"), "Committees", ("Board", "all", "pat@nhs.net", ""))
    renamed(path, "Committees", column="Secretary's e-mail", into="Secretary\u2019s email")
    settings, findings = load_settings(path)
    assert (settings.committees[0].secretary_email, findings) == ("pat@nhs.net", ())


@pytest.mark.parametrize(("written_", "meant"), [("0", 0), ("25", 25), ("", EXCEPTIONS_IN_FULL)])
def test_a_committee_says_how_many_exceptions_it_wants_in_full(written_: str, meant: int, tmp_path: Path) -> None:
    line = ("Board", "all", "", "", written_)
    settings, findings = load_settings(edited(written(tmp_path / "settings.xlsx"), "Committees", line))
    assert (settings.committees[0].exceptions_in_full, findings) == (meant, ())


@pytest.mark.parametrize("meant", ["some", "-1", "2.5", "1000"])
def test_exceptions_in_full_that_are_no_number_are_a_mistake(meant: str, tmp_path: Path) -> None:
    path = edited(written(tmp_path / "settings.xlsx"), "Committees", ("Board", "all", "", "", meant))
    settings, (found,) = load_settings(path)
    assert (found.code, settings.committees[0].exceptions_in_full) == ("settings-mistake", EXCEPTIONS_IN_FULL)
    assert str(found.place).startswith("settings.xlsx, Committees!E")


def test_a_sheet_or_column_that_is_nearly_one_of_ours_is_said_not_to_be_read(tmp_path: Path) -> None:
    path = renamed(written(tmp_path / "settings.xlsx"), "Committees", to="Comittees")
    renamed(path, "Owners", column="Also written as", into="Also writen as")
    found = load_settings(path)[1]
    assert [(each.code, str(each.place)) for each in found] == [
        ("settings-name", "settings.xlsx, Comittees"),
        ("settings-name", "settings.xlsx, Owners!B5"),
    ]


def test_a_sheet_and_a_column_of_the_trusts_own_are_left_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "settings.xlsx")
    book = openpyxl.load_workbook(path)
    book.create_sheet("Who to ring")["A1"] = "Sam"
    book["Owners"]["E5"] = "Ward"
    book.save(path)
    assert load_settings(path)[1] == ()


@pytest.mark.parametrize(
    ("sheet", "lines"),
    [
        ("Committees", (("Board", "all"), ("BOARD", "WRES"))),
        ("Committees", (("", "all"),)),
        ("Headings", (("Due date", "target"), ("due Date", "target"), ("Due  date", "owner"))),
        ("Owners", (("", "HoEDI"),)),
        ("Cover", (("", "Confidential"),)),
    ],
)
def test_a_line_that_stands_twice_or_without_a_name_is_a_mistake(
    sheet: str, lines: tuple[tuple[str, ...], ...], tmp_path: Path
) -> None:
    (found,) = load_settings(edited(written(tmp_path / "settings.xlsx"), sheet, *lines))[1]
    assert found.code == "settings-mistake"
    assert found.place
    assert found.place.sheet == sheet


def test_an_owner_with_a_mistake_in_the_address_keeps_its_other_spellings(tmp_path: Path) -> None:
    path = edited(written(tmp_path / "settings.xlsx"), "Owners", ("Head of Joy", "HoJ", "not an address", "post"))
    settings, (found,) = load_settings(path)
    assert found.code == "settings-mistake"
    (owner,) = (owner for owner in settings.owners if owner.name == "Head of Joy")
    assert (owner.also_written, owner.email) == (("HoJ",), "")
