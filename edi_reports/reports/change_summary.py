"""What changed, in a few sentences: the first that an auditor reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from edi_reports.model.change import REWRITTEN, ChangedField, Interlude, Match, PlanChanges
from edi_reports.reports.change_fates import Fates
from edi_reports.reports.change_references import references_in_words
from edi_reports.reports.change_taken_back import taken_back, taken_back_in_words
from edi_reports.reports.change_words import FIELD_WORDS
from edi_reports.reports.wording import by_days, how_many, listed, sentence, so_many, with_refs

YEAR_DAYS = (365, 366)
MOST_REFS = 8


def summarise_changes(
    changes: PlanChanges, steps: Sequence[PlanChanges] = (), interludes: Sequence[Interlude] = ()
) -> tuple[str, ...]:
    """What changed as sentences, the most telling first after the count; `steps` from version to version."""
    fates = Fates.of(changes)
    told = (
        _counted(changes) if changes.differ else _the_same(changes),
        *(_told(changes, fates) if changes.differ else ()),
        references_in_words(changes),
        _in_between(interludes),
        taken_back_in_words(taken_back(steps)),
    )
    return tuple(sentence(words) for words in told if words)


def _in_between(interludes: Sequence[Interlude]) -> str:
    back, gone = ([each.action.ref for each in interludes if each.came_back is which] for which in (True, False))
    parts = [
        with_refs(f"{how_many(len(back), 'action')} left and came back", back) if back else "",
        with_refs(f"{how_many(len(gone), 'action')} came and left again", gone) if gone else "",
    ]
    told = listed([part for part in parts if part])
    return f"between the versions {told}" if told else ""


def _the_same(changes: PlanChanges) -> str:
    same = how_many(len(changes.unchanged), "action stands", "actions stand")
    return f"the versions do not differ in anything that was compared: {same} unchanged in both"


def _told(changes: PlanChanges, fates: Fates) -> tuple[str, ...]:
    return (
        _title_changed(changes),
        _dates(changes),
        _rolled_over(changes),
        _progress(changes),
        _fill_only(changes),
        _left(changes, fates),
        _accounted_for(changes, fates),
        _others(changes),
        _groups(changes),
        _further(changes),
        _undecided(changes),
    )


def _counted(changes: PlanChanges) -> str:
    same, elsewhere = len(changes.matched), changes.changed_elsewhere
    unchanged, moved = (sum(m.new.place not in elsewhere for m in some) for some in (changes.unchanged, changes.moved))
    further = f"{len(elsewhere)} changed in further columns only, " if elsewhere else ""
    return (
        f"{how_many(same, 'action')} {'stands' if same == 1 else 'stand'} in both versions for certain: "
        f"{unchanged} unchanged, {len(changes.changed)} changed, {further}{moved} only moved; "
        f"{so_many(len(changes.added), 'was', 'were')} added and {so_many(len(changes.removed), 'has', 'have')} left"
    )


def _title_changed(changes: PlanChanges) -> str:
    old, new = changes.titles
    return f"the title changed from “{old}” to “{new}”" if old.split() != new.split() else ""


def _dates(changes: PlanChanges) -> str:
    days = _days_moved(changes)
    later, sooner = [number for number in days if number > 0], [-number for number in days if number < 0]
    lost = [match for match in _matches(changes) if match.old.target.due and not match.new.target.due]
    set_now = [match for match in _matches(changes) if match.new.target.due and not match.old.target.due]
    parts = [
        f"{how_many(len(later), 'target date')} moved later ({by_days(later)})" if later else "",
        f"{how_many(len(sooner), 'target date')} brought forward ({by_days(sooner)})" if sooner else "",
        f"{how_many(len(lost), 'target date')} taken away" if lost else "",
        f"{how_many(len(set_now), 'target date')} set where there was none" if set_now else "",
    ]
    rewritten = sum(REWRITTEN in change.effect for each in changes.changed for change in each.changes)
    moved = listed([part for part in parts if part]) or "no target date moved"
    return f"{moved}; {so_many(rewritten, 'first date was', 'first dates were')} rewritten" if rewritten else moved


def _rolled_over(changes: PlanChanges) -> str:
    days = [number for number in _days_moved(changes) if number]
    by_a_year = [number for number in days if number in YEAR_DAYS]
    if len(by_a_year) < 3 or 2 * len(by_a_year) < len(days):
        return ""
    return f"{len(by_a_year)} of the {len(days)} dates that moved did so by exactly a year: actions were rolled over"


def _days_moved(changes: PlanChanges) -> list[int]:
    dues = ((match.old.target.due, match.new.target.due) for match in _matches(changes))
    return [(new - old).days for old, new in dues if old and new]


def _matches(changes: PlanChanges) -> list[Match]:
    return [each.match for each in changes.changed]


def _progress(changes: PlanChanges) -> str:
    effects = Counter(
        change.effect.split(" (")[0]
        for each in changes.changed
        for change in each.changes
        if change.field is ChangedField.PROGRESS
    )
    told = [f"{count} {effect}" for effect, count in sorted(effects.items(), key=lambda each: (-each[1], each[0]))]
    return f"progress changed for {how_many(effects.total(), 'action')}: {listed(told)}" if told else ""


def _fill_only(changes: PlanChanges) -> str:
    count = sum(change.fill_only for each in changes.changed for change in each.changes)
    return (
        f"{so_many(count, 'change of progress is', 'changes of progress are')} told by a colour alone" if count else ""
    )


def _left(changes: PlanChanges, fates: Fates) -> str:
    lost = [action for action in changes.removed if not fates.accounts_for(action)]
    if not lost:
        return ""
    refs = listed([action.ref for action in lost], MOST_REFS)
    are = so_many(len(lost), "action has", "actions have")
    return f"{are} left though neither completed, cancelled nor proposed for closure ({refs})"


def _accounted_for(changes: PlanChanges, fates: Fates) -> str:
    """What left or came and is no loss and nothing new: parts of others, and copies."""
    left, added, copies = "of those that left", "of those added", "of actions that stay"
    found = (
        (left, "was merged into another", "were merged into others", changes.removed, fates.merged),
        (left, "was a copy of an action that stays", f"were copies {copies}", changes.removed, fates.copies_left),
        (added, "was split from another", "were split from others", changes.added, fates.split),
        (added, "is a copy of an action that stays", f"are copies {copies}", changes.added, fates.copies_added),
    )
    told = []
    for whose, one, many, actions, known in found:
        refs = [action.ref for action in actions if action.place in known]
        told += [with_refs(so_many(len(refs), f"{whose} {one}", f"{whose} {many}"), refs)] if refs else []
    return "; ".join(told)


def _others(changes: PlanChanges) -> str:
    fields = Counter(change.field for each in changes.changed for change in each.changes)
    told = [
        f"the {FIELD_WORDS[field][:1].lower()}{FIELD_WORDS[field][1:]} of {how_many(fields[field], 'action')}"
        for field in ChangedField
        if fields[field] and field not in (ChangedField.TARGET, ChangedField.PROGRESS, ChangedField.GROUP)
    ]
    return f"also changed: {listed(told)}" if told else ""


def _groups(changes: PlanChanges) -> str:
    """A group that was renamed is one change, however many actions stand in it."""
    told = [change for each in changes.changed for change in each.changes if change.field is ChangedField.GROUP]
    renamed = {(change.old, change.new) for change in told if change.effect.startswith("its group")}
    moved = sum(not change.effect.startswith("its group") for change in told)
    parts = [
        f"{so_many(len(renamed), 'group was', 'groups were')} renamed or renumbered" if renamed else "",
        f"{so_many(moved, 'action', 'actions')} moved to another group" if moved else "",
    ]
    return listed([part for part in parts if part])


def _further(changes: PlanChanges) -> str:
    counts = Counter(each.column for each in changes.further)
    told = [f"“{column}” of {how_many(count, 'action')}" for column, count in sorted(counts.items())]
    return f"further columns changed: {listed(told)}" if told else ""


def _undecided(changes: PlanChanges) -> str:
    are = so_many(len(changes.uncertain), "pair is", "pairs are")
    told = "what else differs, if they are one action, stands beside their texts"
    return f"{are} for a person to decide; {told}" if changes.uncertain else ""
