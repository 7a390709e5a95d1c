"""The styles and lists of a paper: ours, and how those that a trust's template lacks are lent to it.

A style goes by its name, which Word keeps in English in every language; its id may be anything.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache

from lxml import etree

from edi_reports.writing.house_style import (
    FONT,
    HEADING,
    INPUT,
    LANGUAGE,
    NHS_DARK_BLUE,
    PAPER,
    RULE,
    SECONDARY_TEXT,
    TEXT,
)
from edi_reports.writing.markup import w, whole_number

q = w.name
TITLE, HEADING_1, HEADING_2, CAPTION = "Title", "heading 1", "heading 2", "caption"
BULLET, NUMBERED = "List Bullet", "List Number"
EXPECTED = (HEADING_1, HEADING_2, BULLET, NUMBERED, CAPTION)
"""The styles of Word that a paper uses; a template that lacks one is told so, and gets ours."""

TABLE, TABLE_TEXT, TABLE_BULLET, TABLE_NUMBER = "EDI Table", "EDI Table Text", "EDI Table Bullet", "EDI Table Number"
TO_COMPLETE, ADDED, REMOVED = "EDI To Complete", "EDI Added", "EDI Removed"
OWN = (TABLE, TABLE_TEXT, TABLE_BULLET, TABLE_NUMBER, TO_COMPLETE, ADDED, REMOVED)
"""Styles that only a paper has; a template may define them itself to give them another look."""

BULLETS, NUMBERS, TABLE_BULLETS = 1, 2, 3
_LANGUAGE = "/".join(map(q, ("docDefaults", "rPrDefault", "rPr", "lang")))


def styles_xml() -> str:
    """Our styles as the XML of word/styles.xml."""
    return (
        f'<w:styles xmlns:w="{w.uri}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="{TEXT}"/><w:sz w:val="{2 * PAPER.body}"/><w:szCs w:val="{2 * PAPER.body}"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{''.join(_paragraph_styles())}{''.join(_other_styles())}</w:styles>"
    )


def numbering_xml() -> str:
    """Our lists as the XML of word/numbering.xml: bullets, numbered paragraphs, bullets in tables."""
    lists = (
        _list(BULLETS, "bullet", "\u2022", 927, 360),
        _list(NUMBERS, "decimal", "%1.", 567, 567),
        _list(TABLE_BULLETS, "bullet", "\u2022", 170, 170),
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (BULLETS, NUMBERS, TABLE_BULLETS)
    )
    return f'<w:numbering xmlns:w="{w.uri}">{"".join(lists)}{numbers}</w:numbering>'


def missing_styles(styles: etree._Element) -> tuple[str, ...]:
    """The styles of Word that a paper uses and that `styles` does not have."""
    known = {_name(style).casefold() for style in styles.iter(q("style"))}
    return tuple(name for name in EXPECTED if name.casefold() not in known)


def language_of(styles: etree._Element) -> str:
    """The language in which a document is written unless it says otherwise; empty when not set."""
    found = styles.find(_LANGUAGE)
    return found.get(q("val"), "") if found is not None else ""


def set_language(styles: etree._Element) -> None:
    """Mark a document as written in British English unless its text says otherwise."""
    found = styles.find(_LANGUAGE)
    if found is None:
        found = _grown(styles, ("docDefaults", "rPrDefault", "rPr", "lang"))
    found.set(q("val"), LANGUAGE)


def lend_styles(styles: etree._Element, numbering: etree._Element) -> dict[str, str]:
    """The id of each style that a paper uses, by name; those that `styles` lacks are copied in, with their lists."""
    ids = {name.casefold(): style.get(q("styleId"), "") for style in styles.iter(q("style")) if (name := _name(style))}
    ours = {_name(style): style for style in _default(styles_xml).iter(q("style"))}
    lent = [ours[name] for name in (*EXPECTED, *OWN) if name.casefold() not in ids]
    for style in lent:
        ids[_name(style).casefold()] = _free_id(style.get(q("styleId"), ""), set(ids.values()))
    for style in lent:
        styles.append(_lent(style, ids, numbering))
    return {name: ids[name.casefold()] for name in (*EXPECTED, *OWN)}


def lend_list(numbering: etree._Element, which: int) -> str:
    """The id of a new list in `numbering` that looks like one of ours."""
    known = {whole_number(each, q("abstractNumId")) for each in numbering.iter(q("abstractNum"))}
    abstract = deepcopy(next(each for each in _default(numbering_xml) if each.get(q("abstractNumId")) == str(which)))
    abstract.set(q("abstractNumId"), str(max(known, default=0) + 1))
    first_number = numbering.find(q("num"))
    if first_number is None:
        numbering.append(abstract)
    else:
        first_number.addprevious(abstract)
    return start_list(numbering, abstract.get(q("abstractNumId"), ""))


def start_list(numbering: etree._Element, abstract: str) -> str:
    """The id of a new list, counting from 1, that looks as the abstract list of that id."""
    number = str(max((whole_number(each, q("numId")) for each in numbering.iter(q("num"))), default=0) + 1)
    made = etree.fromstring(
        f'<w:num xmlns:w="{w.uri}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    last = numbering.findall(q("num"))
    numbering.append(made) if not last else last[-1].addnext(made)
    return number


def list_of_style(styles: etree._Element, style: str) -> str | None:
    """The id of the list that a style, or a style that it is based on, belongs to; None when it is in no list."""
    by_id = {each.get(q("styleId")): each for each in styles.iter(q("style"))}
    for _ in range(len(by_id)):
        if style not in by_id:
            return None
        found = by_id[style].find(f"{q('pPr')}/{q('numPr')}/{q('numId')}")
        if found is not None:
            return found.get(q("val"))
        style = _value(by_id[style], "basedOn")
    return None


def abstract_of(numbering: etree._Element, number: str | None) -> str | None:
    """The id of the abstract list behind a list; None when there is no such list."""
    found = next((each for each in numbering.iter(q("num")) if each.get(q("numId")) == number), None)
    return _value(found, "abstractNumId") if found is not None else None


@cache
def _default(xml: Callable[[], str]) -> etree._Element:
    return etree.fromstring(xml())


def _name(style: etree._Element) -> str:
    return _value(style, "name")


def _value(element: etree._Element, child: str) -> str:
    found = element.find(q(child))
    return found.get(q("val"), "") if found is not None else ""


def _grown(element: etree._Element, path: tuple[str, ...]) -> etree._Element:
    """The element at the end of a path of names, made where it is missing; the first level stands at the front."""
    for level, name in enumerate(path):
        found = element.find(q(name))
        if found is None:
            found = etree.Element(q(name), nsmap={w.prefix: w.uri})
            element.insert(0 if level == 0 else len(element), found)
        element = found
    return element


def _free_id(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "1"
    return wanted


def _lent(style: etree._Element, ids: dict[str, str], numbering: etree._Element) -> etree._Element:
    """A copy of one of our styles that refers to the template's own ids."""
    copy = deepcopy(style)
    copy.set(q("styleId"), ids[_name(style).casefold()])
    ours = {each.get(q("styleId")): _name(each).casefold() for each in _default(styles_xml).iter(q("style"))}
    for reference in (*copy.iter(q("basedOn")), *copy.iter(q("next"))):
        if (known := ids.get(ours[reference.get(q("val"))])) is None:
            copy.remove(reference)
        else:
            reference.set(q("val"), known)
    for number in copy.iter(q("numId")):
        number.set(q("val"), lend_list(numbering, whole_number(number, q("val"))))
    return copy


