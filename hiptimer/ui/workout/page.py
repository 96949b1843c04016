"""The page that leads through a workout: it shows moments and tells what the person wishes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
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
from hiptimer.model.moment import Moment, PlayState
from hiptimer.model.timeline import Segment, Timeline
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.distance.afar import Afar
from hiptimer.ui.workout.distance.sight import Distance, dots_per_mm
from hiptimer.ui.workout.faces import face_of, is_standing
from hiptimer.ui.workout.keys import Wish, wish_of
from hiptimer.ui.workout.lines import spoken
from hiptimer.ui.workout.parts import Parts
from hiptimer.ui.workout.sentences import announcement, my_pace_words
from hiptimer.ui.workout.texts import Texts

TOGGLE_APART_S = 0.3
TOAST_S = 1.6
WHEEL_STEP = 120


class WorkoutPage(QWidget):
    """Shows one moment after another, and repaints only what changed.

    `now` is a monotonic clock in seconds. The page runs no timer: whoever drives it calls
    `show_moment` as often as the screen should move.
    """

    accessible_role = QAccessible.Role.Pane

    pause_toggled = Signal()
    skip_wished = Signal()
    back_wished = Signal()
    more_wished = Signal()
    stopped_here_wished = Signal()
    easier_wished = Signal()
    half_wished = Signal()
    slower_wished = Signal()
    faster_wished = Signal()
    my_pace_wished = Signal()
    onward_wished = Signal()
    volume_wished = Signal(object)
    mute_wished = Signal()
    full_screen_wished = Signal()
    distance_wished = Signal()
    escape_pressed = Signal()

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
        self._now = now
        self._timeline = Timeline(())
        self._moment: Moment | None = None
        self._saved: dict[tuple[int, int], int] = {}
        self._is_asked = False
        self._is_pace_asked = False
        self._toggled_at = float("-inf")
        self._toast_until = float("-inf")
        self._wheel = 0
        self._parts = Parts(self, theme)
        self._afar = Afar(self, theme, self._parts, now=now, dots_per_mm=dots_per_mm)
        self._join_parts()

    def show_figure(self, frame: Frame | None) -> None:
        """The figure at this moment. Without one the written instructions take its place."""
        is_other = (frame is None) is not (self._parts.figure.frame is None)
        self._parts.figure.show_frame(frame)
        if is_other:
            self._show_parts()
            self._write()

    def look_from(self, distance: Distance) -> None:
        """How far away the person is, and whether they want the view for that."""
        self._afar.choose(distance)
        self._place()
        self._show_parts()
        if self._moment is not None:
            self.show_moment(self._moment)

    def start(self, timeline: Timeline, title: str) -> None:
        """Begin to show a workout; `title` names it for a screen reader."""
        self.setAccessibleName(tr("Workout: {routine}", routine=title))
        self._moment = None
        self._saved = {}
        self._is_asked = False
        self.offer_easier(False)
        self._parts.keys_card.hide()
        self._hide_toast()
        self.set_timeline(timeline)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_timeline(self, timeline: Timeline) -> None:
        """The timeline after something was added, left out or swapped."""
        self._timeline = timeline
        self._parts.routine_bar.set_timeline(timeline)
        self._write()

    def show_moment(self, moment: Moment) -> None:
        """Show where the workout is. Cheap when little changed since the last one."""
        before, self._moment = self._moment, moment
        if before is None or before.segment is not moment.segment:
            self._write()
            self._announce(before, moment)
        elif _look(before) != _look(moment):
            self._write()
        elif is_standing(moment) and not self._afar.is_on:
            self._show_standing()
        self._parts.routine_bar.show_at(moment.segment.start + moment.position)
        if not self._afar.is_on:
            saved = self._saved_at(moment)
            self._parts.ring.show_face(*face_of(moment, self._timeline, saved))
        self._show_afar()
        self._tell_pace(before, moment)
        self._tell_standing(before, moment)
        if before is not None and before.my_pace is not moment.my_pace:
            self._tell_my_pace(moment)
        if self._parts.toast.isVisible() and self._now() >= self._toast_until:
            self._hide_toast()

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
            self._say_to_reader(text or "")

    def show_saved(self, n: int, attempt: int, reps: int) -> None:
        """`reps` of work segment `n` in this attempt are on disk; 1 for a hold."""
        self._saved[(n, attempt)] = reps
        if self._moment is not None:
            self.show_moment(self._moment)

    def show_volume(self, percent: int, muted: bool) -> None:
        """The volume, for a moment."""
        words = tr("Muted") if muted else tr("Volume {percent} %", percent=percent)
        self._say_briefly(words, percent / 100)
        self._say_to_reader(words)

    def ask_stop(self, asked: bool) -> None:
        """Whether Esc was pressed once, and once more would stop."""
        self._is_asked = asked
        self._write()
        if asked and self._moment is not None:
            self._say_to_reader(spoken(self._texts().standing()))

    def offer_easier(self, offered: bool) -> None:
        """Offer half of it or leaving it out, where no easier exercise exists."""
        if offered and self._moment is not None:
            self._parts.easier_card.offer(self._moment.segment)
            self._say_to_reader(self._parts.easier_card.words)
        else:
            self._parts.easier_card.hide()
        self._show_parts()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._parts.set_theme(theme)
        self._afar.set_theme(theme)
        self._write()
        self.update()

    def wish(self, wish: Wish) -> None:
        """A key was pressed that came another way, such as one of a headset."""
        self._tell(wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish is None:
            event.ignore()
        else:
            self._tell(wish)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the picture is as good as Space."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._tell(Wish.TOGGLE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / WHEEL_STEP)
        if steps:
            self._wheel -= steps * WHEEL_STEP
            self.volume_wished.emit(steps)
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._theme.ground))

    def _join_parts(self) -> None:
        self._parts.bar.wished.connect(self._tell)
        self._parts.easier_card.wished.connect(self._tell)
        self._parts.keys_card.dismissed.connect(self._hide_keys)
        self._signals = {
            Wish.SKIP: self.skip_wished,
            Wish.BACK: self.back_wished,
            Wish.MORE: self.more_wished,
            Wish.STOPPED_HERE: self.stopped_here_wished,
            Wish.SLOWER: self.slower_wished,
            Wish.FASTER: self.faster_wished,
            Wish.MY_PACE: self.my_pace_wished,
            Wish.ONWARD: self.onward_wished,
            Wish.MUTE: self.mute_wished,
            Wish.FULL_SCREEN: self.full_screen_wished,
            Wish.DISTANCE: self.distance_wished,
        }

    def _tell(self, wish: Wish) -> None:
        """Tell a wish; the cards take those that are meant for them."""
        match wish:
            case Wish.TOGGLE:
                self._toggle()
            case Wish.KEYS:
                self._show_keys()
            case Wish.ESCAPE:
                self._escape()
            case Wish.EASIER | Wish.HALF:
                self._tell_easier(wish)
            case Wish.LOUDER | Wish.SOFTER:
                self.volume_wished.emit(1 if wish is Wish.LOUDER else -1)
            case _:
                self._is_pace_asked = wish in (Wish.SLOWER, Wish.FASTER)
                self._signals[wish].emit()

    def _toggle(self) -> None:
        """A second press within a moment is a bounce of the finger, not another wish."""
        now = self._now()
        if now - self._toggled_at >= TOGGLE_APART_S:
            self._toggled_at = now
            self.pause_toggled.emit()

    def _escape(self) -> None:
        """Esc closes what lies on top first; the workout is only asked for when nothing does."""
        if self._parts.keys_card.isVisible():
            self._hide_keys()
        elif self._parts.easier_card.isVisible():
            self.offer_easier(False)
        else:
            self.escape_pressed.emit()

    def _tell_easier(self, wish: Wish) -> None:
        is_offered = self._parts.easier_card.isVisible()
        self.offer_easier(False)
        if wish is Wish.HALF and is_offered:
            self.half_wished.emit()
        elif wish is Wish.EASIER and not is_offered:
            self.easier_wished.emit()

    def _show_keys(self) -> None:
        """Or put them away."""
        card = self._parts.keys_card
        card.setVisible(not card.isVisible())
        card.raise_()
        if card.isVisible():
            self._say_to_reader(card.accessibleDescription())

    def _hide_keys(self) -> None:
        self._parts.keys_card.hide()

    def _announce(self, before: Moment | None, moment: Moment) -> None:
        """Tell a screen reader the new step, and take away what was offered for the old one."""
        if before is not None and _same_step(before.segment, moment.segment):
            return
        self.offer_easier(False)
        words = announcement(moment.segment)
        self._parts.figure.describe(words)
        if moment.is_paced_by_person:
            words = f"{words} {my_pace_words(True)}"
        self._say_to_reader(words)

    def _say_to_reader(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _place(self) -> None:
        self._parts.place(self.width(), self.height())
        self._afar.place()
        self._write()

    def _show_parts(self) -> None:
        """Show the words and pictures that have room now."""
        self._parts.show_near(
            is_near=not self._afar.is_on,
            has_offer=self._parts.easier_card.isVisible(),
            has_toast=self._parts.toast.isVisible(),
        )
        self._afar.give_room()

    def _saved_at(self, moment: Moment) -> int:
        return self._saved.get((moment.segment.n, moment.attempt), 0)

    def _show_afar(self) -> None:
        if self._moment is not None:
            self._afar.show(
                self._moment,
                self._timeline,
                self._saved_at(self._moment),
                is_stop_asked=self._is_asked,
            )

    def _show_buttons(self) -> None:
        if self._moment is not None:
            is_paused = self._moment.state is PlayState.PAUSED
            self._parts.bar.show_for(
                self._moment.segment,
                is_paused=is_paused,
                is_asked=self._is_asked,
                is_paced_by_person=self._moment.is_paced_by_person,
            )

    def _show_standing(self) -> None:
        """The words in the ring while the workout stands still."""
        self._parts.standing.show_lines(self._texts().standing(), self._parts.scale)

    def _texts(self) -> Texts:
        assert self._moment is not None
        return Texts(
            self._theme,
            self._moment,
            self._timeline,
            has_figure=self._parts.figure.frame is not None,
            is_stop_asked=self._is_asked,
        )

    def _tell_pace(self, before: Moment | None, moment: Moment) -> None:
        is_changed = (
            before is not None
            and before.pace != moment.pace
            and _same_step(before.segment, moment.segment)
        )
        if self._is_pace_asked or is_changed:
            self._is_pace_asked = False
            words = tr("Pace {percent} %", percent=round(moment.pace * 100))
            self._say_briefly(words)
            self._say_to_reader(words)

    def _tell_standing(self, before: Moment | None, moment: Moment) -> None:
        """A pause, and what comes after it."""
        if before is not None and before.state is not moment.state and is_standing(moment):
            self._say_to_reader(spoken(self._texts().standing()))

    def _tell_my_pace(self, moment: Moment) -> None:
        self._say_briefly(tr("My pace") if moment.my_pace else tr("By the clock"))
        self._say_to_reader(my_pace_words(moment.my_pace))

    def _say_briefly(self, text: str, share: float | None = None) -> None:
        self._toast_until = self._now() + TOAST_S
        self._parts.toast.say(text, share)
        self._show_parts()

    def _hide_toast(self) -> None:
        self._parts.toast.hide()
        self._show_parts()

    def _write(self) -> None:
        """Write all words anew, and put them where they have room."""
        if self._moment is None:
            return
        if self._afar.is_on:
            self._show_afar()
        else:
            self._parts.write(self._texts())
        self._show_buttons()


def _look(moment: Moment) -> tuple[object, ...]:
    """What the words depend on while the segment stays the same."""
    paced = (moment.my_pace, moment.is_waiting, moment.rep if moment.my_pace else 0)
    return (moment.state, moment.resuming_s > 0, *paced)


def _same_step(one: Segment, other: Segment) -> bool:
    return (one.n, one.kind) == (other.n, other.kind)
