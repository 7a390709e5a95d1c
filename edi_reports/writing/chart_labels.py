"""What the labels of a chart say: the number and the letters of the RAG, so that print needs no colour."""

from __future__ import annotations

from math import ceil

from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Chart, ChartKind

ACROSS = (ChartKind.BAR, ChartKind.STACKED_BAR)


def number_format(chart: Chart, rag: Rag) -> str:
    """The format of the numbers of a RAG in a chart, "3 NR"; those whose bar has no room for it are left out."""
    letters = "".join(word[0] for word in rag.word.split()).upper()
    return f'[>={_least(chart)}]0" {letters}";""'


def _least(chart: Chart) -> int:
    """The smallest number whose label has room inside its bar."""
    longest = max(map(sum, zip(*(series.values for series in chart.series), strict=True)), default=0)
    return max(1, ceil(longest * (0.07 if chart.kind in ACROSS else 0.09)))