def _paragraph_styles() -> tuple[str, ...]:
    small = _letters(PAPER.small)
    return (
        _style("Normal", '<w:spacing w:after="100" w:line="254" w:lineRule="auto"/>', based=""),
        _style(TITLE, '<w:spacing w:after="200"/>', _letters(PAPER.title, NHS_DARK_BLUE, bold=True)),
        _style(HEADING_1, _heading(0, 240), _letters(PAPER.heading, NHS_DARK_BLUE, bold=True)),
        _style(HEADING_2, _heading(1, 140), _letters(PAPER.subheading, NHS_DARK_BLUE, bold=True)),
        _style(BULLET, _in_list(BULLETS) + '<w:spacing w:after="80"/><w:ind w:left="927" w:hanging="360"/>'),
        _style(NUMBERED, _in_list(NUMBERS) + '<w:ind w:left="567" w:hanging="567"/>'),
        _style(
            CAPTION,
            '<w:keepNext/><w:spacing w:before="100" w:after="60"/>',
            _letters(PAPER.small, NHS_DARK_BLUE, bold=True),
        ),
        _style("header", "", _letters(PAPER.small, SECONDARY_TEXT)),
        _style("footer", '<w:tabs><w:tab w:val="right" w:pos="9752"/></w:tabs>', small),
        _style(TABLE_TEXT, '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>', small),
        _style(TABLE_BULLET, _in_list(TABLE_BULLETS) + '<w:ind w:left="170" w:hanging="170"/>', based=TABLE_TEXT),
        _style(TABLE_NUMBER, '<w:jc w:val="right"/>', based=TABLE_TEXT),
    )


def _other_styles() -> tuple[str, ...]:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        _letters_style(TO_COMPLETE, f'<w:color w:val="{INPUT.ink}"/><w:shd w:val="clear" w:fill="{INPUT.fill}"/>'),
        _letters_style(ADDED, '<w:b/><w:u w:val="single"/>'),
        _letters_style(REMOVED, "<w:strike/>"),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/>{_table_properties("")}</w:style>',
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{_id(TABLE)}"><w:name w:val="{TABLE}"/>'
        f'<w:basedOn w:val="TableNormal"/>{_table_properties(_table_borders())}'
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{HEADING.ink}"/></w:rPr>'
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{HEADING.fill}"/></w:tcPr></w:tblStylePr></w:style>',
    )


def _style(name: str, paragraph: str, letters: str = "", based: str = "Normal") -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    own = ' w:customStyle="1"' if name in OWN else ""
    parent = f'<w:basedOn w:val="{_id(based)}"/>' if based else ""
    follow = '<w:next w:val="Normal"/>' if name in (TITLE, HEADING_1, HEADING_2, CAPTION) else ""
    return (
        f'<w:style w:type="paragraph"{default}{own} w:styleId="{_id(name)}"><w:name w:val="{name}"/>{parent}{follow}'
        f"<w:qFormat/>{f'<w:pPr>{paragraph}</w:pPr>' if paragraph else ''}{letters}</w:style>"
    )


def _letters_style(name: str, letters: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _id(name: str) -> str:
    return name.title().replace(" ", "") if name.islower() else name.replace(" ", "")


def _letters(points: int, colour: str = "", bold: bool = False) -> str:
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'<w:rPr>{"<w:b/>" if bold else ""}{ink}<w:sz w:val="{2 * points}"/><w:szCs w:val="{2 * points}"/></w:rPr>'


def _heading(level: int, before: int) -> str:
    return (
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80" w:line="240" w:lineRule="auto"/>'
        f'<w:outlineLvl w:val="{level}"/>'
    )


def _in_list(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _list(number: int, kind: str, text: str, left: int, hanging: int) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _table_properties(borders: str) -> str:
    sides = (("top", 0), ("left", 85), ("bottom", 0), ("right", 85))
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'


def _table_borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in sides)
    return f"<w:tblBorders>{lines}</w:tblBorders>"
