"""The voice for the person's own exercises, made beside the window."""

from PySide6.QtCore import QObject, Signal

import hiptimer
from hiptimer import resources
from hiptimer.app.home import Home
from hiptimer.app.own_words import OwnWords
from hiptimer.audio.synthesiser import VOICES


class OwnVoice(QObject):
    """`changed` comes on the window's thread when the home can say something new."""

    changed = Signal()
    _made = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._words = OwnWords(
            shipped=home.shipped_voice,
            voice_file=resources.assets() / "voice" / f"{VOICES[home.language]}.npz",
            folder=home.own_voice,
            version=hiptimer.__version__,
            on_made=self._made.emit,
        )
        self._made.connect(self._reread)

    def begin(self) -> None:
        """Speak what cannot be said yet of the catalogue as it is now."""
        self._words.begin(self._home.catalogue)

    def stop(self) -> None:
        self._words.stop()

    def _reread(self) -> None:
        self._home.reread_voice()
        self.changed.emit()
