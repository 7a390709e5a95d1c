"""Measuring processes and calls beside one another, and the table of what was measured against what is wanted."""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end -->\n"
REFRESH = bool(os.environ.get("EDI_UPDATE_PERFORMANCE"))
"""Whether to measure the largest plans too, and to write the table into the page."""

# A process inherits the peak of the one that it is forked from, so a small one starts it and waits.
_LAUNCHER = """
import json, os, sys, time
silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
began = time.monotonic()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, used = os.wait4(child, 0)
wall = time.monotonic() - began
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, wall, peak]))
"""
_LIBRARIES = os.pathsep.join((str(ROOT), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_ENVIRONMENT |= {"PYTHONPATH": _LIBRARIES}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of the processor, seconds by the clock, bytes of memory at its peak."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, slots=True)
class Command:
    """Arguments for Python, the exit codes that are right, and the option that takes a new folder to write into."""

    arguments: tuple[str, ...]
    exits: tuple[int, ...] = (0,)
    folder: tuple[str, ...] | None = None


def costs(commands: Sequence[Command], scratch: Path, rounds: int) -> list[Cost]:
    """The least that each command took of some rounds in which they take turns, after one that is not counted."""
    python, taken = _bare_python(scratch / "python"), [list[Cost]() for _ in commands]
    for turn in range(rounds + (rounds > 1)):
        for command, found in zip(commands, taken, strict=True):
            cost = _cost(python, command, scratch / "out")
            if turn or rounds == 1:
                found.append(cost)
    return [Cost(min(c.cpu for c in f), min(c.wall for c in f), min(c.peak for c in f)) for f in taken]


def _bare_python(folder: Path) -> Path:
    """A Python that starts as in a fresh environment, without what an editable installation loads at every start."""
    if not folder.exists():
        venv.create(folder, symlinks=True)
    return folder / "bin" / "python"


def _cost(python: Path, command: Command, folder: Path) -> Cost:
    shutil.rmtree(folder, ignore_errors=True)
    target = (*command.folder, str(folder)) if command.folder is not None else ()
    done = subprocess.run(
        [sys.executable, "-S", "-c", _LAUNCHER, str(python), *command.arguments, *target],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=_ENVIRONMENT,
    )
    code, cpu, wall, peak = json.loads(done.stdout)
    assert code in command.exits, f"{command.arguments} ended with {code}"
    return Cost(cpu, wall, peak)


def seconds(*calls: Callable[[], object], rounds: int = 5) -> list[float]:
    """The least seconds of this process that each call took of some rounds in which they take turns."""
    best = [math.inf] * len(calls)
    for _ in range(rounds):
        for place, call in enumerate(calls):
            began = time.process_time()
            call()
            best[place] = min(best[place], time.process_time() - began)
    return best


def exponent(small: float, large: float, times: float) -> float:
    """The power of the size with which a cost grows: 1 is in step, 2 is quadratic."""
    return math.log(large / small, times)


@dataclass(slots=True)
class Reaches:
    """What was measured beside what is wanted, a row each."""

    rows: list[str] = field(default_factory=list)

    def at_most(self, what: str, found: float, wanted: float, unit: str = "×", clock: float | None = None) -> None:
        """Note a figure that should not be more than is wanted; `clock` is the same by the clock."""
        self._note(what, found, f"≤ {wanted:g} {unit}", unit, clock, met=found <= wanted)

    def at_least(self, what: str, found: float, wanted: float, unit: str = "×", clock: float | None = None) -> None:
        """Note a figure that should not be less than is wanted; `clock` is the same by the clock."""
        self._note(what, found, f"≥ {wanted:g} {unit}", unit, clock, met=found >= wanted)

    def told(self, what: str, found: float, unit: str = "×", clock: float | None = None) -> None:
        """Note a figure of which nothing is wanted."""
        self._note(what, found, "", unit, clock, met=None)

    def _note(self, what: str, found: float, wanted: str, unit: str, clock: float | None, met: bool | None) -> None:
        by_clock = "" if clock is None else f"{clock:.3g} {unit}"
        verdict = {True: "yes", False: "**no**", None: ""}[met]
        row = f"| {what} | {found:.3g} {unit} | {by_clock} | {wanted} | {verdict} |"
        print(f"\n{row}")  # seen at once with -s
        self.rows.append(row)

    def lines(self) -> Iterable[str]:
        """The table in Markdown."""
        return ("| What | Measured | By the clock | Wanted | Met |", "|---|---|---|---|---|", *self.rows)

    def write(self) -> None:
        """Put the table into the page in place of the one that is there."""
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        table = "".join(f"{line}\n" for line in self.lines())
        PAGE.write_text(f"{before}{BEGIN}{table}{END}{rest.split(END)[1]}", encoding="utf-8")
