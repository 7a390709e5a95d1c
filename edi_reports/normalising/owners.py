"""From what stands in an owner column to owners, each once, with the name that the register gives them.

Line breaks, bullets, tabs and ";" always part two owners. What is left is a run of words with signs between them (",",
"/", "&", "and", one space or two), any of which may part two owners or belong to one ("Head of Strategy, Change and
Development"). Each way to cut a run has a cost by what its pieces look like, and the
cheapest is taken: a known owner costs least, then what is built like a post or body, then a person's name. A space or
an "and" parts only where both sides are owners.

An owner is `known` when it is in the register, or when the plan itself writes it alone on a line and it is built like
an owner. Short forms are expanded only where that gives a known owner.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.owner import Owner, Part, RegisteredOwner
from edi_reports.model.raw import RawCell
from edi_reports.normalising import owner_words as words_of
from edi_reports.normalising.spelling import alternatives, as_key, near_words, plain, single_spaced, squeezed


class Look(Enum):
    """What a piece of text looks like, and what taking it as one owner costs."""

    KNOWN = 0.2
    BUILT = 1.0
    PERSON = 1.5
    FUNCTION = 2.0
    OTHER = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class OwnerRegister:
    """The owners that are known for a run; made once, by `build_register`.

    `names` gives the name to show for each key; `acronyms` for each short form such as "hoedi", where only one fits;
    `vocabulary` is every word of a known owner, which is therefore no typing error.
    """

    names: Mapping[str, str]
    acronyms: Mapping[str, str]
    vocabulary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The known name nearest to one that is not known, and whether only a typing error parts them."""

    name: str = ""
    slip: bool = False


# ---- keys ----------------------------------------------------------------------------------------------------------

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


def _without_aside(text: str) -> str:
    """Without initials, names and roles in brackets; "(EDI)" says what a post is for and stays."""
    return _ASIDE.sub(lambda found: found[0] if found["aside"].lower() in words_of.FUNCTIONS else " ", plain(text))


@lru_cache(maxsize=65536)
def owner_key(text: str) -> str:
    """What all spellings of one owner share: short forms told alike, no small words, no initials in brackets."""
    spoken = f" {as_key(_without_aside(text))} "
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


# ---- the register --------------------------------------------------------------------------------------------------


def build_register(registered: tuple[RegisteredOwner, ...], seen: tuple[str, ...] = ()) -> OwnerRegister:
    """The owners known for one run.

    `registered` is the register: the trust's own owners first, then default ones. `seen` are the raw texts of the
    plan's owner cells: what stands alone on a line there, and is built like an owner, becomes known as it is most
    often written.
    """
    names = _spellings(registered)
    first = _register(names)
    alone = Counter(line for text in seen for line in _alone(text, first))
    for line, _ in sorted(alone.items(), key=lambda found: -found[1]):
        key = owner_key(line)
        if key not in names and not _nearest(line, names, first.vocabulary).slip:
            names[key] = single_spaced(_without_aside(line))
    return _register(names)


def _spellings(owners: tuple[RegisteredOwner, ...]) -> dict[str, str]:
    names: dict[str, str] = {}
    for owner in owners:
        person, _, post = owner.name.partition(", ")
        also = (
            (person, *owner.also_written) if post and _is_person(person, as_key(person).split()) else owner.also_written
        )
        for spelling in (owner.name, *also):
            names.setdefault(owner_key(spelling), owner.name)
    return names


def _register(names: Mapping[str, str]) -> OwnerRegister:
    short: dict[str, set[str]] = {}
    for name in names.values():
        short.setdefault(_acronym(name), set()).add(name)
    acronyms = {letters: found.pop() for letters, found in short.items() if len(found) == 1 and len(letters) >= 3}
    return OwnerRegister(names, acronyms, frozenset(word for key in names for word in key.split()))


def _alone(text: str, register: OwnerRegister) -> list[str]:
    """The lines of a cell that hold one owner and nothing else."""
    lines = (_unlabelled(line)[0] for line in _lines(text))
    owners = (Look.BUILT, Look.PERSON)
    return [line for line in lines if len(_cut(line, register)) == 1 and _look(line, register) in owners]


_ENDS_SHORT = re.compile(r"^(?:of|for|and|the|to|&)\b|\b(?:of|for|and|the|to)$|&$", re.IGNORECASE)


