"""`edi-reports draft` and `edi-reports send`, from the command line to the exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from edi_reports.cli import cli
from edi_reports.emailing.sending import PASSWORD, USER
from edi_reports.emailing.smtp import Server
from tests import mail_server
from tests.mail_making import issue
from tests.mail_server import Post, ca_file, serving

SECRETARIES = (("People Committee", "people.secretary@nhs.net"), ("Trust Board", "board.secretary@nhs.net"))
EVERYBODY = [["people.secretary@nhs.net"], ["board.secretary@nhs.net"], ["head.of.edi@nhs.net"]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with November issued and settings that know two secretaries, an owner and a sender."""
    issue(tmp_path / "output")
    workbook = Workbook()
    sheets = {
        "Committees": [("Name", "Secretary's e-mail"), *SECRETARIES],
        "Owners": [("Name", "E-mail"), ("Head of EDI", "head.of.edi@nhs.net")],
        "E-mail": [("Setting", "Value"), ("From", "edi.team@nhs.net")],
    }
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(tmp_path / "settings.xlsx")
    return tmp_path


def run(desk: Path, command: str, *options: str, typed: str = "", env: dict[str, str] | None = None) -> Result:
    places = ["--output", str(desk / "output"), "--settings", str(desk / "settings.xlsx")]
    return CliRunner().invoke(cli, [command, "2025-11", *places, *options], input=typed, env=env)


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def server(post: Post) -> Iterator[Server]:
    with serving(post, authenticator=mail_server.knows, auth_required=True) as server:
        yield server


LOG_IN = {USER: mail_server.USER, PASSWORD: mail_server.PASSWORD}


def via(desk: Path, server: Server) -> list[str]:
    return ["--via", "smtp", "--host", server.host, "--port", str(server.port), "--ca-file", str(ca_file(desk))]


def test_draft_says_to_whom_each_draft_is_and_where_they_are(desk: Path) -> None:
    result = run(desk, "draft")
    assert result.exit_code == 0
    assert "2025-11 Trust Board paper   to board.secretary@nhs.net" in result.stdout
    assert f"Drafts: 3 in {desk / 'output' / '2025-11 drafts'}" in result.stdout


def test_draft_of_a_month_that_was_not_issued_cannot_continue(desk: Path) -> None:
    result = CliRunner().invoke(cli, ["draft", "2025-10", "--output", str(desk / "output")])
    assert result.exit_code == 3
    assert "There is no issued month" in result.stderr


def test_draft_with_something_held_back_is_done_with_something_to_look_at(desk: Path) -> None:
    (desk / "output" / "2025-11" / "2025-11 Trust Board paper.docx").write_bytes(b"changed")
    result = run(desk, "draft")
    assert result.exit_code == 1
    assert "issued-file-changed" in result.stderr
    assert "Drafts: 2 in" in result.stdout


@pytest.mark.parametrize("wrong", ["November", "2025-13", "2025-11-30"])
def test_a_month_that_is_none_is_a_mistake_of_the_command_line(wrong: str) -> None:
    assert CliRunner().invoke(cli, ["draft", wrong]).exit_code == 2


def test_send_shows_the_recipients_asks_and_sends(desk: Path, post: Post, server: Server) -> None:
    result = run(desk, "send", *via(desk, server), typed="y\n", env=LOG_IN)
    assert result.exit_code == 0
    assert "2025-11 People Committee paper   to people.secretary@nhs.net" in result.stdout
    assert f"Send through localhost, port {server.port}, STARTTLS?" in result.stderr
    assert result.stdout.splitlines()[-1] == "Sent: 3 of 3"
    assert post.recipients == EVERYBODY


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_without_a_yes_nothing_is_sent(desk: Path, post: Post, server: Server, typed: str) -> None:
    assert run(desk, "send", *via(desk, server), typed=typed, env=LOG_IN).exit_code == 3
    assert post.taken == []


def test_the_unattended_batch_sends_once_and_then_has_nothing_left(desk: Path, post: Post, server: Server) -> None:
    assert run(desk, "send", *via(desk, server), "--yes", env=LOG_IN).exit_code == 0
    again = run(desk, "send", *via(desk, server), "--yes", env=LOG_IN)
    assert again.exit_code == 0
    assert "Nothing is left to send." in again.stdout
    assert len(post.taken) == 3


