"""What a workbook says of itself: who saved it and when, and whether it is a tracker of ours."""

from __future__ import annotations

from datetime import UTC, datetime

from edi_reports.reading.package import Package

TRACKER_MARK = "edi_reports"
"""The custom property that our trackers carry."""

_LONGEST_NAME = 200


def saved_by_and_at(package: Package) -> tuple[str | None, str | None]:
    """Who saved a workbook last, else who made it, and when (ISO, UTC); None for what it does not say."""
    part = package.related("", "core-properties")
    wanted = ("creator", "lastModifiedBy", "modified")
    found = package.elements(part, "coreProperties", *wanted) if part is not None else ()
    said = {path: (element.text or "").strip() for path, element in found}
    saved_by = said.get("lastModifiedBy") or said.get("creator") or ""
    return saved_by[:_LONGEST_NAME] or None, _moment(said.get("modified", ""))


def _moment(written: str) -> str | None:
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None).isoformat()
    except (ValueError, OverflowError):
        return None


def is_tracker(package: Package) -> bool:
    """Tell whether a workbook carries the mark of our trackers."""
    part = package.related("", "custom-properties", "customProperties")
    properties = package.elements(part, "Properties", "property") if part is not None else ()
    return any(each.get("name") == TRACKER_MARK for _, each in properties)
