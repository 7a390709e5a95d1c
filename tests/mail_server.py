"""A real mail server on the loopback, with a certificate of an authority made for the test."""

from __future__ import annotations

import functools
import ssl
from asyncio import AbstractServer, Transport
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from socket import socket
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP as Protocol
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session

from edi_reports.emailing.smtp import Server
from edi_reports.model.email import Security
from tests.mail_making import parsed

USER, PASSWORD = "edi-batch", "correct horse battery staple"


@functools.cache
def authority() -> trustme.CA:
    """The authority that vouches for the test's servers."""
    return trustme.CA()


def ca_file(folder: Path) -> Path:
    """The authority's certificate as a file."""
    path = folder / "authority.pem"
    authority().cert_pem.write_to_path(str(path))
    return path


def tls_context(name: str = "localhost") -> ssl.SSLContext:
    """What a server called `name` proves itself with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert(name).configure_cert(context)
    return context


def accept(_: Envelope) -> str:
    return "250 OK"


def hang_up(server: Protocol) -> str:
    """Break the connection where it stands."""
    assert isinstance(server.transport, Transport)
    server.transport.abort()
    return ""


@dataclass
class Post:
    """What the server took, the addresses it refuses and with which words, and how it answers a message.

    An answer without words hangs up.
    """

    taken: list[Envelope] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    answer: Callable[[Envelope], str] = accept
    most_on_a_connection: int = 1000
    carried: Counter[object] = field(default_factory=Counter)

    @property
    def recipients(self) -> list[list[str]]:
        """To whom each message that was taken went."""
        return [list(envelope.rcpt_tos) for envelope in self.taken]

    @property
    def messages(self) -> list[EmailMessage]:
        """The messages that were taken, as a mail program understands them."""
        return [parsed(envelope.content) for envelope in self.taken if isinstance(envelope.content, bytes)]

    async def handle_MAIL(
        self, server: Protocol, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.carried[session.peer] += 1
        if self.carried[session.peer] > self.most_on_a_connection:
            return hang_up(server)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: Protocol, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address not in self.refused:
            envelope.rcpt_tos.append(address)
        return self.refused.get(address, "250 OK")

    async def handle_DATA(self, server: Protocol, session: Session, envelope: Envelope) -> str:
        answer = self.answer(envelope)
        if answer.startswith("250"):
            self.taken.append(envelope)
        return answer or hang_up(server)


class Loopback(Controller):
    """A server on a port that the system chose."""

    def __init__(self, post: Post, **options: Any) -> None:
        self.listening = socket()
        self.listening.bind(("127.0.0.1", 0))
        super().__init__(post, hostname="127.0.0.1", port=self.listening.getsockname()[1], **options)

    def _create_server(self) -> Awaitable[AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self.listening, ssl=self.ssl_context)


@contextmanager
def serving(post: Post, security: Security = Security.STARTTLS, **options: Any) -> Iterator[Server]:
    """Run a server for a while; gives how to reach it, without its authority."""
    with running(Loopback(post, **encryption(security), **options)) as port:
        yield Server("localhost", port, security)


def encryption(security: Security, name: str = "localhost") -> dict[str, Any]:
    """The options of a server that speaks in no other way, with a certificate for a name."""
    if security is Security.TLS:
        return {"ssl_context": tls_context(name), "auth_require_tls": False}
    return {"tls_context": tls_context(name), "require_starttls": True}


@contextmanager
def running(controller: Loopback) -> Iterator[int]:
    """Run a server for a while; gives its port."""
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def knows(server: Protocol, session: Session, envelope: Envelope, mechanism: str, given: LoginPassword) -> AuthResult:
    """Let in whoever has the one user name and password."""
    known = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)
