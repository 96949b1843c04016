"""The sound check over the whole window: it shows what is heard and tells what is wished."""

from enum import StrEnum

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from hiptimer.model.language import later, tr, tr_in
from hiptimer.ui.fonts import bold, regular, semibold
from hiptimer.ui.sound_check.bar import CheckBar
from hiptimer.ui.sound_check.ears import Ears
from hiptimer.ui.sound_check.face import Face
from hiptimer.ui.sound_check.flash import Flash
from hiptimer.ui.sound_check.keys import Wish, wish_of
from hiptimer.ui.theme import Theme, Tone, palette_of
from hiptimer.ui.widgets.label import Label
from hiptimer.ui.widgets.slider import Slider
from hiptimer.ui.workout.strip import Strip

WIDTH, HEIGHT = 1280, 800
WHEEL_STEP = 120
DELAY_STEP_MS = 10
MOST_DELAY_MS = 500


class Silence(StrEnum):
    """Why nothing can be heard, in words."""

    NO_DEVICE = later("No sound: no audio device was found.")
    MUTED = later("No sound: it is muted. Press M.")
    ZERO = later("No sound: the volume is 0 %. Press =.")


class Part(StrEnum):
    LISTEN = "listen"
    DELAY = "delay"


TITLES = {
    Part.LISTEN: later("Sound check"),
    Part.DELAY: later("Does the flash come with the tick?"),
}
LEADS = {
    Part.LISTEN: later("Lie down where you will be. You should hear left, right and three counts."),
    Part.DELAY: later(
        "Wireless speakers sound late. Press ← or → until the flash and the tick meet."
    ),
}
TO_DO = later("Switch a speaker on, or plug headphones in. The check then goes on by itself.")