def test_a_test_is_redirected_and_leaves_everything_to_send(desk: Path, post: Post, server: Server) -> None:
    result = run(desk, "send", *via(desk, server), "--yes", "--test-to", "me@nhs.net", env=LOG_IN)
    assert result.exit_code == 0
    assert post.recipients == [["me@nhs.net"]] * 3
    assert "to me@nhs.net" in result.stdout
    assert run(desk, "send", *via(desk, server), "--yes", env=LOG_IN).stdout.endswith("Sent: 3 of 3\n")


def test_with_nothing_sent_the_exit_code_is_3_and_with_some_it_is_1(desk: Path, post: Post, server: Server) -> None:
    post.refused = {to[0]: "550 No such mailbox" for to in EVERYBODY}
    assert run(desk, "send", *via(desk, server), "--yes", env=LOG_IN).exit_code == 3
    del post.refused["head.of.edi@nhs.net"]
    some = run(desk, "send", *via(desk, server), "--yes", env=LOG_IN)
    assert some.exit_code == 1
    assert "Sent: 1 of 3" in some.stdout
    assert "550 No such mailbox" in some.stderr


def test_the_password_is_in_nothing_that_is_printed_or_written(desk: Path, server: Server) -> None:
    wrong = LOG_IN | {PASSWORD: "hunter2-hunter2"}
    result = run(desk, "send", *via(desk, server), "--yes", env=wrong)
    assert result.exit_code == 3
    assert "smtp-login-refused" in result.stderr
    written = b"".join(path.read_bytes() for path in desk.rglob("*") if path.is_file())
    assert "hunter2" not in result.output
    assert b"hunter2" not in written


def test_no_option_takes_a_password() -> None:
    words = CliRunner().invoke(cli, ["send", "--help"]).stdout
    assert "--password" not in words
    assert PASSWORD in words.replace("\n  ", "")


@pytest.mark.parametrize(
    "wrong",
    [
        ("--host", "relay\r\nRSET"),
        ("--from", "a@nhs.net\nBcc: b@nhs.net"),
        ("--test-to", "a@nhs.net,b@nhs.net"),
        ("--port", "0"),
        ("--security", "none"),
    ],
)
def test_an_option_that_cannot_be_meant_is_a_mistake_of_the_command_line(desk: Path, wrong: tuple[str, str]) -> None:
    assert run(desk, "send", *wrong).exit_code == 2


def test_server_and_sender_may_come_from_the_environment(desk: Path, post: Post, server: Server) -> None:
    env = LOG_IN | {
        "EDI_REPORTS_SMTP_HOST": server.host,
        "EDI_REPORTS_SMTP_PORT": str(server.port),
        "EDI_REPORTS_SMTP_SECURITY": "starttls",
        "EDI_REPORTS_SMTP_FROM": "another.team@nhs.net",
        "EDI_REPORTS_SMTP_CA_FILE": str(ca_file(desk)),
    }
    assert run(desk, "send", "--yes", env=env).exit_code == 0
    assert {envelope.mail_from for envelope in post.taken} == {"another.team@nhs.net"}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that can kill a process outright")
def test_a_run_killed_while_sending_never_sends_twice_and_goes_on(desk: Path, post: Post, server: Server) -> None:
    def kill_at_the_second(_: object) -> str:
        if len(post.taken) == 1:
            killed.kill()
            killed.wait()
        return "250 OK"

    post.answer = kill_at_the_second
    places = ["--output", str(desk / "output"), "--settings", str(desk / "settings.xlsx"), "--yes"]
    command = [sys.executable, "-m", "edi_reports", "send", "2025-11", *via(desk, server), *places]
    killed = subprocess.Popen(command, env=os.environ | LOG_IN, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    killed.wait(timeout=30)
    assert killed.returncode == -signal.SIGKILL
    given_up = time.monotonic() + 30
    while len(post.taken) < 2 and time.monotonic() < given_up:  # the server's thread notes a message after its answer
        time.sleep(0.01)
    assert post.recipients == EVERYBODY[:2]
    following = run(desk, "send", *via(desk, server), "--yes", env=LOG_IN)
    assert (following.exit_code, following.stdout.splitlines()[-1]) == (1, "Sent: 1 of 1")
    assert "may or may not have arrived" in following.stderr
    assert post.recipients == EVERYBODY
