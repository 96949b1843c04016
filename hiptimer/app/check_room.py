"""Where the window finds the sound check; it is made when it is first wished for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hiptimer.app.checking import Checking
from hiptimer.app.home import Home
from hiptimer.app.stage import Stage
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.sound_check.page import Part, SoundCheckPage
from hiptimer.ui.theme import Theme


class CheckRoom(QObject):
    """Lends the workout's sound outputs. `left` comes when the person is through."""

    left = Signal()

    def __init__(
        self, home: Home, main: MainWindow, stage: Stage, theme: Callable[[], Theme]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._page = SoundCheckPage(theme())
        self._checking = Checking(home, main, self._page, stage.sounds, stage.bridge)
        self._checking.left.connect(self.left)

    def check(self) -> None:
        self._checking.open()

    def set_delay(self) -> None:
        self._checking.open(Part.DELAY)

    def dress(self) -> None:
        """The theme has changed."""
        self._page.set_theme(self._theme())

    def leave(self) -> None:
        self._checking.leave()
