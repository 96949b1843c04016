"""The rooms over the whole window, each made when it is first entered."""

from PySide6.QtCore import QObject, Signal

from hiptimer.app.house import House


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

    @property
    def house(self) -> House:
        """What they share; the Exercises page lives in it too."""
        return self._house
