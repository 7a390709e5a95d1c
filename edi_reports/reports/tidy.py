"""A plan as tidy data: one row an action, one column a field, for other programs.

Several owners, frameworks or committees in one field are parted by "; ". Days are ISO dates, an unknown is empty.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from edi_reports.model.messages import cannot_continue
from edi_reports.model.owner import Part
from edi_reports.model.plan import RatedAction, RatedPlan

Field = str | int | date | bool | None

_OTHER = "other: "
_PARQUET_TYPES = {
    **dict.fromkeys(("row", "rule", "days_overdue"), "Int64"),
    **dict.fromkeys(("start", "due", "original_due", "as_at"), "datetime64[s]"),
    "cancelled": "boolean",
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


FIELDS = (
    "ref",
    "sheet",
    "row",
    "group",
    "group_title",
    "action",
    "owners",
    "supporting_owners",
    "target_as_written",
    "target_kind",
    "start",
    "due",
    "original_due",
    "frameworks",
    "progress",
    "stated_rag",
    "rag",
    "rule",
    "reason",
    "days_overdue",
    "committees",
    "update",
    "cancelled",
    "as_at",
)


def tidy_rows(rated: RatedPlan) -> tuple[dict[str, Field], ...]:
    """A row an action. The plan's own further columns come last, each as "other: " and its heading."""
    others = tidy_columns(rated)[len(FIELDS) :]
    return tuple(_row(each, rated.as_at, others) for each in rated.actions)


def tidy_csv(rated: RatedPlan) -> bytes:
    """The rows as CSV in UTF-8, the headings first.

    A text that a spreadsheet program would take for a formula gets an apostrophe in front; Parquet has it as it is.
    """
    rows = tidy_rows(rated)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_harmless(name) for name in tidy_columns(rated))
    writer.writerows([_harmless(value) for value in row.values()] for row in rows)
    return file.getvalue().encode()


def tidy_parquet(rated: RatedPlan) -> bytes:
    """The rows as a Parquet file, with true days and numbers. Raises CannotContinue where pyarrow is not installed."""
    import pandas as pd

    frame = pd.DataFrame(tidy_rows(rated), columns=list(tidy_columns(rated)))
    frame = frame.astype({column: _PARQUET_TYPES.get(column, "string") for column in frame.columns})
    try:
        return frame.to_parquet(index=False, engine="pyarrow") or b""
    except ImportError as error:
        raise cannot_continue("no-parquet") from error


def tidy_columns(rated: RatedPlan) -> tuple[str, ...]:
    """The names of the columns, also of a plan without actions."""
    others = dict.fromkeys(heading for each in rated.actions for heading, _ in each.action.further)
    return (*FIELDS, *(f"{_OTHER}{heading}" for heading in others))


def _row(each: RatedAction, as_at: date, others: tuple[str, ...]) -> dict[str, Field]:
    action, target, rating = each.action, each.action.target, each.rating
    further = {f"{_OTHER}{heading}": text for heading, text in action.further}
    values: tuple[Field, ...] = (
        action.ref,
        action.place.sheet,
        action.place.row,
        action.group.label if action.group else None,
        action.group.title if action.group else None,
        action.text,
        _joined(owner.name for owner in action.leads),
        _joined(owner.name for owner in action.owners if owner.part is Part.SUPPORT),
        target.as_written,
        target.kind.value,
        target.start,
        target.due,
        target.original_due,
        _joined(map(str, action.frameworks)),
        action.progress.state.value,
        action.stated_rag.value if action.stated_rag else None,
        rating.rag.value,
        rating.rule,
        rating.reason,
        rating.days,
        _joined(each.committees),
        action.update,
        action.cancelled,
        as_at,
    )
    row = dict(zip(FIELDS, values, strict=True)) | {name: further.get(name) for name in others}
    return {name: _encodable(value) if isinstance(value, str) else value for name, value in row.items()}


def _encodable(text: str) -> str:
    """The text with "?" for halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None


def _harmless(value: Field) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_STARTS) else text
