"""Days, quarters and years as the NHS counts them, and how they are written."""

from __future__ import annotations

import calendar
from datetime import date

from msgspec import Struct


def long_date(day: date) -> str:
    """A day as British papers write it: "6 August 2018"."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


class Period(Struct, frozen=True, order=True):
    """A stretch of days, `start` and `due` both inclusive."""

    start: date
    due: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.due


def month_period(year: int, month: int) -> Period:
    """The first to the last day of a calendar month."""
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


class FinancialYear(Struct, frozen=True, order=True):
    """The NHS year that begins on 1 April of `first`: FinancialYear(2025) is 2025/26."""

    first: int

    @classmethod
    def containing(cls, day: date) -> FinancialYear:
        """The financial year in which `day` falls: 31 March belongs to the year before 1 April."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def period(self) -> Period:
        """1 April to 31 March."""
        return Period(date(self.first, 4, 1), date(self.first + 1, 3, 31))

    def quarter(self, number: int) -> Period:
        """Quarter 1 is April to June; quarter 4 is January to March of the next calendar year."""
        month = 4 + 3 * (number - 1)
        year, month = (self.first, month) if month <= 12 else (self.first + 1, month - 12)
        return Period(date(year, month, 1), month_period(year, month + 2).due)

    def __str__(self) -> str:
        return f"{self.first}/{(self.first + 1) % 100:02d}"


class Quarter(Struct, frozen=True, order=True):
    """A quarter of a financial year: Quarter(FinancialYear(2025), 2) is July to September 2025, "Q2 2025/26"."""

    year: FinancialYear
    number: int

    @classmethod
    def containing(cls, day: date) -> Quarter:
        """The quarter in which `day` falls."""
        return cls(FinancialYear.containing(day), (day.month - 4) % 12 // 3 + 1)

    @property
    def period(self) -> Period:
        """Its first and last day."""
        return self.year.quarter(self.number)

    def __str__(self) -> str:
        return f"Q{self.number} {self.year}"


class ReportingMonth(Struct, frozen=True, order=True):
    """The calendar month that a paper covers."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> ReportingMonth:
        """The month in which the as-at day falls."""
        return cls(day.year, day.month)

    @property
    def folder(self) -> str:
        """The name of its output folder: "2025-11"."""
        return f"{self.year}-{self.month:02d}"

    def __str__(self) -> str:
        return f"{calendar.month_name[self.month]} {self.year}"
