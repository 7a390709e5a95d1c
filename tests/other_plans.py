"""Plans of kinds that other NHS organisations keep, each with the truth beside it: the examiner's collection.

Every function of a module `other_plans_*` that makes a `Plan` is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from types import ModuleType

from tests.other_plans_truth import Plan


def _plans_of(module: ModuleType) -> Iterator[Callable[[], Plan]]:
    for _, made in getmembers(module, isfunction):
        if made.__module__ == module.__name__ and made.__annotations__["return"] == "Plan":
            yield made


PLANS = tuple(
    make
    for path in sorted(Path(__file__).parent.glob("other_plans_*.py"))
    for make in _plans_of(import_module(f"tests.{path.stem}"))
)
