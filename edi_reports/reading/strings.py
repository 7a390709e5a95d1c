"""The texts that the cells of a workbook share (ECMA-376 Part 1, 18.4.9)."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from edi_reports.reading.limits import Allowance, Damaged
from edi_reports.reading.package import Package
from edi_reports.reading.plain_xml import without_plain_texts
from edi_reports.reading.rich_text import Text, read_text, words_of
from edi_reports.reading.xml_parts import elements

_LONGEST_INDEX = 10


class SharedTexts(dict[str, Text]):
    """The texts that cells share, by index as cells write it (ECMA-376 Part 1, 18.3.1.96)."""

    def __init__(self, texts: Sequence[Text]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, written: str) -> Text:
        """Find a text; Damaged when the file does not hold it."""
        digits = written.strip()
        known = digits.isascii() and digits.isdigit() and len(digits) < _LONGEST_INDEX
        index = int(digits) if known else len(self._texts)
        if index >= len(self._texts):
            raise Damaged(f"a cell shows text {written[:20]}, which the file does not hold")
        self[written] = self._texts[index]
        return self[written]


def read_strings(package: Package, workbook_part: str) -> SharedTexts:
    """The texts that cells share; none when there is no such part. Raises Damaged or TooLarge."""
    strings = _Strings(package.allowance)
    part = package.related(workbook_part, "sharedStrings")
    if part is not None:
        chunks = without_plain_texts(package.chunks(part), strings.take_plain, strings.leave)
        for _, element in elements(chunks, "sst", ["si"], package.limits):
            strings.take(read_text(element))
    return SharedTexts(strings.texts)


class _Strings:
    """The texts as they come: plain ones at once, the others later, each into the place that was left for it."""

    def __init__(self, allowance: Allowance) -> None:
        self.texts: list[Text] = []
        self._left: deque[int] = deque()
        self._allowance = allowance

    def take_plain(self, text: Text) -> None:
        self._allowance.hold(1, len(words_of(text)))
        self.texts.append(text)

    def leave(self, count: int) -> None:
        self._allowance.hold(count, 0)
        self._left.extend(range(len(self.texts), len(self.texts) + count))
        self.texts.extend([""] * count)

    def take(self, text: Text) -> None:
        if self._left:
            self._allowance.hold(0, len(words_of(text)))
            self.texts[self._left.popleft()] = text
        else:
            self.take_plain(text)
