"""The house: which room may import which, and that only the doorway may ask what day it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "edi_reports"
MODULES = sorted(HOUSE.rglob("*.py"))

# What each room may import of ours; a module of its own room is always allowed.
MAY_IMPORT = {
    "model": (),
    "reading": ("model",),
    "normalising": ("model",),
    "rules": ("model",),
    "audit": ("model",),
    "reports": ("model",),
    "writing": ("model", "reports.parts", "reports.sheets"),
}
# Libraries that only one place may use.
ONLY_IN = {
    "openpyxl": ("reading",),
    "xlsxwriter": ("writing",),
    "docx": ("writing",),
    "pandas": ("reports.tidy",),
    "click": ("cli",),
    "rich": ("cli", "terminal"),
    "smtplib": ("emailing",),
    "lxml": ("reading", "writing"),
    "rapidfuzz": ("normalising", "audit"),
    "numpy": (),
}
CLOCKS = {"today", "now", "utcnow", "time", "monotonic", "localtime", "gmtime"}


def room_of(module: Path) -> str:
    """The dotted name of a module below the package, such as reading.plan."""
    return ".".join(module.relative_to(HOUSE).with_suffix("").parts)


def imports_of(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


@pytest.mark.parametrize("module", MODULES, ids=room_of)
def test_no_room_imports_against_the_direction(module: Path) -> None:
    room = room_of(module).split(".")[0]
    if room not in MAY_IMPORT:
        return
    ours = {name.removeprefix("edi_reports.") for name in imports_of(module) if name.startswith("edi_reports.")}
    allowed = (room, *MAY_IMPORT[room])
    wrong = sorted(name for name in ours if not within(name, allowed) and name not in ("model", "reports"))
    assert not wrong, f"{room_of(module)} may not import {wrong}"


@pytest.mark.parametrize("module", MODULES, ids=room_of)
def test_each_library_is_used_only_in_its_room(module: Path) -> None:
    for name in imports_of(module):
        places = ONLY_IN.get(name.split(".")[0])
        assert places is None or within(room_of(module), places), f"{room_of(module)} may not import {name}"


@pytest.mark.parametrize("module", [m for m in MODULES if m.name != "cli.py"], ids=room_of)
def test_no_clock_is_read_below_the_doorway(module: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    asked = [
        node.func.attr
        for node in calls
        if isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("date", "datetime", "time")
    ]
    assert not asked


@pytest.mark.parametrize("module", MODULES, ids=room_of)
def test_no_module_is_named_after_nothing(module: Path) -> None:
    assert module.stem not in {"utils", "helpers", "common", "core", "misc"}
