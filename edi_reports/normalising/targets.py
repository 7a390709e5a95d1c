"""From what stands in a target column to a `Target`: one grammar, in two steps.

`moments` finds the points of time; what is left is a sentence with "§" for each point ("from § to §"). The table in
`target_sentences` says what each sentence means, `WORDS` here what single words mean when no sentence fits.

Choices, all on the side of not rating rather than rating wrongly: "before 1 June" is due the day before; "early",
"start of", "mid" and "late" name no day, nor do seasons, "ASAP" or "within six months"; "Complete" in a target column
is progress and no date; of several dates in one cell the last is the due day. What was supplied or chosen is said in
`assumed`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.period import Period, long_date
from edi_reports.model.place import Place
from edi_reports.model.raw import RawCell
from edi_reports.model.target import Target, TargetKind
from edi_reports.normalising import target_words as words
from edi_reports.normalising.missing_years import PlanYears
from edi_reports.normalising.moments import Point, Token, find_points
from edi_reports.normalising.spelling import plain, single_spaced
from edi_reports.normalising.target_sentences import (
    Meaning,
    Points,
    ambiguous,
    last_of,
    meaning_of_sentence,
    unreadable,
)

Kind = TargetKind
_FAR = 5
_LONGEST = 500


def normalise_target(
    cells: tuple[RawCell, ...], place: Place, period: Period | None, period_said: str
) -> tuple[Target, tuple[Finding, ...]]:
    """The target that one or more cells state, and what the workbook's keeper should know about it.

    `period` is what the plan covers and `period_said` the words for it ("financial year 2025/26 from the title");
    it supplies years that are not written. A target with two readings, or none, has no due day.
    """
    written = "\n".join(dict.fromkeys(_as_seen(cell) for cell in cells if cell.text.strip() or cell.day))
    spoken = "\n".join(dict.fromkeys(_as_spoken(cell) for cell in cells))
    meaning = _meaning(spoken, PlanYears(period, period_said))
    target = Target(written, meaning.kind, meaning.start, meaning.due, meaning.original_due, meaning.assumed)
    written = single_spaced(written)
    if meaning.problem:
        return target, (finding(meaning.problem, place, written=written, why=meaning.why),)
    far = meaning.due is not None and period is not None and _is_far(meaning.due, period)
    if meaning.due is None or not (far or meaning.dates > 1):
        return target, ()
    facts = {"written": written, "due": long_date(meaning.due)}
    several = (finding("several-dates", place, count=meaning.dates, **facts),) if meaning.dates > 1 else ()
    return target, (*((finding("unlikely-date", place, **facts),) if far else ()), *several)


def _is_far(due: date, period: Period) -> bool:
    """Whether a due day is so far from the plan's period that its year may be a typing error."""
    return not period.start.year - _FAR <= due.year <= period.due.year + _FAR


def combine_targets(target: Target, original: Target | None) -> Target:
    """The target of a plan that keeps its first date in a column of its own: that date stays as `original_due`."""
    if original is None or original.kind is Kind.BLANK:
        return target
    if target.kind is Kind.BLANK:
        return original
    earliest = min((day for day in (original.due, target.original_due) if day), default=None)
    if earliest is None or (target.due is not None and earliest >= target.due):
        return target
    return replace(target, original_due=earliest)


def _as_seen(cell: RawCell) -> str:
    return cell.text if cell.text.strip() or cell.day is None else f"{cell.day:%d/%m/%Y}"


def _as_spoken(cell: RawCell) -> str:
    if cell.day is None:
        return cell.text
    return f"{cell.day:%B %Y}" if cell.whole_month else f"{cell.day:%Y-%m-%d}"


