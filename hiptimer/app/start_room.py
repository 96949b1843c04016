"""Where to start, joined to what is kept and to the routines there are."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Past
from hiptimer.app.house import House
from hiptimer.app.moves import move_words
from hiptimer.app.start_note import settle_start
from hiptimer.app.suits import Suits, safety_words
from hiptimer.app.why_room import WhyRoom
from hiptimer.model.complaint import Complaint
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine
from hiptimer.model.time_words import minutes_words
from hiptimer.model.words import amount_words, fetch_words, rounds_words
from hiptimer.ui.start.page import StartPage
from hiptimer.ui.start.proposal import ProposedStart
from hiptimer.workout.safety import GENERAL, STRICT
from hiptimer.workout.starting import Answers, Start, starting
from hiptimer.workout.suiting import suited
from hiptimer.workout.suiting_words import nothing_left, sentences


class StartRoom(QObject):
    """`chosen` carries the id of the routine to use; `suits_changed` comes when other things are
    at hand or sore than before; `left` with the way back.
    """

    chosen = Signal(str)
    suits_changed = Signal()
    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._home = house.home
        self._answers: Answers | None = None
        self._start: Start | None = None
        self._why: WhyRoom | None = None
        self.page = StartPage(house.icons, house.album)
        self.page.answered.connect(self._propose)
        self.page.sore_chosen.connect(self._spare)
        self.page.use_wished.connect(self._use)
        self.page.why_wished.connect(self._tell_why)
        self.page.left.connect(self.left)

    def open(self) -> None:
        self.page.ask(self._home.settings.equipment or ())
        self._house.main.show_full(self.page)

    def _propose(self, answers: Answers) -> None:
        self._answers = answers
        if answers.equipment != self._home.settings.equipment:
            self._home.change_settings(equipment=answers.equipment)
            self.suits_changed.emit()
        self._show()

    def _spare(self, sore: tuple[Complaint, ...]) -> None:
        self._home.change_settings(sore=sore)
        self.suits_changed.emit()
        self._show()

    def _show(self) -> None:
        """The routine the answers lead to; what is sore only takes from it."""
        if self._answers is None:
            return
        catalogue = self._home.catalogue
        self._start = starting(self._answers, catalogue.routines, catalogue.exercises)
        if self._start is not None:
            self.page.show_start(self._proposed(self._start))

    def _proposed(self, start: Start) -> ProposedStart:
        settings, exercises = self._home.settings, self._home.catalogue.exercises
        suit = suited(start.routine, exercises, settings.equipment or (), settings.sore)
        routine, changes = suit.routine, sentences(suit.changes)
        if routine is None:
            changes = (nothing_left(start.routine.name, settings.sore),)
        return ProposedStart(
            name=start.routine.name,
            why=start.why,
            facts=self._facts(routine) if routine is not None else "",
            moves=self._moves(routine) if routine is not None else (),
            changes=changes,
            safety=self._safety(),
            sore=settings.sore,
        )

    def _facts(self, routine: Routine) -> str:
        parts = (
            minutes_words(self._home.lay_out(routine, Past()).seconds),
            rounds_words(routine.rounds),
            fetch_words(self._home.catalogue.needs_of(routine)),
        )
        return " · ".join(part for part in parts if part)

    def _moves(self, routine: Routine) -> tuple[tuple[str, str], ...]:
        exercises = self._home.catalogue.exercises
        moves = ((step, exercises[step.exercise]) for step in routine.steps)
        return tuple(
            (e.id, move_words(amount_words(step.dose(e)), e.name, per_side=e.per_side))
            for step, e in moves
        )

    def _safety(self) -> str:
        settings = self._home.settings
        has_traffic_light = settings.pain_rule == "traffic_light"
        words = safety_words(settings.sore, has_traffic_light=has_traffic_light)
        return f"{words or tr(STRICT)} {tr(GENERAL)}"

    def _use(self) -> None:
        """Take it for today, in its form without what is not at hand."""
        if self._start is None:
            return
        if self._start.suited.changes:
            Suits(self._home).go_without(self._start.routine.id)
        settle_start(self._home)
        self.chosen.emit(self._start.routine.id)
        self.left.emit()

    def _tell_why(self) -> None:
        if self._why is None:
            self._why = WhyRoom(self._house)
            self._why.left.connect(self._come_back)
        self._why.tell()

    def _come_back(self) -> None:
        self._house.main.show_full(self.page)
