"""Colours that a conditional formatting rule gives a cell because of the cell's own text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.reading.colours import resolve
from edi_reports.reading.grid import Address

_LITERAL = re.compile(r'^"((?:[^"]|"")*)"$')
_OWN_TEXT_IS = re.compile(r'^\s*(?:TRIM\()?\$?([A-Z]{1,3})\$?(\d+)\)?\s*=\s*"((?:[^"]|"")*)"\s*$', re.IGNORECASE)
_WORD_TESTS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, word: word in text,
    "notContainsText": lambda text, word: word not in text,
    "beginsWith": str.startswith,
    "endsWith": str.endswith,
}


def conditional_fills(
    sheet: Worksheet, texts: Mapping[Address, str], theme: Sequence[str], workbook: str
) -> tuple[dict[Address, str], list[Finding]]:
    """Evaluate the rules that look only at a cell's own text; report the others that reach cells with text."""
    fills: dict[Address, str] = {}
    findings: list[Finding] = []
    for ranges in sheet.conditional_formatting:
        reached = _reached(ranges.sqref.ranges, texts)
        for rule in sorted(ranges.rules, key=lambda rule: rule.priority or 0):
            fill = _rule_fill(rule, theme)
            if not reached or (fill is None and rule.type not in ("colorScale", "iconSet", "dataBar")):
                continue
            test = _own_text_test(rule, ranges.sqref.ranges)
            if test is None or fill is None:
                place = Place(workbook, sheet.title, *min(reached))
                findings.append(finding("rule-not-evaluated", place, range=str(ranges.sqref)))
                continue
            for address in reached:
                if address not in fills and test(texts[address].casefold().strip()):
                    fills[address] = fill
    return fills, findings


def _reached(ranges: Sequence[Any], texts: Mapping[Address, str]) -> list[Address]:
    return [
        (row, column)
        for row, column in texts
        if any(r.min_row <= row <= r.max_row and r.min_col <= column <= r.max_col for r in ranges)
    ]


def _rule_fill(rule: Any, theme: Sequence[str]) -> str | None:
    fill = rule.dxf.fill if rule.dxf is not None else None
    if fill is None or not hasattr(fill, "bgColor"):
        return None
    return resolve(fill.bgColor if fill.fill_type in (None, "solid") else fill.fgColor, theme)


def _own_text_test(rule: Any, ranges: Sequence[Any]) -> Callable[[str], bool] | None:
    """Build the test of a rule on folded text; None when the rule looks at anything but the cell's own text."""
    formulas = [str(formula) for formula in rule.formula or ()]
    if rule.type == "cellIs" and rule.operator in ("equal", "notEqual") and formulas:
        literal = _LITERAL.match(formulas[0].strip())
        if literal is None:
            return None
        wanted, same = literal[1].replace('""', '"').casefold().strip(), rule.operator == "equal"
        return lambda text: (text == wanted) == same
    if rule.type in _WORD_TESTS and rule.text:
        word, word_test = rule.text.casefold(), _WORD_TESTS[rule.type]
        return lambda text: word_test(text, word)
    if rule.type == "expression" and formulas:
        return _expression_test(formulas[0], ranges)
    return None


def _expression_test(formula: str, ranges: Sequence[Any]) -> Callable[[str], bool] | None:
    from openpyxl.utils import column_index_from_string

    match = _OWN_TEXT_IS.match(formula)
    if match is None:
        return None
    first = min(ranges, key=lambda r: (r.min_row, r.min_col))
    own = (first.min_row, first.min_col) == (int(match[2]), column_index_from_string(match[1].upper()))
    single_column = all(r.min_col == r.max_col for r in ranges)
    if not own or ("$" in formula.split("=")[0] and not single_column):
        return None
    wanted = match[3].replace('""', '"').casefold().strip()
    return lambda text: text == wanted
