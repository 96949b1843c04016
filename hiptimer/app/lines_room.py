"""The room in which a physio's lines are typed and become steps of a routine."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.house import House
from hiptimer.app.prescribing import prescription_reader
from hiptimer.model.exercise import Exercise
from hiptimer.model.language import later, tr
from hiptimer.ui.prescription.panel import PrescriptionPanel
from hiptimer.ui.widgets.full_page import FullPage

MAKE, ADD = later("Make a routine of it"), later("Add to the routine")


class LinesRoom(QObject):
    """`steps_taken` carries a tuple of Step; `left` comes when the person goes back.

    The text stays until its steps are taken. `page` is made when the room is first opened,
    and anew when there are other exercises.
    """

    steps_taken = Signal(object)
    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._page: FullPage | None = None
        self.panel: PrescriptionPanel | None = None
        self._exercises: tuple[Exercise, ...] = ()

    def open(self, text: str = "", *, adds: bool = False) -> None:
        """Show the page; with a text, that text in place of what is there.

        `adds` where the steps go into a routine that is being made.
        """
        page, panel = self._made()
        panel.name_take(tr(ADD) if adds else tr(MAKE))
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
        page = FullPage(tr("Type a physio's lines"))
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
        if self.panel is not None:
            self.panel.show_text("")

    def _drop(self) -> None:
        if self._page is not None:
            self._page.deleteLater()
            self._page, self.panel = None, None
