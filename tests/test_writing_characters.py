"""Characters that a file cannot hold are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edi_reports.writing.characters import printable


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("bell\x07", "bell␇"),
        ("half of an emoji \ud83d", "half of an emoji [U+D83D]"),
        ("\u202egnp.exe", "[U+202E]gnp.exe"),
        ("one\r\ntwo\vthree\rfour", "one\ntwo\nthree\nfour"),
        ('R&D <each> "quoted" 👍🏽 naïve', 'R&D <each> "quoted" 👍🏽 naïve'),
    ],
)
def test_what_cannot_be_written_is_shown_and_the_rest_is_kept(typed: str, shown: str) -> None:
    assert printable(typed) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_stand_in_xml_once_it_is_printable(typed: str) -> None:
    element = etree.Element("t")
    element.text = printable(typed)
    assert etree.fromstring(etree.tostring(element)).text == (printable(typed) or None)
