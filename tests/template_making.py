"""Templates as a trust would make them in Word, for tests: small packages of plain markup."""

from __future__ import annotations

from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.package import pack, unpack

REPORT = "<w:p><w:r><w:t>{{report}}</w:t></w:r></w:p>"


def paragraph(*runs: str) -> str:
    """A paragraph of these runs of text."""
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def in_a_table(content: str) -> str:
    """A table of one cell with that content."""
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


def a_template(body: str = REPORT, header: str = "", **replaced: str | bytes | None) -> bytes:
    """Our own template with another body and header; `styles="…"` replaces word/styles.xml, None leaves it out."""
    parts = unpack(write_default_template())
    document = parts["word/document.xml"].decode()
    start, end = document.index("<w:body>") + len("<w:body>"), document.index("<w:sectPr>")
    parts["word/document.xml"] = (document[:start] + body + document[end:]).encode()
    if header:
        parts["word/header1.xml"] = _header(header).encode()
    for part, content in replaced.items():
        parts[f"word/{part}.xml"] = content.encode() if isinstance(content, str) else content or b""
    return pack((name, content) for name, content in parts.items() if content)


def with_parts(template: bytes, **added: bytes) -> bytes:
    """The template with further parts; `__` in a name stands for "/", `_dot_` for "."."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in added.items()}
    return pack((unpack(template) | named).items())


def replacing(template: bytes, part: str, old: str, new: str) -> bytes:
    """The template with some markup of one part replaced, which must be there."""
    parts = unpack(template)
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    return pack(parts.items())


def _header(body: str) -> str:
    return f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{body}</w:hdr>'
