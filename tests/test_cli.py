"""The doorway: what each command prints where, and the exit code it ends with."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from edi_reports.cli import cli

ROOT = Path(__file__).parent.parent
OCTOBER = max((ROOT / "input").glob("2025-*.xlsx"))
AS_AT = ("--as-at", "2025-11-30")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def a_tidy_plan(path: Path, *rows: tuple[Any, ...]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Trust EDI action plan 2025/26"])
    sheet.append(["Ref", "Action", "Owner", "Target date", "Status", "Framework"])
    for row in rows or (("A1", "Publish the pay gap report", "Head of EDI", "Q4", "In progress", "WRES"),):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    path.write_bytes(data.getvalue())
    return path


def test_export_prints_the_plan_and_nothing_else_on_standard_output() -> None:
    result = run("export", OCTOBER, *AS_AT)
    document = json.loads(result.stdout)
    assert document["schema"] == "edi-reports/plan/1"
    assert len(document["actions"]) == 31
    assert "different-fill" in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("sheet", "first", "called"),
    [
        ("Sheet1", None, "2025-11 our actions"),
        ("Sheet 1", "Table 1", "2025-11 our actions"),
        ("Equality 2025-26", None, "Equality 2025-26"),
        ("Sheet1", "Our equality plan 2025/26", "Our equality plan 2025/26"),
    ],
)
def test_a_plan_is_never_called_by_a_name_that_a_program_gave(
    sheet: str, first: str | None, called: str, tmp_path: Path
) -> None:
    plan = a_tidy_plan(tmp_path / "2025-11 our actions.xlsx")
    book = openpyxl.load_workbook(plan)
    book.worksheets[0].title, book.worksheets[0]["A1"] = sheet, first
    book.save(plan)
    assert json.loads(run("export", plan, *AS_AT, "--quiet").stdout)["workbook"]["title"] == called


def test_a_plan_with_nothing_to_look_at_ends_with_exit_code_0(tmp_path: Path) -> None:
    result = run("export", a_tidy_plan(tmp_path / "plan.xlsx"), *AS_AT)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_wrong_command_line_ends_with_exit_code_2() -> None:
    assert run("export").exit_code == 2
    assert run("export", OCTOBER, "--as-at", "soon").exit_code == 2
    assert run("forecast", OCTOBER, *AS_AT, "--until", "2024-01-01").exit_code == 2


@pytest.mark.parametrize("command", ["export", "check"])
def test_a_file_that_cannot_be_read_is_one_message_and_exit_code_3(command: str, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"%PDF-1.4")
    result = run(command, tmp_path / "plan.xlsx")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.count("error:") == 1
    assert "PDF" in result.stderr
    assert "To fix:" in result.stderr


def test_a_sheet_without_a_plan_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Telephone"])
    sheet.append(["Switchboard", "0100"])
    book.save(tmp_path / "contacts.xlsx")
    result = run("export", tmp_path / "contacts.xlsx", *AS_AT)
    assert result.exit_code == 3
    assert "no-plan" in result.stderr
    assert "an action beside an owner" in result.stderr


def test_check_shows_columns_groups_and_the_tally() -> None:
    result = run("check", OCTOBER)
    for said in (
        "headings in row 4",
        "Responsible Owner(s)",
        "High Impact Action 6 (3)",
        "163 non-empty cells",
        "Notes",
    ):
        assert said in result.stdout
    document = json.loads(run("check", OCTOBER, "--format", "json").stdout)
    assert document["tally"]["unaccounted"] == 0
    assert document["actions"] == 31


def test_explain_traces_a_rating_to_its_cells() -> None:
    result = run("explain", OCTOBER, "3.04", *AS_AT)
    for said in ("F26", '"Q2"', "financial year 2025/26 from the title", "Rule 2 applies", "Overdue by 61 days"):
        assert said in result.stdout
    assert result.exit_code == 0


def test_explain_of_a_reference_that_is_not_there_says_which_there_are() -> None:
    result = run("explain", OCTOBER, "9.99", *AS_AT)
    assert result.exit_code == 3
    assert "1.01" in result.stderr


def test_explain_of_a_reference_that_several_actions_have_is_one_document_with_each_of_them(tmp_path: Path) -> None:
    rows = [("A1", text, "Head of EDI", "Q4", "In progress", "WRES") for text in ("Publish the report", "Train panels")]
    twice = a_tidy_plan(tmp_path / "twice.xlsx", *rows)
    document = json.loads(run("explain", twice, "A1", *AS_AT, "--format", "json").stdout)
    assert (document["ref"], [each["cells"]["action"][0]["cell"] for each in document["actions"]]) == (
        "A1",
        ["B3", "B4"],
    )
    once = a_tidy_plan(tmp_path / "once.xlsx")
    alone = json.loads(run("explain", once, "A1", *AS_AT, "--format", "json").stdout)
    assert alone.keys() == document["actions"][0].keys()
    assert run("explain", twice, "A1", *AS_AT).stdout.count("Action A1 of twice.xlsx") == 2


def test_forecast_names_the_month_in_which_an_action_turns() -> None:
    result = run("forecast", OCTOBER, *AS_AT, "--until", "2026-01-31")
    assert "December 2025" in result.stdout
    assert "6.01" in result.stdout
    assert json.loads(run("forecast", OCTOBER, *AS_AT, "--until", "2026-01-31", "--format", "json").stdout)


def test_tracker_and_paper_are_written_once_and_never_over_a_file(tmp_path: Path) -> None:
    tracker, paper = tmp_path / "tracker.xlsx", tmp_path / "paper.docx"
    assert run("tracker", OCTOBER, *AS_AT, "-o", tracker).exit_code == 1
    assert run("paper", OCTOBER, *AS_AT, "--committee", "people committee", "-o", paper).exit_code == 1
    before = tracker.read_bytes(), paper.read_bytes()
    for again in (("tracker", "-o", tracker), ("paper", "--committee", "Trust Board", "-o", paper)):
        result = run(again[0], OCTOBER, *AS_AT, *again[1:])
        assert (result.exit_code, "file-exists" in result.stderr) == (3, True)
    assert (tracker.read_bytes(), paper.read_bytes()) == before


@pytest.mark.parametrize(
    "asked",
    [
        ("tracker", OCTOBER, "-o", "x.docx"),
        ("paper", OCTOBER, "--committee", "Trust Board", "-o", "x.pdf"),
        ("briefing", OCTOBER, "--owner", "Head of EDI", "-o", "x.pdf"),
        ("pack", OCTOBER, "--owner", "Head of EDI", "-o", "x.docx"),
        ("collect", OCTOBER, "--into", "x.csv"),
        ("init", OCTOBER, "-o", "x.ods"),
    ],
    ids=lambda asked: asked[0],
)
def test_a_file_is_never_called_by_another_kind(
    asked: tuple[str | Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*asked)
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert "the name must end in" in result.stderr


def test_briefings_and_packs_go_out_and_what_comes_back_is_listed(tmp_path: Path) -> None:
    briefing, packs, report = tmp_path / "briefing.docx", tmp_path / "packs", tmp_path / "returns.xlsx"
    assert run("briefing", OCTOBER, *AS_AT, "--owner", "Head of EDI", "-o", briefing).exit_code == 0
    assert run("pack", OCTOBER, *AS_AT, "--all", "-o", packs).exit_code == 0
    sent = packs / "Head of Resourcing pack.xlsx"
    book = openpyxl.load_workbook(sent)
    sheet = next(s for s in book if "Progress" in [cell.value for cell in s[3]])
    headings = {cell.value: number for number, cell in enumerate(sheet[3], 1)}
    sheet.cell(4, headings["Progress"]).value = "Completed"
    book.save(sent)
    result = run("collect", sent, "--plan", OCTOBER, *AS_AT, "--into", report)
    assert "Nothing was written into the plan" in result.stdout
    assert "1 change: 1 to apply\nNot replied: " in result.stdout
    shown = [str(cell.value) for s in openpyxl.load_workbook(report) for row in s.iter_rows() for cell in row]
    assert any("Completed" in text for text in shown)
    assert any("Head of EDI" in text for text in shown)


def test_a_change_in_conflict_with_the_plan_as_it_is_now_is_something_to_look_at(tmp_path: Path) -> None:
    action = ("A1", "Open a prayer room", "Head of EDI", "Q4", "In progress", "WRES")
    plan, report = a_tidy_plan(tmp_path / "plan.xlsx", action), tmp_path / "returns.xlsx"
    run("pack", plan, *AS_AT, "--owner", "Head of EDI", "-o", tmp_path / "pack.xlsx")
    book = openpyxl.load_workbook(tmp_path / "pack.xlsx")
    headings = {cell.value: number for number, cell in enumerate(book.worksheets[0][3], 1)}
    book.worksheets[0].cell(4, headings["Progress"]).value = "Completed"
    book.save(tmp_path / "pack.xlsx")
    a_tidy_plan(plan, (*action[:4], "Proposed for closure", "WRES"))  # meanwhile in the plan
    result = run("collect", tmp_path / "pack.xlsx", "--plan", plan, *AS_AT, "--into", report)
    assert ("1 change: 1 conflict" in result.stdout, result.exit_code) == (True, 1)


def test_a_pack_that_names_nobody_is_said_to_be_whose_it_is(tmp_path: Path) -> None:
    plan = a_tidy_plan(tmp_path / "plan.xlsx", ("A1", "Open a prayer room", "Sam Smith", "Q4", "In progress", "WRES"))
    result = run("pack", plan, *AS_AT, "--all", "-o", tmp_path / "packs")
    assert result.stdout.endswith("packs, 1 file\n  owner 1 pack.xlsx is for Sam Smith\n")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-03-31", "31 March 2025, 1 day before the plan's period begins (1 April 2025)"),
        ("2025-04-01", "1 April 2025"),
        ("2026-03-31", "31 March 2026"),
        ("2026-04-30", "30 April 2026, 30 days after the plan's period ended (31 March 2026)"),
    ],
)
def test_a_month_outside_the_years_of_the_plan_is_told_on_the_screen(day: str, said: str, tmp_path: Path) -> None:
    plan = a_tidy_plan(tmp_path / "plan.xlsx")
    shown = run("month", plan, "--as-at", day, "--dry-run", "--output", tmp_path / "output").stdout
    assert f"As at      {said}\n" in shown


def test_a_paper_without_actions_is_told_on_the_screen(tmp_path: Path) -> None:
    plan = a_tidy_plan(tmp_path / "plan.xlsx")
    shown = run("month", plan, *AS_AT, "--output", tmp_path / "output").stdout.splitlines()
    empty = [line.strip() for line in shown if line.endswith("no action goes to it")]
    assert empty == ["2025-11 Quality Committee paper.docx   no action goes to it"]


def test_an_owner_who_owns_nothing_is_a_wrong_command_line(tmp_path: Path) -> None:
    assert run("pack", OCTOBER, *AS_AT, "--owner", "Nobody", "-o", tmp_path / "x.xlsx").exit_code == 2
    assert run("briefing", OCTOBER, *AS_AT, "-o", tmp_path / "x.docx").exit_code == 2


def test_an_audit_ends_with_1_when_versions_differ_and_with_0_when_they_do_not(tmp_path: Path) -> None:
    may, july, october = sorted((ROOT / "input").glob("2025-*.xlsx"))
    assert run("audit", may, may).exit_code == 0
    assert run("audit", july, october).exit_code == 1
    assert run("audit", july).exit_code == 2
    document = json.loads(run("audit", july, october, "--format", "json").stdout)
    assert document["schema"] == "edi-reports/changes/1"
    assert {each["row"] for each in document["added"]} == {20, 42, 43, 44}
    assert [(each["old_row"], each["new_row"]) for each in document["moved"]] == [(11, 12)]
    (tmp_path / "bad.xlsx").write_bytes(b"")
    assert run("audit", july, tmp_path / "bad.xlsx").exit_code == 3


@pytest.mark.parametrize("command", ["audit", "history"])
@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_change_log_and_a_history_are_written_as_workbook_or_paper(command: str, suffix: str, tmp_path: Path) -> None:
    versions = sorted((ROOT / "input").glob("2025-*.xlsx"))
    run(command, *versions, *AS_AT, "-o", tmp_path / f"report{suffix}")
    assert (tmp_path / f"report{suffix}").read_bytes().startswith(b"PK")
    assert run(command, *versions, *AS_AT, "-o", tmp_path / "report.pdf").exit_code == 2


def test_a_paper_for_a_committee_nobody_knows_names_those_there_are(tmp_path: Path) -> None:
    result = run("paper", OCTOBER, *AS_AT, "--committee", "Finance", "-o", tmp_path / "paper.docx")
    assert result.exit_code == 2
    assert "Trust Board" in result.stderr


def test_init_writes_settings_once(tmp_path: Path) -> None:
    settings = tmp_path / "settings.xlsx"
    assert run("init", OCTOBER, "-o", settings).exit_code == 0
    assert run("init", OCTOBER, "-o", settings).exit_code == 3


def test_month_ends_with_a_summary_and_writes_what_it_names(tmp_path: Path) -> None:
    result = run("month", OCTOBER, *AS_AT, "--output", tmp_path)
    assert result.exit_code == 1
    for said in ("31: 1 Red", "As at      30 November 2025", "People Committee paper.docx", "manifest.json", "seconds"):
        assert said in result.stdout
    assert {path.name for path in (tmp_path / "2025-11").iterdir()} >= {
        "plan.json",
        "manifest.json",
        "run.log",
        "source",
    }
    assert json.loads((tmp_path / "2025-11" / "plan.json").read_bytes())["schema"] == "edi-reports/plan/1"


def test_a_text_too_long_for_a_cell_of_the_tracker_is_in_the_log_of_the_month(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(f"Ref,Action,Owner,Target date\nA1,{'Review ' * 5000},Head of EDI,Q4\n")
    run("month", "--input", tmp_path, "--output", tmp_path / "out", *AS_AT)
    assert "text-too-long   plan.csv, plan!B2 (action A1)" in (tmp_path / "out" / "2025-11" / "run.log").read_text()


def test_month_without_a_workbook_says_where_it_looked(tmp_path: Path) -> None:
    result = run("month", "--input", tmp_path, "--output", tmp_path / "out")
    assert result.exit_code == 3
    assert str(tmp_path) in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
@pytest.mark.parametrize("asked", [["--help"], ["export", str(OCTOBER), "--quiet"], ["check", str(OCTOBER)]])
def test_results_sent_to_a_full_disk_end_in_words(asked: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "edi_reports", *asked], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert ended.returncode == 3
    assert "no space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "fault" not in ended.stderr


@pytest.mark.parametrize("day", ["0001-01-01", "1970-01-01", "2205-11-30", "9999-12-31"])
@pytest.mark.parametrize("command", ["month", "export", "forecast"])
def test_a_day_that_no_month_is_reported_for_is_refused(command: str, day: str, tmp_path: Path) -> None:
    more = {"month": ("--output", tmp_path), "forecast": ("--until", "2026-03-31")}.get(command, ())
    refused = run(command, OCTOBER, "--as-at", day, *more)
    assert (refused.exit_code, f"{day} is not in the years 2000 to 2099" in refused.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_the_tool_itself_is_words_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("edi_reports.recipe.read_bytes", broken)
    result = run("check", OCTOBER)
    assert (result.exit_code, "Traceback" in result.stderr) == (3, False)
    assert "ZeroDivisionError" in result.stderr


def modules_loaded_by(*arguments: str) -> set[str]:
    """The modules that a run of the command has loaded when it ends."""
    code = (
        "import sys; from edi_reports.cli import cli\n"
        f"try: cli({list(arguments)!r}, standalone_mode=False)\nexcept BaseException: pass\n"
        "print('LOADED', *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stderr.split("LOADED")[1].split())


def loaded_by(*arguments: str) -> set[str]:
    """The libraries that a run of the command has loaded when it ends."""
    return {name.split(".")[0] for name in modules_loaded_by(*arguments)}


HEAVY = {"pandas", "numpy", "docx", "xlsxwriter", "openpyxl", "lxml", "rapidfuzz", "rich", "smtplib"}


def test_the_month_loads_only_libraries_that_it_writes_and_compares_with(tmp_path: Path) -> None:
    loaded = loaded_by("month", str(OCTOBER), "--as-at", "2025-11-30", "--output", str(tmp_path / "out"), "--quiet")
    assert (tmp_path / "out" / "2025-11").is_dir()
    assert loaded & {"pandas", "openpyxl", "rich", "smtplib", "email", "sqlite3", "asyncio"} == set()


def test_a_paper_is_made_without_the_library_that_writes_workbooks(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    loaded = loaded_by("paper", str(OCTOBER), "--committee", "Trust Board", "-o", str(paper))
    assert paper.is_file()
    assert loaded & {*HEAVY, "filelock"} == {"docx", "lxml", "rapidfuzz"}


def test_help_and_version_load_no_heavy_library() -> None:
    assert loaded_by("--help") & {*HEAVY, "shutil"} == set()
    assert loaded_by("month", "--help") & HEAVY == set()


@pytest.mark.parametrize("command", ["month", "check", "export"])
def test_a_refused_file_loads_neither_a_library_nor_a_room_but_the_one_that_opens_it(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"%PDF-1.4")
    loaded = modules_loaded_by(command, str(tmp_path / "plan.xlsx"))
    assert {name.split(".")[0] for name in loaded} & {*HEAVY, "filelock"} == set()
    ours = {name for name in loaded if name.startswith("edi_reports.")}
    assert ours - {"edi_reports.cli", "edi_reports.model"} == {
        "edi_reports.model.finding",
        "edi_reports.model.limits",
        "edi_reports.model.messages",
        "edi_reports.model.place",
        "edi_reports.reading",
        "edi_reports.reading.limits",
        "edi_reports.reading.opening",
    }


@pytest.mark.parametrize("width", ["60", "80"])
def test_the_list_of_commands_says_in_whole_sentences_what_each_is_for(width: str) -> None:
    told = CliRunner(env={"COLUMNS": width}).invoke(cli, ["--help"]).stdout.split("Commands:\n")[1]
    assert "..." not in told
    assert len(cli.commands) == len([line for line in told.splitlines() if line.startswith("  ") and line[2] != " "])


def test_the_form_of_a_day_is_told_without_signs_for_programs() -> None:
    assert "%" not in "".join(run(command, "--help").stdout for command in cli.commands)
