"""Short forms that a workbook explains: "CFO = Chief Finance Officer" in a note, or a table of short and long forms.

Whether a short form is that of an owner is settled where owners are understood. What stands in the columns of a plan
is never taken for an explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise
from types import MappingProxyType

from edi_reports.model.place import Place
from edi_reports.model.raw import ShortForm
from edi_reports.reading.grid import Address, GridCell, Sheet

_SHORT = r"(?=[A-Za-z&+]*[A-Z][A-Za-z&+]*[A-Z])[A-Z][A-Za-z&+]{1,9}"
_IS_SHORT = re.compile(_SHORT).fullmatch
_IS_LONG = re.compile(r"[A-Z][^\n;|=]*\s[^\n;|=]+").fullmatch
_BEGINS = re.compile(rf"(?<![\w&+]){_SHORT}\s*(?:=|:|\s[-–—]\s)")
_HAS_SIGN = re.compile("[-=:–—]").search
_SIGN = re.compile(rf"(?P<short>{_SHORT})\s*(?P<sign>=|:|\s[-–—]\s)\s*(?P<words>[A-Z].*)", re.DOTALL)
_ENDS = re.compile(r"[;|\n=]|,\s*$|\.\s*$|\.\s+(?=[A-Z])")
_HEADS_SHORT = re.compile(r"\b(?:abbreviations?|acronyms?|initials?|short(?:ened)? (?:form|name|title)s?)\b", re.I)
_LONGEST, _LONGEST_SHORT, _MOST_IN_ROW = 80, 10, 2
_LONGEST_NOTE, _MOST_CELLS = 4_000, 5_000
NOTHING: Mapping[Address, str] = MappingProxyType({})
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "at", "on"})


def initials_of(short: str, words: str) -> bool:
    """Whether a short form is made of the first letters of these words; small ones may be left out of it."""
    letters = "".join(filter(str.isalpha, short.lower()))
    ways = {0}
    for word in re.findall(r"[^\W\d_]+", words.replace("&", " and ").replace("'", "")):
        spoken = word.lower()
        longer = {at + len(word) for at in ways if word.isupper() and letters.startswith(spoken, at)}
        longer |= {at + 1 for at in ways if letters[at : at + 1] == spoken[0]}
        ways = longer | ways if spoken in _SMALL else longer
    return len(letters) in ways


def find_short_forms(
    sheet: Sheet, workbook: str, parts: Mapping[Address, str] = NOTHING, known: frozenset[int] = frozenset()
) -> tuple[ShortForm, ...]:
    """The short forms that the cells of a sheet explain, in a note or beside each other, in reading order.

    `parts` are what its cells were used for, and `known` the columns of which it is known what they hold.
    """
    found: list[ShortForm] = []
    for at, cell in islice(sheet.cells.items(), None if parts else _MOST_CELLS):
        text = cell.text
        if not text or (at[1] in known and parts.get(at) == "action"):
            continue
        if len(text) <= _LONGEST_SHORT and _IS_SHORT(text):
            beside = [c for c in _beside(sheet, cell) if not _of_plan(c, parts, known)]
            found += [_form(text, c.text, Place(workbook, sheet.name, *at), plain=True) for c in beside if _is_long(c)]
        elif len(text) <= _LONGEST_NOTE and _HAS_SIGN(text):
            found += (_form(s, w, Place(workbook, sheet.name, *at), plain=plain) for s, w, plain in _in_note(text))
    return tuple(sorted(found, key=lambda form: form.place))


def _of_plan(cell: GridCell, parts: Mapping[Address, str], known: frozenset[int]) -> bool:
    return cell.column in known and parts.get((cell.row, cell.column)) == "action"


def rows_of_short_forms(rows: Iterable[Sequence[GridCell]]) -> Iterator[GridCell]:
    """The cells of rows that hold a short form and its words and no more, with the heading above them.

    Two rows in company are wanted, each of the first letters of its words, or a heading that says what they are and
    half of them so: no action may be taken for one.
    """
    block: list[Sequence[GridCell]] = []
    for cells in chain(rows, ((),)):
        if len(cells) > _MOST_IN_ROW and not block:
            continue
        if _is_pair(cells) and (not block or _follows(block[-1], cells)):
            block.append(cells)
            continue
        yield from _cells_of(block)
        block = [cells] if _is_pair(cells) or _is_heading(cells) else []


def _cells_of(block: Sequence[Sequence[GridCell]]) -> Iterator[GridCell]:
    headed = any(map(_is_heading, block))
    pairs = [cells for cells in block if not _is_heading(cells)]
    of_initials = sum(initials_of(*_short_first(cells)) for cells in pairs)
    if pairs and (2 * of_initials >= len(pairs) if headed else 1 < len(pairs) == of_initials):
        yield from (cell for cells in block for cell in cells)


def _is_heading(cells: Sequence[GridCell]) -> bool:
    return 1 <= len(cells) <= 2 and any(len(cell.text) <= 40 and _HEADS_SHORT.search(cell.text) for cell in cells)


def _is_pair(cells: Sequence[GridCell]) -> bool:
    if len(cells) != 2:
        return False
    one, two = cells
    return two.column == one.last_column + 1 and any(
        len(short.text) <= _LONGEST_SHORT and _IS_SHORT(short.text) and _is_long(words)
        for short, words in ((one, two), (two, one))
    )


def _follows(above: Sequence[GridCell], below: Sequence[GridCell]) -> bool:
    return above[0].column == below[0].column and below[0].row == above[0].row + 1


def _short_first(cells: Sequence[GridCell]) -> tuple[str, str]:
    one, two = (cell.text for cell in cells)
    return (one, two) if _IS_SHORT(one) else (two, one)


def _is_long(cell: GridCell) -> bool:
    return len(cell.text) <= _LONGEST and _IS_LONG(cell.text) is not None


def _beside(sheet: Sheet, cell: GridCell) -> list[GridCell]:
    """The cells to the right and to the left."""
    found = (sheet.own(cell.row, cell.last_column + 1), sheet.own(cell.row, cell.column - 1))
    return [other for other in found if other is not None]


def _in_note(text: str) -> Iterator[tuple[str, str, bool]]:
    """The short forms in a text, each with its words, and whether an equals sign stands between."""
    starts = [match.start() for match in _BEGINS.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        match = _SIGN.match(text[start:end])
        if match is not None:
            words = _ENDS.split(match["words"])[0].strip(" ,.()&")
            words = re.sub(r"(?:,|\band\b)$", "", words).strip(" ,")
            if _IS_LONG(words) and len(words) <= _LONGEST:
                yield match["short"], words, match["sign"] == "="


def _form(short: str, words: str, place: Place, *, plain: bool) -> ShortForm:
    words = " ".join(words.split())
    return ShortForm(short, words, place, plain, initials_of(short, words))
