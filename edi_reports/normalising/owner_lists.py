"""Cutting a list of owners into owners.

Line breaks, bullets, tabs and ";" always part two owners. What is left is a run of words with signs between them (",",
"/", "&", "and", one space or two), any of which may part two owners or belong to one ("Head of Strategy, Change and
Development"). Each way to cut a run has a cost by what its pieces look like, and the cheapest is taken: a known owner
costs least, then what is built like a post or body, then a person's name. A space or an "and" parts only where both
sides are owners.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from msgspec import Struct

from edi_reports.normalising import owner_words as words_of
from edi_reports.normalising.owner_build import Look, build_cost, build_words, is_body, is_noun, look_of, singular
from edi_reports.normalising.owner_names import OwnerRegister, name_of, without_aside
from edi_reports.normalising.spelling import as_key, squeezed

# A list of SharePoint puts a number after each person: "First Surname;#14;#Second Surname;#9".
HARD_SIGNS = re.compile(
    r";#\d+(?:;#)?|[\n;|\t•▪●·◦]|(?:^|\n)\s*[-*](?=\s)|(?:^|(?<=\s))\(?(?:\d{1,2}[.)]|[a-hivx]{1,3}\))\s"
)
_BROKEN_LINE = re.compile(r"((?:\b(?:and|of|for|with|by)|&))[ ]*\n[ ]*(?=\w)", re.IGNORECASE)
_SHORT_LIST = re.compile(r"[A-Z]{2,4}(?:, ?[A-Z]{2,4})+,? (?:&|and) [A-Z]{2,4}")
_SHORT_FORMS = re.compile(r"[A-Z]{2,4}(?: (?:&|and|\+) [A-Z]{2,4})+")
# The address book of the NHS tells people apart by their organisation, in capitals.
_IN_ADDRESS_BOOK = re.compile(
    r"(?<![\w'’-])(?P<surname>[A-Z][A-Z'’-]+), (?P<forename>[A-Z][a-z'’]+(?:-[A-Z]?[a-z]+)?|[A-Z]\.?)"
    r" \([A-Z0-9][A-Z0-9 &,.'’/-]+\)"
)
_CAPITAL, _SMALL = "[A-ZÀ-ÖØ-ÞŠŽŴŶ]", r"[^\W\d_A-Z]"
_ONE_NAME = rf"{_CAPITAL}(?:{_SMALL}|['’]{_CAPITAL}|(?<=c){_CAPITAL})+"
_PARTICLE = r"(?:St\.?|(?i:van|von|de|den|der|da|di|du|dos|la|le|ap|al|el|bin|ter|ten)) "
_FORENAME = rf"{_ONE_NAME}(?:-{_CAPITAL}?{_SMALL}+)?|[A-Z]\.?(?![\w.])"
# "Surname, Forename" without an organisation, to the end of an owner or with what follows of their post.
_SURNAME_FIRST = re.compile(
    r"(?:^|(?<=[;/&(+])|(?<=[;/&(+]\s)|(?<=\band\s))"
    rf"(?P<surname>(?:{_PARTICLE}){{0,2}}(?:{_ONE_NAME}(?:-{_ONE_NAME})*|[A-Z][A-Z'’-]+)), (?P<forename>{_FORENAME})"
    r"(?=\s*(?:$|[;/&(+<]|and\b|[-–]\s|,\s+[\w&]+\s+[\w&]))"
)
_SOFT = re.compile(r"\s*(,|/|&|\+|\band\b|\bplus\b)\s*(?:\band\b\s*|&\s*)?|(\s{2,})|\s+(?=[^\s(\[])", re.IGNORECASE)
_STRONG = frozenset({",", "/", "  "})
_LONGEST = 14
_MOST_WORDS = 60
_LONGEST_RUN = 1000


class _Word(Struct, frozen=True):
    """A word of a run: where it begins and ends in the text, and the sign before it ("" for a space, "  " for more)."""

    start: int
    end: int
    sign: str


def lines_of(text: str) -> list[str]:
    """The pieces of a cell that hard signs part."""
    pieces = (piece.strip(" ,./&+:") for piece in HARD_SIGNS.split(unbroken(text)))
    return [piece for piece in pieces if piece]


def unbroken(text: str) -> str:
    """The text without empty lines, with each line that cannot end where it does drawn together with the next."""
    text = squeezed(text)
    return _BROKEN_LINE.sub(r"\1 ", text) if "\n" in text else text


def _words(run: str) -> list[_Word]:
    words, start, sign = [], 0, ""
    for match in _SOFT.finditer(run):
        if _inside_brackets(run, match.start()) or match.start() == 0:
            continue
        words.append(_Word(start, match.start(), sign))
        start, sign = match.end(), _sign(match)
    return [*words, _Word(start, len(run), sign)]


def _sign(match: re.Match[str]) -> str:
    """What parts two words; a plus with spaces around it parts owners as a comma does, that of "LGBTQ+" does not."""
    if match.group(2):
        return "  "
    return "," if match.group().startswith(" + ") else (match.group(1) or "").lower()


def _inside_brackets(run: str, at: int) -> bool:
    return run.count("(", 0, at) > run.count(")", 0, at)


def cut(run: str, register: OwnerRegister) -> tuple[str, ...]:
    """The cheapest way to cut a run into owners."""
    return _cut(forename_first(run, register), register)


def forename_first(run: str, register: OwnerRegister) -> str:
    """People listed surname first, "SMITH, Jane (NORTH NHS TRUST)" or "Smith, Jane", by forename and surname."""

    def turned(match: re.Match[str]) -> str:
        surname, forename = match["surname"], match["forename"]
        people = name_of(surname, register) is None and look_of(forename, register) in (Look.OTHER, Look.PERSON)
        of_posts = {*as_key(surname).split()} & (words_of.FUNCTIONS | words_of.SHORT_FUNCTIONS)
        return f"{forename} {surname}" if people and not of_posts else match[0]

    def turned_alone(match: re.Match[str]) -> str:
        sure = register.surname_first or names_a_person(match)
        return f"{match['forename']} {match['surname']}" if sure and _are_names(match, register) else match[0]

    if ", " not in run:
        return run
    run = _IN_ADDRESS_BOOK.sub(turned, run) if "(" in run else run
    return _SURNAME_FIRST.sub(turned_alone, run)


def lists_surname_first(text: str, register: OwnerRegister) -> bool:
    """Whether a text names somebody by surname and forename for certain: by a known forename, or an address behind."""
    found = (match for line in lines_of(text) for match in _SURNAME_FIRST.finditer(line)) if ", " in text else ()
    return any((names_a_person(match) or "@" in text) and _are_names(match, register) for match in found)


def names_a_person(match: re.Match[str]) -> bool:
    """Whether what stands behind the comma is a forename or an initial, or before it what only surnames are like."""
    surname, forename = as_key(match["surname"]), as_key(match["forename"])
    if surname in words_of.FORENAMES:
        return False
    like_one = " " in match["surname"] or re.search(r"['’-]|Mc[A-Z]", match["surname"]) is not None
    return like_one or len(forename) == 1 or forename.split()[0] in words_of.FORENAMES


def _are_names(match: re.Match[str], register: OwnerRegister) -> bool:
    """Whether neither side of the comma holds a word of posts, departments or parts of a trust, or is an owner."""
    spoken = as_key(f"{match['surname']} {match['forename']}").split()
    others = words_of.OF_POSTS | words_of.DIVISIONS | words_of.PLACES | words_of.SHORT_FUNCTIONS
    known = name_of(match["surname"], register) or name_of(match["forename"], register)
    return known is None and not any(word in others or singular(word) in others for word in spoken)


def as_listed(name: str, text: str) -> str:
    """A name with the people in it as a text lists them; the name itself where it stands there so."""
    if name in text or ", " not in text:
        return name
    for pattern in (_IN_ADDRESS_BOOK, _SURNAME_FIRST):
        for match in (found for line in HARD_SIGNS.split(text) for found in pattern.finditer(line.strip())):
            turned = f"{match['forename']} {match['surname']}"
            if turned in name:
                return name.replace(turned, match[0])
    return name


@lru_cache(maxsize=16384)
def _cut(run: str, register: OwnerRegister) -> tuple[str, ...]:
    if _SHORT_LIST.fullmatch(run) or _are_posts_in_short(run):
        return tuple(re.findall(r"[A-Z]{2,4}", run))
    words = _words(run) if len(run) <= _LONGEST_RUN else []
    if len(words) <= 1 or len(words) > _MOST_WORDS:
        return (run,)
    best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
    for end in range(1, len(words) + 1):
        ways = (_way(run, words, start, end, best[start], register) for start in range(max(0, end - _LONGEST), end))
        best.append(min(ways, default=(math.inf, end - 1, False)))
    if best[-1][0] == math.inf:
        return (run,)
    return _pieces(run, words, best)


def _are_posts_in_short(run: str) -> bool:
    """Whether a run is of initials alone, as "CN & MD", none of them a department's: "HR & OD" may be one."""
    departments = words_of.FUNCTIONS | words_of.SHORT_FUNCTIONS
    return _SHORT_FORMS.fullmatch(run) is not None and not departments & {*as_key(run).split()}


