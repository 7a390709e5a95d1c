"""From the words or the fill of a progress or RAG column to what the owner reports, and the RAG that the plan states.

Words are read from the front, part by part ("Amber - on track", "Completed (June 2025)"), and only as far as they are
known: "Completed a review and will start training" is a story, not a state. A phrase that says how an action fares
but not whether it was begun ("at risk", "overdue") gives no state; that it is held up or called off is kept. "Closed"
with a reason is completed only where the reason says so. Fills mean only what the key says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from edi_reports.model.action import Held, Progress, ProgressSource, ProgressState
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag
from edi_reports.model.raw import RawCell
from edi_reports.normalising import progress_words as words
from edi_reports.normalising.colours import HARDLY_VISIBLE, difference, is_white, nearest_entry, rag_of_fill
from edi_reports.normalising.spelling import near_words, plain, single_spaced, squeezed

State = ProgressState


class Said(Struct, frozen=True):
    """What a text or a key says: a state, a RAG, both or neither, and whether it is held up or called off.

    `known` when its front was understood, `whole` when all of it was, `doubtful` when it says completed and more that
    puts it in doubt: then it says no state.
    """

    state: ProgressState | None = None
    rag: Rag | None = None
    held: Held | None = None
    known: bool = False
    whole: bool = False
    doubtful: bool = False


_UNDONE = frozenset({Rag.RED, Rag.AMBER})
_COLOURS = {"red": Rag.RED, "amber": Rag.AMBER, "yellow": Rag.AMBER, "green": Rag.GREEN, "blue": Rag.BLUE}
_SHADES = {"yellow": "amber"}
_COLOUR_SIGNS = {"🔴": Rag.RED, "🟠": Rag.AMBER, "🟡": Rag.AMBER, "🟢": Rag.GREEN, "🔵": Rag.BLUE}
_SYMBOLS = str.maketrans(
    {sign: f" {rag.value} " for sign, rag in _COLOUR_SIGNS.items()} | {"\ufe0f": ""} | dict.fromkeys("↑→↓↔⬆⬇↗↘", " ")
)
_LETTERS = {"r": Rag.RED, "a": Rag.AMBER, "g": Rag.GREEN, "b": Rag.BLUE}
_COLOUR = re.compile(r"\b(red|amber|yellow|green|blue)\b")
_LABELS, _WHEN = re.compile(words.LABELS), re.compile(words.WHEN)
_ON_TRACK, _HELD_UP = re.compile(words.ON_TRACK), re.compile(words.HELD_UP)
_CALLED_OFF, _NEITHER = re.compile(words.CALLED_OFF), re.compile(words.NEITHER)
_DOUBTS, _DONE_INDEED, _CLOSED_BY = (
    re.compile(words.DOUBTS),
    re.compile(words.DONE_INDEED),
    re.compile(words.CLOSED_BY),
)
_LONGEST_MEANING = 200
_MOST_RESPELLED, _LEAST_LETTERS = 4, 6
_PALE = re.compile(r"^(?:gr[ae]y|white|yellow|purple|black)\s*(?=-|:|\()")
_CHEER = re.compile(r"\s*[👍🎉👏🙌💯⭐🌟✨🏆]+\s*$")
_ORNAMENT = re.compile(r"^[^\w\s✓✔☑✅√(<>%=.*•-]+\s*")
_AFTER_LETTER = re.compile(r"^\s*([A-Za-z])\s*\([^)]*\)\s*$")
_LETTER_FIRST = re.compile(r"^[A-Za-z] ?[-:] ?(?=\w{2})")
# A choice of a list with the number by which it sorts: "3 - Complete".
_CHOICE = re.compile(r"^\d{1,2} ?[-.):] (?=[a-z])")
_BOTH_ENDS = re.compile(r"\b(?:resolved\s*/\s*closed|closed\s*/\s*resolved)\b")
_COUNT = re.compile(r"[\s:(=–-]*\d+\s*\)?\s*$")
_PART = re.compile(
    r"\s+-+\s+|\s+but\s+|[\n;:(),\[\]|]|\.(?:\s|$)"
    r"|(?<=[a-z])\s*/\s*(?=[a-z])(?<!n/(?=[as]\b))|(?<=[a-z])-(?=on |at |off )"
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
    text = _CHEER.sub("", text) if not text.isascii() else text
    line = _ORNAMENT.sub("", _AFTER_LETTER.sub(r"\1", squeezed(text)).lower().translate(_SYMBOLS))
    line = _BOTH_ENDS.sub("closed", _CHOICE.sub("", line) if "\n" not in line else line)
    parts = [part for part in _PART.split(_PALE.sub("", line)) if part.strip(" -.!*•")]
    read: list[Said] = []
    for part in parts:
        said = _read_part(part, alone=len(parts) == 1)
        if not said.known:
            break
        read.append(said)
    return _together(read, line, parts[len(read) :])


def _together(read: list[Said], line: str, unread: list[str]) -> Said:
    """What the parts that were understood say, given the whole line and the parts left over."""
    states = [said.state for said in read if said.state]
    rags = {said.rag for said in read if said.rag}
    held = min((said.held for said in read if said.held), default=None)
    meant = any(said.whole for said in read)
    known = bool(states or rags or held or (meant and not unread)) and len(rags) < 2
    said = Said(states[0] if states else None, min(rags) if len(rags) == 1 else None, held, known, known and not unread)
    if set(states) == {State.COMPLETED, State.PROPOSED_FOR_CLOSURE}:
        return replace(said, state=State.PROPOSED_FOR_CLOSURE)
    if said.state is State.COMPLETED and (held or len(set(states)) > 1 or rags & _UNDONE or _in_doubt(line, unread)):
        return replace(said, state=None, doubtful=True)
    if len(set(states)) > 1 and len(_WHEN.findall(" ".join(_PART.split(line)))) > 1:
        return replace(said, state=None, known=False)
    return said


def _in_doubt(line: str, unread: list[str]) -> bool:
    """Whether a completion stands beside words that take it back: "Complete - pending evidence"."""
    others = [_read_part(part, alone=False) for part in unread]
    if any(said.held or said.state not in (None, State.COMPLETED) for said in others) or _DOUBTS.search(line):
        return True
    closed_only = "closed" in line and not _DONE_INDEED.search(line)
    return closed_only and bool(unread) and not _CLOSED_BY.match(" ".join(unread))


def _tidy(part: str) -> str:
    return " ".join(part.strip(" -.!*•").split())


def _held(spoken: str) -> Held | None:
    if _HELD_UP.fullmatch(spoken):
        return Held.UP
    return Held.OFF if _CALLED_OFF.fullmatch(spoken) else None


def _fares(spoken: str) -> bool:
    """Whether words say how an action fares, which does not say whether it was begun."""
    return _held(spoken) is not None or _NEITHER.fullmatch(spoken) is not None


def _read_part(part: str, *, alone: bool) -> Said:
    line = _tidy(part)
    if alone and line in _LETTERS:
        return Said(rag=_LETTERS[line], known=True)
    colours = {_COLOURS[found] for found in _COLOUR.findall(line)}
    rest = " ".join(_COLOUR.sub(" ", line).split())
    if len(colours) > 1:
        return Said()
    rag = next(iter(colours), None)
    for spoken in (rest, _without_time(rest), rest.strip("✓✔☑✅√ "), _respelled(rest)):
        if not spoken or _fares(spoken):
            return Said(rag=rag, held=_held(spoken), known=True, whole=bool(spoken))
        for shape, state in _STATES:
            if shape.fullmatch(spoken):
                return Said(state, rag, known=True, whole=True)
    return Said()


def _respelled(line: str) -> str:
    """A few words with those put right that a slip of the finger parts from a word of progress: "in progess"."""
    typed = line.split()
    return " ".join(map(_put_right, typed)) if len(typed) <= _MOST_RESPELLED else line


@lru_cache(maxsize=1024)
def _put_right(word: str) -> str:
    if len(word) < _LEAST_LETTERS or word in words.RIGHT_AS_TYPED:
        return word
    alike = [other for other in words.OFTEN_TYPED if (other[0], other[-1]) == (word[0], word[-1])]
    near = near_words(word, alike, 1)
    return near[0] if len(near) == 1 else word


def _without_time(line: str) -> str:
    return " ".join(_WHEN.sub(" ", _LABELS.sub(" ", line)).split())


# ---- what the plan says of its own short forms ----------------------------------------------------------------------

_EXPLAINED = re.compile(
    r"(?<!\w)(?P<short>\d|[A-Z]{1,2}|red|amber|green|blue|grey)\s*(?:=|:|\s-\s)\s*(?P<words>[a-z][^,;|\n=]*?)"
    r"(?=\s*(?:[,;|\n]|$|\.\s)|\s+(?:and\s+)?(?:[A-Z]{1,2}|red|amber|green|blue|grey)\s*=)",
    re.IGNORECASE,
)


_COLOURED = re.compile(
    r"\b(?P<short>red|amber|yellow|green|blue)(?: (?:rows?|cells?|lines?|fill|shading|highlighting))?"
    r"(?:\s+(?:is|are|means?|shows?|indicates?|have|has)\s+(?:been\s+)?)(?P<words>[a-z][^,;.|\n=]*?)"
    r"(?=\s*(?:[,;.|\n]|$|and (?:rows?|cells?|those|actions?)\b))",
    re.IGNORECASE,
)
_BESIDE_SIGNS = "↑→↓↔⬆⬇↗↘\ufe0f "
_SIGN = "●○◐◑◔◕✔✓✖✗✘🔴🟠🟡🟢🔵🟣🟤⚫⚪⬜✅❌⏸⏳"
_SIGNED = re.compile(rf"(?P<short>[{_SIGN}])\ufe0f?\s*[=:-]?\s*(?P<words>[A-Za-z][^,;|\n={_SIGN}]*)")


def find_legend(texts: tuple[str, ...]) -> dict[str, Said]:
    """What a plan says that its letters and colour words mean: "C = Complete, O = Open, N = Not started".

    What one text explains twice in different ways, as "Green = complete, light green = on track", it does not explain.
    """
    legend: dict[str, Said] = {}
    for text in texts:
        shapes = (_EXPLAINED, _SIGNED, *((_COLOURED,) if len(text) <= _LONGEST_MEANING else ()))
        explained = [match for shape in shapes for match in shape.finditer(plain(text))]
        told = [
            (_SHADES.get(match["short"].lower()) or match["short"].lower(), read_words(match["words"]))
            for match in explained
        ]
        found = {short: said for short, said in told if all(other == said for same, other in told if same == short)}
        if sum(said.known for said in found.values()) >= 2:
            legend |= {short: said for short, said in found.items() if said.known}
    letters = {short for short in legend if len(short) < 3 and short.isalpha()}
    rags = _COLOURS | _COLOUR_SIGNS | _lettered(letters, legend)
    return {short: said if short.isdigit() else replace(said, rag=rags.get(short)) for short, said in legend.items()}


def _lettered(letters: set[str], legend: Mapping[str, Said]) -> dict[str, Rag]:
    """The letters that stand for colours: those of a RAG that explains no others, or R, A and G beside others."""
    if {"r", "g"} <= letters <= _LETTERS.keys():
        return _LETTERS
    all_three = {"r", "a", "g"} <= letters and State.COMPLETED not in (legend["r"].state, legend["a"].state)
    return {letter: rag for letter, rag in _LETTERS.items() if all_three and letter != "b"}


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
    meaning = single_spaced(_COUNT.sub("", single_spaced(entry.meaning)[:_LONGEST_MEANING]).replace("=", " - "))
    meaning = _LETTER_FIRST.sub("", meaning)
    said = read_words(meaning)
    rag = said.rag
    if rag is None and (said.held or _ON_TRACK.search(meaning.lower()) or _fares(meaning.lower())):
        rag = rag_of_fill(entry.fill)
    return replace(entry, state=entry.state or said.state, rag=entry.rag or rag)


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
    told = [cell for cell, _, _ in filled if stated or _is_repeated(cell, worded)]
    findings += [found for cell, _, found in filled if found and not (found.code == "unkeyed-fill" and cell in told)]
    rag = next((said.rag for _, said in worded if said.rag), fill[1].rag if fill else None)
    return _progress(worded, stated, fill), rag, tuple(findings)


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


def _is_repeated(filled: RawCell, worded: tuple[Worded, ...]) -> bool:
    """Whether a fill shows no more than the RAG that the cell's own words state: "Amber" on amber."""
    rags = [said.rag for cell, said in worded if cell is filled and said.rag]
    return filled.fill is not None and rags == [rag_of_fill(filled.fill)]


