"""An Excel workbook becomes a grid. Macros never run, formulas count by their stored value, hidden things are read.

Each part is streamed once, with limits on what it may unpack to; the tests hold the result against openpyxl's.
10,000 actions take 4 times what inflating their XML and running it through expat takes; openpyxl takes 106 times.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.place import Place
from edi_reports.model.plan import Source
from edi_reports.reading.collector import collector_at_rest
from edi_reports.reading.comments import read_comments
from edi_reports.reading.conditional import conditional_fills
from edi_reports.reading.findings import SheetFindings, shortened
from edi_reports.reading.grid import Address, Sheet, Workbook
from edi_reports.reading.limits import LIMITS, Allowance, Damaged, Limits, TooLarge, too_large
from edi_reports.reading.opening import OpenedFile
from edi_reports.reading.package import Package
from edi_reports.reading.properties import is_tracker, saved_by_and_at
from edi_reports.reading.sheet_xml import Book, SheetPart, read_sheet_part
from edi_reports.reading.strings import read_strings
from edi_reports.reading.styles import read_styles
from edi_reports.reading.xml_parts import is_on

_LONGEST_NAME = 100


def read_workbook(file: OpenedFile, limits: Limits = LIMITS) -> Workbook:
    """Read every worksheet of an .xlsx or .xlsm file, transitional or strict; chart sheets are left out.

    Raises CannotContinue when the file is damaged or larger than the limits.
    """
    try:
        with collector_at_rest(), Package(file.data, limits) as package:
            return _read(package, file)
    except Damaged as error:
        raise cannot_continue("damaged-workbook", Place(file.name), reason=str(error)) from error
    except TooLarge as error:
        raise too_large(Place(file.name), str(error), error.limit) from error
    except MemoryError as error:
        raise cannot_continue("out-of-memory", Place(file.name)) from error


def _read(package: Package, file: OpenedFile) -> Workbook:
    part = package.related("", "officeDocument")
    if part is None:
        raise Damaged("it does not say which of its parts is the workbook")
    since_1904, listed = _contents(package, part)
    book = Book(package, read_strings(package, part), read_styles(package, part), since_1904)
    read = [_read_sheet(book, sheet, Place(file.name, sheet.name)) for sheet in listed]
    return Workbook(
        Source(file.name, file.sha256, *saved_by_and_at(package)),
        tuple(sheet for sheet, _ in read),
        tuple(found for _, findings in read for found in findings.all()),
        is_tracker(package),
    )


class _Listed(Struct, frozen=True):
    """A worksheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


def _contents(package: Package, workbook_part: str) -> tuple[bool, list[_Listed]]:
    """Whether days are counted from 1904, and the worksheets in their order (ECMA-376 Part 1, 18.2)."""
    since_1904 = False
    listed: dict[str, _Listed] = {}
    for path, element in package.elements(workbook_part, "workbook", "workbookPr", "sheets/sheet"):
        if path == "workbookPr":
            since_1904 = is_on(element.get("date1904"))
            continue
        name = _unique(element.get("name", ""), listed)
        part = _part_of(package, workbook_part, element.attrib, name)
        if part is not None:
            listed[name] = _Listed(name, part, element.get("state", "visible") != "visible")
        if len(listed) > package.limits.sheets:
            raise TooLarge(f"{package.limits.sheets:,} sheets", "sheets")
    return since_1904, list(listed.values())


def _unique(name: str, taken: dict[str, _Listed]) -> str:
    """A sheet's name, told apart from one that came before; people and findings know sheets by name."""
    name = name.strip()[:_LONGEST_NAME] or "Sheet"
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name} ({number})"
    return unique


def _part_of(package: Package, workbook_part: str, attributes: dict[str, str], name: str) -> str | None:
    """The part of a worksheet; None for a chart sheet and the like, and for an entry without one, as macros leave."""
    identity = next((value for key, value in attributes.items() if key.endswith(":id")), "")
    if not identity:
        return None
    relationship = package.relationships(workbook_part).get(identity)
    if relationship is None or relationship.target not in package:
        raise Damaged(f'its sheet "{name}" is missing')
    return relationship.target if relationship.kind == "worksheet" else None


def _read_sheet(book: Book, listed: _Listed, place: Place) -> tuple[Sheet, SheetFindings]:
    limits = book.package.limits
    findings = SheetFindings(place, limits.same_findings)
    part = read_sheet_part(book, listed.part, findings)
    for address, comment in read_comments(book.package, listed.part):
        if comment and findings.meet("cell-comment"):
            findings.add(finding("cell-comment", findings.at(*address), text=shortened(comment)))
    covered = _merge(part, findings, book.package.allowance)
    _colour_by_rules(part, findings, limits)
    hidden = frozenset(part.hidden_rows), frozenset(part.hidden_columns)
    return Sheet(listed.name, part.cells, covered, listed.hidden, *hidden), findings


def _merge(part: SheetPart, findings: SheetFindings, allowance: Allowance) -> dict[Address, Address]:
    """Merge blocks, cut to the used part of the sheet; what other cells of a block hold cannot be seen, and goes.

    Gives the first cell of its block for every address inside. A block that overlaps an earlier one is not merged.
    """
    cells, covered = part.cells, dict[Address, Address]()
    for block in part.merges:
        used = block.cut_to(part.last_row, part.last_column)
        allowance.merge(used.size)
        addresses = used.addresses()
        if not covered.keys().isdisjoint(addresses):
            findings.add(finding("overlapping-merges", findings.at(*block.first), range=str(block)))
            continue
        covered.update(dict.fromkeys(addresses, block.first))
        for address in filter(cells.__contains__, addresses[1:]):
            del cells[address]
        first = cells.get(block.first)
        if first is not None:
            rows, columns = used.last_row - used.first_row + 1, used.last_column - used.first_column + 1
            cells[block.first] = replace(first, rows=max(rows, 1), columns=max(columns, 1))
    return covered


def _colour_by_rules(part: SheetPart, findings: SheetFindings, limits: Limits) -> None:
    """Give cells the fills that conditional formatting gives them because of their own text."""
    texts = {address: cell.text for address, cell in part.cells.items() if cell.text} if part.rules else {}
    outcome = conditional_fills(part.rules, texts, limits.rule_tests)
    for address, fill in outcome.fills.items():
        part.cells[address] = replace(part.cells[address], fill=fill)
    for rule, first in outcome.not_evaluated:
        findings.add(finding("rule-not-evaluated", findings.at(*first), range=rule.reference))
    if outcome.not_tried or part.rules_left:
        findings.add(finding("rules-not-tried", findings.sheet, count=f"{outcome.not_tried + part.rules_left:,}"))
