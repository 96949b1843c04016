"""The question about the next time on the end page, put anew whenever something is said there."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject

from hiptimer.app.home import Home
from hiptimer.app.offers import Offers
from hiptimer.app.shelf import ShelfError
from hiptimer.model.language import tr
from hiptimer.model.session import Session
from hiptimer.ui.done.next_card import NextCard
from hiptimer.workout.progress.offer import Offer
from hiptimer.workout.progress.swapped import Swap
from hiptimer.workout.progress.words import (
    Question,
    accepted_words,
    declined_words,
    offer_words,
    outgrown_words,
    swap_words,
)

log = logging.getLogger(__name__)


class NextTime(QObject):
    """Joins the card to the offers. What was swapped is asked about first, one after the other;
    then there is one offer at most, and after its answer no other on this page.
    """

    def __init__(self, home: Home, offers: Offers, card: NextCard) -> None:
        super().__init__()
        self._home = home
        self._offers = offers
        self._card = card
        self._session: Session | None = None
        self._past: Sequence[Session] = ()
        self._swaps: tuple[Swap, ...] = ()
        self._asked: Swap | Offer | None = None
        self._told: Question | None = None
        card.accepted.connect(self._accept)
        card.declined.connect(self._decline)

    def begin(self, session: Session) -> None:
        """A session has just ended."""
        self._past = self._offers.read(session.routine.id)
        self._swaps = self._offers.swaps(session)
        self._told = None
        self.follow(session)

    def follow(self, session: Session) -> None:
        """This is how the session stands now."""
        self._session = session
        self._asked = self._to_ask(session)
        self._card.show_question(self._question(session))

    def _to_ask(self, session: Session) -> Swap | Offer | None:
        if session.deleted_at is not None:
            return None
        if self._swaps:
            return self._swaps[0]
        return None if self._told is not None else self._offers.after(session, self._past)

    def _question(self, session: Session) -> Question | None:
        if self._asked is None:
            return self._told if session.deleted_at is None else None
        if isinstance(self._asked, Swap):
            return swap_words(self._asked, session.routine.name)
        return offer_words(self._asked, self._home.catalogue.exercises)

    def _accept(self) -> None:
        self._answer(is_wanted=True)

    def _decline(self) -> None:
        self._answer(is_wanted=False)

    def _answer(self, *, is_wanted: bool) -> None:
        asked, session = self._asked, self._session
        if asked is None or session is None:
            return
        try:
            if isinstance(asked, Swap):
                self._answer_swap(asked, session, is_wanted=is_wanted)
            else:
                self._answer_offer(asked, session, is_wanted=is_wanted)
        except ShelfError as error:
            log.warning("%s", error)
            self._swaps = ()
            self._told = Question(title=tr("That could not be kept."), text=str(error))
        self.follow(session)

    def _answer_swap(self, swap: Swap, session: Session, *, is_wanted: bool) -> None:
        if is_wanted:
            self._offers.keep_swap(swap, session.routine.id)
        self._swaps = self._swaps[1:]

    def _answer_offer(self, offer: Offer, session: Session, *, is_wanted: bool) -> None:
        if is_wanted and self._offers.accept(offer, session.routine.id):
            exercises = self._home.catalogue.exercises
            self._told = accepted_words(offer, exercises, session.routine.name)
        elif is_wanted:
            self._told = outgrown_words(session.routine.name)
        else:
            self._offers.decline(offer)
            self._told = declined_words()
