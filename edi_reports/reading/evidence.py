"""What the text of a cell looks like: a date, an owner, a state, a colour, a framework, a reference, a commitment.

Cheap recognisers for deciding what a column holds. They give no meaning; that is the next room's work.
Most patterns meet the text in small letters: with re.IGNORECASE a choice between many words takes three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from edi_reports.model.raw import Field
from edi_reports.reading.grid import GridCell

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"
_TARGET = re.compile(
    rf"""\b(?: {_MONTH}\.?[\s,'’-]*(?:20)?\d\d | \d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}
    | {_MONTH}\s*(?:-|–|to|/)\s*{_MONTH}
    | \d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}} | \d{{4}}-\d\d-\d\d | q[1-4]\b | quarter\s*[1-4]
    | (?:first|second|third|fourth)\s+quarter
    | (?:20)?\d\d\s*[/-]\s*(?:20)?\d\d\b | year[\s-]?end | end\s+of\b | tbc | tbd | tba | on-?\s?going
    | continuous(?:ly)? | rolling
    | monthly | quarterly | annual(?:ly)? | bi-?annual(?:ly)? | six[\s-]monthly | weekly | throughout
    | each\s+(?:month|quarter|year) | every\s+(?:\w+\s+)?(?:month|quarter|year)s?
    | to\s+be\s+(?:confirmed|agreed|determined)
    | (?:spring|summer|autumn|winter)\s+(?:20)?\d\d | asap | immediate(?:ly)? | opportunity\s+arises
    | in\s+place | {_MONTH}\s*$
    )""",
    re.VERBOSE,
)
_YEAR_ALONE = re.compile(r"\s*(?:20\d\d|(?:20)?\d\d\s?/\s?(?:20)?\d\d)\s*")
_POST = re.compile(
    r"""\b(?: head\s+of | director | deputy | chief | manager | managers | lead | leads | officer | chair
    | chairs | chairman | ceo | coo | cfo | cno | cpo
    | network | networks | committee | team | teams | board | group | hr | hrd | hrbp | od | edi | partner
    | partners | coordinator | co-ordinator | advisor
    | adviser | sponsor | secretary | specialist | matron | nurse | consultant | guardian | president
    | executive | executives | all\s+staff | guardians | ned | neds | steering | champion | champions | administrator
    )\b""",
    re.VERBOSE,
)
_INITIALS = re.compile(r"^(?:[A-Z]{2,4}|[A-Z]\.\s?[A-Z]\.?)(?:\s*[/,;&+\n]\s*(?:[A-Z]{2,4}|[A-Z]\.\s?[A-Z]\.?))*$")
_PERSON = re.compile(r"^(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?[A-Z][a-z'’]+\s+(?:[A-Z][a-z'’]+[\s-]?){1,2}(?:\(.*\))?$")
_PROGRESS = re.compile(
    r"""^\W*(?:\d{1,2}\s?[-–.):]\s)?
    (?:(?: not\s+(?:yet\s+)?(?:started|begun|commenced|due) | (?:work\s+)?in[\s-]progress
    | in\s+delivery | on[\s-]?going
    | under\s?way | started | commenced | on[\s-]track | (?:action\s+)?completed? | done | closed | achieved | delivered
    | implemented | (?:proposed|recommended)\s+for\s+closure | delayed | overdue
    | at\s+risk(?:\s+of\s.{1,40})? | off[\s-]track
    | behind(?:\s+schedule)? | slipp(?:ed|ing) | stalled | on\s+hold | paused | open
    | (?:partially|partly|part|nearly|almost|mostly|substantially)[\s-]+(?:completed?|implemented)
    | part(?:ly|ially)\s+met | planned | embedded | to\s+be\s+started
    | yet\s+to\s+(?:start|begin) | outstanding | not\s+completed?
    # the states of task software, and those in which an action ends without being done
    | resolved(?:\s*/\s*closed)? | blocked | working\s+on\s+it | closed\s+(?:complete|incomplete|skipped)
    | (?:significant|major|minor|slight|some)\s+delays? | no\s+progress | work\s+(?:has\s+)?(?:begun|started)
    | (?:cancell?ed | withdrawn | superseded | deferred | postponed | abandoned | discontinued | won['’]?t\s+do
    | no\s+longer\s+(?:required|needed))(?:\s+(?:by|to|from|in|until|due\s+to)\s.{1,30})? )
    # a colour, a reason or a date may follow: "Completed 12/10/2025", "Not started - awaiting data"
    (?: \W+(?:red|amber|green|blue) | \s*[-–—:,(].{0,40} | \s+(?:to\s+start\s+|until\s+|by\s+|in\s+|on\s+|from\s+)*
    (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter).{0,20} )?
    | \d{1,3}\s?% (?:\s+completed?)? | o | c | ip | ns | n/?a | [✓✔☑✅xüþû] | y | n | yes | no | true | false
    | new | active | pending | stuck | doing | backlog | to[\s-]?do | (?:in|under)\s+review | signed[\s-]off )\W*$""",
    re.VERBOSE,
)
_RAG = re.compile(
    r"^\W*(?:b?ragg?\b\s*:?\s*)?(?:red|amber|green|blue|yellow|grey|[🔴🟠🟡🟢🔵]|r|a|g|b)(?:\s*(?:/|-|–|to)\s*(?:red|amber|green|blue))?"
    r"(?:\s*\([^)]*\))?"
    r"(?:\W+(?:complete[d]?|on[\s-]track|off[\s-]track|overdue|at[\s-]risk|not\s+started|in\s+progress|delayed).*)?\W*$",
)
_FRAMEWORK = re.compile(
    r"""\b(?: m?wres | bwres | dwres | wdes | eds\s?(?:20)?2?2? | eds | gpg | epg | gender\s+pay
    | ethnicity\s+pay | pay\s+gap | pcref | psed | ais | accessible\s+information
    | hia\s*\d? | cqc | people\s+plan | people\s+promise | rap | edi\s+improvement\s+plan | soms
    | sexual\s+orientation\s+monitoring | core20plus5 | disability\s+confident
    | staff\s+survey | nhs\s+lt?w?p | rainbow\s+badge | anti-?racis[tm]\w* | menopause | armed\s+forces | anchor
    )\b""",
    re.VERBOSE,
)
_NUMBERED = re.compile(r"eds\s?(?:20)?22|core20plus5", re.IGNORECASE)
_REF = re.compile(
    r"^(?:[A-Za-z]{1,6}[\s.\-/]?)?\d{1,4}(?:[.\-/]\d{1,3}){0,3}[a-z]?[.)]?$|^\d{0,2}[a-z]{1,2}[.)]?$|^[ivx]{1,5}[.)]?$",
    re.IGNORECASE,
)
_COMMITMENT = re.compile(
    r"""^(?:[•\-\d.)(a-z]{0,4}\s+)?(?:to\s+|we\s+will\s+|continue\s+(?:to\s+)?)?(?: achieve | act | adapt | add
    | address | adopt | advertise | agree | align | allocate | analyse | appoint | approve
    | arrange | ask | assess | attend | audit | benchmark | brief | bring | build | carry | celebrate | champion
    | check | circulate | co-?design | co-?produce | collaborate | collate | collect
    | commission | communicate | complete | conduct | confirm | consider | consult | continue | contact
    | convene | coordinate | co-ordinate | create | cascade | decide | define | deliver | deploy | design
    | develop | disseminate | draft | drive | educate | embed | empower | enable | encourage | engage | enhance
    | ensure | equip | escalate | establish | evaluate | expand | explore | extend | facilitate
    | finalise | fix | focus | follow | form | gather | give | grow | guide | hold | host | identify | implement
    | improve | include | increase | influence | inform | integrate | introduce | invest | investigate
    | invite | issue | join | keep | launch | lead | learn | liaise | link | listen | maintain | make | mandate
    | map | measure | meet | mentor | monitor | nominate | obtain | offer | open | organise | overhaul
    | partner | pilot | plan | prepare | present | prioritise | procure | produce | progress | promote | propose
    | provide | publicise | publish | raise | re-?launch | reach | recognise | record | recruit | reduce
    | refine | refresh | reinforce | relaunch | remove | report | request | require | research | review | revise
    | roll | run | scope | secure | seek | send | set | share | showcase | simplify | sponsor | standardise
    | start
    | strengthen | submit | support | survey | tackle | take | target | test | train | trial | track | translate
    | undertake | understand | update | upgrade | upskill | use | utilise | validate | widen | work | write
    )\b""",
    re.VERBOSE,
)
_PAST = frozenset(
    (
        *("has", "have", "had", "was", "were", "been", "completed", "launched"),
        *("agreed", "held", "underway", "received", "drafted", "published", "awaiting"),
    )
)
_WHO_IN_BRACKETS = re.compile(r"(?P<what>.*\w.*)[(\[]\s*(?P<who>[^()\[\]]+?)\s*[)\]]\W*", re.DOTALL)
_FIGURES = frozenset(map(str, range(11)))
_TWO_DIGITS = re.compile(r"\d\d").search
_WORDS = re.compile(r"\w+").findall
_FIGURE = r"[£<>~]?\d[\d.,]*\s?%?(?:\s*\([^)]*\))?"
# A formula without a stored value is seen as it was typed; one that counts would have shown a figure.
_COUNTING = r"=\s*(?:count|sum|average|max|min|round)[a-z]*\(.*"
_LEVEL = re.compile(
    r"^\W*(?:(?:very )?(?:high|medium|low|critical|h|m|l|yes|no|true|false|n/?a|tbc)"
    rf"|{_FIGURE}(?:\s*[,;/]\s*{_FIGURE})*)\W*$"
    rf"|^{_COUNTING}$",
)


def _small(text: str) -> str:
    """The text in small letters, each sign in its place; "İ" would else become two."""
    return text.lower() if text.isascii() else text.replace("İ", "I").lower()


def looks_like_target(text: str) -> bool:
    """Whether a text could say when something is due."""
    return len(text) <= 70 and bool(_TARGET.search(_small(text)))


def is_year_alone(text: str) -> bool:
    """Whether a text is a year and nothing more: "2026", "2025/26"."""
    return bool(_YEAR_ALONE.fullmatch(text))


def parted_owner_and_date(text: str) -> tuple[str, str]:
    """Part "Head of EDI – by March 2026" into who and when; what holds no date is all who."""
    found = _TARGET.search(_small(text))
    if found is None:
        return text, ""
    who = re.sub(
        r"[\s,(–—/-]*\b(?:by|from|end|before|until|due)?[\s(]*$", "", text[: found.start()], flags=re.IGNORECASE
    )
    return who, text[len(who) :].strip(" \t\n,(–—/-").rstrip(")")


def parted_action_and_owner(text: str) -> tuple[str, str]:
    """Part "Publish the report (Head of EDI)" into what and who; what ends in no owner in brackets is all what."""
    found = _WHO_IN_BRACKETS.fullmatch(text.strip())
    if found is None or not found["who"][0].isupper() or not looks_like_owner(found["who"]):
        return text, ""
    return found["what"].rstrip(), found["who"]


def looks_like_owner(text: str) -> bool:
    """Whether a text could name posts, people or bodies."""
    return len(text) <= 220 and bool(_POST.search(_small(text)) or _INITIALS.match(text) or _PERSON.match(text))


def looks_like_progress(text: str) -> bool:
    """Whether a text is a state such as "Not started"."""
    return len(text) <= 60 and bool(_PROGRESS.match(_small(text)))


def looks_like_rag(text: str) -> bool:
    """Whether a text is a RAG word."""
    return len(text) <= 60 and bool(_RAG.match(_small(text)))


def looks_like_framework(text: str) -> bool:
    """Whether a short text names a national framework."""
    return len(text) <= 60 and bool(_FRAMEWORK.search(_small(text)))


def _is_tag(text: str) -> bool:
    """Whether a text is the name of a framework and nothing more; "WRES 2" names an indicator of one."""
    return len(text) <= 30 and looks_like_framework(text) and not any(map(str.isdigit, _NUMBERED.sub("", text)))


def looks_like_ref(text: str) -> bool:
    """Whether a text is a reference such as 2.03, 4b or EDI-07."""
    return len(text) <= 12 and bool(_REF.match(text.strip()))


def looks_like_commitment(text: str) -> bool:
    """Whether a text begins as commitments do, with what is to be done."""
    return bool(_COMMITMENT.match(_small(text)))


class Profile(Struct, frozen=True):
    """What the cells under a heading look like; every share is 0 to 1, of the cells with text.

    `filled` is the number of cells with text, `coloured` the number with a fill, `rows` the number of rows looked at,
    `levels` the share that only grade or count, such as High or 31%,
    `states` the share that is a state or a RAG word, `tags` the share that only names frameworks, `years` the share
    that is a year alone, `yearless` the share that holds neither a year nor a day, `figures` the share that is a
    whole number from 0 to 10.
    """

    rows: int
    filled: int
    coloured: int
    mean_length: float
    distinct: float
    merged: float
    shares: tuple[tuple[Field, float], ...]
    commitment: float
    past: float
    levels: float
    states: float
    tags: float
    years: float = 0.0
    yearless: float = 0.0
    figures: float = 0.0

    def share(self, field: Field) -> float:
        """The share of cells whose text looks like that field."""
        return dict(self.shares).get(field, 0.0)


_RECOGNISERS: tuple[tuple[Field, Callable[[str], bool]], ...] = (
    (Field.TARGET, looks_like_target),
    (Field.OWNER, looks_like_owner),
    (Field.PROGRESS, looks_like_progress),
    (Field.STATED_RAG, looks_like_rag),
    (Field.FRAMEWORKS, looks_like_framework),
    (Field.REF, looks_like_ref),
)
_FIELDS = tuple(field for field, _ in _RECOGNISERS)


class _Marks(NamedTuple):
    """What one text looks like: each of the fields, and what `Profile` tells of beside them."""

    fields: tuple[bool, ...]
    commitment: bool
    past: bool
    level: bool
    state: bool
    tag: bool
    year: bool
    dated: bool


@lru_cache(maxsize=20_000)
def _marks_of(text: str) -> _Marks:
    fields = tuple(test(text) for _, test in _RECOGNISERS)
    small = _small(text)
    return _Marks(
        fields,
        looks_like_commitment(text),
        not _PAST.isdisjoint(_WORDS(small)),
        bool(_LEVEL.match(small)),
        fields[2] or fields[3],
        _is_tag(text),
        is_year_alone(text),
        _has_two_digits(text),
    )


def _has_two_digits(text: str) -> bool:
    # Most long texts have no digit at all, and looking for each is quicker than a pattern.
    digits = not text.isascii() or any(map(text.__contains__, "0123456789"))
    return digits and _TWO_DIGITS(text) is not None


def profile(cells: Sequence[GridCell], rows: int) -> Profile:
    """Describe the cells that begin in a column below its heading, over a number of rows."""
    texts = [cell.text for cell in cells if cell.text]
    count = len(texts) or 1
    marks = [_marks_of(text) for text in texts]
    dated = sum(1 for cell in cells if cell.day is not None)
    seen = zip(*(mark.fields for mark in marks), strict=True) if marks else ((),) * len(_FIELDS)
    shares = {field: sum(held) / count for field, held in zip(_FIELDS, seen, strict=True)}
    shares[Field.TARGET] = max(shares[Field.TARGET], dated / count)
    undated = sum(1 for cell in cells if cell.text and cell.day is None and not _marks_of(cell.text).dated)
    return Profile(
        rows=rows,
        filled=len(texts),
        coloured=sum(1 for cell in cells if cell.fill and not is_neutral(cell.fill)),
        mean_length=sum(map(len, texts)) / count,
        distinct=len(set(texts)) / count,
        merged=sum(1 for cell in cells if cell.text and cell.rows > 1) / count,
        shares=tuple(shares.items()),
        commitment=sum(mark.commitment for mark in marks) / count,
        past=sum(mark.past for mark in marks) / count,
        levels=sum(mark.level for mark in marks) / count,
        states=sum(mark.state for mark in marks) / count,
        tags=sum(mark.tag for mark in marks) / count,
        years=sum(mark.year for mark in marks) / count,
        yearless=undated / count,
        figures=sum(text in _FIGURES for text in texts) / count,
    )


@lru_cache(maxsize=1_000)
def is_neutral(fill: str) -> bool:
    """Whether a fill is white, black or grey: decoration rather than a message."""
    channels = [int(fill[i : i + 2], 16) for i in (0, 2, 4)]
    return max(channels) - min(channels) <= 16
