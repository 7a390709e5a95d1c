"""A plan as read becomes a plan as understood: the one place where the parts of this room meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache, reduce
from operator import or_

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.action import (
    Action,
    Framework,
    Group,
    Held,
    Hindrance,
    Progress,
    ProgressSource,
    ProgressState,
)
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.owner import Owner, Part, RegisteredOwner
from edi_reports.model.period import Period
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.raw import Field, RawAction, RawCell, RawPlan
from edi_reports.model.target import Target, TargetKind
from edi_reports.normalising import target_words
from edi_reports.normalising.completion import completed_on, day_of_completion, says_completed
from edi_reports.normalising.denials import denies_completion
from edi_reports.normalising.dittos import without_dittos
from edi_reports.normalising.frameworks import normalise_frameworks
from edi_reports.normalising.groups import normalise_group
from edi_reports.normalising.key_counts import check_key_counts
from edi_reports.normalising.month_first import DayOrder, find_day_order
from edi_reports.normalising.nearer_years import YearSaid, year_of_action, years_of_headings
from edi_reports.normalising.owners import (
    OwnerRegister,
    build_register,
    explained_owners,
    normalise_owners,
    owner_key,
)
from edi_reports.normalising.plan_period import find_period, find_sheet_periods, span_of
from edi_reports.normalising.progress import (
    Said,
    combine_steps,
    find_legend,
    normalise_key,
    normalise_progress,
    read_words,
    shortened,
)
from edi_reports.normalising.references import find_pointer, make_refs
from edi_reports.normalising.repeats import check_repeats, where
from edi_reports.normalising.scales import check_scales, find_unexplained_scales, without_figures
from edi_reports.normalising.spelling import single_spaced
from edi_reports.normalising.struck import without_struck
from edi_reports.normalising.targets import combine_targets, normalise_target
from edi_reports.normalising.tracker import as_kept

# The columns, first to last, whose cells a person would correct for each field of an action.
_CELLS = {
    "action": (Field.ACTION,),
    "owner": (Field.OWNER, Field.SUPPORT),
    "target": (Field.REVISED_TARGET, Field.TARGET, Field.ORIGINAL_TARGET),
    "progress": (Field.PROGRESS, Field.STATED_RAG, Field.COMPLETED),
    "stated_rag": (Field.STATED_RAG, Field.PROGRESS),
    "update": (Field.UPDATE,),
    "frameworks": (Field.FRAMEWORKS,),
    "ref": (Field.REF,),
    "committee": (Field.COMMITTEE,),
}
_ONCE = frozenset({"owner-unlisted", "owner-by-key", "unkeyed-fill"})
_MOST_CELLS = 12
_MOST_STATE_WORDS = 2
_DATES = (Field.REVISED_TARGET, Field.TARGET, Field.ORIGINAL_TARGET)
# A date and then "complete" may tell or order.
_DONE_AFTER = re.compile(r"\d\W+(?:now |all )?(?:completed?|done|closed|achieved|delivered)\W*$", re.IGNORECASE)
_ASKS_COMPLETED = re.compile(r"\b(?:completed?|done|closed|achieved|delivered)\b", re.IGNORECASE)
_SHARE_DONE = re.compile(
    r"\W*(?:%|per ?cent(?:age)?)\s*(?:of\s+)?(?:actions?\s+)?(?:completed?|completion|done|progress)\W*"
    r"|\W*(?:completed?|completion|done|progress)\s*\(?(?:%|per ?cent(?:age)?)\W*",
    re.IGNORECASE,
)
_IN_PART = re.compile(r"\d{1,2}(?:\.\d+)?\s?%|0\.\d+")
_ASKS_ON_TRACK = re.compile(r"\bon (?:track|target|schedule)\b.*\?|\bon (?:track|target) ?\(?y", re.IGNORECASE)
_ASKS_HOW_FAR = re.compile(r"%|\bper ?cent(?:age)?\b", re.IGNORECASE)
_SAYS_MOVED = re.compile(target_words.MOVED, re.IGNORECASE)
_YEAR_ALONE = re.compile(r"\s*(?:20\d\d|\d\d/\d\d|20\d\d/\d\d)\s*")
_DOMAIN = re.compile(r"\bdomain\s*([1-3])\b", re.IGNORECASE)
_ANSWERS = {
    **dict.fromkeys(("y", "yes", "true"), Said(state=ProgressState.COMPLETED, known=True, whole=True)),
    **dict.fromkeys(("n", "no", "not yet", "false", "✗", "✘", "❌"), Said(known=True, whole=True)),
}
# What is on track, or not, may be begun or not.
_WHETHER_ON_TRACK = {
    **dict.fromkeys(("y", "yes"), Said(known=True, whole=True)),
    **dict.fromkeys(("n", "no"), Said(held=Held.UP, known=True, whole=True)),
}
# 1 may be one per cent or all.
_HUNDREDTHS = {str(number): read_words(f"{number}%") for number in (0, *range(2, 101))} | {
    f"{number / 100:g}": read_words(f"{number}%") for number in range(1, 100)
}


class NormalisingSettings(Struct, frozen=True):
    """What a trust's settings say to this room.

    `owners` is the register, the trust's own owners before the default ones, and `spellings` what the trust itself
    says of names, which holds before the plan's own key; `fills` says what colours mean where the sheet's key does
    not; `frameworks` are further framework tags.
    """

    owners: tuple[RegisteredOwner, ...] = ()
    spellings: tuple[str, ...] = ()
    fills: tuple[KeyEntry, ...] = ()
    frameworks: tuple[str, ...] = ()


_BUILT_IN = NormalisingSettings()


class _Known(Struct, frozen=True):
    """What holds for every action; of its sheet, which columns it has (`here`)."""

    period: Period | None
    period_said: str
    register: OwnerRegister
    key: tuple[KeyEntry, ...]
    legend: dict[str, Said]
    answers: dict[tuple[str, int], dict[str, Said]]
    whole_plan: tuple[Framework, ...]
    frameworks: tuple[str, ...]
    columns: frozenset[Field]
    here: frozenset[Field] = frozenset()
    day_order: DayOrder = DayOrder()
    heading_years: dict[tuple[str, int], YearSaid] = {}


def normalise_plan(raw: RawPlan, settings: NormalisingSettings = _BUILT_IN) -> tuple[ActionPlan, tuple[Finding, ...]]:
    """The plan that a workbook means, and what was found while understanding it (reading's findings not repeated)."""
    spelled, dittos = without_dittos(raw.actions)
    raw = replace(raw, actions=spelled)
    key, key_findings = normalise_key((*raw.key, *settings.fills))
    period, said = find_period(raw.year_text or (raw.title,))
    owner_texts = tuple(cell.text for action in raw.actions for cell in _owner_cells(action))
    told = explained_owners(raw.short_forms, settings.owners, settings.spellings)
    register = build_register(settings.owners, owner_texts, told)
    legend = find_legend(
        (
            raw.key_text,
            *raw.year_text,
            *(cell.text for cell in raw.unplaced),
            *(entry.meaning for entry in raw.key),
            "\n".join(entry.meaning for entry in raw.key),
            *_headings_of_states(raw),
        )
    )
    answers = _answers(raw)
    scales = find_unexplained_scales(raw, legend, answers)
    columns = _columns(raw)
    known = _Known(
        period,
        said,
        register,
        key,
        legend,
        answers,
        _of_whole_plan(raw, settings),
        settings.frameworks,
        frozenset().union(*columns.values()),
    )
    groups = [_group(action) for action in raw.actions]
    own = [single_spaced(action.text(Field.REF)) for action in raw.actions]
    refs = make_refs(own, groups)
    periods = find_sheet_periods(raw.sheet_texts, (period, said), raw.source.name)
    known = replace(known, day_order=find_day_order(raw.actions), heading_years=years_of_headings(raw.tables))
    by_sheet = {sheet: replace(known, here=here) for sheet, here in columns.items()}
    for sheet, (covered_there, words) in periods.items():
        by_sheet[sheet] = replace(by_sheet.get(sheet, known), period=covered_there, period_said=words)
    made = [
        _action(typed, ref, group, by_sheet.get(typed.place.sheet, known))
        for typed, ref, group in zip(raw.actions, refs, groups, strict=True)
    ]
    if raw.tracker:
        made = [(as_kept(action, typed), met) for (action, met), typed in zip(made, raw.actions, strict=True)]
    findings = (
        *key_findings,
        *dittos,
        *check_key_counts(raw.key_counts, [action for action, _ in made if action.pointer_to is None]),
        *_same_refs(raw.actions, own),
        *check_repeats([action for action, _ in made]),
        *check_scales(scales),
        *without_figures((found for _, found_here in made for found in found_here), scales),
    )
    covered = span_of(own for own, _ in periods.values()) if periods and period else period
    plan = ActionPlan(raw.source, raw.title, covered, tuple(action for action, _ in made), raw.unplaced, key)
    return plan, tuple(_each_once(findings))


def _of_whole_plan(raw: RawPlan, settings: NormalisingSettings) -> tuple[Framework, ...]:
    """The one framework that the title names, as in "WDES action plan"; none where it names several."""
    named = normalise_frameworks((), (raw.title,), settings.frameworks)
    return named if len(named) == 1 else ()


def _headings_of_states(raw: RawPlan) -> Iterable[str]:
    columns = (column for table in raw.tables for column in table.columns)
    return dict.fromkeys(c.heading for c in columns if c.field in (Field.PROGRESS, Field.STATED_RAG))


def _answers(raw: RawPlan) -> dict[tuple[str, int], dict[str, Said]]:
    """What yes, no and numbers mean in columns whose heading asks whether, or how far, an action is completed."""
    return {
        (column.place.sheet, column.place.column): _answers_to(column.heading)
        for table in raw.tables
        for column in table.columns
    }


def _answers_to(heading: str) -> dict[str, Said]:
    whether = _ANSWERS if _ASKS_COMPLETED.search(heading) else {}
    whether = _WHETHER_ON_TRACK if not whether and _ASKS_ON_TRACK.search(heading) else whether
    return whether | _HUNDREDTHS if _ASKS_HOW_FAR.search(heading) else whether


def _columns(raw: RawPlan) -> dict[str, frozenset[Field]]:
    """The fields that each sheet has columns for."""
    found: dict[str, set[Field]] = {}
    for table in raw.tables:
        found.setdefault(table.sheet, set()).update(column.field for column in table.columns if column.field)
    for action in raw.actions:
        found.setdefault(action.place.sheet, set()).update(field for field, _ in action.fields)
    return {sheet: frozenset(fields) for sheet, fields in found.items()}


def _owner_cells(action: RawAction) -> tuple[RawCell, ...]:
    return action.cells(Field.OWNER) + action.cells(Field.SUPPORT)


def _group(action: RawAction) -> Group | None:
    text = action.group.text if action.group else action.text(Field.GROUP)
    return normalise_group(text) if text.strip() else None


def _each_once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """What is said of many rows alike, told at the first of them, with the cells of the others."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        where = "" if one.code in _ONCE else str(one.place)
        alike.setdefault((one.code, f"{one.message} {where}"), []).append(one)
    return (_with_others(same) for same in alike.values())


def _with_others(same: list[Finding]) -> Finding:
    first, *others = same
    cells = [one.place.cell for one in others if one.place is not None and one.place.cell]
    if not cells or first.code != "unkeyed-fill":
        return first
    listed = ", ".join(cells[:_MOST_CELLS]) + (" and others" if len(cells) > _MOST_CELLS else "")
    return replace(first, message=f"{first.message} So it is with {len(cells)} more: {listed}.")


def _same_refs(actions: tuple[RawAction, ...], own: list[str]) -> list[Finding]:
    first: dict[str, Place] = {}
    findings = []
    for action, ref in zip(actions, own, strict=True):
        cell = action.cell(Field.REF)
        place = cell.place if cell else action.place
        if ref and ref in first and first[ref] != place:
            findings.append(finding("duplicate-ref", place, ref, written=ref, other=where(first[ref], place)))
        elif ref:
            first[ref] = place
    return findings


def _action(raw: RawAction, ref: str, group: Group | None, known: _Known) -> tuple[Action, tuple[Finding, ...]]:
    standing = without_struck(raw)
    raw = standing.action
    if nearer := year_of_action(raw):
        known = replace(known, period=nearer[0], period_said=nearer[1])
    text = raw.text(Field.ACTION).strip()
    target, target_findings = _target(raw, known)
    target = _moved_from(target, standing.struck_targets, known)
    owners, owner_findings = _owners(raw, known.register)
    progress, rag, progress_findings = _progress(raw, target, known)
    withdrawn = _withdrawn(raw)
    told = _told_as_progress(progress, known)
    if told:
        progress_findings = tuple(one for one in progress_findings if one.code != "unreadable-progress")
    action = Action(
        ref=ref,
        place=raw.place,
        group=group,
        text=text,
        owners=owners,
        target=target,
        progress=progress,
        frameworks=_frameworks(raw, known),
        stated_rag=rag,
        update=raw.text(Field.UPDATE).strip() or told,
        committee=single_spaced(raw.text(Field.COMMITTEE)) or None,
        context=raw.context or raw.text(Field.CONTEXT) or None,
        cancelled=withdrawn is not None or _is_struck(raw),
        pointer_to=find_pointer(text),
        other=raw.other,
        hindrance=_hindrance(raw, target, known),
        cells=_places(raw),
    )
    found = (
        *standing.findings,
        *owner_findings,
        *target_findings,
        *progress_findings,
        *_missing(action, known, withdrawn),
    )
    return action, tuple(replace(one, ref=ref) for one in found)


def _told_as_progress(progress: Progress, known: _Known) -> str | None:
    """What a column of progress tells in sentences, where the sheet has no column of updates."""
    told = progress.source is ProgressSource.NONE and Field.UPDATE not in known.here
    return (
        progress.as_written
        if told and len(re.findall(r"[^\W\d]+", progress.as_written or "")) > _MOST_STATE_WORDS
        else None
    )


def _hindrance(raw: RawAction, target: Target, known: _Known) -> Hindrance | None:
    """What the columns of progress, RAG and updates begin with, or the target, of an action held up or called off."""
    cells = raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG) + raw.cells(Field.UPDATE)
    held = [(how, cell) for cell in cells if cell.text and (how := _answered(cell, known).held)]
    if target.original_due is None:
        dates = raw.cells(Field.REVISED_TARGET) or raw.cells(Field.TARGET)
        held += [(Held.UP, cell) for cell in dates if _says_moved(cell.text)]
    if not held:
        return None
    how, cell = min(held, key=lambda one: one[0])
    return Hindrance(how, shortened(cell.text), cell.place)


def _answered(cell: RawCell, known: _Known) -> Said:
    """What a cell answers to its heading where that asks, else what its words say."""
    asked = known.answers.get((cell.place.sheet, cell.place.column))
    return (asked and asked.get(single_spaced(cell.text).lower())) or read_words(cell.text)


@lru_cache(maxsize=8192)
def _says_moved(text: str) -> bool:
    return _SAYS_MOVED.search(text) is not None


def _places(raw: RawAction) -> tuple[tuple[str, Place], ...]:
    held = dict(raw.fields)
    cells = [
        (name, [cell for field in fields if field in held for cell in held[field]]) for name, fields in _CELLS.items()
    ]
    return tuple([(name, _first(found).place) for name, found in cells if found])


def _first(cells: list[RawCell]) -> RawCell:
    """The first of these cells that holds something, else the first there is."""
    for cell in cells:
        if cell.fill or cell.text.strip():
            return cell
    return cells[0]


def _is_struck(raw: RawAction) -> bool:
    cells = _told_in(raw, Field.ACTION)
    return bool(cells) and all(cell.struck for cell in cells)


def _told_in(raw: RawAction, field: Field) -> list[RawCell]:
    return [cell for cell in raw.cells(field) if cell.text.strip()]


def _withdrawn(raw: RawAction) -> RawCell | None:
    """The cell of progress that says of an action that it is called off, and nothing else; each of several must.

    A RAG beside it is of the days before; only where no progress is told can it be the one to say so.
    """
    cells = _told_in(raw, Field.PROGRESS) or _told_in(raw, Field.STATED_RAG)
    told = [read_words(cell.text) for cell in cells]
    return cells[0] if cells and all(said.held is Held.OFF and said.whole for said in told) else None


def _missing(action: Action, known: _Known, withdrawn: RawCell | None) -> list[Finding]:
    if withdrawn is not None:
        return [finding("withdrawn-action", withdrawn.place, written=shortened(withdrawn.text))]
    if action.cancelled:
        return [finding("cancelled-action", action.place)]
    if action.pointer_to:
        return []
    found = []
    if not action.owners and Field.OWNER in known.columns:
        found.append(finding("owner-missing", action.place_of("owner")))
    undated = action.target.kind is TargetKind.BLANK and action.progress.state is not ProgressState.COMPLETED
    if undated and {Field.TARGET, Field.REVISED_TARGET} & known.columns:
        found.append(finding("target-missing", action.place_of("target")))
    return found


def _owners(raw: RawAction, register: OwnerRegister) -> tuple[tuple[Owner, ...], tuple[Finding, ...]]:
    lead, found = normalise_owners(raw.cells(Field.OWNER), Part.LEAD, register)
    support, found_too = normalise_owners(raw.cells(Field.SUPPORT), Part.SUPPORT, register)
    each = {owner_key(owner.name): owner for owner in reversed((*lead, *support))}
    return tuple(reversed(each.values())), (*found, *found_too)


def _target(raw: RawAction, known: _Known) -> tuple[Target, tuple[Finding, ...]]:
    """The latest date that the plan gives; earlier columns keep the first date."""
    columns = [
        *_latest_first(raw.cells(Field.REVISED_TARGET)),
        raw.cells(Field.TARGET),
        raw.cells(Field.ORIGINAL_TARGET),
    ]
    read = [_one_target(cells, raw.place, known) for cells in columns if cells]
    stated = [one for one in read if one[0].kind is not TargetKind.BLANK]
    if not stated:
        return read[0] if read else (Target("", TargetKind.BLANK), ())
    target = stated[0][0]
    for earlier, _ in stated[1:]:
        target = combine_targets(target, earlier)
    return _started(target, raw, known), tuple(found for _, findings in stated for found in findings)


def _latest_first(cells: tuple[RawCell, ...]) -> list[tuple[RawCell, ...]]:
    """The cells of each column, the last one first: a date that is revised again stands at the right."""
    columns = sorted({cell.place.column for cell in cells}, reverse=True)
    return [tuple(cell for cell in cells if cell.place.column == column) for column in columns]


def _moved_from(target: Target, struck: tuple[RawCell, ...], known: _Known) -> Target:
    """The target with the date that is struck through as its first one; that date alone is no target."""
    dates = [_one_target((cell,), cell.place, known)[0] for cell in struck]
    for date in dates if target.kind is not TargetKind.BLANK else ():
        target = combine_targets(target, date)
    return target


def _with_years_joined(cells: tuple[RawCell, ...]) -> tuple[RawCell, ...]:
    """A year alone belongs to the month or quarter before it, "Sept", then "2026", or else to the one after it."""
    joined: list[RawCell] = []
    for cell in cells:
        if joined and _YEAR_ALONE.fullmatch(cell.text):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {cell.text}", day=None)
        elif len(joined) == 1 and _YEAR_ALONE.fullmatch(joined[0].text):
            joined[0] = replace(cell, text=f"{cell.text} {joined[0].text}", day=None)
        else:
            joined.append(cell)
    return tuple(joined)


def _one_target(cells: tuple[RawCell, ...], place: Place, known: _Known) -> tuple[Target, tuple[Finding, ...]]:
    cells = _with_years_joined(cells)
    written = next((cell.place for cell in cells if cell.text.strip()), place)
    why = known.day_order.why_either(cells)
    if why:
        typed = "\n".join(cell.text for cell in cells if cell.text.strip())
        found = finding("ambiguous-date", written, written=single_spaced(typed), why=why)
        return Target(typed, TargetKind.AMBIGUOUS), (found,)
    period, said = known.heading_years.get((written.sheet, written.column), (known.period, known.period_said))
    return normalise_target(cells, written, period, said)


def _started(target: Target, raw: RawAction, known: _Known) -> Target:
    """The target with the first day that a start column gives, where it has none of its own."""
    start = _one_target(raw.cells(Field.START), raw.place, known)[0].start if raw.cells(Field.START) else None
    if start is None or (target.due is not None and start > target.due):
        return target
    if target.kind is TargetKind.DATED:
        return replace(target, kind=TargetKind.RANGE, start=start)
    return replace(target, start=start) if target.kind is TargetKind.ONGOING and target.start is None else target


def _progress(raw: RawAction, target: Target, known: _Known) -> tuple[Progress, Rag | None, tuple[Finding, ...]]:
    cells = raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG)
    answers = [known.answers.get((cell.place.sheet, cell.place.column), {}) for cell in cells]
    legend = reduce(or_, answers, known.legend)
    key = _key_of(raw.place.sheet, known.key)
    rows = dict.fromkeys(cell.place.row for cell in cells)
    parts = [tuple(c for c in cells if c.place.row == row) for row in rows] if len(rows) > 1 else [cells]
    steps = [normalise_progress(part, key, legend) for part in parts]
    steps = [(_with_day(progress, known.period), rag, found) for progress, rag, found in steps]
    progress, rag, found = combine_steps(steps) if len(steps) > 1 else steps[0]
    if progress.state is ProgressState.NOT_STATED:
        elsewhere, met = _completed_elsewhere(raw, target, known.period)
        in_update, met_there = (None, ()) if elsewhere else _in_update(raw, known)
        progress, found = elsewhere or in_update or progress, (*found, *met, *met_there)
    elif progress.state is ProgressState.COMPLETED:
        progress, doubt = _as_beside(progress, raw, known.period)
        found = (*found, *doubt)
    denied = _denied(progress, raw)
    if denied is not None:
        unsure = Progress(ProgressState.NOT_STATED, ProgressSource.NONE, progress.as_written)
        return unsure, rag, (*found, denied)
    return progress, rag, found


def _denied(progress: Progress, raw: RawAction) -> Finding | None:
    """What to say of a completion that an update beside it denies; None where it stands."""
    updates = raw.cells(Field.UPDATE) if progress.state is ProgressState.COMPLETED else ()
    cell = next((cell for cell in updates if denies_completion(cell.text)), None)
    if cell is None:
        return None
    places = dict(_places(raw))
    said = f"{'the colour ' if progress.source is ProgressSource.FILL else ''}{shortened(progress.as_written or '')}"
    facts = {"written": said, "other": cell.place.cell, "update": shortened(cell.text)}
    return finding("completion-denied", places.get("progress") or places["target"], **facts)


def _as_beside(progress: Progress, raw: RawAction, period: Period | None) -> tuple[Progress, tuple[Finding, ...]]:
    """A completion with the day of its column; in doubt where a share of less than all stands beside it."""
    share = next((text for name, text in raw.other if _SHARE_DONE.fullmatch(name) and _IN_PART.fullmatch(text)), None)
    if share is not None:
        place = next(cell.place for cell in raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG))
        told = f"{progress.as_written or ''}, {share}"
        unstated = Progress(ProgressState.NOT_STATED, ProgressSource.NONE, progress.as_written)
        return unstated, (finding("completion-in-doubt", place, written=told),)
    days = [cell.day or day_of_completion(cell.text, period) for cell in raw.cells(Field.COMPLETED)]
    day = next((day for day in days if day), None)
    return (replace(progress, on=day) if progress.on is None and day else progress), ()


def _with_day(progress: Progress, period: Period | None) -> Progress:
    """A completion that is told in words, with the day that they name."""
    told = progress.state is ProgressState.COMPLETED and progress.source is ProgressSource.TEXT
    return replace(progress, on=completed_on(progress.as_written or "", period)) if told else progress


def _completed_elsewhere(
    raw: RawAction, target: Target, period: Period | None
) -> tuple[Progress | None, tuple[Finding, ...]]:
    """Completed by a day in a column of completion dates, or by words in place of the target date."""
    cells = [cell for cell in raw.cells(Field.COMPLETED) if any(map(str.isdigit, cell.text)) or cell.day]
    for cell in cells:
        day = cell.day or day_of_completion(cell.text, period)
        if day is None:
            return None, (finding("completion-in-doubt", cell.place, written=single_spaced(cell.text)),)
        return Progress(ProgressState.COMPLETED, ProgressSource.TEXT, single_spaced(cell.text), day), ()
    if says_completed(target.as_written, period):
        written = single_spaced(target.as_written)
        return Progress(ProgressState.COMPLETED, ProgressSource.TEXT, written, completed_on(written, period)), ()
    if target.due and _DONE_AFTER.search(target.as_written):
        place = next(cell.place for field in _DATES for cell in raw.cells(field) if cell.text.strip())
        return None, (finding("completion-in-doubt", place, written=single_spaced(target.as_written)),)
    return None, ()


def _in_update(raw: RawAction, known: _Known) -> tuple[Progress | None, tuple[Finding, ...]]:
    """The state with which an update begins, on a sheet without a column for it; completed only if it says no more."""
    if known.here & {Field.PROGRESS, Field.STATED_RAG}:
        return None, ()
    text = raw.text(Field.UPDATE)
    said = read_words(text)
    if said.doubtful or (said.state is ProgressState.COMPLETED and not said.whole):
        return None, (finding("completion-in-doubt", raw.cells(Field.UPDATE)[0].place, written=shortened(text)),)
    if said.state is None:
        return None, ()
    return _with_day(Progress(said.state, ProgressSource.TEXT, single_spaced(text)), known.period), ()


def _key_of(sheet: str, key: tuple[KeyEntry, ...]) -> tuple[KeyEntry, ...]:
    """The sheet's own key and the settings; where the sheet has no key of its own, every key of the workbook."""
    own = tuple(entry for entry in key if entry.place and entry.place.sheet == sheet)
    settings = tuple(entry for entry in key if entry.place is None)
    return own + settings if own else key


def _frameworks(raw: RawAction, known: _Known) -> tuple[Framework, ...]:
    if Field.FRAMEWORKS in known.here:
        return normalise_frameworks(tuple(cell.text for cell in raw.cells(Field.FRAMEWORKS)), known=known.frameworks)
    headings = (raw.group.text if raw.group else "", raw.context or "", raw.place.sheet)
    named = normalise_frameworks((), headings, known.frameworks) or known.whole_plan
    return tuple(_with_domain(framework, headings) for framework in named)


def _with_domain(framework: Framework, headings: Iterable[str]) -> Framework:
    """EDS 2022 with the domain that a heading above the action names."""
    if framework.name != "EDS22" or framework.domain:
        return framework
    domain = next((match[1] for text in headings if (match := _DOMAIN.search(text))), "")
    return replace(framework, domain=domain)
