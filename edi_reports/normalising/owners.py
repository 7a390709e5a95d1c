"""From what stands in an owner column to owners, each once, with the name that the register gives them.

An owner is `known` when it is in the register, or when the plan itself writes it alone on a line and it is built like
an owner. Short forms are expanded only where that gives a known owner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.owner import Owner, Part, RegisteredOwner
from edi_reports.model.raw import RawCell, ShortForm
from edi_reports.normalising import owner_words as words_of
from edi_reports.normalising.owner_build import Look, is_person, look_of
from edi_reports.normalising.owner_lists import (
    HARD_SIGNS,
    as_listed,
    cut,
    forename_first,
    lines_of,
    lists_surname_first,
    unbroken,
)
from edi_reports.normalising.owner_names import (
    KnownNames,
    OwnerRegister,
    ToldForm,
    known_in,
    name_of,
    nearest_to,
    owner_key,
    register_of,
    without_aside,
)
from edi_reports.normalising.spelling import as_key, as_typed, single_spaced

__all__ = ["OwnerRegister", "build_register", "explained_owners", "normalise_owners", "owner_key"]

NOTHING_TOLD: Mapping[str, ToldForm] = MappingProxyType({})


def build_register(
    registered: tuple[RegisteredOwner, ...], seen: tuple[str, ...] = (), told: Mapping[str, ToldForm] = NOTHING_TOLD
) -> OwnerRegister:
    """The owners known for one run.

    `registered` is the register: the trust's own owners first, then default ones. `seen` are the raw texts of the
    plan's owner cells: what stands alone on a line there, and is built like an owner, becomes known as it is most
    often written. `told` are the short forms that the plan explains, as `explained_owners` gives them.
    """
    first = _register_alone(registered)
    first = replace(first, told=told) if told else first
    surname_first = any(lists_surname_first(text, first) for text in seen)
    first = replace(first, surname_first=True) if surname_first else first
    names = dict(first.names)
    known = KnownNames({}, first.vocabulary, known_in(first))
    alone = Counter(as_typed(line, text) for text in seen for line in _alone(text, first))
    for line, _ in sorted(alone.items(), key=lambda found: -found[1]):
        key = owner_key(line)
        if key not in names and not known.nearest(line).slip:
            names[key] = as_typed(single_spaced(without_aside(line)), line)
            known.add(key, names[key])
    if len(names) == len(first.names):
        return first
    return replace(register_of(names), told=told, surname_first=surname_first)


def explained_owners(
    forms: Iterable[ShortForm], registered: tuple[RegisteredOwner, ...], settled: Iterable[str]
) -> Mapping[str, ToldForm]:
    """The short forms that the plan explains by an owner, but for what the trust's settings have `settled`.

    What it explains in two ways it does not explain, and the words of a person count only for their own initials.
    """
    register = _register_alone(registered)
    found: dict[str, ToldForm] = {}
    unsure = {spelling.casefold() for spelling in settled}
    for form in forms:
        short, look = form.short.casefold(), look_of(form.words, register)
        owner = look in (Look.KNOWN, Look.BUILT) or (look is Look.PERSON and form.initials)
        if owner and (form.plain or form.initials):
            name = name_of(form.words, register) or form.words
            where = f"{form.place.sheet}!{form.place.cell}"
            if found.setdefault(short, ToldForm(name, where)).name != name:
                unsure.add(short)
    return {short: told for short, told in found.items() if short not in unsure}


@lru_cache(maxsize=8)
def _register_alone(registered: tuple[RegisteredOwner, ...]) -> OwnerRegister:
    """The register without a plan: one value for all plans of a run, so that what a text looks like is told once."""
    return register_of(_spellings(registered))


def _spellings(owners: tuple[RegisteredOwner, ...]) -> dict[str, str]:
    names: dict[str, str] = {}
    for owner in owners:
        person, _, post = owner.name.partition(", ")
        also = (
            (person, *owner.also_written) if post and is_person(person, as_key(person).split()) else owner.also_written
        )
        for spelling in (owner.name, *also):
            names.setdefault(owner_key(spelling), owner.name)
    return names


def _alone(text: str, register: OwnerRegister) -> list[str]:
    """The lines of a cell that hold one owner and nothing else."""
    lines = (forename_first(_unlabelled(line)[0], register) for line in lines_of(text))
    owners = (Look.BUILT, Look.PERSON)
    return [line for line in lines if len(cut(line, register)) == 1 and look_of(line, register) in owners]


_SUPPORT = re.compile(rf"[\s,;(\[]{{0,3}}\b{words_of.SUPPORT_WORDS}\b[\s:]*", re.IGNORECASE)
_SUPPORT_LABEL = re.compile(
    rf"[(\[]?\s*\b{words_of.SUPPORT_LABELS}\s*:\s*|(?:^|(?<=[;,(]))\s*{words_of.SUPPORT_LABELS}\s+-\s+",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD_LABEL = re.compile(
    rf"[(\[]?\s*{words_of.LEAD_LABELS}\s*(?::|\s[-–])\s*|[(\[]\s*{words_of.LEAD_LABELS}\s*[)\]]\s*|led by:?\s+",
    re.IGNORECASE,
)
_SUPPORTS = re.compile(r"\s*[(\[]support(?:ing)?[)\]]|\s+-\s+support(?:ing)?$", re.IGNORECASE)
_LEADS = re.compile(r"\s+-\s+leads?$|\s*[(\[](?:joint )?leads?[)\]]$", re.IGNORECASE)
# The address behind a name, as e-mail shows it, and the share of a post's time, as Microsoft Project does.
_BESIDE_A_NAME = re.compile(r"(?<=\w)\s*(?:<[^<>@\s]+@[^<>\s]+>|\([^()@\s]+@[^()\s]+\)|\[\d{1,3} ?%\])")
_CHAIR = re.compile(r"(?:deputy |vice )?(?:co[- ]?)?chairs?", re.IGNORECASE)
_OF_A_NETWORK = re.compile(r"(?:[^\s,]+ ){1,4}networks?", re.IGNORECASE)
_UNSURE = re.compile(
    r"(?<=\w)[\s(:-]+(?:tbc|tbd|tba|vacant|vacancy|to be (?:confirmed|appointed|recruited|agreed))\)?$|(?<=\w)\s*\?+$",
    re.IGNORECASE,
)
_TO_CONFIRM = re.compile(words_of.TO_CONFIRM, re.IGNORECASE)
_EMPTY = frozenset({"", "-", "--", "."})

Met = tuple[Owner, Finding | None]


def normalise_owners(
    cells: tuple[RawCell, ...], part: Part, register: OwnerRegister
) -> tuple[tuple[Owner, ...], tuple[Finding, ...]]:
    """The owners that cells name, in the order written, each once, and what should be known about them.

    `part` is what the column says they do; words such as "with support from" turn what follows into support.
    """
    owners: dict[str, Owner] = {}
    findings: dict[Finding, None] = {}
    for cell in cells:
        for owner, found in _in_text(cell.text, part, register):
            owners.setdefault(owner_key(owner.name), owner)
            if found:
                findings[replace(found, place=cell.place)] = None
    return tuple(owners.values()), tuple(findings)


@lru_cache(maxsize=16384)
def _in_text(text: str, part: Part, register: OwnerRegister) -> tuple[Met, ...]:
    """The owners in the text of a cell, each with what was found about it."""
    met = [
        _owner(piece, does, register)
        for run, does in _parted(_BESIDE_A_NAME.sub("", text), part)
        for piece in ((run,) if _TO_CONFIRM.fullmatch(run) else _whole(run, register))
    ]
    return tuple(_as_typed(*one, text) for one in met if one)


def _as_typed(owner: Owner, found: Finding | None, text: str) -> Met:
    written = as_typed(owner.as_written, text)
    listed = as_listed(written, text)
    if listed != written:
        return replace(owner, as_written=listed), found
    name = owner.name if owner.known or owner.name != owner.as_written else written
    return (owner, found) if written == owner.as_written else (replace(owner, name=name, as_written=written), found)


def _whole(run: str, register: OwnerRegister) -> list[str]:
    return _with_titles(cut(run, register), forename_first(run, register), register)


def _with_titles(pieces: Sequence[str], run: str, register: OwnerRegister) -> list[str]:
    """A person and the post after a comma are one owner: "First Surname, Medical Director"; so is a network's chair."""
    joined: list[str] = []
    for piece in pieces:
        titled = f"{joined[-1]}, {piece}" if joined else ""
        if titled and titled in run and _goes_with(joined[-1], piece, register):
            joined[-1] = titled
        else:
            joined.append(piece)
    return joined


