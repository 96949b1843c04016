"""The sync folder in the window: nothing while none is chosen, and its troubles told on Today."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.home import Home

if TYPE_CHECKING:
    from hiptimer.app.syncing import Syncing, SyncNews


class SyncRoom(QObject):
    """`taken_in` comes when sessions came from elsewhere, `told` with SyncNews after every look
    and `trouble_changed` when there is another trouble, or none any more, among the problems.
    """

    taken_in = Signal()
    told = Signal(object)
    trouble_changed = Signal()

    def __init__(self, home: Home, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._syncing: Syncing | None = None
        self._trouble = ""
        self._is_held = False

    def keep_in_step(self) -> None:
        """Another sync folder is chosen, or the first look at it is due."""
        if self._syncing is None:
            if not self._home.settings.sync_folder:
                return
            from hiptimer.app.syncing import Syncing

            self._syncing = Syncing(self._home, self)
            self._syncing.taken_in.connect(self.taken_in)
            self._syncing.news_changed.connect(self._tell)
            if self._is_held:
                self._syncing.hold()
        self._syncing.start()

    def hold(self) -> None:
        """A workout begins: it has the disk for itself."""
        self._is_held = True
        if self._syncing is not None:
            self._syncing.hold()

    def go_on(self) -> None:
        self._is_held = False
        if self._syncing is not None:
            self._syncing.go_on()

    def tell_again(self) -> None:
        """Say once more what the last look came to."""
        if self._syncing is not None:
            self.told.emit(self._syncing.news)

    def close(self) -> None:
        if self._syncing is not None:
            self._syncing.close()

    def _tell(self, news: "SyncNews") -> None:
        self.told.emit(news)
        if news.trouble == self._trouble:
            return
        problems = self._home.problems
        if self._trouble in problems:
            problems.remove(self._trouble)
        if news.trouble:
            problems.append(news.trouble)
        self._trouble = news.trouble
        self.trouble_changed.emit()
