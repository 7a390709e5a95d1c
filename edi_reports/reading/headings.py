"""Which row holds the headings, and what each column was taken for, by its heading and by what stands below it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from edi_reports.model.raw import Field
from edi_reports.reading.evidence import (
    Profile,
    looks_like_framework,
    looks_like_owner,
    looks_like_progress,
    looks_like_rag,
    looks_like_target,
    profile,
)
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.rows import is_guidance

# A phrase of the table of headings: the words, the field they stand for (None: a column of its own), and how surely.
Phrase = tuple[str, Field | None, float]
_LONGEST_HEADING = 90
_LOOK_DOWN = 300
_SEVERAL = frozenset({Field.OWNER, Field.SUPPORT, Field.UPDATE})
_ENOUGH = 0.5
_KNOWN = 0.5
_SURE = 0.79
_NAMED = 0.75
_KEY_TITLE = re.compile(r"^(?:b?rag|colour|status)?\s*(?:key|legend)\W*$", re.IGNORECASE)
# States that also stand over columns of states.
_STATE_HEADINGS = frozenset({"complete", "completed", "open", "planned", "done", "started", "rag", "brag"})


class HeadingTable:
    """The phrases that trusts use as headings, looked up by their words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index the phrases by their first word; later phrases win over earlier ones that are alike."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Field | None, float]]] = {}
        for text, field, weight in phrases:
            words = heading_words(text)
            if words:
                self._by_first.setdefault(words[0], []).append((words, field, weight))

    def scores(self, heading: str) -> dict[Field | None, float]:
        """How well a heading fits each field, 0 to 1: the whole heading counts more than a part of it.

        A phrase inside a longer one says nothing of its own: "metric" in "success metric" names no group.
        """
        words = heading_words(heading)
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
        return scores


@dataclass(frozen=True, slots=True)
class HeadingNames:
    """How headings are recognised: the phrases of the field, and a trust's own names, which outrank them.

    `own` are whole headings in lower case and what they stand for (None: kept under their own name); `own_why` is the
    reason given for them. With `own_only` no other heading stands for anything.
    """

    table: HeadingTable
    own: Mapping[str, Field | None] = dataclasses.field(default_factory=dict)
    own_why: str = "named so in the settings"
    own_only: bool = False

    def knows(self, heading: str) -> bool:
        """Whether the trust itself says what a heading stands for."""
        return self.own_only or _said(heading) in self.own

    def stands_for(self, heading: str) -> Field | None:
        """The field that the trust says a heading stands for."""
        return self.own.get(_said(heading))


def _said(heading: str) -> str:
    return " ".join(heading.lower().split())


@lru_cache(maxsize=20_000)
def heading_words(text: str) -> tuple[str, ...]:
    """Reduce a heading to lower-case words in the singular: "Responsible Owner(s)" is responsible, owner."""
    text = re.sub(r"\(s\)|/s\b|['’]s\b", "", text.lower().replace("&", " and "))
    return tuple(_singular(word) for word in re.findall(r"[a-z0-9#]+", text))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@dataclass(frozen=True, slots=True)
class HeadingCell:
    """The heading of one column: its text, what each field scores, and the cells it was put together from."""

    column: int
    text: str
    scores: Mapping[Field | None, float]
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A row that may hold headings. `strength` is how many different fields it names, weighted by how surely."""

    rows: tuple[int, ...]
    headings: tuple[HeadingCell, ...]
    strength: float
    fields: frozenset[Field]
    known: float = 1.0
    sure: int = 0

    @property
    def convincing(self) -> bool:
        """Whether the row names an action beside something that actions have, or most of what a plan has.

        `known` is the share of its cells that are headings plans have, `sure` the number of fields that a whole
        heading names: in a row of a plan's own text both are small.
        """
        rest = self.fields - {Field.ACTION, Field.REF, Field.GROUP}
        enough = (Field.ACTION in self.fields and len(rest) >= 1) or len(rest) >= 3
        return self.strength >= 1.3 and enough and self.known >= 0.5 and (self.sure >= 2 or len(self.fields) >= 3)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A column with the field it was taken for (None: kept under its own heading) and why, in words."""

    column: int
    heading: str
    field: Field | None
    why: str
    heading_cells: tuple[GridCell, ...] = ()


