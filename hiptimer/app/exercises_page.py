"""The Exercises page, joined to the catalogue, the history and what is at hand."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from hiptimer.app.asking import Asking
from hiptimer.app.house import House
from hiptimer.app.ladders import about, families_of, ladders_of, muscles_of
from hiptimer.app.now import local_now
from hiptimer.app.using import Using
from hiptimer.figure.colours import FigureColours
from hiptimer.model.equipment import Equipment
from hiptimer.model.families import family_words
from hiptimer.model.language import later, tr
from hiptimer.model.own_record import OwnRecord
from hiptimer.model.routine import Routine, Step
from hiptimer.model.sought import Sought
from hiptimer.ui.exercises.ladder import Place
from hiptimer.ui.exercises.page import ExercisesPage
from hiptimer.ui.figure.colours import figure_colours
from hiptimer.ui.figure.stillness import wants_stillness
from hiptimer.ui.theme import Theme

LATELY = timedelta(weeks=4)
TRY_ID = "one-set-to-try"
TRY_NAME = later("One set to try")


def today_here() -> date:
    return local_now().date()


class Exercises(QObject):
    """`start_wished` carries a Routine of one set; `equipment_changed` comes when other things
    are at hand; `edit_wished` carries the id of an exercise of the person's own, `new_wished` that
    of the chosen one, for a new one to be like.
    """

    start_wished = Signal(object)
    equipment_changed = Signal()
    new_wished = Signal(str)
    edit_wished = Signal(str)

    def __init__(
        self,
        house: House,
        *,
        today: Callable[[], date] = today_here,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        home = self._home = house.home
        self._shelf = house.shelf
        self._theme = house.theme
        self._today = today
        self._sought = Sought()
        self._hides = False
        self._records: dict[str, OwnRecord] = {}
        self._using = Using(home, house.shelf)
        self._asking = Asking(home.paths.history_file, self)
        self.page = ExercisesPage(house.icons, house.figures().motion, _colours(house.theme()))
        # The pictures are drawn anew when the theme is another one.
        house.album.emptied.connect(self._dress)
        self._join()

    def _join(self) -> None:
        page = self.page
        page.sought.connect(self._seek)
        page.hiding_changed.connect(self._hide_rest)
        page.clear_wished.connect(self._clear)
        page.equipment_changed.connect(self._take_equipment)
        page.chosen.connect(self._tell_about)
        page.linked.connect(self.go_to)
        page.try_wished.connect(self._try)
        page.use_wished.connect(self._offer)
        page.placed.connect(self._put)
        page.undo_wished.connect(self._undo)
        page.new_wished.connect(self._wish_new)
        page.edit_wished.connect(self.edit_wished)
        page.remove_wished.connect(self._remove)

    def refresh(self) -> None:
        """Something may have changed: show it anew, and read beside the window what was done."""
        self.page.tell("")
        self._show()
        self._asking.reopen()
        since = self._today() - LATELY
        self._asking.ask("records", lambda past: past.own_records(since, TRY_ID), self._learn)

    def close(self) -> None:
        self._asking.close()

    def go_to(self, exercise_id: str) -> None:
        """Choose an exercise; filters that leave it out are taken back."""
        exercise = self._home.catalogue.exercises.get(exercise_id)
        if exercise is None or self.page.choose(exercise_id):
            return
        family = exercise.family if self._sought.family else ""
        self._hides = False
        self._seek(Sought(family=family))
        self.page.choose(exercise_id)

    # --- showing ---

    def _show(self) -> None:
        catalogue, at_hand = self._home.catalogue, self._home.settings.equipment
        wanted = replace(self._sought, with_only=at_hand if self._hides else None)
        families = families_of(catalogue)
        self.page.show_filters(
            wanted, families, muscles_of(catalogue), at_hand, is_hiding=self._hides
        )
        ladders = ladders_of(catalogue, wanted, self._records, at_hand)
        self.page.show_ladders(ladders, _why_nothing(wanted))

    def _learn(self, records: list[OwnRecord]) -> None:
        learned = {record.exercise_id: record for record in records}
        if learned != self._records:
            self._records = learned
            self._show()

    def _tell_about(self, exercise_id: str) -> None:
        exercise = self._home.catalogue.exercises[exercise_id]
        told = about(
            self._home.catalogue,
            exercise,
            self._records.get(exercise_id),
            self._home.settings.equipment,
            self._today(),
            is_own=self._shelf.owns_exercise(exercise_id),
        )
        is_still = wants_stillness(self._home.settings.motion)
        self.page.show_about(told, is_still=is_still)

    def _dress(self) -> None:
        self.page.wear(_colours(self._theme()))

    # --- filters ---

    def _seek(self, sought: Sought) -> None:
        self._sought = sought
        self._show()

    def _hide_rest(self, hides: bool) -> None:
        self._hides = hides
        self._show()

    def _clear(self) -> None:
        self._hides = False
        self._seek(Sought())

    def _take_equipment(self, at_hand: tuple[Equipment, ...] | None) -> None:
        self._home.change_settings(equipment=at_hand)
        self._hides = self._hides and at_hand is not None
        self._show()
        self.equipment_changed.emit()

    # --- using ---

    def _try(self, exercise_id: str) -> None:
        self.start_wished.emit(one_set(exercise_id))

    def _offer(self, exercise_id: str) -> None:
        exercise = self._home.catalogue.exercises[exercise_id]
        self.page.show_offers(exercise.name, self._using.offers(exercise))

    def _put(self, place: Place) -> None:
        exercise = self._home.catalogue.exercises[self.page.chosen_id]
        self.page.tell(self._using.put(exercise, place), can_undo=self._using.can_undo)

    def _wish_new(self) -> None:
        self.new_wished.emit(self.page.chosen_id)

    def _remove(self, exercise_id: str) -> None:
        self.page.tell(self._using.remove(exercise_id), can_undo=self._using.can_undo)

    def _undo(self) -> None:
        self.page.tell(self._using.undo())


def one_set(exercise_id: str) -> Routine:
    """One set of an exercise at its own dose, on each side where it has sides; never saved."""
    step = Step(exercise_id)
    return Routine(id=TRY_ID, name=tr(TRY_NAME), when="", steps=(step,), before_run=False)


def _colours(theme: Theme) -> FigureColours:
    return figure_colours(theme, theme.card)


def _why_nothing(sought: Sought) -> str:
    """Why nothing fits, in words."""
    family = family_words(sought.family) if sought.family else ""
    if sought.words and family:
        return tr(
            "No exercise in {family} fits “{words}” and the other filters.",
            family=family,
            words=sought.words,
        )
    if sought.words:
        return tr("No exercise fits “{words}” and the other filters.", words=sought.words)
    if family:
        return tr("No exercise in {family} fits these filters.", family=family)
    return tr("No exercise fits these filters.")