def _progress(worded: tuple[Worded, ...], stated: Worded | None, fill: Filled | None) -> Progress:
    if stated and stated[1].state:
        return Progress(stated[1].state, ProgressSource.TEXT, single_spaced(stated[0].text))
    if fill and fill[1].state:
        return Progress(fill[1].state, ProgressSource.FILL, fill[0].fill)
    written = next((single_spaced(cell.text) for cell, _ in worded), None)
    return Progress(State.NOT_STATED, ProgressSource.NONE, written)


def _explained(text: str, key: tuple[KeyEntry, ...], legend: Mapping[str, Said]) -> Said:
    """What words say; what the plan's legend or key says of a letter or colour word adds the state."""
    short = single_spaced(_AFTER_LETTER.sub(r"\1", text)).lower().strip(_BESIDE_SIGNS)
    said = legend.get(short) or read_words(text)
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
    return KeyEntry(fill, rag.word, state=said.state, rag=said.rag) if rag and said else None


def _unknown_words(worded: tuple[Worded, ...]) -> list[Finding]:
    unknown = ((cell, said.doubtful) for cell, said in worded if said.doubtful or not said.known)
    return [
        finding("completion-in-doubt" if doubtful else "unreadable-progress", cell.place, written=shortened(cell.text))
        for cell, doubtful in unknown
    ]


def shortened(text: str) -> str:
    """The text on one line, cut between words where it is too long to quote."""
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
            facts = {"words": shortened(worded_cell.text), "fill": single_spaced(entry.meaning)}
            return [finding("progress-disagrees", cell.place, **facts)]
    return []
