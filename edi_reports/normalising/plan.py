"""A plan as read becomes a plan as understood: the one place where the parts of this room meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.action import Action, Framework, Group, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.owner import Owner, Part, RegisteredOwner
from edi_reports.model.period import Period
from edi_reports.model.place import Place
from edi_reports.model.plan import ActionPlan, KeyEntry
from edi_reports.model.raw import Field, RawAction, RawCell, RawPlan
from edi_reports.model.target import TargetKind
from edi_reports.normalising.action_progress import progress_of, told_as_progress
from edi_reports.normalising.action_target import target_of
from edi_reports.normalising.answers import find_answers
from edi_reports.normalising.cells import places_of, told_in
from edi_reports.normalising.dittos import without_dittos
from edi_reports.normalising.frameworks import normalise_frameworks
from edi_reports.normalising.groups import normalise_group
from edi_reports.normalising.hindrances import hindrance_of, withdrawn_by
from edi_reports.normalising.key_counts import check_key_counts
from edi_reports.normalising.known import Known
from edi_reports.normalising.month_first import DayOrder, find_day_order, with_days_month_first
from edi_reports.normalising.nearer_years import year_of_action, years_of_headings
from edi_reports.normalising.owners import (
    OwnerRegister,
    build_register,
    explained_owners,
    normalise_owners,
    owner_key,
)
from edi_reports.normalising.plan_period import find_period, find_sheet_periods, span_of
from edi_reports.normalising.progress import find_legend, normalise_key, shortened
from edi_reports.normalising.references import find_pointer, make_refs
from edi_reports.normalising.repeats import check_repeats, where
from edi_reports.normalising.scales import check_scales, find_unexplained_scales, without_figures
from edi_reports.normalising.spelling import single_spaced
from edi_reports.normalising.struck import without_struck
from edi_reports.normalising.tracker import as_kept

_ONCE = frozenset({"owner-unlisted", "owner-by-key", "unkeyed-fill"})
_MOST_CELLS = 12
_DOMAIN = re.compile(r"\bdomain\s*([1-3])\b", re.IGNORECASE)


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


def normalise_plan(raw: RawPlan, settings: NormalisingSettings = _BUILT_IN) -> tuple[ActionPlan, tuple[Finding, ...]]:
    """The plan that a workbook means, and what was found while understanding it (reading's findings not repeated)."""
    spelled, dittos = without_dittos(raw.actions)
    day_order = find_day_order(spelled)
    raw = replace(raw, actions=with_days_month_first(spelled, day_order))
    key, key_findings = normalise_key((*raw.key, *settings.fills))
    known = _known(raw, key, day_order, settings)
    scales = find_unexplained_scales(raw, known.legend, known.answers)
    periods = find_sheet_periods(raw.sheet_texts, (known.period, known.period_said), raw.source.name)
    own_refs = [single_spaced(action.text(Field.REF)) for action in raw.actions]
    made = _actions(raw, own_refs, known, periods)
    actions = [action for action, _ in made]
    findings = (
        *key_findings,
        *dittos,
        *check_key_counts(raw.key_counts, [action for action in actions if action.pointer_to is None]),
        *_same_refs(raw.actions, own_refs),
        *check_repeats(actions),
        *check_scales(scales),
        *without_figures((found for _, found_here in made for found in found_here), scales),
    )
    covered = span_of(own for own, _ in periods.values()) if periods and known.period else known.period
    plan = ActionPlan(raw.source, raw.title, covered, tuple(actions), raw.unplaced, key)
    return plan, tuple(_each_once(findings))


def _known(raw: RawPlan, key: tuple[KeyEntry, ...], day_order: DayOrder, settings: NormalisingSettings) -> Known:
    """What holds for every action, whichever sheet it stands on."""
    period, said = find_period(raw.year_text or (raw.title,))
    owner_texts = tuple(cell.text for action in raw.actions for cell in _owner_cells(action))
    told = explained_owners(raw.short_forms, settings.owners, settings.spellings)
    return Known(
        period,
        said,
        register=build_register(settings.owners, owner_texts, told),
        key=key,
        legend=find_legend(_explaining(raw)),
        answers=find_answers(raw),
        whole_plan=_of_whole_plan(raw, settings),
        frameworks=settings.frameworks,
        columns=frozenset().union(*_columns(raw).values()),
        day_order=day_order,
        heading_years=years_of_headings(raw.tables),
    )


def _explaining(raw: RawPlan) -> tuple[str, ...]:
    """The texts that may explain words for progress."""
    return (
        raw.key_text,
        *raw.year_text,
        *(cell.text for cell in raw.unplaced),
        *(entry.meaning for entry in raw.key),
        "\n".join(entry.meaning for entry in raw.key),
        *_headings_of_states(raw),
    )


def _actions(
    raw: RawPlan, own_refs: list[str], known: Known, periods: Mapping[str, tuple[Period | None, str]]
) -> list[tuple[Action, tuple[Finding, ...]]]:
    """Each action with what was found in it, by the columns and the period of its own sheet."""
    by_sheet = {sheet: replace(known, here=here) for sheet, here in _columns(raw).items()}
    for sheet, (covered_there, words) in periods.items():
        by_sheet[sheet] = replace(by_sheet.get(sheet, known), period=covered_there, period_said=words)
    groups = [_group(action) for action in raw.actions]
    made = [
        _action(typed, ref, group, by_sheet.get(typed.place.sheet, known))
        for typed, ref, group in zip(raw.actions, make_refs(own_refs, groups), groups, strict=True)
    ]
    if not raw.tracker:
        return made
    return [(as_kept(action, typed), met) for (action, met), typed in zip(made, raw.actions, strict=True)]


def _of_whole_plan(raw: RawPlan, settings: NormalisingSettings) -> tuple[Framework, ...]:
    """The one framework that the title names, as in "WDES action plan"; none where it names several."""
    named = normalise_frameworks((), (raw.title,), settings.frameworks)
    return named if len(named) == 1 else ()


def _headings_of_states(raw: RawPlan) -> Iterable[str]:
    columns = (column for table in raw.tables for column in table.columns)
    return dict.fromkeys(c.heading for c in columns if c.field in (Field.PROGRESS, Field.STATED_RAG))


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


def _action(raw: RawAction, ref: str, group: Group | None, known: Known) -> tuple[Action, tuple[Finding, ...]]:
    standing = without_struck(raw)
    raw = standing.action
    if nearer := year_of_action(raw):
        known = replace(known, period=nearer[0], period_said=nearer[1])
    text = raw.text(Field.ACTION).strip()
    target, target_findings = target_of(raw, standing.struck_targets, known)
    owners, owner_findings = _owners(raw, known.register)
    progress, rag, progress_findings = progress_of(raw, target, known)
    withdrawn = withdrawn_by(raw)
    told = told_as_progress(progress, known)
    settled = {"unreadable-progress": bool(told), "completion-in-doubt": withdrawn is not None}
    progress_findings = tuple(one for one in progress_findings if not settled.get(one.code))
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
        hindrance=hindrance_of(raw, target, known),
        cells=places_of(raw),
    )
    found = (
        *standing.findings,
        *owner_findings,
        *target_findings,
        *progress_findings,
        *_missing(action, known, withdrawn),
    )
    return action, tuple(replace(one, ref=ref) for one in found)


def _is_struck(raw: RawAction) -> bool:
    cells = told_in(raw, Field.ACTION)
    return bool(cells) and all(cell.struck for cell in cells)


def _missing(action: Action, known: Known, withdrawn: RawCell | None) -> list[Finding]:
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


def _frameworks(raw: RawAction, known: Known) -> tuple[Framework, ...]:
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
