"""The buttons under the picture, and when the workout will be over."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QWidget

from hiptimer.model.language import later_in, tr_in
from hiptimer.model.timeline import Segment, SegmentKind
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.key_button import KeyButton, fit_keys
from hiptimer.ui.workout.keys import Wish

BUTTONS = (
    (Wish.BACK, later_in("button", "Back"), "←"),
    (Wish.TOGGLE, later_in("button", "Pause"), "Space"),
    (Wish.SKIP, later_in("button", "Skip"), "→"),
    (Wish.MORE, later_in("button", "+1 rep"), "↑"),
    (Wish.STOPPED_HERE, later_in("button", "I stopped here"), "↓"),
    (Wish.EASIER, later_in("button", "Easier"), "E"),
    (Wish.ESCAPE, later_in("button", "Stop"), "Esc"),
    (Wish.KEYS, later_in("button", "Keys"), "?"),
)
IN_A_GAP = (Wish.BACK, Wish.TOGGLE, Wish.SKIP, Wish.MORE, Wish.EASIER, Wish.KEYS)
AT_WORK = (*IN_A_GAP[:4], Wish.STOPPED_HERE, Wish.EASIER, Wish.KEYS)
# A rep's own buttons, and Esc to pause; skipping is the same there as stopping here.
AT_MY_PACE = (
    *(Wish.BACK, Wish.TOGGLE, Wish.STOPPED_HERE),
    *(Wish.EASIER, Wish.ESCAPE, Wish.KEYS),
)
STANDING_STILL = (Wish.BACK, Wish.TOGGLE, Wish.SKIP, Wish.ESCAPE, Wish.KEYS)


class Bar(QWidget):
    """Tells every pressed button as a Wish. No button is ever given the focus."""

    wished = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme):
        super().__init__(parent)
        self._theme = theme
        self._finish = QLabel(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[Wish, KeyButton] = {}
        row = QHBoxLayout(self)
        for number, (wish, text, key) in enumerate(BUTTONS):
            says = tr_in("button", text)
            button = KeyButton(self, theme, says, key, main=wish is Wish.TOGGLE)
            self._buttons[wish] = button
            self._group.addButton(button, number)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._finish, 0, Qt.AlignmentFlag.AlignVCenter)
        self._group.buttonClicked.connect(self._tell)
        self.set_theme(theme)

    def button(self, wish: Wish) -> KeyButton:
        return self._buttons[wish]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = QPalette(self._finish.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
        self._finish.setPalette(palette)
        for button in self._buttons.values():
            button.set_theme(theme)
        self.update()

    def set_scale(self, scale: float) -> None:
        side = round(32 * scale)
        row = self.layout()
        if row is not None:
            row.setContentsMargins(QMargins(side, 0, side, 0))
            row.setSpacing(round(10 * scale))
        self._finish.setFont(regular(max(12, round(15 * scale)), tabular=True))
        for button in self._buttons.values():
            button.set_scale(scale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words in some languages are long."""
        row = self.layout()
        if row is None:
            return
        margins = row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * row.spacing()
        finish = self._finish.sizeHint().width()
        fit_keys(tuple(self._buttons.values()), room - finish, row.spacing())

    def show_finish(self, text: str) -> None:
        if text != self._finish.text():
            self._finish.setText(text)
            self._fit()

    def show_for(
        self,
        segment: Segment,
        *,
        is_paused: bool,
        is_asked: bool,
        is_paced_by_person: bool = False,
    ) -> None:
        """The buttons that mean something now. At my pace Space is taken, and Esc pauses."""
        is_work = segment.kind is SegmentKind.WORK
        says = {
            Wish.TOGGLE: _toggle(is_paused, is_paced_by_person),
            Wish.SKIP: tr_in("button", "Skip") if is_work else tr_in("button", "Start now"),
            Wish.MORE: _more(segment),
            Wish.ESCAPE: _escape(is_asked, is_paced_by_person),
        }
        for wish, words in says.items():
            self._buttons[wish].say(words)
        if is_paced_by_person:
            shown: tuple[Wish, ...] = AT_MY_PACE
        else:
            shown = STANDING_STILL if is_paused else AT_WORK if is_work else IN_A_GAP
        for wish, button in self._buttons.items():
            button.setVisible(wish in shown)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the picture."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line))

    def _tell(self, button: QAbstractButton) -> None:
        self.wished.emit(BUTTONS[self._group.id(button)][0])


def _toggle(is_paused: bool, is_paced_by_person: bool) -> str:
    if is_paused:
        return tr_in("button", "Go on")
    return tr_in("button", "Next rep") if is_paced_by_person else tr_in("button", "Pause")


def _more(segment: Segment) -> str:
    is_reps = segment.kind is SegmentKind.WORK and segment.hold_s is None
    return tr_in("button", "+1 rep") if is_reps else tr_in("button", "+10 s")


def _escape(is_asked: bool, is_paced_by_person: bool) -> str:
    if is_asked:
        return tr_in("button", "Stop and keep")
    return tr_in("button", "Pause") if is_paced_by_person else tr_in("button", "Stop")
