"""The words of progress and RAG columns, one pattern a line, each for a whole part of a cell's text."""

from __future__ import annotations

from edi_reports.normalising.spelling import alternatives

_BEGUN = r"(?:been )?(?:begun|begin|started|start|commenced|commence)"

ALL_DONE = r"100 ?%(?: (?:completed?|done))?"
NONE_DONE = r"0 ?%(?: (?:completed?|done))?"
PART_DONE = r"\d\d?(?:\.\d+)? ?%(?: (?:completed?|done))?"

NOT_STARTED = alternatives(
    rf"""
    (?:work )?(?:has |have |is )?(?:not|yet|not yet|to|still to|due to)(?: yet)?(?: to)?(?: be)? {_BEGUN}(?: yet)?
    ns|n/s|unstarted
    no progress(?: yet| to date)?
    on track to (?:start|begin)
    not due to (?:start|begin|commence)(?: until| before)?
    """
)
PROPOSED = alternatives(
    r"""
    (?:propos\w+|recommend\w*|suggest\w*|request\w*)(?: (?:for|to|be))* clos(?:ure|ing|ed?)
    (?:ready|await\w*|pending|submitted)(?: (?:for|to|be|approval))* clos(?:ure|ing|ed?)
    for closure
    closure (?:proposed|requested|recommended)
    """
)
NOT_DONE = r"(?:not|in|not yet|un)[ -]?(?:completed?|achieved|done|met|finished|closed)"
NEARLY_DONE = (
    r"(?:partly|partially|part|nearly|almost|substantially|mostly|near|nearing|largely)[ -]"
    r"(?:completed?|completion|achieved|implemented|done|delivered|met)"
)
DONE = alternatives(
    r"""
    completed?(?: (?:and|&) (?:closed|evidenced|embedded|signed off))?
    closed(?: (?:and|&) completed?)?
    completion|done|finished|achieved|delivered|concluded|actioned
    ✓+|✔+|☑|✅|√|ü|þ
    """
)
GOING = alternatives(
    r"""
    (?:work |still |well )?in[ -]?progress(?: well)?
    (?:work |still |well )?under[ -]?way
    progressing(?: well)?|making progress|good progress
    work (?:has )?(?:started|begun|commenced)
    begun|started|commenced|active|live|open|partial(?:ly)?|mobilis(?:ed|ing)
    in development|in delivery|in train|being (?:implemented|delivered)
    on-? ?going|continuing|continuous
    wip|work in progress|ip
    on[ -](?:track|target|schedule|course|plan)(?: (?:to|for) (?:be )?(?:completed?|completion|deliver\w*|achieve))?
    """
)
# How an action fares, which does not say whether it was begun.
_HOW_MUCH = r"(?:major |minor |some |significant |high |low |at |no |slight |serious )?"
FARES = alternatives(
    rf"""
    {_HOW_MUCH}(?:risks?|delays?|issues?|concerns?|slippage|problems?)
    {_HOW_MUCH}risks? (?:of|to|with|in) (?:delay|delivery|slippage|non[ -]?delivery|timescales?|deadline|progress)
    (?:delays?|issues?|slippage|concerns?) (?:of|to|with|in) (?:delivery|timescales?|deadline|progress|target)
    delayed|overdue|late|stalled|missed|not met|critical|past due|deadline missed|requires attention
    (?:significantly |slightly )?(?:off|not on)[ -](?:track|target|plan|schedule)
    (?:significantly |slightly )?behind(?: schedule| plan| target)?
    slipp(?:ed|ing)
    delayed but recoverable|recoverable
    on hold|paused|deferred|suspended
    not applicable|n/?a|tbc|-
    nearly on track
    not due(?: yet)?|not yet due|future|planned|scheduled
    """
)
# What says that an action is not pursued, or not as one of its own.
CANCELLED = alternatives(
    r"""
    (?:action )?(?:cancell?ed|withdrawn|superseded|abandoned|discontinued|scrapped|dropped|stood down|rescinded)
    (?:superseded|replaced) by .+
    removed(?: from (?:the |this )?(?:plan|tracker|log|list))?
    (?:action )?duplicated?(?: (?:of|with|action|entry|row)\b.*)?
    (?:now |has been )?merged(?: (?:with|into|to) .+)?
    (?:now )?(?:incorporated|subsumed|absorbed|combined|rolled|moved|part) (?:(?:in)?to|with|of) \D{0,30}\d[\d.]*[a-z]?
    (?:action )?no longer (?:required|needed|necessary|relevant|applicable|appropriate|valid|going ahead|proceeding)
    (?:not|no longer) (?:being )?(?:pursued|progressed|taken forward|proceeding|going ahead)
    """
)
ON_TRACK = r"\bon[ -](?:track|target|schedule)\b"

# Words beside a state that change nothing about it.
LABELS = r"\b(?:b?rag|status|rating|rated|progress|state|actions?|now|currently|current|fully|all|is|this)\b"
_MONTHS = r"jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
_WHEN_WORDS = r"(?:since|in|on|by|as of|as at|during|from)"
_MOMENT = (
    rf"(?:q[1-4]|h[12]|{_MONTHS}|\d{{1,2}}(?:st|nd|rd|th)"
    r"|(?<!\S)\d{1,4}(?:/\d{1,4}){0,2}(?![\d%]))(?!\S)"
)
WHEN = rf"\b(?:{_WHEN_WORDS} )*{_MOMENT}|\bby$"
# What may stand between a completion and its day.
COMPLETED_WHEN = rf"(?:{_WHEN_WORDS}|dated?|and closed|closed|[-–:(,.])"

# Words beside a completion that leave it open whether all of the action is done.
DOUBTS = (
    alternatives(
        r"""
    \?
    \b(?:not|n|never|nor|neither|un\w+ed)\b
    \bno\b(?! (?:further|more|longer|other|issues?|concerns?|actions? (?:needed|required|outstanding|remain\w*)))
    \b(?:part|parts|partly|partially|partial|half|phase|stage|interim|draft|drafted|initial|first)\b
    \b(?:pending|subject to|except|excluding|apart from|other than|await\w*|tbc|tbd|remain\w*|still|but|however)\b
    (?<!nothing )(?<!none )\boutstanding\b
    \b(?:until|unless|once|target|planned|expected|anticipated|estimated|forecast|aim\w*|due|deadline)\b
    \bsee (?:also )?(?:actions? |refs?\.? |items? |nos?\.? )?[a-z]{0,4}\W?\d[\d.]*[a-z]?\W*$
    \b(?:re-?open\w*|carr(?:y|ied)|roll(?:ed)?|deferred|superseded|withdrawn|abandoned|cancelled)\b
    \bby (?:the )?(?:end|mid|late|early|next|q[1-4]|quarter|spring|summer|autumn|winter|year|\d)
    \bto (?:be(?! (?:sustain|embed|monitor|maintain|continu|review)\w*)|start|begin|do|come|complete|finish|agree)\b
    \b\d{1,3} ?(?:of|out of) ?\d{1,3}\b
    (?<![\d/])[1-9]\d? ?/ ?(?:[2-9]|1[0-2])(?![\d/])
    """
    )
    + rf"|\bby (?:the )?(?:{_MONTHS})\b"
)
