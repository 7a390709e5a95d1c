"""Short forms of owners that the plan itself explains, on the sheet or on another, and what comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from edi_reports.reading.short_forms import initials_of
from edi_reports.recipe import ReadPlan, read_plan
from edi_reports.settings import Settings, load_settings
from tests.desk_making import save_sheets

Line = tuple[str, ...]
HEADINGS = ("Ref", "Action", "Owner", "Target date", "Status")
OWNERS = ("CFO", "DoW", "CN & MD", "JS", "Deputy CFO")
ROWS = tuple(
    (str(number), f"Publish report number {number}", owner, "31/03/2026", "In progress")
    for number, owner in enumerate(OWNERS, 1)
)
KEY = (
    ("CFO", "Chief Fire Officer"),
    ("DoW", "Director of Wellbeing"),
    ("CN", "Chief Nurse"),
    ("MD", "Medical Director"),
    ("JS", "Jane Smith"),
)
HEADED = (("Abbreviation", "Role"), *KEY)
EXPLAINED = [
    ["Chief Fire Officer"],
    ["Director of Wellbeing"],
    ["Chief Nurse", "Medical Director"],
    ["Jane Smith"],
    ["Deputy Chief Fire Officer"],
]
BLANK = ("",)
IN_A_LINE = (", ".join(f"{short} = {words}" for short, words in KEY),)


def read(folder: Path, **sheets: tuple[Line, ...]) -> ReadPlan:
    return read_plan(save_sheets(folder / "plan.xlsx", **sheets), Settings())


def owners(found: ReadPlan) -> list[list[str]]:
    return [[owner.name for owner in action.owners] for action in found.plan.actions]


@pytest.mark.parametrize(
    ("plan", "others"),
    [
        pytest.param((HEADINGS, *ROWS), {"Key": HEADED}, id="a sheet of its own"),
        pytest.param((HEADINGS, *ROWS), {"Notes": tuple((w, s) for s, w in KEY)}, id="the words before the short form"),
        pytest.param(
            tuple((*line, "", *pair) for line, pair in zip((HEADINGS, *ROWS), HEADED, strict=True)), {}, id="beside"
        ),
        pytest.param((HEADINGS, *ROWS, BLANK, BLANK, *HEADED), {}, id="below"),
        pytest.param((HEADINGS, *ROWS, BLANK, *KEY), {}, id="below without a heading"),
        pytest.param((("EDI plan 2025/26",), *HEADED, BLANK, HEADINGS, *ROWS), {}, id="above"),
        pytest.param(
            (("EDI plan 2025/26",), *((f"{s} = {w}",) for s, w in KEY), HEADINGS, *ROWS), {}, id="a line for each"
        ),
        pytest.param((("EDI plan 2025/26",), IN_A_LINE, HEADINGS, *ROWS), {}, id="all in one line"),
        pytest.param((HEADINGS, *ROWS, BLANK, IN_A_LINE), {}, id="in one line below"),
    ],
)
def test_a_key_of_short_forms_names_the_owners_wherever_it_stands(
    tmp_path: Path, plan: tuple[Line, ...], others: dict[str, tuple[Line, ...]]
) -> None:
    found = read(tmp_path, Plan=plan, **others)
    assert owners(found) == EXPLAINED
    assert found.raw.tally.unaccounted == 0


def test_an_owner_read_by_the_key_is_shown_as_typed_too_and_the_cell_of_the_key_is_told_once(tmp_path: Path) -> None:
    found = read(tmp_path, Plan=(HEADINGS, *ROWS, ("6", "Give all networks a sponsor", "CFO", "Q4", "")), Key=HEADED)
    told = [one for one in found.findings if one.code == "owner-by-key"]
    assert [one.place and one.place.cell for one in told] == ["C2", "C3", "C4", "C4", "C5"]
    assert told[0].message == '"CFO" was read as "Chief Fire Officer". The plan says so in Key!A2.'
    assert found.plan.actions[0].owners[0].as_written == "CFO"


def test_what_the_trusts_settings_say_of_a_short_form_holds_before_the_plans_key(tmp_path: Path) -> None:
    settings = save_sheets(
        tmp_path / "settings.xlsx",
        Owners=(("Name", "Also written as", "E-mail", "Kind"), ("Chief Finance Officer", "CFO", "", "post")),
    )
    plan = save_sheets(tmp_path / "plan.xlsx", Plan=(HEADINGS, *ROWS), Key=HEADED)
    found = read_plan(plan, load_settings(settings)[0])
    assert owners(found) == [["Chief Finance Officer"], *EXPLAINED[1:4], ["Deputy Chief Finance Officer"]]


def test_a_default_name_is_shown_as_the_register_spells_it(tmp_path: Path) -> None:
    found = read(tmp_path, Plan=(HEADINGS, *ROWS), Key=(("CFO", "Chief Finance Officer"), KEY[1]))
    assert owners(found)[0] == ["Chief Financial Officer"]


def test_a_short_form_explained_in_two_ways_is_not_explained(tmp_path: Path) -> None:
    found = read(tmp_path, Plan=(HEADINGS, *ROWS), Key=HEADED, Notes=(("DoW", "Director of Wards"),))
    assert owners(found)[1] == ["Director of Workforce"]


@pytest.mark.parametrize(
    "note",
    [
        "CFO: Jane Smith",
        "CFO - Chief Nurse",
        "CFO = Corporate Funding Overview",
        "NS = Not started, CFO = Closed, IP = In progress",
    ],
)
def test_what_is_no_owner_or_no_plain_explanation_names_nobody(tmp_path: Path, note: str) -> None:
    found = read(tmp_path, Plan=(("EDI plan 2025/26",), (note,), HEADINGS, *ROWS))
    assert owners(found)[0] == ["Chief Financial Officer"]


def test_the_columns_of_the_plan_explain_nothing(tmp_path: Path) -> None:
    headings = ("Action", "Owner", "Support", "Target date")
    rows = (("Publish the report", "CFO", "Chief Nurse", "Q4"), ("CFO = Chief Fire Officer to write", "CFO", "", "Q4"))
    found = read(tmp_path, Plan=(headings, *rows))
    assert [owner.name for owner in found.plan.actions[0].owners] == ["Chief Financial Officer", "Chief Nurse"]
    assert owners(found)[1] == ["Chief Financial Officer"]


def test_a_row_with_a_number_and_an_action_is_no_short_form(tmp_path: Path) -> None:
    rows = (("HR1", "Handle recruitment"), ("WRES", "Publish the report"), ("EDS", "Engage disabled staff"))
    found = read(tmp_path, Plan=(HEADINGS, *ROWS, *rows))
    assert [action.text for action in found.plan.actions[-3:]][:2] == ["Handle recruitment", "Publish the report"]
    assert len(found.plan.actions) == len(ROWS) + 3


def test_actions_under_one_that_speaks_of_initials_stay_actions(tmp_path: Path) -> None:
    rows = (("EDI", "Write out all initials"), ("WRES", "Publish the report"), ("WDES", "Train the panels"))
    found = read(tmp_path, Plan=(HEADINGS, *ROWS, *rows))
    assert [action.text for action in found.plan.actions[-2:]] == ["Publish the report", "Train the panels"]


def test_a_set_aside_or_hidden_sheet_explains_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, Plan=(HEADINGS, *ROWS), Old_plan=(HEADINGS, *ROWS, BLANK, IN_A_LINE))
    assert owners(found)[0] == ["Chief Financial Officer"]


@pytest.mark.parametrize(
    ("short", "words"),
    [
        ("CFO", "Chief Finance Officer"),
        ("HoEDI", "Head of Equality, Diversity and Inclusion"),
        ("L&D", "Learning & Development"),
        ("HRBP", "HR Business Partner"),
        ("NED", "Non-Executive Director"),
        ("DoW&OD", "Director of Workforce and OD"),
        ("FTSU", "Freedom to Speak Up"),
        ("ADoN", "Associate Director of Nursing"),
    ],
)
def test_a_short_form_is_made_of_first_letters(short: str, words: str) -> None:
    assert initials_of(short, words)


@pytest.mark.parametrize(
    ("short", "words"), [("CEO", "Chief Executive"), ("CFO", "Chief People Officer"), ("CN", "Chief Nursing Officer")]
)
def test_other_letters_are_not_its_initials(short: str, words: str) -> None:
    assert not initials_of(short, words)


def test_a_plan_without_such_a_key_reads_as_before(tmp_path: Path) -> None:
    found = read(tmp_path, Plan=(HEADINGS, *ROWS))
    assert found.raw == replace(found.raw, short_forms=())
    assert owners(found)[0] == ["Chief Financial Officer"]
