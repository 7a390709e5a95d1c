"""The colour key: which cells explain the colours, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry
from edi_reports.reading.evidence import is_neutral, looks_like_progress, looks_like_rag
from edi_reports.reading.grid import Address, GridCell, Sheet

_LONGEST_MEANING = 160
_COUNT = re.compile(r"^\d{1,4}$|^\d{1,3}(?:\.\d+)?\s?%$")
_TRAILING_COUNT = re.compile(r"[\s:=–-]*\(?\b(\d{1,4})\b\)?\s*(?:actions?)?$")
_IGNORE = re.IGNORECASE | re.VERBOSE
_SHORT_FORMS = re.compile(r"(?<!\w)(?:[a-z]|\d|red|amber|green|blue)\s*=\s*[a-z]", re.IGNORECASE)
_KEY_TITLE = re.compile(
    r"""^(?:(?:b?ragg?|colour|status|progress|rating)\s+)*(?:key|legend|definitions?)\b.{0,40}$
    | ^b?ragg?(?:\s+(?:rating|status))?(?:\s+key)?\s*:?$""",
    _IGNORE,
)
_WORDS = re.compile(
    r"^\W*(?:b?rag\W+)?(?:red|amber|green|blue|grey|yellow|purple)\b\W*(?: = | [-–—:] | \( | rated | means | \b )",
    _IGNORE,
)
_COLOUR_MEANS = re.compile(
    r"^\W*(?:b?rag\W+)?(?:red|amber|green|blue|grey|yellow)\s*(?:=|:|\(|\s[-–—]\s)", re.IGNORECASE
)
_COLOUR_SAID = re.compile(
    r"\b(red|amber|yellow|green|blue)(?: (?:rows?|cells?|lines?|fill|shading|highlighting))?"
    r"\s+(?:is|are|means?|shows?|indicates?|have|has)\s",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"^[🔴🟠🟡🟢🔵🟣🟤⚫⚪⬜✅❌⏸⏳]\ufe0f?\s*[=:–-]?\s*[A-Za-z]")
_SIGN_MEANS = re.compile(r"([◐◑◒◓◔◕✓✔✗✘✖☐☑☒★☆■□▲△▼◆◇🔴🟠🟡🟢🔵🟣🟤⚫⚪⬜✅❌⏸⏳])\ufe0f?\s*[=:–-]?\s*[A-Za-z]")
_LONGEST_LINE = 60
_CODE = re.compile(r"[A-Za-z0-9]|red|amber|green|blue|grey|yellow", re.IGNORECASE)
_SHORT_FORM = re.compile(r"^(?:[A-Za-z]|\d)\s*(?:=|:|[-–—])\s*(?P<meaning>[A-Za-z].*)$")
_STATE_WORDS = re.compile(
    r"""\b(?: completed? | not\s+(?:yet\s+)?started | in\s+progress | on\s+track | off\s+track | overdue
    | at\s+risk | delayed
    | on\s+hold | proposed\s+for\s+closure | closed | behind | started | under\s?way | ongoing | not\s+due
    | delivered )\b""",
    _IGNORE,
)


class FoundKey(Struct, frozen=True):
    """A key: its entries, the addresses of all cells that belong to it, the counts it states, and all its words."""

    entries: tuple[KeyEntry, ...] = ()
    addresses: frozenset[Address] = frozenset()
    counts: tuple[tuple[str, int, Place], ...] = ()
    text: str = ""


def find_key(sheet: Sheet, workbook: str, free: Iterable[GridCell]) -> FoundKey:
    """Find the colour key among the cells that are no part of a table.

    A key is two or more neighbouring lines that each pair a fill with words, or one such line under a "Key" title.
    """
    cells = {(cell.row, cell.column): cell for cell in free if cell.text or cell.fill}
    titles = {address for address, cell in cells.items() if _KEY_TITLE.match(cell.text)}
    lines = [line for cell in cells.values() if (line := _line(sheet, cell, cells)) is not None]
    lines = _of_one_meaning(_in_company(lines, titles))
    lines += _between(lines, cells)
    lines += _ending(sheet, lines, cells)
    entries = tuple(KeyEntry(line.fill, line.meaning, _place(sheet, workbook, line.place)) for line in lines)
    addresses = {address for line in lines for address in line.addresses}
    addresses |= {title for title in titles if lines or _near_words(title, cells)}
    pairs = _pairs(_word_lines(cells, bool(lines) or bool(titles)), cells)
    in_words = {address for pair in pairs for address in pair}
    counts = {line.place: (line.meaning, line.count) for line in lines if line.count is not None}
    for address in in_words - addresses:
        trailing = _TRAILING_COUNT.search(cells[address].text)
        if trailing and trailing.start():
            counts[address] = (cells[address].text[: trailing.start()], int(trailing[1]))
    stated = tuple((*said, _place(sheet, workbook, address)) for address, said in sorted(counts.items()))
    every = addresses | in_words
    text = "; ".join(_said(line, cells) for line in _lines_of(every, pairs) if cells[line[0]].text)
    return FoundKey(entries, frozenset(every), stated, text)


def _place(sheet: Sheet, workbook: str, address: Address) -> Place:
    return Place(workbook, sheet.name, *address)


class _Line(Struct, frozen=True):
    fill: str
    meaning: str
    place: Address
    addresses: tuple[Address, ...]
    count: int | None


def _line(sheet: Sheet, cell: GridCell, cells: dict[Address, GridCell]) -> _Line | None:
    """A fill with its words: in the cell itself, or a filled cell with the words beside it."""
    if cell.fill is None or not _is_signal(cell):
        return None
    here = (cell.row, cell.column)
    right = sheet.own(cell.row, cell.last_column + 1)
    left = sheet.own(cell.row, cell.column - 1)
    beside = [c for c in (right, left) if c is not None and c.text and (c.row, c.column) in cells]
    if cell.text and not _COUNT.match(cell.text):
        if not _explains(cell.text):
            return None
        words, used = cell.text, [here]
    else:
        explaining = [c for c in beside if _explains(c.text)]
        if not explaining:
            return None
        words, used = explaining[0].text, [here, (explaining[0].row, explaining[0].column)]
    count, counted = _count(cell, beside, words)
    more = _more_words(sheet, used, cells)
    said = [_TRAILING_COUNT.sub("", words).strip() or words]
    said += [cells[address].text for address in more if not _COUNT.match(cells[address].text)]
    return _Line(cell.fill, " – ".join(said), here, (*used, *counted, *more), count)


def _more_words(sheet: Sheet, used: Sequence[Address], cells: dict[Address, GridCell]) -> tuple[Address, ...]:
    """Explanations further along the same line: "Amber | At risk | Some delay, recoverable"."""
    row, column = max(used)
    found: list[Address] = []
    cell = sheet.own(row, column)
    column = cell.last_column if cell else column
    while (beside := sheet.own(row, column + 1)) is not None and (row, column + 1) in cells and beside.text:
        if beside.fill is not None and not is_neutral(beside.fill):
            break
        found.append((row, column + 1))
        column = beside.last_column
    return tuple(found)


def _count(cell: GridCell, beside: Sequence[GridCell], words: str) -> tuple[int | None, tuple[Address, ...]]:
    for candidate in (cell, *beside):
        if _COUNT.match(candidate.text) and "%" not in candidate.text:
            return int(candidate.text), ((candidate.row, candidate.column),)
    trailing = _TRAILING_COUNT.search(words)
    return (int(trailing[1]), ()) if trailing and trailing.start() > 0 else (None, ())


def _is_signal(cell: GridCell) -> bool:
    return cell.fill is not None and (not is_neutral(cell.fill) or is_key_word(cell.text))


def is_key_word(text: str) -> bool:
    """Whether a text is just a state or a colour, perhaps with a count: "Complete: 3"."""
    if len(text) > _LONGEST_MEANING:
        return False
    plain = _TRAILING_COUNT.sub("", text) if any(map(str.isdigit, text)) else text
    if looks_like_progress(plain) or looks_like_rag(plain):
        return True
    return " / " in plain and all(map(looks_like_progress, plain.split(" / ")))


def explains_short_forms(text: str) -> bool:
    """Whether one text explains several letters, numbers, colours or signs: "R = overdue, A = at risk"."""
    if not text.isascii() and len(set(_SIGN_MEANS.findall(text))) > 1:
        return True
    return text.count("=") > 1 and len(_SHORT_FORMS.findall(text)) > 1


def explains_colours(text: str) -> bool:
    """Whether one sentence says what several colours of rows or cells mean: "green rows are complete"."""
    return len(text) <= _LONGEST_MEANING and len(set(map(str.lower, _COLOUR_SAID.findall(text)))) > 1


def is_key_text(text: str) -> bool:
    """Whether a text can only belong to a key: its title, a state or a colour."""
    return bool(_KEY_TITLE.match(text)) or is_key_word(text)


def is_key_line(cells: Sequence[GridCell]) -> bool:
    """Whether a row holds no more than what a colour means, or a short form and what it stands for: "3 | On track"."""
    words = [cell.text for cell in cells if not _CODE.fullmatch(cell.text)]
    if len(words) != 1 or len(cells) > 3:
        return False
    means = len(words[0]) <= _LONGEST_LINE and bool(_COLOUR_MEANS.match(words[0]))
    return means or _tells_short_form(words[0]) or (len(cells) > 1 and is_key_text(words[0]))


def _tells_short_form(text: str) -> bool:
    match = _SHORT_FORM.match(text)
    return match is not None and is_key_word(match["meaning"])


def _explains(text: str) -> bool:
    if len(text) > _LONGEST_MEANING:
        return False
    return bool(is_key_word(text) or _WORDS.match(text) or _STATE_WORDS.search(text))


def _in_company(lines: Sequence[_Line], titles: set[Address]) -> list[_Line]:
    """Keep lines that stand beside another line of the key, or under its title; a lone coloured word is no key."""
    kept = []
    for line in lines:
        row, column = line.place
        company = any(
            other is not line
            and (
                (other.place[1] == column and abs(other.place[0] - row) <= 2)
                or (other.place[0] == row and abs(other.place[1] - column) <= 4)
            )
            for other in lines
        )
        titled = any(0 <= row - r <= 6 and abs(column - c) <= 6 for r, c in titles)
        if company or titled:
            kept.append(line)
    return kept


def _of_one_meaning(lines: Sequence[_Line]) -> list[_Line]:
    """Leave out a fill that would mean several things: it is the look of a row, such as headings of counts."""
    meanings: dict[str, set[str]] = {}
    for line in lines:
        meanings.setdefault(line.fill, set()).add(line.meaning.casefold())
    return [line for line in lines if len(meanings[line.fill]) == 1]


def _between(lines: Sequence[_Line], cells: dict[Address, GridCell]) -> list[_Line]:
    """Lines in words of the trust's own, in a colour of their own, that touch two others of the key."""
    strong, fills = {line.place for line in lines}, {line.fill for line in lines}
    found = []
    for (row, column), cell in cells.items():
        sides = ((row, column - 1), (row, column + 1)), ((row - 1, column), (row + 1, column))
        enclosed = any(all(side in strong for side in pair) for pair in sides)
        if enclosed and _is_signal(cell) and cell.fill and cell.fill not in fills and _is_meaning(cell):
            found.append(_Line(cell.fill, cell.text, (row, column), ((row, column),), None))
    return found


