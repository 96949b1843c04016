"""The History page with all that is joined to it."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from hiptimer import resources
from hiptimer.app.exchanging import Exchanging
from hiptimer.app.home import Home
from hiptimer.app.looking_back import LookingBack
from hiptimer.ui.figure.album import Album
from hiptimer.ui.history.page import HistoryPage
from hiptimer.ui.theme import palette_of, read_theme
from hiptimer.ui.widgets.icons import IconSet


class PastPages(QObject):
    """`past_changed` comes when sessions were brought in or taken back, `session_changed` with
    the id of one that was edited, deleted or brought back.
    """

    past_changed = Signal()
    session_changed = Signal(str)
    self_check_wished = Signal()

    def __init__(
        self, home: Home, icons: IconSet, album: Album, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        # Saved pictures of charts are on white, whatever the window wears.
        paper = palette_of(read_theme(resources.asset_bytes("themes/light.toml")))
        self.page = HistoryPage(icons, album, paper, _pictures())
        self._looking_back = LookingBack(home, self.page, parent=self)
        self._exchanging = Exchanging(home, self.page, parent=self)
        self.page.overview.self_check_wished.connect(self.self_check_wished)
        self._looking_back.session_changed.connect(self.session_changed)
        self._exchanging.changed.connect(self.past_changed)

    def refresh(self) -> None:
        """Read the past anew and show it."""
        self._looking_back.refresh()

    def close(self) -> None:
        """Save what waits, and let what is being written come to its end."""
        self._exchanging.close()
        self._looking_back.close()


def _pictures() -> Path:
    """Where this system keeps a person's pictures; their home where there is no such folder."""
    name = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(name) if name and Path(name).is_dir() else Path.home()
