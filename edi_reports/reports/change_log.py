"""The change log: what an auditor reads, checks against both workbooks, and signs.

It is a value of sections, each a sentence and a table, whatever it is then shown as: in a terminal, in Word, in Excel.
"""

from __future__ import annotations

from msgspec import Struct

from edi_reports.model.change import Audit, PlanChanges
from edi_reports.model.plan import Source
from edi_reports.reports.change_sections import Section, all_changes, compose_sections
from edi_reports.reports.change_summary import summarise_changes
from edi_reports.reports.parts import Cell, Column, Placeholder, Table
from edi_reports.reports.wording import moment_in_words, sentence

SIGNATORIES = ("Compared by", "Checked against the workbooks by", "Accepted by")
STATEMENT = (
    "Those who sign have read this change log. Whoever checked it has held the changes that it lists against the"
    " workbooks whose fingerprints it gives."
)


class ChangeLog(Struct, frozen=True):
    """All that an audit says of two or more versions.

    `account` shows where every action of both versions stands; `versions` names each file with its fingerprint.
    `all_changes` tells once more, in one table, what the sections of fields tell one by one.
    `made_with` are label and entry of what the log was made with: the program, its rules, its options.
    """

    title: str
    subject: str
    summary: tuple[str, ...]
    account: Table
    versions: Table
    sections: tuple[Section, ...]
    all_changes: Table
    not_compared: tuple[str, ...]
    made_with: tuple[tuple[str, str], ...]
    sign_off: Table


def compose_change_log(audit: Audit, made_with: tuple[tuple[str, str], ...] = ()) -> ChangeLog:
    """Compose the change log of an audit; `made_with` says with what it was made, label and entry."""
    changes = audit.whole
    return ChangeLog(
        title=f"{changes.titles[1] or changes.titles[0] or 'EDI action plan'}: change log",
        subject=f"What changed from “{changes.old.name}” to “{changes.new.name}”",
        summary=summarise_changes(changes, audit.steps, audit.interludes),
        account=_account(changes),
        versions=_versions(audit),
        sections=compose_sections(audit),
        all_changes=all_changes(changes),
        not_compared=tuple(map(sentence, changes.not_compared)),
        made_with=made_with,
        sign_off=_sign_off(),
    )


def _account(changes: PlanChanges) -> Table:
    """Every action of both versions, once: the columns add up to the actions that each version has."""
    elsewhere = changes.changed_elsewhere
    both = (
        ("The same, unchanged", sum(match.new.place not in elsewhere for match in changes.unchanged)),
        ("The same, changed", len(changes.changed)),
        *([("The same, changed in further columns only", len(elsewhere))] if elsewhere else []),
        ("The same, only moved", sum(match.new.place not in elsewhere for match in changes.moved)),
        ("Uncertain", len(changes.uncertain)),
    )
    paired = sum(count for _, count in both)
    rows: tuple[tuple[Cell, ...], ...] = (
        *((words, str(count), str(count)) for words, count in both),
        ("Left the plan", str(len(changes.removed)), "0"),
        ("Added", "0", str(len(changes.added))),
        ("Actions in all", str(paired + len(changes.removed)), str(paired + len(changes.added))),
    )
    columns = (
        Column("Where each action stands", 8),
        Column("Old version", 3, numbers=True),
        Column("New version", 3, numbers=True),
    )
    return Table("Every action accounted for", columns, rows)


def _versions(audit: Audit) -> Table:
    sources = [(audit.whole.old, audit.whole.titles[0])]
    sources += [(step.new, step.titles[1]) for step in audit.steps]
    columns = (Column("File", 4), Column("Title", 4), Column("Saved by", 2.4), Column("Saved at", 2.4))
    rows = tuple(_version(source, title) for source, title in sources)
    return Table("The versions, oldest first", (*columns, Column("SHA-256 of the file", 5)), rows)


def _version(source: Source, title: str) -> tuple[Cell, ...]:
    saved_at = moment_in_words(source.saved_at) if source.saved_at else "Not recorded"
    return source.name, title or "No title", source.saved_by or "Not recorded", saved_at, source.sha256


def _sign_off() -> Table:
    asked = ("name", "post", "signature", "date")
    columns = (Column("Who", 4), *(Column(word.capitalize(), 3) for word in asked))
    gaps: tuple[Cell, ...] = tuple(map(Placeholder, asked))
    rows = tuple((who, *gaps) for who in SIGNATORIES)
    return Table("Sign-off", columns, rows)
