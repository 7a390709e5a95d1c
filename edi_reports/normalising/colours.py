"""How alike two fills look to a person: distance in CIE Lab, where about 2 can just be seen and 100 is black to white.

The conversion is that of the CIE 1976 L*a*b* space under daylight (D65), from sRGB as IEC 61966-2-1 defines it.
"""

from __future__ import annotations

import math
from functools import lru_cache

from edi_reports.model.plan import KeyEntry
from edi_reports.model.rag import Rag

HARDLY_VISIBLE = 6.0
NEAR = 40.0
CLEARLY_NEARER = 0.7
_GREY = 12.0
_STRONG = 30.0

Lab = tuple[float, float, float]

# The hue of each RAG colour, as an angle in degrees in the plane of a* and b*.
_HUES = ((Rag.RED, -20, 48), (Rag.AMBER, 55, 105), (Rag.GREEN, 112, 165), (Rag.BLUE, -140, -55))


def difference(fill: str, other: str) -> float:
    """How different two fills (RRGGBB) look; 0 is the same."""
    return math.dist(_lab(fill), _lab(other))


@lru_cache(maxsize=1024)
def nearest_entry(fill: str, key: tuple[KeyEntry, ...]) -> KeyEntry | None:
    """The key entry that a fill is, or is clearly nearest to; None when it is near none or near two that differ."""
    ranked = sorted(
        (difference(fill, entry.fill), place) for place, entry in enumerate(key) if _alike(fill, entry.fill)
    )
    if not ranked:
        return None
    best, place = ranked[0]
    entry = key[place]
    rival = min((away for away, other in ranked[1:] if _meant(key[other]) != _meant(entry)), default=math.inf)
    if best < 0.5 and rival >= 0.5:
        return entry
    return entry if best <= NEAR and best < CLEARLY_NEARER * rival else None


def rag_of_fill(fill: str) -> Rag | None:
    """The RAG colour that a fill plainly is to the eye; None for pale, grey and in-between colours."""
    _, a, b = _lab(fill)
    hue = math.degrees(math.atan2(b, a))
    strong = math.hypot(a, b) >= _STRONG
    return next((rag for rag, low, high in _HUES if strong and low <= hue <= high), None)


@lru_cache(maxsize=1024)
def is_white(fill: str) -> bool:
    """Whether a fill cannot be told from paper."""
    return difference(fill, "FFFFFF") < HARDLY_VISIBLE


def _meant(entry: KeyEntry) -> tuple[object, ...]:
    return (entry.state, entry.rag) if entry.state or entry.rag else (entry.meaning,)


def _alike(fill: str, other: str) -> bool:
    """White, grey and black are never a shade of a strong colour."""
    low, high = sorted((_chroma(fill), _chroma(other)))
    return not (low < _GREY and high >= _STRONG)


def _chroma(fill: str) -> float:
    _, a, b = _lab(fill)
    return math.hypot(a, b)


@lru_cache(maxsize=1024)
def _lab(fill: str) -> Lab:
    red, green, blue = (_linear(int(fill[place : place + 2], 16) / 255) for place in (0, 2, 4))
    x = _curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _curve(value: float) -> float:
    return float(value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116)
