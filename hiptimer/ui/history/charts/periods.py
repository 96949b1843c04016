"""Stretches of time along a chart: how coarse they are, where they begin, what they are called."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from hiptimer.model.language import tr
from hiptimer.model.time_words import day_and_month, full_date_words, month_and_year, month_short

# More bars than this stand too close together to be pointed at.
MOST_BARS = 60
FEW_DAYS = 16


class Grain(StrEnum):
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def start(self, day: date) -> date:
        """The first day of the stretch that `day` is in.

        A week belongs to the month and the year of most of its days: ask with its Thursday.
        """
        if self is Grain.WEEK:
            return day - timedelta(days=day.weekday())
        return day.replace(day=1) if self is Grain.MONTH else day.replace(month=1, day=1)

    def following(self, start: date) -> date | None:
        """The first day of the next stretch; None after the last day there is."""
        try:
            if self is Grain.WEEK:
                return start + timedelta(days=7)
            if self is Grain.YEAR or start.month == 12:
                return date(start.year + 1, 1, 1)
            return start.replace(month=start.month + 1)
        except (OverflowError, ValueError):
            return None

    def words(self, start: date) -> str:
        """Such as "Week of 3 Nov 2025", "Nov 2025", "2025"."""
        if self is Grain.YEAR:
            return str(start.year)
        if self is Grain.MONTH:
            return month_and_year(start)
        # L: {date} is such as 3 Nov 2025.
        return tr("Week of {date}", date=full_date_words(start))


def count(grain: Grain, first: date, last: date) -> int:
    """How many stretches lie from the one of `first` to the one of `last`."""
    a, b = grain.start(first), grain.start(last)
    if grain is Grain.WEEK:
        return (b - a).days // 7 + 1
    if grain is Grain.MONTH:
        return (b.year - a.year) * 12 + b.month - a.month + 1
    return b.year - a.year + 1


def grain_for(first: date, last: date, most: int = MOST_BARS) -> Grain:
    """Weeks; months where that makes more than `most`, and years where months do too."""
    for grain in (Grain.WEEK, Grain.MONTH):
        if count(grain, first, last) <= most:
            return grain
    return Grain.YEAR


def starts(grain: Grain, first: date, last: date) -> list[date]:
    """The first days of all stretches from the one of `first` to the one of `last`."""
    found = []
    start: date | None = grain.start(first)
    while start is not None and start <= last:
        found.append(start)
        start = grain.following(start)
    return found


def range_words(first: date, last: date) -> str:
    """Such as "3 Nov to 21 Dec 2025"; the first year only where it is another."""
    if first == last:
        return full_date_words(last)
    start = day_and_month(first) if first.year == last.year else full_date_words(first)
    # L: From a day to a day, such as 3 Nov to 21 Dec 2025.
    return tr("{first} to {last}", first=start, last=full_date_words(last))


def labels(days: Sequence[date]) -> list[tuple[int, str]]:
    """What to write under which of `days`, in order: days, or only where a month or year begins.

    Days where there are few, months up to three years, else years.
    """
    if not days:
        return []
    if len(days) <= FEW_DAYS and (days[-1] - days[0]).days <= 7 * FEW_DAYS:
        return [(place, day_and_month(day)) for place, day in enumerate(days)]
    by_month = (days[-1] - days[0]).days <= 3 * 366
    grain = Grain.MONTH if by_month else Grain.YEAR
    begun = [grain.start(day) for day in days]
    return [
        (place, _label(start, by_month))
        for place, start in enumerate(begun)
        if place == 0 or start != begun[place - 1]
    ]


def _label(start: date, by_month: bool) -> str:
    if by_month and start.month > 1:
        return month_short(start.month)
    return str(start.year)