class SoundCheckPage(QWidget):
    """Runs no timer: whoever drives it calls `show_face` and `show_flash` often.

    `volume_wished` carries steps, `volume_chosen` percent, `delay_chosen` milliseconds.
    """

    accessible_role = QAccessible.Role.Pane

    pause_toggled = Signal()
    volume_wished = Signal(object)
    volume_chosen = Signal(object)
    mute_wished = Signal()
    part_wished = Signal()
    delay_chosen = Signal(object)
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Sound check"))
        self.setAutoFillBackground(True)
        # Set, so that what the parts would like to have at full size does not widen the window.
        self.setMinimumSize(640, 400)
        self._part = Part.LISTEN
        self._wheel = 0
        self._title = Label("", bold(52))
        self._lead = Label("", regular(28), Tone.MUTED, wraps=True)
        self.ears = Ears()
        self.flash = Flash()
        self._late = Label("", bold(56))
        self._gauge_name = Label("", semibold(30), Tone.MUTED)
        self.volume = Slider(tr("Volume in percent"), 100, 10)
        self.delay = Slider(tr("Sound delay in milliseconds"), MOST_DELAY_MS, DELAY_STEP_MS)
        self._figure = Label("", bold(44, tabular=True))
        self.strip = Strip(self, theme)
        self.bar = CheckBar(theme)
        self._lay_out()
        self._join()
        self.set_theme(theme)
        self.show_part(Part.LISTEN)

    def _lay_out(self) -> None:
        for slider in (self.volume, self.delay):
            slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pictures = QStackedLayout()
        self._pictures.addWidget(self.ears)
        self._pictures.addWidget(self.flash)
        self._gauge = QHBoxLayout()
        self._gauge.addWidget(self._gauge_name)
        self._gauge.addWidget(self.volume, 1)
        self._gauge.addWidget(self.delay, 1)
        self._gauge.addWidget(self._figure)
        self._late.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._inner = QVBoxLayout()
        self._inner.addWidget(self._title)
        self._inner.addWidget(self._lead)
        self._inner.addLayout(self._pictures, 1)
        self._inner.addWidget(self._late)
        self._inner.addLayout(self._gauge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._inner, 1)
        column.addWidget(self.strip)
        column.addWidget(self.bar)

    def _join(self) -> None:
        self.bar.wished.connect(self._tell)
        self.volume.chosen.connect(self.volume_chosen)
        self.delay.chosen.connect(self.delay_chosen)

    # --- what is shown ---

    @property
    def part(self) -> Part:
        return self._part

    def show_part(self, part: Part) -> None:
        self._part = part
        is_delay = part is Part.DELAY
        self._title.setText(tr(TITLES[part]))
        self._lead.setText(tr(LEADS[part]))
        self._pictures.setCurrentWidget(self.flash if is_delay else self.ears)
        self._gauge_name.setText(tr_in("of the sound", "Delay") if is_delay else tr("Volume"))
        self.volume.setVisible(not is_delay)
        self.delay.setVisible(is_delay)
        self._late.setVisible(is_delay)
        self._figure.setVisible(not is_delay)

    def show_face(self, face: Face) -> None:
        self.ears.show_face(face)

    def show_flash(self, since: float | None) -> None:
        self.flash.show_since(since)

    def show_state(self, *, silence: Silence | None, is_paused: bool, is_muted: bool) -> None:
        self.strip.say(tr(silence.value) if silence else "")
        self._lead.setText(tr(TO_DO if silence is Silence.NO_DEVICE else LEADS[self._part]))
        self.bar.show_for(is_delay=self._part is Part.DELAY, is_paused=is_paused, is_muted=is_muted)

    def show_levels(self, *, percent: int, is_muted: bool, delay_ms: int) -> None:
        self.volume.show_value(percent, is_faint=is_muted)
        self.delay.show_value(delay_ms)
        late = tr("Sound {delay} ms late", delay=delay_ms)
        self._late.setText(late if delay_ms else tr("Sound is not late"))
        self._figure.setText(f"{percent} %")

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(palette_of(theme))
        self.strip.set_theme(theme)
        self.bar.set_theme(theme)

    # --- what is wished ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_of(event)
        if wish is None:
            event.ignore()
        else:
            self._tell(wish)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / WHEEL_STEP)
        if steps:
            self._wheel -= steps * WHEEL_STEP
            self.volume_wished.emit(steps)
        event.accept()

    def _tell(self, wish: Wish) -> None:
        match wish:
            case Wish.TOGGLE:
                self.pause_toggled.emit()
            case Wish.SOFTER | Wish.LOUDER:
                self.volume_wished.emit(1 if wish is Wish.LOUDER else -1)
            case Wish.MUTE:
                self.mute_wished.emit()
            case Wish.PART:
                self.part_wished.emit()
            case Wish.EARLIER | Wish.LATER:
                self._shift(DELAY_STEP_MS if wish is Wish.LATER else -DELAY_STEP_MS)
            case Wish.DONE:
                self.done.emit()

    def _shift(self, by_ms: int) -> None:
        """Only where the flash is there to compare with."""
        if self._part is Part.DELAY:
            wanted = min(MOST_DELAY_MS, max(0, self.delay.value() + by_ms))
            self.delay_chosen.emit(wanted)

    # --- size ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(min(self.width() / WIDTH, self.height() / HEIGHT))

    def _fit(self, scale: float) -> None:
        """Everything in proportion: it is read from as far away whatever the window's size."""
        side = round(40 * scale)
        self._inner.setContentsMargins(QMargins(side, round(30 * scale), side, round(26 * scale)))
        self._inner.setSpacing(round(10 * scale))
        self._gauge.setSpacing(round(20 * scale))
        self._title.setFont(bold(round(52 * scale)))
        self._lead.setFont(regular(round(28 * scale)))
        self._late.setFont(bold(round(56 * scale)))
        self._gauge_name.setFont(semibold(round(32 * scale)))
        self._figure.setFont(bold(round(52 * scale), tabular=True))
        self._figure.setFixedWidth(round(190 * scale))
        for slider in (self.volume, self.delay):
            slider.set_thickness(round(36 * scale))
        self.strip.set_scale(scale)
        self.strip.setFixedHeight(round(40 * scale))
        self.bar.set_scale(scale)
