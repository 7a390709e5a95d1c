"""Papers kept as text in tests/golden, to be reviewed like prose; EDI_UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """Hold a text against the one that is kept under a name; with EDI_UPDATE_GOLDEN=1, keep it instead."""
    kept = GOLDEN / name
    if os.environ.get("EDI_UPDATE_GOLDEN") == "1":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8", newline="\n")
    assert text == kept.read_text(encoding="utf-8"), f"{name} reads differently; EDI_UPDATE_GOLDEN=1 keeps the new text"
