"""Work that is killed at every one of its calls to the disk in turn, each time in a folder of its own.

The work runs in children of a process of its own, which forks cheaply and safely. A child kills itself with SIGKILL
just before its n-th call to the disk, or, where that writes, when half is written.
"""

from __future__ import annotations

import importlib
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from edi_reports.writing import delivery

Work = Callable[[Path], None]

CALLS: tuple[tuple[Any, str], ...] = (
    *((os, name) for name in ("mkdir", "open", "write", "fsync", "rename", "replace", "unlink", "rmdir")),
    (io, "open"),
    (delivery, "_exchange"),
)
MOST_CALLS = 500


def killed_at_every_call(work: Work, before: Work, folder: Path) -> Iterator[Path]:
    """The folder as each kill left it: `before` prepares it, `work` is killed at its first call, its second and so on.

    Both are functions of a test module. The last folder is the one in which the work came to its end.
    """
    names = [f"{function.__module__}:{function.__name__}" for function in (work, before)]
    subprocess.run([sys.executable, "-m", "tests.killing", *names, str(folder)], check=True)
    kills = sorted(folder.iterdir(), key=lambda path: int(path.name))
    assert len(kills) > 5
    yield from kills


def _kill_at_every_call(work: Work, before: Work, folder: Path) -> None:
    for number in range(1, MOST_CALLS):
        place = folder / str(number)
        place.mkdir()
        before(place)
        child = os.fork()
        if child == 0:
            _dying_at(number)
            work(place)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(os.waitstatus_to_exitcode(status))
    sys.exit("the work never came to its end")


def _dying_at(number: int) -> None:
    calls = 0

    def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*given: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                if name == "write":
                    call(given[0], bytes(given[1])[: len(given[1]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given, **named)

        return counting

    for owner, name in CALLS:
        setattr(owner, name, counted(name, getattr(owner, name)))


def _named(name: str) -> Work:
    module, _, function = name.partition(":")
    found: Work = getattr(importlib.import_module(module), function)
    return found


if __name__ == "__main__":
    os.fsync = lambda fd: None  # what a killed process wrote is not lost, so the tests need not wait for the disk
    _kill_at_every_call(_named(sys.argv[1]), _named(sys.argv[2]), Path(sys.argv[3]))
