"""The doorway: options in, exit code out. Results go to standard output or files, everything else to standard error.

Exit codes: 0 done, 1 done with warnings or errors to look at, 2 the command line is wrong, 3 could not continue.
"""

from __future__ import annotations

import gc
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import click
from click.core import ParameterSource

from edi_reports import __version__

if TYPE_CHECKING:
    from edi_reports.earlier import Past
    from edi_reports.model.finding import Finding
    from edi_reports.model.plan import RatedPlan
    from edi_reports.month import Issue, Order
    from edi_reports.reading.opening import OpenedFile
    from edi_reports.recipe import ReadPlan
    from edi_reports.reports.change_log import ChangeLog
    from edi_reports.reports.parts import Document
    from edi_reports.reports.sheets import Workbook
    from edi_reports.settings import Settings
    from edi_reports.spreading import Workers

CANNOT_CONTINUE = 3
_SELDOM = (10_000, 10, 10)
"""When to look for garbage: a run makes little, and to look as often as Python does takes a twenty-fifth of a month."""
_YEARS = range(2000, 2100)
_DAY = click.DateTime(formats=["%Y-%m-%d", "%d/%m/%Y"])
# What cannot be read is told in our own words, with exit code 3.
_WORKBOOK = click.Path(path_type=Path, dir_okay=True, readable=False)


class _Doorway(click.Group):
    """A group whose commands turn the one error meant for people into words and exit code 3."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command named on the command line."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except (Exception, KeyboardInterrupt) as error:
            _say(_in_words(error), err=True)
            ctx.exit(CANNOT_CONTINUE)


def _say(words: object, *, err: bool = False) -> None:
    """Show words on the terminal, where nothing that a file or its name holds may act on it or turn its words about."""
    shown = str(words)
    if not shown.replace("\n", "").isprintable():
        from edi_reports.writing.characters import printable

        shown = printable(shown)
    try:
        click.echo(shown, err=err)
    except OSError:
        if not err:  # that nobody can be told of findings is no reason to keep the results back
            raise


def _in_words(error: BaseException) -> str:
    from edi_reports.model.finding import CannotContinue

    if isinstance(error, CannotContinue):
        return str(error)
    from edi_reports.model.fault import fault

    return str(fault(error))


def _help_width() -> int:
    """How wide help is written, found out as click does, but without shutil, which is a tenth of the start."""
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
    except (ValueError, OSError):
        columns = 80
    return max(min(columns, 100) - 2, 50)


@click.group(cls=_Doorway, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": _help_width()})
@click.version_option(__version__, prog_name="edi-reports")
def cli() -> None:
    """From an EDI action plan workbook to its tracker, its committee papers and an audit of what changed."""
    for stream in (sys.stdout, sys.stderr):
        # A name may hold what the terminal has no sign for; that is no reason to fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _there(ctx: click.Context, _: click.Parameter, path: Path) -> Path:
    """Refuse settings that are named and not there; only where none are named do the defaults of the tool serve."""
    if ctx.get_parameter_source("settings") is ParameterSource.COMMANDLINE and not os.path.lexists(path):
        from edi_reports.model.messages import cannot_continue
        from edi_reports.model.place import Place

        raise cannot_continue("no-such-file", Place(path.name), file=path.name)
    return path


_plan = click.argument("workbook", type=_WORKBOOK)
_versions = click.argument("workbooks", type=_WORKBOOK, nargs=-1, required=True)
_to = click.option("-o", "--output", type=_WORKBOOK, required=True, help="The file to write.")
_as_at = click.option(
    "--as-at",
    type=_DAY,
    metavar="DATE",
    help="The day for which everything is true, such as 2025-11-30. Default: today.",
)
_settings = click.option(
    "--settings",
    type=_WORKBOOK,
    default=Path("input/settings.xlsx"),
    show_default=True,
    callback=_there,
    help="The settings workbook.",
)
_months = click.option(
    "--months",
    type=_WORKBOOK,
    default=Path("output"),
    show_default=True,
    help="Where months were issued: refs and first due days are as issued there.",
)
_templates = click.option(
    "--templates", type=_WORKBOOK, default=Path("templates"), show_default=True, help="Word templates."
)
_text_or_json = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)
_quiet = click.option("--quiet", is_flag=True, help="Say nothing on standard error but what stops the run.")
_verbose = click.option("--verbose", is_flag=True, help="Show notes too, not only errors and warnings.")


class _Asked(TypedDict):
    """Of which plan a command tells, as at which day, with whose settings, and where its months were issued."""

    workbook: Path
    as_at: datetime | None
    settings: Path
    months: Path


def _of_issued_months(command: Callable[..., None]) -> Callable[..., None]:
    """The options by which a command tells of a plan as the month of that day does; the rest of what it is `_Asked`."""
    return _settings(_months(command))


def _day(as_at: datetime | None) -> date:
    """The day asked for, or today; a mistyped year, or a clock that stands at 1970, would make every action Green."""
    day = as_at.date() if as_at else date.today()  # noqa: DTZ011 - a reporting day is the user's own local day
    if day.year not in _YEARS:
        said = f"{day} is not in the years {_YEARS[0]} to {_YEARS[-1]}, of which months are reported"
        raise click.BadParameter(said, param_hint="--as-at")
    return day


def _moment() -> datetime:
    return datetime.now(UTC)


def _show(findings: Iterable[Finding], *, quiet: bool, verbose: bool = True) -> None:
    if quiet:
        return
    from edi_reports.model.finding import Severity

    notes = 0
    for found in findings:
        if verbose or found.severity is not Severity.NOTE:
            _say(f"{found}\n", err=True)
        else:
            notes += 1
    if notes:
        _say(f"{notes} note{'' if notes == 1 else 's'} more: run with --verbose to see them.\n", err=True)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """Show the step at work on standard error, where that is a terminal and nobody asked for quiet."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Starting") as status:
        yield lambda step: status.update(f"{step} …")


