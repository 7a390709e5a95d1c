"""Text as a person sees it: without HTML remnants, with one kind of bullet and one kind of line break."""

from __future__ import annotations

import html
import re
from html.entities import html5

_NAME = "(?:p|div|br|ul|ol|li|b|strong|i|em|u|span|font|a|sup|sub|h[1-6]|table|tbody|tr|td|th)"
_ATTRIBUTE = (
    r"""(?:\s+(?:[a-z_][\w:.-]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|“[^”<>]*”|[^\s"'<>=]+)|nowrap|compact|reversed))"""
)
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_NAME}){_ATTRIBUTE}*\s*/?>", re.IGNORECASE)
# What only mark-up holds. Without any of it "<b>" is what somebody typed, as "<5" and "<a few>" always are.
_MARK_UP = re.compile(rf"</{_NAME}\s*>|<(?:p|br|li)\s*/?>|<{_NAME}(?:{_ATTRIBUTE}+\s*/?|\s*/)>", re.IGNORECASE)
_BLOCKS = frozenset(["p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "tr"])
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,9});")
_ESCAPED = re.compile(r"_x(000[aAdD]|0009)_")
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")
_BULLET = re.compile(
    r"[\u2022\u25cf\u25aa\u25e6\u2023\u2043\u25cb\uf0b7\uf0a7\u00b7](?:[ \t]*[\u2022\u25cf\uf0b7])*[ \t]*"
)
_OTHER_BULLETS = "\u25cf\u25aa\u25e6\u2023\u2043\u25cb\uf0b7\uf0a7\u00b7"
_CIRCLES = re.compile("\\s*[\u25cf\u25cb]\\s*|.*[\u25d0\u25d1\u25d4\u25d5].*", re.DOTALL).fullmatch
_INVISIBLE = (("\xa0", " "), ("\u200b", ""), ("\ufeff", ""), ("\xad", ""))
_UNTIDY_ASCII = "&\r\v\f"
_UNTIDY = "\u2028\u2029" + _OTHER_BULLETS + "".join(sign for sign, _ in _INVISIBLE)
# A bullet that is not "• " at the start of a line; the sign comes first, which is quicker to look for.
_UNTIDY_BULLET = re.compile('•(?:(?! [^ \t])|(?<!\\A•)(?<!\n•)(?<!<t>•)(?<!<t xml:space="preserve">•))').search
_SPACES = re.compile(r"[ \t]{2,}|\t")


def clean_text(typed: str) -> str:
    """Turn text as stored in a file into text as a person sees it.

    Known HTML tags go (blocks become lines, list items bullets) where there is mark-up, entities become characters,
    every bullet sign starts a line of its own as "• ", blank lines go. Runs of spaces inside a line stay: in some
    plans they separate owners. A circle alone, and circles beside half full ones, are states and begin no lines.
    """
    return tidy_lines(_cleaned(typed) if "<" in typed or not is_tidy(typed) else typed)


def is_tidy(text: str) -> bool:
    """Whether a text without tags, or many as `<t>` elements, needs no cleaning but `tidy_lines`.

    That is so of most, and it is much quicker to see, the more so of many at once.
    """
    if any(map(text.__contains__, _UNTIDY_ASCII)) or ("_" in text and "_x" in text):
        return False
    return text.isascii() or not (any(map(text.__contains__, _UNTIDY)) or _UNTIDY_BULLET(text))


def tidy_lines(text: str) -> str:
    """Take blank lines, lone bullets among others and the spaces around lines out of a text that is tidy otherwise."""
    if "\n" not in text:
        return text.strip()
    lines = [line for part in text.split("\n") if (line := part.strip())]
    return "\n".join([line for line in lines if line != "•"] if "•" in lines and len(lines) > 1 else lines)


def _cleaned(text: str) -> str:
    text = _ESCAPED.sub(_unescaped, text)
    text = _BREAKS.sub("\n", text)
    text = _TAG.sub(_tag_as_text, text) if "<" in text and _MARK_UP.search(text) else text
    text = _ENTITY.sub(_entity_as_text, text) if "&" in text else text
    for sign, shown in _INVISIBLE:
        text = text.replace(sign, shown)
    return text if _CIRCLES(text) else _BULLET.sub(_bullet_as_line, text)


def single_spaced(text: str) -> str:
    """Reduce runs of spaces inside lines to one; line breaks stay."""
    return _SPACES.sub(" ", text) if "  " in text or "\t" in text else text


def _tag_as_text(match: re.Match[str]) -> str:
    name = match["name"].lower()
    if name == "li" and not match["close"]:
        return "\n• "
    if name in ("td", "th"):
        return " "
    return "\n" if name in _BLOCKS else ""


def _entity_as_text(match: re.Match[str]) -> str:
    """The character that an entity stands for; what is none, as in "R&Dept;", stays as it was typed."""
    entity = match.group()
    known = entity[1] == "#" or entity[1:] in html5
    return (html.unescape(entity) or entity) if known else entity


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def _bullet_as_line(match: re.Match[str]) -> str:
    # A middle dot between words ("Lead · Support") is punctuation; it is a bullet only at the start of a line.
    if "\u00b7" in match.group() and _inside_line(match.string, match.start()):
        return match.group()
    return "\n• "


def _inside_line(text: str, at: int) -> bool:
    while at and text[at - 1] in " \t":
        at -= 1
    return at > 0 and text[at - 1] != "\n"
