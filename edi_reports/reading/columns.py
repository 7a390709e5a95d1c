"""What each column of a table was taken for: its heading and what stands below it, weighed together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.raw import Field
from edi_reports.reading.evidence import Profile, profile
from edi_reports.reading.grid import GridCell, Sheet
from edi_reports.reading.heading_table import HeadingNames, heading_words, said
from edi_reports.reading.heading_times import when_of_heading, without_time
from edi_reports.reading.headings import HeadingCell, HeadingRow
from edi_reports.reading.rows import is_guidance

_LOOK_DOWN = 300
_ORDER = tuple(Field)
_STATES = (Field.PROGRESS, Field.STATED_RAG)
_SEVERAL = frozenset({Field.OWNER, Field.SUPPORT, Field.UPDATE, Field.REVISED_TARGET})
# What heading and content must weigh together for a field; how surely a heading alone names one.
_ENOUGH, _KNOWN, _NAMED = 0.5, 0.5, 0.75
_ABOUT = 0.1
_MOSTLY = 0.6
_BOTH = 0.55
_LONGEST_DATE = 20
_SENTENCE, _SIGN = 10, 2
_FEWEST = 2
_SHARES_FIT = 0.3
_SHARE_DONE = re.compile(r"^\W*(?:%|per ?cent(?:age)?)\W*(?:completed?|completion|done|progress)\W*$", re.IGNORECASE)
_WHOSE_DATES = {
    **dict.fromkeys(("completed", "closed", "achieved", "finished", "resolved"), Field.COMPLETED),
    **dict.fromkeys(("revised", "amended", "extended", "rescheduled", "re dated", "slipped"), Field.REVISED_TARGET),
    **dict.fromkeys(("original", "originally", "baseline", "initial"), Field.ORIGINAL_TARGET),
}
_BODIES = frozenset(
    {"organisation", "organization", "agency", "directorate", "division", "department", "service", "trust"}
)


class Assigned(Struct, frozen=True):
    """A column with the field it was taken for (None: kept under its own heading) and why, in words.

    `also_dates` marks a column of owners whose heading says that dates stand in it too: "Lead / Timescale".
    `also_owners` marks a column of actions that end in who owns them, in brackets: "Action (lead)".
    `earlier` are the columns in which the same was told before, latest first: "Q2 RAG" and "Q1 RAG" before "Q3 RAG".
    """

    column: int
    heading: str
    field: Field | None
    why: str
    heading_cells: tuple[GridCell, ...] = ()
    also_dates: bool = False
    also_owners: bool = False
    earlier: tuple[int, ...] = ()


def assign_columns(sheet: Sheet, heading_row: HeadingRow, last_row: int, names: HeadingNames) -> tuple[Assigned, ...]:
    """Decide what each column of a table holds, heading and content weighed together, each field once."""
    below = heading_row.rows[-1] + 1
    profiles = column_profiles(sheet, [h.column for h in heading_row.headings], below, last_row)
    taken, earlier = _taken(heading_row, profiles, names)
    if not names.own_only:
        _told_before_actions(taken, profiles)
        _take_by_place(heading_row, profiles, taken)
    dated = any(
        field is Field.TARGET and not _names_owners_too(h)
        for h in heading_row.headings
        if (field := taken.get(h.column)) is not None
    )
    assigned = (
        _assigned(h, taken.get(h.column), _reason(h, taken.get(h.column), profiles[h.column], names), dated)
        for h in heading_row.headings
    )
    owned = set() if Field.OWNER in taken.values() else {h.column for h in heading_row.headings if h.names_who_does_it}
    return tuple(
        replace(one, earlier=earlier.get(one.column, ()), also_owners=one.column in owned and one.field is Field.ACTION)
        for one in assigned
    )


def _names_owners_too(heading: HeadingCell) -> bool:
    return min(heading.scores.get(Field.OWNER, 0.0), heading.scores.get(Field.TARGET, 0.0)) >= _BOTH


def _assigned(heading: HeadingCell, field: Field | None, why: str, dated: bool) -> Assigned:
    """Assign a column; one headed both "Lead" and "Timescale" holds owners and, where no other column does, dates."""
    if _names_owners_too(heading) and not dated and field in (Field.OWNER, Field.TARGET):
        return Assigned(heading.column, heading.text, Field.OWNER, why, heading.cells, also_dates=True)
    return Assigned(heading.column, heading.text, field, why, heading.cells)


def _taken(
    heading_row: HeadingRow, profiles: Mapping[int, Profile], names: HeadingNames
) -> tuple[dict[int, Field], dict[int, tuple[int, ...]]]:
    """Give each column the field that it fits best; a field that several columns fit goes to the best of them.

    Of states that are told again and again, the columns that tell the earlier ones are given too, by the latest.
    """
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
    _take_action_named_as_owner(weights, taken)
    _take_action_named_as_group(weights, taken)
    _take_words_before_shares(weights, profiles, taken)
    earlier: dict[int, tuple[int, ...]] = {}
    for field in (Field.STATED_RAG, Field.PROGRESS):
        earlier |= _take_latest(field, weights, profiles, taken, {h.column: h.text for h in heading_row.headings})
    earlier |= _take_states_by_month({h.column: h.text for h in heading_row.headings}, profiles, taken)
    _take_years(profiles, taken, names)
    _take_months_told({h.column: h.text for h in heading_row.headings}, profiles, taken)
    _take_scale(heading_row, profiles, taken)
    _take_dates({h.column: h.text for h in heading_row.headings}, profiles, taken)
    if not names.own_only:
        _leave_bodies_beside_posts({h.column: h.text for h in heading_row.headings if not names.knows(h.text)}, taken)
    return taken, earlier


def _take_words_before_shares(
    weights: Sequence[tuple[float, int, Field]], profiles: Mapping[int, Profile], taken: dict[int, Field]
) -> None:
    """Of a status in words and a share done, take the words: a share does not say that an action is called off."""
    shares = [c for c, field in taken.items() if field is Field.PROGRESS and profiles[c].levels >= _MOSTLY]
    worded = [
        (weight, -column)
        for weight, column, field in weights
        if field is Field.PROGRESS and column not in taken and weight >= _ENOUGH
        if profiles[column].filled and profiles[column].levels < _MOSTLY
    ]
    if shares and worded:
        del taken[shares[0]]
        taken[-max(worded)[1]] = Field.PROGRESS


def _take_action_named_as_owner(weights: Sequence[tuple[float, int, Field]], taken: dict[int, Field]) -> None:
    """Where no column holds actions and several hold owners, take the one that may hold actions: "Name" by "Person"."""
    owners = [column for column, field in taken.items() if field is Field.OWNER]
    if Field.ACTION in taken.values() or len(owners) < 2:
        return
    may = [(weight, -column) for weight, column, field in weights if field is Field.ACTION and column in owners]
    weight, column = max(may, default=(0.0, 0))
    if weight >= _ENOUGH:
        taken[-column] = Field.ACTION


def _take_action_named_as_group(weights: Sequence[tuple[float, int, Field]], taken: dict[int, Field]) -> None:
    """Where no column holds actions, take one that may for all its short texts: "Commitment", beside "Area" or not."""
    if Field.ACTION in taken.values():
        return
    may = [(weight, -column) for weight, column, field in weights if field is Field.ACTION and weight > 0]
    free = [(weight, column) for weight, column in may if -column not in taken]
    groups = [(w, -c) for w, c, field in weights if field is Field.GROUP and c not in taken and w >= _ENOUGH]
    of_group = [(weight, column) for weight, column in may if taken.get(-column) is Field.GROUP and groups]
    if free or of_group:
        taken[-max(free or of_group)[1]] = Field.ACTION
    if of_group and not free:
        taken[-max(groups)[1]] = Field.GROUP


def _leave_bodies_beside_posts(headings: Mapping[int, str], taken: dict[int, Field]) -> None:
    """Of a lead organisation and a lead officer, the officer is the owner, and the other says whose officer it is."""
    owners = [column for column, field in taken.items() if field is Field.OWNER]
    bodies = [column for column in owners if column in headings and _BODIES & {*heading_words(headings[column])[-1:]}]
    for column in bodies if len(bodies) < len(owners) else ():
        del taken[column]


def _take_scale(heading_row: HeadingRow, profiles: Mapping[int, Profile], taken: dict[int, Field]) -> None:
    """Take a column of figures under a heading of progress, where no other column tells how far actions are."""
    if {Field.PROGRESS, Field.STATED_RAG} & set(taken.values()):
        return
    for heading in heading_row.headings:
        known = heading.scores.get(Field.PROGRESS, 0.0) >= _KNOWN and heading.column not in taken
        if known and profiles[heading.column].figures >= _MOSTLY:
            taken[heading.column] = Field.PROGRESS
            return


def _take_months_told(headings: Mapping[int, str], profiles: Mapping[int, Profile], taken: dict[int, Field]) -> None:
    """Take columns that are headed by months alone and hold sentences as updates, where no other column is one."""
    told = [
        column
        for column, heading in headings.items()
        if column not in taken and when_of_heading(heading) and not without_time(heading)
        if profiles[column].filled and profiles[column].mean_length >= _SENTENCE
        if max(profiles[column].share(Field.TARGET), profiles[column].states, profiles[column].levels) < _MOSTLY
    ]
    if len(told) > 1 and Field.UPDATE not in taken.values():
        taken.update(dict.fromkeys(told, Field.UPDATE))


def _take_states_by_month(
    headings: Mapping[int, str], profiles: Mapping[int, Profile], taken: dict[int, Field]
) -> dict[int, tuple[int, ...]]:
    """Take the latest of columns that are headed by months alone and hold states, where nothing else tells of any.

    A tick or a cross under a month is none: it may say when an action is planned.
    """
    times = {
        column: time
        for column, heading in headings.items()
        if taken.get(column) in (None, *_STATES) and (time := when_of_heading(heading)) and not without_time(heading)
        if profiles[column].filled and profiles[column].states == 1.0
    }
    elsewhere = any(field in _STATES and column not in times for column, field in taken.items())
    rated = sum(profiles[column].share(Field.STATED_RAG) >= _KNOWN for column in times)
    worded = sum(profiles[column].mean_length > _SIGN for column in times)
    if len(times) < _FEWEST or max(rated, worded) < _MOSTLY * len(times) or elsewhere:
        return {}
    for column in times:
        taken.pop(column, None)
    last, *before = sorted(times, key=lambda column: (times[column], column), reverse=True)
    taken[last] = Field.STATED_RAG if rated >= _MOSTLY * len(times) else Field.PROGRESS
    return {last: tuple(before)}


def _take_dates(headings: Mapping[int, str], profiles: Mapping[int, Profile], taken: dict[int, Field]) -> None:
    """Take days under a bare "Completed" or "Revised", beside another column that says when actions are due."""
    if not {Field.TARGET, Field.REVISED_TARGET} & set(taken.values()):
        return
    for column, heading in headings.items():
        held = _WHOSE_DATES.get(" ".join(heading_words(heading)))
        free = held is not None and column not in taken and held not in taken.values()
        if held and free and profiles[column].share(Field.TARGET) >= _MOSTLY:
            taken[column] = held


def _take_years(profiles: Mapping[int, Profile], taken: dict[int, Field], names: HeadingNames) -> None:
    """Take a column of years beside one of months or quarters without a year as the other half of the target."""
    halves = [
        column
        for column, content in profiles.items()
        if content.yearless == 1.0 and content.share(Field.TARGET) >= _MOSTLY and not names.own_only
    ]
    for column in halves:
        for beside in (column + 1, column - 1):
            year = profiles.get(beside)
            of_years = year is not None and year.filled and year.years >= _MOSTLY
            if of_years and Field.TARGET in (taken.get(column), taken.get(beside)):
                taken[column] = taken[beside] = Field.TARGET


def _take_latest(
    field: Field,
    weights: Sequence[tuple[float, int, Field]],
    profiles: Mapping[int, Profile],
    taken: dict[int, Field],
    headings: Mapping[int, str],
) -> dict[int, tuple[int, ...]]:
    """Of states that are told again, take the last that says anything in words, by date or by place."""
    held = next((column for column, taken_for in taken.items() if taken_for is field), None)
    if held is None:
        return {}
    own = next(weight for weight, column, of in weights if column == held and of is field)
    others = [
        column
        for weight, column, of in weights
        if of is field and column not in taken and (profiles[column].filled or profiles[column].coloured)
        if weight >= own - _ABOUT or without_time(headings[column]) == without_time(headings[held])
    ]
    times = {column: when_of_heading(headings[column]) for column in (held, *others)}
    dated = others and all(times.values())

    def order(column: int) -> tuple[bool, tuple[int, int], int]:
        in_words = profiles[column].levels < _MOSTLY  # "Not started" says more than "100%" or "Yes" beside it
        return in_words, (times[column] or (0, 0)) if dated else (0, 0), column

    last, *earlier = sorted(times, key=order, reverse=True)
    del taken[held]
    taken[last] = field
    return {last: tuple(earlier)}


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
    if Field.REF not in taken.values():
        action = next((column for column, field in taken.items() if field is Field.ACTION), 0)
        ends = (heading_row.headings[0].column, action - 1)
        refs = (column for column in ends if column in profiles and column not in taken)
        taken.update((column, Field.REF) for column in [c for c in refs if _are_refs(profiles[c])][:1])


def _reason(heading: HeadingCell, field: Field | None, content: Profile, names: HeadingNames) -> str:
    return names.own_why if said(heading.text) in names.own else _why(heading, field, content)


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


def find_unheaded_actions(
    sheet: Sheet, heading_row: HeadingRow, last_row: int, taken: Sequence[Assigned]
) -> Assigned | None:
    """The column of actions that nobody gave a heading, among or beside the columns that have one."""
    headed = {column.column for column in taken}
    free = [column for column in range(max(min(headed) - 1, 1), max(headed) + 2) if column not in headed]
    profiles = column_profiles(sheet, [*sorted(headed), *free], heading_row.rows[-1] + 1, last_row)
    best = _column_of_commitments({column: profiles[column] for column in free}, {})
    return Assigned(best, "", Field.ACTION, "by what stands below it") if best is not None else None


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
        # What drives an action may be a framework, and may as well be what the actions are grouped by.
        tags = content.share(Field.FRAMEWORKS) >= _MOSTLY
        ours = (None, Field.GROUP, Field.REF, Field.ACTION, *(() if tags else (Field.FRAMEWORKS,)))
        ours = (*ours, *(() if content.states or None not in heading.scores else (Field.PROGRESS,)))
        others = [score for held, score in heading.scores.items() if held not in ours]
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
        # A line that stands alone heads a group, whichever column it begins in.
        alone = len(texts) == 1 and len(columns) > 2
        if alone or is_guidance(texts, row, first - 1):
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
    if content.levels >= _MOSTLY and heading.cells[-1].columns == 1:
        # A count of actions is no action; under a heading over two columns it may be the number of one.
        fields -= {Field.ACTION}
    if _of_marks_by_month(heading, content):
        fields -= {*_STATES}
    if _of_states_without_colours(heading, content):
        fields -= {Field.STATED_RAG}
    return [
        (field, score + 0.5 * _fit_under(heading, field, content) - (0.8 if other > score else 0.25) * other)
        for field in sorted(fields, key=_ORDER.index)
        for score in (heading.scores.get(field, 0.0),)
    ]


def _fit_under(heading: HeadingCell, field: Field, content: Profile) -> float:
    """How well a column fits a field; figures under "% complete" are shares done."""
    shares = field is Field.PROGRESS and content.levels >= _MOSTLY and _SHARE_DONE.match(heading.text)
    return max(_fit(field, content), _SHARES_FIT if shares else -1.0)


def _of_marks_by_month(heading: HeadingCell, content: Profile) -> bool:
    """Whether signs or letters that are no ratings stand under a month: a tick there may say when it is planned."""
    of_time = when_of_heading(heading.text) is not None and not without_time(heading.text)
    return of_time and content.mean_length <= _SIGN and content.share(Field.STATED_RAG) < _KNOWN


def _of_states_without_colours(heading: HeadingCell, content: Profile) -> bool:
    """Whether a heading such as "Status" stands over states in words, none of which is a colour."""
    by_heading = heading.scores.get(Field.PROGRESS, 0.0) > heading.scores.get(Field.STATED_RAG, 0.0)
    colours = content.share(Field.STATED_RAG) or content.coloured
    return by_heading and not colours and content.share(Field.PROGRESS) > 0.0


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
        return content.share(Field.OWNER) - content.states - content.share(Field.TARGET) - 0.3
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
    dates = content.share(Field.TARGET) >= _MOSTLY and content.mean_length < _LONGEST_DATE
    return (
        min(content.mean_length / 60, 0.5)
        + 0.3 * content.past
        - dates
        - 2.0 * content.states
        - 2.0 * max(0.0, content.levels - 0.4)
    )


def _why(heading: HeadingCell, field: Field | None, content: Profile) -> str:
    if field is None:
        named = max((score for of, score in heading.scores.items() if of is not None), default=0.0)
        if named >= _NAMED and content.filled and named > heading.scores.get(None, 0.0):
            return "another column says this better; kept under its own name"
        return "no field has this heading; kept under its own name"
    by_heading = heading.scores.get(field, 0.0) >= 0.4
    by_content = _fit(field, content) > 0.3
    if by_heading and by_content:
        return "by its heading and what stands below it"
    return "by its heading" if by_heading else "by what stands below it"
