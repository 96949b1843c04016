"""The page that leads through a workout: it shows moments and tells what the person wishes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from hiptimer.figure.frame import Frame
from hiptimer.model.language import tr
from hiptimer.model.moment import Moment
from hiptimer.model.timeline import Timeline
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.afar import Afar
from hiptimer.ui.workout.distance.sight import Distance, dots_per_mm
from hiptimer.ui.workout.faces import is_standing
from hiptimer.ui.workout.keys import Wish, wish_of
from hiptimer.ui.workout.parts import Parts
from hiptimer.ui.workout.saying import Saying, same_step
from hiptimer.ui.workout.showing import Showing
from hiptimer.ui.workout.wishes import Wishes


class WorkoutPage(QWidget):
    """Shows one moment after another, and repaints only what changed.

    `now` is a monotonic clock in seconds. The page runs no timer: whoever drives it calls
    `show_moment` as often as the screen should move.
    """

    accessible_role = QAccessible.Role.Pane

    def __init__(
        self,
        *,
        theme: Theme,
        now: Callable[[], float],
        dots_per_mm: Callable[[QWidget], float] = dots_per_mm,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Workout"))
        self._theme = theme
        self._parts = Parts(self, theme)
        self._afar = Afar(self, theme, self._parts, now=now, dots_per_mm=dots_per_mm)
        self._showing = Showing(self._parts, self._afar, theme)
        self._saying = Saying(self, self._parts, now=now)
        self.wishes = Wishes(self._parts, now=now, parent=self)
        self._join()

    def show_figure(self, frame: Frame | None) -> None:
        """The figure at this moment. Without one the written instructions take its place."""
        is_other = (frame is None) is not (self._parts.figure.frame is None)
        self._parts.figure.show_frame(frame)
        if is_other:
            self._showing.show_parts()
            self._showing.write()

    def look_from(self, distance: Distance) -> None:
        """How far away the person is, and whether they want the view for that."""
        self._afar.choose(distance)
        self._place()
        self._showing.show_parts()
        self._show_again()

    def start(self, timeline: Timeline, title: str) -> None:
        """Begin to show a workout; `title` names it for a screen reader."""
        self.setAccessibleName(tr("Workout: {routine}", routine=title))
        self._showing.begin()
        self.offer_easier(False)
        self._parts.keys_card.hide()
        self._saying.hush()
        self.set_timeline(timeline)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_timeline(self, timeline: Timeline) -> None:
        """The timeline after something was added, left out or swapped."""
        self._showing.set_timeline(timeline)

    def show_moment(self, moment: Moment) -> None:
        """Show where the workout is. Cheap when little changed since the last one."""
        before = self._showing.moment
        self._showing.show(moment)
        if before is None or not same_step(before.segment, moment.segment):
            self.offer_easier(False)
            self._saying.step(moment)
        self._saying.pace(before, moment, is_asked=self.wishes.pop_pace_asked())
        if before is not None and before.state is not moment.state and is_standing(moment):
            self._saying.lines(self._showing.standing_lines())
        self._saying.my_pace(before, moment)
        self._saying.hush_in_time()

    def show_finish(self, text: str) -> None:
        """What is left and when it will be over, such as "3:42 left · done at 07:24"."""
        self._parts.bar.show_finish(text)

    def show_notice(self, text: str | None, *, quiet: bool = False, read_out: bool = True) -> None:
        """A sentence that stays until it is taken away with None; a `quiet` one alarms nobody.
        A screen reader has it at once with `read_out`, else when it comes there.
        """
        is_new = bool(text) and text != self._parts.strip.text()
        if self._parts.strip.say(text or "", quiet=quiet):
            self._place()
        if is_new and read_out:
            self._saying.to_reader(text or "")

    def show_saved(self, n: int, attempt: int, reps: int) -> None:
        """`reps` of work segment `n` in this attempt are on disk; 1 for a hold."""
        self._showing.note_saved(n, attempt, reps)
        self._show_again()

    def show_volume(self, percent: int, muted: bool) -> None:
        """The volume, for a moment."""
        self._saying.volume(percent, muted)

    def ask_stop(self, asked: bool) -> None:
        """Whether Esc was pressed once, and once more would stop."""
        self._showing.ask_stop(asked)
        if asked and self._showing.moment is not None:
            self._saying.lines(self._showing.standing_lines())

    def offer_easier(self, offered: bool) -> None:
        """Offer half of it or leaving it out, where no easier exercise exists."""
        moment = self._showing.moment
        if offered and moment is not None:
            self._parts.easier_card.offer(moment.segment)
            self._saying.to_reader(self._parts.easier_card.words)
        else:
            self._parts.easier_card.hide()
        self._showing.show_parts()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._showing.set_theme(theme)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish is None:
            event.ignore()
        else:
            self.wishes.take(wish)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the picture is as good as Space."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.wishes.take(Wish.TOGGLE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wishes.turn_wheel(event.angleDelta().y())
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._theme.ground))

    def _join(self) -> None:
        self.wishes.keys_asked.connect(self._turn_keys)
        self.wishes.offer_settled.connect(self._settle_offer)
        self._saying.toast_changed.connect(self._showing.show_parts)
        self._parts.keys_card.dismissed.connect(self._parts.keys_card.hide)

    def _turn_keys(self) -> None:
        """Show the keys, or put them away."""
        card = self._parts.keys_card
        card.setVisible(not card.isVisible())
        card.raise_()
        if card.isVisible():
            self._saying.to_reader(card.accessibleDescription())

    def _settle_offer(self) -> None:
        self.offer_easier(False)

    def _show_again(self) -> None:
        """Something is shown otherwise from now on."""
        if self._showing.moment is not None:
            self.show_moment(self._showing.moment)

    def _place(self) -> None:
        self._showing.place(self.width(), self.height())
