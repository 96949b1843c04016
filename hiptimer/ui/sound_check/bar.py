"""The buttons at the foot of the check, each with its key."""

from PySide6.QtWidgets import QWidget

from hiptimer.model.language import later_in, tr_in
from hiptimer.ui.sound_check.keys import Wish
from hiptimer.ui.theme import Theme
from hiptimer.ui.workout.key_bar import KeyBar, KeyOffer

HEIGHT = 64
BUTTONS = (
    KeyOffer(Wish.TOGGLE, later_in("button", "Pause"), "Space"),
    KeyOffer(Wish.SOFTER, later_in("button", "Softer"), "−"),
    KeyOffer(Wish.LOUDER, later_in("button", "Louder"), "="),
    KeyOffer(Wish.MUTE, later_in("button", "Mute"), "M"),
    KeyOffer(Wish.EARLIER, later_in("button", "Less"), "←"),
    KeyOffer(Wish.LATER, later_in("button", "More"), "→"),
    KeyOffer(Wish.PART, later_in("button", "Set the delay"), "D"),
    KeyOffer(Wish.DONE, later_in("button", "Done"), "Enter"),
)
DELAY_ONLY = (Wish.EARLIER, Wish.LATER)


class CheckBar(KeyBar):
    """The buttons of the check; the way out of it stands at the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, theme, BUTTONS, Wish.DONE)
        self.row.insertStretch(self.row.count() - 1, 1)
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        self.setFixedHeight(round(HEIGHT * scale))
        super().set_scale(scale)

    def show_for(self, *, is_delay: bool, is_paused: bool, is_muted: bool) -> None:
        """The buttons that mean something now."""
        for wish in DELAY_ONLY:
            self.buttons[wish].setVisible(is_delay)
        self.buttons[Wish.TOGGLE].say(
            tr_in("button", "Go on") if is_paused else tr_in("button", "Pause")
        )
        self.buttons[Wish.MUTE].say(
            tr_in("button", "Sound on") if is_muted else tr_in("button", "Mute")
        )
        self.buttons[Wish.PART].say(
            tr_in("button", "Back to the check") if is_delay else tr_in("button", "Set the delay")
        )
        self.fit()
