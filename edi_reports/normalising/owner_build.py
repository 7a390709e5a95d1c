"""What a piece of text looks like: a known owner, one that is built like a post or body, a person, a department."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from edi_reports.normalising import owner_words as words_of
from edi_reports.normalising.owner_names import OwnerRegister, name_of, owner_key, without_aside
from edi_reports.normalising.spelling import as_key


class Look(Enum):
    """What a piece of text looks like, and what taking it as one owner costs."""

    KNOWN = 0.2
    BUILT = 1.0
    PERSON = 1.5
    FUNCTION = 2.0
    OTHER = 3.0


# "HoR", "DoF", "DHoEDI": a head or director of something, in short.
_ADDRESS = re.compile(r"[\w.'+-]+@[\w-]+(?:\.[\w-]+)+")
_SHORT_POST = re.compile(r"[AD]{0,2}[DH]o[A-Z][A-Za-z&]*")


# "Medical Director for Surgery", "Managing Director of Planned Care".
_RANKED = frozenset({"medical", "managing", "nurse"})


_PARTICLES = re.compile(r"(?<=[A-Za-z] )(?:van|von|de[rn]?|d[aiu]|dos|la|le|ap|al|el|bin|te[rn]) (?=[A-Za-z])")


def singular(word: str) -> str:
    """The word without its plural "s"."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def is_noun(word: str) -> bool:
    """Whether a word may end the name of a post or body: "manager", "networks"."""
    return singular(word) in words_of.POST_NOUNS or singular(word) in words_of.BODY_NOUNS or word in words_of.BODY_NOUNS


@lru_cache(maxsize=65536)
def look_of(text: str, register: OwnerRegister) -> Look:
    """What a piece of text looks like, with the owners that are known."""
    functions = all(word in words_of.FUNCTIONS for word in owner_key(text).split())
    if name_of(text, register):
        return Look.FUNCTION if functions else Look.KNOWN
    person, dash, post = text.partition(" - ")
    if (
        dash
        and " - " not in post
        and " / " not in post
        and {look_of(person, register), look_of(post, register)} & {Look.KNOWN, Look.BUILT}
    ):
        return Look.BUILT
    bare = re.sub(r"\s*\([^()]*\)$", "", text)
    if any(build_cost(build_words(form), form) is not None for form in (text, bare)):
        return Look.BUILT
    if _SHORT_POST.fullmatch(bare):
        return Look.BUILT
    if is_person(bare, as_key(bare).split()) or _ADDRESS.fullmatch(bare):
        return Look.PERSON
    return Look.FUNCTION if functions or re.fullmatch(r"[A-Z][A-Za-z&]*[A-Z]s?", bare) else Look.OTHER


def build_words(text: str) -> list[str]:
    """The words of a piece; "L&D" is one word."""
    joined = re.sub(r"\b([A-Z]{1,2})&([A-Z])\b", r"\1n\2", without_aside(text))
    return as_key(joined.replace("-", "")).split()


def build_cost(words: list[str], text: str) -> float | None:
    """How odd the build of a post or body is (0 is not at all); None when it is no post or body."""
    if words and words[-1] in words_of.SMALL_WORDS:
        return None
    post, comma, field = text.partition(",")
    if comma and _says_where(build_words(post), build_words(field)):
        alone = build_cost(build_words(post), post)
        return 0.2 if alone is None and singular(words[0]) in words_of.POST_NOUNS else alone
    modified = len(words) > 1 and words[0] in words_of.MODIFIERS
    while len(words) > 1 and words[0] in words_of.MODIFIERS:
        words = words[1:]
    if modified and len(words) == 1:
        return 0.0 if is_noun(words[0]) else None
    whose = 1 if len(words) > 3 and words[0] in words_of.WHOSE | words_of.OF_A_PLACE | _RANKED else 0
    if len(words) > 2 and _answers_for(*words[whose : whose + 2]):
        return _cost_of_head(words[whose], words[whose + 2 :], text)
    if len(words) > 1 and words[0] in ("head", "director", "ad") and not any(is_noun(word) for word in words[1:]):
        return 0.4 + _cost_of_signs(text)
    return _cost_of_noun(words, text)