def _name_of(text: str, register: OwnerRegister) -> str | None:
    """The known name of a text: as it stands, by its acronym, or as a modifier before a known post."""
    if _ENDS_SHORT.search(text):
        return None
    key = owner_key(text)
    if key in register.names:
        return register.names[key]
    bare = single_spaced(_without_aside(text))
    if " " not in bare and sum(letter.isupper() for letter in bare) >= 2:
        return register.acronyms.get(re.sub(r"[\W_]", "", bare).lower())
    first, _, rest = bare.partition(" ")
    if as_key(first) in words_of.MODIFIERS - {"chief", "non", "group"} and rest:
        base = register.names.get(owner_key(rest))
        return f"{first} {base}" if base and base.split()[0].lower() not in ("board", "staff") else None
    return None


# ---- what a piece looks like ---------------------------------------------------------------------------------------


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _is_noun(word: str) -> bool:
    return (
        _singular(word) in words_of.POST_NOUNS or _singular(word) in words_of.BODY_NOUNS or word in words_of.BODY_NOUNS
    )


@lru_cache(maxsize=65536)
def _look(text: str, register: OwnerRegister) -> Look:
    functions = all(word in words_of.FUNCTIONS for word in owner_key(text).split())
    if _name_of(text, register):
        return Look.FUNCTION if functions else Look.KNOWN
    person, dash, post = text.partition(" - ")
    if dash and " - " not in post and {_look(person, register), _look(post, register)} & {Look.KNOWN, Look.BUILT}:
        return Look.BUILT
    bare = re.sub(r"\s*\([^()]*\)$", "", text)
    if any(_build_cost(_build_words(form), form) is not None for form in (text, bare)):
        return Look.BUILT
    if _is_person(bare, as_key(bare).split()):
        return Look.PERSON
    return Look.FUNCTION if functions or re.fullmatch(r"[A-Z][A-Za-z&]*[A-Z]s?", bare) else Look.OTHER


def _build_words(text: str) -> list[str]:
    """The words of a piece; "L&D" is one word."""
    joined = re.sub(r"\b([A-Z]{1,2})&([A-Z])\b", r"\1n\2", _without_aside(text))
    return as_key(joined.replace("-", "")).split()


def _build_cost(words: list[str], text: str) -> float | None:
    """How odd the build of a post or body is (0 is not at all); None when it is no post or body."""
    post, comma, field = text.partition(",")
    if comma and _says_where(_build_words(post), _build_words(field)):
        return _build_cost(_build_words(post), post)
    modified = len(words) > 1 and words[0] in words_of.MODIFIERS
    while len(words) > 1 and words[0] in words_of.MODIFIERS:
        words = words[1:]
    if modified and len(words) == 1:
        return 0.0 if _is_noun(words[0]) else None
    if len(words) > 2 and words[0] in words_of.HEADS and words[1] in ("of", "for"):
        return _cost_of_head(words[0], words[2:], text)
    if len(words) > 1 and words[0] in ("head", "director") and not any(_is_noun(word) for word in words[1:]):
        return 0.4 + _cost_of_signs(text)
    return _cost_of_noun(words, text)


def _says_where(post: list[str], field: list[str]) -> bool:
    """Whether what follows the comma only says of which division a post is: "General Manager, Medicine"."""
    if not field or any(_is_noun(word) for word in field):
        return False
    general = bool(post) and _is_noun(post[-1]) and all(word in words_of.GENERAL or _is_noun(word) for word in post)
    return all(word in words_of.DIVISIONS or (general and word in words_of.FUNCTIONS) for word in field)


def _cost_of_head(head: str, rest: list[str], text: str) -> float | None:
    """ "Head of …": what follows may be a list of functions, but no second post, and seldom a body."""
    if rest[-1] in words_of.OPENERS or (rest[-1] in words_of.MODIFIERS and rest[-1] not in ("executive", "group")):
        return None
    takes_bodies = head in words_of.HEADS_OF_BODIES
    if any(_singular(word) in words_of.POST_NOUNS or word == "chief" for word in rest) and not takes_bodies:
        return None
    if any(len(word) == 1 and word not in "ai" for word in rest) or _joins_nouns(rest):
        return None
    body = _is_body(rest[-1]) and not takes_bodies
    return max(0, len(rest) - 2) * 0.1 + (1.5 if body else 0) + _cost_of_signs(text)


