"""From the words or the fill of a progress or RAG column to what the owner reports, and the RAG that the plan states.

Words are read from the front, part by part ("Amber - on track", "Completed (June 2025)"), and only as far as they are
known: "Completed a review and will start training" is a story, not a state. A phrase that says how an action fares
but not whether it was begun ("at risk", "overdue") gives no state. Fills mean only what the key says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from edi_reports.model.action import Progress, ProgressSource, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.raw import RawCell
from edi_reports.normalising.colours import HARDLY_VISIBLE, difference, is_white, nearest_entry, rag_of_fill
from edi_reports.normalising.spelling import plain, single_spaced

State = ProgressState


@dataclass(frozen=True, slots=True)
class Said:
    """What a text or a key says: a state, a RAG, both or neither; `known` when all of its front was understood."""

    state: ProgressState | None = None
    rag: Rag | None = None
    known: bool = False


_COLOURS = {"red": Rag.RED, "amber": Rag.AMBER, "green": Rag.GREEN, "blue": Rag.BLUE}
_LETTERS = {"r": Rag.RED, "a": Rag.AMBER, "g": Rag.GREEN, "b": Rag.BLUE}
_COLOUR = re.compile(r"\b(red|amber|green|blue)\b")
_LABEL = re.compile(
    r"\b(?:b?rag|status|rating|rated|progress|state|action|actions|now|currently|current|fully|all|is|this)\b"
)
_WHEN = re.compile(
    r"\b(?:since|in|on|by|as of|as at|during|from|q[1-4]|h[12]|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*"
    r"|nov\w*|dec\w*|\d{1,2}(?:st|nd|rd|th)|(?<!\S)\d{1,4}(?:/\d{1,4}){0,2}(?![\d%]))(?!\S)"
)
_PART = re.compile(r"\s+-+\s+|[\n;:(),\[\]|]|\.(?:\s|$)|(?<=[a-z])\s*/\s*(?=[a-z])|(?<=[a-z])-(?=on |at |off )")

# The first pattern that a whole part matches says its state.
_STATES: tuple[tuple[ProgressState | None, str], ...] = (
    (State.COMPLETED, r"100 ?%(?: (?:complete|done)d?)?"),
    (State.NOT_STARTED, r"0 ?%(?: (?:complete|done)d?)?"),
    (State.IN_PROGRESS, r"\d\d?(?:\.\d+)? ?%(?: (?:complete|done)d?)?"),
    (
        State.NOT_STARTED,
        r"(?:work )?(?:has |have )?(?:not|yet|not yet|to|to be|still to|due to|n/?s)(?: yet)?(?: to)?(?: be)?"
        r"(?: (?:been )?(?:begun|begin|started|start|commenced|commence))(?: yet)?|ns|unstarted|no progress(?: yet| to date)?"
        r"|(?:work )?(?:has )?(?:yet )?to (?:start|begin|commence)|on track to (?:start|begin)",
    ),
    (
        State.PROPOSED_FOR_CLOSURE,
        r"(?:propos\w+|recommend\w*|suggest\w*|ready|request\w*|await\w*|pending|submitted|for)(?: (?:for|to|be|approval))*"
        r" clos(?:ure|ing|e|ed)",
    ),
    (None, r"(?:not|in|not yet|un)[ -]?(?:complete|completed|achieved|done|met|finished|closed)"),
    (
        State.IN_PROGRESS,
        r"(?:partly|partially|part|nearly|almost|substantially|mostly|near|nearing|largely)[ -](?:complete[d]?|completion|achieved"
        r"|implemented|done|delivered|met)",
    ),
    (
        State.COMPLETED,
        r"complete[d]?|completion|done|closed|finished|achieved|delivered|concluded|complete and closed|closed and complete"
        r"|c|✓+|✔+|☑|✅|[û√]|actioned|action closed",
    ),
    (
        State.IN_PROGRESS,
        r"(?:work |still |well )?(?:in[ -]?progress|under[ -]?way|progressing|begun|started|commenced|on-?going|continuing|continuous"
        r"|active|in development|being implemented|in train|open|wip|work in progress|partial(?:ly)?|live|mobilis(?:ed|ing))(?: well)?"
        r"|ip|o|on[ -](?:track|target|schedule|course|plan)(?: (?:to|for) (?:complete|completion|deliver\w*|achieve|be complete[d]?))?"
        r"|work (?:has )?(?:started|begun|commenced)",
    ),
)
_FARES = (
    r"(?:(?:major|minor|some|significant|high|low|at|no|slight|serious)? ?(?:risks?|delays?|issues?|concerns?|slippage|problems?)(?: (?:of|to|with|in)"
    r" (?:delay|delivery|slippage|non[ -]?delivery|timescales?|deadline|progress|target))?|delayed|overdue|off[ -](?:track|target|plan|schedule)|behind(?: schedule| plan)?"
    r"|slipp(?:ed|ing)|late|on hold|paused|deferred|stalled|missed|not met|critical|not on track|deadline missed|past due|requires attention"
    r"|cancelled|withdrawn|superseded|removed|not applicable|n/?a|tbc|-|nearly on track|some concerns?|not due(?: yet)?|not yet due|future|planned)"
)
_KNOWN = tuple((state, re.compile(words)) for state, words in _STATES)
_FARES_ONLY = re.compile(_FARES)


def read_words(text: str) -> Said:
    """What the front of a text says of progress and RAG."""
    state: ProgressState | None = None
    rags: list[Rag] = []
    parts = [part for part in _PART.split(plain(text).lower()) if part.strip(" -.!*•")]
    for place, part in enumerate(parts):
        said = _read_part(part, alone=len(parts) == 1)
        if not said.known:
            return _together(state, rags, known=place > 0 and bool(state or rags))
        state = state or said.state
        rags += [said.rag] if said.rag else []
    return _together(state, rags, known=bool(parts))


def _together(state: ProgressState | None, rags: list[Rag], *, known: bool) -> Said:
    return Said(state, rags[0] if len(set(rags)) == 1 else None, known)


def _read_part(part: str, *, alone: bool) -> Said:
    words = " ".join(part.strip(" -.!*•").split())
    if alone and words in _LETTERS:
        return Said(rag=_LETTERS[words], known=True)
    colours = {_COLOURS[found] for found in _COLOUR.findall(words)}
    rest = " ".join(_COLOUR.sub(" ", words).split())
    if len(colours) > 1:
        return Said()
    rag = next(iter(colours), None)
    for spoken in (rest, _without_time(rest)):
        if not spoken or _FARES_ONLY.fullmatch(spoken):
            return Said(rag=rag, known=True)
        for state, shape in _KNOWN:
            if shape.fullmatch(spoken):
                return Said(state, rag, known=True)
    return Said()


def _without_time(words: str) -> str:
    return " ".join(_WHEN.sub(" ", _LABEL.sub(" ", words)).split())


# ---- the key -------------------------------------------------------------------------------------------------------


def normalise_key(entries: tuple[KeyEntry, ...]) -> tuple[tuple[KeyEntry, ...], tuple[Finding, ...]]:
    """Key entries with the state and RAG that their words name, and a note for words that name neither."""
    understood = tuple(_understood(entry) for entry in entries)
    unknown = tuple(
        finding("unreadable-key", entry.place, meaning=single_spaced(entry.meaning), fill=entry.fill)
        for entry in understood
        if entry.state is None and entry.rag is None
    )
    return understood, unknown


def _understood(entry: KeyEntry) -> KeyEntry:
    """ "On track" beside a green fill states Green; "Completed" beside it states a state and no RAG."""
    meaning = re.sub(
        r"[\s:(=–-]*\d+\s*\)?\s*%?\s*$|=", lambda found: " - " if found.group() == "=" else "", plain(entry.meaning)
    )
    said = read_words(meaning)
    rag = said.rag
    if rag is None and re.search(
        rf"\bon[ -](?:track|target|schedule)\b|^(?:{_FARES})$", single_spaced(meaning).lower()
    ):
        rag = rag_of_fill(entry.fill)
    return replace(entry, state=entry.state or said.state, rag=entry.rag or rag)


# ---- a cell --------------------------------------------------------------------------------------------------------


def normalise_progress(
    cells: tuple[RawCell, ...], key: tuple[KeyEntry, ...]
) -> tuple[Progress, Rag | None, tuple[Finding, ...]]:
    """The progress that the cells report and the RAG that they state, by their words, else by their fill and the key.

    `key` must have been through `normalise_key`. Where words and fill disagree the words are taken and a finding says so.
    """
    worded = [(cell, read_words(cell.text)) for cell in cells if cell.text.strip()]
    filled = [(cell, *_read_fill(cell, key)) for cell in cells if cell.fill and not is_white(cell.fill)]
    state_cell, words = next(((cell, said) for cell, said in worded if said.state), (None, Said()))
    fill_cell, entry = next(((cell, found) for cell, found, _ in filled if found), (None, None))
    rag = next((said.rag for _, said in worded if said.rag), entry.rag if entry else None)
    findings = [*_unknown_words(worded), *_disagreement(worded, entry, fill_cell)]
    findings += [found for _, _, found in filled if found and not (found.code == "unkeyed-fill" and words.state)]
    if words.state and state_cell:
        return Progress(words.state, ProgressSource.TEXT, single_spaced(state_cell.text)), rag, tuple(findings)
    if entry and entry.state and fill_cell:
        return Progress(entry.state, ProgressSource.FILL, fill_cell.fill), rag, tuple(findings)
    written = next((single_spaced(cell.text) for cell, _ in worded), None)
    return Progress(State.NOT_STATED, ProgressSource.NONE, written), rag, tuple(findings)


def _read_fill(cell: RawCell, key: tuple[KeyEntry, ...]) -> tuple[KeyEntry | None, Finding | None]:
    assert cell.fill
    entry = nearest_entry(cell.fill, key)
    if entry is None:
        return None, finding("unkeyed-fill", cell.place, fill=cell.fill)
    away = difference(cell.fill, entry.fill)
    if cell.fill == entry.fill:
        return entry, None
    code = "near-fill" if away <= HARDLY_VISIBLE else "different-fill"
    return entry, finding(code, cell.place, fill=cell.fill, key=entry.fill, meaning=single_spaced(entry.meaning))


def _unknown_words(worded: list[tuple[RawCell, Said]]) -> list[Finding]:
    return [
        finding("unreadable-progress", cell.place, written=_shortened(cell.text))
        for cell, said in worded
        if not said.known
    ]


def _shortened(text: str) -> str:
    line = single_spaced(text)
    return line if len(line) <= 60 else line[:57].rsplit(" ", 1)[0] + " …"


def _disagreement(
    worded: list[tuple[RawCell, Said]], entry: KeyEntry | None, fill_cell: RawCell | None
) -> list[Finding]:
    if entry is None or fill_cell is None:
        return []
    for cell, said in worded:
        states = said.state and entry.state and said.state is not entry.state
        rags = said.rag and entry.rag and said.rag is not entry.rag
        if states or rags:
            facts = {"words": _shortened(cell.text), "fill": single_spaced(entry.meaning)}
            return [finding("progress-disagrees", fill_cell.place, **facts)]
    return []
