"""Which texts of many are worth comparing with one: those that share most with it.

For every word there is a whole number whose bits are the texts that hold it, so that one operation on long numbers
looks a word up in thousands of texts. What the words of a text weigh in each other text is added up in binary, as on
paper: one number holds the last digit of every sum, the next one the digit before it, and so on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

from msgspec import Struct

from edi_reports.audit.likeness import FINEST_WEIGHT, Texts
from edi_reports.audit.nearby import Nearby

MOST_BY_WORDS, MOST_CANDIDATES = 4, 8
"""How many of the likeliest partners of a text are compared closely: by words alone, and by any other way."""
NEARLY_AS_MUCH = 0.5
"""A candidate shares at least this part of what the best candidate shares."""
ENOUGH = 0.5
"""A text nearby that shares this part is looked for no further."""
RARELY = 1024
"""What fewer than one text in so many holds is looked up in lists."""
COARSE = FINEST_WEIGHT
"""Weights are added up in these parts: the commonest words count one, the rarest of ten thousand texts eight."""
STRANGE = 4
"""One part in so many of what a text weighs counts against it, so that long texts are not like everything."""

Digits = Sequence[int]
"""A whole number for each text, in binary: bits of the texts for the ones, for the twos, for the fours, …"""
Weighed = Iterable[tuple[Hashable, int]]
"""Words or marks, and the digit at which each counts."""


class Aspect(Struct, frozen=True):
    """Something beside the texts that may agree: how much that adds to a likeness, and its value for each text."""

    counts: float
    asking: Sequence[Hashable]
    among: Sequence[Hashable]


class _Holders(Struct, frozen=True):
    """Which texts hold each word or mark: common ones as bits, rare ones as a list; and what counts for each text."""

    common: Mapping[Hashable, int]
    rare: Mapping[Hashable, Sequence[int]]
    everyone: int
    start: Digits

    @classmethod
    def of(cls, texts: Texts, aspects: Sequence[Aspect], asked: Sequence[int]) -> _Holders:
        found = defaultdict[Hashable, list[int]](list)
        for at, position in enumerate(asked):
            for thing in chain(texts.words[position], ((n, each.among[position]) for n, each in enumerate(aspects))):
                found[thing].append(at)
        size = len(asked)
        common = {thing: _bits(held, size) for thing, held in found.items() if len(held) * RARELY >= size}
        rare = {thing: held for thing, held in found.items() if thing not in common}
        strange = [texts.mass[position] // (STRANGE * COARSE) for position in asked]
        longest = max(strange)
        start = _in_binary([longest - each for each in strange])
        return cls(common, rare, (1 << size) - 1, start)

    def likeliest(self, words: Weighed, marks: Weighed) -> set[int]:
        """The texts that score highest by words alone, and by words and marks; the rare ones by themselves too."""
        by_words, rarely = self._sums(self.start, words), self._rarely(words)
        highest = _highest(by_words, self.everyone, MOST_BY_WORDS)
        highest |= _highest(self._sums(by_words, marks), self.everyone, MOST_CANDIDATES)
        found = {*_positions(highest), *_most(rarely)}
        rarely.update(self._rarely(marks))
        return found.union(_most(rarely))

    def _sums(self, start: Digits, things: Weighed) -> list[int]:
        columns = [[digit] for digit in start]
        for thing, digit in things:
            held = self.common.get(thing)
            if held:
                while digit >= len(columns):
                    columns.append([])
                columns[digit].append(held)
        return _added_up(columns)

    def _rarely(self, things: Weighed) -> Counter[int]:
        sums = Counter[int]()
        for thing, digit in things:
            if thing in self.rare:
                for at in self.rare[thing]:
                    sums[at] += 1 << digit
        return sums


def candidates(
    asking: Texts, rows: Sequence[int], among: Texts, asked: Sequence[int], aspects: Sequence[Aspect] = ()
) -> Iterator[tuple[int, int, int]]:
    """Pairs of the `rows` of `asking` with those `asked` of `among` that share most with it, and what they share.

    The texts that are likeliest with the `aspects` counted in are candidates too.
    """
    if not rows or not asked:
        return
    holders = _Holders.of(among, aspects, asked)
    digits = [_digit(weight) for weight in asking.weights]
    for row in rows:
        words, mass = asking.words[row], asking.mass[row]
        marks = [((n, each.asking[row]), _digit(each.counts * mass)) for n, each in enumerate(aspects)]
        found = holders.likeliest([(word, digits[word]) for word in words], marks)
        positions = [asked[at] for at in sorted(found)]
        yield from ((row, *pair) for pair in _sharing_most(asking, row, among, positions)[0])


def candidates_nearby(
    asking: Texts, rows: Sequence[int], among: Texts, nearby: Nearby
) -> dict[int, list[tuple[int, int]]]:
    """What those `rows` that find a text `nearby` share with those that share most, by row.

    Nothing where most find none: groups or order were then given up, and what stands nearby is there by chance.
    """
    shared: dict[int, list[tuple[int, int]]] = {}
    last, missed = -1, 0
    for row in rows:
        found, most = _sharing_most(asking, row, among, nearby.few(row, last, missed))
        missed += 1
        if most >= ENOUGH:
            last, missed = max(found, key=lambda pair: pair[1])[0], 0
            shared[row] = found
    return shared if 2 * len(shared) >= len(rows) else {}


def _sharing_most(asking: Texts, row: int, among: Texts, found: Sequence[int]) -> tuple[list[tuple[int, int]], float]:
    """Those of the positions `found` that share most with a text, what they share, and the greatest part shared."""
    weights = {word: asking.weights[word] for word in asking.words[row]}
    shared = [(at, sum(map(weights.get, among.words[at], repeat(0)))) for at in found]
    alike = [2 * each / max(1, asking.mass[row] + among.mass[at]) for at, each in shared]
    most = max(alike, default=0.0)
    return [pair for pair, ratio in zip(shared, alike, strict=True) if pair[1] and ratio >= NEARLY_AS_MUCH * most], most


def _most(sums: Counter[int]) -> Iterable[int]:
    return sums if len(sums) <= MOST_CANDIDATES else (at for at, _ in sums.most_common(MOST_CANDIDATES))


def _digit(weight: float) -> int:
    """The first digit of a weight in binary, which is all of it that counts: adding up all took half as long again."""
    return max(1, round(weight / COARSE)).bit_length() - 1


def _bits(positions: Iterable[int], size: int) -> int:
    found = bytearray(size // 8 + 1)
    for position in positions:
        found[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(found, "little")


def _positions(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _in_binary(numbers: Sequence[int]) -> list[int]:
    digits = range(max(numbers).bit_length())
    return [_bits((at for at, number in enumerate(numbers) if number >> digit & 1), len(numbers)) for digit in digits]


def _added_up(columns: list[list[int]]) -> list[int]:
    """The digits of all sums; a column is what is to be added up at a digit, and what it carries goes to the next."""
    total: list[int] = []
    while len(total) < len(columns):
        column, carried = columns[len(total)], list[int]()
        while len(column) > 2:
            one, two, three = column.pop(), column.pop(), column.pop()
            odd = one ^ two
            column.append(odd ^ three)
            carried.append(one & two | odd & three)
        if len(column) == 2:
            one, two = column
            column = [one ^ two]
            carried.append(one & two)
        total.append(column[0] if column else 0)
        if carried and len(total) == len(columns):
            columns.append([])
        if carried:
            columns[len(total)] += carried
    return total


def _highest(sums: Digits, level: int, wanted: int) -> int:
    """The texts of the highest sums, as bits: decided digit by digit, of equal sums the first ones."""
    found = 0
    for digit in reversed(sums):
        above = level & digit
        many = above.bit_count()
        if many > wanted:
            level = above
        else:
            found, wanted, level = found | above, wanted - many, level ^ above
    for _ in range(min(wanted, level.bit_count())):
        lowest = level & -level
        found, level = found | lowest, level ^ lowest
    return found
