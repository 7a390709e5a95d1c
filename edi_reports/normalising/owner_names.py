"""The names of owners: the key that all spellings of one share, the register, and what is near to a known name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from rapidfuzz.distance import DamerauLevenshtein

from edi_reports.normalising import owner_words as words_of
from edi_reports.normalising.spelling import alternatives, as_key, near_words, plain, single_spaced


class OwnerRegister(Struct, frozen=True, eq=False):
    """The owners that are known for a run; made once, by `build_register`.

    `names` gives the name to show for each key; `acronyms` for each short form such as "hoedi", where only one fits;
    `vocabulary` is every word of a known owner, which is therefore no typing error.
    """

    names: Mapping[str, str]
    acronyms: Mapping[str, str]
    vocabulary: frozenset[str]


class Nearest(Struct, frozen=True):
    """The known name nearest to one that is not known, and whether only a typing error parts them."""

    name: str = ""
    slip: bool = False


_SHORT_FORMS = tuple((f" {short} ", f" {long} ") for short, long in words_of.SHORT_FORMS)
_PERSONAL = alternatives(
    r"""
    [A-Z]{1,4}
    (?i:(?:the )?(?:executive |exec |operational )?(?:lead|sro|sponsor|owner))
    (?i:interim|acting|vacant|job ?-?share)
    [A-Z][a-z]+ [A-Z][a-z'-]+
    """
)
_ASIDE = re.compile(rf"\s*[(\[](?P<aside>{_PERSONAL})[)\]]")


def without_aside(text: str) -> str:
    """Without initials, names and roles in brackets; "(EDI)" says what a post is for and stays."""
    return _ASIDE.sub(lambda found: found[0] if found["aside"].lower() in words_of.FUNCTIONS else " ", plain(text))


@lru_cache(maxsize=65536)
def owner_key(text: str) -> str:
    """What all spellings of one owner share: short forms told alike, no small words, no initials in brackets."""
    spoken = f" {as_key(without_aside(text))} "
    for short, long in _SHORT_FORMS:
        if short in spoken:
            spoken = spoken.replace(short, long)
    kept = [word for word in spoken.split() if word not in words_of.SMALL_WORDS]
    return " ".join(kept) or spoken.strip()


def _acronym(name: str) -> str:
    """ "Director of Workforce and Organisational Development" is "dowod"; words in capitals stay whole."""
    return "".join(
        word.lower() if word.isupper() else word[0].lower()
        for word in re.findall(r"\w+", name)
        if word not in ("and", "the")
    )


def register_of(names: Mapping[str, str]) -> OwnerRegister:
    """The register of these names, by key."""
    short: dict[str, set[str]] = {}
    for name in names.values():
        short.setdefault(_acronym(name), set()).add(name)
    acronyms = {letters: found.pop() for letters, found in short.items() if len(found) == 1 and len(letters) >= 3}
    return OwnerRegister(names, acronyms, frozenset(word for key in names for word in key.split()))


_ENDS_SHORT = re.compile(r"^(?:of|for|and|the|to|&)\b|\b(?:of|for|and|the|to)$|&$", re.IGNORECASE)


def name_of(text: str, register: OwnerRegister) -> str | None:
    """The known name of a text: as it stands, by its acronym, or as a modifier before a known post."""
    if _ENDS_SHORT.search(text):
        return None
    key = owner_key(text)
    if key in register.names:
        return register.names[key]
    bare = single_spaced(without_aside(text))
    if " " not in bare and sum(letter.isupper() for letter in bare) >= 2:
        return register.acronyms.get(re.sub(r"[\W_]", "", bare).lower())
    first, _, rest = bare.partition(" ")
    if as_key(first) in words_of.MODIFIERS - {"chief", "non", "group"} and rest:
        base = register.names.get(owner_key(rest))
        return f"{first} {base}" if base and base.split()[0].lower() not in ("board", "staff") else None
    return None


@lru_cache(maxsize=16384)
def nearest_to(written: str, register: OwnerRegister) -> Nearest:
    """The known owner that a text misspells, or else the one that is most like it."""
    return nearest_in(written, register.names, register.vocabulary)


def nearest_in(written: str, names: Mapping[str, str], vocabulary: frozenset[str]) -> Nearest:
    """The known owner that a text misspells, or else the one that is most like it; none where two are as like."""
    right = names.get(owner_key(_respelled(written, vocabulary)))
    if right:
        return Nearest(right, slip=True)
    words = owner_key(written).split()
    alike = [(away, name) for key, name in names.items() if (away := _difference(words, key.split(), vocabulary))]
    least = min((away for away, _ in alike), default=0)
    found = {name for away, name in alike if away == least}
    return Nearest(found.pop()) if len(found) == 1 else Nearest()


def _respelled(written: str, vocabulary: frozenset[str]) -> str:
    """The text with its one strange word put right, if a single word of known posts and bodies is nearest to it."""
    known = vocabulary | words_of.OF_POSTS
    words = as_key(written).split()
    strange = [word for word in words if word not in known and len(word) >= 5]
    if len(words) < 2 or len(strange) != 1 or strange[0] + "s" in known or strange[0].rstrip("s") in known:
        return written
    near = near_words(strange[0], known, within=2 if len(strange[0]) >= 8 else 1)
    return " ".join(near[0] if word == strange[0] else word for word in words) if len(near) == 1 else written


def _difference(words: list[str], other: list[str], vocabulary: frozenset[str]) -> int | None:
    """By how many letters a name differs from another in a single word (1 or 2); None if by more, or by a real word."""
    if len(words) != len(other) or len(words) < 2:
        return None
    differing = [(one, two) for one, two in zip(words, other, strict=True) if one != two and not _is_initial(one, two)]
    if len(differing) != 1:
        return None
    ((one, two),) = differing
    if min(len(one), len(two)) < 4 or one in vocabulary | words_of.OF_POSTS or one + "s" == two or two + "s" == one:
        return None
    away = DamerauLevenshtein.distance(one, two, score_cutoff=2)
    return away if away <= 2 else None


def _is_initial(one: str, two: str) -> bool:
    return len(one) == 1 and two.startswith(one)
