"""The look: readable for everyone, and nothing without a paint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_reports.model.finding import Severity
from edi_reports.model.rag import Rag
from edi_reports.writing import house_style
from edi_reports.writing.house_style import RAG_PAINTS, SEVERITY_PAINTS, Paint, contrast, readable_on

PAINTS = [value for value in vars(house_style).values() if isinstance(value, Paint)]


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert contrast(Paint("FFFFFF", "000000")) == pytest.approx(21)


def test_white_on_nhs_green_fails_aa_which_is_why_a_darker_green_is_used() -> None:
    assert contrast(Paint("009639", "FFFFFF")) < 4.5


@pytest.mark.parametrize("paint", [*PAINTS, *RAG_PAINTS.values(), *SEVERITY_PAINTS.values()])
def test_every_ink_can_be_read_on_its_fill(paint: Paint) -> None:
    assert contrast(paint) >= 4.5


@given(st.integers(0, 0xFFFFFF))
def test_whatever_colour_a_plan_uses_its_name_can_be_read_on_it(colour: int) -> None:
    assert contrast(readable_on(f"{colour:06X}")) >= 4.5


def test_every_rag_and_every_severity_has_a_paint() -> None:
    assert set(RAG_PAINTS) == set(Rag)
    assert set(SEVERITY_PAINTS) == set(Severity)
