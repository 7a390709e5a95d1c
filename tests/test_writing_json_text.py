"""JSON for programs and people."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_reports.writing.json_text import json_bytes


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"schema": "edi-reports/plan/1", "actions": [], "tally": {}, "nothing": None},
        {"actions": [{"ref": "1.01", "owners": [{"name": "Head of EDI"}], "other": {}}, {"ref": "1.02"}]},
        {"words": ["“quoted”\n\ttab", "\x07 \u2028 𝔸 é", 'a "b" \\ c'], "cells": {"Nº\n": "A1"}},
        {"true": True, "false": False, "days": -3, "share": 0.25, "nested": [[1, [2, []]], [{}]], "pair": (1, "b")},
    ],
)
def test_the_text_is_the_usual_one_with_an_indent_of_one(document: dict[str, object]) -> None:
    usual = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert json_bytes(document).decode() == usual


WORDS = st.text(st.characters(exclude_categories=())) | st.sampled_from(
    ("\x00\x7f\n", "\ud83d\ude00", '\\"/', "{[:,]}")
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(WORDS, VALUES, max_size=4))
def test_whatever_a_document_says_the_text_is_the_usual_one(document: dict[str, object]) -> None:
    usual = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert json_bytes(document) == usual.encode("utf-8", errors="backslashreplace")


def test_what_comes_item_by_item_stands_as_a_list() -> None:
    items: list[object] = [{"ref": "1.01", "dates": [1, 2]}, "words", [], None]
    assert json_bytes({"actions": iter(items), "none": iter([])}) == json_bytes({"actions": items, "none": []})


def test_half_a_letter_does_no_harm() -> None:
    assert json.loads(json_bytes({"text": "half \ud83d"})) == {"text": "half \ud83d"}
