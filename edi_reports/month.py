"""The monthly batch: one folder, one manifest, all outputs or none."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from edi_reports import __version__
from edi_reports.earlier import Past, carried, changes_since, find_past, last_day_of, with_redatings
from edi_reports.model.committee import Committee
from edi_reports.model.finding import Finding, Severity
from edi_reports.model.messages import cannot_continue
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.recipe import ReadPlan, rate_plan, read_bytes, with_findings
from edi_reports.settings import SETTINGS_NAME, Settings

WORKBOOKS = (".xlsx", ".xlsm", ".csv", ".tsv")
DEFAULT_TEMPLATE = "committee_paper.docx"
MANIFEST_SCHEMA = "edi-reports/manifest/1"
_LIBRARIES = ("openpyxl", "pandas", "python-docx", "xlsxwriter", "lxml", "rapidfuzz", "click", "rich")
_MONTH_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?!\d)")
_FORBIDDEN = '<>:"/\\|?*'


Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Desk:
    """The folders a trust works in: what it keeps, what is written, and its own templates."""

    input: Path
    output: Path
    templates: Path

    @property
    def settings(self) -> Path:
        """The settings workbook, which need not exist."""
        return self.input / SETTINGS_NAME


@dataclass(frozen=True, slots=True)
class Issue:
    """What a run of the batch gave: the plan as rated, the folder and the files in it, by name, with their bytes."""

    rated: RatedPlan
    folder: Path
    files: dict[str, bytes]

    @property
    def counts(self) -> dict[Rag, int]:
        """How many actions have each RAG."""
        counted = Counter(each.rating.rag for each in self.rated.actions)
        return {rag: counted[rag] for rag in Rag}

    @property
    def findings(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter(found.severity for found in self.rated.findings)
        return {severity: counted[severity] for severity in Severity}


def newest_workbook(folder: Path) -> Path:
    """Choose the newest workbook of a folder: by the year and month in its name, else by when it was last saved.

    Raises CannotContinue when the folder holds none.
    """
    try:
        found = [path for path in folder.iterdir() if _may_be_plan(path)]
    except OSError:
        found = []
    if not found:
        raise cannot_continue("no-workbook", folder=folder)
    return max(found, key=lambda path: (_month_of(path), path.name))


def _earlier_workbooks(folder: Path, chosen: Path) -> list[tuple[Path, date]]:
    """The workbooks of a folder that are older than the chosen one, oldest first, each with the day it stands for."""
    if chosen.resolve().parent != folder.resolve() or not folder.is_dir():
        return []
    dated = sorted((_month_of(path), path) for path in folder.iterdir() if _may_be_plan(path))
    earlier = [(month, path) for month, path in dated if (0, 0) < month < _month_of(chosen)]
    return [(path, last_day_of(*month)) for month, path in earlier]


def _may_be_plan(path: Path) -> bool:
    name = path.name.casefold()
    return path.suffix.casefold() in WORKBOOKS and not name.startswith(("~$", ".")) and name != SETTINGS_NAME


def _month_of(path: Path) -> tuple[int, int]:
    named = _MONTH_IN_NAME.search(path.name)
    if named:
        return int(named[1]), int(named[2])
    from edi_reports.reading.opening import saved_at

    saved = saved_at(path)
    return (saved.year, saved.month) if saved else (0, 0)


def run_month(
    desk: Desk, settings: Settings, problems: tuple[Finding, ...], workbook: Path, as_at: date, clock: Clock
) -> Issue:
    """Make a reporting month: read, rate, compose, write everything into one new folder, or nothing.

    `problems` are findings about the settings; `clock` gives the moments for the manifest. Raises CannotContinue when
    the plan cannot be read, a template cannot be used, the month was issued before, or the folder cannot be written.
    """
    from edi_reports.reading.opening import open_file
    from edi_reports.writing.delivery import clear_partial, deliver_folder

    started = clock()
    month = ReportingMonth.of(as_at)
    folder = desk.output / month.folder
    file = open_file(workbook)
    past = find_past(desk.output, month, _earlier_workbooks(desk.input, workbook), settings)
    read = carried(read_bytes(file, settings), past, settings)
    templates, met = load_templates(desk, settings)
    rated = with_redatings(rate_plan(read, as_at, settings), past, settings)
    rated = with_findings(rated, (*problems, *met, *past.findings))
    files = compose_files(rated, read, settings, templates, past)
    issue = Issue(rated, folder, files)
    if folder.exists():
        return _same_or_refused(issue)
    files["manifest.json"] = _manifest(issue, settings, templates, started, clock())
    clear_partial(desk.output)
    deliver_folder(folder, files)
    return issue


def _same_or_refused(issue: Issue) -> Issue:
    """A month that is run again and comes out the same needs nothing; one that differs is not overwritten."""
    for name, data in issue.files.items():
        path = issue.folder / name
        if not path.is_file() or path.read_bytes() != data:
            raise cannot_continue("already-issued", Place(issue.folder.name), folder=issue.folder, file=name)
    return issue


def load_templates(desk: Desk, settings: Settings) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """Read the Word template of each committee, and check them before anything is written."""
    loaded: dict[str, bytes] = {}
    findings: list[Finding] = []
    for committee in settings.committees:
        name = committee.template or DEFAULT_TEMPLATE
        if name not in loaded:
            loaded[name], met = template_for(committee, desk.templates, settings)
            findings.extend(met)
    return loaded, tuple(findings)


def template_for(committee: Committee, folder: Path, settings: Settings) -> tuple[bytes, tuple[Finding, ...]]:
    """Read and check the template of one committee; without any of the trust's own, the one that comes with the tool.

    Raises CannotContinue when it is missing or cannot be used.
    """
    from edi_reports.reading.opening import read_file
    from edi_reports.writing.default_template import write_default_template
    from edi_reports.writing.templates import check_template

    name = committee.template or DEFAULT_TEMPLATE
    path = folder / name
    data = read_file(path) if committee.template or path.exists() else write_default_template()
    return data, check_template(data, name, settings.paper.cover)


def compose_files(
    rated: RatedPlan, read: ReadPlan, settings: Settings, templates: dict[str, bytes], past: Past
) -> dict[str, bytes]:
    """Compose every file of a month: the tracker, a paper for each committee, and the plan as JSON."""
    from edi_reports.reports.paper import compose_paper
    from edi_reports.reports.plan_document import compose_plan_document
    from edi_reports.reports.tracker import compose_tracker
    from edi_reports.writing.excel import write_workbook
    from edi_reports.writing.word import write_document

    month = ReportingMonth.of(rated.as_at)
    changes = changes_since(rated, past, settings)
    files = {f"{month.folder} EDI tracker.xlsx": write_workbook(compose_tracker(rated, changes))}
    for committee in settings.committees:
        document = compose_paper(rated, committee, settings.paper, changes, earlier=past.latest)
        data = write_document(document, templates[committee.template or DEFAULT_TEMPLATE])
        files[paper_name(month, committee)] = data
    files["plan.json"] = json_bytes(compose_plan_document(rated, read.raw.tally))
    return files


def paper_name(month: ReportingMonth, committee: Committee) -> str:
    """Name the file of a committee's paper in the folder of its month."""
    return f"{month.folder} {file_name(committee.name)} paper.docx"


