"""Our own template: the file that is kept is the one that the code makes."""

from __future__ import annotations

from pathlib import Path

from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.package import unpack
from edi_reports.writing.templates import check_template
from tests.paper_reading import opened, words

KEPT = Path(__file__).parent.parent / "templates" / "committee_paper.docx"


def test_the_kept_template_is_the_one_that_the_code_makes() -> None:
    assert unpack(KEPT.read_bytes()) == unpack(write_default_template()), "write templates/committee_paper.docx anew"


def test_our_own_template_has_nothing_to_be_said_about() -> None:
    assert check_template(write_default_template(), "committee_paper.docx") == ()


def test_our_template_is_plain_and_numbers_its_pages() -> None:
    word = opened(write_default_template())
    footer = word.sections[0].footer
    assert words(footer.paragraphs[0]._p) == "As at {{as_at}}\tPage 1 of 1"
    assert not [part for part in word.part.package.iter_parts() if "image" in part.content_type]
