"""The way from a move to another variation of it: opens the choice and puts the focus back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from hiptimer.ui.figure.album import Album
from hiptimer.ui.today.hero import Hero
from hiptimer.ui.today.move_button import MoveButton
from hiptimer.ui.today.plan import Stock, TodayPlan, VariationChoice
from hiptimer.ui.widgets.icons import IconSet

# Nobody chooses before the first frame.
if TYPE_CHECKING:
    from hiptimer.ui.today.variations import VariationPicker


class Choosing(QObject):
    """`wished` carries the VariationChoice. `opened` and `closed` frame the time in which Enter
    belongs to the choice.
    """

    opened = Signal()
    closed = Signal()
    wished = Signal(object)

    def __init__(self, hero: Hero, icons: IconSet, album: Album, page: QWidget) -> None:
        super().__init__(page)
        self._hero = hero
        self._icons = icons
        self._album = album
        self._page = page
        self._stock = Stock()
        self._picker: VariationPicker | None = None
        self._opener: MoveButton | None = None
        hero.move_opened.connect(self._open)

    @property
    def picker(self) -> "VariationPicker | None":
        """The open choice, None while it is closed."""
        return self._picker

    def show_plan(self, plan: TodayPlan) -> None:
        """Another plan is shown: an open choice is closed."""
        self.close()
        self._stock = plan.stock

    def close(self) -> None:
        if self._picker is not None:
            self._picker.close_panel()

    def _open(self, button: MoveButton) -> None:
        from hiptimer.ui.today.variations import VariationPicker

        self.close()
        self._opener = button if button.hasFocus() else None
        picker = VariationPicker(self._page, button.move_row, self._icons, self._album, self._stock)
        picker.wished.connect(self._wish)
        picker.closed.connect(self._forget)
        self._picker = picker
        self.opened.emit()
        picker.show_beside(button.mapTo(self._page.window(), QPoint(button.width() + 12, -64)))

    def _forget(self) -> None:
        """The focus goes back to the move if it came from there, else nowhere."""
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.deleteLater()
        self.closed.emit()
        if self._opener is not None:
            self._opener.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._page.setFocus()

    def _wish(self, choice: VariationChoice) -> None:
        # Whoever chose by keyboard has Start under the next Enter, not the same move again.
        if self._opener is not None:
            self._hero.start.setFocus(Qt.FocusReason.TabFocusReason)
        self.wished.emit(choice)
