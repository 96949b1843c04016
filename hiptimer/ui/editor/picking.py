"""Opens and closes the list of all exercises over the page."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from hiptimer.model.routine import Step
from hiptimer.ui.editor.adding import ExercisePicker
from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.plan import Stock
from hiptimer.ui.widgets.icons import IconSet

ABOVE = QPoint(0, -80)


class Picking(QObject):
    """`added` and `swapped` carry the Exercise that was picked; `closed` comes whenever the list
    goes away, before them. `stock` is what there is to pick from.
    """

    added = Signal(object)
    swapped = Signal(object)
    closed = Signal()

    def __init__(self, page: QWidget, icons: IconSet, album: Album) -> None:
        super().__init__(page)
        self._page = page
        self._icons = icons
        self._album = album
        self._picker: ExercisePicker | None = None
        self.stock = Stock()

    def add_beside(self, widget: QWidget) -> None:
        """Show all exercises for a new step."""
        self._open(None, widget).picked.connect(self.added)

    def swap_beside(self, widget: QWidget, step: Step) -> None:
        """Show all exercises to take the place of a step's."""
        self._open(step, widget).picked.connect(self.swapped)

    def close(self) -> None:
        if self._picker is not None:
            self._picker.close_panel()

    def _open(self, step: Step | None, widget: QWidget) -> ExercisePicker:
        self.close()
        picker = ExercisePicker(self._page, self.stock, self._icons, self._album, step)
        picker.closed.connect(self._forget)
        picker.show_beside(widget.mapTo(widget.window(), ABOVE))
        self._picker = picker
        return picker

    def _forget(self) -> None:
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.deleteLater()
        self.closed.emit()