def _exit_code(findings: Iterable[Finding]) -> int:
    from edi_reports.model.finding import Severity

    return 1 if any(found.severity is not Severity.NOTE for found in findings) else 0


@cli.command(short_help="Make the month's tracker and papers.")
@click.argument("workbook", type=_WORKBOOK, required=False)
@_as_at
@click.option("--input", "input_", type=_WORKBOOK, default=Path("input"), show_default=True, help="Where the plan is.")
@click.option("--output", type=_WORKBOOK, default=Path("output"), show_default=True, help="Where the month is written.")
@_templates
@click.option(
    "--replace",
    is_flag=True,
    help="Issue the month again if it comes out differently; the old folder is kept under a dated name.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--plans",
    type=_WORKBOOK,
    metavar="FOLDER",
    help="Run every folder in FOLDER that has its own input, and bring all together in FOLDER/output.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="NUMBER",
    default=1,
    show_default=True,
    help="With --plans: in so many processes.",
)
@click.option("--scheduler", metavar="ADDRESS", default="", help="With --plans: on the Dask cluster at this address.")
@_quiet
@_verbose
@click.pass_context
def month(
    ctx: click.Context,
    workbook: Path | None,
    as_at: datetime | None,
    input_: Path,
    output: Path,
    templates: Path,
    replace: bool,
    dry_run: bool,
    log_format: str,
    plans: Path | None,
    jobs: int,
    scheduler: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make the month's tracker and committee papers from the newest workbook in the input folder, or the one named.

    A workbook named for a later month than the as-at day is left aside.
    """
    begun = time.monotonic()
    _check_together(ctx, several=plans is not None)
    if plans is None:
        workbook = workbook or _newest_workbook(input_, as_at)
        file = _opened(workbook, input_ / "settings.xlsx")
    from edi_reports.month import Desk, Order, run_month
    from edi_reports.settings import load_settings

    order = Order(_day(as_at), replace, dry_run, log_format == "json", workbook)
    if plans is not None:
        from edi_reports.spreading import Workers

        _run_plans(ctx, plans, order, Workers(jobs, scheduler), quiet=quiet, verbose=verbose)
        return
    desk = Desk(input_, output, templates)
    settings, problems = load_settings(desk.settings)
    with _progress(quiet=quiet) as tell:
        issue = run_month(desk, settings, problems, order, _moment, tell, file)
    _show(issue.findings, quiet=quiet, verbose=verbose)
    _say(_summary(issue, time.monotonic() - begun, _done(issue, order)))
    ctx.exit(_exit_code(issue.findings))


def _check_together(ctx: click.Context, *, several: bool) -> None:
    """Refuse options that do not go together."""
    given = {name for name in ctx.params if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    if several and given & {"workbook", "input_", "output", "templates"}:
        own = "each plan has folders of its own"
        raise click.UsageError(f"WORKBOOK, --input, --output and --templates do not go with --plans: {own}.")
    if not several and given & {"jobs", "scheduler"}:
        raise click.UsageError("--jobs and --scheduler go with --plans only.")
    if given >= {"jobs", "scheduler"}:
        raise click.UsageError("--jobs does not go with --scheduler: the cluster has its own workers.")


def _run_plans(ctx: click.Context, plans: Path, order: Order, workers: Workers, *, quiet: bool, verbose: bool) -> None:
    from edi_reports.several import run_plans

    begun = time.monotonic()
    with _progress(quiet=quiet) as tell:
        several = run_plans(plans, order, workers, _moment, tell)
    _show(several.findings, quiet=quiet, verbose=verbose)
    runs = (*several.runs, several.consolidated)
    width = max(len(run.name) for run in runs)
    for run in runs:
        refused = f"Not issued: {run.refused.code}" if run.refused else ""
        _say(f"{run.name:<{width}}   {_one_line(run.issue, order) if run.issue else refused}")
    _say(f"{'Time':<{width}}   {time.monotonic() - begun:.1f} seconds")
    ctx.exit(CANNOT_CONTINUE if several.failed else _exit_code(several.findings))


def _done(issue: Issue, order: Order) -> str:
    return "Unchanged" if issue.unchanged else "Would write" if order.dry_run else "Written"


def _counts(issue: Issue) -> str:
    counts = ", ".join(f"{count} {rag.word}" for rag, count in issue.counts.items() if count)
    return f"{len(issue.rated.actions)}: {counts}"


def _one_line(issue: Issue, order: Order) -> str:
    return f"{_counts(issue)}   {_done(issue, order)} {len(issue.files)} files in {issue.folder}"


def _summary(issue: Issue, seconds: float, done: str) -> str:
    from edi_reports.model.period import long_date

    empty = issue.empty_papers
    found = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in issue.severities.items())
    lines = [
        f"Workbook   {issue.rated.plan.source.name}",
        f"As at      {long_date(issue.rated.as_at)}{_beside_the_period(issue.rated)}",
        f"Actions    {_counts(issue)}",
        f"Findings   {found}",
        f"{done:<10} {len(issue.files)} files in {issue.folder}",
        *(f"             {name}{'   no action goes to it' if name in empty else ''}" for name in issue.files),
        f"Time       {seconds:.1f} seconds",
    ]
    return "\n".join(lines)


def _beside_the_period(rated: RatedPlan) -> str:
    """How far the as-at day lies outside the period of the plan, which may be last year's; nothing within it."""
    from edi_reports.model.period import long_date
    from edi_reports.reports.wording import how_many

    day, period = rated.as_at, rated.plan.period
    if period is None or day in period:
        return ""
    if day < period.start:
        early = how_many((period.start - day).days, "day")
        return f", {early} before the plan's period begins ({long_date(period.start)})"
    return f", {how_many((day - period.due).days, 'day')} after the plan's period ended ({long_date(period.due)})"


def _newest_workbook(folder: Path, as_at: datetime | None) -> Path:
    from edi_reports.workbooks import newest_workbook

    return newest_workbook(folder, _day(as_at))


def _opened(workbook: Path, settings: Path) -> OpenedFile:
    """Open a file before anything else is loaded: one that is refused costs little more than its refusal.

    Only one that is too large is worth a look into the settings, which may raise the limit.
    """
    from edi_reports.model.finding import CannotContinue
    from edi_reports.reading.opening import open_file

    try:
        return open_file(workbook)
    except CannotContinue as refused:
        if refused.finding.code != "too-large":
            raise
    from edi_reports.settings import load_settings

    return open_file(workbook, load_settings(settings)[0].limits)


def _rated(
    workbook: Path, as_at: datetime | None, settings: Path, months: Path | None = None
) -> tuple[ReadPlan, RatedPlan, Settings, Past]:
    """Read the settings and a plan, and rate it as at the day asked for.

    With `months`, as the month of that day does: with the refs and the first due days of those issued there.
    """
    file = _opened(workbook, settings)
    from edi_reports.earlier import Past, past_as_issued, read_and_rate
    from edi_reports.recipe import with_findings
    from edi_reports.settings import load_settings

    trust, problems = load_settings(settings)
    day = _day(as_at)
    inputs = (settings.parent, months.parent / "input") if months else ()
    past = past_as_issued(months, workbook, file.sha256, inputs, day, trust) if months else Past()
    read, rated = read_and_rate(file, past, day, trust)
    return read, with_findings(rated, (*problems, *past.findings)), trust, past


def _print_json(document: dict[str, Any]) -> None:
    from edi_reports.writing.json_text import stretches

    sys.stdout.buffer.writelines(stretches(document))


def _deliver(path: Path, data: bytes) -> None:
    """Write one file, and show what the system had to say when it already stood there."""
    from edi_reports.writing.delivery import deliver_file

    _show(deliver_file(path, data), quiet=False)


def _new_file(path: Path, *endings: str, option: str = "--output") -> None:
    """Refuse a name that says another kind of file, and to write over one that is there in silence."""
    if endings and path.suffix and path.suffix.casefold() not in endings:
        raise click.BadParameter(f"the name must end in {' or '.join(endings)}", param_hint=option)
    if os.path.lexists(path):
        from edi_reports.model.messages import cannot_continue
        from edi_reports.model.place import Place

        raise cannot_continue("file-exists", Place(path.name), file=path.name)


@cli.command(short_help="Print the plan for other programs.")
@_plan
@_as_at
@click.option(
    "--format",
    "format_",
    type=click.Choice(["json", "csv", "parquet"]),
    default="json",
    show_default=True,
    help="JSON for programs; CSV or Parquet with one tidy row an action.",
)
@_settings
@_quiet
@click.pass_context
def export(
    ctx: click.Context, workbook: Path, as_at: datetime | None, format_: str, settings: Path, quiet: bool
) -> None:
    """Print the plan in a workbook, read and rated, for other programs."""
    read, rated, _, _ = _rated(workbook, as_at, settings)
    _show(rated.findings, quiet=quiet)
    if format_ == "json":
        from edi_reports.reports.plan_document import stream_plan_document

        tally = read.raw.tally
        del read  # the cells as typed are as large as the plan made of them
        _print_json(stream_plan_document(rated, tally))
    else:
        from edi_reports.reports.tidy import tidy_csv, tidy_parquet

        sys.stdout.buffer.write(tidy_csv(rated) if format_ == "csv" else tidy_parquet(rated))
    ctx.exit(_exit_code(rated.findings))


@cli.command(short_help="Show how a workbook was understood, and what to look at.")
@_plan
@_text_or_json
@_settings
@click.pass_context
def check(ctx: click.Context, workbook: Path, format_: str, settings: Path) -> None:
    """Show how a workbook was understood: sheets, columns, key, groups, owners, every cell, and what to look at."""
    file = _opened(workbook, settings)
    from edi_reports.model.finding import in_sheet_order
    from edi_reports.recipe import read_bytes
    from edi_reports.reports.check import compose_check_document, compose_check_lines
    from edi_reports.settings import load_settings

    trust, problems = load_settings(settings)
    read = read_bytes(file, trust)
    findings = (*problems, *in_sheet_order(read.findings))
    if format_ == "json":
        _print_json(compose_check_document(read.raw, read.plan, findings))
    else:
        _say("\n".join(compose_check_lines(read.raw, read.plan)))
        for found in findings:
            _say(f"\n{found}")
    ctx.exit(_exit_code(findings))


@cli.command(short_help="Show one action from its cells to its RAG.")
@_plan
@click.argument("ref")
@_as_at
@_text_or_json
@_of_issued_months
def explain(ref: str, format_: str, **asked: Unpack[_Asked]) -> None:
    """Show one action from its cells, as typed, through each reading to its RAG."""
    from edi_reports.model.messages import cannot_continue
    from edi_reports.model.place import Place
    from edi_reports.reports.explain import compose_explanation, compose_explanation_document, find_by_ref
    from edi_reports.reports.wording import listed

    read, rated, _, _ = _rated(**asked)
    found = find_by_ref(rated, ref)
    if not found:
        refs = listed([each.action.ref for each in rated.actions], 30)
        raise cannot_continue("no-such-ref", Place(asked["workbook"].name), wanted=ref, refs=refs)
    if format_ == "json":
        _print_json(compose_explanation_document(read.raw, rated, found))
    else:
        _say("\n\n".join("\n".join(compose_explanation(read.raw, rated, each)) for each in found))


@cli.command(short_help="Say what will turn Red or Amber, month by month.")
@_plan
@_as_at
@click.option("--until", type=_DAY, metavar="DATE", required=True, help="The last day to look ahead to.")
@_text_or_json
@_of_issued_months
def forecast(until: datetime, format_: str, **asked: Unpack[_Asked]) -> None:
    """Say which actions will turn Red or Amber when, if nothing is done, month by month."""
    from edi_reports.reports.forecast import forecast_as_json, forecast_in_words
    from edi_reports.rules import forecast as rules

    _, rated, _, _ = _rated(**asked)
    if until.date() < rated.as_at:
        raise click.BadParameter("the day to look ahead to is before the as-at day", param_hint="--until")
    foreseen = rules.forecast(rated, until.date())
    if format_ == "json":
        _print_json(forecast_as_json(foreseen, rated.plan.source))
    else:
        _say("\n".join(forecast_in_words(foreseen)))


@cli.command(short_help="Write the Excel tracker.")
@_plan
@_as_at
@_to
@_of_issued_months
@_quiet
@click.pass_context
def tracker(ctx: click.Context, output: Path, quiet: bool, **asked: Unpack[_Asked]) -> None:
    """Write the Excel tracker of a workbook."""
    _new_file(output, ".xlsx")
    _, rated, trust, past = _rated(**asked)
    from edi_reports.earlier import changes_since
    from edi_reports.reports.tracker import compose_tracker
    from edi_reports.writing.excel import write_workbook

    composed = compose_tracker(rated, changes_since(rated, past, trust))
    _deliver(output, write_workbook(composed))
    _show((*rated.findings, *composed.findings), quiet=quiet)
    _say(f"Written: {output}")
    ctx.exit(_exit_code(rated.findings))


@cli.command()
@_plan
@_as_at
@click.option("--committee", "name", required=True, help="The committee, as the settings name it.")
@click.option("--appendix", is_flag=True, help="Add the full list of actions.")
@_templates
@_to
@_of_issued_months
@_quiet
@click.pass_context
def paper(
    ctx: click.Context,
    name: str,
    appendix: bool,
    templates: Path,
    output: Path,
    quiet: bool,
    **asked: Unpack[_Asked],
) -> None:
    """Write the Word paper of one committee."""
    _new_file(output, ".docx")
    _, rated, trust, past = _rated(**asked)
    from edi_reports.earlier import changes_since
    from edi_reports.month import template_for
    from edi_reports.reports.paper import compose_paper
    from edi_reports.writing.word import write_document

    committee = next((c for c in trust.committees if c.name.casefold() == name.casefold()), None)
    if committee is None:
        known = ", ".join(c.name for c in trust.committees)
        raise click.BadParameter(f'"{name}" is not among {known}', param_hint="--committee")
    template, findings = template_for(committee, templates, trust)
    changes = changes_since(rated, past, trust)
    document = compose_paper(rated, committee, trust.paper, changes, earlier=past.latest, appendix=appendix)
    _deliver(output, write_document(document, template))
    _show((*rated.findings, *findings), quiet=quiet)
    _say(f"Written: {output}")
    ctx.exit(_exit_code((*rated.findings, *findings)))


def _write_report(output: Path, workbook: Callable[[], Workbook], paper: Callable[[], Document]) -> None:
    """Write a report in the format that the file name asks for."""
    kind = output.suffix.casefold()
    if kind not in (".xlsx", ".docx"):
        raise click.BadParameter("the name must end in .xlsx or .docx", param_hint="--output")
    _new_file(output)
    if kind == ".docx":
        _deliver(output, _plain_paper(paper()))
    else:
        from edi_reports.writing.excel import write_workbook

        _deliver(output, write_workbook(workbook()))
    _say(f"Written: {output}")


def _plain_paper(document: Document) -> bytes:
    from edi_reports.writing.default_template import write_default_template
    from edi_reports.writing.word import write_document

    return write_document(document, write_default_template())


@cli.command(short_help="Tell what changed between versions.")
@_versions
@_as_at
@_text_or_json
@click.option("-o", "--output", type=_WORKBOOK, help="Write the change log to this file: .xlsx or .docx.")
@_settings
@click.pass_context
def audit(
    ctx: click.Context,
    workbooks: tuple[Path, ...],
    as_at: datetime | None,
    format_: str,
    output: Path | None,
    settings: Path,
) -> None:
    """Tell what changed between two or more versions of a workbook, oldest first. Exit 0: nothing, 1: they differ."""
    from edi_reports.reports.change_log import compose_change_log
    from edi_reports.settings import load_settings
    from edi_reports.versions import audit_workbooks, made_with

    if len(workbooks) < 2:
        raise click.UsageError("an audit needs two versions of the workbook: the old one and the new one")
    trust, problems = load_settings(settings)
    found = audit_workbooks(workbooks, trust)
    _show(problems, quiet=False)
    if output is None and format_ == "json":
        from edi_reports.reports.changes_document import compose_audit_document

        _print_json(compose_audit_document(found))
    else:
        _tell_changes(compose_change_log(found, made_with(trust)), output, _day(as_at), trust.paper.organisation)
    ctx.exit(1 if found.whole.differ else 0)


def _tell_changes(log: ChangeLog, output: Path | None, day: date, organisation: str) -> None:
    """Show a change log on the terminal, or write it to a file."""
    if output is None:
        from edi_reports.terminal import show_change_log

        show_change_log(log)
        return
    from edi_reports.reports.change_log_files import compose_change_log_paper, compose_change_log_workbook

    _write_report(
        output,
        lambda: compose_change_log_workbook(log, day),
        lambda: compose_change_log_paper(log, day, organisation),
    )


@cli.command(short_help="Tell each action's life through many versions.")
@_versions
@_as_at
@_text_or_json
@click.option("-o", "--output", type=_WORKBOOK, help="Write the history to this file: .xlsx or .docx.")
@_settings
def history(
    workbooks: tuple[Path, ...], as_at: datetime | None, format_: str, output: Path | None, settings: Path
) -> None:
    """Tell each action's life through many versions: dates in turn, progress and RAG, worst slippage first."""
    from edi_reports.reports import history_report
    from edi_reports.settings import load_settings
    from edi_reports.versions import trace_workbooks

    trust, problems = load_settings(settings)
    day = _day(as_at)
    traced, title = trace_workbooks(workbooks, day, trust)
    _show(problems, quiet=False)
    if output:
        from edi_reports.reports.history_workbook import compose_history_workbook

        _write_report(
            output,
            lambda: compose_history_workbook(traced, title, day),
            lambda: history_report.compose_history_paper(traced, title, day, trust.paper.organisation),
        )
    elif format_ == "json":
        _print_json(history_report.compose_history_document(traced))
    else:
        from edi_reports.terminal import show_tables

        tables = (history_report.trend_table(traced), history_report.movement_table(traced))
        show_tables(title, history_report.summarise_history(traced), (*tables, history_report.lives_table(traced)))


@cli.command(short_help="Hold every issued month against its manifest.")
@click.argument("output", type=_WORKBOOK, default=Path("output"))
@click.pass_context
def verify(ctx: click.Context, output: Path) -> None:
    """Hold every issued month against its manifest: what was changed, is missing or was added since."""
    from edi_reports.manifest import month_folders, verify_output
    from edi_reports.model.messages import cannot_continue
    from edi_reports.model.place import Place

    months = month_folders(output)
    if not months:
        raise cannot_continue("nothing-issued", Place(output.name), folder=output)
    findings = tuple(verify_output(output))
    for found in findings:
        _say(f"{found}\n")
    whole = f"{len(months)} issued month{'' if len(months) == 1 else 's'} checked: "
    _say(whole + (f"{len(findings)} to look at." if findings else "every file is as it was issued."))
    ctx.exit(1 if findings else 0)


def _write_for_owners(
    make: Callable[[Mapping[str, RatedPlan]], dict[str, bytes]],
    ending: str,
    owner: str | None,
    everyone: bool,
    output: Path,
    asked: _Asked,
) -> None:
    """Write what is made of the plan of one owner, or of every owner; files are named for owners, with this ending."""
    from edi_reports.owner_packs import file_names
    from edi_reports.reports.briefing import owners_to_brief

    _, rated, trust, _ = _rated(**asked)
    owned = _one_or_all(owner, everyone, owners_to_brief(rated))
    names = file_names(owned, trust.owners, ending)
    files = make(owned)
    if everyone:
        _deliver_each(output, files, names)
    else:
        _new_file(output, PurePath(ending).suffix)
        _deliver(output, next(iter(files.values())))
        _say(f"Written: {output}")


def _one_or_all(owner: str | None, everyone: bool, owners: Mapping[str, RatedPlan]) -> Mapping[str, RatedPlan]:
    """The owners that are asked for, one by name or all, with the plan of each."""
    if (owner is None) != everyone:
        raise click.UsageError("name one --owner, or ask for --all", click.get_current_context())
    if owner is None:
        return owners
    found = {name: rated for name, rated in owners.items() if name.casefold() == owner.casefold()}
    if not found:
        raise click.BadParameter(f'"{owner}" owns no action; owners are {", ".join(owners)}', param_hint="--owner")
    return found


def _deliver_each(folder: Path, files: Mapping[str, bytes], names: Mapping[str, str]) -> None:
    """Write the file of each owner into a new folder, all or none, and say whose is whose where a name does not."""
    from edi_reports.owner_packs import NUMBERED
    from edi_reports.writing.delivery import deliver_folder

    _new_file(folder)
    _show(deliver_folder(folder, {names[owner]: data for owner, data in files.items()}), quiet=False)
    _say(f"Written: {folder}, {len(files)} file{'' if len(files) == 1 else 's'}")
    for owner, name in names.items():
        if NUMBERED.match(name):
            _say(f"  {name} is for {owner}")


_owner = click.option("--owner", help="One owner, as the tracker names them.")
_everyone = click.option("--all", "everyone", is_flag=True, help="Every owner; -o then names a new folder.")


@cli.command(short_help="Write a one-page briefing for an owner, or for each.")
@_plan
@_as_at
@_owner
@_everyone
@_to
@_of_issued_months
def briefing(owner: str | None, everyone: bool, output: Path, **asked: Unpack[_Asked]) -> None:
    """Write a one-page briefing for an owner: what is yours, what is late or due soon, what we need from you."""
    from edi_reports.reports.briefing import compose_briefing

    def make(owned: Mapping[str, RatedPlan]) -> dict[str, bytes]:
        return {name: _plain_paper(compose_briefing(theirs, name)) for name, theirs in owned.items()}

    _write_for_owners(make, "briefing.docx", owner, everyone, output, asked)


@cli.command(short_help="Write a workbook for an owner, or for each, to fill in.")
@_plan
@_as_at
@_owner
@_everyone
@_to
@_of_issued_months
def pack(owner: str | None, everyone: bool, output: Path, **asked: Unpack[_Asked]) -> None:
    """Write a workbook for an owner to fill in: only their rows, with progress to choose and an update to write."""
    from edi_reports.owner_packs import make_packs

    _write_for_owners(make_packs, "pack.xlsx", owner, everyone, output, asked)


@cli.command(short_help="List what came back in owners' packs.")
@click.argument("packs", type=_WORKBOOK, nargs=-1, required=True)
@click.option("--plan", type=_WORKBOOK, help="The plan as it is now. Default: the newest workbook in input.")
@click.option("--into", type=_WORKBOOK, required=True, help="The workbook of proposed changes to write.")
@_as_at
@_of_issued_months
@click.pass_context
def collect(
    ctx: click.Context,
    packs: tuple[Path, ...],
    plan: Path | None,
    into: Path,
    as_at: datetime | None,
    settings: Path,
    months: Path,
) -> None:
    """List what came back in owners' packs, what conflicts with the plan as it is now, and who has not replied."""
    from edi_reports.owner_packs import collect_packs
    from edi_reports.reports.returns import returns_in_words

    _new_file(into, ".xlsx", option="--into")
    _, rated, trust, _ = _rated(plan or _newest_workbook(Path("input"), as_at), as_at, settings, months)
    returns, report = collect_packs(packs, rated, trust.limits)
    _deliver(into, report)
    _show(returns.findings, quiet=False)
    _say(f"Written: {into}. Nothing was written into the plan.")
    _say("\n".join(returns_in_words(returns)))
    ctx.exit(max(_exit_code(returns.findings), min(returns.conflicts, 1)))


@cli.command(short_help="Write a settings workbook, filled from the plan.")
@click.argument("workbook", type=_WORKBOOK, required=False)
@click.option(
    "-o", "--output", type=_WORKBOOK, default=Path("input/settings.xlsx"), show_default=True, help="The file to write."
)
def init(workbook: Path | None, output: Path) -> None:
    """Write a settings workbook, filled with what was understood from the plan. It never overwrites one."""
    from edi_reports.recipe import read_plan
    from edi_reports.reports.settings_sheets import compose_settings
    from edi_reports.settings import Settings
    from edi_reports.writing.excel import write_workbook

    _new_file(output, ".xlsx")
    trust = Settings()
    read = read_plan(workbook, trust) if workbook else None
    raw, plan = (read.raw, read.plan) if read else (None, None)
    composed = compose_settings(
        raw, plan, trust.owners, trust.committees, trust.rag, trust.paper, trust.email, _day(None)
    )
    _deliver(output, write_workbook(composed))
    _say(f"Written: {output}. Open it in Excel; what it does is explained in place.")


_issued_month = click.argument("month", type=click.DateTime(formats=["%Y-%m"]), metavar="MONTH")
_issued_in = click.option(
    "--output", type=_WORKBOOK, default=Path("output"), show_default=True, help="Where months are."
)


@cli.command(short_help="Write drafts of the e-mails for an issued month.")
@_issued_month
@click.option("--replace", is_flag=True, help="Write other drafts anew; the old folder is kept under a dated name.")
@_issued_in
@_settings
@_quiet
@click.pass_context
def draft(ctx: click.Context, month: datetime, replace: bool, output: Path, settings: Path, quiet: bool) -> None:
    """Write drafts for an issued MONTH, such as 2025-11: papers to secretaries, digests to owners. Nothing is sent."""
    from edi_reports.emailing.drafting import draft_month
    from edi_reports.model.period import ReportingMonth
    from edi_reports.settings import load_settings

    trust, problems = load_settings(settings)
    drafted = draft_month(output, ReportingMonth.of(month.date()), trust, _moment() if replace else None)
    findings = (*problems, *drafted.findings)
    _show(findings, quiet=quiet)
    _say(drafted)
    ctx.exit(_exit_code(findings) if drafted.drafts else CANNOT_CONTINUE)


def _address(_: click.Context, __: click.Parameter, value: str) -> str:
    from edi_reports.model.email import is_address

    return _only(value, is_address, "an address such as name@nhs.net")


def _host(_: click.Context, __: click.Parameter, value: str) -> str:
    from edi_reports.model.email import is_host

    return _only(value, is_host, "the name of a server")


def _only(value: str, meant: Callable[[str], bool], wanted: str) -> str:
    if value and not meant(value):
        raise click.BadParameter(f'"{value}" is not {wanted}')
    return value


@cli.command(short_help="Send the e-mails of an issued month, after asking.")
@_issued_month
@click.option("--via", type=click.Choice(["smtp"]), default="smtp", expose_value=False, help="How to send: smtp.")
@click.option(
    "--host",
    envvar="EDI_REPORTS_SMTP_HOST",
    show_envvar=True,
    callback=_host,
    help="The mail server. Default: from the settings, as for port, security and from.",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), envvar="EDI_REPORTS_SMTP_PORT", show_envvar=True, help="Its port."
)
@click.option(
    "--security",
    type=click.Choice(["starttls", "tls"]),
    envvar="EDI_REPORTS_SMTP_SECURITY",
    show_envvar=True,
    help="How the connection is encrypted.",
)
@click.option(
    "--from",
    "sender",
    envvar="EDI_REPORTS_SMTP_FROM",
    show_envvar=True,
    callback=_address,
    help="The address that messages come from.",
)
@click.option(
    "--ca-file",
    type=_WORKBOOK,
    envvar="EDI_REPORTS_SMTP_CA_FILE",
    show_envvar=True,
    help="Certificates (PEM) to trust in place of the system's.",
)
@click.option("--test-to", metavar="ADDRESS", callback=_address, help="Send all to this address; it is not recorded.")
@click.option("--again", is_flag=True, help="Send also what is in doubt: broken off, or changed since it was sent.")
@click.option("--yes", is_flag=True, help="Send without asking.")
@_issued_in
@_settings
@_quiet
@click.pass_context
def send(
    ctx: click.Context,
    month: datetime,
    host: str | None,
    port: int | None,
    security: str | None,
    sender: str | None,
    ca_file: Path | None,
    test_to: str | None,
    again: bool,
    yes: bool,
    output: Path,
    settings: Path,
    quiet: bool,
) -> None:
    """Show to whom the messages of an issued MONTH go, ask, and send each of them once.

    The user name and password of the server, where it wants them, are taken from EDI_REPORTS_SMTP_USER and
    EDI_REPORTS_SMTP_PASSWORD in the environment, and from nowhere else.
    """
    from edi_reports.emailing import sending
    from edi_reports.emailing.issued import read_issued
    from edi_reports.model.email import Security
    from edi_reports.model.finding import Severity
    from edi_reports.model.period import ReportingMonth
    from edi_reports.settings import load_settings
    from edi_reports.writing.delivery import only_one_run

    trust, problems = load_settings(settings)
    email = trust.email.over(host=host, port=port, security=security and Security(security), sender=sender)
    server = sending.server_of(email, os.environ, ca_file)
    issued = read_issued(output, ReportingMonth.of(month.date()))
    with only_one_run(output):
        batch = sending.prepare(issued, trust, test_to=test_to or "", again=again)
        _show((*problems, *batch.findings), quiet=quiet)
        _say(batch)
        if batch.errands and not yes and not _agreed(f"Send through {server.place}?"):
            ctx.exit(CANNOT_CONTINUE)
        sent = sending.send(batch, server, email.sender, _moment)
    _show(sent.findings, quiet=quiet)
    _say(f"Sent: {sent.messages} of {len(batch.errands)}")
    findings = (*problems, *batch.findings, *sent.findings)
    failed = any(found.severity is Severity.ERROR for found in findings)
    ctx.exit(CANNOT_CONTINUE if failed and not sent.messages else _exit_code(findings))


def _agreed(question: str) -> bool:
    try:
        return click.confirm(question, err=True)
    except click.Abort:
        return False


def _with_streams() -> None:
    """Let a stream that is closed, as `>&-` leaves it, lead to nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open until the end


def main() -> None:
    """Run the command line; a reader that went away, such as `| head`, is no error."""
    gc.set_threshold(*_SELDOM)
    _with_streams()
    try:
        cli(prog_name="edi-reports")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # such as help that is sent to a full disk, before any command is run
        _say(_in_words(error), err=True)
        sys.exit(CANNOT_CONTINUE)
