"""The self-check: its page, and leading through it."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.house import House
from hiptimer.model.self_check import MEASURES, SELF_CHECK
from hiptimer.ui.self_check.page import MeasureCard, SelfCheckPage
from hiptimer.workout.self_check import results, self_check_routine


class SelfCheckRoom(QObject):
    """`start_wished` carries the Routine of the self-check; `left` comes with the way back."""

    start_wished = Signal(object)
    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        exercises = house.home.catalogue.exercises
        measures = [m for m in MEASURES if m.exercise_id in exercises]
        cards = [MeasureCard(m, exercises[m.exercise_id].name) for m in measures]
        self._page = SelfCheckPage(cards, house.album)
        self._page.left.connect(self.left)
        self._page.start_wished.connect(self._start)

    def open(self) -> None:
        """Show the page with what has been measured so far."""
        self._page.show_results(results(self._house.home.read_sessions_of(SELF_CHECK)))
        self._house.main.show_full(self._page)

    def _start(self) -> None:
        routine = self_check_routine(self._house.home.catalogue.exercises)
        if routine is not None:
            self.start_wished.emit(routine)