def _way(
    run: str, words: list[_Word], start: int, end: int, before: tuple[float, int, bool], register: OwnerRegister
) -> tuple[float, int, bool]:
    """The cost of a piece after the best cut before it, where it starts, and whether it may stand beside a space."""
    if before[0] == math.inf or (start and not words[start].sign and not before[2]):
        return math.inf, start, False
    text = run[words[start].start : words[end - 1].end]
    look = look_of(text, register)
    owner = look in (Look.KNOWN, Look.BUILT)
    cost = before[0] + _piece_cost(text, look, words[start + 1 : end])
    if start and words[start].sign not in _STRONG:
        last = run[words[start - 1].start : words[start - 1].end]
        person = look_of(run[words[before[1]].start : words[start - 1].end], register) is Look.PERSON
        parts = (
            _and_parts(last, look) or (person and look is Look.FUNCTION)
            if words[start].sign
            else owner and not _completes(last, text, register)
        )
        cost = cost + 0.3 if parts else math.inf
    return cost, start, owner


def _completes(last: str, text: str, register: OwnerRegister) -> bool:
    """Whether a piece belongs to the body before it: "Women's Network Chair" and "ICB EDI Lead" are one owner."""
    word = as_key(without_aside(last)).rsplit(" ", 1)[-1]
    short = last.isupper() and is_body(as_key(name_of(last, register) or "").rsplit(" ", 1)[-1])
    return short or (is_body(word) and is_noun(as_key(text)))


def _and_parts(last: str, look: Look) -> bool:
    """Whether an "and" parts two owners: a department only after a whole post or body ("EDI Lead and HR")."""
    word = as_key(last)
    whole = is_body(word) or singular(word) in words_of.POST_NOUNS
    return look in (Look.KNOWN, Look.BUILT, Look.PERSON) or (look is Look.FUNCTION and whole)


def _piece_cost(text: str, look: Look, inner: list[_Word]) -> float:
    cost: float = look.value
    if look is Look.BUILT:
        return cost + (build_cost(build_words(text), text) or 0)
    if look is not Look.KNOWN and any(word.sign in _STRONG for word in inner):
        return math.inf
    return cost + 0.7 * len(inner) if look is Look.OTHER else cost


def _pieces(run: str, words: list[_Word], best: list[tuple[float, int, bool]]) -> tuple[str, ...]:
    end, pieces = len(words), []
    while end:
        start = best[end][1]
        pieces.append(run[words[start].start : words[end - 1].end])
        end = start
    return tuple(reversed(pieces))
