"""Workbooks of growing size in the shape of the trust's own plan, as Excel would store them."""

from __future__ import annotations

import io
import random
from datetime import UTC, datetime, timedelta
from functools import cache

import xlsxwriter

from tests.version_making import FOR, OWNERS, SITES, THINGS, VERBS, WITH, heavily_reworded

HEADINGS = ("High Impact Action", "Description", "Success metrics", "Action", "Owner", "Target", "Framework", "RAG")
STATES = {"Not started": "#FF0000", "In progress": "#FFC000", "Completed": "#00B050"}
WRITTEN_TARGETS = ("Q2 2025/26", "Throughout 2025/26", "Q3", "Ongoing", "March 2026")
ACTIONS_A_GROUP = 8


@cache
def a_plan_workbook(actions: int, seed: int = 0, *, reworded: bool = False) -> bytes:
    """A plan of so many actions of 100 to 800 characters: merged groups, fills, rich text, real and written dates.

    `reworded` is the same plan later: four words in ten of each action replaced, and all in another order.
    """
    rng = random.Random(actions + seed)
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = _Page(book, book.add_worksheet("Combined Action Plan"), rng, random.Random(1) if reworded else None)
    page.write_top()
    for group, first in enumerate(range(0, actions, ACTIONS_A_GROUP), 1):
        page.write_group(group, 4 + first, min(ACTIONS_A_GROUP, actions - first))
    book.close()
    return stream.getvalue()


class _Page:
    """One sheet, and the formats that its cells share."""

    def __init__(
        self,
        book: xlsxwriter.Workbook,
        sheet: xlsxwriter.worksheet.Worksheet,
        rng: random.Random,
        rewording: random.Random | None,
    ) -> None:
        self.sheet, self.rng, self.rewording = sheet, rng, rewording
        cell = {"text_wrap": True, "border": 1, "valign": "top"}
        self.plain, self.bold = book.add_format(cell), book.add_format({**cell, "bold": True})
        self.heading = book.add_format({**cell, "bold": True, "bg_color": "#005EB8"})
        self.day = book.add_format({**cell, "num_format": "dd/mm/yyyy"})
        self.states = [book.add_format({**cell, "bg_color": colour}) for colour in STATES.values()]
        self.strong, self.struck = book.add_format({"bold": True}), book.add_format({"font_strikeout": True})

    def write_top(self) -> None:
        """Write the title, the key and the headings."""
        self.sheet.write(0, 0, "Combined EDI action plan 2025-26", self.bold)
        for row, (state, look) in enumerate(zip(STATES, self.states, strict=True)):
            self.sheet.write(row, len(HEADINGS) - 1, state, look)
        self.sheet.write_row(3, 0, HEADINGS, self.heading)

    def write_group(self, number: int, row: int, actions: int) -> None:
        """Write a group: three cells merged beside all its actions."""
        metrics = f"• {self.sentence()}\n• {self.sentence()}"
        beside = (f"High Impact Action {number}", " ".join(self.sentence() for _ in range(4)), metrics)
        for column, text in enumerate(beside):
            if actions > 1:
                self.sheet.merge_range(row, column, row + actions - 1, column, text, self.plain)
            else:
                self.sheet.write(row, column, text, self.plain)
        for at in range(row, row + actions):
            self.write_action(at)

    def write_action(self, row: int) -> None:
        """Write an action; a fifth of them have words in bold and struck through."""
        text = self.sentence()
        length = self.rng.randint(100, 800)
        while len(text) < length:
            text += self.rng.choice((". ", "\n• ")) + self.sentence()
        if self.rewording:
            text = heavily_reworded(text, self.rewording)
        if self.rng.random() < 0.2:
            parts = (self.strong, text[:40], self.plain, text[40:80], self.struck, text[80:])
            self.sheet.write_rich_string(row, 3, *parts, self.plain)
        else:
            self.sheet.write_string(row, 3, text, self.plain)
        self.sheet.write(row, 4, "\n".join(self.rng.sample(OWNERS, self.rng.randint(1, 3))), self.plain)
        if self.rng.random() < 0.3:
            day = datetime(2025, 4, 1, tzinfo=UTC) + timedelta(self.rng.randint(0, 364))
            self.sheet.write_datetime(row, 5, day.replace(tzinfo=None), self.day)
        else:
            self.sheet.write(row, 5, self.rng.choice(WRITTEN_TARGETS), self.plain)
        self.sheet.write(row, 6, self.rng.choice(("WRES", "WDES", "EDS22")), self.plain)
        self.sheet.write_blank(row, 7, None, self.rng.choice(self.states))

    def sentence(self) -> str:
        """Words about an action."""
        return " ".join(self.rng.choice(parts) for parts in (VERBS, THINGS, FOR, WITH, SITES))
