"""The problems met in one sheet: of each kind no more than anybody reads, and the number of the rest."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place

_LONGEST_QUOTE = 2_000


class SheetFindings:
    """Gathers the findings of a sheet; of one kind that can come by the thousand only `most` are listed."""

    def __init__(self, sheet: Place, most: int) -> None:
        self.sheet, self._most = sheet, most
        self._listed: list[Finding] = []
        self._met: Counter[str] = Counter()

    def at(self, row: int, column: int) -> Place:
        """The place of a cell of the sheet."""
        return replace(self.sheet, row=row, column=column)

    def meet(self, code: str) -> bool:
        """Count a problem, and tell whether it is still to be listed, which is when a finding is worth making."""
        self._met[code] += 1
        return self._met[code] <= self._most

    def add(self, found: Finding) -> None:
        """List a finding."""
        self._listed.append(found)

    def all(self) -> tuple[Finding, ...]:
        """The findings from the top of the sheet to its end, and for each kind how many more there are."""
        in_order = sorted(
            self._listed, key=lambda found: (found.place.row, found.place.column) if found.place else (0, 0)
        )
        more = [
            finding("more-alike", self.sheet, kind=code, count=f"{count - self._most:,}")
            for code, count in self._met.items()
            if count > self._most
        ]
        return (*in_order, *more)


def shortened(text: str) -> str:
    """A text as a finding quotes it: cut when it is longer than anybody reads."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
