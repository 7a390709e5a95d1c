"""What was sent to whom: one line a message, so that nothing is sent twice and a broken run goes on where it stopped.

A line says who accepted the message (`sent`) and for whom a run was handing it over when it wrote the line (`trying`).
Whoever is still under `trying` later may or may not have got it: the run was killed, or the connection broke, before
the answer came.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import asdict

from edi_reports.emailing.issued import IssuedMonth
from edi_reports.model.finding import CannotContinue
from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place
from edi_reports.reading.opening import read_file
from edi_reports.writing.delivery import deliver_file


class Entry(Struct, frozen=True):
    """One message: its fingerprint, what it was, who has it, who may have it, and when that was last so."""

    message: str
    about: str
    sent: tuple[str, ...] = ()
    trying: tuple[str, ...] = ()
    at: str = ""


class Ledger(Struct, frozen=True):
    """The entries of a month by fingerprint, and the file that holds them; a test has no file and leaves no trace."""

    path: Path | None = None
    entries: dict[str, Entry] = field(default_factory=dict)

    def record(self, entry: Entry) -> None:
        """Put an entry in the place of the former one, and the whole ledger onto the disk.

        Raises CannotContinue when it cannot be written.
        """
        self.entries[entry.message] = entry
        if self.path is None:
            return
        lines = (json.dumps(asdict(kept)) for kept in self.entries.values() if kept.sent or kept.trying)
        for unconfirmed in deliver_file(self.path, "".join(f"{line}\n" for line in lines).encode()) or ():
            raise CannotContinue(unconfirmed)


def read_ledger(issued: IssuedMonth) -> Ledger:
    """Read the ledger of a month, which stands beside its folder; empty when nothing was sent yet.

    Raises CannotContinue when it cannot be read: without it nobody knows what was sent.
    """
    path = issued.folder.with_name(f"{issued.folder.name} sent.jsonl")
    try:
        lines = read_file(path).decode("utf-8").splitlines() if os.path.lexists(path) else []
        entries = [_entry(line) for line in lines if line.strip()]
    except (CannotContinue, OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise cannot_continue("ledger-unreadable", Place(path.name), file=path.name) from error
    return Ledger(path, {entry.message: entry for entry in entries})


def _entry(line: str) -> Entry:
    """An entry from its line; each of its values must be of the kind that was written, or somebody is sent it twice."""
    values = json.loads(line)
    message, about, at = (values[name] for name in ("message", "about", "at"))
    sent, trying = (values[name] for name in ("sent", "trying"))
    if not (isinstance(sent, list) and isinstance(trying, list)):
        raise TypeError("no list")
    if not all(isinstance(value, str) for value in (message, about, at, *sent, *trying)):
        raise TypeError("no text")
    return Entry(message, about, tuple(sent), tuple(trying), at)
