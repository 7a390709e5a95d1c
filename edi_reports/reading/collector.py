"""The garbage collector at rest: going over a growing plan, which holds no cycles, would take a fifth of the time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_RESTS = count()  # how often it has rested; to ask the collector how much was left alone takes as long as a small plan


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from running; after, it goes on if it did before."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def left_alone_by_collector() -> Iterator[None]:
    """Keep the garbage collector from running, and after also from going over what was made here.

    What is garbage by then is collected first, so that a run over many workbooks keeps none: of the first only what it
    made itself, later also what grew old in between. What a plan has by the hundred thousand is marked `gc=False`.
    """
    runs = gc.isenabled()
    with collector_at_rest():
        try:
            yield
        finally:
            if runs:
                gc.collect(2 if next(_RESTS) else 0)
                gc.freeze()
