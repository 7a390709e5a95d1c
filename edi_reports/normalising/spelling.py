"""How text is spelled, leaving aside what it means: spaces, dashes, quotation marks, near misses of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‛′`´"), "'") | dict.fromkeys(map(ord, "“”„″"), '"')
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u3000"), " ")
_INVISIBLE: dict[int, str] = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), "")
_HIDDEN = "".join(map(chr, _INVISIBLE))
_PLAIN = _DASHES | _QUOTES | _SPACES | _INVISIBLE
_LONG_SPACE = re.compile(" {3,}")
_NOT_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]").search


def plain(text: str) -> str:
    """The text with plain spaces, hyphens and quotation marks; line breaks stay."""
    return text.translate(_PLAIN) if not text.isascii() and _NOT_PLAIN(text) else text


def single_spaced(text: str) -> str:
    """The text on one line, with one space between words and none around."""
    return " ".join(plain(text).split())


def as_typed(words: str, text: str) -> str:
    """The words, found in a text as plain ones on one line, with the dashes and quotation marks that it has."""
    if not _NOT_PLAIN(text):
        return words
    found = re.search(rf"[{_HIDDEN}]*".join(map(_ways_to_type, words)), text)
    return " ".join(found[0].split()) if found else words


def _ways_to_type(sign: str) -> str:
    if sign == " ":
        return rf"[\s{_HIDDEN}]+"
    others = "".join(chr(other) for other, plainly in _PLAIN.items() if plainly == sign)
    return f"[{re.escape(sign)}{others}]" if others else re.escape(sign)


def squeezed(text: str) -> str:
    """The text without empty lines, and with no more than two spaces anywhere."""
    text = plain(text)
    if "   " in text:
        text = _LONG_SPACE.sub("  ", text)
    lines = (line.strip(" ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip())


@lru_cache(maxsize=65536)
def as_key(text: str) -> str:
    """What two spellings of the same words share: small letters, "and" for "&", no punctuation or apostrophes."""
    spoken = plain(text).lower().replace("&", " and ").replace("'", "")
    return " ".join(re.findall(r"[^\W_]+", spoken))


def near_words(word: str, known: Iterable[str], within: int) -> tuple[str, ...]:
    """The known words nearest to a word, at most `within` slips of the finger away (letters swapped, lost, wrong)."""
    away = {other: DamerauLevenshtein.distance(word, other, score_cutoff=within) for other in known}
    least = min(away.values(), default=within + 1)
    return tuple(sorted(other for other, slips in away.items() if slips == least)) if least <= within else ()


def alternatives(lines: str) -> str:
    """A pattern that matches any of the lines, each of them a pattern of its own."""
    return "(?:" + "|".join(line.strip() for line in lines.strip().splitlines()) + ")"


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())
