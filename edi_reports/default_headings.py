"""The headings that NHS trusts give the columns of their plans, as data: phrase, what it stands for, how surely.

None stands for a column that is kept under its own heading. A trust's own headings go into its settings. Words are
compared in the singular and without punctuation; a phrase may stand inside a longer heading.
"""

from __future__ import annotations

from edi_reports.model.raw import Field

_SURE, _LIKELY, _MAYBE, _ELSE = 1.0, 0.8, 0.6, 0.5

_PHRASES: dict[Field | None, dict[float, str]] = {
    Field.REF: {
        _SURE: """
            #; action id; action no; action number; action ref; action reference; card id; id; issue key;
            item no; no; number; ref; ref no; reference; reference number; serial; task id; task no; ticket
            no; ticket number; wbs; wbs code; work item id
        """,
        _LIKELY: """
            code; item; s no
        """,
    },
    Field.GROUP: {
        _SURE: """
            aim; ambition; area of focus; campaign; domain; eds outcome; equality objective; equality outcome; focus
            area; goal; hia; high impact action; indicator; key priority; metric; objective; pillar; priority area;
            section; standard; strategic objective; strategic outcome; theme; wdes metric; work stream; workstream;
            wres indicator
        """,
        _LIKELY: """
            action area; area; bucket; bucket name; category; commitment; commitment area; competency;
            desired change; edi objective; heading; our aim; outcome area; programme; project; protected
            characteristic; strand; topic; what are we trying to achieve; what do we want; what do we want
            to achieve; what we want to achieve
        """,
        _MAYBE: """
            priority
        """,
    },
    Field.ACTION: {
        _SURE: """
            action; action and intervention; action description; action detail; action needed; action plan;
            action required; action step; action text; action to be taken; action we will take; agreed
            action; card name; card title; corrective action; description of action; further action; how we
            will do it; how will we achieve this; how will we do it; how will we get there; improvement
            action; intervention; key action; key task; mitigating action; next action; planned action;
            proposed action; recommended action; remedial action; smart action; specific action; task name;
            trust action; we said we would; we will; what are we doing; what are we going to do; what do we
            need to do; what need to happen; what we are doing; what we are going to do; what we committed
            to; what we committed to do; what we plan to do; what we said we will do; what we said we would
            do; what we will deliver; what we will do; what will we do
        """,
        _LIKELY: """
            action statement; activity; deliverable; how; initiative; key activity; measure to be taken;
            planned activity; recommendation; requirement; short description; step; task; to do; what
        """,
        _MAYBE: """
            commitment; description; detail; key deliverable; milestone; name; next step; objective; summary
        """,
        _ELSE: """
            title
        """,
    },
    Field.OWNER: {
        _SURE: """
            accountability; accountable; accountable executive; accountable lead; accountable officer; accountable
            owner; accountable person; action lead; action owner; assigned to; assignee; by whom; delivery lead;
            director lead; edi lead; exec lead; exec sponsor; executive director; executive lead; executive owner;
            executive sponsor; lead; lead and owner; lead and support; lead director; lead name; lead officer; lead
            person; lead responsible; lead support; led by; named lead; operational lead; owned by; owner; owner and
            support; person responsible; post holder; project lead; responsibility; responsible; responsible
            director; responsible lead; responsible officer; responsible owner; responsible person; senior
            responsible officer; senior responsible owner; sro; trust lead; who; who is responsible; who will do it;
            who will do this; who will lead
        """,
        _LIKELY: """
            allocated to; delegated to; manager; member; name; named person; officer; person; point of
            contact; sponsor; team; whom
        """,
    },
    Field.SUPPORT: {
        _SURE: """
            contributor; deputy lead; key support; other support; support; support from; support lead;
            supported by; supporter; supporting; supporting colleague; supporting lead; supporting officer;
            supporting owner; supporting role; supporting staff; supporting team; with support from
        """,
        _LIKELY: """
            co lead; collaborator; involved; key partner; others involved; partner; stakeholder; who else
        """,
    },
    Field.START: {
        _SURE: """
            action start; begin; commence; commencement date; date started; from; planned start; start; start by; start
            date; timeline from; timeline start
        """,
        _MAYBE: """
            date from
        """,
    },
    Field.TARGET: {
        _SURE: """
            anticipated completion date; by when; complete by; completed by; completion date; current due
            date; current target; date due; date for completion; date of completion; date to be completed;
            deadline; deadline date; delivery date; delivery year; due; due by; due date; due on; end; end
            date; estimated completion date; expected completion; expected completion date; finish; finish
            date; implementation date; milestone date; planned completion; planned completion date; planned
            end; planned end date; quarter due; target; target completion; target completion date; target
            completion year; target date; target delivery date; target end date; target month; target
            quarter; target timescale; target year; time frame; time line; time scale; timeframe; timeline;
            timeline end; timeline to; timescale; timing; to be completed by; to complete by; when; when by;
            when will it be done; when will we do it; year due
        """,
        _LIKELY: """
            agreed date; agreed deadline; completion; date; duration; milestone; period; quarter; schedule
        """,
        _MAYBE: """
            by
        """,
    },
    Field.ORIGINAL_TARGET: {
        _SURE: """
            baseline date; baseline due date; first due date; initial deadline; initial target date; original
            completion; original completion date; original date; original deadline; original due; original due date;
            original end date; original target; original target date; original timescale
        """,
    },
    Field.REVISED_TARGET: {
        _SURE: """
            amended date; date moved to; extended date; extended to; extension agreed to; extension date; forecast
            completion; forecast date; latest forecast; moved to; new date; new deadline; new due date; new target; new
            target date; new timescale; now due; re forecast date; rescheduled to; revised completion; revised
            completion date; revised date; revised deadline; revised due; revised due date; revised end date; revised
            target; revised target date; revised timescale; slipped to; updated date due; updated deadline
        """,
    },
    Field.PROGRESS: {
        _SURE: """
            action status; completion status; current status; delivery status; progress state; progress status;
            status of action
        """,
        _LIKELY: """
            board column; complete; complete y n; completed; current position; done; has it been completed;
            has it been done; has the action been completed; has this been completed; has this been done; is
            it complete; is it done; is this complete; is this done; list name; open closed; outcome;
            percent complete; position; progress; progress rating; result; stage; state; state code; status;
            status code; where are we; where are we now; where we are; where we are now
        """,
    },
    Field.COMPLETED: {
        _SURE: """
            achieved date; achieved on; actual completed date; actual completion; actual completion date;
            actual date; actual delivery date; actual end date; actual finish; actual finish date; closed
            at; closed date; closed on; closure date; completed at; completed date; completed on; date
            achieved; date action completed; date closed; date completed; date delivered; date done; date
            finished; date of actual completion; date of closure; date resolved; delivered on; done on;
            finished on; resolution date; resolved at
        """,
    },
    Field.STATED_RAG: {
        _SURE: """
            b rag; brag; brag rating; brag status; bragg; current rag; rag; rag rated; rag rating; rag score; rag
            status; stated rag
        """,
        _LIKELY: """
            colour; delivery confidence; rating; traffic light
        """,
        _MAYBE: """
            health; status
        """,
    },
    Field.UPDATE: {
        _SURE: """
            achieved to date; action completed so far; action taken; action taken so far; action taken to date; action
            update; comment; comment evidence; commentary; current position; evidence and update; how are we doing; how
            we are doing; latest position; latest progress; latest update; monthly update; narrative; progress and
            evidence; progress comment; progress evidence; progress made; progress narrative; progress note; progress
            report; progress to date; progress update; progress update evidence; quarterly update; rag commentary; so
            far; status update; update; update against action; update and comment; update and evidence; update evidence;
            update on progress; what has been done; what has happened; what have we achieved; what have we done; what we
            have done; what we have done so far; where are we; where are we now; where we are; where we are now; work
            done; work to date; work undertaken; you said we did
        """,
        _LIKELY: """
            achievement; action completed; closing note; comment and evidence; current progress; current
            situation; evidence of progress; explanation; feedback; further information; highlight; how are
            we getting on; how far have we got; how is it going; last update; latest; note; outcome to date;
            position; position statement; progress; remark; resolution; result; what happened
        """,
        _MAYBE: """
            status
        """,
    },
    Field.FRAMEWORKS: {
        _SURE: """
            alignment; contractual standard; equality standard; framework; framework tag; frameworks supported; link to
            framework; link to wres wdes; linked framework; mandate; national framework; policy driver; relevant
            framework; source of action; standard met; strategy plan action
        """,
        _LIKELY: """
            aligned to; driver; link; link to standard; linked to; links to; origin; programme; reference document;
            regulatory driver; report; requirement source; scheme; source; standard; strategy; supports; tag
        """,
    },
    Field.COMMITTEE: {
        _SURE: """
            accountable committee; accountable group; assurance committee; assurance route; board committee; committee;
            governance; governance committee; governance route; governing committee; lead committee; monitored by;
            monitoring committee; monitoring group; oversight; oversight committee; oversight group; reporting
            committee; reporting group; reporting to; reports to; responsible committee; responsible group
        """,
        _LIKELY: """
            assurance; forum; meeting; monitoring; reporting
        """,
    },
    None: {
        _SURE: """
            %; approved by; area path; assurance level; assurance rating; author; background; band; barrier;
            baseline; benchmark; benefit; budget; budget code; checklist item; completed checklist item;
            consequence; contact; context; cost; cost centre; cost code; created; created by; created date;
            creator; current baseline; data; data source; date added; date created; date of review; date of
            update; date opened; date raised; date updated; days; days overdue; dependency; desired outcome;
            document link; e mail; email; epic link; ethnicity; evidence; evidence link; evidence of
            completion; evidence required; expected impact; expected outcome; expected rag; finding;
            forecast rag; forecast rag rating; forecast rating; forecast status; gap; headcount; how
            measured; how will we know; how will we measure; how will we measure success; impact; intended
            outcome; is recurring; issue; issue identified; issue type; item type; iteration path; key line
            of enquiry; key performance indicator; kpi; label; last rag; last status; last update date; last
            updated; late; likelihood; measurable; measure; measure of success; modified; modified by; next
            review; next review date; outcome measure; overdue; overdue y n; path; percentage; phone;
            predecessor; predicted rag; previous rag; previous rag rating; previous score; previous status;
            previous update; prior rag; priority rating; projected rag; projected status; rag forecast; rag
            key; rag last month; rag last quarter; rationale; reason; reason for action; reason for change;
            reason for delay; reason for rag; reporter; resource; resource required; review date; reviewed
            on; risk; risk rating; risk score; score; source cell; source sheet; sprint; success criteria;
            success look like; success measure; success metric; target %; target audience; target rag;
            target score; trust score; type; update date; version; what did we find; what does success look
            like; what good look like; what is the issue; what success look like; what will be different;
            what will success look like; why; work item type; year end rag
        """,
        _LIKELY: """
            data; department; description; directorate; division; last update; location; monitoring; outcome; output;
            protected characteristic; result; site; success; target measure; target outcome; what is next; what next;
            what will we do next; whats next
        """,
    },
}

HEADINGS = tuple(
    (" ".join(phrase.split()), field, weight)
    for field, by_weight in _PHRASES.items()
    for weight, phrases in by_weight.items()
    for phrase in phrases.split(";")
)
