"""The settings workbook, filled with what was understood from a plan and explained in place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from edi_reports.model.committee import Committee
from edi_reports.model.email import EmailSettings, Security
from edi_reports.model.limits import LIMITS, SETTINGS, in_settings
from edi_reports.model.owner import OwnerKind, RegisteredOwner
from edi_reports.model.paper import PaperSettings
from edi_reports.model.plan import ActionPlan, KeyEntry
from edi_reports.model.rag import RagSettings
from edi_reports.model.raw import Field, RawPlan
from edi_reports.reports.sheets import Column, Content, Sheet, Table, Workbook

_KINDS = tuple(kind.value for kind in OwnerKind)
_FIELDS = (*(field.value.replace("_", " ") for field in Field), "other")


def compose_settings(
    raw: RawPlan | None,
    plan: ActionPlan | None,
    owners: Sequence[RegisteredOwner],
    committees: Sequence[Committee],
    rag: RagSettings,
    paper: PaperSettings,
    email: EmailSettings,
    day: date,
) -> Workbook:
    """Compose the workbook that a trust edits. Without a plan it holds the defaults alone; `day` dates the file."""
    sheets = (
        _owners(plan, owners),
        _committees(committees),
        _rag(rag),
        _headings(raw),
        _fills(plan.key if plan else ()),
        _cover(paper),
        _email(email),
        _matches(),
        _limits(),
    )
    return Workbook("Settings for EDI reports", "What the reports take from the trust", day, sheets)


def _sheet(
    name: str, notes: tuple[str, ...], columns: tuple[Column, ...], rows: Iterable[tuple[Content, ...]]
) -> Sheet:
    filled = tuple(rows) or (("",) * len(columns),)
    return Sheet(name, name, (Table(f"{name.replace('-', '')}Table", columns, filled),), notes, frozen=1)


def _owners(plan: ActionPlan | None, register: Sequence[RegisteredOwner]) -> Sheet:
    notes = (
        "One line for each owner. The name is shown in every report; other spellings lead to it.",
        "Usual NHS posts are known already; the owners below were found in the plan.",
        "Add their e-mail addresses, if messages are to be sent to them.",
    )
    columns = (
        Column("Name", 46),
        Column("Also written as", 46, prompt="Other spellings, one a line or parted by semicolons."),
        Column("E-mail", 34, prompt="Only addresses written here are ever used. Several stand one a line."),
        Column("Kind", 14, choices=_KINDS),
    )
    kinds = {owner.name: owner.kind for owner in register}
    spellings: dict[str, set[str]] = {}
    for action in plan.actions if plan else ():
        for owner in action.owners:
            spellings.setdefault(owner.name, set()).add(" ".join(owner.as_written.split()))
    rows = (
        (name, "\n".join(sorted(written - {name})), "", kinds.get(name, OwnerKind.POST).value)
        for name, written in sorted(spellings.items())
    )
    return _sheet("Owners", notes, columns, rows)


def _committees(committees: Sequence[Committee]) -> Sheet:
    notes = (
        "One line for each committee that gets a paper. Receives: the frameworks or groups of the plan whose actions",
        'it sees, one a line, or "all". A framework with a domain ("EDS22 Domain 1") receives actions that name no',
        "domain too, and says so.",
    )
    columns = (
        Column("Name", 30),
        Column("Receives", 46, prompt='Frameworks or groups, one a line, or "all".'),
        Column("Secretary's e-mail", 34, prompt="Who is sent the paper. Several addresses stand one a line."),
        Column("Template", 30, prompt="A file in the templates folder; committee_paper.docx when empty."),
        Column("Exceptions in full", 12, prompt="How many its paper shows in full; the others follow in brief."),
    )
    rows = (
        (c.name, "\n".join(c.receives), c.secretary_email, c.template, str(c.exceptions_in_full)) for c in committees
    )
    return _sheet("Committees", notes, columns, rows)


def _rag(rag: RagSettings) -> Sheet:
    notes = ("The thresholds of the rating rules. They are printed in the key of every report.",)
    columns = (Column("Setting", 26), Column("Value", 14), Column("What it does", 80))
    rows = (
        (
            "Amber within days",
            str(rag.amber_within_days),
            "An action that falls due within so many days (inclusive) is Amber.",
        ),
        (
            "Completed shows as",
            rag.completed_as.word,
            "Blue, or Green for trusts that show completed actions as Green.",
        ),
    )
    return _sheet("RAG", notes, columns, rows)


def _headings(raw: RawPlan | None) -> Sheet:
    notes = (
        "The headings of the plan and what each was taken for. Change the second column where it is wrong;",
        f"it may say: {', '.join(_FIELDS)}.",
    )
    columns = (Column("Heading", 46), Column("Means", 22, choices=_FIELDS), Column("Why it was taken so", 60))
    found = {
        column.heading: (str(column.field or "other").replace("_", " "), column.why)
        for table in (raw.tables if raw else ())
        for column in table.columns
        if column.heading
    }
    return _sheet("Headings", notes, columns, ((heading, *said) for heading, said in found.items()))


def _fills(key: Sequence[KeyEntry]) -> Sheet:
    notes = (
        "What colours mean where the plan's own key does not say.",
        "Fill the first cell of a line, or type six digits such as 00B050.",
        'Means: a state ("Completed", "In progress", "Not started") or a RAG ("Green").',
    )
    columns = (Column("Fill", 14), Column("Means", 40))
    return _sheet("Fills", notes, columns, ((entry.fill, entry.meaning) for entry in key))


def _cover(paper: PaperSettings) -> Sheet:
    notes = (
        "The lines of the cover table, in order. An empty value is filled in from the figures where it can be,",
        "and left as a marked gap where it is for people to judge.",
    )
    rows: list[tuple[Content, ...]] = [("Organisation", paper.organisation)]
    rows += [(line.label, line.value) for line in paper.cover]
    return _sheet("Cover", notes, (Column("Field", 40), Column("Value", 60)), rows)


def _email(email: EmailSettings) -> Sheet:
    notes = (
        "How messages are sent. Nothing is drafted or sent to an address outside the allowed domains.",
        "The user name and password of the server never stand here: they are taken from the environment.",
    )
    rows = (
        ("Allowed domains", "\n".join(email.allowed_domains), "One a line. A sub-domain needs a line of its own."),
        ("From", email.sender, "The address that messages come from, such as a shared mailbox."),
        ("SMTP host", email.host, "The server that sends, such as the trust's relay. Drafts need none."),
        ("SMTP port", str(email.port or ""), "Empty for the usual one: 587 with STARTTLS, 465 with TLS."),
        ("SMTP security", email.security.value, f"{' or '.join(Security)}. There is no sending without encryption."),
    )
    return _sheet("E-mail", notes, (Column("Setting", 26), Column("Value", 40), Column("What it does", 80)), rows)


def _matches() -> Sheet:
    notes = (
        "Decisions about actions that an audit could not match with certainty. Copy both texts from the audit",
        "and say whether they are the same action.",
    )
    columns = (Column("Old text", 70), Column("New text", 70), Column("Same action", 14, choices=("yes", "no")))
    return _sheet("Matches", notes, columns, ())


def _limits() -> Sheet:
    notes = (
        "How much a file may hold before it is refused, so that no file keeps the computer busy or fills its memory.",
        "The message of a refusal names the line. Raise it only for a file that is right and really is so large.",
    )
    rows = ((name, str(in_settings(limit, getattr(LIMITS, limit))), what) for limit, (name, what) in SETTINGS.items())
    return _sheet("Limits", notes, (Column("Setting", 26), Column("Value", 14), Column("What it does", 80)), rows)
