"""Files onto the disk: all of a folder or none of it. The only module that writes to output/.

A folder is built under a hidden name beside its place, flushed to the disk and moved there. Killed at any moment, what
stands in its place is the old folder or the new one, whole; `clear_interrupted` tidies the rest away.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.place import Place

PARTIAL = ".partial-"
SWAP = ".swap-"
READY = ".ready"
LOCK = ".edi-reports.lock"
_SWAPPED = re.compile(rf"\.(.+ replaced .+){re.escape(SWAP)}(\d+)", re.DOTALL)
_MADE_READY = re.compile(rf"\.(\w.*){re.escape(READY)}", re.DOTALL)
_HALF_BUILT = re.compile(rf"\..+{re.escape(PARTIAL)}\w+", re.DOTALL)
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): swap two names in one step
_HERE = -100  # AT_FDCWD
_NO_SUCH_CALL = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def deliver_file(path: Path, data: bytes) -> tuple[Finding, ...]:
    """Write one file whole: beside its place first, flushed to the disk, then moved there.

    Returns what the system had to say afterwards, when the file already stood there. Raises CannotContinue when it
    cannot be written; a file that was there before is then still there.
    """
    with _worded(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{path.name[:40]}{PARTIAL}{os.urandom(4).hex()}")
        try:
            _write(partial, data)
            os.replace(partial, path)
        finally:
            partial.unlink(missing_ok=True)
        return _confirmed(path)


def deliver_folder(folder: Path, files: Mapping[str, bytes], keep_old_as: Path | None = None) -> tuple[Finding, ...]:
    """Write a folder whole. An old one in its place is kept as `keep_old_as`, which must then be given.

    The caller holds the folder above by `only_one_run`. Returns what the system had to say when the new folder already
    stood in its place. Raises CannotContinue when anything cannot be written; what was there before is then still
    there, whole.
    """
    with _worded(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = _hidden(folder, f"{PARTIAL}{os.urandom(4).hex()}")
        built = None
        try:
            _fill(partial, files)
            built = _identity(partial)
            if keep_old_as is not None and folder.exists():
                _replace(folder, partial, keep_old_as)
            else:
                os.rename(partial, folder)
        except BaseException as error:
            with suppress(OSError, CannotContinue):  # the next run tidies what cannot be tidied now
                clear_interrupted(folder.parent)
            if isinstance(error, OSError) and built is not None and _identity(folder) == built:
                return (_said_afterwards(folder, error),)
            raise
        return _confirmed(folder)


def clear_interrupted(parent: Path) -> None:
    """Tidy up after a run that was killed: finish a move that had begun, remove what was left half built.

    Raises CannotContinue when that is not permitted.
    """
    with _worded(parent):
        for left, kept, built in _left(parent, _SWAPPED):
            _settle(left, parent / kept, wanted=str(left.lstat().st_ino) != built)
        for left, name in _left(parent, _MADE_READY):
            if left.is_dir() and not left.is_symlink():
                _settle(left, parent / name, wanted=not os.path.lexists(parent / name))
        for (left,) in _left(parent, _HALF_BUILT):
            _remove(left)


def _left(parent: Path, pattern: re.Pattern[str]) -> list[tuple[Any, ...]]:
    """What bears a name under which a run leaves things when it is killed, each with the parts of its name."""
    found = [(path, pattern.fullmatch(path.name)) for path in sorted(parent.iterdir())] if parent.is_dir() else []
    return [(path, *name.groups()) for path, name in found if name]


@contextmanager
def only_one_run(output: Path) -> Iterator[None]:
    """Hold the output folder for this run alone; the system lets go of it when the run ends, however it ends.

    A run that is refused leaves no folder and no lock behind that were not there before. Raises CannotContinue when
    another run holds it, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    before = [path for path in (output / LOCK, output) if _is_there(path)]
    # Anybody who may write to the folder may be the next to run.
    lock = FileLock(output / LOCK, timeout=0, mode=0o666)
    with _worded(output):
        output.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as error:
            raise cannot_continue("already-running", Place(output.name), folder=output) from error
        except NotImplementedError as error:
            raise OSError(errno.ENOTSUP, "its file system cannot lock a file") from error
    try:
        yield
    except BaseException:
        with suppress(OSError):  # a folder with anything else in it stays
            if output / LOCK not in before:
                (output / LOCK).unlink()
            if output not in before:
                output.rmdir()
        raise
    finally:
        lock.release()


def _is_there(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return False


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)
    for inner in (folder, *filter(Path.is_dir, folder.rglob("*"))):
        _flush_folder(inner)


def _replace(folder: Path, new: Path, kept: Path) -> None:
    """Put the new folder in the place of the old one, and the old one in the place where it is kept.

    The number in the name under which they are swapped is that of the new folder: it tells which of the two stands
    there when the run is killed.
    """
    swap = _hidden(kept, f"{SWAP}{new.stat().st_ino}")
    os.rename(new, swap)
    if _exchange(swap, folder):
        os.rename(swap, kept)
    else:
        # No swap in one step here: for a moment the new folder stands ready under its hidden name only.
        ready = _hidden(folder, READY)
        os.rename(swap, ready)
        os.rename(folder, kept)
        os.rename(ready, folder)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can; False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _settle(left: Path, place: Path, *, wanted: bool) -> None:
    if wanted:
        os.rename(left, place)
    else:
        _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left)
    else:
        left.unlink(missing_ok=True)


def _hidden(path: Path, ending: str) -> Path:
    return path.with_name(f".{path.name}{ending}")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        view = memoryview(data)
        while view:
            view = view[os.write(file.fileno(), view) :]
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make a rename itself durable. Windows has no such call and needs none; nor have some network drives."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)


def _confirmed(written: Path) -> tuple[Finding, ...]:
    """Make durable that something was moved into its place, and tell where the system refuses that."""
    try:
        _flush_folder(written.parent)
    except OSError as error:
        return (_said_afterwards(written, error),)
    return ()


def _said_afterwards(written: Path, error: OSError) -> Finding:
    return finding("written-unconfirmed", Place(written.name), reason=_reason(error))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        seen = path.lstat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Turn what the system says into words."""
    try:
        yield
    except OSError as error:
        raise cannot_continue("cannot-write", Place(path.name), reason=_reason(error)) from error


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]
