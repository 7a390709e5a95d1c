"""Plain words made from values: singular and plural right, zero said as "none", dates as British papers write them."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache

from edi_reports.model.owner import Owner, Part
from edi_reports.model.period import FinancialYear, Period, ReportingMonth, long_date, month_period
from edi_reports.model.plan import RatedAction
from edi_reports.model.rag import Rag, Rating
from edi_reports.model.target import Target, TargetKind

MOST_REFS, FEWEST_REFS, MOST_OF_REFS = 8, 2, 90
"""How many refs a sentence names: at most, at least, and in how many characters."""
MOST_OF_A_HEADING = 90
NO_GROUP = "No group given"
_THE_PLAN, _APOSTROPHE = re.compile(r"\b(the plan)\b('s)?", re.IGNORECASE), "'"
_YEAR_ONLY = re.compile(r"\d{4}/\d{2}")
_NAMES_A_QUARTER = re.compile(r"\b(?:q|qtr|quarter)s?\.?\s*[1-4]\b", re.IGNORECASE)
_NUMBERED_LABEL = re.compile(r"^(?P<word>.{0,39}[^\W\d_])\W+(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)\W*$")


def how_many(number: int, one: str, many: str = "") -> str:
    """A number of things: "no actions", "1 action", "31 actions", "2,316 days"."""
    return f"1 {one}" if number == 1 else f"{f'{number:,}' if number else 'no'} {many or one + 's'}"


def so_many(number: int, singular: str, plural: str) -> str:
    """A number as the subject of a sentence: "none is Red", "1 is Red", "5 are Red"."""
    return f"{number:,} {plural}" if number > 1 else f"{number or 'none'} {singular}"


def all_or_so_many(total: int, one: str, told: Sequence[tuple[int, str, str]]) -> str:
    """How things are: "Of 5 actions, 2 are Red and 3 are Blue", or "All 5 actions are Blue" where they are all alike.

    `told` is each number, with what is said of one and of several.
    """
    for number, singular, plural in told:
        if 0 < number == total:
            every = {1: f"The one {one} {singular}", 2: f"Both {one}s {plural}"}
            return every.get(total, f"All {total:,} {one}s {plural}")
    return f"Of {how_many(total, one)}, {listed([so_many(*each) for each in told])}"


def one_or_several(plans: int, one: str, several: str) -> str:
    """The words for a paper of one plan, or for one that brings several together."""
    return one if plans == 1 else several


def of_plans(words: str, plans: int) -> str:
    """The words about a plan, or about several brought together: "the plan's own key", "the plans' own key"."""
    return words if plans == 1 else _THE_PLAN.sub(lambda found: f"{found[1]}s{_APOSTROPHE if found[2] else ''}", words)


def listed(words: Sequence[str], most: int | None = None, more: str = "others") -> str:
    """Words in a row: "1.04, 2.01 and 3.02"; beyond `most` the rest is counted: "1.04, 2.01 and 7 others"."""
    if most is not None and len(words) > most + 1:
        words = [*words[:most], f"{len(words) - most} {more}"]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def refs(actions: Iterable[RatedAction]) -> tuple[str, ...]:
    """Their references, in order."""
    return tuple(each.action.ref for each in actions)


def with_refs(words: str, found: Sequence[str]) -> str:
    """The words with their refs in brackets: "2 turned Red (1.04 and 2.01)"; of long refs fewer are named."""
    return f"{words} ({few(found)})" if found else words


def few(found: Sequence[str], most: int = MOST_REFS, letters: int = MOST_OF_REFS) -> str:
    """As many refs as a sentence has room for, and how many others there are."""
    while most > FEWEST_REFS and len(", ".join(found[:most])) > letters:
        most -= 1
    return listed(found, most)


def capital(words: str) -> str:
    """The words with a capital first letter."""
    return f"{words[:1].upper()}{words[1:]}"


def sentence(words: str) -> str:
    """The words with a capital first letter and a full stop at the end."""
    return f"{capital(words)}{'' if words.endswith(('.', '?', '!')) else '.'}"


def one_line(text: str, most: int = 90) -> str:
    """The first line of an action's text as a label, cut at a word to `most` characters and marked with "…"."""
    line = " ".join(next((line for line in text.splitlines() if line.strip()), "").lstrip("• ").split())
    if len(line) > most:
        line = f"{line[:most].rsplit(' ', 1)[0].rstrip(' ,;:-–—')}…"
    return line.rstrip(" .,;:")


def as_heading(title: str) -> str:
    """A title that stands over a sheet or a table: one line that is not wider than what it stands over."""
    return title if len(title) <= MOST_OF_A_HEADING else one_line(title, MOST_OF_A_HEADING)


