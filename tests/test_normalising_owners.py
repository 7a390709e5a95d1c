"""What stands in an owner column, and who is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_reports.default_owners import OWNERS
from edi_reports.model.finding import Finding
from edi_reports.model.owner import Owner, OwnerKind, Part, RegisteredOwner
from edi_reports.model.place import Place
from edi_reports.model.raw import RawCell
from edi_reports.normalising.owners import OwnerRegister, build_register, normalise_owners, owner_key

PLACE = Place("plan.xlsx", "Plan", 5, 5)
USUAL = build_register(OWNERS)


def read(text: str, register: OwnerRegister = USUAL) -> tuple[tuple[Owner, ...], tuple[Finding, ...]]:
    return normalise_owners((RawCell(text, PLACE),), Part.LEAD, register)


def names(text: str, register: OwnerRegister = USUAL) -> list[str]:
    return [owner.name for owner in read(text, register)[0]]


def codes(text: str, register: OwnerRegister = USUAL) -> list[str]:
    return [finding.code for finding in read(text, register)[1]]


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("SMITH, Jane (NORTH AND SOUTH NHS TRUST)", "Jane SMITH", 1),
        ("O'NEILL, Mary-Ann (NHS NORTH ICB); KHAN, Imran (X24)", "Mary-Ann O'NEILL", 2),
        ("JONES, A (NORTH NHS FT)\nHead of EDI", "A JONES", 2),
    ],
)
def test_people_as_the_address_book_lists_them_are_one_owner_each(text: str, first: str, count: int) -> None:
    owners, _ = read(text)
    assert (owners[0].name, len(owners)) == (first, count)
    assert owners[0].as_written == text.split(";")[0].split("\n")[0]


@pytest.mark.parametrize("text", ["UNISON, Healthwatch", "HR, Estates", "PATIENTS, Carers", "HR, Estates (NORTH SITE)"])
def test_bodies_in_capitals_before_another_are_no_surnames(text: str) -> None:
    assert len(names(text)) == 2


@pytest.mark.parametrize("text", ["CN & MD", "CN + MD", "CN / MD", "CN and MD", "CN/MD"])
def test_initials_of_two_posts_are_two_owners_whatever_joins_them(text: str) -> None:
    assert names(text) == ["CN", "MD"]
    assert "unreadable-owner" not in codes(text)


@pytest.mark.parametrize("text", ["HR & OD", "EDI and HR", "IT & IG", "FTSU & HR", "L&D", "R&D", "W&OD", "P&C"])
def test_initials_of_what_departments_do_may_be_one_department(text: str) -> None:
    assert [owner.as_written for owner in read(text)[0]] == [text]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ward Manager, HR Team", ["Ward Manager", "HR Team"]),
        ("Head of EDI, Recruitment Team", ["Head of EDI", "Recruitment Team"]),
        ("Head of EDI, Communications Department", ["Head of EDI", "Communications Department"]),
        ("Chair, EDI Steering Group", ["Chair", "EDI Steering Group"]),
        ("Head of EDI, People Services", ["Head of EDI", "People Services"]),
        ("Ward Manager, Stroke Unit, Matron", ["Ward Manager, Stroke Unit", "Matron"]),
        ("Matron and Ward Manager, Stroke Unit", ["Matron", "Ward Manager, Stroke Unit"]),
    ],
)
def test_a_team_or_a_department_after_a_post_that_says_its_own_is_another_owner(text: str, owners: list[str]) -> None:
    assert names(text) == owners


@pytest.mark.parametrize(
    "title",
    [
        "Head of Strategy, Change and Development",
        "Director of Workforce and Organisational Development",
        "Director of Nursing, Midwifery & AHPs",
        "Chair of Race Equality Network",
        "Chair of Women's Network",
        "HR Business Partners",
        "People and Culture Committee",
        "Patient Experience and Engagement Lead",
        "Deputy Director of Quality, Safety and Governance",
        "Equality, Diversity, Inclusion and Belonging Team",
        "Freedom to Speak Up Guardian",
        "Recruitment & Retention Manager",
        "Women's Network Chair",
        "General Manager, Medicine",
        "Associate Director of Communications & Engagement",
        "Health and Wellbeing Steering Group",
        "Non-Executive Director",
        "Head of Widening Participation",
        "Lead Nurse for Learning Disability and Autism",
        "Head of Education, Library and Knowledge Services",
        "Director of Estates, Facilities and Capital Services",
        "Ward Manager, Stroke Unit",
        "Ward Manager, Ward 5",
        "Matron, Emergency Department",
        "Lead Nurse, Learning Disability Service",
        "Chaplain, Spiritual Care Department",
        "Consultant, Emergency Department",
        "Nurse Director, Women and Children's Division",
        "Service Manager, Community Services",
        "ICB Director of Strategy",
        "Matron for Inclusion (Ops)",
        "Divisional triumvirates",
        "Workforce Race Equality Standard Expert",
    ],
)
def test_a_title_with_commas_and_ands_is_one_owner(title: str) -> None:
    assert names(title) == [title]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Chief People Officer (SRO) and AD of Workforce", ["Chief People Officer (SRO)", "AD of Workforce"]),
        ("AD Nursing + Matron + Ward Managers", ["AD Nursing", "Matron", "Ward Managers"]),
        ("LGBTQ+ Network", ["LGBTQ+ Network"]),
        ("Head of EDI plus Staff Networks", ["Head of EDI", "Staff Networks"]),
        ("a) Head of EDI\nb) Chief Nurse", ["Head of EDI", "Chief Nurse"]),
        ("(i) Head of EDI (ii) Chief Nurse", ["Head of EDI", "Chief Nurse"]),
        ("JS, AK & PT", ["JS", "AK", "PT"]),
        ("Head of EDI, HRBPs and Comms", ["Head of EDI", "HRBPs", "Comms"]),
        ("Head of EDI/Deputy", ["Head of EDI", "Deputy"]),
        ("Lead AHP / Chief Pharmacist", ["Lead AHP", "Chief Pharmacist"]),
        ("Led by: Head of EDI", ["Head of EDI"]),
        ("(Lead) Head of EDI", ["Head of EDI"]),
        ("Head of EDI*", ["Head of EDI"]),
        (
            "Director of Workforce and\nOrganisational Development",
            ["Director of Workforce and Organisational Development"],
        ),
        ("Head of EDI and\nChief Nurse", ["Head of EDI", "Chief Nurse"]),
        ("Comms,\nHR,\nOD", ["Comms", "HR", "OD"]),
    ],
)
def test_owners_are_parted_where_a_careful_person_parts_them(text: str, owners: list[str]) -> None:
    assert [owner.as_written for owner in read(text)[0]] == owners


@pytest.mark.parametrize(
    ("text", "support"),
    [
        ("EDI Lead, overseen by Chief Nurse", "Chief Nurse"),
        ("EDI Manager – lead\nHRBPs – support", "HRBPs"),
        ("Head of Safeguarding via Safeguarding Committee", "Safeguarding Committee"),
        ("EDI Lead, with oversight from the Chief Nurse", "Chief Nurse"),
    ],
)
def test_who_oversees_or_carries_an_action_supports_it(text: str, support: str) -> None:
    assert [owner.as_written for owner in read(text)[0] if owner.part is Part.SUPPORT] == [support]


def test_an_owner_with_a_question_mark_is_to_be_confirmed() -> None:
    (owner,), (found,) = read("Head of EDI?")
    assert (owner.name, found.code) == ("Head of EDI", "owner-to-confirm")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Associate Director – Engagement", ["Associate Director – Engagement"]),
        ("Women’s  Network\u00a0Lead; Head of EDI", ["Women’s Network Lead", "Head of EDI"]),
        ("Pharmacy Tech\u00adnician‑in‑Charge", ["Pharmacy Tech\u00adnician‑in‑Charge"]),
    ],
)
def test_an_owner_is_quoted_with_the_dashes_and_apostrophes_that_were_typed(text: str, written: list[str]) -> None:
    assert [owner.as_written for owner in read(text)[0]] == written


def test_one_owner_typed_with_two_kinds_of_dash_has_the_one_name_that_is_typed_more_often() -> None:
    texts = ("Network Lead – Race", "Network Lead - Race", "Network Lead – Race")
    register = build_register(OWNERS, texts)
    assert {name for text in texts for name in names(text, register)} == {"Network Lead – Race"}


@pytest.mark.parametrize("title", ["Director of HR/OD", "Head of OD/Learning"])
def test_a_slash_between_functions_is_part_of_the_title(title: str) -> None:
    assert len(names(title)) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Medical Director Chief Nursing Officer", ["Medical Director", "Chief Nursing Officer"]),
        (
            "Head of EDI Director of Workforce and Organisational Development Staff Networks",
            ["Head of EDI", "Director of Workforce and Organisational Development", "Staff Networks"],
        ),
        (
            "Head of Resourcing Head of EDI Head of Employee Relations",
            ["Head of Resourcing", "Head of EDI", "Head of Employee Relations"],
        ),
        (
            "Medical Director Head of Leadership Development and Training",
            ["Medical Director", "Head of Leadership Development and Training"],
        ),
        ("Head of EDI Board Members Staff Networks", ["Head of EDI", "Board Members", "Staff Networks"]),
        (
            "Head of Medical Staffing Rostering Support Manager",
            ["Head of Medical Staffing", "Rostering Support Manager"],
        ),
    ],
)
def test_owners_parted_only_by_spaces_are_told_apart(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Head of EDI\nHead of Resourcing",
        "Head of EDI / Head of Resourcing",
        "Head of EDI/Head of Resourcing",
        "Head of EDI; Head of Resourcing",
        "Head of EDI, Head of Resourcing",
        "Head of EDI & Head of Resourcing",
        "Head of EDI and Head of Resourcing",
        "Head of EDI + Head of Resourcing",
        "• Head of EDI\n• Head of Resourcing",
        "- Head of EDI\n- Head of Resourcing",
        "Head of EDI  Head of Resourcing",
        "Head of EDI\tHead of Resourcing",
        "Head of EDI\u00a0\u00a0Head of Resourcing",
        "Head of EDI, and Head of Resourcing.",
        "Head of EDI\n\n/ Head of Resourcing",
        "1. Head of EDI\n2. Head of Resourcing",
    ],
)
def test_owners_are_parted_however_they_are_listed(text: str) -> None:
    assert names(text) == ["Head of EDI", "Head of Resourcing"]


def test_the_posts_of_a_trust_in_no_register_are_told_apart_by_their_build() -> None:
    none = build_register(())
    assert names("Head of Belonging Associate Director of Culture", none) == [
        "Head of Belonging",
        "Associate Director of Culture",
    ]
    assert names("Head of Belonging and Culture Transformation Manager", none) in (
        ["Head of Belonging", "Culture Transformation Manager"],
        ["Head of Belonging and Culture Transformation Manager"],
    )
    assert names("Ward Managers and Matrons", none) == ["Ward Managers", "Matrons"]


def test_what_the_plan_writes_alone_helps_to_part_its_lists() -> None:
    register = build_register(OWNERS, ("Head of Belonging\nCultural Heritage Network", "Chair"))
    assert names("Head of Belonging Cultural Heritage Network Chair", register)[0] == "Head of Belonging"
    (owner,), found = read("Head of Belonging", register)
    assert owner.known
    assert found == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("HoEDI", "Head of EDI"),
        ("head of edi", "Head of EDI"),
        ("Head  of EDI ", "Head of EDI"),
        ("the Head of EDI", "Head of EDI"),
        ("Head of Equality, Diversity & Inclusion", "Head of EDI"),
        ("DoW&OD", "Director of Workforce and Organisational Development"),
        ("Director of Workforce & OD", "Director of Workforce and Organisational Development"),
        ("Deputy Director of Workforce and OD", "Deputy Director of Workforce and Organisational Development"),
        ("Deputy CEO", "Deputy Chief Executive"),
        ("CEO", "Chief Executive"),
        ("CNO", "Chief Nursing Officer"),
        ("CPO", "Chief People Officer"),
        ("NEDs", "Non-Executive Directors"),
        ("Womens Network", "Women's Network"),
        ("Women’s network", "Women's Network"),
        ("Interim Head of EDI", "Interim Head of EDI"),
        ("Head of EDI (AK)", "Head of EDI"),
        ("Head of EDI (Lead)", "Head of EDI"),
    ],
)
def test_spellings_of_a_known_owner_get_its_name(written: str, name: str) -> None:
    (owner,), found = read(written)
    assert (owner.name, owner.known, found) == (name, True, ())


def test_a_deputy_is_not_the_post_itself() -> None:
    assert names("Deputy Chief Executive") == ["Deputy Chief Executive"]
    assert names("Deputy Chief Executive Chief Executive") == ["Deputy Chief Executive", "Chief Executive"]


@pytest.mark.parametrize("written", ["MD", "Head of L&R", "DoZ"])
def test_a_short_form_that_gives_no_known_owner_stays_as_written(written: str) -> None:
    (owner,), _ = read(written)
    assert (owner.name, owner.known) == (written, False)


def test_a_typing_error_in_one_known_post_is_corrected_and_noted() -> None:
    (owner,), (finding,) = read("Director of Workforce and Organasational Development")
    assert owner.name == "Director of Workforce and Organisational Development"
    assert owner.as_written == "Director of Workforce and Organasational Development"
    assert finding.code == "owner-corrected"


def test_a_near_name_of_a_person_is_suggested_and_not_put_in_its_place() -> None:
    register = build_register((RegisteredOwner("Sam Rowan, Deputy Director of People"), *OWNERS))
    (owner,), (finding,) = read("S Rowen", register)
    assert (owner.name, owner.known) == ("S Rowen", False)
    assert finding.code == "unknown-owner"
    assert "Sam Rowan, Deputy Director of People" in finding.message
    assert names("Sam Rowan", register) == ["Sam Rowan, Deputy Director of People"]


def test_a_post_that_differs_by_a_real_word_is_another_post() -> None:
    assert names("Head of Procurement") != names("Head of Recruitment")
    assert names("Divisional Director") == ["Divisional Director"]
    assert "owner-corrected" not in codes("Divisional Director")


def test_the_trusts_own_register_names_an_owner() -> None:
    own = RegisteredOwner("Inclusion Lead for the Trust", also_written=("Head of EDI", "EDI"))
    register = build_register((own, *OWNERS))
    assert names("Head of EDI; EDI", register) == ["Inclusion Lead for the Trust"]


@pytest.mark.parametrize(
    "text",
    [
        "Chief Nurse with support from Head of EDI",
        "Chief Nurse supported by Head of EDI",
        "Chief Nurse (support: Head of EDI)",
        "Chief Nurse\nSupport: Head of EDI",
        "Lead: Chief Nurse\nSupported by:\nHead of EDI",
        "Chief Nurse\nSupport - Head of EDI",
        "Chief Nurse, Head of EDI (support)",
        "Chief Nurse with the support of the Head of EDI",
    ],
)
def test_who_supports_is_told_from_who_leads(text: str) -> None:
    owners = read(text)[0]
    assert [(owner.name, owner.part) for owner in owners] == [
        ("Chief Nurse", Part.LEAD),
        ("Head of EDI", Part.SUPPORT),
    ]


def test_support_ends_with_its_line() -> None:
    owners = read("Chief Nurse with support from Staff Networks\nHead of EDI")[0]
    assert [owner.part for owner in owners] == [Part.LEAD, Part.SUPPORT, Part.LEAD]


def test_the_same_owner_twice_is_once() -> None:
    assert names("Head of EDI / HoEDI\nhead of EDI") == ["Head of EDI"]


@pytest.mark.parametrize("text", ["TBC", "N/A", "All", "Various", "as above", "Vacant", "to be confirmed"])
def test_an_owner_still_to_be_named_is_kept_and_found(text: str) -> None:
    assert names(text) == [text]
    assert codes(text) == ["owner-to-confirm"]


@pytest.mark.parametrize("text", ["", " ", "-", "–", "\n"])
def test_a_cell_that_names_nobody_has_no_owner(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", ["J Surname", "Dr J Surname", "Jo Surname-Second", "J. Surname"])
def test_a_person_is_an_owner_and_no_warning(text: str) -> None:
    assert names(text) == [text]
    assert codes(text) == ["owner-unlisted"]


def test_people_are_parted_by_commas_and_ands() -> None:
    assert names("J Surname, A Second and B Third") == ["J Surname", "A Second", "B Third"]


def test_text_that_is_no_owner_is_kept_and_warned_about() -> None:
    text = "discuss at the next meeting when the figures are in"
    assert names(text) == [text]
    assert codes(text) == ["unreadable-owner"]


def test_default_owners_are_sorted_each_once_and_read_back_to_themselves() -> None:
    listed = [owner.name for owner in OWNERS]
    assert listed == sorted(listed, key=str.lower)
    assert len({owner_key(name) for name in listed}) == len(listed)
    assert [name for name in listed if names(name) != [name]] == []


# A department before "&" may be half of a title ("People & Culture Committee"), so departments are left out.
LISTED = [owner.name for owner in OWNERS if " " in owner.name and owner.kind is not OwnerKind.TEAM]
a_post = st.sampled_from(LISTED)


@settings(max_examples=150)
@given(st.lists(a_post, min_size=1, max_size=4, unique=True), st.sampled_from(["\n", " / ", "; ", ", ", "  ", " & "]))
def test_every_list_of_known_owners_reads_back_to_itself(posts: list[str], sign: str) -> None:
    assert names(sign.join(posts)) == posts


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_and_nothing_of_it_is_invented(text: str) -> None:
    for owner in read(text)[0]:
        assert owner.name.strip()
        assert owner.as_written


def test_a_person_and_the_post_after_a_comma_are_one_owner() -> None:
    parted = names("Dr First Surname, Medical Director; Head of EDI")
    assert parted == ["Dr First Surname, Medical Director", "Head of EDI"]
    assert names("Medical Director, Head of EDI") == ["Medical Director", "Head of EDI"]


def test_the_numbers_that_a_list_of_sharepoint_puts_after_people_are_no_owners() -> None:
    assert names("Li Chen;#9;#Helen Moor;#14") == ["Li Chen", "Helen Moor"]


def test_an_address_is_an_owner_who_is_not_in_the_register() -> None:
    assert codes("j.okoro@csu.nhs.uk, comms@csu.nhs.uk") == ["owner-unlisted", "owner-unlisted"]


@pytest.mark.parametrize("written", ["DL and deputies", "Head of EDI and their deputies"])
def test_deputies_without_a_name_support_whom_they_stand_in_for(written: str) -> None:
    lead, deputies = read(written)[0]
    assert (lead.part, deputies.name, deputies.part) == (Part.LEAD, "deputies", Part.SUPPORT)


def test_a_post_that_is_vacant_is_to_be_confirmed() -> None:
    assert codes("Vacant (Head of EDI)") == ["owner-to-confirm"]


def test_a_short_form_of_a_usual_post_is_that_post() -> None:
    assert names("Chief AHP") == ["Chief Allied Health Professional"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Smith, Jane", ["Jane Smith"]),
        ("SMITH, J", ["J SMITH"]),
        ("Smith, Jane; Jones, Bob", ["Jane Smith", "Bob Jones"]),
        ("O'Neill-Test, Siân / van der Berg, Jane", ["Siân O'Neill-Test", "Jane van der Berg"]),
        ("Smith, Jane (Head of EDI)", ["Jane Smith (Head of EDI)"]),
        ("Smith, Jane, Head of EDI", ["Jane Smith, Head of EDI"]),
        ("Smith J", ["Smith J"]),
        ("J. Smith / A. N. Other", ["J. Smith", "A. N. Other"]),
    ],
)
def test_a_surname_before_a_forename_is_one_person(text: str, owners: list[str]) -> None:
    assert names(text) == owners
    assert read(text)[0][0].as_written in text
    assert set(codes(text)) == {"owner-unlisted"}


@pytest.mark.parametrize(
    "text", ["Pharmacy, Therapies", "Sarah, Tom", "Nursing, Jane", "UNISON, Healthwatch", "HR, OD"]
)
def test_two_words_that_are_no_surname_and_forename_stay_two_owners(text: str) -> None:
    assert len(names(text)) == 2


def test_where_a_plan_lists_people_surname_first_names_that_nobody_knows_are_listed_so_too() -> None:
    told = build_register(OWNERS, seen=("Specimen, Bolu", "Smith, Jane", "Head of EDI"))
    by_address = build_register(OWNERS, seen=("Specimen, Bolu <bolu@example.nhs.uk>",))
    assert names("Specimen, Bolu") == ["Specimen", "Bolu"]
    assert names("Specimen, Bolu", told) == names("Specimen, Bolu", by_address) == ["Bolu Specimen"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Jane Smith <jane.smith@example.nhs.uk>; Head of EDI", ["Jane Smith", "Head of EDI"]),
        ("Jane Smith (jane.smith@example.nhs.uk)", ["Jane Smith"]),
        ("Chief Executive[50%],Chief Nurse[10%]", ["Chief Executive", "Chief Nurse"]),
        ("Chaplain (lead) and EDI Officer", ["Chaplain", "EDI Officer"]),
        ("Chair – A. Example / Executive Sponsor", ["Chair – A. Example", "Executive Sponsor"]),
        ("Chair, Disability Network", ["Chair, Disability Network"]),
        ("Co-chairs, Race Equality Network", ["Co-chairs, Race Equality Network"]),
        ("Matron, Acute", ["Matron, Acute"]),
        ("CN & Dir of Ops", ["CN", "Director of Operations"]),
        ("Clinical Director of Surgery", ["Clinical Director of Surgery"]),
    ],
)
def test_what_stands_beside_a_name_makes_no_other_owner_of_it(text: str, owners: list[str]) -> None:
    assert names(text) == owners
    assert "unreadable-owner" not in codes(text)
