"""The rooms over the whole window, each made when it is first entered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hiptimer.app.house import House

if TYPE_CHECKING:
    from hiptimer.app.self_check_room import SelfCheckRoom


class Rooms(QObject):
    """`start_wished` carries a Routine to start now, `chosen` the id of one to take for today;
    `left` comes when a room is left for the pages.
    """

    start_wished = Signal(object)
    chosen = Signal(str)
    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._self_check: SelfCheckRoom | None = None

    def check_self(self) -> None:
        """Show what can be measured of oneself, and what was."""
        if self._self_check is None:
            from hiptimer.app.self_check_room import SelfCheckRoom

            self._self_check = SelfCheckRoom(self._house)
            self._self_check.start_wished.connect(self.start_wished)
            self._self_check.left.connect(self.left)
        self._self_check.open()

    @property
    def house(self) -> House:
        """What they share; the Exercises page lives in it too."""
        return self._house
