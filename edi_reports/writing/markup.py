"""Elements of Office markup in few words: `a("solidFill", a("srgbClr", val="005EB8"))`."""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Markup(Struct, frozen=True):
    """A vocabulary."""

    prefix: str
    uri: str

    def __call__(self, tag: str, *content: str, **attributes: str) -> str:
        """An element as text. Its content is markup, so words of people are escaped before; no attribute holds any."""
        start = "".join([f"{self.prefix}:{tag}", *(f' {key}="{value}"' for key, value in attributes.items())])
        return f"<{start}>{''.join(content)}</{self.prefix}:{tag}>" if content else f"<{start}/>"

    def name(self, tag: str) -> str:
        """A name of this vocabulary in full."""
        return f"{{{self.uri}}}{tag}"


def whole_number(element: etree._Element | None, attribute: str, otherwise: int = 0) -> int:
    """An attribute as a whole number; `otherwise` where somebody else's file has none there, or too long a one."""
    written = element.get(attribute, "") if element is not None else ""
    return int(written) if re.fullmatch(r"[0-9]{1,9}", written) else otherwise


w = Markup("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
a = Markup("a", "http://schemas.openxmlformats.org/drawingml/2006/main")
c = Markup("c", "http://schemas.openxmlformats.org/drawingml/2006/chart")
r = Markup("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
wp = Markup("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")
