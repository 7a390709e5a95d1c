"""What an action is called: the plan's own reference, else one made from its group; and rows that only refer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from edi_reports.model.action import Group
from edi_reports.normalising.spelling import alternatives, single_spaced

_REF = r"(?:[a-z]{1,5}[ .-]?)?\d+(?:[.-]\d+)*[a-z]?(?:\([a-z]+\))?"
_SAYS_SEE = alternatives(
    r"""
    see(?: also)?|refers? to|as (?:per|for|in)|same as|cf\.?
    duplicate[sd]?(?: of)?
    (?:covered|addressed|included|incorporated) (?:by|in|into|under)
    links? to|linked (?:to|with)
    merged (?:with|into)
    cross[ -]?ref(?:erence)?(?: to)?
    """
)
_NUMBER_OF = r"(?:actions?|items?|refs?\.?|references?|objectives?|rows?|numbers?|nos?\.?|points?|sections?)"
_POINTER = re.compile(
    rf"(?:please )?{_SAYS_SEE} (?:the )?(?:{_NUMBER_OF} ?)?#?(?P<ref>{_REF}(?:(?:, | and | & | ?/ ?){_REF})*)"
    r"(?: (?:above|below))?[.]?",
    re.IGNORECASE,
)


def find_pointer(text: str) -> str | None:
    """The reference to which a row only points ("See 4b", "Duplicate of A4"), or None if it says anything more."""
    match = _POINTER.fullmatch(single_spaced(text).strip("()[] "))
    return match["ref"] if match else None


def make_refs(own: Sequence[str], groups: Sequence[Group | None]) -> tuple[str, ...]:
    """A reference for each action, in plan order: its own as written, else group number and place in the group.

    The third action of group 1 is "1.03". Groups whose numbers are missing or clash are counted in plan order; actions
    above the first group stand in group 0; a plan without groups counts "01", "02".
    """
    numbers = _group_numbers(groups)
    used = {ref for ref in own if ref}
    places: Counter[Group | None] = Counter()
    refs = []
    for ref, group in zip(own, groups, strict=True):
        places[group] += 1
        refs.append(ref or next(made for made in _from(numbers[group], places[group]) if made not in used))
        used.add(refs[-1])
    return tuple(refs)


def _from(number: int | None, place: int) -> Iterator[str]:
    return (f"{free:02d}" if number is None else f"{number}.{free:02d}" for free in count(place))


def _group_numbers(groups: Sequence[Group | None]) -> dict[Group | None, int | None]:
    named = [group for group in dict.fromkeys(groups) if group]
    if not named:
        return {None: None}
    stated = {group.number for group in named}
    counted = None in stated or len(stated) < len(named)
    numbers: dict[Group | None, int | None] = {None: 0}
    for place, group in enumerate(named, 1):
        numbers[group] = place if counted else group.number
    return numbers
