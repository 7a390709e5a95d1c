"""What holds for every action of a plan while it is understood."""

from __future__ import annotations

from msgspec import Struct

from edi_reports.model.action import Framework
from edi_reports.model.period import Period
from edi_reports.model.plan import KeyEntry
from edi_reports.model.raw import Field
from edi_reports.normalising.month_first import DayOrder
from edi_reports.normalising.nearer_years import YearSaid
from edi_reports.normalising.owners import OwnerRegister
from edi_reports.normalising.progress import Said


class Known(Struct, frozen=True):
    """What holds for every action; of its sheet, which columns it has (`here`)."""

    period: Period | None
    period_said: str
    register: OwnerRegister
    key: tuple[KeyEntry, ...]
    legend: dict[str, Said]
    answers: dict[tuple[str, int], dict[str, Said]]
    whole_plan: tuple[Framework, ...]
    frameworks: tuple[str, ...]
    columns: frozenset[Field]
    here: frozenset[Field] = frozenset()
    day_order: DayOrder = DayOrder()
    heading_years: dict[tuple[str, int], YearSaid] = {}
