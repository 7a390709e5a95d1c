"""The texts that the cells of a workbook share (ECMA-376 Part 1, 18.4.9)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence

from edi_reports.reading.limits import Allowance, Damaged
from edi_reports.reading.markup import is_tidy, tidy_lines
from edi_reports.reading.package import Package
from edi_reports.reading.plain_xml import OutOfOrder, PlainList, characters, plain_text, without_plain
from edi_reports.reading.rich_text import Text, read_text, words_of
from edi_reports.reading.values import text_seen
from edi_reports.reading.xml_parts import elements

_OPENING = re.compile("<sst(?: [^<>]*)?>")
_LONGEST_INDEX = 10


class SharedTexts(dict[str, Text]):
    """The texts that cells share, by index as cells write it (ECMA-376 Part 1, 18.3.1.96)."""

    def __init__(self, texts: Sequence[Text]) -> None:
        super().__init__(zip(map(str, range(len(texts))), texts, strict=True))

    def __missing__(self, written: str) -> Text:
        """Find a text whose index is written otherwise; Damaged when the file does not hold it."""
        digits = written.strip()
        if digits.isascii() and digits.isdigit() and len(digits) < _LONGEST_INDEX:
            text = self.get(str(int(digits)))
            if text is not None:
                return text
        raise Damaged(f"a cell shows text {written[:20]}, which the file does not hold")


def read_strings(package: Package, workbook_part: str) -> SharedTexts:
    """The texts that cells share; none when there is no such part. Raises Damaged or TooLarge."""
    strings = _Strings(package.allowance)
    part = package.related(workbook_part, "sharedStrings")
    if part is not None:
        plain = PlainList(_OPENING, 0, "<si>", "</sst>", strings.take_plain, strings.leave, look_over=strings.look_over)
        for _, element in elements(without_plain(package.chunks(part), plain), "sst", ["si"], package.limits):
            strings.take(read_text(element))
    return SharedTexts(strings.texts)


class _Strings:
    """The texts as they come: plain ones at once, the others later, each into the place that was left for it."""

    def __init__(self, allowance: Allowance) -> None:
        self.texts: list[Text] = []
        self._left: deque[int] = deque()
        self._seen: Callable[[str], str] = text_seen
        self._hold = allowance.hold

    def look_over(self, items: str) -> None:
        """Choose how the next items become texts as seen: most need no more than tidy lines."""
        self._seen = tidy_lines if is_tidy(items) else text_seen

    def take_plain(self, item: str) -> None:
        """Take a plain text, as it is written after its first tag; raises NotPlain or OutOfOrder."""
        words = item[3:-9]
        if item[:3] == "<t>" and "<" not in words and item[-9:] == "</t></si>":
            text: Text = self._seen(characters(words) if "&" in words else words)
        elif item.find("</si>") == len(item) - 5:
            text = plain_text(item[:-5], self._seen)
        else:
            raise OutOfOrder
        self._hold(1, len(words_of(text)))
        self.texts.append(text)

    def leave(self) -> None:
        """Leave the place of a text."""
        self._hold(1, 0)
        self._left.append(len(self.texts))
        self.texts.append("")

    def take(self, text: Text) -> None:
        """Take a text that was left, or one that comes after all the plain ones."""
        if self._left:
            self._hold(0, len(words_of(text)))
            self.texts[self._left.popleft()] = text
        else:
            self._hold(1, len(words_of(text)))
            self.texts.append(text)