def file_name(name: str) -> str:
    """Make a name safe for a file on any system: letters and digits stay, signs that Windows forbids go."""
    kept = "".join(" " if char in _FORBIDDEN or not char.isprintable() else char for char in name)
    return " ".join(kept.split()).strip(". ")[:80] or "Committee"


def json_bytes(document: dict[str, Any]) -> bytes:
    """Write a document as UTF-8 JSON that people can read, the same bytes every time."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", errors="backslashreplace")


def _manifest(
    issue: Issue, settings: Settings, templates: dict[str, bytes], started: datetime, ended: datetime
) -> bytes:
    source = issue.rated.plan.source
    inputs = {source.name: source.sha256, **{f"templates/{name}": _sha256(data) for name, data in templates.items()}}
    if settings.sha256:
        inputs[SETTINGS_NAME] = settings.sha256
    return json_bytes(
        {
            "schema": MANIFEST_SCHEMA,
            "as_at": issue.rated.as_at.isoformat(),
            "inputs": [{"name": name, "sha256": digest} for name, digest in sorted(inputs.items())],
            "outputs": [{"name": name, "sha256": _sha256(data)} for name, data in sorted(issue.files.items())],
            "rules_version": issue.rated.rules_version,
            "versions": _versions(),
            "actions": len(issue.rated.actions),
            "rag": {rag.value: count for rag, count in issue.counts.items()},
            "findings": {severity.value: count for severity, count in issue.findings.items()},
            "started": started.isoformat(timespec="seconds"),
            "ended": ended.isoformat(timespec="seconds"),
        }
    )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _versions() -> dict[str, str]:
    libraries = {name: metadata.version(name) for name in _LIBRARIES}
    return {"edi_reports": __version__, "python": platform.python_version(), **libraries}
