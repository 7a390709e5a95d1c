"""A fault of the tool itself, in words."""

from __future__ import annotations

import errno
from pathlib import Path

from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding
from edi_reports.model.place import Place

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
"""What a full disk answers when results are sent to a file on it."""


def fault(error: BaseException) -> Finding:
    """Word a fault of the tool itself: where in the code it arose, so that it can be mended. Never a traceback.

    What the system refuses, a file or more memory, and a run that somebody stops are no fault of the tool and say so.
    """
    if isinstance(error, KeyboardInterrupt):
        return finding("interrupted")
    if isinstance(error, OSError) and error.filename is not None and error.strerror:
        reason = error.strerror[:1].lower() + error.strerror[1:]
        return finding("cannot-open", Place(str(error.filename)), reason=reason)
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return finding("cannot-write", reason="no space left on device")
    if isinstance(error, MemoryError):
        return finding("out-of-memory")
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else "an unknown place"
    return finding("fault", error=type(error).__name__, where=where)
