"""The buttons under the picture, and when the workout will be over."""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QWidget

from hiptimer.model.timeline import Segment, SegmentKind
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.key_button import KeyButton
from hiptimer.ui.workout.keys import Wish

BUTTONS = (
    (Wish.BACK, "Back", "←"),
    (Wish.TOGGLE, "Pause", "Space"),
    (Wish.SKIP, "Skip", "→"),
    (Wish.MORE, "+1 rep", "↑"),
    (Wish.STOPPED_HERE, "I stopped here", "↓"),
    (Wish.EASIER, "Easier", "E"),
    (Wish.ESCAPE, "Stop", "Esc"),
    (Wish.KEYS, "Keys", "?"),
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
            button = KeyButton(self, theme, text, key, main=wish is Wish.TOGGLE)
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

    def show_finish(self, text: str) -> None:
        if text != self._finish.text():
            self._finish.setText(text)

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
        toggle = "Next rep" if is_paced_by_person else "Pause"
        self._buttons[Wish.TOGGLE].say("Go on" if is_paused else toggle)
        self._buttons[Wish.SKIP].say("Skip" if is_work else "Start now")
        self._buttons[Wish.MORE].say("+1 rep" if is_work and segment.hold_s is None else "+10 s")
        escape = "Pause" if is_paced_by_person else "Stop"
        self._buttons[Wish.ESCAPE].say("Stop and keep" if is_asked else escape)
        if is_paced_by_person:
            shown: tuple[Wish, ...] = AT_MY_PACE
        else:
            shown = STANDING_STILL if is_paused else AT_WORK if is_work else IN_A_GAP
        for wish, button in self._buttons.items():
            button.setVisible(wish in shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the picture."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(self._theme.line))

    def _tell(self, button: QAbstractButton) -> None:
        self.wished.emit(BUTTONS[self._group.id(button)][0])
