"""The words of progress and RAG columns, one pattern a line, each for a whole part of a cell's text."""

from __future__ import annotations

from edi_reports.normalising.spelling import alternatives, word_set

_MONTHS = (
    r"jan(?:u\w*)?|feb(?:\w*r\w*y)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t\w*)?|oct(?:o\w*)?|nov(?:em\w*)?|dec(?:em\w*)?"
)
_BEGUN = r"(?:been )?(?:begun|begin|started|start|commenced|commence)(?: yet)?(?: on (?:this|it))?"
# Why or with whom, after words that say how an action stands: it changes nothing about that.
_NO = (
    r"(?:not?|never|none|nothing|completed?|done|yet|if|when|once|until|before|await\w*|pending"
    r"|was|were|should|will|would|could|may|might|to)\b"
)
SINCE = r"(?: (?:due to|because|owing to|as|since|following|given|with|pending|await\w*|until) .*)?"

_ENDED = r"(?:completed?|done|achieved|delivered|implemented)"
ALL_DONE = rf"100 ?%(?: {_ENDED})?"
NONE_DONE = rf"0 ?%(?: {_ENDED})?"
PART_DONE = alternatives(
    rf"""
    \d\d?(?:\.\d+)? ?%(?: {_ENDED})?
    (?!(\d+) (?:out )?of \1\b)[1-9]\d* (?:out )?of \d+ {_ENDED}
    (?:stage|phase|step) \d (?:out )?of \d
    """
)

