"""The monthly batch: one folder, one manifest, all outputs or none."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from edi_reports.earlier import Past, carried, changes_since, find_past, with_redatings
from edi_reports.manifest import NAME, Run, compose_manifest, previous_manifest, sha256_of
from edi_reports.model.committee import Committee
from edi_reports.model.finding import Finding, Severity
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.period import ReportingMonth, month_period
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.recipe import ReadPlan, rate_plan, read_bytes, with_findings
from edi_reports.settings import SETTINGS_NAME, Settings
from edi_reports.versions import month_of

WORKBOOKS = (".xlsx", ".xlsm", ".csv", ".tsv")
DEFAULT_TEMPLATE = "committee_paper.docx"
_FORBIDDEN = '<>:"/\\|?*'


Clock = Callable[[], datetime]
Tell = Callable[[str], None]


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
    """What a run of the batch gave: the plan as rated, the folder and the files in it, by name, with their bytes.

    `unchanged` says that the month was issued before and came out the same, so that nothing was written.
    """

    rated: RatedPlan
    folder: Path
    files: dict[str, bytes]
    unchanged: bool = False

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
    return max(found, key=lambda path: (month_of(path), path.name))


def _earlier_workbooks(folder: Path, chosen: Path) -> list[tuple[Path, date]]:
    """The workbooks of a folder that are older than the chosen one, oldest first, each with the day it stands for."""
    if chosen.resolve().parent != folder.resolve() or not folder.is_dir():
        return []
    dated = sorted((month_of(path), path) for path in folder.iterdir() if _may_be_plan(path))
    earlier = [(month, path) for month, path in dated if (0, 0) < month < month_of(chosen)]
    return [(path, month_period(*month).due) for month, path in earlier]


def _may_be_plan(path: Path) -> bool:
    name = path.name.casefold()
    return path.suffix.casefold() in WORKBOOKS and not name.startswith(("~$", ".")) and name != SETTINGS_NAME


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked for: the workbook, the day, and whether to replace a month or only say what would be done."""

    workbook: Path
    as_at: date
    replace: bool = False
    dry_run: bool = False
    log_as_json: bool = False


def run_month(
    desk: Desk, settings: Settings, problems: tuple[Finding, ...], order: Order, clock: Clock, tell: Tell
) -> Issue:
    """Make a reporting month: read, rate, compose, write everything into one new folder, or nothing.

    `problems` are findings about the settings; `clock` gives the moments for the manifest; `tell` hears of each step.
    Raises CannotContinue when the plan cannot be read, a template cannot be used, the month was issued before and is
    not to be replaced, another run is at work, or the folder cannot be written.
    """
    from edi_reports.writing.delivery import clear_interrupted, only_one_run

    if order.dry_run:
        return _make(desk, settings, problems, order, tell)[0]
    started = clock()
    with only_one_run(desk.output):
        clear_interrupted(desk.output)
        issue, inputs = _make(desk, settings, problems, order, tell)
        if issue.folder.exists() and not order.replace:
            return _same_or_refused(issue)
        tell("Writing the folder")
        run = Run(started, clock(), _options(order))
        return _deliver(desk, issue, inputs, run)


def _make(
    desk: Desk, settings: Settings, problems: tuple[Finding, ...], order: Order, tell: Tell
) -> tuple[Issue, dict[str, str]]:
    """Everything up to the bytes of each file, and the SHA-256 of what they were made from; nothing is written."""
    from edi_reports.reading.opening import open_file

    month = ReportingMonth.of(order.as_at)
    tell(f"Reading {order.workbook.name}")
    file = open_file(order.workbook)
    past = find_past(desk.output, month, _earlier_workbooks(desk.input, order.workbook), settings)
    read = carried(read_bytes(file, settings), past, settings)
    templates, met = load_templates(desk, settings)
    rated = with_redatings(rate_plan(read, order.as_at, settings), past, settings)
    rated = with_findings(rated, (*problems, *_opened_elsewhere(order.workbook), *met, *past.findings))
    files = compose_files(rated, read, settings, templates, past, tell)
    files[f"source/{file_name(file.name)}"] = file.data
    files.update(_log(rated, as_json=order.log_as_json))
    inputs = {file.name: file.sha256} | {f"templates/{name}": sha256_of(data) for name, data in templates.items()}
    if settings.sha256:
        inputs[SETTINGS_NAME] = settings.sha256
    return Issue(rated, desk.output / month.folder, files), inputs


