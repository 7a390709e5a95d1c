"""Colours that conditional formatting gives a cell because of the cell's own text (ECMA-376 Part 1, 18.3.1.18)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from edi_reports.model.place import cell_address
from edi_reports.reading.addresses import Block, read_block
from edi_reports.reading.grid import Address
from edi_reports.reading.xml_parts import whole_number

_LITERAL = re.compile(r'^"((?:[^"]|"")*)"$')
_OWN_TEXT_IS = re.compile(
    r'^\s*(?:TRIM\()?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\)?\s*=\s*"((?:[^"]|"")*)"\s*$', re.IGNORECASE
)
_WORD_TESTS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, word: word in text,
    "notContainsText": lambda text, word: word not in text,
    "beginsWith": str.startswith,
    "endsWith": str.endswith,
}
_COLOURS_WITHOUT_FILL = ("colorScale", "iconSet", "dataBar")
_LONGEST_REFERENCE = 100
_CHARACTERS_A_TEST = 200

Test = Callable[[str], bool]


class Rule(Struct, frozen=True):
    """A rule as written: the blocks of cells that it reaches, its test, and the fill (RRGGBB or None) that it gives."""

    blocks: tuple[Block, ...]
    kind: str
    priority: int = 0
    fill: str | None = None
    operator: str = ""
    text: str = ""
    formulas: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """Its blocks as a workbook writes them, cut when there are many."""
        written = ""
        for block in self.blocks:
            if len(written) > _LONGEST_REFERENCE:
                return f"{written} …"
            written = f"{written} {block}".strip()
        return written


def read_rules(formatting: Element, fills: Sequence[str | None]) -> list[Rule]:
    """The rules of one conditionalFormatting element; `fills` are those of the workbook by number.

    Raises Damaged when it is not about cells of a sheet.
    """
    blocks = tuple(read_block(reference) for reference in formatting.get("sqref", "").split())
    return [_read_rule(rule, blocks, fills) for rule in formatting.findall("cfRule")]


def _read_rule(rule: Element, blocks: tuple[Block, ...], fills: Sequence[str | None]) -> Rule:
    style = whole_number(rule, "dxfId", -1)
    return Rule(
        blocks,
        rule.get("type", ""),
        whole_number(rule, "priority"),
        fills[style] if 0 <= style < len(fills) else None,
        rule.get("operator", ""),
        rule.get("text", ""),
        tuple(formula.text or "" for formula in rule.findall("formula")),
    )


class Outcome(Struct, frozen=True):
    """What rules came to.

    The fills that they give; the rules that look at more than a cell's own text, each with the first cell that it
    reaches; how many rules were not tried.
    """

    fills: dict[Address, str]
    not_evaluated: tuple[tuple[Rule, Address], ...]
    not_tried: int


def conditional_fills(rules: Iterable[Rule], texts: Mapping[Address, str], most_tests: int) -> Outcome:
    """Evaluate, first priority first, the rules that look only at a cell's own text.

    After so many tests of a cell, a long text counting as several, the remaining rules are not tried.
    """
    ordered = sorted(rules, key=lambda rule: rule.priority)
    evaluation = _Evaluation(texts, most_tests)
    for tried, rule in enumerate(ordered):
        try:
            evaluation.apply(rule)
        except _TooManyTests:
            return evaluation.outcome(len(ordered) - tried)
    return evaluation.outcome(0)


class _TooManyTests(Exception):
    """The tests that a sheet may ask for are used up."""


class _Evaluation:
    """The rules of one sheet, applied one after the other."""

    def __init__(self, texts: Mapping[Address, str], most_tests: int) -> None:
        self._texts, self._tests_left = texts, most_tests
        self._fills: dict[Address, str] = {}
        self._not_evaluated: list[tuple[Rule, Address]] = []
        self._reached: dict[tuple[Block, ...], list[Address]] = {}

    def outcome(self, not_tried: int) -> Outcome:
        return Outcome(self._fills, tuple(self._not_evaluated), not_tried)

    def apply(self, rule: Rule) -> None:
        if rule.fill is None and rule.kind not in _COLOURS_WITHOUT_FILL:
            return
        if rule.blocks not in self._reached:
            self._reached[rule.blocks] = self._addresses(rule.blocks)
        reached = self._reached[rule.blocks]
        test = own_text_test(rule)
        if reached and (test is None or rule.fill is None):
            self._not_evaluated.append((rule, min(reached)))
        elif test is not None and rule.fill is not None:
            self._colour(reached, test, rule.fill)

    def _addresses(self, blocks: Iterable[Block]) -> list[Address]:
        """The cells with text in some blocks, found from whichever is fewer: those in a block, or those with text."""
        found: dict[Address, None] = {}
        for block in blocks:
            self._count(min(block.size, len(self._texts)) + 1)
            if block.size < len(self._texts):
                found.update((address, None) for address in block.addresses() if address in self._texts)
            else:
                found.update((address, None) for address in self._texts if block.holds(*address))
        return list(found)

    def _colour(self, reached: Iterable[Address], test: Test, fill: str) -> None:
        verdicts: dict[str, bool] = {}
        for address in reached:
            if address in self._fills:
                continue
            text = self._texts[address]
            if text not in verdicts:
                self._count(1 + len(text) // _CHARACTERS_A_TEST)
                verdicts[text] = test(text.casefold().strip())
            if verdicts[text]:
                self._fills[address] = fill

    def _count(self, tests: int) -> None:
        self._tests_left -= tests
        if self._tests_left < 0:
            raise _TooManyTests


def own_text_test(rule: Rule) -> Test | None:
    """Build the test of a rule on folded text; None when the rule looks at anything but the cell's own text."""
    if rule.kind == "cellIs" and rule.operator in ("equal", "notEqual") and rule.formulas:
        literal = _LITERAL.match(rule.formulas[0].strip())
        return _is_text(literal[1], same=rule.operator == "equal") if literal else None
    if rule.kind in _WORD_TESTS and rule.text:
        word, word_test = rule.text.casefold(), _WORD_TESTS[rule.kind]
        return lambda text: word_test(text, word)
    if rule.kind == "expression" and rule.formulas:
        return _expression_test(rule.formulas[0], rule.blocks)
    return None


def _is_text(literal: str, *, same: bool = True) -> Test:
    wanted = literal.replace('""', '"').casefold().strip()
    return lambda text: (text == wanted) == same


def _expression_test(formula: str, blocks: Sequence[Block]) -> Test | None:
    """A formula is written for the first cell of its blocks and moves with the others, except where a $ holds it."""
    match = _OWN_TEXT_IS.match(formula)
    if match is None or not blocks:
        return None
    column_held, letters, row_held, row, literal = match.groups()
    held = (column_held and any(block.first_column != block.last_column for block in blocks)) or (
        row_held and any(block.first_row != block.last_row for block in blocks)
    )
    own = cell_address(f"{letters}{row}") == min(block.first for block in blocks)
    return _is_text(literal) if own and not held else None
