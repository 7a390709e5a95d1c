"""A file that cannot be read is refused in words that say what it is and what to do."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from edi_reports.model.finding import CannotContinue
from edi_reports.reading.limits import Limits
from edi_reports.reading.opening import FileKind, open_file, saved_at

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
INPUT = Path(__file__).parent.parent / "input"


def an_archive(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("plan.xlsx", b"", "not-a-workbook", "empty"),
        ("plan.xlsx", COMPOUND + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        ("plan.xls", COMPOUND + b"\0" * 600, "old-excel", "97 to 2003"),
        ("plan.xlsx", b"%PDF-1.7 and so on", "not-a-workbook", "PDF"),
        ("plan.xlsx", b"<html><body><table>", "not-a-workbook", "web page"),
        ("plan.xlsx", b"Just some words", "not-a-workbook", "plain text"),
        ("plan.csv", b"\0\1\2\3\0\0", "not-a-workbook", "not one that is recognised"),
        ("plan.xlsx", an_archive("word/document.xml", "[Content_Types].xml"), "not-a-workbook", "Word"),
        ("plan.xlsx", an_archive("xl/workbook.bin", "[Content_Types].xml"), "not-a-workbook", ".xlsb"),
        ("plan.ods", an_archive("mimetype", "content.xml"), "not-a-workbook", "OpenDocument"),
        ("plan.xlsx", an_archive("readme.txt"), "not-a-workbook", "archive"),
        ("plan.xlsx", an_archive("xl/workbook.xml")[:40], "damaged-workbook", "cut short"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(
    tmp_path: Path, name: str, data: bytes, code: str, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CannotContinue) as refused:
        open_file(tmp_path / name)
    assert refused.value.finding.code == code
    assert said in refused.value.finding.message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(CannotContinue, match="There is no file"):
        open_file(tmp_path / "nothing.xlsx")
    with pytest.raises(CannotContinue, match="is a folder"):
        open_file(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission_is_not_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"PK\x03\x04")
    path.chmod(0)
    with pytest.raises(CannotContinue, match="could not be opened"):
        open_file(path)


def test_an_archive_that_says_itself_that_it_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", " " * 3 * 2**20)
    (tmp_path / "bomb.xlsx").write_bytes(data.getvalue())
    with pytest.raises(CannotContinue, match="larger than the limit of 2 MB unpacked"):
        open_file(tmp_path / "bomb.xlsx", Limits(inflated=2 * 2**20))


def test_pictures_do_not_count_as_they_are_not_unpacked(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/media/image1.emf", " " * 3 * 2**20)
    (tmp_path / "pictures.xlsx").write_bytes(data.getvalue())
    assert open_file(tmp_path / "pictures.xlsx", Limits(inflated=2 * 2**20)).kind is FileKind.WORKBOOK


def test_an_archive_of_very_many_parts_is_refused_before_they_are_listed(tmp_path: Path) -> None:
    (tmp_path / "parts.xlsx").write_bytes(an_archive(*(f"xl/{number}.xml" for number in range(12))))
    with pytest.raises(CannotContinue, match="larger than the limit of 10 parts"):
        open_file(tmp_path / "parts.xlsx", Limits(parts=10))


def test_a_file_larger_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "large.csv").write_bytes(b"a,b\n" * 2**19)
    with pytest.raises(CannotContinue, match="larger than the limit of 1 MB"):
        open_file(tmp_path / "large.csv", Limits(file=2**20))


def test_a_workbook_and_an_extract_are_recognised(tmp_path: Path) -> None:
    (tmp_path / "plan.tsv").write_text("Action\tOwner\nDo it\tHead of EDI\n", encoding="utf-8")
    assert open_file(tmp_path / "plan.tsv").kind is FileKind.DELIMITED
    assert open_file(max(INPUT.glob("2025-*.xlsx"))).kind is FileKind.WORKBOOK


def test_no_more_of_the_properties_is_unpacked_than_says_when_a_workbook_was_saved(tmp_path: Path) -> None:
    said = "<dcterms:modified>2025-05-30T09:00:00Z</dcterms:modified>"
    for core, moment in ((said + " " * 2**24, datetime(2025, 5, 30, 9)), (" " * 2**24 + said, None)):  # noqa: DTZ001
        with zipfile.ZipFile(tmp_path / "plan.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("docProps/core.xml", core)
        assert saved_at(tmp_path / "plan.xlsx") == moment


def test_when_a_workbook_was_saved_is_read_from_its_properties(tmp_path: Path) -> None:
    assert saved_at(max(INPUT.glob("2025-*.xlsx"))) is not None
    (tmp_path / "plan.csv").write_text("a,b", encoding="utf-8")
    assert saved_at(tmp_path / "plan.csv") is None
