"""The wording of every finding: what was found, what it means here, what to do. British English, no blame.

`finding("unknown-owner", place, ref, written=…, closest=…)` fills the words in. The table is the whole catalogue;
a test holds each code against the documentation and each call against its words.
"""

from __future__ import annotations

from msgspec import Struct

from edi_reports.model.finding import CannotContinue, Finding, Severity
from edi_reports.model.place import Place

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Wording(Struct, frozen=True):
    """The words of one finding; braces stand for the facts of the case."""

    severity: Severity
    found: str
    means: str
    remedy: str


CATALOGUE: dict[str, Wording] = {
    # files that cannot be read
    "no-workbook": Wording(
        ERROR,
        'There is no workbook in "{folder}".',
        "There is nothing to report on, so nothing was written.",
        "Save the action plan (.xlsx, .xlsm, .csv or .tsv) into that folder, or name the workbook in the command.",
    ),
    "no-such-file": Wording(
        ERROR,
        'There is no file "{file}".',
        "Nothing was read and nothing was written.",
        "Check the spelling and the folder. A name with spaces must stand in quotation marks.",
    ),
    "cannot-open": Wording(
        ERROR,
        "The file could not be opened: {reason}.",
        "Nothing was read and nothing was written.",
        "Ask whoever looks after the folder for permission to read it, or save a copy elsewhere and name that.",
    ),
    "not-a-workbook": Wording(
        ERROR,
        "The file is {what}, not an Excel workbook.",
        "Nothing could be read from it and nothing was written.",
        "Open it in the program that made it and save it as an Excel workbook (.xlsx).",
    ),
    "encrypted": Wording(
        ERROR,
        "The workbook is protected with a password to open.",
        "Nothing could be read from it and nothing was written.",
        "In Excel choose File, Info, Protect Workbook, Encrypt with Password, clear the password and save.",
    ),
    "old-excel": Wording(
        ERROR,
        "The workbook is in the format of Excel 97 to 2003 (.xls).",
        "Nothing could be read from it and nothing was written.",
        "Open it in Excel and save it as an Excel workbook (.xlsx).",
    ),
    "damaged-workbook": Wording(
        ERROR,
        "The workbook is damaged or cut short: {reason}.",
        "It could not be read in full, so nothing was written.",
        "Open it in Excel, let Excel repair it, save it under a new name and try again.",
    ),
    "is-a-folder": Wording(
        ERROR,
        '"{file}" is a folder.',
        "A workbook was expected, so nothing was read and nothing was written.",
        "Name the workbook inside the folder.",
    ),
    "too-large": Wording(
        ERROR,
        "The file is larger than the limit of {limit}.",
        "It is not a plan that people keep, so nothing was read and nothing was written.",
        "Check that it is the right file; if it is, delete sheets, pictures and empty formatted "
        'rows and save it again, or raise "{setting}" on the Limits sheet of settings.xlsx.',
    ),
    "too-large-to-write": Wording(
        ERROR,
        'The sheet "{sheet}" would have {size}; a sheet of a workbook holds {most}.',
        "The plan has more columns or texts than a tracker can show, so nothing was written.",
        "Delete the columns and rows that are no part of the plan, or split it into several workbooks.",
    ),
    "out-of-memory": Wording(
        ERROR,
        "The memory of this computer is not enough for the file.",
        "It could not be read in full, so nothing was written.",
        "Close other programs and try again. If you raised values on the Limits sheet of settings.xlsx, lower them.",
    ),
    "no-plan": Wording(
        ERROR,
        "No plan was found. Looked for a row of headings that name an action beside an owner, a "
        "date, progress or RAG. {closest}",
        "Nothing could be read from {sheets}, so nothing was written.",
        "Check that it is the right workbook, or write the headings that it uses on the Headings "
        "sheet of settings.xlsx.",
    ),
    "no-actions": Wording(
        ERROR,
        "The headings of a plan were found on {sheets}, but no action stands under them.",
        "There is nothing to report on, so nothing was written.",
        "Check that it is the right workbook and that the rows under the headings hold the actions.",
    ),
    # the layout of a plan
    "never-calculated": Wording(
        WARNING,
        'The formula "{formula}" was never calculated, so the file holds no value for it.',
        "The formula itself is kept as the text of the cell.",
        "Open the workbook in Excel, let it calculate, save it, and run again.",
    ),
    "cell-comment": Wording(
        NOTE,
        'The cell has a comment: "{text}".',
        "Comments are listed here and are not part of the action.",
        "If it matters to readers, move it into the update column.",
    ),
    "rule-not-evaluated": Wording(
        NOTE,
        "A conditional formatting rule on {range} depends on more than the words in the cell itself.",
        "Its colours were not read.",
        "If its colours carry a state, type the state into the cells as a word.",
    ),
    "sheet-set-aside": Wording(
        WARNING,
        "The sheet holds actions, but its name says that it is not the plan in use.",
        "It was not read; its actions are in none of the reports.",
        "If it belongs to the plan, rename the sheet; if not, nothing needs to be done.",
    ),
    "overlapping-merges": Wording(
        NOTE,
        "The merged block {range} overlaps another one.",
        "It was not merged; its cells were read one by one.",
        "Unmerge both blocks and merge again what belongs together.",
    ),
    "cell-stored-twice": Wording(
        WARNING,
        'The file stores this cell twice: "{first}" and "{second}".',
        "The second was read.",
        "Open the workbook in Excel, look at the cell, and save the workbook again.",
    ),
    "rules-not-tried": Wording(
        NOTE,
        "The sheet has more conditional formatting than is evaluated; {count} of its rules were left out.",
        "Colours that only these rules give were not read.",
        "In Excel choose Conditional Formatting, Manage Rules, and delete the many copies of the same rule.",
    ),
    "more-alike": Wording(
        NOTE,
        'There are {count} more findings of the kind "{kind}" on this sheet.',
        "They are counted and not listed.",
        "Put right the ones that are listed; what mends them often mends all.",
    ),
    "hidden-sheet": Wording(
        NOTE,
        "The sheet is hidden and holds the headings of a plan.",
        "It was not read, because another sheet that is shown holds a plan.",
        "If it belongs to the plan, unhide the sheet; if it is an old version, nothing needs to be done.",
    ),
    "hidden-rows": Wording(
        NOTE,
        "Hidden rows hold actions: {rows}.",
        "They were read like the others; {count} of the actions come from hidden rows.",
        "Unhide the rows, or delete those that no longer belong to the plan.",
    ),
    "hidden-column": Wording(
        NOTE,
        'The column "{heading}" is hidden.',
        "It was read like the others.",
        "Unhide the column, or delete it if it no longer belongs to the plan.",
    ),
    "row-without-action": Wording(
        WARNING,
        'The row holds "{text}" but no action text.',
        "It was not counted as an action and is listed among the unplaced cells.",
        "Write the action into the row, or delete the row.",
    ),
    # targets, owners and progress, as they were understood
    "unreadable-date": Wording(
        ERROR,
        'The target "{written}" cannot be read as a date: {why}.',
        "The action has no due day, so it is not rated until it is corrected.",
        "Type a day, month or quarter with its year, such as 31 March 2026, March 2026 or Q4 2025/26.",
    ),
    "ambiguous-date": Wording(
        ERROR,
        'The target "{written}" can be read in more than one way: {why}.',
        "No reading was chosen, so the action is not rated until it is made plain.",
        "Type a day, month or quarter with its year, such as 31 March 2026, March 2026 or Q4 2025/26.",
    ),
    "year-missing": Wording(
        ERROR,
        'The target "{written}" has no year: {why}.',
        "No year was guessed, so the action is not rated until it has one.",
        "Add the year, such as Q3 2025/26, or state the plan's year in its title.",
    ),
    "unlikely-date": Wording(
        WARNING,
        'The target "{written}" is due {due}, far from the period of the plan.',
        "It was taken as typed, and the action is rated by it.",
        "Check the year.",
    ),
    "several-dates": Wording(
        WARNING,
        'The target "{written}" names {count} dates.',
        "The last of them, {due}, was taken as the day on which all is due; an earlier one that passes is not rated.",
        "Give each part that has a date of its own a row of its own, or leave only the date that counts.",
    ),
    "progress-in-target": Wording(
        WARNING,
        'The target "{written}" says how far the action is, not when it is due.',
        "No due day is known. The words count as progress only where the plan states no other.",
        "Type the date in the target column, and the progress in the column for it.",
    ),
    "target-missing": Wording(
        WARNING,
        "The action has no target date.",
        "It is not rated unless it is completed.",
        "Type when it is due, or TBC if that is still to be agreed.",
    ),
    "unknown-owner": Wording(
        WARNING,
        '"{written}" is not a known owner. The closest is "{closest}".',
        "The name is shown as typed; the closest name was not put in its place.",
        'Correct the cell, or add "{written}" to the other spellings of "{closest}" on the Owners sheet of '
        "input/settings.xlsx.",
    ),
    "unreadable-owner": Wording(
        WARNING,
        '"{written}" does not look like a post, person, network, committee or team.',
        "It is shown as typed.",
        'Name the owner, or add "{written}" to the Owners sheet of input/settings.xlsx.',
    ),
    "owner-to-confirm": Wording(
        WARNING,
        'The owner is given as "{written}".',
        "It is shown as typed; nobody is accountable by name yet.",
        "Name the post or person who answers for the action.",
    ),
    "owner-missing": Wording(
        WARNING,
        "The action has no owner.",
        "It is shown without one, and nobody can be asked about it.",
        "Name the post or person who answers for the action.",
    ),
    "owner-corrected": Wording(
        NOTE,
        '"{written}" was read as "{name}".',
        "It differs by a typing error from that owner and from no other.",
        "Correct the spelling in the cell.",
    ),
    "owner-unlisted": Wording(
        NOTE,
        '"{written}" is not in the owner register.',
        "It is shown as typed.",
        "Add it to the Owners sheet of input/settings.xlsx, with its other spellings, if it is a regular owner.",
    ),
    "owner-by-key": Wording(
        NOTE,
        '"{written}" was read as "{name}".',
        "The plan says so in {where}.",
        "Nothing, if that is right. What the Owners sheet of input/settings.xlsx says holds before it.",
    ),
    "unkeyed-fill": Wording(
        WARNING,
        "The cell is filled with the colour {fill}, which no key explains.",
        "The colour was mapped to nothing, so progress is not stated.",
        "Add the colour to the key on the sheet, or to the Fills sheet of input/settings.xlsx, or type the progress.",
    ),
    "near-fill": Wording(
        NOTE,
        'The colour {fill} was taken as the key colour {key}, "{meaning}".',
        "The two can hardly be told apart.",
        "Fill the cell with the colour of the key.",
    ),
    "different-fill": Wording(
        WARNING,
        'The colour {fill} is not in the key. It was taken as the nearest key colour {key}, "{meaning}".',
        "The difference is plain to see, so check that this is what was meant.",
        "Fill the cell with the colour of the key, or add the colour to the key.",
    ),
    "progress-disagrees": Wording(
        WARNING,
        'The words say "{words}" and the colour of the cell says "{fill}".',
        "The words were taken.",
        "Make the two agree.",
    ),
    "unreadable-progress": Wording(
        WARNING,
        'The progress "{written}" is not known here.',
        "Progress counts as not stated.",
        "Use words such as Not started, In progress, Proposed for closure or Completed.",
    ),
    "scale-not-explained": Wording(
        WARNING,
        'The column "{heading}" tells progress by numbers ({numbers}), which nothing in the workbook explains.',
        "They were mapped to nothing, so progress is not stated.",
        'Add a key that explains each number, such as "1 = Not started", or type the progress in words.',
    ),
    "partly-struck": Wording(
        NOTE,
        '"{struck}" is struck through.',
        'Only what stands was read: "{standing}".',
        "Nothing, if that is meant. Otherwise take the line through the words away.",
    ),
    "struck-cell": Wording(
        WARNING,
        '"{struck}" is struck through.',
        "Nothing was read from the cell.",
        "Type what holds now, or take the line away. Strike through the action itself to cancel it.",
    ),
    "time-by-marks": Wording(
        NOTE,
        'No column holds dates; the columns "{first}" to "{last}" show by crosses or bars when each action is planned.',
        "The last period marked for an action is taken as when it is due.",
        "Add a column of target dates if an action is due at another time.",
    ),
    "marks-not-read": Wording(
        WARNING,
        'No column holds dates, and it cannot be told what the marks in the columns "{first}" to "{last}" mean.',
        "They may show when an action is planned, or how it stood then: no target date was taken from them.",
        "Add a column of target dates.",
    ),
    "carried-on": Wording(
        NOTE,
        "Lines that did not fit are carried on in the row below: rows {rows}.",
        "Each is read together with the row above it.",
        "Type an action in one row, so that it can be filtered and sorted.",
    ),
    "ditto": Wording(
        NOTE,
        '"{mark}" repeats what stands above.',
        'It was read as "{repeated}".',
        "Type it out: a row that is sorted or moved takes the mark along.",
    ),
    "read-as-cards": Wording(
        NOTE,
        "The sheet holds a form for each action, and no table.",
        "Each form was read as an action: {count} in all.",
        "Check the number of actions; a table with one row for each is easier to filter and sort.",
    ),
    "completed-in-future": Wording(
        WARNING,
        'The progress "{written}" gives a day of completion that is still to come: {day}.',
        "It is not taken as completed as at {as_at}; progress counts as not stated.",
        "Type Completed when it is done, and when it is due in the target column.",
    ),
    "completion-in-doubt": Wording(
        WARNING,
        'The progress "{written}" says completed, and more that puts it in doubt.',
        "It is not taken as completed; progress counts as not stated.",
        "Type Completed alone when all of it is done, or say how far it is.",
    ),
    "completion-denied": Wording(
        WARNING,
        'The progress says completed ("{written}"), and {other} beside it says "{update}".',
        "It is not taken as completed; progress counts as not stated, and the action is rated by its date.",
        "Make the two agree: say in the progress how far it is, or in the update what has been done since.",
    ),
    "unreadable-key": Wording(
        NOTE,
        'The key says "{meaning}" for the colour {fill}, which names neither progress nor a RAG.',
        "Cells of that colour are mapped to nothing.",
        "Say what the colour means in the key, or on the Fills sheet of input/settings.xlsx.",
    ),
    "duplicate-ref": Wording(
        WARNING,
        'The reference "{written}" is also that of {other}.',
        "Both actions are kept; they cannot be told apart by reference alone.",
        "Give each action a reference of its own.",
    ),
    "action-repeated": Wording(
        WARNING,
        "{what} word for word {where}: {cells}.",
        "Nothing was left out: what stands in two places is counted and rated in both, so the figures count it twice.",
        "If it is the same, hide the sheet that only repeats it, or delete the row in one of the two places.",
    ),
    "same-words-other-owner": Wording(
        NOTE,
        "{what} word for word {where}, with another owner: {cells}.",
        "They are taken for actions of their own: each is counted and rated.",
        "Nothing, if each owner has it to do. If one sheet only repeats the other, hide it.",
    ),
    "cancelled-action": Wording(
        WARNING,
        "The action is struck through.",
        "It is kept, shown as cancelled, and not rated.",
        "Delete the row when the action is no longer to be reported, or remove the strike-through.",
    ),
    "withdrawn-action": Wording(
        WARNING,
        'The plan says of the action "{written}".',
        "It is kept, shown as cancelled, and not rated.",
        "Delete the row when the action is no longer to be reported, or say how far it is.",
    ),
    "key-count-differs": Wording(
        WARNING,
        'The key says {stated} for "{meaning}"; the rows of the plan show {counted}.',
        "The figures in the reports are counted from the rows.",
        "Correct the number in the key, or the rows that it has not followed.",
    ),
    "issued-plan-changed": Wording(
        ERROR,
        "The plan.json that was issued with this month was changed or taken away since.",
        "The refs and the first due days of that month cannot be told from it, so nothing was written.",
        "Restore the folder of that month from a backup; without one, move it away and issue that month again.",
    ),
    "damaged-plan-json": Wording(
        ERROR,
        "The file is not a plan.json as this tool writes it, or it is damaged.",
        "What came before this month could not be read, so nothing was written.",
        "Restore the file from a backup, or move the folder of that month away and run again.",
    ),
    "earlier-not-read": Wording(
        WARNING,
        "An earlier version of the plan could not be read: {reason}",
        "Dates and changes are told from the other versions only; a date that was moved since may count as first.",
        "Correct the earlier workbook, or move it out of the input folder.",
    ),
    # settings and committees
    "settings-mistake": Wording(
        WARNING,
        'Under "{heading}" stands {shown} instead of {wanted}.',
        "It was not used and the default stands.",
        "Correct the cell in the settings workbook.",
    ),
    "settings-name": Wording(
        WARNING,
        'There is no {what} "{near}" here, but a {what} "{written}".',
        "It was taken for a remark of your own and not read.",
        'Call it "{near}", if that is what was meant.',
    ),
    "not-routed": Wording(
        NOTE,
        "{count} no framework and no committee by which to tell who receives it: {refs}.",
        "{seen} sees such an action.",
        "Name a framework or a committee in the plan, or enter the plan's own groups under Receives on the "
        "Committees sheet of settings.xlsx.",
    ),
    "unknown-committee": Wording(
        WARNING,
        'The plan names "{written}" as the committee, which is not among the committees of the settings.',
        "The action was routed by its frameworks instead.",
        "Correct the cell, or add the committee to the Committees sheet of settings.xlsx.",
    ),
    # what a tracker shows
    "text-too-long": Wording(
        NOTE,
        'The text under "{column}" has {length} characters; a cell of a workbook holds 32,767.',
        "The tracker cuts it on Actions and gives the whole text on its sheet Plan text.",
        "Nothing needs doing, unless the text was pasted by mistake: then shorten it in the plan.",
    ),
    "stated-rag-differs": Wording(
        NOTE,
        "The plan shows {stated}; by the rules it is {calculated}: {reason}.",
        "Both are shown side by side, and neither is changed.",
        "Check the target date and the progress of the action, or ask its owner why the plan shows {stated}.",
    ),
    "held-up-but-green": Wording(
        NOTE,
        'The plan says "{written}"; by the rules the action is {calculated}: {reason}.',
        "RAG tells how it stands against its date alone, so the words do not change it.",
        "Check whether the date will be kept. If not, type the new one beside it, or change the target.",
    ),
    "called-off-in-words": Wording(
        WARNING,
        'The plan says "{written}", but the action is not struck through.',
        "It is rated as one that still stands: {calculated}, {reason}.",
        "Strike its text through, or delete its row, if it is no longer to be done; if it is, say how far it is.",
    ),
    # the command line
    "no-such-ref": Wording(
        ERROR,
        'The plan has no action "{wanted}". It has {refs}.',
        "There is nothing to explain.",
        "Use a reference as the tracker and the papers show it.",
    ),
    "fault": Wording(
        ERROR,
        "The tool itself failed: {error} in {where}.",
        "This is a fault in the tool and not in the workbook. Nothing was written.",
        "Send this message, and if it may be shared the workbook, to whoever looks after the tool.",
    ),
    "interrupted": Wording(
        ERROR,
        "The run was stopped from outside before it had ended.",
        "Whatever it was to write stands in its place whole, or is not there.",
        "Start it again: it does what is left.",
    ),
    # exports that need more than is installed
    "no-parquet": Wording(
        ERROR,
        "Parquet files are written by pyarrow, which is not installed.",
        "Nothing was written.",
        "Install it, in the clone of this tool, with: .venv/bin/python -m pip install '.[parquet]'. "
        "Or export CSV, which needs nothing more.",
    ),
    # e-mail: what is drafted and sent
    "not-issued": Wording(
        ERROR,
        'There is no issued month in "{folder}".',
        "Messages are made of what was issued, so nothing was written and nothing was sent.",
        "Check the month and the output folder, or run `edi-reports month` first.",
    ),
    "issue-damaged": Wording(
        ERROR,
        "The manifest of the issued month cannot be read.",
        "Nobody can tell whether the files beside it are as issued, so nothing was written and nothing was sent.",
        "Put the folder of the month back from a backup, or move it away and issue the month again.",
    ),
    "issued-file-changed": Wording(
        ERROR,
        'The file "{file}" is not the one that was issued: its SHA-256 differs from the manifest.',
        "It is not sent.",
        "Put the issued file back. A changed paper is sent by hand, or issued again as a whole month.",
    ),
    "issued-file-missing": Wording(
        ERROR,
        'The file "{file}" was issued and cannot be read now.',
        "It is not sent.",
        "Put the issued file back from a backup, or move the month away and issue it again.",
    ),
    "not-in-issue": Wording(
        WARNING,
        'The issued month has no file "{file}".',
        "There is nothing to send to that committee.",
        "If the committee was added or renamed after the month was issued, issue the month again.",
    ),
    "paper-shared": Wording(
        WARNING,
        'The paper of "{committee}" would have the same file name as that of another committee.',
        "It cannot be told whose paper it is, so no message is made for either.",
        "Give the committees names of their own on the Committees sheet of settings.xlsx and issue the month again.",
    ),
    "nobody-to-write-to": Wording(
        ERROR,
        "The settings hold no e-mail address.",
        "There is nobody to write to, so nothing was written and nothing was sent.",
        "Add addresses on the Committees and Owners sheets of settings.xlsx, which `edi-reports init` makes.",
    ),
    "no-address": Wording(
        NOTE,
        "There is no e-mail address for {who}.",
        "No message is made for them; an address is never guessed.",
        "If they are to get one, add the address on the Committees or Owners sheet of settings.xlsx.",
    ),
    "owner-without-actions": Wording(
        NOTE,
        "The plan of the month has no action of {who}, for whom there is an e-mail address.",
        "No message is made for them.",
        "If there should be one, check the spelling on the Owners sheet of settings.xlsx against the plan.",
    ),
    "domain-not-allowed": Wording(
        WARNING,
        "The {about} would go outside the allowed domains ({domains}): to {addresses}.",
        "The message is held back from its whole list.",
        "Correct the address, or add its domain on the E-mail sheet of settings.xlsx if it is right.",
    ),
    "drafts-differ": Wording(
        ERROR,
        'There are drafts already in "{folder}", and they would now come out differently.',
        "Drafts may have been worked on and are never overwritten, so nothing was written.",
        "To write them again run with --replace; the old folder is then kept under a dated name.",
    ),
    "no-server": Wording(
        ERROR,
        "No mail server is named.",
        "Nothing was sent.",
        "Name it on the E-mail sheet of settings.xlsx, with --host, or in the environment as EDI_REPORTS_SMTP_HOST.",
    ),
    "no-sender": Wording(
        ERROR,
        "No address is given that messages come from.",
        "An address is never guessed, so nothing was sent.",
        "Write it on the E-mail sheet of settings.xlsx, or give it with --from.",
    ),
    "half-a-log-in": Wording(
        ERROR,
        "The environment holds {given} but not {missing}.",
        "Nobody can log in with one alone, so nothing was sent.",
        "Set both, or neither for a relay that asks for no password.",
    ),
    "ca-file-unusable": Wording(
        ERROR,
        "The certificates in the file cannot be used: {reason}.",
        "The server cannot be checked, so nothing was sent.",
        "Ask for the certificate of your authority as a PEM file.",
    ),
    "smtp-no-such-host": Wording(
        ERROR,
        'There is no server called "{host}", or the network cannot be reached.',
        "Nothing is sent through it.",
        "Check the spelling of the server and the connection to the network.",
    ),
    "smtp-no-answer": Wording(
        ERROR,
        "The server does not answer: {reason}.",
        "Nothing is sent through it.",
        "Check the port and whether it goes with STARTTLS (usually 587) or TLS (usually 465), and the firewall.",
    ),
    "smtp-certificate": Wording(
        ERROR,
        "The server cannot prove who it is: {reason}.",
        "Somebody may be listening in its place, so nothing is sent through it.",
        "Use the name in its certificate. If the trust has an authority of its own, name its file with --ca-file.",
    ),
    "smtp-not-encrypted": Wording(
        ERROR,
        "The server offers no encryption in the way that was asked for.",
        "Nothing is ever sent in the clear, so nothing is sent through it.",
        "Check the port and whether it goes with STARTTLS (usually 587) or TLS (usually 465).",
    ),
    "smtp-login-refused": Wording(
        ERROR,
        'The server refused the user name or the password: "{said}".',
        "Nothing is sent through it.",
        "Check EDI_REPORTS_SMTP_USER and EDI_REPORTS_SMTP_PASSWORD in the environment.",
    ),
    "smtp-no-login": Wording(
        ERROR,
        "The server offers no way to log in with this user name and password.",
        "Nothing is sent through it.",
        "Ask who runs the server whether it takes passwords, and in which characters. A relay may need none.",
    ),
    "smtp-refused": Wording(
        ERROR,
        'The server turned the connection down: "{said}".',
        "Nothing is sent through it.",
        "Ask who runs the server whether this computer may send through it.",
    ),
    "smtp-recipient-refused": Wording(
        ERROR,
        'The server refused {address} for the {about}: "{said}".',
        "That address did not get the message. It is tried again when the command is run again.",
        "Check the address in settings.xlsx.",
    ),
    "smtp-message-refused": Wording(
        ERROR,
        'The server refused the {about}: "{said}".',
        "Nobody got it. It is tried again when the command is run again.",
        "Check that the server lets the From address send, and that the paper is not too large for it.",
    ),
    "smtp-broke-off": Wording(
        ERROR,
        "The connection broke before the {about} was handed over: {reason}.",
        "It was not sent, nor what follows it.",
        "Run the command again: it goes on with what is left.",
    ),
    "smtp-broke-off-within": Wording(
        ERROR,
        "The connection broke while the {about} was being handed over: {reason}.",
        "It may or may not have arrived, so it is not sent again unasked.",
        "Ask whether it arrived. If it did not, run the command with --again.",
    ),
    "sending-broke-off": Wording(
        WARNING,
        "An earlier run broke off while the {about} was being handed over for {addresses}.",
        "It may or may not have arrived, so it is not sent a second time.",
        "Ask whether it arrived. If it did not, run the command with --again.",
    ),
    "changed-since-sent": Wording(
        WARNING,
        "The {about} differs from what {addresses} was sent before.",
        "A changed message is not sent in silence, so it is held back.",
        "If it is to replace what was sent, run the command with --again.",
    ),
    "ledger-unreadable": Wording(
        ERROR,
        'The ledger "{file}" cannot be read.',
        "Without it nobody knows what was sent, so nothing was sent.",
        "Put it back from a backup. Delete it only if every message may go out again.",
    ),
    # the monthly batch and its proof
    "already-running": Wording(
        ERROR,
        'Another run is writing to "{folder}" at this moment.',
        "Two runs at once would get in each other's way, so this one stopped and wrote nothing.",
        "Wait until the other run has ended and start this one again.",
    ),
    "open-elsewhere": Wording(
        NOTE,
        "The workbook is open in Excel on somebody's screen.",
        "What was read is what was last saved; newer changes may still be unsaved.",
        "If the changes matter for this month, have the workbook saved and run again.",
    ),
    "nothing-issued": Wording(
        ERROR,
        'There is no issued month in "{folder}".',
        "There is nothing to hold against a manifest.",
        "Name the folder into which the monthly batch writes.",
    ),
    "manifest-missing": Wording(
        ERROR,
        "The folder has no manifest, or one that cannot be read.",
        "Nothing in it can be proved to be what was issued.",
        "Restore the manifest from a backup.",
    ),
    "file-changed": Wording(
        ERROR,
        'The issued file "{file}" is not as it was issued.',
        "Somebody has changed or replaced it since.",
        "Restore it from a backup, or from the copy that was sent; keep working copies outside the issued folder.",
    ),
    "file-missing": Wording(
        ERROR,
        'The issued file "{file}" is no longer there.',
        "What was issued is no longer whole.",
        "Restore it from a backup, or from the copy that was sent.",
    ),
    "file-added": Wording(
        WARNING,
        'The file "{file}" was not part of what was issued.',
        "It was put into the folder later.",
        "Move it elsewhere; an issued folder holds only what was issued.",
    ),
    "chain-broken": Wording(
        ERROR,
        "The month before, as it is now, is not the one that this month followed.",
        "A month was replaced, removed or changed after this one was issued.",
        "Restore the month before from a backup, or note in the minutes why it was replaced.",
    ),
    # several plans in one run
    "no-desks": Wording(
        ERROR,
        'No folder in "{folder}" has a folder "input" of its own.',
        "There is no plan to run, so nothing was written.",
        "Give each trust or division a folder there, and in it a folder input with its workbook.",
    ),
    "plan-missing": Wording(
        ERROR,
        'The plan of "{plan}" is missing: it could not be issued this time.',
        "Its actions are in none of these figures.",
        "See what the run says of it, or its code in plans.json, and correct that. Then run all again with --replace.",
    ),
    "nothing-to-consolidate": Wording(
        ERROR,
        "None of the plans could be issued.",
        "There is nothing to bring together, so no consolidated tracker or paper was written.",
        "See what is said of each plan, correct that and run again.",
    ),
    "rated-otherwise": Wording(
        NOTE,
        'The reports of "{plan}" rate by other thresholds and give another RAG to {refs}.',
        "Here all plans are rated by the same rules, which the key gives.",
        "If the thresholds should agree, correct the RAG sheet of settings.xlsx there or here.",
    ),
    "worker-lost": Wording(
        ERROR,
        "The process that ran this plan ended before it was done ({reason}).",
        "The other plans are not affected. Its output folder holds what it held before, or the whole month.",
        "Run it again. If it ends again, run this plan alone with edi-reports month, on a machine with more memory.",
    ),
    "no-cluster": Wording(
        ERROR,
        "Work is handed to a Dask cluster by the library distributed, which is not installed.",
        "Nothing was written.",
        "Install it, in the clone of this tool, with: .venv/bin/python -m pip install '.[cluster]'. "
        "Or use --jobs, which needs nothing more.",
    ),
    "no-scheduler": Wording(
        ERROR,
        'The Dask scheduler at "{address}" cannot be used: {reason}.',
        "No plan was run and nothing was written.",
        "Check the address, such as tcp://10.0.0.5:8786, and that the scheduler and a worker are up. Or use --jobs.",
    ),
    # files that cannot be written
    "file-exists": Wording(
        ERROR,
        'There is already a file "{file}".',
        "A file is never overwritten in silence, so nothing was written.",
        "Name another file, or move the old one away first.",
    ),
    "already-issued": Wording(
        ERROR,
        'The month was issued before, in "{folder}", and "{file}" would now come out differently.',
        "An issued file is never overwritten, so nothing was written.",
        "To issue it again run with --replace; the old folder is then kept under a dated name.",
    ),
    "cannot-write": Wording(
        ERROR,
        "The file or folder could not be written: {reason}.",
        "Nothing was changed; what was there before is still there, whole.",
        "Close it if it is open in another program, check for free space and permission, and try again.",
    ),
    "written-unconfirmed": Wording(
        WARNING,
        "It was written whole, and then the system said: {reason}.",
        "What is new stands in its place. An old folder may still bear a hidden name, and a power cut in the next "
        "moments could undo the change.",
        "Check the drive. The next run puts right what was left over.",
    ),
    # templates of papers
    "template-unusable": Wording(
        ERROR,
        "The template {what}.",
        "No paper can be made with it, so nothing was written.",
        "Open it in Word, save it as a Word document (.docx), and put that in its place.",
    ),
    "template-elsewhere": Wording(
        ERROR,
        'The template of the {committee} is named "{name}", which is not in the templates folder.',
        "A name in a cell must not lead to other files, so nothing was written.",
        "Put the template into the templates folder, and give its name alone.",
    ),
    "template-too-large": Wording(
        ERROR,
        "The template is larger than the limit of {limit}.",
        "No paper can be made with it, so nothing was written.",
        'Check that it is the right file; if it is, delete what papers do not need, or raise "{setting}" on the '
        "Limits sheet of settings.xlsx.",
    ),
    "template-active": Wording(
        ERROR,
        "The template holds macros or other active content: {part}.",
        "A committee paper must not carry any, so nothing was written.",
        "In Word choose File, Save As, Word Document (.docx), which leaves macros out, and delete embedded objects.",
    ),
    "template-reaches-outside": Wording(
        ERROR,
        "The template brings in something from outside itself: {what}.",
        "Opening the paper would load it from there, so nothing was written.",
        "In Word, break the link (File, Info, Edit Links to Files), or insert the picture or text itself.",
    ),
    "template-no-report": Wording(
        WARNING,
        "The template has no paragraph {{{{report}}}}.",
        "The body of the paper is put at its end.",
        "Type {{{{report}}}} in a paragraph of its own where the body should begin.",
    ),
    "template-report-not-alone": Wording(
        WARNING,
        "{{{{report}}}} does not stand in a paragraph of its own, or stands inside a table or text box.",
        "The body of the paper is put after what it stands in.",
        "Put {{{{report}}}} in a paragraph of its own, outside any table.",
    ),
    "template-report-twice": Wording(
        WARNING,
        "{{{{report}}}} stands in the template {times} times.",
        "The body of the paper is put at the first in the text; the others are taken out.",
        "Leave {{{{report}}}} only where the body should begin.",
    ),
    "template-unknown-placeholder": Wording(
        WARNING,
        'The template asks for "{written}" in {part}, which no paper knows.',
        'It is shown as "[To be completed: {asked}]".',
        "Correct its spelling, or add a line of that name to the cover sheet in the settings.",
    ),
    "template-broken-placeholder": Wording(
        WARNING,
        'The template has braces that are no placeholder in {part}: "{written}".',
        "They are shown in the papers as they stand.",
        "Type a placeholder with two braces on both sides, such as {{{{committee}}}}, or delete them.",
    ),
    "template-hidden-cover": Wording(
        NOTE,
        "The template has neither {{{{cover}}}} nor a place for these lines of the cover sheet: {labels}.",
        "They are not shown in the papers made with it.",
        "Type {{{{cover}}}} in a paragraph of its own, or a placeholder for the line, such as {{{{meeting_date}}}}.",
    ),
    "template-missing-style": Wording(
        NOTE,
        'The template has no style "{style}".',
        "Papers made with it use a plain style of that name instead.",
        'Apply "{style}" once anywhere in the template in Word, which adds it, and give it your own look.',
    ),
    "template-language": Wording(
        NOTE,
        "The language of the template is {language}.",
        "Papers are marked as British English (en-GB), so that screen readers pronounce them rightly.",
        "In Word choose Review, Language, Set Proofing Language, English (United Kingdom), Set As Default.",
    ),
    # owner packs that came back
    "not-an-owner-pack": Wording(
        ERROR,
        "The workbook is no owner pack: {what}.",
        "Nothing was taken from it, and its owner counts as not having replied.",
        "Name the workbook that was sent to the owner and came back, or ask for it again.",
    ),
    "pack-row-changed": Wording(
        WARNING,
        "The row is not the one that was sent: its hidden cells were changed or are missing.",
        "Nothing was taken from it.",
        "Ask the owner what this row was to say, or send the pack again.",
    ),
    "pack-unknown-progress": Wording(
        WARNING,
        'The progress "{written}" is not one of those to choose from.',
        "It is not proposed for the plan.",
        "Ask the owner which state is meant: not started, in progress, proposed for closure or completed.",
    ),
    "pack-twice": Wording(
        NOTE,
        "{owner} returned more than one pack: this file and {other}.",
        "Both were taken; where they differ, that is shown as a conflict.",
        "Leave out the file that is not to count.",
    ),
}


def finding(code: str, place: Place | None = None, ref: str | None = None, **facts: object) -> Finding:
    """The finding of that code, with the facts of the case put into its words.

    Raises KeyError for a code that is not in the catalogue, or a fact that its words need and did not get.
    """
    wording = CATALOGUE[code]
    message = f"{wording.found} {wording.means}".format(**facts)
    return Finding(code, wording.severity, message, wording.remedy.format(**facts), place, ref)


def cannot_continue(code: str, place: Place | None = None, **facts: object) -> CannotContinue:
    """The error that stops a run, in the same words; for the caller to raise."""
    return CannotContinue(finding(code, place, None, **facts))
