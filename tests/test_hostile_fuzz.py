"""Settings, templates, issued plans, manifests and ledgers, mutated at random: used, or refused in words."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from edi_reports.emailing.drafting import compose_drafts
from edi_reports.emailing.issued import read_issued
from edi_reports.emailing.ledger import read_ledger
from edi_reports.emailing.sending import left_to_send
from edi_reports.manifest import verify_output
from edi_reports.model.finding import CannotContinue
from edi_reports.reading.plan_document import read_plan_document
from edi_reports.reports.plan_document import compose_plan_document
from edi_reports.reports.settings_sheets import compose_settings
from edi_reports.settings import Settings, load_settings
from edi_reports.writing.default_template import write_default_template
from edi_reports.writing.excel import write_workbook
from edi_reports.writing.templates import check_template
from tests.mail_making import HEAD, NOVEMBER, issue, some_settings
from tests.plan_making import a_plan, an_action, rated
from tests.test_reading_fuzz import mutated, mutated_in_a_part, outcome
from tests.test_writing_word_templates import filled

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**30, 1.5, float("nan"), "", "x", "\ud800", "\u202e", "../../../etc/passwd", [], {}, [[]]),
    *(
        [None],
        {"a": 1},
        "2025-02-30",
        "9999-12-31",
        "A" * 5000,
        "A99999999999999999999",
        "red",
        "{{report}}",
        "1" * 5000,
    ),
)


def places_in(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every value below this one."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield (*above, key)
        yield from places_in(below, (*above, key))


def mutated_json(document: Any, rng: random.Random) -> bytes:
    """A document with some of its values replaced, lost or repeated."""
    changed = copy.deepcopy(document)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        *above, key = rng.choice([*places_in(changed)])
        value = changed
        for step in above:
            value = value[step]
        if rng.random() < 0.8:
            value[key] = copy.deepcopy(rng.choice(ODD))
        else:
            del value[key]
        if not [*places_in(changed)]:
            break
    data = json.dumps(changed).encode()
    return data[: rng.randrange(len(data))] if rng.random() < 0.05 else data


def outcomes(tries: Iterator[Callable[[], object]]) -> set[str]:
    return {outcome(one) for one in tries}


def test_a_mutated_settings_workbook_is_used_or_refused(tmp_path: Path) -> None:
    rng, trust, path = random.Random(11), Settings(), tmp_path / "settings.xlsx"
    made = write_workbook(
        compose_settings(None, None, trust.owners, trust.committees, trust.rag, trust.paper, trust.email, NOVEMBER_30)
    )

    def tries() -> Iterator[Callable[[], object]]:
        for _ in range(60):
            path.write_bytes(mutated_in_a_part(made, rng))
            yield partial(load_settings, path)

    assert outcomes(tries()) == {"read", "damaged-workbook"}


NOVEMBER_30 = rated(a_plan(an_action())).as_at


@pytest.mark.parametrize("mutate", [mutated, mutated_in_a_part])
def test_a_mutated_template_is_used_or_refused(mutate: Callable[[bytes, random.Random], bytes]) -> None:
    rng, template = random.Random(12), write_default_template()

    def use(data: bytes) -> None:
        check_template(data, "own.docx")
        filled(data)

    found = outcomes(partial(use, mutate(template, rng)) for _ in range(60))
    assert found <= {"read", "template-unusable", "template-active", "template-reaches-outside"}


def test_a_mutated_plan_json_is_read_or_refused_and_what_is_read_can_be_used() -> None:
    rng, document = random.Random(13), compose_plan_document(rated(a_plan(an_action(), an_action())))

    def use(data: bytes) -> None:
        json.dumps(compose_plan_document(read_plan_document(data, "plan.json")))

    assert outcomes(partial(use, mutated_json(document, rng)) for _ in range(600)) == {"read", "damaged-plan-json"}


def test_a_mutated_manifest_is_a_finding_or_a_refusal(tmp_path: Path) -> None:
    rng, folder = random.Random(14), issue(tmp_path)
    document = json.loads((folder / "manifest.json").read_bytes())

    def use() -> None:
        assert all(found.remedy for found in verify_output(tmp_path))
        compose_drafts(read_issued(tmp_path, NOVEMBER), some_settings(HEAD))

    def tries() -> Iterator[Callable[[], object]]:
        for _ in range(200):
            (folder / "manifest.json").write_bytes(mutated_json(document, rng))
            yield use

    assert outcomes(tries()) <= {"read", "issue-damaged", "not-in-issue", "issued-file-changed", "issued-file-missing"}


def test_a_mutated_ledger_is_read_or_refused_and_nothing_is_sent_by_it_twice(tmp_path: Path) -> None:
    rng, folder = random.Random(15), issue(tmp_path)
    issued = read_issued(tmp_path, NOVEMBER)
    drafts, _ = compose_drafts(issued, some_settings(replace(HEAD)))
    lines = [
        {"message": draft.fingerprint, "about": draft.about, "sent": list(draft.to), "trying": [], "at": "2025-12-01"}
        for draft in drafts
    ]
    path = folder.with_name("2025-11 sent.jsonl")

    def tries() -> Iterator[Callable[[], object]]:
        for _ in range(200):
            path.write_bytes(b"\n".join(mutated_json(line, rng) for line in lines))
            yield lambda: left_to_send(drafts, read_ledger(issued), again=False)

    assert outcomes(tries()) == {"read", "ledger-unreadable"}
    path.write_text("\n".join(map(json.dumps, lines)))
    assert left_to_send(drafts, read_ledger(issued), again=False) == ((), ())


def test_a_name_in_a_plan_json_that_is_no_text_is_refused() -> None:
    document = compose_plan_document(rated(a_plan(an_action())))
    document["actions"][0]["owners"] = [{"name": ["x"], "part": "lead", "as_written": "x"}]
    with pytest.raises(CannotContinue, match="damaged-plan-json"):
        read_plan_document(json.dumps(document).encode(), "plan.json")
