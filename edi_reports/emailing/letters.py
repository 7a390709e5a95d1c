"""What messages say: the covering letter of a committee's paper, and the digest of an owner's actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from edi_reports.emailing.body import LetterPart
from edi_reports.emailing.draft import Attachment
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.owner import Part
from edi_reports.model.period import ReportingMonth, long_date
from edi_reports.model.plan import RatedAction, RatedPlan
from edi_reports.model.rag import Rag
from edi_reports.reports.parts import Column, Heading, Paragraph, Table
from edi_reports.reports.wording import beside_its_rag, how_many, listed, one_line, sentence, so_many
from edi_reports.writing.characters import printable

PLAN = "equality, diversity and inclusion action plan"

MOST_ROWS = 100
"""Actions that a section of a digest shows: a longer message is not read, and one of thousands not delivered."""

_LONGEST_TEXT = 240
_LONGEST_LINE = 150
_COLUMNS = (Column("Ref", 10), Column("Action", 47), Column("RAG", 13), Column("Why", 30))
_ASKED_ABOUT = {
    ProgressState.NOT_STATED: "the plan does not say how far it is",
    ProgressState.PROPOSED_FOR_CLOSURE: "it is proposed for closure, and the evidence is still to be seen",
}


class _Section(Struct, frozen=True):
    """A part of a digest: its heading, the words that count it in a subject, what is asked, which actions it holds."""

    heading: str
    counted: str
    ask: str
    holds: Callable[[RatedAction], bool]


# An action stands in the first section that holds it. What none holds is completed.
_SECTIONS = (
    _Section(
        "Overdue",
        "overdue",
        "Please say what holds each of these up, and the day by which it will be done.",
        lambda rated: rated.rating.rag is Rag.RED,
    ),
    _Section(
        "Due soon or at risk",
        "due soon or at risk",
        "Please say whether each of these will be done in time, and what would help.",
        lambda rated: rated.rating.rag is Rag.AMBER,
    ),
    _Section(
        "To confirm",
        "to confirm",
        "Please supply what is missing, so that the next report can show where each of these stands.",
        lambda rated: rated.rating.rag is Rag.NOT_RATED or rated.action.progress.state in _ASKED_ABOUT,
    ),
    _Section(
        "On track",
        "",
        "Nothing is needed unless something has changed.",
        lambda rated: rated.action.progress.state is not ProgressState.COMPLETED,
    ),
)


def plain_line(text: str) -> str:
    """The text on one line without control characters, and no longer than mail programs can show."""
    line = " ".join(printable(text).split())
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"


def compose_covering_letter(rated: RatedPlan, committee: str, paper: Attachment) -> tuple[str, tuple[LetterPart, ...]]:
    """The subject and the words that go to the secretary of a committee with its paper."""
    seen = [each.rating.rag for each in rated.actions if committee in each.committees]
    subject = plain_line(f"EDI action plan paper for the {committee}, {ReportingMonth.of(rated.as_at)}")
    parts = (
        Paragraph(f"The paper on the {PLAN} for the {committee} is attached. {_figures(seen, rated.as_at)}"),
        Paragraph(
            'Entries marked "To be completed" are for people to judge; they have to be filled in before the paper is '
            "circulated."
        ),
        Paragraph(f"Attached: {paper.name}\nSHA-256, by which it can be proved unchanged: {paper.sha256}"),
    )
    return subject, parts


def _figures(seen: Sequence[Rag], as_at: date) -> str:
    counts = [(seen.count(rag), rag.word) for rag in Rag if rag in seen]
    figures = listed([so_many(count, f"is {word}", f"are {word}") for count, word in counts])
    of_them = f": {figures}" if figures else ""
    return f"As at {long_date(as_at)} the committee sees {how_many(len(seen), 'action')}{of_them}."


def compose_digest(
    rated: RatedPlan, owner: str, names: frozenset[str], actions: Sequence[RatedAction]
) -> tuple[str, tuple[LetterPart, ...]]:
    """The subject and the words of an owner's digest: overdue first, then due soon, to confirm, on track.

    `names` are the spellings, in lower case, by which the plan calls the owner; the subject names nobody.
    """
    standing = [each for each in actions if not each.action.cancelled]
    held = _by_section(standing)
    completed, cancelled = len(standing) - sum(len(those) for _, those in held), len(actions) - len(standing)
    opening = f"Owner: {owner}. This is how your actions in the {PLAN} stand as at {long_date(rated.as_at)}."
    closing = f'All of this comes from "{rated.plan.source.name}"; what is corrected there shows in the next report.'
    parts: list[LetterPart] = [Paragraph(opening)]
    for section, those in held:
        parts += [
            Heading(f"{section.heading}: {how_many(len(those), 'action')}"),
            Paragraph(section.ask),
            Table(section.heading, _COLUMNS, tuple(_row(each, names) for each in those[:MOST_ROWS])),
        ]
        if (others := len(those) - MOST_ROWS) > 0:
            parts.append(
                Paragraph(f"{so_many(others, 'more is', 'more are')} not shown here; the tracker has them all.")
            )
    if completed:
        parts.append(Paragraph(f"{so_many(completed, 'action is', 'actions are')} completed. Thank you."))
    if cancelled:
        parts.append(Paragraph(f"{so_many(cancelled, 'action is', 'actions are')} cancelled in the plan."))
    asked = any(section.counted for section, _ in held)
    reply = "Please reply to this message." if asked else "Reply to this message only if something has changed."
    parts.append(Paragraph(f"{reply} {closing}"))
    return _digest_subject(rated.as_at, held), tuple(parts)


def _by_section(actions: Sequence[RatedAction]) -> list[tuple[_Section, list[RatedAction]]]:
    """The actions by section, soonest due first, without empty sections and without those completed."""
    held: dict[str, list[RatedAction]] = {section.heading: [] for section in _SECTIONS}
    for each in sorted(actions, key=lambda rated: rated.action.target.due or date.max):
        section = next((section for section in _SECTIONS if section.holds(each)), None)
        if section:
            held[section.heading].append(each)
    return [(section, held[section.heading]) for section in _SECTIONS if held[section.heading]]


def _digest_subject(as_at: date, held: Sequence[tuple[_Section, Sequence[RatedAction]]]) -> str:
    counts = ", ".join(f"{len(those)} {section.counted}" for section, those in held if section.counted)
    return plain_line(f"Your EDI actions as at {long_date(as_at)}{f': {counts}' if counts else ''}")


def _row(rated: RatedAction, names: frozenset[str]) -> tuple[str | Rag, ...]:
    action, rating = rated.action, rated.rating
    what = [one_line(" ".join(action.text.split()), _LONGEST_TEXT), *_shared(action, names)]
    why = [beside_its_rag(rating)]
    if action.progress.state in _ASKED_ABOUT:
        why.append(sentence(_ASKED_ABOUT[action.progress.state]))
    return action.ref, "\n".join(what), rating.rag, "\n".join(why)


def _shared(action: Action, names: frozenset[str]) -> list[str]:
    """Who else answers for an action or supports it, as its owner should know."""
    others = [owner for owner in action.owners if owner.name.casefold() not in names]
    leads = listed([owner.name for owner in others if owner.part is Part.LEAD])
    supporters = listed([owner.name for owner in others if owner.part is Part.SUPPORT])
    said = []
    if not any(owner.name.casefold() in names for owner in action.leads):
        said.append(sentence(f"you support this action{f'; it is led by {leads}' if leads else ''}"))
    elif leads:
        said.append(sentence(f"shared with {leads}"))
    if supporters:
        said.append(sentence(f"supported by {supporters}"))
    return said
