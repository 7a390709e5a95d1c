"""The sections of a change log: what is told of dates, progress, texts, owners, rows, and of what is not certain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from edi_reports.model.action import Action
from edi_reports.model.change import (
    Audit,
    Change,
    ChangedField,
    IfSame,
    Match,
    Parting,
    PartingKind,
    PlanChanges,
    cell_of,
)
from edi_reports.model.period import long_date
from edi_reports.model.plan import Redating
from edi_reports.model.target import Target
from edi_reports.reports.change_fates import Fates
from edi_reports.reports.change_places import Places
from edi_reports.reports.change_references import refs_in_words, renumbered, reused
from edi_reports.reports.change_taken_back import taken_back
from edi_reports.reports.change_words import FIELD_WORDS
from edi_reports.reports.marking import marked
from edi_reports.reports.parts import Cell, Column, Placeholder, Table
from edi_reports.reports.wording import moved_in_words, one_line, sentence

Row = tuple[Cell, ...]
Told = tuple[Match, str, Change]
"""A change, the pair of actions that it belongs to, and where that stands."""

REF, ROWS, ACTION = Column("Ref", 1.2), Column("Rows", 1.8), Column("Action", 5)
WAS, NOW, EFFECT = Column("Was", 2.8), Column("Is now", 2.8), Column("What that means", 3.2)
NOT_GIVEN = "Not given"


class Section(Struct, frozen=True):
    """A part of a change log: its heading, a sentence about it, and its table.

    `of_fields` says that it tells changes of fields, which a workbook shows in one table of all changes.
    """

    heading: str
    told: str
    table: Table
    of_fields: bool = False


def compose_sections(audit: Audit) -> tuple[Section, ...]:
    """Compose every section that has something to tell, the most telling first."""
    changes, places = audit.whole, Places.of(audit.whole)
    found = (
        _dates_in_all(audit),
        *_of_fields(changes, places),
        _further(changes, places),
        _left(changes, places),
        _added(changes, places),
        _parted(changes, places),
        _moved(changes, places),
        _references(changes, places),
        _in_between(audit),
        _taken_back(audit),
        _uncertain(changes, places),
        _restated(changes, places),
        _steps(audit),
    )
    return tuple(section for section in found if section.table.rows)


def all_changes(changes: PlanChanges) -> Table:
    """Every change of a field in one table, a row a change, in the order of the old plan."""
    places = Places.of(changes)
    columns = (
        REF,
        *places.columns("Old"),
        *places.columns("New"),
        ACTION,
        Column("Field", 2.2),
        Column("Old cell", 1.5),
        Column("New cell", 1.5),
        Column("Was", 4),
        Column("Is now", 4),
        EFFECT,
        Column("Changes marked", 5),
    )
    rows = tuple(
        (
            refs_in_words(each.match),
            *places.cells(each.match.old),
            *places.cells(each.match.new),
            one_line(each.match.new.text),
            FIELD_WORDS[change.field],
            *(cell_of(action, change.field) for action in (each.match.old, each.match.new)),
            *_given(*_values_of(change, each.match)),
            sentence(change.effect),
            marked(change),
        )
        for each in changes.changed
        for change in each.changes
    )
    return Table("All changes", columns, rows)


# Fields


def _of_fields(changes: PlanChanges, places: Places) -> Iterator[Section]:
    told = [(each.match, places.of_pair(each.match), change) for each in changes.changed for change in each.changes]
    by_fill = [each for each in told if each[2].fill_only]
    in_words = [each for each in told if not each[2].fill_only]
    yield _values("Dates moved", "Target dates that are not what they were.", in_words, ChangedField.TARGET, _target)
    yield _values("Progress", "What the owners report has changed.", in_words, ChangedField.PROGRESS)
    yield _values(
        "Progress told by a colour alone",
        "The fill of a cell changed and no word of progress or update did: ask what it rests on.",
        by_fill,
        ChangedField.PROGRESS,
    )
    yield _marked(
        "Text of actions", "Removed words are struck through, added words underlined.", in_words, ChangedField.ACTION
    )
    yield _values("Owners", "The same owner in another spelling is not told here.", in_words, ChangedField.OWNERS)
    yield _values(
        "RAG stated in the plan", "The plan's own RAG, not the calculated one.", in_words, ChangedField.STATED_RAG
    )
    yield _values("Frameworks", "The national frameworks that an action serves.", in_words, ChangedField.FRAMEWORKS)
    yield _values(
        "Groups", "Actions that moved to another group, or whose group was renamed.", in_words, ChangedField.GROUP
    )
    yield _marked(
        "Update texts", "Removed words are struck through, added words underlined.", in_words, ChangedField.UPDATE
    )


def _further(changes: PlanChanges, places: Places) -> Section:
    rows = tuple(
        (
            refs_in_words(each.match),
            places.of_pair(each.match),
            one_line(each.match.new.text),
            each.column,
            each.old or NOT_GIVEN,
            each.new or NOT_GIVEN,
        )
        for each in changes.further
    )
    columns = (REF, ROWS, ACTION, Column("Column", 2.2), WAS, NOW)
    told = "The plan's other columns, under their own headings."
    return Section("Further columns", told, Table("Further columns", columns, rows))


def _values(
    heading: str,
    told: str,
    changes: Iterable[Told],
    field: ChangedField,
    shown: Callable[[Action, str], str] = lambda action, value: value,
) -> Section:
    """A section of short values; `shown` words one for readers, given its action."""
    rows = tuple(
        (
            refs_in_words(match),
            place,
            one_line(match.new.text),
            shown(match.old, change.old) or NOT_GIVEN,
            shown(match.new, change.new) or NOT_GIVEN,
            sentence(change.effect),
        )
        for match, place, change in changes
        if change.field is field
    )
    return Section(heading, told, Table(heading, (REF, ROWS, ACTION, WAS, NOW, EFFECT), rows), of_fields=True)


def _target(action: Action, written: str) -> str:
    """The target as typed, with its due day where the words do not say it."""
    due = action.target.due
    return f"{written or 'No words'} (due {long_date(due)})" if due and "(due " not in written else written


def _marked(heading: str, told: str, changes: Iterable[Told], field: ChangedField) -> Section:
    """A section of texts with what was removed and added marked."""
    rows = tuple(
        (refs_in_words(match), place, marked(change), sentence(change.effect))
        for match, place, change in changes
        if change.field is field
    )
    columns = (REF, ROWS, Column("Text, with changes marked", 10), EFFECT)
    return Section(heading, told, Table(heading, columns, rows), of_fields=True)


def _dates_in_all(audit: Audit) -> Section:
    """Every move of every date, over more than two versions."""
    rows = tuple(_redated(*each) for each in audit.redated) if len(audit.steps) > 1 else ()
    columns = (REF, ACTION, Column("First due", 2.4), Column("Moves", 5), Column("Moved in all", 3))
    heading = "Dates moved over all versions"
    told = "The first due day of each action, each move with the workbook that made it, and the days in all."
    return Section(heading, told, Table(heading, columns, rows))


def _redated(action: Action, redating: Redating) -> Row:
    moves = "\n".join(f"to {long_date(due)} in {version}" for version, due in redating.moves)
    total = sentence(moved_in_words(redating.days, redating.times)) if redating.days else "Moved, and moved back."
    return action.ref, one_line(action.text), long_date(redating.first_due), moves, total


# Rows


def _left(changes: PlanChanges, places: Places) -> Section:
    fates = Fates.of(changes)
    rows = tuple(
        (
            action.ref,
            places.of_action(action),
            action.text,
            "Cancelled" if action.cancelled else action.progress.state.words,
            sentence(fates.of_left(action)),
        )
        for action in sorted(changes.removed, key=fates.accounts_for)
    )
    columns = (REF, ROWS, Column("Action", 8), Column("Last progress", 2.4), Column("How it left", 3.2))
    told = "Actions that the new version no longer has, those first of which nothing says why."
    return Section("Left the plan", told, Table("Left the plan", columns, rows))


def _added(changes: PlanChanges, places: Places) -> Section:
    fates = Fates.of(changes)
    rows = tuple(
        (action.ref, places.of_action(action), action.text, _due_of(action.target), sentence(fates.of_added(action)))
        for action in changes.added
    )
    columns = (REF, ROWS, Column("Action", 8), Column("Target", 3), Column("How it came", 3))
    return Section("Added", "Actions that the old version did not have.", Table("Added", columns, rows))


def _due_of(target: Target) -> str:
    return " ".join(target.as_written.split()) or NOT_GIVEN


def _parted(changes: PlanChanges, places: Places) -> Section:
    rows = tuple(_parting(parting, places) for parting in changes.partings)
    columns = (Column("What happened", 2.4), Column("The whole", 7), Column("The parts", 7))
    told = "One action whose words went into several, or several whose words went into one. One of the parts is"
    return Section(
        "Split and merged",
        f"{told} paired with the whole; the others count as added or left.",
        Table("Split and merged", columns, rows),
    )


def _parting(parting: Parting, places: Places) -> Row:
    split = parting.kind is PartingKind.SPLIT
    whole, *parts = (
        f"{each.ref} ({places.of_action(each)}): {one_line(each.text)}" for each in (parting.whole, *parting.parts)
    )
    return "Split" if split else "Merged", whole, "\n".join(parts)


def _moved(changes: PlanChanges, places: Places) -> Section:
    rows = tuple(
        (refs_in_words(match), *places.cells(match.old), *places.cells(match.new), one_line(match.new.text))
        for match in changes.moved
    )
    columns = (REF, *places.columns("Old"), *places.columns("New"), Column("Action", 9))
    told = "Actions in which nothing changed but their place among the others. Rows put in or taken out move nothing."
    return Section("Moved", told, Table("Moved", columns, rows))


def _references(changes: PlanChanges, places: Places) -> Section:
    rows: tuple[Row, ...] = (
        *(
            (match.old.ref, match.new.ref, places.of_pair(match), one_line(match.new.text), "Given another reference.")
            for match in renumbered(changes)
        ),
        *(
            (
                new.ref,
                new.ref,
                places.of_action(new),
                one_line(new.text),
                f"Stood for “{one_line(old.text)}”, which left.",
            )
            for old, new in reused(changes)
        ),
    )
    columns = (Column("Ref was", 1.4), Column("Ref is now", 1.4), ROWS, ACTION, EFFECT)
    told = "Actions under another reference than before, and references that now stand for another action."
    return Section("References", told, Table("References", columns, rows))


def _in_between(audit: Audit) -> Section:
    rows = tuple((each.action.ref, one_line(each.action.text), sentence(each.words)) for each in audit.interludes)
    columns = (REF, Column("Action", 8), Column("What happened", 6))
    told = "Actions that were gone or there for a time only: the first and the last version alone do not show it."
    return Section("Between the versions", told, Table("Between the versions", columns, rows))


def _taken_back(audit: Audit) -> Section:
    rows = tuple(
        (
            refs_in_words(each.match),
            one_line(each.match.new.text),
            FIELD_WORDS[each.change.field],
            each.change.old or NOT_GIVEN,
            each.change.new or NOT_GIVEN,
            each.version,
        )
        for each in taken_back(audit.steps)
    )
    columns = (REF, ACTION, Column("Field", 2), WAS, Column("Is again", 2.8), Column("Taken back in", 3.2))
    told = (
        "Values that a version set back to what they were before: an older copy may have been pasted over newer rows."
    )
    return Section("Taken back", told, Table("Taken back", columns, rows))


def _uncertain(changes: PlanChanges, places: Places) -> Section:
    rows = tuple(
        (
            *places.cells(match.old),
            match.old.text,
            *places.cells(match.new),
            match.new.text,
            f"{match.likeness:.2f}",
            sentence(match.why),
            "\n".join(_if_same(each)) or "Nothing",
            Placeholder("yes or no", ("yes", "no")),
        )
        for each in changes.if_same
        for match in [each.match]
    )
    columns = (
        *places.columns("Old"),
        Column("Old text", 4),
        *places.columns("New"),
        Column("New text", 4),
        Column("Likeness", 1.6),
        Column("Why", 2.8),
        Column("What else differs", 3.2),
        Column("Same action", 3),
    )
    told = "Pairs that may be one action or two. A decision that is copied to the sheet Matches of settings.xlsx holds."
    return Section("Uncertain", told, Table("Uncertain", columns, rows))


def _if_same(each: IfSame) -> Iterator[str]:
    """What beside the text of an uncertain pair changed if it is one action, a line a change."""
    told = [(FIELD_WORDS[change.field], *_values_of(change, each.match)) for change in each.changes]
    told += [(more.column, more.old, more.new) for more in each.further]
    return (" ".join(f"{name}: {old or NOT_GIVEN} → {new or NOT_GIVEN}".split()) for name, old, new in told)


def _values_of(change: Change, match: Match) -> tuple[str, str]:
    if change.field is not ChangedField.TARGET:
        return change.old, change.new
    return _target(match.old, change.old), _target(match.new, change.new)


def _restated(changes: PlanChanges, places: Places) -> Section:
    rows = tuple(
        (
            refs_in_words(each.match),
            places.of_pair(each.match),
            FIELD_WORDS[change.field],
            *_given(change.old, change.new),
        )
        for each in changes.restated
        for change in each.changes
    )
    columns = (REF, ROWS, Column("Field", 2.4), WAS, NOW)
    told = "Cells that are written differently and mean the same: no change, listed so that nothing is passed over."
    return Section("Written differently", told, Table("Written differently", columns, rows))


def _given(old: str, new: str) -> tuple[Cell, Cell]:
    return old or NOT_GIVEN, new or NOT_GIVEN


def _steps(audit: Audit) -> Section:
    rows = tuple(map(_step, audit.steps)) if len(audit.steps) > 1 else ()
    counts = ("Added", "Left", "Changed", "Moved", "Uncertain")
    columns = (Column("From", 5), Column("To", 5), *(Column(word, 1.6, numbers=True) for word in counts))
    heading = "From version to version"
    return Section(heading, "How many actions each step added, changed and so on.", Table(heading, columns, rows))


def _step(step: PlanChanges) -> Row:
    counts = (step.added, step.removed, step.changed, step.moved, step.uncertain)
    return step.old.name, step.new.name, *(str(len(found)) for found in counts)