NOT_STARTED = alternatives(
    rf"""
    (?:work )?(?:has |have |is )?(?:not|yet|not yet|to|still to|due to)(?: yet)?(?: to)?(?: be)? {_BEGUN}{SINCE}
    to[ -]?do|(?:in (?:the )?)?backlog|(?:await\w*|pending) (?:start|commencement)
    ns|n/s|unstarted|new
    no progress(?: yet| to date)?
    on track to (?:start|begin)
    not due to (?:start|begin|commence)(?: until| before)?
    """
)
PROPOSED = alternatives(
    rf"""
    (?:propos\w+|recommend\w*|suggest\w*|request\w*)(?: (?:for|to|be))* clos(?:ure|ing|ed?){SINCE}
    (?:ready|await\w*|pending|submitted|can)(?: (?:for|to|be|approval))* clos(?:ure|ing|ed?)
    for closure
    closure (?:proposed|requested|recommended)
    resolved
    """
)
NOT_DONE = (
    r"(?:closed )?(?:not|in|not yet|un)[ -]?(?:completed?|achieved|done|met|finished|closed)"
    r"|closed (?:skipped|unresolved|rejected)"
)
NEARLY_DONE = (
    r"(?:half|partly|partially|part|nearly|almost|substantially|mostly|near|nearing|largely)[ -]"
    r"(?:completed?|completion|achieved|implemented|done|delivered|met)"
)
DONE = alternatives(
    rf"""
    (?:successfully |work |task |project )?completed?(?: (?:successfully|in full|on time|early|late|ahead of schedule))?
    {_ENDED} (?:and|&) (?:closed|evidenced|embedded|sustained|signed off|reported|published|launched|shared)
    completed?(?: (?:and|&))?(?: now| moved to| handed over to)? (?:bau|business as usual)
    closed(?: (?:and |& )?completed?)?|resolved (?:and|&) closed|closed (?:and|&) resolved
    signed[ -]off
    closed (?:at|by) (?:the )?(?!next\b)(?:[a-z]+ ){{0,4}}(?:group|committee|board|panel|forum|meeting)
    completion|done|finished|achieved|delivered|implemented|concluded|actioned
    ✓+|✔+|☑|✅|√|ü|þ
    """
)
GOING = alternatives(
    rf"""
    (?:work |still |well )*(?:is )?in[ -]?pro(?:gress|cess)(?: well)?{SINCE}
    (?:work |still |well )*(?:is )?under[ -]?way{SINCE}
    progressing(?: well)?|making progress
    (?:good|some|steady|limited|slow|significant|excellent|little) progress(?: made)?|progress (?:is being |being )?made
    (?!{_NO})[a-z-]+(?: (?!{_NO})[a-z-]+)? (?:is |are |now )?(?:under[ -]?way|in[ -]?progress)
    work (?:has |have )?(?:started|begun|commenced){SINCE}
    (?:just |recently )?(?:begun|started|commenced)|active|live|open|partial(?:ly)?|mobilis(?:ed|ing)
    (?:in|under) (?:development|delivery|train|draft|design|implementation)|(?:in )?early stages
    being (?:implemented|delivered|developed|progressed|drafted|designed|finalised|piloted|rolled out|taken forward)
    implementing|delivering|developing|drafting|designing|piloting|testing|rolling out|embedding
    out (?:for|to) consultation|(?:in|under) review|being (?:tested|reviewed|written|trialled)|drafted
    on-? ?going(?: work)?|continuing|continuous
    wip|work in progress|ip|doing|working on(?: it| this)?|half-?way(?: (?:there|through))?|partly
    on[ -](?:track|target|schedule|course|plan)(?: (?:to|for) (?:be )?(?:completed?|completion|deliver\w*|achieve))?
    """
)
# What an update says of an action, or of a part of it, that is not complete whatever its status says.
_OF_IT = (
    r"(?:(?:but|though|so|and|yet|therefore|unfortunately) )?"
    r"(?:(?:this|it|the|our|action|objective|task|work|item|delivery|status) )*"
    r"(?:(?:is|are|has|have|does|do|remains?|still|currently|as yet|yet) )*?"
)
_YET = rf"(?: (?:yet|in full|fully|at present|at this (?:time|point|stage)|to date))*{SINCE}"
NOT_COMPLETE = alternatives(
    rf"""
    {_OF_IT}(?:not|never)(?: (?:yet|been|be|fully|quite|all|entirely|formally))* {_ENDED}{_YET}
    {_OF_IT}not(?: (?:yet|been|fully|quite))* (?:finished|closed|actioned|met){_YET}
    {_OF_IT}(?:can|could|will) not (?:yet )?be {_ENDED}{_YET}
    {_OF_IT}(?:incomplete|unfinished|undelivered){_YET}
    {_OF_IT}(?:still|remains?) outstanding{_YET}
    {_OF_IT}(?:still|yet) to (?:be )?(?:do|{_ENDED}|finish(?:ed)?|deliver|achieve|implement){_YET}
    {_OF_IT}(?:still|yet) to be (?:begun|started|commenced){_YET}
    (?:still|remains?|more|further work|work still) to (?:do|be done|be completed){_YET}
    """
)
# What it may begin with, to say the same.
NOT_BEGUN_OR_IN_PART = alternatives(
    rf"""
    {NOT_STARTED}
    \d\d?(?:\.\d+)? ?% {_ENDED}
    (?!(\d+) (?:out )?of \1\b)\d+ (?:out )?of \d+ {_ENDED}
    {NEARLY_DONE}{SINCE}
    """
)
# How an action fares, which does not say whether it was begun.
_HOW_MUCH = r"(?:major |minor |some |significant |high |at |slight |serious )?"
_DELIVERY = r"(?:delay|delivery|slippage|non[ -]?delivery|timescales?|deadlines?|progress|target)"
_BY_OR_TO = r"(?: (?:due to|because|owing to|as|of|by|with|for|to|into|in|from|until|pending|await\w*|given) .*)?"
_TO_WHEN = rf"(?: (?:to|until|from|by) (?:.*\d|next |end |(?:{_MONTHS})\b).*)?"
_OF_PLAN = r"(?:the )?(?:action|objective|hia|ref|plan|tracker|log|\d).*"
_HINDERED = alternatives(
    r"""
    (?:(?:start|launch|significantly|slightly|severely) )?(?:delay(?:ed|s)?|slipp(?:ed|ing)|overdue)
    (?:not|unable to) progress(?:ed|ing)?|unable to (?:deliver|complete|proceed)
    will not be (?:achieved|met|delivered|completed)
    (?:significantly |slightly )?(?:(?:off|not on)[ -](?:track|target|plan|schedule)|behind(?: schedule| plan| target)?)
    on hold|paused|parked|deferred|suspended|postponed|blocked|(?:carry|carried|roll|rolled) (?:forward|over)
    """
)
HELD_UP = alternatives(
    rf"""
    {_HOW_MUCH}(?:risks?|delays?|issues?|concerns?|slippage|problems?)
    {_HOW_MUCH}(?:risks?|delays?|issues?|slippage|concerns?) (?:of|to|with|in) {_DELIVERY}
    {_HINDERED}{_BY_OR_TO}
    (?:running )?(?:late|behind)|stalled|stuck|critical|past due|requires attention|delayed but recoverable
    (?:(?:target|deadline|date) )?(?:missed|not met)|(?:at )?risks? of (?:missing|not meeting) .*
    (?:no|lack of) (?:funding|capacity|resources?)|(?:funding|capacity|resourc\w+|staffing) (?:issues?|problems?|gaps?)
    (?:(?:date|deadline|timescale|timeline) )?(?:extended|revised|re-?scheduled|re-?dated|re-?profiled){_TO_WHEN}
    """
)
CALLED_OFF = alternatives(
    rf"""
    (?:cancell?ed|withdrawn|superseded|abandoned|discontinued|terminated|stood down|obsolete){_BY_OR_TO}
    (?:removed|merged|duplicated?)(?: (?:from|with|into|of|by) {_OF_PLAN})?
    (?:replaced|incorporated|combined|subsumed) (?:by|in|into|with) {_OF_PLAN}
    no longer (?:required|needed|necessary|relevant|applicable)
    (?:won'?t|will not) (?:do|fix|be done)|not doing
    (?:not|no longer|will not be) (?:being )?(?:required|needed|pursued|taken forward|going ahead)
    (?:not being|no longer(?: being)?|will not be) progressed
    """
)
NEITHER = alternatives(
    r"""
    (?:no|low) (?:risks?|delays?|issues?|concerns?|slippage|problems?)
    recoverable|nearly on track
    not applicable|n/?a|tbc|-
    due|not due(?: yet)?|not yet due|future|planned|scheduled
    """
)
ON_TRACK = r"\bon[ -](?:track|target|schedule)\b"

