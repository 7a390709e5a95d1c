"""An issued month, read back: nothing passes that is not byte for byte what its manifest says was issued."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from edi_reports.emailing.draft import Attachment
from edi_reports.manifest import issued_files
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.reading.opening import read_file
from edi_reports.reading.plan_document import read_plan_document

PLAN = "plan.json"


class IssuedMonth(Struct, frozen=True):
    """A month as issued: its folder, the SHA-256 of each of its files by name, and the rated plan in it."""

    month: ReportingMonth
    folder: Path
    hashes: Mapping[str, str]
    rated: RatedPlan

    def file(self, name: str) -> Attachment | Finding:
        """A file of the month, or the finding that says why it may not be used."""
        return _issued_file(self.folder, self.hashes, name)


def read_issued(output: Path, month: ReportingMonth) -> IssuedMonth:
    """Read an issued month of an output folder.

    Raises CannotContinue when the month was not issued, or its manifest or plan.json is not as it was written.
    """
    folder = output / month.folder
    if not folder.is_dir():
        raise cannot_continue("not-issued", folder=folder)
    hashes = issued_files(folder)
    if not hashes:
        raise cannot_continue("issue-damaged", Place(folder.name))
    plan = _issued_file(folder, hashes, PLAN)
    if isinstance(plan, Finding):
        raise CannotContinue(plan)
    return IssuedMonth(month, folder, hashes, read_plan_document(plan.data, f"{folder.name}/{PLAN}"))


def _issued_file(folder: Path, hashes: Mapping[str, str], name: str) -> Attachment | Finding:
    place = Place(f"{folder.name}/{name}")
    if name not in hashes:
        return finding("not-in-issue", place, file=name)
    try:
        file = Attachment(name, read_file(folder / name))
    except CannotContinue:
        return finding("issued-file-missing", place, file=name)
    return file if file.sha256 == hashes[name] else finding("issued-file-changed", place, file=name)
