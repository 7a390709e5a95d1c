"""Sending through a real server on the loopback: what arrives, what is refused, and that nothing arrives twice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from socket import socket

import pytest
from msgspec.structs import replace

from edi_reports.emailing import smtp
from edi_reports.emailing.issued import read_issued
from edi_reports.emailing.sending import PASSWORD, USER, Batch, Sent, prepare, send, server_of
from edi_reports.emailing.smtp import Server
from edi_reports.model.email import EmailSettings, Security
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.settings import Settings
from tests import mail_server
from tests.mail_making import BOARD, HEAD, NOVEMBER, PEOPLE, issue, some_settings, words
from tests.mail_server import Loopback, Post, ca_file, encryption, running, serving
from tests.plan_making import a_plan, an_action, rated

SENDER = "edi.team@nhs.net"
MORNING = datetime(2025, 12, 1, 9, 0, tzinfo=UTC)
EVERYBODY = [["people.secretary@nhs.net"], ["board.secretary@nhs.net"], ["head.of.edi@nhs.net"]]


def codes(findings: Sequence[Finding]) -> list[str]:
    return [found.code for found in findings]


def batch_of(output: Path, settings: Settings | None = None, *, test_to: str = "", again: bool = False) -> Batch:
    return prepare(read_issued(output, NOVEMBER), settings or some_settings(HEAD), test_to=test_to, again=again)


def send_all(output: Path, server: Server, settings: Settings | None = None, *, again: bool = False) -> Sent:
    """Send what is left of November through a server whose authority is known."""
    trusted = replace(server, ca_file=ca_file(output))
    return send(batch_of(output, settings, again=again), trusted, SENDER, lambda: MORNING)


# what arrives


@pytest.mark.parametrize("security", list(Security))
def test_every_message_arrives_once_over_an_encrypted_connection(tmp_path: Path, security: Security) -> None:
    issued, post = issue(tmp_path), Post()
    with serving(post, security) as server:
        assert send_all(tmp_path, server) == Sent(3, ())
    assert post.recipients == EVERYBODY
    message = post.messages[0]
    (paper,) = message.iter_attachments()
    assert paper.get_content() == (issued / str(paper.get_filename())).read_bytes()
    assert (message["From"], message["To"]) == (SENDER, "people.secretary@nhs.net")
    assert message["Date"].datetime == MORNING
    assert message["X-Unsent"] is None
    assert "People Committee is attached" in words(message, "plain")
    assert post.taken[0].mail_from == SENDER


def test_a_log_in_from_the_environment_lets_us_in(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post()
    with serving(post, authenticator=mail_server.knows, auth_required=True) as server:
        known = replace(server, user=mail_server.USER, password=mail_server.PASSWORD)
        assert send_all(tmp_path, known).messages == 3


def test_words_beyond_ascii_arrive_as_written(tmp_path: Path) -> None:
    action = an_action("Cefnogi’r rhwydwaith — żółw, 平等, 🌈")
    issue(tmp_path, rated(a_plan(action)))
    post = Post()
    with serving(post) as server:
        send_all(tmp_path, server)
    message = post.messages[-1]
    assert action.text in words(message, "plain")
    assert action.text in words(message, "html")


def test_a_line_that_is_a_single_full_stop_does_not_end_a_message(tmp_path: Path) -> None:
    post = Post()
    data = b"Subject: Stops\r\n\r\nBefore\r\n.\r\n..\r\nAfter\r\n"
    with serving(post) as server, smtp.connected(replace(server, ca_file=ca_file(tmp_path))) as session:
        smtp.hand_over(session, smtp.Envelope("test", SENDER, ("a@nhs.net",), data), lambda _: None)
    assert post.taken[0].content == data


# what arrives only once


def test_a_second_run_sends_nothing(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post()
    with serving(post) as server:
        send_all(tmp_path, server)
        assert send_all(tmp_path, server) == Sent(0, ())
        assert send_all(tmp_path, server, again=True) == Sent(0, ())
    assert post.recipients == EVERYBODY


def test_the_ledger_holds_one_line_a_message_with_its_hash_and_who_has_it(tmp_path: Path) -> None:
    issue(tmp_path)
    with serving(Post()) as server:
        send_all(tmp_path, server)
    lines = [json.loads(line) for line in (tmp_path / "2025-11 sent.jsonl").read_text().splitlines()]
    assert [[line["sent"], line["trying"], line["at"]] for line in lines] == [
        [to, [], "2025-12-01T09:00:00+00:00"] for to in EVERYBODY
    ]
    assert len({line["message"] for line in lines}) == 3


def test_a_new_secretary_gets_the_paper_and_the_old_one_not_again(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post()
    both = replace(PEOPLE, secretary_email="people.secretary@nhs.net\nnew.secretary@nhs.net")
    with serving(post) as server:
        send_all(tmp_path, server, some_settings(committees=(PEOPLE,)))
        sent = send_all(tmp_path, server, some_settings(committees=(both,)))
    assert sent == Sent(1, ())
    assert post.recipients == [["people.secretary@nhs.net"], ["new.secretary@nhs.net"]]


def test_an_address_typed_in_capitals_is_the_same_address(tmp_path: Path) -> None:
    issue(tmp_path)
    with serving(Post()) as server:
        send_all(tmp_path, server)
        shouted = replace(PEOPLE, secretary_email="People.Secretary@NHS.NET")
        assert send_all(tmp_path, server, some_settings(HEAD, committees=(shouted, BOARD))).messages == 0


def reissue(output: Path) -> None:
    """Issue November again, with another paper."""
    (output / NOVEMBER.folder).rename(output / "withdrawn")
    issue(output, size=4000)


def test_a_month_issued_again_is_not_sent_over_what_was_sent_unless_it_is_asked_for(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post()
    settings = some_settings(committees=(PEOPLE,))
    with serving(post) as server:
        send_all(tmp_path, server, settings)
        reissue(tmp_path)
        assert codes(batch_of(tmp_path, settings).findings) == ["no-address", "changed-since-sent"]
        assert send_all(tmp_path, server, settings).messages == 0
        assert send_all(tmp_path, server, settings, again=True).messages == 1
        assert send_all(tmp_path, server, settings, again=True).messages == 0
    assert len(post.taken) == 2


def test_a_message_that_broke_off_while_it_was_handed_over_is_not_sent_again_unasked(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post()
    with serving(post) as server:
        post.answer = lambda envelope: "" if envelope.rcpt_tos == EVERYBODY[1] else "250 OK"
        broken = send_all(tmp_path, server)
        assert (broken.messages, codes(broken.findings)) == (2, ["smtp-broke-off-within"])
        post.answer = mail_server.accept
        assert "sending-broke-off" in codes(batch_of(tmp_path).findings)
        assert send_all(tmp_path, server).messages == 0
        assert post.recipients == [EVERYBODY[0], EVERYBODY[2]]
        assert send_all(tmp_path, server, again=True).messages == 1
    assert sorted(post.recipients) == sorted(EVERYBODY)


def test_a_server_that_ends_a_connection_after_each_message_is_called_again(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post(most_on_a_connection=1)
    with serving(post) as server:
        assert send_all(tmp_path, server) == Sent(3, ())
    assert post.recipients == EVERYBODY


def test_a_server_that_takes_nothing_is_not_called_again_and_again(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post(most_on_a_connection=0)
    with serving(post) as server:
        sent = send_all(tmp_path, server)
    assert (sent.messages, codes(sent.findings)) == (0, ["smtp-broke-off"])
    assert sum(post.carried.values()) == 1


def test_a_server_that_is_gone_half_way_leaves_the_rest_for_the_next_run(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post(most_on_a_connection=1)
    with serving(post) as server:
        real, calls = smtp.connected, iter([server.port, 1])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("edi_reports.emailing.sending.connected", lambda to: real(replace(to, port=next(calls))))
            sent = send_all(tmp_path, server)
        assert (sent.messages, codes(sent.findings)) == (1, ["smtp-no-answer"])
        post.most_on_a_connection = 3
        assert send_all(tmp_path, server) == Sent(2, ())
    assert post.recipients == EVERYBODY


def test_a_message_that_the_server_turned_down_is_tried_again(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post(answer=lambda _: "452 Insufficient system storage")
    with serving(post) as server:
        turned_down = send_all(tmp_path, server)
        assert (turned_down.messages, codes(turned_down.findings)) == (0, ["smtp-message-refused"] * 3)
        assert "452 Insufficient system storage" in turned_down.findings[0].message
        post.answer = mail_server.accept
        assert send_all(tmp_path, server) == Sent(3, ())


def test_of_a_list_only_those_who_were_refused_are_tried_again(tmp_path: Path) -> None:
    issue(tmp_path)
    settings = some_settings(committees=(replace(PEOPLE, secretary_email="left@nhs.net; stays@nhs.net"),))
    post = Post(refused={"left@nhs.net": "550 No such mailbox"})
    with serving(post) as server:
        sent = send_all(tmp_path, server, settings)
        assert (sent.messages, codes(sent.findings)) == (1, ["smtp-recipient-refused"])
        assert 'refused left@nhs.net for the paper for the People Committee: "550 No such mailbox"' in str(
            sent.findings[0]
        )
        post.refused.clear()
        assert send_all(tmp_path, server, settings) == Sent(1, ())
    assert post.recipients == [["stays@nhs.net"], ["left@nhs.net"]]


def test_a_message_whose_every_recipient_is_refused_does_not_stop_the_rest(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post(refused={"people.secretary@nhs.net": "550 No such mailbox"})
    with serving(post) as server:
        assert send_all(tmp_path, server).messages == 2
    assert post.recipients == EVERYBODY[1:]


def test_what_cannot_be_written_into_the_ledger_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issue(tmp_path)
    post = Post()

    def full(path: Path, data: bytes) -> None:
        raise CannotContinue(prepared.findings[0])

    with serving(post) as server:
        prepared = batch_of(tmp_path, some_settings(HEAD, committees=(PEOPLE, replace(BOARD, secretary_email=""))))
        monkeypatch.setattr("edi_reports.emailing.ledger.deliver_file", full)
        sent = send(prepared, replace(server, ca_file=ca_file(tmp_path)), SENDER, lambda: MORNING)
    assert (sent.messages, post.taken) == (0, [])
    assert sent.findings == (prepared.findings[0],)


A_LINE = '{"message": "x", "about": "y", "sent": ["a@nhs.net"], "trying": [], "at": "z"}'


@pytest.mark.parametrize(
    "damage",
    [
        *("{", "[]", '{"message": "x"}', '"text"', "\x00", "[" * 100_000),
        A_LINE.replace('["a@nhs.net"]', '"a@nhs.net"'),
        A_LINE.replace('["a@nhs.net"]', '[["a@nhs.net"]]'),
        A_LINE.replace('"x"', "null"),
        A_LINE.replace('"y"', "{}"),
    ],
)
def test_a_ledger_that_cannot_be_read_stops_everything(tmp_path: Path, damage: str) -> None:
    issue(tmp_path)
    (tmp_path / "2025-11 sent.jsonl").write_text(damage)
    with pytest.raises(CannotContinue, match="ledger-unreadable"):
        batch_of(tmp_path)


# tests of the sending itself


def test_a_test_goes_to_one_address_alone_and_is_not_recorded(tmp_path: Path) -> None:
    issue(tmp_path)
    post = Post()
    with serving(post) as server:
        batch = batch_of(tmp_path, test_to="me@nhs.net")
        sent = send(batch, replace(server, ca_file=ca_file(tmp_path)), SENDER, lambda: MORNING)
    assert sent.messages == 3
    assert post.recipients == [["me@nhs.net"]] * 3
    message = post.messages[0]
    assert message["To"] == "me@nhs.net"
    assert message["Subject"].startswith("TEST: ")
    assert "this message would go to people.secretary@nhs.net." in words(message, "plain").replace("\n", " ")
    assert not (tmp_path / "2025-11 sent.jsonl").exists()
    assert len(batch_of(tmp_path).errands) == 3


def test_a_test_may_not_go_outside_the_allowed_domains_either(tmp_path: Path) -> None:
    issue(tmp_path)
    with pytest.raises(CannotContinue, match="domain-not-allowed"):
        batch_of(tmp_path, test_to="me@example.org")


# servers that cannot be used


def refusal(output: Path, server: Server) -> str:
    """The code of the finding that stops a run, and nothing recorded."""
    with pytest.raises(CannotContinue) as stopped:
        send(batch_of(output), server, SENDER, lambda: MORNING)
    assert not (output / "2025-11 sent.jsonl").exists()
    return stopped.value.finding.code


@pytest.fixture
def issued(tmp_path: Path) -> Path:
    issue(tmp_path)
    return tmp_path


@pytest.mark.parametrize("security", list(Security))
def test_a_server_whose_authority_is_unknown_is_not_used(issued: Path, security: Security) -> None:
    post = Post()
    with serving(post, security) as server:
        assert refusal(issued, server) == "smtp-certificate"
    assert post.taken == []


def test_a_certificate_for_another_name_is_not_taken(issued: Path) -> None:
    with running(Loopback(Post(), **encryption(Security.TLS, "mail.example.org"))) as port:
        server = Server("localhost", port, Security.TLS, ca_file=ca_file(issued))
        assert refusal(issued, server) == "smtp-certificate"


def test_a_server_without_starttls_is_told_nothing(issued: Path) -> None:
    post = Post()
    with running(Loopback(post)) as port:
        assert refusal(issued, Server("localhost", port, Security.STARTTLS)) == "smtp-not-encrypted"
    assert post.taken == []


def test_tls_on_a_port_for_starttls_is_explained(issued: Path) -> None:
    with serving(Post()) as server:
        assert refusal(issued, replace(server, security=Security.TLS)) == "smtp-not-encrypted"


def test_starttls_on_a_port_for_tls_is_explained(issued: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "SECONDS_TO_ANSWER", 0.2)
    with serving(Post(), Security.TLS) as server:
        assert refusal(issued, replace(server, security=Security.STARTTLS)) == "smtp-no-answer"


def test_a_wrong_password_is_said_without_repeating_it(issued: Path) -> None:
    with serving(Post(), authenticator=mail_server.knows) as server:
        wrong = replace(server, user=mail_server.USER, password="hunter2", ca_file=ca_file(issued))
        assert refusal(issued, wrong) == "smtp-login-refused"
        assert "hunter2" not in repr(wrong)


def test_a_server_that_takes_no_log_in_is_explained(issued: Path) -> None:
    with serving(Post(), auth_exclude_mechanism=("LOGIN", "PLAIN")) as server:
        known = replace(server, user=mail_server.USER, password=mail_server.PASSWORD, ca_file=ca_file(issued))
        assert refusal(issued, known) == "smtp-no-login"


def test_a_password_that_no_server_can_be_sent_is_explained(issued: Path) -> None:
    with serving(Post(), authenticator=mail_server.knows) as server:
        known = replace(server, user=mail_server.USER, password="Pässwort", ca_file=ca_file(issued))
        assert refusal(issued, known) == "smtp-no-login"


def test_a_host_that_does_not_exist_is_named(issued: Path) -> None:
    assert refusal(issued, Server("no-such-host.invalid", 587, Security.STARTTLS)) == "smtp-no-such-host"


def test_a_port_where_nobody_listens_is_explained(issued: Path) -> None:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refusal(issued, Server("localhost", port, Security.TLS)) == "smtp-no-answer"


def test_a_ca_file_that_is_none_is_explained(issued: Path) -> None:
    nothing = issued / "nothing.pem"
    nothing.write_text("not a certificate")
    for file in (nothing, issued / "missing.pem"):
        assert refusal(issued, Server("localhost", 1, Security.TLS, ca_file=file)) == "ca-file-unusable"


# what is never guessed


@pytest.mark.parametrize(
    ("email", "environment", "code"),
    [
        (EmailSettings(sender=SENDER), {}, "no-server"),
        (EmailSettings(host="relay"), {}, "no-sender"),
        (EmailSettings(host="relay", sender=SENDER), {USER: "me"}, "half-a-log-in"),
        (EmailSettings(host="relay", sender=SENDER), {PASSWORD: "secret"}, "half-a-log-in"),
    ],
)
def test_a_server_a_sender_and_a_whole_log_in_are_wanted(
    email: EmailSettings, environment: dict[str, str], code: str
) -> None:
    with pytest.raises(CannotContinue, match=code) as stopped:
        server_of(email, environment, None)
    assert "secret" not in str(stopped.value)


@pytest.mark.parametrize(("security", "port"), [(Security.STARTTLS, 587), (Security.TLS, 465)])
def test_the_usual_port_goes_with_the_security(security: Security, port: int) -> None:
    email = EmailSettings(host="relay", sender=SENDER, security=security)
    assert server_of(email, {}, None).port == port
    assert server_of(replace(email, port=2525), {}, None).port == 2525
