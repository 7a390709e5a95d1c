"""The parts of which a report is made, before it is a file. `writing` turns them into bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edi_reports.model.rag import Rag


class ChartKind(StrEnum):
    """The native charts that reports use."""

    BAR = "bar"
    STACKED_BAR = "stacked_bar"
    COLUMN = "column"
    STACKED_COLUMN = "stacked_column"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: its name, a value for each category, and the RAG whose colour it takes, if any."""

    name: str
    values: tuple[int, ...]
    rag: Rag | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title, and a text alternative written from its numbers."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
