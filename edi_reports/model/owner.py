"""Who is accountable."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Part(StrEnum):
    """What an owner does for an action."""

    LEAD = "lead"
    SUPPORT = "support"


class OwnerKind(StrEnum):
    """What sort of body an owner is. A post, a person, a network or a committee can own an action."""

    POST = "post"
    PERSON = "person"
    NETWORK = "network"
    COMMITTEE = "committee"
    TEAM = "team"


class Owner(Struct, frozen=True, gc=False):
    """One owner of one action: the canonical name if known, else the text as written."""

    name: str
    part: Part
    as_written: str
    known: bool


class RegisteredOwner(Struct, frozen=True):
    """A line of the owner register: the name to show, other spellings, where to write to.

    `email` is empty when not known: nothing is ever sent to a guessed address.
    """

    name: str
    also_written: tuple[str, ...] = ()
    email: str = ""
    kind: OwnerKind = OwnerKind.POST
