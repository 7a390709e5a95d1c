"""Elements of Office markup in few words: `a("solidFill", a("srgbClr", val="005EB8"))`."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Markup(Struct, frozen=True):
    """A vocabulary; in Word's own, `names_attributes`, attributes belong to the namespace too."""

    prefix: str
    uri: str
    names_attributes: bool = False

    def __call__(self, tag: str, *content: etree._Element | str, **attributes: str) -> etree._Element:
        """An element with its content (elements, or a text before them) and attributes."""
        made = etree.Element(self.name(tag), nsmap={self.prefix: self.uri})
        for key, value in attributes.items():
            made.set(self.name(key) if self.names_attributes else key, value)
        for part in content:
            if isinstance(part, str):
                made.text = part
            else:
                made.append(part)
        return made

    def name(self, tag: str) -> str:
        """A name of this vocabulary in full."""
        return f"{{{self.uri}}}{tag}"


def whole_number(element: etree._Element | None, attribute: str, otherwise: int = 0) -> int:
    """An attribute as a whole number; `otherwise` where somebody else's file has none there, or too long a one."""
    written = element.get(attribute, "") if element is not None else ""
    return int(written) if re.fullmatch(r"[0-9]{1,9}", written) else otherwise


w = Markup("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", names_attributes=True)
a = Markup("a", "http://schemas.openxmlformats.org/drawingml/2006/main")
c = Markup("c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
r = Markup("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships", names_attributes=True)
wp = Markup("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
