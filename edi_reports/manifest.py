"""The manifest of an issued month: what it was made from and what was issued, so that it can be proved a year later."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from edi_reports import __version__
from edi_reports.model.finding import CannotContinue, Finding
from edi_reports.model.messages import cannot_continue, finding
from edi_reports.model.place import Place

NAME = "manifest.json"
SCHEMA = "edi-reports/manifest/1"
_MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")
_KEPT = re.compile(rf"{_MONTH.pattern} replaced .+")
_OF_ONE_RUN = ("options", "started", "ended")
_NOTE = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.dist-info")
_READ_AND_WRITE = ("openpyxl", "pandas", "python-docx", "xlsxwriter", "lxml")
_LIBRARIES = (*_READ_AND_WRITE, "rapidfuzz", "msgspec", "click", "rich", "filelock")


class Run(Struct, frozen=True):
    """When a run began and ended, and the options it was given."""

    started: datetime
    ended: datetime
    options: Mapping[str, str]


def compose_manifest(
    facts: Mapping[str, Any],
    inputs: Mapping[str, str],
    outputs: Mapping[str, bytes],
    run: Run,
    previous: str | None,
) -> dict[str, Any]:
    """Compose the manifest: `inputs` are SHA-256 by name, `previous` is the SHA-256 of last month's manifest."""
    return {
        "schema": SCHEMA,
        **facts,
        "inputs": [{"name": name, "sha256": digest} for name, digest in sorted(inputs.items())],
        "outputs": [{"name": name, "sha256": sha256_of(data)} for name, data in sorted(outputs.items())],
        "previous_manifest": previous,
        "options": dict(run.options),
        "versions": _versions(),
        "started": run.started.isoformat(timespec="seconds"),
        "ended": run.ended.isoformat(timespec="seconds"),
    }


def sha256_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _versions() -> dict[str, str]:
    installed = _installed()
    libraries = {name: installed.get(name) or _looked_up(name) for name in _LIBRARIES}
    return {"edi_reports": __version__, "python": platform.python_version(), **libraries}


def _installed() -> dict[str, str]:
    """The version of each library by its name, as the folders say in which it is noted; the first found counts."""
    versions: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):  # an archive, or no longer there
            for note in filter(None, map(_NOTE.fullmatch, os.listdir(folder))):
                versions.setdefault(note["name"].lower().replace("_", "-"), note["version"])
    return versions


def _looked_up(library: str) -> str:
    """The version of a library that is noted in some other way; to load what reads it takes as long as ten papers."""
    from importlib import metadata

    return metadata.version(library)


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Read the manifest of a month; None when there is none that can be read."""
    from edi_reports.reading.opening import parse_json, read_file

    try:
        manifest: dict[str, Any] = parse_json(read_file(folder / NAME))
        _issued_in(manifest)
    except (CannotContinue, ValueError, LookupError, TypeError, RecursionError):
        return None
    return manifest if manifest.get("schema") == SCHEMA else None


def _issued_in(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The SHA-256 of each issued file by its name."""
    return {str(output["name"]): str(output["sha256"]) for output in manifest["outputs"]}


def issued_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of an issued month by its name; none where no manifest can be read."""
    manifest = read_manifest(folder)
    return _issued_in(manifest) if manifest else {}


def was_read_for(folder: Path, sha256: str) -> bool:
    """Whether a month was made from a file with this SHA-256."""
    manifest = read_manifest(folder) or {}
    return any(each.get("sha256") == sha256 for each in manifest.get("inputs", ()))


def issued_folders(output: Path) -> list[Path]:
    """The folders of issued months as they stand, oldest first."""
    return [folder for folder in month_folders(output) if _MONTH.fullmatch(folder.name)]


def month_folders(output: Path) -> list[Path]:
    """The folders of issued months, oldest first, those that were replaced and kept included.

    Raises CannotContinue for what is no folder, such as a link to a drive that is not there: months may stand on it.
    """
    if not output.is_dir():
        if os.path.lexists(output):
            raise cannot_continue("cannot-open", Place(str(output)), reason="it is no folder, or leads to none")
        return []
    folders = sorted(folder for folder in output.iterdir() if folder.is_dir())
    return [folder for folder in folders if _MONTH.fullmatch(folder.name) or _KEPT.fullmatch(folder.name)]


def previous_manifest(output: Path, month: str) -> Path | None:
    """The manifest of the last month issued before this one, or None."""
    earlier = [folder / NAME for folder in issued_folders(output) if folder.name < month]
    return next((manifest for manifest in reversed(earlier) if manifest.is_file()), None)


def verify_output(output: Path) -> Iterator[Finding]:
    """Hold every issued month against its manifest, and each manifest against the one it followed."""
    for folder in month_folders(output):
        manifest = read_manifest(folder)
        if manifest is None:
            yield finding("manifest-missing", Place(folder.name))
            continue
        yield from _verify_folder(folder, manifest)
        yield from _verify_chain(output, folder, manifest)


def is_proved_by(folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether a folder is as its own manifest says, and that says the same as this one, but for when and how it ran."""
    own = read_manifest(folder)
    if own is None or any(_verify_folder(folder, own)):
        return False
    return all(own.get(key) == value for key, value in manifest.items() if key not in _OF_ONE_RUN)


def _verify_folder(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Finding]:
    issued = _issued_in(manifest)
    present = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if not _is_folder(path)}
    for name, digest in issued.items():
        if name not in present:
            yield finding("file-missing", Place(folder.name), file=name)
        elif digest_of(present[name]) != digest:
            yield finding("file-changed", Place(folder.name), file=name)
    for name in present:
        if name not in issued and name != NAME:
            yield finding("file-added", Place(folder.name), file=name)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file; None for what is no file of its own, such as a link to one, or cannot be read."""
    if path.is_symlink() or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _verify_chain(output: Path, folder: Path, manifest: Mapping[str, Any]) -> Iterator[Finding]:
    followed = manifest.get("previous_manifest")
    if not followed:
        return
    if followed not in [digest_of(other / NAME) for other in month_folders(output) if other != folder]:
        yield finding("chain-broken", Place(folder.name))
