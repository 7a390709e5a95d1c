"""The table of all that was measured, printed at the end of a run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.benchmarks.measuring import REFRESH, Reaches

_REACHES = pytest.StashKey[Reaches]()


@pytest.fixture(scope="session")
def reaches(pytestconfig: pytest.Config) -> Iterator[Reaches]:
    """The table that the benchmarks of a run fill together."""
    pytestconfig.stash[_REACHES] = table = Reaches()
    yield table
    if REFRESH:
        table.write()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table."""
    if config.stash.get(_REACHES, None):
        terminalreporter.write_line("")
        for line in config.stash[_REACHES].lines():
            terminalreporter.write_line(line)
