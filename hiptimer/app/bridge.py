"""News from other threads, brought to the window's own."""

from PySide6.QtCore import QObject, Signal

from hiptimer.audio.output import SoundState
from hiptimer.history.journal import Saved


class Bridge(QObject):
    """The methods may be called on any thread; the signals arrive on the window's."""

    saved = Signal(object)
    trouble_changed = Signal(object)
    sound_changed = Signal(object)
    screen_told = Signal(str)

    def tell_saved(self, saved: Saved) -> None:
        self.saved.emit(saved)

    def tell_trouble(self, words: str | None) -> None:
        self.trouble_changed.emit(words)

    def tell_screen(self, words: str) -> None:
        """Why the screen may go off."""
        self.screen_told.emit(words)

    def tell_sound(self, state: SoundState) -> None:
        self.sound_changed.emit(state)
