"""From the words or the fill of a progress or RAG column to what the owner reports, and the RAG that the plan states.

Words are read from the front, part by part ("Amber - on track", "Completed (June 2025)"), and only as far as they are
known: "Completed a review and will start training" is a story, not a state. A phrase that says how an action fares
but not whether it was begun ("at risk", "overdue") gives no state. Fills mean only what the key says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.action import Progress, ProgressSource, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.raw import RawCell
from edi_reports.normalising import progress_words as words
from edi_reports.normalising.colours import HARDLY_VISIBLE, difference, is_white, nearest_entry, rag_of_fill
from edi_reports.normalising.spelling import plain, single_spaced, squeezed

State = ProgressState


class Said(Struct, frozen=True):
    """What a text or a key says: a state, a RAG, both or neither.

    `known` when its front was understood, `whole` when all of it was, `doubtful` when it says completed and more that
    puts it in doubt: then it says no state. `cancelled` when it says that the action is not pursued: then it is not
    completed, whatever closed it.
    """

    state: ProgressState | None = None
    rag: Rag | None = None
    known: bool = False
    whole: bool = False
    doubtful: bool = False
    cancelled: bool = False


_COLOURS = {"red": Rag.RED, "amber": Rag.AMBER, "green": Rag.GREEN, "blue": Rag.BLUE}
_SYMBOLS = str.maketrans(
    {"🔴": " red ", "🟠": " amber ", "🟡": " amber ", "🟢": " green ", "🔵": " blue ", "\ufe0f": ""}
)
_LETTERS = {"r": Rag.RED, "a": Rag.AMBER, "g": Rag.GREEN, "b": Rag.BLUE}
_COLOUR = re.compile(r"\b(red|amber|green|blue)\b")
_LABELS, _WHEN = re.compile(words.LABELS), re.compile(words.WHEN)
_FARES, _ON_TRACK = re.compile(words.FARES), re.compile(words.ON_TRACK)
_CANCELLED = re.compile(words.CANCELLED)
_DOUBTS = re.compile(words.DOUBTS)
_LONGEST_MEANING = 200
_ORNAMENT = re.compile(r"^[^\w\s✓✔☑✅√(<>%=.*•-]+\s*")
_AFTER_LETTER = re.compile(r"^\s*([A-Za-z])\s*\([^)]*\)\s*$")
_COUNT = re.compile(r"[\s:(=–-]*\d+\s*\)?\s*$")
_PART = re.compile(
    r"\s+-+\s+|[\n;:(),\[\]|]|\.(?:\s|$)|(?<=[a-z])\s*/\s*(?=[a-z])(?<!n/(?=a\b))|(?<=[a-z])-(?=on |at |off )"
)

# What a whole part of a text says; the first that fits is taken.
STATES: tuple[tuple[str, ProgressState | None], ...] = (
    (words.ALL_DONE, State.COMPLETED),
    (words.NONE_DONE, State.NOT_STARTED),
    (words.PART_DONE, State.IN_PROGRESS),
    (words.NOT_STARTED, State.NOT_STARTED),
    (words.PROPOSED, State.PROPOSED_FOR_CLOSURE),
    (words.NOT_DONE, None),
    (words.NEARLY_DONE, State.IN_PROGRESS),
    (words.DONE, State.COMPLETED),
    (words.GOING, State.IN_PROGRESS),
)
_STATES = tuple((re.compile(shape), state) for shape, state in STATES)


@lru_cache(maxsize=8192)
def read_words(text: str) -> Said:
    """What the front of a text says of progress and RAG."""
    states: list[ProgressState] = []
    rags: list[Rag] = []
    line = _ORNAMENT.sub("", _AFTER_LETTER.sub(r"\1", squeezed(text)).lower().translate(_SYMBOLS))
    parts = [part for part in _PART.split(line) if part.strip(" -.!*•")]
    for place, part in enumerate(parts):
        said = _read_part(part, alone=len(parts) == 1)
        if said.cancelled and _not_done(parts[:place]):
            return _cancelled(states, [*rags, said.rag], whole=place + 1 == len(parts))
        if not said.known:
            return _together(states, rags, line, known=place > 0 and bool(states or rags))
        states += [said.state] if said.state else []
        rags += [said.rag] if said.rag else []
    return replace(_together(states, rags, line, known=bool(parts)), whole=bool(parts))


def _cancelled(states: Sequence[ProgressState], rags: Sequence[Rag | None], *, whole: bool) -> Said:
    state = next((state for state in states if state is not State.COMPLETED), None)
    return Said(state, next(filter(None, rags), None), known=True, whole=whole, cancelled=True)


def _not_done(parts: Sequence[str]) -> bool:
    """Whether nothing before says more of an action than that it is closed: what is completed cannot be cancelled."""
    return all(_read_part(part, alone=False).state is not State.COMPLETED or part.strip() == "closed" for part in parts)


def _together(states: list[ProgressState], rags: list[Rag], line: str, *, known: bool) -> Said:
    state = states[0] if states else None
    rag = rags[0] if len(set(rags)) == 1 else None
    if state is State.COMPLETED and (set(states) != {State.COMPLETED} or _in_doubt(line)):
        return Said(None, rag, known, doubtful=True)
    return Said(state, rag, known)


def _in_doubt(line: str) -> bool:
    """Whether a completion stands beside words that take it back: "Complete - pending evidence"."""
    fares_badly = any(_FARES.fullmatch(" ".join(part.strip(" -.!*•").split())) for part in _PART.split(line) if part)
    return fares_badly or bool(_DOUBTS.search(line))


def _read_part(part: str, *, alone: bool) -> Said:
    line = " ".join(part.strip(" -.!*•").split())
    if alone and line in _LETTERS:
        return Said(rag=_LETTERS[line], known=True)
    colours = {_COLOURS[found] for found in _COLOUR.findall(line)}
    rest = " ".join(_COLOUR.sub(" ", line).split())
    if len(colours) > 1:
        return Said()
    rag = next(iter(colours), None)
    for spoken in (rest, _without_time(rest), rest.strip("✓✔☑✅√ ")):
        if _CANCELLED.fullmatch(spoken):
            return Said(rag=rag, known=True, cancelled=True)
        if not spoken or _FARES.fullmatch(spoken):
            return Said(rag=rag, known=True)
        for shape, state in _STATES:
            if shape.fullmatch(spoken):
                return Said(state, rag, known=True)
    return Said()


def _without_time(line: str) -> str:
    return " ".join(_WHEN.sub(" ", _LABELS.sub(" ", line)).split())


# ---- what the plan says of its own short forms ----------------------------------------------------------------------

_EXPLAINED = re.compile(
    r"(?<!\w)(?P<short>[A-Z]{1,2}|red|amber|green|blue|grey)\s*(?:=|:|\s-\s)\s*(?P<words>[a-z][^,;|\n=]*?)"
    r"(?=\s*(?:[,;|\n]|$|\.\s)|\s+(?:and\s+)?(?:[A-Z]{1,2}|red|amber|green|blue|grey)\s*=)",
    re.IGNORECASE,
)


def find_legend(texts: tuple[str, ...]) -> dict[str, Said]:
    """What a plan says that its letters and colour words mean: "C = Complete, O = Open, N = Not started".

    What one text explains twice in different ways, as "Green = complete, light green = on track", it does not explain.
    """
    legend: dict[str, Said] = {}
    for text in texts:
        told = [(match["short"].lower(), read_words(match["words"])) for match in _EXPLAINED.finditer(plain(text))]
        found = {short: said for short, said in told if all(other == said for same, other in told if same == short)}
        if sum(said.known for said in found.values()) >= 2:
            legend |= {short: said for short, said in found.items() if said.known}
    if {"r", "g"} <= legend.keys() and {short for short in legend if len(short) < 3} <= _LETTERS.keys():
        return {short: replace(said, rag=_LETTERS.get(short) or _COLOURS.get(short)) for short, said in legend.items()}
    return {short: replace(said, rag=_COLOURS.get(short)) for short, said in legend.items()}


# ---- the key -------------------------------------------------------------------------------------------------------


def normalise_key(entries: tuple[KeyEntry, ...]) -> tuple[tuple[KeyEntry, ...], tuple[Finding, ...]]:
    """Key entries with the state and RAG that their words name, and a note for words that name neither."""
    understood = tuple(_understood(entry) for entry in entries)
    unknown = tuple(
        finding("unreadable-key", entry.place, meaning=single_spaced(entry.meaning), fill=entry.fill)
        for entry in understood
        if entry.state is None and entry.rag is None and not read_words(_meaning(entry)).cancelled
    )
    return understood, unknown


def _understood(entry: KeyEntry) -> KeyEntry:
    """ "On track" beside a green fill states Green; "Completed" beside it states a state and no RAG."""
    meaning = _meaning(entry)
    said = read_words(meaning)
    rag = said.rag
    if rag is None and (_ON_TRACK.search(meaning.lower()) or _FARES.fullmatch(meaning.lower())):
        rag = rag_of_fill(entry.fill)
    return replace(entry, state=entry.state or said.state, rag=entry.rag or rag)


def _meaning(entry: KeyEntry) -> str:
    return single_spaced(_COUNT.sub("", single_spaced(entry.meaning)[:_LONGEST_MEANING]).replace("=", " - "))


# ---- a cell --------------------------------------------------------------------------------------------------------


def normalise_progress(
    cells: tuple[RawCell, ...], key: tuple[KeyEntry, ...], legend: Mapping[str, Said] = MappingProxyType({})
) -> tuple[Progress, Rag | None, tuple[Finding, ...]]:
    """The progress that the cells report and the RAG that they state, by their words, else by their fill and the key.

    `key` must have been through `normalise_key`; `legend` is what `find_legend` gives. Where words and fill disagree
    the words are taken and a finding says so.
    """
    worded = tuple((cell, _explained(cell.text, key, legend)) for cell in cells if cell.text.strip())
    filled = tuple((cell, *_read_fill(cell, key, legend)) for cell in cells if cell.fill and not is_white(cell.fill))
    stated = next((one for one in worded if one[1].state), None)
    fill = next(((cell, entry) for cell, entry, _ in filled if entry), None)
    findings = [*_unknown_words(worded), *_disagreement(worded, fill)]
    findings += [found for _, _, found in filled if found and not (found.code == "unkeyed-fill" and stated)]
    rag = next((said.rag for _, said in worded if said.rag), fill[1].rag if fill else None)
    return _progress(worded, stated, fill), rag, tuple(findings)


def find_cancellation(
    cells: tuple[RawCell, ...], key: tuple[KeyEntry, ...], legend: Mapping[str, Said] = MappingProxyType({})
) -> tuple[Place, str] | None:
    """Where and how cells say, in words or by a fill, that the action is not pursued: "Withdrawn", "Merged with 2"."""
    worded = [(cell, _explained(cell.text, key, legend)) for cell in cells if cell.text.strip()]
    if any(said.state or said.cancelled for _, said in worded):
        return next(((cell.place, _shortened(cell.text)) for cell, said in worded if said.cancelled), None)
    filled = ((cell, nearest_entry(cell.fill, key)) for cell in cells if cell.fill and not is_white(cell.fill))
    met = ((cell.place, _meaning(entry)) for cell, entry in filled if entry)
    return next(((place, meaning) for place, meaning in met if read_words(meaning).cancelled), None)


Read = tuple[Progress, Rag | None, tuple[Finding, ...]]


def combine_steps(steps: Sequence[Read]) -> Read:
    """The progress of an action that is told step by step, a row each: completed only when every step is.

    Steps in different states make it in progress; of the RAGs that they state, the worst is the action's.
    """
    told = [progress for progress, _, _ in steps if progress.state is not State.NOT_STATED]
    states = {progress.state for progress in told}
    whole = len(told) == len(steps)
    written = "; ".join(dict.fromkeys(progress.as_written for progress, _, _ in steps if progress.as_written)) or None
    rag = min((rag for _, rag, _ in steps if rag), key=list(Rag).index, default=None)
    findings = tuple(found for _, _, met in steps for found in met)
    if not told:
        return Progress(State.NOT_STATED, ProgressSource.NONE, written), rag, findings
    state = states.pop() if len(states) == 1 and (whole or State.COMPLETED not in states) else State.IN_PROGRESS
    last = max((progress.on for progress in told if progress.on), default=None)
    return Progress(state, told[0].source, written, last if state is State.COMPLETED else None), rag, findings


Worded = tuple[RawCell, Said]
Filled = tuple[RawCell, KeyEntry]


def _progress(worded: tuple[Worded, ...], stated: Worded | None, fill: Filled | None) -> Progress:
    if stated and stated[1].state:
        return Progress(stated[1].state, ProgressSource.TEXT, single_spaced(stated[0].text))
    if fill and fill[1].state:
        return Progress(fill[1].state, ProgressSource.FILL, fill[0].fill)
    written = next((single_spaced(cell.text) for cell, _ in worded), None)
    return Progress(State.NOT_STATED, ProgressSource.NONE, written)


def _explained(text: str, key: tuple[KeyEntry, ...], legend: Mapping[str, Said]) -> Said:
    """What words say; what the plan's legend or key says of a letter or colour word adds the state."""
    said = legend.get(single_spaced(_AFTER_LETTER.sub(r"\1", text)).lower()) or read_words(text)
    if said.state or not said.rag:
        return said
    colour = legend.get(said.rag.value)
    states = {colour.state} if colour and colour.state else {entry.state for entry in key if entry.rag is said.rag}
    return replace(said, state=states.pop()) if len(states) == 1 else said


