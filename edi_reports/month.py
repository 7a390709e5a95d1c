"""The monthly batch: one folder, one manifest, all outputs or none."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import count
from pathlib import Path, PurePath, PureWindowsPath
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.earlier import changes_since, find_past, read_and_rate
from edi_reports.manifest import NAME, Run, compose_manifest, digest_of, is_proved_by, previous_manifest, sha256_of
from edi_reports.model.change import PlanChanges
from edi_reports.model.committee import Committee
from edi_reports.model.finding import Finding, Severity
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.period import ReportingMonth
from edi_reports.model.place import Place
from edi_reports.model.plan import RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.model.raw import Tally
from edi_reports.recipe import with_findings
from edi_reports.settings import Settings
from edi_reports.workbooks import SETTINGS_NAME, earlier_workbooks, newest_workbook
from edi_reports.writing.characters import printable
from edi_reports.writing.json_text import json_bytes

if TYPE_CHECKING:
    from edi_reports.reading.opening import OpenedFile
    from edi_reports.reports.parts import Document

DEFAULT_TEMPLATE = "committee_paper.docx"
PAPER_ENDING = " paper.docx"
_LOGS = ("run.log", "run.jsonl")
_FORBIDDEN = '<>:"/\\|?*'
_LONGEST_NAME = 120  # bytes: with what is put around it, a name must fit into the 255 of a file system

Clock = Callable[[], datetime]
Tell = Callable[[str], None]


class Desk(Struct, frozen=True):
    """The folders a trust works in: what it keeps, what is written, and its own templates."""

    input: Path
    output: Path
    templates: Path

    @property
    def settings(self) -> Path:
        """The settings workbook, which need not exist."""
        return self.input / SETTINGS_NAME


class Account(Struct, frozen=True):
    """What a month's reports give an account of: the plan as rated, and what changed.

    `changes` is what differs from the version before, and `earlier` that version as it was rated then.
    """

    rated: RatedPlan
    changes: PlanChanges | None = None
    earlier: RatedPlan | None = None


class Issue(Struct, frozen=True):
    """What a run of the batch gave: the account, the folder, and the files in it by name with their bytes.

    `inputs` are the SHA-256 of all that it was made from, by name. `noticed` are findings about the run rather than
    the plan: they stand in its log and in no report. `unchanged` says that the month was issued before and came out
    the same, so that nothing was written.
    """

    account: Account
    folder: Path
    files: Mapping[str, bytes]
    inputs: Mapping[str, str]
    noticed: tuple[Finding, ...] = ()
    unchanged: bool = False

    @property
    def rated(self) -> RatedPlan:
        """The plan as rated."""
        return self.account.rated

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found, about the run and about the plan."""
        return (*self.noticed, *self.rated.findings)

    @property
    def empty_papers(self) -> frozenset[str]:
        """The papers whose committees receive no action."""
        month, actions = ReportingMonth.of(self.rated.as_at), self.rated.actions
        names = dict.fromkeys(name for each in actions for name in each.committees)
        told = {paper_name(month, name) for name in names}
        return frozenset(name for name in self.files if name.endswith(PAPER_ENDING) and name not in told)

    @property
    def counts(self) -> dict[Rag, int]:
        """How many actions have each RAG."""
        counted = Counter(each.rating.rag for each in self.rated.actions)
        return {rag: counted[rag] for rag in Rag}

    @property
    def severities(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter(found.severity for found in self.findings)
        return {severity: counted[severity] for severity in Severity}


class Order(Struct, frozen=True):
    """What a run is asked for: the day, whether to replace a month or only say what would be done, and the workbook.

    Without a workbook it is the newest of its time in the desk's input folder.
    """

    as_at: date
    replace: bool = False
    dry_run: bool = False
    log_as_json: bool = False
    workbook: Path | None = None


def run_month(
    desk: Desk,
    settings: Settings,
    problems: tuple[Finding, ...],
    order: Order,
    clock: Clock,
    tell: Tell,
    file: OpenedFile | None = None,
) -> Issue:
    """Make a reporting month: read, rate, compose, write everything into one new folder, or nothing.

    `problems` are findings about the settings; `clock` gives the moments for the manifest; `tell` hears of each step.
    `file` is the workbook, where it was opened before.
    Raises CannotContinue when the plan cannot be read, a template cannot be used, the month was issued before and is
    not to be replaced, another run is at work, or the folder cannot be written.
    """
    workbook = order.workbook or newest_workbook(desk.input, order.as_at)

    def make() -> Issue:
        return _make(desk, workbook, file, settings, problems, order, tell)

    return issue_month(desk.output, make, order, clock, tell)


def issue_month(output: Path, make: Callable[[], Issue], order: Order, clock: Clock, tell: Tell) -> Issue:
    """Make an issue while no other run is at work on the output folder, and deliver it; on a dry run only make it.

    Raises CannotContinue as `run_month` does.
    """
    from edi_reports.writing.delivery import clear_interrupted, only_one_run

    started = clock()
    if order.dry_run:
        issue = make()
        return _unchanged(issue, _manifest(issue, Run(started, clock(), _options(order))), order) or issue
    with only_one_run(output):
        clear_interrupted(output)
        issue = make()
        manifest = _manifest(issue, Run(started, clock(), _options(order)))
        if same := _unchanged(issue, manifest, order):
            return same
        tell("Writing the folder")
        return _deliver(issue, manifest, kept_name(issue.folder, started))


def _make(
    desk: Desk,
    workbook: Path,
    file: OpenedFile | None,
    settings: Settings,
    problems: tuple[Finding, ...],
    order: Order,
    tell: Tell,
) -> Issue:
    """Everything up to the bytes of each file; nothing is written."""
    from edi_reports.reading.opening import open_file
    from edi_reports.reports.tracker_actions import texts_cut

    month = ReportingMonth.of(order.as_at)
    tell(f"Reading {workbook.name}")
    file = file or open_file(workbook, settings.limits)
    past = find_past(desk.output, month, earlier_workbooks(desk.input, workbook), settings)
    read, rated = read_and_rate(file, past, order.as_at, settings)
    tally = read.raw.tally
    del read  # the cells as typed are as large as the plan made of them
    templates, met = load_templates(desk, settings)
    rated = with_findings(rated, (*problems, *past.findings))
    account = Account(rated, changes_since(rated, past, settings), past.latest)
    files = compose_files(account, compose_papers(account, settings), templates, tell, tally)
    files[f"source/{_copy_name(file.name)}"] = file.data
    inputs = {file.name: file.sha256, **dict(past.inputs), **inputs_of(settings, templates)}
    noticed = (*_opened_elsewhere(workbook), *met, *texts_cut(rated))
    return with_log(Issue(account, desk.output / month.folder, files, inputs, noticed), as_json=order.log_as_json)


def inputs_of(settings: Settings, templates: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of the templates, and of the settings workbook where there is one, by name."""
    inputs = {f"templates/{name}": sha256_of(data) for name, data in templates.items()}
    return inputs | ({SETTINGS_NAME: settings.sha256} if settings.sha256 else {})


def _opened_elsewhere(workbook: Path) -> tuple[Finding, ...]:
    owner_file = workbook.with_name(f"~${workbook.name}")
    return (finding("open-elsewhere", Place(workbook.name)),) if owner_file.exists() else ()


def with_log(issue: Issue, *, as_json: bool) -> Issue:
    """Add the findings of the run as a file of their own, for people or for programs."""
    from edi_reports.reports.plan_document import finding_document

    if as_json:
        lines = (json.dumps(finding_document(found), ensure_ascii=False) for found in issue.findings)
        name, text = "run.jsonl", "".join(f"{line}\n" for line in lines)
    else:
        words = "\n\n".join(map(str, issue.findings)) or "There was nothing to look at."
        name, text = "run.log", printable(f"{words}\n")
    files = {**issue.files, name: text.encode(errors="backslashreplace")}
    return replace(issue, files=files)


def _options(order: Order) -> dict[str, str]:
    return {"as_at": order.as_at.isoformat(), "replace": str(order.replace).lower()}


def _manifest(issue: Issue, run: Run) -> dict[str, Any]:
    earlier = previous_manifest(issue.folder.parent, issue.folder.name)
    return compose_manifest(
        {
            "as_at": issue.rated.as_at.isoformat(),
            "rules_version": issue.rated.rules_version,
            "actions": len(issue.rated.actions),
            "rag": {rag.value: number for rag, number in issue.counts.items()},
            "findings": {severity.value: number for severity, number in issue.severities.items()},
        },
        issue.inputs,
        issue.files,
        run,
        digest_of(earlier) if earlier else None,
    )


def _deliver(issue: Issue, manifest: dict[str, Any], keep_old_as: Path) -> Issue:
    from edi_reports.writing.delivery import deliver_folder

    files = {**issue.files, NAME: json_bytes(manifest)}
    said = deliver_folder(issue.folder, files, keep_old_as)
    return replace(issue, files=files, noticed=(*said, *issue.noticed))


def kept_name(folder: Path, now: datetime) -> Path:
    """The dated name under which a replaced month is kept; never one that is taken."""
    name = f"{folder.name} replaced {now:%Y-%m-%d %H%M%S}"
    taken = (folder.with_name(name if i == 1 else f"{name} ({i})") for i in count(1))
    return next(path for path in taken if not path.exists())


def _unchanged(issue: Issue, manifest: Mapping[str, Any], order: Order) -> Issue | None:
    """A month that was issued and comes out the same needs nothing. None for one that is to be written.

    Raises CannotContinue for one that differs and is not to be replaced. To be replaced, it need only differ in its log
    or its proof.
    """
    if not os.path.lexists(issue.folder):
        return None
    told = () if order.replace else _LOGS  # what the run says may differ
    names = (name for name, data in issue.files.items() if name not in told and not holds(issue.folder / name, data))
    differs = next(names, None)
    if order.replace and (differs or not is_proved_by(issue.folder, manifest)):
        return None
    if differs:
        raise cannot_continue("already-issued", Place(issue.folder.name), folder=issue.folder, file=differs)
    return replace(issue, unchanged=True)


def holds(path: Path, data: bytes) -> bool:
    """Whether there is a file that can be read and holds just these bytes."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


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
    if (parts := PureWindowsPath(name)).anchor or ".." in parts.parts:
        raise cannot_continue(
            "template-elsewhere", Place(SETTINGS_NAME, "Committees"), committee=committee.name, name=name
        )
    path = folder / name
    data = read_file(path, settings.limits) if committee.template or path.exists() else write_default_template()
    return data, check_template(data, name, settings.paper.cover, settings.limits)


def compose_files(
    account: Account,
    papers: Iterable[tuple[Committee, Document]],
    templates: Mapping[str, bytes],
    tell: Tell,
    tally: Tally | None = None,
) -> dict[str, bytes]:
    """Compose every file of a month: the tracker, the paper of each committee, and the plan as JSON."""
    from edi_reports.reports.plan_document import stream_plan_document
    from edi_reports.reports.tracker import compose_tracker
    from edi_reports.writing.excel import write_workbook
    from edi_reports.writing.word import write_document

    month = ReportingMonth.of(account.rated.as_at)
    tell("Writing the tracker")
    tracker = write_workbook(compose_tracker(account.rated, account.changes))
    files = {f"{month.folder} EDI tracker.xlsx": tracker}
    for committee, document in papers:
        tell(f"Writing the paper for the {committee.name}")
        data = write_document(document, templates[committee.template or DEFAULT_TEMPLATE])
        files[_untaken(paper_name(month, committee.name), files)] = data
    files["plan.json"] = json_bytes(stream_plan_document(account.rated, tally))
    return files


def compose_papers(
    account: Account, settings: Settings, preface: tuple[str, ...] = (), group: str = ""
) -> Iterator[tuple[Committee, Document]]:
    """Compose the paper of each committee; `preface` and `group` as in `compose_paper`."""
    from edi_reports.reports.paper import compose_paper

    rated, changes, earlier = account.rated, account.changes, account.earlier
    for committee in settings.committees:
        yield (
            committee,
            compose_paper(rated, committee, settings.paper, changes, earlier=earlier, preface=preface, group=group),
        )


def paper_name(month: ReportingMonth, committee: str) -> str:
    """Name the file of a committee's paper in the folder of its month."""
    return f"{month.folder} {file_name(committee)}{PAPER_ENDING}"


def _untaken(name: str, taken: Iterable[str]) -> str:
    """The name, or with a number where another has it: two committees may differ only in what no file name holds."""
    path, folded = PurePath(name), [other.casefold() for other in taken]
    names = (name if i == 1 else f"{path.stem} ({i}){path.suffix}" for i in count(1))
    return next(free for free in names if free.casefold() not in folded)


def _copy_name(workbook: str) -> str:
    """Name the copy of a workbook: as it is called, as far as any system can hold that."""
    path = PurePath(workbook)
    return file_name(path.stem) + (f".{file_name(path.suffix)}" if path.suffix else "")


def file_name(name: str) -> str:
    """Make a name safe for a file on any system: letters and digits stay, signs that Windows forbids go."""
    kept = "".join(" " if char in _FORBIDDEN or not char.isprintable() else char for char in name)
    short = " ".join(kept.split()).strip(". ").encode()[:_LONGEST_NAME].decode(errors="ignore")
    return short.strip(". ") or "unnamed"
