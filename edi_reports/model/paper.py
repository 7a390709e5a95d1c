"""What a trust puts on the cover of its papers."""

from __future__ import annotations

from msgspec import Struct

FACTS = ("title", "subject", "committee", "summary", "as_at", "month", "plan", "workbook", "sha256", "organisation")
"""What a paper knows of itself: a cover line or a template placeholder of one of these names is filled in."""


def placeholder_name(label: str) -> str:
    """The name by which a template asks for a cover line: "Meeting date" is `meeting_date`."""
    return "_".join("".join(letter if letter.isalnum() else " " for letter in label.lower()).split())


class CoverField(Struct, frozen=True):
    """A line of the cover sheet.

    `value` is what the trust wants to stand there. Without one, a fact that the paper knows is filled in, and all
    else is left marked for people to complete: `prompt` says what is asked for, `choices` what one may choose from.
    """

    label: str
    value: str = ""
    prompt: str = ""
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The placeholder of this line in a template."""
        return placeholder_name(self.label)


DEFAULT_COVER = (
    CoverField("Title"),
    CoverField("Committee"),
    CoverField("Meeting date"),
    CoverField("Agenda item"),
    CoverField("Author"),
    CoverField("Executive lead"),
    CoverField("Presenter"),
    CoverField("Purpose", choices=("Approval", "Assurance", "Discussion", "Information")),
    CoverField("Summary"),
    CoverField("Assurance level"),
    CoverField("Previously considered by"),
    CoverField("Strategic objective"),
    CoverField("Risk and Board Assurance Framework", prompt="risk or Board Assurance Framework reference"),
    CoverField("CQC domain"),
    CoverField("Equality impact"),
    CoverField("Recommendation"),
)


class PaperSettings(Struct, frozen=True):
    """A trust's own cover sheet, and its name as the author of the file; empty when the trust gave none."""

    cover: tuple[CoverField, ...] = DEFAULT_COVER
    organisation: str = ""
