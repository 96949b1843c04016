"""How much time there is until the person leaves, and what of a routine is done in it."""

import math
import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

import msgspec

from hiptimer.app.home import Home, Past
from hiptimer.app.now import local_now
from hiptimer.model.clock_time import read_clock
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine
from hiptimer.model.time_words import clock_words, duration_words, finish_words
from hiptimer.ui.today.plan import Trial
from hiptimer.workout.fitting import Fitted
from hiptimer.workout.left_out import left_out_words

# One decimal: with two, such as 7.30, it is a time of the day.
MINUTES = re.compile(r"(\d{1,3})(?:[.,](\d))?\s*(?:m|min|mins|minutes?|minutos?)?", re.IGNORECASE)
STEP_S = 30
OFFERED_MIN = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 45, 60, 90)


class TimeLeft(msgspec.Struct, frozen=True):
    """Either so many minutes from the start on, or the moment at which the person leaves."""

    minutes: float = 0
    leave_at: datetime | None = None

    def seconds(self, now: datetime) -> float:
        """How long a workout that starts now may take; less than 0 when it is too late.

        Until the person leaves it is counted in half minutes, so that what is shown does not
        change at every look at the clock.
        """
        if self.leave_at is None:
            return self.minutes * 60
        return (self.leave_at - now).total_seconds() // STEP_S * STEP_S

    @property
    def words(self) -> str:
        """Such as "6 min", "the time until 07:30"."""
        if self.leave_at is None:
            return duration_words(self.minutes * 60)
        # L: In the place of {time} in "All of it fits into {time}.".
        return tr("the time until {clock}", clock=clock_words(self.leave_at))


def read_time_left(typed: str, now: datetime) -> TimeLeft | None:
    """From "6", "6 min", "2,5", "2.5" or "7:30", which is the next time like that on the clock."""
    text = typed.strip()
    if (clock := read_clock(text)) is not None:
        return TimeLeft(leave_at=_next(clock, now))
    typed_minutes = MINUTES.fullmatch(text)
    if typed_minutes is None:
        return None
    minutes = float(f"{typed_minutes[1]}.{typed_minutes[2] or 0}")
    return TimeLeft(minutes) if minutes else None


def _next(clock: time, now: datetime) -> datetime:
    wall = datetime.combine(now.date(), clock)
    if wall <= now.replace(tzinfo=None):
        wall += timedelta(days=1)
    return wall.astimezone()


class TimeThere:
    """The time there is today, as the person has said: none said means that there is enough."""

    def __init__(self, home: Home, now: Callable[[], datetime] = local_now) -> None:
        self._home = home
        self._now = now
        self._left: TimeLeft | None = None

    def take(self, typed: str) -> None:
        """Fit to what was typed from now on; does nothing when that is no time."""
        self._left = read_time_left(typed, self._now()) or self._left

    def forget(self) -> None:
        """There is enough time."""
        self._left = None

    def routine(self, whole: Routine, past: Past) -> Routine:
        """What is to be done now. All of it when nothing fits, which `words` then says."""
        if self._left is None:
            return whole
        return self._fit(whole, past, self._left).routine or whole

    def words(self, whole: Routine, past: Past) -> str:
        """What became of the routine, in one line; empty when there is enough time."""
        if self._left is None:
            return ""
        fitted = self._fit(whole, past, self._left)
        if fitted.routine is None:
            return tr("Nothing of it fits into {time}. This is all of it.", time=self._left.words)
        left_out = left_out_words(fitted)
        if not left_out:
            return tr("All of it fits into {time}.", time=self._left.words)
        return f"{tr('Fitted to {time}', time=self._left.words)} · {left_out}"

    def offered(self, whole: Routine, past: Past) -> tuple[int, ...]:
        """Whole minutes that are less than the routine takes."""
        seconds = self._home.lay_out(whole, past).seconds
        return tuple(minutes for minutes in OFFERED_MIN if minutes * 60 < seconds - 30)

    def trial(self, typed: str, whole: Routine, past: Past) -> Trial:
        """What would be left out, were the time as typed."""
        left = read_time_left(typed, self._now())
        if left is None:
            unclear = tr("Minutes such as 6, or a time such as 7:30.")
            return Trial(unclear if typed.strip() else "")
        fitted = self._fit(whole, past, left)
        if fitted.routine is None:
            least = duration_words(math.ceil(fitted.seconds))
            return Trial(
                tr("Nothing fits into {time}.", time=left.words),
                tr("The least takes {duration}.", duration=least),
            )
        finish = finish_words(
            self._now(), fitted.seconds, is_guess=self._waits_for_person(fitted.routine)
        )
        return Trial(
            f"{duration_words(fitted.seconds)} · {finish}",
            left_out_words(fitted) or tr("All of it fits."),
            can_be_used=True,
        )

    def _waits_for_person(self, routine: Routine) -> bool:
        exercises = self._home.catalogue.exercises
        has_reps = any(not exercises[step.exercise].is_hold for step in routine.steps)
        return self._home.settings.my_pace and has_reps

    def _fit(self, whole: Routine, past: Past, left: TimeLeft) -> Fitted:
        return self._home.fit(whole, past, left.seconds(self._now()))
