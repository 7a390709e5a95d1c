"""Print how well the reader does on the examiner's plans: `python -m tests.score_other_plans [PART OF A NAME]`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from edi_reports.recipe import export_plan
from tests.other_plans import PLANS
from tests.plan_examination import Fact, examine


def score(wanted: str = "") -> None:
    """Examine each plan whose name holds `wanted`; print figures and wrong facts, then totals."""
    every: list[Fact] = []
    for make in PLANS:
        if wanted in make.__name__:
            with tempfile.TemporaryDirectory() as folder:
                facts = examine(make(), Path(folder), export_plan)
            every.extend(facts)
            print(f"\n{make.__name__}: {share(facts)}")
            for fact in facts:
                if not fact.right:
                    print(f"  {fact}")
    print("\nAll plans")
    for field in dict.fromkeys(fact.field for fact in every):
        print(f"  {field:14} {share(fact for fact in every if fact.field == field)}")
    print(f"  {'all facts':14} {share(every)}")


def share(facts: Iterable[Fact]) -> str:
    """Write how many facts are right: "39/40 97.5 %"."""
    marks = [fact.right for fact in facts]
    return f"{sum(marks)}/{len(marks)} {100 * sum(marks) / max(len(marks), 1):.1f} %"


if __name__ == "__main__":
    score(*sys.argv[1:2])
