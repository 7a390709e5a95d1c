"""The doorway: options in, exit code out. Results go to standard output or files, everything else to standard error.

Exit codes: 0 done, 1 done with warnings or errors to look at, 2 the command line is wrong, 3 could not continue.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from edi_reports import __version__
from edi_reports.model.finding import CannotContinue, Finding, Severity

if TYPE_CHECKING:
    from edi_reports.month import Issue

CANNOT_CONTINUE = 3
_DAY = click.DateTime(formats=["%Y-%m-%d", "%d/%m/%Y"])
_WORKBOOK = click.Path(path_type=Path, dir_okay=True)


class _Doorway(click.Group):
    """A group whose commands turn the one error meant for people into words and exit code 3."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command named on the command line."""
        try:
            return super().invoke(ctx)
        except CannotContinue as error:
            click.echo(str(error), err=True)
            ctx.exit(CANNOT_CONTINUE)


@click.group(cls=_Doorway, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="edi-reports")
def cli() -> None:
    """From an EDI action plan workbook to its tracker, its committee papers and an audit of what changed."""


_as_at = click.option("--as-at", type=_DAY, help="The day for which everything is true, YYYY-MM-DD. Default: today.")
_settings = click.option(
    "--settings", type=_WORKBOOK, default=Path("input/settings.xlsx"), show_default=True, help="The settings workbook."
)
_quiet = click.option("--quiet", is_flag=True, help="Say nothing on standard error but what stops the run.")


def _day(as_at: datetime | None) -> date:
    return as_at.date() if as_at else date.today()  # noqa: DTZ011 - a reporting day is the user's own local day


def _moment() -> datetime:
    return datetime.now(UTC)


def _show(findings: Iterable[Finding], *, quiet: bool) -> None:
    if not quiet:
        for found in findings:
            click.echo(f"{found}\n", err=True)


def _exit_code(findings: Iterable[Finding]) -> int:
    return 1 if any(found.severity is not Severity.NOTE for found in findings) else 0


@cli.command()
@click.argument("workbook", type=_WORKBOOK, required=False)
@_as_at
@click.option("--input", "input_", type=_WORKBOOK, default=Path("input"), show_default=True, help="Where the plan is.")
@click.option("--output", type=_WORKBOOK, default=Path("output"), show_default=True, help="Where the month is written.")
@click.option("--templates", type=_WORKBOOK, default=Path("templates"), show_default=True, help="Word templates.")
@_quiet
@click.pass_context
def month(
    ctx: click.Context,
    workbook: Path | None,
    as_at: datetime | None,
    input_: Path,
    output: Path,
    templates: Path,
    quiet: bool,
) -> None:
    """Make the month's tracker and committee papers from the newest workbook in the input folder, or the one named."""
    from edi_reports.month import Desk, newest_workbook, run_month
    from edi_reports.settings import load_settings

    begun = time.monotonic()
    desk = Desk(input_, output, templates)
    settings, problems = load_settings(desk.settings)
    chosen = workbook or newest_workbook(desk.input)
    issue = run_month(desk, settings, problems, chosen, _day(as_at), _moment)
    _show(issue.rated.findings, quiet=quiet)
    click.echo(_summary(issue, time.monotonic() - begun))
    ctx.exit(_exit_code(issue.rated.findings))


def _summary(issue: Issue, seconds: float) -> str:
    from edi_reports.model.period import long_date

    counts = ", ".join(f"{count} {rag.word}" for rag, count in issue.counts.items() if count)
    found = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in issue.findings.items())
    lines = [
        f"Workbook   {issue.rated.plan.source.name}",
        f"As at      {long_date(issue.rated.as_at)}",
        f"Actions    {len(issue.rated.actions)}: {counts}",
        f"Findings   {found}",
        f"Written    {len(issue.files)} files in {issue.folder}",
        *(f"             {name}" for name in issue.files),
        f"Time       {seconds:.1f} seconds",
    ]
    return "\n".join(lines)


@cli.command()
@click.argument("workbook", type=_WORKBOOK)
@_as_at
@click.option("--format", "format_", type=click.Choice(["json"]), default="json", show_default=True, help="The format.")
@_settings
@_quiet
@click.pass_context
def export(
    ctx: click.Context, workbook: Path, as_at: datetime | None, format_: str, settings: Path, quiet: bool
) -> None:
    """Print the plan in a workbook, read and rated, for other programs."""
    from edi_reports.month import json_bytes
    from edi_reports.recipe import rate_plan, read_plan, with_findings
    from edi_reports.reports.plan_document import compose_plan_document
    from edi_reports.settings import load_settings

    trust, problems = load_settings(settings)
    read = read_plan(workbook, trust)
    rated = with_findings(rate_plan(read, _day(as_at), trust), problems)
    _show(rated.findings, quiet=quiet)
    sys.stdout.buffer.write(json_bytes(compose_plan_document(rated, read.raw.tally)))
    ctx.exit(_exit_code(rated.findings))


def main() -> None:
    """Run the command line; a reader that went away, such as `| head`, is no error."""
    try:
        cli(prog_name="edi-reports")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
