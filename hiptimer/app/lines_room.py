"""The room in which a physio's lines are typed and become a routine."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.house import House
from hiptimer.app.prescribing import prescription_reader
from hiptimer.app.shelf import ShelfError
from hiptimer.app.taking_in import TakenIn
from hiptimer.app.taking_words import another_name
from hiptimer.model.exercise import Exercise
from hiptimer.model.routine import Routine, Step
from hiptimer.ui.prescription.panel import PrescriptionPanel
from hiptimer.ui.widgets.full_page import FullPage

NAME = "Physio's routine"


class LinesRoom(QObject):
    """`steps_taken` carries a tuple of Step; `left` comes when the person goes back, and after
    `kept`, which carries a TakenIn.

    The text stays until it has become a routine. `page` is made when the room is first opened,
    and anew when there are other exercises.
    """

    steps_taken = Signal(object)
    kept = Signal(object)
    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._page: FullPage | None = None
        self.panel: PrescriptionPanel | None = None
        self._exercises: tuple[Exercise, ...] = ()

    def open(self, text: str = "") -> None:
        """Show the page; with a text, that text in place of what is there."""
        page, panel = self._made()
        if text:
            panel.show_text(text)
        self._house.main.show_full(page)
        panel.setFocus()

    def _made(self) -> tuple[FullPage, PrescriptionPanel]:
        catalogue = self._house.home.catalogue
        exercises = tuple(catalogue.exercises.values())
        if self._page is not None and self.panel is not None and exercises == self._exercises:
            return self._page, self.panel
        typed = "" if self.panel is None else self.panel.text_box.toPlainText()
        self._drop()
        self._exercises = exercises
        page = FullPage("Type a physio's lines")
        reader = prescription_reader(self._house.home)
        panel = PrescriptionPanel(reader, catalogue.exercises, self._house.album)
        page.body.addWidget(panel)
        page.left.connect(self.left)
        panel.steps_taken.connect(self._take)
        panel.show_text(typed)
        self._page, self.panel = page, panel
        return page, panel

    def _take(self, steps: object) -> None:
        self.steps_taken.emit(steps)

    def keep(self, steps: tuple[Step, ...]) -> None:
        """Keep the steps as a routine of the person's own."""
        home, shelf = self._house.home, self._house.shelf
        names = {routine.name for routine in home.catalogue.routines.values()}
        name = another_name(NAME, home) if NAME in names else NAME
        routine = Routine(id=shelf.free_routine_id(name), name=name, when="", steps=steps)
        try:
            before = shelf.save_routine(routine)
        except ShelfError as error:
            if self.panel is not None:
                self.panel.tell(str(error))
            return
        self.empty()
        self.left.emit()
        self.kept.emit(TakenIn(f"{name} is there now.", before, routine.id))

    def empty(self) -> None:
        """The text has become a routine."""
        if self.panel is not None:
            self.panel.show_text("")

    def _drop(self) -> None:
        if self._page is not None:
            self._page.deleteLater()
            self._page, self.panel = None, None