# What single words mean when no sentence fits: the kind, the finding, and why; the first that occurs is taken.
WORDS: tuple[tuple[str, TargetKind, str, str], ...] = (
    (words.TO_BE_SAID, Kind.UNDECIDED, "", ""),
    (words.AT_ONCE_AND_ON, Kind.ONGOING, "", ""),
    (words.IN_HASTE, Kind.UNREADABLE, "unreadable-date", "it says how urgent the action is, but names no day"),
    (words.WAITS, Kind.CONDITIONAL, "", ""),
    (words.CARRIES_ON, Kind.ONGOING, "", ""),
    (rf"^(?:reviewed |report\w* |review )?{words.OFTEN}\b|\b{words.OFTEN}$|\beach §", Kind.RECURRING, "", ""),
    (words.FINISHED, Kind.UNREADABLE, "progress-in-target", "it says how far the action is, not when it is due"),
    (words.TERM, Kind.UNREADABLE, "unreadable-date", "it says about how long, but names no day"),
    (words.SEASON, Kind.UNREADABLE, "unreadable-date", "a season has no last day"),
    (words.LENGTH, Kind.UNREADABLE, "unreadable-date", "it counts from a day that the plan does not say"),
)
_WORDS = tuple((re.compile(shape), kind, problem, why) for shape, kind, problem, why in WORDS)
_NOTHING = re.compile(words.NOTHING)
_NOISE = re.compile(rf"\b{words.NOISE}\b")
_RECALLED, _DOUBTS_ASIDE = re.compile(words.RECALLED), re.compile(words.DOUBTS_ASIDE)
_REMARK = re.compile(rf"(?P<date>(?:end )?§) (?:- ?)?(?P<words>(?!.*{words.DOUBTS})[a-z][^§]*)")
_DAY = r"(\d{1,2}(?:st|nd|rd|th)?)"
# "N/A – rolling": that no day applies, since it goes on.
_NOT_APPLICABLE = re.compile(r"^n/?a [-–—] ?(?=rolling|on-?going|continu)")
_FROM_ITS_START = re.compile(r"\bfrom (?:start|beginning) of\b")
_ABOUT_ITS_START = re.compile(r"\b(?:start|beginning) of\b")
_SHARED_MONTH = re.compile(
    rf"(?:^|(?<=from )|(?<=between )|(?<=on )|(?<=by )){_DAY} ?(?:-|to|and|&|/) ?{_DAY}"
    r" ((?:of )?[a-z]{3,9}\.?,? \d{4})$"
)
_SHARED_QUARTER = re.compile(r"\b(?:q|qtrs?|quarters?) ?([1-4]) ?(-|/|&|\+|and|to) ?([1-4])\b(?![/.]\d)")


@lru_cache(maxsize=8192)
def _meaning(text: str, years: PlanYears) -> Meaning:
    """The whole text as one sentence; else its lines as phases; else nothing that can be read."""
    if len(text) > _LONGEST:
        return _unread()
    whole = _sentence(single_spaced(text), years)
    if whole is not None and not (whole.problem and "\n" in text):
        return whole
    return _phases(text, years) or whole or _without_aside(text, years) or _unread()


def _phases(text: str, years: PlanYears) -> Meaning | None:
    lines = [line for line in re.split(r"[\n;•]|, (?=\w+ ?\w*:)", plain(text)) if line.strip()]
    together = _sentence(" & ".join(map(_unlabelled, lines)), years)
    if together and together.due and not together.problem:
        return together
    meanings = [_sentence(_unlabelled(line), years) for line in lines]
    dated = [one for one in meanings if one and one.start and one.due and not one.problem]
    if len(lines) < 2 or len(dated) != len(lines):
        return next((one for one in meanings if one and one.problem and len(lines) > 1 and all(meanings)), None)
    due = max(one.due for one in dated if one.due)
    start = min(one.start for one in dated if one.start)
    assumed = tuple(dict.fromkeys(supplied for one in dated for supplied in one.assumed))
    return last_of(len(dated), Meaning(Kind.RANGE, start, due, assumed=assumed))


