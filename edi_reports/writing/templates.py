"""A trust's own Word template: looked over before anything is written, then filled in.

A template is what somebody edits in Word: its styles, header, footer and cover are kept. `{{name}}` may stand anywhere,
also where Word has split it over runs; `{{report}}` and `{{cover}}` mark, in paragraphs of their own, where the body
and the cover sheet go. There is no logic in a template, and nothing in it is executed.
"""

from __future__ import annotations

import io
import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate, islice

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart
from lxml import etree
from msgspec import Struct

from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.limits import LIMITS, SETTINGS, Limits
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.paper import DEFAULT_COVER, FACTS, CoverField, placeholder_name
from edi_reports.model.place import Place
from edi_reports.writing.characters import printable
from edi_reports.writing.house_style import LANGUAGE
from edi_reports.writing.markup import XML_SPACE, w
from edi_reports.writing.package import CONTENT_TYPES, Outsize, Unusable, is_xml, pack, parse, unpack
from edi_reports.writing.paper_styles import language_of, missing_styles

q = w.name
REPORT, COVER = "report", "cover"
_PLACEHOLDER = re.compile(r"\{\{([^{}\n\t]{1,80})\}\}")
_BRACES = re.compile(r"[^\n]{0,20}(?:\{\{|\}\})[^\n]{0,20}")
_STORIES = tuple(map(q, ("document", "hdr", "ftr", "footnotes", "endnotes")))
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|oleObject|/embeddings/(?!\w+\.xlsx$)|\.bin$", re.IGNORECASE)
_REACHING_FIELD = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_SAFE_LINK = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TEMPLATE_TYPE = "wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = "wordprocessingml.document.main+xml"
_ATTACHED = "attachedTemplate"
_ANCHOR = "edi-reports"


class Template(Struct, frozen=True):
    """A template that is safe to use: its parts, and its stories (document, headers, footers, notes) parsed."""

    name: str
    parts: dict[str, bytes]
    stories: dict[str, etree._Element]


class Mark(Struct, frozen=True):
    """A placeholder as it stands in a template: as written, its name, the part, and its paragraph."""

    written: str
    name: str
    part: str
    paragraph: etree._Element


def check_template(
    template: bytes, name: str, cover: tuple[CoverField, ...] = DEFAULT_COVER, limits: Limits = LIMITS
) -> tuple[Finding, ...]:
    """What the keeper of a template should know before a paper is made with it.

    Raises CannotContinue for a file that is damaged, is no Word document, holds macros or loads anything from outside.
    """
    opened = open_template(template, name, limits)
    marks = tuple(marks_in(opened))
    place = Place(name)
    return (
        *_unknown(marks, cover, place),
        *_broken(opened, place),
        *_report_mark(marks, place),
        *_hidden_cover(marks, cover, place),
        *_style_findings(load(opened), place),
    )


def open_template(template: bytes, name: str, limits: Limits | None = LIMITS) -> Template:
    """Unpack a template and look through it; without limits where it has been checked before.

    Raises CannotContinue as `check_template` does.
    """
    place = Place(name)
    if template.startswith(b"\xd0\xcf\x11\xe0"):
        raise _unusable(name, "has a password, or is in the format of Word 97 to 2003")
    try:
        parts = unpack(template, limits)
        trees = {part: parse(part, content) for part, content in parts.items() if is_xml(part)}
        _check_safe(parts, trees, place)
        _check_kind(parts, trees)
    except Unusable as error:
        raise _unusable(name, str(error)) from None
    except Outsize as error:
        raise _too_large(place, str(error), error.limit) from None
    parts = {part: _detached(part, content, trees.get(part)) for part, content in parts.items()}
    stories = {part: tree for part, tree in trees.items() if tree.tag in _STORIES and "/glossary/" not in part}
    if limits:
        _check_length(place, stories, limits)
    return Template(name, parts, {part: _calling_it_w(story) for part, story in stories.items()})


def load(template: Template) -> WordDocument:
    """The template as python-docx sees it. Raises CannotContinue when it cannot make sense of it."""
    stories = {part: etree.tostring(root) for part, root in template.stories.items()}
    try:
        opened = docx.Document(io.BytesIO(pack((template.parts | stories).items(), deflated=False)))
        _give_lists(opened)
        _touch(opened)
    except Exception as error:  # python-docx raises whatever it stumbles over in a malformed file
        raise _unusable(template.name, "is damaged: its parts do not fit together") from error
    return opened


