"""The buttons under the picture, and when the workout will be over."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from hiptimer.model.language import later_in, tr_in
from hiptimer.model.timeline import Segment, SegmentKind
from hiptimer.ui.fonts import regular
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.key_bar import KeyBar, KeyOffer
from hiptimer.ui.workout.keys import Wish

BUTTONS = (
    KeyOffer(Wish.BACK, later_in("button", "Back"), "←"),
    KeyOffer(Wish.TOGGLE, later_in("button", "Pause"), "Space"),
    KeyOffer(Wish.SKIP, later_in("button", "Skip"), "→"),
    KeyOffer(Wish.MORE, later_in("button", "+1 rep"), "↑"),
    KeyOffer(Wish.STOPPED_HERE, later_in("button", "I stopped here"), "↓"),
    KeyOffer(Wish.EASIER, later_in("button", "Easier"), "E"),
    KeyOffer(Wish.ESCAPE, later_in("button", "Stop"), "Esc"),
    KeyOffer(Wish.KEYS, later_in("button", "Keys"), "?"),
)
IN_A_GAP = (Wish.BACK, Wish.TOGGLE, Wish.SKIP, Wish.MORE, Wish.EASIER, Wish.KEYS)
AT_WORK = (*IN_A_GAP[:4], Wish.STOPPED_HERE, Wish.EASIER, Wish.KEYS)
# A rep's own buttons, and Esc to pause; skipping is the same there as stopping here.
AT_MY_PACE = (
    *(Wish.BACK, Wish.TOGGLE, Wish.STOPPED_HERE),
    *(Wish.EASIER, Wish.ESCAPE, Wish.KEYS),
)
STANDING_STILL = (Wish.BACK, Wish.TOGGLE, Wish.SKIP, Wish.ESCAPE, Wish.KEYS)


class Bar(KeyBar):
    """The buttons of a workout, and at the end when it will be over."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme, BUTTONS, Wish.TOGGLE)
        self._finish = QLabel(self)
        self.row.addStretch(1)
        self.row.addWidget(self._finish, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(theme)

    def beside(self) -> int:
        return self.row.spacing() + self._finish.sizeHint().width()

    def set_theme(self, theme: Theme) -> None:
        palette = QPalette(self._finish.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.muted))
        self._finish.setPalette(palette)
        super().set_theme(theme)

    def set_scale(self, scale: float) -> None:
        self._finish.setFont(regular(max(12, round(15 * scale)), tabular=True))
        super().set_scale(scale)

    def show_finish(self, text: str) -> None:
        if text == self._finish.text():
            return
        before = self.beside()
        self._finish.setText(text)
        if self.beside() != before:
            self.fit()

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
            self.buttons[wish].say(words)
        if is_paced_by_person:
            shown: tuple[Wish, ...] = AT_MY_PACE
        else:
            shown = STANDING_STILL if is_paused else AT_WORK if is_work else IN_A_GAP
        for kind, button in self.buttons.items():
            button.setVisible(kind in shown)
        self.fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the picture."""
        event.accept()


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
