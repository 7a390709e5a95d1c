"""What committees' secretaries and owners are written."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from edi_reports.emailing.body import LetterPart, html_body, text_body
from edi_reports.emailing.draft import Attachment
from edi_reports.emailing.letters import MOST_ROWS, compose_covering_letter, compose_digest, plain_line
from edi_reports.model.action import Action, ProgressState
from edi_reports.model.owner import Owner, Part
from edi_reports.model.rag import Rag
from edi_reports.model.target import Target, TargetKind
from edi_reports.reports.parts import Bullets, Column, Heading, Paragraph, Table
from tests.plan_making import a_plan, an_action, due, rated

HEAD = frozenset({"head of edi"})
LATE, SOON, FAR = due(date(2025, 9, 30)), due(date(2025, 12, 15)), due(date(2026, 3, 31))


def digest(*actions: Action, names: frozenset[str] = HEAD) -> tuple[str, tuple[LetterPart, ...]]:
    """The digest of all these actions, as at 30 November 2025."""
    plan = rated(a_plan(*actions))
    return compose_digest(plan, "Head of EDI", names, plan.actions)


def headings(parts: tuple[LetterPart, ...]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Heading)]


def refs(parts: tuple[LetterPart, ...]) -> list[list[str]]:
    return [[str(row[0]) for row in part.rows] for part in parts if isinstance(part, Table)]


def test_a_digest_tells_overdue_first_then_due_soon_then_to_confirm_then_on_track() -> None:
    subject, parts = digest(
        an_action(ref="1", target=FAR),
        an_action(ref="2"),
        an_action(ref="3", target=SOON),
        an_action(ref="4", target=LATE),
    )
    expected = ["Overdue: 1 action", "Due soon or at risk: 1 action", "To confirm: 1 action", "On track: 1 action"]
    assert headings(parts) == expected
    assert refs(parts) == [["4"], ["3"], ["2"], ["1"]]
    assert subject == "Your EDI actions as at 30 November 2025: 1 overdue, 1 due soon or at risk, 1 to confirm"


def test_a_digest_says_first_whose_actions_it_is_about() -> None:
    told = " ".join(text_body(digest(an_action(target=LATE))[1]).split())
    assert told.startswith("Owner: Head of EDI. This is how your actions in the equality, diversity and inclusion")


def test_a_reason_does_not_repeat_the_rag_beside_it() -> None:
    undecided = an_action(target=Target("TBC", TargetKind.UNDECIDED))
    told = text_body(digest(undecided)[1])
    assert 'RAG: Not rated\nWhy: The target date is still to be decided ("TBC")' in told


def test_of_very_many_actions_a_digest_shows_the_first_and_counts_the_others() -> None:
    _, parts = digest(*(an_action(ref=f"{n}", row=n, target=LATE) for n in range(1, MOST_ROWS + 3)))
    assert headings(parts) == [f"Overdue: {MOST_ROWS + 2} actions"]
    assert len(refs(parts)[0]) == MOST_ROWS
    assert "2 more are not shown here; the tracker has them all." in text_body(parts)


def test_nothing_is_asked_about_an_action_that_is_cancelled() -> None:
    _, parts = digest(an_action(target=LATE, cancelled=True), an_action(row=6, target=FAR))
    assert headings(parts) == ["On track: 1 action"]
    assert "1 action is cancelled in the plan." in text_body(parts)


def test_a_reply_is_asked_for_only_where_something_is_asked() -> None:
    def closing(*actions: Action) -> str:
        return text_body(digest(*actions)[1][-1:])

    assert closing(an_action(target=FAR), an_action(target=LATE)).startswith("Please reply to this message.")
    done = an_action(target=FAR, state=ProgressState.COMPLETED)
    assert closing(done, an_action(target=FAR)).startswith("Reply to this message only if something has changed.")


def test_the_longest_overdue_action_stands_first() -> None:
    later = due(date(2025, 11, 29))
    _, parts = digest(an_action(ref="1", target=later), an_action(ref="2", target=LATE))
    assert refs(parts) == [["2", "1"]]


def test_an_action_whose_progress_nobody_states_is_to_confirm_even_when_its_date_is_far() -> None:
    _, parts = digest(an_action(target=FAR, state=ProgressState.NOT_STATED))
    assert headings(parts) == ["To confirm: 1 action"]
    assert "The plan does not say how far it is." in text_body(parts)


def test_a_closure_that_is_only_proposed_asks_for_the_evidence() -> None:
    _, parts = digest(an_action(target=FAR, state=ProgressState.PROPOSED_FOR_CLOSURE))
    assert "the evidence is still to be seen" in text_body(parts)


def test_completed_actions_are_counted_and_not_listed() -> None:
    subject, parts = digest(*[an_action(ref=ref, state=ProgressState.COMPLETED) for ref in ("1", "2")])
    assert refs(parts) == []
    assert "2 actions are completed." in text_body(parts)
    assert subject == "Your EDI actions as at 30 November 2025"


def test_an_owner_is_told_who_shares_an_action() -> None:
    _, parts = digest(an_action(target=LATE, owners=("Head of EDI", "Chief Nurse", "Head of Resourcing")))
    assert "Shared with Chief Nurse and Head of Resourcing." in text_body(parts)


def test_an_owner_who_only_supports_an_action_is_told_who_leads_it() -> None:
    action = an_action(target=LATE, owners=("Chief Nurse",))
    support = Owner("Head of EDI", Part.SUPPORT, "Head of EDI", known=True)
    supported = replace(action, owners=(*action.owners, support))
    _, parts = digest(supported)
    assert "You support this action; it is led by Chief Nurse." in text_body(parts)


def test_a_subject_never_names_the_owner() -> None:
    subject, parts = digest(an_action(target=LATE))
    assert "Head of EDI" not in subject
    assert "Head of EDI" in text_body(parts)


def test_a_covering_letter_gives_the_figures_of_that_committee_and_the_hash_of_its_paper() -> None:
    plan = rated(a_plan(an_action(target=LATE), an_action(target=FAR), an_action(target=FAR)))
    paper = Attachment("2025-11 Trust Board paper.docx", b"paper")
    subject, parts = compose_covering_letter(plan, "Trust Board", paper)
    text = " ".join(text_body(parts).split())
    assert subject == "EDI action plan paper for the Trust Board, November 2025"
    assert "As at 30 November 2025 the committee sees 3 actions: 1 is Red and 2 are Green." in text
    assert paper.sha256 in text


def test_a_committee_that_sees_no_action_is_told_so() -> None:
    plan = rated(a_plan(an_action()), committees=("Trust Board",))
    _, parts = compose_covering_letter(plan, "People Committee", Attachment("paper.docx", b""))
    assert "the committee sees no actions." in " ".join(text_body(parts).split())


def test_a_row_of_a_table_is_a_line_a_column_in_plain_text() -> None:
    table = Table("Overdue", (Column("Ref"), Column("RAG"), Column("Why")), (("1.01", Rag.RED, "Late\nVery late"),))
    assert text_body((table,)) == "Ref: 1.01\nRAG: Red\nWhy: Late\n  Very late\n"


def test_plain_text_keeps_within_the_width_that_mail_programs_show() -> None:
    parts = (Paragraph("word " * 100), Bullets(("word " * 100,)), Heading("Overdue: 12 actions"))
    assert max(len(line) for line in text_body(parts).splitlines()) <= 76


def test_a_rag_is_a_word_and_a_colour_in_the_page() -> None:
    page = html_body("t", (Table("c", (Column("Ref"), Column("RAG")), (("1", Rag.RED),)),))
    assert "background-color: #D5281B; color: #FFFFFF" in page
    assert ">Red</td>" in page


class Tags(HTMLParser):
    """The tags of a page in order, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@given(st.text())
def test_nothing_typed_in_a_workbook_becomes_markup(typed: str) -> None:
    def page(text: str) -> Tags:
        table = Table(text, (Column(text), Column("RAG")), ((text, text),))
        return Tags(html_body(text, (Heading(text), Paragraph(text), Bullets((text,)), table)))

    assert [tag for tag in page(typed).tags if tag != "br"] == page("harmless").tags


@given(st.text())
def test_every_text_can_be_written_as_utf_8(typed: str) -> None:
    parts = (Heading(typed), Paragraph(typed), Bullets((typed,)), Table("c", (Column("Ref"),), ((typed,),)))
    assert text_body(parts).encode()
    assert html_body(typed, parts).encode()


@given(st.text())
def test_a_subject_is_one_line_of_bounded_length_without_control_characters(typed: str) -> None:
    subject = plain_line(typed)
    assert len(subject.splitlines()) <= 1
    assert len(subject) <= 150
    assert not any(ord(char) < 32 or ord(char) == 127 for char in subject)