def marks_in(template: Template) -> Iterator[Mark]:
    """Every placeholder of the template, story by story."""
    for part, root in template.stories.items():
        for paragraph in _with_braces(root):
            for found in _PLACEHOLDER.finditer(_text(paragraph)):
                yield Mark(found[0], placeholder_name(found[1]), part, paragraph)


def fill_template(template: Template, words: Callable[[str], str]) -> WordDocument:
    """The template with words in the place of every placeholder, and an anchor where each block goes.

    Placeholders are looked for once: what the words themselves hold is never taken for one. Raises as `load` does.
    """
    for root in template.stories.values():
        if root.tag == q("document"):
            for name in (COVER, REPORT):
                _set_anchor(root, name)
        for paragraph in _with_braces(root):
            _fill_paragraph(paragraph, lambda name: "" if name in (COVER, REPORT) else printable(words(name)))
    return load(template)


def find_anchor(body: etree._Element, name: str) -> etree._Element | None:
    """The mark, a processing instruction, in whose place the block of that name goes; None when there is none."""
    return next((mark for mark in body.iter(etree.ProcessingInstruction) if anchor_markup(name) == _markup(mark)), None)


def make_anchor(name: str) -> etree._Element:
    """A mark in whose place the block of that name goes."""
    return etree.ProcessingInstruction(_ANCHOR, name)


def anchor_markup(name: str) -> bytes:
    """A mark as it stands in the markup of a document. Text never looks like it: there "<" is written "&lt;"."""
    return f"<?{_ANCHOR} {name}?>".encode()


# Looking a file over


def _give_lists(opened: WordDocument) -> None:
    """Give a document without lists an empty part for them, which python-docx does not make."""
    if any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in opened.part.rels.values()):
        return
    empty = parse_xml(f'<w:numbering xmlns:w="{w.uri}"/>')
    part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, opened.part.package)
    opened.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)


def _touch(opened: WordDocument) -> None:
    """Reach for all that writing will need, so that what is missing or of another kind shows now."""
    needed = (opened.styles.element, opened.part.numbering_part.element, opened.element.body)
    if [part.tag for part in needed] != [q("styles"), q("numbering"), q("body")]:
        raise ValueError("a part is of another kind")
    opened.core_properties.title = opened.core_properties.title or ""
    if not all(style.get(q("styleId")) for style in opened.styles.element.iter(q("style"))):
        raise ValueError("a style has no id")


def _unusable(name: str, what: str) -> CannotContinue:
    return cannot_continue("template-unusable", Place(name), what=what)


def _too_large(place: Place, words: str, limit: str) -> CannotContinue:
    return cannot_continue("template-too-large", place, limit=words, setting=SETTINGS[limit][0])


def _check_safe(parts: dict[str, bytes], trees: dict[str, etree._Element], place: Place) -> None:
    active = next((part for part in parts if _ACTIVE.search(f"/{part}")), None)
    if active or b"macroEnabled" in parts.get(CONTENT_TYPES, b""):
        raise cannot_continue("template-active", place, part=active or "a macro-enabled document")
    reaching = next((what for tree in trees.values() for what in _reaching_outside(tree)), None)
    if reaching:
        raise cannot_continue("template-reaches-outside", place, what=reaching)


def _reaching_outside(tree: etree._Element) -> Iterator[str]:
    """What Word would fetch from elsewhere, run or import when it opens this part."""
    for element in tree.iter(_RELATIONSHIP, q("instrText"), q("fldSimple"), q("altChunk")):
        if element.tag == _RELATIONSHIP:
            kind, target = element.get("Type", "").rpartition("/")[2], element.get("Target", "")
            allowed = kind == _ATTACHED or (kind == "hyperlink" and _SAFE_LINK.match(target))
            if element.get("TargetMode") == "External" and not allowed:
                yield f"{kind} {target}"
        elif element.tag == q("altChunk"):
            yield "another document (altChunk)"
        elif _REACHING_FIELD.match(element.text or element.get(q("instr")) or ""):
            yield f"the field {(element.text or element.get(q('instr')) or '').strip()}"


