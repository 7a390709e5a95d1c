"""A trust's own settings, from input/settings.xlsx over the built-in defaults, as one frozen value."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from edi_reports.default_headings import HEADINGS
from edi_reports.default_owners import OWNERS
from edi_reports.defaults import COMMITTEES
from edi_reports.model.change import Decision
from edi_reports.model.committee import EVERY_ACTION, EXCEPTIONS_IN_FULL, Committee
from edi_reports.model.email import EmailSettings, Security, addresses_in, is_address, is_domain, is_host
from edi_reports.model.finding import Finding
from edi_reports.model.limits import LIMITS, SETTINGS, Limits, from_settings
from edi_reports.model.messages import finding
from edi_reports.model.owner import OwnerKind, RegisteredOwner
from edi_reports.model.paper import DEFAULT_COVER, CoverField, PaperSettings
from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag, RagSettings
from edi_reports.model.raw import Field

if TYPE_CHECKING:
    from edi_reports.reading.grid import GridCell, Sheet, Workbook

MOST_DAYS = 366
COLUMNS = {
    "Owners": ("Name", "Also written as", "E-mail", "Kind"),
    "Committees": ("Name", "Receives", "Secretary's e-mail", "Template", "Exceptions in full"),
    "RAG": ("Setting", "Value"),
    "Headings": ("Heading", "Means"),
    "Fills": ("Fill", "Means"),
    "Cover": ("Field", "Value"),
    "E-mail": ("Setting", "Value"),
    "Matches": ("Old text", "New text", "Same action"),
    "Limits": ("Setting", "Value"),
}
"""The sheets, in the order in which `init` writes them, and the columns that are read of each; others are remarks."""
_NEAR = 0.75


class Settings(Struct, frozen=True, dict=True):
    """Everything a trust can set. Without a settings workbook the defaults serve.

    `own_spellings` are the names and spellings of owners that the trust itself gives, apart from the default ones.
    """

    owners: tuple[RegisteredOwner, ...] = OWNERS
    own_spellings: tuple[str, ...] = ()
    committees: tuple[Committee, ...] = COMMITTEES
    rag: RagSettings = field(default_factory=RagSettings)
    headings: tuple[tuple[str, Field | None], ...] = ()
    fills: tuple[KeyEntry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    paper: PaperSettings = field(default_factory=PaperSettings)
    email: EmailSettings = field(default_factory=EmailSettings)
    limits: Limits = LIMITS
    sha256: str = ""

    @cached_property
    def heading_phrases(self) -> tuple[tuple[str, Field | None, float], ...]:
        """The phrases by which headings are recognised."""
        return HEADINGS


class _Line(Struct, frozen=True):
    """A row of a settings sheet: its values by heading, and where they stand."""

    place: Place
    values: dict[str, str]
    columns: dict[str, int]
    fills: dict[str, str | None] = field(default_factory=dict)

    def __getitem__(self, heading: str) -> str:
        return self.values.get(_key(heading), "")

    def many(self, heading: str) -> tuple[str, ...]:
        """The values of a cell that holds one a line, or several parted by semicolons."""
        parts = self[heading].replace(";", "\n").split("\n")
        return tuple(part.strip() for part in parts if part.strip())

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.values.values())


def _key(name: str) -> str:
    """A name as sheets and columns are told apart: "E-mail" and "email" are one."""
    return "".join(char for char in name.casefold() if char.isalnum())


def load_settings(path: Path | None) -> tuple[Settings, tuple[Finding, ...]]:
    """Read a settings workbook over the defaults; with None, or a path that does not exist, the defaults alone.

    Mistakes in it are findings with their cell, and the default stands. Raises CannotContinue when it cannot be opened.
    """
    if path is None or not os.path.lexists(path):
        return Settings(), ()
    from edi_reports.reading.opening import open_file
    from edi_reports.reading.workbook import read_workbook

    file = open_file(path)
    workbook = read_workbook(file)
    settings = Settings(sha256=file.sha256)
    findings = list(_misnamed(workbook))
    for read in (_owners, _committees, _rag, _headings, _fills, _matches, _cover, _email, _limits):
        settings, met = read(settings, workbook)
        findings.extend(met)
    return settings, tuple(findings)


def _lines(workbook: Workbook, sheet_name: str) -> Iterator[_Line]:
    """The rows of a settings sheet; its first row with text holds the headings, rows beginning with # are remarks."""
    sheet = next((s for s in workbook.sheets if _key(s.name) == _key(sheet_name)), None)
    if sheet is None:
        return
    rows = sheet.rows_with_text()
    heads = _heading_cells(rows)
    headings = {cell.column: _key(cell.text) for cell in heads}
    heading_row = min((cell.row for cell in heads), default=max(rows, default=0))
    for row in sorted(row for row in rows if row > heading_row):
        if not rows[row][0].text.startswith("#"):
            yield _line(sheet, workbook.source.name, row, headings)


