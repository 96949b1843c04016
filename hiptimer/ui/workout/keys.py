"""Which key says what in the workout view."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hiptimer.model.language import later_in, tr_in
from hiptimer.ui.widgets.key_words import key_words
from hiptimer.ui.widgets.wishing import wish_by_key


class Wish(StrEnum):
    """What a person asks for with one key, one button or one click."""

    TOGGLE = "toggle"
    SKIP = "skip"
    BACK = "back"
    MORE = "more"
    STOPPED_HERE = "stopped here"
    EASIER = "easier"
    HALF = "half"
    SLOWER = "slower"
    FASTER = "faster"
    SOFTER = "softer"
    LOUDER = "louder"
    MUTE = "mute"
    MY_PACE = "my pace"
    ONWARD = "onward"
    FULL_SCREEN = "full screen"
    DISTANCE = "distance"
    KEYS = "keys"
    ESCAPE = "escape"


WISHES = {
    Qt.Key.Key_Space: Wish.TOGGLE,
    Qt.Key.Key_MediaPlay: Wish.TOGGLE,
    Qt.Key.Key_MediaPause: Wish.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: Wish.TOGGLE,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_PageDown: Wish.ONWARD,
    Qt.Key.Key_MediaNext: Wish.ONWARD,
    Qt.Key.Key_MediaPrevious: Wish.BACK,
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_PageUp: Wish.BACK,
    Qt.Key.Key_Up: Wish.MORE,
    Qt.Key.Key_Down: Wish.STOPPED_HERE,
    Qt.Key.Key_E: Wish.EASIER,
    Qt.Key.Key_H: Wish.HALF,
    Qt.Key.Key_S: Wish.SLOWER,
    Qt.Key.Key_D: Wish.FASTER,
    Qt.Key.Key_P: Wish.MY_PACE,
    Qt.Key.Key_Minus: Wish.SOFTER,
    Qt.Key.Key_Equal: Wish.LOUDER,
    Qt.Key.Key_Plus: Wish.LOUDER,
    Qt.Key.Key_M: Wish.MUTE,
    Qt.Key.Key_F: Wish.FULL_SCREEN,
    Qt.Key.Key_V: Wish.DISTANCE,
    Qt.Key.Key_Question: Wish.KEYS,
    Qt.Key.Key_Escape: Wish.ESCAPE,
}
REPEATING = (Wish.SOFTER, Wish.LOUDER)

KEY_WORDS = (
    ("Space", later_in("what a key does", "pause, go on, or next rep")),
    ("→", later_in("what a key does", "skip, start now")),
    ("←", later_in("what a key does", "back")),
    ("↑", later_in("what a key does", "one rep or 10 s more")),
    ("↓", later_in("what a key does", "I stopped here")),
    ("E", later_in("what a key does", "easier")),
    ("S  D", later_in("what a key does", "slower, faster")),
    ("P", later_in("what a key does", "my pace: reps wait")),
    ("−  =", later_in("what a key does", "volume")),
    ("M", later_in("what a key does", "mute")),
    ("F", later_in("what a key does", "full screen")),
    ("V", later_in("what a key does", "view from a distance")),
    ("Esc", later_in("what a key does", "stop")),
    ("?", later_in("what a key does", "these keys")),
)


def told_keys() -> tuple[tuple[str, str], ...]:
    """Every key of the workout and what it does, in the person's language."""
    return tuple((key_words(key), tr_in("what a key does", words)) for key, words in KEY_WORDS)


def wish_of(event: QKeyEvent) -> Wish | None:
    """The wish of a key press; None for a key that says nothing here."""
    return wish_by_key(event, WISHES, REPEATING)
