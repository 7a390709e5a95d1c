"""Which national frameworks an action serves, from the tags of a frameworks column or from headings above it."""

from __future__ import annotations

import re
from functools import lru_cache

from edi_reports.model.action import Framework
from edi_reports.normalising.spelling import plain, single_spaced

# The name to show, and how people write it. Longer spellings stand first.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("MWRES", r"m-?wres|medical (?:workforce )?race equality standard|medical wres"),
    ("BWRES", r"b-?wres|bank (?:workforce )?race equality standard|bank wres"),
    ("WDES", r"wdes|workforce disability equality standard"),
    ("WRES", r"wres|workforce race equality standard"),
    ("EDS22", r"eds ?(?:2022|22|2)|(?:nhs )?equality delivery system(?: ?(?:2022|22|2))?|eds"),
    ("GPG", r"gpg|gender pay gap(?: report(?:ing)?)?"),
    ("EPG", r"epg|ethnicity pay gap(?: report(?:ing)?)?"),
    ("DPG", r"dpg|disability pay gap(?: report(?:ing)?)?"),
    ("AIS", r"ais|accessible information standard"),
    ("PCREF", r"pcref|patient (?:and )?carer race equality framework"),
    ("PSED", r"psed|public sector equality duty"),
    ("NHS EDI Improvement Plan", r"(?:nhse? |nhs england )?(?:national )?edi improvement plan"),
    ("NHS People Plan", r"(?:nhs )?people plan"),
    ("NHS People Promise", r"(?:nhs |our )?people promise"),
    ("Sexual Orientation Standard", r"sexual orientation (?:monitoring )?standard|sois|soms"),
    ("HIA", r"hia|(?:nhse? )?high impact actions?"),
)
_KNOWN = re.compile(
    "|".join(f"(?P<f{place}>\\b(?:{words})(?![a-z]))" for place, (_, words) in enumerate(_SPELLINGS)), re.IGNORECASE
)
_AFTER = re.compile(
    r"\s*[-:(]?\s*(?P<what>indicator|metric|domain|outcome|standard|goal)?s?\s*(?P<number>[1-9]\d?)?(?P<letter>[a-f])?(?![a-z\d])\)?",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[\n;,/|•&+]|\s-\s|\s{2,}|\band\b", re.IGNORECASE)
_NO_TAG = frozenset({"", "n/a", "na", "-", "none", "tbc", "all", "other"})


def normalise_frameworks(
    texts: tuple[str, ...], headings: tuple[str, ...] = (), known: tuple[str, ...] = ()
) -> tuple[Framework, ...]:
    """The frameworks that the cells of a frameworks column name, in the order written, each once.

    `texts` are the cells of the column. Where the plan has no such column (or the cell is empty) pass () and the
    `headings` above the action: only known frameworks are taken from those. `known` are the trust's own further tags.
    Tags that are not known are kept as written. A domain is given only where it is stated.
    """
    found = [framework for text in texts for framework in _in_tags(text, known)]
    if not found:
        found = [framework for text in headings for framework in _in_heading(text)]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _in_heading(text: str) -> tuple[Framework, ...]:
    return tuple(framework for framework, _ in _known_in(plain(text)))


@lru_cache(maxsize=8192)
def _in_tags(text: str, known: tuple[str, ...]) -> tuple[Framework, ...]:
    tags: list[tuple[int, Framework]] = []
    rest = "" if text.strip().lower() in _NO_TAG else plain(text)
    for own in known:
        for match in re.finditer(rf"(?<!\w){re.escape(own)}(?!\w)", rest, re.IGNORECASE):
            tags.append((match.start(), Framework(own)))
        rest = re.sub(
            rf"(?<!\w){re.escape(own)}(?!\w)", lambda match: "\n" * len(match.group()), rest, flags=re.IGNORECASE
        )
    for framework, (start, end) in _known_in(rest):
        tags.append((start, framework))
        rest = rest[:start] + "\n" * (end - start) + rest[end:]
    tags += _own_words(rest)
    return tuple(framework for _, framework in sorted(tags, key=lambda tag: tag[0]))


def _known_in(text: str) -> list[tuple[Framework, tuple[int, int]]]:
    found = []
    for match in _KNOWN.finditer(text):
        name = _SPELLINGS[int((match.lastgroup or "f0")[1:])][0]
        after = _AFTER.match(text, match.end())
        used = after if after and (after["number"] or after["what"]) else None
        found.append((_framework(name, used), (match.start(), used.end() if used else match.end())))
    return found


def _framework(name: str, after: re.Match[str] | None) -> Framework:
    """EDS22 has three domains with outcomes 1A to 3C, so an outcome tells its domain."""
    if name != "EDS22" or after is None:
        return Framework(name)
    number = after["number"] or ""
    return Framework(name, number if number in ("1", "2", "3") else "")


def _own_words(rest: str) -> list[tuple[int, Framework]]:
    tags, at = [], 0
    for piece in _BREAK.split(rest):
        start = rest.index(piece, at) if piece else at
        at = start + len(piece)
        words = single_spaced(piece).strip(" .()-:")
        if words.lower() not in _NO_TAG and not words.isdigit():
            tags.append((start, Framework(words)))
    return tags
