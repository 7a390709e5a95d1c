"""The folder of drafts: who is written to, what is held back, and the bytes that a mail program opens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from edi_reports.emailing.draft import Attachment, Draft
from edi_reports.emailing.drafting import Drafted, draft_month
from edi_reports.emailing.letters import plain_line
from edi_reports.emailing.mime import write_draft, write_message
from edi_reports.model.committee import Committee
from edi_reports.model.finding import CannotContinue
from edi_reports.model.owner import OwnerKind, RegisteredOwner
from edi_reports.month import file_name
from edi_reports.reports.parts import Paragraph
from edi_reports.settings import Settings
from tests.mail_making import BOARD, HEAD, NOVEMBER, PEOPLE, issue, parsed, some_settings, words
from tests.plan_making import a_plan, an_action, rated


def drafted(output: Path, trust: Settings) -> Drafted:
    return draft_month(output, NOVEMBER, trust)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_month_gives_a_draft_for_each_secretary_and_each_owner(tmp_path: Path) -> None:
    issue(tmp_path)
    drafts = drafted(tmp_path, some_settings(HEAD)).drafts
    assert [(draft.name, draft.to) for draft in drafts] == [
        ("2025-11 People Committee paper", ("people.secretary@nhs.net",)),
        ("2025-11 Trust Board paper", ("board.secretary@nhs.net",)),
        ("2025-11 owner digest 01", ("head.of.edi@nhs.net",)),
    ]


def test_a_draft_opens_ready_to_send_with_text_page_and_paper(tmp_path: Path) -> None:
    issued = issue(tmp_path)
    folder = drafted(tmp_path, some_settings(HEAD)).folder
    message = parsed((folder / "2025-11 People Committee paper.eml").read_bytes())
    assert message["X-Unsent"] == "1"
    assert message["To"] == "people.secretary@nhs.net"
    assert message["Date"] is None
    assert [part.get_content_type() for part in message.walk()][:4] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    (paper,) = message.iter_attachments()
    assert paper.get_filename() == "2025-11 People Committee paper.docx"
    assert paper.get_content() == (issued / "2025-11 People Committee paper.docx").read_bytes()
    assert "People Committee is attached" in words(message, "plain")
    assert "People Committee is attached" in words(message, "html")


def test_a_plain_folder_beside_each_draft_holds_the_same_message_in_pieces(tmp_path: Path) -> None:
    issued = issue(tmp_path)
    folder = drafted(tmp_path, some_settings()).folder
    message = parsed((folder / "2025-11 Trust Board paper.eml").read_bytes())
    pieces = files_in(folder / "2025-11 Trust Board paper")
    assert pieces.pop("recipients.txt").decode() == "board.secretary@nhs.net\n"
    assert pieces.pop("subject.txt").decode().strip() == message["Subject"]
    assert pieces.pop("body.txt").decode() == words(message, "plain")
    name = "2025-11 Trust Board paper.docx"
    assert pieces == {name: (issued / name).read_bytes()}


def test_the_same_month_gives_the_same_drafts_byte_for_byte(tmp_path: Path) -> None:
    folders = []
    for name in ("one", "two"):
        issue(tmp_path / name)
        folders.append(drafted(tmp_path / name, some_settings(HEAD)).folder)
    assert files_in(folders[0]) == files_in(folders[1])


def test_no_file_and_no_subject_names_an_owner(tmp_path: Path) -> None:
    person = RegisteredOwner("Zebedee Quill", email="z.quill@nhs.net", kind=OwnerKind.PERSON)
    issue(tmp_path, rated(a_plan(an_action(owners=("Zebedee Quill",)))))
    outcome = drafted(tmp_path, some_settings(person, HEAD))
    assert "Zebedee Quill" in outcome.drafts[-1].text
    named = [draft.subject for draft in outcome.drafts] + list(files_in(outcome.folder))
    assert not any("quill" in name.casefold() or "zebedee" in name.casefold() for name in named)


def test_an_owner_is_found_by_another_spelling(tmp_path: Path) -> None:
    issue(tmp_path, rated(a_plan(an_action(owners=("HoEDI",)))))
    outcome = drafted(tmp_path, some_settings(replace(HEAD, also_written=("hoedi",)), committees=()))
    assert [draft.about for draft in outcome.drafts] == ["actions of Head of EDI"]


def test_a_spelling_that_two_owners_claim_goes_to_the_first_alone(tmp_path: Path) -> None:
    issue(tmp_path, rated(a_plan(an_action(owners=("the lead",)))))
    other = RegisteredOwner("Chief Nurse", ("The lead",), "chief.nurse@nhs.net")
    outcome = drafted(tmp_path, some_settings(replace(HEAD, also_written=("The Lead",)), other))
    assert [draft.to for draft in outcome.drafts[2:]] == [("head.of.edi@nhs.net",)]


def test_a_digest_holds_the_actions_of_its_owner_and_no_others(tmp_path: Path) -> None:
    issue(tmp_path, rated(a_plan(an_action("Mine", ref="1"), an_action("Theirs", ref="2", owners=("Chief Nurse",)))))
    text = drafted(tmp_path, some_settings(HEAD)).drafts[-1].text
    assert "Mine" in text
    assert "Theirs" not in text


def test_an_owner_with_an_address_and_no_action_gets_no_message_and_a_note(tmp_path: Path) -> None:
    issue(tmp_path, rated(a_plan(an_action(owners=("Chief Nurse",)))))
    outcome = drafted(tmp_path, some_settings(HEAD))
    assert len(outcome.drafts) == 2
    assert [found.code for found in outcome.findings] == ["owner-without-actions", "no-address"]


def test_those_without_an_address_are_named_in_one_note(tmp_path: Path) -> None:
    issue(tmp_path)
    (found,) = drafted(tmp_path, some_settings(committees=(PEOPLE, replace(BOARD, secretary_email="")))).findings
    assert "There is no e-mail address for Trust Board and Head of EDI." in found.message


def test_a_message_with_one_address_outside_the_allowed_domains_is_held_back_whole(tmp_path: Path) -> None:
    issue(tmp_path)
    elsewhere = replace(PEOPLE, secretary_email="people.secretary@nhs.net; friend@example.org")
    outcome = drafted(tmp_path, some_settings(committees=(elsewhere, BOARD)))
    assert [draft.to for draft in outcome.drafts] == [("board.secretary@nhs.net",)]
    assert "friend@example.org" in next(
        found.message for found in outcome.findings if found.code == "domain-not-allowed"
    )
    assert not any("friend" in data.decode("utf-8", "replace") for data in files_in(outcome.folder).values())


def test_with_every_message_held_back_no_folder_is_written(tmp_path: Path) -> None:
    issue(tmp_path)
    outcome = drafted(tmp_path, some_settings(HEAD, domains=("trust.nhs.uk",)))
    assert outcome.drafts == ()
    assert not outcome.folder.exists()


def test_without_any_address_there_is_nothing_to_draft(tmp_path: Path) -> None:
    issue(tmp_path)
    with pytest.raises(CannotContinue, match="nobody-to-write-to"):
        drafted(tmp_path, some_settings(committees=(Committee("Trust Board"),)))


def test_a_paper_that_was_changed_after_it_was_issued_is_not_drafted(tmp_path: Path) -> None:
    (issue(tmp_path) / "2025-11 Trust Board paper.docx").write_bytes(b"improved")
    outcome = drafted(tmp_path, some_settings())
    assert [draft.about for draft in outcome.drafts] == ["paper for the People Committee"]
    assert "issued-file-changed" in [found.code for found in outcome.findings]


def test_a_paper_that_is_gone_or_was_never_issued_is_not_drafted(tmp_path: Path) -> None:
    (issue(tmp_path) / "2025-11 Trust Board paper.docx").unlink()
    late = Committee("Audit Committee", secretary_email="audit@nhs.net")
    outcome = drafted(tmp_path, some_settings(committees=(PEOPLE, BOARD, late)))
    assert len(outcome.drafts) == 1
    assert [found.code for found in outcome.findings][:2] == ["issued-file-missing", "not-in-issue"]


def test_committees_that_share_a_file_name_get_nothing_rather_than_each_others_paper(tmp_path: Path) -> None:
    twins = (
        Committee("Trust: Board", secretary_email="a@nhs.net"),
        Committee("trust? board", secretary_email="b@nhs.net"),
    )
    issue(tmp_path, committees=twins)
    outcome = drafted(tmp_path, some_settings(HEAD, committees=twins))
    assert [draft.about for draft in outcome.drafts] == ["actions of Head of EDI"]
    assert [found.code for found in outcome.findings] == ["paper-shared", "paper-shared"]


@pytest.mark.parametrize(
    "damage", ["", "[]", "[" * 100_000, "{}", '{"schema": "edi-reports/manifest/1", "outputs": [1]}']
)
def test_a_damaged_manifest_stops_everything(tmp_path: Path, damage: str) -> None:
    (issue(tmp_path) / "manifest.json").write_text(damage)
    with pytest.raises(CannotContinue):
        drafted(tmp_path, some_settings())


def test_a_plan_that_was_changed_after_it_was_issued_stops_everything(tmp_path: Path) -> None:
    plan = issue(tmp_path) / "plan.json"
    plan.write_bytes(plan.read_bytes() + b" ")
    with pytest.raises(CannotContinue, match="issued-file-changed"):
        drafted(tmp_path, some_settings())


def test_a_month_that_was_not_issued_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="not-issued"):
        drafted(tmp_path, some_settings())


def test_drafting_again_changes_nothing(tmp_path: Path) -> None:
    issue(tmp_path)
    first = drafted(tmp_path, some_settings())
    before = {path: path.stat().st_mtime_ns for path in first.folder.rglob("*")}
    assert drafted(tmp_path, some_settings()) == first
    assert before == {path: path.stat().st_mtime_ns for path in first.folder.rglob("*")}


def test_drafts_that_somebody_has_worked_on_are_never_overwritten(tmp_path: Path) -> None:
    issue(tmp_path)
    body = drafted(tmp_path, some_settings()).folder / "2025-11 Trust Board paper" / "body.txt"
    body.write_text("Dear all,")
    with pytest.raises(CannotContinue, match="drafts-differ"):
        drafted(tmp_path, some_settings())
    assert body.read_text() == "Dear all,"


def test_drafts_are_replaced_on_request_and_the_old_ones_kept(tmp_path: Path) -> None:
    issue(tmp_path)
    folder = drafted(tmp_path, some_settings()).folder
    before = files_in(folder)
    draft_month(tmp_path, NOVEMBER, some_settings(HEAD), datetime(2025, 12, 1, 9, 30, tzinfo=UTC))
    assert files_in(tmp_path / "2025-11 drafts replaced 2025-12-01 093000") == before
    assert (folder / "2025-11 owner digest 01.eml").is_file()


def test_a_run_that_was_killed_leaves_nothing_that_disturbs_the_next(tmp_path: Path) -> None:
    issue(tmp_path)
    (tmp_path / ".2025-11 drafts.partial-x").mkdir()
    drafted(tmp_path, some_settings())
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["2025-11", "2025-11 drafts"]


def test_drafting_leaves_the_issued_month_as_it_was(tmp_path: Path) -> None:
    issued = issue(tmp_path)
    before = files_in(issued)
    drafted(tmp_path, some_settings(HEAD))
    assert files_in(issued) == before


def test_without_a_sender_a_draft_leaves_the_line_to_the_mail_program(tmp_path: Path) -> None:
    issue(tmp_path)
    trust = some_settings()
    outcome = drafted(tmp_path, replace(trust, email=replace(trust.email, sender="")))
    assert parsed((outcome.folder / "2025-11 Trust Board paper.eml").read_bytes())["From"] is None


def a_draft(subject: str = "Subject", text: str = "Text", name: str = "paper.docx", to: tuple[str, ...] = ()) -> Draft:
    paper = Attachment(name, b"paper")
    return Draft("draft", "paper", to or ("a@nhs.net",), subject, (Paragraph(text),), (paper,))


def test_a_list_of_five_hundred_recipients_arrives_whole() -> None:
    to = tuple(f"somebody.with.a.long.name.{number}@nhs.net" for number in range(500))
    data = write_draft(a_draft(to=to), "edi.team@nhs.net")
    assert tuple(address.addr_spec for address in parsed(data)["To"].addresses) == to
    assert max(len(line) for line in data.split(b"\r\n")) <= 998


def test_a_sent_message_has_the_id_of_its_draft_a_date_and_asks_for_no_automatic_reply() -> None:
    at = datetime(2025, 12, 1, 9, 30, tzinfo=UTC)
    draft, sent = (
        parsed(data) for data in (write_draft(a_draft(), "t@nhs.net"), write_message(a_draft(), "t@nhs.net", at))
    )
    assert sent["Message-ID"] == draft["Message-ID"]
    assert sent["Date"].datetime == at
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["X-Unsent"] is None


HEADERS = ["From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type", "Content-Language", "X-Unsent"]


@settings(max_examples=50)
@given(st.text(max_size=400), st.text(max_size=200))
def test_no_name_from_the_settings_can_add_a_header_or_break_one(committee: str, text: str) -> None:
    subject, name = plain_line(f"Paper for the {committee}"), f"{file_name(committee)} paper.docx"
    data = write_draft(a_draft(subject, text, name), "edi.team@nhs.net")
    message = parsed(data)
    assert message.keys() == HEADERS
    assert message["Subject"].strip() == subject
    assert [part.get_filename() for part in message.iter_attachments()] == [name]
    assert data.isascii()
    assert max(len(line) for line in data.split(b"\r\n")) <= 998


@settings(max_examples=50)
@given(st.text(max_size=400))
def test_the_words_arrive_as_they_were_written(text: str) -> None:
    draft = a_draft(text=text)
    assert words(parsed(write_draft(draft, "")), "plain") == draft.text
    assert words(parsed(write_draft(draft, "")), "html") == draft.html
