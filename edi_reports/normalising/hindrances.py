"""What holds an action up, or calls it off."""

from __future__ import annotations

import re
from functools import lru_cache

from edi_reports.model.action import Held, Hindrance
from edi_reports.model.raw import Field, RawAction, RawCell
from edi_reports.model.target import Target
from edi_reports.normalising import target_words
from edi_reports.normalising.cells import told_in
from edi_reports.normalising.known import Known
from edi_reports.normalising.progress import Said, read_words, shortened
from edi_reports.normalising.spelling import single_spaced

_SAYS_MOVED = re.compile(target_words.MOVED, re.IGNORECASE)


def hindrance_of(raw: RawAction, target: Target, known: Known) -> Hindrance | None:
    """What the columns of progress, RAG and updates begin with, or the target, of an action held up or called off."""
    cells = raw.cells(Field.PROGRESS) + raw.cells(Field.STATED_RAG) + raw.cells(Field.UPDATE)
    held = [(how, cell) for cell in cells if cell.text and (how := _answered(cell, known).held)]
    if target.original_due is None:
        dates = raw.cells(Field.REVISED_TARGET) or raw.cells(Field.TARGET)
        held += [(Held.UP, cell) for cell in dates if _says_moved(cell.text)]
    if not held:
        return None
    how, cell = min(held, key=lambda one: one[0])
    return Hindrance(how, shortened(cell.text), cell.place)


def _answered(cell: RawCell, known: Known) -> Said:
    """What a cell answers to its heading where that asks, else what its words say."""
    asked = known.answers.get((cell.place.sheet, cell.place.column))
    return (asked and asked.get(single_spaced(cell.text).lower())) or read_words(cell.text)


@lru_cache(maxsize=8192)
def _says_moved(text: str) -> bool:
    return _SAYS_MOVED.search(text) is not None


def withdrawn_by(raw: RawAction) -> RawCell | None:
    """The cell of progress that says of an action that it is called off, and nothing else; each of several must.

    A RAG beside it is of the days before; only where no progress is told can it be the one to say so.
    """
    cells = told_in(raw, Field.PROGRESS) or told_in(raw, Field.STATED_RAG)
    told = [read_words(cell.text) for cell in cells]
    return cells[0] if cells and all(said.held is Held.OFF and said.whole for said in told) else None