def _goes_with(first: str, second: str, register: OwnerRegister) -> bool:
    chairs = _CHAIR.fullmatch(first) and _OF_A_NETWORK.fullmatch(second)
    return chairs is not None or _is_person_with_post(first, second, register)


def _is_person_with_post(first: str, second: str, register: OwnerRegister) -> bool:
    return look_of(first, register) is Look.PERSON and look_of(second, register) in (Look.KNOWN, Look.BUILT)


def _parted(text: str, part: Part) -> Iterable[tuple[str, Part]]:
    """The runs of a cell with what each does. Support words hold to the end of their line, or on if they end it."""
    carried = part
    for line in HARD_SIGNS.split(_SUPPORT.sub(" \x00", _SUPPORT_LABEL.sub(" \x00", unbroken(text)))):
        does = carried
        for place, piece in enumerate(line.split("\x00")):
            does = Part.SUPPORT if place else does
            run, leads = _unlabelled(piece.strip(" ,./&+:"))
            does = part if leads else does
            if run not in _EMPTY:
                yield _balanced(run), does
        carried = Part.SUPPORT if line.rstrip().endswith("\x00") else part if line.strip() else carried


def _unlabelled(line: str) -> tuple[str, bool]:
    match = _LEAD_LABEL.match(line)
    return (line[match.end() :], True) if match and match.end() < len(line) else (line, False)


