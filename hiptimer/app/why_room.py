"""Why hips, joined to its text."""

from PySide6.QtCore import QObject, Signal

from hiptimer import resources
from hiptimer.app.house import House
from hiptimer.ui.why.page import WhyPage
from hiptimer.ui.why.text import read_why

TEXT = "texts/why.toml"


class WhyRoom(QObject):
    """`left` comes when the reader goes back."""

    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.page = WhyPage(read_why(resources.asset_bytes(TEXT)), house.album)
        self.page.left.connect(self.left)

    def tell(self) -> None:
        self._house.main.show_full(self.page)