def _check_kind(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> None:
    kinds = parts.get(CONTENT_TYPES, b"").decode("utf-8", "replace")
    if not any(kind in kinds for kind in (_TEMPLATE_TYPE, _DOCUMENT_TYPE)):
        raise Unusable("is no Word document")
    if not any(tree.tag == q("document") and tree.find(q("body")) is not None for tree in trees.values()):
        raise Unusable("is not in Word's usual format (perhaps saved as Strict Open XML)")
    links = (link for tree in trees.values() for link in tree.iter(_RELATIONSHIP))
    if not all(link.get(name) for link in links for name in ("Id", "Type", "Target")):
        raise Unusable("is damaged: a part of it is named nowhere")


def _check_length(place: Place, stories: dict[str, etree._Element], limits: Limits) -> None:
    """Refuse what would take minutes to fill in."""
    if sum(sum(1 for _ in story.iter()) for story in stories.values()) > limits.template_elements:
        raise _too_large(place, f"{limits.template_elements:,} elements", "template_elements")
    if sum(asked for story in stories.values() for asked in _braces(story)) > limits.placeholders:
        raise _too_large(place, f"{limits.placeholders:,} placeholders", "placeholders")


def _braces(story: etree._Element) -> Iterator[int]:
    """How often each paragraph of a story asks for something."""
    return (len(_names(paragraph)) for paragraph in _with_braces(story))


def _detached(part: str, content: bytes, tree: etree._Element | None) -> bytes:
    """A part without the link to the file that the template was itself made from; a .dotx becomes a .docx."""
    if part == CONTENT_TYPES:
        return content.replace(_TEMPLATE_TYPE.encode(), _DOCUMENT_TYPE.encode())
    links = [] if tree is None else list(tree.iter(q("attachedTemplate"), _RELATIONSHIP))
    links = [link for link in links if link.tag != _RELATIONSHIP or link.get("Type", "").endswith(f"/{_ATTACHED}")]
    for link in links:
        _drop(link)
    return etree.tostring(tree) if tree is not None and links else content


def _calling_it_w(story: etree._Element) -> etree._Element:
    """A story that calls Word's vocabulary "w", as nearly all do; the markup put into it is written so."""
    if story.nsmap.get(w.prefix) == w.uri:
        return story
    prefixes: dict[str, str] = {prefix: uri for prefix, uri in story.nsmap.items() if prefix}
    prefixes[w.prefix] = w.uri
    renamed = etree.Element(story.tag, nsmap=prefixes)
    renamed.attrib.update(story.attrib)
    renamed.extend(list(story))
    return renamed


# What to tell its keeper


def _unknown(marks: tuple[Mark, ...], cover: tuple[CoverField, ...], place: Place) -> Iterator[Finding]:
    known = {REPORT, COVER, *FACTS, *(line.name for line in cover)}
    for written, part in dict.fromkeys((mark.written, mark.part) for mark in marks if mark.name not in known):
        asked = placeholder_name(written).replace("_", " ")
        yield finding("template-unknown-placeholder", place, written=written, part=_where(part), asked=asked)


def _broken(template: Template, place: Place) -> Iterator[Finding]:
    """Braces that open or close no placeholder, with the words around them."""
    for part, root in template.stories.items():
        for paragraph in _with_braces(root, "{}"):
            around = _BRACES.search(_PLACEHOLDER.sub("", _text(paragraph)))
            if around:
                yield finding("template-broken-placeholder", place, written=around[0].strip(), part=_where(part))


def _report_mark(marks: tuple[Mark, ...], place: Place) -> Iterator[Finding]:
    found = [mark for mark in marks if mark.name == REPORT]
    inside = [mark for mark in found if mark.paragraph.getroottree().getroot().tag == q("document")]
    if not inside:
        yield finding("template-no-report", place)
    elif not _is_alone(inside[0].paragraph):
        yield finding("template-report-not-alone", place)
    if len(found) > 1:
        yield finding("template-report-twice", place, times=len(found))


def _hidden_cover(marks: tuple[Mark, ...], cover: tuple[CoverField, ...], place: Place) -> Iterator[Finding]:
    shown = {mark.name for mark in marks}
    hidden = [line.label for line in cover if line.name not in shown]
    if COVER not in shown and hidden:
        yield finding("template-hidden-cover", place, labels=", ".join(hidden))


def _style_findings(opened: WordDocument, place: Place) -> Iterator[Finding]:
    styles = opened.styles.element
    for name in missing_styles(styles):
        yield finding("template-missing-style", place, style=name[:1].upper() + name[1:])
    language = language_of(styles)
    if language.casefold() != LANGUAGE.casefold():
        yield finding("template-language", place, language=language or "not set")


def _where(part: str) -> str:
    story = posixpath.splitext(posixpath.basename(part))[0].rstrip("0123456789")
    return "the text" if story == "document" else f"the {story}"


# Paragraphs


def _with_braces(root: etree._Element, signs: str = "{") -> tuple[etree._Element, ...]:
    """The paragraphs in which a placeholder may stand: only those are worth a closer look."""
    texts = (text for text in root.iter(q("t")) if not set(signs).isdisjoint(text.text or ""))
    return tuple(dict.fromkeys(paragraph for text in texts for paragraph in islice(text.iterancestors(q("p")), 1)))


def _pieces(paragraph: etree._Element) -> list[etree._Element]:
    """What makes the text of a paragraph, without the text boxes that hang on it."""
    found = paragraph.iter(q("t"), q("tab"), q("br"), q("cr"))
    return [piece for piece in found if next(piece.iterancestors(q("p"))) is paragraph]


def _letters(piece: etree._Element) -> str:
    return (piece.text or "") if piece.tag == q("t") else "\n"


def _text(paragraph: etree._Element) -> str:
    return "".join(map(_letters, _pieces(paragraph)))


def _fill_paragraph(paragraph: etree._Element, words: Callable[[str], str]) -> None:
    """Put words in the place of each placeholder, the last first, so that places before it stay where they are."""
    pieces = _pieces(paragraph)
    letters = list(map(_letters, pieces))
    starts = [0, *accumulate(map(len, letters))]
    for found in reversed(list(_PLACEHOLDER.finditer("".join(letters)))):
        _replace(pieces, starts, found.span(), words(placeholder_name(found[1])))
    for piece in pieces:
        _break_lines(piece)


def _set_anchor(document: etree._Element, name: str) -> None:
    """Mark where a block goes: in the place of its placeholder's paragraph, else after what that stands in."""
    while (stale := find_anchor(document, name)) is not None:
        _drop(stale)
    holders = [paragraph for paragraph in _with_braces(document) if name in _names(paragraph)]
    if not holders:
        return
    anchor, stands = make_anchor(name), _outermost(holders[0])
    alone = _is_alone(holders[0])
    stands.addprevious(anchor) if alone or _ends_section(holders[0]) else stands.addnext(anchor)
    if alone:
        _drop(stands)


def _markup(mark: etree._Element) -> bytes:
    return etree.tostring(mark, with_tail=False)


def _names(paragraph: etree._Element) -> tuple[str, ...]:
    return tuple(map(placeholder_name, _PLACEHOLDER.findall(_text(paragraph))))


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _replace(pieces: list[etree._Element], starts: list[int], span: tuple[int, int], value: str) -> None:
    """Put a value in the place of the letters of a span; `starts` tells where the letters of each piece began."""
    start, end = span
    for at in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
        piece, letters = pieces[at], _letters(pieces[at])
        low, high = max(start - starts[at], 0), min(end, starts[at + 1]) - starts[at]
        if low < high:
            piece.text = letters[:low] + value + letters[high:]
            piece.set(XML_SPACE, "preserve")
            _release(piece)
            value = ""


def _break_lines(piece: etree._Element) -> None:
    """Turn line feeds inside a piece of text into line breaks."""
    lines = (piece.text or "").split("\n") if piece.tag == q("t") else []
    for line in reversed(lines[1:]):
        text = etree.Element(q("t"))
        text.text = line
        text.set(XML_SPACE, "preserve")
        piece.addnext(text)
        piece.addnext(etree.Element(q("br")))
    if len(lines) > 1:
        piece.text = lines[0]


def _release(piece: etree._Element) -> None:
    """Let a content control around a piece show its new text as content, not as its prompt or its stored data."""
    for control in piece.iterancestors(q("sdt")):
        properties = control.find(q("sdtPr"))
        for name in ("showingPlcHdr", "dataBinding"):
            for found in properties.findall(q(name)) if properties is not None else ():
                _drop(found)


def _outermost(paragraph: etree._Element) -> etree._Element:
    """The element directly in the body in which a paragraph stands: itself, a table, a content control."""
    outer = paragraph
    while (parent := outer.getparent()) is not None and parent.tag != q("body"):
        outer = parent
    return outer


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{q('pPr')}/{q('sectPr')}") is not None


def _is_alone(paragraph: etree._Element) -> bool:
    """Whether a paragraph is nothing but one placeholder, directly in the body or in a content control of its own."""
    outer = _outermost(paragraph)
    whole = outer is paragraph or (outer.tag == q("sdt") and len(list(outer.iter(q("p")))) == 1)
    return whole and not _ends_section(paragraph) and _PLACEHOLDER.fullmatch(_text(paragraph).strip()) is not None