def _answers_for(post: str, small: str) -> bool:
    """Whether a post says next what it answers for: "Head of …", "Matron for …"."""
    return (post in words_of.HEADS and small in ("of", "for")) or (
        singular(post) in words_of.POST_NOUNS and small in ("for", "in")
    )


def _says_where(post: list[str], field: list[str]) -> bool:
    """Whether what follows the comma only says of which division a post is, or where: "Ward Manager, Stroke Unit"."""
    if not field or not post or any(is_noun(word) for word in field[:-1]):
        return False
    at_place = singular(field[-1]) in words_of.PLACES or (field[0] in words_of.PLACES and field[-1].isdecimal())
    if at_place:
        return _is_post_of(post, words_of.OF_A_PLACE)
    if is_noun(field[-1]):
        return False
    general = _is_post_of(post, words_of.GENERAL)
    return all(word in words_of.DIVISIONS or (general and word in words_of.FUNCTIONS) for word in field)


def _is_post_of(post: list[str], modifiers: frozenset[str]) -> bool:
    """Whether a post says no more than these words before what it is: "General Manager"."""
    return singular(post[-1]) in words_of.POST_NOUNS and all(word in modifiers or is_noun(word) for word in post)


def _cost_of_head(head: str, rest: list[str], text: str) -> float | None:
    """ "Head of …": what follows may be a list of functions, but no second post, and seldom a body."""
    if rest[-1] in words_of.OPENERS or (rest[-1] in words_of.MODIFIERS and rest[-1] not in ("executive", "group")):
        return None
    takes_bodies = head in words_of.HEADS_OF_BODIES
    if any(singular(word) in words_of.POST_NOUNS or word == "chief" for word in rest) and not takes_bodies:
        return None
    if any(len(word) == 1 and word not in "ai" for word in rest) or _joins_nouns(rest):
        return None
    body = is_body(rest[-1]) and not takes_bodies
    return max(0, len(rest) - 2) * 0.1 + (1.5 if body else 0) + _cost_of_signs(text)


def is_body(word: str) -> bool:
    """Whether a word is a network, committee, team or the like."""
    return word in words_of.BODIES


def _cost_of_noun(words: list[str], text: str) -> float | None:
    """ "… Manager", "… Network": nothing before the last word may be a post of its own."""
    if not words or not is_noun(words[-1]) or _joins_nouns(words):
        return None
    inside = [word for word in words[:-1] if singular(word) in words_of.POST_NOUNS]
    if any(word not in words_of.MAY_STAND_INSIDE for word in inside) or re.search(r",(?!.*(?:&|\band\b))", text):
        return None
    if len(words) == 1:
        return 0.2 if words[0].endswith("s") or words[0] in words_of.STAND_ALONE else None
    if words[0] in ("and", "of", "for", "to", "the", "with", "by"):
        return None
    plural = any(word.endswith("s") and is_noun(word) for word in words[:-1])
    place = singular(words[-1]) in words_of.PLACES
    return max(0, len(words) - 3) * 0.1 + (0.8 if plural else 0) + (0.4 if place else 0) + _cost_of_signs(text)


def _joins_nouns(words: list[str]) -> bool:
    """Whether an "and" follows straight on a post or body, or goes before a rank: then it parts two owners."""
    return any(
        (second == "and" and is_noun(first)) or (first == "and" and second in words_of.RANKS)
        for first, second in pairwise(words)
    )


def _cost_of_signs(text: str) -> float:
    """A comma is at home in a list that ends in "and", a slash between two words without spaces."""
    lonely = "," in text and not re.search(r",.*(?:&|\band\b)", text)
    spaced = re.search(r"\s/|/\s|\s\s", text) is not None
    parts = re.search(r"\s[/+]\s", text) is not None
    return (3.5 if parts else 2.5 if lonely or spaced else 0) + (0.3 if "," in text or "/" in text else 0)


def is_person(text: str, words: list[str]) -> bool:
    """Whether a text is built like the name of a person; `words` are its words in small letters."""
    text, particles = _PARTICLES.subn("", text)
    if not 2 <= len(words) - particles <= 4 or any(
        is_noun(word) or word in words_of.FUNCTIONS or word in words_of.HEADS for word in words
    ):
        return False
    return (
        re.fullmatch(r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Rev)\.? )?(?:[A-Z][\w'.-]*\s?){1,3}", text)
        is not None
    )
