"""What a trust says about its e-mail in the settings workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from edi_reports.model.email import EmailSettings, Security, addresses_in, is_address, is_domain, is_host
from edi_reports.model.finding import Finding
from edi_reports.settings import Settings, load_settings


def settings_with(folder: Path, name: str, rows: Sequence[tuple[str, ...]]) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in a workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.create_sheet(name)
    for row in rows:
        sheet.append(row)
    workbook.save(folder / "settings.xlsx")
    return load_settings(folder / "settings.xlsx")


def test_without_settings_only_nhs_net_is_allowed_and_no_server_is_known() -> None:
    assert Settings().email == EmailSettings(("nhs.net",), "", "", 0, Security.STARTTLS)


def test_every_line_of_the_sheet_is_taken(tmp_path: Path) -> None:
    lines = [
        ("Setting", "Value"),
        ("Allowed domains", "nhs.net\n@trust.nhs.uk"),
        ("From", "edi.team@trust.nhs.uk"),
        ("SMTP host", "relay.trust.nhs.uk"),
        ("SMTP port", "2525"),
        ("SMTP security", "TLS"),
    ]
    settings, findings = settings_with(tmp_path, "E-mail", lines)
    expected = EmailSettings(
        ("nhs.net", "trust.nhs.uk"), "edi.team@trust.nhs.uk", "relay.trust.nhs.uk", 2525, Security.TLS
    )
    assert settings.email == expected
    assert findings == ()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("Allowed domains", "nhs.net\n*"),
        ("Allowed domains", "nhs.net, trust.nhs.uk"),
        ("From", "EDI team"),
        ("SMTP host", "smtp://relay"),
        ("SMTP port", "70000"),
        ("SMTP port", "٢٥"),
        ("SMTP security", "none"),
    ],
)
def test_a_value_that_cannot_be_meant_is_a_finding_and_the_default_stands(
    tmp_path: Path, setting: str, value: str
) -> None:
    settings, findings = settings_with(tmp_path, "E-mail", [("Setting", "Value"), (setting, value)])
    assert settings.email == EmailSettings()
    assert [found.code for found in findings] == ["settings-mistake"]


def test_a_password_typed_into_the_settings_is_not_used_and_not_repeated(tmp_path: Path) -> None:
    settings, findings = settings_with(tmp_path, "E-mail", [("Setting", "Value"), ("SMTP password", "hunter2")])
    assert [found.code for found in findings] == ["settings-mistake"]
    assert "hunter2" not in str(findings) + str(settings.email)


def test_a_committee_may_have_several_secretaries(tmp_path: Path) -> None:
    lines = [
        ("Name", "Receives", "Secretary's e-mail"),
        ("Quality Committee", "all", "a@nhs.net\nb@nhs.net; A@nhs.net"),
    ]
    settings, findings = settings_with(tmp_path, "Committees", lines)
    assert findings == ()
    assert addresses_in(settings.committees[0].secretary_email) == ("a@nhs.net", "b@nhs.net")


@pytest.mark.parametrize(
    "wrong", ["a@nhs.net, b@nhs.net", "Secretary <a@nhs.net>", "a@nhs", "ä@nhs.net", "a\x00b@nhs.net"]
)
def test_what_is_not_a_plain_address_is_a_mistake(wrong: str) -> None:
    assert not is_address(wrong)


@pytest.mark.parametrize("right", ["edi.team@nhs.net", "o'brien+edi@trust.nhs.uk", "x@a-b.nhs.uk"])
def test_addresses_as_people_have_them_are_taken(right: str) -> None:
    assert is_address(right)


@pytest.mark.parametrize(
    "other", ["a@sub.nhs.net", "a@nhs.net.example.com", "a@evilnhs.net", "nhs.net", "a@nhs.net@example.com"]
)
def test_only_the_domain_itself_is_allowed(other: str) -> None:
    assert not EmailSettings().allows(other)


def test_the_case_of_a_domain_does_not_matter() -> None:
    assert EmailSettings().allows("Someone@NHS.net")


@given(st.text(alphabet='ab1.@-:\r\n\0 ,;<>"()é'))
def test_nothing_that_could_end_a_header_or_part_a_list_is_an_address_a_domain_or_a_host(text: str) -> None:
    for accepted in (is_address(text), is_address(f"{text}@nhs.net"), is_domain(f"{text}.net"), is_host(text)):
        assert not (accepted and set(text) & set('\r\n\0 ,;<>"()'))
