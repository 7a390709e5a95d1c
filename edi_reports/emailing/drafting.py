"""Who is written to about an issued month, and the folder of drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from edi_reports.emailing.draft import Draft
from edi_reports.emailing.issued import IssuedMonth, read_issued
from edi_reports.emailing.letters import compose_covering_letter, compose_digest, plain_line
from edi_reports.emailing.mime import write_draft
from edi_reports.model.committee import Committee
from edi_reports.model.email import EmailSettings, addresses_in
from edi_reports.model.finding import Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.owner import RegisteredOwner
from edi_reports.model.period import ReportingMonth, long_date
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedAction
from edi_reports.month import holds, kept_name, paper_name
from edi_reports.reports.wording import listed
from edi_reports.settings import Settings
from edi_reports.writing.delivery import clear_interrupted, deliver_folder, only_one_run

_MOST_NAMES = 12


class Drafted(Struct, frozen=True):
    """The drafts of a month, the folder they stand in, and what was held back and why."""

    folder: Path
    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        """To whom each draft is addressed, a line a draft, and where they are."""
        lines = [f"{draft.name}   to {', '.join(draft.to)}" for draft in self.drafts]
        return "\n".join([*lines, f"Drafts: {len(lines)} in {self.folder}" if lines else "No draft was written."])


def draft_month(output: Path, month: ReportingMonth, settings: Settings, replace_at: datetime | None = None) -> Drafted:
    """Write the drafts of an issued month beside it; with every one held back, no folder.

    Other drafts that are there already are replaced only with `replace_at`, the moment after which they are then kept.
    Raises CannotContinue when they are not to be, the month was not issued or is damaged, or there is nobody to write
    to.
    """
    issued = read_issued(output, month)
    drafts, findings = compose_drafts(issued, settings)
    folder = issued.folder.with_name(f"{issued.folder.name} drafts")
    if drafts:
        with only_one_run(output):
            findings += _deliver(folder, _files_of_all(issued, drafts, settings.email.sender), replace_at)
    return Drafted(folder, drafts, findings)


def compose_drafts(issued: IssuedMonth, settings: Settings) -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    """A draft for each committee and each owner with an address, and what was held back and why.

    Raises CannotContinue when the settings hold no address at all.
    """
    committees = [committee for committee in settings.committees if committee.secretary_email]
    owners = [owner for owner in settings.owners if owner.email]
    if not committees and not owners:
        raise cannot_continue("nobody-to-write-to")
    made = [
        *(_to_committee(issued, committee, settings) for committee in committees),
        *_to_owners(issued, owners, settings),
        *_without_address(issued, settings),
    ]
    drafts = tuple(each for each in made if isinstance(each, Draft))
    return drafts, tuple(each for each in made if isinstance(each, Finding))


def _to_committee(issued: IssuedMonth, committee: Committee, settings: Settings) -> Draft | Finding:
    name = paper_name(issued.month, committee.name)
    names = [paper_name(issued.month, other.name).casefold() for other in settings.committees]
    if names.count(name.casefold()) > 1:
        return finding("paper-shared", Place(name), committee=committee.name)
    about, to = plain_line(f"paper for the {committee.name}"), _recipients(committee.secretary_email)
    paper = issued.file(name)
    if isinstance(paper, Finding):
        return paper
    subject, parts = compose_covering_letter(issued.rated, committee.name, paper)
    draft = Draft(name.removesuffix(".docx"), about, to, subject, parts, (paper,))
    return _allowed(draft, settings.email)


def _to_owners(issued: IssuedMonth, owners: Sequence[RegisteredOwner], settings: Settings) -> Iterator[Draft | Finding]:
    spellings = _spellings(settings.owners)
    owned = _by_owner(issued, spellings)
    if idle := [f'"{owner.name}"' for owner in owners if owner.name not in owned]:
        yield finding("owner-without-actions", who=listed(idle, _MOST_NAMES))
    for number, owner in enumerate((owner for owner in owners if owner.name in owned), 1):
        actions = owned[owner.name]
        names = frozenset(spelling for spelling, name in spellings.items() if name == owner.name)
        subject, parts = compose_digest(issued.rated, owner.name, names, actions)
        # A register does not tell posts from people for certain, so no digest is filed under a name.
        name = f"{issued.month.folder} owner digest {number:02d}"
        draft = Draft(name, plain_line(f"actions of {owner.name}"), _recipients(owner.email), subject, parts)
        yield _allowed(draft, settings.email)


def _by_owner(issued: IssuedMonth, spellings: dict[str, str]) -> dict[str, list[RatedAction]]:
    """The actions of each registered owner, in the order of the plan."""
    owned: dict[str, list[RatedAction]] = {}
    for each in issued.rated.actions:
        names = (spellings.get(owner.name.casefold()) for owner in each.action.owners)
        for name in dict.fromkeys(name for name in names if name):
            owned.setdefault(name, []).append(each)
    return owned


def _recipients(written: str) -> tuple[str, ...]:
    return tuple(address.lower() for address in addresses_in(written))


def _allowed(draft: Draft, email: EmailSettings) -> Draft | Finding:
    """The draft, or the finding that holds it back because somebody in its list is outside the allowed domains."""
    outside = [address for address in draft.to if not email.allows(address)]
    if not outside:
        return draft
    domains = ", ".join(email.allowed_domains)
    return finding("domain-not-allowed", about=draft.about, addresses=listed(outside, _MOST_NAMES), domains=domains)


def _spellings(owners: Sequence[RegisteredOwner]) -> dict[str, str]:
    """The owner for whom each spelling, in lower case, stands; where two claim one, names win, then the first line."""
    spellings = {owner.name.casefold(): owner.name for owner in owners}
    for owner in owners:
        for spelling in owner.also_written:
            spellings.setdefault(spelling.casefold(), owner.name)
    return spellings


def _without_address(issued: IssuedMonth, settings: Settings) -> Iterator[Finding]:
    """Who is in the plan or the settings and cannot be written to."""
    addressed = {owner.name for owner in settings.owners if owner.email}
    spellings = _spellings(settings.owners)
    committees = [committee.name for committee in settings.committees if not committee.secretary_email]
    named = dict.fromkeys(owner.name for each in issued.rated.actions for owner in each.action.owners)
    owners = [name for name in named if spellings.get(name.casefold()) not in addressed]
    if committees or owners:
        yield finding("no-address", who=listed([*committees, *owners], _MOST_NAMES))


def _deliver(folder: Path, files: dict[str, bytes], replace_at: datetime | None) -> tuple[Finding, ...]:
    """Write the folder, and tell what the system said then; one with the same in it stays as it is."""
    clear_interrupted(folder.parent)
    if folder.exists() and all(holds(folder / name, data) for name, data in files.items()):
        return ()
    if folder.exists() and replace_at is None:
        raise cannot_continue("drafts-differ", Place(folder.name), folder=folder)
    return deliver_folder(folder, files, keep_old_as=kept_name(folder, replace_at) if replace_at else None)


def _files_of_all(issued: IssuedMonth, drafts: Sequence[Draft], sender: str) -> dict[str, bytes]:
    files = {"Read me.txt": _read_me(issued, drafts).encode()}
    for draft in drafts:
        files |= _files(draft, sender)
    return files


def _files(draft: Draft, sender: str) -> dict[str, bytes]:
    """The draft as one file for a mail program, and as a plain folder for any other way of sending."""
    files = {
        f"{draft.name}.eml": write_draft(draft, sender),
        f"{draft.name}/recipients.txt": "".join(f"{address}\n" for address in draft.to).encode(),
        f"{draft.name}/subject.txt": f"{draft.subject}\n".encode(),
        f"{draft.name}/body.txt": draft.text.encode(),
    }
    return files | {f"{draft.name}/{attachment.name}": attachment.data for attachment in draft.attachments}


def _read_me(issued: IssuedMonth, drafts: Sequence[Draft]) -> str:
    opening = (
        f"Drafts about {issued.month}, as at {long_date(issued.rated.as_at)}. Nothing has been sent.\n\n"
        "Open a file that ends in .eml: your mail program shows the message ready to send. Look it over and send it.\n"
        "The folder of the same name holds the same message in pieces, to copy into any other mail program.\n"
    )
    lines = (f"{draft.name}\n  {draft.about}\n  to {', '.join(draft.to)}\n" for draft in drafts)
    return "\n".join([opening, *lines])
