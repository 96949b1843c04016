"""An offer on Today, before a workout."""

import logging
from datetime import date

from hiptimer.app.home import Home
from hiptimer.app.offers import Offers
from hiptimer.app.shelf import ShelfError
from hiptimer.app.today import Today
from hiptimer.model.language import tr
from hiptimer.ui.today.note_card import Note, NoteChoice
from hiptimer.ui.widgets.button import Look
from hiptimer.workout.progress.offer import Kind, Offer
from hiptimer.workout.progress.rule import GENTLE
from hiptimer.workout.progress.words import offer_words

log = logging.getLogger(__name__)
YES, NO = "yes", "no"


class OfferNote:
    """Says it until it is answered, one a day; whoever closes it is asked again at the next start.

    Were the next offer to follow at once, in the same place, a double click would take both.
    """

    def __init__(self, home: Home, today: Today, offers: Offers) -> None:
        self._home = home
        self._today = today
        self._offers = offers
        self._offer: Offer | None = None
        self._routine_id = ""
        self._answered_on: date | None = None
        self._problem = ""

    def note(self) -> Note | None:
        if self._problem:
            return Note(title=tr("That could not be kept."), text=self._problem)
        routine = self._today.routine
        is_answered = self._answered_on == self._offers.day
        if routine is None or is_answered:
            return None
        offer = self._offers.before(routine.id)
        if offer is None:
            return None
        self._offer, self._routine_id = offer, routine.id
        put = offer_words(offer, self._home.catalogue.exercises)
        yes = put.yes if offer.kind is Kind.RESTART else tr("Use it")
        return Note(
            title=put.title,
            text=f"{put.what}. {put.text}",
            choices=(
                NoteChoice(YES, yes, Look.PRIMARY),
                NoteChoice(NO, put.no),
            ),
            picture=put.exercise_id,
        )

    def answer(self, choice: str) -> None:
        offer, self._offer = self._offer, None
        if self._problem:
            self._problem = ""
        elif offer is not None:
            self._answered_on = self._offers.day
            if choice == YES:
                self._accept(offer)
            elif choice == NO:
                self._offers.decline(offer)

    def _accept(self, offer: Offer) -> None:
        if offer.kind is Kind.RESTART:
            self._today.choose(GENTLE)
            return
        try:
            self._offers.accept(offer, self._routine_id)
        except ShelfError as error:
            log.warning("%s", error)
            self._problem = str(error)