# Words that are typed often enough to be mistyped, and words near to them that are none of them.
OFTEN_TYPED = word_set(
    """
    complete completed completion started commenced progress progressing ongoing underway achieved delivered
    finished implemented partially closure proposed delayed overdue cancelled withdrawn superseded
    """
)
RIGHT_AS_TYPED = frozenset({"stated", "starred", "commended"})

# Words beside a state that change nothing about it.
LABELS = r"\b(?:b?rag|status|rating|rated|progress|state|actions?|now|currently|current|fully|all|is|this|has|been)\b"
_WHEN_WORDS = r"(?:since|in|on|by|as of|as at|during|from)"
_MOMENT = (
    rf"(?:q[1-4]|h[12]|{_MONTHS}|\d{{1,2}}(?:st|nd|rd|th)"
    r"|(?<!\S)\d{1,4}(?:/\d{1,4}){0,2}(?![\d%]))(?!\S)"
)
WHEN = rf"\b(?:{_WHEN_WORDS} )*{_MOMENT}|\bby$"
# What may stand between a completion and its day.
COMPLETED_WHEN = rf"(?:{_WHEN_WORDS}|dated?|and closed|closed|[-–:(,.])"

# What may follow "closed", which does not say by itself that the action was done.
CLOSED_BY = (
    r"\W*(?:(?:evidenced?|signed[ -]off|approved|agreed|ratified|confirmed|reported|published|launched|embedded)\b"
    r"|(?:all|objectives?|target|moved to (?:bau|business as usual)|bau|business as usual|at|by)\b).*"
)
DONE_INDEED = r"\b(?:completed?|done|finished|achieved|delivered|implemented|concluded|actioned)\b"

