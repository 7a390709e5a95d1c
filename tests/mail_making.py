"""An issued month and the settings of a trust that writes to people, made in a test."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from msgspec.structs import replace

from edi_reports.manifest import SCHEMA, sha256_of
from edi_reports.model.committee import Committee
from edi_reports.model.email import EmailSettings
from edi_reports.model.owner import RegisteredOwner
from edi_reports.model.period import ReportingMonth
from edi_reports.model.plan import RatedPlan
from edi_reports.month import paper_name
from edi_reports.reports.plan_document import compose_plan_document
from edi_reports.settings import Settings
from edi_reports.writing.json_text import json_bytes
from tests.plan_making import a_plan, an_action, rated

NOVEMBER = ReportingMonth(2025, 11)
PEOPLE = Committee("People Committee", secretary_email="people.secretary@nhs.net")
BOARD = Committee("Trust Board", secretary_email="board.secretary@nhs.net")
HEAD = RegisteredOwner("Head of EDI", email="head.of.edi@nhs.net")


def some_settings(
    *owners: RegisteredOwner,
    committees: tuple[Committee, ...] = (PEOPLE, BOARD),
    domains: tuple[str, ...] = ("nhs.net",),
) -> Settings:
    """Settings with these owners and committees, and nobody else."""
    email = EmailSettings(domains, sender="edi.team@nhs.net", host="localhost")
    return replace(Settings(), owners=owners, committees=committees, email=email)


def issue(
    output: Path, plan: RatedPlan | None = None, committees: tuple[Committee, ...] = (PEOPLE, BOARD), size: int = 2000
) -> Path:
    """Issue November 2025 with a stand-in of `size` bytes for each committee's paper; gives the month's folder."""
    document = compose_plan_document(plan or rated(a_plan(an_action())))
    files = {
        paper_name(NOVEMBER, committee.name): f"paper of {committee.name} ".encode() * (size // 20)
        for committee in committees
    }
    files["plan.json"] = json_bytes(document)
    folder = output / NOVEMBER.folder
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    outputs = [{"name": name, "sha256": sha256_of(data)} for name, data in files.items()]
    (folder / "manifest.json").write_text(json.dumps({"schema": SCHEMA, "outputs": outputs}), encoding="utf-8")
    return folder


def parsed(data: bytes) -> EmailMessage:
    """A message as a mail program understands it."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def words(message: EmailMessage, kind: str) -> str:
    """The words of a message: its "plain" or its "html" part."""
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")
