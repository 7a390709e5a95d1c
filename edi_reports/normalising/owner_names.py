"""The names of owners: the key that all spellings of one share, the register, and what is near to a known name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from edi_reports.normalising import owner_words as words_of
from edi_reports.normalising.near_words import NearWords, slips
from edi_reports.normalising.spelling import alternatives, as_key, plain, single_spaced


class ToldForm(Struct, frozen=True):
    """The name that the plan itself explains a short form by, and where."""

    name: str
    where: str


class OwnerRegister(Struct, frozen=True, eq=False):
    """The owners that are known for a run; made once, by `build_register`.

    `names` gives the name to show for each key; `acronyms` for each short form such as "hoedi", where only one fits;
    `vocabulary` is every word of a known owner, which is therefore no typing error. `told` are the short forms that
    the plan itself explains, in small letters: they come before what is usual elsewhere. `surname_first` where the plan
    writes people so: "Smith, Jane".
    """

    names: Mapping[str, str]
    acronyms: Mapping[str, str]
    vocabulary: frozenset[str]
    told: Mapping[str, ToldForm] = MappingProxyType({})
    surname_first: bool = False


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
    bare = single_spaced(without_aside(text))
    if told := register.told.get(bare.casefold()):
        return told.name
    key = owner_key(text)
    if key in register.names:
        return register.names[key]
    if " " not in bare and sum(letter.isupper() for letter in bare) >= 2:
        return register.acronyms.get(re.sub(r"[\W_]", "", bare).lower())
    first, _, rest = bare.partition(" ")
    if as_key(first) in words_of.MODIFIERS - {"chief", "non", "group"} and rest:
        told = register.told.get(rest.casefold())
        base = told.name if told else register.names.get(owner_key(rest))
        return f"{first} {base}" if base and base.split()[0].lower() not in ("board", "staff") else None
    return None


class KnownNames:
    """Known names, kept so that those that differ from a text in a single word are found without going through all.

    `names` gives the name to show for each key. Those of a register come first, a plan's own are added to them.
    """

    def __init__(self, names: Mapping[str, str], vocabulary: frozenset[str], first: KnownNames | None = None) -> None:
        self._names, self._vocabulary, self._first = dict[str, str](), vocabulary, first
        self._by_count: dict[int, list[list[str]]] = {}
        self._by_others: dict[tuple[int, tuple[str, ...]], NearWords] = {}
        self._words: NearWords = first._words if first else NearWords(vocabulary | words_of.OF_POSTS)
        for key, name in names.items():
            self.add(key, name)

    def add(self, key: str, name: str) -> None:
        """Take in one more name."""
        words = key.split()
        self._names[key] = name
        self._by_count.setdefault(len(words), []).append(words)
        for at, word in enumerate(words) if len(words) > 1 else ():
            others = (at, (*words[:at], *words[at + 1 :]))
            if others not in self._by_others:
                self._by_others[others] = NearWords()
            self._by_others[others].add(word)

    def nearest(self, written: str) -> Nearest:
        """The name that a text misspells, or else the one that is most like it; none where two are as like."""
        right = self._named(owner_key(self._respelled(written)))
        if right:
            return Nearest(right, slip=True)
        words = owner_key(written).split()
        alike = [found for names in (self, self._first) if names for found in names._alike(words)]
        least = min((away for away, _ in alike), default=0)
        found = {name for away, name in alike if away == least}
        return Nearest(found.pop()) if len(found) == 1 else Nearest()

    def _named(self, key: str) -> str | None:
        return self._names.get(key) or (self._first._named(key) if self._first else None)

    def _alike(self, words: list[str]) -> Iterator[tuple[int, str]]:
        """The names that differ from these words in a single one, by how many letters."""
        if len(words) < 2:
            return
        if any(len(word) == 1 for word in words):
            # An initial stands for many words, so the names of as many words are gone through.
            for key in self._by_count.get(len(words), ()):
                if away := difference(words, key, self._vocabulary):
                    yield away, self._names[" ".join(key)]
            return
        for at, word in enumerate(words):
            near = self._by_others.get((at, (*words[:at], *words[at + 1 :])))
            for other in near.near(word) if near and _may_be_wrong(word, self._vocabulary) else ():
                key = [*words[:at], other, *words[at + 1 :]]
                if away := difference(words, key, self._vocabulary):
                    yield away, self._names[" ".join(key)]

    def _respelled(self, written: str) -> str:
        """The text with its one strange word put right, if a single word of known posts and bodies is nearest to it."""
        words = as_key(written).split()
        strange = [word for word in words if len(word) >= 5 and not self._is_known(word)]
        if len(words) < 2 or len(strange) != 1:
            return written
        (wrong,) = strange
        if self._is_known(wrong + "s") or self._is_known(wrong.rstrip("s")):
            return written
        near = self._words.near(wrong)
        least = min(near.values(), default=0)
        nearest = [word for word, away in near.items() if away == least]
        if len(nearest) != 1 or least > (2 if len(wrong) >= 8 else 1):
            return written
        return " ".join(nearest[0] if word == wrong else word for word in words)

    def _is_known(self, word: str) -> bool:
        return word in self._vocabulary or word in words_of.OF_POSTS


@lru_cache(maxsize=8)
def known_in(register: OwnerRegister) -> KnownNames:
    """The names of a register, kept for searching."""
    return KnownNames(register.names, register.vocabulary)


@lru_cache(maxsize=16384)
def nearest_to(written: str, register: OwnerRegister) -> Nearest:
    """The known owner that a text misspells, or else the one that is most like it."""
    return known_in(register).nearest(written)


def _may_be_wrong(word: str, vocabulary: frozenset[str]) -> bool:
    return len(word) >= 4 and word not in vocabulary and word not in words_of.OF_POSTS


def difference(words: list[str], other: list[str], vocabulary: frozenset[str]) -> int | None:
    """By how many letters a name differs from another in a single word (1 or 2); None if by more, or by a real word."""
    if len(words) != len(other) or len(words) < 2:
        return None
    differing = [(one, two) for one, two in zip(words, other, strict=True) if one != two and not _is_initial(one, two)]
    if len(differing) != 1:
        return None
    ((one, two),) = differing
    if len(two) < 4 or not _may_be_wrong(one, vocabulary) or one + "s" == two or two + "s" == one:
        return None
    away = slips(one, two)
    return away if away <= 2 else None


def _is_initial(one: str, two: str) -> bool:
    return len(one) == 1 and two.startswith(one)