def _ending(sheet: Sheet, lines: Sequence[_Line], cells: dict[Address, GridCell]) -> list[_Line]:
    """The last line of a key in words of the trust's own: a fill of its own right below two lines of the key."""
    places, fills = {line.place for line in lines}, {line.fill for line in lines}
    found = []
    for (row, column), cell in cells.items():
        below = {(row - 1, column), (row - 2, column)} <= places and (row, column) not in places
        if not below or not _is_signal(cell) or cell.fill is None or cell.fill in fills:
            continue
        words = cell if cell.text else sheet.own(row, cell.last_column + 1)
        if words is not None and (words.row, words.column) in cells and _is_meaning(words):
            used = tuple(dict.fromkeys(((row, column), (words.row, words.column))))
            found.append(_Line(cell.fill, words.text, (row, column), used, None))
    return found


def _near_words(title: Address, cells: dict[Address, GridCell]) -> bool:
    row, column = title
    around = ((row + 1, column), (row, column + 1), (row + 1, column + 1))
    return any(address in cells and _explains(cells[address].text) for address in around)


def _word_lines(cells: dict[Address, GridCell], has_key: bool) -> set[Address]:
    """Lines of a key in words alone: "Red = overdue", or states listed under or beside one another."""
    short = {address: cell for address, cell in cells.items() if 0 < len(cell.text) <= _LONGEST_MEANING}
    named = {address for address, cell in short.items() if _WORDS.match(cell.text) or _SYMBOL.match(cell.text)}
    states = {address for address, cell in short.items() if is_key_word(cell.text)}
    listed = {
        (row, column)
        for row, column in states
        if any(near in states for near in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)))
    }
    coded = {address for address, cell in short.items() if _tells_short_form(cell.text)}
    told = (lines for lines in (named, coded) if has_key or len(lines) >= 2)
    return listed.union(*told)


def _pairs(named: set[Address], cells: dict[Address, GridCell]) -> list[tuple[Address, ...]]:
    """Lines of a key in words, each with the short form or the meaning beside it: "3 | Green: on track"."""
    pairs: list[tuple[Address, ...]] = []
    for row, column in sorted(named):
        before, after = (row, column - 1), (row, column + 1)
        if _CODE.fullmatch(cells[row, column].text) and _is_meaning(cells.get(after)):
            pairs.append(((row, column), after))
        elif before in cells and _CODE.fullmatch(cells[before].text):
            pairs.append((before, (row, column)))
        else:
            pairs.append(((row, column),))
    return pairs


def _is_meaning(cell: GridCell | None) -> bool:
    return cell is not None and any(map(str.isalpha, cell.text)) and len(cell.text) <= _LONGEST_MEANING


def _lines_of(every: set[Address], pairs: Sequence[tuple[Address, ...]]) -> list[tuple[Address, ...]]:
    """The lines of a key in their order: pairs of cells, and cells alone."""
    paired = {address for pair in pairs for address in pair}
    return sorted({*pairs, *((address,) for address in every - paired)})


def _said(line: Sequence[Address], cells: dict[Address, GridCell]) -> str:
    return " = ".join(cells[address].text for address in line)
