"""What headings are called: the phrases of the field, and the names that a trust itself gives its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from msgspec import Struct

from edi_reports.model.raw import Field

# A phrase of the table of headings: the words, the field they stand for (None: a column of its own), and how surely.
Phrase = tuple[str, Field | None, float]


_MOST_KEPT = 4_000
_LONGEST_NAME = 240
_WHOLLY = 0.65
_IN_BRACKETS = re.compile(r"(?P<what>[^()\[\]]{1,40})[(\[](?P<who>[^()\[\]]{1,40})[)\]]")
IN_BRACKETS = 0.46
"""How well a heading names owners that it announces in brackets: less than any that names nothing else."""
_IN_FULL = {"ve": "have", "re": "are", "ll": "will", "d": "would"}
_LEAST_RESPELLED = 6
_LEAST_TYPED = 5
_WHICH_DATE = {
    **dict.fromkeys(("revised", "amended", "extended", "rescheduled"), Field.REVISED_TARGET),
    **dict.fromkeys(("original", "baseline", "initial"), Field.ORIGINAL_TARGET),
}
_TOLD = re.compile(r"\((?:[^\s()]+\s+){2,}[^()]*\)?")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_EXPLAINS = re.compile(r"\([^()]*=[^()]*\)")
# How to write in a column, as in "Closed (initials/date)", and words that a database runs together: "DueDate".
_FORMAT = re.compile(r"(?<=\w)\s*\((?!y/n\b)[^()]*/[^()]*\)", re.IGNORECASE)
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_SHORTENED = re.compile(rf"['’]({'|'.join(_IN_FULL)})\b")


class HeadingTable:
    """The phrases that trusts use as headings, looked up by their words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index the phrases by their first word; later phrases win over earlier ones that are alike."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Field | None, float]]] = {}
        self._scored: dict[str, Mapping[Field | None, float]] = {}
        self._words: set[str] = set()
        for text, field, weight in phrases:
            words = heading_words(text)
            self._words.update(words)
            if words:
                self._by_first.setdefault(words[0], []).append((words, field, weight))

    def scores(self, heading: str) -> Mapping[Field | None, float]:
        """How well a heading fits each field, 0 to 1: the whole heading counts more than a part of it.

        A phrase inside a longer one says nothing of its own: "metric" in "success metric" names no group.
        """
        heading = heading[:_LONGEST_NAME]  # what is longer names itself before, and cells of text come by the thousand
        words = heading_words(heading)
        if self._by_first.keys().isdisjoint(words):
            return {}
        if heading.rstrip()[-1:] in (")", "]") and (both := self._action_and_owner(heading)):
            return both
        if heading not in self._scored:
            if len(self._scored) >= _MOST_KEPT:
                self._scored.clear()
            self._scored[heading] = self._scores(words) | self._told_apart(heading)
        return self._scored[heading]

    def _told_apart(self, heading: str) -> dict[Field | None, float]:
        """What a heading is called before a bracket that tells people what to write: "Lead (name and job title)"."""
        called, told = _TOLD.sub(" ", heading), _TOLD.search(heading)
        return self._scores(heading_words(called)) if told and called.strip() else {}

    def scores_respelled(self, heading: str) -> Mapping[Field | None, float]:
        """How well a heading fits each field once slips of the finger are put right: "Progess to date"."""
        words = heading_words(heading)
        right = tuple(map(self._put_right, words))
        return {} if right == words else self._scores(right)

    def _put_right(self, word: str) -> str:
        """The one word of the headings that a word is a slip away from; else the word itself."""
        if len(word) < _LEAST_TYPED or not word.isalpha() or word in self._words:
            return word
        near = {known for left in _less_one(word) for known in self._near.get(left, ()) if known[0] == word[0]}
        return near.pop() if len(near) == 1 else word

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        """The longer words of the headings, by themselves and by what is left without any one letter."""
        near: dict[str, set[str]] = {}
        for word in self._words:
            for left in _less_one(word) if len(word) >= _LEAST_RESPELLED else {word}:
                near.setdefault(left, set()).add(word)
        return near

    def _action_and_owner(self, heading: str) -> Mapping[Field | None, float]:
        """What "Action (lead)" names: actions, and in brackets behind each who owns it. "Action lead" is an owner."""
        match = _IN_BRACKETS.fullmatch(heading.strip())
        if match is None:
            return {}
        what, who = (self._scores(heading_words(match[name])) for name in ("what", "who"))
        both = min(what.get(Field.ACTION, 0.0), who.get(Field.OWNER, 0.0)) >= _WHOLLY
        return {Field.ACTION: what[Field.ACTION], Field.OWNER: IN_BRACKETS} if both else {}

    def _scores(self, words: tuple[str, ...]) -> dict[Field | None, float]:
        matches = [
            (start, start + len(phrase), field, weight * (0.55 + 0.45 * len(phrase) / len(words)))
            for start, word in enumerate(words)
            for phrase, field, weight in self._by_first.get(word, ())
            if words[start : start + len(phrase)] == phrase
        ]
        scores: dict[Field | None, float] = {}
        for start, end, field, score in matches:
            inside = any(s <= start and end <= e and e - s > end - start for s, e, _, _ in matches)
            if not inside:
                scores[field] = max(scores.get(field, 0.0), score)
        return _qualified(scores, words)