def _opened_elsewhere(workbook: Path) -> tuple[Finding, ...]:
    owner_file = workbook.with_name(f"~${workbook.name}")
    return (finding("open-elsewhere", Place(workbook.name)),) if owner_file.exists() else ()


def _log(rated: RatedPlan, *, as_json: bool) -> dict[str, bytes]:
    """The findings of the run as a file of its own, for people or for programs."""
    from edi_reports.reports.plan_document import finding_document

    if as_json:
        lines = [json.dumps(finding_document(found), ensure_ascii=False) for found in rated.findings]
        return {"run.jsonl": "".join(f"{line}\n" for line in lines).encode(errors="backslashreplace")}
    texts = [str(found) for found in rated.findings] or ["There was nothing to look at."]
    return {"run.log": ("\n\n".join(texts) + "\n").encode(errors="backslashreplace")}


def _options(order: Order) -> dict[str, str]:
    return {"as_at": order.as_at.isoformat(), "replace": str(order.replace).lower()}


def _deliver(desk: Desk, issue: Issue, inputs: dict[str, str], run: Run) -> Issue:
    from edi_reports.writing.delivery import deliver_folder

    earlier = previous_manifest(desk.output, issue.folder.name)
    manifest = compose_manifest(
        {
            "as_at": issue.rated.as_at.isoformat(),
            "rules_version": issue.rated.rules_version,
            "actions": len(issue.rated.actions),
            "rag": {rag.value: count for rag, count in issue.counts.items()},
            "findings": {severity.value: count for severity, count in issue.findings.items()},
        },
        inputs,
        issue.files,
        run,
        sha256_of(earlier.read_bytes()) if earlier else None,
    )
    files = {**issue.files, NAME: json_bytes(manifest)}
    deliver_folder(issue.folder, files, keep_old_as=kept_name(issue.folder, run.started))
    return Issue(issue.rated, issue.folder, files)


def kept_name(folder: Path, now: datetime) -> Path:
    """The dated name under which a replaced month is kept; never one that is taken."""
    name = f"{folder.name} replaced {now:%Y-%m-%d %H%M%S}"
    taken = (folder.with_name(name if i == 1 else f"{name} ({i})") for i in count(1))
    return next(path for path in taken if not path.exists())


def _same_or_refused(issue: Issue) -> Issue:
    """A month that is run again and comes out the same needs nothing; one that differs is not overwritten."""
    for name, data in issue.files.items():
        path = issue.folder / name
        if not path.is_file() or path.read_bytes() != data:
            raise cannot_continue("already-issued", Place(issue.folder.name), folder=issue.folder, file=name)
    return dataclasses.replace(issue, unchanged=True)


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
    rated: RatedPlan, read: ReadPlan, settings: Settings, templates: dict[str, bytes], past: Past, tell: Tell
) -> dict[str, bytes]:
    """Compose every file of a month: the tracker, a paper for each committee, and the plan as JSON."""
    from edi_reports.reports.paper import compose_paper
    from edi_reports.reports.plan_document import compose_plan_document
    from edi_reports.reports.tracker import compose_tracker
    from edi_reports.writing.excel import write_workbook
    from edi_reports.writing.word import write_document

    month = ReportingMonth.of(rated.as_at)
    changes = changes_since(rated, past, settings)
    tell("Writing the tracker")
    files = {f"{month.folder} EDI tracker.xlsx": write_workbook(compose_tracker(rated, changes))}
    for committee in settings.committees:
        tell(f"Writing the paper for the {committee.name}")
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
