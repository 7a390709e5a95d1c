"""The words of target columns, one pattern a line: what stands between dates, before them and in their place."""

from __future__ import annotations

from edi_reports.normalising.spelling import alternatives

# Between two points of time.
TO = r"(?:-|to|until|till|til|through to|through|thru|up to|-?>)"
AND = r"(?:&|\+|and|then|and then|/|;|,)"
# Before or after one: it begins there and has no end.
FROM = alternatives(
    r"""
    from
    starting(?: from| in)?
    commenc\w+(?: from)?
    since
    with effect from
    wef
    effective(?: from)?
    beginning
    start(?:s|ed)?
    """
)
ON = alternatives(
    r"""
    on-?wards?
    (?:-|&|and|then)? ?(?:on-?going|continu\w+|thereafter)
    and beyond
    \+
    """
)
# Before one: all of it is meant.
ALL_OF = r"(?:throughout|during|within|across|over|all|all through|for|whole|full year|all year)"
# Between the first date and the one that took its place.
MOVED_TO = alternatives(
    r"""
    -? ?(?:now|been|is)? ?(?:revised|extended|moved|deferred|changed|amended|slipped|delayed|postponed)(?: to| until)?
    -? ?re-?(?:scheduled|dated)(?: to| for)?
    -? ?(?:pushed|put back|pushed back)(?: to)?
    -? ?new
    (?:carried|rolled)(?: over| forward)? (?:in)?to
    (?:brought|bring) forward(?: to)?|accelerated(?: to)?
    -? ?now
    """
)
# Words that say that a date was moved, wherever they stand.
MOVED = alternatives(
    r"""
    \b(?:revised|extended|moved|deferred|slipped|delayed|postponed|re-?scheduled|re-?dated)\b
    \b(?:pushed|put) back\b|\b(?:carried|rolled)(?: over| forward)?\b(?! out)
    """
)
FIRST = r"(?:orig(?:inal(?:ly)?)?|was|prev(?:ious(?:ly)?)?|initial(?:ly)?|formerly)"
CARRYING_ON = r"(?:on-? ?going|continu\w+|(?:now )?(?:bau|business[- ]as[- ]usual))"

OFTEN = alternatives(
    r"""
    (?:(?:bi-?|half-?|six-?|three-?|\d-?)? ?(?:month|quarter|year|week|fortnight|dai|term)ly)
    (?:bi-?)?annual(?:ly)?
    biennial(?:ly)?
    every \w+(?: \w+)?
    each (?:month|quarter|year|week|term|meeting|board|committee)
    per (?:month|quarter|year|annum|term)
    (?:once|twice|\d ?x) (?:a|per|each) \w+
    \w+ times (?:a|per) \w+
    regular(?:ly)?
    periodic(?:ally)?
    routinely?
    """
)
# What is looked at again on a date is not due on it.
RECALLED = r"\b(?:review\w*|next|check\w*|revisit\w*|evaluat\w*|refresh\w*)\b.*§"

