"""The script that an analyst would write instead: pandas in, openpyxl styling and python-docx tables out.

    python tests/benchmarks/analyst.py [--repaired] WORKBOOK FOLDER

It is the peer of `edi-reports month` in the benchmarks, and does less: fills, strike-through and hidden rows are not
seen, nothing is checked, earlier versions are not read. With `--repaired` it takes the cells of a Word table once a
row; `table.cell(row, column)`, as people write it, walks all cells of the table at each call.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pandas as pd
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from docx.table import Table
    from openpyxl.worksheet.worksheet import Worksheet

AS_AT = pd.Timestamp(2025, 11, 30)
SOON = pd.Timedelta(days=30)
COLUMNS = {
    "Group": r"High Impact",
    "Description": r"Description",
    "Metrics": r"metrics",
    "Action": r"Action Plans|^Action$",
    "Owner": r"Owner",
    "Target": r"Target",
    "Framework": r"Framework|Strategy",
}
COMMITTEES = {
    "People Committee": r"WRES|WDES|GPG",
    "Quality Committee": r"EDS22|AIS",
    "Equality Group": r"",
    "Trust Board": r"",
}
FILLS = {"Red": "D5281B", "Amber": "FFB81C", "Green": "007F3B", "Not rated": "AEB7BD"}
WIDTHS = {"Group": 24, "Description": 40, "Metrics": 40, "Action": 60, "Owner": 28}
IN_PAPERS = ["Group", "Action", "Owner", "Target", "RAG"]
QUARTER_ENDS = {"1": (6, 30), "2": (9, 30), "3": (12, 31), "4": (3, 31)}
YEAR = 2025


def read(workbook: Path) -> pd.DataFrame:
    """The actions of the first sheet, whose headings stand in row 4, with groups filled down."""
    found = pd.read_excel(workbook, skiprows=3)
    for name, pattern in COLUMNS.items():
        found = found.rename(columns={next(c for c in found.columns if re.search(pattern, str(c))): name})
    found = found[list(COLUMNS)]
    found[["Group", "Description", "Metrics"]] = found[["Group", "Description", "Metrics"]].ffill()
    return found.dropna(subset=["Action", "Owner"]).reset_index(drop=True)


def owners(text: object) -> str:
    """The owners of a cell, one after the other."""
    return "; ".join(part.strip() for part in re.split(r"\n|\s{2,}|[;/,]", str(text)) if part.strip())


def due(target: object) -> pd.Timestamp | None:
    """The last day of a quarter, of the year, or of what pandas takes for a date."""
    text = str(target)
    if quarters := re.findall(r"Q([1-4])", text):
        month, day = QUARTER_ENDS[quarters[-1]]
        return pd.Timestamp(YEAR + (month < 4), month, day)
    if "Throughout" in text:
        return pd.Timestamp(YEAR + 1, 3, 31)
    found = pd.to_datetime(text, errors="coerce", dayfirst=not text[:4].isdigit())
    return None if pd.isna(found) else found


def rag(day: pd.Timestamp | None) -> str:
    """Red when the day is past, Amber when it is near, else Green."""
    if day is None or pd.isna(day):
        return "Not rated"
    return "Red" if day < AS_AT else "Amber" if day <= AS_AT + SOON else "Green"


def rate(actions: pd.DataFrame) -> pd.DataFrame:
    """The actions with owners parted, due days and RAG."""
    actions["Owner"] = actions["Owner"].apply(owners)
    actions["Due"] = actions["Target"].apply(due)
    actions["RAG"] = actions["Due"].apply(rag)
    return actions


def write_tracker(actions: pd.DataFrame, path: Path) -> None:
    """A workbook of the actions and of counts by group, with headings, RAG fills, wraps and widths."""
    summary = pd.crosstab(actions["Group"], actions["RAG"])
    with pd.ExcelWriter(path, engine="openpyxl") as writer:
        actions.to_excel(writer, sheet_name="Actions", index=False)
        summary.to_excel(writer, sheet_name="Summary")
        for sheet in writer.sheets.values():
            style(sheet)


def style(sheet: Worksheet) -> None:
    """Give a sheet its look."""
    wrapped = Alignment(wrap_text=True, vertical="top")
    fills = {word: PatternFill("solid", fgColor=colour) for word, colour in FILLS.items()}
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = wrapped
            if cell.value in fills:
                cell.fill = fills[str(cell.value)]
    bold, blue = Font(bold=True, color="FFFFFF"), PatternFill("solid", fgColor="005EB8")
    for number, cell in enumerate(sheet[1], 1):
        cell.font, cell.fill = bold, blue
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(str(cell.value), 14)
    sheet.freeze_panes = "A2"


def write_paper(committee: str, actions: pd.DataFrame, path: Path, *, repaired: bool) -> None:
    """A paper with the counts and a table of the committee's actions."""
    document = docx.Document()
    document.add_heading(f"{committee}: EDI action plan", 0)
    counts = actions["RAG"].value_counts()
    document.add_paragraph(f"As at {AS_AT:%d %B %Y}: " + ", ".join(f"{n} {word}" for word, n in counts.items()))
    table = document.add_table(rows=len(actions) + 1, cols=len(IN_PAPERS), style="Table Grid")
    rows = [IN_PAPERS, *actions[IN_PAPERS].astype(str).to_numpy().tolist()]
    (fill_by_row if repaired else fill_by_cell)(table, rows)
    document.save(str(path))


def fill_by_cell(table: Table, rows: list[list[str]]) -> None:
    """Fill a table as people write it."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text


def fill_by_row(table: Table, rows: list[list[str]]) -> None:
    """Fill a table, taking its cells once a row."""
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def main() -> None:
    """Write the tracker and four papers."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--repaired", action="store_true")
    parser.add_argument("workbook", type=Path)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    output = given.folder
    output.mkdir(parents=True, exist_ok=True)
    actions = rate(read(given.workbook))
    write_tracker(actions, output / "tracker.xlsx")
    for committee, pattern in COMMITTEES.items():
        theirs = actions[actions["Framework"].astype(str).str.contains(pattern)]
        write_paper(committee, theirs, output / f"{committee}.docx", repaired=given.repaired)


if __name__ == "__main__":
    main()
