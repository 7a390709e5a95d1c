"""The words of which posts, networks, committees and teams are made: data that lets an owner be known by its build."""

from __future__ import annotations

from edi_reports.normalising.spelling import alternatives, word_set

# A post may begin with these; none can end one.
MODIFIERS = word_set(
    """
    deputy associate assistant interim acting joint senior vice co executive divisional regional principal
    junior outgoing incoming designate strategic operational non nonexecutive trainee cojoint substantive chief
    group
    """
)
# These begin a post of their own wherever they follow an "and".
RANKS = frozenset({"deputy", "associate", "assistant", "interim", "acting", "chief", "head", "vice", "senior"})
# These never end an owner, so that "Head of Culture Associate Director …" is cut before "Associate".
OPENERS = MODIFIERS - {"executive", "group", "assistant", "associate", "deputy"} | {"head", "of", "for", "and", "the"}

# "Head of …", "Director of …": posts that say after "of" or "for" what they answer for.
HEADS = word_set(
    """
    head heads director directors chair chairs cochair cochairs chairman chairwoman lead leads leader leaders
    manager managers ad ads chief chiefs sponsor sponsors champion champions member members board secretary office
    officer leader ambassador guardian representative representatives rep reps dean president team council
    faculty
    """
)
# Heads that take a whole body after "of": "Chair of Race Equality Network".
HEADS_OF_BODIES = HEADS - {"head", "heads", "director", "directors"}

POST_NOUNS = word_set(
    """
    manager lead leader officer director partner coordinator advisor adviser specialist consultant administrator
    analyst nurse chair cochair chairman chairwoman chairperson executive president sponsor champion guardian
    ambassador secretary facilitator practitioner supervisor governor matron midwife therapist pharmacist
    psychologist chaplain trainer tutor educator dean head representative rep ned clinician doctor controller
    accountant engineer solicitor treasurer ceo deputy registrar member owner planner buyer librarian
    radiographer physiotherapist dietitian paramedic scientist superintendent convenor organiser colleague
    mentor apprentice fellow worker hrbp ftsug expert
    """
)
BODY_NOUNS = word_set(
    """
    team network committee group board council forum department dept division directorate unit service function
    office staff side union college university hub panel assembly partnership alliance trust icb ics faculty
    academy workstream taskforce cell pod secretariat cabinet leadership staffside collaborative federation
    senate branch charity subcommittee subgroup triumvirate quadrumvirate deputies
    """
)
# Bodies whose head a post may say that it is: "ICB Director of Strategy".
WHOSE = frozenset({"icb", "ics", "trust", "system"})
# Those that seldom end the title of a post: "Head of EDI Staff Networks" is two owners.
BODIES = word_set(
    """
    team teams network networks committee committees group groups board boards forum council members side staffside
    union unions
    """
)
# One post may stand inside another's name: "Lead Nurse", "Nurse Director", "Executive Lead".
MAY_STAND_INSIDE = word_set(
    """
    executive lead nurse consultant deputy midwife partner trainer colleague member clinician
    """
)

# Single words that are an owner by themselves.
STAND_ALONE = word_set(
    """
    chair chairman chairwoman chairperson board staff ceo staffside icb president matron governor chaplain
    secretary treasurer
    """
)

# What owners answer for. Standing alone, such a word is a department ("HR", "Communications").
FUNCTIONS = word_set(
    """
    hr od edi communications comms estates finance workforce people recruitment resourcing procurement
    facilities digital it ict informatics information governance nursing midwifery medical quality safety risk
    operations strategy planning performance transformation improvement learning development training education
    wellbeing health occupational employee relations engagement experience patient equality diversity inclusion
    culture research legal corporate pharmacy therapies safeguarding chaplaincy security catering domestic
    payroll rostering temporary staffing bank medical analytics intelligence data insight library volunteering
    volunteers charity leadership talent belonging pals complaints organisational organizational business human
    resources public partnerships community commissioning primary care maternity surgery medicine mental
    interpreting translation spiritual pastoral divisions directorates
    """
)

# Every word that is at home in a post or body, and so is no typing error.
OF_POSTS = FUNCTIONS | MODIFIERS | HEADS | POST_NOUNS | BODY_NOUNS

# Parts of a trust: after a comma they say where a post is, and are no owner ("General Manager, Medicine").
DIVISIONS = word_set(
    """
    medicine surgery surgical acute women womens children childrens paediatrics maternity emergency urgent cancer
    diagnostics community specialist planned unplanned critical theatres outpatients north south east west
    central and care services site division divisions family mental health
    """
)
# Posts of these words alone do not say what they answer for.
GENERAL = word_set(
    """
    general divisional clinical deputy associate assistant service operations directorate site
    """
)

# Posts that are held in many places: after a comma, a ward or unit says in which.
OF_A_PLACE = GENERAL | word_set("ward modern charge duty senior community")
# Where posts are held. A place that no register knows is hardly an owner beside a post.
PLACES = word_set("unit ward service department dept division directorate clinic centre hospital hub")
# Departments by their initials, besides those among the functions above.
SHORT_FUNCTIONS = word_set("ig qi qa bi pmo ipc eprr ftsu rd cqi bau pals ahp")

