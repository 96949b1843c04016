"""The buttons at the foot of the check, each with its key."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from hiptimer.model.language import later_in, tr_in
from hiptimer.ui.sound_check.keys import Wish
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.key_button import KeyButton, fit_keys

HEIGHT = 64
BUTTONS = (
    (Wish.TOGGLE, later_in("button", "Pause"), "Space"),
    (Wish.SOFTER, later_in("button", "Softer"), "−"),
    (Wish.LOUDER, later_in("button", "Louder"), "="),
    (Wish.MUTE, later_in("button", "Mute"), "M"),
    (Wish.EARLIER, later_in("button", "Less"), "←"),
    (Wish.LATER, later_in("button", "More"), "→"),
    (Wish.PART, later_in("button", "Set the delay"), "D"),
    (Wish.DONE, later_in("button", "Done"), "Enter"),
)
DELAY_ONLY = (Wish.EARLIER, Wish.LATER)


class CheckBar(QWidget):
    """Tells every pressed button as a Wish. No button is ever given the focus."""

    wished = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[Wish, KeyButton] = {}
        self._row = QHBoxLayout(self)
        for number, (wish, text, key) in enumerate(BUTTONS):
            button = KeyButton(self, theme, tr_in("button", text), key, main=wish is Wish.DONE)
            self._buttons[wish] = button
            self._group.addButton(button, number)
            if wish is Wish.DONE:
                self._row.addStretch(1)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._group.buttonClicked.connect(self._tell)
        self.set_scale(1.0)

    def button(self, wish: Wish) -> KeyButton:
        return self._buttons[wish]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self._buttons.values():
            button.set_theme(theme)
        self.update()

    def set_scale(self, scale: float) -> None:
        side = round(32 * scale)
        self.setFixedHeight(round(HEIGHT * scale))
        self._row.setContentsMargins(QMargins(side, 0, side, 0))
        self._row.setSpacing(round(10 * scale))
        for button in self._buttons.values():
            button.set_scale(scale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words in some languages are long."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._row.spacing()
        fit_keys(tuple(self._buttons.values()), room, self._row.spacing())

    def show_for(self, *, is_delay: bool, is_paused: bool, is_muted: bool) -> None:
        """The buttons that mean something now."""
        for wish in DELAY_ONLY:
            self._buttons[wish].setVisible(is_delay)
        self._buttons[Wish.TOGGLE].say(
            tr_in("button", "Go on") if is_paused else tr_in("button", "Pause")
        )
        self._buttons[Wish.MUTE].say(
            tr_in("button", "Sound on") if is_muted else tr_in("button", "Mute")
        )
        self._buttons[Wish.PART].say(
            tr_in("button", "Back to the check") if is_delay else tr_in("button", "Set the delay")
        )
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line))

    def _tell(self, button: QAbstractButton) -> None:
        self.wished.emit(BUTTONS[self._group.id(button)][0])