def find_heading_rows(sheet: Sheet, table: HeadingTable) -> tuple[HeadingRow, ...]:
    """Find every row of a sheet that reads as headings of a plan, two-row headings joined, top to bottom."""
    by_row = sheet.rows_with_text()
    rows = [row for row in by_row if _could_be_headings(by_row[row], table)]
    found = [candidate for row in rows if (candidate := _candidate(sheet, row, by_row, table)).convincing]
    clearest = max((candidate.strength for candidate in found), default=0.0)
    return _without_neighbours([candidate for candidate in found if candidate.strength >= 0.5 * clearest])


def heading_row_naming(sheet: Sheet, names: Mapping[str, Field | None], table: HeadingTable) -> tuple[HeadingRow, ...]:
    """Find the first row whose every cell is one of these names, as headings that are known to be there."""
    by_row = sheet.rows_with_text()
    for row, cells in by_row.items():
        if len(cells) > 2 and sum(cell.text.lower() in names for cell in cells) >= 3:
            return (_candidate(sheet, row, by_row, table),)
    return ()


def best_candidate(sheet: Sheet, table: HeadingTable) -> HeadingRow | None:
    """The row that came closest to being headings, for saying what was found where no plan was."""
    by_row = sheet.rows_with_text()
    rows = [row for row in by_row if _could_be_headings(by_row[row], table)]
    return max((_candidate(sheet, row, by_row, table) for row in rows), key=lambda c: c.strength, default=None)


def _could_be_headings(cells: Sequence[GridCell], table: HeadingTable) -> bool:
    """Whether a row is short texts, most of which are no values: "Complete" or "31 March 2026" heads no column."""
    short = [cell for cell in cells if len(cell.text) <= _LONGEST_HEADING]
    if len(short) < 2 or len(short) < 0.6 * len(cells):
        return False
    values = sum(cell.day is not None or cell.number or _is_value(cell.text, table) for cell in short)
    return values < 0.4 * len(cells)


def _is_value(text: str, table: HeadingTable) -> bool:
    if looks_like_progress(text) or looks_like_rag(text):
        return not _heads_states(text)
    dated = looks_like_target(text) and any(char.isdigit() for char in text)
    alike = dated or looks_like_framework(text) or (looks_like_owner(text) and " " in text)
    return alike and max(table.scores(text).values(), default=0.0) < _NAMED


def _candidate(sheet: Sheet, row: int, by_row: Mapping[int, Sequence[GridCell]], table: HeadingTable) -> HeadingRow:
    band = _band_row(sheet, row, by_row, table)
    if band is None and (below := _row_of_parts(sheet, row, by_row)) is not None:
        band, row = row, below
    columns = sorted({column for cell in by_row[row] for column in range(cell.column, cell.last_column + 1)})
    if band is not None:
        columns = sorted({*columns, *(c for cell in by_row[band] for c in range(cell.column, cell.last_column + 1))})
    headings = tuple(
        heading for column in columns if (heading := _heading(sheet, row, band, column, table)) is not None
    )
    # One merged heading over several columns is one heading, on the first of them.
    best: dict[Field, float] = {}
    known = 0
    for heading in headings:
        field, score = max(heading.scores.items(), key=lambda item: item[1], default=(None, 0.0))
        known += score >= _KNOWN
        if field is not None and score > best.get(field, 0.45):
            best[field] = score
    sure = sum(score >= _SURE for score in best.values())
    rows = (row,) if band is None else (band, row)
    return HeadingRow(rows, headings, sum(best.values()), frozenset(best), known / max(len(headings), 1), sure)


def _band_row(sheet: Sheet, row: int, by_row: Mapping[int, Sequence[GridCell]], table: HeadingTable) -> int | None:
    """The row above, when it is the upper half of a two-row heading: a band over several of this row's headings."""
    above = row - 1
    if above not in by_row or not _could_be_headings(by_row[above], table):
        return None
    columns = {cell.column for cell in by_row[row]}
    over = [cell for cell in by_row[above] if cell.columns > 1 and len(columns & _span(cell)) > 1]
    reaching = [cell for cell in by_row[above] if cell.last_row >= row]
    beside = [cell for cell in by_row[above] if not columns & _span(cell)]
    return above if over and (reaching or beside or len(over) > 1) else None


