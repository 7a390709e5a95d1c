"""Our own template for papers: plain, NHS-like, without a logo. Made here, so that it can be made again."""

from __future__ import annotations

from edi_reports.writing.house_style import LANGUAGE, PRODUCER
from edi_reports.writing.markup import r, w
from edi_reports.writing.package import (
    CONTENT_TYPES,
    CORE_PROPERTIES,
    CORE_PROPERTIES_TYPE,
    PACKAGE,
    content_types,
    pack_texts,
    relationships,
)
from edi_reports.writing.paper_styles import numbering_xml, styles_xml

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT_PARTS = (
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("header", "header1"),
    ("footer", "footer1"),
)


def write_default_template() -> bytes:
    """Our template as a .docx."""
    parts = {
        CONTENT_TYPES: _content_types(),
        "_rels/.rels": relationships(
            (f"{r.uri}/officeDocument", "word/document.xml"),
            (CORE_PROPERTIES, "docProps/core.xml"),
        ),
        "docProps/core.xml": _core_properties(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": relationships(
            *((f"{r.uri}/{kind}", f"{part}.xml") for kind, part in _DOCUMENT_PARTS)
        ),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _settings(),
        "word/header1.xml": _header(),
        "word/footer1.xml": _footer(),
    }
    return pack_texts(parts)


def _content_types() -> str:
    parts = (("document.main", "document"), *_DOCUMENT_PARTS)
    overrides = ((f"/word/{part}.xml", f"{_TYPES}.{kind}+xml") for kind, part in parts)
    return content_types(*overrides, ("/docProps/core.xml", CORE_PROPERTIES_TYPE))


def _core_properties() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>Committee paper</dc:title><dc:creator>{PRODUCER}</dc:creator><dc:language>{LANGUAGE}</dc:language>"
        "</cp:coreProperties>"
    )


def _document() -> str:
    return (
        f'<w:document xmlns:w="{w.uri}" xmlns:r="{r.uri}"><w:body>'
        f"{_paragraph('Title', _run('{{title}}'))}{_paragraph('', _run('{{cover}}'))}"
        f"{_paragraph('', _run('{{report}}'))}"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1191" w:right="1077" w:bottom="1021" w:left="1077" w:header="567" w:footer="510"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _header() -> str:
    return f'<w:hdr xmlns:w="{w.uri}">{_paragraph("Header", _run("{{subject}}"))}</w:hdr>'


def _footer() -> str:
    page = f"<w:r><w:tab/></w:r>{_run('Page ')}{_field('PAGE')}{_run(' of ')}{_field('NUMPAGES')}"
    return f'<w:ftr xmlns:w="{w.uri}">{_paragraph("Footer", _run("As at {{as_at}}") + page)}</w:ftr>'


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{w.uri}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/></w:settings>'
    )


def _paragraph(style: str, runs: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{runs}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
