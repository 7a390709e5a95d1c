"""Why a likely pair of actions may yet be two different ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct

from edi_reports.audit.likeness import Texts
from edi_reports.audit.pairs import Candidate, Positions, Versions
from edi_reports.audit.words import FUNCTION_WORDS, a_little_was_put_to, spelt_out, stem

CERTAIN_LIKENESS, CERTAIN_STRENGTH = 0.4, 0.55
"""At least this alike, and this strong with its surroundings, is a pair that can be certain."""
CERTAIN_BY_AGREEMENT = ((0.5, 0.0), (0.3, 0.85), (0.0, 0.95))
"""How far the surroundings agree at least, and how alike the texts must then be: in another group under the same owners
more than in the same group, and elsewhere most."""
CERTAIN_WORDS, FEWER_WORDS_WILL_DO = 4, 0.9
"""So many shared words that say what an action is about make a pair certain; with fewer, texts need that strength."""
MOST_WORDS_OF_A_NAME = 2
"""In so many words siblings differ: a ward, a network, a staff group. More is another wording."""
SAME_GROUP_AND_OWNERS = 0.85
"""The agreement of the same group and the same owners: what one puts a word to is then still the same."""
LEAD, LEAST_LEAD = 0.1, 0.03
"""How far a certain pair is ahead of its strongest rival; less, the nearer its texts are to being the same."""
SETTLED_RIVALS_COUNT = 0.5
"""A rival that has its own partner asks for this part of the lead only."""
OUTDONE_BY = 0.05
"""A pair so much weaker than one known to be two different actions is no pair."""
MOST_RIVALS, MOST_RIVALS_NAMED = 12, 2
"""So many candidates of a position are weighed, the strongest; so many rivals are named."""

_CHARACTERISTICS = {
    "race": "race racial racist antiracist ethnic ethnicity bame bme wres",
    "disability": "disability disabled wdes",
    "deafness": "deaf bsl",
    "sight": "blind sight visually",
    "neurodiversity": "autism autistic neurodiversity neurodivergent neurodiverse dyslexia adhd",
    "gender": "gender sex women woman female men",
    "trans people": "trans transgender",
    "sexual orientation": "lgbt lgbtq lgbtqia orientation",
    "religion": "religion religious faith",
    "age": "age older younger young",
    "pregnancy": "pregnancy pregnant",
    "menopause": "menopause menopausal",
    "carers": "carer",
    "migrants": "refugee asylum migrant",
    "travellers": "gypsy roma traveller",
    "homelessness": "homeless homelessness",
    "veterans": "veteran",
}
CHARACTERISTICS = {stem(word): name for name, words in _CHARACTERISTICS.items() for word in words.split()}
"""Whom an action is for, by the stems of the words that say so: the same sentence for others is another action."""
MOST_WORDS_ABOUT_ONE = 60
"""In texts of more words, whom one of their sentences is for does not say whom the action is for."""
_YEAR = re.compile(r"\b20\d\d\b")


class Contest(Struct, frozen=True):
    """All candidates that contend for the free positions, and the rivals that each position has."""

    versions: Versions
    texts: tuple[Texts, Texts]
    free: tuple[frozenset[int], frozenset[int]]
    of_old: Mapping[int, Sequence[Candidate]]
    of_new: Mapping[int, Sequence[Candidate]]

    @classmethod
    def of(cls, found: Sequence[Candidate], free: Positions, versions: Versions, texts: tuple[Texts, Texts]) -> Contest:
        """The contest of the candidates `found`, the strongest first."""
        of_old, of_new = defaultdict[int, list[Candidate]](list), defaultdict[int, list[Candidate]](list)
        for candidate in found:
            for contenders in (of_old[candidate.old], of_new[candidate.new]):
                if len(contenders) < MOST_RIVALS:
                    contenders.append(candidate)
        return cls(versions, texts, (frozenset(free[0]), frozenset(free[1])), of_old, of_new)

    def rivals(self, best: Candidate, above: float) -> Iterator[Candidate]:
        """The other candidates for either of its positions that are stronger than `above`."""
        for contenders in (self.of_old[best.old], self.of_new[best.new]):
            strong = takewhile(lambda rival: rival.strength > above, contenders)
            yield from (rival for rival in strong if rival is not best)

    def settled(self, rival: Candidate) -> bool:
        """Whether one of its positions has its partner already, so that these two are known to be different."""
        return rival.old not in self.free[0] or rival.new not in self.free[1]


def outdone(candidate: Candidate, contest: Contest) -> bool:
    """Whether two actions that are known to be different are clearly more alike than these."""
    return any(map(contest.settled, contest.rivals(candidate, above=candidate.strength + OUTDONE_BY)))


def doubts(best: Candidate, contest: Contest) -> Iterator[str]:
    """Every reason for which a pair is not certain, in words."""
    old, new = _stems(best, contest)
    found = (
        _is_about_others(old, new),
        _is_next_years(best, contest),
        _has_rivals(best, contest),
        _differs_as_siblings_do(best, old, new, contest),
        _is_hardly_alike(best),
        _is_elsewhere(best),
        _is_short(best, old & new, contest),
    )
    return filter(None, found)


def _is_about_others(old: frozenset[str], new: frozenset[str]) -> str:
    left, came = _characteristics(old), _characteristics(new)
    if left <= came or came <= left or len(old | new) > MOST_WORDS_ABOUT_ONE:
        return ""
    return f"the old text is about {_listed(left - came)}, the new about {_listed(came - left)}"


def _is_next_years(best: Candidate, contest: Contest) -> str:
    """What is done and names a year may have gone, and the same for a later year have come."""
    if not contest.versions.would_reopen(best.old, best.new):
        return ""
    old, new = contest.versions.old[best.old], contest.versions.new[best.new]
    before, after = (max(_YEAR.findall(action.text), default="") for action in (old, new))
    return f"the old text is for {before} and was completed, the new is for {after}" if "" < before < after else ""


def _has_rivals(best: Candidate, contest: Contest) -> str:
    rivals = contest.rivals(best, above=best.strength - LEAD)
    near = [rival for rival in rivals if best.strength - rival.strength < _lead(best, rival, contest)]
    named = sorted(near, key=lambda rival: (-rival.strength, rival.old, rival.new))[:MOST_RIVALS_NAMED]
    return f"nearly as likely: {', '.join(_named(rival, best, contest) for rival in named)}" if named else ""


def _differs_as_siblings_do(best: Candidate, old: frozenset[str], new: frozenset[str], contest: Contest) -> str:
    """Where a third action of the group has every word that two share, actions differ in just the words that differ."""
    shared, left, came = (words - FUNCTION_WORDS for words in (old & new, old - new, new - old))
    if not (shared and 0 < len(left) <= MOST_WORDS_OF_A_NAME and 0 < len(came) <= MOST_WORDS_OF_A_NAME):
        return ""
    siblings = (rival for rival in contest.rivals(best, above=0.0) if shared <= _stems_beside(rival, best, contest))
    named = next((_named(rival, best, contest) for rival in siblings), "")
    return f"every word that they share stands in {named} too" if named else ""


def _stems_beside(rival: Candidate, best: Candidate, contest: Contest) -> frozenset[str]:
    """The stems of the third action that a rival brings in; none where that stands in another group."""
    side, third, known = (1, rival.new, best.new) if rival.old == best.old else (0, rival.old, best.old)
    around = contest.versions.around[side]
    together = around[third].group == around[known].group
    return frozenset(contest.texts[side].stems_of(third)) if together else frozenset()


def _is_hardly_alike(best: Candidate) -> str:
    alike = best.likeness >= CERTAIN_LIKENESS and best.strength >= CERTAIN_STRENGTH
    return "" if alike else f"the texts are only {best.likeness:.2f} alike"


def _is_elsewhere(best: Candidate) -> str:
    needed = next(alike for agreement, alike in CERTAIN_BY_AGREEMENT if best.agreement >= agreement)
    return "" if best.likeness >= needed else "it stands in another group or under other owners"


def _is_short(best: Candidate, shared: frozenset[str], contest: Contest) -> str:
    if best.strength >= FEWER_WORDS_WILL_DO or len(shared - FUNCTION_WORDS) >= CERTAIN_WORDS:
        return ""
    old, new = contest.versions.words[0][best.old], contest.versions.words[1][best.new]
    put_to = best.agreement >= SAME_GROUP_AND_OWNERS and a_little_was_put_to(old, new)
    put_to = put_to and not contest.versions.would_reopen(best.old, best.new)
    enough = put_to or len(shared - FUNCTION_WORDS) + spelt_out(old, new) >= CERTAIN_WORDS
    return "" if enough else "the texts share too few words to be sure"


def _stems(best: Candidate, contest: Contest) -> tuple[frozenset[str], frozenset[str]]:
    old, new = contest.texts
    return frozenset(old.stems_of(best.old)), frozenset(new.stems_of(best.new))


def _characteristics(words: frozenset[str]) -> frozenset[str]:
    return frozenset(CHARACTERISTICS[word] for word in CHARACTERISTICS.keys() & words)


def _lead(best: Candidate, rival: Candidate, contest: Contest) -> float:
    lead = min(LEAD, max(LEAST_LEAD, (1 - best.likeness) / 2))
    return lead * SETTLED_RIVALS_COUNT if contest.settled(rival) else lead


def _named(rival: Candidate, best: Candidate, contest: Contest) -> str:
    versions = contest.versions
    if rival.old == best.old:
        there, here, side = versions.new[rival.new].place, versions.new[best.new].place, "new"
    else:
        there, here, side = versions.old[rival.old].place, versions.old[best.old].place, "old"
    sheet = f" of {there.sheet}" if there.sheet != here.sheet else ""
    return f"{side} row {there.row}{sheet} ({rival.likeness:.2f})"


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))