NOTHING = alternatives(
    r"""
    -*|x|/|[.…]+|#n/a|none|nil|no|blank
    (?:n ?/ ?a\.?|na|n\.a\.|not applicable)(?:(?: -)? (?:on track|on target|completed?))?
    (?:no|none|not)(?: (?:change|revision|revised(?: date)?|required|changed)){1,2}
    unchanged|same(?: date)?(?: as (?:before|original))?|original date(?: stands)?
    as (?:before|original(?:ly)?(?: planned)?|planned)
    (?:click|tap)(?: or tap)?(?: here)? to enter (?:a date|text)\.?|choose an item\.?
    """
)
TO_BE_SAID = alternatives(
    r"""
    \b(?:tbc|tbd|tba|tbs|unknown|awaited|provisional\w*|tentative\w*)\b
    \bt\.b\.[cda]\b
    \bto (?:be )?(?:agree|confirm|decide|determine|advise|identify|establish|schedule|finali[sz]e|clarify|discuss|set)\b
    \bto be (?:agreed|confirmed|decided|determined|advised|identified|established|scheduled|finali[sz]ed|clarified)\b
    \bto (?:be discussed|follow)\b
    \bawait\w*
    \b(?:not|yet to be) (?:yet )?(?:agreed|confirmed|decided|determined|set|known|identified|scheduled|available)\b
    ^(?:under|in) (?:review|discussion|development|consideration)$
    ^no (?:set )?(?:date|timescale|deadline)
    date (?:needed|required|awaited)
    ^(?:pending|undecided|undetermined)$
    \?+$
    """
)
WAITS = alternatives(
    r"""
    ^(?:when\w*|once|following|after|post|if|upon|where|until|before|prior to|ahead|next|at next)\b
    ^(?:in line with|linked to|aligned|timed|contingent|opportunistic\w*|ad ?-?hoc|in response|depend\w+)\b
    ^as (?:and when|required|needed|necessary|appropriate|opportunit\w+|they arise)\b
    ^on (?:completion|receipt|approval|appointment|request|demand|agreement|publication|ratification)\b
    ^(?:completion|approval|appointment|ratification|agreement|receipt)\b
    ^pending .+
    ^post-\w+
    \bsubject to .+
    \b(?:dependent|depending|conditional|contingent) (?:up)?on .+
    \bpending .+
    """
)
AT_ONCE_AND_ON = r"^immediate(?:ly)? ?(?:and|&|-) ?(?:on-? ?going|continu\w+)$"
CARRIES_ON = alternatives(
    r"""
    ^on-? ?going\b
    ^continu\w+
    ^rolling\b
    ^(?:now |part )?bau\b
    ^business[- ]as[- ]usual\b
    ^(?:already )?in (?:place|use)\b
    ^(?:embedded|sustained|established|mainstream\w*|always|current(?:ly)?|live)\b
    ^open-? ?ended\b
    ^permanent\w*
    """
)
FINISHED = (
    r"^(?:now |already |all |action |fully )*"
    r"(?:completed?|done|closed|achieved|finished|delivered|actioned|implemented|concluded)\b"
)
IN_HASTE = alternatives(
    r"""
    ^(?:immediate(?:ly)?|asap|urgent(?:ly)?|now|straight ?away|with immediate effect)\b
    ^a\.s\.a\.p
    ^as soon as (?:possible|practicable)\b
    ^(?:priority|high|medium|low)(?: priority)?$
    """
)
# Words that may change what the date before them means.
_MAY_CHANGE = (
    r"(?:if|unless|once|when|after|depend\w*|earliest|later|not|unconfirmed|recurring|approx\w*|start\w*|begin\w*|commenc\w*"
    r"|onwards?|early|mid|late)"
)
DOUBTS = rf"\b(?:{_MAY_CHANGE}|or|from|review\w*|was|now)\b"
# The same in brackets, where "(approved 12/10/25)" and "(from Q3)" leave the date standing.
DOUBTS_ASIDE = rf"\b{_MAY_CHANGE}\b"
SEASON = r"\b(?:spring|summer|autumn|winter|easter|christmas|new year|diwali|ramadan|term)\b"
TERM = r"\b(?:short(?:er)?|medium|long(?:er)?|near)[ -]term\b|\b(?:short|medium|long)$"
LENGTH = alternatives(
    r"""
    \b(?:\d+|an?|one|two|three|four|five|six|nine|ten|twelve|few|several|coming)[ -]?(?:days?|weeks?|months?|years?)\b
    \byear (?:\d|one|two|three)\b
    """
)

# Words that change nothing about when.
NOISE = alternatives(
    r"""
    (?:no|not) later than
    (?:at )?latest
    to be (?:completed?|done|delivered|in place|implemented|achieved|finali[sz]ed)
    to be (?:published|launched|held|submitted|reported)
    (?:completed|delivered|implemented|achieved|done|finished) by
    (?:on|by) or before
    for (?:completion|delivery|implementation|launch|publication)
    complet(?:e|ion) by
    complet(?:e|ion) date
    by|of|in|on|at|due|dates?|deadline|target|timescale|timeline|expected|anticipated|planned|aim|delivery|month
    (?:(?!after|following|post|before|pending|until|next|from|to)[a-z]+ ){0,2}(?:board|committee|meeting|council|forum)
    unchanged|no change|same|remains|still
    agm|go[ -]?live|close (?:of )?(?:play|business)|cop|cob
    (?:wres|wdes|eds|gpg|report|submission|publication|launch|draft|final)
    """
)