def _read_fill(
    cell: RawCell, key: tuple[KeyEntry, ...], legend: Mapping[str, Said]
) -> tuple[KeyEntry | None, Finding | None]:
    assert cell.fill
    entry = nearest_entry(cell.fill, key) or _named_in_words(cell.fill, key, legend)
    if entry is None:
        return None, finding("unkeyed-fill", cell.place, fill=cell.fill)
    away = difference(cell.fill, entry.fill)
    if cell.fill == entry.fill:
        return entry, None
    code = "near-fill" if away <= HARDLY_VISIBLE else "different-fill"
    return entry, finding(code, cell.place, fill=cell.fill, key=entry.fill, meaning=single_spaced(entry.meaning))


def _named_in_words(fill: str, key: tuple[KeyEntry, ...], legend: Mapping[str, Said]) -> KeyEntry | None:
    """What a key without fills, "Green = on track", says of a fill that plainly is of that colour."""
    rag = rag_of_fill(fill)
    said = legend.get(rag.value) if rag and not any(entry.place for entry in key) else None
    return KeyEntry(fill, rag.word, state=said.state, rag=said.rag) if rag and said and not said.cancelled else None


def _unknown_words(worded: tuple[Worded, ...]) -> list[Finding]:
    unknown = ((cell, said.doubtful) for cell, said in worded if said.doubtful or not said.known)
    return [
        finding("completion-in-doubt" if doubtful else "unreadable-progress", cell.place, written=_shortened(cell.text))
        for cell, doubtful in unknown
    ]


def _shortened(text: str) -> str:
    line = single_spaced(text)
    return line if len(line) <= 60 else line[:57].rsplit(" ", 1)[0] + " …"


def _disagreement(worded: tuple[Worded, ...], fill: Filled | None) -> list[Finding]:
    if fill is None:
        return []
    cell, entry = fill
    for worded_cell, said in worded:
        states = said.state and entry.state and said.state is not entry.state
        rags = said.rag and entry.rag and said.rag is not entry.rag
        if states or rags:
            facts = {"words": _shortened(worded_cell.text), "fill": single_spaced(entry.meaning)}
            return [finding("progress-disagrees", cell.place, **facts)]
    return []
