"""Offers of more or of less, made from what was done."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from hiptimer.app.home import Home
from hiptimer.app.now import local_now
from hiptimer.model.performed import lately
from hiptimer.model.session import Session
from hiptimer.workout.progress.offer import Offer
from hiptimer.workout.progress.rule import GENTLE, offer_for
from hiptimer.workout.progress.situation import Situation
from hiptimer.workout.progress.swapped import Swap, swaps

# So much of each exercise is looked at; the rule asks for six sessions or two weeks.
NEWEST = 12


class Offering:
    """Makes offers and changes nothing. `today` is the date on the person's calendar."""

    def __init__(self, home: Home, today: Callable[[], date]) -> None:
        self._home = home
        self._today = today

    @property
    def day(self) -> date:
        """Today, on the person's calendar."""
        return self._today()

    def read(self, routine_id: str) -> list[Session]:
        """The last sessions that say something of a routine's exercises. With 10,000 sessions it
        takes some 15 ms.
        """
        routine = self._home.catalogue.routines.get(routine_id)
        if routine is None:
            return []
        return self._home.read_recent({step.exercise for step in routine.steps}, NEWEST)

    def before(self, routine_id: str) -> Offer | None:
        """What to offer before a workout, with a gentle routine after a break."""
        can_restart = GENTLE in self._home.catalogue.routines
        return self._offer(routine_id, self.read(routine_id), can_restart=can_restart, only=None)

    def after(self, session: Session, past: Sequence[Session]) -> Offer | None:
        """What to offer right after `session`, as it stands now, for what was done in it. `past`
        is what `read` gave. A session that does not count leads to nothing.
        """
        told = [*(one for one in past if one.id != session.id), session]
        if session.deleted_at is not None or session.speed != 1:
            return None
        only = {record.exercise.id for record in session.sets if record.started_at is not None}
        return self._offer(session.routine.id, told, can_restart=False, only=only)

    def swaps(self, session: Session) -> tuple[Swap, ...]:
        """What was swapped in a session and could stay."""
        routine = self._home.catalogue.routines.get(session.routine.id)
        if routine is None or session.deleted_at is not None:
            return ()
        return swaps(session, routine, self._home.catalogue.exercises)

    def _offer(
        self,
        routine_id: str,
        past: Sequence[Session],
        *,
        can_restart: bool,
        only: Collection[str] | None,
    ) -> Offer | None:
        routine = self._home.catalogue.routines.get(routine_id)
        if routine is None:
            return None
        return offer_for(routine, self._situation(past), can_restart=can_restart, only=only)

    def _situation(self, past: Sequence[Session]) -> Situation:
        settings = self._home.settings
        return Situation(
            today=self.day,
            exercises=self._home.catalogue.exercises,
            lately=lately(past),
            equipment=settings.equipment,
            sore=settings.sore,
            is_strict=settings.pain_rule == "strict",
            accepted=settings.accepted,
            declined=settings.declined,
        )


def local_today() -> date:
    return local_now().date()