def _balanced(run: str) -> str:
    """Without a bracket that a support label opened: "(support: Head of EDI)"."""
    if run.count(")") > run.count("("):
        run = run.rstrip(")] ") if run.endswith((")", "]")) else run.replace(")", "", 1)
    return run.strip()


def _owner(piece: str, part: Part, register: OwnerRegister) -> Met | None:
    if _SUPPORTS.search(piece):
        piece, part = _SUPPORTS.sub("", piece), Part.SUPPORT
    written = re.sub(r"^[Tt]he ", "", single_spaced(piece).strip(" .,;:-/&*"))
    if not written:
        return None
    if _TO_CONFIRM.fullmatch(written):
        return Owner(written, part, written, known=False), finding("owner-to-confirm", written=written)
    alone = _LEADS.sub("", written)
    sure = _UNSURE.sub("", alone)
    owner, found = _named(sure, part, register)
    unsure = finding("owner-to-confirm", written=written) if sure != alone else found
    return replace(owner, as_written=written), unsure


def _named(written: str, part: Part, register: OwnerRegister) -> Met:
    name = name_of(written, register)
    if name:
        told = register.told.get(written.casefold())
        by_key = finding("owner-by-key", written=written, name=name, where=told.where) if told else None
        return Owner(name, part, written, known=True), by_key
    owner = Owner(written, part, written, known=False)
    near = nearest_to(written, register)
    if near.slip and near.name != written:
        return replace(owner, name=near.name, known=True), finding("owner-corrected", written=written, name=near.name)
    if near.name:
        return owner, finding("unknown-owner", written=written, closest=near.name)
    person, _, post = written.partition(", ")
    alike = look_of(written, register) is not Look.OTHER or _goes_with(person, post, register)
    code = "owner-unlisted" if alike else "unreadable-owner"
    return owner, finding(code, written=written)
