"""What a row of a table is: an action, a line that stands above actions, a sum, or a word that there is none."""

from __future__ import annotations

from pathlib import Path

from tests.test_reading_carried import exported


def test_a_text_in_the_first_row_of_a_group_is_the_groups_only_where_groups_are_written_once(tmp_path: Path) -> None:
    rows = """
        2: Objective | Action | Lead | Due | Risks
        3: Fair pay | Publish the pay gap report | Head of HR | Q4 | Late data
        4: {} | Review the bonus scheme | Head of HR | Q4 |
        5: Fair hiring | Train the interview panels | Head of OD | Q4 | Winter
        6: {} | Publish the shortlists | Head of OD | Q4 |
        """
    once = exported(tmp_path, rows.format("", ""))
    repeated = exported(tmp_path, rows.replace("3: Fair pay", "3:").format("Fair pay", "Fair hiring"))
    assert [action["other"] for action in once["actions"]] == [{"Risks": "Late data"}] * 2 + [{"Risks": "Winter"}] * 2
    assert [action["other"] for action in repeated["actions"]] == [{"Risks": "Late data"}, {}, {"Risks": "Winter"}, {}]