def _row_of_parts(sheet: Sheet, row: int, by_row: Mapping[int, Sequence[GridCell]]) -> int | None:
    """The row below, when all it holds are short parts of headings that are merged across: Milestones over Q1 to Q4."""
    bands = [cell for cell in by_row[row] if cell.columns > 1 and cell.last_row == row]
    parts = by_row.get(row + 1, ())
    below = all(any(cell.column in _span(band) for band in bands) for cell in parts)
    return row + 1 if bands and len(parts) > 1 and below and all(len(cell.text) <= 24 for cell in parts) else None


def _span(cell: GridCell) -> set[int]:
    return set(range(cell.column, cell.last_column + 1))


def _heading(sheet: Sheet, row: int, band: int | None, column: int, table: HeadingTable) -> HeadingCell | None:
    lower = sheet.at(row, column)
    upper = sheet.at(band, column) if band is not None else None
    if lower is not None and (not lower.text or _explains_colours(lower.text)):
        lower = None
    if lower is None and (upper is None or not upper.text):
        return None
    cell = lower or upper
    assert cell is not None
    if cell.column != column:
        return None
    if lower is None or upper is None or upper is lower or not upper.text:
        return HeadingCell(column, " ".join(cell.text.split()), table.scores(cell.text), (cell,))
    text = " ".join(lower.text.split())
    scores = dict(table.scores(text))
    for field, score in table.scores(f"{upper.text} {text}").items():
        scores[field] = max(scores.get(field, 0.0), 0.9 * score)
    return HeadingCell(column, f"{' '.join(upper.text.split())}: {text}", scores, (upper, lower))


def _heads_states(text: str) -> bool:
    return " ".join(re.findall(r"[a-z]+", text.casefold())) in _STATE_HEADINGS


def _explains_colours(text: str) -> bool:
    """Whether a cell level with the headings belongs to a key beside the table."""
    state = (looks_like_progress(text) or looks_like_rag(text)) and len(text) > 4 and "%" not in text
    return bool(_KEY_TITLE.match(text)) or (state and not _heads_states(text))


def _without_neighbours(found: Sequence[HeadingRow]) -> tuple[HeadingRow, ...]:
    """Of candidates on touching rows keep the strongest: a data row may repeat words of the headings above it."""
    kept: list[HeadingRow] = []
    for candidate in found:
        if kept and candidate.rows[0] <= kept[-1].rows[-1] + 1:
            if candidate.strength > kept[-1].strength + 0.01 or len(candidate.rows) > len(kept[-1].rows):
                kept[-1] = candidate
        else:
            kept.append(candidate)
    return tuple(kept)


def assign_columns(sheet: Sheet, heading_row: HeadingRow, last_row: int, names: HeadingNames) -> tuple[Assigned, ...]:
    """Decide what each column of a table holds, heading and content weighed together, each field once."""
    below = heading_row.rows[-1] + 1
    profiles = column_profiles(sheet, [h.column for h in heading_row.headings], below, last_row)
    taken = _taken(heading_row, profiles, names)
    if not names.own_only:
        _told_before_actions(taken, profiles)
        _take_by_place(heading_row, profiles, taken)
    return tuple(
        Assigned(
            h.column, h.text, taken.get(h.column), _reason(h, taken.get(h.column), profiles[h.column], names), h.cells
        )
        for h in heading_row.headings
    )


def _taken(heading_row: HeadingRow, profiles: Mapping[int, Profile], names: HeadingNames) -> dict[int, Field]:
    """Give each column the field that it fits best; a field that several columns fit goes to the best of them."""
    headed = {f for h in heading_row.headings for f, score in h.scores.items() if f is not None and score >= _KNOWN}
    weights = [
        (weight, heading.column, field)
        for heading in heading_row.headings
        for field, weight in _weights(heading, profiles[heading.column], names)
        if not (field in _SEVERAL and field in headed and heading.scores.get(field, 0.0) == 0.0)
        or names.knows(heading.text)
    ]
    taken: dict[int, Field] = {}
    for weight, column, field in sorted(weights, key=lambda item: (-item[0], item[1])):
        if weight >= _ENOUGH and column not in taken and (field in _SEVERAL or field not in taken.values()):
            taken[column] = field
    return taken


