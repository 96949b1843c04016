"""Why hips, joined to its text."""

from PySide6.QtCore import QObject, Signal

from hiptimer import resources
from hiptimer.app.house import House
from hiptimer.ui.why.page import WhyPage
from hiptimer.ui.why.text import read_why

TEXT = "texts/why.toml"
TEXT_IN = "languages/{language}/why.toml"


class WhyRoom(QObject):
    """`left` comes when the reader goes back."""

    left = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.page = WhyPage(read_why(_text(house.home.language)), house.album)
        self.page.left.connect(self.left)

    def tell(self) -> None:
        self._house.main.show_full(self.page)


def _text(language: str) -> bytes:
    """The page in a language; in English where it was not written in that one."""
    try:
        return resources.asset_bytes(TEXT_IN.format(language=language))
    except resources.ResourceError:
        return resources.asset_bytes(TEXT)
