"""What the person wishes in a workout, by key, button, click, wheel or headset."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hiptimer.ui.workout.keys import Wish
from hiptimer.ui.workout.parts import Parts

TOGGLE_APART_S = 0.3
WHEEL_STEP = 120


class Wishes(QObject):
    """Tells each wish by a signal of its own, once the cards have taken what is meant for them.

    `volume_wished` carries steps. `keys_asked` comes for the card with the keys, to be shown or
    put away, and `offer_settled` when the offer of something easier is answered or waved away.
    """

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
    keys_asked = Signal()
    offer_settled = Signal()

    def __init__(self, parts: Parts, *, now: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._now = now
        self._toggled_at = float("-inf")
        self._wheel = 0
        self._is_pace_asked = False
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
        parts.bar.wished.connect(self.take)
        parts.easier_card.wished.connect(self.take)

    def take(self, wish: Wish) -> None:
        """Tell a wish, from wherever it came."""
        match wish:
            case Wish.TOGGLE:
                self._toggle()
            case Wish.KEYS:
                self.keys_asked.emit()
            case Wish.ESCAPE:
                self._escape()
            case Wish.EASIER | Wish.HALF:
                self._ease(wish)
            case Wish.LOUDER | Wish.SOFTER:
                self.volume_wished.emit(1 if wish is Wish.LOUDER else -1)
            case _:
                self._is_pace_asked = wish in (Wish.SLOWER, Wish.FASTER)
                self._signals[wish].emit()

    def turn_wheel(self, by: int) -> None:
        """The wheel is the volume; `by` is in eighths of a degree."""
        self._wheel += by
        steps = int(self._wheel / WHEEL_STEP)
        if steps:
            self._wheel -= steps * WHEEL_STEP
            self.volume_wished.emit(steps)

    def pop_pace_asked(self) -> bool:
        """Whether another pace was asked for since this was called last."""
        is_asked, self._is_pace_asked = self._is_pace_asked, False
        return is_asked

    def _toggle(self) -> None:
        """A second press within a moment is a bounce of the finger, not another wish."""
        now = self._now()
        if now - self._toggled_at >= TOGGLE_APART_S:
            self._toggled_at = now
            self.pause_toggled.emit()

    def _escape(self) -> None:
        """Esc closes what lies on top first; the workout is only asked for when nothing does."""
        if self._parts.keys_card.isVisible():
            self.keys_asked.emit()
        elif self._parts.easier_card.isVisible():
            self.offer_settled.emit()
        else:
            self.escape_pressed.emit()

    def _ease(self, wish: Wish) -> None:
        is_offered = self._parts.easier_card.isVisible()
        self.offer_settled.emit()
        if wish is Wish.HALF and is_offered:
            self.half_wished.emit()
        elif wish is Wish.EASIER and not is_offered:
            self.easier_wished.emit()
