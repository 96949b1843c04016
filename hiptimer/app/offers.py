"""Offers of more or of less, and what a person answers to them."""

from collections.abc import Callable
from datetime import date

from hiptimer.app.home import Home
from hiptimer.app.offering import Offering
from hiptimer.app.shelf import Shelf
from hiptimer.model.routine import Routine
from hiptimer.workout.progress.offer import Kind, Offer
from hiptimer.workout.progress.swapped import Swap


class Offers(Offering):
    """Changes nothing before something is accepted: then the routine becomes the person's own."""

    def __init__(self, home: Home, shelf: Shelf, today: Callable[[], date]) -> None:
        super().__init__(home, today)
        self._shelf = shelf

    def accept(self, offer: Offer, routine_id: str) -> bool:
        """Change the routine, and remember it; False, and nothing is changed, where the routine is
        another one since the offer was made. Raises ShelfError.
        """
        is_kept = self._keep(routine_id, offer.applied)
        if offer.becomes is not None and not is_kept:
            return False
        if offer.kind is not Kind.RESTART:
            accepted = {**self._home.settings.accepted, offer.name: self.day}
            self._home.change_settings(accepted=accepted)
        return True

    def decline(self, offer: Offer) -> None:
        """It is not made again for two weeks."""
        declined = {**self._home.settings.declined, offer.name: self.day}
        self._home.change_settings(declined=declined)

    def keep_swap(self, swap: Swap, routine_id: str) -> None:
        """Change the routine. Raises ShelfError."""
        self._keep(routine_id, swap.applied)

    def _keep(self, routine_id: str, change: Callable[[Routine], Routine]) -> bool:
        """Whether there was something to change."""
        routine = self._home.catalogue.routines.get(routine_id)
        if routine is None or (changed := change(routine)) == routine:
            return False
        self._shelf.save_routine(changed)
        return True