def _unlabelled(line: str) -> str:
    return re.sub(r"^\s*(?:[-*]\s*)?(?:\(?\w{1,3}[.)]\s+|[A-Za-z][\w ]{0,40}?:\s*)", "", single_spaced(line))


def _without_aside(text: str, years: PlanYears) -> Meaning | None:
    """ "March 2026 (WRES submission)": what stands in brackets set aside, if the rest is a date."""
    aside = re.search(r"\(([^()]*)\)", text)
    if not aside or not text.replace(aside.group(), "").strip():
        return None
    meaning = _sentence(single_spaced(text.replace(aside.group(), " ")), years)
    if meaning is None or meaning.problem or meaning.due is None:
        return None
    if _DOUBTS_ASIDE.search(aside.group(1).lower()):
        return ambiguous("the words in brackets may change what the date means")
    return replace(meaning, assumed=(*meaning.assumed, f'the words "{aside.group(1).strip()}" were set aside'))


def _unread() -> Meaning:
    return unreadable("it is no date, month, quarter or year that is known here")


def _sentence(text: str, years: PlanYears) -> Meaning | None:
    spoken = " ".join(re.sub(r"\bthe\b|§", " ", text.lower()).split())
    spoken = _NOT_APPLICABLE.sub("", spoken)
    spoken = _ABOUT_ITS_START.sub("early", _FROM_ITS_START.sub("from", spoken))
    spoken = _SHARED_MONTH.sub(r"\1 \3 - \2 \3", _SHARED_QUARTER.sub(r"q\1 \2 q\3", spoken))
    found, corrections = find_points(spoken, years.period)
    points = tuple(item for item in found if isinstance(item, Point))
    phrase = _phrase(found)
    if _NOTHING.fullmatch(spoken):
        return Meaning(Kind.BLANK)
    meaning = meaning_of_sentence(phrase, points, years) or _by_words(phrase, spoken, points)
    meaning = meaning or _with_remark(phrase, points, years)
    return replace(meaning, assumed=(*corrections, *meaning.assumed)) if meaning else None


def _phrase(found: tuple[Token | Point, ...]) -> str:
    text = " ".join(_word(item) for item in found)
    text = re.sub(r"(?<=§) [,.] (?=§)", " & ", text)
    text = _NOISE.sub(" ", re.sub(r"[.,:()!\"\[\]*]", " ", text))
    text = re.sub(r"phase [-:]? ?(?=§)", "phase ", " ".join(text.split()))
    return re.sub(r"^[-&/ ]+(?=\S)|(?<=\S)[-&/; ]+$", "", text)


def _word(item: Token | Point) -> str:
    if isinstance(item, Point):
        return "§"
    return "" if item.kind == "w" else item.text


def _with_remark(phrase: str, points: Points, years: PlanYears) -> Meaning | None:
    """ "31 March 2026 - on track": the date, with the words after it set aside unless they may bear on it."""
    match = _REMARK.fullmatch(phrase)
    meaning = meaning_of_sentence(match["date"], points, years) if match else None
    if match is None or meaning is None or meaning.problem:
        return meaning
    return replace(meaning, assumed=(*meaning.assumed, "the words after the date were set aside"))


def _by_words(phrase: str, spoken: str, points: Points) -> Meaning | None:
    for shape, kind, problem, why in _WORDS:
        if not (shape.search(phrase) or shape.search(spoken)):
            continue
        if kind in (Kind.ONGOING, Kind.RECURRING) and _also_due(phrase, kind, points):
            return ambiguous("it may be due on the date it names, or carry on")
        return Meaning(kind, problem=problem, why=why)
    return None


def _also_due(phrase: str, kind: TargetKind, points: Points) -> bool:
    """Whether words that name no end stand beside a date that may be one."""
    dated = [point for point in points if point.bare is None or kind is Kind.ONGOING]
    return bool(dated) and not _RECALLED.search(phrase)