def _told_before_actions(taken: dict[int, Field], profiles: Mapping[int, Profile]) -> None:
    """Give up updates that stand before the actions, where sentences stand after: those tell why, not how far."""
    action = next((column for column, field in taken.items() if field is Field.ACTION), 0)
    after = any(
        field is Field.UPDATE or (field is Field.PROGRESS and profiles[column].states < 0.6)
        for column, field in taken.items()
        if column > action and profiles[column].filled
    )
    for column in [column for column, field in taken.items() if field is Field.UPDATE and column < action and after]:
        del taken[column]


def _take_by_place(heading_row: HeadingRow, profiles: Mapping[int, Profile], taken: dict[int, Field]) -> None:
    """Take by what stands below what no heading names: actions, the group that repeats before them, references."""
    if Field.ACTION not in taken.values() and (action := _column_of_commitments(profiles, taken)) is not None:
        taken[action] = Field.ACTION
    group = _repeating_column(heading_row, profiles, taken)
    if Field.GROUP not in taken.values() and group is not None:
        taken[group] = Field.GROUP
    first = heading_row.headings[0].column
    if Field.REF not in taken.values() and first not in taken and _are_refs(profiles[first]):
        taken[first] = Field.REF


def _reason(heading: HeadingCell, field: Field | None, content: Profile, names: HeadingNames) -> str:
    return names.own_why if _said(heading.text) in names.own else _why(heading, field, content)


def parted_spans(
    sheet: Sheet, columns: Sequence[Assigned], heading_row: HeadingRow, last_row: int
) -> tuple[Assigned, ...]:
    """Part a heading "Action" that is merged over a number and a text: the text is the action, the number its ref."""
    parted: list[Assigned] = []
    for column in columns:
        span = column.heading_cells[-1].columns if column.heading_cells else 1
        if column.field is not Field.ACTION or span == 1:
            parted.append(column)
            continue
        under = range(column.column, column.column + span)
        profiles = column_profiles(sheet, under, heading_row.rows[-1] + 1, last_row)
        widest = max(under, key=lambda c: profiles[c].mean_length)
        for c in under:
            beside = Field.REF if _are_refs(profiles[c]) else None
            field = Field.ACTION if c == widest else beside
            if field is not None or profiles[c].filled:
                parted.append(replace(column, column=c, field=field))
    return tuple(parted)


def find_unheaded_refs(sheet: Sheet, heading_row: HeadingRow, last_row: int) -> Assigned | None:
    """The column of references at the left of a table that nobody gave a heading."""
    column = min((heading.column for heading in heading_row.headings), default=1) - 1
    if column < 1:
        return None
    content = column_profiles(sheet, [column], heading_row.rows[-1] + 1, last_row)[column]
    return Assigned(column, "", Field.REF, "by what stands below it") if _are_refs(content) else None


def _are_refs(content: Profile) -> bool:
    dense = content.filled >= 0.75 * content.rows
    return content.share(Field.REF) >= 0.8 and content.distinct >= 0.9 and content.filled > 1 and dense


def _column_of_commitments(profiles: Mapping[int, Profile], taken: Mapping[int, Field]) -> int | None:
    """The column whose texts are long and begin as commitments do."""
    free = [column for column, content in profiles.items() if column not in taken and content.commitment >= 0.5]
    best = max(free, key=lambda column: _action_fit(profiles[column]), default=None)
    return best if best is not None and _action_fit(profiles[best]) >= 0.3 else None


def _repeating_column(
    heading_row: HeadingRow, profiles: Mapping[int, Profile], taken: Mapping[int, Field]
) -> int | None:
    """The first column before the actions whose texts repeat or are merged down: what the actions are grouped by."""
    action = next((column for column, field in taken.items() if field is Field.ACTION), 0)
    for heading in heading_row.headings:
        content = profiles[heading.column]
        sparse = content.filled <= 0.75 * content.rows
        repeats = content.distinct <= 0.75 or content.merged >= 0.5 or sparse
        others = [score for held, score in heading.scores.items() if held not in (None, Field.GROUP, Field.REF)]
        measured = heading.scores.get(None, 0.0) >= 0.9 or max(others, default=0.0) >= _KNOWN
        free = heading.column < action and heading.column not in taken and content.filled > 1 and not measured
        if free and repeats and 3 < content.mean_length < 150 and content.levels < 0.5:
            return heading.column
    return None