# Forenames that are common in the NHS: beside one of these, what stands before a comma is a surname.
FORENAMES = word_set(
    """
    aaron abdul abigail adam adele ahmed aisha alan alex alexander ali alice alison amanda amina amy andrea andrew
    angela anita anjali ann anna anne anthony arun asha ashley barbara ben benjamin bethan bilal bob brian bridget
    caitlin carl carol caroline catherine charles charlotte cheryl chloe chris christine christopher claire clare
    colin craig daniel danielle dave david dawn debbie deborah denise derek diane donna dylan edward elaine eleri
    elizabeth ella emily emma eric esther fatima femi fiona frances gareth gary gemma george geoff gillian grace
    graham hannah harpreet harry hassan hayley heather helen ian imran isaac isabel jack jackie jacqueline jake jamal
    jane janet jason jasmine jean jennifer jenny jessica jill jim joanna joanne joe john jonathan julia julie karen kate
    katherine kathryn kelly kenneth kerry kevin kim laura lauren leanne lee lesley lewis liam linda lisa
    louise lucy luke lynn manjit maria marie mark martin mary matthew maureen megan michael michelle mohammed
    muhammad nadia naomi natalie neil nia niamh nicholas nick nicola nigel nisha olivia olu omar pamela patricia paul
    paula pauline peter philip phil priya rachel raj rebecca rhys richard robert roger ruth ryan sally
    samantha samuel sandra sanjay sara sarah sean sharon shazia sian simon sophie stephanie stephen steve steven stuart
    sue sunita susan suzanne tanya teresa thomas tim tina tom tracey tracy usha vanessa vicky victoria vikram wendy
    yasmin yusuf zainab zara zoe
    """
)

# Short forms that stand for the same words wherever they occur in a post. Keys and values are owner keys.
SHORT_FORMS: tuple[tuple[str, str], ...] = (
    ("ed and i", "edi"),
    ("e d and i", "edi"),
    ("equality diversity and inclusion", "edi"),
    ("equality diversity inclusion", "edi"),
    ("equality and diversity and inclusion", "edi"),
    ("l and d", "learning and development"),
    ("od and l", "organisational development and learning"),
    ("o d", "organisational development"),
    ("od", "organisational development"),
    ("organisation development", "organisational development"),
    ("organizational development", "organisational development"),
    ("org development", "organisational development"),
    ("org dev", "organisational development"),
    ("human resources", "hr"),
    ("comms", "communications"),
    ("staffside", "staff side"),
    ("ftsu", "freedom to speak up"),
    ("f2su", "freedom to speak up"),
    ("hrbp", "hr business partner"),
    ("hrbps", "hr business partners"),
    ("bps", "business partners"),
    ("ahp", "allied health professions"),
    ("ahps", "allied health professions"),
    ("allied health professional", "allied health professions"),
    ("allied health professionals", "allied health professions"),
    ("dir", "director"),
    ("ops", "operations"),
    ("dep", "deputy"),
    ("asst", "assistant"),
    ("assoc", "associate"),
    ("mgr", "manager"),
    ("exec", "executive"),
    ("execs", "executives"),
    ("ceo", "chief executive"),
    ("chief executive officer", "chief executive"),
    ("coo", "chief operating officer"),
    ("cfo", "chief finance officer"),
    ("cno", "chief nursing officer"),
    ("cmo", "chief medical officer"),
    ("cpo", "chief people officer"),
    ("cio", "chief information officer"),
    ("chief finance officer", "chief financial officer"),
    ("ned", "non executive director"),
    ("neds", "non executive directors"),
    ("nonexecutive", "non executive"),
    ("co chair", "cochair"),
    ("co chairs", "cochairs"),
    ("coordinator", "co ordinator"),
    ("adviser", "advisor"),
    ("dept", "department"),
    ("ics", "integrated care system"),
    ("icb", "integrated care board"),
    ("wellbeing", "well being"),
)
# Words that make no difference between two spellings of a post.
SMALL_WORDS = frozenset({"of", "for", "the", "and", "to", "a"})

# What may stand before the owners of a line and says no more than that they lead.
LEAD_LABELS = (
    r"(?:executive|exec|operational|ops|overall|responsible|accountable|action|project|strategic)?\s*"
    r"(?:leads?|owners?|sro|responsible|accountable|sponsors?)(?:\s*\(s\))?"
)
SUPPORT_LABELS = r"(?:support(?:ing|ed by)?(?: leads?| owners?)?|contributors?|consulted|with|deputies)"
SUPPORT_WORDS = alternatives(
    r"""
    with (?:the )?support (?:from|of|by)
    with (?:input|help|assistance) from
    support(?:ed|ing)? (?:by|from)
    (?:assisted|overseen|sponsored) by
    with oversight (?:from|by|of)
    reporting (?:in)?to
    via
    in (?:collaboration|partnership|conjunction|liaison|consultation) with
    working with
    alongside
    (?:and|with|plus) (?:their |his |her |the )?(?=deput(?:y|ies)\s*(?:$|[,;/)\n]))
    with(?= (?-i:[A-Z]))
    (?<=[(\[])with
    """
)

# An owner that somebody has still to name, or that names nobody.
TO_CONFIRM = alternatives(
    r"""
    tbc|tbd|tba|t\.b\.c\.?
    to be (?:confirmed|agreed|decided|determined|identified|appointed|advised|allocated|assigned)
    vacan(?:t|cy)(?: post)?(?:\s*[-–(:].*)?|unassigned|unknown|awaiting .*
    not (?:yet )?(?:assigned|allocated|known|agreed)
    all|everyone|everybody|various|multiple|several
    n/?a|not applicable|none|nobody
    as above|see above|as before|same as above|ditto|"
    \?+|x+
    """
)
