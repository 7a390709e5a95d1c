"""Papers for tests, and a way to look into their parts."""

from __future__ import annotations

from edi_reports.model.change import PlanChanges
from edi_reports.model.committee import Committee
from edi_reports.model.paper import PaperSettings
from edi_reports.model.plan import RatedPlan
from edi_reports.reports.paper import compose_paper
from edi_reports.reports.parts import Bullets, Document, Heading, Paragraph, Part, Table

PEOPLE = Committee("People Committee", ("WRES",))
QUALITY = Committee("Quality Committee", ("EDS22 Domain 1",))


def a_paper(
    plan: RatedPlan,
    committee: Committee = PEOPLE,
    changes: PlanChanges | None = None,
    earlier: RatedPlan | None = None,
    appendix: bool = False,
) -> Document:
    """The paper for a committee, with the default cover sheet."""
    return compose_paper(plan, committee, PaperSettings(), changes, appendix, earlier)


def section(document: Document, heading: str) -> tuple[Part, ...]:
    """The parts under a heading, up to the next of the same level or above."""
    parts = document.parts
    start = next(at for at, part in enumerate(parts) if isinstance(part, Heading) and part.text == heading)
    level = next(part.level for part in parts[start:] if isinstance(part, Heading))
    ends = (at for at, part in enumerate(parts) if at > start and isinstance(part, Heading) and part.level <= level)
    return parts[start + 1 : next(ends, len(parts))]


def sentences(document: Document, heading: str) -> list[str]:
    """The numbered paragraphs and bullets of a section."""
    found: list[str] = []
    for part in section(document, heading):
        found += [part.text] if isinstance(part, Paragraph) else part.items if isinstance(part, Bullets) else []
    return found


def table(document: Document, heading: str) -> Table:
    """The table of a section."""
    return next(part for part in section(document, heading) if isinstance(part, Table))
