"""The way from "Less time?" to a routine that fits: opens the choice and puts the focus back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from hiptimer.ui.today.hero import Hero
from hiptimer.ui.today.plan import TodayPlan, Trial

# Nobody chooses before the first frame.
if TYPE_CHECKING:
    from hiptimer.ui.today.time_picker import TimePicker


class LessTime(QObject):
    """`tried` carries what is typed so far, to be answered with `show_trial`; `wished` what the
    routine shall be fitted to, `whole_wished` that it shall not be fitted any more.
    """

    opened = Signal()
    closed = Signal()
    tried = Signal(str)
    wished = Signal(str)
    whole_wished = Signal()

    def __init__(self, hero: Hero, page: QWidget) -> None:
        super().__init__(page)
        self._hero = hero
        self._page = page
        self._picker: TimePicker | None = None
        self._minutes: tuple[int, ...] = ()
        self._by_keyboard = False
        hero.less.clicked.connect(self._open)
        hero.whole.clicked.connect(self._wish_whole)

    @property
    def picker(self) -> "TimePicker | None":
        """The open choice, None while it is closed."""
        return self._picker

    def show_plan(self, plan: TodayPlan) -> None:
        """Another plan is shown: an open choice is closed."""
        self.close()
        self._minutes = plan.minutes

    def show_trial(self, trial: Trial) -> None:
        """Answer what is typed."""
        if self._picker is not None:
            self._picker.show_trial(trial)

    def close(self) -> None:
        if self._picker is not None:
            self._picker.close_panel()

    def _open(self) -> None:
        from hiptimer.ui.today.time_picker import TimePicker

        self.close()
        self._by_keyboard = self._hero.less.hasFocus()
        picker = self._picker = TimePicker(self._page, self._minutes)
        picker.tried.connect(self.tried)
        picker.wished.connect(self._wish)
        picker.closed.connect(self._forget)
        self.opened.emit()
        button = self._hero.less
        picker.show_beside(button.mapTo(self._page.window(), QPoint(0, -picker.panel.height())))

    def _forget(self) -> None:
        """The focus goes back to where it came from, or nowhere."""
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.deleteLater()
        self.closed.emit()
        self._give_focus(self._hero.less)

    def _wish(self, typed: str) -> None:
        # Whoever chose by keyboard has Start under the next Enter.
        self._give_focus(self._hero.start)
        self.wished.emit(typed)

    def _wish_whole(self) -> None:
        self._by_keyboard = self._hero.whole.hasFocus()
        self._give_focus(self._hero.start)
        self.whole_wished.emit()

    def _give_focus(self, button: QWidget) -> None:
        if self._by_keyboard:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._page.setFocus()