def column_profiles(sheet: Sheet, columns: Sequence[int], first: int, last: int) -> dict[int, Profile]:
    """Describe the cells of each column between two rows (inclusive); long tables by their first rows."""
    last = min(last, first + _LOOK_DOWN)
    cells: dict[int, list[GridCell]] = {column: [] for column in columns}
    rows: set[int] = set()
    for row in range(first, last + 1):
        begun = {c: cell for c in columns if (cell := sheet.own(row, c)) is not None and cell.columns <= 2}
        texts = [cell for cell in begun.values() if cell.text]
        if is_guidance(texts, row, first - 1):
            continue
        for column, cell in begun.items():
            cells[column].append(cell)
        if texts:
            rows.add(row)
    return {column: profile(cells[column], len(rows)) for column in columns}


def _weights(heading: HeadingCell, content: Profile, names: HeadingNames) -> list[tuple[Field, float]]:
    if names.knows(heading.text):
        own = names.stands_for(heading.text)
        return [] if own is None else [(own, 5.0)]
    other = heading.scores.get(None, 0.0)
    fields = {field for field in heading.scores if field is not None} | _by_content_alone(content)
    return [
        (field, score + 0.5 * _fit(field, content) - (0.8 if other > score else 0.25) * other)
        for field in fields
        for score in (heading.scores.get(field, 0.0),)
    ]


def _by_content_alone(content: Profile) -> set[Field]:
    return (
        {Field.OWNER, Field.TARGET, Field.PROGRESS, Field.STATED_RAG, Field.FRAMEWORKS} if content.filled > 2 else set()
    )


def _fit(field: Field, content: Profile) -> float:
    """How well what stands below a heading fits a field, from -1 to 1; 0 when there is nothing to see."""
    if not content.filled:
        return 0.3 if field in (Field.STATED_RAG, Field.PROGRESS) and content.coloured else 0.0
    if field is Field.ACTION:
        return _action_fit(content)
    if field is Field.GROUP:
        return _group_fit(content)
    if field is Field.UPDATE:
        return _update_fit(content)
    if field is Field.COMMITTEE:
        return content.share(Field.OWNER) - 0.3
    alike = {Field.SUPPORT: Field.OWNER, Field.START: Field.TARGET, Field.ORIGINAL_TARGET: Field.TARGET}
    alike |= {Field.REVISED_TARGET: Field.TARGET, Field.COMPLETED: Field.TARGET}
    share = content.share(alike.get(field, field))
    if field in (Field.PROGRESS, Field.STATED_RAG):
        share = max(share, 0.75 * content.states)
    return 1.8 * share - 0.8


def _action_fit(content: Profile) -> float:
    length = -1.0 if content.mean_length < 12 else 0.0 if content.mean_length < 22 else 0.3
    dense = content.filled / content.rows if content.rows else 0.0
    return length + 0.4 * content.commitment + 0.4 * (dense - 0.6) - 0.4 * content.merged - 0.3 * (1 - content.distinct)


def _group_fit(content: Profile) -> float:
    dense = content.filled / content.rows if content.rows else 0.0
    grouped = 0.5 * content.merged + 0.5 * (1 - dense) + 0.4 * (1 - content.distinct) - 0.2
    return grouped - 1.5 * content.tags - content.levels


def _update_fit(content: Profile) -> float:
    return (
        min(content.mean_length / 60, 0.5)
        + 0.3 * content.past
        - 1.2 * content.states
        - 2.0 * max(0.0, content.levels - 0.4)
    )


def _why(heading: HeadingCell, field: Field | None, content: Profile) -> str:
    if field is None:
        return "no field has this heading; kept under its own name"
    by_heading = heading.scores.get(field, 0.0) >= 0.4
    by_content = _fit(field, content) > 0.3
    if by_heading and by_content:
        return "by its heading and what stands below it"
    return "by its heading" if by_heading else "by what stands below it"
