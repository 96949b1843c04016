"""Writing sound files beside the window, one at a time."""

from pathlib import Path
from threading import Event, Thread

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from hiptimer.app.home import Home, Past
from hiptimer.app.take_along import take_along
from hiptimer.audio.errors import AudioError
from hiptimer.model.language import tr
from hiptimer.model.routine import Routine

CLOSING_S = 5.0
"""How long the end of the program waits for a file to be tidied away."""


class Saving(msgspec.Struct, frozen=True):
    """How it goes, in words for a person."""

    words: str
    is_writing: bool


class CalledOffError(Exception):
    """Somebody wants no file after all."""


class SoundFiles(QObject):
    """`changed` carries a Saving, on the window's thread."""

    changed = Signal(object)

    def __init__(self, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = home
        self._thread: Thread | None = None
        self._is_called_off = Event()
        self._percent = 0
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def is_writing(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def save(self, routine: Routine, past: Past, file: Path) -> None:
        """Begin to write `routine`, as it would be led now; nothing while another is written."""
        if self.is_writing:
            return
        self._is_called_off.clear()
        self._percent = 0
        self.changed.emit(Saving(tr("Saving {file}", file=file.name), is_writing=True))
        self._thread = Thread(target=self._write, args=(routine, past, file), name="sound file")
        self._thread.start()

    def call_off(self) -> None:
        self._is_called_off.set()

    def close(self) -> None:
        """The program ends: leave nothing unfinished behind."""
        self.call_off()
        if self._thread is not None:
            self._thread.join(CLOSING_S)

    # On the thread that writes.

    def _write(self, routine: Routine, past: Past, file: Path) -> None:
        words = tr("{name} could not be saved.", name=file.name)
        try:
            take_along(self._home, past, routine, file, self._tell)
            words = tr("Saved to {file}", file=short_path(file))
        except AudioError as error:
            words = str(error)
        except CalledOffError:
            words = tr("Cancelled: {file} is not saved.", file=file.name)
        finally:
            self.changed.emit(Saving(words, is_writing=False))

    def _tell(self, share: float) -> None:
        if self._is_called_off.is_set():
            raise CalledOffError
        percent = int(share * 100)
        if percent > self._percent:
            self._percent = percent
            words = tr("Saving, {percent} %", percent=percent)
            self.changed.emit(Saving(words, is_writing=True))


def short_path(file: Path) -> str:
    """With ~ for the person's own folder."""
    home = Path.home()
    return str("~" / file.relative_to(home)) if file.is_relative_to(home) else str(file)
