"""A message as the bytes that mail programs and servers read.

The same message gives the same bytes: its id and the boundaries between its parts are made from its fingerprint.
"""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from typing import cast

from edi_reports.emailing.draft import Draft
from edi_reports.writing.house_style import LANGUAGE

_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")
_NO_DOMAIN = "edi-reports.invalid"


def write_draft(draft: Draft, sender: str) -> bytes:
    """Write a message that a mail program opens ready to be looked over and sent; the sender may be empty."""
    message = _message(draft, sender)
    message["X-Unsent"] = "1"
    return message.as_bytes()


def write_message(draft: Draft, sender: str, at: datetime) -> bytes:
    """Write a message as it is sent; `at` is its date. Automatic replies are asked not to answer it."""
    message = _message(draft, sender)
    message["Date"] = at
    message["Auto-Submitted"] = "auto-generated"
    return message.as_bytes()


def _message(draft: Draft, sender: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    mark = draft.fingerprint[:32]
    if sender:
        message["From"] = sender
    message["To"] = ", ".join(draft.to)
    message["Subject"] = draft.subject
    message["Message-ID"] = f"<{mark}@{sender.rpartition('@')[2] or _NO_DOMAIN}>"
    message.set_content(draft.text, cte="quoted-printable")
    message.add_alternative(draft.html, subtype="html", cte="quoted-printable")
    for attachment in draft.attachments:
        message.add_attachment(attachment.data, *_WORD, filename=attachment.name)
    for number, part in enumerate(part for part in message.walk() if part.is_multipart()):
        # "=_" can stand in no quoted-printable or base64 line, so a boundary never occurs in what it parts.
        cast("MIMEPart", part).set_boundary(f"=_{mark}_{number}")
    message["Content-Language"] = LANGUAGE
    return message
