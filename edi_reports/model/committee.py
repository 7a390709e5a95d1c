"""Who receives a paper, and which actions it sees."""

from __future__ import annotations

from msgspec import Struct

EVERY_ACTION = "all"
EXCEPTIONS_IN_FULL = 10
"""As many as leave a paper within five pages."""


class Committee(Struct, frozen=True):
    """A committee and the tags whose actions it receives; the tag "all" receives every action.

    A tag is a framework ("WRES"), a framework with a domain ("EDS22 Domain 1"), or a campaign named in the plan.
    Its paper shows so many exceptions in full, and the others in brief.
    """

    name: str
    receives: tuple[str, ...] = (EVERY_ACTION,)
    secretary_email: str = ""
    template: str = ""
    exceptions_in_full: int = EXCEPTIONS_IN_FULL

    @property
    def sees_all(self) -> bool:
        """Whether every action of the plan goes to this committee."""
        return EVERY_ACTION in self.receives