def _is_body(word: str) -> bool:
    return word in words_of.BODIES


def _cost_of_noun(words: list[str], text: str) -> float | None:
    """ "… Manager", "… Network": nothing before the last word may be a post of its own."""
    if not words or not _is_noun(words[-1]) or _joins_nouns(words):
        return None
    inside = [word for word in words[:-1] if _singular(word) in words_of.POST_NOUNS]
    if any(word not in words_of.MAY_STAND_INSIDE for word in inside) or re.search(r",(?!.*(?:&|\band\b))", text):
        return None
    if len(words) == 1:
        return 0.2 if words[0].endswith("s") or words[0] in words_of.STAND_ALONE else None
    if words[0] in ("and", "of", "for", "to", "the", "with", "by"):
        return None
    plural = any(word.endswith("s") and _is_noun(word) for word in words[:-1])
    return max(0, len(words) - 3) * 0.1 + (0.8 if plural else 0) + _cost_of_signs(text)


def _joins_nouns(words: list[str]) -> bool:
    """Whether an "and" follows straight on a post or body, or goes before a rank: then it parts two owners."""
    return any(
        (second == "and" and _is_noun(first)) or (first == "and" and second in words_of.RANKS)
        for first, second in pairwise(words)
    )


def _cost_of_signs(text: str) -> float:
    """A comma is at home in a list that ends in "and", a slash between two words without spaces."""
    lonely = "," in text and not re.search(r",.*(?:&|\band\b)", text)
    spaced = re.search(r"\s/|/\s|\s\s", text) is not None
    return (2.5 if lonely or spaced else 0) + (0.3 if "," in text or "/" in text else 0)


