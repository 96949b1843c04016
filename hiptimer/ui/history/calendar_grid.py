"""Where the days of a year lie in a calendar with a column for each week."""

from dataclasses import dataclass
from datetime import date, timedelta

from hiptimer.model.time_words import month_short

WEEKS = 53
# Minutes from which a day is shown in the next stronger shade.
STEPS = (5, 10, 20)


@dataclass(frozen=True, slots=True)
class CalendarGrid:
    """The 53 weeks that end with the one of `last`; days after `last` are not in it."""

    last: date

    @property
    def first(self) -> date:
        """A Monday, or the first day there is."""
        weeks = timedelta(weeks=WEEKS - 1)
        return monday_of(self.last) - min(weeks, monday_of(self.last) - date.min)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def place(self, day: date) -> tuple[int, int]:
        """The column and row of a day, from 0; Monday is the top row."""
        number = (day - self.first).days
        return number // 7, number % 7

    def day(self, column: int, row: int) -> date | None:
        """The day at a place; None where there is none."""
        if not (0 <= column < WEEKS and 0 <= row < 7):
            return None
        number = column * 7 + row
        return self.first + timedelta(days=number) if number < self.days else None

    def months(self) -> list[tuple[int, str]]:
        """The columns in which a month begins, with its name; a short one at the edge is left."""
        found: list[tuple[int, str]] = []
        for column in range((self.days + 6) // 7):
            monday = self.first + timedelta(weeks=column)
            name = month_short(monday.month)
            if not found or found[-1][1] != name:
                found.append((column, name))
        # Two names in neighbouring columns would run into each other.
        if len(found) > 1 and found[1][0] - found[0][0] < 3:
            del found[0]
        if found and found[-1][0] > WEEKS - 2:
            del found[-1]
        return found


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def step_of(seconds: float) -> int:
    """How strongly a day with a session of so many seconds is shown, from 1 to 4."""
    return 1 + sum(seconds >= 60 * minutes for minutes in STEPS)
