"""The network: one encrypted connection to a mail server, and the messages handed over on it.

Certificates are always checked. Every way in which a server can fail is a finding in words.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import gaierror

from msgspec import Struct

from edi_reports.model.email import Security
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.place import Place
from edi_reports.writing.characters import printable

Session = smtplib.SMTP
SECONDS_TO_ANSWER = 30
_LONGEST_QUOTE = 200


class Server(Struct, frozen=True):
    """Where and how to connect; without a user there is no log-in.

    `ca_file` holds the certificates of the authorities to trust in place of the system's.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = ""
    ca_file: Path | None = None

    def __repr__(self) -> str:  # never the password
        return f"Server({self.place.workbook!r})"

    @property
    def place(self) -> Place:
        """How findings name it."""
        return Place(f"{self.host}, port {self.port}, {self.security.upper()}")


class Envelope(Struct, frozen=True):
    """A message as it is handed over: what it is about, who sends it, who is to get it, its bytes."""

    about: str
    sender: str
    to: tuple[str, ...]
    data: bytes


class Answer(Struct, frozen=True):
    """Who accepted a message, and the findings about those who did not."""

    accepted: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@contextmanager
def connected(server: Server) -> Iterator[Session]:
    """Connect, encrypt, log in if there is a user, and leave politely in the end.

    Raises CannotContinue when the server cannot be used.
    """
    session = _encrypted(server)
    try:
        if server.user:
            _log_in(session, server)
        yield session
    except BaseException:
        session.close()
        raise
    with suppress(OSError):
        session.quit()


def _encrypted(server: Server) -> Session:
    context = _trusting(server)
    try:
        if server.security is Security.TLS:
            return smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS_TO_ANSWER, context=context)
        session = smtplib.SMTP(server.host, server.port, timeout=SECONDS_TO_ANSWER)
    except OSError as error:
        raise CannotContinue(_in_words(error, server)) from error
    try:
        session.starttls(context=context)
    except OSError as error:
        session.close()
        raise CannotContinue(_in_words(error, server)) from error
    return session


def _trusting(server: Server) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.ca_file)
    except OSError as error:
        raise cannot_continue("ca-file-unusable", Place(str(server.ca_file)), reason=reason_of(error)) from error


def _log_in(session: Session, server: Server) -> None:
    try:
        session.login(server.user, server.password)
    except smtplib.SMTPResponseException as error:
        code = "smtp-login-refused" if isinstance(error, smtplib.SMTPAuthenticationError) else "smtp-refused"
        said = _quoted(error.smtp_code, error.smtp_error)
        raise cannot_continue(code, server.place, said=said) from error
    except smtplib.SMTPServerDisconnected as error:
        raise CannotContinue(_in_words(error, server)) from error
    except (smtplib.SMTPException, UnicodeError) as error:
        raise cannot_continue("smtp-no-login", server.place) from error


def _in_words(error: OSError, server: Server) -> Finding:
    """Say why a connection did not come about."""
    match error:
        case ssl.SSLCertVerificationError():
            return finding("smtp-certificate", server.place, reason=error.verify_message)
        case ssl.SSLError() | smtplib.SMTPNotSupportedError():
            return finding("smtp-not-encrypted", server.place)
        case gaierror():
            return finding("smtp-no-such-host", server.place, host=server.host)
        case smtplib.SMTPResponseException():
            return finding("smtp-refused", server.place, said=_quoted(error.smtp_code, error.smtp_error))
        case _:
            return finding("smtp-no-answer", server.place, reason=reason_of(error))


def hand_over(session: Session, envelope: Envelope, before_data: Callable[[tuple[str, ...]], None]) -> Answer:
    """Hand one message to the server.

    `before_data` is called with those for whom the server is ready to take it, before the message itself leaves: from
    then until this returns, nobody can know whether it arrived. Raises OSError when the connection breaks.
    """
    session.ehlo_or_helo_if_needed()
    size = [f"size={len(envelope.data)}"] if session.has_extn("size") else []
    code, said = session.mail(envelope.sender, size)
    if code != 250:
        return _refused(session, envelope, code, said)
    replies = {address: session.rcpt(address) for address in envelope.to}
    accepted = tuple(address for address, (code, _) in replies.items() if code in (250, 251))
    findings = tuple(
        finding("smtp-recipient-refused", about=envelope.about, address=address, said=_quoted(*reply))
        for address, reply in replies.items()
        if address not in accepted
    )
    if not accepted:
        with suppress(OSError):
            session.rset()
        return Answer((), findings)
    before_data(accepted)
    try:
        code, said = session.data(envelope.data)
    except smtplib.SMTPDataError as error:
        code, said = error.smtp_code, _bytes(error.smtp_error)
    return Answer(accepted, findings) if code == 250 else _refused(session, envelope, code, said, findings)


def _refused(
    session: Session, envelope: Envelope, code: int, said: bytes, findings: tuple[Finding, ...] = ()
) -> Answer:
    with suppress(OSError):
        session.rset()
    return Answer((), (*findings, finding("smtp-message-refused", about=envelope.about, said=_quoted(code, said))))


def _quoted(code: int, said: bytes | str) -> str:
    """What the server said, on one line."""
    line = " ".join(printable(_bytes(said).decode("utf-8", "replace")).split())
    return f"{code} {line[:_LONGEST_QUOTE]}".strip()


def _bytes(said: bytes | str) -> bytes:
    return said.encode("utf-8", "replace") if isinstance(said, str) else said


def reason_of(error: OSError) -> str:
    """What the system says of an error, to stand inside a sentence."""
    words = printable(error.strerror or str(error) or type(error).__name__)
    return words[:1].lower() + words[1:].rstrip(".")