# Words beside a completion that leave it open whether all of the action is done: they deny it, ...
_DENIED = alternatives(
    r"""
    \?
    \b(?:not|n|never|nor|neither|un\w+ed)\b
    \bno\b(?! (?:further|more|longer|other|issues?|concerns?|actions? (?:needed|required|outstanding|remain\w*)))
    \b(?:errors?|reject\w*|disput\w*|disagree\w*|declined|failed|unable|unsuccessful|unsure|unclear|query|self-assessed)\b
    \b(?:re-?open\w*|reinstated|revisit\w*|superseded|withdrawn|abandoned|cancelled|deferred|escalated)\b
    """
)
# ... take a part of it for all of it, ...
_IN_PART = alternatives(
    r"""
    \b(?:part(?! of (?:induction|mandatory|bau|business))|parts|partly|partially|partial|half|limited|majority)\b
    \b(?:phase|stage|interim|draft|drafted|initial|first)\b
    \b(?:only|most(?! recent)|mostly|mainly|largely|broadly|some|several|few|almost|nearly|minus|exceptions?)\b
    \b(?:except|excluding|(?:apart|aside) from|other than|bar|barring|save for|insufficient|weak|poor|low(?! risk))\b
    \b(?:cohort|wave|round|version|step|year|v) ?(?:\d|one|two)\b
    \b(?:1st|2nd|3rd) (?:cohort|wave|round|half|year|quarter)\b
    \b(?:in principle|in theory|on paper|informally|verbally|unofficially|locally|temporarily|for now|workaround)\b
    \bq[1-4] (?:completed?|done)\b|\b(?:pilot|trial)$
    \bcompleted?(?: actions:?)? \d+$|^\d+ completed?\b
    \b\d{1,3} ?(?:of|out of) ?\d{1,3}\b|\b(?:one|two|three|four) of\b|\b\d{1,2}(?:\.\d+)?%
    (?<![\d/])[1-9]\d? ?/ ?(?:[2-9]|1[0-2])(?![\d/])
    """
)
# ... or tell what has still to come, and with whom it lies.
_TO_COME = alternatives(
    r"""
    \b(?:pending|subject to|await\w*|tbc|tbd|remain\w*|still|but|however|next|evidence to follow)\b
    (?<!nothing )(?<!none )(?<!action )(?<!actions )(?<!further )\b(?:outstanding|left|missing|needed|required|to go)\b
    \b(?:need|needs)\b(?! analys\w+| assess\w+)|\b(?:requires|lacks?(?: of)?|waiting(?! lists?| times?))\b
    \b(?:until|unless|once|target(?! (?:met|achieved|exceeded))|(?<!as )planned|expected|anticipated)\b
    \b(?:estimated|forecast|aim\w*|est|due|deadline)\b
    \b(?:will|should|must|goes|going|about) (?:be |to |go |live\b)
    \b(?:with|for) (?:\w+ )?(?:for )?(?:sign[ -]?off|approval)\b|^\W*completed?\W+with\b(?! evidence)
    \b(?:carr(?:y|ied)|roll(?:ed)?(?! out))\b|\bon agenda\b|\b(?:work|delivery|action|roll-?out) continues\b
    \bcontinues? in(?:to)? \d|\bmoved to \d|\bsee (?:action )?\d|\bbeing \w+(?:ed|en)\b
    \bby (?:the )?(?:end|mid|late|early|next|q[1-4]|quarter|spring|summer|autumn|winter|year|\d)
    \bto be\b(?! (?:sustain|embed|monitor|maintain|continu|review)\w*)
    \bto (?:start|begin|do|come|complete|finish|agree|check|confirm)\b
    ^may complete\b|\bcompletion\b.*\d
    """
)
DOUBTS = rf"{_DENIED}|{_IN_PART}|{_TO_COME}|\bby (?:the )?(?:{_MONTHS})\b"
