"""Files onto the disk: all of a folder or none of it. The only module that writes to output/.

A folder is built under a hidden name beside its place, flushed to the disk and moved there. Killed at any moment, what
stands in its place is the old folder or the new one, whole; `clear_interrupted` tidies the rest away.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place

PARTIAL = ".partial-"
READY = ".ready"
LOCK = ".edi-reports.lock"
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): swap two names in one step
_HERE = -100  # AT_FDCWD


def deliver_file(path: Path, data: bytes) -> None:
    """Write one file whole: beside its place first, flushed to the disk, then moved there.

    Raises CannotContinue when it cannot be written; a file that was there before is then still there.
    """
    with _worded(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}{PARTIAL}", dir=path.parent)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                _write(file.fileno(), data)
            os.chmod(partial, 0o666 & ~_umask())
            os.replace(partial, path)
        finally:
            partial.unlink(missing_ok=True)
        _flush_folder(path.parent)


def deliver_folder(folder: Path, files: Mapping[str, bytes], keep_old_as: Path | None = None) -> None:
    """Write a folder whole. An old one in its place is kept as `keep_old_as`, which must then be given.

    Raises CannotContinue when anything cannot be written; what was there before is then still there, whole.
    """
    with _worded(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{folder.name}{PARTIAL}", dir=folder.parent))
        try:
            _fill(partial, files)
            if folder.exists() and keep_old_as is not None:
                _keep(folder, keep_old_as)
            _move_into_place(partial, folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        _flush_folder(folder.parent)


def clear_interrupted(parent: Path) -> None:
    """Tidy up after a run that was killed: finish a move that had begun, remove what was left half built."""
    for ready in parent.glob(f".*{READY}"):
        folder = parent / ready.name.removeprefix(".").removesuffix(READY)
        if folder.exists():
            shutil.rmtree(ready, ignore_errors=True)
        else:
            ready.rename(folder)
    for left in parent.glob(f".*{PARTIAL}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


@contextmanager
def only_one_run(output: Path) -> Iterator[None]:
    """Hold the output folder for this run alone; the system lets go of it when the run ends, however it ends.

    Raises CannotContinue when another run holds it, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    with _worded(output):
        output.mkdir(parents=True, exist_ok=True)
        lock = FileLock(output / LOCK, timeout=0)
    try:
        with lock:
            yield
    except Timeout as error:
        raise cannot_continue("already-running", Place(output.name), folder=output) from error


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            _write(file.fileno(), data)
    for inner in {(folder / name).parent for name in files} | {folder}:
        os.chmod(inner, 0o777 & ~_umask())
        _flush_folder(inner)


def _keep(folder: Path, kept: Path) -> None:
    """Copy an issued folder whole under another name, before anything takes its place."""
    copy = Path(tempfile.mkdtemp(prefix=f".{kept.name}{PARTIAL}", dir=kept.parent))
    try:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        os.rename(copy, kept)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _move_into_place(partial: Path, folder: Path) -> None:
    if not folder.exists():
        os.rename(partial, folder)
    elif not _exchange(partial, folder):
        # No swap in one step here: for a moment the new folder stands ready under its hidden name only.
        ready = folder.with_name(f".{folder.name}{READY}")
        os.rename(partial, ready)
        shutil.rmtree(folder)
        os.rename(ready, folder)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, where the system can; False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(swap(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)


def _flush_folder(folder: Path) -> None:
    """Make a rename itself durable; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Turn what the system says into words."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise cannot_continue("cannot-write", Place(path.name), reason=reason[:1].lower() + reason[1:]) from error
