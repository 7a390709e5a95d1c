"""What a key says: colours explained by words, short forms explained by colours, keys on a sheet of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from edi_reports.recipe import export_plan
from tests.other_plans_truth import a_workbook, draw, paint, saved
from tests.plan_examination import AS_AT

PLAN = """
    1: Inclusion action plan 2025/26
    2: Action | Lead | Due | {}
    3: Review the leave policy | Head of HR | Q4 | {}
    4: Publish the pay gap report | Head of OD | Q4 | {}
    5: Train the interview panels | Head of HR | Q4 | {}
"""


def exported(folder: Path, drawing: str, key: str = "", **fills: str) -> dict[str, Any]:
    book, (sheet, cover) = a_workbook("Plan", "Notes")
    draw(sheet, drawing)
    draw(cover, key)
    paint(sheet, **fills)
    path = folder / "plan.xlsx"
    path.write_bytes(saved(book))
    return export_plan(path, AS_AT)


def stated(document: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(action["progress"]["state"], action["stated_rag"]) for action in document["actions"]]


def test_a_line_that_says_what_a_colour_means_is_key_and_no_action(tmp_path: Path) -> None:
    key = "7: Key to confidence\n8: Green: high confidence\n9: Red: low confidence"
    drawing = PLAN.format("Confidence in delivery", "", "", "")
    document = exported(tmp_path, drawing + key, D3="00B050", D4="FF0000", D5="00B050", A8="00B050", A9="FF0000")
    assert stated(document) == [("not_stated", "green"), ("not_stated", "red"), ("not_stated", "green")]
    assert document["tally"]["key"] == 3


def test_numbers_state_the_colour_that_the_key_gives_them(tmp_path: Path) -> None:
    key = "7: #1 | Blue – complete\n8: #2 | Green – on track\n9: #3 | Red – off track"
    document = exported(tmp_path, PLAN.format("BRAG", "#1", "#2", "#3") + key)
    assert stated(document) == [("completed", "blue"), ("in_progress", "green"), ("not_stated", "red")]


def test_numbers_without_a_key_state_nothing(tmp_path: Path) -> None:
    assert stated(exported(tmp_path, PLAN.format("BRAG", "#1", "#2", "#3"))) == [("not_stated", None)] * 3


def test_a_key_in_words_on_another_sheet_says_what_a_colour_word_means(tmp_path: Path) -> None:
    drawing = PLAN.format("RAG", "Blue", "Green", "Red")
    key = "1: How to use\n3: Red | Off track\n4: Green | On track\n5: Blue | Completed, evidence filed"
    assert stated(exported(tmp_path, drawing, key))[0] == ("completed", "blue")
    assert stated(exported(tmp_path, drawing))[0] == ("not_stated", "blue")


def test_an_action_that_begins_with_a_colour_is_an_action(tmp_path: Path) -> None:
    drawing = """
        1: Inclusion action plan 2025/26
        2: Action | Lead | Due
        3: Green: plant a garden for rest | Head of Estates | Q4
        4: Red: stop late shifts before Eid | Head of HR | Q4
    """
    assert [action["row"] for action in exported(tmp_path, drawing)["actions"]] == [3, 4]


def test_states_with_a_short_form_in_the_same_cell_are_a_key(tmp_path: Path) -> None:
    key = "7: 1 = Not started\n8: 2 = In progress\n9: 3 = Complete"
    document = exported(tmp_path, PLAN.format("BRAG", "#3", "#2", "#1") + key)
    assert [state for state, _ in stated(document)] == ["completed", "in_progress", "not_started"]
    assert document["tally"]["key"] == 3


def test_numbers_on_another_sheet_without_a_coloured_key_are_no_counts_of_the_key(tmp_path: Path) -> None:
    drawing = PLAN.format("Status", "Complete", "In progress", "Not started")
    document = exported(tmp_path, drawing, "1: Dashboard\n3: Completed 2025\n4: Complete: 7\n5: In progress: 9")
    assert not [found for found in document["findings"] if found["code"] == "key-count-differs"]


def test_a_fill_that_would_mean_several_things_is_the_look_of_a_row_and_means_nothing(tmp_path: Path) -> None:
    counts = "8: Complete | In progress | Not started\n9: #1 | #1 | #1"
    alike = {"A8": "005EB8", "B8": "005EB8", "C8": "005EB8"}
    document = exported(tmp_path, PLAN.format("Status", "", "", "") + counts, D3="005EB8", D4="00B050", **alike)
    assert stated(document) == [("not_stated", None)] * 3
    assert "unkeyed-fill" in {found["code"] for found in document["findings"]}


def test_a_colour_between_two_others_of_a_key_is_part_of_it_whatever_its_words(tmp_path: Path) -> None:
    key = "8: BRAG key | B – complete | G – on track | A – some slippage | R – off track"
    fills = {"B8": "00B0F0", "C8": "92D050", "D8": "FFC000", "E8": "FF0000"}
    document = exported(tmp_path, PLAN.format("BRAG", "", "", "") + key, D3="00B0F0", D4="FFC000", D5="FF0000", **fills)
    assert stated(document) == [("completed", None), ("not_stated", "amber"), ("not_stated", "red")]
    assert "unkeyed-fill" not in {found["code"] for found in document["findings"]}


def test_a_key_of_signs_says_what_each_of_them_means(tmp_path: Path) -> None:
    key = "8: 🔵 Complete | 🟢 On track | 🟡 Minor delay | ⚪ Not yet started"
    document = exported(tmp_path, PLAN.format("Nov RAG", "🔵 ↑", "🟡", "⚪") + key)
    assert stated(document) == [("completed", "blue"), ("not_stated", "amber"), ("not_started", None)]
    assert document["tally"]["key"] == 4


def test_a_note_on_another_sheet_says_in_words_what_the_colours_of_the_plan_mean(tmp_path: Path) -> None:
    note = "1: Please update your lines each month\n3: BRAG: Blue = done, Red = late, Amber = at risk, Green = on plan"
    document = exported(tmp_path, PLAN.format("BRAG", "", "", ""), note, D3="0070C0", D4="FF0000", D5="FFC000")
    assert stated(document) == [("completed", "blue"), ("not_stated", "red"), ("not_stated", "amber")]
    assert "unkeyed-fill" not in {found["code"] for found in document["findings"]}


def test_a_key_in_one_sentence_says_what_the_fills_of_whole_rows_mean(tmp_path: Path) -> None:
    sentence = "green rows are complete, rows in yellow are in progress"
    rows = PLAN.replace("action plan 2025/26", f"action plan 2025/26: {sentence}")
    green, yellow = dict.fromkeys(("A3", "B3", "C3"), "92D050"), dict.fromkeys(("A4", "B4", "C4"), "FFFF00")
    drawing = "\n".join(line.rsplit(" | ", 1)[0] for line in rows.strip().splitlines())
    told = exported(tmp_path, drawing, **green, **yellow)
    assert [state for state, _ in stated(told)] == ["completed", "in_progress", "not_stated"]
    silent = exported(tmp_path, drawing.replace(sentence, "colours are for the eye"), **green, **yellow)
    assert {state for state, _ in stated(silent)} == {"not_stated"}


def test_samples_in_words_of_progress_below_the_table_say_what_the_fills_of_whole_rows_mean(tmp_path: Path) -> None:
    drawing = "\n".join(line.rsplit(" | ", 1)[0] for line in PLAN.strip().splitlines())
    key = "\n8: Completed\n9: Work has begun\n10: No progress"
    fills = {"A3": "A9D08E", "A4": "FFE699", "A5": "F4B084", "A8": "A9D08E", "A9": "FFE699", "A10": "F4B084"}
    assert [state for state, _ in stated(exported(tmp_path, drawing + key, **fills))] == [
        "completed",
        "in_progress",
        "not_started",
    ]


def test_a_line_that_explains_signs_is_no_action_and_says_what_they_mean(tmp_path: Path) -> None:
    key = "\n7: ◔ not started   ◐ under way   ✔ complete and evidenced   ✖ will not be done"
    document = exported(tmp_path, PLAN.format("Status", "✔", "◐", "◔") + key)
    assert [state for state, _ in stated(document)] == ["completed", "in_progress", "not_started"]
    assert [item["cell"] for item in document["unplaced"]] == ["A7"]


def test_a_fill_that_stands_for_a_delay_or_a_late_start_states_its_rag(tmp_path: Path) -> None:
    key = "\n8: Complete\n9: In progress\n10: Significant delay / not started"
    fills = {"A8": "00B050", "A9": "FFC000", "A10": "FF0000", "D3": "FF0000", "D4": "FFC000", "D5": "00B050"}
    rags = [rag for _, rag in stated(exported(tmp_path, PLAN.format("RAG", "", "", "") + key, **fills))]
    assert rags[0] == "red"
