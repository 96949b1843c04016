"""What an offer has to heed besides the exercise itself."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from hiptimer.model.complaint import Complaint
from hiptimer.model.equipment import Equipment
from hiptimer.model.exercise import Exercise
from hiptimer.model.performed import Feeling, Lately
from hiptimer.model.session import After
from hiptimer.workout.progress.offer import BACK, HARDER, RESTART
from hiptimer.workout.safety import STRONG_PAIN

# What is rare enough: level changes, questions after a no, exercises left for a while.
TWO_WEEKS = timedelta(days=14)
# Whoever has travelled west may have trained tomorrow.
ONE_DAY = timedelta(days=1)


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """`today` is on the person's calendar; `equipment` is what is at hand, None for all of it;
    `sore` are complaints that speak against exercises. With `is_strict` any pain is too much for
    more, otherwise pain below 4 is fine. `accepted` and `declined` are offers by name, with the
    day on which that was said last.
    """

    today: date
    exercises: Mapping[str, Exercise]
    lately: Lately
    equipment: Collection[Equipment] | None = None
    sore: Collection[Complaint] = ()
    is_strict: bool = True
    accepted: Mapping[str, date] = {}
    declined: Mapping[str, date] = {}

    def is_fine(self, felt: Feeling) -> bool:
        """Whether nothing in how it felt, then or afterwards, speaks against doing more."""
        allowed = 0 if self.is_strict else STRONG_PAIN - 1
        hurts = felt.worst > allowed or felt.is_in_front or bool(felt.signs)
        return not hurts and felt.after in (None, After.FINE)

    @property
    def is_fine_now(self) -> bool:
        """Whether nothing in the last session, or in any of today, speaks against doing more."""
        known = zip(self.lately.days, self.lately.felt, strict=True)
        so_far = [felt for day, felt in known if not self.is_ahead(day)]
        today = self.lately.felt_since(self.today)
        return all(map(self.is_fine, (*self.lately.felt[:1], *so_far[:1], *today)))

    def is_ahead(self, day: date) -> bool:
        """Whether a day has not come yet, anywhere on earth: a clock was set wrong."""
        return day > self.today + ONE_DAY

    @property
    def is_after_a_break(self) -> bool:
        """Whether nothing was done for two weeks, by somebody who has done something before."""
        return bool(self.lately.days) and self.today - self.lately.days[0] >= TWO_WEEKS

    def can_do(self, exercise: Exercise) -> bool:
        """Whether all that it needs is at hand, and no sore place speaks against it."""
        is_at_hand = self.equipment is None or all(n in self.equipment for n in exercise.needs)
        return is_at_hand and not any(c in self.sore for c in exercise.avoid_with)

    def was_declined(self, ways: Collection[str], exercise_id: str) -> bool:
        """Whether an offer of these ways was declined lately for an exercise."""
        return any(self._is_lately(self.declined.get(f"{way}:{exercise_id}")) for way in ways)

    @property
    def was_restart_declined(self) -> bool:
        return self._is_lately(self.declined.get(RESTART))

    def last_accepted(self, ways: Collection[str], exercise_id: str) -> date | None:
        """When an offer of these ways was last accepted for an exercise."""
        days = (self.accepted.get(f"{way}:{exercise_id}") for way in ways)
        return max((day for day in days if day is not None), default=None)

    def is_moving_elsewhere(self, family: str) -> bool:
        """Whether something harder was accepted lately in another family."""
        harder = self._accepted_for(HARDER)
        return any(self._is_lately(day) for exercise, day in harder if exercise.family != family)

    def last_step_back(self, family: str) -> date | None:
        """When a step back was last accepted in a family."""
        return max((d for e, d in self._accepted_for(BACK) if e.family == family), default=None)

    @property
    def last_back(self) -> date | None:
        """When a step back was last accepted at all."""
        return max((day for _exercise, day in self._accepted_for(BACK)), default=None)

    def _accepted_for(self, ways: Collection[str]) -> Iterator[tuple[Exercise, date]]:
        for name, day in self.accepted.items():
            way, _, exercise_id = name.partition(":")
            if way in ways and exercise_id in self.exercises:
                yield self.exercises[exercise_id], day

    def _is_lately(self, day: date | None) -> bool:
        return day is not None and self.today - day < TWO_WEEKS