@lru_cache(maxsize=8)
def heading_table(phrases: tuple[Phrase, ...]) -> HeadingTable:
    """The table of these phrases: one value for all plans of a run, which keeps what it has once looked up."""
    return HeadingTable(phrases)


class HeadingNames(Struct, frozen=True):
    """How headings are recognised: the phrases of the field, and a trust's own names, which outrank them.

    `own` are whole headings in lower case and what they stand for (None: kept under their own name); `own_why` is the
    reason given for them. With `own_only` no other heading stands for anything.
    """

    table: HeadingTable
    own: Mapping[str, Field | None] = {}
    own_why: str = "named so in the settings"
    own_only: bool = False

    def knows(self, heading: str) -> bool:
        """Whether the trust itself says what a heading stands for."""
        return self.own_only or said(heading) in self.own

    def stands_for(self, heading: str) -> Field | None:
        """The field that the trust says a heading stands for."""
        return self.own.get(said(heading))


def _qualified(scores: dict[Field | None, float], words: tuple[str, ...]) -> dict[Field | None, float]:
    """A heading of target dates that says which of them, "Baseline finish", or of what an action is to do."""
    if words[:2] == ("action", "to") and words[2:] != ("date",):
        return {Field.ACTION: 1.0}
    which = next((_WHICH_DATE[word] for word in words if word in _WHICH_DATE), None)
    if which is None or Field.TARGET not in scores:
        return scores
    target = scores.pop(Field.TARGET)
    return scores | {which: max(target, scores.get(which, 0.0))}


def _less_one(word: str) -> set[str]:
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def said(heading: str) -> str:
    """Reduce a heading to lower case and single spaces, as a trust's own names are looked up."""
    return " ".join(heading.lower().split())


@lru_cache(maxsize=20_000)
def heading_words(text: str) -> tuple[str, ...]:
    """Reduce a heading to lower-case words in the singular: "Responsible Owner(s)" is responsible, owner.

    What it says in brackets of its short forms, as in "Rating (1 = not started)", is no part of its name.
    """
    text = _EXPLAINS.sub(" ", text) if "=" in text else text
    text = _FORMAT.sub(" ", text) if "(" in text and "/" in text else text
    text = _JOINED.sub(" ", text)
    text = re.sub(r"\(s\)|/s\b|['’]s\b", "", text.lower().replace("&", " and "))
    text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text) if "." in text else text
    text = _SHORTENED.sub(lambda short: f" {_IN_FULL[short[1]]}", text)
    return tuple(_singular(word) for word in re.findall(r"[a-z0-9#]+", text))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
