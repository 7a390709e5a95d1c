"""The rating rules in the language of a spreadsheet, so that a tracker rates anew whenever a cell changes.

They say the same as `rules.rating`, word for word: a test recalculates them in a spreadsheet program and compares.
Only functions that every spreadsheet program knows are used, and no date format, which would depend on its language.
"""

from __future__ import annotations

from calendar import month_name

from edi_reports.model.action import ProgressState
from edi_reports.model.rag import Rag
from edi_reports.model.target import LONGEST_QUOTE, WHY_UNRATED, TargetKind
from edi_reports.model.tracker import ACTIONS, AMBER_DAYS, AS_AT, COMPLETED_AS, YES, Heading

_MONTHS = ",".join(f'"{name}"' for name in list(month_name)[1:])


def kind_word(kind: TargetKind) -> str:
    """The kind of target as it stands in its cell: "Dated"."""
    return kind.value.capitalize()


def long_date_of(day: str) -> str:
    """The formula that writes a day as "30 September 2025"; `day` is a formula too."""
    return f'DAY({day})&" "&CHOOSE(MONTH({day}),{_MONTHS})&" "&YEAR({day})'


def all_of(heading: Heading) -> str:
    """All cells of that column of Actions."""
    return f"{ACTIONS}[{heading}]"


def _this(heading: Heading) -> str:
    return f"{ACTIONS}[[#This Row],[{heading}]]"


_ACTION, _CANCELLED = _this(Heading.ACTION), _this(Heading.CANCELLED)
_PROGRESS, _KIND, _WRITTEN = _this(Heading.PROGRESS), _this(Heading.KIND), _this(Heading.TARGET)
_START, _DUE, _FIRST = _this(Heading.START), _this(Heading.DUE), _this(Heading.ORIGINAL_DUE)
_RULE, _DECIDING, _DAYS = _this(Heading.RULE), _this(Heading.DECIDING_DAY), _this(Heading.DAYS)


def _one_of(cell: str, *words: str) -> str:
    tests = ",".join(f'{cell}="{word}"' for word in words)
    return f"OR({tests})"


def _in_turn(*choices: str) -> str:
    """The choice for the rule that applies; the first is for rule 0."""
    return f"CHOOSE({_RULE}+1,{','.join(choices)})"


def _unless_empty(formula: str) -> str:
    return f'IF({_RULE}="","",{formula})'


def rule_formula() -> str:
    """The number of the first rule that applies to the action of this row; nothing for a row without an action."""
    unrated = _one_of(_KIND, *map(kind_word, WHY_UNRATED))
    tests = (
        f'{_CANCELLED}="{YES}"',
        f'{_PROGRESS}="{ProgressState.COMPLETED.words}"',
        f"IF(ISNUMBER({_DUE}),{_DUE}<{AS_AT},FALSE)",
        f'OR({unrated},AND({_KIND}="",NOT(ISNUMBER({_DUE}))))',
        _one_of(_KIND, kind_word(TargetKind.ONGOING), kind_word(TargetKind.RECURRING)),
        f'AND({_PROGRESS}="{ProgressState.NOT_STARTED.words}",ISNUMBER({_START}),{_START}<{AS_AT})',
        f"IF(ISNUMBER({_DUE}),{_DUE}-{AS_AT}<={AMBER_DAYS},FALSE)",
        f"IF(ISNUMBER({_FIRST}),{_FIRST}<{AS_AT},FALSE)",
    )
    formula = str(len(tests))
    for number, test in reversed(list(enumerate(tests))):
        formula = f"IF({test},{number},{formula})"
    return f'IF({_ACTION}="","",{formula})'


def deciding_day_formula() -> str:
    """The day that the rule looked at, if it looked at one."""
    due = f'IF(ISNUMBER({_DUE}),{_DUE},"")'
    return _unless_empty(_in_turn('""', '""', due, '""', '""', _START, due, _FIRST, due))


def days_formula() -> str:
    """How many days overdue; negative while there is time; nothing without a due day and once the action is over."""
    return f'IF(AND(ISNUMBER({_DUE}),ISNUMBER({_RULE})),IF({_RULE}>1,{AS_AT}-{_DUE},""),"")'


def rag_formula() -> str:
    """The word of the RAG."""
    red, amber, green, none = (f'"{rag.word}"' for rag in (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_RATED))
    under_way = _one_of(_PROGRESS, ProgressState.IN_PROGRESS.words, ProgressState.PROPOSED_FOR_CLOSURE.words)
    open_ended = f'IF({_PROGRESS}="{ProgressState.NOT_STARTED.words}",{amber},IF({under_way},{green},{none}))'
    otherwise = f"IF(ISNUMBER({_DUE}),{green},{none})"
    return _unless_empty(_in_turn(none, COMPLETED_AS, red, none, open_ended, amber, amber, amber, otherwise))


def reason_formula() -> str:
    """The reason in a sentence: words before the deciding day, the day, words after it."""
    day = f'IF(ISNUMBER({_DECIDING}),{long_date_of(_DECIDING)},"")'
    return _unless_empty(f"{_in_turn(*_words_before())}&{day}&{_in_turn(*_words_after())}")


def _words_before() -> tuple[str, ...]:
    stated = f'IF(OR({_PROGRESS}="",{_PROGRESS}="{ProgressState.NOT_STATED.words}")'
    return (
        '"Struck through or withdrawn in the plan: taken as cancelled"',
        '"Completed"',
        f'"Overdue by "&{_days_in_words(_DAYS)}&" (due "',
        f'"Not rated: "&{_why_unrated()}&{_quote()}',
        f'{stated},"Not rated: "&LOWER({_KIND})&", not stated",{_KIND}&", "&LOWER({_PROGRESS}))',
        '"Not started; should have started "',
        f'"Due "&IF({_DAYS}=0,"today","in "&{_days_in_words(f"ABS({_DAYS})")})&" ("',
        '"Re-dated from "',
        f'IF(ISNUMBER({_DUE}),"Due ","Not rated: no due day is known")',
    )


def _words_after() -> tuple[str, ...]:
    return '""', '""', '")"', '""', '""', '""', '")"', '", which is past"', '""'


def _days_in_words(days: str) -> str:
    return f'{days}&IF({days}=1," day"," days")'


def _why_unrated() -> str:
    formula = f'"{WHY_UNRATED[TargetKind.BLANK]}"'
    for kind, why in WHY_UNRATED.items():
        if kind is not TargetKind.BLANK:
            formula = f'IF({_KIND}="{kind_word(kind)}","{why}",{formula})'
    return formula


def _quote() -> str:
    words = _WRITTEN
    for space in ("\n", "\t", "\u00a0"):
        words = f'SUBSTITUTE({words},"{space}"," ")'
    words = f"TRIM({words})"
    cut = f'LEFT({words},{LONGEST_QUOTE})&IF(LEN({words})>{LONGEST_QUOTE},"…","")'
    return f'IF({words}="",""," ("""&{cut}&""")")'


def kind_formula(kind: TargetKind) -> str:
    """The kind of a target that gave no day so far: "Dated" as soon as somebody enters a due day."""
    return f'IF(ISNUMBER({_DUE}),"{kind_word(TargetKind.DATED)}","{kind_word(kind)}")'
