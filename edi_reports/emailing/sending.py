"""Sending an issued month: what is left to send, and the sending itself, each step in the ledger before and after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.emailing.draft import Draft
from edi_reports.emailing.drafting import compose_drafts
from edi_reports.emailing.issued import IssuedMonth
from edi_reports.emailing.ledger import Entry, Ledger, read_ledger
from edi_reports.emailing.mime import write_message
from edi_reports.emailing.smtp import Answer, Envelope, Server, Session, connected, hand_over, reason_of
from edi_reports.model.email import EmailSettings
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.reports.parts import Paragraph
from edi_reports.reports.wording import listed
from edi_reports.settings import Settings

USER, PASSWORD = "EDI_REPORTS_SMTP_USER", "EDI_REPORTS_SMTP_PASSWORD"
"""The environment variables of the log-in: the only place from which it is taken."""

Clock = Callable[[], datetime]


class Errand(Struct, frozen=True):
    """A message that is left to send: to whom still, and its line in the ledger so far, without them."""

    draft: Draft
    to: tuple[str, ...]
    entry: Entry


class Batch(Struct, frozen=True):
    """What a run is to send, the ledger it keeps, and what is held back and why."""

    errands: tuple[Errand, ...]
    ledger: Ledger
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        """To whom each message goes, a line a message."""
        lines = (f"{errand.draft.name}   to {', '.join(errand.to)}" for errand in self.errands)
        return "\n".join(lines) or "Nothing is left to send."


class Sent(Struct, frozen=True):
    """How many messages a server took for at least one recipient, and what went wrong."""

    messages: int
    findings: tuple[Finding, ...]


def server_of(email: EmailSettings, environment: Mapping[str, str], ca_file: Path | None) -> Server:
    """The server that the settings name, with the log-in that the environment holds, if any.

    Raises CannotContinue when something is missing that is never guessed: the server, the sender, half of a log-in.
    """
    if not email.host:
        raise cannot_continue("no-server")
    if not email.sender:
        raise cannot_continue("no-sender")
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    if bool(user) != bool(password):
        given, missing = (USER, PASSWORD) if user else (PASSWORD, USER)
        raise cannot_continue("half-a-log-in", given=given, missing=missing)
    return Server(email.host, email.port or email.security.usual_port, email.security, user, password, ca_file)


def prepare(issued: IssuedMonth, settings: Settings, *, test_to: str = "", again: bool = False) -> Batch:
    """Compose the messages of a month and keep those that are left to send; a test sends all, to one address.

    Raises CannotContinue when there is nobody to write to, the ledger cannot be read, or a test may not go there.
    """
    drafts, findings = compose_drafts(issued, settings)
    if not test_to:
        ledger = read_ledger(issued)
        left, held = left_to_send(drafts, ledger, again=again)
        return Batch(left, ledger, (*findings, *held))
    if not settings.email.allows(test_to):
        domains = ", ".join(settings.email.allowed_domains)
        raise cannot_continue("domain-not-allowed", about="test", addresses=test_to, domains=domains)
    left, _ = left_to_send([redirected(draft, test_to) for draft in drafts], Ledger(), again=True)
    return Batch(left, Ledger(), findings)


def redirected(draft: Draft, address: str) -> Draft:
    """The message as a test: to one address alone, saying to whom it would have gone."""
    notice = Paragraph(f"This is a test. Without it, this message would go to {', '.join(draft.to)}.")
    return replace(draft, to=(address,), subject=f"TEST: {draft.subject}", parts=(notice, *draft.parts))


def left_to_send(
    drafts: Sequence[Draft], ledger: Ledger, *, again: bool
) -> tuple[tuple[Errand, ...], tuple[Finding, ...]]:
    """What is left to send: never what was accepted before, and what is in doubt only `again`.

    In doubt is a message that was being handed over when a run broke off, and one that differs from what the same
    address was sent about the same thing.
    """
    left: list[Errand] = []
    findings: list[Finding] = []
    for draft in drafts:
        entry = ledger.entries.get(draft.fingerprint, Entry(draft.fingerprint, draft.about))
        missing = [address for address in draft.to if address not in entry.sent]
        broken_off = [address for address in missing if address in entry.trying]
        otherwise = _sent_otherwise(entry, ledger)
        changed = [address for address in missing if address in otherwise and address not in broken_off]
        held = [] if again else [*broken_off, *changed]
        if held:
            code = "sending-broke-off" if broken_off else "changed-since-sent"
            findings.append(finding(code, about=draft.about, addresses=listed(held, most=12)))
        to = tuple(address for address in missing if address not in held)
        if to:
            in_doubt = tuple(address for address in entry.trying if address not in to)
            left.append(Errand(draft, to, replace(entry, trying=in_doubt)))
    return tuple(left), tuple(findings)


def _sent_otherwise(entry: Entry, ledger: Ledger) -> set[str]:
    """Who was sent, or may have been sent, another message about the same thing."""
    others = [
        other for other in ledger.entries.values() if other.about == entry.about and other.message != entry.message
    ]
    return {address for other in others for address in (*other.sent, *other.trying)}


class _Stretch(Struct, frozen=True):
    """What one connection carried: with how many errands it is done, how many messages were taken, what went wrong."""

    done: int
    messages: int
    findings: tuple[Finding, ...]


def send(batch: Batch, server: Server, sender: str, clock: Clock) -> Sent:
    """Send the messages one after the other. One that is refused does not stop the rest.

    Servers end a connection after so many messages, so a broken one is made anew as long as it carried something.
    Raises CannotContinue when the server cannot be used at all: nothing was sent then.
    """
    messages, findings, left = 0, list[Finding](), batch.errands
    while left:
        try:
            with connected(server) as session:
                stretch = _send_on(session, left, sender, batch.ledger, clock)
        except CannotContinue as error:
            if left == batch.errands:
                raise
            stretch = _Stretch(0, 0, (error.finding,))
        messages += stretch.messages
        findings += stretch.findings
        left = left[stretch.done :] if stretch.done else ()
    return Sent(messages, tuple(findings))


def _send_on(session: Session, errands: Sequence[Errand], sender: str, ledger: Ledger, clock: Clock) -> _Stretch:
    messages, findings = 0, list[Finding]()
    for done, errand in enumerate(errands):
        try:
            answer = _send_one(session, errand, sender, ledger, clock)
        except CannotContinue as error:
            return _Stretch(0, messages, (*findings, error.finding))
        except OSError as error:
            in_doubt = _is_in_doubt(errand, ledger)
            if in_doubt or not done:
                code = "smtp-broke-off-within" if in_doubt else "smtp-broke-off"
                findings.append(finding(code, about=errand.draft.about, reason=reason_of(error)))
            return _Stretch(done + in_doubt, messages, tuple(findings))
        messages += bool(answer.accepted)
        findings += answer.findings
    return _Stretch(len(errands), messages, tuple(findings))


def _is_in_doubt(errand: Errand, ledger: Ledger) -> bool:
    entry = ledger.entries.get(errand.draft.fingerprint, errand.entry)
    return bool(set(errand.to) & set(entry.trying))


def _send_one(session: Session, errand: Errand, sender: str, ledger: Ledger, clock: Clock) -> Answer:
    now = clock()
    entry = replace(errand.entry, at=now.isoformat(timespec="seconds"))

    def intend(accepted: tuple[str, ...]) -> None:
        ledger.record(replace(entry, trying=(*entry.trying, *accepted)))

    data = write_message(errand.draft, sender, now)
    answer = hand_over(session, Envelope(errand.draft.about, sender, errand.to, data), intend)
    ledger.record(replace(entry, sent=(*entry.sent, *answer.accepted)))
    return answer
