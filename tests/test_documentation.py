"""The documentation says what the tool does: every command, every finding, the two commands, the pictures."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from edi_reports.cli import cli
from edi_reports.model.messages import CATALOGUE
from edi_reports.model.raw import Field
from edi_reports.settings import COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FINDINGS = ROOT / "docs" / "findings.md"
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def findings_page() -> str:
    """The page of all findings, made from the catalogue; braces stand for the facts of the case."""
    lines = [
        "# Findings",
        "",
        "Every finding says where, what was found, what it means here and what to do. An *error* leaves something",
        "unread or unrated, a *warning* wants a look, a *note* is only worth knowing. Words in braces stand for the",
        "facts of the case.",
        "",
    ]
    for code, wording in sorted(CATALOGUE.items()):
        lines += [f"## `{code}`", "", f"*{wording.severity.capitalize()}.* {wording.found} {wording.means}", ""]
        lines += [f"To fix: {wording.remedy}", ""] if wording.remedy else []
    return "\n".join(lines).replace("{{", "{").replace("}}", "}")


def test_the_page_of_findings_is_the_catalogue() -> None:
    if os.environ.get("EDI_UPDATE_GOLDEN"):
        FINDINGS.write_text(findings_page(), encoding="utf-8")
    assert FINDINGS.read_text(encoding="utf-8") == findings_page()


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`edi-reports {command}" in README


@pytest.mark.parametrize("sheet", COLUMNS)
def test_every_settings_sheet_is_explained(sheet: str) -> None:
    assert f"| {sheet} |" in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert f"*{sheet}*" in README


def test_every_field_that_a_heading_can_mean_is_named() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert [field for field in Field if field.value.replace("_", " ") not in page and field is not Field.CONTEXT] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES[1:], ids=lambda page: page.name)
def test_every_guide_is_linked_from_the_readme(page: Path) -> None:
    assert f"](docs/{page.name})" in README


@pytest.mark.parametrize("name", ["report", "test"])
def test_each_of_the_two_commands_is_one_line_that_can_be_pasted(name: str) -> None:
    block = README.split(f"<!-- {name} -->")[1].split("<!-- end -->")[0]
    commands = [line for line in block.strip().splitlines() if not line.startswith("```")]
    assert len(commands) == 1
    assert commands[0].startswith("python3 -m venv .venv && ")


def test_the_changelog_speaks_of_this_version() -> None:
    from edi_reports import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
