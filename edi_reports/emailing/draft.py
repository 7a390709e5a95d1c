"""A message before it is bytes: to whom, about what, in which words, with which files."""

from __future__ import annotations

import json
from functools import cached_property

from msgspec import Struct

from edi_reports.emailing.body import LetterPart, html_body, text_body
from edi_reports.manifest import sha256_of


class Attachment(Struct, frozen=True):
    """A file as it was issued."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash by which the manifest knows it."""
        return sha256_of(self.data)


class Draft(Struct, frozen=True, dict=True):
    """One message. `name` names its files and never a person; `about` says what it is, to those who may know.

    `to` holds plain addresses only, each checked against the allowed domains.
    """

    name: str
    about: str
    to: tuple[str, ...]
    subject: str
    parts: tuple[LetterPart, ...]
    attachments: tuple[Attachment, ...] = ()

    @cached_property
    def text(self) -> str:
        """The words as plain text."""
        return text_body(self.parts)

    @cached_property
    def html(self) -> str:
        """The words as a page."""
        return html_body(self.subject, self.parts)

    @cached_property
    def fingerprint(self) -> str:
        """A SHA-256 over what it says, whoever gets it: the same message has the same one on any day and machine."""
        files = [(attachment.name, attachment.sha256) for attachment in self.attachments]
        content = json.dumps([self.about, self.subject, self.text, self.html, files])
        return sha256_of(content.encode())