def _is_person(text: str, words: list[str]) -> bool:
    if not 2 <= len(words) <= 4 or any(
        _is_noun(word) or word in words_of.FUNCTIONS or word in words_of.HEADS for word in words
    ):
        return False
    return (
        re.fullmatch(r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Rev)\.? )?(?:[A-Z][\w'.-]*\s?){1,3}", text)
        is not None
    )


# ---- cutting a run into owners -------------------------------------------------------------------------------------

_HARD = re.compile(r"[\n;|\t•▪●·◦]|(?:^|\n)\s*[-*](?=\s)|(?:^|(?<=\s))\(?\d{1,2}[.)]\s")
_SOFT = re.compile(r"\s*(,|/|&|\+|\band\b)\s*(?:\band\b\s*|&\s*)?|(\s{2,})|\s+(?=[^\s(\[])", re.IGNORECASE)
_STRONG = frozenset({",", "/", "  "})
_LONGEST = 14
_MOST_WORDS = 60
_LONGEST_RUN = 1000


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a run: where it begins and ends in the text, and the sign before it ("" for a space, "  " for more)."""

    start: int
    end: int
    sign: str


def _lines(text: str) -> list[str]:
    pieces = (piece.strip(" ,./&+:") for piece in _HARD.split(squeezed(text)))
    return [piece for piece in pieces if piece]


def _words(run: str) -> list[_Word]:
    words, start, sign = [], 0, ""
    for match in _SOFT.finditer(run):
        if _inside_brackets(run, match.start()) or match.start() == 0:
            continue
        words.append(_Word(start, match.start(), sign))
        start, sign = match.end(), "  " if match.group(2) else (match.group(1) or "").lower()
    return [*words, _Word(start, len(run), sign)]


def _inside_brackets(run: str, at: int) -> bool:
    return run.count("(", 0, at) > run.count(")", 0, at)


@lru_cache(maxsize=16384)
def _cut(run: str, register: OwnerRegister) -> tuple[str, ...]:
    """The cheapest way to cut a run into owners."""
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


def _way(
    run: str, words: list[_Word], start: int, end: int, before: tuple[float, int, bool], register: OwnerRegister
) -> tuple[float, int, bool]:
    """The cost of a piece after the best cut before it, where it starts, and whether it may stand beside a space."""
    if before[0] == math.inf or (start and not words[start].sign and not before[2]):
        return math.inf, start, False
    text = run[words[start].start : words[end - 1].end]
    look = _look(text, register)
    owner = look in (Look.KNOWN, Look.BUILT)
    cost = before[0] + _piece_cost(text, look, words[start + 1 : end])
    if start and words[start].sign not in _STRONG:
        last = run[words[start - 1].start : words[start - 1].end]
        parts = _and_parts(last, look) if words[start].sign else owner and not _completes(last, text, register)
        cost = cost + 0.3 if parts else math.inf
    return cost, start, owner


def _completes(last: str, text: str, register: OwnerRegister) -> bool:
    """Whether a piece belongs to the body before it: "Women's Network Chair" and "ICB EDI Lead" are one owner."""
    word = as_key(_without_aside(last)).rsplit(" ", 1)[-1]
    short = last.isupper() and _is_body(as_key(_name_of(last, register) or "").rsplit(" ", 1)[-1])
    return short or (_is_body(word) and _is_noun(as_key(text)))


def _and_parts(last: str, look: Look) -> bool:
    """Whether an "and" parts two owners: a department only after a whole post or body ("EDI Lead and HR")."""
    word = as_key(last)
    whole = _is_body(word) or _singular(word) in words_of.POST_NOUNS
    return look in (Look.KNOWN, Look.BUILT, Look.PERSON) or (look is Look.FUNCTION and whole)


def _piece_cost(text: str, look: Look, inner: list[_Word]) -> float:
    cost: float = look.value
    if look is Look.BUILT:
        return cost + (_build_cost(_build_words(text), text) or 0)
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


# ---- a cell --------------------------------------------------------------------------------------------------------

_SUPPORT = re.compile(rf"[\s,;(\[]{{0,3}}\b{words_of.SUPPORT_WORDS}\b[\s:]*", re.IGNORECASE)
_SUPPORT_LABEL = re.compile(
    rf"[(\[]?\s*\b{words_of.SUPPORT_LABELS}\s*:\s*|(?:^|(?<=[;,(]))\s*{words_of.SUPPORT_LABELS}\s+-\s+",
    re.IGNORECASE | re.MULTILINE,
)
_LEAD_LABEL = re.compile(rf"[(\[]?\s*{words_of.LEAD_LABELS}\s*(?::|\s[-–])\s*", re.IGNORECASE)
_SUPPORTS = re.compile(r"\s*[(\[](?:support(?:ing)?)[)\]]", re.IGNORECASE)
_UNSURE = re.compile(
    r"(?<=\w)[\s(:-]+(?:tbc|tbd|tba|vacant|vacancy|to be (?:confirmed|appointed|recruited|agreed))\)?$", re.IGNORECASE
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
        for run, does in _parted(text, part)
        for piece in ((run,) if _TO_CONFIRM.fullmatch(run) else _cut(run, register))
    ]
    return tuple(one for one in met if one)


def _parted(text: str, part: Part) -> Iterable[tuple[str, Part]]:
    """The runs of a cell with what each does. Support words hold to the end of their line, or on if they end it."""
    carried = part
    for line in _HARD.split(_SUPPORT.sub(" \x00", _SUPPORT_LABEL.sub(" \x00", squeezed(text)))):
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
    written = re.sub(r"^[Tt]he ", "", single_spaced(piece).strip(" .,;:-/&"))
    if not written:
        return None
    if _TO_CONFIRM.fullmatch(written):
        return Owner(written, part, written, known=False), finding("owner-to-confirm", written=written)
    sure = _UNSURE.sub("", written)
    owner, found = _named(sure, part, register)
    unsure = finding("owner-to-confirm", written=written) if sure != written else found
    return replace(owner, as_written=written), unsure


def _named(written: str, part: Part, register: OwnerRegister) -> Met:
    name = _name_of(written, register)
    if name:
        return Owner(name, part, written, known=True), None
    owner = Owner(written, part, written, known=False)
    near = _nearest_of(written, register)
    if near.slip:
        return replace(owner, name=near.name, known=True), finding("owner-corrected", written=written, name=near.name)
    if near.name:
        return owner, finding("unknown-owner", written=written, closest=near.name)
    code = "unreadable-owner" if _look(written, register) is Look.OTHER else "owner-unlisted"
    return owner, finding(code, written=written)


# ---- near misses ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=16384)
def _nearest_of(written: str, register: OwnerRegister) -> Nearest:
    return _nearest(written, register.names, register.vocabulary)


def _nearest(written: str, names: Mapping[str, str], vocabulary: frozenset[str]) -> Nearest:
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
