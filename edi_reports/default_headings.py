"""The headings that NHS trusts give the columns of their plans, as data: phrase, what it stands for, how surely.

None stands for a column that is kept under its own heading. A trust's own headings go into its settings.
"""

from __future__ import annotations

from edi_reports.model.raw import Field

_SURE, _LIKELY, _MAYBE = 1.0, 0.8, 0.6

_PHRASES: dict[Field | None, dict[float, str]] = {
    Field.REF: {
        _SURE: "ref; ref no; reference; reference number; action ref; action reference; action no; action number; action id; id; no; number; #; item no; serial",
        _LIKELY: "item; code; s no",
    },
    Field.GROUP: {
        _SURE: "high impact action; hia; objective; strategic objective; equality objective; theme; aim; goal; metric; indicator; domain; workstream; work stream; "
        "priority area; key priority; area of focus; focus area; pillar; campaign; standard; wres indicator; wdes metric; eds outcome; ambition; section",
        _MAYBE: "priority",
        _LIKELY: "area; strand; programme; project; topic; protected characteristic; commitment area; category; outcome area; action area; heading; edi objective",
    },
    Field.ACTION: {
        _SURE: "action; action required; action to be taken; key action; planned action; proposed action; agreed action; specific action; trust action; action plan; action and intervention; "
        "what will we do; what we will do; what are we going to do; what are we doing; what we are going to do; what do we need to do; what need to happen; further action; intervention; "
        "recommended action; action detail; action description; description of action; how will we do it; how will we achieve this; how we will do it; how will we get there; "
        "improvement action; action we will take; action needed; key task; smart action; what we will deliver; action step; next action; we will; remedial action; mitigating action; corrective action",
        _LIKELY: "task; activity; recommendation; deliverable; initiative; key activity; step; commitment; planned activity; measure to be taken; how; what; to do; requirement; action statement",
        _MAYBE: "description; detail; next step; objective; milestone; key deliverable",
    },
    Field.OWNER: {
        _SURE: "owner; action owner; responsible owner; responsible; lead; action lead; lead officer; lead person; lead name; responsibility; responsible person; responsible officer; responsible lead; person responsible; "
        "who; who is responsible; who will do it; who will lead; who will do this; by whom; accountable; accountable officer; accountable owner; accountable lead; accountable executive; accountable person; accountability; exec lead; executive lead; "
        "executive sponsor; exec sponsor; sro; senior responsible officer; senior responsible owner; operational lead; delivery lead; project lead; assigned to; assignee; lead responsible; owned by; led by; named lead; "
        "director lead; responsible director; lead director; executive owner; executive director; lead and owner; post holder; trust lead; edi lead",
        _LIKELY: "sponsor; allocated to; delegated to; officer; manager; whom; named person; name; team",
    },
    Field.SUPPORT: {
        _SURE: "support; supported by; supporting; supporting owner; supporting lead; support lead; with support from; contributor; supporting officer; support from; other support; deputy lead; supporting team; key support",
        _LIKELY: "partner; key partner; stakeholder; involved; who else; co lead; others involved; collaborator",
    },
    Field.START: {
        _SURE: "start; start date; commence; commencement date; date started; from; planned start; begin; start by; action start",
        _MAYBE: "date from",
    },
    Field.TARGET: {
        _SURE: "target date; target completion date; completion date; due date; due; deadline; timescale; time scale; timeframe; time frame; by when; when; target; end date; target end date; planned completion date; "
        "planned completion; target completion; expected completion date; expected completion; date due; delivery date; to be completed by; complete by; completed by; timeline; timing; time line; when by; date for completion; finish date; finish; planned end; planned end date; end; "
        "target timescale; deadline date; implementation date; date to be completed; estimated completion date; anticipated completion date; due by; to complete by; target delivery date; milestone date; date of completion; current target; current due date; when will we do it; when will it be done; target quarter; quarter due",
        _LIKELY: "date; milestone; period; quarter; completion; duration; agreed date; agreed deadline; schedule",
    },
    Field.ORIGINAL_TARGET: {
        _SURE: "original date; original target; original target date; original due date; original deadline; original completion date; original timescale; baseline date; initial target date; first due date; initial deadline; original due; original completion; original end date; baseline due date",
    },
    Field.REVISED_TARGET: {
        _SURE: "revised date; revised target; revised target date; revised due date; revised deadline; revised completion date; revised timescale; new date; new target date; extended date; extended to; new deadline; amended date; revised due; re forecast date; forecast date; forecast completion; updated deadline; revised end date; revised completion; new due date; extension date; latest forecast; updated date due",
    },
    Field.PROGRESS: {
        _SURE: "progress status; action status; current status; completion status; status of action; progress state; delivery status",
        _LIKELY: "status; state; progress; complete; completed; stage; progress rating; percent complete; complete y n; done; open closed; position",
    },
    Field.STATED_RAG: {
        _SURE: "rag; brag; rag rating; rag status; brag rating; brag status; stated rag; rag rated; current rag; rag score; bragg; b rag",
        _LIKELY: "colour; rating; traffic light; delivery confidence",
        _MAYBE: "status",
    },
    Field.UPDATE: {
        _SURE: "update; progress update; latest update; progress to date; commentary; action update; status update; comment; current position; progress note; latest position; update and comment; progress comment; "
        "narrative; update on progress; progress report; action taken; action taken so far; action taken to date; action completed so far; what have we done; work to date; progress made; update against action; latest progress; progress narrative; progress and evidence; rag commentary; what we have done so far; monthly update; quarterly update",
        _LIKELY: "progress; note; remark; comment and evidence; achievement; current progress; position statement; outcome to date; what happened; closing note; result; position",
    },
    Field.FRAMEWORKS: {
        _SURE: "framework; framework tag; linked framework; driver; policy driver; wres wdes; link to framework; relevant framework; mandate; strategy plan action; source of action; link to wres wdes; frameworks supported; alignment; contractual standard; standard met; national framework; wres wdes eds",
        _LIKELY: "link; linked to; source; strategy; standard; regulatory driver; supports; aligned to; link to standard; links to; report; reference document; origin; requirement source; programme; scheme; tag",
    },
    Field.COMMITTEE: {
        _SURE: "committee; reporting committee; governance; governance committee; reporting to; assurance committee; oversight; oversight committee; monitoring committee; monitored by; reports to; governance route; assurance route; oversight group; governing committee; reporting group; monitoring group; accountable committee",
        _LIKELY: "assurance; forum; monitoring; meeting; reporting",
    },
    None: {
        _SURE: "success metric; success measure; measure of success; measure; kpi; key performance indicator; success criteria; how will we know; how will we measure; how will we measure success; expected outcome; intended outcome; outcome measure; "
        "desired outcome; evidence; evidence required; evidence of completion; impact; expected impact; benefit; rationale; reason; why; issue; gap; issue identified; finding; baseline; current baseline; resource; resource required; cost; budget; risk; risk score; risk rating; "
        "likelihood; consequence; barrier; dependency; date completed; actual completion date; date closed; completed date; closed date; completed on; date of closure; date of update; date updated; last updated; last update date; update date; review date; date of review; next review; next review date; reviewed on; date raised; date added; date opened; "
        "priority rating; reason for action; what success look like; what does success look like; what will success look like; what good look like; success look like; "
        "background; context; data; data source; target audience; how measured; measurable; assurance rating; assurance level; what will be different; e mail; email; contact; phone; version; approved by; author; "
        "band; headcount; % ; percentage; score; previous score; target %; target score; trust score; benchmark; ethnicity; days; actual date; actual completion; key line of enquiry; reason for change; reason for delay; what is the issue; what did we find; source cell; source sheet; reason for rag; evidence link; document link; rag key",
        _LIKELY: "description; outcome; success; result; target outcome; target measure; monitoring; data; priority; output; milestone; quality; "
        "protected characteristic; location; site; division; directorate; department",
    },
}

HEADINGS = tuple(
    (phrase.strip(), field, weight)
    for field, by_weight in _PHRASES.items()
    for weight, phrases in by_weight.items()
    for phrase in phrases.split(";")
)
