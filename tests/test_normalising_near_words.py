"""Names and words that are near to one another are found as if each had been measured."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import DamerauLevenshtein

from edi_reports.normalising import owner_words
from edi_reports.normalising.near_words import NearWords
from edi_reports.normalising.owner_names import KnownNames, Nearest, difference, owner_key

VOCABULARY = frozenset(("talent", "estates", "midwifery", "records", "director", "clinical"))
WORDS = (*sorted(VOCABULARY), "head", "sam", "samira", "simara", "patel", "patal", "ptael", "s", "wards", "warden")


def misspelt(word: str, rng: random.Random) -> str:
    """The word with up to three letters swapped, lost, added or wrong."""
    for _ in range(rng.randint(0, 3)):
        at, letter = rng.randrange(len(word) + 1), rng.choice("aeirst")
        word = rng.choice(
            (
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at + 1 :],
                word[: max(at - 1, 0)] + word[at : at + 1] + word[max(at - 1, 0) : at] + word[at + 1 :],
            )
        )
    return word or "x"


@pytest.mark.parametrize("seed", range(5))
def test_no_near_word_is_missed_among_many(seed: int) -> None:
    rng = random.Random(seed)
    words = {misspelt(rng.choice(WORDS), rng) for _ in range(600)}
    near = NearWords(words)
    for word in [misspelt(rng.choice(WORDS), rng) for _ in range(200)]:
        away = {other: DamerauLevenshtein.distance(word, other) for other in words}
        assert near.near(word) == {other: slips for other, slips in away.items() if slips <= 2}


def nearest_by_measuring_each(written: str, names: dict[str, str]) -> Nearest:
    """What `KnownNames` finds, found by going through all names and all words."""
    right = names.get(owner_key(put_right(written)))
    if right:
        return Nearest(right, slip=True)
    words = owner_key(written).split()
    alike = [(away, name) for key, name in names.items() if (away := difference(words, key.split(), VOCABULARY))]
    least = min((away for away, _ in alike), default=0)
    found = {name for away, name in alike if away == least}
    return Nearest(found.pop()) if len(found) == 1 else Nearest()


def put_right(written: str) -> str:
    known, words = VOCABULARY | owner_words.OF_POSTS, written.split()
    strange = [word for word in words if word not in known and len(word) >= 5]
    if len(words) < 2 or len(strange) != 1 or strange[0] + "s" in known or strange[0].rstrip("s") in known:
        return written
    away = {word: DamerauLevenshtein.distance(strange[0], word) for word in known}
    near = [word for word, slips in away.items() if slips == min(away.values())]
    close = min(away.values()) <= (2 if len(strange[0]) >= 8 else 1)
    return " ".join(near[0] if word == strange[0] else word for word in words) if close and len(near) == 1 else written


@pytest.mark.parametrize("seed", range(5))
def test_the_nearest_name_is_the_one_that_measuring_each_finds(seed: int) -> None:
    rng = random.Random(seed)

    def text() -> str:
        return " ".join(misspelt(rng.choice(WORDS), rng) for _ in range(rng.randint(1, 3)))

    names = {owner_key(name): name.title() for name in (text() for _ in range(500))}
    first = dict(list(names.items())[:250])
    known = KnownNames({}, VOCABULARY, KnownNames(first, VOCABULARY))
    for key in list(names)[250:]:
        known.add(key, names[key])
    texts = [text() for _ in range(300)]
    found = [known.nearest(written) for written in texts]
    assert found == [nearest_by_measuring_each(written, names) for written in texts]
    assert sum(nearest.name != "" for nearest in found) > 30
    assert sum(nearest.slip for nearest in found) > 5
