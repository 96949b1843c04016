"""The sound check: offered to whoever is new, and entered from Today and from Settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.backstage import Backstage
from hiptimer.app.home import Home
from hiptimer.app.remembering import Memory
from hiptimer.app.themes import Themes
from hiptimer.app.today_room import TodayRoom
from hiptimer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from hiptimer.app.check_room import CheckRoom


class CheckOffer(QObject):
    """`left` comes when the person is through with it."""

    left = Signal()

    def __init__(
        self,
        home: Home,
        main: MainWindow,
        backstage: Backstage,
        *,
        themes: Themes,
        room: TodayRoom,
        memory: Memory,
    ) -> None:
        super().__init__()
        self._home = home
        self._main = main
        self._backstage = backstage
        self._themes = themes
        self._today = room
        self._memory = memory
        self._room: CheckRoom | None = None
        room.page.check_wished.connect(self.check)
        room.page.check_declined.connect(self._settle)

    def offer(self) -> None:
        """Before the first workout ever, unless it was done or declined."""
        is_settled = self._memory.remembered.is_check_settled
        self._today.page.offer_check(self._today.is_new_here and not is_settled)

    def check(self) -> None:
        self._made_room().check()

    def set_delay(self) -> None:
        self._made_room().set_delay()

    def dress_anew(self) -> None:
        """The theme has changed."""
        if self._room is not None:
            self._room.dress()

    def close(self) -> None:
        if self._room is not None:
            self._room.leave()

    def _made_room(self) -> "CheckRoom":
        if self._room is None:
            from hiptimer.app.check_room import CheckRoom

            theme = self._themes.of_workout
            self._room = CheckRoom(self._home, self._main, self._backstage.stage, theme)
            self._room.left.connect(self._leave)
        return self._room

    def _leave(self) -> None:
        self._settle()
        self.left.emit()

    def _settle(self) -> None:
        self._memory.note(is_check_settled=True)
        self.offer()
