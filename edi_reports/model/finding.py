"""Something the workbook's keeper should know or fix, and the one error that stops a run."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from edi_reports.model.place import Place


class Severity(StrEnum):
    """How much a finding matters: an error leaves something unrated or unread, a note is only worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(Struct, frozen=True):
    """A problem as a value: where, what was found and what it means here (`message`), what to do (`remedy`)."""

    code: str
    severity: Severity
    message: str
    remedy: str
    place: Place | None = None
    ref: str | None = None

    def __str__(self) -> str:
        """The four lines a person reads: place, what was found, what it means, what to do."""
        where = f" (action {self.ref})" if self.ref else ""
        head = f"{self.severity}: {self.code}" + (f"   {self.place}{where}" if self.place else "")
        lines = [*self.message.splitlines(), f"To fix: {self.remedy}"] if self.remedy else self.message.splitlines()
        return "\n".join([head, *(f"  {line}" for line in lines)])


class CannotContinue(Exception):
    """The one exception meant for people: nothing was written, and `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def in_sheet_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings as a keeper works through the workbook: by sheet as first met, then row, then column."""
    sheets: dict[str, int] = {}
    for finding in findings:
        sheets.setdefault(finding.place.sheet if finding.place else "", len(sheets))
    return tuple(
        sorted(
            findings,
            key=lambda f: (sheets[f.place.sheet], f.place.row, f.place.column) if f.place else (sheets[""], 0, 0),
        )
    )
