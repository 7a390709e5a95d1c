"""Plans as people edit them over a month or longer: of each edit is told what an auditor who watched would sign."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from edi_reports.model.action import Action
from edi_reports.model.change import PartingKind, PlanChanges
from edi_reports.recipe import read_plan
from edi_reports.settings import Settings
from edi_reports.versions import audit_workbooks
from tests.edited_plans import Edit, Places, write
from tests.edited_plans_relaid import RELAID
from tests.edited_plans_truth import CASES, Case


class Told:
    """The changes that are told of an edit, in the keys that only the tests know."""

    def __init__(self, changes: PlanChanges, old_places: Places, new_places: Places) -> None:
        self.changes = changes
        self.places = old_places, new_places
        matches = (*(each.match for each in self.changes.changed), *self.changes.moved, *self.changes.unchanged)
        self.certain = {self.old(match.old): self.new(match.new) for match in matches}
        self.doubted = {(self.old(match.old), self.new(match.new)) for match in self.changes.uncertain}

    def old(self, action: Action) -> str:
        return self.places[0][action.place.sheet, action.place.row]

    def new(self, action: Action) -> str:
        return self.places[1][action.place.sheet, action.place.row]

    def effects(self) -> dict[str, dict[str, str]]:
        """What is told of each certain pair, by field."""
        return {
            self.new(each.match.new): {change.field.value: change.effect for change in each.changes}
            for each in self.changes.changed
        }

    def values(self) -> dict[tuple[str, str], tuple[str, str]]:
        """What is told of each field of each certain pair that it was and is."""
        return {
            (self.new(each.match.new), change.field.value): (change.old, change.new)
            for each in self.changes.changed
            for change in each.changes
        }

    def further(self) -> dict[str, set[str]]:
        """The columns without a field of which a change is told, by action."""
        told: dict[str, set[str]] = {}
        for each in self.changes.further:
            told.setdefault(self.new(each.match.new), set()).add(each.column)
        return told

    def partings(self) -> list[tuple[PartingKind, str, list[str]]]:
        return sorted(
            (each.kind, self.old(each.whole), sorted(map(self.new, each.parts)))
            if each.kind is PartingKind.SPLIT
            else (each.kind, self.new(each.whole), sorted(map(self.old, each.parts)))
            for each in self.changes.partings
        )


def told_of(case: Case, folder: Path) -> list[tuple[Edit, Told]]:
    versions = [case.old, *(edit.version() for edit in case.edits)]
    paths = [folder / f"2025-{number:02} plan{each.layout.suffix}" for number, each in enumerate(versions, 1)]
    places = [write(version, path) for version, path in zip(versions, paths, strict=True)]
    assert [len(read_plan(path, Settings()).plan.counted) for path in paths] == [len(each.rows) for each in versions]
    audit = audit_workbooks(paths, Settings())
    steps = zip(case.edits, audit.steps, pairwise(places), strict=True)
    found = [(edit, Told(changes, *where)) for edit, changes, where in steps]
    return [*found, (case.whole, Told(audit.whole, places[0], places[-1]))] if case.whole else found


def parts_of(edit: Edit) -> set[tuple[str, str]]:
    """The pairs of a whole and a part: any of them may be called the same action."""
    splits = {(whole, part) for whole, parts in edit.splits for part in parts}
    return splits | {(part, whole) for whole, parts in edit.joins for part in parts}


@pytest.fixture(scope="module", params=[*CASES, *RELAID], ids=lambda case: case.__name__)
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Edit, Told]]:
    """The edits of a case, and what is told of each."""
    return told_of(request.param(), tmp_path_factory.mktemp("versions"))


def test_no_action_is_taken_for_another(found: list[tuple[Edit, Told]]) -> None:
    for edit, told in found:
        same = {(old, new) for old, new in told.certain.items() if edit.twins.get(old, old) == edit.twins.get(new, new)}

        assert set(told.certain.items()) - same <= parts_of(edit)
        assert {(old, new) for old, new in told.doubted if old != new} <= parts_of(edit) | edit.doubts


def test_every_action_is_known_again_and_only_what_is_doubtful_is_put_to_a_person(
    found: list[tuple[Edit, Told]],
) -> None:
    for edit, told in found:
        both = set(told.places[0].values()) & set(told.places[1].values())
        parts = {key for pair in parts_of(edit) for key in pair}
        twins = {*edit.twins, *edit.twins.values()}
        doubted = {old for old, new in told.doubted if old == new}

        assert both - set(told.certain) - doubted <= edit.lost | parts | twins
        assert doubted <= edit.fair


def test_each_change_is_told_and_nothing_else(found: list[tuple[Edit, Told]]) -> None:
    for edit, told in found:
        effects = told.effects()
        for key in {old for old, new in told.certain.items() if old == new}:
            fields, may = set(effects.get(key, {})), edit.may_tell.get(key, set())

            assert (key, fields - may) == (key, edit.told.get(key, set()) - may)
        for (key, field), words in edit.effects.items():
            assert words in effects[key][field]
        assert {told.new(match.new) for match in told.changes.moved} <= edit.moves


def test_each_change_is_told_with_what_it_was_and_what_it_is(found: list[tuple[Edit, Told]]) -> None:
    for edit, told in found:
        values = told.values()
        for (key, field), (old, new) in edit.values.items():
            if field in ("action", "update") and (key, field) in values:
                assert [" ".join(each.split()) for each in values[key, field]] == [
                    " ".join(each.split()) for each in (old, new)
                ]


def test_a_change_in_a_column_without_a_field_is_told_and_nothing_else(found: list[tuple[Edit, Told]]) -> None:
    for edit, told in found:
        assert told.further() == edit.further


def test_what_was_split_and_what_was_joined_is_told_and_nothing_else(found: list[tuple[Edit, Told]]) -> None:
    for edit, told in found:
        splits = [(PartingKind.SPLIT, whole, sorted(parts)) for whole, parts in edit.splits]
        joins = [(PartingKind.MERGED, whole, sorted(parts)) for whole, parts in edit.joins]

        assert told.partings() == sorted([*splits, *joins])


def test_every_action_is_accounted_for_once(found: list[tuple[Edit, Told]]) -> None:
    for _, told in found:
        changes = told.changes
        matches = [*(each.match for each in changes.changed), *changes.moved, *changes.unchanged, *changes.uncertain]

        assert Counter(told.old(m.old) for m in matches) + Counter(map(told.old, changes.removed)) == Counter(
            told.places[0].values()
        )
        assert Counter(told.new(m.new) for m in matches) + Counter(map(told.new, changes.added)) == Counter(
            told.places[1].values()
        )
