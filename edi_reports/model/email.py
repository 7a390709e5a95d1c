"""Where messages may go, and the server that carries them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

_LONGEST_ADDRESS = 254
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_LOCAL_PART = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+")


class Security(StrEnum):
    """How a connection is encrypted: by the STARTTLS command after a greeting, or from the first byte."""

    STARTTLS = "starttls"
    TLS = "tls"

    @property
    def usual_port(self) -> int:
        """The port on which servers offer it."""
        return 465 if self is Security.TLS else 587


class EmailSettings(Struct, frozen=True):
    """How a trust sends.

    Nothing is ever drafted or sent outside `allowed_domains`; a sub-domain is another domain. `sender` and `host` are
    empty until somebody gives them; port 0 is the usual one.
    """

    allowed_domains: tuple[str, ...] = ("nhs.net",)
    sender: str = ""
    host: str = ""
    port: int = 0
    security: Security = Security.STARTTLS

    def over(self, **given: Any) -> EmailSettings:
        """These settings with what was given in its place; what is None or empty changes nothing."""
        return replace(self, **{name: value for name, value in given.items() if value})

    def allows(self, address: str) -> bool:
        """Whether this is one plain address in one of the allowed domains."""
        domains = {domain.casefold() for domain in self.allowed_domains}
        return is_address(address) and address.rpartition("@")[2].casefold() in domains


def is_address(text: str) -> bool:
    """Whether this is one plain address: no display name, no quotation, ASCII only, nothing that could end a header."""
    local_part, _, domain = text.rpartition("@")
    plain = _LOCAL_PART.fullmatch(local_part) and len(local_part) <= 64 and is_domain(domain)
    return bool(plain) and len(text) <= _LONGEST_ADDRESS


def is_domain(text: str) -> bool:
    """Whether this is the name of a domain: "nhs.net"."""
    return bool(_DOMAIN.fullmatch(text)) and len(text) <= _LONGEST_ADDRESS


def is_host(text: str) -> bool:
    """Whether this can be the name or the number of a server."""
    return bool(_HOST.fullmatch(text)) and len(text) <= _LONGEST_ADDRESS


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses in a cell of the settings: one a line or parted by semicolons, each once."""
    found: dict[str, str] = {}
    for part in text.replace(";", "\n").split("\n"):
        if part.strip():
            found.setdefault(part.strip().casefold(), part.strip())
    return tuple(found.values())
