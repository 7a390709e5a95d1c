"""The wording of every finding: what was found, what it means here, what to do. British English, no blame.

`finding("unknown-owner", place, ref, written=…, closest=…)` fills the words in. The table is the whole catalogue;
a test holds each code against the documentation and each call against its words.
"""

from __future__ import annotations

from dataclasses import dataclass

from edi_reports.model.finding import CannotContinue, Finding, Severity
from edi_reports.model.place import Place

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one finding; braces stand for the facts of the case."""

    severity: Severity
    found: str
    means: str
    remedy: str


CATALOGUE: dict[str, Wording] = {
    # files that cannot be read
    "no-workbook": Wording(
        ERROR,
        'There is no workbook in "{folder}".',
        "There is nothing to report on, so nothing was written.",
        "Save the action plan (.xlsx, .xlsm, .csv or .tsv) into that folder, or name the workbook in the command.",
    ),
    "no-such-file": Wording(
        ERROR,
        'There is no file "{name}".',
        "Nothing was read and nothing was written.",
        "Check the spelling and the folder. A name with spaces must stand in quotation marks.",
    ),
    "cannot-open": Wording(
        ERROR,
        "The file could not be opened: {reason}.",
        "Nothing was read and nothing was written.",
        "Ask whoever looks after the folder for permission to read it, or save a copy elsewhere and name that.",
    ),
    "not-a-workbook": Wording(
        ERROR,
        "The file is {what}, not an Excel workbook.",
        "Nothing could be read from it and nothing was written.",
        "Open it in the program that made it and save it as an Excel workbook (.xlsx).",
    ),
    "encrypted": Wording(
        ERROR,
        "The workbook is protected with a password to open.",
        "Nothing could be read from it and nothing was written.",
        "In Excel choose File, Info, Protect Workbook, Encrypt with Password, clear the password and save.",
    ),
    "old-excel": Wording(
        ERROR,
        "The workbook is in the format of Excel 97 to 2003 (.xls).",
        "Nothing could be read from it and nothing was written.",
        "Open it in Excel and save it as an Excel workbook (.xlsx).",
    ),
    "damaged-workbook": Wording(
        ERROR,
        "The workbook is damaged or cut short: {reason}.",
        "It could not be read in full, so nothing was written.",
        "Open it in Excel, let Excel repair it, save it under a new name and try again.",
    ),
    # files that cannot be written
    "cannot-write": Wording(
        ERROR,
        "The file or folder could not be written: {reason}.",
        "Nothing was changed; what was there before is still there, whole.",
        "Close it if it is open in another program, check for free space and permission, and try again.",
    ),
}


def finding(code: str, place: Place | None = None, ref: str | None = None, **facts: object) -> Finding:
    """The finding of that code, with the facts of the case put into its words.

    Raises KeyError for a code that is not in the catalogue, or a fact that its words need and did not get.
    """
    wording = CATALOGUE[code]
    message = f"{wording.found} {wording.means}".format(**facts)
    return Finding(code, wording.severity, message, wording.remedy.format(**facts), place, ref)


def cannot_continue(code: str, place: Place | None = None, **facts: object) -> CannotContinue:
    """The error that stops a run, in the same words; for the caller to raise."""
    return CannotContinue(finding(code, place, **facts))