def _heading_cells(rows: Mapping[int, Sequence[GridCell]]) -> Sequence[GridCell]:
    return next((cells for _, cells in sorted(rows.items()) if len(cells) > 1), ())


def _misnamed(workbook: Workbook) -> Iterator[Finding]:
    """Sheets and columns whose name is nearly that of one that is missing."""
    file, names = workbook.source.name, [sheet.name for sheet in workbook.sheets]
    for written, near in _nearly(names, COLUMNS):
        yield finding("settings-name", Place(file, written), what="sheet", written=written, near=near)
    for sheet in workbook.sheets:
        columns = next((columns for name, columns in COLUMNS.items() if _key(name) == _key(sheet.name)), ())
        cells = {cell.text: cell for cell in _heading_cells(sheet.rows_with_text())} if columns else {}
        for written, near in _nearly(cells, columns):
            place = Place(file, sheet.name, cells[written].row, cells[written].column)
            yield finding("settings-name", place, what="column", written=written, near=near)


def _nearly(written: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name that is unknown and close to a known one that is missing, with that one."""
    names = list(written)
    missing = {_key(name): name for name in known if _key(name) not in map(_key, names)}
    unknown = [name for name in names if missing and _key(name) not in map(_key, known)]
    if not unknown:
        return
    from difflib import get_close_matches

    for name in unknown:
        near = get_close_matches(_key(name), missing, 1, _NEAR)
        if near:
            yield name, missing[near[0]]


def _line(sheet: Sheet, workbook: str, row: int, headings: dict[int, str]) -> _Line:
    values, fills = {}, {}
    for column, heading in headings.items():
        cell = sheet.at(row, column)
        values[heading] = cell.text.strip() if cell else ""
        fills[heading] = cell.fill if cell else None
    columns = {heading: column for column, heading in headings.items()}
    return _Line(Place(workbook, sheet.name, row, min(headings)), values, columns, fills)


_Read = tuple[Settings, list[Finding]]


def _owners(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    defaults = {owner.name.casefold(): owner for owner in settings.owners}
    owners: dict[str, RegisteredOwner] = {}
    spellings: list[str] = []
    for line in _lines(workbook, "Owners"):
        name, kind = line["Name"], line["Kind"].casefold() or OwnerKind.POST.value
        if kind not in list(OwnerKind):
            findings.append(_mistake(line, "Kind", line["Kind"], _any_of(OwnerKind)))
            kind = OwnerKind.POST.value
        email, met = _addresses(line, "E-mail")
        findings += met
        if name:
            before = owners.get(name.casefold()) or defaults.get(name.casefold())
            also = (*(before.also_written if before else ()), *line.many("Also written as"))
            owners[name.casefold()] = RegisteredOwner(name, tuple(dict.fromkeys(also)), email, OwnerKind(kind))
            spellings += (name, *line.many("Also written as"))
        elif not line.is_blank:
            findings.append(_mistake(line, "Name", name, "the name of an owner"))
    # The trust's own come first: what they claim, no default owner has.
    every = tuple((owners | {key: owner for key, owner in defaults.items() if key not in owners}).values())
    return replace(settings, owners=every, own_spellings=tuple(spellings)), findings


def _addresses(line: _Line, heading: str) -> tuple[str, list[Finding]]:
    """The addresses in a cell; none of them where one is no address."""
    if all(is_address(address) for address in addresses_in(line[heading])):
        return line[heading], []
    wanted = "an address such as name@nhs.net, or several, one a line"
    return "", [_mistake(line, heading, line[heading], wanted)]


def _committees(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    committees: list[Committee] = []
    for line in _lines(workbook, "Committees"):
        email, met = _addresses(line, "Secretary's e-mail")
        findings += met
        if line["Name"].casefold() in [committee.name.casefold() for committee in committees]:
            findings.append(_mistake(line, "Name", line["Name"], "a name that no line above has"))
        elif line["Name"]:
            receives = line.many("Receives") or (EVERY_ACTION,)
            tags = tuple(EVERY_ACTION if tag.casefold() == EVERY_ACTION else tag for tag in receives)
            in_full, mistakes = _in_full(line)
            findings += mistakes
            committees.append(Committee(line["Name"], tags, email, line["Template"], in_full))
        elif not line.is_blank:
            findings.append(_mistake(line, "Name", "", "the name of a committee"))
    return (replace(settings, committees=tuple(committees)) if committees else settings), findings


def _in_full(line: _Line) -> tuple[int, list[Finding]]:
    written = line["Exceptions in full"]
    if not written or re.fullmatch("[0-9]{1,3}", written):
        return int(written or EXCEPTIONS_IN_FULL), []
    return EXCEPTIONS_IN_FULL, [_mistake(line, "Exceptions in full", written, "a whole number from 0 to 999")]


def _rag(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    rag = settings.rag
    for line in _lines(workbook, "RAG"):
        name, value = line["Setting"].casefold(), line["Value"]
        if name == "amber within days":
            if re.fullmatch("[0-9]{1,3}", value) and int(value) <= MOST_DAYS:
                rag = replace(rag, amber_within_days=int(value))
            else:
                findings.append(_mistake(line, "Value", value, f"a whole number of days from 0 to {MOST_DAYS}"))
        elif name == "completed shows as":
            if value.casefold() in ("blue", "green"):
                rag = replace(rag, completed_as=Rag(value.casefold()))
            else:
                findings.append(_mistake(line, "Value", value, "Blue or Green"))
        elif name:
            findings.append(_mistake(line, "Setting", line["Setting"], '"Amber within days" or "Completed shows as"'))
    return replace(settings, rag=rag), findings


def _headings(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    headings: dict[str, Field | None] = {}
    fields = {name.value.replace("_", " "): name for name in Field}
    for line in _lines(workbook, "Headings"):
        means = line["Means"].casefold()
        meant, heading = fields.get(means), " ".join(line["Heading"].casefold().split())
        if heading and headings.get(heading, meant) is not meant:
            findings.append(_mistake(line, "Heading", line["Heading"], "a heading that no line above has"))
        elif heading and (meant or means == "other"):
            headings[heading] = meant
        elif heading:
            findings.append(_mistake(line, "Means", line["Means"], _any_of([*fields, "other"])))
    return replace(settings, headings=tuple(headings.items())), findings


def _fills(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    entries: list[KeyEntry] = []
    for line in _lines(workbook, "Fills"):
        written = line["Fill"].lstrip("#").upper()
        fill = written or line.fills.get("fill") or ""
        if len(fill) == 6 and all(char in "0123456789ABCDEF" for char in fill):
            entries.append(KeyEntry(fill, line["Means"], line.place))
        elif line["Means"] or written:
            findings.append(_mistake(line, "Fill", line["Fill"], "a filled cell, or six digits such as 00B050"))
    return replace(settings, fills=tuple(entries)), findings


def _matches(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    decisions: list[Decision] = []
    for line in _lines(workbook, "Matches"):
        same = line["Same action"].casefold()
        if same in ("yes", "no"):
            decisions.append(Decision(line["Old text"], line["New text"], same == "yes"))
        else:
            findings.append(_mistake(line, "Same action", line["Same action"], "yes or no"))
    return replace(settings, decisions=tuple(decisions)), findings


def _cover(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    fields: list[CoverField] = []
    defaults = {default.label.casefold(): default for default in DEFAULT_COVER}
    paper = settings.paper
    for line in _lines(workbook, "Cover"):
        label = line["Field"]
        if label.casefold() == "organisation":
            paper = replace(paper, organisation=line["Value"])
        elif label:
            default = defaults.get(label.casefold(), CoverField(label))
            fields.append(replace(default, label=label, value=line["Value"]))
        elif line["Value"]:
            findings.append(_mistake(line, "Field", "", "the name of a line of the cover sheet"))
    return replace(settings, paper=replace(paper, cover=tuple(fields)) if fields else paper), findings


def _email(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    email = settings.email
    for line in _lines(workbook, "E-mail"):
        name, written = line["Setting"].casefold(), line["Value"]
        if name and name not in _EMAIL_LINES:
            wanted = _any_of(known.capitalize() for known in _EMAIL_LINES)
            findings.append(_mistake(line, "Setting", line["Setting"], wanted))
        elif name and written:
            of, meant, wanted = _EMAIL_LINES[name]
            value = meant(written)
            if value is None:
                findings.append(_mistake(line, "Value", written, wanted))
            else:
                email = replace(email, **{of: value})
    return replace(settings, email=email), findings


def _domains(written: str) -> tuple[str, ...] | None:
    domains = tuple(domain.removeprefix("@") for domain in addresses_in(written))
    return domains if all(is_domain(domain) for domain in domains) else None


def _port(written: str) -> int | None:
    return int(written) if re.fullmatch("[0-9]{1,5}", written) and 0 < int(written) < 65536 else None


def _security(written: str) -> Security | None:
    return Security(written.casefold()) if written.casefold() in list(Security) else None


# What each line of the E-mail sheet sets, what its value means (None: a mistake), and what may stand there.
_EMAIL_LINES: dict[str, tuple[str, Callable[[str], Any], str]] = {
    "allowed domains": ("allowed_domains", _domains, "a domain such as nhs.net, or several, one a line"),
    "from": ("sender", lambda written: written if is_address(written) else None, "an address such as name@nhs.net"),
    "smtp host": ("host", lambda written: written if is_host(written) else None, "the name of a server"),
    "smtp port": ("port", _port, "a whole number from 1 to 65535"),
    "smtp security": ("security", _security, "starttls or tls"),
}


def _limits(settings: Settings, workbook: Workbook) -> _Read:
    findings: list[Finding] = []
    limits = settings.limits
    known = {name.casefold(): limit for limit, (name, _) in SETTINGS.items()}
    for line in _lines(workbook, "Limits"):
        name, written = line["Setting"].casefold(), line["Value"]
        if name and name not in known:
            wanted = _any_of(name for name, _ in SETTINGS.values())
            findings.append(_mistake(line, "Setting", line["Setting"], wanted))
        elif name and not re.fullmatch("[1-9][0-9]{0,9}", written):
            findings.append(_mistake(line, "Value", written, "a whole number above 0"))
        elif name:
            limits = replace(limits, **{known[name]: from_settings(known[name], int(written))})
    return replace(settings, limits=limits), findings


def _mistake(line: _Line, heading: str, written: str, wanted: str) -> Finding:
    place = replace(line.place, column=line.columns.get(_key(heading), line.place.column))
    shown = f'"{written}"' if written else "nothing"
    return finding("settings-mistake", place, heading=heading, shown=shown, wanted=wanted)


def _any_of(choices: Iterable[str]) -> str:
    *others, last = choices
    return f"{', '.join(others)} or {last}"
