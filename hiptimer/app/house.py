"""What the rooms over the whole window share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiptimer.app.home import Home
from hiptimer.app.shelf import Shelf
from hiptimer.ui.figure.album import Album
from hiptimer.ui.main_window import MainWindow
from hiptimer.ui.theme import Theme
from hiptimer.ui.widgets.icons import IconSet

if TYPE_CHECKING:
    from hiptimer.app.figures import Figures


@dataclass(frozen=True, slots=True)
class House:
    """`figures` makes the moving figures when they are first asked for; `theme` gives the theme of
    the pages as it is now.
    """

    home: Home
    shelf: Shelf
    main: MainWindow
    icons: IconSet
    album: Album
    figures: "Callable[[], Figures]"
    theme: Callable[[], Theme]
