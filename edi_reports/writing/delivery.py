"""Files onto the disk: all of a folder or none of it. The only module that writes to output/."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from edi_reports.model.messages import cannot_continue
from edi_reports.model.place import Place

PARTIAL = ".partial-"


def deliver_file(path: Path, data: bytes) -> None:
    """Write one file whole: beside its place first, flushed to the disk, then moved there.

    Raises CannotContinue when it cannot be written; a file that was there before is then still there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}{PARTIAL}", dir=path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _write(file.fileno(), data)
        os.chmod(partial, 0o666 & ~_umask())
        os.replace(partial, path)
        _flush_folder(path.parent)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise _cannot_write(path, error) from error


def deliver_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder whole: built under a hidden name beside its place, flushed, then moved there.

    Raises CannotContinue when anything cannot be written; nothing is then left behind. The folder must not exist yet.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{folder.name}{PARTIAL}", dir=folder.parent))
    except OSError as error:
        raise _cannot_write(folder, error) from error
    try:
        for name, data in files.items():
            path = partial / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                _write(file.fileno(), data)
            _flush_folder(path.parent)
        os.chmod(partial, 0o777 & ~_umask())
        _flush_folder(partial)
        os.rename(partial, folder)
        _flush_folder(folder.parent)
    except OSError as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise _cannot_write(folder, error) from error


def clear_partial(parent: Path) -> None:
    """Remove what an interrupted run left half built."""
    for left in parent.glob(f".*{PARTIAL}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


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


def _cannot_write(path: Path, error: OSError) -> Exception:
    reason = error.strerror or str(error)
    return cannot_continue("cannot-write", Place(path.name), reason=reason[0].lower() + reason[1:])
