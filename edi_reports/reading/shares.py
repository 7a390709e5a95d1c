"""A share done beside a yes or no: "No" says only that an action is not completed, "75%" says how far it has come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edi_reports.model.raw import Field
from edi_reports.reading.columns import Assigned
from edi_reports.reading.grid import Sheet

_ANSWER = re.compile(r"y|n|yes|no|true|false", re.IGNORECASE)
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?\s?%")
_DONE = re.compile(r"complete|done|progress|achieved|delivered", re.IGNORECASE)
_FULL = re.compile(r"100(?:\.0+)?\s?%")


def share_column(sheet: Sheet, columns: Sequence[Assigned], rows: Sequence[int]) -> int | None:
    """The one column of shares done that no field was found for, where the column of progress answers yes or no."""
    progress = next((column.column for column in columns if column.field is Field.PROGRESS), None)
    if progress is None or not _all_are(_ANSWER, sheet, progress, rows):
        return None
    free = [column.column for column in columns if column.field is None and _DONE.search(column.heading)]
    shares = [column for column in free if _all_are(_SHARE, sheet, column, rows)]
    return shares[0] if len(shares) == 1 else None


def tells_more(share: str, answers: Sequence[str]) -> bool:
    """Whether a share says more than the answers beside it, and nothing better: 100% beside "No" is not completed."""
    return not (
        _FULL.fullmatch(share.strip()) and any(answer.strip().casefold().startswith(("n", "f")) for answer in answers)
    )


def _all_are(shape: re.Pattern[str], sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    texts = [text for row in rows if (text := sheet.text_at(row, column).strip())]
    return bool(texts) and all(shape.fullmatch(text) for text in texts)