def shortened(text: str, most: int) -> str:
    """A text of several lines, cut at a word to `most` characters and marked with "…"."""
    if len(text) <= most:
        return text
    start = text[:most]
    end = max(start.rfind(" "), start.rfind("\n"))
    return f"{(start[:end] if end > most // 2 else start).rstrip(' ,;:-–—•' + chr(10))}…"


def moment_in_words(written: str) -> str:
    """A moment in universal time, given as ISO: "6 August 2018 at 09:30 UTC"."""
    moment = datetime.fromisoformat(written)
    return f"{long_date(moment)} at {moment:%H:%M} UTC"


def owners_in_words(owners: Sequence[Owner]) -> tuple[str, ...]:
    """Who is accountable, one each; those who support are marked so."""
    named = tuple(owner.name if owner.part is Part.LEAD else f"with support from {owner.name}" for owner in owners)
    return named or ("No owner given",)


def who_answers(owners: Sequence[Owner]) -> str:
    """Who leads, in few words: "Head of EDI", "Head of EDI and Chief Nurse", "Head of EDI and 2 others"."""
    return listed(owners_in_words([owner for owner in owners if owner.part is Part.LEAD] or owners), 1)


def beside_its_rag(rating: Rating) -> str:
    """The reason of a rating, without the word for the RAG that stands beside it."""
    return capital(rating.reason.removeprefix(f"{Rag.NOT_RATED.word}: "))


@lru_cache(maxsize=1024)
def target_in_words(target: Target) -> str:
    """A target as readers expect it: "Q4 2025/26" where a quarter was written, else months or days, or as written."""
    written = " ".join(target.as_written.split())
    quarters = bool(_NAMES_A_QUARTER.search(written))
    if target.due is None:
        return f"{_start_in_words(target.start, quarters)} onwards" if target.start else written or "None given"
    if target.kind is TargetKind.RANGE:
        words = period_in_words(target.start or target.due, target.due, quarters=quarters)
        return f"Throughout {words}" if _YEAR_ONLY.fullmatch(words) else words
    return _due_in_words(target.start, target.due, quarters)


def period_in_words(start: date, due: date, *, quarters: bool = False) -> str:
    """A stretch of days: "2025/26", "Q3 to Q4 2025/26" if quarters are meant, "June to July 2025", or days."""
    if FinancialYear.containing(start).period == Period(start, due):
        return str(FinancialYear.containing(start))
    if quarters and (words := _quarters_in_words(start, due)):
        return words
    if start.day == 1 and due == month_period(due.year, due.month).due:
        return _months_in_words(start, due)
    return long_date(due) if start == due else f"{long_date(start)} to {long_date(due)}"


def by_days(days: Sequence[int]) -> str:
    """By how many days things moved: "by 90 days", "by 30 to 90 days"."""
    least, most = min(map(abs, days)), max(map(abs, days))
    return f"by {how_many(most, 'day')}" if least == most else f"by {least:,} to {how_many(most, 'day')}"


def moved_in_words(days: int, times: int = 0) -> str:
    """How a due day has moved: "moved 2 times, 181 days in all", "brought forward by 30 days"."""
    length = how_many(abs(days), "day")
    if times > 1:
        return f"moved {times} times, {length} {'earlier' if days < 0 else 'in all'}"
    return f"brought forward by {length}" if days < 0 else f"moved by {length}"


def group_word(labels: Sequence[str]) -> str:
    """The plan's own word for what stands above its actions, from "High Impact Action 1" and so on; else "group"."""
    found = [match["word"] if (match := _NUMBERED_LABEL.match(label)) else "" for label in labels]
    same = len({word.casefold() for word in found}) == 1
    return found[0] if same and found[0] else "group"


def _quarter(day: date) -> tuple[FinancialYear, int]:
    return FinancialYear.containing(day), (day.month - 4) % 12 // 3 + 1


def _quarters_in_words(start: date, due: date) -> str:
    (first_year, first), (last_year, last) = _quarter(start), _quarter(due)
    if start != first_year.quarter(first).start or due != last_year.quarter(last).due:
        return ""
    if (first_year, first) == (last_year, last):
        return f"Q{last} {last_year}"
    return f"Q{first}{'' if first_year == last_year else f' {first_year}'} to Q{last} {last_year}"


def _due_in_words(start: date | None, due: date, quarters: bool) -> str:
    year, number = _quarter(due)
    if quarters and due == year.quarter(number).due:
        return f"Q{number} {year}"
    month = month_period(due.year, due.month)
    return str(ReportingMonth.of(due)) if (start, due) == (month.start, month.due) else long_date(due)


def _months_in_words(start: date, due: date) -> str:
    first, last = ReportingMonth.of(start), ReportingMonth.of(due)
    if first == last:
        return str(last)
    return f"{month_name[start.month] if start.year == due.year else first} to {last}"


def _start_in_words(start: date, quarters: bool) -> str:
    year, number = _quarter(start)
    return f"Q{number} {year}" if quarters and start == year.quarter(number).start else long_date(start)
