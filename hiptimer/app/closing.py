"""Before the window closes, or something else takes the place of what it shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.backstage import Backstage
from hiptimer.app.check_offer import CheckOffer
from hiptimer.app.remembering import Memory
from hiptimer.app.rooms import Rooms
from hiptimer.app.ways import Ways
from hiptimer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from hiptimer.app.data_moving import Move


class Closing(QObject):
    """Asks what becomes of what is unsaved first, and knows what comes after.

    `may_close` comes when nothing is in the way of closing. `opens_again` says that another window
    is to take the place of this one, and `move` that the data are to be in another folder then.
    """

    may_close = Signal()

    def __init__(
        self,
        main: MainWindow,
        *,
        rooms: Rooms,
        check: CheckOffer,
        backstage: Backstage,
        ways: Ways,
        memory: Memory,
    ) -> None:
        super().__init__()
        self._main = main
        self._rooms = rooms
        self._check = check
        self._backstage = backstage
        self._ways = ways
        self._memory = memory
        self._then: Callable[[], None] | None = None
        self.opens_again = False
        self.move: Move | None = None

    def wish(self) -> None:
        """Close, unless something is to be asked first."""
        self._then = None
        if not self._rooms.asks_before_closing():
            self.go_on()

    def make_way(self, then: Callable[[], None]) -> bool:
        """Do `then` with nothing over the pages; whether at once: what is unsaved is asked about
        first, as before closing, and `then` is done once it may go.
        """
        self._then = then
        if self._rooms.asks_before_closing():
            return False
        self.go_on()
        return True

    def go_on(self) -> None:
        """Nothing unsaved is in the way any more of what waited for that."""
        then, self._then = self._then, None
        if then is None:
            if self._may_lose():
                self.may_close.emit()
        else:
            self._clear()
            then()

    def renew_at(self, section: str, move: "Move | None" = None) -> None:
        """A choice in Settings was made that needs a new window: go on there."""
        self._memory.note(section=section)
        if self._may_lose():
            self.opens_again, self.move = True, move
            self.may_close.emit()

    def renew_elsewhere(self, move: "Move") -> None:
        """The data go to another folder: nobody is to write while they do."""
        self.renew_at("data", move)

    def _may_lose(self) -> bool:
        """Whether nothing is lost by closing, or the person says that it may be."""
        if not self._backstage.is_made or self._backstage.stage.keep_all():
            return True
        from hiptimer.ui.unsaved_dialog import UnsavedDialog

        return bool(UnsavedDialog(self._backstage.stage.trouble, self._main).exec())

    def _clear(self) -> None:
        """Leave whatever lies over the pages."""
        self._rooms.leave()
        self._check.close()
        if self._backstage.is_made:
            self._backstage.stage.leave_end()
        self._ways.leave_room()
